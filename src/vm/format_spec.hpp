// format()'s specifications, the small language that turns values into text; str.format()'s
// templates are in format_template.hpp, the operator %'s in percent_spec.hpp. Mirrors
// Python/formatter_unicode.c.
//
// Knows no objects: numbers come as doubles or digits. Every failure is CPython's message.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace simul::vm {

struct FormatSpec {
  std::string fill = " ";  // one code point
  bool fill_given = false;
  char align = 0;  // < > = ^, 0: not given
  char sign = 0;   // + - space, 0: not given
  bool no_negative_zero = false;
  bool alternate = false;
  char thousands = 0;  // ',' or '_'
  std::int64_t width = -1;
  std::int64_t precision = -1;
  std::uint32_t type = 0;  // 0: not given
};

struct FormatError {
  enum class Kind { kNone, kValue, kOverflow, kMemory };
  Kind kind = Kind::kNone;
  std::string message;
  static FormatError value(std::string text) { return {Kind::kValue, std::move(text)}; }
  static FormatError overflow(std::string text) { return {Kind::kOverflow, std::move(text)}; }
  static FormatError memory() { return {Kind::kMemory, {}}; }
  explicit operator bool() const { return kind != Kind::kNone; }
};

// `align`: the type's own. `type_name` is for the messages.
FormatError parse_format_spec(std::string_view text,
                              char align,
                              std::string_view type_name,
                              FormatSpec& spec);

std::string unknown_format_code(std::uint32_t code, std::string_view type_name);

// The type is one of b c d o x X n or none. `digits` is the magnitude in format_base(spec).
int format_base(const FormatSpec& spec);
FormatError check_int_spec(const FormatSpec& spec, std::string_view type_name);
std::string format_int(const FormatSpec& spec, bool negative, std::string digits);

// The type is one of e E f F g G n % or none.
FormatError format_float(const FormatSpec& spec,
                         double value,
                         std::string_view type_name,
                         std::string& out);
FormatError format_complex(const FormatSpec& spec, double real, double imag, std::string& out);
FormatError format_text(const FormatSpec& spec,
                        std::string_view text,
                        std::string_view type_name,
                        std::string& out);
bool is_float_type(std::uint32_t type);  // e E f F g G %: an int is formatted as a float with these
// Digits at `i`, if there are any; false: more than 64 bits hold.
bool parse_number(std::string_view text, std::size_t& i, std::int64_t& number);

}  // namespace simul::vm
