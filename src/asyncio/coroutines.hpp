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
// Where the result goes: return_value() puts it where it is wanted, into the awaiter that lives in
// the parent's frame or into the task, and the frame is gone when the coroutine has ended. So
// nobody has to come back for either, and a frame holds little more than what its coroutine needs.
//
// Always holds: the frame that a chain will resume is its leaf; a chain that is thrown away is
// destroyed from the leaf up, as an exception would unwind it.
#pragma once

#include <coroutine>
#include <cstdint>
#include <memory>
#include <utility>

#include "asyncio/exceptions.hpp"
#include "asyncio/frame_pool.hpp"

namespace simul::asyncio {

struct PromiseBase;
struct CoroAwaiterBase;

// The coroutines of one task, innermost last.
struct Chain {
  PromiseBase* leaf = nullptr;  // whom to resume next; null: the root has ended
};

inline constexpr std::uint8_t kNesting = 48;

// The result of a root coroutine becomes its task's.
template <typename T>
void give_to_task(Chain& chain, Outcome<T>&& outcome);
// How many of a task's coroutines are on the native stack below the one that runs.
[[nodiscard]] std::uint8_t& nesting(Chain& chain);

struct PromiseBase {
  Chain* chain = nullptr;
  CoroAwaiterBase* awaiter = nullptr;  // of whoever awaits this one; null: the root

  static void* operator new(std::size_t size) { return FramePool::allocate(size); }
  static void operator delete(void* memory, std::size_t size) { FramePool::free(memory, size); }

  std::suspend_always initial_suspend() noexcept { return {}; }
  void unhandled_exception() { SIMUL_UNREACHABLE("a C++ exception in a coroutine"); }
  // Does not suspend: the frame is destroyed here and now.
  inline std::suspend_never final_suspend() noexcept;

  // The frame of any promise that starts with its PromiseBase (Coro<T> checks that it does).
  [[nodiscard]] std::coroutine_handle<> handle() {
    return std::coroutine_handle<PromiseBase>::from_promise(*this);
  }
  void resume() { handle().resume(); }
};

// What a coroutine's frame begins with, whichever of our compilers made it; a coroutine_handle asks
// for nothing else. So what is resumed most can be a function and a few fields, inside another
// object, where the compiler would make a frame of its own with room for every path. Null in place
// of `resume`: it has ended.
struct FrameHead {
  void (*resume)(void* frame);
  void (*destroy)(void* frame);
};

// The root coroutine of a task, written by hand. What is behind it belongs to whoever wrote it.
struct HandWrittenRoot {
  FrameHead head;
  PromiseBase promise{};  // where handle() looks for the head

  // As a coroutine's end does, see PromiseBase::final_suspend().
  void end() { promise.chain->leaf = nullptr; }
};
static_assert(sizeof(HandWrittenRoot) == sizeof(FrameHead) + sizeof(PromiseBase) &&
              alignof(PromiseBase) <= sizeof(FrameHead));

// Owns the frame of a coroutine that has not ended.
class CoroBase {
 public:
  CoroBase() = default;
  explicit CoroBase(PromiseBase& promise) : promise_(&promise) {}
  CoroBase(CoroBase&& other) noexcept : promise_(other.release()) {}
  CoroBase& operator=(CoroBase&& other) noexcept {
    if (this != &other) {
      reset();
      promise_ = other.release();
    }
    return *this;
  }
  ~CoroBase() { reset(); }

  // Destroys the frame; what it awaits goes first.
  void reset() {
    if (promise_ != nullptr) release()->handle().destroy();
  }
  [[nodiscard]] PromiseBase* promise() const { return promise_; }
  explicit operator bool() const { return promise_ != nullptr; }
  // The caller owns the frame now, or knows that it is gone.
  PromiseBase* release() { return std::exchange(promise_, nullptr); }

 protected:
  PromiseBase* promise_ = nullptr;
};

// Destroys all frames from `leaf` to the root, each after what it awaits.
void destroy_chain(PromiseBase* leaf);

// In the frame of a coroutine that awaits another one.
struct CoroAwaiterBase {
  PromiseBase* parent;
  CoroBase* child;  // in the parent's frame, for at least as long as this
};

std::suspend_never PromiseBase::final_suspend() noexcept {
  PromiseBase* parent = nullptr;
  if (CoroAwaiterBase* const above = awaiter; above != nullptr) {
    parent = above->parent;
    above->child->release();
  }
  chain->leaf = parent;
  return {};
}

template <typename T>
class CoroAwaiter;

template <typename T = None>
class [[nodiscard]] Coro : public CoroBase {
 public:
  using Value = T;
  struct promise_type : PromiseBase {
    Coro get_return_object() { return Coro(*this); }
    void return_value(Outcome<T> outcome) {
      if (awaiter != nullptr)
        std::construct_at(&static_cast<CoroAwaiter<T>*>(awaiter)->result, std::move(outcome));
      else
        give_to_task<T>(*chain, std::move(outcome));
    }
    template <typename Awaited>
    auto await_transform(Awaited&& awaited) {
      return make_awaiter(*this, std::forward<Awaited>(awaited));
    }
  };

  Coro() = default;

 private:
  explicit Coro(promise_type& promise) : CoroBase(promise) {
    static_assert(alignof(promise_type) == alignof(PromiseBase));
  }
};

// co_await of a Coro.
template <typename T>
class CoroAwaiter : public CoroAwaiterBase {
 public:
  CoroAwaiter(PromiseBase& the_parent, Coro<T>& the_child)
      : CoroAwaiterBase{&the_parent, &the_child} {}
  CoroAwaiter(const CoroAwaiter&) = delete;
  CoroAwaiter& operator=(const CoroAwaiter&) = delete;
  ~CoroAwaiter() {}  // NOLINT: of a union

  bool await_ready() {
    PromiseBase& promise = *child->promise();
    Chain& chain = *parent->chain;
    promise.chain = &chain;
    promise.awaiter = this;
    std::uint8_t& depth = nesting(chain);
    const std::uint8_t outer = depth;
    if (outer >= kNesting) {
      chain.leaf = &promise;
      return false;
    }
    depth = static_cast<std::uint8_t>(outer + 1);
    promise.resume();
    depth = outer;
    return !*child;
  }
  // The chain knows already whom to resume next.
  void await_suspend(std::coroutine_handle<> /*parent*/) {}
  Outcome<T> await_resume() {
    Outcome<T> taken = std::move(result);
    std::destroy_at(&result);
    return taken;
  }

 private:
  friend struct Coro<T>::promise_type;
  union {
    Outcome<T> result;  // from the child's end until it is taken
  };
};

template <typename T>
CoroAwaiter<T> make_awaiter(PromiseBase& parent, Coro<T>&& child) {
  return CoroAwaiter<T>(parent, child);
}

}  // namespace simul::asyncio
