// What the panels below the timeline share: a place that scrolls, heads of sections, rows that can
// be pressed.
#pragma once

#include <string>
#include <string_view>

#include "ui/ui.hpp"

namespace simul::ui {

inline constexpr double kPanelPad_px = 16;

// A place whose content may be higher than it is.
class Scroll {
 public:
  // Where the content begins; what is drawn until end() is cut to the place.
  double begin(Ui& ui, const Rect& place);
  // content_bottom: where the content ended, in the same coordinates.
  void end(Ui& ui, double content_bottom);
  bool wheel(double x, double y, double dy);
  const Rect& place() const { return place_; }
  void to_top() { scroll_px_ = 0; }

 private:
  Rect place_;
  double scroll_px_ = 0, height_px_ = 0;
};

// "READY QUEUE  first in, first out". Returns where the section's content begins.
double section(Ui& ui, double x, double y, const char* name, const char* note, double room);
// A dashed box with a sentence: never an empty place without one.
void empty_card(Ui& ui, const Rect& card, std::string_view words);
// A row across the place that can be pressed; true when it was. Its ground shows that.
bool row_button(
    Ui& ui, std::string_view id, std::string_view label, const Rect& row, const Rect& clip);

}  // namespace simul::ui
