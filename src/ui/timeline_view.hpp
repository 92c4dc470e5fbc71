// The picture of the run: ruler with playhead, a lane for the loop and one for each task, their
// slices, what is expected right of now, arrows, the legend. This class decides what part of it is
// seen and carries out gestures; its parts draw (ruler, gutter, slices_view, arrows, legend).
//
// Where the picture stands is one of three: the whole run (fit), a part that goes along with a live
// run (follow), or a part that a person chose.
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

namespace simul::ui {

class TimelineView {
 public:
  // What this frame shows. Returns how high it wants to be, the ruler and the legend included.
  double prepare(const Ui& ui);
  void draw(Ui& ui, const Rect& area);

  void fit() { place_ = Place::kWhole; }
  // Goes along with a live run, as close as it is now.
  void follow() { place_ = Place::kFollow; }
  bool whole() const { return place_ == Place::kWhole; }
  bool follows() const { return place_ != Place::kChosen; }
  // steps > 0: closer. Around the playhead if it can be seen, else the middle.
  void zoom_by(const Ui* ui, double steps);
  void pan_by(double px);
  // The slice or task that is chosen, as wide as the picture.
  void zoom_to(std::int64_t from_ns, std::int64_t to_ns);
  void zoom_to_selected(const Ui& ui);
  // A part of the time, edge to edge; of a picture that shows the whole or goes along there is
  // none.
  struct Part {
    double start_ns = 0, width_ns = 0;
  };
  std::optional<Part> part() const;
  void show_part(const Part& part) { wanted_part_ = part; }
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
  const timeline::Viewport& viewport() const { return viewport_; }
  double lanes_x() const { return frame_.lanes.x; }
  double legend_y() const { return frame_.legend.y; }
  // What was drawn last, for tests: each slice that can be seen, in CSS pixels.
  std::vector<Item> slice_items(const SlicesView::Alive& alive) const {
    return slices_.items(frame_, alive);
  }

 private:
  enum class Place : std::uint8_t { kWhole, kFollow, kChosen };
  struct Drag {
    bool box = false;  // a part is being marked, not the picture moved
    double from_x = 0, last_x = 0, last_y = 0, moved_px = 0;
  };

  void place_lanes(Ui& ui);
  void move_viewport(const Ui& ui);
  void glide(Ui& ui);
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
  timeline::Viewport viewport_;  // where the picture goes; frame_ has where it stands
  Place place_ = Place::kWhole;
  bool at_once_ = false;  // a hand moves it: no gliding
  double content_end_ns_ = 0, scroll_px_ = 0;
  std::optional<Part> wanted_part_;  // as soon as it is known how wide the picture is
  std::optional<Drag> drag_;
  std::optional<timeline::Id> hovered_;
  std::string last_click_;
  std::int64_t last_click_ns_ = 0;
};

}  // namespace simul::ui
