#include "models/workload.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "models/wait_reasons.hpp"

namespace simul::models {

using asyncio::DoneKind;
using asyncio::EventKind;
using asyncio::HandleKind;
using asyncio::WaitKind;
using trace::Event;
using trace::Id;

namespace {

class Reader {
 public:
  Reader(const trace::Trace& trace, const std::set<std::uint32_t>& computing)
      : trace_(trace), computing_(computing) {
    work_.tasks.emplace_back();
    work_.tasks[0].name = "main program";
    work_.tasks[0].end_flag = work_.flags++;
    states_.emplace_back();
    index_[0] = 0;
  }

  Workload read() {
    for (const Event& event : trace_.events) take(event);
    compute_until(0, work_.took_ns);
    for (std::uint32_t i = 0; i < work_.tasks.size(); ++i) end_pending(i, work_.took_ns);
    resolve();
    return std::move(work_);
  }

 private:
  // A wait whose meaning is known when the whole trace is.
  struct Open {
    std::uint32_t task = 0, part = 0;
    Id future = 0;
    std::int64_t from_ns = 0, until_ns = -1;
    std::size_t done_before = 0;  // explained with what was done when it went on
    bool birth = false;           // it waited to be made
  };
  struct State {
    std::int64_t mark_ns = 0;        // computing up to here is in parts
    std::uint32_t open = kNobody;    // index in opens_ of the wait that goes on
    std::uint32_t taking = kNobody;  // its kAcquire, kGet or kPut that is not over
    Id taken = 0;                    // of what
    std::int64_t taking_from_ns = 0;
    std::uint32_t sleeping = kNobody;  // its kSleep that goes on
    std::int64_t sleep_from_ns = 0, sleep_due_ns = 0;
  };

  std::uint32_t place(Id task) const {
    auto found = index_.find(task);
    return found == index_.end() ? kNobody : found->second;
  }
  std::uint32_t add(std::uint32_t task, Part part) {
    work_.tasks[task].parts.push_back(part);
    return static_cast<std::uint32_t>(work_.tasks[task].parts.size() - 1);
  }
  void compute_until(std::uint32_t task, std::int64_t time_ns) {
    State& state = states_[task];
    if (task == 0 && in_loop_) return;
    if (task != 0 && work_.tasks[task].task != running_) {
      // An eager first step is its creator's computing.
      state.mark_ns = std::max(state.mark_ns, time_ns);
      return;
    }
    if (time_ns > state.mark_ns) add(task, {PartKind::kCompute, 0, 0, time_ns - state.mark_ns});
    state.mark_ns = std::max(state.mark_ns, time_ns);
  }
  // Who runs at this moment: a task in its step, the main program outside the loop, else nobody.
  std::uint32_t runner() const { return running_ != 0 ? place(running_) : in_loop_ ? kNobody : 0; }
  // A flag that the runner raises here; kNobody if nobody of the program runs.
  std::uint32_t signal_here(const Event& event) {
    const std::uint32_t who = runner();
    if (who == kNobody) return kNobody;
    compute_until(who, event.time_ns);
    const std::uint32_t flag = work_.flags++;
    add(who, {PartKind::kSignal, flag, event.line, 0});
    return flag;
  }
  std::uint32_t lock_of(Id id, WaitKind kind) {
    auto [at, is_new] = locks_.try_emplace(id, static_cast<std::uint32_t>(work_.locks.size()));
    if (is_new) work_.locks.push_back({1, kind == WaitKind::kSemaphore});
    return at->second;
  }
  struct Queue {
    std::vector<std::uint32_t> puts, gets;  // the flags of each, in their order
  };

  void cut(std::uint32_t task) {
    if (!work_.cut_short) work_.first_cut = work_.tasks[task].name;
    work_.cut_short = true;
  }

  // What a task waited for is over, or the run is: a place in a line that it never came to, a sleep
  // that was ended early.
  void end_pending(std::uint32_t task, std::int64_t time_ns) {
    State& state = states_[task];
    if (state.sleeping != kNobody) {
      Part& part = work_.tasks[task].parts[state.sleeping];
      const std::int64_t to = std::min(time_ns, std::max(state.sleep_due_ns, state.sleep_from_ns));
      part.ns = to - state.sleep_from_ns;
      if (time_ns < state.sleep_due_ns) cut(task);
      state.sleeping = kNobody;
    }
    if (state.open != kNobody) {
      opens_[state.open].until_ns = time_ns;
      opens_[state.open].done_before = reasons_.count();
      state.open = kNobody;
    }
  }
  // It stood in a line and came out of it without what it wanted.
  void give_up(std::uint32_t task, std::int64_t time_ns) {
    State& state = states_[task];
    if (state.taking == kNobody) return;
    Part& part = work_.tasks[task].parts[state.taking];
    part = {PartKind::kOutside, 0, part.line, time_ns - state.taking_from_ns};
    cut(task);
    state.taking = kNobody;
  }

  void take(const Event& event) {
    work_.took_ns = std::max(work_.took_ns, event.time_ns);
    const std::uint32_t who = place(event.subject);
    switch (event.kind) {
      case EventKind::kTaskCreated: created(event); break;
      case EventKind::kTaskLabelled:
        if (who != kNobody) label(work_.tasks[who], trace_.text_of(event));
        break;
      case EventKind::kLoopStarted:
        compute_until(0, event.time_ns);
        in_loop_ = true;
        break;
      case EventKind::kLoopStopped: loop_stopped(event); break;
      case EventKind::kHandleQueued: queued(event); break;
      case EventKind::kHandleBegan: began(event); break;
      case EventKind::kHandleEnded:
        if (running_ != 0)
          if (const std::uint32_t task = place(running_); task != kNobody)
            compute_until(task, event.time_ns);
        running_ = 0;
        handle_ = 0;
        causes_.erase(event.subject);
        break;
      case EventKind::kTaskWaits:
        if (who != kNobody) waits(event, who);
        break;
      case EventKind::kTaskDone: {
        if (who == kNobody) break;
        compute_until(who, event.time_ns);
        end_pending(who, event.time_ns);
        give_up(who, event.time_ns);
        ended_.insert(event.subject);
        if (static_cast<DoneKind>(event.detail) == DoneKind::kCancelled) cut(who);
        reasons_.ended(event.subject, work_.tasks[who].end_flag);
        break;
      }
      case EventKind::kFutureDone: future_done(event); break;
      case EventKind::kTimerArmed:
        // A callback for later, or a deadline: its time counts from here.
        if (runner() != kNobody && event.object == 0)
          reasons_.armed(event.subject, {signal_here(event), event.due_ns - event.time_ns});
        break;
      case EventKind::kBlockingBegan: {
        const std::uint32_t task = who == kNobody ? runner() : who;
        if (task == kNobody) break;
        compute_until(task, event.time_ns);
        blocking_line_ = event.line;
        break;
      }
      case EventKind::kBlockingEnded: blocked(event, who == kNobody ? runner() : who); break;
      case EventKind::kDependsOn: reasons_.depends(event.subject, event.object); break;
      case EventKind::kInLine: lines_[event.subject] = event.object; break;
      case EventKind::kHeld: held(event); break;
      case EventKind::kReleased: released(event); break;
      case EventKind::kQueueSized: sized(event); break;
      default: break;
    }
  }

  void loop_stopped(const Event& event) {
    in_loop_ = false;
    states_[0].mark_ns = event.time_ns;
    // The main program went on when the task that it ran was over.
    if (ran_ == kNobody || !ended_.contains(work_.tasks[ran_].task)) return;
    add(0, {PartKind::kAwait, static_cast<std::uint32_t>(work_.waits.size()), 0, 0});
    work_.waits.push_back({{work_.tasks[ran_].end_flag, 0}});
    work_.tasks[ran_].inner = work_.tasks[ran_].leads = true;
    ran_ = kNobody;
  }

  void queued(const Event& event) {
    Cause cause{event.object, kNobody};
    if (static_cast<HandleKind>(event.detail) == HandleKind::kCallback) {
      // Of a future: that future is the reason. Else whoever asked for it, a task or a timer.
      if (event.object == 0 && event.cause != 0) cause.because = event.cause;
      if (event.object == 0 && event.cause != 0 && event.cause == running_)
        cause = {0, signal_here(event)};
    }
    causes_[event.subject] = cause;
  }

  void future_done(const Event& event) {
    WaitReasons::Done done;
    done.cancelled = static_cast<DoneKind>(event.detail) == DoneKind::kCancelled;
    if (running_ != 0) {
      done.by = signal_here(event);
    } else if (handle_ != 0) {
      const Cause& cause = causes_[handle_];
      done.because = cause.because == event.subject ? 0 : cause.because;
      done.by = cause.flag;
    }
    reasons_.done(event.subject, done);
  }

  // A blocking call is over, of whoever was in it.
  void blocked(const Event& event, std::uint32_t task) {
    if (task == kNobody) return;
    State& state = states_[task];
    const bool stated = computing_.contains(blocking_line_);
    work_.stated += stated ? 1 : 0;
    if (event.time_ns > state.mark_ns)
      add(task,
          {stated ? PartKind::kCompute : PartKind::kBlock,
           0,
           blocking_line_,
           event.time_ns - state.mark_ns});
    state.mark_ns = std::max(state.mark_ns, event.time_ns);
  }

  void created(const Event& event) {
    const auto index = static_cast<std::uint32_t>(work_.tasks.size());
    const std::uint32_t by = place(event.object), parent = by == kNobody ? 0 : by;
    TaskWork task;
    task.task = event.subject;
    task.parent = parent;
    task.name = trace_.text_of(event);
    task.end_flag = work_.flags++;
    work_.tasks.push_back(std::move(task));
    states_.emplace_back();
    index_[event.subject] = index;
    std::uint32_t spawner = runner() == kNobody ? parent : runner();
    if (spawner != 0 || !in_loop_) compute_until(spawner, event.time_ns);
    add(spawner, {PartKind::kSpawn, index, event.line, 0});
    work_.tasks[index].parent = spawner;
    work_.tasks[spawner].leads = true;
    if (!in_loop_) ran_ = index;
    if (in_loop_ && runner() == kNobody) wait_to_be_made(index, event);
  }

  // A callback made it: a connection came, a timer was due. It begins when that happens, not when
  // the program does.
  void wait_to_be_made(std::uint32_t index, const Event& event) {
    const Cause cause = causes_[handle_];
    const std::int64_t from_ns = states_[0].mark_ns;
    const std::uint32_t part =
        add(index, {PartKind::kOutside, 1, event.line, event.time_ns - from_ns});
    if (cause.flag != kNobody) {
      work_.tasks[index].parts[part] = {
          PartKind::kAwait, static_cast<std::uint32_t>(work_.waits.size()), event.line, 0};
      work_.waits.push_back({{cause.flag, 0}});
    } else if (cause.because != 0) {
      opens_.push_back(
          {index, part, cause.because, from_ns, event.time_ns, reasons_.count(), true});
    } else {
      work_.from_outside = true;
    }
  }

  // As the timeline calls it: the first argument where it is a word, else the coroutine with it.
  static void label(TaskWork& task, std::string_view text) {
    constexpr std::size_t kLongestArgument = 20;
    if (!task.name.starts_with("Task-")) return;  // somebody named it
    const std::size_t cut = std::min(text.find('\x1f'), text.size());
    std::string_view name = text.substr(0, cut);
    name.remove_prefix(name.rfind('.') + 1);
    const std::string_view argument = text.substr(std::min(cut + 1, text.size()));
    task.name = name;
    if (argument.empty() || argument.size() > kLongestArgument) return;
    const bool number = argument.find_first_not_of("0123456789.-+e") == std::string_view::npos;
    task.name = (number ? task.name + " " : "") + std::string(argument);
  }

  void began(const Event& event) {
    handle_ = event.subject;
    const auto kind = static_cast<HandleKind>(event.detail);
    running_ = kind == HandleKind::kStep || kind == HandleKind::kWakeup ? event.object : 0;
    const std::uint32_t task = running_ == 0 ? kNobody : place(running_);
    if (task == kNobody) {
      running_ = 0;
      return;
    }
    end_pending(task, event.time_ns);
    states_[task].mark_ns = event.time_ns;
  }

  void waits(const Event& event, std::uint32_t task) {
    State& state = states_[task];
    compute_until(task, event.time_ns);
    const auto kind = static_cast<WaitKind>(event.detail);
    if (kind == WaitKind::kYield) {
      add(task, {PartKind::kYield, 0, event.line, 0});
      return;
    }
    if (kind == WaitKind::kSleep) {
      state.sleeping = add(task, {PartKind::kSleep, 0, event.line, 0});
      state.sleep_from_ns = event.time_ns;
      state.sleep_due_ns = event.due_ns;
      return;
    }
    auto line = lines_.find(event.object);
    if (line != lines_.end()) {
      PartKind takes = PartKind::kAwait;
      std::uint32_t what = 0;
      switch (kind) {
        case WaitKind::kLock:
        case WaitKind::kSemaphore:
          takes = PartKind::kAcquire;
          what = lock_of(line->second, kind);
          work_.shared = true;
          break;
        case WaitKind::kQueueGet:
        case WaitKind::kQueuePut:
          takes = PartKind::kOutside;  // until it is known which item it was
          work_.shared = true;
          break;
        default: break;
      }
      if (takes != PartKind::kAwait) {
        if (state.taking != kNobody && state.taken == line->second) return;  // again in its line
        give_up(task, event.time_ns);
        state.taking = add(task, {takes, what, event.line, 0});
        state.taken = line->second;
        state.taking_from_ns = event.time_ns;
        return;
      }
      work_.shared = true;
    }
    state.open = static_cast<std::uint32_t>(opens_.size());
    opens_.push_back({task,
                      add(task, {PartKind::kAwait, 0, event.line, 0}),
                      event.object,
                      event.time_ns,
                      -1,
                      0,
                      false});
  }

  // A lock was got: by somebody who stood in its line, or at once.
  void held(const Event& event) {
    std::int64_t& now = ++held_[event.subject];
    const std::uint32_t lock = lock_of(event.subject, static_cast<WaitKind>(event.detail));
    Workload::Lock& known = work_.locks[lock];
    known.capacity = std::max(known.capacity, now);
    const std::uint32_t task = place(event.object);
    if (task == kNobody) return;
    State& state = states_[task];
    if (state.taking != kNobody && state.taken == event.subject) {
      state.taking = kNobody;
      return;
    }
    compute_until(task, event.time_ns);
    add(task, {PartKind::kAcquire, lock, event.line, 0});
  }

  void released(const Event& event) {
    const std::uint32_t task = runner();
    if (task == kNobody) return;
    compute_until(task, event.time_ns);
    const std::uint32_t lock = lock_of(event.subject, WaitKind::kLock);
    held_[event.subject] = std::max<std::int64_t>(0, held_[event.subject] - 1);
    add(task, {PartKind::kRelease, lock, event.line, 0});
  }

  // An item went in or out: the n-th that comes out is the n-th that went in, and the n-th goes in
  // when there is room.
  void sized(const Event& event) {
    Queue& queue = queues_[event.subject];
    std::uint32_t task = place(event.object);
    if (task == kNobody) task = runner();
    if (task == kNobody) return;
    const bool get = static_cast<WaitKind>(event.detail) == WaitKind::kQueueGet;
    std::vector<std::uint32_t>& mine = get ? queue.gets : queue.puts;
    const std::vector<std::uint32_t>& theirs = get ? queue.puts : queue.gets;
    const std::size_t n = mine.size();
    const auto room = static_cast<std::size_t>(std::max<std::int64_t>(0, event.due_ns));
    std::uint32_t needs = kNobody;
    if (get && n < theirs.size()) needs = theirs[n];
    if (!get && room > 0 && n >= room && n - room < theirs.size()) needs = theirs[n - room];
    State& state = states_[task];
    Part wait{PartKind::kAwait, static_cast<std::uint32_t>(work_.waits.size()), event.line, 0};
    if (needs != kNobody) work_.waits.push_back({{needs, 0}});
    if (state.taking != kNobody && state.taken == event.subject) {
      Part& pending = work_.tasks[task].parts[state.taking];
      pending = needs != kNobody
                    ? wait
                    : Part{PartKind::kOutside, 0, event.line, event.time_ns - state.taking_from_ns};
      state.taking = kNobody;
    } else if (needs != kNobody) {
      compute_until(task, event.time_ns);
      add(task, wait);
    }
    compute_until(task, event.time_ns);
    const std::uint32_t flag = work_.flags++;
    mine.push_back(flag);
    add(task, {PartKind::kSignal, flag, event.line, 0});
  }

  // ---- after the last event: what each wait was for
  void resolve() {
    for (const Open& open : opens_) {
      Part& part = work_.tasks[open.task].parts[open.part];
      WaitReasons::Found found;
      if (open.until_ns >= 0) found = reasons_.of(open.future, open.done_before);
      if (found.first_of) work_.first_of = true;
      if (found.cancelled) cut(open.task);
      if (found.known) {
        part.what = static_cast<std::uint32_t>(work_.waits.size());
        work_.waits.push_back(std::move(found.all));
        continue;
      }
      const std::int64_t until = open.until_ns < 0 ? work_.took_ns : open.until_ns;
      part.kind = PartKind::kOutside;
      part.ns = until - open.from_ns;
      if (open.birth || reasons_.is_done(open.future, open.done_before))
        work_.from_outside = true;
      else
        cut(open.task);
    }
  }

  struct Cause {
    Id because = 0;
    std::uint32_t flag = kNobody;
  };

  const trace::Trace& trace_;
  const std::set<std::uint32_t>& computing_;
  Workload work_;
  std::vector<State> states_;  // beside work_.tasks
  std::vector<Open> opens_;
  WaitReasons reasons_;
  std::unordered_map<Id, std::uint32_t> index_, locks_;
  std::unordered_map<Id, Queue> queues_;
  std::unordered_map<Id, std::int64_t> held_;
  std::unordered_map<Id, Id> lines_;      // future -> the lock or queue in whose line it stands
  std::unordered_map<Id, Cause> causes_;  // of handles
  std::set<Id> ended_;
  std::uint32_t ran_ = kNobody;  // what the main program gave to its loop
  Id running_ = 0, handle_ = 0;
  bool in_loop_ = false;
  std::uint32_t blocking_line_ = 0;
};

}  // namespace

Workload read_workload(const trace::Trace& trace, const std::set<std::uint32_t>& computing_lines) {
  return Reader(trace, computing_lines).read();
}

std::set<std::uint32_t> computing_lines(std::string_view source) {
  std::set<std::uint32_t> lines;
  for (std::uint32_t line = 1; !source.empty(); ++line) {
    const std::size_t end = std::min(source.find('\n'), source.size());
    std::string_view text = source.substr(0, end);
    source.remove_prefix(std::min(end + 1, source.size()));
    // Only after a call: a comment of its own line says something about what follows.
    const std::size_t hash = text.rfind('#');
    if (hash == std::string_view::npos || text.find_first_not_of(" \t") == hash) continue;
    std::string_view said = text.substr(hash + 1);
    said.remove_prefix(std::min(said.find_first_not_of(" \t"), said.size()));
    if (said.starts_with("computing")) lines.insert(line);
  }
  return lines;
}

}  // namespace simul::models
