// Tests for src/syntax/repr.hpp.
#include "syntax/repr.hpp"

#include <limits>

#include <gtest/gtest.h>

namespace simul::syntax {
namespace {

TEST(Repr, WritesTextsAsPythonDoes) {
  EXPECT_EQ(python_repr("it's"), "\"it's\"");
  EXPECT_EQ(python_repr("'\""), "'\\'\"'");
  EXPECT_EQ(python_repr("a\n\t\x01\x7F\u00A0é\xED\xA0\x80"), "'a\\n\\t\\x01\\x7f\\xa0é\\ud800'");
  EXPECT_EQ(python_bytes_repr("a'\xFF"), "b\"a'\\xff\"");
}

TEST(Repr, WritesFloatsAsShortAsTheyAreExact) {
  EXPECT_EQ(python_float_repr(0.1), "0.1");
  EXPECT_EQ(python_float_repr(1e16), "1e+16");
  EXPECT_EQ(python_float_repr(123456789012345680.0), "1.2345678901234568e+17");
  EXPECT_EQ(python_float_repr(1e15), "1000000000000000.0");
  EXPECT_EQ(python_float_repr(0.0001), "0.0001");
  EXPECT_EQ(python_float_repr(0.00001), "1e-05");
  EXPECT_EQ(python_float_repr(5e-324), "5e-324");
  EXPECT_EQ(python_float_repr(std::numeric_limits<double>::infinity()), "inf");
}

TEST(Repr, WritesLargeNumbersInTheirDecimalDigits) {
  EXPECT_EQ(decimal_of_hex("ff"), "255");
  EXPECT_EQ(decimal_of_hex("de0b6b3a7640000"), "1000000000000000000");
  EXPECT_EQ(decimal_of_hex("ffffffffffffffffffff"), "1208925819614629174706175");
}

}  // namespace
}  // namespace simul::syntax
