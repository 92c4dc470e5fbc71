// What stands behind a % in a text that is formatted with the operator %, and what it makes of a
// value's digits. Mirrors the part of Objects/unicodeobject.c that is about PyUnicode_Format().
//
// Knows no objects. Every failure is CPython's message.
#pragma once

#include "vm/format_spec.hpp"

namespace simul::vm {

struct PercentSpec {
  bool has_key = false;
  std::string_view key;
  bool left = false, plus = false, blank = false, alternate = false, zero = false;
  bool width_star = false, precision_star = false;
  std::int64_t width = -1;
  std::int64_t precision = -1;
  std::uint32_t type = 0;
  std::size_t type_index = 0;  // in code points, for messages
};
// `offset` is behind the '%'.
FormatError parse_percent(std::string_view text, std::size_t& offset, PercentSpec& spec);
// d i u o x X: magnitude digits in the type's base (16 for X too).
std::string percent_int(const PercentSpec& spec, bool negative, std::string digits);
std::string percent_float(const PercentSpec& spec, double value);
std::string percent_text(const PercentSpec& spec, std::string_view text);

}  // namespace simul::vm
