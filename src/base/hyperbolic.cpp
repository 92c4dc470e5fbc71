// expm1 and log1p, and by them and exp and log the hyperbolic functions and their inverses:
// fdlibm's formulas, as glibc has them (sysdeps/ieee754/dbl-64/s_expm1.c, e_sinh.c and so on). The
// bounds between two formulas are those of the high words there.
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include "base/elementary.hpp"
#include "base/pairs.hpp"

namespace simul::elementary {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kLn2 = 0x1.62e42fefa39efp-1;
constexpr double kLn2High = 6.93147180369123816490e-01;  // 33 bits
constexpr double kLn2Low = 1.90821492927058770002e-10;
constexpr double kExpm1[] = {1.0,
                             -3.33333333333331316428e-02,
                             1.58730158725481460165e-03,
                             -7.93650757867487942473e-05,
                             4.00821782732936239552e-06,
                             -2.01099218183624371326e-07};
constexpr double kLog1p[] = {0,
                             6.666666666666735130e-01,
                             3.999999999940941908e-01,
                             2.857142874366239149e-01,
                             2.222219843214978396e-01,
                             1.818357216161805012e-01,
                             1.531383769920937332e-01,
                             1.479819860511658591e-01};

// Half of e^|x|, where e^|x| itself may be too large a number.
double half_exp(double size) {
  if (size < 0x1.62e42p9) return 0.5 * exp(size);
  if (size > 0x1.633ce8fb9f87dp9) return kInfinity;
  const double root = exp(0.5 * size);
  return 0.5 * root * root;
}

}  // namespace

double expm1(double x) {
  const double size = std::fabs(x);
  if (std::isnan(x) || size < 0x1p-54) return x;
  if (size >= 0x1.3687ap5) {
    if (x < 0) return -1;
    if (x > 7.09782712893383973096e+02) return kInfinity;
  }
  // x = k ln 2 + near, `lost` being what `near` has lost.
  int k = 0;
  double near = x;
  double lost = 0;
  if (size >= 0x1.62e43p-2) {
    k = size < 0x1.0a2b2p0 ? (x > 0 ? 1 : -1)
                           : static_cast<int>(1.44269504088896338700 * x + (x > 0 ? 0.5 : -0.5));
    const double high = x - k * kLn2High;
    const double low = k * kLn2Low;
    near = high - low;
    lost = (high - near) - low;
  }
  const double half = 0.5 * near;
  const double half_square = near * half;
  const double r = in_pairs(kExpm1, half_square);
  // Fused, as glibc is compiled for the processors of today: these four decide a last digit.
  const double t = std::fma(-r, half, 3.0);
  double e = half_square * ((r - t) / std::fma(-near, t, 6.0));
  if (k == 0) return near - std::fma(near, e, -half_square);
  e = std::fma(near, e - lost, -lost);
  e -= half_square;
  if (k == -1) return 0.5 * (near - e) - 0.5;
  if (k == 1) return near < -0.25 ? -2.0 * (e - (near + 0.5)) : 1.0 + 2.0 * (near - e);
  if (k <= -2 || k > 56) return std::ldexp(1.0 - (e - near), k) - 1.0;
  if (k < 20) return std::ldexp((1.0 - std::ldexp(1.0, -k)) - (e - near), k);
  return std::ldexp((near - (e + std::ldexp(1.0, -k))) + 1.0, k);
}

double log1p(double x) {
  if (std::isnan(x) || x == kInfinity) return x;
  if (x <= -1) return x == -1 ? -kInfinity : kNan;
  const double size = std::fabs(x);
  if (size < 0x1p-54) return x;
  if (size < 0x1p-29) return x - x * x * 0.5;
  // 1 + x = 2^k (1 + f), `lost` being what the sum has lost; `rest` tells whether f is next to
  // nothing.
  std::int64_t k = 0;
  double f = x;
  double lost = 0;
  std::int64_t rest = 1;
  if (x >= 0x1.a827ap-2 || x <= -0x1.2bec4p-2) {
    const double sum = x < 0x1p53 ? 1.0 + x : x;
    const auto bits = std::bit_cast<std::int64_t>(sum);
    k = (bits >> 52) - 1023;
    if (x < 0x1p53) lost = (k > 0 ? 1.0 - (sum - x) : x - (sum - 1.0)) / sum;
    rest = (bits >> 32) & 0xfffff;
    std::int64_t exponent = 0x3ff;
    if (rest >= 0x6a09e) {
      ++k;
      exponent = 0x3fe;
      rest = (0x100000 - rest) >> 2;
    }
    f = std::bit_cast<double>((bits & 0xfffffffffffff) | (exponent << 52)) - 1.0;
  }
  const auto twos = static_cast<double>(k);
  const double half_square = 0.5 * f * f;
  if (rest == 0) {
    if (f == 0) return k == 0 ? 0 : twos * kLn2High + (lost + twos * kLn2Low);
    const double r = half_square * (1.0 - 0.66666666666666666 * f);
    return k == 0 ? f - r : twos * kLn2High - ((r - (twos * kLn2Low + lost)) - f);
  }
  const double s = f / (2.0 + f);
  const double r = in_pairs(kLog1p, s * s);
  if (k == 0) return f - (half_square - s * (half_square + r));
  return twos * kLn2High - ((half_square - (s * (half_square + r) + (twos * kLn2Low + lost))) - f);
}

double sinh(double x) {
  const double size = std::fabs(x);
  if (!std::isfinite(x) || size < 0x1p-28) return x;
  if (size >= 22) return std::copysign(half_exp(size), x);
  const double half = x < 0 ? -0.5 : 0.5;
  const double t = expm1(size);
  return size < 1 ? half * (2.0 * t - t * t / (t + 1)) : half * (t + t / (t + 1));
}

double cosh(double x) {
  const double size = std::fabs(x);
  if (!std::isfinite(x)) return size;
  if (size >= 22) return half_exp(size);
  if (size < 0x1.62e43p-2) {
    if (size < 0x1p-55) return 1;
    const double t = expm1(size);
    const double w = 1 + t;
    return 1 + (t * t) / (w + w);
  }
  const double t = exp(size);
  return 0.5 * t + 0.5 / t;
}

double tanh(double x) {
  const double size = std::fabs(x);
  if (std::isnan(x)) return x;
  if (size < 0x1p-55) return x;
  if (size >= 22) return std::copysign(1, x);
  const double t = expm1(size < 1 ? -2.0 * size : 2.0 * size);
  return std::copysign(size < 1 ? -t / (t + 2) : 1 - 2 / (t + 2), x);
}

double asinh(double x) {
  const double size = std::fabs(x);
  if (!std::isfinite(x) || size < 0x1p-28) return x;
  double result = 0;
  if (size >= 0x1.00001p28) {
    result = log(size) + kLn2;
  } else if (size >= 0x1.00001p1) {
    result = log(2.0 * size + 1 / (std::sqrt(x * x + 1) + size));
  } else {
    const double square = x * x;
    result = log1p(size + square / (1 + std::sqrt(1 + square)));
  }
  return std::copysign(result, x);
}

double acosh(double x) {
  if (x < 1) return kNan;
  if (!(x < kInfinity)) return x;
  if (x >= 0x1p28) return log(x) + kLn2;
  if (x > 2) return log(2.0 * x - 1 / (x + std::sqrt(x * x - 1)));
  const double t = x - 1;
  return log1p(t + std::sqrt(2.0 * t + t * t));
}

double atanh(double x) {
  const double size = std::fabs(x);
  if (std::isnan(x) || size < 0x1p-28) return x;
  if (size >= 1) return size == 1 ? std::copysign(kInfinity, x) : kNan;
  const double twice = size + size;
  const double result =
      size < 0.5 ? 0.5 * log1p(twice + twice * size / (1 - size)) : 0.5 * log1p(twice / (1 - size));
  return std::copysign(result, x);
}

}  // namespace simul::elementary
