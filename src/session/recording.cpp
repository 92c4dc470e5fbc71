#include "session/recording.hpp"

#include <algorithm>
#include <unordered_set>

#include "trace/text.hpp"

namespace simul::session {
namespace {

using trace::Event;
using Kind = trace::EventKind;

// What a trace has told so far, and what therefore cannot come next.
class Story {
 public:
  // Empty, or what is wrong.
  std::string next(const Event& event) {
    switch (event.kind) {
      case Kind::kLoopStarted:
      case Kind::kLoopStopped:
      case Kind::kTurnBegan: return "";
      case Kind::kTaskCreated:
        if (event.subject == 0 || !tasks_.insert(event.subject).second)
          return "creates a task that is there already";
        return event.object == event.subject ? "lets a task create itself" : known(event.object);
      case Kind::kTaskLabelled: return task(event.subject);
      case Kind::kHandleQueued:
        return limited(event.detail, trace::HandleKind::kTimer, task(event.object));
      case Kind::kHandleBegan:
        if (running_ != 0) return "begins a step while another one is going on";
        running_ = event.object;
        return limited(event.detail, trace::HandleKind::kTimer, alive(event.object));
      case Kind::kHandleEnded:
        if (running_ != event.object || running_ == 0) return "ends a step that has not begun";
        running_ = 0;
        return "";
      case Kind::kTaskWaits:
        if (event.subject != running_) return "lets a task wait that does not run";
        return limited(event.detail, trace::WaitKind::kExecutor, alive(event.subject));
      case Kind::kTaskDone:
        done_.insert(event.subject);
        if (event.subject != running_) return "ends a task that does not run";
        return limited(event.detail, trace::DoneKind::kCancelled, task(event.subject));
      case Kind::kTimerArmed:
        return timers_.insert(event.subject).second ? "" : "sets a timer that is set already";
      case Kind::kTimerFired:
      case Kind::kTimerCancelled:
        return timers_.erase(event.subject) == 1 ? "" : "speaks of a timer that nobody set";
      case Kind::kOutput:
        if (event.detail < 1 || event.detail > 3) return "prints to no stream";
        return known(event.subject);
      case Kind::kBlockingBegan:
        if (blocked_) return "blocks the loop twice at once";
        blocked_ = true;
        return known(event.subject);
      case Kind::kBlockingEnded:
        if (!blocked_) return "ends a blocking call that has not begun";
        blocked_ = false;
        return known(event.subject);
      default: return "is of a kind that no recording has";
    }
  }

 private:
  std::string task(trace::Id id) const {
    return tasks_.contains(id) ? "" : "speaks of a task that nobody created";
  }
  std::string known(trace::Id id) const { return id == 0 ? "" : task(id); }
  std::string alive(trace::Id id) const {
    return done_.contains(id) ? "goes on with a task that has ended" : task(id);
  }
  template <typename Enum>
  std::string limited(std::uint8_t detail, Enum last, std::string otherwise) const {
    return detail > static_cast<std::uint8_t>(last) ? "has a detail that means nothing" : otherwise;
  }

  std::unordered_set<trace::Id> tasks_, done_, timers_;
  trace::Id running_ = 0;
  bool blocked_ = false;
};

}  // namespace

Result<trace::Trace> read_recording(std::string_view text, std::size_t max_events) {
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  if (lines > max_events + 1)
    return Error{"This recording has " + std::to_string(lines) + " events, and " +
                     std::to_string(max_events) + " at most can be shown.",
                 {}};
  Result<trace::Trace> read = trace::parse_text(text);
  if (!read.ok())
    return Error{"This is no recording that Simul can read: " + read.error().message, {}};
  if (read.value().events.empty()) return Error{"This recording is empty.", {}};
  if (read.value().events.front().time_ns < 0)
    return Error{"This recording begins before its own beginning.", {}};
  Story story;
  std::size_t number = 0;
  for (const Event& event : read.value().events) {
    ++number;
    const std::string wrong = story.next(event);
    if (!wrong.empty())
      return Error{"This recording is damaged: its event " + std::to_string(number) + " (" +
                       std::string(trace::name(event.kind)) + ") " + wrong + ".",
                   {}};
  }
  return read;
}

}  // namespace simul::session
