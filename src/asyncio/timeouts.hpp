// src/asyncio/timeouts.hpp - a deadline for a part of a task. Mirrors Lib/asyncio/timeouts.py.
//
//   created --enter--> active --deadline--> expiring --exit--> expired
//                        +-------------------exit------------> finished
//
// At the deadline the task is cancelled; exit() turns that very cancellation into a TimeoutError
// and leaves every other alone.
#pragma once

#include <optional>
#include <string_view>

#include "asyncio/tasks.hpp"

namespace simul::asyncio {

enum class TimeoutState : std::uint8_t { kCreated, kEntered, kExpiring, kExpired, kExited };
// "created", "active", "expiring", "expired", "finished".
[[nodiscard]] std::string_view state_name(TimeoutState state);

class Timeout : public Counted {
 public:
  // `when_s` in the loop's time; nothing: no deadline yet.
  explicit Timeout(std::optional<double> when_s) : when_s_(when_s) {}

  [[nodiscard]] TimeoutState state() const { return state_; }
  [[nodiscard]] std::optional<double> when_s() const { return when_s_; }
  [[nodiscard]] bool expired() const {
    return state_ == TimeoutState::kExpiring || state_ == TimeoutState::kExpired;
  }

  // The task that it was entered in, for ever; null: not entered.
  [[nodiscard]] TaskBase* task() const { return task_.get(); }

  // Each gives what CPython raises, null when all is well.
  [[nodiscard]] Exception enter(EventLoop& loop);
  [[nodiscard]] Exception reschedule(std::optional<double> when_s);
  // The block ended with `error` (null: well). True: it was this timeout's doing, and a
  // TimeoutError caused by `error` takes its place. `timed_out`, if given, says that the deadline
  // had passed and nobody else cancels the task, whatever the error was.
  [[nodiscard]] bool exit(const Exception& error, bool* timed_out = nullptr);

  // What the task's own cancelling() and uncancel() say, where the program has them anew: the first
  // after enter(), the second before exit(), while it is expiring.
  void set_cancelling(std::int64_t requests) { cancelling_ = requests; }
  void set_uncancelled(std::int64_t requests) { uncancelled_ = requests; }
  // Where its callback was scheduled: kept for LoopHooks::callback_refused().
  void set_origin(Ref<Counted> origin) { origin_ = std::move(origin); }
  [[nodiscard]] bool is_expiring() const { return state_ == TimeoutState::kExpiring; }

  // Is this entry of the ready queue a deadline that no longer counts?
  [[nodiscard]] static bool is_revoked(RunFn run, const Counted& entry) {
    return run == run_deadline && static_cast<const Timeout&>(entry).revoked_ > 0;
  }
  // The task that this timer or entry of the ready queue cancels; null: it is no timeout's.
  [[nodiscard]] static TaskBase* task_of(RunFn run, const Counted& entry) {
    return run == run_deadline ? static_cast<const Timeout&>(entry).task_.get() : nullptr;
  }

 private:
  static Ran run_deadline(EventLoop& loop, Counted& self, bool resumed);
  void disarm();

  std::optional<double> when_s_;
  Ref<TaskBase> task_;
  std::int64_t cancelling_ = 0;  // requests that were there before the block
  std::optional<std::int64_t> uncancelled_;
  Ref<Counted> origin_;
  TimerKey timer_;
  bool queued_ = false;        // instead of a timer when the deadline has passed already
  std::uint32_t revoked_ = 0;  // callbacks in the ready queue that no longer count
  TimeoutState state_ = TimeoutState::kCreated;
};

// Waits for a future or coroutine, in this task, for at most `timeout_s`: then it is cancelled and
// the result is a TimeoutError. Nothing: no limit.
template <typename T>
Coro<T> wait_for(Coro<T> coro, std::optional<double> timeout_s);
template <AnyFuture F>
Coro<typename F::Value> wait_for(Ref<F> future, std::optional<double> timeout_s);

// Makes a future done, with an empty result, when another one is.
template <typename F>
class ReleaseWaiter final : public DoneCallback {
 public:
  explicit ReleaseWaiter(Ref<F> waiter) : waiter_(std::move(waiter)) {}
  Ran run(EventLoop& /*loop*/, FutureBase& /*future*/, bool /*resumed*/) override {
    waiter_->set_result({});
    return Ran::kDone;
  }
  [[nodiscard]] std::string name() const override { return "_release_waiter"; }
  [[nodiscard]] FutureBase* completes() const override { return waiter_.get(); }

 private:
  Ref<F> waiter_;
};

// Cancels and waits until that is over: `future` is done afterwards unless this task is cancelled.
[[nodiscard]] Coro<None> cancel_and_wait(Ref<FutureBase> future);

// ------------------------------------------------------------------------------------------------

// A timeout that has passed before anything ran: the awaited gets no step unless it is done.
template <AnyFuture F>
Coro<typename F::Value> wait_not_at_all(Ref<F> future) {
  if (future->done()) co_return future->outcome();
  if (Outcome<None> waited = co_await cancel_and_wait(future); !waited.ok())
    co_return waited.error();
  Outcome<typename F::Value> outcome = future->outcome();
  if (!outcome.cancelled()) co_return outcome;
  Exception timeout = future->loop().hooks().make_exception(ExceptionKind::kTimeout, {});
  timeout->set_cause(outcome.error());
  co_return timeout;
}

template <typename T, typename Awaited>
Coro<T> wait_within(Awaited awaited, std::optional<double> timeout_s) {
  TaskBase& task = co_await this_task();
  EventLoop& loop = task.loop();
  std::optional<double> when_s;
  if (timeout_s) when_s = loop.time() + *timeout_s;
  const auto timeout = make_counted<Timeout>(when_s);
  if (Exception error = timeout->enter(loop)) co_return error;
  Outcome<T> outcome = co_await std::move(awaited);
  if (timeout->exit(outcome.error())) {
    Exception error = loop.hooks().make_exception(ExceptionKind::kTimeout, {});
    error->set_cause(outcome.error());
    co_return error;
  }
  co_return outcome;
}

template <typename T>
Coro<T> wait_for(Coro<T> coro, std::optional<double> timeout_s) {
  TaskBase& task = co_await this_task();
  if (timeout_s && *timeout_s <= 0)
    co_return co_await wait_not_at_all(create_task(task.loop(), std::move(coro)));
  co_return co_await wait_within<T>(std::move(coro), timeout_s);
}

template <AnyFuture F>
Coro<typename F::Value> wait_for(Ref<F> future, std::optional<double> timeout_s) {
  if (timeout_s && *timeout_s <= 0) co_return co_await wait_not_at_all(std::move(future));
  co_return co_await wait_within<typename F::Value>(std::move(future), timeout_s);
}

}  // namespace simul::asyncio
