// The colours and measures of tokens.def, and the arithmetic that says whether two colours can be
// told apart.
//
// No ImGui here: the contrast of every pair that the views use is computed by a test.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "render/slices.hpp"
#include "timeline/model.hpp"

namespace simul::ui {

using Rgb = std::uint32_t;  // 0xRRGGBB

enum class Token : std::uint8_t {
#define SIMUL_TOKEN(name, dark, light, contrast) name,
#include "ui/tokens.def"
  count
};

namespace measure {
#define SIMUL_MEASURE(name, px) inline constexpr double name##_px = px;
#include "ui/tokens.def"
}  // namespace measure

enum class Scheme : std::uint8_t { kLight, kDark, kContrast };

class Theme {
 public:
  explicit Theme(Scheme scheme = Scheme::kDark);
  Scheme scheme() const { return scheme_; }
  Rgb operator[](Token token) const { return colours_[static_cast<std::size_t>(token)]; }

 private:
  Scheme scheme_;
  std::array<Rgb, static_cast<std::size_t>(Token::count)> colours_;
};

// How strongly a pattern fill is mixed: its base under everything, its ink in the pattern.
inline constexpr double kBaseAlpha = 0.18, kInkAlpha = 0.80;
inline constexpr double kDashInkAlpha = 0.68;  // dashes cover most of their height
inline constexpr double kPadAlpha = 0.78;      // of the canvas colour under a label on a pattern
inline constexpr double kForecastStrength = 0.25;
inline constexpr double kHatchAlpha = 0.16;  // of black, on a solid fill

// What a state is drawn with besides its colour: no two that can be confused share one.
render::Pattern pattern_of(timeline::State state);
// A colour as people see it who have no red, no green or no blue receptors (Machado, Oliveira and
// Fernandes 2009, full severity); and how far apart two colours look (CIE 1976, in L*a*b*).
enum class Sight : std::uint8_t { kUsual, kProtan, kDeutan, kTritan };
Rgb seen_by(Sight sight, Rgb colour);
double difference(Rgb a, Rgb b);

// The colour of a state's fill, chip and words.
Token token_of(timeline::State state);

// `top` at `alpha` over `below`.
Rgb over(Rgb top, double alpha, Rgb below);
// WCAG 2's contrast ratio, 1 to 21.
double contrast(Rgb a, Rgb b);

}  // namespace simul::ui
