// src/asyncio/runners.hpp - running a whole program. Mirrors CPython's Lib/asyncio/runners.py.
//
// run() runs its coroutine as the main task, then cancels what is left, waits for it, reports what
// failed on the way, and closes the loop.
#pragma once

#include <vector>

#include "asyncio/gather.hpp"
#include "asyncio/tasks.hpp"

namespace simul::asyncio {

// What is left of a program when its main task is done.
class Leftovers {
 public:
  // Cancels every task of the loop that is not done. The future gathers them; null if there is
  // none, or if a task refuses: then that one is the last of tasks().
  [[nodiscard]] Ref<FutureBase> cancel_all(EventLoop& loop);
  // Once they are done: tells the exception handler of those that failed instead of being
  // cancelled.
  void report(EventLoop& loop);
  [[nodiscard]] const std::vector<Ref<TaskBase>>& tasks() const { return tasks_; }

 private:
  std::vector<Ref<TaskBase>> tasks_;
};

// A deadlock (nothing is ready, no timer is pending) is a RuntimeError that says so.
template <typename T>
Outcome<T> run(EventLoop& loop, Coro<T> main) {
  const Ref<Task<T>> task = create_task(loop, std::move(main));
  const RunEnd end = loop.run_until_complete(*task);
  const Exception raised = loop.take_raised();
  if (end != RunEnd::kDeadlock) {
    Leftovers leftovers;
    if (const Ref<FutureBase> all = leftovers.cancel_all(loop)) {
      loop.run_until_complete(*all);
      leftovers.report(loop);
    }
    loop.close();
  }
  if (raised) return raised;
  if (end == RunEnd::kDone) return task->outcome();
  return loop.hooks().make_exception(ExceptionKind::kRuntime,
                                     end == RunEnd::kDeadlock
                                         ? "deadlock: every task waits, and nothing can wake one"
                                         : "Event loop stopped before Future completed.");
}

}  // namespace simul::asyncio
