// str.format()'s templates: literals, fields, the names in them. Mirrors
// Objects/stringlib/unicode_format.h.
//
// Knows no objects. Every failure is CPython's message.
#pragma once

#include <vector>

#include "vm/format_spec.hpp"

namespace simul::vm {

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

}  // namespace simul::vm
