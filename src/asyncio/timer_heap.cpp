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

// Entries by their distance from the first one in bytes, as what depends on the comparison before
// should not wait for a multiplication by an entry's size. The first child of entry i is 4i + 1.
inline std::size_t TimerHeap::first_child(std::size_t gap) {
  return gap * kArity + sizeof(Entry);
}
inline TimerHeap::Entry& TimerHeap::at(Entry* heap, std::size_t distance) {
  return *reinterpret_cast<Entry*>(reinterpret_cast<char*>(heap) + distance);
}

// Of a gap all whose children there are.
inline std::size_t TimerHeap::least_child(Entry* heap, std::size_t gap) {
  const std::size_t first = first_child(gap);
  const Entry* const four = &at(heap, first);
  const std::size_t left = first + (before(four[1], four[0]) ? sizeof(Entry) : 0);
  const std::size_t right =
      first + 2 * sizeof(Entry) + (before(four[3], four[2]) ? sizeof(Entry) : 0);
  return before(at(heap, right), at(heap, left)) ? right : left;
}

// The last one takes the top's place. It is among the latest: so the gap goes down to a leaf first,
// and from there it goes up, which is rarely far.
void TimerHeap::remove_top() {
  const Entry last = heap_.back();
  heap_.pop_back();
  if (heap_.empty()) return;
  Entry* const heap = heap_.data();
  const std::size_t end = heap_.size() * sizeof(Entry);
  std::size_t gap = fetches() ? move_up_and_fetch(heap) : 0;
  while (first_child(gap) + (kArity - 1) * sizeof(Entry) < end) {
    const std::size_t least = least_child(heap, gap);
    at(heap, gap) = at(heap, least);
    gap = least;
  }
  if (std::size_t least = first_child(gap); least < end) {
    for (std::size_t child = least + sizeof(Entry); child < end; child += sizeof(Entry))
      if (before(at(heap, child), at(heap, least))) least = child;
    at(heap, gap) = at(heap, least);
    gap = least;
  }
  at(heap, gap) = last;
  sift_up(gap / sizeof(Entry));
}

// The uppermost gap goes down three levels, and one entry comes up into each. Who has come into the
// third will be the earliest in a dozen turns or so, who is in the second in a few: what they will
// want is there by then.
inline std::size_t TimerHeap::move_up_and_fetch(Entry* heap) {
  Entry& first = *heap;
  const std::size_t below = least_child(heap, 0);
  Entry& second = at(heap, below);
  const std::size_t far_below = least_child(heap, below);
  Entry& third = at(heap, far_below);
  const std::size_t fourth = least_child(heap, far_below);
  first = second;
  second = third;
  third = at(heap, fourth);
  fetch_owned(&slots_[third.slot]);
  fetch_owned(slots_[second.slot].timer.self.get());
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
