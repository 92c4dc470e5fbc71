// The Lanczos sum with g = 6.0246... and thirteen terms. Mirrors m_tgamma() and m_lgamma() of
// CPython's Modules/mathmodule.c: the same operations in the same order, as each rounds.
#include "vm/gamma.hpp"

#include <cmath>
#include <cstddef>
#include <iterator>
#include <limits>
#include <numbers>

#include "base/libm.hpp"

namespace simul::vm {
namespace {

constexpr double kG = 6.024680040776729583740234375;
constexpr double kGMinusHalf = 5.524680040776729583740234375;
constexpr double kLogPi = 1.144729885849400174143427351353058711647;
constexpr double kNumerator[] = {23531376880.410759688572007674451636754734846804940,
                                 42919803642.649098768957899047001988850926355848959,
                                 35711959237.355668049440185451547166705960488635843,
                                 17921034426.037209699919755754458931112671403265390,
                                 6039542586.3520280050642916443072979210699388420708,
                                 1439720407.3117216736632230727949123939715485786372,
                                 248874557.86205415651146038641322942321632125127801,
                                 31426415.585400194380614231628318205362874684987640,
                                 2876370.6289353724412254090516208496135991145378768,
                                 186056.26539522349504029498971604569928220784236328,
                                 8071.6720023658162106380029022722506138218516325024,
                                 210.82427775157934587250973392071336271166969580291,
                                 2.5066282746310002701649081771338373386264310793408};
// x (x + 1) ... (x + 11), multiplied out.
constexpr double kDenominator[] = {0,
                                   39916800,
                                   120543840,
                                   150917976,
                                   105258076,
                                   45995730,
                                   13339535,
                                   2637558,
                                   357423,
                                   32670,
                                   1925,
                                   66,
                                   1};
constexpr std::size_t kTerms = std::size(kNumerator);

double lanczos_sum(double x) {
  double top = 0;
  double bottom = 0;
  if (x < 5) {
    for (std::size_t i = kTerms; i-- > 0;) {
      top = top * x + kNumerator[i];
      bottom = bottom * x + kDenominator[i];
    }
  } else {
    for (std::size_t i = 0; i < kTerms; ++i) {
      top = top / x + kNumerator[i];
      bottom = bottom / x + kDenominator[i];
    }
  }
  return top / bottom;
}

// sin(pi x), exact at whole and half numbers.
double sin_of_pi_times(double x) {
  constexpr double kPi = std::numbers::pi;
  const double y = std::fmod(std::fabs(x), 2.0);
  double result = 0;
  switch (static_cast<int>(std::round(2.0 * y))) {
    case 0: result = libm::sin(kPi * y); break;
    case 1: result = libm::cos(kPi * (y - 0.5)); break;
    case 2: result = libm::sin(kPi * (1.0 - y)); break;
    case 3: result = -libm::cos(kPi * (y - 1.5)); break;
    default: result = libm::sin(kPi * (y - 2.0));
  }
  return std::copysign(1.0, x) * result;
}

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

}  // namespace

double gamma_of(double x) {
  if (!std::isfinite(x)) return x > 0 || std::isnan(x) ? x : kNan;
  if (x == std::floor(x)) {
    if (x <= 0) return kNan;
    // Exact for the factorials a double can hold.
    if (x <= 23) {
      double product = 1;
      for (double k = 2; k < x; ++k) product *= k;
      return product;
    }
  }
  const double size = std::fabs(x);
  if (size < 1e-20) return 1.0 / x;
  if (size > 200) return x < 0 ? 0.0 / sin_of_pi_times(x) : kInfinity;
  const double y = size + kGMinusHalf;
  // What the sum above lost by rounding.
  double lost = size > kGMinusHalf ? (y - size) - kGMinusHalf : (y - kGMinusHalf) - size;
  lost = lost * kG / y;
  double result = 0;
  if (x < 0) {
    result = -std::numbers::pi / sin_of_pi_times(size) / size * libm::exp(y) / lanczos_sum(size);
    result -= lost * result;
    if (size < 140) return result / libm::pow(y, size - 0.5);
    const double root = libm::pow(y, size / 2 - 0.25);
    return result / root / root;
  }
  result = lanczos_sum(size) / libm::exp(y);
  result += lost * result;
  if (size < 140) return result * libm::pow(y, size - 0.5);
  const double root = libm::pow(y, size / 2 - 0.25);
  return result * root * root;
}

double log_gamma_of(double x) {
  if (!std::isfinite(x)) return std::isnan(x) ? x : kInfinity;
  if (x == std::floor(x) && x <= 2) return x <= 0 ? kNan : 0.0;
  const double size = std::fabs(x);
  if (size < 1e-20) return -libm::log(size);
  double result = libm::log(lanczos_sum(size)) - kG;
  result += (size - 0.5) * (libm::log(size + kG - 0.5) - 1);
  if (x < 0)
    result = kLogPi - libm::log(std::fabs(sin_of_pi_times(size))) - libm::log(size) - result;
  return result;
}

}  // namespace simul::vm
