// One run of one program: the VM's Program with its clock, its trace, its picture and what it
// printed.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "asyncio/clock.hpp"
#include "bytecode/code_object.hpp"
#include "session/watch.hpp"
#include "timeline/diagnose.hpp"
#include "timeline/loop_state.hpp"
#include "timeline/model.hpp"
#include "trace/recorder.hpp"
#include "vm/inspect.hpp"
#include "vm/line_breaks.hpp"
#include "vm/program.hpp"

namespace simul::session {

// What somebody typed when input() asked.
struct Typed {
  std::string line;
  bool end = false;         // no line, and never one again
  std::uint32_t asked = 1;  // how often the program had to ask until it was there
};

struct Settings {
  std::uint64_t seed = 0;
  std::uint64_t switch_seed = 0;  // of its threads, see vm/switching.hpp; 0: they switch by rule
  double cost_ns =
      50;  // virtual clock: what one instruction costs; the page's live clock takes real time
  std::int64_t virtual_limit_ns = 300'000'000'000'000;  // 3e5 s, as the conformance oracle
  std::uint64_t max_lines = 20'000;      // of output, then the run stops with limit "output"
  std::uint64_t max_events = 4'000'000;  // of the trace; later ones are counted, not kept
  vm::ModuleSource* modules = nullptr;   // the library's; outlives the run. null: none
  // Where input() reads; empty: nobody can be asked, or `asks`.
  std::function<vm::Host::Read(std::string& line)> read_line = {};
  // input() stops the run until Run::answer().
  bool asks = false;
  std::vector<Typed> typed = {};  // what was answered to a run that is made again
  vm::Files files = {};           // what the program finds in the folder of open()
};

// A piece of output as it was written, with the loop's time and the line of the program that wrote
// it.
struct Written {
  std::int64_t time_ns = 0;
  int stream = 1;  // 1 stdout, 2 stderr
  std::uint32_t line = 0;
  std::string text;
};

// A line of output: completed at time_ns, or still open (no newline yet).
struct OutputLine {
  std::int64_t time_ns = 0;
  int stream = 1;
  std::uint32_t line = 0;
  bool open = false;
  std::string text;
};

enum class Status : std::uint8_t { kRunning, kOk, kError, kExit, kDeadlock, kLimit, kStopped };
std::string_view word(Status status);  // "ok", "error", ... as in simul-run --json

// How late the page's timers fired, in milliseconds of the loop's time. Only timers that came due
// while the loop had nothing to do count: what a busy or blocked loop collects late is the
// program's doing, and the picture shows it as due.
struct Lateness {
  std::uint32_t count = 0;
  double p50_ms = 0, p90_ms = 0, max_ms = 0;
};

class Run : private vm::Host {
 public:
  // The clock decides what kind of run it is: VirtualClock (instant, forecast, terminal), the
  // page's, or SteadyClock. `warnings` (see warnings_text()) is the first that stands in stderr.
  Run(std::shared_ptr<const bytecode::CodeObject> code,
      std::string source,
      std::string filename,
      const Settings& settings,
      std::unique_ptr<asyncio::Clock> clock,
      std::string_view warnings = {});
  // What another interpreter did, as it was recorded (recording.hpp); `by`: its name and version.
  // It is over from the start. code: of any text, for what counts lines.
  Run(std::shared_ptr<const bytecode::CodeObject> code,
      std::string source,
      std::string filename,
      const trace::Trace& recorded,
      std::string by);
  ~Run() override;
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  // Runs about `instructions` instructions; see vm::Program::advance.
  vm::Progress advance(std::int64_t instructions);
  // On a virtual clock: runs, jumping over every wait, until the end or until the instructions are
  // used up. True at the end.
  bool advance_virtual(std::int64_t instructions);
  // Ends it here and now; what was printed stays. Status becomes kStopped.
  void stop();

  // ---- input(). Asking, the run does not go on, and advance() comes back at once.
  bool asking() const { return asking_ && next_typed_ == typed_.size() && !finished(); }
  bool has_asked() const { return !typed_.empty() || asking_; }
  // What the question says: what stands on the open line of stdout.
  std::string question() const;
  void answer(std::string line);
  void end_input();
  const std::vector<Typed>& typed() const { return typed_; }

  // The folder of open(), as it is now or was left.
  vm::Files files() const {
    return program_ == nullptr ? settings_.files : vm::files_of(*program_);
  }

  // Of a finished run: lets go of the program, keeps what it left behind.
  void retire();

  // ---- stopping in between. advance() comes back with hit() set, at a place from which it can go
  // on; the trace may have a few events more than the hit, up to the end of the callback.
  // A breakpoint on a line without code takes effect on the next line that has some.
  void set_breakpoints(std::vector<Breakpoint> breakpoints);
  void run_to_line(std::uint32_t line);  // once; 0: no more
  void stop_after_callbacks(bool on) { watch_.stop_after_callbacks(on); }
  void stop_at_events(std::size_t events) { watch_.stop_at_events(events); }
  const std::optional<Stop>& hit() const { return watch_.hit(); }
  void clear_hit() { watch_.clear_hit(); }
  // What is on the stack of a task (0: the main program) right now; see vm/inspect.hpp.
  std::vector<vm::FrameText> stack(timeline::Id task) {
    return program_ == nullptr ? std::vector<vm::FrameText>() : vm::stack_of(*program_, task);
  }

  asyncio::Clock& clock() { return *clock_; }
  const trace::Trace& trace() const { return recorder_.trace(); }
  const timeline::Model& model() const { return model_; }
  timeline::LoopHistory& history() const { return history_; }
  const std::string& source() const { return source_; }
  const std::string& filename() const { return filename_; }
  // Whose run it is, if it was recorded elsewhere; else empty.
  const std::string& recorded_by() const { return recorded_by_; }
  // What it was made of, to make it again.
  const Settings& settings() const { return settings_; }
  const std::shared_ptr<const bytecode::CodeObject>& code() const { return code_; }
  const std::string& warnings() const { return warnings_; }

  const std::vector<Written>& written() const { return written_; }
  const std::vector<OutputLine>& lines() const {
    return lines_;
  }  // stdout and stderr in the order of writing

  Status status() const { return status_; }
  bool finished() const { return status_ != Status::kRunning; }
  std::int64_t end_ns() const { return end_ns_; }  // of a finished run
  int exit_code() const { return exit_code_; }
  const std::string& exception() const {
    return exception_;
  }  // "Type: message" of what ended it, or empty
  const std::vector<std::string>& blocked() const {
    return blocked_;
  }  // of a deadlock: "Task-2 worker at line 5", "Thread-1 waits at line 9: jobs.get()"
  // Of a deadlock: only the tasks, or "main thread" when no task waits.
  const std::vector<std::string>& blocked_tasks() const { return blocked_tasks_; }
  // Of a deadlock: who waits for what, at which line, and who could have woken whom.
  const std::vector<vm::Standstill>& why() const { return why_; }
  const std::string& limit() const {
    return limit_;
  }  // which limit: "output", "virtual time", "memory"
  // It started threads. Known until it is retired.
  bool had_threads() const { return program_ != nullptr && program_->had_threads(); }
  Lateness lateness() const;
  // What it did wrong, as far as it went; see timeline/diagnose.hpp and session/overlap.hpp.
  std::vector<timeline::Finding> diagnose() const;
  // What the tasks slept, blocked and computed, added up: how long the same work would take one
  // after another. -1 while it runs, when it did not end well, or when a sleep was cut short, as
  // then the sum means nothing.
  std::int64_t one_by_one_ns() const { return one_by_one_ns_; }

 private:
  void write(int stream, std::string_view text) override;
  Read read_line(std::string& line) override;
  void finish(Status status);
  void keep(Written written);
  void put_in_lines(const Written& written);

  std::shared_ptr<const bytecode::CodeObject> code_;
  std::string source_, filename_, warnings_, recorded_by_;
  Settings settings_;
  std::unique_ptr<asyncio::Clock> clock_;
  void mark_lines();

  trace::Recorder recorder_;
  timeline::Model model_;
  Watch watch_;
  vm::LineBreaks line_breaks_;
  std::set<std::uint32_t> run_to_;
  mutable timeline::LoopHistory history_;
  // lateness() as far as the events were read.
  struct LateTimers {
    std::size_t read = 0;      // events
    std::int64_t free_ns = 0;  // since when the loop has had nothing to do
    std::vector<std::int64_t> late_ns;
    Lateness answer;
  };
  mutable LateTimers late_;
  std::unique_ptr<vm::Program> program_;
  std::vector<Written> written_;
  std::vector<OutputLine> lines_;
  static constexpr std::size_t kNoLine = static_cast<std::size_t>(-1);
  std::size_t open_line_[2] = {kNoLine, kNoLine};  // of stdout, of stderr
  std::uint64_t out_lines_ = 0;
  std::size_t bytes_ = 0;
  Status status_ = Status::kRunning;
  std::int64_t end_ns_ = 0;
  std::int64_t one_by_one_ns_ = -1;
  int exit_code_ = 0;
  std::string exception_, limit_;
  bool deaf_ = false;
  std::vector<Typed> typed_;
  std::size_t next_typed_ = 0;
  std::uint32_t asked_ = 0;  // times, for the line that comes next
  bool asking_ = false;
  std::vector<std::string> blocked_, blocked_tasks_;
  std::vector<vm::Standstill> why_;
};

}  // namespace simul::session
