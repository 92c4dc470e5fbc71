// One program, four ways: as one after another, on its loop, on threads with a GIL, on processes.
//
// The loop's lane is the run itself. The other three are models: what each task did in that run,
// put under other rules. Everything they take for granted is in `assumptions`, with the number that
// a person can change; where the program means something that only a loop has, `notes` says so.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "models/schedule.hpp"
#include "models/workload.hpp"

namespace simul::models {

enum class Way : std::uint8_t { kOneByOne, kLoop, kThreads, kProcesses };
inline constexpr std::size_t kWays = 4;
[[nodiscard]] const char* word(Way way);  // "one after another", "one event loop", ...
[[nodiscard]] const char* key(Way way);   // "one_by_one", "loop", ...

// What can be changed. The costs are those measured of CPython 3.13, see docs/models.md.
struct Options {
  int cores = 4;                                // 1 to 64
  std::int64_t switch_interval_ns = 5'000'000;  // sys.getswitchinterval()
  std::int64_t thread_switch_ns = 5'000;        // the GIL goes to another thread
  std::int64_t thread_start_ns = 25'000;        // Thread.start()
  std::int64_t process_start_ns = 250'000;  // Process.start(), by fork: what it holds the parent up
  std::int64_t process_boot_ns = 1'000'000;  // until the child's first line; by spawn about 80 ms
  std::int64_t transfer_ns = 10'000;         // a result or an item to another process
  std::int64_t time_slice_ns = 4'000'000;    // of the system, where processes share a core
  std::int64_t base_bytes = 21'000'000;      // the interpreter with asyncio
  std::int64_t task_bytes = 1'300;           // a task with its coroutine and timer
  std::int64_t thread_bytes = 14'000;        // what a thread's stack touches, and its objects
  std::int64_t process_bytes = 1'400'000;    // what a forked process has of its own; spawned: 15 MB
  std::uint64_t seed = 0;                    // draws who gets the GIL
};

struct Outcome {
  Way way = Way::kLoop;
  bool model = true;    // else it is what the run did
  std::string refused;  // why there is none; then nothing else means anything
  Schedule schedule;
  std::int64_t memory_bytes = 0;
};

struct Assumption {
  std::string text;
  std::string value;  // "5 ms"; empty: it is a rule, not a number
};

struct Comparison {
  std::string refused;  // why nothing can be compared; empty: it can
  std::array<Outcome, kWays> outcomes;
  Way winner = Way::kLoop;
  std::string sentence;  // why the winner wins here
  std::vector<std::string> notes;
  std::vector<Assumption> assumptions;
  // The loop's rules put to the same work: how far they are from what the run did. The measure of
  // how well the run was taken apart.
  std::int64_t loop_again_ns = 0;
  std::size_t tasks = 0;
};

[[nodiscard]] Comparison compare(const trace::Trace& trace,
                                 const std::set<std::uint32_t>& computing_lines,
                                 const Options& options);

// The rules of each way. loop: as one_loop without what the loop itself costs.
[[nodiscard]] Rules rules_of(Way way, const Options& options);
[[nodiscard]] std::int64_t memory_of(Way way, std::size_t alive, const Options& options);

// The experiment of the seeds: so many tasks with the same work, from all computing to all waiting.
struct Mix {
  int tasks = 8;
  std::int64_t each_ns = 1'000'000'000;  // work and waiting of one task
  int rounds = 10;                       // it computes and waits so often
};
struct MixPoint {
  double computing = 0;  // 0 to 1
  std::array<std::int64_t, kWays> total_ns{};
};
struct Crossing {
  double computing = 0;
  Way a = Way::kLoop, b = Way::kLoop;  // from here on, b takes longer than a
};
struct MixResult {
  std::vector<MixPoint> points;  // from all waiting to all computing
  std::vector<Crossing> crossings;
};
[[nodiscard]] Workload mixed_work(const Mix& mix, double computing);
[[nodiscard]] MixResult mix(const Mix& mix, int steps, const Options& options);

// "12:00:00", "55 s", "3.2 ms": the shortest that says it.
[[nodiscard]] std::string span_words(std::int64_t ns);
[[nodiscard]] std::string bytes_words(std::int64_t bytes);  // "20 MB"

}  // namespace simul::models
