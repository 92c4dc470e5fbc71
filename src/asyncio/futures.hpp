// src/asyncio/futures.hpp - a result that will be there later. Mirrors Lib/asyncio/futures.py.
//
// States: pending, then exactly once finished (with a value or an exception) or cancelled. Being
// done queues the callbacks, in the order in which they were added, each through the loop: whoever
// awaits a future goes on in the next turn, never inside set_result().
//
// Always holds: a future that is done has no callbacks; an exception that nobody has looked at when
// the last reference goes is reported to the loop.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "asyncio/event_loop.hpp"

namespace simul::asyncio {

class FutureBase;

// Something to run when a future is done. One object may serve several futures.
class DoneCallback : public Counted {
 public:
  virtual Ran run(EventLoop& loop, FutureBase& future, bool resumed) = 0;
  [[nodiscard]] virtual std::string name() const { return {}; }
  // What the program gave to add_done_callback(), for whoever made this object; null: asyncio's
  // own.
  [[nodiscard]] virtual const void* program_callback() const { return nullptr; }
  // The future whose turn it may be then: a gather of its child; null: none that is known.
  [[nodiscard]] virtual FutureBase* completes() const { return nullptr; }
  // The task whose wake-up it is, where the program stands between a future and that task; null: it
  // is none.
  [[nodiscard]] virtual TaskBase* wakes() const { return nullptr; }
  // The futures that its owner holds beside these: a TaskGroup's others of its child.
  [[nodiscard]] virtual std::vector<FutureBase*> knows() const { return {}; }
};

// What a task that waits for a future is said to wait for.
struct WaitInfo {
  WaitKind kind = WaitKind::kFuture;
  std::int64_t due_ns = 0;  // of a sleep
  std::string text;         // in the program's words, may be empty
};

enum class FutureState : std::uint8_t { kPending, kCancelled, kFinished };

class FutureBase : public Counted {
 public:
  explicit FutureBase(EventLoop& loop, WaitKind wait_kind = WaitKind::kFuture)
      : id_(loop.new_id()), loop_(&loop), wait_kind_(wait_kind) {}
  ~FutureBase() override {
    if (first_ != 0 || rare_ != nullptr || keeps_view()) [[unlikely]]
      clean_up();
  }

  [[nodiscard]] EventLoop& loop() const { return *loop_; }
  [[nodiscard]] Id id() const { return id_; }
  [[nodiscard]] FutureState state() const { return state_; }
  [[nodiscard]] bool done() const { return state_ != FutureState::kPending; }
  [[nodiscard]] bool cancelled() const { return state_ == FutureState::kCancelled; }
  [[nodiscard]] bool is_task() const { return is_task_; }

  // False if it was done already. Whoever waits is woken in the next turn, with a CancelledError.
  virtual bool cancel(Ref<CancelMessage> message = {});
  // The same, asked by a task that waits for it and is to be cancelled.
  virtual bool cancel_awaited(Ref<CancelMessage> message) { return cancel(std::move(message)); }
  // Of a class of the program's own; and one in which cancel() is the program's.
  [[nodiscard]] bool derived() const { return (flags_ & kDerived) != 0; }
  void set_derived() { flags_ |= kDerived; }
  [[nodiscard]] virtual bool cancelled_by_program() const { return false; }
  // False if it was done already, as with Future<T>::set_result.
  bool set_exception(Exception exception);

  // Runs in the turn after the future is done; when it is done already, in the next turn.
  void add_done_callback(Ref<DoneCallback> callback) {
    if (done() || loop_->watched()) [[unlikely]]
      add_told_callback(callback.detach());
    else
      add_entry(reinterpret_cast<Entry>(callback.detach()) | kCallbackTag);
  }
  // Takes out every callback for which `matches` is true and returns how many there were.
  std::size_t remove_done_callbacks(bool (*matches)(DoneCallback&, void*), void* data);
  std::size_t remove_done_callback(DoneCallback& callback);
  // Is `callback` among those that are still to be queued?
  [[nodiscard]] bool has_callback(const DoneCallback& callback) const {
    return first_ != 0 && finds(callback);
  }
  // The pending callbacks in order; a task that waits is a null pointer here.
  [[nodiscard]] std::vector<DoneCallback*> callbacks() const;
  // The task that waits at that place among callbacks(); null: a callback is there.
  [[nodiscard]] TaskBase* waiter(std::size_t place) const;

  // The task that waits at the first place; null: a callback is there, or nobody.
  [[nodiscard]] TaskBase* waiting_task() const {
    return (first_ & kCallbackTag) == 0 ? reinterpret_cast<TaskBase*>(first_) : nullptr;
  }

  // What result() would raise: null for a value. Counts as having looked at it. Only when done.
  // A cancelled future makes a new CancelledError unless the one that ended its task is still
  // there.
  [[nodiscard]] Exception take_error() {
    if (cancelled()) [[unlikely]]
      return make_cancelled_error();
    log_traceback_ = false;
    return exception_;
  }
  // The exception of a finished future without marking it as seen; null for a value.
  [[nodiscard]] const Exception& peek_exception() const { return exception_; }
  [[nodiscard]] Exception make_cancelled_error();
  [[nodiscard]] Ref<CancelMessage> cancel_message() const;
  // As a program may by asyncio's own attribute.
  void change_cancel_message(Ref<CancelMessage> message) { set_cancel_message(std::move(message)); }
  void mark_retrieved() { log_traceback_ = false; }
  // What dying would report, said now and not again.
  void say_last_words() {
    const Ref<FutureBase> held(this);
    last_words();
  }
  [[nodiscard]] bool log_traceback() const { return log_traceback_; }

  // Tells whoever watches that this future waits for another one.
  void tell_depends_on(const FutureBase& other) {
    if (loop_->watched()) [[unlikely]]
      emit_depends_on(other);
  }

  // decref(), with what is most often let go of last in line.
  inline void decref_in_line();  // in tasks.hpp
  // Makes it done with the empty value that it was made with, for a future that only wakes somebody
  // and never for a task. False if it was done.
  bool set_done();
  // Where a Future<T> or Task<T> keeps its T.
  [[nodiscard]] virtual void* value_address() = 0;
  template <typename T>
  [[nodiscard]] T& value_as() {
    return *static_cast<T*>(value_address());
  }

  [[nodiscard]] virtual WaitInfo wait_info() const { return {wait_kind_, 0, {}}; }
  [[nodiscard]] WaitKind wait_kind() const { return wait_kind_; }
  void set_wait_kind(WaitKind kind) { wait_kind_ = kind; }

  // The object that shows this future to a program in another language; not held from here.
  [[nodiscard]] void* view() const { return reinterpret_cast<void*>(view_ & ~kKeepsView); }
  void set_view(void* view) {
    view_ = reinterpret_cast<std::uintptr_t>(view) | (view_ & kKeepsView);
  }
  // True while nobody else holds the view: then this future does, and hands it to
  // LoopHooks::drop_view() when it goes.
  [[nodiscard]] bool keeps_view() const { return (view_ & kKeepsView) != 0; }
  void keep_view(bool keeps) { view_ = (view_ & ~kKeepsView) | (keeps ? kKeepsView : 0); }

 protected:
  void dispose() override;
  // Last words of one that dies: about an exception nobody saw; a Task has more to say.
  virtual void last_words();
  // True when last_words() has something to say.
  [[nodiscard]] virtual bool has_words() const { return log_traceback_; }
  // Lets go of whoever waits, without a word: for a loop that goes away.
  void drop_callbacks();
  // The value is in place: the state changes and the callbacks are queued.
  void finish(FutureState state) {
    state_ = state;
    if (loop_->watched()) [[unlikely]]
      emit_done();
    if (first_ == 0) return;
    if (rare_ != nullptr || loop_->may_refuse()) [[unlikely]]
      schedule_all();
    else
      schedule_first();
  }
  void set_cancel_message(Ref<CancelMessage> message);

  // A waiting task, or (lowest bit set) a DoneCallback. Each entry holds one reference.
  using Entry = std::uintptr_t;
  static constexpr Entry kCallbackTag = 1;
  // What few futures need.
  struct Rare {
    std::vector<Entry> more;  // callbacks after the first
    Ref<CancelMessage> message;
    std::string name;            // of a task that was given one
    Ref<FutureBase> settled_in;  // what a task waited for when TaskBase::settle() ended it
  };
  [[nodiscard]] Rare& rare() {
    if (rare_ == nullptr) rare_ = new Rare;
    return *rare_;
  }

 private:
  friend class EventLoop;
  friend class TaskBase;
  class Call;
  static constexpr std::uintptr_t kKeepsView = 1;
  void clean_up();
  void emit_done();
  void emit_depends_on(const FutureBase& other);
  void schedule_first();
  void schedule_all();
  void refuse_callbacks(Refusal why);
  void schedule(DoneCallback* callback);
  void add_entry(Entry entry) {
    if (first_ == 0) [[likely]]
      first_ = entry;
    else
      add_more(entry);
  }
  void add_more(Entry entry);
  void add_told_callback(DoneCallback* callback);
  [[nodiscard]] bool finds(const DoneCallback& callback) const;
  void add_waiter(TaskBase& task);  // in tasks.hpp
  void add_told_waiter(TaskBase& task);
  void wake(TaskBase* task);
  static void drop(Entry entry);
  static Ran run_first(EventLoop& loop, Counted& self, bool resumed);
  static Ran run_call(EventLoop& loop, Counted& self, bool resumed);
  // The name of the callback that run_first() or run_call() of `self` is about to call.
  static std::string name_of_first(Counted& self);
  static std::string name_of_call(Counted& self);
  // That callback and whose it is.
  static std::pair<FutureBase*, DoneCallback*> queued_callback(RunFn run, Counted& self);

 protected:
  Id id_;  // fills the gap after the reference count

 private:
  EventLoop* loop_;
  Entry first_ = 0;  // most have one callback; it stays here until it has run

 protected:
  Exception exception_;   // of a cancelled one: the CancelledError that ended it; of a task
                          // that is not done: what the next step must raise
  Rare* rare_ = nullptr;  // ours, and freed by clean_up(); often null

 private:
  std::uintptr_t view_ = 0;  // lowest bit: keeps_view()
  FutureState state_ = FutureState::kPending;
  WaitKind wait_kind_;
  bool log_traceback_ = false;

 protected:
  bool is_task_ = false;
  // The bits of flags_ that a future has, too.
  static constexpr std::uint8_t kDerived = 16;
  static constexpr std::uint8_t kWaiter = 64;    // it is a Waiter
  static constexpr std::uint8_t kSleeper = 128;  // it is a SleepFuture
  // Of a task, for TaskBase: here, because they fill the gap at the end.
  std::uint8_t yield_ = 0;
  std::uint8_t special_ = 0;
  std::uint8_t nesting_ = 0;
  std::uint8_t flags_ = 0;
};

template <typename T = None>
class Future : public FutureBase {
 public:
  using Value = T;
  using FutureBase::FutureBase;

  // False if it was done already (CPython raises InvalidStateError: "invalid state").
  bool set_result(T value) {
    if (done()) return false;
    value_ = std::move(value);
    finish(FutureState::kFinished);
    return true;
  }
  // The value or what result() raises. Only when done.
  [[nodiscard]] Outcome<T> outcome() {
    if (Exception error = take_error()) return error;
    return value_;
  }
  [[nodiscard]] void* value_address() override { return &value_; }
  // The value of one that is done, and has one.
  [[nodiscard]] const T& stored() const { return value_; }

 private:
  [[no_unique_address]] T value_{};
};

// What a wait makes and forgets: `Self` is the class derived from it, which is its last, so that
// how it ends is known when it is compiled.
template <typename Self>
class WakingFuture : public Future<None> {
 public:
  using Future::Future;

 protected:
  void dispose() override {
    if (log_traceback()) [[unlikely]]
      FutureBase::dispose();
    else
      delete static_cast<Self*>(this);
  }
};

// What a wait in C++ waits for.
class Waiter final : public WakingFuture<Waiter> {
 public:
  Waiter(EventLoop& loop, WaitKind kind) : WakingFuture(loop, kind) { flags_ |= kWaiter; }
};

[[nodiscard]] inline Ref<FutureBase> make_waiter(EventLoop& loop, WaitKind kind) {
  if (loop.has_default_hooks()) return make_counted<Waiter>(loop, kind);
  return loop.hooks().make_waiter(loop, kind);
}

template <typename T = None>
[[nodiscard]] Ref<Future<T>> create_future(EventLoop& loop) {
  return make_counted<Future<T>>(loop);
}

}  // namespace simul::asyncio
