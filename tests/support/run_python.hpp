// Runs a Python text to its end on a virtual clock and gives what it printed. For tests of the VM
// only: they may use parser and compiler, which the library itself may not.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "asyncio/clock.hpp"
#include "compiler/compile.hpp"
#include "syntax/parse.hpp"
#include "vm/program.hpp"

namespace simul::testing {

struct PythonRun {
  std::string out;
  std::string err;
  int exit_code = 0;
  std::string exception;
  vm::Progress::Kind end = vm::Progress::Kind::kReady;
  std::int64_t slices = 0;
  double end_time = 0;
  std::vector<vm::Standstill> why = {};       // of a deadlock
  std::vector<std::string> waiting, threads;  // of a deadlock
};

struct CapturingHost final : vm::Host {
  explicit CapturingHost(PythonRun& the_run) : run(the_run) {}
  void write(int stream, std::string_view text) override {
    (stream == 1 ? run.out : run.err) += text;
  }
  PythonRun& run;
};

struct RunOptions {
  std::int64_t slice = 1'000'000;     // instructions per advance()
  std::int64_t max_slices = 100'000;  // then the run is left as it is
  std::int64_t heap_limit = vm::Heap::kDefaultLimit;
  double cost_ns = 0;  // of an instruction
};

// The leading newline of a raw string literal is not part of the program.
inline PythonRun run_python(std::string_view text, const RunOptions& options = {}) {
  if (!text.empty() && text.front() == '\n') text.remove_prefix(1);
  PythonRun run;
  const std::string source(text);
  const syntax::ParseResult parsed = syntax::parse(source, "main.py");
  if (!parsed.ok()) {
    run.err = syntax::format_syntax_error(parsed.diagnostics[0], source, "main.py");
    run.exit_code = 1;
    return run;
  }
  const compiler::CompileResult compiled = compiler::compile(parsed.module, "main.py");
  if (!compiled.ok()) {
    run.err = syntax::format_syntax_error(compiled.diagnostics[0], source, "main.py");
    run.exit_code = 1;
    return run;
  }
  CapturingHost host(run);
  asyncio::VirtualClock clock;
  vm::Program program(compiled.code,
                      {.filename = "main.py",
                       .source = source,
                       .cost_ns = options.cost_ns,
                       .heap_limit = options.heap_limit},
                      host,
                      clock,
                      nullptr);
  while (run.slices < options.max_slices) {
    ++run.slices;
    const vm::Progress progress = program.advance(options.slice);
    run.end = progress.kind;
    run.why = progress.why;
    run.waiting = progress.waiting;
    run.threads = progress.threads;
    if (progress.kind == vm::Progress::Kind::kWaiting ||
        progress.kind == vm::Progress::Kind::kBlocked) {
      clock.wait_until(progress.due_ns, static_cast<std::int32_t>(progress.generation));
    } else if (progress.kind != vm::Progress::Kind::kReady) {
      break;
    }
  }
  run.exit_code = program.exit_code();
  run.exception = program.exception();
  run.end_time = asyncio::to_seconds(clock.now_ns());
  return run;
}

// The program prints exactly this, in CPython 3.13 too (tests/vm/judge_programs.py asks it). It is
// also run in slices of seven instructions: where it is interrupted must not be seen.
inline void expect_program(std::string_view text, std::string_view out, std::string_view err = "") {
  auto trimmed = [](std::string_view part) {
    if (!part.empty() && part.front() == '\n') part.remove_prefix(1);
    return std::string(part);
  };
  const PythonRun whole = run_python(text);
  EXPECT_EQ(whole.out, trimmed(out));
  EXPECT_EQ(whole.err, trimmed(err));
  EXPECT_EQ(whole.end, vm::Progress::Kind::kFinished);
  const PythonRun sliced = run_python(text, {.slice = 7, .max_slices = 10'000'000});
  EXPECT_EQ(sliced.out, whole.out) << "in slices of seven instructions";
  EXPECT_EQ(sliced.err, whole.err) << "in slices of seven instructions";
}

}  // namespace simul::testing
