// The slices: what every visible lane did from left to right, what is expected of it, the words on
// them, crowds as stacked areas, and which of them is under a point.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "timeline/crowd.hpp"
#include "timeline/layout.hpp"
#include "ui/timeline_frame.hpp"
#include "ui/words.hpp"

namespace simul::ui {

class SlicesView {
 public:
  struct Seen {  // a box of the layout at its place on the canvas
    timeline::Box box;
    const timeline::Model* model;
    const timeline::Track* track;
    Rect rect;      // of what is drawn
    double from_x;  // where the slice begins, which may be far left
    Rect clip;
  };

  void collect(Ui& ui, const TimelineFrame& frame, const Lanes& lanes);
  void draw(Ui& ui, const TimelineFrame& frame, const Lanes& lanes);

  // The slice under a point, the topmost; nullptr if none. Marks are easier to hit than they are
  // wide.
  const Seen* under(double x, double y) const;
  // Words on the crowd under a point at its time; empty if there is none.
  std::string crowd_words(const Ui& ui, const TimelineFrame& frame, const Lanes& lanes) const;
  // How many of a crowd are in which state at t: "600 sleeping, 400 ready".
  std::string crowd_line(const Ui& ui, const Lane& lane, std::int64_t time_ns) const;

  const std::vector<Seen>& played() const { return seen_; }
  const std::vector<Seen>& foreseen() const { return foreseen_; }
  bool ghosts() const { return !ghosts_.empty(); }
  bool forecasts() const { return !foreseen_.empty() || crowd_forecast_; }
  // Of the last frame. What it showed may be gone or have grown since: of a model that is not
  // `alive` any more, and of a track that moved, there is nothing.
  using Alive = std::function<bool(const timeline::Model*)>;
  std::vector<Item> items(const TimelineFrame& frame, const Alive& alive) const;
  // Of a run that is gone nothing may be looked at any more.
  void forget() {
    seen_.clear(), foreseen_.clear(), ghosts_.clear();
    crowds_.clear(), planned_crowds_.clear(), densities_.clear();
    crowd_forecast_ = false;
  }

 private:
  struct Kept {
    timeline::Crowd crowd;
    std::shared_ptr<const int> of;  // the model's identity
    std::size_t events = 0, members = 0;
    std::int64_t built_ns = 0;
  };
  using Kepts = std::unordered_map<std::string, Kept>;
  void collect_lane(Ui& ui, const TimelineFrame& frame, const Lane& lane, bool fixed, bool future);
  const timeline::Density* density_of(const timeline::Model& model,
                                      const timeline::Track& track,
                                      bool future);
  const timeline::Crowd& crowd_of(Ui& ui, const Lane& lane, bool planned);
  void draw_ends(Ui& ui, const TimelineFrame& frame, const Lanes& lanes);
  void draw_label(Ui& ui, const TimelineFrame& frame, const Seen& seen, bool faint);
  void draw_crowd(Ui& ui, const TimelineFrame& frame, const Lane& lane, bool fixed);
  void draw_bands(Ui& ui,
                  const TimelineFrame& frame,
                  const Rect& row,
                  const timeline::Crowd& crowd,
                  double from_x,
                  double to_x,
                  double strength);

  void collect_ghost(Ui& ui, const TimelineFrame& frame, const Lane& lane, bool fixed);
  void draw_ghosts(Ui& ui, const TimelineFrame& frame);

  std::vector<Seen> seen_, foreseen_;
  std::vector<Seen> ghosts_;  // of the run before the edit, where it was otherwise
  Kepts crowds_, planned_crowds_;
  std::map<std::pair<bool, timeline::Id>, timeline::DensityOf> densities_;  // of a forecast, a task
  bool crowd_forecast_ = false;
};

}  // namespace simul::ui
