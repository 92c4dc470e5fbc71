// The Python objects of asyncio's locks and queues, for those who make them and for whoever
// explains why nobody goes on (deadlock.cpp).
//
// Always holds: `holders` names the task of each acquire() that no release() has answered yet.
#pragma once

#include <algorithm>
#include <deque>
#include <vector>

#include "asyncio/locks.hpp"
#include "vm/asyncio_state.hpp"

namespace simul::vm {

// Any of the five: the core object, and of a condition its lock.
struct LockObject : Container {
  asyncio::Ref<asyncio::Counted> core;
  Value lock;  // of a condition: the Lock object
  Value dict;
  std::int64_t bound = -1;  // of a BoundedSemaphore
  // For whoever watches: its name there, and of a semaphore what it began with.
  asyncio::Id id = 0;
  std::int64_t initial = 1;
  const asyncio::EventLoop* loop = nullptr;  // in which somebody has waited for it
  // Of a lock or semaphore: the task of each acquire, oldest first; 0: no task.
  std::vector<asyncio::Id> holders;

  // A lock has no owner: whoever releases ends its own hold, or else the oldest.
  void release_by(const asyncio::TaskBase* task) {
    const auto own = std::find(holders.begin(), holders.end(), task != nullptr ? task->id() : 0);
    if (own != holders.end())
      holders.erase(own);
    else if (!holders.empty())
      holders.erase(holders.begin());
  }
};

enum class Order : std::uint8_t { kFifo, kLifo, kPriority };

struct QueueObject : Container {
  ~QueueObject() {
    if (heap != nullptr) heap->discharge(charged);
  }
  // To be called where items came or went: they count against the heap's limit.
  void count_items() { heap->recharge(charged, items.size() * sizeof(Value)); }

  Heap* heap = nullptr;
  std::uint32_t charged = 0;
  std::deque<Value> items;  // of a priority queue: a heap
  Value dict;
  Value given_size;  // maxsize as the program gave it; empty: 0
  std::int64_t maxsize = 0;
  std::int64_t unfinished = 0;
  asyncio::Waiters getters, putters;
  asyncio::Ref<asyncio::EventFlag> finished;
  Order order = Order::kFifo;
  bool shutdown = false;
  bool derived = false;  // the class has some of _init, _put, _get, qsize, empty and full anew
  // What such a class has set as _queue, or what the program was given for it; empty: `items`.
  Value own_items;
  std::size_t inside = 0;  // how many those are, for whoever watches: what came by put() and get()
  Value finished_view;     // `finished`, to a program that asks
  asyncio::Id id = 0;      // for whoever watches
  const asyncio::EventLoop* loop = nullptr;       // in which somebody has waited for it
  const asyncio::EventLoop* joined_in = nullptr;  // the same of `finished`, an Event in CPython

  [[nodiscard]] bool full() const {
    return maxsize > 0 && static_cast<std::int64_t>(items.size()) >= maxsize;
  }
};

// Does the future wait in this lock, event, condition or semaphore?
[[nodiscard]] bool waits_in(const AsyncioState& state,
                            const LockObject& lock,
                            const asyncio::FutureBase& future);

// A collections.deque.
Native deque_of(Vm& vm, std::vector<Value> items);
// One of the futures that wait.
[[nodiscard]] Answer line_of(AsyncioState& state, const asyncio::Waiters& waiters);
// What asyncio's own attributes and methods give of a lock, event, condition, semaphore or queue
// (kQueueGet): asyncio_inside.cpp.
[[nodiscard]] std::vector<GetterDef> inside_getters(asyncio::WaitKind kind);
[[nodiscard]] std::vector<NativeDef> inside_methods(asyncio::WaitKind kind);
[[nodiscard]] std::vector<GetterDef> bound_getters();  // of a BoundedSemaphore

// Has its class, one of the program's own, this method anew, or the object itself? Then asyncio's
// other methods call that.
[[nodiscard]] bool has_own_method(Vm& vm, const Value& self, std::string_view method);

// The task that a timeout was entered in; null: something else, or not entered.
[[nodiscard]] asyncio::FutureBase* task_of_timeout(const Container& object);
// The futures that a TaskGroup, a timeout or what as_completed() gave holds; of anything else none.
[[nodiscard]] std::vector<asyncio::FutureBase*> known_to(const Container& object);
// The same of a timer of asyncio's own.
[[nodiscard]] std::vector<asyncio::FutureBase*> known_to_timer(asyncio::RunFn run,
                                                               asyncio::Counted& self);
// The timer of wait(): its waiter, a PyFuture, is done.
asyncio::Ran release_waiter(asyncio::EventLoop& loop, asyncio::Counted& waiter, bool resumed);

// What was refused, raised in an except block that has just taken `handled`.
inline Raised refused_while(AsyncioState& state, Value handled) {
  Value error = state.take_refusal();
  error.as<ExceptionObject>()->context = std::move(handled);
  return raise_again(state.vm, std::move(error));
}

// The running loop, in which a task is about to wait for this object; null: raised, because there
// is none (CPython asks None for a future then), or because somebody has waited for it in another
// loop.
template <typename Describe>
LoopObject* waiting_loop(AsyncioState& state, const asyncio::EventLoop*& bound, Describe describe) {
  LoopObject* running = state.running_loop;
  if (bound == nullptr && running != nullptr) bound = running->core;
  if (running != nullptr && bound == running->core) return running;
  if (bound == nullptr) {
    static_cast<void>(state.vm.raise(state.vm.exceptions().AttributeError,
                                     "'NoneType' object has no attribute 'create_future'"));
    return nullptr;
  }
  static_cast<void>(state.vm.raise(state.vm.exceptions().RuntimeError,
                                   describe() + " is bound to a different event loop"));
  return nullptr;
}
template <typename Object>
LoopObject* waiting_loop(AsyncioState& state, const Value& self) {
  return waiting_loop(state, self.as<Object>()->loop, [&] { return state.repr_now(self); });
}

}  // namespace simul::vm
