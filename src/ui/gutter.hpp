// The names left of the lanes: who it is, what it does now, what is folded below it, and the two
// small controls that a lane has (fold, pin).
#pragma once

#include "ui/slices_view.hpp"
#include "ui/timeline_frame.hpp"

namespace simul::ui {

class Gutter {
 public:
  void draw(Ui& ui, const TimelineFrame& frame, Lanes& lanes, const SlicesView& slices);

 private:
  void guides(Ui& ui, const TimelineFrame& frame, const Lanes& lanes);
  void name(Ui& ui,
            const TimelineFrame& frame,
            Lanes& lanes,
            const Lane& lane,
            const Rect& clip,
            const SlicesView& slices);
  double controls(Ui& ui,
                  const TimelineFrame& frame,
                  Lanes& lanes,
                  const Lane& lane,
                  const Rect& clip,
                  double x);
};

// A person chose a task: its reason is asked, its line shown.
void select_task(Ui& ui, const timeline::Track& track);

}  // namespace simul::ui
