#include "models/one_by_one.hpp"

#include <algorithm>
#include <unordered_map>

namespace simul::models {

using asyncio::EventKind;
using asyncio::HandleKind;
using asyncio::WaitKind;

OneByOne one_by_one(const trace::Trace& trace) {
  struct Sleep {
    std::int64_t from_ns, due_ns;
  };
  OneByOne result;
  result.work.push_back({});
  std::unordered_map<trace::Id, std::size_t> index = {{0, 0}};
  std::unordered_map<trace::Id, Sleep> sleeping;  // by task
  trace::Id running = 0;
  std::int64_t step_began_ns = 0, blocking_began_ns = 0;

  auto work_of = [&](trace::Id task) -> Work& {
    auto [place, is_new] = index.try_emplace(task, result.work.size());
    if (is_new) {
      result.work.push_back({});
      result.work.back().task = task;
    }
    return result.work[place->second];
  };

  for (const trace::Event& event : trace.events) {
    result.took_ns = std::max(result.took_ns, event.time_ns);
    switch (event.kind) {
      case EventKind::kTaskCreated: work_of(event.subject); break;
      case EventKind::kHandleBegan: {
        auto kind = static_cast<HandleKind>(event.detail);
        running = kind == HandleKind::kStep || kind == HandleKind::kWakeup ? event.object : 0;
        step_began_ns = event.time_ns;
        if (auto sleep = sleeping.find(running); running != 0 && sleep != sleeping.end()) {
          Work& work = work_of(running);
          bool early = event.time_ns < sleep->second.due_ns;
          work.slept_ns +=
              std::min(event.time_ns, std::max(sleep->second.due_ns, sleep->second.from_ns)) -
              sleep->second.from_ns;
          work.cut_short = work.cut_short || early;
          sleeping.erase(sleep);
        }
        break;
      }
      case EventKind::kHandleEnded:
        if (running != 0) work_of(running).computed_ns += event.time_ns - step_began_ns;
        running = 0;
        break;
      case EventKind::kTaskWaits:
        if (static_cast<WaitKind>(event.detail) == WaitKind::kSleep)
          sleeping[event.subject] = {event.time_ns, event.due_ns};
        break;
      case EventKind::kBlockingBegan: blocking_began_ns = event.time_ns; break;
      case EventKind::kBlockingEnded: {
        Work& work = work_of(event.subject);
        std::int64_t blocked_ns = event.time_ns - blocking_began_ns;
        work.blocked_ns += blocked_ns;
        if (event.subject != 0) work.computed_ns -= blocked_ns;  // the step's length counts it too
        break;
      }
      default: break;
    }
  }
  for (const Work& work : result.work) {
    result.total_ns += work.total_ns();
    result.cut_short = result.cut_short || work.cut_short;
  }
  return result;
}

}  // namespace simul::models
