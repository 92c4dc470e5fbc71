// The row that plays: where in the run the picture stands, start and stop, the clock, live or
// instant, speed, fit.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "timeline/steps.hpp"
#include "ui/ui.hpp"

namespace simul::ui {

// What the transport asks of the timeline, since that is the canvas's own and no command.
struct TransportWish {
  bool fit = false;
  bool follow = false;
  double zoom = 0;  // > 0: closer, < 0: further
};

// A step that a key or a button asks for.
struct Step {
  timeline::StepKind kind = timeline::StepKind::kCallback;
  bool back = false;
  friend bool operator==(const Step&, const Step&) = default;
};

class Transport {
 public:
  // follows: the picture goes along with a live run already.
  TransportWish draw(Ui& ui, const Rect& area, bool follows);

 private:
  bool icon_button(Ui& ui,
                   std::string_view id,
                   std::string_view label,
                   Icon icon,
                   const Rect& rect,
                   bool enabled);
  bool text_button(
      Ui& ui, std::string_view id, std::string_view label, std::string_view why, const Rect& rect);
  double play_button(Ui& ui, const Rect& rect);
  void step_button(Ui& ui,
                   std::string_view id,
                   std::string_view label,
                   Icon icon,
                   const Rect& rect,
                   const Step& step);
  double clock(Ui& ui, double x, const Rect& area, double right_limit);
  void modes(Ui& ui, const Rect& rect);
  void slider(Ui& ui, const Rect& rect);
};

std::optional<Step> step_of(std::string_view key);
// Is there somewhere to step to: in the trace, or because the program can go on?
bool can_step(const Ui& ui, const Step& step);
// Goes there in the trace; where it has no more, the program takes the step.
void take_step(Ui& ui, const Step& step);
// What the big button and the space bar do.
void play_or_pause(Ui& ui);

}  // namespace simul::ui
