// The work of a run under the rules of another way to run it: who computes when, who waits.
//
// One engine, four sets of rules. They differ in how many may compute at once, what a task keeps
// while it sleeps or sits in a blocking call, when it is made to give way, and what starting and
// switching cost. Nothing is random but the choice among threads that want the GIL, which a seed
// decides.
//
// Always holds: the spans of a lane are in order, touch and do not overlap; computing + blocking +
// switching + waiting = total.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/workload.hpp"

namespace simul::models {

enum class Doing : std::uint8_t {
  kComputing,
  kBlocking,   // in a blocking call
  kSleeping,   // a sleep of its own, or waiting for something outside the program
  kWaiting,    // for another task, a lock, a queue
  kReady,      // could compute, may not: no core, no GIL, not its turn
  kSwitching,  // is being switched to
  kStarting    // its thread or process is being made
};
inline constexpr std::size_t kDoings = 7;
// "computing", "in a blocking call", ... as shown to people.
[[nodiscard]] const char* word(Doing doing);

struct Span {
  std::int64_t start_ns = 0, end_ns = 0;
  Doing doing = Doing::kComputing;
};

struct Lane {
  std::size_t task = 0;  // in Workload::tasks
  std::string name;
  bool leads = false;  // it started others, or is the main program or what that runs
  std::int64_t from_ns = 0, to_ns = 0;
  std::vector<Span> spans;
};

struct Rules {
  int processors = 1;             // how many may compute at once
  bool keeps_asleep = false;      // nobody else runs while it sleeps: one after another
  bool keeps_blocking = false;    // nor while it is in a blocking call: one loop, one after another
  bool nested = false;            // whoever was started last goes first: calls, not tasks
  bool seeded = false;            // who is next is drawn by lot, not first come first served
  std::int64_t slice_ns = 0;      // gives way after so long if somebody wants to go on; 0: never
  std::int64_t switch_ns = 0;     // a processor goes from one to another
  std::int64_t start_ns = 0;      // whoever starts a task is held up so long
  std::int64_t boot_ns = 0;       // a started task computes so long before its first line
  std::int64_t hand_over_ns = 0;  // until somebody else sees a signal, an item or an end
  std::uint64_t seed = 0;
};

struct Schedule {
  std::vector<Lane> lanes;  // as the tasks were created; the main program's, if it did anything
  std::int64_t total_ns = 0;
  // The total taken apart: somebody computes; else somebody is in a blocking call; else somebody
  // is started or switched to; else all wait.
  std::int64_t computing_ns = 0, blocking_ns = 0, switching_ns = 0, waiting_ns = 0;
  // The same added up over the lanes, by Doing.
  std::int64_t sums_ns[kDoings] = {};
  std::uint64_t switches = 0;
  std::size_t alive_most = 0;  // so many existed at once
  bool coarse = false;         // slices were drawn longer, or there would be too many
  std::vector<std::string>
      stuck;  // who waits for ever under these rules; empty: all came to an end
};

[[nodiscard]] Schedule schedule(const Workload& work, const Rules& rules);

}  // namespace simul::models
