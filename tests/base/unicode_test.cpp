#include "base/unicode.hpp"

#include <gtest/gtest.h>

namespace simul::unicode {
namespace {

bool has(std::uint32_t code, std::uint32_t flag) {
  return (properties(code) & flag) != 0;
}

TEST(Unicode, LettersBeginNamesAndDigitsGoOnWithThem) {
  for (const std::uint32_t letter : {0x61u, 0xE9u, 0x4E2Du, 0x1D5E8u}) {
    EXPECT_TRUE(has(letter, kIdStart)) << letter;
    EXPECT_TRUE(has(letter, kIdContinue)) << letter;
  }
  EXPECT_FALSE(has(0x0660, kIdStart));
  EXPECT_TRUE(has(0x0660, kIdContinue));
  for (const std::uint32_t other : {0x20ACu, 0x0378u, 0x1F600u, 0x10FFFFu})
    EXPECT_FALSE(has(other, kIdContinue)) << other;
}

TEST(Unicode, WhatHasNoSignCannotBePrinted) {
  for (const std::uint32_t shown : {0x20u, 0x7Eu, 0xE9u, 0x1F600u})
    EXPECT_TRUE(is_printable(shown)) << shown;
  for (const std::uint32_t hidden : {0x0Au, 0x7Fu, 0xA0u, 0x0378u, 0x200Bu, 0xD800u, 0xE000u})
    EXPECT_FALSE(is_printable(hidden)) << hidden;
}

TEST(Unicode, EveryNameOfACharacterMayBeOne) {
  for (const char* name : {"SNOWMAN",
                           "snowman",
                           "LATIN SMALL LETTER E WITH ACUTE",
                           "Hangul Syllable Ga",
                           "CJK UNIFIED IDEOGRAPH-4E00",
                           "LINE FEED",
                           "BELL",
                           "PLUS-MINUS SIGN",
                           "NULL"})
    EXPECT_TRUE(may_be_a_name(name)) << name;
  for (const char* name : {"foo", "foo bar", "SNOWMANN", "", "LATIN", "€ SIGN"})
    EXPECT_FALSE(may_be_a_name(name)) << name;
}

TEST(Unicode, OnlyLettersOfNamesMayNormalize) {
  EXPECT_TRUE(has(0xFF21, kMayNormalize));  // a wide A
  EXPECT_TRUE(has(0x0301, kMayNormalize));  // an accent
  EXPECT_FALSE(has(0xE9, kMayNormalize));
  EXPECT_FALSE(has(0x2460, kMayNormalize));  // a one in a circle is in no name
}

}  // namespace
}  // namespace simul::unicode
