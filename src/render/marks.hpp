// Marks in ImGui's draw lists that only our renderer understands.
#pragma once

#include <imgui.h>

namespace simul::render {

// Put into a draw list with ImDrawList::AddCallback: paints the run of slices that the user data
// points to (a SliceRange that lives until the frame is drawn). Never called; the renderer knows it
// by its address.
void paint_slices(const ImDrawList* list, const ImDrawCmd* command);

}  // namespace simul::render
