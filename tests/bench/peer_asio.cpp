// tests/bench/peer_asio.cpp - Asio's coroutines: a task is an awaitable<> that was spawned, a turn
// is given up with post(), a queue is a channel of one place.
#include <cstdlib>
#include <vector>

#include <asio.hpp>
#include <asio/experimental/channel.hpp>

#include "bench.hpp"

namespace {

using asio::awaitable;
using asio::use_awaitable;
int done = 0;

awaitable<void> switches(int times) {
  for (int time = 0; time < times; ++time) co_await asio::post(use_awaitable);
}

void many_switch() {
  asio::io_context loop(1);
  for (int task = 0; task < 1000; ++task) asio::co_spawn(loop, switches(1000), asio::detached);
  loop.run();
}

[[gnu::noinline]] awaitable<int> child(int value) {
  co_return value;
}

awaitable<void> awaits(int times) {
  int sum = 0;
  for (int time = 0; time < times; ++time) sum += co_await child(1);
  if (sum != times) std::abort();
}

void ready_child() {
  asio::io_context loop(1);
  asio::co_spawn(loop, awaits(1'000'000), asio::detached);
  loop.run();
}

// There is no gather: each task's end is counted.
void spawn() {
  constexpr int kTasks = 100'000;
  asio::io_context loop(1);
  done = 0;
  for (int task = 0; task < kTasks; ++task)
    asio::co_spawn(loop, child(task), [](std::exception_ptr, int) { ++done; });
  loop.run();
  if (done != kTasks) std::abort();
}

awaitable<void> naps(asio::steady_timer::duration delay) {
  asio::steady_timer timer(co_await asio::this_coro::executor, delay);
  co_await timer.async_wait(use_awaitable);
}

void timers() {
  asio::io_context loop(1);
  bench::Delays delays;
  for (int task = 0; task < 100'000; ++task)
    asio::co_spawn(loop, naps(std::chrono::microseconds(delays.next_us())), asio::detached);
  loop.run();
}

using Channel = asio::experimental::channel<void(asio::error_code, int)>;

awaitable<void> echo(Channel& in, Channel& out, int times) {
  for (int time = 0; time < times; ++time) {
    const int item = co_await in.async_receive(use_awaitable);
    co_await out.async_send(asio::error_code{}, item, use_awaitable);
  }
}

awaitable<void> ping(Channel& out, Channel& in, int times) {
  std::int64_t sum = 0;
  for (int time = 0; time < times; ++time) {
    co_await out.async_send(asio::error_code{}, time, use_awaitable);
    sum += co_await in.async_receive(use_awaitable);
  }
  if (sum != std::int64_t{times} * (times - 1) / 2) std::abort();
}

void ping_pong() {
  asio::io_context loop(1);
  Channel to(loop, 1), back(loop, 1);
  asio::co_spawn(loop, echo(to, back, 200'000), asio::detached);
  asio::co_spawn(loop, ping(to, back, 200'000), asio::detached);
  loop.run();
}

}  // namespace

int main(int argc, char** argv) {
  const bench::Rows rows(argc, argv);
  rows.time("switch_1k", 1e6, many_switch, 3);
  rows.time("spawn_100k", 1e5, spawn, 3);
  rows.time("ready_child", 1e6, ready_child, 3);
  rows.time("timers_100k", 1e5, timers, 1);
  rows.time("queue", 2e5, ping_pong, 3);
  return 0;
}
