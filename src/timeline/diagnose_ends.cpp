// The part of diagnose() that is about ends, waits and queues: what was never awaited, never
// finished, never retrieved or went on after its cancellation; locks, queues without a bound,
// deadlocks.
#include <algorithm>
#include <unordered_set>
#include <utility>

#include "base/sort.hpp"
#include "timeline/await_graph.hpp"
#include "timeline/doctor.hpp"

namespace simul::timeline {

using asyncio::DoneKind;
using asyncio::EventKind;
using asyncio::HandleKind;
using asyncio::WaitKind;
using trace::Event;

// ---- ends

void Doctor::never_awaited(const Event& event) {
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
  finding.title = "The coroutine " + coroutine + " was made and never awaited: nothing of it ran.";
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

void Doctor::unseen(const Event& event) {
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
  finding.title =
      (task ? name(event.subject) : "A future") + " failed with " + error + ", and nobody looked.";
  finding.explanation = "The exception was only reported when the task was thrown away.";
  finding.fix = "Await the task, or gather it, or start it in an asyncio.TaskGroup.";
  add_evidence(finding, {event.time_ns, at_, event.subject, 0, "It was reported here"});
  findings_.push_back(std::move(finding));
}

void Doctor::say_unfinished() {
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

void Doctor::say_swallowed() {
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

void Doctor::waits(const Event& event) {
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
void Doctor::end_wait(Id id, const Event& event) {
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
void Doctor::say_convoys() {
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
    sort_stably(finding.tasks);
    const std::string percent = std::to_string(lives == 0 ? 0 : lost * 100 / lives);
    finding.title = "Up to " + std::to_string(lock.most) + " tasks stand in line for " + called +
                    at_line(line) + ": " + percent + " % of their time.";
    finding.explanation =
        "Whoever has it awaits something before giving it back, so they run one "
        "after another.";
    finding.fix = "Hold the lock only for what must not be interrupted, and await before or after.";
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

void Doctor::sized(const Event& event) {
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

void Doctor::say_queues() {
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

void Doctor::say_deadlock() {
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

}  // namespace simul::timeline
