// What the run did wrong, each with its evidence and a way to mend it. Every piece of evidence is a
// way to the moment it speaks of.
#pragma once

#include "timeline/diagnose.hpp"
#include "ui/panel.hpp"

namespace simul::ui {

Token token_of(timeline::Severity severity);

class FindingsPanel {
 public:
  void draw(Ui& ui, const Rect& area);
  bool wheel(double x, double y, double dy) { return scroll_.wheel(x, y, dy); }

 private:
  double card(Ui& ui, const timeline::Finding& finding, std::size_t number, double y);
  void go(Ui& ui, const timeline::Evidence& evidence);

  Scroll scroll_;
};

}  // namespace simul::ui
