// tests/bench/raw_bench.cpp - the machine's own limits: what no loop over C++20 coroutines can
// beat.
#include <coroutine>
#include <cstdlib>
#include <functional>
#include <queue>
#include <vector>

#include "bench.hpp"

namespace {

struct Bare {
  struct promise_type {
    Bare get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { std::abort(); }
  };
  std::coroutine_handle<promise_type> handle;
};

std::uint64_t steps = 0;

// Not inlined: the compiler would see the frame's whole life, and leave it out.
[[gnu::noinline]] Bare counts(int times) {
  for (int time = 0; time < times; ++time) {
    steps += static_cast<std::uint64_t>(time);
    co_await std::suspend_always{};
  }
}
[[gnu::noinline]] Bare ends() {
  co_return;
}

// A thousand coroutines, each resumed from the front of a queue and put at its back.
void resume() {
  constexpr std::uint32_t kTasks = 1000, kSteps = 1000, kMask = 1023;
  std::vector<std::coroutine_handle<>> ring(kMask + 1);
  std::uint32_t head = 0, tail = 0;
  for (std::uint32_t task = 0; task < kTasks; ++task) ring[tail++ & kMask] = counts(kSteps).handle;
  for (std::uint32_t step = 0; step < kTasks * kSteps; ++step) {
    const std::coroutine_handle<> handle = ring[head++ & kMask];
    handle.resume();
    ring[tail++ & kMask] = handle;
  }
  while (head != tail) ring[head++ & kMask].destroy();
}

void create() {
  for (int time = 0; time < 1'000'000; ++time) {
    const auto handle = ends().handle;
    bench::hide(handle.address());
    handle.resume();
    handle.destroy();
  }
}

struct Timer {
  double when;
  std::uint32_t order;
  void* object;
  bool operator<(const Timer& other) const {
    return when > other.when || (when == other.when && order > other.order);
  }
};

void priority_queue() {
  std::vector<Timer> room;
  room.reserve(100'000);
  std::priority_queue<Timer> queue(std::less<Timer>(), std::move(room));
  bench::Delays delays;
  for (std::uint32_t order = 0; order < 100'000; ++order)
    queue.push({delays.next_us() * 1e-6, order, nullptr});
  for (; !queue.empty(); queue.pop()) steps += static_cast<std::uint64_t>(queue.top().when);
}

}  // namespace

int main(int argc, char** argv) {
  const bench::Rows rows(argc, argv);
  rows.time("resume", 1e6, resume);
  rows.time("create", 1e6, create);
  rows.time("priority_queue", 1e5, priority_queue);
  bench::hide(&steps);
  return 0;
}
