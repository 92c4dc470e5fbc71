// src/vm/float_format.hpp - doubles as text and text as doubles, digit for digit as CPython does
// it (repr: base/float_text.hpp).
//
// Mirrors CPython's Python/pystrtod.c and the float half of Objects/floatobject.c. The repr is the
// shortest text that reads back as the same double; every precision is rounded correctly, ties of
// the exact value to even.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace simul::vm {

// Bits of `flags` below.
inline constexpr unsigned kAddDotZero =
    1;  // "1" becomes "1.0"; also moves %g's limit one digit, as CPython's str() does
inline constexpr unsigned kAlternate = 2;  // '#': keep the point and %g's trailing zeros

// `code` is one of e E f F g G r (the shortest repr; precision is not looked at). Infinite values
// are "inf", "-inf", "nan"; capital codes give capitals. No sign for positive values.
std::string format_double(double value, char code, int precision, unsigned flags);

// float(text): spaces around, sign, underscores between digits, inf, infinity, nan in any case. The
// text is ASCII. A number too large is infinite.
std::optional<double> parse_float(std::string_view text);

// round(value, digits), ties to even on the exact value; empty when the result is out of range.
std::optional<double> round_to_digits(double value, int64_t digits);
// round(value): the nearest integer, ties to even; as a double it is exact.
double round_half_even(double value);

// Equal to the hash of an equal int. Not for nan, whose hash is its identity's.
int64_t hash_double(double value);

std::string float_hex(double value);
// float.fromhex: kInvalid is ValueError, kTooLarge is OverflowError.
enum class HexStatus { kOk, kInvalid, kTooLarge };
HexStatus parse_hex_float(std::string_view text, double* value);

// Floor division and remainder of floats with Python's signs; divisor not 0.
double float_mod(double a, double b);
double float_floor_divide(double a, double b);

}  // namespace simul::vm
