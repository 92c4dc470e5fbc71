// The specifications of format(): see format_spec.hpp.
#include "vm/format_spec.hpp"

#include <algorithm>
#include <cmath>

#include "vm/float_format.hpp"
#include "vm/text.hpp"

namespace simul::vm {
namespace {

// More would be a text that no program wants and no heap holds.
constexpr std::int64_t kMaxPrecision = 1'000'000;
constexpr std::int64_t kMaxWidth = 100'000'000;

bool is_align(char c) {
  return c == '<' || c == '>' || c == '=' || c == '^';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string hex_of(std::uint32_t code) {
  std::string text;
  do text.insert(0, 1, "0123456789abcdef"[code & 15]);
  while ((code >>= 4) != 0);
  return text;
}

FormatError no_thousands(char separator, std::uint32_t type) {
  const std::string start = std::string("Cannot specify '") + separator + "' with '";
  if (type > 32 && type < 128) return FormatError::value(start + static_cast<char>(type) + "'.");
  return FormatError::value(start + "\\x" + hex_of(type) + "'.");
}

void append_fill(std::string& out, const std::string& fill, std::int64_t count) {
  for (std::int64_t i = 0; i < count; ++i) out += fill;
}

// Digits with separators, filled up with zeros to at least `min_width`.
std::string group_digits(std::string_view digits,
                         char separator,
                         std::int64_t every,
                         std::int64_t min_width) {
  std::string reversed;
  std::int64_t remaining = static_cast<std::int64_t>(digits.size());
  if (separator == 0) {
    std::string text;
    if (min_width > remaining) text.assign(static_cast<std::size_t>(min_width - remaining), '0');
    return text.append(digits);
  }
  std::int64_t need = min_width;
  while (true) {
    const std::int64_t length = std::min(every, std::max({remaining, need, std::int64_t{1}}));
    for (std::int64_t i = 0; i < length; ++i) {
      reversed += remaining > 0 ? digits[static_cast<std::size_t>(--remaining)] : '0';
    }
    need -= length;
    if (remaining <= 0 && need <= 0) break;
    need -= 1;
    reversed += separator;
  }
  std::reverse(reversed.begin(), reversed.end());
  return reversed;
}

struct NumberParts {
  bool negative = false;
  std::string prefix;  // 0x
  std::string digits;  // before the point: these are grouped
  std::string rest;    // point, fraction, exponent, %
};

std::string layout_number(const FormatSpec& spec, const NumberParts& parts, std::int64_t every) {
  std::string sign;
  if (parts.negative) {
    sign = "-";
  } else if (spec.sign == '+' || spec.sign == ' ') {
    sign = std::string(1, spec.sign);
  }
  const auto other =
      static_cast<std::int64_t>(sign.size() + parts.prefix.size() + parts.rest.size());
  std::int64_t min_digits = 0;
  if (spec.fill == "0" && spec.align == '=') min_digits = spec.width - other;
  const std::string grouped = parts.digits.empty()
                                  ? std::string()
                                  : group_digits(parts.digits, spec.thousands, every, min_digits);
  const std::int64_t padding = spec.width - other - static_cast<std::int64_t>(grouped.size());
  std::int64_t left = 0, inside = 0, right = 0;
  if (padding > 0) {
    switch (spec.align) {
      case '<': right = padding; break;
      case '^':
        left = padding / 2;
        right = padding - left;
        break;
      case '=': inside = padding; break;
      default: left = padding; break;
    }
  }
  std::string out;
  append_fill(out, spec.fill, left);
  out += sign;
  out += parts.prefix;
  append_fill(out, spec.fill, inside);
  out += grouped;
  out += parts.rest;
  append_fill(out, spec.fill, right);
  return out;
}

// The magnitude's text split at the end of its leading digits.
void split_number(std::string text, NumberParts& parts) {
  if (!text.empty() && text[0] == '-') {
    parts.negative = true;
    text.erase(0, 1);
  }
  std::size_t n = 0;
  while (n < text.size() && is_digit(text[n])) ++n;
  parts.digits = text.substr(0, n);
  parts.rest = text.substr(n);
}

bool is_zero_text(std::string_view text) {
  for (char c : text) {
    if (c >= '1' && c <= '9') return false;
    if (c == 'e' || c == 'E') break;
    if (c == 'i' || c == 'I' || c == 'n' || c == 'N') return false;
  }
  return true;
}

FormatError check_precision(std::int64_t precision) {
  if (precision > INT32_MAX) return FormatError::value("precision too big");
  if (precision > kMaxPrecision) {
    return FormatError::value("precision too big (Simul stops at 1000000 digits)");
  }
  return {};
}

// One number as the spec's type and precision say, without sign handling by the spec and without
// padding.
std::string number_text(const FormatSpec& spec, double value) {
  std::uint32_t type = spec.type;
  unsigned flags = spec.alternate ? kAlternate : 0;
  std::int64_t precision = spec.precision;
  bool percent = false;
  char code = 'g';
  int fallback = 6;
  if (type == 0) {
    code = 'r';
    flags |= kAddDotZero;
    fallback = 0;
  } else if (type == 'n') {
    code = 'g';
  } else if (type == '%') {
    code = 'f';
    value *= 100;
    percent = true;
  } else {
    code = static_cast<char>(type);
  }
  if (precision < 0) {
    precision = fallback;
  } else if (code == 'r') {
    code = 'g';
  }
  std::string text = format_double(value, code, static_cast<int>(precision), flags);
  if (percent) text += '%';
  if (spec.no_negative_zero && text[0] == '-' && is_zero_text(text)) text.erase(0, 1);
  return text;
}

}  // namespace

bool parse_number(std::string_view text, std::size_t& i, std::int64_t& number) {
  if (i >= text.size() || !is_digit(text[i])) return true;
  number = 0;
  for (; i < text.size() && is_digit(text[i]); ++i) {
    const std::int64_t digit = text[i] - '0';
    if (number > (INT64_MAX - digit) / 10) return false;
    number = number * 10 + digit;
  }
  return true;
}

std::string unknown_format_code(std::uint32_t code, std::string_view type_name) {
  std::string text = "Unknown format code '";
  if (code > 32 && code < 128) {
    text += static_cast<char>(code);
  } else {
    text += "\\x" + hex_of(code);
  }
  return text + "' for object of type '" + std::string(type_name) + "'";
}

FormatError parse_format_spec(std::string_view text,
                              char align,
                              std::string_view type_name,
                              FormatSpec& spec) {
  std::size_t i = 0;
  spec.align = align;
  bool align_given = false;
  if (!text.empty()) {
    std::size_t after = 0;
    text::next_code_point(text, after);
    if (after < text.size() && is_align(text[after])) {
      spec.fill = std::string(text.substr(0, after));
      spec.fill_given = true;
      spec.align = text[after];
      align_given = true;
      i = after + 1;
    } else if (is_align(text[0])) {
      spec.align = text[0];
      align_given = true;
      i = 1;
    }
  }
  const auto at = [&] { return i < text.size() ? text[i] : '\0'; };
  if (at() == '+' || at() == '-' || at() == ' ') spec.sign = text[i++];
  if (at() == 'z') {
    spec.no_negative_zero = true;
    ++i;
  }
  if (at() == '#') {
    spec.alternate = true;
    ++i;
  }
  if (!spec.fill_given && at() == '0') {
    spec.fill = "0";
    if (!align_given && align == '>') spec.align = '=';
    ++i;
  }
  if (!parse_number(text, i, spec.width)) {
    return FormatError::value("Too many decimal digits in format string");
  }
  if (at() == ',') {
    spec.thousands = ',';
    ++i;
  }
  if (at() == '_') {
    if (spec.thousands != 0) return FormatError::value("Cannot specify both ',' and '_'.");
    spec.thousands = '_';
    ++i;
  }
  if (at() == ',' && spec.thousands == '_') {
    return FormatError::value("Cannot specify both ',' and '_'.");
  }
  if (at() == '.') {
    ++i;
    if (!is_digit(at())) return FormatError::value("Format specifier missing precision");
    if (!parse_number(text, i, spec.precision)) {
      return FormatError::value("Too many decimal digits in format string");
    }
  }
  if (i < text.size()) {
    std::size_t after = i;
    const std::uint32_t code = text::next_code_point(text, after);
    if (after != text.size()) {
      return FormatError::value("Invalid format specifier '" + std::string(text) +
                                "' for object of type '" + std::string(type_name) + "'");
    }
    spec.type = code;
  }
  if (spec.width > kMaxWidth) return FormatError::memory();
  if (spec.thousands != 0) {
    switch (spec.type) {
      case 'd':
      case 'e':
      case 'f':
      case 'g':
      case 'E':
      case 'G':
      case '%':
      case 'F':
      case 0: break;
      case 'b':
      case 'o':
      case 'x':
      case 'X':
        if (spec.thousands == '_') break;
        [[fallthrough]];
      default: return no_thousands(spec.thousands, spec.type);
    }
  }
  return {};
}

int format_base(const FormatSpec& spec) {
  switch (spec.type) {
    case 'b': return 2;
    case 'o': return 8;
    case 'x':
    case 'X': return 16;
    default: return 10;
  }
}

bool is_float_type(std::uint32_t type) {
  switch (type) {
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case '%': return true;
    default: return false;
  }
}

FormatError check_int_spec(const FormatSpec& spec, std::string_view type_name) {
  switch (spec.type) {
    case 0:
    case 'b':
    case 'c':
    case 'd':
    case 'o':
    case 'x':
    case 'X':
    case 'n': break;
    default: return FormatError::value(unknown_format_code(spec.type, type_name));
  }
  if (spec.precision != -1)
    return FormatError::value("Precision not allowed in integer format specifier");
  if (spec.no_negative_zero) {
    return FormatError::value("Negative zero coercion (z) not allowed in integer format specifier");
  }
  if (spec.type == 'c') {
    if (spec.sign != 0)
      return FormatError::value("Sign not allowed with integer format specifier 'c'");
    if (spec.alternate) {
      return FormatError::value("Alternate form (#) not allowed with integer format specifier 'c'");
    }
  }
  return {};
}

std::string format_int(const FormatSpec& spec, bool negative, std::string digits) {
  NumberParts parts;
  parts.negative = negative;
  if (spec.type == 'X') {
    for (char& c : digits) c = c >= 'a' ? static_cast<char>(c - 32) : c;
  }
  if (spec.alternate) {
    switch (spec.type) {
      case 'b': parts.prefix = "0b"; break;
      case 'o': parts.prefix = "0o"; break;
      case 'x': parts.prefix = "0x"; break;
      case 'X': parts.prefix = "0X"; break;
      default: break;
    }
  }
  parts.digits = std::move(digits);
  return layout_number(spec, parts, format_base(spec) == 10 ? 3 : 4);
}

FormatError format_float(const FormatSpec& spec,
                         double value,
                         std::string_view type_name,
                         std::string& out) {
  if (spec.type != 0 && spec.type != 'n' && !is_float_type(spec.type)) {
    return FormatError::value(unknown_format_code(spec.type, type_name));
  }
  if (FormatError error = check_precision(spec.precision)) return error;
  NumberParts parts;
  split_number(number_text(spec, value), parts);
  out = layout_number(spec, parts, 3);
  return {};
}

FormatError format_complex(const FormatSpec& spec, double real, double imag, std::string& out) {
  if ((spec.type != 0 && spec.type != 'n' && !is_float_type(spec.type)) || spec.type == '%') {
    return FormatError::value(unknown_format_code(spec.type, "complex"));
  }
  if (spec.fill == "0")
    return FormatError::value("Zero padding is not allowed in complex format specifier");
  if (spec.align == '=') {
    return FormatError::value("'=' alignment flag is not allowed in complex format specifier");
  }
  if (FormatError error = check_precision(spec.precision)) return error;
  FormatSpec part = spec;
  part.width = -1;
  const bool plain = spec.type == 0;
  const auto one = [&](double value) {
    NumberParts parts;
    unsigned flags = spec.alternate ? kAlternate : 0;
    split_number(plain ? format_double(value,
                                       spec.precision < 0 ? 'r' : 'g',
                                       static_cast<int>(std::max<std::int64_t>(spec.precision, 0)),
                                       flags)
                       : number_text(part, value),
                 parts);
    return layout_number(part, parts, 3);
  };
  std::string text;
  const bool only_imaginary = plain && real == 0 && !std::signbit(real);
  if (!only_imaginary) {
    text = one(real);
    part.sign = '+';
  }
  text += one(imag) + "j";
  if (plain && !only_imaginary) text = "(" + text + ")";
  FormatSpec outer;
  outer.fill = spec.fill;
  outer.align = spec.align;
  outer.width = spec.width;
  return format_text(outer, text, "complex", out);
}

FormatError format_text(const FormatSpec& spec,
                        std::string_view text,
                        std::string_view type_name,
                        std::string& out) {
  if (spec.type != 0 && spec.type != 's')
    return FormatError::value(unknown_format_code(spec.type, type_name));
  if (spec.thousands != 0) return no_thousands(spec.thousands, 's');
  if (spec.sign == ' ') return FormatError::value("Space not allowed in string format specifier");
  if (spec.sign != 0) return FormatError::value("Sign not allowed in string format specifier");
  if (spec.no_negative_zero) {
    return FormatError::value("Negative zero coercion (z) not allowed in string format specifier");
  }
  if (spec.alternate)
    return FormatError::value("Alternate form (#) not allowed in string format specifier");
  if (spec.align == '=')
    return FormatError::value("'=' alignment not allowed in string format specifier");
  if (spec.precision >= 0) {
    text = text.substr(0, text::offset_of(text, static_cast<std::size_t>(spec.precision)));
  }
  const std::int64_t padding =
      spec.width < 0 ? 0 : spec.width - static_cast<std::int64_t>(text::count_code_points(text));
  std::int64_t left = 0;
  if (padding > 0 && spec.align == '>') left = padding;
  if (padding > 0 && spec.align == '^') left = padding / 2;
  out.clear();
  append_fill(out, spec.fill, left);
  out += text;
  append_fill(out, spec.fill, padding - left);
  return {};
}

}  // namespace simul::vm
