// Tests for vm/bigint.hpp: every row of the tables is CPython's answer.
#include "vm/bigint.hpp"

#include <string>

#include "base/float_text.hpp"
#include "gtest/gtest.h"
#include "vm/cases.hpp"
#include "vm/float_format.hpp"

namespace simul::vm {
namespace {

BigInt number(std::string_view text) {
  return BigInt::parse(text, 10).value;
}
std::string text(const BigInt& n) {
  return *n.to_string();
}
std::string text(const std::optional<BigInt>& n) {
  return n ? text(*n) : "too large";
}

std::string apply(const std::string& op, const BigInt& a, const BigInt& b) {
  BigInt quotient;
  BigInt remainder;
  if (op == "+") return text(a + b);
  if (op == "-") return text(a - b);
  if (op == "*") return text(BigInt::multiply(a, b));
  if (op == "//" || op == "%") {
    BigInt::divmod(a, b, &quotient, &remainder);
    return text(op == "%" ? remainder : quotient);
  }
  if (op == "&") return text(a & b);
  if (op == "|") return text(a | b);
  if (op == "^") return text(a ^ b);
  if (op == "~") return text(~a);
  if (op == "<<") return text(BigInt::shift_left(a, b));
  if (op == ">>") return text(BigInt::shift_right(a, b));
  if (op == "**") return text(BigInt::power(a, b));
  if (op == "/") return float_repr(*BigInt::true_divide(a, b));
  if (op == "cmp") return a < b ? "-1" : (a > b ? "1" : "0");
  if (op == "hash") return std::to_string(a.hash());
  if (op == "float") return float_repr(*a.to_double());
  if (op == "bits") return std::to_string(a.bit_length());
  if (op == "hex") return *a.to_string(16);
  if (op == "oct") return *a.to_string(8);
  if (op == "bin") return *a.to_string(2);
  return "?";
}

TEST(BigInt, EveryOperatorAnswersAsCPython) {
  for (const auto& row : cases::kIntegerCases) {
    EXPECT_EQ(apply(row.operation, number(row.a), number(row.b)), row.result)
        << row.a << " " << row.operation << " " << row.b;
  }
}

TEST(BigInt, PowerWithAModulusAnswersAsCPython) {
  for (const auto& row : cases::kPowerModCases) {
    const std::optional<BigInt> result =
        BigInt::power_mod(number(row.base), number(row.exponent), number(row.modulus));
    EXPECT_EQ(result ? text(*result) : "ValueError: base is not invertible for the given modulus",
              row.result)
        << row.base << " " << row.exponent << " " << row.modulus;
  }
}

TEST(BigInt, ParsesWhatIntTakesAndNothingElse) {
  for (const auto& row : cases::kParseIntCases) {
    BigInt::Parsed parsed = BigInt::parse(row.text, std::stoi(row.base));
    const bool ok = parsed.status == BigInt::Parsed::Status::kOk;
    EXPECT_EQ(ok ? text(parsed.value) : "", row.result) << row.text << " in base " << row.base;
  }
}

TEST(BigInt, RefusesWhatWouldTakeTooLongBeforeItStarts) {
  EXPECT_FALSE(BigInt::power(BigInt(10), *BigInt::power(BigInt(10), BigInt(8))));
  EXPECT_FALSE(BigInt::shift_left(BigInt(1), BigInt(1'000'000'000'000)));
  EXPECT_TRUE(BigInt::shift_left(BigInt(0), BigInt(1'000'000'000'000)));
  EXPECT_EQ(text(BigInt::power(BigInt(-1), *BigInt::power(BigInt(10), BigInt(30)))), "1");
  EXPECT_FALSE(BigInt::power(BigInt(10), BigInt(4300))->to_string(10));
  EXPECT_TRUE(BigInt::power(BigInt(10), BigInt(4299))->to_string(10));
  EXPECT_EQ(BigInt::parse(std::string(4301, '1'), 10).status,
            BigInt::Parsed::Status::kTooManyDigits);
}

TEST(BigInt, HasAsManyDigitsAsItIsAllowed) {
  const std::string long_text(5000, '7');
  const BigInt::Parsed parsed = BigInt::parse(long_text, 10, true, 5000);
  ASSERT_EQ(parsed.status, BigInt::Parsed::Status::kOk);
  EXPECT_FALSE(parsed.value.to_string());
  EXPECT_FALSE(parsed.value.to_string(10, 4999));
  EXPECT_EQ(parsed.value.to_string(10, 5000), long_text);
  EXPECT_EQ(BigInt::parse(long_text, 10, true, 4999).status,
            BigInt::Parsed::Status::kTooManyDigits);
}

TEST(BigInt, KnowsWhichNumbersFitAWord) {
  EXPECT_EQ(number("-9223372036854775808").to_int64(), INT64_MIN);
  EXPECT_EQ(number("9223372036854775807").to_int64(), INT64_MAX);
  EXPECT_FALSE(number("9223372036854775808").to_int64());
  EXPECT_FALSE(number("-9223372036854775809").to_int64());
  EXPECT_FALSE(BigInt::power(BigInt(10), BigInt(400))->to_double());
  EXPECT_EQ(text(BigInt::from_double(-1e23)), "-99999999999999991611392");
}

TEST(BigInt, IsOneAndTheSameNumberHoweverItCameAboutNearTheEndsOf64Bits) {
  for (const char* edge : {"9223372036854775807",
                           "9223372036854775808",
                           "-9223372036854775808",
                           "-9223372036854775809",
                           "18446744073709551616",
                           "0",
                           "-1"}) {
    const BigInt n = number(edge);
    const BigInt far = n + number("1000000000000000000000000000000");
    const BigInt back = far - number("1000000000000000000000000000000");
    EXPECT_EQ(n, back) << edge;
    EXPECT_EQ(n.hash(), back.hash()) << edge;
    EXPECT_EQ(n.to_int64(), back.to_int64()) << edge;
    EXPECT_EQ(n.sign(), back.sign()) << edge;
    EXPECT_EQ(text(-(-back)), edge);
    EXPECT_EQ(n.size_bytes(), back.size_bytes()) << edge;
    EXPECT_TRUE(back - n < BigInt(1) && n < far && !(far < n)) << edge;
    BigInt copy = far;
    copy = n;
    EXPECT_EQ(text(copy), edge);
    copy = BigInt(far);
    EXPECT_EQ(text(copy), text(far));
  }
  EXPECT_EQ(number("-9223372036854775808").to_int64(), INT64_MIN);
  EXPECT_EQ(number("9223372036854775808").to_int64(), std::nullopt);
  EXPECT_EQ(text(-BigInt(INT64_MIN)), "9223372036854775808");
  EXPECT_EQ(BigInt(INT64_MIN).bit_length(), 64U);
  EXPECT_EQ(BigInt(INT64_MIN).size_bytes(), 0U);
}

}  // namespace
}  // namespace simul::vm
