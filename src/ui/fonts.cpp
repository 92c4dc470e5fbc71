#include "ui/fonts.hpp"

#include <algorithm>
#include <cmath>

#include <imgui_internal.h>

namespace simul::ui {
namespace {

struct Cut {
  Face face;
  double size_px, tracking_px;
};
constexpr std::array<Cut, kTypes> kCuts = {{{Face::kSemibold, 10.5, 0.6},
                                            {Face::kRegular, 11, 0},
                                            {Face::kMedium, 11, 0},
                                            {Face::kRegular, 12, 0},
                                            {Face::kMedium, 12.5, 0},
                                            {Face::kRegular, 13, 0},
                                            {Face::kSemibold, 13, 0},
                                            {Face::kCodeMedium, 11, 0},
                                            {Face::kCode, 12, 0},
                                            {Face::kCodeMedium, 18, 0}}};

// More characters than a picture of a program ever needs; a text made to fill the atlas does not.
constexpr std::size_t kMostBeyondAscii = 1500;

void make_digits_equally_wide(ImFont& font) {
  float widest = 0;
  for (ImWchar c = '0'; c <= '9'; ++c) widest = std::max(widest, font.GetCharAdvance(c));
  for (ImFontGlyph& glyph : font.Glyphs) {
    if (glyph.Codepoint < '0' || glyph.Codepoint > '9') continue;
    float shift = std::floor((widest - glyph.AdvanceX) / 2);
    glyph.X0 += shift;
    glyph.X1 += shift;
    glyph.AdvanceX = widest;
    font.IndexAdvanceX[static_cast<int>(glyph.Codepoint)] = widest;
  }
}

}  // namespace

Fonts::Fonts() : atlas_(std::make_unique<ImFontAtlas>()) {
  for (char32_t c : U"–—‘’“”…·×→±°") {
    if (c != 0) beyond_ascii_.insert(static_cast<ImWchar>(c));
  }
}
Fonts::~Fonts() = default;

void Fonts::set(Face face, std::vector<std::byte> file) {
  files_[static_cast<std::size_t>(face)] = std::move(file);
  dirty_ = true;
}

void Fonts::set_ratio(double ratio) {
  if (ratio == ratio_) return;
  ratio_ = ratio;
  dirty_ = true;
}

void Fonts::need(const char* begin, const char* end) {
  while (begin < end) {
    if (static_cast<unsigned char>(*begin) < 0x80) {
      ++begin;
      continue;
    }
    unsigned c = 0;
    begin += std::max(1, ImTextCharFromUtf8(&c, begin, end));
    bool is_new = c > 0x7F && c < 0xFFFD && beyond_ascii_.size() < kMostBeyondAscii &&
                  beyond_ascii_.insert(static_cast<ImWchar>(c)).second;
    if (is_new) dirty_ = true;
  }
}

bool Fonts::build() {
  if (!dirty_) return false;
  dirty_ = false;
  atlas_->Clear();
  atlas_->Flags |= ImFontAtlasFlags_NoMouseCursors;
  ImVector<ImWchar> ranges;
  ranges.push_back(0x20);
  ranges.push_back(0x7E);
  for (ImWchar c : beyond_ascii_) {
    ranges.push_back(c);
    ranges.push_back(c);
  }
  ranges.push_back(0);

  for (std::size_t i = 0; i < kTypes; ++i) {
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.OversampleH = 1;
    config.OversampleV = 1;
    config.PixelSnapH = true;
    config.GlyphRanges = ranges.Data;
    config.GlyphExtraSpacing.x = static_cast<float>(std::round(kCuts[i].tracking_px * ratio_));
    auto size = static_cast<float>(std::max(6.0, std::round(kCuts[i].size_px * ratio_)));
    const std::vector<std::byte>* file = &files_[static_cast<std::size_t>(kCuts[i].face)];
    // A file that did not come is stood in for by any that did.
    for (const auto& other : files_) {
      if (file->empty()) file = &other;
    }
    if (file->empty()) {
      config.SizePixels = size;
      config.GlyphRanges = nullptr;
      fonts_[i] = atlas_->AddFontDefault(&config);
    } else {
      fonts_[i] = atlas_->AddFontFromMemoryTTF(
          const_cast<std::byte*>(file->data()), static_cast<int>(file->size()), size, &config);
    }
  }
  atlas_->Build();
  for (ImFont* font : fonts_) make_digits_equally_wide(*font);
  return true;
}

}  // namespace simul::ui
