// A number as the sum of two doubles, the high one being the sum rounded: some 106 bits. Mirrors
// what CPython's Modules/mathmodule.c calls DoubleLength. Every operation below is either exact or
// off by a few units of 2^-104; what is exact says so. No fused multiply-add is needed and none may
// be made of these lines (room.cmake).
#pragma once

namespace simul {

struct DoubleDouble {
  double high = 0;
  double low = 0;
};
inline constexpr DoubleDouble kThird{0x1.5555555555555p-2, 0x1.5555555555555p-56};

// Exact.
[[nodiscard]] constexpr DoubleDouble exact_sum(double a, double b) {
  const double sum = a + b;
  const double of_b = sum - a;
  return {sum, (a - (sum - of_b)) + (b - of_b)};
}
// Exact where |a| >= |b|, or a is 0.
[[nodiscard]] constexpr DoubleDouble ordered_sum(double a, double b) {
  const double sum = a + b;
  return {sum, b - (sum - a)};
}
// Exact while nothing goes over 2^996 or under 2^-969 (Dekker: each factor in two halves).
[[nodiscard]] constexpr DoubleDouble exact_product(double a, double b) {
  constexpr double kHalves = 134217729;  // 2^27 + 1
  const double a_wide = a * kHalves;
  const double a_high = a_wide - (a_wide - a);
  const double a_low = a - a_high;
  const double b_wide = b * kHalves;
  const double b_high = b_wide - (b_wide - b);
  const double b_low = b - b_high;
  const double product = a * b;
  return {product, ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low};
}

[[nodiscard]] constexpr DoubleDouble operator-(DoubleDouble a) {
  return {-a.high, -a.low};
}
[[nodiscard]] constexpr DoubleDouble operator+(DoubleDouble a, DoubleDouble b) {
  const DoubleDouble sum = exact_sum(a.high, b.high);
  return ordered_sum(sum.high, sum.low + (a.low + b.low));
}
[[nodiscard]] constexpr DoubleDouble operator-(DoubleDouble a, DoubleDouble b) {
  return a + -b;
}
[[nodiscard]] constexpr DoubleDouble operator*(DoubleDouble a, double b) {
  const DoubleDouble product = exact_product(a.high, b);
  return ordered_sum(product.high, product.low + a.low * b);
}
[[nodiscard]] constexpr DoubleDouble operator*(DoubleDouble a, DoubleDouble b) {
  const DoubleDouble product = exact_product(a.high, b.high);
  return ordered_sum(product.high, product.low + (a.high * b.low + a.low * b.high));
}
[[nodiscard]] constexpr DoubleDouble operator/(DoubleDouble a, DoubleDouble b) {
  const double quotient = a.high / b.high;
  const DoubleDouble taken = exact_product(quotient, b.high);
  const double rest = ((a.high - taken.high) - taken.low) + (a.low - quotient * b.low);
  return ordered_sum(quotient, rest / b.high);
}

}  // namespace simul
