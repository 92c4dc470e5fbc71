// What happened in the loop, as plain data, for whoever watches: the vocabulary of every trace.
//
// The idea is Trio's Instrument (trio/_abc.py): the loop offers hooks and does not know who
// listens. Here every hook is one Event, because a listener that records keeps the value itself,
// and one that explains switches on the kind. With no instrument attached, an event costs one
// predictable branch.
//
// Always holds: events come in the order in which things happen; time_ns never decreases within one
// run; an id names one task, future, timer or handle for the whole run and is never used again; 0
// means "nobody".
#pragma once

#include <cstdint>
#include <string_view>

namespace simul::asyncio {

using Id = std::uint32_t;

// clang-format off
enum class EventKind : std::uint8_t {
  kLoopStarted,       // subject: the loop (run_until_complete or run_forever begins)
  kLoopStopped,       // subject: the loop
  kTurnBegan,         // subject: the turn's number, from 1; object: how many handles this turn will run
  kTaskCreated,       // subject: task; object: the task that created it or 0; text: its name ("Task-2"); line: where
  kTaskLabelled,      // subject: task; text: coroutine's qualname, then after a '\x1f' the str() of its first argument, if it has one; line, cause: where the program called the coroutine function, cause is the UTF-8 column from 1
  kHandleQueued,      // subject: handle; object: the task or future it serves; detail: HandleKind; cause: who queued it (task, timer, future or 0)
  kHandleBegan,       // subject: handle; object: the task or future it serves; detail: HandleKind; text: a plain callback's name
  kHandleEnded,       // subject: handle; object: as above
  kTaskWaits,         // subject: task; object: the future it waits for (0: a bare yield); detail: WaitKind; line: of the await; text: what, in the program's words; due_ns: of a sleep; cause: the line where the task's own coroutine stands, if the await is in one that it called
  kTaskDone,          // subject: task; detail: DoneKind; text: the exception's "Type: message"; line
  kFutureDone,        // subject: future; detail: DoneKind; object: the task that completed it or 0
  kCallbackAdded,     // subject: future; object: the task that will be woken, or 0 for a plain callback
  kCancelRequested,   // subject: task; object: the task that asked or 0; line: of the request
  kTimerArmed,        // subject: timer; object: the future or task it serves; due_ns; line
  kTimerFired,        // subject: timer; object; due_ns: when it should have; the handle is in the ready queue now
  kTimerCancelled,    // subject: timer; object
  kClockMoved,        // due_ns: the reading before; time_ns: the reading now; detail: ClockMove
  kBlockingBegan,     // subject: task that blocks or 0 for the main program; due_ns: when it will end; line; text: "time.sleep(1.0)"
  kBlockingEnded,     // subject: as above
  kOutput,            // subject: task or 0; detail: 1 stdout, 2 stderr, 3 a mark of the program's own; text: what was written; line
  kFailure,           // subject: task, future or 0; text: what the loop's exception handler was told, then after a '\x1f' "Type: message"; line
  kUncancelled,       // subject: task, which takes one cancel request back
  kMade,              // subject: a lock, event, condition, semaphore, barrier or queue; detail: WaitKind; text: the name it is first given; line
  kInLine,            // subject: future; object: the lock, queue, ... that it waits for its turn at; detail: WaitKind
  kHeld,              // subject: lock or semaphore; object: the task that has it now; detail: WaitKind; line
  kReleased,          // subject: lock or semaphore; object: the task that gave it back; cause: how many still have it; line
  kQueueSized,        // subject: queue; object: the task; cause: how many it holds now; due_ns: its maxsize, 0 none; detail: kQueueGet or kQueuePut; line
  kDependsOn,         // subject: future of a gather, wait, shield or group; object: a task or future it waits for
};
enum class HandleKind : std::uint8_t { kStep, kWakeup, kCallback, kTimer };
enum class WaitKind   : std::uint8_t { kYield, kSleep, kTask, kFuture, kGather, kShield, kLock, kEvent, kCondition, kSemaphore, kBarrier, kQueueGet, kQueuePut, kQueueJoin, kWait, kGroup, kExecutor };
enum class DoneKind   : std::uint8_t { kResult, kException, kCancelled };
enum class ClockMove  : std::uint8_t { kWaited, kComputed, kBlocked, kPaused };
// clang-format on

struct Event {
  std::int64_t time_ns = 0;  // the loop's clock when it happened
  std::int64_t due_ns = 0;   // a deadline or an earlier reading, see the kind
  Id subject = 0;
  Id object = 0;
  Id cause = 0;
  std::uint32_t line = 0;  // 1-based line of the program; 0: not known
  std::uint32_t text = 0;  // set by the listener, which interns the text it was given
  EventKind kind = EventKind::kLoopStarted;
  std::uint8_t detail = 0;
};

// A step of a task that did nothing but give up its turn, on a clock that stands between two
// charges: most of what a busy loop has to tell. It stands for these events, in this order:
//   kHandleBegan  time: began; subject: handle; object: task; detail: kStep
//   kTaskWaits    time: ended, as of all that follow; subject: task; detail: kYield; line; cause
//   kHandleQueued subject: queued; object and cause: task; detail: kStep
//   kClockMoved   due_ns: began; detail: kComputed; only if the step took time
//   kHandleEnded  subject: handle; object: task; detail: kStep
struct YieldStep {
  Id task, handle, queued;
  std::uint32_t line, cause;
  std::int64_t began_ns, ended_ns;
};

// Where the loop notes such steps without a call: shared by the loop and an instrument that offers
// it.
struct Yields {
  // The step that goes on now and was not told yet, if `pending`: whoever needs its kHandleBegan
  // makes it of these and clears `pending`.
  Id task = 0;
  Id handle = 0;
  std::int64_t began_ns = 0;
  bool pending = false;
  // False: every step must be told by its events.
  bool wanted = true;
  // Of the next step, if it goes on exactly like the one before: then its task is all that is new,
  // and is written to *next.
  Id next_handle = 0;
  Id next_queued = 0;
  std::uint32_t line = 0, cause = 0;
  std::int64_t next_began_ns = 0;
  std::int64_t takes_ns = 0;
  Id* next = nullptr;
  Id* end = nullptr;  // next == end: no room, ask on_yield()
};

class Instrument {
 public:
  virtual ~Instrument() = default;
  // Called at the moment it happens, on the loop's own stack: must not call into the loop. `text`
  // lives for the call only.
  virtual void on_event(const Event& event, std::string_view text) = 0;
  // Null: wants nothing but events. The same for the instrument's whole life.
  virtual Yields* yields() { return nullptr; }
  // A step that could not be noted in yields(). False: it must be told by its events.
  virtual bool on_yield(const YieldStep& /*step*/) { return false; }
};

}  // namespace simul::asyncio
