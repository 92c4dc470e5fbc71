#include "timeline/diagnose.hpp"

#include <algorithm>

#include "base/sort.hpp"
#include "timeline/doctor.hpp"

namespace simul::timeline {

using asyncio::DoneKind;
using asyncio::EventKind;
using asyncio::HandleKind;
using asyncio::WaitKind;
using trace::Event;

std::string_view word(FindingKind kind) {
  switch (kind) {
    case FindingKind::kBlocked: return "loop-blocked";
    case FindingKind::kStarved: return "starvation";
    case FindingKind::kNeverAwaited: return "never-awaited";
    case FindingKind::kNeverFinished: return "never-finished";
    case FindingKind::kUnseenError: return "exception-never-retrieved";
    case FindingKind::kSwallowed: return "cancellation-swallowed";
    case FindingKind::kConvoy: return "lock-convoy";
    case FindingKind::kDeadlock: return "deadlock";
    case FindingKind::kQueueGrowth: return "queue-growth";
    case FindingKind::kCouldOverlap: return "could-overlap";
  }
  return "";
}

std::vector<Finding> Doctor::examine() {
  for (at_ = 0; at_ < events_.size(); ++at_) take(events_[at_]);
  say_blocked();
  say_starved();
  say_unfinished();
  say_swallowed();
  say_convoys();
  say_queues();
  say_deadlock();
  sort_stably(findings_, [](const Finding& a, const Finding& b) {
    if (a.severity != b.severity) return a.severity < b.severity;
    if (a.kind != b.kind) return a.kind < b.kind;
    return a.start_ns < b.start_ns;
  });
  return std::move(findings_);
}

void Doctor::take(const Event& event) {
  switch (event.kind) {
    case EventKind::kLoopStarted: loop_runs_ = true; break;
    case EventKind::kLoopStopped: loop_runs_ = false; break;
    case EventKind::kTaskCreated:
      if (!loop_runs_ && event.object == 0) {
        main_ = event.subject;
        main_done_ = false;
      }
      break;
    case EventKind::kHandleQueued: queued(event); break;
    case EventKind::kHandleBegan: began(event); break;
    case EventKind::kHandleEnded: ended(event); break;
    case EventKind::kTimerFired: late_timer(event); break;
    case EventKind::kBlockingBegan: blocking_ = at_; break;
    case EventKind::kBlockingEnded: blocked(event); break;
    case EventKind::kTaskWaits: waits(event); break;
    case EventKind::kTaskDone:
      if (event.subject == main_) main_done_ = true;
      end_wait(event.subject, event);
      break;
    case EventKind::kCancelRequested: {
      Task& task = tasks_[event.subject];
      if (event.object == event.subject) break;  // it asked itself
      ++task.cancels;
      task.told = true;
      task.cancelled_at = at_;
      task.cancelled_by = event.object;
      task.waits_after = 0;
      if (event.object == 0 && main_done_) task.by_shutdown = true;
      break;
    }
    case EventKind::kUncancelled:
      if (Task& task = tasks_[event.subject]; task.cancels > 0) --task.cancels;
      break;
    case EventKind::kHeld: {
      Lock& lock = locks_[event.subject];
      lock.plain = static_cast<WaitKind>(event.detail) == WaitKind::kLock;
      ++lock.holds;
      ++lock.held_lines[event.line];
      if (lock.start_ns == 0) lock.start_ns = event.time_ns;
      held_since_[{event.subject, event.object}] = event.time_ns;
      break;
    }
    case EventKind::kReleased: {
      auto since = held_since_.find({event.subject, event.object});
      if (since == held_since_.end()) break;
      if (event.time_ns > since->second) ++locks_[event.subject].held_across;
      held_since_.erase(since);
      break;
    }
    case EventKind::kQueueSized: sized(event); break;
    case EventKind::kFailure: unseen(event); break;
    case EventKind::kOutput:
      if (event.detail == 2) never_awaited(event);
      break;
    default: break;
  }
}

// ---- the loop held

void Doctor::began(const Event& event) {
  began_ns_ = event.time_ns;
  blocked_ns_ = 0;
  step_ = at_;
  began_at_ns_.push_back(event.time_ns);
  const auto kind = static_cast<HandleKind>(event.detail);
  if (kind != HandleKind::kStep && kind != HandleKind::kWakeup) return;
  running_ = event.object;
  auto found = tasks_.find(event.object);
  if (found == tasks_.end()) return;
  Task& task = found->second;
  if (task.ready_ns >= 0) {
    const std::int64_t waited = event.time_ns - task.ready_ns;
    Starved& starved = starved_[event.object];
    if (waited > starved.longest_ns)
      starved = {waited, task.ready_ns, began_between(task.ready_ns), at_};
    task.ready_ns = -1;
  }
  end_wait(event.object, event);
}

void Doctor::ended(const Event& event) {
  const std::int64_t computed = event.time_ns - began_ns_ - blocked_ns_;
  longest_step_ns_ = std::max(longest_step_ns_, event.time_ns - began_ns_);
  if (computed > options_.blocked_ns && running_ != 0) {
    const Task& task = tasks_[running_];
    Call& call = calls_[{task.line, 1}];
    note(call, computed, began_ns_, event.time_ns, step_, running_, task.line, "");
  }
  running_ = 0;
}

void Doctor::note(Call& call,
                  std::int64_t ns,
                  std::int64_t from_ns,
                  std::int64_t to_ns,
                  std::size_t event,
                  Id task,
                  std::uint32_t line,
                  std::string text) {
  ++call.times;
  call.total_ns += ns;
  if (ns <= call.worst_ns) return;
  call = {ns, call.total_ns, from_ns, to_ns, call.times, event, task, line, std::move(text)};
}

void Doctor::blocked(const Event& event) {
  const Event& call = events_[blocking_];
  if (call.kind != EventKind::kBlockingBegan) return;
  const std::int64_t ns = event.time_ns - call.time_ns;
  blocked_ns_ += ns;
  if (!loop_runs_ || ns <= options_.blocked_ns) return;
  note(calls_[{call.line, 0}],
       ns,
       call.time_ns,
       event.time_ns,
       blocking_,
       call.subject,
       call.line,
       std::string(trace_.text_of(call)));
}

void Doctor::say_blocked() {
  for (auto& [key, call] : calls_) {
    Finding finding;
    finding.kind = FindingKind::kBlocked;
    finding.line = call.line;
    finding.start_ns = call.start_ns;
    finding.end_ns = call.end_ns;
    finding.tasks.push_back(call.task);
    const bool is_call = key.second == 0;
    const std::string often = call.times == 1 ? std::string()
                                              : ", " + std::to_string(call.times) + " times, " +
                                                    span(call.total_ns) + " in all";
    if (is_call)
      finding.title = "Line " + std::to_string(call.line) + " blocks the event loop for " +
                      span(call.worst_ns) + often + ".";
    else
      finding.title = "One step of " + name(call.task) + " computes for " + span(call.worst_ns) +
                      " without giving the loop a turn" + often + ".";
    add_evidence(finding,
                 {call.start_ns,
                  call.event,
                  call.task,
                  call.line,
                  name(call.task) + (is_call ? " calls " + call.text : " begins a long step")});
    std::vector<std::string> late;
    for (const Track& track : model_.tracks()) {
      if (track.task == 0 || track.task == call.task) continue;
      const Slice* slice = Model::slice_at(track, call.end_ns - 1);
      if (slice == nullptr || call.end_ns - 1 >= track.ended_ns) continue;
      const State state = Model::state_at(*slice, call.end_ns - 1);
      if (state != State::kDue && state != State::kReady) continue;
      finding.tasks.push_back(track.task);
      late.push_back(track.name);
      const std::int64_t since = std::max(
          call.start_ns,
          slice->due_ns != kNone && state == State::kDue ? slice->due_ns : slice->start_ns);
      add_evidence(finding,
                   {since,
                    slice->event,
                    track.task,
                    slice->line,
                    track.name + " was " + std::string(word(state)) + " from " + seconds(since) +
                        " and could not run"});
      if (late.size() >= 64) break;
    }
    finding.severity = late.empty() ? Severity::kHint : Severity::kWarning;
    finding.explanation =
        late.empty() ? "Nobody else could have run then; with another task, it would have waited."
                     : listed(late) + " could have run in that time.";
    if (is_call && call.text.starts_with("time.sleep"))
      finding.fix =
          "Write `await asyncio.sleep" + call.text.substr(10) + "` instead of `" + call.text + "`.";
    else if (is_call)
      finding.fix = "Run it in a thread: `await asyncio.to_thread(...)`.";
    else
      finding.fix =
          "Break the work up with `await asyncio.sleep(0)`, or move it to a thread or process.";
    findings_.push_back(std::move(finding));
  }
}

// ---- starvation: late although nobody held the loop for long

void Doctor::queued(const Event& event) {
  const auto kind = static_cast<HandleKind>(event.detail);
  if (kind != HandleKind::kStep && kind != HandleKind::kWakeup) return;
  Task& task = tasks_[event.object];
  if (task.ready_ns >= 0) return;
  // Whoever sleeps could have run since its timer was due.
  auto due = late_due_.find(event.cause);
  task.ready_ns = due == late_due_.end() ? event.time_ns : std::min(event.time_ns, due->second);
  if (due != late_due_.end()) late_due_.erase(due);
}

void Doctor::late_timer(const Event& event) {
  if (event.time_ns - event.due_ns > kMs) late_due_[event.object] = event.due_ns;
}

// Callbacks that began since then, without the one that begins now.
std::size_t Doctor::began_between(std::int64_t from_ns) const {
  auto first = std::lower_bound(began_at_ns_.begin(), began_at_ns_.end(), from_ns);
  return static_cast<std::size_t>(began_at_ns_.end() - first) - 1;
}

void Doctor::say_starved() {
  constexpr std::int64_t kLong = 200 * kMs;
  constexpr std::size_t kMany = 10;
  std::vector<std::pair<Id, Starved>> worst;
  for (const auto& [task, starved] : starved_)
    if (starved.longest_ns >= kLong && starved.callbacks >= kMany &&
        longest_step_ns_ <= starved.longest_ns / 2)
      worst.emplace_back(task, starved);
  if (worst.empty()) return;
  sort_stably(worst, [](const auto& a, const auto& b) {
    return a.second.longest_ns != b.second.longest_ns ? a.second.longest_ns > b.second.longest_ns
                                                      : a.first < b.first;
  });
  const auto& [task, first] = worst.front();
  Finding finding;
  finding.kind = FindingKind::kStarved;
  finding.start_ns = first.from_ns;
  finding.end_ns = first.from_ns + first.longest_ns;
  finding.line = tasks_[task].line;
  finding.title = name(task) + " could run at " + seconds(first.from_ns) + " and had to wait " +
                  span(first.longest_ns) + " for its turn.";
  finding.explanation =
      std::to_string(first.callbacks) +
      " other callbacks ran before it, none of them for long: the loop has more work than time.";
  finding.fix =
      "Do less in each step, run fewer of these tasks at once (asyncio.Semaphore), or move the "
      "work to threads or processes.";
  for (const auto& [id, starved] : worst) {
    finding.tasks.push_back(id);
    add_evidence(finding,
                 {starved.from_ns,
                  starved.event,
                  id,
                  tasks_[id].line,
                  name(id) + " waited " + span(starved.longest_ns) + " behind " +
                      std::to_string(starved.callbacks) + " callbacks"});
  }
  findings_.push_back(std::move(finding));
}

std::vector<Finding> diagnose(const Model& model,
                              LoopHistory& history,
                              const DiagnoseOptions& options) {
  return Doctor(model, history, options).examine();
}

}  // namespace simul::timeline
