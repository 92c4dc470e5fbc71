// hostile.hpp - runs programs that mean no good: each ends with CPython's error, or is stopped
// where its budget ends, in bounded memory, and no piece of a run takes long however few
// instructions it has.
//
// The outcomes are CPython's where it has one in finite time and memory; MemoryError stands where
// the heap's limit comes first. The library's modules are here, so these are tests of the session's
// room, as a program that is pasted meets them.
#pragma once

#include <ctime>

#include <gtest/gtest.h>

#include "asyncio/clock.hpp"
#include "library/library.hpp"
#include "session/build.hpp"
#include "session/python_modules.hpp"
#include "vm/program.hpp"

namespace simul::session {

inline constexpr std::int64_t kPiece = 50'000;  // instructions
inline constexpr int kPieces = 6;
// For what CPython has in C and goes ten times as deep there as Python's own frames may.
inline constexpr int kPiecesOfTheDeep = 40;
inline constexpr std::int64_t kHeap = 64 << 20;
// A piece's processor time, on a busy machine with sanitizers.
inline constexpr double kLongest_s = 20;

struct Hostile {
  const char* program;
  const char* ends;  // the last line of stderr begins so; "": without an error; null: it is stopped
  int pieces = kPieces;  // its budget
};

struct HostilesEar final : vm::Host {
  void write(int stream, std::string_view text) override {
    std::string& kept = stream == 1 ? out : err;
    if (kept.size() < 100'000) kept += text.substr(0, 100'000);
  }
  std::string out, err;
};

// What came of it, in the table's words; "stopped" for what was still running.
inline std::string outcome(const std::string& text, int pieces) {
  const Build built = build(text, "main.py");
  if (built.code == nullptr) return "no code";
  PythonModules modules;
  modules.arrived(library::embedded());
  HostilesEar ear;
  asyncio::VirtualClock clock;
  vm::Program program(built.code,
                      {.filename = "main.py",
                       .source = text,
                       .cost_ns = 0,
                       .heap_limit = kHeap,
                       .modules = &modules},
                      ear,
                      clock,
                      nullptr);
  for (int piece = 0; piece < pieces; ++piece) {
    const std::clock_t began = std::clock();
    const vm::Progress progress = program.advance(kPiece);
    EXPECT_LT(static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC, kLongest_s);
    switch (progress.kind) {
      case vm::Progress::Kind::kFinished: return program.exception();
      case vm::Progress::Kind::kDeadlock: return "deadlock";
      case vm::Progress::Kind::kLimit: return "limit";
      case vm::Progress::Kind::kReady: break;
      case vm::Progress::Kind::kWaiting:
      case vm::Progress::Kind::kBlocked:
        clock.wait_until(progress.due_ns, static_cast<std::int32_t>(progress.generation));
    }
  }
  return "stopped";
}

inline void expect_outcomes(std::initializer_list<Hostile> programs) {
  for (const Hostile& each : programs) {
    SCOPED_TRACE(each.program);
    const std::string got = outcome(std::string(each.program) + "\n", each.pieces);
    if (each.ends == nullptr) {
      EXPECT_EQ(got, "stopped");
    } else if (*each.ends == 0) {
      EXPECT_EQ(got, "");
    } else {
      EXPECT_TRUE(got.starts_with(each.ends)) << got;
    }
  }
}

}  // namespace simul::session
