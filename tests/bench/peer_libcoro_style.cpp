// tests/bench/peer_libcoro_style.cpp - a loop in the manner of jbaldwin/libcoro's io_scheduler, run
// inline on one thread: our own model of it, not its code.
//
// What it keeps of the original is what the cost of a switch is made of there: the queue of handles
// is a vector behind a mutex, work is counted by an atomic, an eventfd is written when the queue
// was untouched since the last look, and each look is an epoll_wait after which the whole vector is
// swapped out and resumed. Tasks are lazy, transfer to whoever awaits them symmetrically, and come
// from malloc. There are no cancellation, no callbacks and no FIFO of timers.
#include <atomic>
#include <coroutine>
#include <cstdlib>
#include <mutex>
#include <utility>
#include <vector>

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "bench.hpp"

namespace {

struct Task {
  struct promise_type {
    std::coroutine_handle<> continuation;
    int result = 0;
    Task get_return_object() {
      return Task{std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    struct Final {
      bool await_ready() noexcept { return false; }
      std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> self) noexcept {
        const auto next = self.promise().continuation;
        return next ? next : std::noop_coroutine();
      }
      void await_resume() noexcept {}
    };
    Final final_suspend() noexcept { return {}; }
    void return_value(int value) { result = value; }
    void unhandled_exception() { std::abort(); }
  };

  explicit Task(std::coroutine_handle<promise_type> its) : handle(its) {}
  Task(Task&& other) noexcept : handle(std::exchange(other.handle, nullptr)) {}
  ~Task() {
    if (handle) handle.destroy();
  }
  auto operator co_await() {
    struct Awaiter {
      std::coroutine_handle<promise_type> child;
      bool await_ready() { return child.done(); }
      std::coroutine_handle<> await_suspend(std::coroutine_handle<> parent) {
        child.promise().continuation = parent;
        return child;
      }
      int await_resume() { return child.promise().result; }
    };
    return Awaiter{handle};
  }
  std::coroutine_handle<promise_type> handle;
};

class Scheduler {
 public:
  Scheduler() : epoll_(epoll_create1(0)), wake_(eventfd(0, EFD_NONBLOCK)) {
    epoll_event event{};
    event.events = EPOLLIN;
    if (epoll_ctl(epoll_, EPOLL_CTL_ADD, wake_, &event) != 0) std::abort();
  }
  ~Scheduler() {
    close(wake_);
    close(epoll_);
  }

  auto schedule() {
    struct Awaiter {
      Scheduler* scheduler;
      bool await_ready() { return false; }
      void await_suspend(std::coroutine_handle<> self) { scheduler->push(self); }
      void await_resume() {}
    };
    return Awaiter{this};
  }

  void run() {
    while (size_.load(std::memory_order::acquire) > 0) {
      epoll_event event{};
      if (epoll_wait(epoll_, &event, 1, -1) != 1) continue;
      eventfd_t value = 0;
      eventfd_read(wake_, &value);
      {
        const std::scoped_lock lock(mutex_);
        batch_.swap(queue_);
        triggered_.exchange(false, std::memory_order::release);
      }
      for (const std::coroutine_handle<> handle : batch_) {
        handle.resume();
        size_.fetch_sub(1, std::memory_order::release);
      }
      batch_.clear();
    }
  }

 private:
  void push(std::coroutine_handle<> handle) {
    size_.fetch_add(1, std::memory_order::release);
    {
      const std::scoped_lock lock(mutex_);
      queue_.push_back(handle);
    }
    bool untouched = false;
    if (triggered_.compare_exchange_strong(untouched, true)) eventfd_write(wake_, 1);
  }

  int epoll_, wake_;
  std::mutex mutex_;
  std::vector<std::coroutine_handle<>> queue_, batch_;
  std::atomic<bool> triggered_ = false;
  std::atomic<std::size_t> size_ = 0;
};

[[gnu::noinline]] Task switches(Scheduler& scheduler, int times) {
  for (int time = 0; time < times; ++time) co_await scheduler.schedule();
  co_return 0;
}

void many_switch() {
  Scheduler scheduler;
  std::vector<Task> tasks;
  for (int task = 0; task < 1000; ++task) tasks.push_back(switches(scheduler, 1000));
  for (Task& task : tasks) task.handle.resume();
  scheduler.run();
}

[[gnu::noinline]] Task child(int value) {
  co_return value;
}

Task awaits(int times) {
  int sum = 0;
  for (int time = 0; time < times; ++time) sum += co_await child(1);
  co_return sum;
}

void ready_child() {
  const Task task = awaits(1'000'000);
  task.handle.resume();
  if (task.handle.promise().result != 1'000'000) std::abort();
}

// when_all over tasks that first go through the scheduler; each is wrapped once more, and counted.
[[gnu::noinline]] Task scheduled_child(Scheduler& scheduler, int value) {
  co_await scheduler.schedule();
  co_return value;
}
[[gnu::noinline]] Task counted(Task task, std::atomic<int>& left) {
  const int result = co_await task;
  left.fetch_sub(1, std::memory_order::acq_rel);
  co_return result;
}

void spawn() {
  constexpr int kTasks = 100'000;
  Scheduler scheduler;
  std::atomic<int> left = kTasks;
  std::vector<Task> tasks;
  for (int task = 0; task < kTasks; ++task)
    tasks.push_back(counted(scheduled_child(scheduler, task), left));
  for (Task& task : tasks) task.handle.resume();
  scheduler.run();
  if (left != 0) std::abort();
}

}  // namespace

int main(int argc, char** argv) {
  const bench::Rows rows(argc, argv);
  rows.time("switch_1k", 1e6, many_switch);
  rows.time("spawn_100k", 1e5, spawn);
  rows.time("ready_child", 1e6, ready_child);
  return 0;
}
