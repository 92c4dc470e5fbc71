#include "ui/words.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "base/sort.hpp"
#include "timeline/crowd.hpp"
#include "timeline/why.hpp"

namespace simul::ui {

using timeline::kNone;
using timeline::kOpen;
using timeline::Model;
using timeline::seconds;
using timeline::Slice;
using timeline::State;
using timeline::Track;

namespace {

constexpr double kSlowest = 0.05, kFastest = 100;

std::string format(const char* pattern, double value) {
  char buffer[48];
  std::snprintf(buffer, sizeof buffer, pattern, value);
  return buffer;
}

std::string text_of(const Model& model, const Slice& slice) {
  return std::string(model.trace().texts.at(slice.text));
}

std::string called(const Model& model, timeline::Id task) {
  const Track* track = model.track_of(task);
  return task == 0 || track == nullptr ? "the program" : track->name;
}

// Does the loop stand in a blocking call at t?
bool loop_blocked(const Model& model, std::int64_t time_ns) {
  return !model.tracks()[0].slices.empty() &&
         Model::state_at(model.tracks()[0], time_ns) == State::kBlocking;
}

// A list of what is waited for, as the loop writes it: "A, B" and "gather: A, B" are two. Of more
// than are named the trace knows how many there are.
struct Listed {
  std::string_view named;
  std::size_t shown, count;
};
Listed listed(const Model& model, const Slice& slice) {
  const std::string_view text = model.trace().texts.at(slice.text);
  if (text.empty()) return {text, 0, slice.parts};  // nobody is named
  auto names = [](std::string_view list) {
    return static_cast<std::size_t>(std::count(list.begin(), list.end(), ',')) + 1;
  };
  Listed out{text, names(text), std::max<std::size_t>(names(text), slice.parts)};
  // What the text says of the rest is not said twice.
  if (out.count > out.shown) out.named = text.substr(0, text.rfind(" and "));
  return out;
}

// What a wait waits for, in people's names; of many the first few.
std::string waits_for(const Model& model, const Slice& slice) {
  constexpr std::size_t kMost = 6, kShown = 4;
  if (const Track* other = slice.object == 0 ? nullptr : model.track_of(slice.object))
    return other->name;
  const Listed what = listed(model, slice);
  if (what.named.empty()) return "";
  if (what.count <= kMost && what.count == what.shown)
    return timeline::with_names(model, what.named);
  const std::size_t shown = std::min(kShown, what.shown);
  std::size_t end = 0;
  for (std::size_t i = 0; i < shown; ++i) {
    const std::size_t comma = what.named.find(',', end);
    end = comma == std::string_view::npos ? what.named.size() + 1 : comma + 1;
  }
  return timeline::with_names(model, what.named.substr(0, end - 1)) + " and " +
         grouped(static_cast<std::size_t>(what.count - shown)) + " more";
}

// When nobody named what is waited for, at least what it is.
std::string kind_of_wait(const Slice& slice) {
  using asyncio::WaitKind;
  switch (static_cast<WaitKind>(slice.detail)) {
    case WaitKind::kLock: return "a lock";
    case WaitKind::kEvent: return "an event";
    case WaitKind::kCondition: return "a condition";
    case WaitKind::kSemaphore: return "a semaphore";
    case WaitKind::kBarrier: return "a barrier";
    case WaitKind::kQueueGet: return "an item of a queue";
    case WaitKind::kQueuePut: return "room in a queue";
    case WaitKind::kQueueJoin: return "a queue's end";
    case WaitKind::kGroup: return "its task group";
    case WaitKind::kExecutor: return "a thread";
    default: return "";
  }
}

// From all that is waited for to the mere word.
Wordings waits(const Model& model, const Slice& slice, const char* least) {
  std::string what = waits_for(model, slice);
  if (what.empty()) what = kind_of_wait(slice);
  if (what.empty()) return {"waiting"};
  Wordings out = {"waits for " + what};
  std::size_t colon = what.find(':');
  const std::size_t count = listed(model, slice).count;
  if (colon != std::string::npos) out.push_back("waits for " + what.substr(0, colon));
  if (count > 1) out.push_back("waits for " + grouped(static_cast<std::size_t>(count)));
  out.emplace_back(least);
  return out;
}

// "sleep(1.0)" if the program's words are known, else how long.
std::string sleep_words(const Model& model, const Slice& slice) {
  std::string text = text_of(model, slice);
  if (!text.empty() || slice.due_ns == kNone) return text.empty() ? "sleeps" : text;
  return "sleeps " + duration(slice.due_ns - slice.start_ns);
}

// The loop at a time after its last slice.
bool loop_is_over(const Track& loop, std::int64_t time_ns) {
  return !loop.slices.empty() && loop.slices.back().end_ns <= time_ns;
}

}  // namespace

std::string grouped(std::size_t count) {
  std::string digits = std::to_string(count);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

// The unit is that of the rounded number: 99.8 ms and 100.2 ms are both "0.10 s".
std::string duration(std::int64_t ns) {
  double s = static_cast<double>(ns) / 1e9;
  if (s < 0.00095) return format("%.1f ms", s * 1e3);
  if (s < 0.0995) return format("%.0f ms", s * 1e3);
  if (s < 59.995) return format("%.2f s", s);
  auto whole = static_cast<long long>(s + 0.005);
  if (whole < 3600) return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
  return std::to_string(whole / 3600) + " h " + std::to_string(whole / 60 % 60) + " min";
}

State shown_state(const Track& track, std::int64_t time_ns) {
  if (track.task == 0 && loop_is_over(track, time_ns)) return State::kDone;
  return Model::state_at(track, time_ns);
}

Wordings state_line(const Model& model, const Track& track, std::int64_t t) {
  State state = shown_state(track, t);
  const Slice* slice = Model::slice_at(track, t);
  if (track.task == 0) {
    if (state == State::kBlocking && slice != nullptr)
      return {"blocked " + duration(t - slice->start_ns), "blocked"};
    if (state == State::kDone) return {"ended"};
    if (slice == nullptr) return {"no loop yet", "no loop"};
    return {std::string(word(state))};
  }
  if (t >= track.ended_ns) {
    std::string end(word(track.end));
    return {end + " at " + seconds(track.ended_ns), end};
  }
  if (slice == nullptr) return {"not started"};
  switch (state) {
    case State::kDue: {
      std::int64_t due = slice->due_ns == kNone ? slice->start_ns : slice->due_ns;
      return {"due " + duration(t - due) + " ago", "due " + duration(t - due), "due"};
    }
    case State::kReady: return {"ready for " + duration(t - slice->start_ns), "ready"};
    case State::kSleeping:
      return {"sleeping until " + seconds(slice->due_ns),
              "until " + seconds(slice->due_ns),
              "sleeping"};
    case State::kWaiting: return waits(model, *slice, "waiting");
    case State::kBlocking: return {"blocks the loop", "blocking"};
    default: return {std::string(word(state))};
  }
}

Wordings slice_label(const Model& model,
                     const Track& track,
                     const Slice& slice,
                     State state,
                     std::int64_t start_ns) {
  std::string text = text_of(model, slice);
  switch (state) {
    case State::kSleeping: return {sleep_words(model, slice), "sleeps"};
    case State::kWaiting: return waits(model, slice, "waits");
    case State::kDue:
      if (loop_blocked(model, start_ns)) return {"due, but the loop is blocked", "due"};
      return {"due, but the loop is busy", "due"};
    case State::kReady: return {"ready"};
    case State::kRunning: return {"running"};
    case State::kBlocking:
      if (track.task == 0) return {"blocked by " + called(model, slice.object), "blocked"};
      if (text.empty()) return {"blocks the loop", "blocks"};
      return {text + " · blocks the loop", text, "blocks"};
    default: return {};
  }
}

std::string slice_title(const Model& model,
                        const Track& track,
                        const Slice& slice,
                        State state,
                        std::int64_t start_ns,
                        std::int64_t end_ns) {
  std::string out = track.name + ": ";
  std::string text = text_of(model, slice);
  if (state == State::kSleeping) {
    out += sleep_words(model, slice);
  } else if (state == State::kBlocking) {
    out += track.task == 0 ? "blocked by " + called(model, slice.object)
           : text.empty()  ? "blocks the loop"
                           : text;
  } else if (state == State::kWaiting && !waits_for(model, slice).empty()) {
    out += "waits for " + waits_for(model, slice);
  } else {
    out += word(state);
  }
  if (slice.line != 0) out += ", line " + std::to_string(slice.line);
  if (start_ns == end_ns) return out + ", at " + seconds(start_ns);
  return out + ", " + seconds(start_ns) + " to " + seconds(end_ns);
}

std::string merged_words(const Track& track, const timeline::Box& box, std::int64_t end_ns) {
  std::string out = track.name + ": " + grouped(box.merged) + " slices, " + seconds(box.start_ns) +
                    " to " + seconds(end_ns);
  timeline::Counts parts = timeline::shares(track, box.start_ns, end_ns, end_ns);
  std::vector<std::pair<double, State>> sorted;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i] > 0) sorted.emplace_back(parts[i], static_cast<State>(i));
  }
  sort_stably(sorted, [](const auto& a, const auto& b) { return a.first > b.first; });
  const char* between = ": ";
  for (const auto& [part, state] : sorted) {
    long percent = std::lround(part * 100);
    out += between + (percent == 0 ? "under 1" : std::to_string(percent)) + " % " +
           std::string(word(state));
    between = ", ";
  }
  return out;
}

std::string question(const Track& track, State state, bool past, std::int64_t time_ns) {
  std::string at = past ? " at " + seconds(time_ns) : "";
  std::string is = past ? " was " : " is ";
  if (track.task == 0) return past ? "What did the loop do" + at + "?" : "What does the loop do?";
  switch (state) {
    case State::kRunning:
    case State::kBlocking:
      return (past ? "What did " + track.name + " do" : "What does " + track.name + " do") + at +
             "?";
    case State::kDone:
    case State::kFailed:
    case State::kCancelled: return "What became of " + track.name + "?";
    default: return "Why" + is + track.name + " not running" + at + "?";
  }
}

timeline::Id most_telling(const Model& model, const timeline::LoopState& loop, std::int64_t t) {
  constexpr std::size_t kMostLooked = 1'000;
  // Lower is more telling.
  auto rank = [](State state) {
    switch (state) {
      case State::kDue: return 0;
      case State::kReady: return 1;
      case State::kBlocking: return 2;
      case State::kFailed: return 3;
      case State::kRunning: return 4;
      case State::kSleeping: return 5;
      case State::kWaiting: return 6;
      case State::kCancelled: return 7;
      default: return 8;
    }
  };
  timeline::Id best = 0;
  int best_rank = 8;
  auto look = [&](const Track* track) {
    if (track == nullptr || track->task == 0 || track->created_ns > t) return;
    int mine = rank(shown_state(*track, t));
    if (mine < best_rank) {
      best = track->task;
      best_rank = mine;
    }
  };
  const auto& order = model.order();
  const std::size_t looked = std::min(order.size(), kMostLooked);
  for (std::size_t i = 0; i < looked && best_rank > 0; ++i) look(&model.tracks()[order[i]]);
  if (looked == order.size()) return best;
  for (const timeline::TimerItem& timer : loop.timers) look(model.track_of(timer.task));
  for (const timeline::ReadyItem& item : loop.ready) look(model.track_of(item.owner));
  look(model.track_of(loop.blocked ? loop.blocker : loop.running));
  return best;
}

std::string loop_line(const Scene& scene, const timeline::Moment& moment, bool looking_back) {
  if (scene.asking && !looking_back) return "input() waits for an answer; the clock stands still.";
  return timeline::loop_sentence(*scene.run, *scene.history, moment);
}

std::string clock_note(const Scene& scene, bool looking_back) {
  if (looking_back) return "looking back from " + seconds(scene.now_ns);
  switch (scene.phase) {
    case Phase::kFinished: return scene.ending.empty() ? "finished" : "ended";
    case Phase::kStopped: return "stopped";
    case Phase::kHidden: return "paused: the tab is hidden";
    default: break;
  }
  if (scene.forecast == nullptr || scene.forecast_end_ns < 0) return "";
  auto words = [](std::int64_t ns) {
    double s = static_cast<double>(ns) / 1e9;
    return s >= 60 ? duration(ns) : format("%.2f s", s);
  };
  const std::string end = words(scene.forecast_end_ns);
  if (scene.ghost == nullptr || words(scene.ghost_end_ns) == end) return "of about " + end;
  return "of about " + end + ", was " + words(scene.ghost_end_ns);
}

std::string speed_label(double speed) {
  const char* pattern = speed < 1 ? "%.2f" : speed < 10 ? "%.1f" : "%.0f";
  std::string text = format(pattern, speed);
  if (text.find('.') != std::string::npos) {
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
  }
  return text + "×";
}

double slider_of(double speed) {
  return std::clamp(std::log(speed / kSlowest) / std::log(kFastest / kSlowest), 0.0, 1.0);
}

double speed_of(double slider) {
  double speed = kSlowest * std::pow(kFastest / kSlowest, std::clamp(slider, 0.0, 1.0));
  for (double round : {0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 25.0, 50.0, 100.0}) {
    if (std::abs(slider_of(round) - slider) < 0.025) return round;
  }
  // Two digits are all that anybody reads.
  double unit = std::pow(10, std::floor(std::log10(speed)) - 1);
  return std::round(speed / unit) * unit;
}

void Owners::update(const Model& model) {
  if (of_ != &model || next_ > model.trace().events.size()) {
    of_ = &model;
    next_ = 0;
    sleepers_.clear();
  }
  const auto& events = model.trace().events;
  for (; next_ < events.size(); ++next_) {
    const trace::Event& event = events[next_];
    if (event.kind == asyncio::EventKind::kTaskWaits && event.object != 0) {
      sleepers_[event.object].task = event.subject;
    } else if (event.kind == asyncio::EventKind::kTimerArmed && event.object != 0) {
      sleepers_[event.object].timer = true;
    }
  }
}

std::string Owners::name(const Model& model, timeline::Id owner) const {
  if (is_task(model, owner)) return model.track_of(owner)->name;
  auto found = sleepers_.find(owner);
  if (found == sleepers_.end() || found->second.task == 0) return "callback";
  return (found->second.timer ? "timer of " : "callback for ") + called(model, found->second.task);
}

}  // namespace simul::ui
