// Tests for src/syntax/literals.hpp and unicode.hpp.
#include "syntax/literals.hpp"

#include <gtest/gtest.h>

#include "syntax/unicode.hpp"

namespace simul::syntax {
namespace {

std::string text_of(std::string_view body) {
  std::string out;
  const std::string problem = decode_string_body(body, false, out);
  return problem.empty() ? out : problem;
}

std::string bytes_of(std::string_view body) {
  std::string out;
  const std::string problem = decode_bytes_body(body, false, out);
  return problem.empty() ? out : problem;
}

Constant number(std::string_view token, Arena& arena) {
  Constant c{};
  EXPECT_EQ(read_number(token, arena, c), "");
  return c;
}

TEST(Literals, EscapesBecomeCharacters) {
  EXPECT_EQ(text_of(R"(a\n\t\\\'\x41\101\u00e9\U0001F40D\d\
b)"),
            "a\n\t\\'AA\u00e9\U0001F40D\\db");
  EXPECT_EQ(text_of(R"(\N{EM DASH}\N{greek small letter pi})"), "—π");
}

TEST(Literals, LoneSurrogatesAreKeptAsThreeBytes) {
  EXPECT_EQ(text_of("\\ud800"), "\xED\xA0\x80");
}

TEST(Literals, BrokenEscapesSayWhereAsCPythonDoes) {
  EXPECT_EQ(text_of("ab\\x1"),
            "(unicode error) 'unicodeescape' codec can't decode bytes in position 2-4: truncated "
            "\\xXX escape");
  EXPECT_EQ(text_of("é\\u12"),
            "(unicode error) 'unicodeescape' codec can't decode bytes in position 10-13: truncated "
            "\\uXXXX escape");
  EXPECT_EQ(bytes_of("\\x1"), "(value error) invalid \\x escape at position 0");
  EXPECT_EQ(bytes_of("é"), "bytes can only contain ASCII literal characters");
}

TEST(Literals, RawTextsStayAsTheyAre) {
  std::string out;
  EXPECT_EQ(decode_string_body("\\n\\x", true, out), "");
  EXPECT_EQ(out, "\\n\\x");
}

TEST(Literals, PrefixesAreRead) {
  const StringPrefix p = read_string_prefix("Rb'''x'''");
  EXPECT_TRUE(p.raw);
  EXPECT_TRUE(p.bytes);
  EXPECT_EQ(p.quote_size, 3);
  EXPECT_EQ(p.body, 5u);
  EXPECT_EQ(read_string_prefix("''").quote_size, 1);
  EXPECT_FALSE(read_string_prefix("U'x'").u) << "only the small letter is kept in the tree";
}

TEST(Literals, IntegersAreNormalisedAndKnowIfTheyFit) {
  Arena arena;
  EXPECT_EQ(number("0_0", arena).text, "0");
  EXPECT_EQ(number("1_000", arena).int_value, 1000);
  EXPECT_EQ(number("0o17", arena).text, "0xf");
  EXPECT_EQ(number("0B1010", arena).int_value, 10);
  EXPECT_EQ(number("0XfFfF", arena).text, "0xffff");
  EXPECT_TRUE(number("9223372036854775807", arena).fits_int64);
  EXPECT_FALSE(number("9223372036854775808", arena).fits_int64);
  EXPECT_TRUE(number("0x7fffffffffffffff", arena).fits_int64);
  EXPECT_FALSE(number("0x8000000000000000", arena).fits_int64);
}

TEST(Literals, TooLongDecimalIntegersAreRefused) {
  Arena arena;
  Constant c{};
  EXPECT_EQ(read_number(std::string(4301, '1'), arena, c).substr(0, 27),
            "Exceeds the limit (4300 dig");
  EXPECT_EQ(read_number("0x" + std::string(4301, '1'), arena, c), "");
}

TEST(Literals, FloatsAndImaginaryNumbers) {
  Arena arena;
  EXPECT_EQ(number("1e3", arena).number, 1000.0);
  EXPECT_EQ(number("1_0.5", arena).number, 10.5);
  EXPECT_EQ(number("2.5J", arena).constant_kind, ConstantKind::kImaginary);
}

TEST(Unicode, LettersSymbolsAndSpacesAreToldApart) {
  EXPECT_TRUE(is_identifier_start(U'é'));
  EXPECT_TRUE(is_identifier_start(U'日'));
  EXPECT_TRUE(is_identifier_start(U'ª'));
  EXPECT_FALSE(is_identifier_start(U'×'));
  EXPECT_FALSE(is_identifier_start(U'“'));
  EXPECT_FALSE(is_identifier_continue(U'€'));
  EXPECT_FALSE(is_identifier_continue(U'😀'));
  EXPECT_TRUE(is_identifier_continue(U'\u0301'));
  EXPECT_FALSE(is_identifier_start(U'\u0301'));
  EXPECT_FALSE(is_printable(0xA0));
  EXPECT_FALSE(is_printable(0x200B));
  EXPECT_TRUE(is_printable(U'“'));
}

TEST(Unicode, CodePointsGoThroughUtf8AndBack) {
  for (const char32_t c : {U'a', U'é', U'€', U'\U0001F40D', char32_t{0xDC80}}) {
    std::string text;
    append_utf8(text, c);
    size_t at = 0;
    EXPECT_EQ(decode_utf8(text, at), c);
    EXPECT_EQ(at, text.size());
  }
  size_t at = 0;
  EXPECT_EQ(decode_utf8("\xFFx", at), 0xFFFDu);
  EXPECT_EQ(at, 1u);
  EXPECT_EQ(count_characters("aé€"), 3);
}

TEST(Unicode, AccentsAreJoined) {
  EXPECT_EQ(normalize_identifier("cafe\u0301"), "caf\u00e9");
}

}  // namespace
}  // namespace simul::syntax
