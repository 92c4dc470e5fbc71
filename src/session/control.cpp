// Session's half of control: stepping, breakpoints, looking back. What is shown is always a moment
// of the trace; only a step in the present makes the program run.
#include <algorithm>

#include "session/session.hpp"
#include "timeline/why.hpp"

namespace simul::session {

using timeline::Moment;
using timeline::StepKind;

namespace {
// Instructions between two looks at the host's clock.
constexpr std::int64_t kPiece = 2'000;
}  // namespace

Moment Session::shown(std::int64_t host_ns) const {
  if (run_ == nullptr) return {};
  if (cursor_) return *cursor_;
  return {now_ns(host_ns), run_->trace().events.size()};
}

void Session::seek(Moment moment) {
  if (run_ == nullptr) return;
  moment.events = std::min(moment.events, run_->trace().events.size());
  cursor_ = moment;
}

void Session::seek_time(std::int64_t time_ns) {
  if (run_ != nullptr) cursor_ = run_->model().at_time(std::max<std::int64_t>(0, time_ns));
}

// ---- steps

void Session::step(StepKind kind, timeline::Id task, Mode mode, std::int64_t host_ns) {
  if (phase_ == Phase::kHidden || request_) return;
  const bool over = phase_ == Phase::kFinished || phase_ == Phase::kStopped;
  if (run_ == nullptr || phase_ == Phase::kIdle || (over && !cursor_)) {
    // From the beginning.
    begin_request({kind, task, 0}, 0, mode, host_ns);
    return;
  }
  const std::size_t from = shown(host_ns).events;
  if (phase_ == Phase::kRunning) pause(host_ns);
  if (auto stop = timeline::next_stop(run_->model(), run_->history(), kind, task, from)) {
    stand_still({Stop::Reason::kStep, 0, run_->model().after(*stop), task, 0, ""});
    return;
  }
  if (over) {
    cursor_.reset();  // there is no more: the end
    return;
  }
  begin_request({kind, task, from}, 0, mode, host_ns);
}

void Session::step_back(StepKind kind, timeline::Id task, std::int64_t host_ns) {
  if (run_ == nullptr || request_) return;
  if (phase_ == Phase::kRunning) pause(host_ns);
  const std::size_t from = shown(host_ns).events;
  const std::size_t stop =
      timeline::previous_stop(run_->model(), run_->history(), kind, task, from);
  stand_still({Stop::Reason::kStep, 0, run_->model().after(stop), task, 0, ""});
}

void Session::run_to_line(std::uint32_t line, Mode mode, std::int64_t host_ns) {
  if (phase_ == Phase::kHidden || request_ || line == 0) return;
  const bool over = phase_ == Phase::kFinished || phase_ == Phase::kStopped;
  if (phase_ == Phase::kRunning) pause(host_ns);
  begin_request({std::nullopt, 0, over || run_ == nullptr ? 0 : run_->trace().events.size()},
                line,
                mode,
                host_ns);
}

void Session::begin_request(Request request, std::uint32_t line, Mode mode, std::int64_t host_ns) {
  if (phase_ == Phase::kPaused) {
    resume(host_ns);
  } else {
    run(mode, host_ns);
  }
  if (run_ == nullptr || phase_ != Phase::kRunning) return;  // what does not compile cannot step
  cursor_ = run_->model().after(request.from);
  request_ = request;
  if (line != 0) run_->run_to_line(line);
  run_->stop_after_callbacks(line == 0);
}

std::int64_t Session::wake_request(HostNow host_now, std::int64_t until_ns) {
  using Kind = vm::Progress::Kind;
  for (;;) {
    const vm::Progress progress = run_->advance(kPiece);
    const bool over = run_->finished();
    std::optional<std::size_t> stop;
    if (request_->kind)
      stop = timeline::next_stop(
          run_->model(), run_->history(), *request_->kind, request_->task, request_->from);
    if (stop) {
      const Moment at = run_->model().after(*stop);
      run_->clear_hit();
      stand_still({Stop::Reason::kStep, 0, at, request_ ? request_->task : 0, 0, ""});
      settle();
      return kNever;
    }
    if (took_hit()) return kNever;
    if (run_->asking()) {
      settle();
      return kNever;
    }
    if (over) {
      request_.reset();
      cursor_.reset();
      settle();
      return kNever;
    }
    if (run_->trace().dropped > 0) {
      stand_still({Stop::Reason::kStep,
                   0,
                   run_->model().after(run_->trace().events.size()),
                   0,
                   0,
                   "The trace is full: there is nothing to step along."});
      return kNever;
    }
    if (progress.kind == Kind::kWaiting || progress.kind == Kind::kBlocked) {
      if (page_clock_ != nullptr) {
        page_clock_->skip_to(progress.due_ns);
      } else {
        run_->clock().wait_until(progress.due_ns, static_cast<std::int32_t>(progress.generation));
      }
    }
    if (host_now() >= until_ns) return kAtOnce;
  }
}

bool Session::took_hit() {
  if (!run_->hit()) return false;
  Stop stop = *run_->hit();
  run_->clear_hit();
  stand_still(std::move(stop));
  return true;
}

// Here and now, or at an instant of the past.
void Session::stand_still(Stop stop) {
  if (phase_ == Phase::kRunning) {
    if (page_clock_ != nullptr) page_clock_->pause();
    phase_ = run_->finished() ? Phase::kFinished : Phase::kPaused;
  }
  request_.reset();
  run_->run_to_line(0);
  run_->stop_after_callbacks(false);
  cursor_ = stop.at;
  if (stop.sentence.empty())
    stop.sentence = timeline::next_step(run_->model(), run_->history(), stop.at).sentence;
  stop_ = std::move(stop);
}

void Session::set_breakpoints(std::vector<Breakpoint> breakpoints) {
  breakpoints_ = std::move(breakpoints);
  if (run_ != nullptr && !run_->finished()) run_->set_breakpoints(breakpoints_);
}

// ---- stacks

std::unique_ptr<Run> Session::make_replay() const {
  Settings settings = run_->settings();
  settings.typed = run_->typed();
  std::unique_ptr<asyncio::Clock> clock;
  if (page_clock_ != nullptr)
    clock = std::make_unique<LogClock>(page_clock_->log(), page_clock_->epoch_ns());
  else
    clock = std::make_unique<asyncio::VirtualClock>();
  return std::make_unique<Run>(
      run_->code(), run_->source(), run_->filename(), settings, std::move(clock), run_->warnings());
}

bool Session::advance_replay(HostNow host_now, std::int64_t until_ns) {
  if (!wanted_ || run_ == nullptr) return true;
  if (replay_ == nullptr || replay_->trace().events.size() > *wanted_) replay_ = make_replay();
  replay_->stop_at_events(*wanted_);
  while (replay_->trace().events.size() < *wanted_ && !replay_->finished() && !replay_->asking()) {
    if (page_clock_ != nullptr)
      static_cast<void>(replay_->advance(kPiece));
    else
      replay_->advance_virtual(kPiece);
    if (host_now() >= until_ns) break;
  }
  const bool there =
      replay_->trace().events.size() >= *wanted_ || replay_->finished() || replay_->asking();
  if (there) wanted_.reset();
  return there;
}

Session::Stack Session::stack(timeline::Id task, std::int64_t host_ns) {
  Stack stack;
  if (run_ == nullptr) {
    stack.ready = true;
    stack.why_not = "Nothing has run yet.";
    return stack;
  }
  if (!run_->recorded_by().empty()) {
    stack.ready = true;
    stack.why_not = "Recorded from " + run_->recorded_by() + ": what was on the stack is not kept.";
    return stack;
  }
  const Moment moment = shown(host_ns);
  const timeline::Track* track = run_->model().track_of(task);
  const std::size_t now = run_->trace().events.size();
  Run* source = nullptr;
  if (moment.events == now && !run_->finished()) {
    source = run_.get();
  } else if (run_->finished() && moment.events == now) {
    stack.ready = true;
    stack.why_not = "The program is over: nothing is on a stack.";
    return stack;
  } else if (replay_ != nullptr && !wanted_ && replay_->trace().events.size() >= moment.events &&
             replay_at_ == moment.events) {
    source = replay_.get();
  }
  if (source == nullptr) {
    wanted_ = replay_at_ = moment.events;
    return stack;
  }
  stack.ready = true;
  stack.at = source->model().after(source->trace().events.size());
  stack.frames = source->stack(task);
  if (!stack.frames.empty()) return stack;
  if (track == nullptr || track->created_event >= moment.events)
    stack.why_not = "It does not exist yet.";
  else if (track->ended_event < moment.events)
    stack.why_not = "It has ended: its stack is gone.";
  else
    stack.why_not = "It has not begun: it stands before its first line.";
  return stack;
}

}  // namespace simul::session
