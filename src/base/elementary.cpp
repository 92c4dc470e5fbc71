// What is a formula of its own: the cube root, the length of a side, the error function (fdlibm's
// pieces). As glibc has them, operation by operation.
#include "base/elementary.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include "base/pairs.hpp"

namespace simul::elementary {
namespace {

constexpr double kErfOne = 8.45062911510467529297e-01;    // erf(1), in the digits of a float
constexpr double kErfSlope = 1.28379167095512586316e-01;  // 2/sqrt(pi) - 1
// erf(x) = x + x p(x^2)/q(x^2) up to 0.84375
constexpr double kNearP[] = {1.28379167095512558561e-01,
                             -3.25042107247001499370e-01,
                             -2.84817495755985104766e-02,
                             -5.77027029648944159157e-03,
                             -2.37630166566501626084e-05};
constexpr double kNearQ[] = {1,
                             3.97917223959155352819e-01,
                             6.50222499887672944485e-02,
                             5.08130628187576562776e-03,
                             1.32494738004321644526e-04,
                             -3.96022827877536812320e-06};
// erf(1 + s) = erf(1) + p(s)/q(s) up to 1.25
constexpr double kOneP[] = {-2.36211856075265944077e-03,
                            4.14856118683748331666e-01,
                            -3.72207876035701323847e-01,
                            3.18346619901161753674e-01,
                            -1.10894694282396677476e-01,
                            3.54783043256182359371e-02,
                            -2.16637559486879084300e-03};
constexpr double kOneQ[] = {1,
                            1.06420880400844228286e-01,
                            5.40397917702171048937e-01,
                            7.18286544141962662868e-02,
                            1.26171219808761642112e-01,
                            1.36370839120290507362e-02,
                            1.19844998467991074170e-02};
// erfc(x) = exp(-x^2 - 0.5625 + p(1/x^2)/q(1/x^2)) / x up to 1/0.35
constexpr double kMiddleP[] = {-9.86494403484714822705e-03,
                               -6.93858572707181764372e-01,
                               -1.05586262253232909814e+01,
                               -6.23753324503260060396e+01,
                               -1.62396669462573470355e+02,
                               -1.84605092906711035994e+02,
                               -8.12874355063065934246e+01,
                               -9.81432934416914548592e+00};
constexpr double kMiddleQ[] = {1,
                               1.96512716674392571292e+01,
                               1.37657754143519042600e+02,
                               4.34565877475229228821e+02,
                               6.45387271733267880336e+02,
                               4.29008140027567833386e+02,
                               1.08635005541779435134e+02,
                               6.57024977031928170135e+00,
                               -6.04244152148580987438e-02};
// and beyond
constexpr double kFarP[] = {-9.86494292470009928597e-03,
                            -7.99283237680523006574e-01,
                            -1.77579549177547519889e+01,
                            -1.60636384855821916062e+02,
                            -6.37566443368389627722e+02,
                            -1.02509513161107724954e+03,
                            -4.83519191608651397019e+02};
constexpr double kFarQ[] = {1,
                            3.03380607434824582924e+01,
                            3.25792512996573918826e+02,
                            1.53672958608443695994e+03,
                            3.19985821950859553908e+03,
                            2.55305040643316442583e+03,
                            4.74528541206955367215e+02,
                            -2.24409524465858183362e+01};

// erfc of 1.25 and more.
double erfc_from_afar(double x, double bound) {
  const double s = 1 / (x * x);
  const double ratio = x < bound ? in_pairs(kMiddleP, s) / in_pairs(kMiddleQ, s)
                                 : in_pairs(kFarP, s) / in_pairs(kFarQ, s);
  // z, the upper half of x, has an exact square.
  const double z =
      std::bit_cast<double>(std::bit_cast<std::uint64_t>(x) & ~std::uint64_t{0xffffffff});
  return exp(-z * z - 0.5625) * exp((z - x) * (z + x) + ratio) / x;
}

// The root of a^2 + b^2, a >= b > 0, corrected by what the squares have lost.
double side(double a, double b) {
  const double root = std::sqrt(a * a + b * b);
  double first = 0;
  double second = 0;
  if (root <= 2 * b) {
    const double over = root - b;
    first = a * (2 * over - a);
    second = (over - 2 * (a - b)) * over;
  } else {
    const double over = root - a;
    first = 2 * over * (a - 2 * b);
    second = (4 * over - b) * b + over * over;
  }
  return root - (first + second) / (2 * root);
}

}  // namespace

double cbrt(double x) {
  if (x == 0 || !std::isfinite(x)) return x;
  // The cube roots of 1/4, 1/2, 1, 2, 4.
  static constexpr double kFactors[] = {1 / 1.5874010519681994748,
                                        1 / 1.2599210498948731648,
                                        1.0,
                                        1.2599210498948731648,
                                        1.5874010519681994748};
  int exponent = 0;
  const double m = std::frexp(std::fabs(x), &exponent);
  const double u =
      0.354895765043919860 +
      ((1.50819193781584896 -
        ((2.11499494167371287 -
          ((2.44693122563534430 -
            ((1.83469277483613086 - (0.784932344976639262 - 0.145263899385486367 * m) * m) * m)) *
           m)) *
         m)) *
       m);
  const double cube = u * u * u;
  const double root = u * (cube + 2.0 * m) / (2.0 * cube + m) * kFactors[2 + exponent % 3];
  return std::ldexp(x > 0 ? root : -root, exponent / 3);
}

double hypot(double x, double y) {
  if (std::isinf(x) || std::isinf(y)) return std::numeric_limits<double>::infinity();
  if (std::isnan(x) || std::isnan(y)) return x + y;
  const double a = std::max(std::fabs(x), std::fabs(y));
  const double b = std::min(std::fabs(x), std::fabs(y));
  constexpr double kScale = 0x1p-600;
  if (a > 0x1p511) return b <= a * 0x1p-54 ? a + b : side(a * kScale, b * kScale) / kScale;
  if (b < 0x1p-459) return a >= b / 0x1p-54 ? a + b : side(a / kScale, b / kScale) * kScale;
  return b <= a * 0x1p-54 ? a + b : side(a, b);
}

double erf(double x) {
  const double size = std::fabs(x);
  if (std::isnan(x)) return x;
  if (size < 0.84375) {
    if (size < 0x1p-28) {
      if (size < std::numeric_limits<double>::min())
        return 0.0625 * (16.0 * x + 16.0 * kErfSlope * x);
      return x + kErfSlope * x;
    }
    const double z = x * x;
    return x + x * (in_pairs(kNearP, z) / in_pairs(kNearQ, z));
  }
  double result = 1;
  if (size < 1.25) {
    result = kErfOne + in_pairs(kOneP, size - 1) / in_pairs(kOneQ, size - 1);
  } else if (size < 6) {
    result = 1 - erfc_from_afar(size, 0x1.6db6ep1);
  }
  return std::copysign(result, x);
}

double erfc(double x) {
  const double size = std::fabs(x);
  if (std::isnan(x)) return x;
  if (size < 0.84375) {
    if (size < 0x1p-56) return 1 - x;
    const double z = x * x;
    const double y = in_pairs(kNearP, z) / in_pairs(kNearQ, z);
    return x < 0.25 ? 1 - (x + x * y) : 0.5 - (x * y + (x - 0.5));
  }
  if (size < 1.25) {
    const double part = in_pairs(kOneP, size - 1) / in_pairs(kOneQ, size - 1);
    return x > 0 ? 1 - kErfOne - part : 1 + (kErfOne + part);
  }
  if (size >= 28 || x <= -6) return x > 0 ? 0 : 2;
  const double rest = erfc_from_afar(size, 0x1.6db6dp1);
  return x > 0 ? rest : 2 - rest;
}

}  // namespace simul::elementary
