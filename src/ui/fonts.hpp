// The typefaces and sizes that the canvas has, rasterised for one device pixel ratio. Text is never
// scaled as an image: another ratio makes another atlas.
//
// What the faces lack (other scripts, emoji) is borrowed: a lender, in the page the browser, draws
// it piece by piece, and it stands in the atlas like a character of the font.
//
// Always holds: digits are equally wide in every face, so that a number that counts does not shake
// what stands beside it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <imgui.h>

namespace simul::ui {

// The files that the page hands in, in the bridge's order.
enum class Face : std::uint8_t { kRegular, kMedium, kSemibold, kCode, kCodeMedium };
inline constexpr std::size_t kFaces = 5;

// Every size there is: see look and measures in tokens.def's neighbours; nothing else is drawn.
enum class Type : std::uint8_t {
  kCaps,         // 10.5 semibold, spaced: heads of sections
  kSmall,        // 11: states, ticks, legend
  kSmallMedium,  // 11 medium: labels on slices
  kNote,         // 12
  kButton,       // 12.5 medium
  kBody,         // 13
  kStrong,       // 13 semibold: names
  kNumber,       // 11 code medium: times on the axis
  kNumberBig,    // 12 code
  kClock,        // 18 code medium
};
inline constexpr std::size_t kTypes = 10;

// Knows how to draw what the fonts lack. Sizes are in device pixels, of the em.
class Lender {
 public:
  struct Drawn {
    int width = 0, height = 0;  // of the picture
    int left = 0, top = 0;      // of its corner, from where the piece begins on its line of writing
    std::vector<std::uint8_t> coverage;  // row by row, 0 to 255
  };
  virtual ~Lender() = default;
  // How far the piece is from its beginning to its end; 0: it cannot be drawn.
  virtual double advance_dpx(Face face, double size_dpx, std::string_view piece) = 0;
  virtual std::optional<Drawn> draw(Face face, double size_dpx, std::string_view piece) = 0;
};

class Fonts {
 public:
  Fonts();
  ~Fonts();
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  void set(Face face, std::vector<std::byte> file);
  void set_ratio(double ratio);
  // Outlives the fonts; null: what the faces lack stays a box.
  void set_lender(Lender* lender) { lender_ = lender, dirty_ = true; }
  // Rasterises if something changed since; true if it did. Not between a frame's begin and end.
  bool build();

  // In device pixels.
  double width_dpx(Type type, std::string_view text);
  // The text as the atlas has it: what is borrowed is one character of private use, which lives in
  // `room`. What the atlas lacks is there after the next build().
  std::string_view shown(Type type, std::string_view text, std::string& room);
  bool dirty() const { return dirty_; }

  static double size_px(Type type);  // of the em
  ImFont* operator[](Type type) const { return fonts_[static_cast<std::size_t>(type)]; }
  ImFontAtlas& atlas() { return *atlas_; }

 private:
  struct Loan {
    double advance_dpx = 0;
    ImWchar code = 0;  // 0: measured, and never drawn yet
    std::optional<Lender::Drawn> drawn;
    int rect = -1;  // in the atlas
  };
  // Notes the characters of a text; false if it is plain ASCII.
  bool need(std::string_view text);
  bool lacks(Type type, char32_t c) const;
  Loan& loan(Type type, std::string_view piece);
  void place_loans();
  void paint_loans();

  std::unique_ptr<ImFontAtlas> atlas_;
  std::array<std::vector<std::byte>, kFaces> files_;
  std::array<ImFont*, kTypes> fonts_{};
  std::map<ImWchar, bool> beyond_ascii_;  // true: the atlas was built with it
  Lender* lender_ = nullptr;
  std::map<std::pair<Type, std::string>, Loan, std::less<>> loans_;
  int codes_ = 0;
  double ratio_ = 1;
  bool dirty_ = true;
};

}  // namespace simul::ui
