// What the loop held at an instant: the running step, the ready queue, the timer heap, the turns
// before.
//
// The ready queue shows what loop._ready holds, no more: a timer that is due but not collected is
// in `timers`.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "timeline/model.hpp"

namespace simul::timeline {

struct ReadyItem {
  Id handle = 0;
  Id owner = 0;  // the task or future it serves
  trace::HandleKind kind = trace::HandleKind::kStep;
  std::int64_t since_ns = 0;
};
struct TimerItem {
  Id timer = 0;
  Id task = 0;              // the task that sleeps on it, 0 if none
  Id object = 0;            // the future it completes
  std::int64_t due_ns = 0;  // due before now: the loop has not come round
  std::uint32_t line = 0;
};
struct TurnItem {
  std::uint32_t number = 0;
  std::int64_t time_ns = 0;
  std::vector<Id> ran;  // owners of the handles it ran, in order
};
struct LoopState {
  Id running = 0;        // the task whose step is going on, 0 if none
  bool busy = false;     // a handle is running
  bool blocked = false;  // inside a blocking call
  Id blocker = 0;
  std::int64_t blocked_since_ns = 0, blocked_until_ns = 0;
  std::uint32_t blocked_line = 0;
  std::uint32_t blocked_text = 0;
  std::vector<ReadyItem> ready;   // first in, first out: the first kShown of ready_count
  std::vector<TimerItem> timers;  // earliest first: the first kShown of timer_count
  std::vector<TurnItem> turns;    // the last kTurns, oldest first
  std::size_t ready_count = 0, timer_count = 0;

  static constexpr std::size_t kShown = 64, kTurns = 8;
};

// The state after the last event that is not later than time_ns. Linear in the events since the
// nearest snapshot.
class LoopHistory {
 public:
  explicit LoopHistory(const Model& model);  // the model must outlive it
  LoopState at(std::int64_t time_ns);

 private:
  // What is held in full after `next` events; LoopState is the part of it that is shown.
  struct Held {
    std::size_t next = 0;
    std::deque<ReadyItem> ready;
    std::map<std::pair<std::int64_t, Id>, TimerItem> timers;  // by deadline, then as armed
    std::unordered_map<Id, std::int64_t> due;                 // timer -> its deadline
    std::unordered_map<Id, Id> sleeper;  // future -> the task that waits for it
    std::deque<TurnItem> turns;
    LoopState now;
  };
  void apply(const trace::Event& event);

  // A jump back costs at most this many events.
  static constexpr std::size_t kSnapshotEvery = 16'384;

  const Model& model_;
  Held held_;
  std::vector<Held> snapshots_;
};

// One sentence with times and line numbers: why the task is in the state it is in at t.
std::string why(const Model& model, LoopHistory& history, Id task, std::int64_t time_ns);
// One sentence on what the loop itself does at t.
std::string loop_sentence(const Model& model, LoopHistory& history, std::int64_t time_ns);
// Asyncio's names of tasks in a text, as people call them: "Task-2, Task-3" is "A, B".
std::string with_names(const Model& model, std::string_view text);
// "1.250" with the unit left out; three decimals.
std::string seconds(std::int64_t time_ns);

}  // namespace simul::timeline
