// src/asyncio/coroutines.hpp - Coro<T>, what a task runs. Mirrors Lib/asyncio/coroutines.py.
//
// A Coro does nothing until it is awaited or made a task. co_await of a Coro runs it at once, in
// the same task, without giving up the turn; it gives an Outcome, because a failure is a value
// here.
//
// How it runs: an awaited child is started on its parent's native stack, up to kNesting levels;
// what does not end there is remembered by the Chain (whom to resume next), and the task's step
// resumes one coroutine after the other in a loop. So neither a million awaits nor a chain of a
// hundred thousand use native stack, at any optimisation level; await_suspend never returns a
// handle. A task that goes on resumes its innermost coroutine at once, however deep that is.
//
// Always holds: the frame that a chain will resume is its leaf; a chain that is thrown away is
// destroyed from the leaf up, as an exception would unwind it.
#pragma once

#include <coroutine>
#include <cstdint>
#include <utility>

#include "asyncio/exceptions.hpp"
#include "asyncio/frame_pool.hpp"

namespace simul::asyncio {

class CoroBase;
struct PromiseBase;

// The coroutines of one task, innermost last.
struct Chain {
  PromiseBase* leaf = nullptr;  // whom to resume next; null: the root has ended
};

inline constexpr std::uint32_t kNesting = 48;

struct PromiseBase {
  Chain* chain = nullptr;
  PromiseBase* parent = nullptr;  // who awaits this one; null: the root, or still being started
  CoroBase* owner = nullptr;
  std::uint32_t depth = 0;  // coroutines below it on the native stack
  // Not a bool: the compiler would clear what is above with stores that overlap, and a load across
  // two stores has to wait for both.
  std::uint32_t ended = 0;

  static void* operator new(std::size_t size) { return FramePool::allocate(size); }
  static void operator delete(void* memory, std::size_t size) { FramePool::free(memory, size); }

  std::suspend_always initial_suspend() noexcept { return {}; }
  void unhandled_exception() { SIMUL_UNREACHABLE("a C++ exception in a coroutine"); }

  struct FinalAwaiter {
    bool await_ready() noexcept { return false; }
    template <typename Promise>
    void await_suspend(std::coroutine_handle<Promise> handle) noexcept {
      PromiseBase& promise = handle.promise();
      promise.ended = 1;
      promise.chain->leaf = promise.parent;
    }
    void await_resume() noexcept {}
  };
  FinalAwaiter final_suspend() noexcept { return {}; }

  // The frame of any promise that starts with its PromiseBase (Coro<T> checks that it does).
  [[nodiscard]] std::coroutine_handle<> handle() {
    return std::coroutine_handle<PromiseBase>::from_promise(*this);
  }
  // By the trampoline: the native stack is free again.
  void resume_first() {
    depth = 0;
    resume();
  }
  void resume() { handle().resume(); }
};

// Owns a coroutine frame.
class CoroBase {
 public:
  CoroBase() = default;
  explicit CoroBase(PromiseBase& promise) : promise_(&promise) { promise.owner = this; }
  CoroBase(CoroBase&& other) noexcept : promise_(std::exchange(other.promise_, nullptr)) {
    if (promise_ != nullptr) promise_->owner = this;
  }
  CoroBase& operator=(CoroBase&& other) noexcept {
    if (this != &other) {
      reset();
      promise_ = std::exchange(other.promise_, nullptr);
      if (promise_ != nullptr) promise_->owner = this;
    }
    return *this;
  }
  ~CoroBase() { reset(); }

  // Destroys the frame; what it awaits goes first.
  void reset() {
    if (promise_ != nullptr) std::exchange(promise_, nullptr)->handle().destroy();
  }
  [[nodiscard]] PromiseBase* promise() const { return promise_; }
  explicit operator bool() const { return promise_ != nullptr; }

  // The frame was destroyed from below.
  void forget() { promise_ = nullptr; }

 protected:
  PromiseBase* promise_ = nullptr;
};

// Destroys all frames from `leaf` to the root, each after what it awaits.
void destroy_chain(PromiseBase* leaf);

template <typename T = None>
class [[nodiscard]] Coro : public CoroBase {
 public:
  using Value = T;
  struct promise_type : PromiseBase {
    Coro get_return_object() { return Coro(*this); }
    void return_value(Outcome<T> outcome) { result = std::move(outcome); }
    template <typename Awaited>
    auto await_transform(Awaited&& awaited) {
      return make_awaiter(*this, std::forward<Awaited>(awaited));
    }
    Outcome<T> result{T{}};
  };

  Coro() = default;

  [[nodiscard]] Outcome<T> take_result() {
    return std::move(static_cast<promise_type*>(promise_)->result);
  }

 private:
  explicit Coro(promise_type& promise) : CoroBase(promise) {
    static_assert(alignof(promise_type) == alignof(PromiseBase));
  }
};

// co_await of a Coro.
template <typename T>
class CoroAwaiter {
 public:
  // `child` lives in the parent's frame, for at least as long as this.
  CoroAwaiter(PromiseBase& parent, Coro<T>& child) : parent_(&parent), child_(&child) {}

  bool await_ready() {
    PromiseBase& child = *child_->promise();
    child.chain = parent_->chain;
    if (parent_->depth >= kNesting) return false;
    started_ = true;
    child.depth = parent_->depth + 1;
    child.resume();
    return child.ended != 0;
  }
  void await_suspend(std::coroutine_handle<> /*parent*/) {
    PromiseBase& child = *child_->promise();
    child.parent = parent_;
    if (!started_) child.chain->leaf = &child;
  }
  Outcome<T> await_resume() {
    Outcome<T> result = child_->take_result();
    child_->reset();
    return result;
  }

 private:
  PromiseBase* parent_;
  Coro<T>* child_;
  bool started_ = false;
};

template <typename T>
CoroAwaiter<T> make_awaiter(PromiseBase& parent, Coro<T>&& child) {
  return CoroAwaiter<T>(parent, child);
}

}  // namespace simul::asyncio
