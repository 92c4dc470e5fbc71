// The row that plays: where in the run the picture stands, start and stop, the clock, live or
// instant, speed, fit.
#pragma once

#include <string>

#include "ui/ui.hpp"

namespace simul::ui {

// What the transport asks of the timeline, since that is the canvas's own and no command.
struct TransportWish {
  bool fit = false;
  double zoom = 0;  // > 0: closer, < 0: further
};

class Transport {
 public:
  TransportWish draw(Ui& ui, const Rect& area);

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
  double clock(Ui& ui, double x, const Rect& area, double right_limit);
  void modes(Ui& ui, const Rect& rect);
  void slider(Ui& ui, const Rect& rect);
};

// The times at which something happened, before and after t. kNone when there is none.
std::int64_t moment_before(const timeline::Model& model, std::int64_t time_ns);
std::int64_t moment_after(const timeline::Model& model, std::int64_t time_ns, std::int64_t end_ns);
// What the big button and the space bar do.
void play_or_pause(Ui& ui);

}  // namespace simul::ui
