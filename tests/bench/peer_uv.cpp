// tests/bench/peer_uv.cpp - libuv's timers: plain callbacks, and deadlines in whole milliseconds.
#include <cstdlib>
#include <vector>

#include <uv.h>

#include "bench.hpp"

namespace {

std::size_t fired = 0;

// The second that the timers are spread over passes without any work, so processor time leaves it
// out.
void timers() {
  constexpr std::size_t kTimers = 100'000;
  uv_loop_t loop;
  uv_loop_init(&loop);
  std::vector<uv_timer_t> all(kTimers);
  bench::Delays delays;
  fired = 0;
  for (uv_timer_t& timer : all) {
    uv_timer_init(&loop, &timer);
    uv_timer_start(&timer, [](uv_timer_t* /*timer*/) { ++fired; }, delays.next_us() / 1000, 0);
  }
  uv_run(&loop, UV_RUN_DEFAULT);
  for (uv_timer_t& timer : all) uv_close(reinterpret_cast<uv_handle_t*>(&timer), nullptr);
  uv_run(&loop, UV_RUN_DEFAULT);
  if (uv_loop_close(&loop) != 0 || fired != kTimers) std::abort();
}

}  // namespace

int main(int argc, char** argv) {
  bench::Rows(argc, argv).time("timers_100k", 1e5, timers, 3);
  return 0;
}
