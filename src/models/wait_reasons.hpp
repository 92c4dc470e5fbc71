// What a wait of a run was for: who made its future done, a task, a timer, or others that the
// future stood for. Told of while the trace is read, asked when all of it is.
//
// Always holds: what is asked about a wait is answered with what had happened when the waiter went
// on, and not with what came later.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "models/workload.hpp"

namespace simul::models {

inline constexpr std::uint32_t kNobody = 0xffffffff;

class WaitReasons {
 public:
  struct Done {
    std::uint32_t by = kNobody;  // the flag of who did it
    trace::Id because = 0;       // done by the callback of this future, task, timer or handle
    std::size_t order = 0;
    bool cancelled = false;
  };
  struct Found {
    bool known = false;          // false: something that is no task's doing made it done
    std::vector<Condition> all;  // the flags that did
    bool first_of = false;       // it went on when some of several were done
    bool cancelled = false;      // one of them was cancelled
  };

  // A task has ended, which raises its flag.
  void ended(trace::Id task, std::uint32_t flag) { done_[task] = {flag, 0, ++count_, false}; }
  // A future is done; the first time counts.
  void done(trace::Id future, Done done) {
    done.order = ++count_;
    done_.try_emplace(future, done);
  }
  // Somebody asked for a callback for later: its time counts from there.
  void armed(trace::Id timer, const Condition& condition) { timers_[timer] = condition; }
  // A future that stands for others: gather, wait.
  void depends(trace::Id future, trace::Id part) { parts_of_[future].push_back(part); }

  // How much was done up to now.
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] bool is_done(trace::Id future, std::size_t before) const;
  [[nodiscard]] Found of(trace::Id future, std::size_t before) const;

 private:
  bool find(trace::Id future, std::size_t before, int depth, Found& found) const;

  std::unordered_map<trace::Id, Done> done_;
  std::unordered_map<trace::Id, Condition> timers_;
  std::unordered_map<trace::Id, std::vector<trace::Id>> parts_of_;
  std::size_t count_ = 0;
};

}  // namespace simul::models
