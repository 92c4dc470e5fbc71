// The C library's functions as Python's numbers need them: the system's own where its last digits
// are CPython's, ours (elementary.hpp) in the page. Whatever of the VM computes a number that a
// program may see calls these, never std::sin and its like.
#pragma once

#include <cmath>

#ifdef __EMSCRIPTEN__
#  include "base/elementary.hpp"
#endif

namespace simul::libm {

#ifdef __EMSCRIPTEN__
using namespace elementary;
#else
using std::acos;
using std::acosh;
using std::asin;
using std::asinh;
using std::atan;
using std::atan2;
using std::atanh;
using std::cbrt;
using std::cos;
using std::cosh;
using std::erf;
using std::erfc;
using std::exp;
using std::expm1;
using std::hypot;
using std::log;
using std::log10;
using std::log1p;
using std::log2;
using std::pow;
using std::sin;
using std::sinh;
using std::tan;
using std::tanh;
#endif
using std::exp2;  // the same tables and the same operations in both libraries

}  // namespace simul::libm
