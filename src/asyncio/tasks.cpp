// src/asyncio/tasks.cpp - the steps of a task.
#include "asyncio/tasks.hpp"

namespace simul::asyncio {

TaskBase::TaskBase(EventLoop& loop, const TaskOptions& options)
    : FutureBase(loop, WaitKind::kTask) {
  is_task_ = true;
  special_ = kNotStarted;
  flags_ = static_cast<std::uint8_t>((options.log_destroy_pending ? kLogsDestroyPending : 0) |
                                     (options.injects_at_start ? kInjectsAtStart : 0));
  if (options.name.empty()) [[likely]]
    number_ = loop.counters().next_task++;
  else
    set_name(options.name);
  place_ = loop.tasks_.add(*this);

  const Id creator = loop.watched() ? emit_created(options) : 0;
  if (options.eager)
    special_ = 0;
  else
    loop.enqueue(run_step, *this, HandleKind::kStep, id_, creator);
}

[[gnu::noinline]] void TaskBase::set_name(std::string_view name) {
  rare().name = name;
  flags_ |= kNamed;
}

// Gives who created it.
[[gnu::noinline]] Id TaskBase::emit_created(const TaskOptions& options) {
  const Id creator = loop().current_task_id();
  loop().emit({.subject = id_,
               .object = creator,
               .line = options.line != 0 ? options.line : loop().hooks().line(),
               .kind = EventKind::kTaskCreated},
              name());
  if (!options.label.empty())
    loop().emit({.subject = id_,
                 .cause = options.made_line != 0 ? options.made_column + 1 : 0,
                 .line = options.made_line,
                 .kind = EventKind::kTaskLabelled},
                options.label);
  return creator;
}

void TaskBase::abandon() {
  drop_callbacks();
  if (leaf == nullptr) return;
  waits_for_ = nullptr;
  destroy_chain(std::exchange(leaf, nullptr));
  special_ = kEnded;
}

bool TaskBase::settle(Exception error) {
  if (done()) return false;
  if (waits_for_) rare().settled_in = std::move(waits_for_);
  special_ = kEnded | kSettled;
  if (error)
    FutureBase::set_exception(std::move(error));
  else
    finish(FutureState::kFinished);
  leave_registry();
  return true;
}

void TaskBase::refuse_step(bool stepped) {
  FutureBase* const awaited = waits_for();
  if (awaited != nullptr) flags_ |= kWoken;
  loop().hooks().refuse_step(
      *this, awaited != nullptr ? awaited->take_error() : Exception(), stepped);
  report_refusal();
  flags_ &= static_cast<std::uint8_t>(~kWoken);
}

void TaskBase::last_words() {
  if (!done() && log_destroy_pending()) {
    set_log_destroy_pending(false);
    loop().hooks().call_exception_handler(
        {.message = "Task was destroyed but it is pending!", .task = this});
  }
  FutureBase::last_words();
}

std::string TaskBase::name() const {
  return (flags_ & kNamed) != 0 ? rare_->name : "Task-" + std::to_string(number_);
}

// From each task to the one that it waits for. CPython calls one from another; here it is a loop,
// which needs no stack, and counts the calls that it saves.
bool TaskBase::cancel(Ref<CancelMessage> message) {
  CancelDepth& depth = loop().counters().cancelling;
  const int outer_calls = depth.calls;
  TaskBase* before = nullptr;
  TaskBase* task = this;
  bool asked = false;
  while (loop().may_cancel_deeper({.calls = 1})) {
    ++depth.calls;
    task->mark_retrieved();
    if (task->done()) {
      if (before != nullptr) before->remember_cancel(std::move(message));
      asked = before != nullptr;
      break;
    }
    task->note_cancel_request();
    FutureBase* const next = task->waits_for_.get();
    const bool by_program = next != nullptr && next->derived() && next->cancelled_by_program();
    if (next != nullptr && next->is_task() && !by_program) {
      before = task;
      task = static_cast<TaskBase*>(next);
      continue;
    }
    const Ref<TaskBase> held(task);
    asked = next != nullptr && Ref<FutureBase>(next)->cancel_awaited(message);
    if (!asked && loop().counters().refused < Refusal::kTooManyCalls) {
      task->remember_cancel(std::move(message));
      asked = true;
    }
    break;
  }
  depth.calls = outer_calls;
  return asked;
}

void TaskBase::note_cancel_request() {
  ++cancel_requests_;
  if (loop().watched())
    loop().emit({.subject = id_,
                 .object = loop().current_task_id(),
                 .line = loop().hooks().line(),
                 .kind = EventKind::kCancelRequested});
}

// Nothing that it waits for could be cancelled: the next step begins with the error.
void TaskBase::remember_cancel(Ref<CancelMessage> message) {
  special_ |= kMustCancel;
  set_cancel_message(std::move(message));
}

std::uint32_t TaskBase::uncancel() {
  if (cancel_requests_ > 0) {
    if (loop().watched()) loop().emit({.subject = id_, .kind = EventKind::kUncancelled});
    --cancel_requests_;
    if (cancel_requests_ == 0) special_ &= static_cast<std::uint8_t>(~kMustCancel);
  }
  return cancel_requests_;
}

// ---- steps

// The step of `task` ends here, and gave up its turn. True: whoever watches knows.
[[gnu::always_inline]] inline bool EventLoop::tell_yield(TaskBase& task) {
  Yields* const yields = yields_;
  if (yields == nullptr || !yields->pending || yields->task != task.id()) return false;
  const std::int64_t now_ns = this->now_ns();
  const Id queued = counters_->next_id;
  const bool goes_on = has_default_hooks() && yields->next != yields->end &&
                       yields->next_handle == yields->handle && yields->next_queued == queued &&
                       yields->next_began_ns == yields->began_ns &&
                       yields->takes_ns == now_ns - yields->began_ns;
  if (goes_on) [[likely]] {
    *yields->next++ = yields->task;
    ++yields->next_handle;
    ++yields->next_queued;
    yields->next_began_ns = now_ns;
  } else if (!begin_yield_run(task, now_ns)) {
    return false;
  }
  yields->pending = false;
  counters_->next_id = queued + 1;
  Label* const last = labels_.back();
  if (last != nullptr && last->kind == HandleKind::kStep && last->handle + last->count == queued)
    ++last->count;
  else
    labels_.push({queued, yields->task, HandleKind::kStep, 1});
  current_label_.handle = 0;
  return true;
}

// The same where the program has lines, and where the run before does not go on.
[[gnu::noinline]] bool EventLoop::begin_yield_run(TaskBase& task, std::int64_t now_ns) {
  Yields& yields = *yields_;
  if (!yields.wanted) return false;
  const LoopHooks::Lines lines = hooks_->lines(task);
  const std::uint32_t cause = lines.own == lines.innermost ? 0 : lines.own;
  const bool goes_on = yields.next != yields.end && yields.next_handle == yields.handle &&
                       yields.next_queued == counters_->next_id && yields.line == lines.innermost &&
                       yields.cause == cause && yields.next_began_ns == yields.began_ns &&
                       yields.takes_ns == now_ns - yields.began_ns;
  if (!goes_on)
    return instrument_->on_yield({.task = yields.task,
                                  .handle = yields.handle,
                                  .queued = counters_->next_id,
                                  .line = lines.innermost,
                                  .cause = cause,
                                  .began_ns = yields.began_ns,
                                  .ended_ns = now_ns});
  *yields.next++ = yields.task;
  ++yields.next_handle;
  ++yields.next_queued;
  yields.next_began_ns = now_ns;
  return true;
}

// The hottest function of the house: what most steps need and nothing else.
[[gnu::always_inline]] inline Ran TaskBase::run_coroutine(EventLoop& loop) {
  resume_coroutines();
  if (yield_ == kTurn) {
    if (loop.watched()) [[unlikely]]
      return end_watched_turn(loop);
    loop.ready_.push({run_step, this});
  } else if (yield_ != kFuture || !begin_waiting(loop)) {
    return end_step(loop);
  }
  loop.current_task_ = nullptr;
  return Ran::kHandedOn;
}

// As wait_for_future() does where nothing is out of the ordinary: the future gets the reference
// that the queue had.
inline bool TaskBase::begin_waiting(EventLoop& loop) {
  FutureBase* const future = waits_for_.get();
  if (loop.watched() || special_ != 0 || future->done() || future->loop_ != &loop || future == this)
      [[unlikely]]
    return false;
  future->add_entry(reinterpret_cast<Entry>(this));
  return true;
}

[[gnu::noinline]] Ran TaskBase::end_watched_turn(EventLoop& loop) {
  if (!loop.tell_yield(*this)) return end_step(loop);
  loop.current_task_ = nullptr;
  loop.ready_.push({run_step, this});
  return Ran::kHandedOn;
}

[[gnu::always_inline]] inline Ran TaskBase::step(EventLoop& loop) {
  if (special_ != 0) [[unlikely]] {
    if (special_ != kNotStarted || exception_) return special_step(loop);
    special_ = 0;
  }
  loop.current_task_ = this;
  return run_coroutine(loop);
}

[[gnu::noinline]] Ran TaskBase::special_step(EventLoop& loop) {
  loop.current_task_ = this;
  if (begin_special_step()) return run_coroutine(loop);
  loop.current_task_ = nullptr;
  return Ran::kDone;
}

// The current task stays what it is: that may be an eager task, inside this one's step.
[[gnu::noinline]] Ran TaskBase::go_on(EventLoop& loop) {
  return done() ? Ran::kDone : run_coroutine(loop);
}

void TaskBase::take_first_step() {
  TaskBase* const outer = loop().current_task();
  if (go_on(loop()) == Ran::kHandedOn) incref();  // the queue's own: nobody had one to hand on
  loop().set_current_task(outer);
}

Ran TaskBase::run_step(EventLoop& loop, Counted& self, bool resumed) {
  auto& task = static_cast<TaskBase&>(self);
  return resumed ? task.go_on(loop) : task.step(loop);
}

[[gnu::noinline]] void TaskBase::take_failure(FutureBase& future) {
  exception_ = future.take_error();
  flags_ &= static_cast<std::uint8_t>(~kMadeItsError);
  // CPython's C code raises these, and hands on any other future's exception as it is.
  if (future.cancelled() || future.wait_kind() == WaitKind::kGather || future.derived())
    loop().hooks().raised_in_loop(exception_);
}

[[gnu::always_inline]] inline Ran TaskBase::wake_up(EventLoop& loop) {
  // The handle has the future until its step is over, as CPython's has it in its arguments.
  FutureBase* const future = waits_for_.detach();
  if (future != nullptr) [[likely]] {
    future->mark_retrieved();
    if (future->cancelled() || future->peek_exception()) [[unlikely]]
      take_failure(*future);
    flags_ |= kWoken;
  }
  const Ran ran = end_woken(step(loop));
  if (future != nullptr) [[likely]]
    future->decref_in_line();
  return ran;
}

Ran TaskBase::run_wakeup(EventLoop& loop, Counted& self, bool resumed) {
  auto& task = static_cast<TaskBase&>(self);
  return resumed ? task.end_woken(task.go_on(loop)) : task.wake_up(loop);
}

// ---- turns that nobody watches: here, so that the steps are part of the loop
//
// An indirect call of WebAssembly checks its type each time, and what it calls saves and restores
// for itself. These functions are most of all that is ever ready.

[[gnu::always_inline]] inline Ran EventLoop::run_unwatched(const Ready& ready) {
  if (ready.run == TaskBase::run_step) return static_cast<TaskBase&>(*ready.self).step(*this);
  if (ready.run == TaskBase::run_wakeup) return static_cast<TaskBase&>(*ready.self).wake_up(*this);
  if (ready.run == FutureBase::run_first) return FutureBase::run_first(*this, *ready.self, false);
  if (ready.run == SleepFuture::fire) return SleepFuture::fire(*this, *ready.self, false);
  return ready.run(*this, *ready.self, false);
}

// Until the turn ends, or something must be looked at. Where nobody interrupts, the plain turns
// after it too.
[[gnu::noinline]] Ran EventLoop::run_unwatched_turns(SliceBudget* budget, bool* spent) {
  while (ready_.head() != turn_end_ || (budget == nullptr && begin_plain_turn())) {
    const Ready ready = ready_.pop();
    fetch_next();
    const Ran ran = run_unwatched(ready);
    if (ran != Ran::kHandedOn) {
      if (ran != Ran::kDone) [[unlikely]] {
        current_ = ready;
        return ran;
      }
      ready.self->decref();
    }
    if (raised_) [[unlikely]]
      return Ran::kDone;
    if (budget != nullptr && budget->spent()) {
      *spent = true;
      return Ran::kDone;
    }
  }
  return Ran::kDone;
}

Ran TaskBase::run_told(EventLoop& loop, Exception error, bool resumed) {
  if (resumed) return end_woken(go_on(loop));
  waits_for_ = nullptr;
  if (error) exception_ = std::move(error);
  flags_ = static_cast<std::uint8_t>((flags_ & ~kMadeItsError) | kWoken);
  // The queue's reference is its own: the callback that runs now keeps the one it has.
  const Ran ran = end_woken(step(loop));
  if (ran != Ran::kHandedOn) return ran;
  incref();
  return Ran::kDone;
}

bool TaskBase::begin_told(Exception error) {
  waits_for_ = nullptr;
  if (error) exception_ = std::move(error);
  flags_ &= static_cast<std::uint8_t>(~kMadeItsError);
  return special_ == 0 || begin_special_step();
}

// False: the task ended without running, or had ended before.
bool TaskBase::begin_special_step() {
  const std::uint8_t special = std::exchange(special_, std::uint8_t{0});
  if ((special & kEnded) != 0) {
    special_ = special;
    if ((special & kSettled) != 0) refuse_step(false);
    return false;
  }
  if ((special & kMustCancel) != 0 && (!exception_ || !exception_->is_cancelled())) {
    if (exception_) loop().hooks().taken_in_vain(exception_);
    exception_ = loop().hooks().make_cancelled_error(cancel_message());
    flags_ |= kMadeItsError;
  }
  if ((special & kNotStarted) != 0 && exception_ && (flags_ & kInjectsAtStart) == 0) {
    destroy_chain(std::exchange(leaf, nullptr));
    complete(take_injected());
    return false;
  }
  return true;
}

// What the coroutine asked for, when it was not just to give up its turn.
[[gnu::noinline]] Ran TaskBase::end_step(EventLoop& loop) {
  switch (yield_) {
    case kNone:
      if (special_ == 0 && !exception_) [[likely]] {
        special_ = kEnded;
        finish(FutureState::kFinished);
        leave_registry();
      } else {
        complete(std::move(exception_));
      }
      break;
    case kTurn:
      if (loop.watched()) emit_wait(WaitKind::kYield, 0, 0, {});
      [[fallthrough]];
    case kError: loop.enqueue(run_step, *this, HandleKind::kStep, id_, id_); break;
    case kFuture: wait_for_future(); break;
    case kTold:
      if (waits_for_ && loop.watched()) {
        const WaitInfo info = waits_for_->wait_info();
        emit_wait(info.kind, waits_for_->id(), info.due_ns, info.text);
      }
      if (waits_for_) cancel_what_it_awaits();
      report_refusal();
      break;
    case kPreempted: return Ran::kPreempted;
    case kBlocked: return Ran::kBlocked;
  }
  loop.current_task_ = nullptr;
  return Ran::kDone;
}

void TaskBase::complete(Exception error) {
  if ((special_ & kSettled) != 0) {
    exception_ = std::move(error);
    return refuse_step(true);
  }
  const bool cancelled_too_late = must_cancel();
  special_ = kEnded;
  if (!error) {
    // Cancelled in its last step, before it could be told.
    if (cancelled_too_late)
      FutureBase::cancel(cancel_message());
    else
      finish(FutureState::kFinished);
  } else if (error->is_cancelled()) {
    exception_ = std::move(error);
    FutureBase::cancel();
  } else {
    // Whoever drives the loop gets it too; that does not count as having looked at the task.
    if (error->kind() == ExceptionKind::kExit) loop().leave_with(error);
    FutureBase::set_exception(std::move(error));
  }
  leave_registry();
}

void TaskBase::emit_wait(WaitKind kind, Id future, std::int64_t due_ns, std::string_view text) {
  const std::uint32_t line = loop().hooks().line();
  const std::uint32_t own_line = loop().hooks().own_line(*this);
  loop().emit({.due_ns = due_ns,
               .subject = id_,
               .object = future,
               .cause = own_line == line ? 0 : own_line,
               .line = line,
               .kind = EventKind::kTaskWaits,
               .detail = static_cast<std::uint8_t>(kind)},
              text);
}

void TaskBase::wait_for_future() {
  EventLoop& loop = this->loop();
  FutureBase& future = *waits_for_;
  if (&future.loop() != &loop || &future == this) {
    LoopHooks& hooks = loop.hooks();
    const Ref<FutureBase> held = std::move(waits_for_);  // it waits for nothing: the text says so
    exception_ = hooks.make_exception(
        ExceptionKind::kRuntime,
        &future == this ? "Task cannot await on itself: " + hooks.describe(*this)
                        : "Task " + hooks.describe(*this) + " got Future " +
                              hooks.describe(future) + " attached to a different loop");
    loop.enqueue(run_step, *this, HandleKind::kStep, id_, id_);
    return;
  }
  if (loop.watched()) {
    const WaitInfo info = future.wait_info();
    emit_wait(info.kind, future.id(), info.due_ns, info.text);
  }
  future.add_waiter(*this);
  if (!must_cancel()) return;
  cancel_what_it_awaits();
  report_refusal();
}

// By the names that CPython's C code has for them.
void TaskBase::report_refusal() {
  loop().report_refusal(woken() ? "Task.task_wakeup()" : "TaskStepMethWrapper()");
}

// It was to be cancelled as soon as there is something to cancel.
void TaskBase::cancel_what_it_awaits() {
  if (must_cancel() && Ref<FutureBase>(waits_for_)->cancel_awaited(cancel_message()))
    special_ &= static_cast<std::uint8_t>(~kMustCancel);
}

// ---- sleep

WaitInfo SleepFuture::wait_info() const {
  return {WaitKind::kSleep, to_ns(when_s_), {}};
}

[[gnu::noinline]] Ran SleepFuture::fire(EventLoop& /*loop*/, Counted& self, bool /*resumed*/) {
  static_cast<SleepFuture&>(self).set_result(None{});
  return Ran::kDone;
}

void SleepAwaiter::set_timer() {
  TaskBase& task = TaskBase::of(*promise_);
  EventLoop& loop = task.loop();
  const double when_s = loop.time() + delay_s_;
  auto future = make_counted<SleepFuture>(loop, when_s);
  std::construct_at(&timer_, loop.add_timer(when_s, SleepFuture::fire, *future, future->id()));
  task.yield_future(*promise_, std::move(future));
}

Coro<None> sleep_coro(double delay_s) {
  co_return co_await sleep(delay_s);
}

}  // namespace simul::asyncio
