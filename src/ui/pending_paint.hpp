// How a gesture that is not over yet looks, wherever it is made: the knob under the hand, the pill
// that says what would be, the lines that would be written.
#pragma once

#include <string>
#include <vector>

#include "ui/timeline_frame.hpp"
#include "ui/ui.hpp"

namespace simul::ui {

// At the edge of a slice, x its middle; `on`: it is held.
void paint_knob(Ui& ui, double x, double y, double h, bool on);
// Dots from where the edge was to where it is.
void paint_trail(Ui& ui, const TimelineFrame& frame, double from_x, double to_x, double y);
// Below (y, h), above it under a finger: "2.6 s" and "+0.6", or the refusal.
void paint_pill(Ui& ui,
                const TimelineFrame& frame,
                double x,
                double y,
                double h,
                const std::string& words,
                const std::string& change,
                const std::string& refusal);

inline constexpr double kDiffLine_px = 18;
// At most `most` lines of a diff. How wide the widest is; `y` goes behind the last.
double paint_diff(Ui& ui,
                  const Rect& place,
                  const std::vector<Pending::Line>& lines,
                  std::size_t most,
                  double& y);

}  // namespace simul::ui
