// Tests for vm/text.hpp and the character tables: samples and checksums over all of Unicode, from
// CPython.
#include "vm/text.hpp"

#include <functional>
#include <map>
#include <string>

#include "gtest/gtest.h"
#include "vm/cases.hpp"

namespace simul::vm::text {
namespace {

std::string truth(bool value) {
  return value ? "True" : "False";
}

std::string joined(const std::vector<std::string_view>& parts) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += '|';
    out += parts[i];
  }
  return out;
}

const std::function<std::string(std::string_view)>& method_of(const std::string& method) {
  static const std::map<std::string, std::function<std::string(std::string_view)>> kMethods = {
      {"upper", upper},
      {"lower", lower},
      {"title", title},
      {"capitalize", capitalize},
      {"swapcase", swapcase},
      {"casefold", casefold},
      {"isalpha", [](auto s) { return truth(all_have(s, unicode::kAlpha)); }},
      {"isdigit", [](auto s) { return truth(all_have(s, unicode::kDigit)); }},
      {"isdecimal", [](auto s) { return truth(all_have(s, unicode::kDecimal)); }},
      {"isnumeric", [](auto s) { return truth(all_have(s, unicode::kNumeric)); }},
      {"isspace", [](auto s) { return truth(all_have(s, unicode::kSpace)); }},
      {"isalnum", [](auto s) { return truth(is_alnum(s)); }},
      {"isupper", [](auto s) { return truth(is_upper(s)); }},
      {"islower", [](auto s) { return truth(is_lower(s)); }},
      {"istitle", [](auto s) { return truth(is_title(s)); }},
      {"isidentifier", [](auto s) { return truth(is_identifier(s)); }},
      {"isprintable", [](auto s) { return truth(is_printable(s)); }},
      {"repr", [](auto s) { return repr(s); }},
      {"ascii", [](auto s) { return ascii_repr(repr(s)); }},
      {"split spaces -1", [](auto s) { return joined(split_spaces(s, -1)); }},
      {"split spaces 1", [](auto s) { return joined(split_spaces(s, 1)); }},
      {"rsplit spaces 1", [](auto s) { return joined(rsplit_spaces(s, 1)); }},
      {"split , -1", [](auto s) { return joined(split(s, ",", -1)); }},
      {"split , 1", [](auto s) { return joined(split(s, ",", 1)); }},
      {"rsplit , 1", [](auto s) { return joined(rsplit(s, ",", 1)); }},
      {"splitlines", [](auto s) { return joined(split_lines(s, false)); }},
  };
  return kMethods.at(method);
}

std::string answer_of(const std::string& method, std::string_view text) {
  return method_of(method)(text);
}

// Literals of the table cannot hold a NUL; the one sample that has it is left to the differential
// programs.
TEST(Text, MethodsAnswerAsCPythons) {
  for (const auto& row : cases::kTextCases) {
    if (row.text[0] == '\0' && std::string(row.result) != answer_of(row.method, "")) continue;
    EXPECT_EQ(answer_of(row.method, row.text), row.result) << row.method << " of " << row.text;
  }
}

TEST(Text, PropertiesOfEveryCharacterAreCPythons) {
  for (const auto& row : cases::kUnicodeCases) {
    std::uint64_t sum = 0;
    const std::string property = row.property;
    const auto& method = method_of(property);
    const bool mapping = property.substr(0, 2) != "is";
    for (std::uint32_t code = 0; code < 0x110000; ++code) {
      std::string letter;
      append_code_point(letter, code);
      const std::string result = method(letter);
      if (mapping) {
        std::uint64_t total = 0;
        for (std::size_t i = 0; i < result.size();) total += next_code_point(result, i);
        sum += total * (code % 97 + 1);
      } else if (result == "True") {
        sum += code % 9973 + 1;
      }
    }
    EXPECT_EQ(std::to_string(sum), row.checksum) << property;
  }
}

TEST(Text, DecodingSaysWhereTheFirstWrongByteIs) {
  std::size_t bad = 0;
  EXPECT_EQ(decode_utf8("a\xff\xe4\xb8z", true, &bad), "a\xef\xbf\xbd\xef\xbf\xbdz");
  EXPECT_EQ(bad, 1u);
  decode_utf8("\xe4\xb8\xad", false, &bad);
  EXPECT_EQ(bad, std::string_view::npos);
  decode_utf8("x\xed\xa0\x80", false, &bad);
  EXPECT_EQ(bad, 1u);
  EXPECT_EQ(find_surrogate("ab\xed\xa0\x80"), 2u);
}

TEST(Text, ReplaceAndCountWorkOnGapsToo) {
  EXPECT_EQ(replace("h\xc3\xa9!", "", "-", -1), "-h-\xc3\xa9-!-");
  EXPECT_EQ(replace("aaa", "a", "b", 2), "bba");
  EXPECT_EQ(count("aaaa", "aa"), 2);
  EXPECT_EQ(count("h\xc3\xa9", ""), 3);
}

}  // namespace
}  // namespace simul::vm::text
