// tests/bench/bench.hpp - what every C++ program of the benchmark shares: a stopwatch, rows, the
// delays.
//
// A row is measured a few times within one process, and its median is printed as one line of JSON;
// run.py starts all programs in turn, round after round, and takes the median of those. What is
// measured is the process's processor time, so that neighbours on the machine disturb less.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <string>
#include <vector>

#include <unistd.h>

#if defined(__EMSCRIPTEN__)
#  include <emscripten.h>
#endif

namespace bench {

#if defined(__EMSCRIPTEN__)
// node's own account, with the threads of its optimiser and collector; a page has only wall time.
// clang-format off
EM_JS(double, bench_now_ns, (), {
  const spent = globalThis.process ? process.cpuUsage() : null;
  return spent ? (spent.user + spent.system) * 1e3 : performance.now() * 1e6;
});
// clang-format on
inline double now_ns() {
  return bench_now_ns();
}
#else
inline double now_ns() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
}
#endif

// For warming up only: what is measured is processor time.
inline double wall_s() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// Memory that the process has taken from the system.
inline double taken_bytes() {
#if defined(__EMSCRIPTEN__)
  return static_cast<double>(reinterpret_cast<std::uintptr_t>(sbrk(0)));
#else
  long pages = 0;
  if (std::FILE* file = std::fopen("/proc/self/statm", "r")) {
    if (std::fscanf(file, "%*s %ld", &pages) != 1) pages = 0;
    std::fclose(file);
  }
  return static_cast<double>(pages) * static_cast<double>(sysconf(_SC_PAGESIZE));
#endif
}

// Keeps the compiler from seeing that nobody looks at what is measured.
inline void hide(const void* address) {
  asm volatile("" : : "r"(address) : "memory");
}

// Rows that are asked for: all, or those whose names are given on the command line, separated by
// commas. Rows that need a fresh process run only when they are named.
class Rows {
 public:
  Rows(int argc, char** argv) {
    for (const char* rest = argc > 1 ? argv[1] : ""; *rest != 0;) {
      const char* end = std::strchr(rest, ',');
      names_.emplace_back(
          rest, end != nullptr ? static_cast<std::size_t>(end - rest) : std::strlen(rest));
      rest += names_.back().size() + (end != nullptr ? 1 : 0);
    }
  }

  [[nodiscard]] bool named(const char* row) const {
    return std::find(names_.begin(), names_.end(), row) != names_.end();
  }
  [[nodiscard]] bool wanted(const char* row) const { return names_.empty() || named(row); }

  // `work` does `ops` operations, set-up and clean-up included.
  template <typename Work>
  void time(const char* row, double ops, Work work, int repeats = 5) const {
    if (!wanted(row)) return;
    std::vector<double> samples;
    work();  // the first is for the allocator, the caches and the engine's optimiser
    for (int repeat = 0; repeat < repeats; ++repeat) {
      const double began = now_ns();
      work();
      samples.push_back((now_ns() - began) / ops);
    }
    std::sort(samples.begin(), samples.end());
    print(row, samples[samples.size() / 2]);
  }

  static void print(const char* row, double value) {
    std::printf("{\"row\": \"%s\", \"value\": %.3f}\n", row, value);
    std::fflush(stdout);
  }

 private:
  std::vector<std::string> names_;
};

// The same delays in every language: microseconds below a million.
class Delays {
 public:
  std::uint32_t next_us() {
    state_ = static_cast<std::uint32_t>((state_ * std::uint64_t{1103515245} + 12345) & 0x7fffffff);
    return state_ % 1'000'000;
  }

 private:
  std::uint32_t state_ = 12345;
};

}  // namespace bench
