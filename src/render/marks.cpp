// Marks that views put into draw lists for the renderer to find: here and not beside the renderer,
// so that views can be tested where there is no GL.
#include "render/marks.hpp"

#include "base/check.hpp"

namespace simul::render {

void paint_slices(const ImDrawList*, const ImDrawCmd*) {
  SIMUL_UNREACHABLE("paint_slices is a mark in a draw list, not a function to call");
}

}  // namespace simul::render
