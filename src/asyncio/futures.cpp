// src/asyncio/futures.cpp - states and callbacks of futures.
#include "asyncio/futures.hpp"

#include <algorithm>
#include <memory>

#include "asyncio/tasks.hpp"

namespace simul::asyncio {
namespace {

constexpr std::uintptr_t kCallbackTag = 1;

DoneCallback* as_callback(std::uintptr_t entry) {
  return (entry & kCallbackTag) != 0 ? reinterpret_cast<DoneCallback*>(entry & ~kCallbackTag)
                                     : nullptr;
}

}  // namespace

FutureBase::~FutureBase() {
  if (keeps_view_) loop_->hooks().drop_view(view_);
  drop_callbacks();
}

void FutureBase::drop_callbacks() {
  if (const Entry first = std::exchange(first_, 0); first != 0) drop(first);
  const std::unique_ptr<std::vector<Entry>> more(std::exchange(more_, nullptr));
  if (more == nullptr) return;
  for (const Entry entry : *more) drop(entry);
}

void FutureBase::dispose() {
  incref();  // last words may show this object to somebody, who may keep it
  last_words();
  if (references() > 1) {
    // Somebody does; the words are not said twice.
    log_traceback_ = false;
    decref();
    return;
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
  message_ = std::move(message);
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

void FutureBase::finish(FutureState state) {
  state_ = state;
  if (loop_->watched()) {
    DoneKind kind = DoneKind::kResult;
    std::string text;
    if (state == FutureState::kCancelled) {
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
  if (first_ == 0) return;
  schedule(std::exchange(first_, 0));
  if (more_ == nullptr) return;
  for (const Entry entry : *more_) schedule(entry);
  delete std::exchange(more_, nullptr);
}

// The entry's reference goes over to the ready queue.
void FutureBase::schedule(Entry entry) {
  if (DoneCallback* callback = as_callback(entry)) {
    callback->future_ = this;
    loop_->enqueue(run_callback, *callback, HandleKind::kCallback, id_, id_);
    callback->decref();
  } else {
    auto* task = reinterpret_cast<TaskBase*>(entry);
    loop_->enqueue(TaskBase::run_wakeup, *task, HandleKind::kWakeup, task->id(), id_);
    task->decref();
  }
}

Ran FutureBase::run_callback(EventLoop& loop, Counted& self, bool resumed) {
  auto& callback = static_cast<DoneCallback&>(self);
  const Ran ran = callback.run(loop, *callback.future_, resumed);
  if (ran == Ran::kDone) callback.future_ = nullptr;
  return ran;
}

void FutureBase::add_entry(Entry entry) {
  if (first_ == 0) {
    first_ = entry;
    return;
  }
  if (more_ == nullptr) more_ = new std::vector<Entry>;
  more_->push_back(entry);
}

void FutureBase::add_waiter(TaskBase& task) {
  if (loop_->watched())
    loop_->emit({.subject = id_, .object = task.id(), .kind = EventKind::kCallbackAdded});
  if (done()) {
    loop_->enqueue(TaskBase::run_wakeup, task, HandleKind::kWakeup, task.id(), id_);
    return;
  }
  task.incref();
  add_entry(reinterpret_cast<Entry>(&task));
}

void FutureBase::add_done_callback(Ref<DoneCallback> callback) {
  if (loop_->watched()) loop_->emit({.subject = id_, .kind = EventKind::kCallbackAdded});
  const Entry entry = reinterpret_cast<Entry>(callback.detach()) | kCallbackTag;
  if (done())
    schedule(entry);
  else
    add_entry(entry);
}

void FutureBase::tell_depends_on(const FutureBase& other) {
  if (loop_->watched())
    loop_->emit({.subject = id_, .object = other.id_, .kind = EventKind::kDependsOn});
}

std::size_t FutureBase::remove_done_callbacks(bool (*matches)(DoneCallback&, void*), void* data) {
  std::vector<Entry> kept;
  std::vector<Entry> removed;
  const auto sort = [&](Entry entry) {
    DoneCallback* callback = as_callback(entry);
    (callback != nullptr && matches(*callback, data) ? removed : kept).push_back(entry);
  };
  if (first_ != 0) sort(first_);
  if (more_ != nullptr) std::for_each(more_->begin(), more_->end(), sort);
  delete std::exchange(more_, nullptr);
  first_ = 0;
  for (const Entry entry : kept) add_entry(entry);
  for (const Entry entry : removed) drop(entry);
  return removed.size();
}

std::size_t FutureBase::remove_done_callback(DoneCallback& callback) {
  return remove_done_callbacks(
      [](DoneCallback& candidate, void* data) { return &candidate == data; }, &callback);
}

std::vector<DoneCallback*> FutureBase::callbacks() const {
  std::vector<DoneCallback*> list;
  if (first_ != 0) list.push_back(as_callback(first_));
  if (more_ != nullptr)
    for (const Entry entry : *more_) list.push_back(as_callback(entry));
  return list;
}

Exception FutureBase::make_cancelled_error() {
  if (exception_) return std::exchange(exception_, {});
  return loop_->hooks().make_cancelled_error(message_);
}

Exception FutureBase::take_error() {
  if (cancelled()) return make_cancelled_error();
  log_traceback_ = false;
  return exception_;
}

}  // namespace simul::asyncio
