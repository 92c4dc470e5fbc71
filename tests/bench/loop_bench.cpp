// tests/bench/loop_bench.cpp - what the loop costs, beside the machine's own limits in the same
// run.
//
// Every row is measured in turn, for several rounds, and its median is printed: neighbours on the
// same machine then disturb all rows alike, and the ratios stay. Built on request: target
// simul_bench_loop.
#include <algorithm>
#include <coroutine>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

#if defined(__GLIBC__)
#  include <malloc.h>
#endif

#include "asyncio/gather.hpp"
#include "asyncio/runners.hpp"

namespace simul::asyncio {
namespace {

// Processor time, so that a busy machine disturbs less; wall time where there is no other (wasm).
double now_ns() {
  return static_cast<double>(std::clock()) * (1e9 / CLOCKS_PER_SEC);
}

// Keeps the compiler from seeing through a coroutine and leaving it out.
void hide(void* address) {
  asm volatile("" : : "r"(address) : "memory");
}

// ---- the limits: bare coroutines resumed from a ring

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

Bare spins() {
  for (;;) co_await std::suspend_always{};
}
Bare ends() {
  co_return;
}

double raw_resume(int tasks, int rounds) {
  std::vector<std::coroutine_handle<>> ring;
  std::size_t capacity = 1;
  while (capacity < static_cast<std::size_t>(tasks) * 2) capacity *= 2;
  ring.resize(capacity);
  std::size_t head = 0;
  std::size_t tail = 0;
  for (int task = 0; task < tasks; ++task) ring[tail++] = spins().handle;
  const double began = now_ns();
  for (int step = 0; step < tasks * rounds; ++step) {
    const auto handle = ring[head++ & (capacity - 1)];
    handle.resume();
    ring[tail++ & (capacity - 1)] = handle;
  }
  const double spent = now_ns() - began;
  for (; head != tail; ++head) ring[head & (capacity - 1)].destroy();
  return spent / (tasks * rounds);
}

double raw_create(int times) {
  const double began = now_ns();
  for (int time = 0; time < times; ++time) {
    const auto handle = ends().handle;
    hide(handle.address());
    handle.resume();
    handle.destroy();
  }
  return (now_ns() - began) / times;
}

// ---- the loop

Coro<int> switches(int times) {
  for (int time = 0; time < times; ++time) static_cast<void>(co_await sleep(0));
  co_return 0;
}

double task_switch(int tasks, int rounds) {
  VirtualClock clock;
  EventLoop loop(clock);
  std::vector<Ref<FutureBase>> all;
  for (int task = 0; task < tasks; ++task) all.push_back(create_task(loop, switches(rounds)));
  const auto outer = gather<int>(loop, std::move(all));
  const double began = now_ns();
  loop.run_until_complete(*outer);
  return (now_ns() - began) / (static_cast<double>(tasks) * rounds);
}

Coro<int> below(int depth, int times) {
  if (depth == 0) co_return (co_await switches(times)).value();
  co_return (co_await below(depth - 1, times)).value();
}

double deep_switch(int depth, int times) {
  VirtualClock clock;
  EventLoop loop(clock);
  const auto task = create_task(loop, below(depth, times));
  const double began = now_ns();
  loop.run_until_complete(*task);
  return (now_ns() - began) / times;
}

[[gnu::noinline]] Coro<int> child(int value) {
  co_return value;
}

Coro<int> spawns(EventLoop& loop, int tasks) {
  std::vector<Ref<FutureBase>> all;
  all.reserve(static_cast<std::size_t>(tasks));
  for (int task = 0; task < tasks; ++task) all.push_back(create_task(loop, child(task)));
  static_cast<void>(co_await gather<int>(loop, std::move(all)));
  co_return 0;
}

double spawn_gather(int tasks) {
  VirtualClock clock;
  EventLoop loop(clock);
  const auto main = create_task(loop, spawns(loop, tasks));
  const double began = now_ns();
  loop.run_until_complete(*main);
  return (now_ns() - began) / tasks;
}

Coro<int> awaits(int times) {
  int sum = 0;
  for (int time = 0; time < times; ++time) sum += (co_await child(1)).value();
  co_return sum;
}

double await_ready_child(int times) {
  VirtualClock clock;
  EventLoop loop(clock);
  const auto main = create_task(loop, awaits(times));
  const double began = now_ns();
  loop.run_until_complete(*main);
  return (now_ns() - began) / times;
}

Coro<int> naps(std::uint32_t seed, int times) {
  for (int time = 0; time < times; ++time) {
    seed = seed * 1664525u + 1013904223u;
    static_cast<void>(co_await sleep(1e-3 * (1.0 + (seed >> 8) % 1000)));
  }
  co_return 0;
}

double timers(int tasks, int times) {
  VirtualClock clock;
  EventLoop loop(clock);
  std::vector<Ref<FutureBase>> all;
  for (int task = 0; task < tasks; ++task)
    all.push_back(create_task(loop, naps(static_cast<std::uint32_t>(task), times)));
  const auto outer = gather<int>(loop, std::move(all));
  const double began = now_ns();
  loop.run_until_complete(*outer);
  return (now_ns() - began) / (static_cast<double>(tasks) * times);
}

#if defined(__GLIBC__)
Coro<int> waits(Ref<Future<int>> future) {
  co_return (co_await future).value();
}

// Bytes that one task takes which waits for a future of its own.
double bytes_per_task(int tasks) {
  VirtualClock clock;
  EventLoop loop(clock);
  std::vector<Ref<FutureBase>> all;
  all.reserve(static_cast<std::size_t>(tasks));
  const auto before = mallinfo2();
  for (int task = 0; task < tasks; ++task)
    all.push_back(create_task(loop, waits(create_future<int>(loop))));
  loop.run_slice();
  const auto after = mallinfo2();
  const auto bytes = (after.uordblks + after.hblkhd) - (before.uordblks + before.hblkhd);
  for (const auto& task : all) static_cast<TaskBase&>(*task).set_log_destroy_pending(false);
  return static_cast<double>(bytes) / tasks;
}
#endif

struct Row {
  const char* name;
  double (*measure)();
  std::vector<double> samples = {};
};

int main_bench(int rounds) {
  std::vector<Row> rows = {
      {"raw: resume of a bare coroutine, FIFO of 1000", [] { return raw_resume(1000, 500); }},
      {"raw: create, resume, destroy a bare coroutine", [] { return raw_create(300'000); }},
      {"task switch, 1000 tasks", [] { return task_switch(1000, 500); }},
      {"task switch, 100000 tasks", [] { return task_switch(100'000, 10); }},
      {"task switch at await depth 1", [] { return deep_switch(1, 300'000); }},
      {"task switch at await depth 100", [] { return deep_switch(100, 300'000); }},
      {"await a coroutine that never suspends", [] { return await_ready_child(500'000); }},
      {"spawn and gather, 100000 tasks, each", [] { return spawn_gather(100'000); }},
      {"sleep, 1000 tasks, each", [] { return timers(1000, 100); }},
      {"sleep, 100000 tasks, each", [] { return timers(100'000, 3); }},
  };
#if defined(__GLIBC__)
  // First, while the frame pool is still empty: later rounds would find everything in it.
  std::printf("%-48s %8.1f bytes\n", "a task that waits for a future", bytes_per_task(100'000));
#endif
  for (int round = 0; round < rounds; ++round)
    for (Row& row : rows) row.samples.push_back(row.measure());
  for (Row& row : rows) {
    std::sort(row.samples.begin(), row.samples.end());
    std::printf("%-48s %8.1f ns   (%.1f to %.1f)\n",
                row.name,
                row.samples[row.samples.size() / 2],
                row.samples.front(),
                row.samples.back());
  }
  return 0;
}

}  // namespace
}  // namespace simul::asyncio

int main(int argc, char** argv) {
  return simul::asyncio::main_bench(argc > 1 ? std::max(1, std::atoi(argv[1])) : 5);
}
