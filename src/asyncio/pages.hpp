// src/asyncio/pages.hpp - a queue and a table that grow by pages of one kilobyte.
//
// A vector that doubles leaves half of its memory behind each time, and what is large goes back to
// the system and comes again as pages that have to be cleared: for a hundred thousand tasks that
// cost more than the tasks. A page comes from the frame pool and goes back to it, so the queue that
// held the first steps of many tasks has become their timers' slots by the time they sleep.
//
// Always holds: all pages are of one size class; elements never move.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

#include "asyncio/frame_pool.hpp"

namespace simul::asyncio {

inline constexpr std::size_t kPageBytes = 1024;

// Memory that will soon be wanted. A program with many tasks spends its time waiting for them one
// by one; but the queue knows who is next. The address may be any.
inline void fetch_ahead(const void* memory) {
#if defined(__wasm__)
  static_cast<void>(memory);  // has no instruction for it
#else
  __builtin_prefetch(memory);
#endif
}
// The same of memory that may be read.
inline void fetch_owned(const void* memory) {
#if defined(__wasm__)
  static_cast<void>(*static_cast<const volatile char*>(memory));
#else
  __builtin_prefetch(memory);
#endif
}

// First in, first out.
template <typename T>
class PagedQueue {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  PagedQueue() {
    Page* const page = make_page();
    first_ = last_ = page;
    head_ = tail_ = page->items;
    head_end_ = tail_end_ = page->items + kPerPage;
  }
  PagedQueue(const PagedQueue&) = delete;
  PagedQueue& operator=(const PagedQueue&) = delete;
  ~PagedQueue() {
    while (first_ != nullptr) FramePool::free(std::exchange(first_, first_->next), kPageBytes);
  }

  void push(const T& item) {
    *tail_ = item;
    if (++tail_ == tail_end_) [[unlikely]]
      add_page();
  }
  // Not of an empty queue.
  T pop() {
    const T item = *head_;
    if (++head_ == head_end_) [[unlikely]]
      drop_page();
    return item;
  }
  [[nodiscard]] bool empty() const { return head_ == tail_; }
  // The one that pop() would give. Not of an empty queue.
  [[nodiscard]] T& front() { return *head_; }
  // The one that was pushed last; null: not known, or taken out again.
  [[nodiscard]] T* back() { return tail_ != last_->items && tail_ != head_ ? tail_ - 1 : nullptr; }
  // The one that comes so many after the next, or null, even where there is one.
  [[nodiscard]] const T* ahead(std::size_t by) const {
    return static_cast<std::size_t>(head_end_ - head_) > by ? head_ + by : nullptr;
  }
  // Where the next will be taken out and put in: two places are the same exactly if nothing is
  // between them.
  [[nodiscard]] const T* head() const { return head_; }
  [[nodiscard]] const T* tail() const { return tail_; }
  // From the next one on.
  template <typename Use>
  void for_each(Use use) const {
    const Page* page = first_;
    for (const T* each = head_; each != tail_;) {
      use(*each);
      if (++each != page->items + kPerPage) continue;
      page = page->next;
      each = page->items;
    }
  }
  [[nodiscard]] std::size_t size() const {
    if (first_ == last_) return static_cast<std::size_t>(tail_ - head_);
    std::size_t count = static_cast<std::size_t>(head_end_ - head_);
    for (const Page* page = first_->next; page != last_; page = page->next) count += kPerPage;
    return count + static_cast<std::size_t>(tail_ - last_->items);
  }

 private:
  static constexpr std::size_t kPerPage = (kPageBytes - sizeof(void*)) / sizeof(T);
  struct Page {
    T items[kPerPage];
    Page* next;
  };
  static_assert(sizeof(Page) <= kPageBytes && std::is_trivially_default_constructible_v<Page>);

  static Page* make_page() {
    auto* const page = static_cast<Page*>(FramePool::allocate(kPageBytes));
    page->next = nullptr;
    return page;
  }
  // There is always room for one more, so that the head's page has a next one when it is used up.
  [[gnu::noinline]] void add_page() {
    last_ = last_->next = make_page();
    tail_ = last_->items;
    tail_end_ = tail_ + kPerPage;
  }
  [[gnu::noinline]] void drop_page() {
    FramePool::free(std::exchange(first_, first_->next), kPageBytes);
    head_ = first_->items;
    head_end_ = head_ + kPerPage;
  }

  T* head_;
  T* head_end_;
  T* tail_;
  T* tail_end_;
  Page* first_;
  Page* last_;
};

// Elements by number. Numbers go up, but not always by one: see next().
template <typename T>
class PagedTable {
 public:
  PagedTable() = default;
  PagedTable(const PagedTable&) = delete;
  PagedTable& operator=(const PagedTable&) = delete;
  ~PagedTable() { truncate(0); }

  [[nodiscard]] T& operator[](std::uint32_t number) {
    return pages_[number >> kShift][number & kMask];
  }
  [[nodiscard]] const T& operator[](std::uint32_t number) const {
    return pages_[number >> kShift][number & kMask];
  }
  // Gives the new element's number.
  std::uint32_t add(T item) {
    const std::uint32_t number = end_;
    if ((number & kMask) == 0) [[unlikely]]
      add_page();
    std::construct_at(last_ + (number & kMask), std::move(item));
    ++count_;
    end_ = next(number);
    return number;
  }
  // The number after this one. All elements: for (number = 0; number != end(); number = next(..)).
  [[nodiscard]] static std::uint32_t next(std::uint32_t number) {
    ++number;
    return (number & kMask) == (kPerPage & kMask) ? ((number - 1) | kMask) + 1 : number;
  }
  [[nodiscard]] std::uint32_t end() const { return end_; }
  [[nodiscard]] std::size_t count() const { return count_; }
  // Removes all from this number on.
  void truncate(std::uint32_t number) {
    for (std::uint32_t each = number; each != end_; each = next(each)) {
      (*this)[each].~T();
      --count_;
    }
    end_ = number;
    const std::size_t pages = (number + kMask) >> kShift;
    while (pages_.size() > pages) {
      FramePool::free(pages_.back(), kPageBytes);
      pages_.pop_back();
    }
    last_ = pages_.empty() ? nullptr : pages_.back();
  }

 private:
  static constexpr std::uint32_t kPerPage = kPageBytes / sizeof(T);
  static constexpr std::uint32_t kShift = std::bit_width(kPerPage - 1);
  static constexpr std::uint32_t kMask = (1U << kShift) - 1;

  [[gnu::noinline]] void add_page() {
    last_ = static_cast<T*>(FramePool::allocate(kPageBytes));
    pages_.push_back(last_);
  }

  std::vector<T*> pages_;
  T* last_ = nullptr;  // of pages_
  std::uint32_t end_ = 0;
  std::size_t count_ = 0;
};

}  // namespace simul::asyncio
