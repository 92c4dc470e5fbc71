// What can be pointed at, clicked and focused: measured rectangles registered by id while they are
// drawn.
//
// A click needs press and release inside the same item. The focus moves through the items of the
// last frame in the order in which they were drawn; from the first and the last it leaves the
// canvas, so nothing traps it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/geometry.hpp"

namespace simul::ui {

struct Pointer {
  double x = -1, y = -1;
  bool inside = false;
  bool touch = false;
  bool shift = false;  // held when it was pressed
  bool quiet = false;  // pressed and not moved since: what was clicked needs no explanation
  bool down = false;
  bool pressed = false, released = false;  // in this frame
  bool menu = false;                       // what may be done here? Asked in this frame
  double press_x = 0, press_y = 0;
};

struct Item {
  std::string id, label;
  Rect rect;
  bool focusable = false;
};

struct Touch {
  bool hovered = false;
  bool held = false;     // the pointer is down and was pressed here
  bool clicked = false;  // or activated by the keyboard
  bool focused = false;  // and the focus is to be seen
};

class Items {
 public:
  void begin_frame();
  // `visible`: the part of rect that is not clipped away.
  Touch add(std::string_view id,
            std::string_view label,
            const Rect& rect,
            const Rect& visible,
            bool focusable = true);
  void end_frame();

  // False when the focus leaves the canvas.
  bool move_focus(int step);
  void focus(std::string_view id) { focus_ = id; }
  void show_focus(bool shown) { focus_shown_ = shown; }
  bool focus_shown() const { return focus_shown_; }
  void drop_focus() { focus_.clear(); }
  const std::string& focused() const { return focus_; }
  void activate() { activated_ = focus_; }
  // Something was activated by a key and has not been drawn since.
  bool activating() const { return !activated_.empty(); }
  void cancel_press() { pressed_.clear(); }
  const std::string& pressed() const { return pressed_; }

  Pointer pointer;
  const std::vector<Item>& all() const { return last_; }

 private:
  std::vector<Item> now_, last_;
  std::string focus_, pressed_, activated_;
  bool focus_shown_ = false;
};

}  // namespace simul::ui
