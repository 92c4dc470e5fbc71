// The loop from inside, at the picture's time: what runs, who stands in the ready queue, which
// timers are set, the turns before, and one sentence that answers "why?".
#pragma once

#include "timeline/loop_state.hpp"
#include "ui/ui.hpp"
#include "ui/words.hpp"

namespace simul::ui {

class LoopPanel {
 public:
  void draw(Ui& ui, const Rect& area);
  bool wheel(double x, double y, double dy);

 private:
  double head(Ui& ui, double y, const timeline::LoopState* loop);
  double section(Ui& ui, double x, double y, const char* name, const char* note, double room);
  double running_card(Ui& ui, const Rect& place, const timeline::LoopState& loop);
  double ready_queue(Ui& ui, const Rect& place, const timeline::LoopState& loop);
  double timers(Ui& ui, const Rect& place, const timeline::LoopState& loop);
  double why(Ui& ui, double y);
  double turns(Ui& ui, double y, const timeline::LoopState& loop);
  void empty_card(Ui& ui, const Rect& card, std::string_view words);
  void nothing_yet(Ui& ui, double y);

  Owners owners_;
  Rect area_;
  double scroll_px_ = 0, height_px_ = 250;
};

}  // namespace simul::ui
