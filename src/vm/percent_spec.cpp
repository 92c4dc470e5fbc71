// The operator % of texts: see percent_spec.hpp.
#include "vm/percent_spec.hpp"

#include <algorithm>

#include "vm/float_format.hpp"
#include "vm/text.hpp"

namespace simul::vm {

FormatError parse_percent(std::string_view text, std::size_t& offset, PercentSpec& spec) {
  std::size_t i = offset;
  const auto incomplete = [] { return FormatError::value("incomplete format"); };
  if (i < text.size() && text[i] == '(') {
    const std::size_t begin = ++i;
    int depth = 1;
    for (; i < text.size() && depth > 0; ++i) {
      if (text[i] == ')') --depth;
      if (text[i] == '(') ++depth;
    }
    if (depth > 0) return FormatError::value("incomplete format key");
    spec.has_key = true;
    spec.key = text.substr(begin, i - 1 - begin);
  }
  for (; i < text.size(); ++i) {
    if (text[i] == '-')
      spec.left = true;
    else if (text[i] == '+')
      spec.plus = true;
    else if (text[i] == ' ')
      spec.blank = true;
    else if (text[i] == '#')
      spec.alternate = true;
    else if (text[i] == '0')
      spec.zero = true;
    else
      break;
  }
  if (i < text.size() && text[i] == '*') {
    spec.width_star = true;
    ++i;
  } else if (!parse_number(text, i, spec.width)) {
    return FormatError::value("width too big");
  }
  if (i < text.size() && text[i] == '.') {
    ++i;
    spec.precision = 0;
    if (i < text.size() && text[i] == '*') {
      spec.precision_star = true;
      ++i;
    } else if (!parse_number(text, i, spec.precision) || spec.precision > INT32_MAX) {
      return FormatError::value("precision too big");
    }
  }
  if (i < text.size() && (text[i] == 'h' || text[i] == 'l' || text[i] == 'L')) ++i;
  if (i >= text.size()) return incomplete();
  spec.type_index = text::count_code_points(text.substr(0, i));
  spec.type = text::next_code_point(text, i);
  offset = i;
  return {};
}

namespace {

std::string percent_pad(const PercentSpec& spec,
                        std::string sign,
                        std::string_view body,
                        bool zero_fill) {
  std::string out;
  const auto size = static_cast<std::int64_t>(sign.size() + text::count_code_points(body));
  const std::int64_t padding = std::max<std::int64_t>(spec.width - size, 0);
  const auto count = static_cast<std::size_t>(padding);
  if (zero_fill && !spec.left) return sign + std::string(count, '0') + std::string(body);
  if (!spec.left) out.assign(count, ' ');
  out += sign;
  out += body;
  if (spec.left) out.append(count, ' ');
  return out;
}

std::string percent_sign(const PercentSpec& spec, bool negative) {
  if (negative) return "-";
  if (spec.plus) return "+";
  return spec.blank ? " " : "";
}

}  // namespace

std::string percent_int(const PercentSpec& spec, bool negative, std::string digits) {
  std::string sign = percent_sign(spec, negative);
  if (spec.precision > static_cast<std::int64_t>(digits.size())) {
    digits.insert(0, static_cast<std::size_t>(spec.precision) - digits.size(), '0');
  }
  if (spec.type == 'X') {
    for (char& c : digits) c = c >= 'a' ? static_cast<char>(c - 32) : c;
  }
  if (spec.alternate && (spec.type == 'x' || spec.type == 'X' || spec.type == 'o')) {
    sign += '0';
    sign += static_cast<char>(spec.type);
  }
  return percent_pad(spec, std::move(sign), digits, spec.zero);
}

std::string percent_float(const PercentSpec& spec, double value) {
  const int precision = spec.precision < 0 ? 6 : static_cast<int>(spec.precision);
  std::string text = format_double(
      value, static_cast<char>(spec.type), precision, spec.alternate ? kAlternate : 0);
  const bool negative = text[0] == '-';
  if (negative) text.erase(0, 1);
  return percent_pad(spec, percent_sign(spec, negative), text, spec.zero);
}

std::string percent_text(const PercentSpec& spec, std::string_view text) {
  if (spec.precision >= 0) {
    text = text.substr(0, text::offset_of(text, static_cast<std::size_t>(spec.precision)));
  }
  return percent_pad(spec, "", text, false);
}

}  // namespace simul::vm
