// The templates of str.format(): see format_template.hpp.
#include "vm/format_template.hpp"

#include <algorithm>

#include "vm/text.hpp"

namespace simul::vm {

FormatError next_template_part(std::string_view text,
                               std::size_t& offset,
                               bool& more,
                               TemplatePart& part) {
  part = TemplatePart();
  more = offset < text.size();
  std::size_t i = offset;
  while (i < text.size()) {
    const char c = text[i];
    if (c != '{' && c != '}') {
      part.literal += c;
      ++i;
      continue;
    }
    if (i + 1 < text.size() && text[i + 1] == c) {
      part.literal += c;
      i += 2;
      continue;
    }
    if (c == '}') return FormatError::value("Single '}' encountered in format string");
    if (i + 1 == text.size()) return FormatError::value("Single '{' encountered in format string");
    break;
  }
  if (i >= text.size()) {
    offset = i;
    return {};
  }
  part.has_field = true;
  const std::size_t begin = ++i;
  int brackets = 0;
  for (; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '[') brackets = 1;
    if (c == ']') brackets = 0;
    if (brackets) continue;
    if (c == '{') return FormatError::value("unexpected '{' in field name");
    if (c == '}' || c == ':' || c == '!') break;
  }
  if (i >= text.size()) return FormatError::value("expected '}' before end of string");
  part.name = text.substr(begin, i - begin);
  if (text[i] == '}') {
    offset = i + 1;
    return {};
  }
  if (text[i] == '!') {
    ++i;
    if (i >= text.size())
      return FormatError::value("end of string while looking for conversion specifier");
    if (text[i] == '}') return FormatError::value("unmatched '{' in format spec");
    part.conversion = text::next_code_point(text, i);
    if (i >= text.size()) return FormatError::value("unmatched '{' in format spec");
    if (text[i] == '}') {
      offset = i + 1;
      return {};
    }
    if (text[i] != ':') return FormatError::value("expected ':' after conversion specifier");
  }
  const std::size_t spec_begin = ++i;
  int depth = 1;
  for (; i < text.size(); ++i) {
    if (text[i] == '{') {
      part.nested = true;
      ++depth;
    } else if (text[i] == '}' && --depth == 0) {
      part.spec = text.substr(spec_begin, i - spec_begin);
      offset = i + 1;
      return {};
    }
  }
  return FormatError::value("unmatched '{' in format spec");
}

namespace {

std::int64_t index_of(std::string_view text) {
  if (text.empty() || text.size() > 18) return -1;
  std::int64_t number = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

}  // namespace

FormatError parse_field_name(std::string_view text, FieldName& name) {
  std::size_t i = text.find_first_of(".[");
  if (i == std::string_view::npos) i = text.size();
  name.first = text.substr(0, i);
  name.index = index_of(name.first);
  while (i < text.size()) {
    FieldName::Step step{};
    if (text[i] == '.') {
      const std::size_t end = std::min(text.find_first_of(".[", i + 1), text.size());
      step = {true, text.substr(i + 1, end - i - 1), -1};
      i = end;
    } else if (text[i] == '[') {
      const std::size_t end = text.find(']', i + 1);
      if (end == std::string_view::npos) return FormatError::value("Missing ']' in format string");
      step = {false, text.substr(i + 1, end - i - 1), -1};
      step.index = index_of(step.name);
      i = end + 1;
    } else {
      return FormatError::value("Only '.' or '[' may follow ']' in format field specifier");
    }
    if (step.name.empty()) return FormatError::value("Empty attribute in format string");
    name.steps.push_back(step);
  }
  return {};
}

}  // namespace simul::vm
