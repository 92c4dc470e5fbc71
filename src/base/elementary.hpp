// The elementary functions to the last digit: what the C library gives that CPython runs on (glibc
// on x86-64), computed here, for where the C library gives other last digits (Emscripten's is
// musl).
//
// exp, log, log2, pow and the circular functions are computed in two doubles to some 2^-68 and then
// rounded once. glibc promises no rounding, yet its results are the rounded ones for all but one
// argument in a thousand (its tan and atan2: three), and ours are so for all but one in ten
// thousand. The others are formulas upon those (fdlibm's, as glibc has them), and theirs and ours
// round alike, operation by operation.
//
// Whoever needs such a function takes it from base/libm.hpp, which chooses.
#pragma once

namespace simul::elementary {

// exponential.cpp
[[nodiscard]] double exp(double x);
[[nodiscard]] double log(double x);
[[nodiscard]] double log2(double x);
[[nodiscard]] double log10(double x);
[[nodiscard]] double pow(double x, double y);

// circular.cpp
[[nodiscard]] double sin(double x);
[[nodiscard]] double cos(double x);
[[nodiscard]] double tan(double x);
[[nodiscard]] double asin(double x);
[[nodiscard]] double acos(double x);
[[nodiscard]] double atan(double x);
[[nodiscard]] double atan2(double y, double x);

// hyperbolic.cpp
[[nodiscard]] double expm1(double x);
[[nodiscard]] double log1p(double x);
[[nodiscard]] double sinh(double x);
[[nodiscard]] double cosh(double x);
[[nodiscard]] double tanh(double x);
[[nodiscard]] double asinh(double x);
[[nodiscard]] double acosh(double x);
[[nodiscard]] double atanh(double x);

// elementary.cpp
[[nodiscard]] double cbrt(double x);
[[nodiscard]] double hypot(double x, double y);
[[nodiscard]] double erf(double x);
[[nodiscard]] double erfc(double x);

}  // namespace simul::elementary
