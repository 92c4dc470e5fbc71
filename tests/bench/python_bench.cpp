// tests/bench/python_bench.cpp - the same Python programs as CPython gets, on our VM and loop.
//
//   simul_bench_python FOLDER [ROW,...]
//
// A row is a program's name after "python_"; with "_recorded" the run is recorded as in the page.
// Compiling is not counted: CPython is not asked for it either. "python_memory", only when it is
// named, is what a task of memory.py costs while all of them sleep.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "asyncio/clock.hpp"
#include "bench.hpp"
#include "session/build.hpp"
#include "trace/recorder.hpp"
#include "vm/program.hpp"

namespace simul {
namespace {

#if defined(__EMSCRIPTEN__)
constexpr double kWarm_s = 5;
#else
constexpr double kWarm_s = 0.1;
#endif

class Output final : public vm::Host {
 public:
  void write(int stream, std::string_view text) override { (stream == 1 ? out : err) += text; }
  std::string out, err;
};

// The program prints how many operations it did; both figures are for one of them.
struct Cost {
  double spent_ns = 0;
  double asleep_bytes = 0;  // taken from the system between the start and the first wait
};

Cost run_once(const session::Build& built, const std::string& source, bool recorded) {
  asyncio::VirtualClock clock;
  trace::Recorder recorder;
  Output output;
  const double before = bench::taken_bytes();
  double asleep = before;
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
    if (progress.kind == Kind::kWaiting && asleep == before) asleep = bench::taken_bytes();
    if (progress.kind == Kind::kWaiting || progress.kind == Kind::kBlocked)
      clock.wait_until(progress.due_ns, static_cast<std::int32_t>(progress.generation));
  }
  const double spent = bench::now_ns() - began;
  const int times = std::atoi(output.out.c_str());
  if (times <= 0 || !output.err.empty() || program.exit_code() != 0) {
    std::fprintf(stderr, "the program failed: %s\n", output.err.c_str());
    std::exit(1);
  }
  return {spent / times, (asleep - before) / times};
}

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const bench::Rows rows(argc - 1, argv + 1);
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1]))
    if (entry.path().extension() == ".py") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const std::filesystem::path& path : files) {
    const std::string name = path.stem().string();
    const std::string plain = "python_" + name;
    if (!rows.wanted(plain.c_str()) && !rows.named((plain + "_recorded").c_str())) continue;
    std::ifstream file(path, std::ios::binary);
    const std::string source((std::istreambuf_iterator<char>(file)),
                             std::istreambuf_iterator<char>());
    const session::Build built = session::build(source, path.filename().string());
    if (source.empty() || built.code == nullptr) return 1;
    if (name == "memory") {
      if (rows.named(plain.c_str()))
        bench::Rows::print(plain.c_str(), run_once(built, source, false).asleep_bytes);
      continue;
    }
    for (const bool recorded : {false, true}) {
      const std::string row = plain + (recorded ? "_recorded" : "");
      if (!rows.wanted(row.c_str())) continue;
      std::vector<double> samples;
      // An engine first runs WebAssembly as it comes and compiles it well while it runs; who asks
      // how soon the first line comes does not wait for that.
      const double warm_s = name == "startup" ? 0 : kWarm_s;
      for (const double until = bench::wall_s() + warm_s; bench::wall_s() < until;)
        run_once(built, source, recorded);
      for (int repeat = 0; repeat < 3; ++repeat)
        samples.push_back(run_once(built, source, recorded).spent_ns);
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
