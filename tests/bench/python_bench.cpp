// tests/bench/python_bench.cpp - the same Python programs as CPython gets, on our VM and loop.
//
//   simul_bench_python FOLDER [ROW,...]
//
// A row is a program's name after "python_"; with "_recorded" the run is recorded as in the page.
// Compiling is not counted: CPython is not asked for it either.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "asyncio/clock.hpp"
#include "bench.hpp"
#include "session/build.hpp"
#include "trace/recorder.hpp"
#include "vm/program.hpp"

namespace simul {
namespace {

class Output final : public vm::Host {
 public:
  void write(int stream, std::string_view text) override { (stream == 1 ? out : err) += text; }
  std::string out, err;
};

// Nanoseconds per operation; the program prints how many it did.
double run_once(const session::Build& built, const std::string& source, bool recorded) {
  asyncio::VirtualClock clock;
  trace::Recorder recorder;
  Output output;
  const double began = bench::now_ns();
  vm::Program program(built.code,
                      {.source = source, .cost_ns = 0, .heap_limit = std::int64_t{1} << 30},
                      output,
                      clock,
                      recorded ? &recorder : nullptr);
  using Kind = vm::Progress::Kind;
  vm::Progress progress;
  while (progress.kind != Kind::kFinished) {
    progress = program.advance(1'000'000);
    if (progress.kind == Kind::kDeadlock || progress.kind == Kind::kLimit) break;
    if (progress.kind == Kind::kWaiting || progress.kind == Kind::kBlocked)
      clock.wait_until(progress.due_ns, static_cast<std::int32_t>(progress.generation));
  }
  const double spent = bench::now_ns() - began;
  const int times = std::atoi(output.out.c_str());
  if (times <= 0 || !output.err.empty() || program.exit_code() != 0) {
    std::fprintf(stderr, "the program failed: %s\n", output.err.c_str());
    std::exit(1);
  }
  return spent / times;
}

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const bench::Rows rows(argc - 1, argv + 1);
  for (const char* name : {"switch", "spawn", "sleep", "queue", "depth", "ready_child"}) {
    std::ifstream file(std::string(argv[1]) + "/" + name + ".py", std::ios::binary);
    const std::string source((std::istreambuf_iterator<char>(file)),
                             std::istreambuf_iterator<char>());
    const session::Build built = session::build(source, "main.py");
    if (source.empty() || built.code == nullptr) return 1;
    for (const bool recorded : {false, true}) {
      const std::string row = std::string("python_") + name + (recorded ? "_recorded" : "");
      if (!rows.wanted(row.c_str())) continue;
      std::vector<double> samples;
      for (int repeat = 0; repeat < 3; ++repeat)
        samples.push_back(run_once(built, source, recorded));
      std::sort(samples.begin(), samples.end());
      bench::Rows::print(row.c_str(), samples[1]);
    }
  }
  return 0;
}

}  // namespace
}  // namespace simul

int main(int argc, char** argv) {
  return simul::main(argc, argv);
}
