#include "models/wait_reasons.hpp"

namespace simul::models {

using trace::Id;

bool WaitReasons::is_done(Id future, std::size_t before) const {
  auto done = done_.find(future);
  return done != done_.end() && done->second.order <= before;
}

WaitReasons::Found WaitReasons::of(Id future, std::size_t before) const {
  Found found;
  found.known = find(future, before, 0, found);
  return found;
}

bool WaitReasons::find(Id future, std::size_t before, int depth, Found& found) const {
  if (depth > 16) return false;
  auto timer = timers_.find(future);
  if (timer != timers_.end()) {
    if (timer->second.flag == kNobody) return false;
    found.all.push_back(timer->second);
    return true;
  }
  auto parts = parts_of_.find(future);
  if (parts != parts_of_.end()) {
    bool all = true, known = true;
    for (Id part : parts->second) {
      if (!is_done(part, before)) {
        all = false;
        continue;
      }
      known = find(part, before, depth + 1, found) && known;
    }
    if (!all) found.first_of = true;
    return known && !found.all.empty();
  }
  if (!is_done(future, before)) return false;
  const Done& done = done_.at(future);
  if (done.cancelled) found.cancelled = true;
  if (done.by != kNobody) {
    found.all.push_back({done.by, 0});
    return true;
  }
  return done.because != 0 && find(done.because, before, depth + 1, found);
}

}  // namespace simul::models
