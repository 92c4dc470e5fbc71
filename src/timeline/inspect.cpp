#include "timeline/inspect.hpp"

#include <algorithm>

#include "timeline/why.hpp"

namespace simul::timeline {

using asyncio::DoneKind;
using asyncio::EventKind;
using asyncio::HandleKind;
using asyncio::WaitKind;
using trace::Event;

namespace {

constexpr std::size_t kMostCauses = 8, kNeighbours = 4;

std::string who(const Model& model, Id id) {
  const Track* track = id == 0 ? nullptr : model.track_of(id);
  return track == nullptr ? "" : track->name;
}

// Walks back from an event to what made it happen, and from that to what made it happen.
class Chain {
 public:
  Chain(const Model& model, LoopHistory& history, std::vector<Cause>& out)
      : model_(model), history_(history), out_(out) {}

  // The task is ready because of this kHandleQueued.
  void queued(std::uint32_t at) {
    while (at != kNoEvent && out_.size() < kMostCauses) at = step(at);
  }

  // Something was done inside a callback: whose step was it, and what queued that?
  std::uint32_t callback_of(std::uint32_t at) {
    const std::uint32_t began = history_.callback_around(at);
    return began == kNoEvent ? kNoEvent : history_.queued(began);
  }

 private:
  const Event& event(std::uint32_t at) const { return model_.trace().events[at]; }
  void add(std::uint32_t at, Id task, std::string sentence, std::uint32_t line = 0) {
    out_.push_back(
        {event(at).time_ns, at, task, line == 0 ? event(at).line : line, std::move(sentence)});
  }

  // One link; answers the kHandleQueued that comes before it.
  std::uint32_t step(std::uint32_t at) {
    const Event& queued = event(at);
    const auto kind = static_cast<HandleKind>(queued.detail);
    const std::string owner = who(model_, queued.object);
    if (kind == HandleKind::kTimer) return timer(history_.fired(queued.cause));
    if (kind == HandleKind::kStep) {
      const Track* track = model_.track_of(queued.object);
      if (track != nullptr && track->task != 0 && queued.cause != queued.object) {
        const std::uint32_t made = track->created_event;
        add(made,
            track->parent,
            name_of(model_, track->parent) + " created " + track->name + at_line(track->line) + ".",
            track->line);
        return callback_of(made);
      }
      add(at, queued.object, owner + " gave up its turn and asked for the next one.");
      return callback_of(at);
    }
    return done(history_.done(queued.cause), at);
  }

  // A future or task that became done before `by`.
  std::uint32_t done(std::uint32_t at, std::uint32_t by) {
    if (at == kNoEvent || at > by) {
      return callback_of(by);
    }
    const Event& told = event(at);
    const auto how = static_cast<DoneKind>(told.detail);
    if (told.kind == EventKind::kTaskDone) {
      add(at,
          told.subject,
          who(model_, told.subject) +
              (how == DoneKind::kResult ? " ended."
               : how == DoneKind::kException
                   ? " failed: " + std::string(model_.trace().text_of(told)) + "."
                   : " was cancelled."));
      return callback_of(at);
    }
    const std::uint32_t around = history_.callback_around(at);
    // A timer's callback completes the future that a sleep waits for: the timer is the story.
    if (around != kNoEvent && static_cast<HandleKind>(event(around).detail) == HandleKind::kTimer) {
      const std::uint32_t queued = history_.queued(around);
      return queued == kNoEvent ? kNoEvent : timer(history_.fired(event(queued).cause));
    }
    const std::uint32_t in_line = history_.in_line(told.subject);
    std::string what = "what it waited for";
    if (in_line != kNoEvent) {
      const std::uint32_t made = history_.made(event(in_line).object);
      const std::string name =
          made == kNoEvent ? "" : std::string(model_.trace().text_of(event(made)));
      switch (static_cast<WaitKind>(event(in_line).detail)) {
        case WaitKind::kLock:
        case WaitKind::kSemaphore: what = "gave back " + (name.empty() ? "the lock" : name); break;
        case WaitKind::kEvent: what = "set " + (name.empty() ? "the event" : name); break;
        case WaitKind::kCondition:
          what = "notified " + (name.empty() ? "the condition" : name);
          break;
        case WaitKind::kQueueGet:
          what = "put something into " + (name.empty() ? "the queue" : name);
          break;
        case WaitKind::kQueuePut:
          what = "took something out of " + (name.empty() ? "the queue" : name);
          break;
        case WaitKind::kQueueJoin:
          what = "finished the last item of " + (name.empty() ? "the queue" : name);
          break;
        default: what = "released it"; break;
      }
    } else if (told.object == 0 && !history_.parts(told.subject, at).empty()) {
      add(at, 0, "That completed what it waited for.");
      return callback_of(at);
    } else if (how == DoneKind::kCancelled) {
      what = "cancelled its wait";
    } else {
      what = "completed the future it waited for";
    }
    if (told.object != 0)
      add(at, told.object, who(model_, told.object) + " " + what + at_line(told.line) + ".");
    else
      add(at, 0, "A callback of the loop " + what + ".");
    return callback_of(at);
  }

  std::uint32_t timer(std::uint32_t fired) {
    if (fired == kNoEvent) return kNoEvent;
    const Event& told = event(fired);
    std::string sentence = "Timer " + std::to_string(told.subject) + " fired";
    if (told.time_ns - told.due_ns >= 1'000'000)
      sentence += ", due at " + seconds(told.due_ns) + " and collected at " + seconds(told.time_ns);
    else
      sentence += " at " + seconds(told.time_ns);
    add(fired, 0, sentence + ".");
    const std::uint32_t armed = history_.armed(told.subject);
    if (armed == kNoEvent || out_.size() >= kMostCauses) return kNoEvent;
    const std::uint32_t around = history_.callback_around(armed);
    const Id owner = around == kNoEvent ? 0 : event(around).object;
    if (who(model_, owner).empty()) return kNoEvent;
    add(armed,
        owner,
        who(model_, owner) + " set it at " + seconds(event(armed).time_ns) +
            at_line(event(armed).line) + ".");
    return kNoEvent;
  }

  const Model& model_;
  LoopHistory& history_;
  std::vector<Cause>& out_;
};

}  // namespace

Inspection inspect(const Model& model, LoopHistory& history, Id task, const Moment& moment) {
  Inspection out;
  out.task = task;
  const Track* track = model.track_of(task);
  if (track == nullptr) {
    out.why = "There is no such task.";
    return out;
  }
  out.name = track->name;
  out.task_name = track->task_name;
  out.coroutine = track->coroutine;
  out.parent = track->parent;
  out.created_line = track->line;
  out.why = why(model, history, task, moment);
  if (task == 0) {
    const LoopState loop = history.at(moment);
    out.state = loop.blocked ? State::kBlocking : loop.busy ? State::kRunning : State::kIdle;
    out.line = loop.blocked ? loop.blocked_line : 0;
    out.until_ns = loop.waits_until_ns;
    for (std::size_t at = moment.events - std::min(moment.events, kNeighbours);
         at < std::min(model.trace().events.size(), moment.events + kNeighbours);
         ++at) {
      const Event& event = model.trace().events[at];
      out.neighbours.push_back(
          {at, event.time_ns, 0, event.line, at < moment.events, say(model, at)});
    }
    return out;
  }
  out.state = Model::state_at(*track, moment);
  if (const Slice* slice = Model::slice_at(*track, moment)) {
    const bool due = out.state == State::kDue && slice->state == State::kSleeping;
    out.since_ns = due ? slice->due_ns : slice->start_ns;
    out.line = slice->line;
    if (slice->due_ns != kNone && !due)
      out.until_ns = slice->due_ns;
    else if (slice->end_ns != kOpen && slice->end_ns <= model.end_ns())
      out.until_ns = slice->end_ns;
  } else if (track->ended_event < moment.events) {
    out.since_ns = track->ended_ns;
    out.line = model.trace().events[track->ended_event].line;
  }

  const std::vector<std::uint32_t>& about = history.about(task);
  const auto next = std::lower_bound(about.begin(), about.end(), moment.events);
  // The latest that put it into the queue, or the step in which it came to where it is.
  Chain chain(model, history, out.causes);
  std::uint32_t from = kNoEvent;
  for (auto at = next; at != about.begin() && from == kNoEvent;)
    if (model.trace().events[*--at].kind == EventKind::kHandleQueued) from = *at;
  chain.queued(from);

  const auto first = next - std::min<std::ptrdiff_t>(next - about.begin(), kNeighbours);
  const auto last = next + std::min<std::ptrdiff_t>(about.end() - next, kNeighbours);
  for (auto at = first; at != last; ++at) {
    const Event& event = model.trace().events[*at];
    out.neighbours.push_back(
        {*at, event.time_ns, task, event.line, *at < moment.events, say(model, *at)});
  }
  return out;
}

std::string say(const Model& model, std::size_t index) {
  const auto& events = model.trace().events;
  if (index >= events.size()) return "";
  const Event& event = events[index];
  const std::string text(model.trace().text_of(event));
  const std::string line = at_line(event.line);
  const auto subject = [&] { return name_of(model, event.subject); };
  const auto object = [&] { return name_of(model, event.object); };
  const auto thing = [&](const char* kind) {
    return std::string(kind) + " " + std::to_string(event.subject);
  };
  const auto handle = [&](const char* verb) {
    const auto kind = static_cast<HandleKind>(event.detail);
    const std::string name = who(model, event.object);
    switch (kind) {
      case HandleKind::kStep:
      case HandleKind::kWakeup:
        return (kind == HandleKind::kStep ? "A step of " : "A wake-up of ") +
               (name.empty() ? "a task" : name) + " " + verb;
      case HandleKind::kTimer: return std::string("A timer's callback ") + verb;
      case HandleKind::kCallback: break;
    }
    return (text.empty() ? std::string("A callback") : "The callback " + text) +
           (name.empty() ? "" : " about " + name) + " " + verb;
  };
  switch (event.kind) {
    case EventKind::kLoopStarted: return "The event loop starts";
    case EventKind::kLoopStopped: return "The event loop stops";
    case EventKind::kTurnBegan:
      return "Turn " + std::to_string(event.subject) + " begins with " +
             std::to_string(event.object) + (event.object == 1 ? " callback" : " callbacks");
    case EventKind::kTaskCreated: return object() + " creates " + subject() + line;
    case EventKind::kTaskLabelled: return subject() + " is a task of this coroutine";
    case EventKind::kHandleQueued: return handle("joins the ready queue");
    case EventKind::kHandleBegan: return handle("runs");
    case EventKind::kHandleEnded: return handle("ends");
    case EventKind::kTaskWaits: {
      if (event.object == 0) return subject() + " gives up its turn" + line;
      if (static_cast<WaitKind>(event.detail) == WaitKind::kSleep)
        return subject() + " goes to sleep until " + seconds(event.due_ns) + line;
      const std::string other = who(model, event.object);
      return subject() + " starts to wait for " +
             (other.empty() ? said(model, event.text, "a future") : other) + line;
    }
    case EventKind::kTaskDone:
      switch (static_cast<DoneKind>(event.detail)) {
        case DoneKind::kResult: return subject() + " ends";
        case DoneKind::kException: return subject() + " fails: " + text;
        case DoneKind::kCancelled: return subject() + " is cancelled";
      }
      return subject() + " ends";
    case EventKind::kFutureDone:
      return thing("Future") + " is done" + (event.object == 0 ? "" : ", by " + object()) + line;
    case EventKind::kCallbackAdded:
      return (who(model, event.subject).empty() ? thing("Future") : subject()) + " will wake " +
             (event.object == 0 ? "a callback" : object());
    case EventKind::kCancelRequested:
      return (event.object == 0 ? "The loop" : object()) + " asks " + subject() + " to cancel" +
             line;
    case EventKind::kTimerArmed:
      return thing("Timer") + " is set for " + seconds(event.due_ns) + line;
    case EventKind::kTimerFired: return thing("Timer") + " fires, due at " + seconds(event.due_ns);
    case EventKind::kTimerCancelled: return thing("Timer") + " is taken back";
    case EventKind::kClockMoved: {
      const char* why_moved[] = {"waiting", "computing", "blocking", "a pause"};
      return "The clock moves from " + seconds(event.due_ns) + " to " + seconds(event.time_ns) +
             " by " + why_moved[event.detail & 3];
    }
    case EventKind::kBlockingBegan:
      return subject() + " blocks the loop with " + (text.empty() ? "a call" : text) + line;
    case EventKind::kBlockingEnded: return subject() + " no longer blocks the loop";
    case EventKind::kOutput:
      return subject() +
             (event.detail == 3   ? " marks: "
              : event.detail == 2 ? " writes to stderr: "
                                  : " prints: ") +
             text.substr(0, text.find('\n')) + line;
    case EventKind::kFailure: return text.substr(0, text.find('\x1f')) + line;
    case EventKind::kUncancelled: return subject() + " takes a cancel request back";
    case EventKind::kMade:
      return "The program makes " + (text.empty() ? thing("object") : text) + line;
    case EventKind::kInLine: return thing("Future") + " stands in line";
    case EventKind::kHeld: return object() + " acquires " + thing("lock") + line;
    case EventKind::kReleased: return object() + " gives back " + thing("lock") + line;
    case EventKind::kQueueSized:
      return object() +
             (static_cast<WaitKind>(event.detail) == WaitKind::kQueuePut ? " puts into "
                                                                         : " takes from ") +
             thing("queue") + ", which holds " + std::to_string(event.cause) + " now" + line;
    case EventKind::kDependsOn:
      return thing("Future") + " waits for " +
             (who(model, event.object).empty() ? "future " + std::to_string(event.object)
                                               : object());
  }
  return "";
}

}  // namespace simul::timeline
