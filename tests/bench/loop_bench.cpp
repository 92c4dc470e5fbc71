// tests/bench/loop_bench.cpp - what our loop costs, in rows that have the same names as the peers'.
#include "asyncio/gather.hpp"
#include "asyncio/locks.hpp"
#include "asyncio/runners.hpp"
#include "bench.hpp"
#ifndef SIMUL_NO_INSTRUMENT
#  include "trace/recorder.hpp"
#endif

namespace simul::asyncio {
namespace {

using Tasks = std::vector<Ref<FutureBase>>;

// Runs one coroutine to its end, on a loop of its own.
template <typename Main, typename... Args>
void run_main(Instrument* instrument, Main main, Args... args) {
  VirtualClock clock;
  EventLoop loop(clock, {.instrument = instrument});
  const auto task = create_task(loop, main(loop, args...));
  loop.run_until_complete(*task);
  SIMUL_CHECK(task->outcome().ok(), "the benchmark itself failed");
}

// ---- switching

Coro<int> switches(int times) {
  for (int time = 0; time < times; ++time) static_cast<void>(co_await sleep(0));
  co_return times;
}

Coro<int> many_switch(EventLoop& loop, int tasks, int times) {
  Tasks all;
  all.reserve(static_cast<std::size_t>(tasks));
  for (int task = 0; task < tasks; ++task) all.push_back(create_task(loop, switches(times)));
  static_cast<void>(co_await gather<int>(loop, std::move(all)));
  co_return 0;
}

[[gnu::noinline]] Coro<int> below(int depth, int times) {
  if (depth == 0) co_return (co_await switches(times)).value();
  co_return (co_await below(depth - 1, times)).value();
}

Coro<int> deep_switch(EventLoop& /*loop*/, int depth, int times) {
  co_return (co_await below(depth - 1, times)).value();
}

// ---- children

[[gnu::noinline]] Coro<int> child(int value) {
  co_return value;
}

Coro<int> awaits(EventLoop& /*loop*/, int times) {
  int sum = 0;
  for (int time = 0; time < times; ++time) sum += (co_await child(1)).value();
  co_return sum;
}

Coro<int> spawns(EventLoop& loop, int tasks) {
  Tasks all;
  all.reserve(static_cast<std::size_t>(tasks));
  for (int task = 0; task < tasks; ++task) all.push_back(create_task(loop, child(task)));
  static_cast<void>(co_await gather<int>(loop, std::move(all)));
  co_return 0;
}

// ---- timers

[[gnu::noinline]] Coro<int> naps(double delay_s) {
  static_cast<void>(co_await sleep(delay_s));
  co_return 0;
}

Coro<int> timers(EventLoop& loop, int tasks, int times) {
  bench::Delays delays;
  for (int time = 0; time < times; ++time) {
    Tasks all;
    all.reserve(static_cast<std::size_t>(tasks));
    for (int task = 0; task < tasks; ++task)
      all.push_back(create_task(loop, naps(delays.next_us() * 1e-6)));
    static_cast<void>(co_await gather<int>(loop, std::move(all)));
  }
  co_return 0;
}

// ---- a queue of one place, as asyncio.Queue(maxsize=1) does it

class Queue {
 public:
  explicit Queue(EventLoop& loop) : loop_(&loop) {}
  Coro<int> put(int item) {
    while (full_) {
      auto putter = static_cast<Ref<Future<None>>>(
          static_cast<Future<None>*>(putters_.add(*loop_, WaitKind::kQueuePut).get()));
      static_cast<void>(co_await std::move(putter));
    }
    item_ = item;
    full_ = true;
    getters_.wake_next_and_forget();
    co_return 0;
  }
  Coro<int> get() {
    while (!full_) {
      auto getter = static_cast<Ref<Future<None>>>(
          static_cast<Future<None>*>(getters_.add(*loop_, WaitKind::kQueueGet).get()));
      static_cast<void>(co_await std::move(getter));
    }
    full_ = false;
    putters_.wake_next_and_forget();
    co_return item_;
  }

 private:
  EventLoop* loop_;
  Waiters getters_, putters_;
  int item_ = 0;
  bool full_ = false;
};

Coro<int> echo(Queue& in, Queue& out, int times) {
  for (int time = 0; time < times; ++time) {
    const int item = (co_await in.get()).value();
    static_cast<void>(co_await out.put(item));
  }
  co_return 0;
}

Coro<int> ping_pong(EventLoop& loop, int times) {
  Queue to(loop), back(loop);
  const auto other = create_task(loop, echo(to, back, times));
  std::int64_t sum = 0;
  for (int time = 0; time < times; ++time) {
    static_cast<void>(co_await to.put(time));
    sum += (co_await back.get()).value();
  }
  static_cast<void>(co_await other);
  SIMUL_CHECK(sum == std::int64_t{times} * (times - 1) / 2, "items were lost");
  co_return 0;
}

// ---- memory and growth: each task sleeps for an hour and a little

double bytes_per_sleeping_task(int tasks) {
  VirtualClock clock;
  EventLoop loop(clock);
  std::vector<FutureBase*> all(static_cast<std::size_t>(tasks));
  const double before = bench::taken_bytes();
  for (int task = 0; task < tasks; ++task)
    all[static_cast<std::size_t>(task)] = create_task(loop, naps(3600 + task)).detach();
  loop.run_slice();
  const double after = bench::taken_bytes();
  for (FutureBase* task : all) {
    static_cast<TaskBase*>(task)->set_log_destroy_pending(false);
    task->decref();
  }
  return (after - before) / tasks;
}

// Born, switched once, asleep, awake, gathered.
Coro<int> life(double delay_s) {
  static_cast<void>(co_await sleep(0));
  static_cast<void>(co_await sleep(delay_s));
  co_return 0;
}

Coro<int> lives(EventLoop& loop, int tasks) {
  bench::Delays delays;
  Tasks all;
  all.reserve(static_cast<std::size_t>(tasks));
  for (int task = 0; task < tasks; ++task)
    all.push_back(create_task(loop, life(delays.next_us() * 1e-6)));
  static_cast<void>(co_await gather<int>(loop, std::move(all)));
  co_return 0;
}

int main_bench(const bench::Rows& rows) {
  rows.time("switch_1k", 1e6, [] { run_main(nullptr, many_switch, 1000, 1000); });
  rows.time("spawn_100k", 1e5, [] { run_main(nullptr, spawns, 100'000); });
  rows.time("spawn_1k", 1e5, [] {
    for (int time = 0; time < 100; ++time) run_main(nullptr, spawns, 1000);
  });
  rows.time("queue", 2e5, [] { run_main(nullptr, ping_pong, 200'000); });
  rows.time("switch_100k", 1e6, [] { run_main(nullptr, many_switch, 100'000, 10); });
  rows.time("depth_1", 1e6, [] { run_main(nullptr, deep_switch, 1, 1'000'000); });
  rows.time("depth_100", 1e6, [] { run_main(nullptr, deep_switch, 100, 1'000'000); });
  rows.time("ready_child", 1e6, [] { run_main(nullptr, awaits, 1'000'000); });
  rows.time("timers_1k", 1e5, [] { run_main(nullptr, timers, 1000, 100); });
  rows.time("timers_100k", 1e5, [] { run_main(nullptr, timers, 100'000, 1); });
#ifndef SIMUL_NO_INSTRUMENT
  const auto recorded = [](auto main, auto... args) {
    trace::Recorder recorder(8'000'000);
    run_main(&recorder, main, args...);
    SIMUL_CHECK(recorder.dropped() == 0, "not all was recorded");
  };
  // The work of switch_1k, to the task and the turn.
  rows.time("switch_1k_recorded", 1e6, [&] { recorded(many_switch, 1000, 1000); });
  // The same, and the trace is asked for.
  rows.time("switch_1k_traced", 5e5, [] {
    trace::Recorder recorder;
    run_main(&recorder, many_switch, 1000, 500);
    SIMUL_CHECK(recorder.trace().events.size() >= 2'000'000, "not all was recorded");
  });
  rows.time("spawn_100k_recorded", 1e5, [&] { recorded(spawns, 100'000); });
  rows.time("queue_recorded", 1e5, [&] { recorded(ping_pong, 100'000); });
#endif
  for (const auto& [row, tasks] : {std::pair{"memory_100k", 100'000}, {"memory_1m", 1'000'000}})
    if (rows.named(row)) bench::Rows::print(row, bytes_per_sleeping_task(tasks));
  for (const auto& [row, tasks] : {std::pair{"curve_1k", 1000},
                                   {"curve_10k", 10'000},
                                   {"curve_100k", 100'000},
                                   {"curve_1m", 1'000'000}}) {
    const int times = std::max(1, 100'000 / tasks);
    if (rows.named(row))
      rows.time(
          row,
          static_cast<double>(tasks) * times,
          [tasks, times] {
            for (int time = 0; time < times; ++time) run_main(nullptr, lives, tasks);
          },
          3);
  }
  return 0;
}

}  // namespace
}  // namespace simul::asyncio

int main(int argc, char** argv) {
  return simul::asyncio::main_bench(bench::Rows(argc, argv));
}
