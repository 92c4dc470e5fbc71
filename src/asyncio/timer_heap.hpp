// src/asyncio/timer_heap.hpp - the loop's timers, earliest first.
//
// A 4-ary heap ordered by (due, generation, serial), hence FIFO among equals; heapq, which CPython
// uses, is not stable. Cancelling is lazy, with asyncio's rule: once more than half of at least 100
// entries are cancelled, the heap is rebuilt without them.
#pragma once

#include <cstdint>
#include <vector>

#include "asyncio/events.hpp"

namespace simul::asyncio {

struct Timer {
  std::int64_t due_ns;
  std::int32_t generation;
  RunFn run;
  Ref<Counted> self;
  Id id;      // the timer's own, for whoever watches; 0 when nobody does
  Id serves;  // the future or task that it will wake, or 0
  HandleKind kind;
};

class TimerHeap {
 public:
  TimerKey add(Timer timer);
  // The timer taken out, or nothing (self empty) if it has fired or was cancelled before.
  Timer cancel(TimerKey key);
  [[nodiscard]] bool pending(TimerKey key) const;

  [[nodiscard]] bool empty() const { return heap_.size() == cancelled_; }
  // The earliest timer's deadline; not to be asked of an empty heap.
  [[nodiscard]] std::int64_t due_ns();
  [[nodiscard]] std::int32_t generation();
  Timer pop();
  void clear();

 private:
  struct Entry {
    std::int64_t due_ns;
    std::uint64_t order;  // generation + 1 above, serial below
    std::uint32_t slot;
  };
  struct Slot {
    Timer timer;
    std::uint32_t serial = 0;  // 0: free
    std::uint32_t next_free = 0;
  };
  static bool before(const Entry& left, const Entry& right) {
    return left.due_ns != right.due_ns ? left.due_ns < right.due_ns : left.order < right.order;
  }
  [[nodiscard]] bool live(const Entry& entry) const {
    return slots_[entry.slot].serial == static_cast<std::uint32_t>(entry.order);
  }
  void sift_up(std::size_t index);
  void sift_down(std::size_t index);
  void remove_top();
  void drop_cancelled_top();
  void rebuild();
  Timer free_slot(std::uint32_t index);

  std::vector<Entry> heap_;
  std::vector<Slot> slots_;
  std::uint32_t first_free_ = kNoSlot;
  std::uint32_t next_serial_ = 1;
  std::size_t cancelled_ = 0;

  static constexpr std::uint32_t kNoSlot = 0xffffffff;
};

}  // namespace simul::asyncio
