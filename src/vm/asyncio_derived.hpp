// Futures and tasks whose class is the program's own, and objects that only behave as futures
// (_asyncio_future_blocking). asyncio calls their methods where CPython does. Mirrors those parts
// of Modules/_asynciomodule.c that go by a name instead of by a type; what CPython has in Python is
// in src/library/python/asyncio/_derived.py, and runs only where such an object is met.
#pragma once

#include "vm/asyncio_state.hpp"

namespace simul::vm {

// The core of a Future of a derived class; and what stands in the core for an object that only
// behaves as a future, which is its value then.
class ProgramsFuture final : public PyFuture {
 public:
  ProgramsFuture(asyncio::EventLoop& loop) : PyFuture(loop) { set_derived(); }
  bool cancel(asyncio::Ref<asyncio::CancelMessage> message = {}) override;
  bool cancel_awaited(asyncio::Ref<asyncio::CancelMessage> message) override;
  [[nodiscard]] bool cancelled_by_program() const override;
};

// Is it a future, but not one of asyncio's own classes with all their methods? Then asyncio's
// functions go by its methods (by_program()). Nothing is raised.
bool is_strange(AsyncioState& state, const Value& future);
// Has its class, or the object itself, this method anew?
bool has_own(AsyncioState& state, const Value& future, const char* method);
// The function of asyncio._derived with that name, called.
Native by_program(Vm& vm, const char* function, OwnedArgs args);
// task.cancelling() or task.uncancel(), by the program's method.
Native number_by_program(Vm& vm, Value task, const char* method);

// futures._get_loop(): by get_loop() if it has one, or its _loop.
Native loop_of_future(Vm& vm, Value future);

// Has a task that awaits this to ask the program for its wake-up? `core` is null where it is no
// Future.
bool is_watched_by_program(AsyncioState& state, const Value& awaited, asyncio::FutureBase* core);
// Asks: the future that the task waits for in the core, or what its next step has to raise; null
// without an error: it waits for nothing, and what the program raised is a refusal.
asyncio::Ref<asyncio::FutureBase> watch_by_program(AsyncioState& state,
                                                   PyTask& task,
                                                   const Value& awaited,
                                                   asyncio::Exception* error);
// The task that this callback wakes up, as watch_by_program() has asked for it; null: another one.
PyTask* woken_by(AsyncioState& state, const Value& callback);
// That callback is called by the loop, with this future.
asyncio::Ran wake(AsyncioState& state, PyTask& task, const Value& future, bool resumed);

}  // namespace simul::vm
