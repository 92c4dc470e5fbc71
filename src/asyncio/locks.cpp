// src/asyncio/locks.cpp - who is woken when.
#include "asyncio/locks.hpp"

#include <algorithm>

namespace simul::asyncio {

// ---- Waiters

Ref<FutureBase> Waiters::add(EventLoop& loop, WaitKind kind) {
  queue_.push_back(loop.hooks().make_waiter(loop, kind));
  return queue_.back();
}

void Waiters::remove(const FutureBase& waiter) {
  const auto found =
      std::find_if(begin(), queue_.cend(), [&](const auto& each) { return each.get() == &waiter; });
  if (found == queue_.cend()) return;
  if (found == begin())
    static_cast<void>(take_first());
  else
    queue_.erase(found);
}

// What went before is given up in one go when it is half of all: each moves once, on average.
Ref<FutureBase> Waiters::take_first() {
  Ref<FutureBase> first = std::move(queue_[first_]);
  if (++first_ == queue_.size()) {
    queue_.clear();
    first_ = 0;
  } else if (first_ >= 32 && first_ >= queue_.size() / 2) {
    queue_.erase(queue_.begin(), begin());
    first_ = 0;
  }
  return first;
}

std::size_t Waiters::wake(std::size_t count) {
  std::size_t woken = 0;
  for (auto waiter = begin(); waiter != queue_.cend(); ++waiter) {
    if (woken == count) break;
    if ((*waiter)->set_done()) ++woken;
    if ((*waiter)->loop().counters().refusing()) break;
  }
  return woken;
}

void Waiters::wake_next_and_forget() {
  while (!empty()) {
    const Ref<FutureBase> waiter = take_first();
    if (waiter->set_done()) return;
  }
}

bool Waiters::has(const FutureBase& waiter) const {
  return std::any_of(
      begin(), queue_.cend(), [&](const auto& each) { return each.get() == &waiter; });
}

bool Waiters::any_alive() const {
  return std::any_of(
      begin(), queue_.cend(), [](const auto& waiter) { return !waiter->cancelled(); });
}

// ---- Lock

bool Lock::acquire_now() {
  if (locked_ || waiters_.any_alive()) return false;
  locked_ = true;
  return true;
}

Ref<FutureBase> Lock::wait(EventLoop& loop) {
  return waiters_.add(loop, WaitKind::kLock);
}

void Lock::waited(FutureBase& waiter, Waited how) {
  waiters_.remove(waiter);
  if (how == Waited::kWoken)
    locked_ = true;
  else if (how == Waited::kCancelled && !locked_)
    wake_first();
}

bool Lock::release() {
  if (!locked_) return false;
  locked_ = false;
  wake_first();
  return true;
}

// Only the first: one that is done already is on its way.
void Lock::wake_first() {
  if (!waiters_.empty()) waiters_.front().set_done();
}

// ---- Event

void EventFlag::set() {
  if (std::exchange(set_, true)) return;
  waiters_.wake(waiters_.size());
}

// ---- Semaphore

bool Semaphore::acquire_now() {
  if (locked()) return false;
  --value_;
  return true;
}

bool Semaphore::wake_next() {
  if (waiters_.wake(1) == 0) return false;
  --value_;
  return true;
}

void Semaphore::waited(FutureBase& waiter, Waited how) {
  waiters_.remove(waiter);
  const bool was_ours = waiter.done() && !waiter.cancelled();
  if (how == Waited::kCancelled && was_ours) ++value_;
  while (value_ > 0 && wake_next()) {
  }
}

void Semaphore::release() {
  ++value_;
  wake_next();
}

// ---- for C++ coroutines

namespace {

// co_await of a future whose type is not known: what it failed with, or null.
Coro<None> await_waiter(Ref<FutureBase> waiter) {
  WaitRaw wait{std::move(waiter)};
  if (Exception error = co_await std::move(wait)) co_return error;
  co_return None{};
}

template <typename L>
Coro<None> acquire_any(Ref<L> lock) {
  if (lock->acquire_now()) co_return None{};
  TaskBase& task = co_await this_task();
  const Ref<FutureBase> waiter = lock->wait(task.loop());
  Outcome<None> outcome = co_await await_waiter(waiter);
  lock->waited(*waiter, outcome.ok() ? Waited::kWoken : Waited::kCancelled);
  co_return outcome;
}

}  // namespace

Coro<None> acquire(Ref<Lock> lock) {
  return acquire_any(std::move(lock));
}
Coro<None> acquire(Ref<Semaphore> semaphore) {
  return acquire_any(std::move(semaphore));
}

Coro<None> wait(Ref<EventFlag> event) {
  if (event->is_set()) co_return None{};
  TaskBase& task = co_await this_task();
  const Ref<FutureBase> waiter = event->wait(task.loop());
  Outcome<None> outcome = co_await await_waiter(waiter);
  event->waited(*waiter);
  co_return outcome;
}

}  // namespace simul::asyncio
