// Sentences only: what is so is the model's and the history's business.
#include "timeline/why.hpp"

#include <algorithm>
#include <cstdio>

namespace simul::timeline {

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

std::string listed(const std::vector<std::string>& names) {
  if (names.empty()) return "nobody";
  if (names.size() == 1) return names[0];
  if (names.size() == 2) return names[0] + " and " + names[1];
  if (names.size() == 3) return names[0] + ", " + names[1] + " and " + names[2];
  return names[0] + ", " + names[1] + " and " + std::to_string(names.size() - 2) + " others";
}

namespace {

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
  if (!before.empty()) sentence += " behind " + listed(before);
  return sentence + ".";
}

std::string why_waiting(const Model& model, const Slice& slice, const Moment& moment) {
  std::string what = said(model, slice.text, "a future");
  const Track* other = slice.object == 0 ? nullptr : model.track_of(slice.object);
  std::string sentence = "Waits for " + (other != nullptr ? other->name : what) + " since " +
                         seconds(slice.start_ns) + at_line(slice.line);
  if (other != nullptr && other->ended_event >= moment.events) {
    const Slice* theirs = Model::slice_at(*other, moment);
    State state = Model::state_at(*other, moment);
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
  return why(model, history, task, model.at_time(time_ns));
}

std::string why(const Model& model, LoopHistory& history, Id task, const Moment& moment) {
  if (task == 0) return loop_sentence(model, history, moment);
  const Track* track = model.track_of(task);
  if (track == nullptr || track->created_event >= moment.events) return "It does not exist yet.";
  if (track->ended_event < moment.events) {
    std::string end = seconds(track->ended_ns);
    if (track->end == State::kFailed) return "Failed at " + end + ": " + track->failure + ".";
    if (track->end == State::kCancelled) return "Cancelled at " + end + ".";
    return "Done since " + end + ".";
  }
  const Slice* slice = Model::slice_at(*track, moment);
  if (slice == nullptr)
    return "Created at " + seconds(track->created_ns) + at_line(track->line) + ", not started.";
  LoopState loop = history.at(moment);
  switch (Model::state_at(*slice, moment.time_ns)) {
    case State::kRunning: return "Running: this is its step, and the loop does nothing else.";
    case State::kReady: return why_ready(model, loop, *track, *slice);
    case State::kDue: return why_due(model, loop, *slice);
    case State::kSleeping:
      return "Sleeps since " + seconds(slice->start_ns) + at_line(slice->line) + " until " +
             seconds(slice->due_ns) + ".";
    case State::kWaiting: return why_waiting(model, *slice, moment);
    case State::kBlocking:
      return said(model, slice->text, "A blocking call") + at_line(slice->line) +
             " holds the whole loop from " + seconds(slice->start_ns) +
             (slice->due_ns == kNone ? std::string() : " to " + seconds(slice->due_ns)) +
             ": nobody else can run.";
    default: return std::string(word(slice->state)) + ".";
  }
}

std::string loop_sentence(const Model& model, LoopHistory& history, std::int64_t time_ns) {
  return loop_sentence(model, history, model.at_time(time_ns));
}

std::string loop_sentence(const Model& model, LoopHistory& history, const Moment& moment) {
  LoopState loop = history.at(moment);
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
