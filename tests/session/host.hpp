// A host whose clock stands still until the test moves it: live runs without a real second.
#pragma once

#include <cstdint>

#include "session/session.hpp"
#include "timeline/why.hpp"

namespace simul::session {

inline constexpr std::int64_t kMs = 1'000'000;
inline constexpr std::int64_t kSlice = 4 * kMs;

// The one host of a test; HostNow is a plain function, as the page's is.
struct Host {
  static inline std::int64_t now_ns = 0;
  static inline std::int64_t tick_ns = 0;  // how far each look at the clock moves it
  static std::int64_t look() { return now_ns += tick_ns; }
  static void reset() {
    now_ns = 5'000 * kMs;  // a page's clock does not start at 0
    tick_ns = 0;
  }
};

// Wakes the session whenever it wants to be woken, until it wants no more or the host's clock
// reaches `until_ns`.
inline void drive(Session& session, std::int64_t until_ns = INT64_MAX, int most = 100'000) {
  for (int i = 0; i < most; ++i) {
    std::int64_t next = session.wake(Host::now_ns, &Host::look, kSlice);
    if (next == Session::kNever) return;
    if (next == Session::kAtOnce) continue;
    if (next > until_ns) {
      Host::now_ns = until_ns;
      return;
    }
    Host::now_ns = next;
  }
}

inline std::string output(const Run& run) {
  std::string out;
  for (const OutputLine& line : run.lines()) {
    out += timeline::seconds(line.time_ns) + (line.stream == 2 ? " ! " : " ") + line.text + "\n";
  }
  return out;
}

inline constexpr const char* kThreeWorkers = R"(import asyncio

async def worker(name, delay):
    print(name, "starts")
    await asyncio.sleep(delay)
    print(name, "done")

async def main():
    await asyncio.gather(worker("A", 1.0), worker("B", 2.0), worker("C", 0.75))

asyncio.run(main())
)";

}  // namespace simul::session
