// src/asyncio/timeouts.cpp - the states of a Timeout.
#include "asyncio/timeouts.hpp"

namespace simul::asyncio {

std::string_view state_name(TimeoutState state) {
  switch (state) {
    case TimeoutState::kCreated: return "created";
    case TimeoutState::kEntered: return "active";
    case TimeoutState::kExpiring: return "expiring";
    case TimeoutState::kExpired: return "expired";
    case TimeoutState::kExited: return "finished";
  }
  return "";
}

Exception Timeout::enter(EventLoop& loop) {
  if (state_ != TimeoutState::kCreated)
    return loop.hooks().make_exception(ExceptionKind::kRuntime, "Timeout has already been entered");
  if (loop.current_task() == nullptr)
    return loop.hooks().make_exception(ExceptionKind::kRuntime,
                                       "Timeout should be used inside a task");
  state_ = TimeoutState::kEntered;
  task_ = loop.current_task();
  cancelling_ = task_->cancelling();
  return reschedule(when_s_);
}

// A callback that is in the ready queue already cannot be taken out, only told not to count.
void Timeout::disarm() {
  if (timer_ && !task_->loop().cancel_timer(std::exchange(timer_, {}))) ++revoked_;
  if (std::exchange(queued_, false)) ++revoked_;
}

Exception Timeout::reschedule(std::optional<double> when_s) {
  if (state_ == TimeoutState::kCreated)
    return make_exception(ExceptionKind::kRuntime, "Timeout has not been entered");
  LoopHooks& hooks = task_->loop().hooks();
  if (state_ != TimeoutState::kEntered)
    return hooks.make_exception(
        ExceptionKind::kRuntime,
        "Cannot change state of " + std::string(state_name(state_)) + " Timeout");
  when_s_ = when_s;
  disarm();
  if (!when_s) return {};
  EventLoop& loop = task_->loop();
  if (*when_s <= loop.time()) {
    loop.enqueue(run_deadline, *this, HandleKind::kCallback, task_->id(), loop.current_task_id());
    queued_ = true;
  } else {
    timer_ = loop.add_timer(*when_s, run_deadline, *this, task_->id());
  }
  return {};
}

Ran Timeout::run_deadline(EventLoop& loop, Counted& self, bool /*resumed*/) {
  auto& timeout = static_cast<Timeout&>(self);
  if (timeout.revoked_ > 0) {
    --timeout.revoked_;
    return Ran::kDone;
  }
  const bool timed = !std::exchange(timeout.queued_, false);
  timeout.timer_ = {};
  timeout.task_->cancel();
  if (loop.counters().refusing()) [[unlikely]]
    loop.report_refusal(
        "Timeout._on_timeout()", timed ? timeout.when_s_ : std::nullopt, timeout.origin_.get());
  else
    timeout.state_ = TimeoutState::kExpiring;
  return Ran::kDone;
}

bool Timeout::exit(const Exception& error, bool* timed_out) {
  if (timed_out != nullptr) *timed_out = false;
  disarm();
  if (state_ == TimeoutState::kEntered) {
    state_ = TimeoutState::kExited;
    return false;
  }
  if (state_ != TimeoutState::kExpiring) return false;
  state_ = TimeoutState::kExpired;
  if ((uncancelled_ ? *uncancelled_ : task_->uncancel()) > cancelling_ || !error) return false;
  if (timed_out != nullptr) *timed_out = true;
  return error->is_cancelled();
}

Coro<None> cancel_and_wait(Ref<FutureBase> future) {
  Ref<Future<None>> waiter = create_future<None>(future->loop());
  waiter->tell_depends_on(*future);
  const auto callback = make_counted<ReleaseWaiter<Future<None>>>(waiter);
  future->add_done_callback(callback);
  future->cancel();
  Outcome<None> waited = co_await waiter;
  future->remove_done_callback(*callback);
  co_return waited;
}

}  // namespace simul::asyncio
