// Complex products, quotients and powers: see complex_number.hpp. Whole exponents up to a hundred
// are multiplied out, as the last digits show.
#include "base/complex_number.hpp"

#include <cmath>

#include "base/libm.hpp"

namespace simul {

ComplexNumber product(ComplexNumber a, ComplexNumber b) {
  return {a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real};
}

ComplexResult quotient(ComplexNumber a, ComplexNumber b) {
  const double absolute_real = std::fabs(b.real);
  const double absolute_imag = std::fabs(b.imag);
  if (absolute_real == 0 && absolute_imag == 0) return {{}, ComplexFault::kZeroDivision};
  if (absolute_real >= absolute_imag) {
    const double ratio = b.imag / b.real;
    const double denominator = b.real + b.imag * ratio;
    return {{(a.real + a.imag * ratio) / denominator, (a.imag - a.real * ratio) / denominator}};
  }
  const double ratio = b.real / b.imag;
  const double denominator = b.real * ratio + b.imag;
  return {{(a.real * ratio + a.imag) / denominator, (a.imag * ratio - a.real) / denominator}};
}

namespace {

ComplexNumber whole_power(ComplexNumber base, int exponent) {
  ComplexNumber result{1, 0};
  for (ComplexNumber square = base; exponent > 0; exponent >>= 1) {
    if ((exponent & 1) != 0) result = product(result, square);
    square = product(square, square);
  }
  return result;
}

ComplexResult polar_power(ComplexNumber base, ComplexNumber exponent) {
  if (base.real == 0 && base.imag == 0) {
    const bool faulty = exponent.imag != 0 || exponent.real < 0;
    return {{}, faulty ? ComplexFault::kZeroDivision : ComplexFault::kNone};
  }
  const double size = libm::hypot(base.real, base.imag);
  double length = libm::pow(size, exponent.real);
  const double angle = libm::atan2(base.imag, base.real);
  double phase = angle * exponent.real;
  if (exponent.imag != 0) {
    length *= libm::exp(-angle * exponent.imag);
    phase += exponent.imag * libm::log(size);
  }
  return {{length * libm::cos(phase), length * libm::sin(phase)}};
}

}  // namespace

ComplexResult power(ComplexNumber base, ComplexNumber exponent) {
  constexpr double kMostMultiplied = 100;
  const bool whole = exponent.imag == 0 && exponent.real == std::floor(exponent.real) &&
                     std::fabs(exponent.real) <= kMostMultiplied;
  ComplexResult result;
  if (!whole) {
    result = polar_power(base, exponent);
  } else if (exponent.real >= 0) {
    result.value = whole_power(base, static_cast<int>(exponent.real));
  } else {
    result = quotient({1, 0}, whole_power(base, static_cast<int>(-exponent.real)));
  }
  const bool infinite = std::isinf(result.value.real) || std::isinf(result.value.imag);
  if (infinite && result.fault == ComplexFault::kNone) result.fault = ComplexFault::kOverflow;
  return result;
}

}  // namespace simul
