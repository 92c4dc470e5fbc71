#include "base/escapes.hpp"

#include <gtest/gtest.h>

namespace simul {
namespace {

std::string escape(std::uint32_t code) {
  std::string out;
  append_repr_escape(out, code);
  return out;
}

std::string quoted(std::string_view bytes) {
  const char quote = repr_quote(bytes);
  std::string out(1, quote);
  for (const char each : bytes) append_repr_byte(out, static_cast<unsigned char>(each), quote);
  return out + quote;
}

TEST(Escapes, AreAsShortAsTheyCanBe) {
  EXPECT_EQ(escape(0x7), "\\x07");
  EXPECT_EQ(escape(0xff), "\\xff");
  EXPECT_EQ(escape(0x100), "\\u0100");
  EXPECT_EQ(escape(0xd800), "\\ud800");
  EXPECT_EQ(escape(0x10000), "\\U00010000");
}

TEST(Escapes, QuotesAreDoubleOnlyWhereThatSavesAnEscape) {
  EXPECT_EQ(quoted("it"), "'it'");
  EXPECT_EQ(quoted("it's"), "\"it's\"");
  EXPECT_EQ(quoted("it's \"so\""), "'it\\'s \"so\"'");
  EXPECT_EQ(quoted("\""), "'\"'");
}

TEST(Escapes, OfBytesWhatIsNoPlainLetterHasItsNumber) {
  EXPECT_EQ(quoted("a\\b\n\r\t\x1b\x7f\x80 ~"), "'a\\\\b\\n\\r\\t\\x1b\\x7f\\x80 ~'");
}

}  // namespace
}  // namespace simul
