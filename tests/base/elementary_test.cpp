// Ours against the system's C library, where that is glibc: what CPython prints.
#include "base/elementary.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>
#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace simul {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

// Numbers that CPython has printed, of which the last digits go wrong easily.
TEST(Elementary, HasCPythonsLastDigits) {
  EXPECT_EQ(elementary::sin(1e22), -0.8522008497671888);
  EXPECT_EQ(elementary::cos(1e22), 0.523214785395139);
  EXPECT_EQ(elementary::sin(std::numbers::pi), 1.2246467991473532e-16);
  EXPECT_EQ(elementary::cos(std::numbers::pi / 2), 6.123233995736766e-17);
  EXPECT_EQ(elementary::tan(std::numbers::pi / 2), 1.633123935319537e+16);
  EXPECT_EQ(elementary::exp(1), std::numbers::e);
  EXPECT_EQ(elementary::log(10), 2.302585092994046);
  EXPECT_EQ(elementary::cbrt(2), 1.2599210498948734);
  EXPECT_EQ(elementary::cbrt(27), 3.0000000000000004);
  EXPECT_EQ(elementary::acos(-1), std::numbers::pi);
  EXPECT_EQ(4 * elementary::atan(1), std::numbers::pi);
}

TEST(Elementary, PowersThatAreNumbersAreThoseNumbers) {
  for (int base = -30; base <= 30; ++base) {
    double power = 1;
    for (int n = 0; std::fabs(power) < 0x1p53; ++n, power *= base) {
      EXPECT_EQ(elementary::pow(base, n), power) << base << "**" << n;
      if (n == 60) break;
    }
  }
  for (int i = 1; i <= 1000; ++i) {
    const double x = static_cast<double>(i) * i;
    EXPECT_EQ(elementary::pow(x, 0.5), i);
    EXPECT_EQ(elementary::pow(x, 1.5), x * i);
    EXPECT_EQ(elementary::pow(x, -0.5), 1.0 / i);
  }
  for (int n = -1074; n <= 1023; ++n) {
    EXPECT_EQ(elementary::pow(2, n), std::ldexp(1, n));
    EXPECT_EQ(elementary::log2(std::ldexp(1, n)), n);
  }
  EXPECT_EQ(elementary::pow(2, 1024), kInfinity);
  EXPECT_EQ(elementary::pow(-2, 1025), -kInfinity);
  EXPECT_EQ(elementary::pow(2, -1076), 0);
  EXPECT_TRUE(std::signbit(elementary::pow(-2, -1077)));
  EXPECT_TRUE(std::isnan(elementary::pow(-8, 1.0 / 3)));
}

#ifdef __GLIBC__

// How many doubles lie from one to the other; a nan is itself.
std::uint64_t apart(double a, double b) {
  if (std::isnan(a) && std::isnan(b)) return 0;
  if (std::isnan(a) || std::isnan(b)) return UINT64_MAX;
  const auto place = [](double of) {
    const auto bits = std::bit_cast<std::int64_t>(of);
    return bits >= 0 ? bits : INT64_MIN - bits;
  };
  if (std::signbit(a) != std::signbit(b)) return a == 0 && b == 0 ? 1 : UINT64_MAX;
  return place(a) > place(b) ? static_cast<std::uint64_t>(place(a) - place(b))
                             : static_cast<std::uint64_t>(place(b) - place(a));
}

const double kSpecial[] = {0.0,
                           1.0,
                           0.5,
                           2.0,
                           3.0,
                           10.0,
                           1.5,
                           1.0 / 3,
                           kInfinity,
                           std::numeric_limits<double>::quiet_NaN(),
                           5e-324,
                           2.2250738585072009e-308,
                           2.2250738585072014e-308,
                           1.7976931348623157e308,
                           1e22,
                           1e300,
                           1e-300,
                           9007199254740991.0,
                           9007199254740992.0,
                           1e16,
                           709.78,
                           709.79,
                           710.5,
                           745.13,
                           745.14,
                           1074.0,
                           0x1p-26,
                           0x1p-28,
                           0x1p-30,
                           0x1p-60,
                           1 - 0x1p-53,
                           1 + 0x1p-52,
                           355.0,
                           0x1p1000,
                           std::numbers::pi,
                           std::numbers::pi / 2,
                           std::numbers::pi / 4,
                           0.84375,
                           1.25,
                           22.0,
                           28.0};

std::vector<double> special() {
  std::vector<double> numbers;
  for (const double x : kSpecial) {
    numbers.push_back(x);
    numbers.push_back(-x);
  }
  return numbers;
}

// The kinds of numbers that programs have, within the bounds.
std::vector<double> arguments(double low, double high) {
  std::vector<double> numbers;
  const auto add = [&](double x) {
    if (x >= low && x <= high) numbers.push_back(x);
  };
  const double step = high > 100 ? 1 : 0.001;
  for (int i = -10000; i <= 10000; ++i) add(i * step);
  for (int i = -720; i <= 720; ++i) add(i * (std::numbers::pi / 180));
  for (int i = -2000; i <= 2000; ++i) add(i / 7.0);
  std::mt19937_64 bits(11);
  for (int i = 0; i < 20000; ++i)
    add(low + (high - low) * std::ldexp(static_cast<double>(bits() >> 11), -53));
  return numbers;
}

struct Row {
  const char* name;
  double (*ours)(double);
  double (*theirs)(double);
  double low;
  double high;
  double differ_percent;  // at most: what was measured, and a little
  // A formula upon exp or log takes their differing digit up into its own.
  std::uint64_t units = 1;
};

#  define SIMUL_ROW(name, low, high, ...) \
    {#name, elementary::name, std::name, low, high, __VA_ARGS__}
const Row kRows[] = {SIMUL_ROW(sin, -30, 30, 0.2),        SIMUL_ROW(cos, -30, 30, 0.2),
                     SIMUL_ROW(tan, -30, 30, 0.35),       SIMUL_ROW(sin, -1e7, 1e7, 0.2),
                     SIMUL_ROW(cos, -1e22, 1e22, 0.25),   SIMUL_ROW(tan, -1e300, 1e300, 0.35),
                     SIMUL_ROW(asin, -1, 1, 0.25),        SIMUL_ROW(acos, -1, 1, 0.1),
                     SIMUL_ROW(atan, -30, 30, 0.1),       SIMUL_ROW(exp, -20, 20, 0.1),
                     SIMUL_ROW(exp, -746, 710, 0.15),     SIMUL_ROW(log, 0, 100, 0.05),
                     SIMUL_ROW(log, 0.9, 1.1, 0.2),       SIMUL_ROW(log, 0, 1e300, 0.05),
                     SIMUL_ROW(log2, 0, 100, 0.1),        SIMUL_ROW(log2, 0.5, 2, 0.35),
                     SIMUL_ROW(log2, 0.9, 1.1, 0.7),      SIMUL_ROW(log10, 0, 100, 0.05, 2),
                     SIMUL_ROW(expm1, -1, 1, 0.4),        SIMUL_ROW(expm1, -60, 710, 0.1),
                     SIMUL_ROW(log1p, -1, 20, 0.1),       SIMUL_ROW(log1p, -0.5, 0.5, 0.15),
                     SIMUL_ROW(sinh, -5, 5, 0.2),         SIMUL_ROW(sinh, -711, 711, 0.15),
                     SIMUL_ROW(cosh, -5, 5, 0.1),         SIMUL_ROW(cosh, -711, 711, 0.15),
                     SIMUL_ROW(tanh, -2, 2, 0.1),         SIMUL_ROW(tanh, -25, 25, 0.05),
                     SIMUL_ROW(asinh, -9, 9, 0.1),        SIMUL_ROW(asinh, -1, 1, 0.15),
                     SIMUL_ROW(asinh, -1e10, 1e10, 0.05), SIMUL_ROW(acosh, 1, 30, 0.05),
                     SIMUL_ROW(acosh, 1, 1e10, 0.05),     SIMUL_ROW(atanh, -1, 1, 0.15),
                     SIMUL_ROW(cbrt, -30, 30, 0),         SIMUL_ROW(cbrt, -1e300, 1e300, 0),
                     SIMUL_ROW(erf, -6.5, 6.5, 0.02),     SIMUL_ROW(erfc, -6.5, 28, 0.2, 2)};

TEST(Elementary, IsTheSystemsToTheLastDigit) {
  for (const Row& row : kRows) {
    const std::vector<double> numbers = arguments(row.low, row.high);
    std::size_t differ = 0;
    for (const double x : numbers) {
      const std::uint64_t units = apart(row.ours(x), row.theirs(x));
      EXPECT_LE(units, row.units) << row.name << "(" << x << ")";
      differ += units != 0;
    }
    EXPECT_LE(100.0 * static_cast<double>(differ),
              row.differ_percent * static_cast<double>(numbers.size()))
        << row.name << " of numbers from " << row.low << " to " << row.high << ": " << differ
        << " of " << numbers.size();
  }
}

TEST(Elementary, IsTheSystemsAtTheEdges) {
  for (const Row& row : kRows) {
    for (const double x : special())
      EXPECT_LE(apart(row.ours(x), row.theirs(x)), row.units) << row.name << "(" << x << ")";
  }
  for (const double x : special()) {
    for (const double y : special()) {
      EXPECT_LE(apart(elementary::pow(x, y), std::pow(x, y)), 1) << x << "**" << y;
      EXPECT_LE(apart(elementary::atan2(x, y), std::atan2(x, y)), 1) << x << ", " << y;
      EXPECT_EQ(apart(elementary::hypot(x, y), std::hypot(x, y)), 0) << x << ", " << y;
    }
  }
}

TEST(Elementary, OfTwoNumbersIsTheSystemsToTheLastDigit) {
  struct Two {
    const char* name;
    double (*ours)(double, double);
    double (*theirs)(double, double);
    double differ_percent;
  };
  const Two functions[] = {{"pow", elementary::pow, std::pow, 0.15},
                           {"atan2", elementary::atan2, std::atan2, 0.4},
                           {"hypot", elementary::hypot, std::hypot, 0}};
  for (const Two& two : functions) {
    std::mt19937_64 bits(13);
    int differ = 0;
    constexpr int kCount = 60000;
    for (int i = 0; i < kCount; ++i) {
      const double most = i % 3 == 0 ? 1 : (i % 3 == 1 ? 30 : 1000);
      double x = most * std::ldexp(static_cast<double>(bits() >> 11), -53);
      double y = 10 * std::ldexp(static_cast<double>(bits() >> 11), -53) - 5;
      if (i % 2 != 0) {
        x = std::round(x * 100) / 100;
        y = std::round(y * 10) / 10;
      }
      const std::uint64_t units = apart(two.ours(x, y), two.theirs(x, y));
      EXPECT_LE(units, 1) << two.name << "(" << x << ", " << y << ")";
      differ += units != 0;
    }
    EXPECT_LE(100.0 * differ, two.differ_percent * kCount) << two.name << ": " << differ;
  }
}

#endif

}  // namespace
}  // namespace simul
