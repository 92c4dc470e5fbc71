#include "timeline/diagnose.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "timeline/await_graph.hpp"
#include "timeline/why.hpp"

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

namespace {

constexpr std::int64_t kMs = 1'000'000;
constexpr std::size_t kMostEvidence = 12;

void add_evidence(Finding& finding, Evidence evidence) {
  if (finding.evidence.size() < kMostEvidence) finding.evidence.push_back(std::move(evidence));
}

// "1.000 s", "62 ms"
std::string span(std::int64_t ns) {
  if (ns >= 1'000 * kMs) return seconds(ns) + " s";
  return std::to_string((ns + kMs / 2) / kMs) + " ms";
}

class Doctor {
 public:
  Doctor(const Model& model, LoopHistory& history, const DiagnoseOptions& options)
      : model_(model)
      , history_(history)
      , options_(options)
      , trace_(model.trace())
      , events_(trace_.events) {}

  std::vector<Finding> examine() {
    for (at_ = 0; at_ < events_.size(); ++at_) take(events_[at_]);
    say_blocked();
    say_starved();
    say_unfinished();
    say_swallowed();
    say_convoys();
    say_queues();
    say_deadlock();
    std::sort(findings_.begin(), findings_.end(), [](const Finding& a, const Finding& b) {
      if (a.severity != b.severity) return a.severity < b.severity;
      if (a.kind != b.kind) return a.kind < b.kind;
      return a.start_ns < b.start_ns;
    });
    return std::move(findings_);
  }

 private:
  struct Call {  // a line, or a step, that held the loop
    std::int64_t worst_ns = 0, total_ns = 0, start_ns = 0, end_ns = 0;
    std::size_t times = 0, event = 0;
    Id task = 0;
    std::uint32_t line = 0;
    std::string text;
  };
  struct Task {
    int cancels = 0;
    bool told = false;             // a cancel reached it while it was alive
    std::size_t cancelled_at = 0;  // event
    std::size_t waits_after = 0;   // waits since then
    Id cancelled_by = 0;
    bool by_shutdown = false;
    std::int64_t ready_ns = -1;  // since when it could run
    std::uint32_t line = 0;      // of its latest wait
    std::int64_t lock_wait_ns = 0;
    std::size_t wait_event = 0;
    Id waits_for = 0;
  };
  struct Starved {
    std::int64_t longest_ns = 0, from_ns = 0;
    std::size_t callbacks = 0, event = 0;
  };
  struct Lock {
    std::size_t in_line = 0, most = 0, most_event = 0, contended = 0;
    std::int64_t waited_ns = 0, start_ns = 0, end_ns = 0;
    std::unordered_map<Id, std::int64_t> waited_by;
    std::map<std::uint32_t, std::size_t> held_lines;
    std::size_t held_across = 0, holds = 0;
    bool plain = true;  // a Lock, not a semaphore
  };
  struct Queue {
    std::vector<std::uint32_t> sizes;
    std::vector<std::size_t> at;
    std::size_t puts = 0, gets = 0, puts_after_get = 0;
    bool bounded = false;
    std::uint32_t put_line = 0, get_line = 0;
    Id putter = 0;
  };

  std::string name(Id task) const { return name_of(model_, task); }
  bool is_task(Id id) const {
    const Track* track = id == 0 ? nullptr : model_.track_of(id);
    return track != nullptr;
  }

  void take(const Event& event) {
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

  void began(const Event& event) {
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

  void ended(const Event& event) {
    const std::int64_t computed = event.time_ns - began_ns_ - blocked_ns_;
    longest_step_ns_ = std::max(longest_step_ns_, event.time_ns - began_ns_);
    if (computed > options_.blocked_ns && running_ != 0) {
      const Task& task = tasks_[running_];
      Call& call = calls_[{task.line, 1}];
      note(call, computed, began_ns_, event.time_ns, step_, running_, task.line, "");
    }
    running_ = 0;
  }

  void note(Call& call,
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

  void blocked(const Event& event) {
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

  void say_blocked() {
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
        finding.fix = "Write `await asyncio.sleep" + call.text.substr(10) + "` instead of `" +
                      call.text + "`.";
      else if (is_call)
        finding.fix = "Run it in a thread: `await asyncio.to_thread(...)`.";
      else
        finding.fix =
            "Break the work up with `await asyncio.sleep(0)`, or move it to a thread or process.";
      findings_.push_back(std::move(finding));
    }
  }

  // ---- starvation: late although nobody held the loop for long

  void queued(const Event& event) {
    const auto kind = static_cast<HandleKind>(event.detail);
    if (kind != HandleKind::kStep && kind != HandleKind::kWakeup) return;
    Task& task = tasks_[event.object];
    if (task.ready_ns >= 0) return;
    // Whoever sleeps could have run since its timer was due.
    auto due = late_due_.find(event.cause);
    task.ready_ns = due == late_due_.end() ? event.time_ns : std::min(event.time_ns, due->second);
    if (due != late_due_.end()) late_due_.erase(due);
  }

  void late_timer(const Event& event) {
    if (event.time_ns - event.due_ns > kMs) late_due_[event.object] = event.due_ns;
  }

  // Callbacks that began since then, without the one that begins now.
  std::size_t began_between(std::int64_t from_ns) const {
    auto first = std::lower_bound(began_at_ns_.begin(), began_at_ns_.end(), from_ns);
    return static_cast<std::size_t>(began_at_ns_.end() - first) - 1;
  }

  void say_starved() {
    constexpr std::int64_t kLong = 200 * kMs;
    constexpr std::size_t kMany = 10;
    std::vector<std::pair<Id, Starved>> worst;
    for (const auto& [task, starved] : starved_)
      if (starved.longest_ns >= kLong && starved.callbacks >= kMany &&
          longest_step_ns_ <= starved.longest_ns / 2)
        worst.emplace_back(task, starved);
    if (worst.empty()) return;
    std::sort(worst.begin(), worst.end(), [](const auto& a, const auto& b) {
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

  // ---- ends

  void never_awaited(const Event& event) {
    const std::string_view text = trace_.text_of(event);
    const std::size_t at = text.find("RuntimeWarning: coroutine '");
    const std::size_t end = text.find("' was never awaited");
    if (at == std::string_view::npos || end == std::string_view::npos || end < at) return;
    const std::string coroutine(text.substr(at + 27, end - at - 27));
    // "main.py:12: RuntimeWarning": the line at which it was thrown away.
    std::uint32_t line = 0;
    if (at >= 2 && text.substr(at - 2, 2) == ": ") {
      std::size_t digits = at - 2;
      while (digits > 0 && text[digits - 1] >= '0' && text[digits - 1] <= '9') --digits;
      for (std::size_t i = digits; i < at - 2; ++i)
        line = line * 10 + static_cast<std::uint32_t>(text[i] - '0');
    }
    Finding finding;
    finding.kind = FindingKind::kNeverAwaited;
    finding.line = line;
    finding.start_ns = finding.end_ns = event.time_ns;
    finding.title =
        "The coroutine " + coroutine + " was made and never awaited: nothing of it ran.";
    finding.explanation =
        "Calling an async function only makes a coroutine; it runs when somebody awaits it.";
    finding.fix = "Write `await " + coroutine + "(...)`, or `asyncio.create_task(" + coroutine +
                  "(...))` to let it run beside.";
    add_evidence(finding,
                 {event.time_ns,
                  at_,
                  event.subject,
                  line,
                  "Python noticed when it threw the coroutine away" + at_line(line)});
    findings_.push_back(std::move(finding));
  }

  void unseen(const Event& event) {
    const std::string_view text = trace_.text_of(event);
    if (text.find("exception was never retrieved") == std::string_view::npos) return;
    const std::size_t split = text.find('\x1f');
    const std::string error(split == std::string_view::npos ? "" : text.substr(split + 1));
    Finding finding;
    finding.kind = FindingKind::kUnseenError;
    finding.severity = Severity::kError;
    finding.start_ns = finding.end_ns = event.time_ns;
    const std::uint32_t done = history_.done(event.subject);
    const bool task = is_task(event.subject);
    if (done != kNoEvent && done < at_) {
      finding.line = events_[done].line;
      finding.start_ns = events_[done].time_ns;
      add_evidence(finding,
                   {events_[done].time_ns,
                    done,
                    task ? event.subject : 0,
                    events_[done].line,
                    (task ? name(event.subject) : "A future") + " failed: " + error});
    }
    if (task) finding.tasks.push_back(event.subject);
    if (finding.line == 0 && task) finding.line = model_.track_of(event.subject)->line;
    finding.title = (task ? name(event.subject) : "A future") + " failed with " + error +
                    ", and nobody looked.";
    finding.explanation = "The exception was only reported when the task was thrown away.";
    finding.fix = "Await the task, or gather it, or start it in an asyncio.TaskGroup.";
    add_evidence(finding, {event.time_ns, at_, event.subject, 0, "It was reported here"});
    findings_.push_back(std::move(finding));
  }

  void say_unfinished() {
    Finding finding;
    finding.kind = FindingKind::kNeverFinished;
    std::vector<std::string> names;
    for (const Track& track : model_.tracks()) {
      auto found = tasks_.find(track.task);
      if (track.task == 0 || found == tasks_.end()) continue;
      const Task& task = found->second;
      if (!task.by_shutdown) continue;
      const Event& asked = events_[task.cancelled_at];
      names.push_back(track.name);
      finding.tasks.push_back(track.task);
      if (finding.line == 0) finding.line = track.line != 0 ? track.line : task.line;
      finding.start_ns = asked.time_ns;
      add_evidence(finding,
                   {asked.time_ns,
                    task.cancelled_at,
                    track.task,
                    task.line,
                    task.line == 0 ? track.name + " had not begun"
                                   : track.name + " stood at line " + std::to_string(task.line)});
    }
    if (names.empty()) return;
    finding.end_ns = finding.start_ns;
    finding.title = listed(names) + (names.size() == 1 ? " was" : " were") +
                    " not finished when the main coroutine ended, and " +
                    (names.size() == 1 ? "was" : "were") + " cancelled.";
    finding.explanation = "asyncio.run() cancels whatever is left when its coroutine returns.";
    finding.fix =
        "Await the task before the end, with `await task`, asyncio.gather() or an "
        "asyncio.TaskGroup.";
    findings_.push_back(std::move(finding));
  }

  void say_swallowed() {
    for (const Track& track : model_.tracks()) {
      auto found = tasks_.find(track.task);
      if (track.task == 0 || found == tasks_.end()) continue;
      const Task& task = found->second;
      if (!task.told || task.cancels <= 0) continue;
      const bool ended = track.ended_event != kNoEvent;
      // It may still be cleaning up.
      if (!ended && (!options_.finished || task.waits_after < 2)) continue;
      if (ended && track.end != State::kDone) continue;
      const Event& asked = events_[task.cancelled_at];
      Finding finding;
      finding.kind = FindingKind::kSwallowed;
      finding.start_ns = asked.time_ns;
      finding.end_ns = ended ? track.ended_ns : model_.end_ns();
      finding.tasks.push_back(track.task);
      finding.line = task.line;
      finding.title = track.name + " was cancelled at " + seconds(asked.time_ns) +
                      " and went on as if nothing had been.";
      finding.explanation = ended ? "It ended at " + seconds(track.ended_ns) +
                                        " with a result, so whoever cancelled it cannot know that "
                                        "it was."
                                  : "It never ended.";
      finding.fix =
          "Let asyncio.CancelledError through: clean up in `finally`, or `raise` again at the end "
          "of the `except`.";
      add_evidence(finding,
                   {asked.time_ns,
                    task.cancelled_at,
                    asked.object,
                    asked.line,
                    (asked.object == 0 ? std::string("The loop") : name(asked.object)) +
                        " asked it to cancel"});
      if (ended)
        add_evidence(finding,
                     {track.ended_ns, track.ended_event, track.task, 0, "It ended with a result"});
      findings_.push_back(std::move(finding));
    }
  }

  // ---- waits

  void waits(const Event& event) {
    Task& task = tasks_[event.subject];
    task.line = event.line;
    if (task.told) ++task.waits_after;
    task.waits_for = event.object;
    task.wait_event = at_;
    const std::uint32_t in_line = event.object == 0 ? kNoEvent : history_.in_line(event.object);
    if (in_line == kNoEvent || static_cast<WaitKind>(event.detail) != WaitKind::kLock) return;
    Lock& lock = locks_[events_[in_line].object];
    ++lock.contended;
    if (++lock.in_line > lock.most) {
      lock.most = lock.in_line;
      lock.most_event = at_;
    }
  }

  // Its wait is over: was it one for a lock?
  void end_wait(Id id, const Event& event) {
    auto found = tasks_.find(id);
    if (found == tasks_.end() || found->second.waits_for == 0) return;
    Task& task = found->second;
    const Event& wait = events_[task.wait_event];
    const std::uint32_t in_line = history_.in_line(std::exchange(task.waits_for, 0));
    if (in_line == kNoEvent || static_cast<WaitKind>(wait.detail) != WaitKind::kLock) return;
    Lock& lock = locks_[events_[in_line].object];
    const std::int64_t waited = event.time_ns - wait.time_ns;
    lock.in_line -= lock.in_line > 0 ? 1 : 0;
    lock.waited_ns += waited;
    lock.waited_by[id] += waited;
    lock.end_ns = std::max(lock.end_ns, event.time_ns);
    task.lock_wait_ns += waited;
  }

  // Several stand in line most of the time, because whoever has the lock waits for something else.
  void say_convoys() {
    constexpr std::size_t kMany = 3;
    for (const auto& [id, lock] : locks_) {
      if (!lock.plain || lock.most < kMany || lock.waited_by.size() < kMany) continue;
      if (lock.held_across * 2 < lock.holds || lock.waited_ns < 100 * kMs) continue;
      std::int64_t lives = 0, lost = 0;
      for (const auto& [task, waited] : lock.waited_by) {
        const Track* track = model_.track_of(task);
        if (track == nullptr) continue;
        lives += std::min(track->ended_ns, model_.end_ns()) - track->created_ns;
        lost += waited;
      }
      if (lost * 2 < lives) continue;
      const std::uint32_t made = history_.made(id);
      std::string called = made == kNoEvent ? "" : std::string(trace_.text_of(events_[made]));
      if (called.empty()) called = "one lock";
      std::uint32_t line = 0;
      std::size_t most = 0;
      for (const auto& [each, times] : lock.held_lines)
        if (times > most) most = times, line = each;
      Finding finding;
      finding.kind = FindingKind::kConvoy;
      finding.line = line;
      finding.start_ns = lock.start_ns;
      finding.end_ns = lock.end_ns;
      for (const auto& [task, waited] : lock.waited_by) finding.tasks.push_back(task);
      std::sort(finding.tasks.begin(), finding.tasks.end());
      const std::string percent = std::to_string(lives == 0 ? 0 : lost * 100 / lives);
      finding.title = "Up to " + std::to_string(lock.most) + " tasks stand in line for " + called +
                      at_line(line) + ": " + percent + " % of their time.";
      finding.explanation =
          "Whoever has it awaits something before giving it back, so they run one "
          "after another.";
      finding.fix =
          "Hold the lock only for what must not be interrupted, and await before or after.";
      const Event& worst = events_[lock.most_event];
      add_evidence(finding,
                   {worst.time_ns,
                    lock.most_event,
                    worst.subject,
                    worst.line,
                    name(worst.subject) + " is the " + std::to_string(lock.most) + "th in line"});
      for (Id task : finding.tasks)
        add_evidence(finding,
                     {finding.start_ns,
                      lock.most_event,
                      task,
                      line,
                      name(task) + " waited " + span(lock.waited_by.at(task)) + " in all"});
      findings_.push_back(std::move(finding));
    }
  }

  // ---- queues

  void sized(const Event& event) {
    Queue& queue = queues_[event.subject];
    queue.bounded = event.due_ns > 0;
    if (queue.bounded) return;
    queue.sizes.push_back(event.cause);
    queue.at.push_back(at_);
    if (static_cast<WaitKind>(event.detail) == WaitKind::kQueuePut) {
      ++queue.puts;
      queue.puts_after_get += queue.gets > 0 ? 1 : 0;
      queue.put_line = event.line;
      queue.putter = event.object;
    } else {
      ++queue.gets;
      queue.get_line = event.line;
    }
  }

  void say_queues() {
    constexpr std::uint32_t kMuch = 100;
    for (const auto& [id, queue] : queues_) {
      if (queue.bounded || queue.puts_after_get < kMuch / 2 || queue.gets == 0) continue;
      const auto peak = std::max_element(queue.sizes.begin(), queue.sizes.end());
      const std::uint32_t last = queue.sizes.back();
      if (*peak < kMuch) continue;
      // Full at the end of what was put, not filled once and then emptied: the peak is among the
      // last things put, and what was put since the first take made it grow.
      const auto at_first_get = static_cast<std::size_t>(queue.puts - queue.puts_after_get);
      if (*peak < 2 * at_first_get + kMuch / 2) continue;
      const std::uint32_t made = history_.made(id);
      std::string called = made == kNoEvent ? "" : std::string(trace_.text_of(events_[made]));
      if (called.empty()) called = "A queue";
      const std::size_t peak_event = queue.at[static_cast<std::size_t>(peak - queue.sizes.begin())];
      Finding finding;
      finding.kind = FindingKind::kQueueGrowth;
      finding.line = made == kNoEvent ? queue.put_line : events_[made].line;
      finding.start_ns = events_[queue.at.front()].time_ns;
      finding.end_ns = events_[peak_event].time_ns;
      finding.title = called + " grew to " + std::to_string(*peak) +
                      " items: it is filled faster than it is emptied.";
      finding.explanation = std::to_string(queue.puts) + " were put" + at_line(queue.put_line) +
                            " and " + std::to_string(queue.gets) + " taken" +
                            at_line(queue.get_line) + "; " + std::to_string(last) +
                            " were left at the end.";
      finding.fix = "Give it a bound, as in `asyncio.Queue(maxsize=10)`: then put() waits.";
      finding.tasks.push_back(queue.putter);
      for (std::size_t part = 1; part <= 4; ++part) {
        const std::size_t i = part * (queue.sizes.size() - 1) / 4;
        add_evidence(finding,
                     {events_[queue.at[i]].time_ns,
                      queue.at[i],
                      events_[queue.at[i]].object,
                      events_[queue.at[i]].line,
                      "It holds " + std::to_string(queue.sizes[i])});
      }
      findings_.push_back(std::move(finding));
    }
  }

  // ---- the end

  void say_deadlock() {
    const Moment end = model_.after(events_.size());
    const AwaitGraph graph = await_graph(model_, history_, end, 64);
    for (const Trouble& trouble : graph.troubles) {
      if (!trouble.cycle && !options_.finished) continue;
      Finding finding;
      finding.kind = FindingKind::kDeadlock;
      finding.severity = Severity::kError;
      finding.start_ns = finding.end_ns = end.time_ns;
      finding.title = trouble.sentence;
      for (std::size_t i : trouble.nodes) {
        const GraphNode& node = graph.nodes[i];
        if (node.kind != NodeKind::kTask) continue;
        finding.tasks.push_back(node.id);
        if (finding.line == 0) finding.line = node.line;
        const Track* track = model_.track_of(node.id);
        const Slice* slice = track == nullptr ? nullptr : Model::slice_at(*track, end);
        if (slice == nullptr) continue;
        finding.start_ns = std::min(finding.start_ns, slice->start_ns);
        add_evidence(finding,
                     {slice->start_ns,
                      slice->event,
                      node.id,
                      slice->line,
                      why(model_, history_, node.id, end)});
      }
      if (finding.tasks.empty()) continue;
      finding.explanation = trouble.cycle ? "Each waits for the next, and the last for the first."
                                          : "Everybody waits for somebody who waits too.";
      finding.fix = trouble.cycle
                        ? "Take locks in the same order everywhere, or give the wait a limit with "
                          "asyncio.timeout()."
                        : "Somebody must set, put or finish what they wait for; asyncio.timeout() "
                          "limits a wait that may not end.";
      findings_.push_back(std::move(finding));
    }
  }

  const Model& model_;
  LoopHistory& history_;
  DiagnoseOptions options_;
  const trace::Trace& trace_;
  const std::vector<Event>& events_;
  std::size_t at_ = 0;
  bool loop_runs_ = false, main_done_ = false;
  Id main_ = 0, running_ = 0;
  std::int64_t began_ns_ = 0, blocked_ns_ = 0, longest_step_ns_ = 0;
  std::size_t blocking_ = 0, step_ = 0;
  std::vector<std::int64_t> began_at_ns_;  // of callbacks
  std::unordered_map<Id, Task> tasks_;
  std::unordered_map<Id, Starved> starved_;
  std::unordered_map<Id, std::int64_t> late_due_;
  std::map<std::pair<std::uint32_t, int>, Call> calls_;  // by line; 0 a call, 1 computing
  std::map<Id, Lock> locks_;
  std::map<std::pair<Id, Id>, std::int64_t> held_since_;
  std::map<Id, Queue> queues_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> diagnose(const Model& model,
                              LoopHistory& history,
                              const DiagnoseOptions& options) {
  return Doctor(model, history, options).examine();
}

}  // namespace simul::timeline
