// Everything that is known of the task that was chosen, at the picture's time: its state and since
// when, why, what led to it, and what happened right before and after. Every row is a way there.
#pragma once

#include <optional>

#include "timeline/inspect.hpp"
#include "ui/panel.hpp"

namespace simul::ui {

class InspectPanel {
 public:
  void draw(Ui& ui, const Rect& area);
  // Of whom it spoke last.
  std::optional<timeline::Id> task() const {
    return of_ == nullptr ? std::nullopt : std::optional(task_);
  }
  bool wheel(double x, double y, double dy) { return scroll_.wheel(x, y, dy); }

 private:
  void update(Ui& ui, timeline::Id task, const timeline::Moment& moment);
  double who(Ui& ui, const Rect& place);
  double stack(Ui& ui, const Rect& place);
  double causes(Ui& ui, const Rect& place);
  double neighbours(Ui& ui, const Rect& place);
  void go(Ui& ui, std::size_t event, std::uint32_t line);

  Scroll scroll_;
  timeline::Inspection found_;
  const timeline::Model* of_ = nullptr;
  timeline::Id task_ = 0;
  timeline::Moment at_;
};

}  // namespace simul::ui
