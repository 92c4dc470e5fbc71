#include "base/double_double.hpp"

#include <cmath>
#include <random>

#include <gtest/gtest.h>

namespace simul {
namespace {

TEST(DoubleDouble, ASumKeepsWhatRoundingTakes) {
  const DoubleDouble sum = exact_sum(0x1p-70, 1);
  EXPECT_EQ(sum.high, 1);
  EXPECT_EQ(sum.low, 0x1p-70);
  EXPECT_EQ(ordered_sum(1, -0x1p-60).low, -0x1p-60);
}

TEST(DoubleDouble, AProductIsExact) {
  std::mt19937_64 bits(7);
  for (int i = 0; i < 10000; ++i) {
    const double a = std::ldexp(static_cast<double>(bits() >> 11), -40);
    const double b = std::ldexp(static_cast<double>(bits() >> 11), -60);
    const DoubleDouble product = exact_product(a, -b);
    EXPECT_EQ(product.high, a * -b);
    EXPECT_EQ(product.low, std::fma(a, -b, -product.high));
  }
}

TEST(DoubleDouble, WhatIsDividedComesBack) {
  const DoubleDouble third = DoubleDouble{1, 0} / DoubleDouble{3, 0};
  EXPECT_EQ(third.high, 1.0 / 3);
  const DoubleDouble one = third * 3;
  EXPECT_EQ(one.high, 1);
  EXPECT_LT(std::fabs(one.low), 0x1p-100);
  const DoubleDouble nothing = third - third;
  EXPECT_EQ(nothing.high, 0);
  EXPECT_EQ(nothing.low, 0);
}

}  // namespace
}  // namespace simul
