#include "base/utf16.hpp"

#include <gtest/gtest.h>

namespace simul {
namespace {

TEST(Utf16, AstralCharactersAreTwoUnitsAndAllOthersOne) {
  EXPECT_EQ(utf16_length(""), 0u);
  EXPECT_EQ(utf16_length("abc"), 3u);
  EXPECT_EQ(utf16_length("é€"), 2u);
  EXPECT_EQ(utf16_length("😀"), 2u);
}

TEST(Utf16, BytesThatAreNoUtf8CountOneEach) {
  EXPECT_EQ(utf16_length("\xFF\xFE"), 2u);
  EXPECT_EQ(utf16_length("a\xE2\x82"), 3u);
  EXPECT_EQ(utf16_length("\xF0\x9F"), 2u);
}

TEST(Utf16, CodePointsBecomeBytes) {
  EXPECT_EQ(byte_of_code_point("é😀x", 0), 0u);
  EXPECT_EQ(byte_of_code_point("é😀x", 1), 2u);
  EXPECT_EQ(byte_of_code_point("é😀x", 2), 6u);
  EXPECT_EQ(byte_of_code_point("é😀x", 9), 7u);
}

TEST(Utf16, LinesEndAsPythonsLinesDo) {
  EXPECT_EQ(byte_of_line("a\nb", 0), 0u);
  EXPECT_EQ(byte_of_line("a\nb", 1), 2u);
  EXPECT_EQ(byte_of_line("a\r\nb\rc", 1), 3u);
  EXPECT_EQ(byte_of_line("a\r\nb\rc", 2), 5u);
  EXPECT_EQ(byte_of_line("a\nb", 7), 3u);
}

}  // namespace
}  // namespace simul
