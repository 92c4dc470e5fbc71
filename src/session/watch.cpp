#include "session/watch.hpp"

#include <algorithm>
#include <utility>

#include "timeline/why.hpp"

namespace simul::session {

using asyncio::Event;
using asyncio::EventKind;
using timeline::State;

void Watch::set_breakpoints(std::vector<Breakpoint> breakpoints) {
  breakpoints_ = std::move(breakpoints);
  on_states_ = on_blocking_ = false;
  for (const Breakpoint& each : breakpoints_) {
    on_states_ = on_states_ || each.kind == Breakpoint::Kind::kState;
    on_blocking_ = on_blocking_ || each.kind == Breakpoint::Kind::kBlocked;
  }
  choose_yields();
  // What is so already is no change.
  states_.clear();
  looked_ = recorder_.trace().events.size();
  for (const timeline::Track& track : model_.tracks())
    states_[track.task] = timeline::Model::state_at(track, model_.after(looked_));
}

void Watch::on_event(const Event& event, std::string_view text) {
  recorder_.on_event(event, text);
  if (on_states_ || on_blocking_) look(event);
  const bool back = (after_callbacks_ && (event.kind == EventKind::kHandleEnded ||
                                          event.kind == EventKind::kLoopStopped)) ||
                    recorder_.size() >= until_events_;
  if (!back || !stop_now) return;
  came_back_ = true;
  stop_now();
}

void Watch::found(std::size_t breakpoint,
                  timeline::Id task,
                  std::uint32_t line,
                  std::string sentence) {
  if (hit_) return;  // the first one counts
  hit_ = Stop{Stop::Reason::kBreakpoint,
              breakpoint,
              model_.after(recorder_.trace().events.size()),
              task,
              line,
              std::move(sentence)};
  if (stop_now) stop_now();
}

void Watch::look(const Event& event) {
  if (on_blocking_) look_at_blocking(event);
  if (!on_states_) return;
  static_cast<void>(recorder_.trace());
  model_.update();
  look_at_states();
}

// Whose state the new events may have changed.
void Watch::look_at_states() {
  const auto& events = recorder_.trace().events;
  for (; looked_ < events.size(); ++looked_) {
    for (timeline::Id task : {events[looked_].subject, events[looked_].object}) {
      const timeline::Track* track = task == 0 ? nullptr : model_.track_of(task);
      if (track == nullptr) continue;
      const State now = timeline::Model::state_at(*track, model_.after(looked_ + 1));
      auto [place, is_new] = states_.try_emplace(task, State::kIdle);
      const State before = std::exchange(place->second, now);
      if (now == before) continue;
      for (std::size_t i = 0; i < breakpoints_.size(); ++i) {
        const Breakpoint& each = breakpoints_[i];
        const bool same =
            each.kind == Breakpoint::Kind::kState && each.state == now &&
            (each.task.empty() || each.task == track->name || each.task == track->task_name);
        if (!same) continue;
        const std::uint32_t line = track->slices.empty() ? track->line : track->slices.back().line;
        found(i,
              task,
              line,
              "Stopped: " + track->name + " is " + std::string(timeline::word(now)) + " now.");
      }
    }
  }
}

void Watch::look_at_blocking(const Event& event) {
  const auto check = [&](std::int64_t ns, std::uint32_t line, bool before) {
    for (std::size_t i = 0; i < breakpoints_.size(); ++i) {
      const Breakpoint& each = breakpoints_[i];
      if (each.kind != Breakpoint::Kind::kBlocked || ns <= each.longer_ns) continue;
      const std::string who = timeline::name_of(model_, recorder_.running());
      found(i,
            recorder_.running(),
            line,
            before ? "Stopped: " + who + " is about to block the loop for " +
                         timeline::seconds(ns) + " s" + timeline::at_line(line) + "."
                   : "Stopped: one step held the loop for " + timeline::seconds(ns) + " s.");
    }
  };
  switch (event.kind) {
    case EventKind::kHandleBegan:
      began_ns_ = event.time_ns;
      blocked_ns_ = 0;
      break;
    case EventKind::kBlockingBegan:
      blocked_ns_ += event.due_ns - event.time_ns;
      check(event.due_ns - event.time_ns, event.line, true);
      break;
    case EventKind::kHandleEnded: check(event.time_ns - began_ns_ - blocked_ns_, 0, false); break;
    default: break;
  }
}

void Watch::line_hit(std::uint32_t line, const std::set<std::uint32_t>& run_to) {
  const timeline::Id task = recorder_.running();
  const std::string where = "Stopped before line " + std::to_string(line) + " runs, in " +
                            timeline::name_of(model_, task) + ".";
  for (std::size_t i = 0; i < breakpoints_.size(); ++i) {
    if (breakpoints_[i].kind == Breakpoint::Kind::kLine && breakpoints_[i].line == line)
      return found(i, task, line, where);
  }
  if (!run_to.contains(line)) return;
  found(0, task, line, where);
  if (hit_) hit_->reason = Stop::Reason::kStep;
}

}  // namespace simul::session
