// src/asyncio/tasks.cpp - the steps of a task.
#include "asyncio/tasks.hpp"

namespace simul::asyncio {

TaskBase::TaskBase(EventLoop& loop, CoroBase&& root, const TaskOptions& options)
    : FutureBase(loop, WaitKind::kTask)
    , root_(std::move(root))
    , log_destroy_pending_(options.log_destroy_pending)
    , injects_at_start_(options.injects_at_start) {
  is_task_ = true;
  chain_.task = this;
  chain_.leaf = root_.promise();
  root_.promise()->chain = &chain_;
  if (options.name.empty())
    number_ = loop.counters().next_task++;
  else
    name_ = std::make_unique<std::string>(options.name);

  previous_ = loop.last_task_;
  (previous_ != nullptr ? previous_->next_ : loop.first_task_) = this;
  loop.last_task_ = this;

  const Id creator = loop.current_task_id();
  if (loop.watched()) {
    loop.emit({.subject = id_,
               .object = creator,
               .line = options.line != 0 ? options.line : loop.hooks().line(),
               .kind = EventKind::kTaskCreated},
              name());
    if (!options.label.empty())
      loop.emit({.subject = id_, .kind = EventKind::kTaskLabelled}, options.label);
  }
  if (options.eager)
    started_ = true;
  else
    loop.enqueue(run_step, *this, HandleKind::kStep, id_, creator);
}

TaskBase::~TaskBase() {
  abandon();
  unlink();
}

void TaskBase::unlink() {
  TaskBase*& forward = previous_ != nullptr ? previous_->next_ : loop().first_task_;
  if (forward != this) return;  // unlinked before
  forward = next_;
  (next_ != nullptr ? next_->previous_ : loop().last_task_) = previous_;
  previous_ = next_ = nullptr;
}

void TaskBase::abandon() {
  drop_callbacks();
  if (!root_) return;
  waits_for_ = nullptr;
  if (root_.promise()->ended)
    root_.reset();
  else
    destroy_chain(chain_.leaf);
  chain_.leaf = nullptr;
}

void TaskBase::last_words() {
  if (!done() && log_destroy_pending_) {
    log_destroy_pending_ = false;
    loop().hooks().call_exception_handler(
        {.message = "Task was destroyed but it is pending!", .task = this});
  }
  FutureBase::last_words();
}

std::string TaskBase::name() const {
  return name_ != nullptr ? *name_ : "Task-" + std::to_string(number_);
}

TaskBase& TaskBase::of(PromiseBase& promise) {
  return *static_cast<TaskChain*>(promise.chain)->task;
}

bool TaskBase::cancel(Ref<CancelMessage> message) {
  mark_retrieved();
  if (done()) return false;
  ++cancel_requests_;
  if (loop().watched())
    loop().emit({.subject = id_,
                 .object = loop().current_task_id(),
                 .line = loop().hooks().line(),
                 .kind = EventKind::kCancelRequested});
  if (waits_for_ && Ref<FutureBase>(waits_for_)->cancel(message)) return true;
  must_cancel_ = true;
  set_cancel_message(std::move(message));
  return true;
}

std::uint32_t TaskBase::uncancel() {
  if (cancel_requests_ > 0) {
    if (loop().watched()) loop().emit({.subject = id_, .kind = EventKind::kUncancelled});
    --cancel_requests_;
    if (cancel_requests_ == 0) must_cancel_ = false;
  }
  return cancel_requests_;
}

// ---- steps

void TaskBase::take_first_step() {
  TaskBase* const outer = loop().current_task();
  static_cast<void>(step(true));
  loop().set_current_task(outer);
}

Ran TaskBase::run_step(EventLoop& /*loop*/, Counted& self, bool resumed) {
  return static_cast<TaskBase&>(self).step(resumed);
}

Ran TaskBase::run_wakeup(EventLoop& /*loop*/, Counted& self, bool resumed) {
  auto& task = static_cast<TaskBase&>(self);
  if (!resumed && task.waits_for_) task.injected_ = task.waits_for_->take_error();
  return task.step(resumed);
}

// False: the task ended without running.
bool TaskBase::begin_step() {
  waits_for_ = nullptr;
  if (must_cancel_) {
    if (!injected_ || !injected_->is_cancelled()) injected_ = make_cancelled_error();
    must_cancel_ = false;
  }
  if (!started_) {
    started_ = true;
    if (injected_ && !injects_at_start_) {
      root_.reset();
      chain_.leaf = nullptr;
      complete(take_injected());
      return false;
    }
  }
  return true;
}

Ran TaskBase::step(bool resumed) {
  if (done()) return Ran::kDone;
  EventLoop& loop = this->loop();
  if (!resumed) {
    loop.current_task_ = this;  // a step that goes on may be inside an eager task's first one
    if (!begin_step()) {
      loop.current_task_ = nullptr;
      return Ran::kDone;
    }
  }
  yield_ = Yield::kNone;
  chain_.run();
  switch (yield_) {
    case Yield::kNone: {
      Exception error = take_root_result();
      root_.reset();
      chain_.leaf = nullptr;
      complete(std::move(error));
      break;
    }
    case Yield::kTurn:
      if (loop.watched()) emit_wait(WaitKind::kYield, 0, 0, {});
      [[fallthrough]];
    case Yield::kError: loop.enqueue(run_step, *this, HandleKind::kStep, id_, id_); break;
    case Yield::kFuture: wait_for_future(); break;
    case Yield::kPreempted: return Ran::kPreempted;
    case Yield::kBlocked: return Ran::kBlocked;
  }
  loop.current_task_ = nullptr;
  return Ran::kDone;
}

void TaskBase::complete(Exception error) {
  if (!error) {
    if (must_cancel_) {
      // Cancelled in its last step, before it could be told.
      must_cancel_ = false;
      FutureBase::cancel(cancel_message());
    } else {
      finish(FutureState::kFinished);
    }
  } else if (error->is_cancelled()) {
    set_cancelled_error(std::move(error));
    FutureBase::cancel();
  } else {
    // Whoever drives the loop gets it too; that does not count as having looked at the task.
    if (error->kind() == ExceptionKind::kExit) loop().leave_with(error);
    FutureBase::set_exception(std::move(error));
  }
  unlink();
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
    injected_ = hooks.make_exception(
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
  if (must_cancel_ && Ref<FutureBase>(waits_for_)->cancel(cancel_message())) must_cancel_ = false;
}

// ---- sleep

WaitInfo SleepFuture::wait_info() const {
  return {WaitKind::kSleep, to_ns(when_s_), {}};
}

Ran SleepFuture::fire(EventLoop& /*loop*/, Counted& self, bool /*resumed*/) {
  static_cast<SleepFuture&>(self).set_result(None{});
  return Ran::kDone;
}

void SleepAwaiter::await_suspend(std::coroutine_handle<> /*self*/) {
  TaskBase& task = TaskBase::of(*promise_);
  if (delay_s_ <= 0) {
    task.yield_turn(*promise_);
    return;
  }
  EventLoop& loop = task.loop();
  const double when_s = loop.time() + delay_s_;
  auto future = make_counted<SleepFuture>(loop, when_s);
  timer_ = loop.add_timer(when_s, SleepFuture::fire, *future, future->id());
  task.yield_future(*promise_, std::move(future));
}

Outcome<None> SleepAwaiter::await_resume() {
  TaskBase& task = TaskBase::of(*promise_);
  if (timer_) task.loop().cancel_timer(timer_);
  if (Exception error = task.take_injected()) return error;
  return None{};
}

Coro<None> sleep_coro(double delay_s) {
  co_return co_await sleep(delay_s);
}

}  // namespace simul::asyncio
