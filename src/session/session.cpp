#include "session/session.hpp"

#include <algorithm>
#include <cmath>

#include "session/build.hpp"
#include "session/explore.hpp"
#include "session/proof.hpp"
#include "session/recording.hpp"
#include "timeline/why.hpp"

namespace simul::session {

namespace {
// How far the unplayed future is computed: enough for every program a person reads, bounded for the
// rest.
constexpr std::int64_t kForecastInstructions = 20'000'000;
constexpr std::uint64_t kForecastEvents = 200'000;
// Instructions between two looks at the host's clock: below a tenth of a millisecond on the
// machines we measured.
constexpr std::int64_t kPiece = 2'000;
constexpr double kSlowest = 0.05, kFastest = 100;
}  // namespace

// The host's clock as the page's clock reads it: the driver's function while it drives, its last
// word in between.
class Session::Readings final : public asyncio::Readings {
 public:
  std::int64_t read_ns() override {
    if (host_now != nullptr) last_ns = host_now();
    return last_ns;
  }
  HostNow host_now = nullptr;
  std::int64_t last_ns = 0;
};

// The forecast's clock, which sees whether the program asks for the time.
class Session::ForecastClock final : public asyncio::Clock {
 public:
  explicit ForecastClock(bool& read) : read_(read) { read_ = false; }
  std::int64_t now_ns() override { return inner_.now_ns(); }
  std::int64_t read_ns() override {
    read_ = true;
    return inner_.read_ns();
  }
  std::int32_t generation() const override { return inner_.generation(); }
  void charge(std::int64_t ns) override { inner_.charge(ns); }
  void wait_until(std::int64_t due_ns, std::int32_t generation) override {
    inner_.wait_until(due_ns, generation);
  }
  std::uint32_t spin_turns() const override { return inner_.spin_turns(); }

 private:
  asyncio::VirtualClock inner_;
  bool& read_;
};

Session::Session() : readings_(std::make_unique<Readings>()) {}
Session::~Session() = default;

void Session::set_source(std::string text, std::string filename) {
  source_ = std::move(text);
  filename_ = std::move(filename);
  Build built = build_with_lints(source_, filename_);
  code_ = std::move(built.code);
  diagnostics_ = std::move(built.diagnostics);
  warnings_ = std::move(built.warnings);
  lints_ = std::move(built.lints);
  warnings_text_ = warnings_text(warnings_, source_, filename_);
  if (code_ == nullptr) return;
  needs_library_ = may_import_library(*code_);
  const bool goes_on = run_ != nullptr && !run_->finished() && phase_ != Phase::kStopped;
  if (goes_on && forecast_ != nullptr && forecast_->source() == run_->source()) {
    own_ = std::move(forecast_);
    own_check_ = std::move(check_);
  }
  check_ = {};
  start_forecast();
}

void Session::settings(Settings settings) {
  settings_ = settings;
  // Another seed is another future.
  if (forecast_ != nullptr && code_ != nullptr) start_forecast();
}

std::string Session::show_recording(std::string_view events, std::string by) {
  Result<trace::Trace> read = read_recording(events);
  if (!read.ok()) return read.error().message;
  // What does not compile here has still run there.
  auto code = code_ != nullptr ? code_ : build("", filename_).code;
  ghost_ = nullptr;
  kin_ = false;
  page_clock_ = nullptr;
  replay_ = nullptr;
  run_ = std::make_unique<Run>(std::move(code), source_, filename_, read.value(), std::move(by));
  mode_ = Mode::kInstant;
  phase_ = Phase::kFinished;
  run_needs_library_ = false;
  cursor_.reset();
  request_.reset();
  wanted_.reset();
  stop_ = {};
  due_ns_ = timeline::kNone;
  return "";
}

bool Session::edited() const {
  // The forecast may be of the text before, where the recorded one does not compile.
  if (run_ != nullptr && !run_->recorded_by().empty() && run_->source() == source_) return false;
  return run_ != nullptr && run_->finished() && forecast() != nullptr &&
         forecast()->source() != run_->source();
}

bool Session::revised() const {
  return run_ != nullptr && phase_ == Phase::kPaused && forecast() != nullptr &&
         forecast()->source() != run_->source();
}

const Run* Session::future() const {
  const Run* of_text = forecast();
  const bool older = run_ != nullptr && !run_->finished() && of_text != nullptr &&
                     of_text->source() != run_->source();
  if (!older || revised()) return of_text;
  return own_check_.holds() ? own_.get() : nullptr;
}

const Run* Session::ghost() const {
  if (edited()) return kin_ ? run_.get() : nullptr;
  if (revised()) return kin_ && own_check_.holds() ? own_.get() : nullptr;
  return ghost_.get();
}

void Session::another_program() {
  kin_ = false;
  ghost_ = nullptr;
}

void Session::foresee(std::int64_t host_ns, HostNow host_now, std::int64_t slice_ns) {
  readings_->last_ns = host_ns;
  static_cast<void>(advance_forecast(host_now, host_ns + slice_ns));
}

std::unique_ptr<Run> Session::make_forecast(std::shared_ptr<const bytecode::CodeObject> code,
                                            std::string source,
                                            const std::string& warnings,
                                            bool& reads_clock) {
  Settings settings = settings_;
  settings.max_events = kForecastEvents;
  settings.modules = &modules_;
  settings.asks = true;  // and nobody answers: what comes then is not foreseen
  return std::make_unique<Run>(std::move(code),
                               std::move(source),
                               filename_,
                               settings,
                               std::make_unique<ForecastClock>(reads_clock),
                               warnings);
}

void Session::start_forecast() {
  forecast_ = make_forecast(code_, source_, warnings_text_, forecast_reads_clock_);
  forecast_left_ = kForecastInstructions;
}

bool Session::try_source(std::string text) {
  Build built = build(text, filename_);
  if (built.code == nullptr) {
    end_trial();
    return false;
  }
  trial_needs_library_ = may_import_library(*built.code);
  const std::string warnings = warnings_text(built.warnings, text, filename_);
  trial_ = make_forecast(std::move(built.code), std::move(text), warnings, trial_reads_clock_);
  trial_left_ = kForecastInstructions;
  return true;
}

bool Session::trial_done() const {
  return trial_ == nullptr || trial_->finished() || trial_left_ <= 0 ||
         trial_->trace().dropped > 0 || trial_->asking();
}

std::unique_ptr<Explorer> Session::explore(std::uint64_t seeds) {
  if (code_ == nullptr || (needs_library_ && library_awaited())) return nullptr;
  Settings settings = settings_;
  settings.modules = &modules_;
  return std::make_unique<Explorer>(code_, source_, filename_, settings, seeds);
}

Proof Session::prove(const std::string& after) {
  if (needs_library_ && library_awaited()) {
    Proof proof;
    proof.sentence = "Not compared by running: Simul's library is still on its way to this page.";
    return proof;
  }
  Settings settings = settings_;
  settings.modules = &modules_;
  settings.asks = true;
  return session::prove(source_, after, settings);
}

bool Session::held_back() const {
  return run_ != nullptr && !run_->finished() && run_needs_library_ && library_awaited();
}

void Session::library_arrived(std::string packed, std::int64_t host_ns) {
  modules_.arrived(std::move(packed));
  library_settled(host_ns);
}

void Session::library_failed(std::string why, std::int64_t host_ns) {
  modules_.failed(std::move(why));
  library_settled(host_ns);
}

void Session::library_settled(std::int64_t host_ns) {
  readings_->last_ns = host_ns;
  if (phase_ == Phase::kRunning && run_needs_library_ && page_clock_ != nullptr)
    page_clock_->resume();
}

void Session::answer(std::string line, std::int64_t host_ns) {
  if (!asking()) return;
  run_->answer(std::move(line));
  answered(host_ns);
}

void Session::end_input(std::int64_t host_ns) {
  if (!asking()) return;
  run_->end_input();
  answered(host_ns);
}

void Session::answered(std::int64_t host_ns) {
  readings_->last_ns = host_ns;
  if (phase_ == Phase::kRunning && page_clock_ != nullptr) page_clock_->resume();
}

std::string Session::forecast_note() const {
  if (!check_.holds()) return check_.why_not();
  if (revised())
    return "The forecast is that of the edited text. The paused run goes on with the text that it "
           "was started with, which is drawn dashed where it is otherwise: run again for the edit.";
  if (forecast_ != nullptr && forecast_->asking())
    return "The program asks with input(): what comes after that depends on what is typed.";
  if (forecast_ != nullptr && forecast_reads_clock_)
    return "The program asks for the time: when it really runs, it may decide otherwise.";
  return "";
}

bool Session::forecast_done() const {
  return forecast_ == nullptr || forecast_->finished() || forecast_left_ <= 0 ||
         forecast_->trace().dropped > 0 || forecast_->asking();
}

// True when there is nothing more to compute.
bool Session::advance_forecast(HostNow host_now, std::int64_t until_ns) {
  // Whoever tries an edit looks at nothing else.
  while (!trial_done() && !(trial_needs_library_ && library_awaited())) {
    trial_->advance_virtual(kPiece);
    trial_left_ -= kPiece;
    if (host_now() >= until_ns) return trial_done();
  }
  if (needs_library_ && library_awaited()) return true;  // for now: its arrival wakes us
  while (!forecast_done()) {
    forecast_->advance_virtual(kPiece);
    forecast_left_ -= kPiece;
    if (host_now() >= until_ns) return forecast_done();
  }
  return true;
}

void Session::run(Mode mode, std::int64_t host_ns) {
  if (code_ == nullptr) return;
  readings_->last_ns = host_ns;
  std::unique_ptr<asyncio::Clock> clock;
  Settings settings = settings_;
  page_clock_ = nullptr;
  if (mode == Mode::kLive) {
    auto page_clock = std::make_unique<LiveClock>(*readings_, asyncio::kVirtualEpochNs);
    page_clock->set_speed(speed_);
    page_clock_ = page_clock.get();
    clock = std::move(page_clock);
    settings.cost_ns = 0;  // computing takes the time it takes
  } else {
    clock = std::make_unique<asyncio::VirtualClock>();
  }
  settings.modules = &modules_;
  settings.asks = true;
  // What is shown beside the new run is the last one of another text that came to some end.
  if (kin_ && run_ != nullptr && run_->finished() && run_->source() != source_) {
    ghost_ = std::move(run_);
    ghost_->retire();
  }
  if (ghost_ != nullptr && ghost_->source() == source_) ghost_ = nullptr;
  kin_ = true;
  check_ = {};
  own_ = nullptr;
  run_needs_library_ = needs_library_;
  if (page_clock_ != nullptr && needs_library_ && library_awaited()) page_clock_->pause();
  run_ =
      std::make_unique<Run>(code_, source_, filename_, settings, std::move(clock), warnings_text_);
  run_->set_breakpoints(breakpoints_);
  mode_ = mode;
  phase_ = Phase::kRunning;
  cursor_.reset();
  request_.reset();
  replay_ = nullptr;
  wanted_.reset();
  stop_ = {};
  due_ns_ = timeline::kNone;
}

void Session::pause(std::int64_t host_ns) {
  if (phase_ != Phase::kRunning) return;
  readings_->last_ns = host_ns;
  if (page_clock_ != nullptr) page_clock_->pause();
  phase_ = Phase::kPaused;
  request_.reset();
  run_->run_to_line(0);
  run_->stop_after_callbacks(false);
  stop_ = {Stop::Reason::kPause, 0, shown(host_ns), 0, 0, "Paused."};
}

void Session::resume(std::int64_t host_ns) {
  if (phase_ != Phase::kPaused) return;
  readings_->last_ns = host_ns;
  if (page_clock_ != nullptr && may_go_on()) page_clock_->resume();
  phase_ = Phase::kRunning;
  cursor_.reset();
  stop_ = {};
}

void Session::stop(std::int64_t host_ns) {
  if (phase_ != Phase::kRunning && phase_ != Phase::kPaused && phase_ != Phase::kHidden) return;
  readings_->last_ns = host_ns;
  run_->stop();
  request_.reset();
  phase_ = Phase::kStopped;
}

void Session::set_speed(double speed, std::int64_t host_ns) {
  if (std::isnan(speed)) return;
  speed_ = std::clamp(speed, kSlowest, kFastest);
  readings_->last_ns = host_ns;
  if (page_clock_ != nullptr) page_clock_->set_speed(speed_);
}

void Session::set_hidden(bool hidden, std::int64_t host_ns) {
  readings_->last_ns = host_ns;
  if (hidden && phase_ == Phase::kRunning && mode_ == Mode::kLive) {
    before_hidden_ = phase_;
    page_clock_->pause();
    phase_ = Phase::kHidden;
  } else if (!hidden && phase_ == Phase::kHidden) {
    if (may_go_on()) page_clock_->resume();
    phase_ = before_hidden_;
  }
}

std::int64_t Session::now_ns(std::int64_t host_ns) const {
  if (run_ == nullptr) return 0;
  if (run_->finished()) return run_->end_ns();
  if (page_clock_ == nullptr) return run_->clock().now_ns();
  readings_->last_ns = std::max(readings_->last_ns, host_ns);
  return page_clock_->peek_ns();
}

std::int64_t Session::wake(std::int64_t host_ns, HostNow host_now, std::int64_t slice_ns) {
  readings_->last_ns = host_ns;
  readings_->host_now = host_now;
  std::int64_t next = kNever;
  if (phase_ == Phase::kRunning && may_go_on()) {
    std::int64_t until_ns = host_ns + slice_ns;
    next = request_               ? wake_request(host_now, until_ns)
           : mode_ == Mode::kLive ? wake_live(host_now, until_ns)
                                  : wake_instant(host_now, until_ns);
  }
  if (next != kAtOnce && !advance_replay(host_now, host_ns + slice_ns)) next = kAtOnce;
  // The forecast takes what the run leaves: a run that has work to do goes first.
  if (next != kAtOnce && !advance_forecast(host_now, host_ns + slice_ns)) next = kAtOnce;
  readings_->host_now = nullptr;
  return next;
}

void Session::settle() {
  if (run_->asking() && page_clock_ != nullptr) page_clock_->pause();
  if (run_->has_asked()) {
    check_.asked(timeline::seconds(run_->clock().now_ns()));
    own_check_.asked(timeline::seconds(run_->clock().now_ns()));
  }
  // The forecast is that of the text; a run of an older text has none.
  if (forecast_ != nullptr && run_->source() == forecast_->source())
    check_.update(run_->model(), forecast_->model(), forecast_->finished());
  if (own_ != nullptr) own_check_.update(run_->model(), own_->model(), own_->finished());
  if (run_->finished()) phase_ = Phase::kFinished;
}

std::int64_t Session::wake_instant(HostNow host_now, std::int64_t until_ns) {
  while (!run_->advance_virtual(kPiece)) {
    if (took_hit()) return kNever;
    if (run_->asking()) break;
    if (host_now() >= until_ns) return kAtOnce;
  }
  settle();
  return kNever;
}

std::int64_t Session::wake_live(HostNow host_now, std::int64_t until_ns) {
  using Kind = vm::Progress::Kind;
  if (due_ns_ != timeline::kNone) page_clock_->woke_for(due_ns_);
  for (;;) {
    vm::Progress progress = run_->advance(kPiece);
    settle();
    if (run_->finished()) return kNever;
    due_ns_ = timeline::kNone;
    if (took_hit() || run_->asking()) return kNever;
    if (progress.kind == Kind::kWaiting || progress.kind == Kind::kBlocked) {
      std::int64_t wait_ns = page_clock_->host_wait_ns(progress.due_ns);
      if (wait_ns > 0) {
        due_ns_ = progress.due_ns;
        return host_now() + wait_ns;
      }
    }
    if (host_now() >= until_ns) return kAtOnce;
  }
}

}  // namespace simul::session
