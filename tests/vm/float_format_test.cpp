// Tests for vm/float_format.hpp: every row of the tables is CPython's answer.
#include "vm/float_format.hpp"

#include <cmath>
#include <string>

#include "base/float_text.hpp"
#include "gtest/gtest.h"
#include "vm/cases.hpp"

namespace simul::vm {
namespace {

double from_hex(const char* text) {
  double value = 0;
  EXPECT_EQ(parse_hex_float(text, &value), HexStatus::kOk) << text;
  return value;
}

TEST(FloatFormat, ReprIsTheShortestTextInCPythonsLayout) {
  for (const auto& row : cases::kFloatReprCases) {
    const double value = from_hex(row.hex);
    EXPECT_EQ(float_repr(value), row.repr);
    EXPECT_EQ(float_hex(value), row.hex);
    if (std::isnan(value)) continue;
    EXPECT_EQ(std::to_string(hash_double(value)), row.hash) << row.repr;
  }
}

TEST(FloatFormat, RoundGoesToTheNearestDigitTiesToEven) {
  for (const auto& row : cases::kRoundCases) {
    EXPECT_EQ(float_repr(*round_to_digits(from_hex(row.hex), std::stoi(row.digits))), row.result)
        << row.hex << " " << row.digits;
  }
  EXPECT_FALSE(round_to_digits(1.7976931348623157e308, -308));
}

TEST(FloatFormat, ParsesWhatFloatTakesAndNothingElse) {
  for (const auto& row : cases::kParseFloatCases) {
    const std::optional<double> value = parse_float(row.text);
    EXPECT_EQ(value ? float_repr(*value) : "", row.result) << row.text;
  }
}

TEST(FloatFormat, FloorDivisionAndRemainderHaveTheDivisorsSign) {
  for (const auto& row : cases::kFloatDivideCases) {
    const double a = from_hex(row.a);
    const double b = from_hex(row.b);
    EXPECT_EQ(float_repr(float_floor_divide(a, b)), row.quotient) << a << " // " << b;
    EXPECT_EQ(float_repr(float_mod(a, b)), row.remainder) << a << " % " << b;
  }
}

}  // namespace
}  // namespace simul::vm
