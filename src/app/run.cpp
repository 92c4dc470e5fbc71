// simul-run: a program in the terminal, on the same session as the page.
//
// With --json it prints what CPython would do under the conformance clock, in the form that
// scripts/oracle prints for CPython itself. Exit codes are Python's; 2 is a mistake in the command
// line.
#include "session/run.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>

#include "app/svg_colours.hpp"
#include "asyncio/clock.hpp"
#include "base/json.hpp"
#include "session/build.hpp"
#include "session/comparing.hpp"
#include "session/explain.hpp"
#include "session/explore.hpp"
#include "session/handout.hpp"
#include "session/python_modules.hpp"
#include "timeline/chrome.hpp"
#include "timeline/svg.hpp"
#include "trace/text.hpp"

namespace simul {
namespace {

constexpr const char* kUsage =
    "usage: simul-run [--clock virtual|steady] [--cpu-cost NS] [--seed N] [--json] [--trace OUT] "
    "[--svg OUT] [--markdown OUT] [--diagnose] [--state-at S] "
    "[--compare [--cores N] [--switch-interval MS]] "
    "[--switch-seed N] [--explore N] FILE\n"
    "\n"
    "Runs an asyncio program and prints what it prints.\n"
    "  --clock virtual   time jumps from deadline to deadline (the default)\n"
    "  --clock steady    real time\n"
    "  --cpu-cost NS     what one instruction costs on the virtual clock, in nanoseconds; 0 with "
    "--json, else 50\n"
    "  --seed N          what `random` is seeded with before the program starts; 0\n"
    "  --json            the outcome as one JSON object\n"
    "  --trace OUT       the run in the Chrome trace format, which Perfetto opens; as plain events "
    "if OUT ends in .txt\n"
    "  --svg OUT         the timeline as a picture, for light and dark pages\n"
    "  --markdown OUT    the program, its picture (an SVG file beside OUT), its output and its "
    "end\n"
    "  --diagnose        after the run: what it did wrong, with the evidence and a fix\n"
    "  --state-at S      after the run: what the loop and every task did at S seconds, and why\n"
    "  --compare         after the run: the same work one after another, on threads and on "
    "processes\n"
    "  --cores N         for the processes: 1 to 64; 4\n"
    "  --switch-interval MS  for the threads: when a thread must give up the GIL; 5\n"
    "  --switch-seed N   threads switch where the seed says, as far as CPython lets them; 0: where "
    "they block, by rule\n"
    "  --explore N       instead of one run: switch seeds 1 to N, and how often each ending "
    "came\n";

struct Arguments {
  bool steady = false;
  bool json = false;
  double cost_ns = -1;
  std::uint64_t seed = 0, switch_seed = 0, explore = 0;
  bool diagnose = false;
  std::int64_t state_at_ns = -1;
  bool compare = false;
  models::Options models;
  std::string trace_path, svg_path, markdown_path;
  std::string path;

  bool wants_trace() const {
    return !trace_path.empty() || !svg_path.empty() || !markdown_path.empty() || diagnose ||
           compare || state_at_ns >= 0;
  }
};

int usage_error(const std::string& message) {
  std::fprintf(stderr, "simul-run: %s\n%s", message.c_str(), kUsage);
  return 2;
}

// 0 and the arguments, or the exit code.
int parse_arguments(int argc, char** argv, Arguments& out) {
  for (int i = 1; i < argc; ++i) {
    std::string_view word = argv[i];
    if (word == "--help" || word == "-h") {
      std::fputs(kUsage, stdout);
      std::exit(0);
    }
    if (word == "--json") {
      out.json = true;
      continue;
    }
    if (word == "--diagnose") {
      out.diagnose = true;
      continue;
    }
    if (word == "--compare") {
      out.compare = true;
      continue;
    }
    bool takes_value = word == "--state-at" || word == "--clock" || word == "--cpu-cost" ||
                       word == "--seed" || word == "--trace" || word == "--svg" ||
                       word == "--markdown" || word == "--cores" || word == "--switch-interval" ||
                       word == "--switch-seed" || word == "--explore";
    if (!takes_value) {
      if (word.starts_with("-") && word != "-")
        return usage_error("unknown option " + std::string(word));
      if (!out.path.empty())
        return usage_error("one program at a time, not " + out.path + " and " + argv[i]);
      out.path = word;
      continue;
    }
    if (++i == argc) return usage_error(std::string(word) + " needs a value");
    std::string value = argv[i];
    char* end = nullptr;
    if (word == "--clock") {
      if (value != "virtual" && value != "steady")
        return usage_error("--clock is virtual or steady, not " + value);
      out.steady = value == "steady";
    } else if (word == "--state-at") {
      const double at_s = std::strtod(value.c_str(), &end);
      if (*end != 0 || value.empty() || !(at_s >= 0 && at_s <= 9e9))
        return usage_error("--state-at is a number of seconds, not " + value);
      out.state_at_ns = asyncio::to_ns(at_s);
    } else if (word == "--cpu-cost") {
      out.cost_ns = std::strtod(value.c_str(), &end);
      if (*end != 0 || value.empty() || !(out.cost_ns >= 0 && out.cost_ns <= 1e9)) {
        return usage_error("--cpu-cost is a number of nanoseconds from 0 to 1e9, not " + value);
      }
    } else if (word == "--cores") {
      const long cores = std::strtol(value.c_str(), &end, 10);
      if (*end != 0 || cores < 1 || cores > 64)
        return usage_error("--cores is a whole number from 1 to 64, not " + value);
      out.models.cores = static_cast<int>(cores);
    } else if (word == "--switch-interval") {
      const double interval_ms = std::strtod(value.c_str(), &end);
      if (*end != 0 || value.empty() || !(interval_ms >= 0.001 && interval_ms <= 1e6))
        return usage_error("--switch-interval is a number of milliseconds, not " + value);
      out.models.switch_interval_ns = asyncio::to_ns(interval_ms / 1e3);
    } else if (word == "--seed" || word == "--switch-seed" || word == "--explore") {
      const std::uint64_t number = std::strtoull(value.c_str(), &end, 10);
      if (*end != 0 || value.empty() || value[0] == '-')
        return usage_error(std::string(word) + " is a whole number, not " + value);
      (word == "--seed" ? out.seed : word == "--explore" ? out.explore : out.switch_seed) = number;
    } else {
      if (value.empty()) return usage_error(std::string(word) + " needs the name of a file");
      (word == "--svg"        ? out.svg_path
       : word == "--markdown" ? out.markdown_path
                              : out.trace_path) = value;
    }
  }
  if (out.path.empty()) return usage_error("which program?");
  if (out.cost_ns < 0) out.cost_ns = out.json ? 0 : 50;
  return 0;
}

struct Outcome {
  std::string status;
  std::vector<session::OutputLine> out;  // lines of stdout
  std::string err;                       // all of stderr
  std::int64_t end_ns = 0;
  int exit_code = -1;
  std::string exception, limit;
  std::vector<std::string> blocked, waits;
};

void print_json(const Outcome& outcome) {
  JsonWriter json;
  json.begin_object().key("status").value(outcome.status);
  json.key("stdout").begin_array();
  bool unterminated = false;
  for (const session::OutputLine& line : outcome.out) {
    json.begin_array().value(static_cast<double>(line.time_ns) / 1e9).value(line.text).end_array();
    unterminated = line.open;
  }
  json.end_array().key("stderr").begin_array();
  for (std::string_view rest = outcome.err; !rest.empty();) {
    std::size_t end = rest.find('\n');
    json.value(rest.substr(0, end));
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  json.end_array().key("end_time").value(static_cast<double>(outcome.end_ns) / 1e9);
  if (!outcome.limit.empty()) json.key("limit").value(outcome.limit);
  if (!outcome.blocked.empty()) {
    json.key("blocked").begin_array();
    for (const std::string& who : outcome.blocked) json.value(who);
    json.end_array().key("waits").begin_array();
    for (const std::string& who : outcome.waits) json.value(who);
    json.end_array();
  }
  if (outcome.status == "error") json.key("exception").value(outcome.exception);
  if (outcome.exit_code >= 0) json.key("exit_code").value(outcome.exit_code);
  if (unterminated) json.key("unterminated").value(true);
  json.end_object();
  std::printf("%s\n", json.text().c_str());
}

bool write_file(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  return static_cast<bool>(file.flush());
}

bool save(const char* what, const std::string& path, const std::string& text) {
  if (write_file(path, text)) return true;
  std::fprintf(stderr,
               "simul-run: can't write the %s to '%s': %s\n",
               what,
               path.c_str(),
               std::strerror(errno));
  return false;
}

// "docs/two.md" is called "two".
std::string stem(const std::string& path) {
  std::string name = path.substr(path.find_last_of('/') + 1);
  const std::size_t dot = name.rfind('.');
  return dot == 0 || dot == std::string::npos ? name : name.substr(0, dot);
}

// Writes the trace, the picture and the page, as far as they were asked for. False, with a sentence
// on stderr, when one cannot be written.
bool save_all(const Arguments& arguments,
              const timeline::Model& model,
              std::int64_t end_ns,
              session::Handout handout) {
  bool good = true;
  if (!arguments.trace_path.empty()) {
    const bool plain = arguments.trace_path.ends_with(".txt");
    good &= save("trace",
                 arguments.trace_path,
                 plain ? trace::to_text(model.trace()) : timeline::to_chrome_json(model, end_ns));
  }
  if (arguments.svg_path.empty() && arguments.markdown_path.empty()) return good;
  handout.title = stem(arguments.path);
  timeline::SvgOptions options;
  options.title = "Timeline of " + handout.title;
  options.end_ns = end_ns;
  options.light = app::svg_colours(false);
  options.dark = app::svg_colours(true);
  const std::string svg = timeline::to_svg(model, options);
  if (!arguments.svg_path.empty()) good &= save("picture", arguments.svg_path, svg);
  if (arguments.markdown_path.empty()) return good;
  const std::string name = stem(arguments.markdown_path) + ".svg";
  const std::size_t slash = arguments.markdown_path.find_last_of('/');
  const std::string folder =
      slash == std::string::npos ? "" : arguments.markdown_path.substr(0, slash + 1);
  handout.picture = name;
  good &= save("picture", folder + name, svg);
  return save("page", arguments.markdown_path, session::markdown(handout)) && good;
}

// Prints what the run has written since the last call.
void flush_output(const session::Run& run, std::size_t& done) {
  for (; done < run.written().size(); ++done) {
    const session::Written& piece = run.written()[done];
    FILE* stream = piece.stream == 1 ? stdout : stderr;
    std::fwrite(piece.text.data(), 1, piece.text.size(), stream);
    std::fflush(stream);
  }
}

// As the conformance oracle does. Under node clock() is the time of day, whoever has the processor.
#ifdef __EMSCRIPTEN__
constexpr std::clock_t kMost_s = 60;
#else
constexpr std::clock_t kMost_s = 10;
#endif

// Runs to the end; with --json for at most kMost_s of the processor.
std::string drive(session::Run& run, const Arguments& arguments) {
  using Kind = vm::Progress::Kind;
  const std::clock_t deadline = std::clock() + kMost_s * CLOCKS_PER_SEC;
  std::size_t done = 0;
  while (!run.finished()) {
    if (arguments.steady) {
      vm::Progress progress = run.advance(100'000);
      if (!arguments.json) flush_output(run, done);
      if (progress.kind == Kind::kWaiting || progress.kind == Kind::kBlocked) {
        run.clock().wait_until(progress.due_ns, static_cast<std::int32_t>(progress.generation));
      }
    } else {
      run.advance_virtual(1'000'000);
      if (!arguments.json) flush_output(run, done);
    }
    if (arguments.json && !arguments.steady && std::clock() > deadline) {
      run.stop();
      return "cpu";
    }
  }
  if (!arguments.json) flush_output(run, done);
  return "";
}

int main(int argc, char** argv) {
  Arguments arguments;
  if (int code = parse_arguments(argc, argv, arguments)) return code;
  std::ifstream file(arguments.path, std::ios::binary);
  if (!file) {
    std::fprintf(stderr,
                 "simul-run: can't open file '%s': %s\n",
                 arguments.path.c_str(),
                 std::strerror(errno));
    return 2;
  }
  std::string source((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());

  Outcome outcome;
  session::Build built = session::build(source, arguments.path);
  const std::string warnings = session::warnings_text(built.warnings, source, arguments.path);
  if (built.code == nullptr) {
    outcome.status = "error";
    outcome.err =
        warnings + syntax::format_syntax_error(built.diagnostics[0], source, arguments.path);
    outcome.exception = built.diagnostics[0].type + ": " + built.diagnostics[0].message;
    outcome.exit_code = 1;
    if (arguments.json) {
      print_json(outcome);
    } else {
      std::fputs(outcome.err.c_str(), stderr);
    }
    trace::Trace nothing;  // nothing ran: the trace is there and empty
    session::Handout handout;
    handout.source = source;
    handout.output = {outcome.err};
    return save_all(arguments, timeline::Model(nothing), 0, handout) ? 1 : 2;
  }

  session::PythonModules modules;
  modules.arrived(library::embedded());
  session::Settings settings;
  settings.modules = &modules;
  settings.seed = arguments.seed;
  settings.switch_seed = arguments.switch_seed;
  settings.cost_ns = arguments.steady ? 0 : arguments.cost_ns;
  settings.read_line = [](std::string& line) {
    return std::getline(std::cin, line) ? vm::Host::Read::kLine : vm::Host::Read::kEnd;
  };
  if (arguments.explore > 0) {
    session::Explorer explorer(built.code, source, arguments.path, settings, arguments.explore);
    while (!explorer.finished()) explorer.advance(10'000'000);
    const std::string told = arguments.json ? session::exploration_json(explorer, true) + "\n"
                                            : session::exploration_text(explorer);
    std::fputs(told.c_str(), stdout);
    return 0;
  }
  if (!arguments.wants_trace()) settings.max_events = 0;
  if (!arguments.json) settings.max_lines = ~std::uint64_t{0};
  std::unique_ptr<asyncio::Clock> clock;
  if (arguments.steady) {
    clock = std::make_unique<asyncio::SteadyClock>();
  } else {
    clock = std::make_unique<asyncio::VirtualClock>();
  }
  session::Run run(built.code, source, arguments.path, settings, std::move(clock), warnings);
  std::string cpu_limit = drive(run, arguments);

  outcome.status = cpu_limit.empty() ? std::string(session::word(run.status())) : "limit";
  outcome.limit = cpu_limit.empty() ? run.limit() : cpu_limit;
  outcome.end_ns = run.end_ns();
  outcome.exception = run.exception();
  outcome.blocked = run.blocked_tasks();
  outcome.waits = run.blocked();
  bool ended = outcome.status == "ok" || outcome.status == "error" || outcome.status == "exit";
  if (ended) outcome.exit_code = run.exit_code();
  for (const session::OutputLine& line : run.lines()) {
    if (line.stream == 1) outcome.out.push_back(line);
  }
  for (const session::Written& piece : run.written()) {
    if (piece.stream == 2) outcome.err += piece.text;
  }

  if (!save_all(arguments, run.model(), run.end_ns(), session::handout_of(run))) return 2;
  if (arguments.json) {
    print_json(outcome);
  } else if (outcome.status == "deadlock") {
    std::fputs("simul-run: deadlock: nothing is ready, no timer is set, and nobody can wake\n",
               stderr);
    if (run.why().empty())
      for (const std::string& who : outcome.waits) std::fprintf(stderr, "  %s\n", who.c_str());
    for (const vm::Standstill& one : run.why()) std::fprintf(stderr, "  %s\n", one.text.c_str());
  } else if (outcome.status == "limit") {
    std::fprintf(stderr, "simul-run: stopped at the limit of %s\n", outcome.limit.c_str());
  }
  std::string told;
  if (arguments.state_at_ns >= 0) told += session::state_text(run, arguments.state_at_ns);
  if (arguments.compare) told += session::comparison_text(compare(&run, arguments.models));
  if (arguments.diagnose) told += session::findings_text(run.diagnose());
  std::fputs(told.c_str(), stderr);
  return ended ? run.exit_code() : 1;
}

}  // namespace
}  // namespace simul

int main(int argc, char** argv) {
  return simul::main(argc, argv);
}
