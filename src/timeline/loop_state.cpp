#include "timeline/loop_state.hpp"

#include <algorithm>
#include <cstdio>

namespace simul::timeline {

using asyncio::EventKind;
using asyncio::HandleKind;
using trace::Event;

LoopHistory::LoopHistory(const Model& model) : model_(model) {}

LoopState LoopHistory::at(std::int64_t time_ns) {
  const auto& events = model_.trace().events;
  if (held_.next > 0 && events[held_.next - 1].time_ns > time_ns) {
    auto later = std::partition_point(snapshots_.begin(), snapshots_.end(), [&](const Held& held) {
      return events[held.next - 1].time_ns <= time_ns;
    });
    held_ = later == snapshots_.begin() ? Held() : *(later - 1);
  }
  while (held_.next < events.size() && events[held_.next].time_ns <= time_ns) {
    apply(events[held_.next]);
    ++held_.next;
    bool is_new = snapshots_.empty() || snapshots_.back().next < held_.next;
    if (held_.next % kSnapshotEvery == 0 && is_new) snapshots_.push_back(held_);
  }

  LoopState state = held_.now;
  state.ready_count = held_.ready.size();
  state.timer_count = held_.timers.size();
  for (const ReadyItem& item : held_.ready) {
    if (state.ready.size() == LoopState::kShown) break;
    state.ready.push_back(item);
  }
  for (const auto& [key, item] : held_.timers) {
    if (state.timers.size() == LoopState::kShown) break;
    state.timers.push_back(item);
    auto task = held_.sleeper.find(item.object);
    if (task != held_.sleeper.end()) state.timers.back().task = task->second;
  }
  state.turns.assign(held_.turns.begin(), held_.turns.end());
  return state;
}

void LoopHistory::apply(const Event& event) {
  LoopState& now = held_.now;
  auto drop_timer = [&] {
    auto due = held_.due.find(event.subject);
    if (due == held_.due.end()) return;
    held_.timers.erase({due->second, event.subject});
    held_.due.erase(due);
  };
  switch (event.kind) {
    case EventKind::kTurnBegan:
      held_.turns.push_back({event.subject, event.time_ns, {}});
      if (held_.turns.size() > LoopState::kTurns) held_.turns.pop_front();
      break;
    case EventKind::kHandleQueued:
      held_.ready.push_back(
          {event.subject, event.object, static_cast<HandleKind>(event.detail), event.time_ns});
      break;
    case EventKind::kHandleBegan: {
      // Handles run in the order in which they were queued, so this looks at the front only; a
      // cancelled one is skipped.
      auto at = std::find_if(held_.ready.begin(), held_.ready.end(), [&](const ReadyItem& item) {
        return item.handle == event.subject;
      });
      if (at != held_.ready.end()) held_.ready.erase(held_.ready.begin(), at + 1);
      now.busy = true;
      auto kind = static_cast<HandleKind>(event.detail);
      bool step = kind == HandleKind::kStep || kind == HandleKind::kWakeup;
      now.running = step ? event.object : 0;
      if (!held_.turns.empty()) held_.turns.back().ran.push_back(event.object);
      break;
    }
    case EventKind::kHandleEnded:
      now.busy = false;
      now.running = 0;
      break;
    case EventKind::kTaskWaits:
      if (event.object != 0) held_.sleeper[event.object] = event.subject;
      break;
    case EventKind::kFutureDone: held_.sleeper.erase(event.subject); break;
    case EventKind::kTimerArmed:
      held_.timers[{event.due_ns, event.subject}] = {
          event.subject, 0, event.object, event.due_ns, event.line};
      held_.due[event.subject] = event.due_ns;
      break;
    case EventKind::kTimerFired:
    case EventKind::kTimerCancelled: drop_timer(); break;
    case EventKind::kBlockingBegan:
      now.blocked = true;
      now.blocker = event.subject;
      now.blocked_since_ns = event.time_ns;
      now.blocked_until_ns = event.due_ns;
      now.blocked_line = event.line;
      now.blocked_text = event.text;
      break;
    case EventKind::kBlockingEnded: now.blocked = false; break;
    case EventKind::kLoopStopped:
      now.busy = false;
      now.running = 0;
      break;
    default: break;
  }
}

std::string with_names(const Model& model, std::string_view text) {
  constexpr std::string_view kTask = "Task-";
  std::string out;
  while (!text.empty()) {
    std::size_t at = std::min(text.find(kTask), text.size());
    out += text.substr(0, at);
    text.remove_prefix(at);
    if (text.empty()) break;
    std::size_t end = std::min(text.find_first_not_of("0123456789", kTask.size()), text.size());
    std::string_view name = text.substr(0, end);
    auto named = std::find_if(model.tracks().begin(),
                              model.tracks().end(),
                              [&](const Track& track) { return track.task_name == name; });
    out += named == model.tracks().end() ? name : std::string_view(named->name);
    text.remove_prefix(end);
  }
  return out;
}

std::string seconds(std::int64_t time_ns) {
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%.3f", static_cast<double>(time_ns) / 1e9);
  return buffer;
}

namespace {

std::string at_line(std::uint32_t line) {
  return line == 0 ? "" : " on line " + std::to_string(line);
}

std::string name_of(const Model& model, Id task) {
  if (task == 0) return "the main program";
  const Track* track = model.track_of(task);
  return track == nullptr ? "a task" : track->name;
}

std::string said(const Model& model, std::uint32_t text, const char* otherwise) {
  std::string_view words = model.trace().texts.at(text);
  return words.empty() ? otherwise : with_names(model, words);
}

std::string why_due(const Model& model, const LoopState& loop, const Slice& slice) {
  std::string begin = "Its sleep ended at " + seconds(slice.due_ns) + ", but ";
  if (loop.blocked) {
    return begin + name_of(model, loop.blocker) + " has held the loop since " +
           seconds(loop.blocked_since_ns) + " with " +
           said(model, loop.blocked_text, "a blocking call") + at_line(loop.blocked_line) + ".";
  }
  if (loop.running != 0) {
    return begin + name_of(model, loop.running) +
           " is running and the loop has not come round to its timer.";
  }
  return begin + "the loop has not come round to its timer yet.";
}

std::string why_ready(const Model& model,
                      const LoopState& loop,
                      const Track& track,
                      const Slice& slice) {
  std::string sentence =
      "Ready since " + seconds(slice.start_ns) + ": it stands in the ready queue";
  std::vector<std::string> before;
  for (const ReadyItem& item : loop.ready) {
    if (item.owner == track.task) break;
    if (model.track_of(item.owner) != nullptr && item.owner != 0)
      before.push_back(name_of(model, item.owner));
  }
  if (loop.running != 0 && loop.running != track.task) {
    sentence += " while " + name_of(model, loop.running) + " runs";
  }
  if (!before.empty()) {
    sentence += " behind " + before[0];
    if (before.size() == 2) sentence += " and " + before[1];
    if (before.size() > 2) sentence += " and " + std::to_string(before.size() - 1) + " others";
  }
  return sentence + ".";
}

std::string why_waiting(const Model& model, const Slice& slice, std::int64_t time_ns) {
  std::string what = said(model, slice.text, "a future");
  const Track* other = slice.object == 0 ? nullptr : model.track_of(slice.object);
  std::string sentence = "Waits for " + (other != nullptr ? other->name : what) + " since " +
                         seconds(slice.start_ns) + at_line(slice.line);
  if (other != nullptr && other->ended_ns > time_ns) {
    const Slice* theirs = Model::slice_at(*other, time_ns);
    State state = Model::state_at(*other, time_ns);
    if (theirs != nullptr && state == State::kSleeping) {
      sentence += ", which sleeps until " + seconds(theirs->due_ns);
    } else {
      sentence += ", which is " + std::string(word(state));
    }
  }
  return sentence + ".";
}

}  // namespace

std::string why(const Model& model, LoopHistory& history, Id task, std::int64_t time_ns) {
  if (task == 0) return loop_sentence(model, history, time_ns);
  const Track* track = model.track_of(task);
  if (track == nullptr || time_ns < track->created_ns) return "It does not exist yet.";
  if (time_ns >= track->ended_ns) {
    std::string end = seconds(track->ended_ns);
    if (track->end == State::kFailed) return "Failed at " + end + ": " + track->failure + ".";
    if (track->end == State::kCancelled) return "Cancelled at " + end + ".";
    return "Done since " + end + ".";
  }
  const Slice* slice = Model::slice_at(*track, time_ns);
  if (slice == nullptr)
    return "Created at " + seconds(track->created_ns) + at_line(track->line) + ", not started.";
  LoopState loop = history.at(time_ns);
  switch (Model::state_at(*slice, time_ns)) {
    case State::kRunning: return "Running: this is its step, and the loop does nothing else.";
    case State::kReady: return why_ready(model, loop, *track, *slice);
    case State::kDue: return why_due(model, loop, *slice);
    case State::kSleeping:
      return "Sleeps since " + seconds(slice->start_ns) + at_line(slice->line) + " until " +
             seconds(slice->due_ns) + ".";
    case State::kWaiting: return why_waiting(model, *slice, time_ns);
    case State::kBlocking:
      return said(model, slice->text, "A blocking call") + at_line(slice->line) +
             " holds the whole loop from " + seconds(slice->start_ns) +
             (slice->due_ns == kNone ? std::string() : " to " + seconds(slice->due_ns)) +
             ": nobody else can run.";
    default: return std::string(word(slice->state)) + ".";
  }
}

std::string loop_sentence(const Model& model, LoopHistory& history, std::int64_t time_ns) {
  LoopState loop = history.at(time_ns);
  if (loop.blocked) {
    return name_of(model, loop.blocker) + " blocks the loop with " +
           said(model, loop.blocked_text, "a blocking call") + at_line(loop.blocked_line) +
           " since " + seconds(loop.blocked_since_ns) + ".";
  }
  if (loop.running != 0) return name_of(model, loop.running) + " is running.";
  if (loop.ready_count > 0) return std::to_string(loop.ready_count) + " in the ready queue.";
  if (loop.timer_count > 0) {
    const TimerItem& timer = loop.timers.front();
    std::string who = timer.task == 0 ? "a timer" : name_of(model, timer.task);
    return "Idle: waits for the timer of " + who + " at " + seconds(timer.due_ns) + ".";
  }
  return "Idle: nothing is ready and no timer is set.";
}

}  // namespace simul::timeline
