#include "base/text_edit.hpp"

#include <random>

#include <gtest/gtest.h>

namespace simul {
namespace {

TextEdits edits(std::vector<TextEdit> list) {
  auto made = TextEdits::make(std::move(list));
  EXPECT_TRUE(made.ok());
  return made.ok() ? std::move(made).value() : TextEdits();
}

std::string applied(const TextEdits& edits, std::string_view text) {
  auto result = edits.apply(text);
  EXPECT_TRUE(result.ok());
  return result.ok() ? result.value() : "";
}

// Up to three edits of a text of `size` bytes that do not touch each other.
TextEdits random_edits(std::mt19937& random, std::size_t size) {
  std::vector<TextEdit> list;
  std::uint32_t at = 0;
  for (int i = 0; i < 3; ++i) {
    auto begin = at + static_cast<std::uint32_t>(random() % 5);
    auto end = begin + static_cast<std::uint32_t>(random() % 4);
    if (end > size) break;
    list.push_back(
        {{begin, end}, std::string(random() % 4, static_cast<char>('A' + random() % 26))});
    at = end + 1;
  }
  return edits(std::move(list));
}

TEST(TextEdits, AllSpeakOfTheTextBeforeAnyOfThem) {
  EXPECT_EQ(applied(edits({{{6, 9}, "1.6"}, {{0, 0}, "await "}}), "sleep(1.0)"),
            "await sleep(1.6)");
}

TEST(TextEdits, EditsThatTouchEachOtherAreRefused) {
  EXPECT_FALSE(TextEdits::make({{{0, 4}, "x"}, {{3, 5}, "y"}}).ok());
  EXPECT_FALSE(TextEdits::make({{{0, 4}, "x"}, {{4, 5}, "y"}}).ok());
  EXPECT_FALSE(TextEdits::make({{{5, 4}, "x"}}).ok());
}

TEST(TextEdits, ATextThatHasBecomeTooShortIsNamedAndNotTouched) {
  auto result = edits({{{4, 9}, ""}}).apply("short");
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().message,
            "an edit reaches to 9 in a text of 5 bytes: the text has changed meanwhile");
}

TEST(TextEdits, InvertUndoesAndComposeIsOneAfterTheOther) {
  std::mt19937 random(7);
  for (int round = 0; round < 20'000; ++round) {
    std::string text(random() % 24, ' ');
    for (char& c : text) c = static_cast<char>('a' + random() % 26);
    TextEdits first = random_edits(random, text.size());
    std::string between = applied(first, text);
    ASSERT_EQ(applied(first.invert(text), between), text);
    TextEdits second = random_edits(random, between.size());
    ASSERT_EQ(applied(first.compose(second), text), applied(second, between))
        << text << " " << between;
  }
}

TEST(TextEdits, AnOffsetMovesWithTheTextAroundIt) {
  TextEdits change = edits({{{2, 2}, "XX"}, {{5, 8}, "Y"}});  // ab|cde[fgh]ij -> abXXcdeYij
  EXPECT_EQ(change.map(0), 0u);
  EXPECT_EQ(change.map(2), 2u);
  EXPECT_EQ(change.map(2, true), 4u);
  EXPECT_EQ(change.map(4), 6u);
  EXPECT_EQ(change.map(6), 8u);  // inside what goes: behind what comes
  EXPECT_EQ(change.map(8), 8u);
  EXPECT_EQ(change.map(9), 9u);
}

}  // namespace
}  // namespace simul
