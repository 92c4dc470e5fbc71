// The axis above the lanes: ticks, what was printed and raised, the playhead; pressed and dragged
// it scrubs. And below the lanes, when only a part of the run is seen, the whole run in small.
#pragma once

#include "ui/timeline_frame.hpp"

namespace simul::ui {

// Where a press on the overview wants the middle of the picture; follows a drag.
struct OverviewWish {
  std::optional<std::int64_t> middle_ns;
};

class Ruler {
 public:
  void grid(Ui& ui, const TimelineFrame& frame);
  void draw(Ui& ui, const TimelineFrame& frame);
  void playhead(Ui& ui, const TimelineFrame& frame);
  OverviewWish overview(Ui& ui, const TimelineFrame& frame, const Extent& extent);

 private:
  void ticks(Ui& ui, const TimelineFrame& frame);
  void marks(Ui& ui, const TimelineFrame& frame);
  void scrub(Ui& ui, const TimelineFrame& frame);
};

}  // namespace simul::ui
