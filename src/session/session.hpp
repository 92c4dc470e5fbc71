// One scenario and its runs: text in, diagnostics out; run, pause, stop, speed; the run's trace,
// model and outcome.
//
// Knows nothing of pages or terminals: time is handed in by whoever drives. Both front doors (the
// page's bridge and simul-run) and the tests drive the same object.
//
// Always holds: a run goes on with the text it was started with; nothing starts by itself but the
// forecast; after stop() everything that was printed is still there.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "asyncio/clock.hpp"
#include "lints/lint.hpp"
#include "session/forecast_check.hpp"
#include "session/live_clock.hpp"
#include "session/python_modules.hpp"
#include "session/run.hpp"
#include "syntax/diagnostics.hpp"
#include "timeline/loop_state.hpp"
#include "timeline/model.hpp"
#include "timeline/steps.hpp"

namespace simul::session {

class Explorer;
struct Proof;

enum class Mode : std::uint8_t { kLive, kInstant };
enum class Phase : std::uint8_t { kIdle, kRunning, kPaused, kHidden, kFinished, kStopped };

class Session {
 public:
  Session();
  ~Session();

  // ---- text
  // Compiles; keeps the last program that compiled for nothing: what does not compile cannot run.
  void set_source(std::string text, std::string filename = "main.py");
  const std::string& source() const { return source_; }
  const std::vector<syntax::Diagnostic>& diagnostics() const { return diagnostics_; }
  // SyntaxWarnings, in the order in which they are printed.
  const std::vector<syntax::Diagnostic>& warnings() const { return warnings_; }
  // Remarks about asyncio in a text that compiles, in the order of the text.
  const std::vector<lints::Lint>& lints() const { return lints_; }
  bool compiles() const { return code_ != nullptr; }

  // ---- library. The modules written in Python, as one packed text (library/library.hpp). Until
  // one of these was called, a program that may import from it is held back: the run is there and
  // its clock stands still.
  void library_arrived(std::string packed, std::int64_t host_ns);
  void library_failed(std::string why, std::int64_t host_ns);
  void library_awaited_again() { modules_.awaited_again(); }  // after a failure
  bool library_awaited() const { return modules_.state() == PythonModules::State::kAwaited; }
  // Is the current run held back for it?
  bool held_back() const;

  // ---- input(): the run's clock stands still until somebody has typed, so an answer takes no
  // time, as on a virtual clock.
  bool asking() const { return run_ != nullptr && run_->asking(); }
  void answer(std::string line, std::int64_t host_ns);
  void end_input(std::int64_t host_ns);

  // ---- run. host_ns: the driver's monotonic time in nanoseconds, from any start.
  void settings(Settings settings);
  const Settings& settings() const { return settings_; }
  void run(Mode mode, std::int64_t host_ns);
  // Shows what another interpreter did with the present text, as a run that is over. Empty, or one
  // sentence why not.
  std::string show_recording(std::string_view events, std::string by);
  void pause(std::int64_t host_ns);
  void resume(std::int64_t host_ns);
  void stop(std::int64_t host_ns);
  void set_speed(double speed, std::int64_t host_ns);
  double speed() const { return speed_; }
  void set_hidden(bool hidden, std::int64_t host_ns);
  // Runs what can run now, at most about slice_ns of the driver's time as `host_now` tells it.
  // Returns the host time at which it wants to be called again; kAtOnce, or kNever until a command.
  static constexpr std::int64_t kAtOnce = 0, kNever = -1;
  using HostNow = std::int64_t (*)();
  std::int64_t wake(std::int64_t host_ns, HostNow host_now, std::int64_t slice_ns);

  Phase phase() const { return phase_; }
  Mode mode() const { return mode_; }
  // The current or last run; nullptr before the first.
  Run* current() { return run_.get(); }
  const Run* current() const { return run_.get(); }
  // The loop's time now: moves while live.
  std::int64_t now_ns(std::int64_t host_ns) const;

  // ---- control: stepping, breakpoints, looking back (control.cpp)
  // The instant that is shown: that of the run while it goes on, else where somebody stopped,
  // stepped or scrubbed to.
  timeline::Moment shown(std::int64_t host_ns) const;
  bool looking_back() const { return cursor_.has_value(); }
  // Shows an instant of the run, without touching the run itself. A run that goes on does so
  // unseen.
  void seek(timeline::Moment moment);
  void seek_time(std::int64_t time_ns);
  void show_now() { cursor_.reset(); }  // back to the present

  // One callback, one turn, or to the next event of a task, from the shown instant. In the past it
  // moves along the trace at once; in the present the program runs on until it is done (wake() does
  // it; phase() is kRunning until then, kPaused after). Waits are skipped: the clock jumps to where
  // they end. Before the first run it starts one in `mode`.
  void step(timeline::StepKind kind, timeline::Id task, Mode mode, std::int64_t host_ns);
  // The same backwards. The run stays where it is.
  void step_back(timeline::StepKind kind, timeline::Id task, std::int64_t host_ns);
  // Runs on from the present until the line is about to run.
  void run_to_line(std::uint32_t line, Mode mode, std::int64_t host_ns);
  bool stepping() const { return request_.has_value(); }

  void set_breakpoints(std::vector<Breakpoint> breakpoints);
  const std::vector<Breakpoint>& breakpoints() const { return breakpoints_; }
  // Why it stands still; kNone while it does not.
  const Stop& stop_reason() const { return stop_; }

  // Stack and locals of a task (0: the main program) at the shown instant. In the present they are
  // read; in the past the run is made again from its recorded clock up to there, by wake(). Until
  // that is done `ready` is false.
  struct Stack {
    bool ready = false;
    timeline::Moment at;  // of the program that was looked into: at most the rest of one native
                          // call later than what is shown
    std::vector<vm::FrameText> frames;
    std::string why_not;  // one sentence, when there is nothing to show
  };
  Stack stack(timeline::Id task, std::int64_t host_ns);

  // ---- forecast: the same text on the virtual clock, computed in slices by wake(); nullptr while
  // there is none. It is the unplayed future as long as the text has not changed since and nothing
  // outside decides (input, real time). Of a text that does not compile it is that of the last one
  // that did: its source() tells.
  // It is off, and forecast() nullptr, as soon as the run does what it did not say.
  const Run* forecast() const { return check_.holds() ? forecast_.get() : nullptr; }
  bool forecast_done() const;
  // Computes some of it now and not with the next wake, at most about slice_ns.
  void foresee(std::int64_t host_ns, HostNow host_now, std::int64_t slice_ns);
  // Why there is none, or in what it may be wrong; empty: nothing to say.
  std::string forecast_note() const;

  // ---- an edit that is tried: what another text would do, computed like the forecast, while the
  // text itself, the run and the forecast stay what they are. False: it does not compile, and there
  // is no trial.
  bool try_source(std::string text);
  void end_trial() { trial_ = nullptr; }
  const Run* trial() const { return trial_.get(); }
  bool trial_done() const;

  // The run is over and the text another since: what there is to show is the forecast.
  bool edited() const;
  // The run stands paused and the text is another since: the forecast is that of the edited text,
  // while resuming goes on with the one before.
  bool revised() const;
  // What lies ahead of the run that is shown, drawn faint; nullptr: nobody knows. The forecast, or
  // while a run goes on with an older text, that text's.
  const Run* future() const;
  // What the program did before it was edited, for comparing with the run, or once edited() with
  // the forecast; once revised() what the paused run would do; nullptr: there is nothing to compare
  // with.
  const Run* ghost() const;
  // The text and another one, both run to their ends on the virtual clock with these settings.
  Proof prove(const std::string& after);
  // The text under so many seeds of its threads' switches; nullptr: it does not compile, or waits
  // for the library. It must not outlive the session.
  std::unique_ptr<Explorer> explore(std::uint64_t seeds);
  // What set_source brings next is no edit but another program.
  void another_program();

 private:
  class Readings;
  class ForecastClock;
  void start_forecast();
  std::unique_ptr<Run> make_forecast(std::shared_ptr<const bytecode::CodeObject> code,
                                     std::string source,
                                     const std::string& warnings,
                                     bool& reads_clock);
  bool advance_forecast(HostNow host_now, std::int64_t until_ns);
  std::int64_t wake_live(HostNow host_now, std::int64_t until_ns);
  std::int64_t wake_instant(HostNow host_now, std::int64_t until_ns);
  void library_settled(std::int64_t host_ns);
  // Nothing outside is waited for.
  bool may_go_on() const { return !held_back() && !asking(); }
  void answered(std::int64_t host_ns);
  void settle();  // after a piece of the run: has it ended?

  struct Request {
    std::optional<timeline::StepKind> kind;  // none: to a line
    timeline::Id task = 0;
    std::size_t from = 0;  // events
  };
  void begin_request(Request request, std::uint32_t line, Mode mode, std::int64_t host_ns);
  std::int64_t wake_request(HostNow host_now, std::int64_t until_ns);
  bool took_hit();  // stops at a breakpoint
  void stand_still(Stop stop);
  bool advance_replay(HostNow host_now, std::int64_t until_ns);
  std::unique_ptr<Run> make_replay() const;

  std::string source_, filename_;
  std::vector<syntax::Diagnostic> diagnostics_, warnings_;
  std::vector<lints::Lint> lints_;
  std::string warnings_text_;  // as stderr shows them
  std::shared_ptr<const bytecode::CodeObject> code_;
  PythonModules modules_;
  bool needs_library_ = false;      // code_ may import from it
  bool run_needs_library_ = false;  // so may what run_ was started with
  Settings settings_;
  Mode mode_ = Mode::kLive;
  Phase phase_ = Phase::kIdle;
  Phase before_hidden_ = Phase::kIdle;
  double speed_ = 1.0;
  std::unique_ptr<Readings> readings_;
  LiveClock* page_clock_ = nullptr;        // of a live run; owned by it
  std::int64_t due_ns_ = timeline::kNone;  // what a live run waits for
  std::unique_ptr<Run> run_, forecast_, ghost_;
  ForecastCheck check_;
  std::unique_ptr<Run> own_;  // the forecast of the run that goes on with an older text
  ForecastCheck own_check_;
  bool kin_ = true;  // the text is an edit of what run_ was started with
  bool forecast_reads_clock_ = false;
  std::optional<timeline::Moment> cursor_;
  std::optional<Request> request_;
  std::vector<Breakpoint> breakpoints_;
  Stop stop_;
  std::unique_ptr<Run> replay_;        // the run again, up to some instant of the past
  std::optional<std::size_t> wanted_;  // events: where the replay is to be
  std::size_t replay_at_ = 0;          // events: where it was asked to be last
  std::int64_t forecast_left_ = 0;     // instructions
  std::unique_ptr<Run> trial_;
  std::int64_t trial_left_ = 0;  // instructions
  bool trial_reads_clock_ = false, trial_needs_library_ = false;
};

}  // namespace simul::session
