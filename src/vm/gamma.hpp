// gamma.hpp - the gamma function as CPython's math computes it, which is not libm's to the last
// digit.
#pragma once

namespace simul::vm {

// NaN where math.gamma() and math.lgamma() have no value; infinite where the result is too large.
[[nodiscard]] double gamma_of(double x);
[[nodiscard]] double log_gamma_of(double x);

}  // namespace simul::vm
