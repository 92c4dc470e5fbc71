// What the loop held at an instant: the running step, the ready queue, the timer heap, the turns
// before.
//
// The ready queue shows what loop._ready holds, no more: a timer that is due but not collected is
// in `timers`. Nothing is replayed: every handle, timer, turn and wait knows its first and last
// event, so any instant costs a few binary searches and what is shown of it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "timeline/id_map.hpp"
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
  std::uint32_t planned = 0;  // how many handles it was to run when it began
  std::vector<Id> ran;        // owners of the handles it ran, in order: at most LoopState::kShown
};
// What the loop waits for while it has nothing to do, or what it does.
enum class Doing : std::uint8_t {
  kNothing,  // not running: before the start, after the end
  kRunning,  // a callback
  kBlocked,  // a blocking call
  kBetween,  // callbacks are ready and none runs yet
  kTimer,    // idle until the earliest timer
  kForever,  // idle without a timer: nobody can wake it
};
struct LoopState {
  Doing doing = Doing::kNothing;
  std::int64_t waits_until_ns = kNone;  // kTimer, kBlocked
  std::uint32_t turn = 0;               // the number of the latest turn, 0 before the first
  std::uint32_t turn_left = 0;          // handles of it that have not begun
  Id running_handle = 0;
  trace::HandleKind running_kind = trace::HandleKind::kStep;
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

// What the trace says about handles, timers, turns and waits, ready to be asked about any instant.
// Takes in what the trace has gained whenever it is asked; linear in that.
class LoopHistory {
 public:
  explicit LoopHistory(const Model& model);  // the model must outlive it
  LoopState at(const Moment& moment);
  LoopState at(std::int64_t time_ns) { return at(model_.at_time(time_ns)); }

  // ---- what led to what. Answers are indices of events, kNoEvent for none.
  // Every event about a task, in order: its own, and those that queue, wake or run it.
  const std::vector<std::uint32_t>& about(Id task);
  // The event that made a future or task done.
  std::uint32_t done(Id future);
  // The event that armed the latest timer that serves this future or task before `events`.
  std::uint32_t armed_for(Id object, std::size_t events);
  std::uint32_t armed(Id timer);
  std::uint32_t fired(Id timer);
  // The callback that was running when this event happened: its kHandleBegan.
  std::uint32_t callback_around(std::size_t event);
  // The kHandleQueued of a kHandleBegan.
  std::uint32_t queued(std::uint32_t began_event);
  // Futures and tasks that a gather, wait, shield or group waits for, by their kDependsOn.
  std::vector<std::uint32_t> parts(Id outer, std::size_t events);
  // The tasks that have a lock or semaphore, by their kHeld, oldest first.
  std::vector<std::uint32_t> holders(Id resource, std::size_t events);
  // The kInLine of a future.
  std::uint32_t in_line(Id future);
  // What made the lock, queue, ... (kMade); and the latest kQueueSized of a queue before `events`.
  std::uint32_t made(Id resource);
  std::uint32_t sized(Id queue, std::size_t events);
  // Is a timer set that serves this task: will a timeout cut its wait?
  bool has_timeout(Id task, std::size_t events);
  // The first callback that ends at or after this event: its kHandleEnded (or the kLoopStopped that
  // cut it short); and the last one before it.
  std::uint32_t next_ended(std::size_t event);
  std::uint32_t last_ended(std::size_t event);
  // Is the callback that ended with this event the last of its turn?
  bool ends_turn(std::uint32_t ended_event);
  // How many timers are set.
  std::size_t timers_set(std::size_t events);

 private:
  static constexpr std::uint32_t kNever = kNoEvent;
  struct Handle {
    Id id = 0;
    std::uint32_t queued = kNever, removed = kNever, began = kNever, ended = kNever;
  };
  struct Timer {
    Id id = 0;
    std::uint32_t armed = kNever, removed = kNever, before = kNever;  // before: of the same object
    bool fired = false;
  };
  struct Turn {
    std::uint32_t event = 0, first = 0;  // the first handle that it may run
  };
  struct Span {
    std::uint32_t began = 0, ended = kNever;
  };
  // An event with the one before it that is about the same.
  struct Link {
    std::uint32_t event = 0, before = kNever;
  };
  struct Chain {
    IdMap last;
    std::vector<Link> links;
    void add(Id id, std::uint32_t event);
  };
  static constexpr std::size_t kBlock = 256;  // timers that are skipped at one look

  void update();
  void apply(const trace::Event& event, std::uint32_t at);
  void note(Id task, std::uint32_t at);
  void began(const trace::Event& event, std::uint32_t at);
  void ended(std::uint32_t at);
  void remove_timer(Id id, std::uint32_t at, bool fired);
  std::uint32_t last(const Chain& chain, Id id, std::size_t events) const;
  std::size_t handles_removed(std::size_t events) const;
  void list_timers(LoopState& state, std::size_t events) const;
  const trace::Event& event(std::uint32_t at) const { return model_.trace().events[at]; }

  const Model& model_;
  std::size_t next_ = 0;
  std::vector<Handle> handles_;                // in the order of the queue
  std::size_t front_ = 0;                      // the first that is still queued
  std::vector<Timer> timers_;                  // as armed
  std::vector<std::uint32_t> timers_removed_;  // events, in order
  struct Block {
    std::uint32_t alive = 0, last_removed = 0;
  };
  std::vector<Block> blocks_;  // of timers_
  std::vector<Turn> turns_;
  std::vector<std::uint32_t> began_, ended_, stopped_;  // events: of callbacks, of the loop's end
  std::vector<Span> blocking_, running_;  // blocking calls; stretches between loop start and stop
  IdMap timer_at_, timer_of_, done_, made_, task_at_, line_of_;
  Chain waits_, parts_, held_, sizes_;  // by future; outer future; lock; queue
  std::vector<std::vector<std::uint32_t>> about_;
  LoopState last_state_;  // of last_events_: a frame asks many times about one instant
  std::size_t last_events_ = ~std::size_t{0};
};

}  // namespace simul::timeline
