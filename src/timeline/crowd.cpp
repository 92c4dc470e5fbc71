#include "timeline/crowd.hpp"

#include <algorithm>
#include <utility>

namespace simul::timeline {
namespace {

struct Change {
  std::int64_t time_ns;
  State state;
  std::int32_t by;
};

// Changes, most of those at one instant already added up: under a virtual clock thousands of tasks
// change at the same few instants, and what is sorted then are a few hundred and not a million.
class Changes {
 public:
  void add(std::int64_t time_ns, State state, std::int32_t by) {
    const auto mixed = static_cast<std::uint64_t>(time_ns) * 0x9e3779b97f4a7c15u;
    std::uint32_t& at = recent_[(mixed >> 56) ^ static_cast<std::size_t>(state)];
    if (at < all_.size() && all_[at].time_ns == time_ns && all_[at].state == state) {
      all_[at].by += by;
      return;
    }
    at = static_cast<std::uint32_t>(all_.size());
    all_.push_back({time_ns, state, by});
  }
  const std::vector<Change>& sorted() {
    if (all_.size() < kFew) {
      std::sort(all_.begin(), all_.end(), [](const Change& a, const Change& b) {
        return a.time_ns < b.time_ns;
      });
    } else {
      sort_by_digits();
    }
    return all_;
  }

 private:
  // From the lowest digit up, each time into the other vector: half a million changes within some
  // seconds take three passes, where comparing takes twenty.
  void sort_by_digits() {
    const auto [first, last] =
        std::minmax_element(all_.begin(), all_.end(), [](const Change& a, const Change& b) {
          return a.time_ns < b.time_ns;
        });
    const std::int64_t begin_ns = first->time_ns;
    const auto range =
        static_cast<std::uint64_t>(last->time_ns) - static_cast<std::uint64_t>(begin_ns);
    std::vector<Change> other(all_.size());
    for (unsigned shift = 0; shift < 64 && (range >> shift) > 0; shift += kDigit) {
      const auto digit = [&](const Change& change) {
        const auto time =
            static_cast<std::uint64_t>(change.time_ns) - static_cast<std::uint64_t>(begin_ns);
        return static_cast<std::size_t>((time >> shift) % kDigits);
      };
      std::array<std::size_t, kDigits> at{};
      for (const Change& change : all_) ++at[digit(change)];
      std::size_t before = 0;
      for (std::size_t& place : at) before += std::exchange(place, before);
      for (const Change& change : all_) other[at[digit(change)]++] = change;
      all_.swap(other);
    }
  }

  static constexpr std::size_t kFew = 2000;
  static constexpr unsigned kDigit = 11;
  static constexpr std::size_t kDigits = std::size_t{1} << kDigit;
  std::vector<Change> all_;
  std::array<std::uint32_t, 256> recent_{};  // where a change of that instant was put last
};

}  // namespace

void Crowd::build(const Model& model, const std::vector<std::size_t>& tracks) {
  Changes changes, steps;
  size_ = tracks.size();
  for (std::size_t index : tracks) {
    const Track& track = model.tracks()[index];
    for (const Slice& slice : track.slices) {
      if (slice.state == State::kRunning) steps.add(slice.start_ns, State::kRunning, 1);
      split_at_due(slice, slice.end_ns, [&](State state, std::int64_t from, std::int64_t to) {
        if (from == to) return;
        changes.add(from, state, 1);
        if (to != kOpen) changes.add(to, state, -1);
      });
    }
    if (track.ended_ns != kOpen) changes.add(track.ended_ns, track.end, 1);
  }
  steps_.clear();
  for (const Change& step : steps.sorted()) {
    if (steps_.empty() || steps_.back() != step.time_ns) steps_.push_back(step.time_ns);
  }
  for (auto& points : points_) points.clear();
  for (const Change& change : changes.sorted()) {
    auto& points = points_[static_cast<std::size_t>(change.state)];
    if (points.empty() || points.back().time_ns != change.time_ns) {
      Point next{change.time_ns, 0, 0};
      if (!points.empty()) {
        const Point& last = points.back();
        next.count = last.count;
        next.before_ns = last.before_ns + static_cast<double>(last.count) *
                                              static_cast<double>(change.time_ns - last.time_ns);
      }
      points.push_back(next);
    }
    points.back().count += change.by;
  }
}

Counts Crowd::over(std::int64_t from_ns, std::int64_t to_ns) const {
  return Sweep(*this).over(from_ns, to_ns);
}

Counts Crowd::Sweep::over(std::int64_t from_ns, std::int64_t to_ns) {
  Counts counts{};
  if (from_ns < at_ns_) at_ = {}, at_ns_ = kNone;
  const std::int64_t was_ns = std::exchange(at_ns_, std::max(from_ns, to_ns));
  for (std::size_t state = 0; state < kStates; ++state) {
    const auto& points = crowd_.points_[state];
    std::size_t& at = at_[state];
    // Passes by the points up to t, in growing strides and then by halves.
    const auto pass = [&](std::int64_t t) {
      const auto by = [&](std::size_t n) {
        return n <= points.size() && points[n - 1].time_ns <= t;
      };
      if (!by(at + 1)) return;
      std::size_t stride = 1;
      for (; by(at + stride); stride *= 2) at += stride;
      for (; stride > 0; stride /= 2) {
        if (by(at + stride)) at += stride;
      }
    };
    const auto area = [&](std::int64_t t) {
      if (at == 0) return 0.0;
      const Point& p = points[at - 1];
      return p.before_ns + static_cast<double>(p.count) * static_cast<double>(t - p.time_ns);
    };
    if (from_ns != was_ns) pass(from_ns);
    if (from_ns == to_ns || at == points.size() || points[at].time_ns > to_ns) {
      if (at > 0) counts[state] = static_cast<double>(points[at - 1].count);
      continue;
    }
    const double before = area(from_ns);
    pass(to_ns);
    counts[state] = (area(to_ns) - before) / static_cast<double>(to_ns - from_ns);
  }
  return counts;
}

std::int64_t Crowd::Sweep::same_until() const {
  std::int64_t until = kOpen;
  for (std::size_t state = 0; state < kStates; ++state) {
    const auto& points = crowd_.points_[state];
    if (at_[state] < points.size()) until = std::min(until, points[at_[state]].time_ns);
  }
  return until;
}

bool Crowd::stepped(std::int64_t from_ns, std::int64_t to_ns) const {
  auto first = std::lower_bound(steps_.begin(), steps_.end(), from_ns);
  return first != steps_.end() && *first < to_ns;
}

Counts shares(const Track& track, std::int64_t from_ns, std::int64_t to_ns, std::int64_t now_ns) {
  Counts parts{};
  if (from_ns >= to_ns) return parts;
  auto first = std::partition_point(track.slices.begin(), track.slices.end(), [&](const Slice& s) {
    return s.end_ns <= from_ns;
  });
  for (auto slice = first; slice != track.slices.end() && slice->start_ns < to_ns; ++slice) {
    split_at_due(*slice,
                 std::min(slice->end_ns, now_ns),
                 [&](State state, std::int64_t from, std::int64_t to) {
                   from = std::max(from, from_ns);
                   to = std::min(to, to_ns);
                   if (from < to)
                     parts[static_cast<std::size_t>(state)] += static_cast<double>(to - from);
                 });
  }
  for (double& part : parts) part /= static_cast<double>(to_ns - from_ns);
  return parts;
}

}  // namespace simul::timeline
