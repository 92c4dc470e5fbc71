// src/asyncio/runners.cpp - the end of a program.
#include "asyncio/runners.hpp"

#include <algorithm>

namespace simul::asyncio {
namespace {

// Waits for all and wants none of the results.
class WaitAll final : public GatheringFuture<None> {
 public:
  explicit WaitAll(EventLoop& loop) : GatheringFuture<None>(loop, /*return_exceptions=*/true) {}

 private:
  void set_results() override {
    for (const Ref<FutureBase>& child : children()) child->mark_retrieved();
    set_result(None{});
  }
};

}  // namespace

Ref<FutureBase> Leftovers::cancel_all(EventLoop& loop) {
  tasks_ = loop.all_tasks();
  if (tasks_.empty()) return {};
  for (auto each = tasks_.begin(); each != tasks_.end(); ++each) {
    (*each)->cancel();
    if (!loop.counters().refusing()) continue;
    std::rotate(each, each + 1, tasks_.end());
    return {};
  }
  auto all = make_counted<WaitAll>(loop);
  all->begin(*all, std::vector<Ref<FutureBase>>(tasks_.begin(), tasks_.end()));
  return all;
}

void Leftovers::report(EventLoop& loop) {
  for (const Ref<TaskBase>& task : tasks_) {
    if (task->cancelled() || !task->done() || !task->peek_exception()) continue;
    loop.hooks().call_exception_handler(
        {.message = "unhandled exception during asyncio.run() shutdown",
         .exception = task->peek_exception(),
         .task = task.get()});
  }
  tasks_.clear();
}

}  // namespace simul::asyncio
