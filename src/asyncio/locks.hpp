// src/asyncio/locks.hpp - Lock, EventFlag (asyncio.Event), Condition, Semaphore. Mirrors CPython's
// Lib/asyncio/locks.py.
//
// Waiting comes in two halves, so that a C++ coroutine and a Python one can wait for the same lock:
// wait() gives a future to await, and waited() must be told when that await has ended, well or not.
//
//   if (!lock.acquire_now()) {
//     const Ref<FutureBase> waiter = lock.wait(loop);
//     ... await it ...
//     lock.waited(*waiter, how);
//   }
//
// Who resumes whom: release() and set() make waiters done; each goes on in a later turn, in the
// order in which they came. Always holds: nobody overtakes a waiter that is awake or still waiting,
// and a waiter that is cancelled after it was woken passes the wake-up on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "asyncio/futures.hpp"
#include "asyncio/tasks.hpp"

namespace simul::asyncio {

// Futures of those who wait, oldest first.
class Waiters {
 public:
  Ref<FutureBase> add(EventLoop& loop, WaitKind kind);
  void remove(const FutureBase& waiter);
  // Makes up to `count` that are not done yet done, and says how many there were.
  std::size_t wake(std::size_t count);
  // Takes waiters out from the front until one was not done: that one is woken.
  void wake_next_and_forget() {
    if (!empty()) wake_first_and_forget();
  }
  [[nodiscard]] bool empty() const { return !first_; }
  [[nodiscard]] std::size_t size() const { return empty() ? 0 : 1 + later_.size() - second_; }
  [[nodiscard]] FutureBase& front() const { return *first_; }
  [[nodiscard]] bool has(const FutureBase& waiter) const;
  // Is there one that has not been cancelled?
  [[nodiscard]] bool any_alive() const;
  template <typename Use>
  void for_each(Use use) const {
    if (!empty()) use(*first_);
    for (std::size_t place = second_; place < later_.size(); ++place) use(*later_[place]);
  }

 private:
  [[nodiscard]] Ref<FutureBase> take_first() {
    Ref<FutureBase> first = std::move(first_);
    if (!later_.empty()) [[unlikely]]
      move_up();
    return first;
  }
  void move_up();
  void give_up_places();
  void wake_first_and_forget();
  // The oldest for which `is_it` is true; null: none.
  template <typename IsIt>
  [[nodiscard]] FutureBase* find(IsIt is_it) const;

  // Most of the time one waits or nobody: that one is kept apart.
  std::vector<Ref<FutureBase>> later_;  // empty, or there is one after first_
  std::size_t second_ = 0;  // in later_: before it are the empty places of those who went
  Ref<FutureBase> first_;
};

// How the await of a waiter ended. Only who was cancelled puts right what the waiter was given;
// whoever leaves by another exception (a coroutine that is closed) only leaves the line.
enum class Waited : std::uint8_t { kWoken, kCancelled, kLeft };

class Lock : public Counted {
 public:
  // True: it is ours, and nobody has waited.
  [[nodiscard]] bool acquire_now();
  [[nodiscard]] Ref<FutureBase> wait(EventLoop& loop);
  // After an await that went well the lock is ours.
  void waited(FutureBase& waiter, Waited how);
  // False: it was not locked (CPython: RuntimeError "Lock is not acquired.").
  bool release();
  [[nodiscard]] bool locked() const { return locked_; }
  // As a program may by asyncio's own attribute: nobody is woken.
  void set_locked(bool locked) { locked_ = locked; }
  void wake_first();
  [[nodiscard]] const Waiters& line() const { return waiters_; }
  [[nodiscard]] std::size_t waiters() const { return waiters_.size(); }
  [[nodiscard]] bool has(const FutureBase& waiter) const { return waiters_.has(waiter); }

 private:
  Waiters waiters_;
  bool locked_ = false;
};

class EventFlag : public Counted {
 public:
  [[nodiscard]] bool is_set() const { return set_; }
  void set();
  void clear() { set_ = false; }
  // As a program may by asyncio's own attribute: nobody is woken.
  void put(bool set) { set_ = set; }
  [[nodiscard]] const Waiters& line() const { return waiters_; }
  // Only while it is not set.
  [[nodiscard]] Ref<FutureBase> wait(EventLoop& loop) {
    return waiters_.add(loop, WaitKind::kEvent);
  }
  void waited(FutureBase& waiter) { waiters_.remove(waiter); }
  [[nodiscard]] std::size_t waiters() const { return waiters_.size(); }
  [[nodiscard]] bool has(const FutureBase& waiter) const { return waiters_.has(waiter); }

 private:
  Waiters waiters_;
  bool set_ = false;
};

// The waiting half of a condition; its Lock is released and acquired by whoever waits.
class Condition : public Counted {
 public:
  [[nodiscard]] Ref<FutureBase> wait(EventLoop& loop) {
    return waiters_.add(loop, WaitKind::kCondition);
  }
  void waited(FutureBase& waiter) { waiters_.remove(waiter); }
  void notify(std::size_t count) { waiters_.wake(count); }
  [[nodiscard]] const Waiters& line() const { return waiters_; }
  [[nodiscard]] std::size_t waiters() const { return waiters_.size(); }
  [[nodiscard]] bool has(const FutureBase& waiter) const { return waiters_.has(waiter); }

 private:
  Waiters waiters_;
};

class Semaphore : public Counted {
 public:
  explicit Semaphore(std::int64_t value) : value_(value) {}
  // True when acquire() would have to wait.
  [[nodiscard]] bool locked() const { return value_ == 0 || waiters_.any_alive(); }
  [[nodiscard]] bool acquire_now();
  [[nodiscard]] Ref<FutureBase> wait(EventLoop& loop) {
    return waiters_.add(loop, WaitKind::kSemaphore);
  }
  void waited(FutureBase& waiter, Waited how);
  void release();
  [[nodiscard]] std::int64_t value() const { return value_; }
  // As a program may by asyncio's own attribute: nobody is woken.
  void set_value(std::int64_t value) { value_ = value; }
  // False: nobody waits who could be.
  bool wake_next();
  [[nodiscard]] const Waiters& line() const { return waiters_; }
  [[nodiscard]] std::size_t waiters() const { return waiters_.size(); }
  [[nodiscard]] bool has(const FutureBase& waiter) const { return waiters_.has(waiter); }

 private:
  Waiters waiters_;
  std::int64_t value_;
};

// For C++ coroutines.
[[nodiscard]] Coro<None> acquire(Ref<Lock> lock);
[[nodiscard]] Coro<None> acquire(Ref<Semaphore> semaphore);
[[nodiscard]] Coro<None> wait(Ref<EventFlag> event);

}  // namespace simul::asyncio
