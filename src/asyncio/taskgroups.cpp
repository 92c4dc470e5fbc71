// src/asyncio/taskgroups.cpp - the states of a TaskGroup.
#include "asyncio/taskgroups.hpp"

#include <algorithm>

namespace simul::asyncio {

class TaskGroup::ChildDone final : public DoneCallback {
 public:
  explicit ChildDone(TaskGroup& group) : group_(&group) {}
  Ran run(EventLoop& loop, FutureBase& future, bool /*resumed*/) override {
    group_->child_done(future);
    loop.report_refusal("TaskGroup._on_task_done()");
    return Ran::kDone;
  }
  [[nodiscard]] std::string name() const override { return "TaskGroup._on_task_done"; }
  [[nodiscard]] FutureBase* completes() const override { return group_->completed_.get(); }
  [[nodiscard]] std::vector<FutureBase*> knows() const override { return group_->known(); }
  static bool is_of(DoneCallback& callback, void* group) {
    return callback.program_callback() == nullptr && callback.name() == "TaskGroup._on_task_done" &&
           static_cast<ChildDone&>(callback).group_.get() == group;
  }

 private:
  Ref<TaskGroup> group_;
};

const char* TaskGroup::enter(EventLoop& loop) {
  if (entered_) return "has already been entered";
  if (loop.current_task() == nullptr) return "cannot determine the parent task";
  loop_ = &loop;
  parent_ = loop.current_task();
  entered_ = true;
  return nullptr;
}

const char* TaskGroup::may_create() const {
  if (!entered_) return "has not been entered";
  if (exiting_ && tasks_.empty()) return "is finished";
  if (aborting_) return "is shutting down";
  return nullptr;
}

void TaskGroup::add(Ref<TaskBase> task) {
  tasks_.push_back(task);
  task->add_done_callback(make_counted<ChildDone>(*this));
}

std::vector<Ref<TaskBase>> TaskGroup::hand_over() {
  std::vector<Ref<TaskBase>> tasks = std::exchange(tasks_, {});
  for (const Ref<TaskBase>& task : tasks) task->remove_done_callbacks(ChildDone::is_of, this);
  parent_ = nullptr;
  return tasks;
}

void TaskGroup::abort() {
  aborting_ = true;
  const std::vector<Ref<TaskBase>> tasks = tasks_;
  for (const Ref<TaskBase>& task : tasks) {
    task->cancel();
    if (loop_->counters().refusing()) return;  // CPython's cancel() has raised
  }
}

void TaskGroup::child_done(FutureBase& child) {
  std::erase_if(tasks_, [&](const Ref<TaskBase>& task) { return task.get() == &child; });
  if (completed_ && tasks_.empty()) completed_->set_done();
  if (child.cancelled()) return;
  child.mark_retrieved();
  const Exception& error = child.peek_exception();
  if (!error) return;
  errors_.push_back(error);
  if (error->kind() == ExceptionKind::kExit && !base_error_) base_error_ = error;
  if (!parent_ || parent_->done()) {
    loop_->hooks().call_exception_handler(
        {.message = "Task has errored out but its parent task is already completed",
         .exception = error,
         .task = &static_cast<TaskBase&>(child)});
    return;
  }
  if (!aborting_ && !parent_cancel_requested_) {
    abort();
    if (loop_->counters().refusing()) return;
    parent_cancel_requested_ = true;
    parent_->cancel();
  }
}

void TaskGroup::finish_begin(const Exception& error) {
  exiting_ = true;
  if (!error) return;
  if (error->kind() == ExceptionKind::kExit && !base_error_) base_error_ = error;
  if (error->is_cancelled()) propagate_ = error;
  if (!aborting_) abort();
}

Ref<FutureBase> TaskGroup::pending() {
  if (tasks_.empty()) return {};
  if (!completed_) {
    completed_ = loop_->hooks().make_waiter(*loop_, WaitKind::kGroup);
    for (const Ref<TaskBase>& task : tasks_) completed_->tell_depends_on(*task);
  }
  return completed_;
}

void TaskGroup::interrupted(const Exception& error) {
  if (aborting_) return;
  propagate_ = error;
  abort();
}

std::vector<FutureBase*> TaskGroup::known() const {
  std::vector<FutureBase*> found;
  if (parent_) found.push_back(parent_.get());
  for (const Ref<TaskBase>& task : tasks_) found.push_back(task.get());
  if (completed_) found.push_back(completed_.get());
  return found;
}

void TaskGroup::let_go() {
  const Ref<TaskBase> parent = std::move(parent_);
  const Exception base_error = std::move(base_error_);
  const Exception propagate = std::move(propagate_);
  const std::vector<Exception> errors = std::exchange(errors_, {});
}

TaskGroup::Verdict TaskGroup::finish_end(const Exception& error) {
  const Ref<TaskBase> parent = parent_;
  const Exception base_error = base_error_;
  Exception propagate = std::move(propagate_);
  std::vector<Exception> errors = std::exchange(errors_, {});
  let_go();
  if (base_error) return {base_error, {}};
  if (parent_cancel_requested_ && parent->uncancel() == 0) propagate = nullptr;
  if (propagate && errors.empty()) return {std::move(propagate), {}};
  if (error && !error->is_cancelled()) errors.push_back(error);
  if (errors.empty()) return {};
  // Cancelled from outside as well: the request stays, and is delivered after the block.
  if (parent->cancelling() > 0) {
    parent->uncancel();
    parent->cancel();
  }
  return {{}, std::move(errors)};
}

}  // namespace simul::asyncio
