#include "app/page.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <emscripten.h>

namespace simul::app {

using session::Mode;
using session::Phase;
using session::Run;
using timeline::Model;
using timeline::State;

namespace {

constexpr std::int64_t kSlice_ns = 4'000'000;
constexpr std::size_t kMostCounted = 2'000;

}  // namespace

std::int64_t Page::host_now() {
  return static_cast<std::int64_t>(emscripten_get_now() * 1e6);
}

void Page::boot(ui::Scheme scheme, bool still) {
  canvas_.view().set_theme(scheme);
  canvas_.view().set_still(still);
  canvas_.view().fonts().set_lender(&letters_);
  changes_ = kState | kOutput | kTasks | kDiagnostics | kMarkers | kFrame | kView;
}

std::int32_t Page::take_changes() {
  if (canvas_.has_gl() && canvas_.view().wants_frame()) changes_ |= kFrame;
  return std::exchange(changes_, 0);
}

bool Page::moves() const {
  return session_.phase() == Phase::kRunning && session_.mode() == Mode::kLive && !frozen_ &&
         !session_.asking();
}

std::size_t Page::count_due(std::int64_t now_ns) const {
  const Run* run = session_.current();
  if (run == nullptr || run->model().tracks().size() > kMostCounted) return 0;
  std::size_t due = 0;
  for (const timeline::Track& track : run->model().tracks()) {
    due += track.task != 0 && Model::state_at(track, now_ns) == State::kDue ? 1 : 0;
  }
  return due;
}

void Page::notice() {
  const Run* run = session_.current();
  Told now;
  now.run = run;
  now.events = run == nullptr ? 0 : run->trace().events.size();
  now.writes = run == nullptr ? 0 : run->written().size();
  const Run* forecast = session_.trial() != nullptr ? session_.trial() : session_.forecast();
  now.forecast_events = forecast == nullptr ? 0 : forecast->trace().events.size();
  now.forecast_done = session_.forecast_done() && session_.trial_done();
  now.phase = session_.phase();
  now.speed = session_.speed();
  now.due = told_.due;
  now.asking = session_.asking();
  if (now.asking != told_.asking) changes_ |= kState | kFrame;
  if (now.run != told_.run) changes_ |= kState | kOutput | kTasks | kMarkers | kFrame;
  if (now.phase != told_.phase) changes_ |= kState | kTasks | kMarkers | kFrame;
  if (now.speed != told_.speed) changes_ |= kState | kView | kFrame;
  if (now.writes != told_.writes) changes_ |= kOutput;
  if (now.events != told_.events) changes_ |= kTasks | kMarkers | kFrame;
  if (now.forecast_events != told_.forecast_events || now.forecast_done != told_.forecast_done)
    changes_ |= kFrame;
  if (now.forecast_done && !told_.forecast_done) changes_ |= kView;
  if ((changes_ & kFrame) != 0) canvas_.view().want_frame();
  told_ = now;
}

void Page::set_source(std::string text, std::int32_t revision) {
  revision_ = revision;
  // What was tried is the text now, or it spoke of a text that is gone.
  if (pending_.phase != session::PendingEdit::Phase::kNone) {
    canvas_.view().cancel_gesture();
    end_gesture();
  }
  if (std::exchange(offering_, false)) canvas_.view().cancel_gesture();
  session_.set_source(std::move(text));
  scene_ = session::read_staging(session_.source()).scene;
  compare_again_ = true;
  // So that the next frame has the new forecast, at least its beginning.
  session_.foresee(host_now(), &Page::host_now, kForesee_ns);
  canvas_.view().new_source();
  if (session_.current() == nullptr) canvas_.view().new_run();
  // The forecast of the new text wants to be computed: the page's next wake does it.
  changes_ |= kDiagnostics | kState | kMarkers | kFrame;
  told_.forecast_events = 0;
  told_.forecast_done = false;
  notice();
}

void Page::library_arrived(std::string packed, std::int64_t host_ns) {
  session_.library_arrived(std::move(packed), host_ns);
  changes_ |= kState;  // who waited for it wants to be woken
  notice();
}
void Page::library_failed(std::string why, std::int64_t host_ns) {
  session_.library_failed(std::move(why), host_ns);
  changes_ |= kState;
  notice();
}

void Page::run(bool instant, std::int64_t host_ns) {
  instant_ = instant;
  showing_off_ = false;
  changes_ |= kState | kView;
  if (session_.compiles()) {
    session_.run(instant ? Mode::kInstant : Mode::kLive, host_ns);
    another_run();
  }
  notice();
}

void Page::show_off(std::int64_t host_ns) {
  bool instant = instant_;
  run(true, host_ns);
  instant_ = instant;
  showing_off_ = session_.compiles();
}

void Page::pause(std::int64_t host_ns) {
  session_.pause(host_ns);
  notice();
}
void Page::resume(std::int64_t host_ns) {
  session_.resume(host_ns);
  notice();
}
void Page::stop(std::int64_t host_ns) {
  session_.stop(host_ns);
  notice();
}
void Page::step(timeline::StepKind kind, timeline::Id task, std::int64_t host_ns) {
  const Run* before = session_.current();
  session_.step(kind, task, instant_ ? Mode::kInstant : Mode::kLive, host_ns);
  moved(before);
}
void Page::step_back(timeline::StepKind kind, timeline::Id task, std::int64_t host_ns) {
  session_.step_back(kind, task, host_ns);
  moved(session_.current());
}
void Page::run_to_line(std::uint32_t line, std::int64_t host_ns) {
  const Run* before = session_.current();
  session_.run_to_line(line, instant_ ? Mode::kInstant : Mode::kLive, host_ns);
  moved(before);
}
void Page::seek_time(std::int64_t time_ns) {
  session_.seek_time(time_ns);
  moved(session_.current());
}
void Page::seek_event(std::size_t events) {
  if (const Run* run = session_.current()) session_.seek(run->model().after(events));
  moved(session_.current());
}
void Page::show_now() {
  session_.show_now();
  moved(session_.current());
}

// What was told of the run before does not hold any more.
void Page::another_run() {
  ++runs_;
  canvas_.view().new_run();
  told_.run = nullptr;
  told_.events = told_.writes = 0;
  late_ms_ = -1;
  late_events_ = 0;
}

// Another instant is shown, or another run has begun.
void Page::moved(const Run* before) {
  changes_ |= kState | kTasks | kMarkers | kFrame;
  if (session_.current() != before) another_run();
  notice();
}

void Page::set_speed(double speed, std::int64_t host_ns) {
  session_.set_speed(speed, host_ns);
  // A wake that was asked for at the old speed is at the wrong time.
  changes_ |= kState;
  notice();
}

void Page::set_mode(bool instant) {
  instant_ = instant;
  changes_ |= kState | kView | kFrame;
  canvas_.view().want_frame();
}

void Page::settings(std::uint64_t seed, double cost_ns) {
  session::Settings settings = session_.settings();
  settings.seed = seed;
  settings.cost_ns = std::isfinite(cost_ns) ? std::clamp(cost_ns, 0.0, 1e9) : settings.cost_ns;
  session_.settings(settings);
}

void Page::answer(std::string line, std::int64_t host_ns) {
  session_.answer(std::move(line), host_ns);
  changes_ |= kState | kOutput;
  notice();
}

void Page::end_input(std::int64_t host_ns) {
  session_.end_input(host_ns);
  notice();
}

void Page::put_file(std::string name, std::optional<std::string> content) {
  session::Settings settings = session_.settings();
  std::erase_if(settings.files, [&](const auto& file) { return file.first == name; });
  if (content) settings.files.emplace_back(std::move(name), std::move(*content));
  session_.settings(std::move(settings));
  changes_ |= kState | kFrame;
  notice();
}

void Page::set_switch_seed(std::uint64_t seed) {
  session::Settings settings = session_.settings();
  if (settings.switch_seed == seed) return;
  settings.switch_seed = seed;
  session_.settings(settings);
  compare_options_.seed = seed;
  compare_again_ = true;
  changes_ |= kView | kFrame;
  canvas_.view().want_frame();
}

std::string Page::explore(std::uint64_t seeds, double slice_ms) {
  if (seeds > 0) explorer_ = session_.explore(seeds);
  if (explorer_ == nullptr)
    return "{\"refused\":\"The program has to compile, and the library to be here: try again in a "
           "moment.\"}";
  constexpr std::int64_t kPiece = 40'000;  // instructions
  const std::int64_t until_ns = host_now() + std::llround(std::clamp(slice_ms, 0.0, 50.0) * 1e6);
  do explorer_->advance(kPiece);
  while (!explorer_->finished() && host_now() < until_ns);
  return session::exploration_json(*explorer_, false);
}

double Page::wake(std::int64_t host_ns) {
  std::int64_t next = session_.wake(host_ns, &Page::host_now, kSlice_ns);
  const Run* shown = session_.current();
  if (showing_off_ && shown != nullptr && shown->finished()) {
    showing_off_ = false;
    canvas_.view().replay(shown->model());
  }
  notice();
  if (next == session::Session::kAtOnce) return 0;
  if (next == session::Session::kNever) return -1;
  return std::max(0.0, static_cast<double>(next - host_now()) / 1e6);
}

void Page::set_hidden(bool hidden, std::int64_t host_ns) {
  session_.set_hidden(hidden, host_ns);
  notice();
}

void Page::carry_out(const ui::Command& command, std::int64_t host_ns) {
  using Kind = ui::Command::Kind;
  switch (command.kind) {
    case Kind::kRun: run(instant_, host_ns); break;
    case Kind::kPause: pause(host_ns); break;
    case Kind::kResume: resume(host_ns); break;
    case Kind::kStop: stop(host_ns); break;
    case Kind::kSpeed: set_speed(command.value, host_ns); break;
    case Kind::kMode: set_mode(command.value != 0); break;
    case Kind::kPanel:
      panel_px_ = command.value;
      changes_ |= kView;
      break;
    case Kind::kStep:
      step(static_cast<timeline::StepKind>(command.value),
           canvas_.view().selected().value_or(0),
           host_ns);
      break;
    case Kind::kSleepEnd: drag_sleep(command.sleep, host_ns); break;
    case Kind::kTaskStart: drag_start(command.start, host_ns); break;
    case Kind::kOffer: offer_for_slice(command.offer, host_ns); break;
    case Kind::kStepMenu: open_step_menu(static_cast<int>(command.value)); break;
    case Kind::kGesture:
      if (command.gesture != nullptr) compose(*command.gesture, host_ns);
      break;
    case Kind::kField:
      field_ = command.field;
      changes_ |= kField;
      break;
    case Kind::kCores:
      set_compare_options(static_cast<int>(command.value),
                          static_cast<double>(compare_options_.switch_interval_ns) / 1e6);
      break;
    case Kind::kSwitchInterval: set_compare_options(compare_options_.cores, command.value); break;
    case Kind::kShowLine: line_ = static_cast<std::int32_t>(command.value); break;
  }
}

// The moment that is shown is one, whether somebody chose it on the canvas or in the page.
void Page::share_moment(std::int64_t host_ns) {
  ui::View& view = canvas_.view();
  std::optional<timeline::Moment> here = view.looking_at(), there;
  if (here != shared_) {
    here ? session_.seek(*here) : session_.show_now();
    changes_ |= kState | kTasks | kMarkers;
    shared_ = here;
  }
  if (session_.looking_back()) there = session_.shown(host_ns);
  if (there == shared_) return;
  view.look_at(there);
  shared_ = there;
}

bool Page::key(std::string_view key, int mods, std::int64_t host_ns) {
  bool used = canvas_.view().key(scene(host_ns), key, mods);
  share_moment(host_ns);
  for (const ui::Command& command : canvas_.view().take_commands()) carry_out(command, host_ns);
  return used;
}

}  // namespace simul::app
