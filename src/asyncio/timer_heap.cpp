// src/asyncio/timer_heap.cpp - the 4-ary heap and its slots.
#include "asyncio/timer_heap.hpp"

#include <algorithm>

namespace simul::asyncio {
namespace {
constexpr std::size_t kArity = 4;
constexpr std::size_t kRebuildFrom = 100;
}  // namespace

TimerKey TimerHeap::add(std::int64_t due_ns, std::int32_t generation, Timer timer) {
  std::uint32_t index = first_free_;
  if (index == kNoSlot) {
    index = slots_.add({});
  } else {
    first_free_ = slots_[index].next_free;
  }
  const std::uint32_t serial = next_serial_++;
  if (next_serial_ == 0) next_serial_ = 1;
  const auto order = static_cast<std::uint64_t>(generation + 1) << 32 | serial;
  heap_.push_back({due_ns, order, index});
  slots_[index].timer = std::move(timer);
  slots_[index].serial = serial;
  sift_up(heap_.size() - 1);
  return {index, serial};
}

void TimerHeap::label(TimerKey key, TimerLabel label) {
  if (labels_.size() < slots_.end()) labels_.resize(slots_.end());
  label.serial = key.serial;
  labels_[key.slot] = label;
}

bool TimerHeap::pending(TimerKey key) const {
  return key && key.slot < slots_.end() && slots_[key.slot].serial == key.serial;
}

Timer TimerHeap::free_slot(std::uint32_t index) {
  Slot& slot = slots_[index];
  slot.serial = 0;
  slot.next_free = first_free_;
  first_free_ = index;
  return std::move(slot.timer);
}

Timer TimerHeap::cancel(TimerKey key) {
  if (!pending(key)) return {};
  Timer timer = free_slot(key.slot);
  ++cancelled_;
  if (heap_.size() > kRebuildFrom && cancelled_ * 2 > heap_.size()) rebuild();
  return timer;
}

std::int64_t TimerHeap::due_ns() {
  return live_top().due_ns;
}

std::int32_t TimerHeap::generation() {
  return static_cast<std::int32_t>(live_top().order >> 32) - 1;
}

Timer TimerHeap::pop(std::uint32_t* slot) {
  *slot = live_top().slot;
  remove_top();
  return free_slot(*slot);
}

void TimerHeap::clear() {
  heap_.clear();
  cancelled_ = 0;
  for (std::uint32_t index = 0; index != slots_.end(); index = slots_.next(index))
    if (slots_[index].serial != 0) static_cast<void>(free_slot(index));
}

void TimerHeap::drop_cancelled_top() {
  while (!live(heap_.front())) {
    remove_top();
    --cancelled_;
  }
}

// Of a gap all whose children there are.
inline std::size_t TimerHeap::least_child(const Entry* heap, std::size_t gap) {
  const std::size_t first = gap * kArity + 1;
  const std::size_t left = first + before(heap[first + 1], heap[first]);
  const std::size_t right = first + 2 + before(heap[first + 3], heap[first + 2]);
  return before(heap[right], heap[left]) ? right : left;
}

// The last one takes the top's place. It is among the latest: so the gap goes down to a leaf first,
// and from there it goes up, which is rarely far.
void TimerHeap::remove_top() {
  const Entry last = heap_.back();
  heap_.pop_back();
  const std::size_t size = heap_.size();
  if (size == 0) return;
  Entry* const heap = heap_.data();
  std::size_t gap = 0;
  if (fetches()) gap = move_up_and_fetch(heap);
  while (gap * kArity + kArity < size) {
    const std::size_t least = least_child(heap, gap);
    heap[gap] = heap[least];
    gap = least;
  }
  if (const std::size_t first = gap * kArity + 1; first < size) {
    std::size_t least = first;
    for (std::size_t child = first + 1; child < size; ++child)
      if (before(heap[child], heap[least])) least = child;
    heap[gap] = heap[least];
    gap = least;
  }
  heap[gap] = last;
  sift_up(gap);
}

// The uppermost gap goes down three levels, and one entry comes up into each. Who has come into the
// third will be the earliest in a dozen turns or so, who is in the second in a few: what they will
// want is there by then.
inline std::size_t TimerHeap::move_up_and_fetch(Entry* heap) {
  const std::size_t second = least_child(heap, 0);
  const std::size_t third = least_child(heap, second);
  const std::size_t fourth = least_child(heap, third);
  heap[0] = heap[second];
  heap[second] = heap[third];
  heap[third] = heap[fourth];
  fetch_owned(&slots_[heap[third].slot]);
  fetch_owned(slots_[heap[second].slot].timer.self.get());
  return fourth;
}

void TimerHeap::rebuild() {
  std::erase_if(heap_, [this](const Entry& entry) { return !live(entry); });
  cancelled_ = 0;
  for (std::size_t index = heap_.size() / kArity + 1; index-- > 0;)
    if (index < heap_.size()) sift_down(index);
}

void TimerHeap::sift_up(std::size_t index) {
  const Entry entry = heap_[index];
  while (index > 0) {
    const std::size_t parent = (index - 1) / kArity;
    if (!before(entry, heap_[parent])) break;
    heap_[index] = heap_[parent];
    index = parent;
  }
  heap_[index] = entry;
}

void TimerHeap::sift_down(std::size_t index) {
  const Entry entry = heap_[index];
  for (;;) {
    const std::size_t first = index * kArity + 1;
    if (first >= heap_.size()) break;
    const std::size_t last = std::min(first + kArity, heap_.size());
    std::size_t least = first;
    for (std::size_t child = first + 1; child < last; ++child)
      if (before(heap_[child], heap_[least])) least = child;
    if (!before(heap_[least], entry)) break;
    heap_[index] = heap_[least];
    index = least;
  }
  heap_[index] = entry;
}

}  // namespace simul::asyncio
