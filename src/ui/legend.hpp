// The line below the lanes: what the patterns mean, how late the browser's timers are, what is
// forecast, how much a filter found.
#pragma once

#include "ui/timeline_frame.hpp"

namespace simul::ui {

void draw_legend(
    Ui& ui, const TimelineFrame& frame, const Lanes& lanes, bool forecasts, bool ghosts);

}  // namespace simul::ui
