#include "base/complex_number.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace simul {
namespace {

void expect_equal(const ComplexResult& result, double real, double imag) {
  EXPECT_EQ(result.fault, ComplexFault::kNone);
  EXPECT_EQ(result.value.real, real);
  EXPECT_EQ(result.value.imag, imag);
}

// The numbers are CPython's.
TEST(ComplexNumber, IsDividedByTheLargerPart) {
  expect_equal(quotient({2, 3}, {-0.0, -1}), -3, 2);
  expect_equal(quotient({1, 2}, {3, 4}), 0.44, 0.08);
  EXPECT_EQ(quotient({1, 2}, {0, -0.0}).fault, ComplexFault::kZeroDivision);
}

TEST(ComplexNumber, WholePowersAreMultipliedOut) {
  expect_equal(power({0, 1}, {2, 0}), -1, 0);
  expect_equal(power({0, 0}, {0, 0}), 1, 0);
  expect_equal(power({2, 1}, {-2, 0}), 0.12, -0.16);
  expect_equal(power({-8, 0}, {0.5, 0}), 1.7319121124709868e-16, 2.8284271247461903);
}

TEST(ComplexNumber, APowerSaysWhatItCannotBe) {
  EXPECT_EQ(power({0, 0}, {-1, 0}).fault, ComplexFault::kZeroDivision);
  EXPECT_EQ(power({0, 0}, {0, 1}).fault, ComplexFault::kZeroDivision);
  EXPECT_EQ(power({1e-200, 1e-200}, {-3, 0}).fault, ComplexFault::kZeroDivision);
  EXPECT_EQ(power({1e300, 1}, {2, 0}).fault, ComplexFault::kOverflow);
  EXPECT_EQ(power({1e-200, 0}, {-2.5, 0}).fault, ComplexFault::kOverflow);
  EXPECT_TRUE(std::isnan(power({1e308, 1e308}, {-2, 0}).value.real));
}

}  // namespace
}  // namespace simul
