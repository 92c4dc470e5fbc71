// sin, cos, tan and their inverses. Of an angle less its multiples of pi/2 the next sixteenth is
// taken away, whose sine and cosine are in a table; of a ratio the next sixteenth's angle. What
// remains is below 1/32.
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

#include "base/double_double.hpp"
#include "base/elementary.hpp"

namespace simul::elementary {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr DoubleDouble kSixth{0x1.5555555555555p-3, 0x1.5555555555555p-57};
constexpr DoubleDouble kHalfPi{0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54};
constexpr DoubleDouble kPi{0x1.921fb54442d18p+1, 0x1.1a62633145c07p-53};
// So near to 0 the angle, its sine, its tangent are one number.
constexpr double kAsNear = 0x1p-27;

// sin and cos of i/16.
constexpr double kSineHigh[] = {0,
                                0x1.ffaaaeeed4edbp-5,
                                0x1.feaaeee86ee36p-4,
                                0x1.7dc102fbaf2b5p-3,
                                0x1.faaeed4f31577p-3,
                                0x1.3ad129769d3d8p-2,
                                0x1.7710255764214p-2,
                                0x1.b1d8305321617p-2,
                                0x1.eaee8744b05f0p-2,
                                0x1.110d0c4b69c3bp-1,
                                0x1.2b91dea88421ep-1,
                                0x1.44eb381cf386bp-1,
                                0x1.5cffc16bf8f0dp-1,
                                0x1.73b7680dea578p-1};
constexpr float kSineLow[] = {0,
                              -2.040259592e-18F,
                              -2.925947517e-18F,
                              2.349379676e-18F,
                              -7.531025355e-18F,
                              1.100436626e-19F,
                              -9.938814942e-18F,
                              -2.33180064e-17F,
                              -5.103969904e-18F,
                              5.129318193e-17F,
                              -5.488397296e-17F,
                              -3.456858256e-17F,
                              4.410467469e-17F,
                              -1.57362178e-17F};
constexpr double kCosineHigh[] = {0x1p+0,
                                  0x1.ff0015549f4d3p-1,
                                  0x1.fc015527d5bd3p-1,
                                  0x1.f706bdf9ece1cp-1,
                                  0x1.f01549f7deea1p-1,
                                  0x1.e733ea0193d40p-1,
                                  0x1.dc6b7eb995912p-1,
                                  0x1.cfc6cfa52ad9fp-1,
                                  0x1.c1528065b7d50p-1,
                                  0x1.b11d04162a4c6p-1,
                                  0x1.9f368ed912f85p-1,
                                  0x1.8bb105a5dc900p-1,
                                  0x1.769fec655211fp-1,
                                  0x1.6018526f563dfp-1};
constexpr float kCosineLow[] = {0,
                                3.323229213e-17F,
                                4.754870735e-17F,
                                -3.919920249e-17F,
                                5.071436726e-17F,
                                -3.861483578e-17F,
                                4.488760114e-18F,
                                4.286466809e-17F,
                                -4.26231512e-17F,
                                1.549506653e-17F,
                                -3.09133343e-17F,
                                4.231014937e-17F,
                                -1.04758239e-17F,
                                3.543069666e-17F};
// The angle whose tangent is i/16.
constexpr double kAngleHigh[] = {0,
                                 0x1.ff55bb72cfdeap-5,
                                 0x1.fd5ba9aac2f6ep-4,
                                 0x1.7b97b4bce5b02p-3,
                                 0x1.f5b75f92c80ddp-3,
                                 0x1.362773707ebccp-2,
                                 0x1.6f61941e4def1p-2,
                                 0x1.a64eec3cc23fdp-2,
                                 0x1.dac670561bb4fp-2,
                                 0x1.0657e94db30d0p-1,
                                 0x1.1e00babdefeb4p-1,
                                 0x1.345f01cce37bbp-1,
                                 0x1.4978fa3269ee1p-1,
                                 0x1.5d58987169b18p-1,
                                 0x1.700a7c5784634p-1,
                                 0x1.819d0b7158a4dp-1,
                                 0x1.921fb54442d18p-1};
constexpr float kAngleLow[] = {0,
                               -1.549075609e-18F,
                               -3.125324101e-18F,
                               4.180692411e-18F,
                               1.06987557e-17F,
                               -1.101082778e-17F,
                               -2.462381522e-17F,
                               -1.587652252e-17F,
                               2.269877734e-17F,
                               -2.54627815e-17F,
                               -5.455630439e-18F,
                               2.950430822e-17F,
                               1.583478464e-17F,
                               6.943223367e-18F,
                               -2.147838815e-17F,
                               -2.425693415e-17F,
                               3.061617131e-17F};

// 2/pi in words of 32 bits, behind the point.
constexpr std::uint32_t kTwoPerPi[] = {
    0xa2f9836e, 0x4e441529, 0xfc2757d1, 0xf534ddc0, 0xdb629599, 0x3c439041, 0xfe5163ab, 0xdebbc561,
    0xb7246e3a, 0x424dd2e0, 0x06492eea, 0x09d1921c, 0xfe1deb1c, 0xb129a73e, 0xe88235f5, 0x2ebb4484,
    0xe99c7026, 0xb45f7e41, 0x3991d639, 0x835339f4, 0x9c845f8b, 0xbdf9283b, 0x1ff897ff, 0xde05980f,
    0xef2f118b, 0x5a0a6d1f, 0x6d367ecf, 0x27cb09b7, 0x4f463f66, 0x9e5fea2d, 0x7527bac7, 0xebe5f17b,
    0x3d0739f7, 0x8a5292ea, 0x6bfb5fb1, 0x1f8d5d08, 0x56033046, 0xfc7b6bab};

struct Angle {
  DoubleDouble rest;           // between -pi/4 and pi/4
  std::uint32_t quarters = 0;  // how many pi/2 were taken away; the last two bits count
};

// x times 2/pi in whole numbers: what lies above 2^2 is whole turns, and is not even multiplied.
Angle reduced_from_far(double x) {
  constexpr int kUsed = 8;  // 256 bits: 60 for what may cancel, 53 that the cut makes wrong
  const auto bits = std::bit_cast<std::uint64_t>(x);
  const std::uint64_t whole = (bits & 0xfffffffffffff) | 0x10000000000000;
  const int exponent = static_cast<int>(bits >> 52) - 1075;  // x = whole * 2^exponent
  const int skipped = exponent >= 2 ? (exponent - 2) / 32 : 0;
  std::uint32_t product[kUsed + 2] = {};  // the lowest word first
  for (int half = 0; half < 2; ++half) {
    const std::uint64_t factor = half == 0 ? whole & 0xffffffff : whole >> 32;
    std::uint64_t carry = 0;
    for (int i = 0; i < kUsed; ++i) {
      carry += factor * kTwoPerPi[skipped + kUsed - 1 - i] + product[i + half];
      product[i + half] = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
    product[kUsed + half] = static_cast<std::uint32_t>(carry);
  }
  // The point stands before bit `point`; `word_at` gives 32 bits from any bit on.
  const int point = 32 * (skipped + kUsed) - exponent;
  const auto word_at = [&](int bit) {
    const auto at = static_cast<std::size_t>(bit / 32);
    const std::uint64_t above = at + 1 < kUsed + 2 ? product[at + 1] : 0;
    return static_cast<std::uint32_t>(((above << 32) | product[at]) >> (bit % 32));
  };
  Angle angle;
  angle.quarters = word_at(point);
  const bool upper_half = (word_at(point - 1) & 1) != 0;
  if (upper_half) ++angle.quarters;
  DoubleDouble part;
  double unit = 1;
  for (int i = 1; i <= 5; ++i) {
    unit *= 0x1p-32;
    const std::uint32_t word = word_at(point - 32 * i);
    part = part + DoubleDouble{static_cast<double>(upper_half ? ~word : word) * unit, 0};
  }
  angle.rest = (upper_half ? -part : part) * kHalfPi;
  return angle;
}

// Of a finite number that is not negative.
Angle reduced(double x) {
  if (x <= kHalfPi.high / 2) return {{x, 0}, 0};
  if (x >= 0x1p20) return reduced_from_far(x);
  // The first three parts of pi/2 have 33 bits: their products are exact.
  const double count = std::nearbyint(x * (2 / kHalfPi.high / 2));
  const DoubleDouble first = exact_sum(x - count * 0x1.921fb544p+0, -(count * 0x1.0b4611a6p-34));
  const DoubleDouble second = exact_sum(first.high, -(count * 0x1.3198a2ep-69));
  const double low = first.low + second.low - count * 0x1.b839a252049c1p-104;
  return {ordered_sum(second.high, low), static_cast<std::uint32_t>(count)};
}

struct SineCosine {
  DoubleDouble sine;
  DoubleDouble cosine;
};

// Of an angle between -pi/4 and pi/4.
SineCosine sine_cosine(DoubleDouble angle) {
  const bool negative = angle.high < 0;
  if (negative) angle = -angle;
  const auto i = static_cast<std::size_t>(angle.high * 16 + 0.5);
  const DoubleDouble t = exact_sum(angle.high - static_cast<double>(i) / 16, angle.low);
  DoubleDouble square = exact_product(t.high, t.high);
  square.low += 2 * t.high * t.low;
  const double z = square.high;
  // sin t = t - t (t^2/6 - t^4/120 ...)
  const DoubleDouble sixth = square * kSixth;
  const double sine_tail =
      z * z * (1.0 / 120 - z * (1.0 / 5040 - z * (1.0 / 362880 - z / 39916800)));
  const DoubleDouble taken = t * ordered_sum(sixth.high, sixth.low - sine_tail);
  const DoubleDouble sum = ordered_sum(t.high, -taken.high);
  DoubleDouble sine = ordered_sum(sum.high, sum.low + (t.low - taken.low));
  // cos t - 1 = -t^2/2 + t^4/24 ...
  const double cosine_tail = z * z * (1.0 / 24 - z * (1.0 / 720 - z * (1.0 / 40320 - z / 3628800)));
  const DoubleDouble less_one = ordered_sum(-z / 2, cosine_tail - square.low / 2);
  DoubleDouble cosine;
  if (i == 0) {
    cosine = ordered_sum(1, less_one.high);
    cosine.low += less_one.low;
  } else {
    const DoubleDouble s{kSineHigh[i], kSineLow[i]};
    const DoubleDouble c{kCosineHigh[i], kCosineLow[i]};
    cosine = c + (c * less_one - s * sine);
    sine = s + (c * sine + s * less_one);
  }
  return {negative ? -sine : sine, cosine};
}

// y/x as an angle; neither is negative and not both are 0.
DoubleDouble angle_of(DoubleDouble y, DoubleDouble x) {
  const bool steep = y.high > x.high;
  if (steep) std::swap(y, x);
  const auto i = static_cast<std::size_t>(y.high / x.high * 16 + 0.5);
  const double at = static_cast<double>(i) / 16;
  const DoubleDouble t = i == 0 ? y / x : (y - x * at) / (x + y * at);
  // atan t = t - t (t^2/3 - t^4/5 ...)
  DoubleDouble square = exact_product(t.high, t.high);
  square.low += 2 * t.high * t.low;
  const double z = square.high;
  const DoubleDouble third = square * kThird;
  const double tail =
      z * z * (1.0 / 5 - z * (1.0 / 7 - z * (1.0 / 9 - z * (1.0 / 11 - z * (1.0 / 13)))));
  const DoubleDouble taken = t * ordered_sum(third.high, third.low - tail);
  const DoubleDouble sum = ordered_sum(t.high, -taken.high);
  DoubleDouble angle = ordered_sum(sum.high, sum.low + (t.low - taken.low));
  if (i != 0) angle = DoubleDouble{kAngleHigh[i], kAngleLow[i]} + angle;
  return steep ? kHalfPi - angle : angle;
}

// The root of 1 - x^2.
DoubleDouble other_side(double x) {
  const DoubleDouble square = exact_product(x, x);
  const DoubleDouble sum = exact_sum(1, -square.high);
  const DoubleDouble rest = ordered_sum(sum.high, sum.low - square.low);
  const double root = std::sqrt(rest.high);
  const DoubleDouble again = exact_product(root, root);
  return ordered_sum(root, ((rest.high - again.high) - again.low + rest.low) / (2 * root));
}

// sin of x plus `quarters` times pi/2.
double sine_from(double x, std::uint32_t quarters) {
  const Angle angle = reduced(std::fabs(x));
  // sin(-x) = -sin(x), cos(-x) = cos(x)
  const bool mirrored = quarters == 0 && x < 0;
  quarters += angle.quarters;
  const SineCosine both = sine_cosine(angle.rest);
  const double result = (quarters & 1) != 0 ? both.cosine.high : both.sine.high;
  return mirrored != ((quarters & 2) != 0) ? -result : result;
}

}  // namespace

double sin(double x) {
  if (std::fabs(x) < kAsNear) return x;
  return std::isfinite(x) ? sine_from(x, 0) : kNan;
}

double cos(double x) {
  if (std::fabs(x) < kAsNear) return 1;
  return std::isfinite(x) ? sine_from(x, 1) : kNan;
}

double tan(double x) {
  if (std::fabs(x) < kAsNear) return x;
  if (!std::isfinite(x)) return kNan;
  const Angle angle = reduced(std::fabs(x));
  const SineCosine both = sine_cosine(angle.rest);
  const DoubleDouble ratio =
      (angle.quarters & 1) != 0 ? -(both.cosine / both.sine) : both.sine / both.cosine;
  return x < 0 ? -ratio.high : ratio.high;
}

double asin(double x) {
  const double size = std::fabs(x);
  if (size < kAsNear) return x;
  if (!(size <= 1)) return kNan;
  if (size == 1) return std::copysign(kHalfPi.high, x);
  return std::copysign(angle_of({size, 0}, other_side(size)).high, x);
}

double acos(double x) {
  const double size = std::fabs(x);
  if (!(size <= 1)) return kNan;
  if (size < 0x1p-60) return kHalfPi.high;
  if (size == 1) return x > 0 ? 0 : kPi.high;
  const DoubleDouble angle = angle_of(other_side(size), {size, 0});
  return x > 0 ? angle.high : (kPi - angle).high;
}

double atan(double x) {
  const double size = std::fabs(x);
  if (size < kAsNear || std::isnan(x)) return x;
  if (size > 0x1p60) return std::copysign(kHalfPi.high, x);
  return std::copysign(angle_of({size, 0}, {1, 0}).high, x);
}

double atan2(double y, double x) {
  if (std::isnan(x) || std::isnan(y)) return x + y;
  double high = std::fabs(y);
  double wide = std::fabs(x);
  const bool behind = std::signbit(x);
  // To numbers whose products stay in range; past 2^60 the one is nothing beside the other.
  int high_exponent = 0;
  int wide_exponent = 0;
  if (std::isinf(high) && std::isinf(wide)) {
    high = wide = 1;
  } else if (high == 0 || std::isinf(wide)) {
    return std::copysign(behind ? kPi.high : 0, y);
  } else if (wide == 0 || std::isinf(high)) {
    return std::copysign(kHalfPi.high, y);
  } else {
    const double ratio = high / wide;
    high = std::frexp(high, &high_exponent);
    wide = std::frexp(wide, &wide_exponent);
    const int apart = high_exponent - wide_exponent;
    if (apart > 60) return std::copysign(kHalfPi.high, y);
    if (apart < -60) return std::copysign(behind ? kPi.high : ratio, y);
    high = std::ldexp(high, apart);
  }
  const DoubleDouble angle = angle_of({high, 0}, {wide, 0});
  return std::copysign(behind ? (kPi - angle).high : angle.high, y);
}

}  // namespace simul::elementary
