// src/asyncio/events.hpp - what the ready queue holds. Mirrors CPython's Lib/asyncio/events.py.
//
// The queue itself holds pairs (function, object), so that a task's step needs no Handle; a Handle
// exists only where a program gets one back from call_soon, call_later or call_at and may cancel
// it.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "asyncio/counted.hpp"
#include "asyncio/instrument.hpp"

namespace simul::asyncio {

class EventLoop;
class TaskBase;

// How a callback came back to the loop. The last two keep it current: it is entered again, with
// `resumed` true, before anything else of the loop runs.
enum class Ran : std::uint8_t {
  kDone,
  kHandedOn,   // done, and the queue's reference to it belongs to somebody else now, or is gone
  kPreempted,  // out of budget
  kBlocked,    // blocks the loop until EventLoop::blocked_until_ns()
};

using RunFn = Ran (*)(EventLoop& loop, Counted& self, bool resumed);

// One pending timer of a loop; `serial` tells it from later users of the same slot. 0: none.
struct TimerKey {
  std::uint32_t slot = 0;
  std::uint32_t serial = 0;
  explicit operator bool() const { return serial != 0; }
};

class Handle : public Counted {
 public:
  // Runs the callback. What it raises is its own business: it reports to the loop.
  virtual Ran run(EventLoop& loop, bool resumed) = 0;
  // The callback's name, for whoever watches.
  [[nodiscard]] virtual std::string name() const { return {}; }
  // True of a TimerHandle.
  [[nodiscard]] virtual bool timed() const { return false; }
  // What the program gave to be called, for whoever made this object; null: asyncio's own.
  [[nodiscard]] virtual const void* program_call() const { return nullptr; }
  // The task whose wake-up it is, which a program may queue as it would any other callback; null:
  // it is none.
  [[nodiscard]] virtual TaskBase* wakes() const { return nullptr; }

  // A cancelled handle stays in the queue and is skipped when its turn comes.
  virtual void cancel() { cancelled_ = true; }
  [[nodiscard]] bool cancelled() const { return cancelled_; }
  [[nodiscard]] Id id() const { return id_; }

 private:
  friend class EventLoop;
  Id id_ = 0;
  bool cancelled_ = false;
  // Of one that came by call_on_arrival() and stays: is it among those that the next turn looks at,
  // and has it nothing to tell right now?
  bool stays_ = false;
  bool listed_ = false;
  bool quiet_ = false;
};

class TimerHandle : public Handle {
 public:
  void cancel() override;
  [[nodiscard]] bool timed() const override { return true; }
  // The loop's time, in seconds, at which it is due.
  [[nodiscard]] double when_s() const { return when_s_; }

 private:
  friend class EventLoop;
  EventLoop* loop_ = nullptr;
  TimerKey key_;
  double when_s_ = 0;
};

// A Handle (or TimerHandle) around any callable that takes nothing.
template <typename Base, typename Function>
class FunctionHandle final : public Base {
 public:
  explicit FunctionHandle(Function function) : function_(std::move(function)) {}
  Ran run(EventLoop& /*loop*/, bool /*resumed*/) override {
    function_();
    return Ran::kDone;
  }

 private:
  Function function_;
};

}  // namespace simul::asyncio
