// src/asyncio/futures.cpp - states and callbacks of futures.
#include "asyncio/futures.hpp"

#include <algorithm>

#include "asyncio/tasks.hpp"

namespace simul::asyncio {
namespace {

// Null: it is a task.
DoneCallback* as_callback(std::uintptr_t entry) {
  constexpr std::uintptr_t kTag = 1;
  return (entry & kTag) != 0 ? reinterpret_cast<DoneCallback*>(entry & ~kTag) : nullptr;
}

}  // namespace

// One of several callbacks, on its way.
class FutureBase::Call final : public Counted {
 public:
  Call(FutureBase& future, DoneCallback* callback)
      : future_(&future), callback_(Ref<DoneCallback>::adopt(callback)) {}

 private:
  friend class FutureBase;
  Ref<FutureBase> future_;
  Ref<DoneCallback> callback_;
};

void FutureBase::clean_up() {
  if (keeps_view()) {
    // Its attributes go last; but first where the class is one in Python, as a gather's is.
    if (!derived() && wait_kind_ != WaitKind::kGather) exception_ = {};
    loop_->hooks().drop_view(view());
  }
  drop_callbacks();
  delete rare_;
}

void FutureBase::drop_callbacks() {
  if (const Entry first = std::exchange(first_, 0); first != 0) drop(first);
  if (rare_ == nullptr) return;
  for (const Entry entry : std::exchange(rare_->more, {})) drop(entry);
}

void FutureBase::dispose() {
  if (derived() && keeps_view() && loop_->hooks().finalizes(*this)) [[unlikely]]
    return;
  if ((log_traceback_ || (is_task_ && !done())) && has_words()) [[unlikely]] {
    incref();  // last words may show this object to somebody, who may keep it
    last_words();
    if (references() > 1) {
      // Somebody does; the words are not said twice.
      log_traceback_ = false;
      decref();
      return;
    }
  }
  delete this;
}

void FutureBase::last_words() {
  if (!log_traceback_) return;
  log_traceback_ = false;
  loop_->hooks().call_exception_handler({.message = is_task_
                                                        ? "Task exception was never retrieved"
                                                        : "Future exception was never retrieved",
                                         .exception = exception_,
                                         .future = this});
}

void FutureBase::drop(Entry entry) {
  if (DoneCallback* callback = as_callback(entry))
    callback->decref();
  else
    reinterpret_cast<TaskBase*>(entry)->decref();
}

bool FutureBase::cancel(Ref<CancelMessage> message) {
  log_traceback_ = false;
  if (done()) return false;
  set_cancel_message(std::move(message));
  finish(FutureState::kCancelled);
  return true;
}

bool FutureBase::set_exception(Exception exception) {
  if (done()) return false;
  exception_ = std::move(exception);
  log_traceback_ = true;
  finish(FutureState::kFinished);
  return true;
}

void FutureBase::emit_done() {
  DoneKind kind = DoneKind::kResult;
  std::string text;
  if (cancelled()) {
    kind = DoneKind::kCancelled;
  } else if (exception_) {
    kind = DoneKind::kException;
    text = exception_->summary();
  }
  loop_->emit({.subject = id_,
               .object = is_task_ ? 0 : loop_->current_task_id(),
               .line = loop_->hooks().line(),
               .kind = is_task_ ? EventKind::kTaskDone : EventKind::kFutureDone,
               .detail = static_cast<std::uint8_t>(kind)},
              text);
}

void FutureBase::refuse_callbacks(Refusal why) {
  Counters& counters = loop_->counters();
  counters.refused = why;
  // The call that is refused has the first of them among its arguments.
  if (first_ != 0) {
    counters.refused_future = Ref<Counted>(this);
    const Entry first = std::exchange(first_, Entry{0});
    if (DoneCallback* const callback = as_callback(first))
      counters.refused_callback = Ref<Counted>::adopt(callback);
    else
      counters.refused_task = Ref<Counted>::adopt(reinterpret_cast<TaskBase*>(first));
  }
  drop_callbacks();
}

// Of a loop that takes it.
void FutureBase::schedule_first() {
  if ((first_ & kCallbackTag) != 0) {
    TaskBase* const task = loop_->watched() ? as_callback(first_)->wakes() : nullptr;
    if (task != nullptr)
      loop_->enqueue(run_first, *this, HandleKind::kWakeup, task->id(), id_);
    else
      loop_->enqueue(run_first, *this, HandleKind::kCallback, id_, id_);
  } else {
    wake(reinterpret_cast<TaskBase*>(std::exchange(first_, 0)));
  }
}

inline void FutureBase::wake(TaskBase* task) {
  loop_->hand_over(TaskBase::run_wakeup, task, HandleKind::kWakeup, task->id(), id_);
}

bool FutureBase::set_done() {
  if (done()) return false;
  const bool one_task = rare_ == nullptr && (first_ & kCallbackTag) == 0;
  if (!one_task || loop_->watched() || loop_->may_refuse()) [[unlikely]] {
    finish(FutureState::kFinished);
    return true;
  }
  state_ = FutureState::kFinished;
  if (first_ != 0) wake(reinterpret_cast<TaskBase*>(std::exchange(first_, 0)));
  return true;
}

void FutureBase::schedule_all() {
  if (const Refusal why = loop_->refuses(); why != Refusal::kNone) [[unlikely]]
    return refuse_callbacks(why);
  schedule_first();
  if (rare_ == nullptr) return;
  for (const Entry entry : std::exchange(rare_->more, {})) {
    if (DoneCallback* callback = as_callback(entry))
      schedule(callback);
    else
      wake(reinterpret_cast<TaskBase*>(entry));
  }
}

// The entry's reference goes over to the ready queue, here and in wake().
void FutureBase::schedule(DoneCallback* callback) {
  Ref<Call> call = make_counted<Call>(*this, callback);
  TaskBase* const task = loop_->watched() ? callback->wakes() : nullptr;
  if (task != nullptr)
    loop_->hand_over(run_call, call.detach(), HandleKind::kWakeup, task->id(), id_);
  else
    loop_->hand_over(run_call, call.detach(), HandleKind::kCallback, id_, id_);
}

// The future goes before the callback does, as a handle of CPython's lets go of its arguments
// first.
Ran FutureBase::run_first(EventLoop& loop, Counted& self, bool resumed) {
  auto& future = static_cast<FutureBase&>(self);
  const Ran ran = as_callback(future.first_)->run(loop, future, resumed);
  if (ran != Ran::kDone) return ran;
  const Entry first = std::exchange(future.first_, 0);
  future.decref();
  if (first != 0) drop(first);
  return Ran::kHandedOn;
}

Ran FutureBase::run_call(EventLoop& loop, Counted& self, bool resumed) {
  auto& call = static_cast<Call&>(self);
  const Ran ran = call.callback_->run(loop, *call.future_, resumed);
  if (ran == Ran::kDone) call.future_ = nullptr;
  return ran;
}

std::string FutureBase::name_of_first(Counted& self) {
  return as_callback(static_cast<FutureBase&>(self).first_)->name();
}

std::string FutureBase::name_of_call(Counted& self) {
  return static_cast<Call&>(self).callback_->name();
}

std::pair<FutureBase*, DoneCallback*> FutureBase::queued_callback(RunFn run, Counted& self) {
  if (run == run_first) {
    auto& future = static_cast<FutureBase&>(self);
    return {&future, as_callback(future.first_)};
  }
  auto& call = static_cast<Call&>(self);
  return {call.future_.get(), call.callback_.get()};
}

// Whoever watches is told, or it is done already.
void FutureBase::add_told_waiter(TaskBase& task) {
  if (loop_->watched())
    loop_->emit({.subject = id_, .object = task.id(), .kind = EventKind::kCallbackAdded});
  if (done()) {
    loop_->enqueue(TaskBase::run_wakeup, task, HandleKind::kWakeup, task.id(), id_);
    return;
  }
  task.incref();
  add_entry(reinterpret_cast<Entry>(&task));
}

void FutureBase::add_more(Entry entry) {
  rare().more.push_back(entry);
}

// Whoever watches is told, or it is done already.
void FutureBase::add_told_callback(DoneCallback* callback) {
  if (loop_->watched()) loop_->emit({.subject = id_, .kind = EventKind::kCallbackAdded});
  if (!done()) return add_entry(reinterpret_cast<Entry>(callback) | kCallbackTag);
  const Refusal why = loop_->refuses();
  if (why == Refusal::kNone) return schedule(callback);
  loop_->counters().refused = why;
  callback->decref();
}

void FutureBase::emit_depends_on(const FutureBase& other) {
  loop_->emit({.subject = id_, .object = other.id_, .kind = EventKind::kDependsOn});
}

std::size_t FutureBase::remove_done_callbacks(bool (*matches)(DoneCallback&, void*), void* data) {
  if (done()) return 0;
  std::vector<Entry> kept;
  std::vector<Entry> removed;
  const auto sort = [&](Entry entry) {
    DoneCallback* callback = as_callback(entry);
    (callback != nullptr && matches(*callback, data) ? removed : kept).push_back(entry);
  };
  if (first_ != 0) sort(first_);
  if (rare_ != nullptr) {
    for (const Entry entry : rare_->more) sort(entry);
    rare_->more.clear();
  }
  first_ = 0;
  for (const Entry entry : kept) add_entry(entry);
  for (const Entry entry : removed) drop(entry);
  return removed.size();
}

std::size_t FutureBase::remove_done_callback(DoneCallback& callback) {
  return remove_done_callbacks(
      [](DoneCallback& candidate, void* data) { return &candidate == data; }, &callback);
}

bool FutureBase::finds(const DoneCallback& callback) const {
  if (done()) return false;
  const Entry entry = reinterpret_cast<Entry>(&callback) | kCallbackTag;
  return first_ == entry ||
         (rare_ != nullptr &&
          std::find(rare_->more.begin(), rare_->more.end(), entry) != rare_->more.end());
}

std::vector<DoneCallback*> FutureBase::callbacks() const {
  std::vector<DoneCallback*> list;
  if (done()) return list;
  if (first_ != 0) list.push_back(as_callback(first_));
  if (rare_ != nullptr)
    for (const Entry entry : rare_->more) list.push_back(as_callback(entry));
  return list;
}

TaskBase* FutureBase::waiter(std::size_t place) const {
  const Entry entry = place == 0 ? first_ : rare_->more[place - 1];
  return as_callback(entry) == nullptr ? reinterpret_cast<TaskBase*>(entry) : nullptr;
}

Exception FutureBase::make_cancelled_error() {
  if (cancelled() && exception_) return std::exchange(exception_, {});
  return loop_->hooks().make_cancelled_error(cancel_message());
}

Ref<CancelMessage> FutureBase::cancel_message() const {
  return rare_ != nullptr ? rare_->message : Ref<CancelMessage>();
}

void FutureBase::set_cancel_message(Ref<CancelMessage> message) {
  if (message || rare_ != nullptr) rare().message = std::move(message);
}

}  // namespace simul::asyncio
