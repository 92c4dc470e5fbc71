// src/asyncio/locks.cpp - who is woken when.
#include "asyncio/locks.hpp"

#include <algorithm>

namespace simul::asyncio {

// ---- Waiters

template <typename IsIt>
FutureBase* Waiters::find(IsIt is_it) const {
  if (empty()) return nullptr;
  if (is_it(*first_)) return first_.get();
  for (std::size_t place = second_; place < later_.size(); ++place)
    if (is_it(*later_[place])) return later_[place].get();
  return nullptr;
}

Ref<FutureBase> Waiters::add(EventLoop& loop, WaitKind kind) {
  Ref<FutureBase> waiter = make_waiter(loop, kind);
  if (empty()) [[likely]]
    first_ = waiter;
  else
    later_.push_back(waiter);
  return waiter;
}

void Waiters::remove(const FutureBase& waiter) {
  if (first_.get() == &waiter) return static_cast<void>(take_first());
  const auto begin = later_.begin() + static_cast<std::ptrdiff_t>(second_);
  const auto found = std::find_if(
      begin, later_.end(), [&waiter](const auto& each) { return each.get() == &waiter; });
  if (found == later_.end()) return;
  later_.erase(found);
  give_up_places();
}

// The second is the first now.
void Waiters::move_up() {
  first_ = std::move(later_[second_++]);
  give_up_places();
}

// What went before is given up in one go when it is half of all: each moves once, on average.
void Waiters::give_up_places() {
  if (second_ == later_.size()) {
    later_.clear();
    second_ = 0;
  } else if (second_ >= 32 && second_ >= later_.size() / 2) {
    later_.erase(later_.begin(), later_.begin() + static_cast<std::ptrdiff_t>(second_));
    second_ = 0;
  }
}

std::size_t Waiters::wake(std::size_t count) {
  std::size_t woken = 0;
  static_cast<void>(find([&woken, count](FutureBase& waiter) {
    if (woken == count) return true;
    if (waiter.set_done()) ++woken;
    return waiter.loop().counters().refusing();
  }));
  return woken;
}

void Waiters::wake_first_and_forget() {
  do {
    const Ref<FutureBase> waiter = take_first();
    if (waiter->set_done()) return;
  } while (!empty());
}

bool Waiters::has(const FutureBase& waiter) const {
  return find([&waiter](const FutureBase& each) { return &each == &waiter; }) != nullptr;
}

bool Waiters::any_alive() const {
  return find([](const FutureBase& waiter) { return !waiter.cancelled(); }) != nullptr;
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
