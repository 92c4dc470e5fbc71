// src/asyncio/timer_heap.hpp - the loop's timers, earliest first.
//
// A 4-ary heap ordered by (due, generation, serial), hence FIFO among equals; heapq, which CPython
// uses, is not stable. Cancelling is lazy, with asyncio's rule: once more than half of at least 100
// entries are cancelled, the heap is rebuilt without them.
#pragma once

#include <cstdint>
#include <vector>

#include "asyncio/events.hpp"
#include "asyncio/pages.hpp"

namespace simul::asyncio {

// What a timer will put into the ready queue.
struct Timer {
  RunFn run = nullptr;
  Ref<Counted> self;
};

// For whoever watches.
struct TimerLabel {
  Id id = 0;                 // the timer's own
  Id serves = 0;             // the future or task that it will wake, or 0
  std::uint32_t serial = 0;  // of its key
};

class TimerHeap {
 public:
  TimerKey add(std::int64_t due_ns, std::int32_t generation, Timer timer);
  // Labels are kept beside the timers, and only once one was given.
  void label(TimerKey key, TimerLabel label);
  // Stays until the slot is used again.
  [[nodiscard]] TimerLabel label_of(std::uint32_t slot) const {
    return slot < labels_.size() ? labels_[slot] : TimerLabel();
  }
  // The timer taken out, or nothing (self empty) if it has fired or was cancelled before.
  Timer cancel(TimerKey key);
  [[nodiscard]] bool pending(TimerKey key) const;

  [[nodiscard]] bool empty() const { return heap_.size() == cancelled_; }
  // The earliest timer's deadline; not to be asked of an empty heap.
  [[nodiscard]] std::int64_t due_ns() { return live_top().due_ns; }
  [[nodiscard]] std::int32_t generation() {
    return static_cast<std::int32_t>(live_top().order >> 32) - 1;
  }
  // The earliest timer taken out; not of an empty heap.
  Timer pop(std::uint32_t* slot);
  // The same if it is due at now_ns, in this generation; else nothing (self empty).
  struct Due {
    Timer timer;
    std::int64_t due_ns = 0;
    std::uint32_t slot = 0;
  };
  bool pop_due(std::int64_t now_ns, std::int32_t generation, Due& due) {
    if (empty()) return false;
    const Entry& top = live_top();
    if (!is_due(top, now_ns, generation)) return false;
    due.due_ns = top.due_ns;
    due.slot = top.slot;
    remove_top();
    due.timer = free_slot(due.slot);
    return true;
  }
  // In no order.
  template <typename Use>
  void for_each(Use use) const {
    for (const Entry& entry : heap_)
      if (live(entry)) use(slots_[entry.slot].timer);
  }
  // The entry that is the earliest; null if it was cancelled. Not of an empty heap.
  [[nodiscard]] const Timer* peek() const {
    const Entry& top = heap_.front();
    return live(top) ? &slots_[top.slot].timer : nullptr;
  }
  // There are more than a cache holds: what the next ones will want is fetched from memory before.
  [[nodiscard]] bool fetches() const { return heap_.size() >= kFetchFrom; }
  [[nodiscard]] bool any_due(std::int64_t now_ns, std::int32_t generation) {
    return !empty() && is_due(live_top(), now_ns, generation);
  }
  void clear();

 private:
  // Packed: a heap of a hundred thousand is as fast as its cache lines are few.
  struct [[gnu::packed, gnu::aligned(4)]] Entry {
    std::int64_t due_ns;
    std::uint64_t order;  // generation + 1 above, serial below
    std::uint32_t slot;
  };
  struct Slot {
    Timer timer;
    std::uint32_t serial = 0;  // 0: free
    std::uint32_t next_free = 0;
  };
  // Without a branch: which of two random deadlines is the earlier cannot be foreseen.
  static bool before(const Entry& left, const Entry& right) {
    return ((left.due_ns < right.due_ns) |
            ((left.due_ns == right.due_ns) & (left.order < right.order))) != 0;
  }
  static bool is_due(const Entry& entry, std::int64_t now_ns, std::int32_t generation) {
    return entry.due_ns < now_ns ||
           (entry.due_ns == now_ns &&
            static_cast<std::int32_t>(entry.order >> 32) - 1 <= generation);
  }
  const Entry& live_top() {
    if (cancelled_ != 0) [[unlikely]]
      drop_cancelled_top();
    return heap_.front();
  }
  [[nodiscard]] bool live(const Entry& entry) const {
    return slots_[entry.slot].serial == static_cast<std::uint32_t>(entry.order);
  }
  void sift_up(std::size_t index);
  void sift_down(std::size_t index);
  void remove_top();
  static std::size_t first_child(std::size_t gap);
  static Entry& at(Entry* heap, std::size_t distance);
  static std::size_t least_child(Entry* heap, std::size_t gap);
  std::size_t move_up_and_fetch(Entry* heap);
  void drop_cancelled_top();
  void rebuild();
  Timer free_slot(std::uint32_t index);

  std::vector<Entry> heap_;
  PagedTable<Slot> slots_;
  std::vector<TimerLabel> labels_;
  std::uint32_t first_free_ = kNoSlot;
  std::uint32_t next_serial_ = 1;
  std::size_t cancelled_ = 0;

  static constexpr std::uint32_t kNoSlot = 0xffffffff;
  static constexpr std::size_t kFetchFrom = 1000;  // and four levels are full
};

}  // namespace simul::asyncio
