// Many tasks as one: how many of them are in each state over time, exactly.
//
// For thousands of alike tasks a lane each says nothing; what a person asks is "how many sleep, how
// many could run". Always holds: at any instant the counts add up to the tasks that exist then; an
// average over a span is that of the counts, not of samples.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "timeline/model.hpp"

namespace simul::timeline {

inline constexpr std::size_t kStates = static_cast<std::size_t>(State::kIdle) + 1;
using Counts = std::array<double, kStates>;

class Crowd {
 public:
  // tracks: indices in model.tracks(). What is open goes on without end: the caller draws to now.
  void build(const Model& model, const std::vector<std::size_t>& tracks);

  // The average number of tasks in each state from..to; at one instant when they are equal.
  Counts over(std::int64_t from_ns, std::int64_t to_ns) const;
  // Whether a step began in [from, to): steps of no duration weigh nothing in an average.
  bool stepped(std::int64_t from_ns, std::int64_t to_ns) const;
  std::size_t size() const { return size_; }

  // Averages of spans that follow one another, from left to right: each begins where the one before
  // it was found, so that a row of pixels costs no search from the start for each.
  class Sweep {
   public:
    explicit Sweep(const Crowd& crowd) : crowd_(crowd) {}  // the crowd must outlive it
    Counts over(std::int64_t from_ns, std::int64_t to_ns);
    // From the end of the last span until when no count changes; kOpen: never again. What is there
    // in between has not to be asked for pixel by pixel.
    std::int64_t same_until() const;

   private:
    const Crowd& crowd_;
    std::int64_t at_ns_ = kNone;
    std::array<std::size_t, kStates> at_{};  // how many points are at at_ns_ or before it
  };

 private:
  struct Point {
    std::int64_t time_ns;
    std::int64_t count;  // from here on
    double before_ns;    // the area under the counts up to here
  };
  std::array<std::vector<Point>, kStates> points_;
  std::vector<std::int64_t> steps_;
  std::size_t size_ = 0;
};

// Which part of from..to a track spends in each state; the parts add up to 1 where it exists all
// the time. Open slices end at now_ns. What a merged bar says of itself.
Counts shares(const Track& track, std::int64_t from_ns, std::int64_t to_ns, std::int64_t now_ns);

}  // namespace simul::timeline
