// The picture of the run: ruler with playhead, a lane for the loop and one for each task, their
// slices, what is expected right of now, arrows, the legend. This class decides what part of it is
// seen and carries out gestures; its parts draw (ruler, gutter, slices_view, arrows, legend), and
// where it stands in time is timeline_place's.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/arrows.hpp"
#include "ui/gutter.hpp"
#include "ui/ruler.hpp"
#include "ui/sleep_drag.hpp"
#include "ui/slice_menu.hpp"
#include "ui/slices_view.hpp"
#include "ui/start_drag.hpp"
#include "ui/timeline_frame.hpp"
#include "ui/timeline_place.hpp"

namespace simul::ui {

class TimelineView {
 public:
  // What this frame shows. Returns how high it wants to be, the ruler and the legend included.
  double prepare(const Ui& ui);
  void draw(Ui& ui, const Rect& area);

  TimelinePlace& place() { return place_; }
  const TimelinePlace& place() const { return place_; }
  // The slice or task that is chosen, as wide as the picture.
  void zoom_to_selected(const Ui& ui);
  // True if the wheel was used. Over the lanes only.
  bool wheel(double x, double y, double dx, double dy, bool zooming);
  void select_next(Ui& ui, int step);
  void fold_selected(Ui& ui, bool folded);
  void pin_selected(Ui& ui);
  // A gesture on the slices goes on; and shall end and change nothing.
  bool dragging() const { return sleep_.active() || start_.active() || menu_.pulling(); }
  void cancel_drag() { sleep_.cancel(), start_.cancel(), menu_.cancel(); }
  // The menu of a slice. From the keyboard: the next one's, or the one before's.
  void open_menu_of(Ui& ui, timeline::Id task, std::size_t slice) {
    menu_.open_of(ui, frame_, slices_, task, slice);
  }
  SliceMenu& menu() { return menu_; }
  const SliceMenu& menu() const { return menu_; }
  void open_menu(Ui& ui, int step) { menu_.open_next(ui, frame_, slices_, step); }
  // A new run of the same program: what was folded stays folded.
  void new_run();
  void new_source() { lanes_.forget(), slices_.forget(), arrows_.forget(); }
  void set_filter(std::string words) { lanes_.set_filter(std::move(words)); }

  const Lanes& lanes() const { return lanes_; }
  const Rect& area() const { return frame_.area; }
  const timeline::Viewport& viewport() const { return place_.viewport(); }
  double lanes_x() const { return frame_.lanes.x; }
  double legend_y() const { return frame_.legend.y; }
  // What was drawn last, for tests: each slice that can be seen, in CSS pixels.
  std::vector<Item> slice_items(const SlicesView::Alive& alive) const {
    return slices_.items(frame_, alive);
  }

 private:
  struct Drag {
    bool box = false;  // a part is being marked, not the picture moved
    double from_x = 0, last_x = 0, last_y = 0, moved_px = 0;
  };

  void place_lanes(Ui& ui);
  void scroll_to(const Lane& lane);
  double scrolled_px() const;
  void draw_rows(Ui& ui);
  void point(Ui& ui);
  void drag(Ui& ui, const Touch& touch);
  void say(Ui& ui, const SlicesView::Seen& seen, const Touch& touch);
  void pointed_at(Ui& ui, const Touch& touch);
  void mark_selected(Ui& ui);

  Lanes lanes_;
  Gutter gutter_;
  Ruler ruler_;
  SlicesView slices_;
  SleepDrag sleep_;
  StartDrag start_;
  SliceMenu menu_;
  Arrows arrows_;
  TimelineFrame frame_;
  TimelinePlace place_;
  double scroll_px_ = 0;
  std::optional<Drag> drag_;
  std::optional<timeline::Id> hovered_;
  std::string last_click_;
  std::int64_t last_click_ns_ = 0;
};

}  // namespace simul::ui
