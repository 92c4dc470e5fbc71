// The same work one after another: how long the tasks of a run would have taken if each had to wait
// for the one before.
//
// The model: what a task slept, blocked and computed is its own work; what it waited for others is
// not. On one loop the sleeps overlap; one after another they add up. Exact for programs whose
// tasks do not cut each other short (no timeout or cancellation ended a sleep early, which
// `cut_short` tells).
#pragma once

#include <cstdint>
#include <vector>

#include "trace/event.hpp"

namespace simul::models {

struct Work {
  trace::Id task = 0;  // 0: the main program, outside every task
  std::int64_t slept_ns = 0;
  std::int64_t blocked_ns = 0;
  std::int64_t computed_ns = 0;
  bool cut_short = false;  // a sleep of it ended before it was due

  std::int64_t total_ns() const { return slept_ns + blocked_ns + computed_ns; }
};

struct OneByOne {
  std::vector<Work> work;  // in the order in which the tasks were created, the main program first
  std::int64_t total_ns = 0;  // the sum
  std::int64_t took_ns = 0;   // what the run took on one loop: the time of its last event
  bool cut_short = false;
};

[[nodiscard]] OneByOne one_by_one(const trace::Trace& trace);

}  // namespace simul::models
