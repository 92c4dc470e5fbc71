// Tests for vm/format_spec.hpp: the mini-language against CPython's answers and errors.
#include "vm/format_spec.hpp"

#include <string>

#include "gtest/gtest.h"
#include "vm/bigint.hpp"
#include "vm/cases.hpp"
#include "vm/float_format.hpp"
#include "vm/text.hpp"

namespace simul::vm {
namespace {

std::string shown(const FormatError& error) {
  return (error.kind == FormatError::Kind::kOverflow ? "OverflowError: " : "ValueError: ") +
         error.message;
}

// What int.__format__ does around the functions of format_spec.
std::string format_number(const std::string& value, std::string_view spec_text) {
  FormatSpec spec;
  const BigInt number = BigInt::parse(value, 10).value;
  if (FormatError error = parse_format_spec(spec_text, '>', "int", spec)) return shown(error);
  std::string out;
  if (is_float_type(spec.type)) {
    FormatError error = format_float(spec, *number.to_double(), "int", out);
    return error ? shown(error) : out;
  }
  if (FormatError error = check_int_spec(spec, "int")) return shown(error);
  if (spec.type == 'c') return "?";  // int's own business
  const bool negative = number.sign() < 0;
  return format_int(spec, negative, *(negative ? -number : number).to_string(format_base(spec)));
}

std::string format_case(const std::string& kind, const char* value, std::string_view spec_text) {
  if (kind == "int") return format_number(value, spec_text);
  FormatSpec spec;
  std::string out;
  FormatError error = parse_format_spec(spec_text, kind == "str" ? '<' : '>', kind, spec);
  if (!error && kind == "str") error = format_text(spec, value, "str", out);
  if (!error && kind == "float") {
    double number = 0;
    parse_hex_float(value, &number);
    error = format_float(spec, number, "float", out);
  }
  return error ? shown(error) : out;
}

TEST(FormatSpec, FormatsAndFailsAsCPython) {
  for (const auto& row : cases::kFormatCases) {
    const std::string spec = row.spec;
    if (std::string(row.kind) == "int" && spec.ends_with('c')) continue;
    EXPECT_EQ(format_case(row.kind, row.value, spec), row.result)
        << row.kind << " " << row.value << " '" << spec << "'";
  }
}

}  // namespace
}  // namespace simul::vm
