// Traces of runs that never were, but could have been: a small loop of its own makes them, from a
// number. For tests that hold the model against something simpler.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "trace/event.hpp"

namespace simul::timeline {

class RandomRun {
 public:
  RandomRun(std::uint32_t seed, std::size_t events) : random_(seed) {
    emit({.subject = ++id_, .kind = trace::EventKind::kLoopStarted});
    spawn(0);
    while (trace.events.size() < events && turn()) {
    }
  }
  trace::Trace trace;

 private:
  using Kind = trace::EventKind;
  using Handle = trace::HandleKind;
  struct Ready {
    trace::Id handle = 0, object = 0;
    Handle kind = Handle::kStep;
  };

  std::uint32_t pick(std::uint32_t below) { return static_cast<std::uint32_t>(random_() % below); }
  void emit(trace::Event event, const std::string& text = {}) {
    event.time_ns = now_;
    event.text = trace.texts.intern(text);
    trace.events.push_back(event);
  }
  void queue(Handle kind, trace::Id object, trace::Id cause) {
    ready_.push_back({++id_, object, kind});
    emit({.subject = id_,
          .object = object,
          .cause = cause,
          .kind = Kind::kHandleQueued,
          .detail = static_cast<std::uint8_t>(kind)});
  }
  void spawn(trace::Id parent) {
    const trace::Id task = ++id_;
    tasks_.push_back(task);
    emit({.subject = task, .object = parent, .line = pick(90), .kind = Kind::kTaskCreated},
         "Task-" + std::to_string(tasks_.size()));
    queue(Handle::kStep, task, parent);
  }
  void complete(trace::Id future, trace::Id by) {
    emit({.subject = future, .object = by, .kind = Kind::kFutureDone});
    wake(future);
  }
  void wake(trace::Id future) {
    auto waiters = std::move(waits_[future]);
    waits_.erase(future);
    for (trace::Id task : waiters) queue(Handle::kWakeup, task, future);
  }

  void step(trace::Id task) {
    for (std::uint32_t i = pick(3); i > 0; --i) {
      switch (pick(6)) {
        case 0:
          if (tasks_.size() < 12) spawn(task);
          break;
        case 1:
          now_ += 1'000 * pick(5);
          emit({.subject = task, .line = pick(90), .kind = Kind::kOutput, .detail = 1}, "text\n");
          break;
        case 2: {
          const std::int64_t until = now_ + 1'000 * pick(40);
          emit({.due_ns = until, .subject = task, .line = pick(90), .kind = Kind::kBlockingBegan},
               "time.sleep(1)");
          now_ = until;
          emit({.subject = task, .kind = Kind::kBlockingEnded});
          break;
        }
        case 3:
          if (!open_.empty()) {
            const std::size_t which = pick(static_cast<std::uint32_t>(open_.size()));
            const trace::Id future = open_[which];
            open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(which));
            complete(future, task);
          }
          break;
        default: now_ += 1'000 * pick(3); break;
      }
    }
    switch (pick(7)) {
      case 0:
        emit({.subject = task,
              .kind = Kind::kTaskDone,
              .detail = static_cast<std::uint8_t>(pick(3))},
             "ValueError: no");
        wake(task);
        return;
      case 1:
        emit({.subject = task, .line = pick(90), .kind = Kind::kTaskWaits});
        queue(Handle::kStep, task, task);
        return;
      case 2: {
        const trace::Id future = ++id_;
        open_.push_back(future);
        wait(task, future, trace::WaitKind::kFuture, 0);
        return;
      }
      case 3: {
        const trace::Id other = tasks_[pick(static_cast<std::uint32_t>(tasks_.size()))];
        if (other != task) return wait(task, other, trace::WaitKind::kTask, 0);
        [[fallthrough]];
      }
      default: {
        const trace::Id future = ++id_, timer = ++id_;
        const std::int64_t due = now_ + 1'000 * (1 + pick(60));
        timers_[{due, timer}] = future;
        emit({.due_ns = due,
              .subject = timer,
              .object = future,
              .line = pick(90),
              .kind = Kind::kTimerArmed});
        wait(task, future, trace::WaitKind::kSleep, due);
        return;
      }
    }
  }
  void wait(trace::Id task, trace::Id future, trace::WaitKind kind, std::int64_t due) {
    emit({.due_ns = due,
          .subject = task,
          .object = future,
          .line = pick(90),
          .kind = Kind::kTaskWaits,
          .detail = static_cast<std::uint8_t>(kind)});
    waits_[future].push_back(task);
  }

  bool turn() {
    if (ready_.empty()) {
      if (timers_.empty()) return false;
      now_ = std::max(now_, timers_.begin()->first.first);
    }
    while (!timers_.empty() && timers_.begin()->first.first <= now_) {
      const auto [key, future] = *timers_.begin();
      timers_.erase(timers_.begin());
      emit({.due_ns = key.first,
            .subject = key.second,
            .object = future,
            .kind = Kind::kTimerFired});
      queue(Handle::kTimer, future, key.second);
    }
    const std::size_t count = ready_.size();
    emit({.subject = ++turn_, .object = static_cast<trace::Id>(count), .kind = Kind::kTurnBegan});
    for (std::size_t i = 0; i < count; ++i) {
      const Ready item = ready_.front();
      ready_.pop_front();
      if (pick(20) == 0 && item.kind == Handle::kTimer) continue;  // cancelled: skipped silently
      emit({.subject = item.handle,
            .object = item.object,
            .kind = Kind::kHandleBegan,
            .detail = static_cast<std::uint8_t>(item.kind)});
      if (item.kind == Handle::kTimer)
        complete(item.object, 0);
      else
        step(item.object);
      emit({.subject = item.handle,
            .object = item.object,
            .kind = Kind::kHandleEnded,
            .detail = static_cast<std::uint8_t>(item.kind)});
    }
    return true;
  }

  std::mt19937 random_;
  std::int64_t now_ = 0;
  trace::Id id_ = 0;
  trace::Id turn_ = 0;
  std::deque<Ready> ready_;
  std::vector<trace::Id> tasks_, open_;
  std::map<std::pair<std::int64_t, trace::Id>, trace::Id> timers_;
  std::map<trace::Id, std::vector<trace::Id>> waits_;
};

}  // namespace simul::timeline
