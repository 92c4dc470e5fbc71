// Which lanes the timeline has and in which order: one for the loop, one for each task below the
// one that made it, and one for a crowd of alike tasks until a person opens it. Folded, filtered,
// pinned. No drawing.
//
// Always holds: the loop comes first, then what is pinned, then the rest in the order of the
// picture; these first ones do not scroll. Lanes keep their place: while a forecast is known, every
// task that it knows has its lane from the start, so nothing jumps when a task is born.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "timeline/model.hpp"
#include "ui/scene.hpp"

namespace simul::ui {

struct Lane {
  static constexpr std::size_t kNowhere = std::numeric_limits<std::size_t>::max();
  std::size_t live = kNowhere;     // index in the run's tracks: kNowhere: expected, not there yet
  std::size_t planned = kNowhere;  // index in the forecast's; kNowhere: nothing is expected of it
  std::size_t ghost = kNowhere;    // index in those of the run before the edit
  timeline::Id task = 0;
  timeline::Id parent = 0;
  int depth = 0;
  bool folds = false, folded = false;  // there are tasks below it; they are put away
  std::size_t below = 0;               // how many tasks it has below it, children's children too
  bool pinned = false;
  // Of a crowd: its tasks, by index in the run's and in the forecast's tracks. Then `task` is the
  // first of them and `key` names the crowd.
  bool crowd = false;
  std::vector<std::size_t> members, planned_members;
  std::string key, coroutine;
  // CSS pixels on the canvas; only of those in Lanes::seen().
  double y = 0, height = 0;

  // A task that the edit took away: there is nothing of it but what it did before.
  bool gone() const { return !crowd && live == kNowhere && planned == kNowhere; }
};

class Lanes {
 public:
  // Alike tasks of one parent become a crowd when there are more than this many of them.
  static constexpr std::size_t kCrowd = 40;
  static constexpr std::size_t kMostMerged = 20'000;  // beyond, lanes are the run's alone
  // So many tasks that an edit took away have a lane.
  static constexpr std::size_t kMostGone = 40;

  // True if the lanes are others than before. host_ns: when; thousands of tasks that are being born
  // are taken in a few times a second, not with every frame.
  bool update(const Scene& scene, std::int64_t host_ns = 0);
  // The models may be others at the same place in memory.
  // What follows may know as little as Known() does: it is taken in all the same.
  void forget() {
    known_ = Known();
    changed_ = true;
  }
  // What a person chose belongs to one program.
  void reset();

  const std::vector<Lane>& all() const { return lanes_; }
  std::vector<Lane>& all() { return lanes_; }
  // The first so many stay in view.
  std::size_t fixed() const { return fixed_; }
  // Where in all() the crowds stand, in order.
  const std::vector<std::size_t>& crowds() const { return crowds_; }

  // ---- where they stand. Only lanes near what is seen have a place of their own: of a hundred
  // thousand the others are never touched.
  struct Places {
    double top = 0;  // of the first, when nothing is scrolled
    double lane_px = 0, crowd_px = 0;
    double scroll_px = 0;
    double fixed_px = 0;  // of those that stay; 0: all of them scroll
  };
  void place(const Places& places, double from_y, double to_y);
  const Places& places() const { return places_; }
  // Of a lane that scrolls, before it is scrolled: where it begins; and the height of all.
  double wanted_y(std::size_t index) const;
  double total_px() const { return wanted_y(lanes_.size()) - places_.top; }
  // Those that have a place, in order.
  const std::vector<std::size_t>& seen() const { return seen_; }
  // Of any lane: where it stands, or would.
  double y_of(const Lane& lane) const;
  double height_of(const Lane& lane) const {
    return lane.crowd ? places_.crowd_px : places_.lane_px;
  }
  const Lane* of(timeline::Id task) const;  // its crowd's if it stands in one; nullptr: none
  // How many tasks there are and how many of them the filter lets through.
  std::size_t tasks() const { return tasks_; }
  std::size_t found() const { return found_; }

  static const timeline::Track& track(const Lane& lane, const Scene& scene);

  void toggle_fold(const Lane& lane);
  void set_folded(const Lane& lane, bool folded);
  void toggle_pin(timeline::Id task);
  bool pinned(timeline::Id task) const { return pinned_.contains(task); }
  const std::set<timeline::Id>& pins() const { return pinned_; }
  void set_filter(std::string words);
  const std::string& filter() const { return filter_; }

 private:
  struct Known {
    const timeline::Model *run = nullptr, *forecast = nullptr, *ghost = nullptr;
    const void *run_events = nullptr, *forecast_events = nullptr;
    std::size_t run_tracks = 0, forecast_tracks = 0;
    bool forecast_done = false;
    bool operator==(const Known&) const = default;
  };
  void collect(const Scene& scene, std::vector<Lane>& out) const;
  static void add_ghosts(const Scene& scene, std::vector<Lane>& out);
  void nest(const Scene& scene, std::vector<Lane> flat);
  bool matches(const timeline::Track& track) const;

  Known known_;
  std::int64_t taken_in_ns_ = 0;
  bool changed_ = true;
  std::vector<Lane> lanes_;
  std::vector<std::size_t> crowds_, seen_;
  Places places_;
  std::size_t fixed_ = 1, tasks_ = 0, found_ = 0;
  std::unordered_map<timeline::Id, std::size_t> index_;
  std::set<timeline::Id> folded_, pinned_;
  std::set<std::string> opened_;  // crowds that a person opened
  std::string filter_;
};

}  // namespace simul::ui
