// What a slice looks like to the GPU: one instance each, in the order of painting. Plain data:
// views fill it, the batch uploads it as it is.
#pragma once

#include <cstdint>
#include <vector>

namespace simul::render {

enum class Pattern : std::uint8_t { kSolid, kStripes, kDots, kDashes, kHatch, kCross, kSlash };

// Colours are bytes r, g, b, a in memory order, as ImGui's.
struct SliceInstance {
  float x_dpx = 0, y_dpx = 0, width_dpx = 0, height_dpx = 0;
  std::uint32_t base = 0;
  std::uint32_t ink = 0;
  float pattern = 0;
  float rounded = 3;  // 1 the left side, 2 the right; 4: the pattern lies on the canvas
  float phase_dpx =
      0;  // where in its pattern the slice begins, so that a cut slice keeps its pattern
  float strength = 1;  // of everything: a forecast is weaker
};
static_assert(sizeof(SliceInstance) == 40, "the batch's attribute offsets count on it");

struct SliceList {
  std::vector<SliceInstance> slices;
};

// A run of slices that is painted at one place of a draw list: slices go below the words that are
// drawn later.
struct SliceRange {
  std::uint32_t first = 0, count = 0;
};

}  // namespace simul::render
