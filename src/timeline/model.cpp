#include "timeline/model.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace simul::timeline {

using asyncio::DoneKind;
using asyncio::EventKind;
using asyncio::HandleKind;
using asyncio::WaitKind;
using trace::Event;

std::string_view word(State state) {
  switch (state) {
    case State::kRunning: return "running";
    case State::kReady: return "ready";
    case State::kDue: return "due";
    case State::kSleeping: return "sleeping";
    case State::kWaiting: return "waiting";
    case State::kBlocking: return "blocking";
    case State::kDone: return "done";
    case State::kFailed: return "failed";
    case State::kCancelled: return "cancelled";
    case State::kIdle: return "idle";
  }
  return "";
}

Model::Model(const trace::Trace& trace) : trace_(trace) {
  tracks_.emplace_back();
  tracks_[0].name = "Program";  // until a loop starts
}

void Model::update() {
  for (; next_event_ < trace_.events.size(); ++next_event_) apply(trace_.events[next_event_]);
}

const Track* Model::track_of(Id task) const {
  if (task == 0) return &tracks_[0];
  const std::uint32_t found = index_.get(task);
  return found == IdMap::kNothing ? nullptr : &tracks_[found];
}

Track* Model::find(Id task) {
  return const_cast<Track*>(track_of(task));
}

const std::vector<std::size_t>& Model::order() const {
  if (order_.size() == tracks_.size()) return order_;
  std::vector<std::vector<std::size_t>> children(tracks_.size());
  for (std::size_t i = 1; i < tracks_.size(); ++i) {
    const std::uint32_t parent = index_.get(tracks_[i].parent);
    children[parent == IdMap::kNothing || tracks_[i].parent == 0 ? 0 : parent].push_back(i);
  }
  order_.clear();
  std::vector<std::size_t> stack = {0};
  while (!stack.empty()) {
    std::size_t i = stack.back();
    stack.pop_back();
    order_.push_back(i);
    stack.insert(stack.end(), children[i].rbegin(), children[i].rend());
  }
  return order_;
}

State Model::state_at(const Slice& slice, std::int64_t time_ns) {
  bool past_due =
      slice.state == State::kSleeping && slice.due_ns != kNone && time_ns >= slice.due_ns;
  return past_due ? State::kDue : slice.state;
}

const Slice* Model::slice_at(const Track& track, std::int64_t time_ns) {
  auto after = std::upper_bound(
      track.slices.begin(), track.slices.end(), time_ns, [](std::int64_t t, const Slice& s) {
        return t < s.start_ns;
      });
  if (after == track.slices.begin()) return nullptr;
  const Slice& slice = *(after - 1);
  return time_ns <= slice.end_ns ? &slice : nullptr;
}

State Model::state_at(const Track& track, std::int64_t time_ns) {
  if (time_ns >= track.ended_ns) return track.end;
  const Slice* slice = slice_at(track, time_ns);
  return slice == nullptr ? State::kIdle : state_at(*slice, time_ns);
}

Moment Model::at_time(std::int64_t time_ns) const {
  auto after = std::partition_point(trace_.events.begin(),
                                    trace_.events.end(),
                                    [&](const Event& event) { return event.time_ns <= time_ns; });
  return {time_ns, static_cast<std::size_t>(after - trace_.events.begin())};
}

Moment Model::after(std::size_t events) const {
  events = std::min(events, trace_.events.size());
  return {events == 0 ? 0 : trace_.events[events - 1].time_ns, events};
}

namespace {

// The last that began before the moment's next event.
const Slice* last_before(const std::vector<Slice>& slices, std::size_t events) {
  auto after = std::partition_point(
      slices.begin(), slices.end(), [&](const Slice& slice) { return slice.event < events; });
  return after == slices.begin() ? nullptr : &*(after - 1);
}

}  // namespace

const Slice* Model::slice_at(const Track& track, const Moment& moment) {
  if (track.created_event >= moment.events || track.ended_event < moment.events) return nullptr;
  const Slice* seen = last_before(track.slices, moment.events);
  const Slice* brief = last_before(track.brief, moment.events);
  if (brief != nullptr && (seen == nullptr || brief->event > seen->event)) return brief;
  if (seen == nullptr) return nullptr;
  // What was due later still slept now.
  bool later = seen->state == State::kDue && moment.time_ns < seen->start_ns;
  return later && seen != track.slices.data() ? seen - 1 : seen;
}

State Model::state_at(const Track& track, const Moment& moment) {
  if (track.ended_event < moment.events) return track.end;
  const Slice* slice = slice_at(track, moment);
  return slice == nullptr ? State::kIdle : state_at(*slice, moment.time_ns);
}

void Model::open(Track& track, Slice slice) {
  slice.event = static_cast<std::uint32_t>(next_event_);
  close(track, slice.start_ns);
  track.slices.push_back(slice);
}

// Ends the open slice, if there is one. A sleep that went past its deadline becomes two slices: it
// slept until the deadline, and from then on it was due.
void Model::close(Track& track, std::int64_t time_ns) {
  if (track.slices.empty() || track.slices.back().end_ns != kOpen) return;
  Slice& slice = track.slices.back();
  slice.end_ns = time_ns;
  if (slice.state == State::kSleeping && slice.due_ns != kNone && slice.due_ns < time_ns) {
    Slice due = slice;
    slice.end_ns = std::max(slice.start_ns, slice.due_ns);
    due.start_ns = slice.end_ns;
    due.state = State::kDue;
    track.slices.push_back(due);
  }
  // Waiting for no time at all is nothing to see; a step of no duration is.
  const Slice& last = track.slices.back();
  if (last.end_ns == last.start_ns && last.state != State::kRunning) {
    if (last.state != State::kDue && &track != &tracks_[0]) track.brief.push_back(last);
    track.slices.pop_back();
  }
}

void Model::create(const Event& event) {
  Track track;
  track.task = event.subject;
  track.parent = event.object;
  track.task_name = std::string(trace_.text_of(event));
  track.name = track.task_name;
  track.created_ns = event.time_ns;
  track.line = event.line;
  track.created_event = static_cast<std::uint32_t>(next_event_);
  if (const Track* parent = track_of(event.object); event.object != 0 && parent != nullptr) {
    track.depth = parent->depth + 1;
  }
  index_.set(event.subject, static_cast<std::uint32_t>(tracks_.size()));
  tracks_.push_back(std::move(track));
  next_.emplace_back();
  arriving_.push_back(static_cast<std::uint32_t>(flows_.size()));
  flows_.push_back({FlowKind::kCreated, event.object, event.subject, event.time_ns, kOpen});
}

// A name given by the program wins. Else what tells one worker from the next: its first argument,
// alone when it is a word ("A"), behind the coroutine's name when it is a number ("worker 3").
// Equal names get a number.
void Model::label(Track& track, std::string_view text) {
  constexpr std::size_t kLongestArgument = 20;
  std::size_t split = std::min(text.find('\x1f'), text.size());
  track.coroutine = std::string(text.substr(0, split));
  std::string_view argument = text.substr(std::min(split + 1, text.size()));
  // A coroutine defined inside another has a qualname with the path to it; the last part is its
  // name.
  std::string short_name = track.coroutine.substr(track.coroutine.rfind('.') + 1);

  bool named = !track.task_name.starts_with("Task-");
  std::string name = named ? track.task_name : short_name;
  if (!named && !argument.empty() && argument.size() <= kLongestArgument) {
    bool number = argument.find_first_not_of("0123456789.-+e") == std::string_view::npos;
    name = number ? short_name + " " + std::string(argument) : std::string(argument);
  }
  int uses = ++name_uses_[name];
  track.name = uses == 1 ? name : name + " (" + std::to_string(uses) + ")";
}

void Model::queued(const Event& event) {
  Track* track = event.object == 0 ? nullptr : find(event.object);
  if (track == nullptr) return;
  auto kind = static_cast<HandleKind>(event.detail);
  if (kind != HandleKind::kStep && kind != HandleKind::kWakeup) return;

  Slice ready{.start_ns = event.time_ns, .state = State::kReady, .line = event.line};
  if (running_ == event.object) {
    next_[place(*track)] = {true, ready};
  } else {
    if (!track->slices.empty()) ready.line = track->slices.back().line;
    open(*track, ready);
  }
  if (kind == HandleKind::kWakeup && running_ != event.object) {
    arriving_[place(*track)] = static_cast<std::uint32_t>(flows_.size());
    flows_.push_back({FlowKind::kWoke, running_, event.object, event.time_ns, kOpen});
  }
}

void Model::loop_turns(State state, const Event& event) {
  Track& loop = tracks_[0];
  if (!loop.slices.empty()) {
    Slice& last = loop.slices.back();
    if (last.end_ns == kOpen && last.state == state) return;
    close(loop, event.time_ns);
    // Handles that run one after the other are one stretch of work.
    if (!loop.slices.empty() && loop.slices.back().state == state &&
        loop.slices.back().end_ns == event.time_ns) {
      loop.slices.back().end_ns = kOpen;
      return;
    }
  }
  loop.slices.push_back({.start_ns = event.time_ns,
                         .state = state,
                         .event = static_cast<std::uint32_t>(next_event_)});
}

void Model::began(const Event& event) {
  loop_turns(State::kRunning, event);
  Track* track = event.object == 0 ? nullptr : find(event.object);
  auto kind = static_cast<HandleKind>(event.detail);
  if (track == nullptr || (kind != HandleKind::kStep && kind != HandleKind::kWakeup)) return;
  running_ = event.object;
  std::uint32_t line = track->slices.empty() ? 0 : track->slices.back().line;
  open(*track, {.start_ns = event.time_ns, .state = State::kRunning, .line = line});
  if (std::uint32_t& flow = arriving_[place(*track)]; flow != IdMap::kNothing)
    flows_[std::exchange(flow, IdMap::kNothing)].arrival_ns = event.time_ns;
}

void Model::ended(const Event& event) {
  loop_turns(State::kIdle, event);
  if (running_ == 0) return;
  Track* track = find(running_);
  if (track != nullptr) {
    close(*track, event.time_ns);
    Next& next = next_[place(*track)];
    if (next.set && track->ended_ns == kOpen) {
      next.slice.start_ns = event.time_ns;
      open(*track, next.slice);
    }
    next.set = false;
  }
  running_ = 0;
}

void Model::blocking(const Event& event) {
  bool begins = event.kind == EventKind::kBlockingBegan;
  Slice slice{.start_ns = event.time_ns,
              .due_ns = begins ? event.due_ns : kNone,
              .state = begins ? State::kBlocking : State::kRunning,
              .line = event.line,
              .text = event.text,
              .object = event.subject};
  Track* track = event.subject == 0 ? nullptr : find(event.subject);
  if (track != nullptr) {
    if (!begins && !track->slices.empty()) slice.line = track->slices.back().line;
    open(*track, slice);
  }
  slice.text = event.text;
  Track& loop = tracks_[0];
  close(loop, event.time_ns);
  slice.event = static_cast<std::uint32_t>(next_event_);
  if (begins || running_ != 0) loop.slices.push_back(slice);
}

// A future that is no task counts as not done.
std::uint32_t Model::unfinished_parts(Id future) const {
  std::uint32_t count = 0;
  for (std::uint32_t at = future == 0 ? IdMap::kNothing : parts_.get(future); at != IdMap::kNothing;
       at = all_parts_[at].before) {
    const Track* part = all_parts_[at].of == 0 ? nullptr : track_of(all_parts_[at].of);
    if (part == nullptr || part->ended_ns == kOpen) ++count;
  }
  return count;
}

void Model::apply(const Event& event) {
  end_ns_ = std::max(end_ns_, event.time_ns);
  switch (event.kind) {
    case EventKind::kLoopStarted:
      tracks_[0].name = "Event loop";
      loop_turns(State::kIdle, event);
      break;
    case EventKind::kLoopStopped: close(tracks_[0], event.time_ns); break;
    case EventKind::kTaskCreated: create(event); break;
    case EventKind::kTaskLabelled:
      if (Track* track = find(event.subject); event.subject != 0 && track != nullptr) {
        label(*track, trace_.text_of(event));
        track->made_line = event.line;
        track->made_column = event.cause;
      }
      break;
    case EventKind::kHandleQueued: queued(event); break;
    case EventKind::kHandleBegan: began(event); break;
    case EventKind::kHandleEnded: ended(event); break;
    case EventKind::kTaskWaits: {
      bool sleeps = static_cast<WaitKind>(event.detail) == WaitKind::kSleep;
      Slice slice{.start_ns = event.time_ns,
                  .due_ns = sleeps ? event.due_ns : kNone,
                  .state = sleeps ? State::kSleeping : State::kWaiting,
                  .detail = event.detail,
                  .line = event.line,
                  .text = event.text,
                  .object = event.object,
                  .parts = unfinished_parts(event.object)};
      if (event.object == 0) slice.state = State::kReady;
      if (sleeps) {
        sleepers_.push_back({event.subject, sleeper_.get(event.object)});
        sleeper_.set(event.object, static_cast<std::uint32_t>(sleepers_.size() - 1));
      }
      if (Track* track = find(event.subject); event.subject != 0 && track != nullptr)
        next_[place(*track)] = {true, slice};
      break;
    }
    case EventKind::kTimerFired:
      for (std::uint32_t at = sleeper_.get(event.object); at != IdMap::kNothing;
           at = sleepers_[at].before) {
        Track* track = find(sleepers_[at].task);
        if (track == nullptr || track->slices.empty() ||
            track->slices.back().object != event.object)
          continue;
        std::uint32_t line = track->slices.back().line;
        open(*track, {.start_ns = event.time_ns, .state = State::kReady, .line = line});
      }
      break;
    case EventKind::kTaskDone:
      if (Track* track = find(event.subject); event.subject != 0 && track != nullptr) {
        auto how = static_cast<DoneKind>(event.detail);
        track->end = how == DoneKind::kResult      ? State::kDone
                     : how == DoneKind::kException ? State::kFailed
                                                   : State::kCancelled;
        if (how == DoneKind::kException) track->failure = std::string(trace_.text_of(event));
        track->ended_ns = event.time_ns;
        track->ended_event = static_cast<std::uint32_t>(next_event_);
        if (running_ != event.subject) close(*track, event.time_ns);
      }
      break;
    case EventKind::kCancelRequested:
      flows_.push_back(
          {FlowKind::kCancelled, event.object, event.subject, event.time_ns, event.time_ns});
      break;
    case EventKind::kBlockingBegan:
    case EventKind::kBlockingEnded: blocking(event); break;
    case EventKind::kOutput:
      marks_.push_back({event.time_ns,
                        event.subject,
                        event.text,
                        event.line,
                        event.detail == 3   ? MarkKind::kProgram
                        : event.detail == 2 ? MarkKind::kError
                                            : MarkKind::kOutput});
      break;
    case EventKind::kFailure:
      marks_.push_back({event.time_ns, event.subject, event.text, event.line, MarkKind::kError});
      break;
    case EventKind::kDependsOn:
      all_parts_.push_back({event.object, parts_.get(event.subject)});
      parts_.set(event.subject, static_cast<std::uint32_t>(all_parts_.size() - 1));
      break;
    case EventKind::kTurnBegan:
    case EventKind::kFutureDone:
    case EventKind::kCallbackAdded:
    case EventKind::kTimerArmed:
    case EventKind::kTimerCancelled:
    case EventKind::kUncancelled:
    case EventKind::kMade:
    case EventKind::kInLine:
    case EventKind::kHeld:
    case EventKind::kReleased:
    case EventKind::kQueueSized:
    case EventKind::kClockMoved: break;  // the loop's history reads these
  }
}

}  // namespace simul::timeline
