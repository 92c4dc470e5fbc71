// The typefaces and sizes that the canvas has, rasterised for one device pixel ratio. Text is never
// scaled as an image: another ratio makes another atlas.
//
// Always holds: digits are equally wide in every face, so that a number that counts does not shake
// what stands beside it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <set>
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

class Fonts {
 public:
  Fonts();
  ~Fonts();
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  void set(Face face, std::vector<std::byte> file);
  void set_ratio(double ratio);
  // Rasterises if something changed since; true if it did. Between ImGui's frames only.
  bool build();

  // Notes the characters of a text that is drawn; those that the atlas lacks are there after the
  // next build().
  void need(const char* begin, const char* end);
  bool dirty() const { return dirty_; }

  static double size_px(Type type);  // of the em
  ImFont* operator[](Type type) const { return fonts_[static_cast<std::size_t>(type)]; }
  ImFontAtlas& atlas() { return *atlas_; }

 private:
  std::unique_ptr<ImFontAtlas> atlas_;
  std::array<std::vector<std::byte>, kFaces> files_;
  std::array<ImFont*, kTypes> fonts_{};
  std::set<ImWchar> beyond_ascii_;
  double ratio_ = 1;
  bool dirty_ = true;
};

}  // namespace simul::ui
