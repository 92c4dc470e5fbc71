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

// A big-endian number of a TrueType file; 0 beyond its end.
std::uint32_t number_at(const std::vector<std::byte>& file, std::size_t at, int bytes) {
  std::uint32_t value = 0;
  for (int i = 0; i < bytes; ++i) {
    std::size_t place = at + static_cast<std::size_t>(i);
    value = value << 8 | (place < file.size() ? std::to_integer<std::uint32_t>(file[place]) : 0);
  }
  return value;
}

// ImGui's size of a font is from its ascender to its descender, a design's is the em: how many of
// the one are one of the other. 0: the file is not a TrueType font.
double line_per_em(const std::vector<std::byte>& file) {
  std::uint32_t magic = number_at(file, 0, 4);
  if (magic != 0x00010000 && magic != 0x74727565) return 0;
  std::size_t head = 0, hhea = 0, glyf = 0;
  for (std::uint32_t i = 0; i < number_at(file, 4, 2); ++i) {
    std::size_t record = 12 + std::size_t{16} * i;
    std::uint32_t tag = number_at(file, record, 4), offset = number_at(file, record + 8, 4);
    if (offset + 20u > file.size()) return 0;
    if (tag == 0x68656164) head = offset;
    if (tag == 0x68686561) hhea = offset;
    if (tag == 0x676C7966) glyf = offset;
  }
  if (head == 0 || hhea == 0 || glyf == 0) return 0;
  auto ascent = static_cast<std::int16_t>(number_at(file, hhea + 4, 2));
  auto descent = static_cast<std::int16_t>(number_at(file, hhea + 6, 2));
  double em = number_at(file, head + 18, 2);
  return em < 16 || ascent <= descent ? 0 : (ascent - descent) / em;
}

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

double Fonts::size_px(Type type) {
  return kCuts[static_cast<std::size_t>(type)].size_px;
}

void Fonts::set(Face face, std::vector<std::byte> file) {
  if (line_per_em(file) == 0) return;  // what is no font is as good as none
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
    const std::vector<std::byte>* file = &files_[static_cast<std::size_t>(kCuts[i].face)];
    // A file that did not come is stood in for by any that did.
    for (const auto& other : files_) {
      if (file->empty()) file = &other;
    }
    if (file->empty()) {
      config.SizePixels = static_cast<float>(std::max(8.0, std::round(kCuts[i].size_px * ratio_)));
      config.GlyphRanges = nullptr;
      fonts_[i] = atlas_->AddFontDefault(&config);
    } else {
      auto size = static_cast<float>(std::max(5.0, kCuts[i].size_px * ratio_) * line_per_em(*file));
      fonts_[i] = atlas_->AddFontFromMemoryTTF(
          const_cast<std::byte*>(file->data()), static_cast<int>(file->size()), size, &config);
    }
  }
  atlas_->Build();
  for (ImFont* font : fonts_) make_digits_equally_wide(*font);
  return true;
}

}  // namespace simul::ui
