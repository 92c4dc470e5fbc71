// What a frame shows: the scene, made of the session's runs and of what is known about them, its
// layout, and the commands that a hand gave on it.
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "app/page.hpp"
#include "composer/cards.hpp"

namespace simul::app {

using session::Mode;
using session::Phase;
using session::Run;

namespace {

constexpr std::int64_t kLateEvery_ns = 500'000'000;
constexpr std::int64_t kFindEvery_ns = 1'000'000'000;
constexpr std::size_t kMostWhileRunning = 100'000;

ui::Phase shown(Phase phase) {
  switch (phase) {
    case Phase::kIdle: return ui::Phase::kIdle;
    case Phase::kRunning: return ui::Phase::kRunning;
    case Phase::kPaused: return ui::Phase::kPaused;
    case Phase::kHidden: return ui::Phase::kHidden;
    case Phase::kFinished: return ui::Phase::kFinished;
    case Phase::kStopped: return ui::Phase::kStopped;
  }
  return ui::Phase::kIdle;
}

std::string ending(const Run& run) {
  switch (run.status()) {
    case session::Status::kError: return run.exception();
    case session::Status::kDeadlock: {
      std::string who;
      for (const std::string& one : run.blocked())
        who += (who.empty() ? "waits for ever: " : ", ") + one;
      return who.empty() ? "everybody waits for ever" : who;
    }
    case session::Status::kLimit: return "stopped by a limit: " + run.limit();
    case session::Status::kExit:
      return run.exit_code() == 0 ? "" : "exit code " + std::to_string(run.exit_code());
    default: return "";
  }
}

}  // namespace

std::vector<ui::Item> Page::items() const {
  return canvas_.view().items([this](const timeline::Model* model) {
    for (const Run* run :
         {session_.current(), session_.future(), session_.ghost(), session_.trial()})
      if (run != nullptr && &run->model() == model) return true;
    return false;
  });
}

void Page::freeze(std::optional<std::int64_t> time_ns) {
  frozen_ = time_ns.has_value();
  canvas_.view().freeze(time_ns);
  changes_ |= kFrame;
}

ui::Scene Page::scene(std::int64_t host_ns) {
  ui::Scene scene;
  const Run* run = session_.current();
  const Run* forecast = session_.future();
  scene.phase = shown(session_.phase());
  scene.compiles = session_.compiles();
  scene.instant = instant_;
  scene.speed = session_.speed();
  scene.now_ns = session_.now_ns(host_ns);
  if (const Run* ghost = session_.ghost()) {
    scene.ghost = &ghost->model();
    scene.ghost_end_ns = ghost->end_ns();
  }
  scene.forecast_note = session_.forecast_note();
  scene.forecast_done = session_.forecast_done();
  scene.wrote_line = wrote_line_;
  scene.scene = scene_;
  if (session_.edited()) {
    // What ran was another text: what this one will do is all there is.
    run = nullptr;
    scene.phase = ui::Phase::kIdle;
    scene.now_ns = 0;
  }
  if (run != nullptr) {
    scene.run = &run->model();
    scene.history = &run->history();
    if (run->finished()) scene.ending = ending(*run);
    scene.one_by_one_ns = run->one_by_one_ns();
    bool over = scene.phase == ui::Phase::kFinished || scene.phase == ui::Phase::kStopped;
    scene.revised = session_.revised();
    if (over) forecast = nullptr, scene.forecast_note.clear();
    scene.asking = session_.asking();
    bool stale = host_ns - late_read_ns_ > kLateEvery_ns || over;
    if (session_.mode() == Mode::kLive && stale && run->trace().events.size() != late_events_) {
      late_events_ = run->trace().events.size();
      late_read_ns_ = host_ns;
      session::Lateness late = run->lateness();
      late_ms_ = late.count > 0 ? late.p50_ms : -1;
    }
    scene.late_ms = session_.mode() == Mode::kLive ? late_ms_ : -1;
  }
  if (canvas_.view().composing()) {
    if (cards_ == nullptr || cards_of_ != session_.source()) {
      cards_of_ = session_.source();
      cards_ = std::make_shared<const composer::Cards>(composer::cards(cards_of_));
    }
    scene.cards = cards_;
  }
  if (offering_) scene.offers = &shown_offers_;
  if (show_pending(scene)) return scene;
  const session::Stop& stop = session_.stop_reason();
  if (stop.reason == session::Stop::Reason::kBreakpoint && scene.phase == ui::Phase::kPaused &&
      session_.shown(host_ns) == stop.at)
    scene.stopped = stop.sentence;
  if (forecast != nullptr && !forecast->trace().events.empty()) {
    scene.forecast = &forecast->model();
    bool ends = forecast->finished() && forecast->status() != session::Status::kLimit;
    scene.forecast_end_ns = ends ? forecast->end_ns() : -1;
  }
  return scene;
}

// What went wrong is looked for when the run stands still, and now and then while it goes on.
void Page::diagnose(std::int64_t host_ns) {
  const Run* run = session_.current();
  std::size_t events = run == nullptr ? 0 : run->trace().events.size();
  bool fresh = run == found_of_ && events == found_events_ &&
               (run == nullptr || run->finished() == found_finished_);
  bool goes = session_.phase() == Phase::kRunning;
  if (fresh || (goes && run == found_of_ && host_ns - found_ns_ < kFindEvery_ns)) return;
  found_of_ = run;
  found_events_ = events;
  found_finished_ = run != nullptr && run->finished();
  found_ns_ = host_ns;
  // A run of millions of events is looked through once, at its end.
  bool large = events > kMostWhileRunning && goes;
  findings_ = run == nullptr || large ? std::vector<timeline::Finding>() : run->diagnose();
}

const models::Comparison& Page::comparison() {
  // Taking a longer run apart would hold the page up.
  constexpr std::size_t kMostEvents = 600'000;
  const Run* run = session::comparable(session_);
  const std::size_t events = run == nullptr ? 0 : run->trace().events.size();
  if (!compare_again_ && run == compared_ && events == compared_events_ && runs_ == compared_runs_)
    return comparison_;
  compare_again_ = false;
  compared_ = run;
  compared_events_ = events;
  compared_runs_ = runs_;
  ++comparison_version_;
  if (events > kMostEvents) {
    comparison_ = {};
    comparison_.refused =
        "This run has too many events to be taken apart in the page; simul-run --compare does it.";
  } else {
    comparison_ = session::compare(run, compare_options_);
  }
  return comparison_;
}

void Page::set_compare_options(int cores, double switch_interval_ms) {
  compare_options_.cores = std::clamp(cores, 1, 64);
  if (std::isfinite(switch_interval_ms))
    compare_options_.switch_interval_ns =
        std::llround(std::clamp(switch_interval_ms, 0.01, 10'000.0) * 1e6);
  compare_again_ = true;
  changes_ |= kView | kFrame;
  canvas_.view().want_frame();
}

void Page::read_stack(ui::Scene& scene, std::int64_t host_ns) {
  std::optional<timeline::Id> task = canvas_.view().inspected();
  stack_.clear();
  if (!task || scene.run == nullptr) return;
  session::Session::Stack read = session_.stack(*task, host_ns);
  for (vm::FrameText& frame : read.frames) {
    if (frame.library) continue;
    ui::StackFrame& out = stack_.emplace_back();
    out.function = std::move(frame.function);
    out.line = frame.line;
    for (vm::LocalText& local : frame.locals)
      out.locals.emplace_back(std::move(local.name), std::move(local.value));
  }
  scene.stack = &stack_;
  scene.stack_note = read.ready ? read.why_not : "The run is made again up to here …";
  if (!read.ready) changes_ |= kState;
}

// The scene with what only a frame needs.
ui::Scene Page::lay_out(std::int64_t host_ns) {
  ui::Scene now = scene(host_ns);
  diagnose(host_ns);
  if (now.run != nullptr || session_.current() == nullptr) now.findings = &findings_;
  read_stack(now, host_ns);
  if (canvas_.view().compares()) now.comparison = &comparison();
  now.comparison_version = comparison_version_;
  now.compare_options = compare_options_;
  canvas_.lay_out(now, host_ns);
  return now;
}

std::int32_t Page::frame(std::int64_t host_ns) {
  share_moment(host_ns);
  ui::Scene now = lay_out(host_ns);
  share_moment(host_ns);
  bool tries = false;
  for (const ui::Command& command : canvas_.view().take_commands()) {
    tries = tries || command.tries();
    carry_out(command, host_ns);
  }
  // What a hand has just asked for is seen in this frame, not in the next. What it asks of that
  // picture waits for the next.
  if (tries) {
    now = lay_out(host_ns);
    changes_ &= ~kFrame;  // wants_frame() says whether there is more to see
  }
  canvas_.show();
  // A timer passes while the loop is blocked: nothing happens in the program, and yet a task
  // becomes due.
  std::size_t due = count_due(now.now_ns);
  if (due != told_.due) changes_ |= kTasks | kMarkers;
  told_.due = due;

  std::int32_t wish = 0;
  if (moves() || canvas_.view().wants_frame()) wish |= 1;
  switch (canvas_.view().cursor()) {
    case ui::Cursor::kHand: wish |= 2; break;
    case ui::Cursor::kResize: wish |= 4; break;
    case ui::Cursor::kGrabbing: wish |= 8; break;
    case ui::Cursor::kResizeRows: wish |= 16; break;
    case ui::Cursor::kArrow: break;
  }
  return wish;
}

}  // namespace simul::app
