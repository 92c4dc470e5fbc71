#include "models/loop_lanes.hpp"

#include <algorithm>
#include <unordered_map>

namespace simul::models {

using asyncio::EventKind;
using asyncio::HandleKind;
using asyncio::WaitKind;
using trace::Event;
using trace::Id;

namespace {

class Writer {
 public:
  Writer(const Workload& names, const std::set<std::uint32_t>& computing) : computing_(computing) {
    lanes_.resize(names.tasks.size());
    for (std::size_t i = 0; i < lanes_.size(); ++i) {
      lanes_[i].lane.task = i;
      lanes_[i].lane.name = names.tasks[i].name;
      lanes_[i].lane.leads = names.tasks[i].leads;
      index_[names.tasks[i].task] = i;
    }
    lanes_[0].alive = true;
    lanes_[0].doing = Doing::kComputing;
    now_[0] = 1;
  }

  Schedule write(const trace::Trace& trace) {
    for (const Event& event : trace.events) {
      pass(event.time_ns);
      take(event);
    }
    for (State& each : lanes_) {
      if (!each.alive) continue;
      change(each, each.doing, true);
      each.lane.to_ns = at_ns_;
    }
    out_.total_ns = at_ns_;
    for (std::size_t i = 0; i < lanes_.size(); ++i) {
      const auto& spans = lanes_[i].lane.spans;
      const bool idle =
          i == 0 && std::none_of(spans.begin(), spans.end(), [](const Span& span) {
            return span.doing == Doing::kBlocking ||
                   (span.doing == Doing::kComputing && span.end_ns - span.start_ns > 1'000'000);
          });
      if (!idle) out_.lanes.push_back(std::move(lanes_[i].lane));
    }
    return std::move(out_);
  }

 private:
  struct State {
    Lane lane;
    bool alive = false;
    Doing doing = Doing::kReady, next = Doing::kReady;
    std::int64_t since_ns = 0, due_ns = -1;
  };

  void pass(std::int64_t time_ns) {
    const std::int64_t by = time_ns - at_ns_;
    if (by <= 0) return;
    const auto many = [&](Doing doing) { return now_[static_cast<std::size_t>(doing)] > 0; };
    if (many(Doing::kComputing))
      out_.computing_ns += by;
    else if (many(Doing::kBlocking))
      out_.blocking_ns += by;
    else
      out_.waiting_ns += by;
    at_ns_ = time_ns;
  }
  void put(State& state, std::int64_t from, std::int64_t to, Doing doing) {
    if (to <= from) return;
    out_.sums_ns[static_cast<std::size_t>(doing)] += to - from;
    std::vector<Span>& spans = state.lane.spans;
    if (!spans.empty() && spans.back().doing == doing && spans.back().end_ns == from)
      spans.back().end_ns = to;
    else
      spans.push_back({from, to, doing});
  }
  void change(State& state, Doing doing, bool last = false) {
    if (state.doing == Doing::kSleeping && state.due_ns >= 0 && state.due_ns < at_ns_) {
      // Due, and the loop was busy: it could have gone on.
      const std::int64_t due = std::max(state.due_ns, state.since_ns);
      put(state, state.since_ns, due, Doing::kSleeping);
      put(state, due, at_ns_, Doing::kReady);
    } else {
      put(state, state.since_ns, at_ns_, state.doing);
    }
    --now_[static_cast<std::size_t>(state.doing)];
    if (!last) ++now_[static_cast<std::size_t>(doing)];
    state.doing = doing;
    state.since_ns = at_ns_;
    state.due_ns = -1;
  }
  State* find(Id task) {
    auto found = index_.find(task);
    return found == index_.end() ? nullptr : &lanes_[found->second];
  }

  void take(const Event& event) {
    State* of = find(event.subject);
    switch (event.kind) {
      case EventKind::kLoopStarted: change(lanes_[0], Doing::kWaiting); break;
      case EventKind::kLoopStopped: change(lanes_[0], Doing::kComputing); break;
      case EventKind::kTaskCreated:
        if (of == nullptr) break;
        of->alive = true;
        of->doing = Doing::kReady;
        of->lane.from_ns = of->since_ns = at_ns_;
        ++now_[static_cast<std::size_t>(Doing::kReady)];
        out_.alive_most = std::max(out_.alive_most, ++alive_);
        break;
      case EventKind::kHandleQueued:
        if (static_cast<HandleKind>(event.detail) == HandleKind::kStep ||
            static_cast<HandleKind>(event.detail) == HandleKind::kWakeup) {
          State* task =
              event.object == running_ || event.object == 0 ? nullptr : find(event.object);
          if (task != nullptr && task->alive) change(*task, Doing::kReady);
        }
        break;
      case EventKind::kHandleBegan: {
        const auto kind = static_cast<HandleKind>(event.detail);
        running_ = kind == HandleKind::kStep || kind == HandleKind::kWakeup ? event.object : 0;
        State* task = running_ == 0 ? nullptr : find(running_);
        if (task == nullptr || !task->alive) {
          running_ = 0;
          break;
        }
        if (last_ != running_ && last_ != 0) ++out_.switches;
        last_ = running_;
        change(*task, Doing::kComputing);
        task->next = Doing::kReady;
        next_due_ = -1;
        break;
      }
      case EventKind::kHandleEnded:
        if (State* task = find(running_); running_ != 0 && task != nullptr && task->alive) {
          change(*task, task->next);
          task->due_ns = next_due_;
        }
        running_ = 0;
        break;
      case EventKind::kTaskWaits:
        if (of == nullptr) break;
        switch (static_cast<WaitKind>(event.detail)) {
          case WaitKind::kYield: of->next = Doing::kReady; break;
          case WaitKind::kSleep:
            of->next = Doing::kSleeping;
            next_due_ = event.due_ns;
            break;
          default: of->next = Doing::kWaiting; break;
        }
        break;
      case EventKind::kTaskDone:
        if (of == nullptr || !of->alive) break;
        change(*of, of->doing, true);
        of->alive = false;
        of->lane.to_ns = at_ns_;
        --alive_;
        break;
      case EventKind::kBlockingBegan:
        if (of != nullptr && of->alive && (event.subject == running_ || event.subject == 0))
          change(*of, computing_.contains(event.line) ? Doing::kComputing : Doing::kBlocking);
        break;
      case EventKind::kBlockingEnded:
        if (of != nullptr && of->alive && (event.subject == running_ || event.subject == 0))
          change(*of, Doing::kComputing);
        break;
      default: break;
    }
  }

  const std::set<std::uint32_t>& computing_;
  std::vector<State> lanes_;
  std::unordered_map<Id, std::size_t> index_;
  std::int64_t now_[kDoings] = {};
  std::int64_t at_ns_ = 0, next_due_ = -1;
  Id running_ = 0, last_ = 0;
  std::size_t alive_ = 0;
  Schedule out_;
};

}  // namespace

Schedule loop_lanes(const trace::Trace& trace,
                    const Workload& names,
                    const std::set<std::uint32_t>& computing_lines) {
  return Writer(names, computing_lines).write(trace);
}

}  // namespace simul::models
