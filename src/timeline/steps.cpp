#include "timeline/steps.hpp"

#include <algorithm>

#include "timeline/why.hpp"

namespace simul::timeline {

using asyncio::EventKind;
using asyncio::HandleKind;
using trace::Event;

namespace {

bool concerns(const Event& event, Id task) {
  switch (event.kind) {
    case EventKind::kTaskCreated:
    case EventKind::kTaskWaits:
    case EventKind::kTaskDone:
    case EventKind::kCancelRequested:
    case EventKind::kBlockingBegan:
    case EventKind::kBlockingEnded: return event.subject == task;
    case EventKind::kHandleQueued:
    case EventKind::kHandleBegan:
    case EventKind::kHandleEnded: return event.object == task;
    default: return false;
  }
}

}  // namespace

std::optional<std::size_t> next_stop(
    const Model& model, LoopHistory& history, StepKind kind, Id task, std::size_t events) {
  const auto& all = model.trace().events;
  if (kind == StepKind::kTaskEvent) {
    const std::vector<std::uint32_t>& about = history.about(task);
    for (auto at = std::lower_bound(about.begin(), about.end(), events); at != about.end(); ++at)
      if (concerns(all[*at], task)) return std::size_t{*at} + 1;
    return std::nullopt;
  }
  for (std::uint32_t at = history.next_ended(events); at != kNoEvent;
       at = history.next_ended(std::size_t{at} + 1))
    if (kind == StepKind::kCallback || history.ends_turn(at)) return std::size_t{at} + 1;
  return std::nullopt;
}

std::size_t previous_stop(
    const Model& model, LoopHistory& history, StepKind kind, Id task, std::size_t events) {
  const auto& all = model.trace().events;
  if (events == 0) return 0;
  if (kind == StepKind::kTaskEvent) {
    const std::vector<std::uint32_t>& about = history.about(task);
    auto at = std::lower_bound(about.begin(), about.end(), events - 1);
    while (at != about.begin())
      if (concerns(all[*--at], task)) return std::size_t{*at} + 1;
    return 0;
  }
  for (std::uint32_t at = history.last_ended(events - 1); at != kNoEvent;
       at = history.last_ended(at))
    if (kind == StepKind::kCallback || history.ends_turn(at)) return std::size_t{at} + 1;
  return 0;
}

namespace {

std::string what_runs(const Model& model,
                      LoopHistory& history,
                      const Moment& moment,
                      Id owner,
                      HandleKind kind,
                      std::string_view callback,
                      NextStep& next) {
  const Track* track = owner == 0 ? nullptr : model.track_of(owner);
  const bool step = kind == HandleKind::kStep || kind == HandleKind::kWakeup;
  if (step && track != nullptr) {
    const std::vector<std::uint32_t>& about = history.about(owner);
    bool ran = false;
    std::uint32_t line = 0;
    for (std::uint32_t at : about) {
      if (at >= moment.events) break;
      const Event& event = model.trace().events[at];
      ran = ran || event.kind == EventKind::kHandleBegan;
      if (event.kind == EventKind::kTaskWaits) line = event.line;
    }
    next.task = owner;
    next.line = line;
    if (!ran) return "the first step of " + track->name;
    return "a step of " + track->name +
           (line == 0 ? std::string() : ", which goes on at line " + std::to_string(line));
  }
  if (kind == HandleKind::kTimer) {
    // Whoever sleeps on what the timer completes.
    const std::uint32_t armed = history.armed_for(owner, moment.events);
    std::string who;
    for (const TimerItem& timer : history.at(moment).timers)
      if (timer.object == owner && timer.task != 0) who = name_of(model, timer.task);
    if (who.empty()) {
      for (const Track& each : model.tracks()) {
        const Slice* slice = each.task == 0 ? nullptr : Model::slice_at(each, moment);
        if (slice != nullptr && slice->object == owner) who = each.name;
        if (!who.empty() || model.tracks().size() > 10'000) break;
      }
    }
    if (track != nullptr) return "the timeout of " + track->name;
    return "the timer" + (who.empty() ? std::string() : " that wakes " + who) +
           (armed == kNoEvent ? std::string()
                              : ", due at " + seconds(model.trace().events[armed].due_ns));
  }
  if (!callback.empty()) return "the callback " + std::string(callback);
  if (track != nullptr) return "a callback that tells of the end of " + track->name;
  return "a callback";
}

}  // namespace

NextStep next_step(const Model& model, LoopHistory& history, const Moment& moment) {
  const auto& events = model.trace().events;
  NextStep next;
  const LoopState loop = history.at(moment);
  // The past knows what came; else the ready queue tells.
  std::size_t began = moment.events;
  std::uint32_t turn = loop.turn;
  bool told = false;
  for (; began < events.size(); ++began) {
    const EventKind kind = events[began].kind;
    if (kind == EventKind::kTurnBegan) {
      next.new_turn = true;
      turn = events[began].subject;
    }
    if (kind == EventKind::kHandleBegan || kind == EventKind::kLoopStopped) {
      told = true;
      break;
    }
  }
  if (loop.blocked) {
    next.known = true;
    next.task = loop.blocker;
    next.line = loop.blocked_line;
    next.time_ns = loop.blocked_until_ns;
    next.turn = loop.turn;
    // Nobody knows when another thread lets go of a lock.
    const bool dated = loop.blocked_until_ns > loop.blocked_since_ns;
    next.sentence = "Next: " + name_of(model, loop.blocker) + " goes on when " +
                    said(model, loop.blocked_text, "the blocking call") + " ends" +
                    (dated ? ", at " + seconds(loop.blocked_until_ns) : std::string()) + ".";
    return next;
  }
  if (loop.busy) {
    next.known = true;
    next.task = loop.running;
    next.turn = loop.turn;
    next.sentence = loop.running != 0
                        ? "Next: the rest of this step of " + name_of(model, loop.running) + "."
                        : "Next: the rest of this callback.";
    return next;
  }
  Id owner = 0;
  HandleKind kind = HandleKind::kStep;
  std::string_view callback;
  if (told && events[began].kind == EventKind::kHandleBegan) {
    owner = events[began].object;
    kind = static_cast<HandleKind>(events[began].detail);
    callback = model.trace().text_of(events[began]);
    if (events[began].time_ns > moment.time_ns && loop.ready_count == 0)
      next.time_ns = events[began].time_ns;
  } else if (told) {
    next.known = true;
    next.sentence = "Next: the loop stops, and the program goes on after asyncio.run().";
    return next;
  } else if (loop.ready_count > 0) {
    owner = loop.ready.front().owner;
    kind = loop.ready.front().kind;
    next.new_turn = loop.turn_left == 0;
    turn = loop.turn + (next.new_turn ? 1 : 0);
  } else if (!loop.timers.empty()) {
    owner = loop.timers.front().object;
    kind = HandleKind::kTimer;
    next.new_turn = true;
    turn = loop.turn + 1;
    next.time_ns = loop.timers.front().due_ns;
  } else {
    next.sentence = loop.doing == Doing::kForever
                        ? "Nothing can come next: nobody is ready and no timer is set."
                        : "There is no next step.";
    return next;
  }
  next.known = true;
  next.turn = turn;
  const std::string what = what_runs(model, history, moment, owner, kind, callback, next);
  next.sentence = "Next: ";
  if (next.time_ns != kNone && next.time_ns > moment.time_ns)
    next.sentence += "the loop waits until " + seconds(next.time_ns) + ", then ";
  if (next.new_turn)
    next.sentence += "turn " + std::to_string(turn) + " begins with ";
  else if (next.sentence == "Next: ")
    next.sentence += "turn " + std::to_string(turn) + " goes on with ";
  next.sentence += what + ".";
  return next;
}

}  // namespace simul::timeline
