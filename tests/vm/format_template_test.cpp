// Tests for vm/format_template.hpp: str.format()'s templates against CPython's words.
#include "vm/format_template.hpp"

#include <string>

#include "gtest/gtest.h"

namespace simul::vm {
namespace {

TEST(FormatTemplate, IsCutIntoLiteralsAndFields) {
  std::size_t offset = 0;
  bool more = false;
  TemplatePart part;
  const std::string_view text = "a{{b{0.x[1]!r:>{w}}c";
  ASSERT_FALSE(next_template_part(text, offset, more, part));
  EXPECT_EQ(part.literal, "a{b");
  EXPECT_EQ(part.name, "0.x[1]");
  EXPECT_EQ(part.conversion, U'r');
  EXPECT_EQ(part.spec, ">{w}");
  EXPECT_TRUE(part.nested);
  FieldName name;
  ASSERT_FALSE(parse_field_name(part.name, name));
  EXPECT_EQ(name.index, 0);
  ASSERT_EQ(name.steps.size(), 2u);
  EXPECT_TRUE(name.steps[0].attribute);
  EXPECT_EQ(name.steps[1].index, 1);
  ASSERT_FALSE(next_template_part(text, offset, more, part));
  EXPECT_EQ(part.literal, "c");
  EXPECT_FALSE(part.has_field);
}

std::string template_error(std::string_view text) {
  std::size_t offset = 0;
  bool more = true;
  TemplatePart part;
  while (more) {
    if (FormatError error = next_template_part(text, offset, more, part)) return error.message;
  }
  return "";
}

TEST(FormatTemplate, BrokenOnesGiveCPythonsWords) {
  EXPECT_EQ(template_error("}"), "Single '}' encountered in format string");
  EXPECT_EQ(template_error("{"), "Single '{' encountered in format string");
  EXPECT_EQ(template_error("{0"), "expected '}' before end of string");
  EXPECT_EQ(template_error("{!"), "end of string while looking for conversion specifier");
  EXPECT_EQ(template_error("{!rx}"), "expected ':' after conversion specifier");
  EXPECT_EQ(template_error("{:{}"), "unmatched '{' in format spec");
}

}  // namespace
}  // namespace simul::vm
