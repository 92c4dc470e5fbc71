// Tests for src/syntax/repr.hpp.
#include "syntax/repr.hpp"

#include <gtest/gtest.h>

namespace simul::syntax {
namespace {

TEST(Repr, WritesTextsAsPythonDoes) {
  EXPECT_EQ(python_repr("it's"), "\"it's\"");
  EXPECT_EQ(python_repr("'\""), "'\\'\"'");
  EXPECT_EQ(python_repr("a\n\t\x01\x7F\u00A0é\xED\xA0\x80"), "'a\\n\\t\\x01\\x7f\\xa0é\\ud800'");
  EXPECT_EQ(python_bytes_repr("a'\xFF"), "b\"a'\\xff\"");
}

TEST(Repr, WritesLargeNumbersInTheirDecimalDigits) {
  EXPECT_EQ(decimal_of_hex("ff"), "255");
  EXPECT_EQ(decimal_of_hex("de0b6b3a7640000"), "1000000000000000000");
  EXPECT_EQ(decimal_of_hex("ffffffffffffffffffff"), "1208925819614629174706175");
}

}  // namespace
}  // namespace simul::syntax
