// The axis above the lanes: ticks, what was printed and raised, the playhead; pressed and dragged
// it scrubs. And below the lanes, when only a part of the run is seen, the whole run in small.
#pragma once

#include <string>
#include <vector>

#include "timeline/layout.hpp"
#include "ui/timeline_frame.hpp"

namespace simul::ui {

// Where a press on the overview wants the middle of the picture; follows a drag.
struct OverviewWish {
  std::optional<std::int64_t> middle_ns;
};

class Ruler {
 public:
  void grid(Ui& ui, const TimelineFrame& frame);
  void draw(Ui& ui, const TimelineFrame& frame);
  void playhead(Ui& ui, const TimelineFrame& frame);
  OverviewWish overview(Ui& ui, const TimelineFrame& frame, const Extent& extent);

 private:
  struct Flag {
    double x;
    const timeline::Mark* mark;
    double to;  // where it ends, with its words
  };
  struct Marks {
    std::vector<Flag> small, flags;  // what was written; the program's own
    const timeline::Mark* pointed = nullptr;
    std::size_t here = 0;  // so many are under the pointer
  };
  void ticks(Ui& ui, const TimelineFrame& frame, const Marks& marks);
  static Marks collect(Ui& ui, const TimelineFrame& frame);
  static std::string words_of(const Ui& ui, const timeline::Mark& mark);
  void draw_marks(Ui& ui, const TimelineFrame& frame, const Marks& marks);
  void scrub(Ui& ui, const TimelineFrame& frame);

  // The loop's track of the overview, laid out once and not with every frame: while somebody zooms
  // below, the whole stays what it is.
  struct Overview {
    std::shared_ptr<const int> of;  // the model's identity
    std::size_t events = 0;
    std::int64_t now_ns = 0;
    double ns_per_px = 0, height_px = 0;
    std::vector<timeline::Box> boxes;
  };
  const std::vector<timeline::Box>& overview_boxes(const timeline::Model& model,
                                                   const timeline::Viewport& whole,
                                                   const timeline::LayoutOptions& options);

  timeline::DensityOf loop_;  // of the loop's track, for the overview
  Overview overview_;
};

}  // namespace simul::ui
