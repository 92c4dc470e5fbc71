// src/asyncio/taskgroups.hpp - tasks that end together. Mirrors CPython's
// Lib/asyncio/taskgroups.py.
//
// A failure of one child cancels the others and the parent, whose CancelledError is taken back at
// the end of the block; a cancellation from outside cancels all children and goes on outside. The
// state is here; the block's two ends are written by whoever has the coroutine: see enter() and the
// steps of leaving below.
//
//   finish_begin(error)            the block ended with `error` (null: well)
//   while (waiter = pending())     await it; interrupted(error) if that was cancelled
//   finish_end(error)              says what is to be raised
#pragma once

#include <vector>

#include "asyncio/futures.hpp"
#include "asyncio/tasks.hpp"

namespace simul::asyncio {

class TaskGroup : public Counted {
 public:
  // What finish_end() decided.
  struct Verdict {
    Exception raise;                // this one, alone
    std::vector<Exception> errors;  // or all of these, as a group; both empty: nothing
  };

  // Null or why not: the message of a RuntimeError after "TaskGroup <repr> ".
  [[nodiscard]] const char* enter(EventLoop& loop);
  [[nodiscard]] const char* may_create() const;
  void add(Ref<TaskBase> task);

  void finish_begin(const Exception& error);
  // The future to wait for, or null when every child is done.
  [[nodiscard]] Ref<FutureBase> pending();
  void interrupted(const Exception& error);
  void waited() { completed_ = nullptr; }
  [[nodiscard]] Verdict finish_end(const Exception& error);
  // However the block was left: the group keeps neither its task nor an exception, or whoever still
  // has the group would keep the task's frames with it.
  void let_go();

  // Somebody else looks after its tasks from now on: those, without its callbacks.
  [[nodiscard]] std::vector<Ref<TaskBase>> hand_over();
  [[nodiscard]] TaskBase* parent() const { return parent_.get(); }
  // The futures that it holds.
  [[nodiscard]] std::vector<FutureBase*> known() const;
  [[nodiscard]] const std::vector<Ref<TaskBase>>& children() const { return tasks_; }
  [[nodiscard]] const std::vector<Exception>& failures() const { return errors_; }
  [[nodiscard]] bool entered() const { return entered_; }
  [[nodiscard]] bool exiting() const { return exiting_; }
  [[nodiscard]] bool aborting() const { return aborting_; }
  [[nodiscard]] std::size_t tasks() const { return tasks_.size(); }
  [[nodiscard]] std::size_t errors() const { return errors_.size(); }
  // Cancels its tasks and takes no new ones.
  void abort();

 private:
  class ChildDone;
  void child_done(FutureBase& child);

  EventLoop* loop_ = nullptr;
  Ref<TaskBase> parent_;
  std::vector<Ref<TaskBase>> tasks_;
  std::vector<Exception> errors_;
  Exception base_error_;  // SystemExit or its like
  Exception propagate_;   // a cancellation from outside
  Ref<FutureBase> completed_;
  bool entered_ = false;
  bool exiting_ = false;
  bool aborting_ = false;
  bool parent_cancel_requested_ = false;
};

}  // namespace simul::asyncio
