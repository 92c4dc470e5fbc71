// src/asyncio/event_loop.cpp - turns, the ready ring, timers, and the driver for native programs.
#include "asyncio/event_loop.hpp"

#include <cstdio>

#include "asyncio/futures.hpp"
#include "asyncio/tasks.hpp"
#include "asyncio/timeouts.hpp"

namespace simul::asyncio {
namespace {

Ran run_handle(EventLoop& loop, Counted& self, bool resumed) {
  auto& handle = static_cast<Handle&>(self);
  if (handle.cancelled() && !resumed) return Ran::kDone;
  return handle.run(loop, resumed);
}

// Stops the loop once the future of run_until_complete is done.
class StopWhenDone final : public DoneCallback {
 public:
  Ran run(EventLoop& loop, FutureBase& future, bool /*resumed*/) override {
    // An exception that was looked at counts as seen: nobody reports it any more.
    future.mark_retrieved();
    const Exception& exception = future.peek_exception();
    // SystemExit has left run_forever already: there is nothing to stop.
    if (!future.cancelled() && exception && exception->kind() == ExceptionKind::kExit)
      return Ran::kDone;
    loop.stop();
    return Ran::kDone;
  }
  [[nodiscard]] std::string name() const override { return "_run_until_complete_cb"; }
};

}  // namespace

Exception LoopHooks::make_exception(ExceptionKind kind, std::string message) {
  return asyncio::make_exception(kind, std::move(message));
}

Exception LoopHooks::make_cancelled_error(const Ref<CancelMessage>& message) {
  return asyncio::make_exception(ExceptionKind::kCancelled, message ? message->text() : "");
}

Ref<FutureBase> LoopHooks::make_waiter(EventLoop& loop, WaitKind kind) {
  return make_counted<Waiter>(loop, kind);
}

void LoopHooks::call_exception_handler(const ExceptionContext& context) {
  std::string text(context.message);
  FutureBase* future = context.task != nullptr ? context.task : context.future;
  if (future != nullptr) text += "\nfuture: " + describe(*future);
  if (context.exception) text += "\n" + context.exception->summary();
  std::fprintf(stderr, "%s\n", text.c_str());
}

// Of CPython 3.13, from a callback written in Python that asyncio.run() has called.
CancelDepth LoopHooks::cancel_limits() {
  return {.calls = 9996, .frames = 993};
}

std::string LoopHooks::describe(FutureBase& future) {
  constexpr const char* kStates[] = {"pending", "cancelled", "finished"};
  const char* state = kStates[static_cast<int>(future.state())];
  if (!future.is_task()) return std::string("<Future ") + state + ">";
  return std::string("<Task ") + state + " name='" + static_cast<TaskBase&>(future).name() + "'>";
}

void TimerHandle::cancel() {
  if (!cancelled() && loop_ != nullptr) loop_->cancel_timer(key_);
  Handle::cancel();
}

EventLoop::EventLoop(Clock& clock, Options options)
    : clock_(&clock)
    , instrument_(options.instrument)
    , hooks_(options.hooks != nullptr ? options.hooks : &default_hooks_)
    , counters_(options.counters != nullptr ? options.counters : &own_counters_)
    , reading_(clock.reading())
    , spin_limit_(clock.spin_turns())
    , id_(counters_->next_id++) {
  if (watched() && clock.stands()) yields_ = instrument_->yields();
}

EventLoop::~EventLoop() {
  shut_down();
}

void EventLoop::shut_down() {
  // A program that ends while tasks wait: each loses its coroutine before any is freed, so that a
  // chain of tasks that wait for each other does not come down as one native recursion.
  const std::vector<Ref<TaskBase>> tasks = all_tasks();
  drop_queued();
  // What a task waits for may hold itself through its callbacks, as shield's outer future does.
  for (const Ref<TaskBase>& task : tasks) {
    if (FutureBase* awaited = task->waits_for(); awaited != nullptr) awaited->drop_callbacks();
  }
  for (const Ref<TaskBase>& task : tasks) task->abandon();
}

void EventLoop::discard(const Ready& ready) {
  // What is called would be held by the future that waits for it, for as long as that one lives.
  if (ready.run == FutureBase::run_first) static_cast<FutureBase*>(ready.self)->drop_callbacks();
  ready.self->decref();
}

bool EventLoop::drop_next() {
  in_turn_ = false;
  if (current_.run != nullptr) {
    discard(std::exchange(current_, {}));
  } else if (!ready_.empty()) {
    if (watched()) consume_labels(1);
    discard(ready_.pop());
  } else if (!timers_.empty()) {
    std::uint32_t slot = 0;
    const Timer timer = timers_.pop(&slot);
  } else {
    timers_.clear();
    for (Handle* handle : std::exchange(arrivals_, {})) {
      handle->listed_ = false;
      handle->decref();
    }
    return false;
  }
  return true;
}

void EventLoop::tell_refusal(std::string_view name, std::optional<double> when_s, Counted* origin) {
  hooks_->callback_refused(*this, name, when_s, origin);
  counters_->refused = Refusal::kNone;
}

bool EventLoop::is_within_limits(const CancelDepth& by) {
  const CancelDepth limits = hooks_->cancel_limits();
  const CancelDepth& depth = counters_->cancelling;
  const bool too_many_frames = by.frames > 0 && depth.frames + by.frames > limits.frames;
  if (depth.calls + by.calls <= limits.calls && !too_many_frames) return true;
  counters_->refused = too_many_frames ? Refusal::kTooManyFrames : Refusal::kTooManyCalls;
  counters_->refused_in_gather = depth.frames > 0;
  return false;
}

void EventLoop::drop_queued() {
  while (drop_next()) {
  }
}

void EventLoop::close() {
  refuse();
  drop_queued();
}

// ---- the ready queue

void EventLoop::label(HandleKind kind, Id serves, Id cause, Id handle) {
  if (yields_queued_ != 0) label_yields();
  if (handle == 0) handle = new_id();
  labels_.push({handle, serves, kind, 1});
  emit({.subject = handle,
        .object = serves,
        .cause = cause,
        .kind = EventKind::kHandleQueued,
        .detail = static_cast<std::uint8_t>(kind)});
}

std::vector<Handle*> EventLoop::queued_handles() const {
  std::vector<Handle*> found = arrivals_;
  const auto add = [&found](RunFn run, Counted* self) {
    if (run == run_handle) found.push_back(static_cast<Handle*>(self));
  };
  ready_.for_each([&add](const Ready& ready) { add(ready.run, ready.self); });
  timers_.for_each([&add](const Timer& timer) { add(timer.run, timer.self.get()); });
  return found;
}

std::vector<std::pair<FutureBase*, DoneCallback*>> EventLoop::queued_futures() const {
  std::vector<std::pair<FutureBase*, DoneCallback*>> found;
  ready_.for_each([&found](const Ready& ready) {
    if (ready.run == FutureBase::run_first || ready.run == FutureBase::run_call)
      found.push_back(FutureBase::queued_callback(ready.run, *ready.self));
    else if (ready.run == TaskBase::run_step || ready.run == TaskBase::run_wakeup)
      found.emplace_back(static_cast<FutureBase*>(ready.self), nullptr);
  });
  return found;
}

std::vector<std::pair<RunFn, Counted*>> EventLoop::own_timers() const {
  std::vector<std::pair<RunFn, Counted*>> found;
  timers_.for_each([&found](const Timer& timer) {
    if (timer.run != run_handle) found.emplace_back(timer.run, timer.self.get());
  });
  return found;
}

void EventLoop::call_soon(Handle& handle) {
  if (handle.id_ == 0) handle.id_ = new_id();
  handle.incref();
  ready_.push({run_handle, &handle});
  if (!watched()) return;
  TaskBase* const task = handle.wakes();
  if (task == nullptr)
    label(HandleKind::kCallback, 0, current_task_id(), handle.id_);
  else
    label(HandleKind::kWakeup, task->id(), current_task_id(), handle.id_);
}

// ---- timers

TimerKey EventLoop::arm(double when_s, RunFn run, Counted& self, Id serves, Id id) {
  const std::int64_t due_ns = to_ns(when_s);
  // What is not in the future is due in the next turn, before all that wait for this instant.
  const std::int32_t generation = due_ns > now_ns() ? this->generation() : -1;
  if (watched())
    emit({.due_ns = due_ns,
          .subject = id,
          .object = serves,
          .line = hooks_->line(),
          .kind = EventKind::kTimerArmed});
  const TimerKey key = timers_.add(due_ns, generation, {run, &self});
  if (watched()) timers_.label(key, {id, serves});
  return key;
}

TimerKey EventLoop::add_timer(double when_s, RunFn run, Counted& self, Id serves) {
  return arm(when_s, run, self, serves, watched() ? new_id() : 0);
}

void EventLoop::call_at(double when_s, TimerHandle& handle) {
  if (handle.id_ == 0) handle.id_ = new_id();
  handle.loop_ = this;
  handle.when_s_ = when_s;
  handle.key_ = arm(when_s, run_handle, handle, 0, handle.id_);
}

bool EventLoop::cancel_timer(TimerKey key) {
  const Timer timer = timers_.cancel(key);
  if (!timer.self) {
    if (watched()) [[unlikely]]
      note_cancelled_late(key);
    return false;
  }
  if (watched()) {
    const TimerLabel label = timers_.label_of(key.slot);
    emit({.subject = label.id, .object = label.serves, .kind = EventKind::kTimerCancelled});
  }
  return true;
}

// It may be in the ready queue of this turn: then it is skipped, as any cancelled callback is.
void EventLoop::note_cancelled_late(TimerKey key) {
  if (const auto fired = fired_.find(key.serial); fired != fired_.end())
    skipped_.insert(fired->second);
}

bool EventLoop::timer_is_due(std::int64_t now_ns, std::int32_t generation) {
  return timers_.any_due(now_ns, generation);
}

bool EventLoop::has_work() {
  return !ready_.empty() || has_arrivals() || timer_is_due(now_ns(), generation());
}

// The timer's reference goes over to the ready queue.
// A sleep's timer, future, task and frame lie in four places, each of which says where the next is.
// The heap has fetched the first two of those that come soon. All is asked for at one moment, as
// WebAssembly can only read, and then waits for the slowest once.
void EventLoop::fetch_sleepers(const Timer& fired) {
  constexpr std::size_t kCacheLine = 64;
  const auto task_of = [](const Timer* timer) -> TaskBase* {
    if (timer == nullptr || timer->run != SleepFuture::fire) return nullptr;
    return static_cast<SleepFuture&>(*timer->self).waiting_task();
  };
  if (const TaskBase* const soon = task_of(timers_.peek())) {
    fetch_owned(soon);
    fetch_owned(reinterpret_cast<const char*>(soon) + kCacheLine);
  }
  if (const TaskBase* const now = task_of(&fired); now != nullptr && now->leaf != nullptr)
    fetch_owned(now->leaf);
}

void EventLoop::collect_due() {
  if (timers_.empty()) return;
  const std::int64_t now_ns = this->now_ns();
  const std::int32_t generation = this->generation();
  for (TimerHeap::Due fired; timers_.pop_due(now_ns, generation, fired);) {
    if (timers_.fetches()) fetch_sleepers(fired.timer);
    TimerLabel label;
    if (watched()) [[unlikely]] {
      label = timers_.label_of(fired.slot);
      emit({.due_ns = fired.due_ns,
            .subject = label.id,
            .object = label.serves,
            .kind = EventKind::kTimerFired});
      fired_.emplace(label.serial, counters_->next_id);
    }
    hand_over(
        fired.timer.run, fired.timer.self.detach(), HandleKind::kTimer, label.serves, label.id);
  }
}

// ---- turns

void EventLoop::collect_arrivals() {
  for (Handle* handle : std::exchange(arrivals_, {})) {
    const bool taken = !handle->quiet_ && !handle->cancelled();
    if (taken) call_soon(*handle);
    if (taken && handle->stays_) {
      arrivals_.push_back(handle);
    } else {
      handle->listed_ = false;
      handle->decref();
    }
  }
}

bool EventLoop::has_arrivals() const {
  for (const Handle* handle : arrivals_)
    if (!handle->quiet_ && !handle->cancelled()) return true;
  return false;
}

EventLoop::Wait EventLoop::settled_wait() {
  Wait wait{.none = !ready_.empty() || stopping_, .has_due = !timers_.empty()};
  if (!wait.none && wait.has_due) {
    wait.due_ns = timers_.due_ns();
    wait.generation = timers_.generation();
  }
  return wait;
}

bool EventLoop::is_over(const Wait& wait) {
  if (wait.none || woken_) return true;
  return wait.has_due &&
         std::pair(wait.due_ns, wait.generation) <= std::pair(now_ns(), generation());
}

bool EventLoop::begin_turn() {
  spins_ = wait_.none ? spins_ + 1 : 0;
  bool arrived = false;
  if (!arrivals_.empty()) {
    const std::size_t before = ready_count();
    collect_arrivals();
    arrived = ready_count() > before;
  }
  // Tasks that poll with sleep(0): let time pass for them. Not where a selector has something.
  if (spinning() && !arrived && !timers_.empty() && !stopping_ &&
      !timer_is_due(now_ns(), generation()))
    return false;
  if (!arrived && !is_over(wait_)) return false;
  woken_ = false;
  if (!fired_.empty()) fired_.clear();
  collect_due();
  if (ready_.empty() && !stopping_) return false;
  turn_end_ = ready_.tail();
  ++turn_;
  if (!skipped_.empty()) skipped_.clear();
  if (watched())
    emit({.subject = static_cast<Id>(turn_),
          .object = static_cast<Id>(ready_count()),
          .kind = EventKind::kTurnBegan});
  return true;
}

SliceResult EventLoop::idle() {
  SliceResult result;
  if (!wait_.none) {
    result.has_due = wait_.has_due;
    result.due_ns = wait_.due_ns;
    result.generation = wait_.generation;
  } else if (!timers_.empty()) {
    result.has_due = true;
    result.due_ns = timers_.due_ns();
    result.generation = timers_.generation();
  }
  if (watched() && idle_since_ns_ < 0) idle_since_ns_ = now_ns();
  return result;
}

void EventLoop::note_wait_ended() {
  if (idle_since_ns_ < 0) return;
  const std::int64_t before_ns = std::exchange(idle_since_ns_, -1);
  if (watched() && now_ns() > before_ns)
    emit({.due_ns = before_ns,
          .kind = EventKind::kClockMoved,
          .detail = static_cast<std::uint8_t>(ClockMove::kWaited)});
}

void EventLoop::handle_began(const Ready& ready) {
  began_ns_ = now_ns();
  std::string name;
  if (ready.run == run_handle)
    name = static_cast<Handle*>(ready.self)->name();
  else if (ready.run == FutureBase::run_first)
    name = FutureBase::name_of_first(*ready.self);
  else if (ready.run == FutureBase::run_call)
    name = FutureBase::name_of_call(*ready.self);
  emit({.subject = current_label_.handle,
        .object = current_label_.serves,
        .kind = EventKind::kHandleBegan,
        .detail = static_cast<std::uint8_t>(current_label_.kind)},
       name);
}

void EventLoop::handle_ended() {
  if (now_ns() > began_ns_)
    emit({.due_ns = began_ns_,
          .kind = EventKind::kClockMoved,
          .detail = static_cast<std::uint8_t>(ClockMove::kComputed)});
  emit({.subject = current_label_.handle,
        .object = current_label_.serves,
        .kind = EventKind::kHandleEnded,
        .detail = static_cast<std::uint8_t>(current_label_.kind)});
}

SliceResult EventLoop::suspended(Ran ran) {
  if (ran == Ran::kPreempted) return {.end = SliceEnd::kPreempted};
  return {.end = SliceEnd::kBlocked,
          .has_due = true,
          .due_ns = blocked_until_ns_,
          .generation = generation()};
}

inline void EventLoop::consume_labels(std::uint32_t count) {
  if (labels_.empty()) return;
  Label& first = labels_.front();
  first.handle += count;
  first.count -= count;
  if (first.count == 0) static_cast<void>(labels_.pop());
}

inline EventLoop::Label EventLoop::take_label(const Counted* self) {
  Label label = labels_.front();
  if (label.kind == HandleKind::kStep) label.serves = static_cast<const TaskBase*>(self)->id();
  consume_labels(1);
  label.count = 1;
  return label;
}

[[gnu::always_inline]] inline Ran EventLoop::run_watched(const Ready& ready) {
  current_label_ = take_label(ready.self);
  // A cancelled callback is skipped without a word.
  if ((ready.run == run_handle && static_cast<Handle*>(ready.self)->cancelled()) ||
      Timeout::is_revoked(ready.run, *ready.self) ||
      (!skipped_.empty() && skipped_.erase(current_label_.handle) > 0)) [[unlikely]] {
    static_cast<void>(ready.run(*this, *ready.self, false));
    ready.self->decref();
    return Ran::kHandedOn;
  }
  if (yields_ != nullptr && yields_->wanted && current_label_.kind == HandleKind::kStep) {
    yields_->task = current_label_.serves;
    yields_->handle = current_label_.handle;
    yields_->began_ns = began_ns_ = now_ns();
    yields_->pending = true;
  } else {
    handle_began(ready);
  }
  const Ran ran = ready.run(*this, *ready.self, false);
  if (ran < Ran::kPreempted && current_label_.handle != 0) handle_ended();
  return ran;
}

// ---- many steps that only give up their turn
//
// Of such steps, one after another, whoever watches keeps the task and nothing else (Yields). The
// loop does not do more for each either: their handles are numbered in a row, and one label serves
// all of them.

// Are the next handles steps whose numbers, time and line go on as they did?
inline bool EventLoop::goes_on_yielding() {
  constexpr std::uint32_t kWorthIt = 4;
  const Yields* const yields = yields_;
  if (yields == nullptr || !yields->wanted || yields->next == yields->end) return false;
  const Label& label = labels_.front();
  return label.count >= kWorthIt && label.handle == yields->next_handle &&
         counters_->next_id == yields->next_queued && yields->takes_ns == 0 &&
         hooks_ == &default_hooks_ && yields->next_began_ns == now_ns();
}

// The last of ready_ get the label that they were not given one by one.
void EventLoop::label_yields() {
  const std::uint32_t count = std::exchange(yields_queued_, 0);
  const Id first = yields_->next_queued;
  yields_->next_queued = first + count;
  Label* const last = labels_.back();
  if (last != nullptr && last->kind == HandleKind::kStep && last->handle + last->count == first)
    last->count += count;
  else
    labels_.push({first, 0, HandleKind::kStep, count});
}

// A step among them that is not like them, in the middle or not begun: it is told in full.
[[gnu::noinline]] Ran EventLoop::run_unlike_yields(TaskBase& task,
                                                   Id handle,
                                                   std::uint32_t consumed,
                                                   bool was_run) {
  if (yields_queued_ != 0) label_yields();
  consume_labels(consumed);
  yields_->next_handle = handle;
  current_label_ = {handle, task.id(), HandleKind::kStep, 1};
  const Ran ran = was_run ? task.end_watched_step(*this) : TaskBase::run_step(*this, task, false);
  if (ran >= Ran::kPreempted) {
    current_ = {TaskBase::run_step, &task};
    return ran;
  }
  if (current_label_.handle != 0) handle_ended();
  if (ran == Ran::kDone) task.decref();
  return Ran::kDone;
}

[[gnu::noinline]] Ran EventLoop::run_yields(SliceBudget* budget, bool* spent) {
  Yields& yields = *yields_;
  Counters& counters = *counters_;
  const std::int64_t now_ns = yields.next_began_ns;
  const Id first = yields.next_handle;
  const auto room = static_cast<std::uint32_t>(yields.end - yields.next);
  const Id end = first + std::min(labels_.front().count, room);
  const ClockReading* const reading = reading_;
  Id queued = yields.next_queued;
  Id handle = first;
  yields.began_ns = began_ns_ = now_ns;
  yields.pending = true;
  while (handle != end && ready_.head() != turn_end_) {
    auto& task = static_cast<TaskBase&>(*ready_.pop().self);
    fetch_next();
    yields.task = task.id();
    yields.handle = handle++;
    const bool is_plain = task.run_plain_step(*this);
    const bool is_like = is_plain && task.gave_up_turn() && yields.pending &&
                         counters.next_id == queued && reading->ns == now_ns;
    if (!is_like) [[unlikely]] {
      const Ran ran = run_unlike_yields(task, handle - 1, handle - first, is_plain);
      if (ran == Ran::kDone && !raised_ && budget != nullptr) *spent = budget->spent();
      return ran;
    }
    *yields.next++ = task.id();
    counters.next_id = ++queued;
    ++yields_queued_;
    current_task_ = nullptr;
    // Not what pop() gave: a copy that waits on the stack is stored in halves and read whole.
    ready_.push({TaskBase::run_step, &task});
    if (budget != nullptr && budget->spent()) {
      *spent = true;
      break;
    }
  }
  yields.pending = false;
  yields.next_handle = handle;
  label_yields();
  consume_labels(handle - first);
  return Ran::kDone;
}

// Until the turn ends, or something must be looked at.
[[gnu::noinline]] Ran EventLoop::run_watched_turn(SliceBudget* budget, bool* spent) {
  while (ready_.head() != turn_end_) {
    if (goes_on_yielding()) {
      const Ran ran = run_yields(budget, spent);
      if (ran >= Ran::kPreempted || raised_ || *spent) return ran;
      continue;
    }
    const Ready ready = ready_.pop();
    fetch_next();
    const Ran ran = run_watched(ready);
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

Ran EventLoop::run_turn(SliceBudget* budget, bool* spent) {
  return watched() ? run_watched_turn(budget, spent) : run_unwatched_turns(budget, spent);
}

// What stopped in the middle goes on.
Ran EventLoop::run_again() {
  const Ready ready = std::exchange(current_, {});
  const Ran ran = ready.run(*this, *ready.self, true);
  if (ran >= Ran::kPreempted) {
    current_ = ready;
    return ran;
  }
  if (watched() && current_label_.handle != 0) handle_ended();
  if (ran == Ran::kDone) ready.self->decref();
  return Ran::kDone;
}

SliceResult EventLoop::run_slice(SliceBudget* budget) {
  note_wait_ended();
  bool spent = false;
  Ran ran = Ran::kDone;
  if (current_.run != nullptr) {
    ran = run_again();
    if (ran == Ran::kDone && !raised_ && budget != nullptr) spent = budget->spent();
  }
  for (;;) {
    if (ran == Ran::kDone && !raised_ && !spent && in_turn_) ran = run_turn(budget, &spent);
    if (ran >= Ran::kPreempted) return suspended(ran);
    if (raised_) {
      in_turn_ = false;  // what is left of the queue waits for the next run, if there is one
      stopping_ = false;
      return {.end = SliceEnd::kRaised};
    }
    if (spent) return {.end = SliceEnd::kSpent};
    if (std::exchange(in_turn_, false) && std::exchange(stopping_, false))
      return {.end = SliceEnd::kStopped};
    if (!std::exchange(gave_way_, false)) {
      wait_ = settled_wait();
      if (budget != nullptr && budget->gives_way()) {
        gave_way_ = true;
        return {.end = SliceEnd::kGaveWay};
      }
    }
    const bool is_plain = wait_.none && !watched() && begin_plain_turn();
    if (!is_plain && !begin_turn()) return idle();
    in_turn_ = true;
  }
}

// ---- driving

void EventLoop::begin_until_complete(FutureBase& future) {
  running_ = true;
  if (watched()) emit({.subject = id_, .kind = EventKind::kLoopStarted});
  future.add_done_callback(make_counted<StopWhenDone>());
}

void EventLoop::ended_until_complete(FutureBase& future) {
  running_ = false;
  if (watched()) emit({.subject = id_, .kind = EventKind::kLoopStopped});
  // SystemExit of the very task that was waited for: the caller has it.
  if (future.done() && future.peek_exception() &&
      future.peek_exception()->kind() == ExceptionKind::kExit)
    future.mark_retrieved();
  future.remove_done_callbacks(
      [](DoneCallback& callback, void*) { return callback.name() == "_run_until_complete_cb"; },
      nullptr);
}

RunEnd EventLoop::run_until_complete(FutureBase& future) {
  const Ref<FutureBase> held(&future);
  begin_until_complete(future);
  RunEnd end = RunEnd::kDeadlock;
  for (bool running = true; running;) {
    const SliceResult slice = run_slice();
    switch (slice.end) {
      case SliceEnd::kGaveWay:
      case SliceEnd::kSpent:
      case SliceEnd::kPreempted: break;
      case SliceEnd::kIdle:
        running = slice.has_due;
        if (running) clock_->wait_until(slice.due_ns, slice.generation);
        break;
      case SliceEnd::kBlocked: clock_->wait_until(slice.due_ns, slice.generation); break;
      case SliceEnd::kStopped:
        end = future.done() ? RunEnd::kDone : RunEnd::kStopped;
        running = false;
        break;
      case SliceEnd::kRaised:
        end = RunEnd::kRaised;
        running = false;
        break;
    }
  }
  ended_until_complete(future);
  return end;
}

// ---- for whoever watches

void EventLoop::emit(Event event, std::string_view text) {
  event.time_ns = now_ns();
  instrument_->on_event(event, text);
}

Id EventLoop::current_task_id() const {
  return current_task_ != nullptr ? current_task_->id() : 0;
}

// ---- the registry

void TaskRegistry::close_gaps() {
  std::uint32_t to = 0;
  for (std::uint32_t from = 0; from != places_.end(); from = places_.next(from)) {
    TaskBase* const task = places_[from];
    if (task == nullptr) continue;
    places_[to] = task;
    task->place_ = to;
    to = places_.next(to);
  }
  places_.truncate(to);
  gaps_ = 0;
}

std::vector<Ref<TaskBase>> TaskRegistry::all() const {
  std::vector<Ref<TaskBase>> tasks;
  if (empty()) return tasks;
  for (std::uint32_t place = 0; place != places_.end(); place = places_.next(place))
    if (places_[place] != nullptr) tasks.emplace_back(places_[place]);
  return tasks;
}

}  // namespace simul::asyncio
