// The coroutine that drives a Python coroutine as a task. Mirrors Task.__step in
// Lib/asyncio/tasks.py.
//
// One C++ coroutine per task: each round resumes the Python coroutine with None or throws into it,
// and then does what it asks for: wait for a future, give up the turn, or end. Out of budget, or
// inside time.sleep(), the step stays current.
#include "vm/asyncio_state.hpp"
#include "vm/cat.hpp"
#include "vm/generator.hpp"

namespace simul::vm {

namespace {

// What a task may not yield becomes an error in its next step.
asyncio::Exception bad_yield(AsyncioState& state, const Value& task, const Value& yielded) {
  const std::string what = state.repr_now(yielded);
  if (state.future_of(yielded) != nullptr)
    return state.make_exception(
        asyncio::ExceptionKind::kRuntime,
        cat("yield was used instead of yield from in task ", state.repr_now(task), " with ", what));
  if (state.vm.is_exactly(yielded, state.vm.types().generator))
    return state.make_exception(asyncio::ExceptionKind::kRuntime,
                                cat("yield was used instead of yield from for generator in task ",
                                    state.repr_now(task),
                                    " with ",
                                    what));
  return state.make_exception(asyncio::ExceptionKind::kRuntime, cat("Task got bad yield: ", what));
}

}  // namespace

asyncio::Coro<Value> drive(AsyncioState& state, Value coroutine) {
  Vm& vm = state.vm;
  auto& task = static_cast<PyTask&>(co_await asyncio::this_task());
  asyncio::Exception injected = co_await asyncio::Injected{};
  for (;;) {
    Outcome outcome;
    bool by_method = false;  // thrown into what is no coroutine itself
    if (task.eager) {
      outcome = std::move(*task.eager);
      task.eager.reset();
    } else {
      if (!state.enter_context(&task.context)) co_return state.wrap(vm.take_raised());
      if (state.times_steps()) state.step_began({.task = &task});
      by_method = !vm.is_exactly(coroutine, vm.types().coroutine) &&
                  (injected || vm.type_of(coroutine)->has(kUserClass));
      // Whoever throws it has it until the step is over, as CPython's task_step_impl() does: what
      // its traceback holds dies then, and not where the coroutine has dealt with it.
      Value thrown;
      if (injected) {
        thrown = state.to_raise(std::exchange(injected, {}));
        vm.start_throw(*state.steps, coroutine, thrown);
      } else {
        vm.start_send(*state.steps, coroutine, Value::none());
      }
      outcome = vm.resume(*state.steps);
      for (;;) {
        if (outcome.kind == Outcome::Kind::kPreempted) {
          co_await asyncio::Preempted{};
        } else if (outcome.kind == Outcome::Kind::kBlocked) {
          const std::int64_t due_ns = outcome.due_ns;
          co_await asyncio::BlockedUntil{due_ns};
        } else {
          break;
        }
        outcome = vm.resume(*state.steps);
      }
      state.leave_context();
      // What woke the task up has it even longer, until the callbacks of the last step are queued.
      if (thrown && !task.made_its_error()) state.thrown_by_step = std::move(thrown);
    }
    // An exception may have gone through a method called throw(): that one gives back what is
    // yielded, and raises StopIteration at the end.
    const bool ended = vm.is_exactly(coroutine, vm.types().coroutine)
                           ? coroutine.as<GeneratorObject>()->state == GeneratorObject::State::kDone
                           : !by_method;
    if (outcome.kind == Outcome::Kind::kReturned && !ended) outcome.kind = Outcome::Kind::kYielded;
    if (outcome.kind == Outcome::Kind::kRaised && (ended || by_method) &&
        vm.matches(outcome.value, vm.exceptions().StopIteration)) {
      const Value result = outcome.value.as<ExceptionObject>()->first;
      co_return result ? result : Value::none();
    }
    state.finalize();
    vm.flush_charge();  // what this step has computed belongs to this step
    if (outcome.kind == Outcome::Kind::kReturned) co_return std::move(outcome.value);
    if (outcome.kind == Outcome::Kind::kRaised) {
      asyncio::Exception error = state.wrap(outcome.value);
      if (error->kind() == asyncio::ExceptionKind::kExit) state.escaped.emplace_back(&task);
      co_return error;
    }

    const Value yielded = std::move(outcome.value);
    if (yielded.is_none()) {
      injected = co_await asyncio::WaitRaw{};
      continue;
    }
    asyncio::FutureBase* future = state.future_of(yielded);
    // As CPython, a task that may not wait for it leaves it marked as being awaited.
    const bool refused = future == &task || (future != nullptr && &future->loop() != &task.loop());
    if (refused ||
        (future != nullptr && std::exchange(yielded.as<FutureObject>()->blocking, false))) {
      asyncio::WaitRaw wait{future};
      injected = co_await std::move(wait);
      continue;
    }
    asyncio::FailRaw fail{bad_yield(state, state.view(task), yielded)};
    injected = co_await std::move(fail);
  }
}

}  // namespace simul::vm
