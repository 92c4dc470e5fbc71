#include "base/float_text.hpp"

#include <cmath>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <random>

#include <gtest/gtest.h>

namespace simul {
namespace {

TEST(FloatText, IsTheShortestThatReadsBack) {
  EXPECT_EQ(shortest_scientific(0.1), "1e-01");
  EXPECT_EQ(shortest_scientific(1.0 / 3), "3.333333333333333e-01");
  EXPECT_EQ(shortest_scientific(5e-324), "5e-324");
  EXPECT_EQ(shortest_scientific(1.7976931348623157e308), "1.7976931348623157e+308");
  EXPECT_EQ(shortest_scientific(9007199254740993.0), "9.007199254740992e+15");
  EXPECT_EQ(shortest_scientific(-0.0), "-0e+00");
  EXPECT_EQ(shortest_scientific(2.2250738585072014e-308), "2.2250738585072014e-308");
}

TEST(FloatText, AtAPowerOfTwoTheShortestMayNotBeTheNearestOfItsLength) {
  EXPECT_EQ(shortest_scientific(5.684341886080802e-14), "5.684341886080802e-14");
  EXPECT_EQ(shortest_scientific(9007199254740992.0), "9.007199254740992e+15");
}

TEST(FloatText, IsWrittenOutWhereThatIsNotLonger) {
  EXPECT_EQ(shortest_text(0), "0");
  EXPECT_EQ(shortest_text(3.1), "3.1");
  EXPECT_EQ(shortest_text(-2.5), "-2.5");
  EXPECT_EQ(shortest_text(100), "100");
  EXPECT_EQ(shortest_text(0.75), "0.75");
  EXPECT_EQ(shortest_text(1e22), "1e+22");
  EXPECT_EQ(shortest_text(0.001), "0.001");
  EXPECT_EQ(shortest_text(0.0001), "1e-04");
  EXPECT_EQ(shortest_text(123456.789), "123456.789");
}

TEST(FloatText, AReprSaysThatItIsAFloat) {
  EXPECT_EQ(float_repr(0.1), "0.1");
  EXPECT_EQ(float_repr(1e16), "1e+16");
  EXPECT_EQ(float_repr(123456789012345680.0), "1.2345678901234568e+17");
  EXPECT_EQ(float_repr(1e15), "1000000000000000.0");
  EXPECT_EQ(float_repr(0.0001), "0.0001");
  EXPECT_EQ(float_repr(0.00001), "1e-05");
  EXPECT_EQ(float_repr(5e-324), "5e-324");
  EXPECT_EQ(float_repr(std::numeric_limits<double>::infinity()), "inf");
  EXPECT_EQ(float_repr(-std::numeric_limits<double>::infinity()), "-inf");
  EXPECT_EQ(float_repr(std::numeric_limits<double>::quiet_NaN()), "nan");
  EXPECT_EQ(float_repr(-0.0), "-0.0");
  EXPECT_EQ(float_repr(100), "100.0");
}

TEST(FloatText, EveryDoubleReadsBack) {
  std::mt19937_64 random(1);
  for (int i = 0; i < 20'000; ++i) {
    std::uint64_t bits = random();
    double value;
    std::memcpy(&value, &bits, sizeof value);
    if (!std::isfinite(value)) continue;
    ASSERT_EQ(std::strtod(shortest_scientific(value).c_str(), nullptr), value);
    ASSERT_EQ(std::strtod(shortest_text(value).c_str(), nullptr), value);
  }
}

}  // namespace
}  // namespace simul
