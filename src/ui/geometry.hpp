// Rectangles in CSS pixels from the canvas's top left.
#pragma once

#include <algorithm>

namespace simul::ui {

struct Rect {
  double x = 0, y = 0, w = 0, h = 0;
  double right() const { return x + w; }
  double bottom() const { return y + h; }
  double middle_y() const { return y + h / 2; }
  bool contains(double px, double py) const {
    return px >= x && px < right() && py >= y && py < bottom();
  }
  Rect inset(double by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
  Rect cut(const Rect& o) const {
    double left = std::max(x, o.x), top = std::max(y, o.y);
    return {left,
            top,
            std::max(0.0, std::min(right(), o.right()) - left),
            std::max(0.0, std::min(bottom(), o.bottom()) - top)};
  }
};

}  // namespace simul::ui
