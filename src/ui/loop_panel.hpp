// The loop from inside, at the picture's time: what runs, who stands in the ready queue, which
// timers are set, the turns before, and one sentence that answers "why?".
#pragma once

#include "timeline/loop_state.hpp"
#include "ui/panel.hpp"
#include "ui/words.hpp"

namespace simul::ui {

class LoopPanel {
 public:
  void draw(Ui& ui, const Rect& area);
  bool wheel(double x, double y, double dy) { return scroll_.wheel(x, y, dy); }

 private:
  double next(Ui& ui, double y);
  double running_card(Ui& ui, const Rect& place, const timeline::LoopState& loop);
  double ready_queue(Ui& ui, const Rect& place, const timeline::LoopState& loop);
  double timers(Ui& ui, const Rect& place, const timeline::LoopState& loop);
  double why(Ui& ui, double y);
  double turns(Ui& ui, double y, const timeline::LoopState& loop);
  void nothing_yet(Ui& ui, double y);

  Owners owners_;
  Rect area_;
  Scroll scroll_;
};

}  // namespace simul::ui
