// The state of a run as a beginner would keep it: one event after the other, from the start, in
// plain maps. Slow, and too simple to be wrong.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "timeline/model.hpp"
#include "trace/event.hpp"

namespace simul::timeline {

class NaiveState {
 public:
  explicit NaiveState(const trace::Trace& trace) : trace_(trace) {}

  void take(std::size_t events) {
    for (; next_ < events; ++next_) apply(trace_.events[next_]);
  }
  // "A running", ... of every task; then the queue, the timers, the turn.
  std::string text(std::int64_t now_ns) const {
    std::string out;
    for (const auto& [id, task] : tasks_) {
      State state = task.state;
      if (state == State::kSleeping && now_ns >= task.due_ns) state = State::kDue;
      out += std::to_string(id) + " " + std::string(word(state)) + "; ";
    }
    out += "ready";
    for (const auto& [handle, object] : ready_) out += " " + std::to_string(handle);
    out += "; timers";
    for (const auto& [key, object] : timers_) out += " " + std::to_string(key.second);
    out += "; turn " + std::to_string(turn_) + " runs " + std::to_string(running_) +
           (busy_ ? " busy" : "") + (blocked_ ? " blocked" : "");
    return out;
  }

 private:
  using Kind = trace::EventKind;
  struct Task {
    State state = State::kIdle, next = State::kIdle;
    std::int64_t due_ns = 0, next_due_ns = 0;
    trace::Id object = 0, next_object = 0;
    bool has_next = false, ended = false;
  };
  static bool is_step(const trace::Event& event) {
    const auto kind = static_cast<trace::HandleKind>(event.detail);
    return kind == trace::HandleKind::kStep || kind == trace::HandleKind::kWakeup;
  }
  void apply(const trace::Event& event) {
    auto task = tasks_.find(event.subject);
    auto served = tasks_.find(event.object);
    switch (event.kind) {
      case Kind::kTaskCreated: tasks_[event.subject] = {}; break;
      case Kind::kTurnBegan: turn_ = event.subject; break;
      case Kind::kHandleQueued:
        ready_.emplace_back(event.subject, event.object);
        if (!is_step(event) || served == tasks_.end() || served->second.ended) break;
        if (running_ == event.object) {
          served->second.next = State::kReady;
          served->second.has_next = true;
        } else {
          served->second.state = State::kReady;
          served->second.object = 0;
        }
        break;
      case Kind::kHandleBegan:
        while (!ready_.empty() && ready_.front().first != event.subject) ready_.pop_front();
        if (!ready_.empty()) ready_.pop_front();
        busy_ = true;
        if (!is_step(event) || served == tasks_.end()) break;
        running_ = event.object;
        if (!served->second.ended) served->second.state = State::kRunning;
        break;
      case Kind::kHandleEnded:
        busy_ = false;
        if (auto ran = tasks_.find(running_); ran != tasks_.end()) {
          Task& one = ran->second;
          if (one.has_next && !one.ended) {
            one.state = one.next;
            one.due_ns = one.next_due_ns;
            one.object = one.next_object;
          }
          one.has_next = false;
          one.next_object = 0;
        }
        running_ = 0;
        break;
      case Kind::kTaskWaits: {
        const bool sleeps = static_cast<trace::WaitKind>(event.detail) == trace::WaitKind::kSleep;
        Task& one = task->second;
        one.next = event.object == 0 ? State::kReady : sleeps ? State::kSleeping : State::kWaiting;
        one.next_due_ns = event.due_ns;
        one.next_object = event.object;
        one.has_next = true;
        break;
      }
      case Kind::kTimerArmed: timers_[{event.due_ns, event.subject}] = event.object; break;
      case Kind::kTimerFired:
        timers_.erase({event.due_ns, event.subject});
        for (auto& [id, one] : tasks_)
          if (one.state == State::kSleeping && one.object == event.object)
            one.state = State::kReady;
        break;
      case Kind::kTaskDone:
        task->second.ended = true;
        task->second.state =
            static_cast<trace::DoneKind>(event.detail) == trace::DoneKind::kResult ? State::kDone
            : static_cast<trace::DoneKind>(event.detail) == trace::DoneKind::kException
                ? State::kFailed
                : State::kCancelled;
        break;
      case Kind::kBlockingBegan:
        blocked_ = true;
        task->second.state = State::kBlocking;
        break;
      case Kind::kBlockingEnded:
        blocked_ = false;
        task->second.state = State::kRunning;
        break;
      default: break;
    }
  }

  const trace::Trace& trace_;
  std::size_t next_ = 0;
  std::map<trace::Id, Task> tasks_;
  std::deque<std::pair<trace::Id, trace::Id>> ready_;
  std::map<std::pair<std::int64_t, trace::Id>, trace::Id> timers_;
  trace::Id turn_ = 0, running_ = 0;
  bool busy_ = false, blocked_ = false;
};

}  // namespace simul::timeline
