// The picture of the run: the ruler with the playhead, the loop's lane and one lane for each task,
// their slices, what is expected right of now, and the legend.
//
// Lanes keep their place: while a forecast is known, every task that it knows has its lane from the
// start, so nothing jumps when a task is born.
#pragma once

#include <optional>
#include <vector>

#include "timeline/layout.hpp"
#include "ui/ui.hpp"
#include "ui/words.hpp"

namespace simul::ui {

class TimelineView {
 public:
  // What this frame shows. Returns how high it wants to be, the ruler and the legend included.
  double prepare(const Ui& ui);
  void draw(Ui& ui, const Rect& area);

  void fit() { follow_ = true; }
  // steps > 0: closer. Around the playhead if it can be seen, else the middle.
  void zoom_by(double steps);
  void pan_by(double px);
  // True if the wheel was used. Over the lanes only.
  bool wheel(double x, double y, double dx, double dy, bool zooming);
  void select_next(Ui& ui, int step);

  const Rect& area() const { return area_; }
  const timeline::Viewport& viewport() const { return viewport_; }
  // What was drawn last, for tests: each slice that can be seen, in CSS pixels.
  std::vector<Item> slice_items() const;

 private:
  struct Lane {
    const timeline::Track* live = nullptr;     // nullptr: expected, not there yet
    const timeline::Track* planned = nullptr;  // nullptr: nothing is expected of it
    const timeline::Track& track() const { return live != nullptr ? *live : *planned; }
    double y = 0;
  };
  struct Seen {  // a box of the layout at its place on the canvas
    timeline::Box box;
    const timeline::Model* model;
    const timeline::Track* track;
    Rect rect;
  };

  void collect_lanes(const Ui& ui);
  void move_viewport(const Ui& ui);
  double x_of(std::int64_t time_ns) const { return lanes_area_.x + viewport_.to_px(time_ns); }
  void collect_boxes(Ui& ui, const timeline::Model& model, bool future);
  void draw_grid(Ui& ui);
  void draw_gutter(Ui& ui);
  void draw_lane_name(Ui& ui, const Lane& lane, bool shown);
  void draw_guides(Ui& ui);
  void draw_slices(Ui& ui);
  void draw_labels(Ui& ui);
  void draw_label(Ui& ui, const Seen& seen, double limit_px);
  void draw_ruler(Ui& ui, const Rect& rect);
  void draw_output_marks(Ui& ui, const Rect& ruler);
  void draw_flows(Ui& ui);
  void draw_playhead(Ui& ui, const Rect& ruler);
  void draw_legend(Ui& ui, const Rect& rect);
  void point(Ui& ui);
  void say(Ui& ui, const Seen& seen, const Touch& touch);

  timeline::Viewport viewport_;
  bool follow_ = true;  // until a person pans or zooms
  double content_end_ns_ = 0;
  double scroll_px_ = 0;
  double lane_px_ = 54, slice_px_ = 24;
  Rect area_, lanes_area_, gutter_area_;
  std::vector<Lane> lanes_;
  std::vector<Seen> seen_, foreseen_;
  std::optional<double> panned_from_;  // the pointer's last x while the lanes are dragged
  double panned_px_ = 0;
  double panned_y_ = 0;
};

}  // namespace simul::ui
