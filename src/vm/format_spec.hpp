// src/vm/format_spec.hpp - the three small languages that turn values into text: format()'s
// specifications, str.format()'s templates and the % operator's. Mirrors
// Python/formatter_unicode.c, Objects/stringlib/unicode_format.h and unicode_format.c.
//
// Knows no objects: numbers come as doubles or digits. Every failure is CPython's message.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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

// --- str.format
// ------------------------------------------------------------------------------------------------------
struct TemplatePart {
  std::string literal;  // before the field
  bool has_field = false;
  std::string_view name;  // "0.attr[key]"
  char32_t conversion = 0;
  std::string_view spec;
  bool nested = false;  // the spec has fields itself
};
// Reads the next part at `offset`; false at the end.
FormatError next_template_part(std::string_view text,
                               std::size_t& offset,
                               bool& more,
                               TemplatePart& part);

struct FieldName {
  struct Step {
    bool attribute;
    std::string_view name;
    std::int64_t index;  // of [digits]; -1: a key
  };
  std::string_view first;
  std::int64_t index = -1;  // of the first part when it is a number
  std::vector<Step> steps;
};
FormatError parse_field_name(std::string_view text, FieldName& name);

// --- %
// ---------------------------------------------------------------------------------------------------------------
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
