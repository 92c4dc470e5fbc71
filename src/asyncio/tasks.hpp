// src/asyncio/tasks.hpp - a coroutine on its way. Mirrors CPython's Lib/asyncio/tasks.py.
//
// A task is in one of three states: a step is queued (waits_for() is null), it waits for a future
// (waits_for() is that future, whose callbacks hold the task's wake-up), or it runs right now. A
// step runs the coroutine until it waits for a future, gives up its turn, or ends.
//
// Cancelling is a request: it cancels what the task waits for or, if there is nothing to cancel,
// makes the next step deliver a CancelledError. The coroutine decides what comes of it.
//
// Who resumes whom: the loop, always; a future that is done queues the wake-up, and the coroutine
// goes on in the next turn.
#pragma once

#include <concepts>
#include <memory>
#include <string>
#include <string_view>

#include "asyncio/coroutines.hpp"
#include "asyncio/futures.hpp"

namespace simul::asyncio {

struct TaskOptions {
  std::string_view name;   // empty: "Task-N"
  std::string_view label;  // for whoever watches: EventKind::kTaskLabelled's text
  std::uint32_t line = 0;  // where it was created; 0: ask the hooks
  // Where its coroutine was made, for the same; line 0: not known. UTF-8 column from 0.
  std::uint32_t made_line = 0, made_column = 0;
  // The coroutine looks at injected() first, so a cancellation before the first step is delivered
  // into it. Otherwise such a task ends without running at all.
  bool injects_at_start = false;
  // Whoever makes the task runs its first step at once, and hands it in by take_first_step().
  bool eager = false;
  bool log_destroy_pending = true;
};

class TaskBase : public FutureBase, private Chain {
 public:
  ~TaskBase() override {
    abandon_if_alive();
    leave_registry();
  }

  [[nodiscard]] std::string name() const;
  void set_name(std::string_view name);

  // Requests cancellation; false if the task is done. Each request counts, see cancelling().
  bool cancel(Ref<CancelMessage> message = {}) override;
  // Requests not taken back yet. uncancel() takes one back and returns how many remain; at none, a
  // cancellation that was not delivered yet is forgotten.
  [[nodiscard]] std::uint32_t cancelling() const { return cancel_requests_; }
  std::uint32_t uncancel();
  [[nodiscard]] bool must_cancel() const { return (special_ & kMustCancel) != 0; }

  // What take_injected() gave was made by this step, of a request to cancel, and not brought by
  // what woke the task up.
  [[nodiscard]] bool made_its_error() const { return (flags_ & kMadeItsError) != 0; }
  // What it awaited brought this step about; else it was scheduled by itself, with its error.
  [[nodiscard]] bool woken() const { return (flags_ & kWoken) != 0; }

  // The future that it waits for, or null.
  [[nodiscard]] FutureBase* waits_for() const {
    if ((special_ & kSettled) != 0) [[unlikely]]
      return rare_ != nullptr ? rare_->settled_in.get() : nullptr;
    return waits_for_.get();
  }
  void set_log_destroy_pending(bool log) {
    flags_ = static_cast<std::uint8_t>((flags_ & ~kLogsDestroyPending) |
                                       (log ? kLogsDestroyPending : 0));
  }
  [[nodiscard]] bool log_destroy_pending() const { return (flags_ & kLogsDestroyPending) != 0; }
  // Ends it for its coroutine, whose next steps are refused, as CPython's Future.set_result() does
  // it to a task; without an error value_as() has the value. False: it was done.
  bool settle(Exception error);
  // Throws the coroutine away; the task will not run again. For a loop that goes away.
  void abandon();

  // ---- for awaiters, on the running step
  // What the awaiting coroutine must raise instead of going on; null: nothing. Taken once.
  [[nodiscard]] Exception take_injected() {
    if (exception_) [[unlikely]]
      return std::move(exception_);
    return {};
  }
  void yield_turn(PromiseBase& leaf) { park(leaf, kTurn); }
  void yield_future(PromiseBase& leaf, Ref<FutureBase> future) {
    park(leaf, kFuture);
    waits_for_ = std::move(future);
  }
  // The same where the program itself was asked to wake the task up, by run_told().
  void yield_told(PromiseBase& leaf, Ref<FutureBase> future) {
    park(leaf, kTold);
    waits_for_ = std::move(future);
  }
  void yield_error(PromiseBase& leaf, Exception error) {
    park(leaf, kError);
    exception_ = std::move(error);
    flags_ &= static_cast<std::uint8_t>(~kMadeItsError);
  }
  void yield_preempted(PromiseBase& leaf) { park(leaf, kPreempted); }
  void yield_blocked(PromiseBase& leaf, std::int64_t due_ns) {
    park(leaf, kBlocked);
    loop().set_blocked_until(due_ns);
  }
  static TaskBase& of(PromiseBase& promise) { return static_cast<TaskBase&>(*promise.chain); }
  // Of an eager task, whose first step was run elsewhere: what came of it is ready for the root.
  void take_first_step();

  static Ran run_step(EventLoop& loop, Counted& self, bool resumed);
  static Ran run_wakeup(EventLoop& loop, Counted& self, bool resumed);
  // A wake-up by the program; `error` is what the future gave instead of a result. Whoever calls
  // this holds the task.
  Ran run_told(EventLoop& loop, Exception error, bool resumed);
  // The same where the step is run elsewhere, as an eager task's first one. False: there is none.
  bool begin_told(Exception error);

 protected:
  // set_root() follows at once.
  TaskBase(EventLoop& loop, const TaskOptions& options);
  void set_root(PromiseBase& root) {
    leaf = &root;
    root.chain = this;
  }
  // For a destructor that has what the coroutine needs.
  void abandon_if_alive() {
    if (leaf != nullptr) [[unlikely]]
      abandon();
  }
  void last_words() override;
  [[nodiscard]] bool has_words() const override {
    return FutureBase::has_words() || (!done() && log_destroy_pending());
  }

 private:
  friend class EventLoop;
  friend class TaskRegistry;
  friend std::uint8_t& nesting(asyncio::Chain& chain);
  template <typename T>
  friend void give_to_task(asyncio::Chain& chain, Outcome<T>&& outcome);

 public:
  // Whether all_tasks() has it, and with it whoever cancels what is left. A task enters when it is
  // made and leaves when it is done.
  void enter_registry() {
    if (place_ == kNoPlace && !done()) place_ = loop().tasks_.add(*this);
  }
  void leave_registry() {
    if (place_ != kNoPlace) loop().tasks_.remove(std::exchange(place_, kNoPlace));
  }

 private:
  static constexpr std::uint32_t kNoPlace = 0xffffffff;
  enum Yield : std::uint8_t { kNone, kTurn, kFuture, kTold, kError, kPreempted, kBlocked };
  // Why a step is not like most: bits of special_.
  static constexpr std::uint8_t kNotStarted = 1;
  static constexpr std::uint8_t kMustCancel = 2;
  static constexpr std::uint8_t kEnded = 4;
  static constexpr std::uint8_t kSettled = 8;  // by settle()
  // Bits of flags_.
  static constexpr std::uint8_t kNamed = 1;  // else "Task-N"
  static constexpr std::uint8_t kLogsDestroyPending = 2;
  static constexpr std::uint8_t kInjectsAtStart = 4;
  static constexpr std::uint8_t kMadeItsError = 8;  // and FutureBase::kDerived
  static constexpr std::uint8_t kWoken = 32;

  void park(PromiseBase& promise, Yield yield) {
    leaf = &promise;
    yield_ = yield;
  }
  // Until the task waits for something, gives up its turn or ends.
  void resume_coroutines() {
    yield_ = kNone;
    PromiseBase* next = leaf;
    do {
      next->resume();
      next = leaf;
    } while (yield_ == kNone && next != nullptr);
  }
  Ran step(EventLoop& loop);
  Ran end_woken(Ran ran) {
    if (ran < Ran::kPreempted) flags_ &= static_cast<std::uint8_t>(~kWoken);
    return ran;
  }
  void report_refusal();
  Ran special_step(EventLoop& loop);
  Ran wake_up(EventLoop& loop);
  bool begin_waiting(EventLoop& loop);
  Ran go_on(EventLoop& loop);
  Ran run_coroutine(EventLoop& loop);
  Ran end_step(EventLoop& loop);
  Ran end_watched_turn(EventLoop& loop);
  // Of EventLoop::run_yields(). False: it was not begun, as it is not like most.
  bool run_plain_step(EventLoop& loop) {
    if (special_ != 0) [[unlikely]]
      return false;
    loop.set_current_task(this);
    resume_coroutines();
    return true;
  }
  [[nodiscard]] bool gave_up_turn() const { return yield_ == kTurn; }
  Ran end_watched_step(EventLoop& loop) {
    return gave_up_turn() ? end_watched_turn(loop) : end_step(loop);
  }
  bool begin_special_step();
  void take_failure(FutureBase& future);
  void refuse_step(bool stepped);
  void complete(Exception error);
  void note_cancel_request();
  void remember_cancel(Ref<CancelMessage> message);
  Id emit_created(const TaskOptions& options);
  void wait_for_future();
  void cancel_what_it_awaits();
  void emit_wait(WaitKind kind, Id future, std::int64_t due_ns, std::string_view text);

  Ref<FutureBase> waits_for_;
  std::uint32_t place_ = kNoPlace;  // in the loop's registry
  std::uint32_t number_ = 0;
  std::uint32_t cancel_requests_ = 0;
};

inline void FutureBase::add_waiter(TaskBase& task) {
  if (done() || loop_->watched()) [[unlikely]]
    return add_told_waiter(task);
  task.incref();
  add_entry(reinterpret_cast<Entry>(&task));
}

inline std::uint8_t& nesting(Chain& chain) {
  return static_cast<TaskBase&>(chain).nesting_;
}

// A task whose coroutine gives a T.
template <typename T>
class TaskOf : public TaskBase {
 public:
  [[nodiscard]] void* value_address() override { return &value_; }
  // The value of one that is done, and has one.
  [[nodiscard]] const T& stored() const { return value_; }

 protected:
  TaskOf(EventLoop& loop, Coro<T>&& coro, const TaskOptions& options) : TaskBase(loop, options) {
    set_root(*coro.release());
  }
  TaskOf(EventLoop& loop, const TaskOptions& options) : TaskBase(loop, options) {}

 private:
  template <typename U>
  friend void give_to_task(asyncio::Chain& chain, Outcome<U>&& outcome);
  [[no_unique_address]] T value_{};
};

template <typename T>
void give_to_task(Chain& chain, Outcome<T>&& outcome) {
  auto& task = static_cast<TaskOf<T>&>(static_cast<TaskBase&>(chain));
  if (outcome.ok()) task.value_ = std::move(outcome.value());
  task.exception_ = outcome.error();
}

template <typename T = None>
class Task final : public TaskOf<T> {
 public:
  using Value = T;
  Task(EventLoop& loop, Coro<T> coro, const TaskOptions& options)
      : TaskOf<T>(loop, std::move(coro), options) {}

  // The value or what result() raises. Only when done.
  [[nodiscard]] Outcome<T> outcome() {
    if (Exception error = this->take_error()) return error;
    return this->stored();
  }

 private:
  void dispose() override {
    if (this->log_traceback() || !this->done()) [[unlikely]]
      FutureBase::dispose();
    else
      delete this;
  }
};

// Queues the first step; the coroutine does not run before the current step has ended.
template <typename T>
[[nodiscard]] Ref<Task<T>> create_task(EventLoop& loop,
                                       Coro<T> coro,
                                       const TaskOptions& options = {}) {
  return make_counted<Task<T>>(loop, std::move(coro), options);
}

// ---- what a coroutine can await, besides another Coro

// Gives up the turn once: `await asyncio.sleep(0)`.
struct BareYield {};
[[nodiscard]] inline BareYield yield_turn() {
  return {};
}

// Waits until the loop's time has gone on by delay_s. Not above 0: gives up the turn once.
struct Sleep {
  double delay_s;
};
[[nodiscard]] inline Sleep sleep(double delay_s) {
  return {delay_s};
}
[[nodiscard]] Coro<None> sleep_coro(double delay_s);

// The task that runs this coroutine; never suspends.
struct ThisTask {};
[[nodiscard]] inline ThisTask this_task() {
  return {};
}

// For a coroutine that drives code in another language: gives what the step must raise into that
// code (null: nothing), and does not take a failure of the future for its own.
struct WaitRaw {
  Ref<FutureBase> future;  // null: one bare yield
};
struct FailRaw {
  Exception error;  // delivered by a step of its own, as CPython does for a bad yield
};
struct Preempted {};
struct BlockedUntil {
  std::int64_t due_ns;
};

class InjectedAwaiter {
 public:
  explicit InjectedAwaiter(PromiseBase& promise) : promise_(&promise) {}
  Exception await_resume() { return TaskBase::of(*promise_).take_injected(); }

 protected:
  PromiseBase* promise_;
};

class WaitRawAwaiter : public InjectedAwaiter {
 public:
  WaitRawAwaiter(PromiseBase& promise, WaitRaw wait)
      : InjectedAwaiter(promise), future_(std::move(wait.future)) {}
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<> /*self*/) {
    TaskBase& task = TaskBase::of(*promise_);
    if (future_)
      task.yield_future(*promise_, std::move(future_));
    else
      task.yield_turn(*promise_);
  }

 private:
  Ref<FutureBase> future_;
};

class FailRawAwaiter : public InjectedAwaiter {
 public:
  FailRawAwaiter(PromiseBase& promise, FailRaw fail)
      : InjectedAwaiter(promise), error_(std::move(fail.error)) {}
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<> /*self*/) {
    TaskBase::of(*promise_).yield_error(*promise_, std::move(error_));
  }

 private:
  Exception error_;
};

class PausedAwaiter {
 public:
  PausedAwaiter(PromiseBase& promise, std::int64_t due_ns) : promise_(&promise), due_ns_(due_ns) {}
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<> /*self*/) {
    TaskBase& task = TaskBase::of(*promise_);
    if (due_ns_ < 0)
      task.yield_preempted(*promise_);
    else
      task.yield_blocked(*promise_, due_ns_);
  }
  void await_resume() {}

 private:
  PromiseBase* promise_;
  std::int64_t due_ns_;
};

// What a driving coroutine asks first, see TaskOptions::injects_at_start.
struct Injected {};
class InjectedNowAwaiter : public InjectedAwaiter {
 public:
  using InjectedAwaiter::InjectedAwaiter;
  bool await_ready() { return true; }
  void await_suspend(std::coroutine_handle<> /*self*/) {}
};

class YieldAwaiter {
 public:
  explicit YieldAwaiter(PromiseBase& promise) : promise_(&promise) {}
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<> /*self*/) {
    TaskBase::of(*promise_).yield_turn(*promise_);
  }
  Outcome<None> await_resume() {
    if (Exception error = TaskBase::of(*promise_).take_injected()) return error;
    return None{};
  }

 private:
  PromiseBase* promise_;
};

class SleepAwaiter {
 public:
  SleepAwaiter(PromiseBase& promise, double delay_s) : promise_(&promise), delay_s_(delay_s) {}
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<> /*self*/) {
    if (delay_s_ <= 0) {
      std::construct_at(&timer_);
      TaskBase::of(*promise_).yield_turn(*promise_);
    } else {
      set_timer();
    }
  }
  Outcome<None> await_resume() {
    TaskBase& task = TaskBase::of(*promise_);
    if (Exception error = task.take_injected()) [[unlikely]] {
      if (timer_) task.loop().cancel_timer(timer_);
      return error;
    }
    return None{};  // woken by the timer, if there was one
  }

 private:
  void set_timer();
  PromiseBase* promise_;
  union {
    double delay_s_;  // until it is suspended
    TimerKey timer_;
  };
};

template <typename F>
concept AnyFuture = std::derived_from<F, FutureBase> && requires { typename F::Value; };

// co_await of a future or task: its value, or what it failed with.
template <AnyFuture F>
class FutureAwaiter {
 public:
  FutureAwaiter(PromiseBase& promise, Ref<F> future)
      : promise_(&promise), future_(future.detach()) {}
  FutureAwaiter(const FutureAwaiter&) = delete;
  FutureAwaiter& operator=(const FutureAwaiter&) = delete;
  ~FutureAwaiter() {
    if (held_) future_->decref();
  }
  bool await_ready() { return future_->done(); }
  // The task has the future now, and the handle of its wake-up until the step is over.
  void await_suspend(std::coroutine_handle<> /*self*/) {
    held_ = false;
    TaskBase::of(*promise_).yield_future(*promise_, Ref<FutureBase>::adopt(future_));
  }
  Outcome<typename F::Value> await_resume() {
    if (Exception error = TaskBase::of(*promise_).take_injected()) return error;
    if (Exception error = future_->take_error()) return error;
    // Nobody else can ask for it again: the results of a large gather need not be there twice.
    if constexpr (!std::is_trivially_copyable_v<typename F::Value>)
      if (future_->references() == 1 && !future_->keeps_view())
        return std::move(future_->template value_as<typename F::Value>());
    return future_->stored();
  }

 private:
  PromiseBase* promise_;
  F* future_;
  bool held_ = true;  // here: until it is suspended
};

struct ThisTaskAwaiter {
  TaskBase* task;
  bool await_ready() { return true; }
  void await_suspend(std::coroutine_handle<> /*self*/) {}
  TaskBase& await_resume() { return *task; }
};

template <AnyFuture F>
FutureAwaiter<F> make_awaiter(PromiseBase& promise, Ref<F> future) {
  return FutureAwaiter<F>(promise, std::move(future));
}
inline YieldAwaiter make_awaiter(PromiseBase& promise, BareYield) {
  return YieldAwaiter(promise);
}
inline SleepAwaiter make_awaiter(PromiseBase& promise, Sleep sleep) {
  return SleepAwaiter(promise, sleep.delay_s);
}
inline ThisTaskAwaiter make_awaiter(PromiseBase& promise, ThisTask) {
  return {&TaskBase::of(promise)};
}
inline WaitRawAwaiter make_awaiter(PromiseBase& promise, WaitRaw wait) {
  return WaitRawAwaiter(promise, std::move(wait));
}
inline FailRawAwaiter make_awaiter(PromiseBase& promise, FailRaw fail) {
  return FailRawAwaiter(promise, std::move(fail));
}
inline PausedAwaiter make_awaiter(PromiseBase& promise, Preempted) {
  return PausedAwaiter(promise, -1);
}
inline PausedAwaiter make_awaiter(PromiseBase& promise, BlockedUntil blocked) {
  return PausedAwaiter(promise, blocked.due_ns);
}
inline InjectedNowAwaiter make_awaiter(PromiseBase& promise, Injected) {
  return InjectedNowAwaiter(promise);
}

// The future of a sleep: done when its timer fires.
class SleepFuture final : public WakingFuture<SleepFuture> {
 public:
  SleepFuture(EventLoop& loop, double when_s)
      : WakingFuture(loop, WaitKind::kSleep), when_s_(when_s) {
    flags_ |= kSleeper;
  }
  [[nodiscard]] WaitInfo wait_info() const override;
  // Done, unless it was cancelled in the meantime.
  static Ran fire(EventLoop& loop, Counted& self, bool resumed);

 private:
  double when_s_;
};

// Such a future has, as a rule, nothing that would have to be destroyed.
inline void FutureBase::decref_in_line() {
  const bool is_bare = first_ == 0 && rare_ == nullptr && view_ == 0 && !exception_;
  if ((flags_ & (kWaiter | kSleeper)) != 0 && references() == 1 && is_bare && !log_traceback_)
    ObjectPool::free(this, (flags_ & kWaiter) != 0 ? sizeof(Waiter) : sizeof(SleepFuture));
  else
    decref();
}

}  // namespace simul::asyncio
