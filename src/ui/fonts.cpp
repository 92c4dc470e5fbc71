#include "ui/fonts.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include <imgui_internal.h>

#include "syntax/unicode.hpp"
#include "ui/clusters.hpp"

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
// The same of what is borrowed, and of what of it is only measured.
constexpr int kMostLoans = 1500;
constexpr std::size_t kMostMeasured = 20'000;
constexpr ImWchar kPrivateUse = 0xE000;

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
    if (c != 0) beyond_ascii_.emplace(static_cast<ImWchar>(c), false);
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
  loans_.clear();
  codes_ = 0;
  dirty_ = true;
}

bool Fonts::need(std::string_view text) {
  bool plain = true;
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    plain = false;
    char32_t c = syntax::decode_utf8(text, at);
    bool is_new = c > 0x7F && c < 0xFFFD && beyond_ascii_.size() < kMostBeyondAscii &&
                  beyond_ascii_.emplace(static_cast<ImWchar>(c), false).second;
    if (is_new) dirty_ = true;
  }
  return !plain;
}

// A character of which the atlas was never asked is not lacking: the next build says.
bool Fonts::lacks(Type type, char32_t c) const {
  if (c >= 0xFFFD) return c != 0xFFFD;
  auto known = beyond_ascii_.find(static_cast<ImWchar>(c));
  bool asked = known != beyond_ascii_.end() && known->second;
  return asked && (*this)[type]->FindGlyphNoFallback(static_cast<ImWchar>(c)) == nullptr;
}

Fonts::Loan& Fonts::loan(Type type, std::string_view piece) {
  if (loans_.size() >= kMostMeasured) {
    std::erase_if(loans_, [](const auto& entry) { return entry.second.code == 0; });
  }
  auto [entry, is_new] = loans_.try_emplace(std::pair(type, std::string(piece)));
  if (is_new) {
    // Whole pixels, as of the font's own: what follows stands sharp.
    entry->second.advance_dpx = std::round(lender_->advance_dpx(
        kCuts[static_cast<std::size_t>(type)].face, size_px(type) * ratio_, piece));
  }
  return entry->second;
}

namespace {

class LackOf : public Lack {
 public:
  explicit LackOf(std::function<bool(char32_t)> lacks) : lacks_(std::move(lacks)) {}
  bool operator()(char32_t c) const override { return lacks_(c); }

 private:
  std::function<bool(char32_t)> lacks_;
};

double own_width(const ImFont& font, std::string_view text) {
  return static_cast<double>(
      font.CalcTextSizeA(font.FontSize, FLT_MAX, 0, text.data(), text.data() + text.size()).x);
}

}  // namespace

double Fonts::width_dpx(Type type, std::string_view text) {
  const ImFont& font = *(*this)[type];
  if (!need(text) || lender_ == nullptr) return own_width(font, text);
  double width = 0;
  for (const Piece& piece : pieces(text, LackOf([&](char32_t c) { return lacks(type, c); }))) {
    double advance = piece.borrowed ? loan(type, piece.text).advance_dpx : 0;
    width += advance > 0 ? advance : own_width(font, piece.text);
  }
  return width;
}

std::string_view Fonts::shown(Type type, std::string_view text, std::string& room) {
  if (!need(text) || lender_ == nullptr) return text;
  room.clear();
  for (const Piece& piece : pieces(text, LackOf([&](char32_t c) { return lacks(type, c); }))) {
    Loan* lent = piece.borrowed ? &loan(type, piece.text) : nullptr;
    if (lent != nullptr && lent->advance_dpx > 0 && lent->code == 0 && codes_ < kMostLoans) {
      lent->code = static_cast<ImWchar>(kPrivateUse + codes_++);
      lent->drawn = lender_->draw(
          kCuts[static_cast<std::size_t>(type)].face, size_px(type) * ratio_, piece.text);
      dirty_ = true;
    }
    if (lent != nullptr && lent->code != 0) {
      syntax::append_utf8(room, lent->code);
    } else {
      room += piece.text;
    }
  }
  return room;
}

void Fonts::place_loans() {
  for (auto& [what, lent] : loans_) {
    lent.rect = -1;
    if (lent.code == 0 || !lent.drawn) continue;
    lent.rect = atlas_->AddCustomRectFontGlyph(
        (*this)[what.first],
        lent.code,
        std::max(1, lent.drawn->width),
        std::max(1, lent.drawn->height),
        static_cast<float>(lent.advance_dpx),
        ImVec2(static_cast<float>(lent.drawn->left), static_cast<float>(lent.drawn->top)));
  }
}

void Fonts::paint_loans() {
  unsigned char* pixels = nullptr;
  int width = 0, height = 0;
  atlas_->GetTexDataAsAlpha8(&pixels, &width, &height);
  for (auto& [what, lent] : loans_) {
    if (lent.rect < 0) continue;
    const ImFontAtlasCustomRect& rect = *atlas_->GetCustomRectByIndex(lent.rect);
    if (!rect.IsPacked()) continue;
    for (int y = 0; y < lent.drawn->height; ++y) {
      const std::uint8_t* row = lent.drawn->coverage.data() + std::ptrdiff_t{y} * lent.drawn->width;
      std::copy_n(row, lent.drawn->width, pixels + std::ptrdiff_t{rect.Y + y} * width + rect.X);
    }
  }
  // They came with their place on the line of writing, ImGui's characters have it in the line.
  for (ImFont* font : fonts_) {
    for (ImFontGlyph& glyph : font->Glyphs) {
      if (glyph.Codepoint < kPrivateUse || glyph.Codepoint >= kPrivateUse + kMostLoans) continue;
      glyph.Y0 += std::round(font->Ascent);
      glyph.Y1 += std::round(font->Ascent);
    }
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
  for (auto& [c, built] : beyond_ascii_) {
    ranges.push_back(c);
    ranges.push_back(c);
    built = true;
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
  place_loans();
  atlas_->Build();
  paint_loans();
  for (ImFont* font : fonts_) make_digits_equally_wide(*font);
  return true;
}

}  // namespace simul::ui
