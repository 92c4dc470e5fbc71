#include "ui/fonts.hpp"

#include <cmath>
#include <string>

#include <gtest/gtest.h>

namespace simul::ui {
namespace {

// Draws every piece as a full block, ten pixels for each of its bytes and one more than that high.
class Blocks : public Lender {
 public:
  double advance_dpx(Face, double, std::string_view piece) override {
    ++measured;
    return piece == "☠" ? 0 : 10.2 * static_cast<double>(piece.size());
  }
  std::optional<Drawn> draw(Face, double, std::string_view piece) override {
    ++drawn;
    Drawn block{10 * static_cast<int>(piece.size()), 11, 1, -9, {}};
    block.coverage.assign(static_cast<std::size_t>(block.width * block.height), 200);
    return block;
  }
  int measured = 0, drawn = 0;
};

class FontsTest : public testing::Test {
 protected:
  FontsTest() {
    fonts_.set_lender(&lender_);
    fonts_.build();
  }
  // As frames do: until nothing new is asked for.
  std::string draw(Type type, std::string_view text) {
    std::string room, out;
    for (int i = 0; i < 5; ++i) {
      out = fonts_.shown(type, text, room);
      if (!fonts_.dirty()) return out;
      fonts_.build();
    }
    ADD_FAILURE() << "the fonts never settle";
    return out;
  }

  Blocks lender_;
  Fonts fonts_;
};

TEST_F(FontsTest, WhatTheyHaveIsNeverBorrowed) {
  EXPECT_EQ(draw(Type::kBody, "worker A"), "worker A");
  EXPECT_EQ(lender_.measured, 0);
}

TEST_F(FontsTest, WhatTheyLackIsDrawnOnceAndStandsInTheAtlas) {
  std::string shown = draw(Type::kBody, "a 猫 b");
  EXPECT_EQ(shown, "a \uE000 b");
  EXPECT_EQ(draw(Type::kBody, "猫"), "\uE000");
  EXPECT_EQ(lender_.drawn, 1);

  const ImFont& font = *fonts_[Type::kBody];
  const ImFontGlyph* glyph = font.FindGlyphNoFallback(0xE000);
  ASSERT_NE(glyph, nullptr);
  EXPECT_EQ(glyph->X1 - glyph->X0, 30);
  EXPECT_EQ(glyph->Y1 - glyph->Y0, 11);
  EXPECT_EQ(glyph->Y0, std::round(font.Ascent) - 9);
  unsigned char* pixels = nullptr;
  int width = 0, height = 0;
  fonts_.atlas().GetTexDataAsAlpha8(&pixels, &width, &height);
  auto x = static_cast<int>(std::lround(glyph->U0 * static_cast<float>(width)));
  auto y = static_cast<int>(std::lround(glyph->V0 * static_cast<float>(height)));
  EXPECT_EQ(pixels[y * width + x], 200);
  EXPECT_EQ(pixels[(y + 10) * width + x + 29], 200);
}

TEST_F(FontsTest, ATextIsAsWideAsItIsDrawn) {
  draw(Type::kBody, "a 猫");
  double own = fonts_.width_dpx(Type::kBody, "a ");
  EXPECT_EQ(fonts_.width_dpx(Type::kBody, "a 猫"), own + 31);
  std::string room;
  std::string_view shown = fonts_.shown(Type::kBody, "a 猫", room);
  const ImFont& font = *fonts_[Type::kBody];
  EXPECT_EQ(
      font.CalcTextSizeA(font.FontSize, FLT_MAX, 0, shown.data(), shown.data() + shown.size()).x,
      own + 31);
}

TEST_F(FontsTest, MeasuringAloneDrawsNothing) {
  draw(Type::kBody, "猫犬");
  int drawn = lender_.drawn;
  fonts_.width_dpx(Type::kBody, "𝄞");
  EXPECT_EQ(lender_.drawn, drawn);
  EXPECT_FALSE(fonts_.dirty());
}

TEST_F(FontsTest, EveryTypeAndEveryRatioHasItsOwnPicture) {
  draw(Type::kBody, "猫");
  EXPECT_EQ(draw(Type::kClock, "猫"), "\uE001");
  fonts_.set_ratio(2);
  EXPECT_EQ(draw(Type::kClock, "猫"), "\uE000");
  EXPECT_EQ(lender_.drawn, 3);
}

TEST_F(FontsTest, WhatNobodyCanDrawStaysTheBoxOfTheFont) {
  EXPECT_EQ(draw(Type::kBody, "☠"), "☠");
  EXPECT_EQ(lender_.drawn, 0);
}

TEST_F(FontsTest, ATextOfAllCharactersComesToAnEnd) {
  std::string all;
  for (char32_t c = 0x4E00; c < 0x6000; ++c) {
    all += {static_cast<char>(0xE0 | (c >> 12)),
            static_cast<char>(0x80 | ((c >> 6) & 0x3F)),
            static_cast<char>(0x80 | (c & 0x3F))};
  }
  draw(Type::kNote, all);
  EXPECT_LE(lender_.drawn, 1500);
}

}  // namespace
}  // namespace simul::ui
