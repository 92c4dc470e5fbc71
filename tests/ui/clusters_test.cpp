#include "ui/clusters.hpp"

#include <string>

#include <gtest/gtest.h>

#include "syntax/unicode.hpp"

namespace simul::ui {
namespace {

// A font of the Latin letters, up to U+017F.
class BeyondLatin : public Lack {
 public:
  bool operator()(char32_t c) const override { return c > 0x17F; }
};

// The pieces with a bar between them; what is borrowed in brackets.
std::string shown(std::string_view text) {
  std::string out;
  for (const Piece& piece : pieces(text, BeyondLatin())) {
    if (!out.empty()) out += '|';
    out += piece.borrowed ? '[' + std::string(piece.text) + ']' : std::string(piece.text);
  }
  return out;
}

TEST(Pieces, WhatTheFontsHaveIsOne) {
  EXPECT_EQ(shown("worker A, café"), "worker A, café");
  EXPECT_EQ(shown(""), "");
}

TEST(Pieces, LettersThatStandAloneAreBorrowedOneByOne) {
  EXPECT_EQ(shown("hi 猫犬!"), "hi |[猫]|[犬]|!");
  EXPECT_EQ(shown("да"), "[д]|[а]");
}

TEST(Pieces, LettersThatJoinAreBorrowedTogetherWithTheSpacesBetweenTheirWords) {
  EXPECT_EQ(shown("a שלום עולם b"), "a |[שלום עולם]| b");
  EXPECT_EQ(shown("שלום 3"), "[שלום]| 3");
}

TEST(Pieces, AnAccentTakesItsLetterAlong) {
  EXPECT_EQ(shown("xe\u0301y"), "x|[e\u0301]|y");
  EXPECT_EQ(shown("e\u0301"), "[e\u0301]");
  EXPECT_EQ(shown("\u0301e"), "[\u0301]|e");
}

TEST(Pieces, APictureOfSeveralCharactersIsOne) {
  EXPECT_EQ(shown("👩\u200D🔬!"), "[👩\u200D🔬]|!");
  EXPECT_EQ(shown("👍🏽👍"), "[👍🏽]|[👍]");
  EXPECT_EQ(shown("🇩🇪🇫🇷"), "[🇩🇪]|[🇫🇷]");
}

TEST(Pieces, AreTheTextAndNoneIsWithoutEnd) {
  std::string letters;
  for (int i = 0; i < 1000; ++i) letters += "ש";
  letters += "\xFF\xC0 end\xF0\x9F";
  std::string again;
  for (const Piece& piece : pieces(letters, BeyondLatin())) {
    ASSERT_FALSE(piece.text.empty());
    EXPECT_LE(syntax::count_characters(piece.text), 41);
    again += piece.text;
  }
  EXPECT_EQ(again, letters);
}

}  // namespace
}  // namespace simul::ui
