#include "ui/items.hpp"

#include <algorithm>

namespace simul::ui {

void Items::begin_frame() {
  now_.clear();
}

Touch Items::add(std::string_view id,
                 std::string_view label,
                 const Rect& rect,
                 const Rect& visible,
                 bool focusable) {
  now_.push_back({std::string(id), std::string(label), rect, focusable});
  Touch touch;
  touch.hovered = pointer.inside && visible.contains(pointer.x, pointer.y) &&
                  (pressed_.empty() || pressed_ == id);
  if (pointer.pressed && visible.contains(pointer.press_x, pointer.press_y)) {
    pressed_ = id;
    if (focusable) focus_ = id;
    focus_shown_ = false;
  }
  if (pressed_ == id) {
    touch.held = pointer.down;
    touch.clicked = pointer.released && visible.contains(pointer.x, pointer.y);
  }
  if (activated_ == id && !activated_.empty()) {
    touch.clicked = true;
    activated_.clear();
  }
  touch.focused = focusable && focus_shown_ && focus_ == id;
  return touch;
}

void Items::end_frame() {
  if (pointer.released) pressed_.clear();
  pointer.pressed = pointer.released = pointer.menu = false;
  activated_.clear();
  std::swap(last_, now_);
}

bool Items::move_focus(int step) {
  std::vector<const Item*> stops;
  for (const Item& item : last_) {
    if (item.focusable) stops.push_back(&item);
  }
  if (stops.empty()) return false;
  auto count = static_cast<std::ptrdiff_t>(stops.size());
  auto at = std::find_if(
                stops.begin(), stops.end(), [&](const Item* item) { return item->id == focus_; }) -
            stops.begin();
  std::ptrdiff_t next = at == count ? (step > 0 ? 0 : count - 1) : at + step;
  focus_shown_ = true;
  if (next < 0 || next >= count) {
    focus_.clear();
    return false;
  }
  focus_ = stops[static_cast<std::size_t>(next)]->id;
  return true;
}

}  // namespace simul::ui
