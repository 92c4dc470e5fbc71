#include "ui/lanes.hpp"

#include <algorithm>
#include <cctype>

namespace simul::ui {

using timeline::Id;
using timeline::Model;
using timeline::Track;

namespace {

bool has_ignoring_case(std::string_view text, std::string_view words) {
  auto same = [](char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) ==
           std::tolower(static_cast<unsigned char>(b));
  };
  return std::search(text.begin(), text.end(), words.begin(), words.end(), same) != text.end();
}

constexpr std::size_t kManyTracks = 2'000;
constexpr std::int64_t kTakeInEvery_ns = 400'000'000;

// Tasks that are alike: of one parent and one coroutine function.
struct Kind {
  Id parent = 0;
  std::string_view coroutine;
  bool operator==(const Kind&) const = default;
};
struct HashOfKind {
  std::size_t operator()(const Kind& kind) const {
    return std::hash<std::string_view>()(kind.coroutine) ^ (kind.parent * std::size_t{2654435769u});
  }
};
std::string key_of(const Kind& kind) {
  return std::to_string(kind.parent) + "/" + std::string(kind.coroutine);
}

}  // namespace

const Track& Lanes::track(const Lane& lane, const Scene& scene) {
  std::size_t live = lane.crowd && !lane.members.empty() ? lane.members[0] : lane.live;
  if (live != Lane::kNowhere) return scene.run->tracks()[live];
  if (lane.gone()) return scene.ghost->tracks()[lane.ghost];
  return scene.forecast->tracks()[lane.crowd ? lane.planned_members[0] : lane.planned];
}

bool Lanes::matches(const Track& track) const {
  return has_ignoring_case(track.name, filter_) || has_ignoring_case(track.task_name, filter_) ||
         has_ignoring_case(track.coroutine, filter_);
}

// Every track once, each below its parent, siblings as spawned: the forecast's, joined with the
// run's where they are the same task, then those that only the run knows.
void Lanes::collect(const Scene& scene, std::vector<Lane>& out) const {
  const Model *run = scene.run, *forecast = scene.forecast;
  auto put = [&](std::size_t live, std::size_t planned, const Track& track) {
    Lane lane;
    lane.live = live;
    lane.planned = planned;
    lane.task = track.task;
    lane.parent = track.parent;
    lane.depth = track.task == 0 ? 0 : track.depth;
    out.push_back(std::move(lane));
  };
  bool merge = forecast != nullptr && (run == nullptr || (run->tracks().size() < kMostMerged &&
                                                          forecast->tracks().size() < kMostMerged));
  std::vector<bool> there(run == nullptr ? 0 : run->tracks().size());
  if (merge) {
    for (std::size_t planned : forecast->order()) {
      const Track& track = forecast->tracks()[planned];
      std::size_t live = Lane::kNowhere;
      if (run != nullptr) {
        const Track* same = run->track_of(track.task);
        // The same number may be another task, once real time has decided something else than the
        // forecast did.
        if (same != nullptr && (track.task == 0 || same->coroutine == track.coroutine)) {
          live = static_cast<std::size_t>(same - run->tracks().data());
          there[live] = true;
        }
      }
      put(live, planned, live == Lane::kNowhere ? track : run->tracks()[live]);
    }
  }
  if (run != nullptr) {
    for (std::size_t live : run->order()) {
      if (!there[live]) put(live, Lane::kNowhere, run->tracks()[live]);
    }
  }
  add_ghosts(scene, out);
}

// What was there before the edit beside what is the same task now. Numbers say nothing, as a task
// more or less moves those of all that follow: the same are tasks of one coroutine function and one
// name, the first with the first, and then those of one coroutine function that are left over. What
// has nothing now has a lane below the others, once it is sure that nothing is still to come.
void Lanes::add_ghosts(const Scene& scene, std::vector<Lane>& out) {
  const Model* ghost = scene.ghost;
  if (ghost == nullptr || ghost->tracks().size() >= kMostMerged) return;
  std::vector<bool> taken(ghost->tracks().size());
  for (bool by_name : {true, false}) {
    auto key = [by_name](const Track& track) {
      return track.coroutine + (by_name ? '\x1f' + track.name : "");
    };
    std::unordered_map<std::string, std::vector<std::size_t>> before;  // the last comes first
    const auto& order = ghost->order();
    for (auto index = order.rbegin(); index != order.rend(); ++index) {
      const Track& track = ghost->tracks()[*index];
      if (track.task != 0 && !taken[*index]) before[key(track)].push_back(*index);
    }
    for (Lane& lane : out) {
      if (lane.task == 0 || lane.ghost != Lane::kNowhere) continue;
      auto found = before.find(key(track(lane, scene)));
      if (found == before.end() || found->second.empty()) continue;
      lane.ghost = found->second.back();
      taken[lane.ghost] = true;
      found->second.pop_back();
    }
  }
  for (Lane& lane : out) {
    const Track* loop = lane.task == 0 ? ghost->track_of(0) : nullptr;
    if (loop != nullptr) lane.ghost = static_cast<std::size_t>(loop - ghost->tracks().data());
  }
  if (scene.forecast == nullptr || !scene.forecast_done) return;
  std::size_t gone = 0;
  for (std::size_t index : ghost->order()) {
    if (ghost->tracks()[index].task == 0 || taken[index] || gone++ >= kMostGone) continue;
    Lane lane;
    lane.ghost = index;
    lane.task = ghost->tracks()[index].task;
    out.push_back(std::move(lane));
  }
}

void Lanes::nest(const Scene& scene, std::vector<Lane> flat) {
  lanes_.clear();
  tasks_ = found_ = 0;
  // How many alike siblings there are, and how many tasks each has below it. A child follows its
  // parent, so one pass from the end adds them up.
  auto kind_of = [&](const Lane& lane) { return Kind{lane.parent, track(lane, scene).coroutine}; };
  std::unordered_map<Kind, std::size_t, HashOfKind> alike;
  std::unordered_map<Id, std::size_t> below;
  for (auto lane = flat.rbegin(); lane != flat.rend(); ++lane) {
    if (lane->task == 0 || lane->gone()) continue;
    ++tasks_;
    ++alike[kind_of(*lane)];
    lane->below = below[lane->task];
    if (lane->parent != 0) below[lane->parent] += lane->below + 1;
  }
  std::vector<Lane> top, rest;
  std::unordered_map<Kind, std::size_t, HashOfKind> crowds;  // its place in rest
  std::set<Id> away;                                         // folded, or below what is
  for (Lane& lane : flat) {
    const Track& of = track(lane, scene);
    if (lane.task == 0) {
      top.insert(top.begin(), std::move(lane));
      continue;
    }
    bool wanted = filter_.empty() || matches(of);
    if (lane.gone()) {
      if (wanted) rest.push_back(std::move(lane));
      continue;
    }
    found_ += wanted ? 1 : 0;
    lane.folds = lane.below > 0;
    lane.folded = folded_.contains(lane.task);
    lane.pinned = pinned_.contains(lane.task);
    // A filter finds what is folded too, and says so flat.
    if (!filter_.empty()) {
      if (!wanted && !lane.pinned) continue;
      lane.folds = false;
      lane.depth = 0;
    } else {
      bool hidden = away.contains(lane.parent);
      if (hidden || lane.folded) away.insert(lane.task);
      if (hidden && !lane.pinned) continue;
    }
    if (lane.pinned) {
      lane.depth = 0;
      top.push_back(std::move(lane));
      continue;
    }
    Kind kind = kind_of(lane);
    bool joins = alike[kind] > kCrowd && lane.below == 0;
    if (!joins) {
      rest.push_back(std::move(lane));
      continue;
    }
    auto [crowd, is_new] = crowds.try_emplace(kind, rest.size());
    if (is_new) {
      Lane all;
      all.crowd = true;
      all.key = key_of(kind);
      all.task = lane.task;
      all.parent = lane.parent;
      all.coroutine = kind.coroutine;
      all.depth = lane.depth;
      all.folds = true;
      all.folded = !opened_.contains(all.key);
      rest.push_back(std::move(all));
    }
    Lane& all = rest[crowd->second];
    ++all.below;
    if (lane.live != Lane::kNowhere) all.members.push_back(lane.live);
    if (lane.planned != Lane::kNowhere) all.planned_members.push_back(lane.planned);
    if (!all.folded) {
      Lane one = std::move(lane);
      one.depth = all.depth + 1;
      rest.push_back(std::move(one));
    }
  }
  fixed_ = top.size();
  lanes_ = std::move(top);
  lanes_.insert(
      lanes_.end(), std::make_move_iterator(rest.begin()), std::make_move_iterator(rest.end()));
  index_.clear();
  crowds_.clear();
  seen_.clear();
  for (std::size_t i = 0; i < lanes_.size(); ++i) {
    if (lanes_[i].crowd)
      crowds_.push_back(i);
    else if (!lanes_[i].gone())
      index_[lanes_[i].task] = i;
  }
  for (std::size_t i = 0; i < lanes_.size(); ++i) {
    if (!lanes_[i].crowd) continue;
    for (std::size_t live : lanes_[i].members)
      index_.try_emplace(scene.run->tracks()[live].task, i);
    for (std::size_t planned : lanes_[i].planned_members)
      index_.try_emplace(scene.forecast->tracks()[planned].task, i);
  }
}

bool Lanes::update(const Scene& scene, std::int64_t host_ns) {
  Known now;
  now.run = scene.run;
  now.forecast = scene.forecast;
  now.ghost = scene.ghost;
  now.forecast_done = scene.forecast_done;
  if (scene.run != nullptr) {
    now.run_tracks = scene.run->tracks().size();
    now.run_events = scene.run->trace().events.data();
  }
  if (scene.forecast != nullptr) {
    now.forecast_tracks = scene.forecast->tracks().size();
    now.forecast_events = scene.forecast->trace().events.data();
  }
  if (now == known_ && !changed_) return false;
  bool same_run = now.run == known_.run && now.forecast == known_.forecast &&
                  now.ghost == known_.ghost && now.run_tracks >= known_.run_tracks &&
                  now.forecast_tracks >= known_.forecast_tracks;
  bool many = now.run_tracks + now.forecast_tracks > kManyTracks;
  bool soon = host_ns != 0 && host_ns - taken_in_ns_ < kTakeInEvery_ns;
  if (same_run && many && soon && !changed_) return false;
  taken_in_ns_ = host_ns;
  known_ = now;
  changed_ = false;
  std::vector<Lane> flat;
  collect(scene, flat);
  nest(scene, std::move(flat));
  return true;
}

double Lanes::wanted_y(std::size_t index) const {
  const auto before = static_cast<double>(std::lower_bound(crowds_.begin(), crowds_.end(), index) -
                                          crowds_.begin());
  return places_.top + before * places_.crowd_px +
         (static_cast<double>(index) - before) * places_.lane_px;
}

void Lanes::place(const Places& places, double from_y, double to_y) {
  places_ = places;
  seen_.clear();
  const std::size_t stay = places.fixed_px > 0 ? std::min(fixed_, lanes_.size()) : 0;
  for (std::size_t i = 0; i < stay; ++i) seen_.push_back(i);
  // The first whose end lies below from_y, by halves.
  std::size_t low = stay, high = lanes_.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (wanted_y(middle + 1) - places.scroll_px > from_y)
      high = middle;
    else
      low = middle + 1;
  }
  for (; low < lanes_.size() && wanted_y(low) - places.scroll_px < to_y; ++low)
    seen_.push_back(low);
  for (std::size_t i : seen_) {
    lanes_[i].height = height_of(lanes_[i]);
    lanes_[i].y = wanted_y(i) - (i < stay ? 0 : places.scroll_px);
  }
}

double Lanes::y_of(const Lane& lane) const {
  const auto index = static_cast<std::size_t>(&lane - lanes_.data());
  if (std::binary_search(seen_.begin(), seen_.end(), index)) return lane.y;
  const bool stays = places_.fixed_px > 0 && index < fixed_;
  return wanted_y(index) - (stays ? 0 : places_.scroll_px);
}

void Lanes::reset() {
  folded_.clear();
  pinned_.clear();
  opened_.clear();
  changed_ = true;
}

const Lane* Lanes::of(Id task) const {
  auto found = index_.find(task);
  return found == index_.end() ? nullptr : &lanes_[found->second];
}

void Lanes::set_folded(const Lane& lane, bool folded) {
  if (!lane.folds) return;
  if (lane.crowd) {
    folded ? void(opened_.erase(lane.key)) : void(opened_.insert(lane.key));
  } else {
    folded ? void(folded_.insert(lane.task)) : void(folded_.erase(lane.task));
  }
  changed_ = true;
}

void Lanes::toggle_fold(const Lane& lane) {
  set_folded(lane, !lane.folded);
}

void Lanes::toggle_pin(Id task) {
  if (task == 0) return;
  if (pinned_.erase(task) == 0) pinned_.insert(task);
  changed_ = true;
}

void Lanes::set_filter(std::string words) {
  if (words == filter_) return;
  filter_ = std::move(words);
  changed_ = true;
}

}  // namespace simul::ui
