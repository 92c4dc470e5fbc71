#include "models/schedule.hpp"

#include <algorithm>
#include <deque>
#include <limits>
#include <queue>

namespace simul::models {

namespace {

constexpr std::int64_t kForEver = std::numeric_limits<std::int64_t>::max();
// More slices than this nobody sees and no page waits for.
constexpr std::int64_t kMostSlices = 100'000;
constexpr std::uint32_t kNobody = 0xffffffff;

class Engine {
 public:
  Engine(const Workload& work, const Rules& rules)
      : work_(work), rules_(rules), runs_(work.tasks.size()), processors_(processors(rules)) {
    raised_ns_.assign(work.flags, kForEver);
    flag_waiters_.resize(work.flags);
    near_.assign(work.flags, false);
    for (const TaskWork& task : work.tasks)
      if (task.inner) near_[task.end_flag] = true;
    for (const Workload::Lock& lock : work.locks) locks_.push_back({lock.capacity, {}});
    std::int64_t computing = 0;
    for (const TaskWork& task : work.tasks)
      for (const Part& part : task.parts)
        if (part.kind == PartKind::kCompute) computing += part.ns;
    if (rules_.slice_ns > 0 && computing / rules_.slice_ns > kMostSlices) {
      // Fewer, longer slices with the cost of all of them.
      const std::int64_t longer = computing / kMostSlices;
      rules_.switch_ns = static_cast<std::int64_t>(static_cast<double>(rules_.switch_ns) *
                                                   static_cast<double>(longer) /
                                                   static_cast<double>(rules_.slice_ns));
      rules_.slice_ns = longer;
      out_.coarse = true;
    }
    random_ = rules.seed * 0x9e3779b97f4a7c15ull + 0x1234567ull;
  }

  Schedule run() {
    birth(0);
    want(0);
    grant();
    while (!events_.empty()) {
      const Event event = events_.top();
      events_.pop();
      if (!live(event)) continue;
      pass(event.time_ns);
      handle(event);
      // What happens at one instant is settled before anybody new computes.
      while (!events_.empty() && events_.top().time_ns == now_ns_) {
        const Event next = events_.top();
        events_.pop();
        if (live(next)) handle(next);
      }
      grant();
    }
    return finish();
  }

 private:
  enum class Kind : std::uint8_t { kGoesOn, kSliceEnds };
  struct Event {
    std::int64_t time_ns;
    std::uint64_t serial;
    std::uint32_t who;  // task; of a slice's end the processor
    std::uint64_t version;
    Kind kind;
    bool operator<(const Event& other) const {  // the largest is taken first
      return time_ns != other.time_ns ? time_ns > other.time_ns : serial > other.serial;
    }
  };
  struct Task {
    std::size_t at = 0;
    std::int64_t left_ns = 0;  // of the computing part that goes on
    bool entered = false;      // left_ns is of parts[at]
    bool alive = false, ended = false;
    Doing doing = Doing::kWaiting;
    std::int64_t since_ns = 0;
    std::uint32_t on = kNobody;  // the processor
    std::uint64_t version = 0;
    std::int64_t began_ns = 0;  // of the slice that goes on
    std::int64_t boot_ns = 0;   // to compute before its first part
    std::uint32_t missing = 0;  // flags that its wait still lacks
    std::int64_t until_ns = 0;  // when what it waits for can be seen
    Lane lane;
  };
  struct Processor {
    std::uint32_t task = kNobody, last = kNobody;
    std::uint64_t version = 0;
    bool sliced = false;
  };
  struct Lock {
    std::int64_t free;
    std::deque<std::uint32_t> line;
  };

  static std::size_t processors(const Rules& rules) {
    return static_cast<std::size_t>(std::clamp(rules.processors, 1, 64));
  }

  std::uint64_t draw(std::size_t below) {
    random_ ^= random_ << 13;
    random_ ^= random_ >> 7;
    random_ ^= random_ << 17;
    return random_ % below;
  }

  bool live(const Event& event) const {
    if (event.kind == Kind::kSliceEnds) return processors_[event.who].version == event.version;
    return runs_[event.who].version == event.version;
  }
  void at(std::int64_t time_ns, std::uint32_t who, Kind kind) {
    const std::uint64_t version =
        kind == Kind::kSliceEnds ? processors_[who].version : runs_[who].version;
    events_.push({time_ns, ++serial_, who, version, kind});
  }

  void pass(std::int64_t time_ns) {
    const std::int64_t by = time_ns - now_ns_;
    if (by > 0) {
      const auto many = [&](Doing doing) {
        return doing_now_[static_cast<std::size_t>(doing)] > 0;
      };
      if (many(Doing::kComputing))
        out_.computing_ns += by;
      else if (many(Doing::kBlocking))
        out_.blocking_ns += by;
      else if (many(Doing::kSwitching) || many(Doing::kStarting))
        out_.switching_ns += by;
      else
        out_.waiting_ns += by;
    }
    now_ns_ = time_ns;
  }

  void close(Task& task) {
    --doing_now_[static_cast<std::size_t>(task.doing)];
    const std::int64_t long_ns = now_ns_ - task.since_ns;
    if (long_ns <= 0) return;
    out_.sums_ns[static_cast<std::size_t>(task.doing)] += long_ns;
    std::vector<Span>& spans = task.lane.spans;
    if (!spans.empty() && spans.back().doing == task.doing && spans.back().end_ns == task.since_ns)
      spans.back().end_ns = now_ns_;
    else
      spans.push_back({task.since_ns, now_ns_, task.doing});
  }
  void does(std::uint32_t who, Doing doing) {
    Task& task = runs_[who];
    if (task.doing == doing) return;
    close(task);
    task.doing = doing;
    task.since_ns = now_ns_;
    ++doing_now_[static_cast<std::size_t>(doing)];
  }

  void birth(std::uint32_t who) {
    Task& task = runs_[who];
    task.alive = true;
    task.lane.task = who;
    task.lane.name = work_.tasks[who].name;
    task.lane.leads = work_.tasks[who].leads;
    task.lane.from_ns = now_ns_;
    task.since_ns = now_ns_;
    task.doing = Doing::kReady;
    ++doing_now_[static_cast<std::size_t>(Doing::kReady)];
    if (!work_.tasks[who].inner) ++alive_;
    out_.alive_most = std::max(out_.alive_most, alive_);
  }

  // ---- who may compute
  void want(std::uint32_t who, bool first = false) {
    does(who, Doing::kReady);
    ++runs_[who].version;
    if (rules_.nested && first)
      ready_.push_front(who);
    else
      ready_.push_back(who);
    // Whoever computes may do so for one more slice.
    if (rules_.slice_ns <= 0) return;
    for (std::uint32_t each = 0; each < processors_.size(); ++each) {
      Processor& processor = processors_[each];
      if (processor.task == kNobody || processor.sliced) continue;
      processor.sliced = true;
      at(now_ns_ + rules_.slice_ns, each, Kind::kSliceEnds);
    }
  }

  void grant() {
    for (std::uint32_t each = 0; each < processors_.size() && !ready_.empty(); ++each) {
      if (processors_[each].task != kNobody) continue;
      std::size_t next = 0;
      if (rules_.seeded && ready_.size() > 1) {
        // Not the one that has just been made to give way.
        const std::size_t choices =
            ready_.back() == processors_[each].last ? ready_.size() - 1 : ready_.size();
        next = static_cast<std::size_t>(draw(choices));
      }
      const std::uint32_t who = ready_[next];
      ready_.erase(ready_.begin() + static_cast<std::ptrdiff_t>(next));
      take(each, who);
      // It may have given way again at once, or started others.
      if (processors_[each].task == kNobody) --each;
    }
  }

  void take(std::uint32_t which, std::uint32_t who) {
    Processor& processor = processors_[which];
    ++processor.version;
    const bool same_thread = work_.tasks[who].inner && work_.tasks[who].parent == processor.last;
    const bool other = processor.last != who && processor.last != kNobody && !same_thread;
    processor.task = who;
    processor.last = who;
    processor.sliced = false;
    Task& task = runs_[who];
    task.on = which;
    ++task.version;
    if (other) ++out_.switches;
    if (other && rules_.switch_ns > 0) {
      does(who, Doing::kSwitching);
      at(now_ns_ + rules_.switch_ns, who, Kind::kGoesOn);
      return;
    }
    go_on(who);
  }
  void leave(std::uint32_t who) {
    Task& task = runs_[who];
    if (task.on == kNobody) return;
    Processor& processor = processors_[task.on];
    processor.task = kNobody;
    ++processor.version;
    task.on = kNobody;
  }

  void handle(const Event& event) {
    if (event.kind == Kind::kSliceEnds) {
      const std::uint32_t who = processors_[event.who].task;
      Task& task = runs_[who];
      const bool boots = task.doing == Doing::kStarting && task.boot_ns > 0;
      if (task.doing != Doing::kComputing && !boots) {
        // It is being switched to, or starts somebody: it has its slice from then on.
        at(now_ns_ + rules_.slice_ns, event.who, Kind::kSliceEnds);
        return;
      }
      (boots ? task.boot_ns : task.left_ns) -= now_ns_ - task.began_ns;
      leave(who);
      want(who);
      return;
    }
    const std::uint32_t who = event.who;
    Task& task = runs_[who];
    switch (task.doing) {
      case Doing::kSwitching: go_on(who); return;
      case Doing::kComputing:
        task.left_ns = 0;
        task.entered = false;
        ++task.at;
        go_on(who);
        return;
      case Doing::kStarting:
        if (task.boot_ns > 0) {
          task.boot_ns = 0;
        } else {
          spawned(who);
          ++task.at;
        }
        go_on(who);
        return;
      case Doing::kBlocking:
      case Doing::kSleeping:
        ++task.at;
        if (task.on != kNobody)
          go_on(who);
        else
          want(who, true);
        return;
      case Doing::kWaiting:
        ++task.at;
        want(who, true);
        return;
      case Doing::kReady: return;
    }
  }

  void hold(std::uint32_t who, Doing doing, std::int64_t ns, bool keeps) {
    if (!keeps) leave(who);
    does(who, doing);
    ++runs_[who].version;
    at(now_ns_ + std::max<std::int64_t>(0, ns), who, Kind::kGoesOn);
  }
  void compute(std::uint32_t who, Doing doing, std::int64_t ns) {
    Task& task = runs_[who];
    does(who, doing);
    ++task.version;
    task.began_ns = now_ns_;
    at(now_ns_ + ns, who, Kind::kGoesOn);
    Processor& processor = processors_[task.on];
    if (rules_.slice_ns > 0 && !ready_.empty() && !processor.sliced) {
      processor.sliced = true;
      at(now_ns_ + rules_.slice_ns, task.on, Kind::kSliceEnds);
    }
  }
  // It waits until somebody wakes it.
  void wait(std::uint32_t who) {
    leave(who);
    does(who, Doing::kWaiting);
    ++runs_[who].version;
  }
  void wake(std::uint32_t who, std::int64_t time_ns) { at(time_ns, who, Kind::kGoesOn); }

  // The parts of a task that has a processor, up to the first that takes time.
  void go_on(std::uint32_t who) {
    Task& task = runs_[who];
    const TaskWork& work = work_.tasks[who];
    if (task.boot_ns > 0) return compute(who, Doing::kStarting, task.boot_ns);
    for (; task.at < work.parts.size(); ++task.at) {
      const Part& part = work.parts[task.at];
      switch (part.kind) {
        case PartKind::kCompute:
          if (!task.entered) {
            task.entered = true;
            task.left_ns = part.ns;
          }
          if (task.left_ns > 0) return compute(who, Doing::kComputing, task.left_ns);
          task.entered = false;
          break;
        case PartKind::kBlock: return hold(who, Doing::kBlocking, part.ns, rules_.keeps_blocking);
        case PartKind::kSleep:
        case PartKind::kOutside:
          if (part.ns <= 0 || (rules_.nested && part.what != 0)) break;
          return hold(who, Doing::kSleeping, part.ns, rules_.keeps_asleep);
        case PartKind::kYield:
          if (rules_.nested || ready_.empty()) break;
          ++task.at;
          leave(who);
          want(who);
          return;
        case PartKind::kSpawn:
          if (rules_.start_ns > 0 && !work_.tasks[part.what].inner)
            return hold(who, Doing::kStarting, rules_.start_ns, true);
          spawned(who);
          break;
        case PartKind::kSignal: raise(part.what); break;
        case PartKind::kAwait:
          if (!met(who, work_.waits[part.what])) return;
          break;
        case PartKind::kAcquire: {
          Lock& lock = locks_[part.what];
          if (lock.free > 0) {
            --lock.free;
            break;
          }
          lock.line.push_back(who);
          return wait(who);
        }
        case PartKind::kRelease: {
          Lock& lock = locks_[part.what];
          if (lock.line.empty()) {
            ++lock.free;
            break;
          }
          wake(lock.line.front(), now_ns_ + rules_.hand_over_ns);
          lock.line.pop_front();
          break;
        }
      }
    }
    end(who);
  }

  void spawned(std::uint32_t by) {
    const std::uint32_t who = work_.tasks[by].parts[runs_[by].at].what;
    birth(who);
    runs_[who].boot_ns = work_.tasks[who].inner ? 0 : rules_.boot_ns;
    if (!rules_.nested) return want(who);
    // Before whoever came earlier, but after its elder brothers.
    does(who, Doing::kReady);
    auto place = ready_.begin();
    while (place != ready_.end() && work_.tasks[*place].parent == work_.tasks[who].parent) ++place;
    ready_.insert(place, who);
  }

  void end(std::uint32_t who) {
    Task& task = runs_[who];
    leave(who);
    close(task);
    task.ended = true;
    task.alive = false;
    if (!work_.tasks[who].inner) --alive_;
    ++task.version;
    task.lane.to_ns = now_ns_;
    raise(work_.tasks[who].end_flag);
  }

  // The main program and the task that it runs are one thread.
  std::int64_t travel(std::uint32_t flag) const { return near_[flag] ? 0 : rules_.hand_over_ns; }
  void raise(std::uint32_t flag) {
    if (raised_ns_[flag] != kForEver) return;
    raised_ns_[flag] = now_ns_;
    for (const auto& [who, delay_ns] : flag_waiters_[flag]) {
      Task& task = runs_[who];
      task.until_ns = std::max(task.until_ns, now_ns_ + delay_ns + travel(flag));
      if (--task.missing == 0) wake(who, task.until_ns);
    }
    flag_waiters_[flag].clear();
  }
  // True: nothing is missing. Else it waits.
  bool met(std::uint32_t who, const std::vector<Condition>& all) {
    Task& task = runs_[who];
    task.missing = 0;
    task.until_ns = now_ns_;
    for (const Condition& each : all) {
      if (raised_ns_[each.flag] == kForEver) {
        ++task.missing;
        flag_waiters_[each.flag].emplace_back(who, each.delay_ns);
      } else {
        task.until_ns =
            std::max(task.until_ns, raised_ns_[each.flag] + each.delay_ns + travel(each.flag));
      }
    }
    if (task.missing == 0 && task.until_ns <= now_ns_) return true;
    wait(who);
    if (task.missing == 0) wake(who, task.until_ns);
    return false;
  }

  Schedule finish() {
    out_.total_ns = now_ns_;
    for (std::uint32_t who = 0; who < runs_.size(); ++who) {
      Task& task = runs_[who];
      if (!task.alive && !task.ended) continue;  // whoever would start it is stuck itself
      if (task.alive) {
        out_.stuck.push_back(work_.tasks[who].name);
        close(task);
        task.lane.to_ns = now_ns_;
      }
      if (who == 0 && idle_main()) continue;
      out_.lanes.push_back(std::move(task.lane));
    }
    return std::move(out_);
  }
  // The main program did nothing but run its loop: it is no lane of its own.
  bool idle_main() const {
    if (runs_.size() < 2) return false;
    for (const Part& part : work_.tasks[0].parts)
      if (part.kind == PartKind::kBlock || part.kind == PartKind::kSleep ||
          (part.kind == PartKind::kCompute && part.ns > 1'000'000))
        return false;
    return true;
  }

  const Workload& work_;
  Rules rules_;
  std::vector<Task> runs_;
  std::vector<Processor> processors_;
  std::deque<std::uint32_t> ready_;
  std::priority_queue<Event> events_;
  std::vector<std::int64_t> raised_ns_;
  std::vector<std::vector<std::pair<std::uint32_t, std::int64_t>>> flag_waiters_;
  std::vector<bool> near_;
  std::vector<Lock> locks_;
  Schedule out_;
  std::int64_t now_ns_ = 0;
  std::int64_t doing_now_[kDoings] = {};
  std::uint64_t serial_ = 0, random_ = 0;
  std::size_t alive_ = 0;
};

}  // namespace

const char* word(Doing doing) {
  switch (doing) {
    case Doing::kComputing: return "computing";
    case Doing::kBlocking: return "in a blocking call";
    case Doing::kSleeping: return "sleeping";
    case Doing::kWaiting: return "waiting";
    case Doing::kReady: return "ready";
    case Doing::kSwitching: return "switching";
    case Doing::kStarting: return "starting";
  }
  return "";
}

Schedule schedule(const Workload& work, const Rules& rules) {
  return Engine(work, rules).run();
}

}  // namespace simul::models
