// What drives a Python coroutine as a task. Mirrors Task.__step in Lib/asyncio/tasks.py.
//
// A root coroutine written by hand inside the task, whose frame would be larger than the task: each
// round resumes the Python coroutine with None or throws into it, and then does what it asks for:
// wait for a future, give up the turn, or end. Out of budget, or inside time.sleep(), the step
// stays current.
#include "vm/asyncio_derived.hpp"
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

PyTask::PyTask(asyncio::EventLoop& loop,
               Value coroutine,
               std::uint32_t first_line,
               Value the_context,
               const asyncio::TaskOptions& options)
    : TaskOf(loop, options)
    , root_{{resume, destroy}}
    , coroutine_(std::move(coroutine))
    , context(std::move(the_context))
    , first_line_(first_line) {
  set_root(root_.promise);
}

void PyTask::resume(void* root) {
  // The task is the chain that it is the root of.
  static_cast<PyTask&>(of(static_cast<asyncio::HandWrittenRoot*>(root)->promise)).step();
}

void PyTask::destroy(void* root) {
  static_cast<PyTask&>(of(static_cast<asyncio::HandWrittenRoot*>(root)->promise)).thrown_.reset();
}

void PyTask::end(asyncio::Outcome<Value> outcome) {
  asyncio::give_to_task<Value>(*root_.promise.chain, std::move(outcome));
  root_.end();
}

void PyTask::step() {
  if (eager) [[unlikely]] {
    const std::unique_ptr<Outcome> outcome = std::move(eager);
    return end_step(std::move(*outcome), false);
  }
  AsyncioState& state = static_cast<AsyncioState&>(loop().hooks());
  Vm& vm = state.vm;
  const AsyncioState::InCallback inside(state);
  Outcome outcome;
  if (!within_step_) [[likely]] {
    const asyncio::Exception injected = take_injected();
    if (!state.enter_context(&context)) {
      // What the loop's handle calls is refused, and the task knows nothing of it.
      state.counters.refused = asyncio::Refusal::kRaised;
      state.raised_by_program = vm.take_raised();
      state.counters.refused_task = asyncio::Ref<asyncio::Counted>(this);
      return yield_told(root_.promise, {});
    }
    if (state.times_steps()) state.step_began({.task = this});
    by_method_ = !vm.is_exactly(coroutine_, vm.types().coroutine) &&
                 (injected || vm.type_of(coroutine_)->has(kUserClass));
    // Whoever throws it has it until the step is over, as CPython's task_step_impl() does: what its
    // traceback holds dies then, and not where the coroutine has dealt with it.
    if (injected) {
      is_kept_ = injected->references() > 1;
      thrown_ = state.to_raise(injected);
      vm.start_throw(*state.steps, coroutine_, thrown_);
      outcome = vm.resume(*state.steps);
    } else {
      outcome = vm.send_none(*state.steps, coroutine_);
    }
  } else {
    outcome = vm.resume(*state.steps);
  }
  within_step_ =
      outcome.kind == Outcome::Kind::kPreempted || outcome.kind == Outcome::Kind::kBlocked;
  if (outcome.kind == Outcome::Kind::kPreempted) return yield_preempted(root_.promise);
  if (outcome.kind == Outcome::Kind::kBlocked) return yield_blocked(root_.promise, outcome.due_ns);
  state.leave_context();
  // What woke the task up has it even longer, until the callbacks of the last step are queued. An
  // exception that a future has lives as long as that, at least until the loop drops the handle.
  if (thrown_) [[unlikely]] {
    Value thrown = std::move(thrown_);
    if (!made_its_error() && !is_kept_)
      (woken() ? state.thrown_by_step : state.thrown_by_handle) = std::move(thrown);
  }
  // Nothing else is as frequent as giving up the turn.
  if (outcome.kind == Outcome::Kind::kYielded && outcome.value.is_none() && !vm.has_finalizers())
      [[likely]] {
    vm.flush_charge();
    return yield_turn(root_.promise);
  }
  end_step(std::move(outcome), by_method_);
}

void PyTask::end_step(Outcome outcome, bool by_method) {
  AsyncioState& state = static_cast<AsyncioState&>(loop().hooks());
  Vm& vm = state.vm;
  // An exception may have gone through a method called throw(): that one gives back what is
  // yielded, and raises StopIteration at the end.
  const bool ended = vm.is_exactly(coroutine_, vm.types().coroutine)
                         ? coroutine_.as<GeneratorObject>()->state == GeneratorObject::State::kDone
                         : !by_method;
  if (outcome.kind == Outcome::Kind::kReturned && !ended) outcome.kind = Outcome::Kind::kYielded;
  if (outcome.kind == Outcome::Kind::kRaised && (ended || by_method) &&
      vm.matches(outcome.value, vm.exceptions().StopIteration)) {
    const Value result = outcome.value.as<ExceptionObject>()->first;
    return end(result ? result : Value::none());
  }
  state.finalize();
  vm.flush_charge();  // what this step has computed belongs to this step
  if (outcome.kind == Outcome::Kind::kReturned) return end(std::move(outcome.value));
  if (outcome.kind == Outcome::Kind::kRaised) {
    asyncio::Exception error = state.wrap(outcome.value);
    if (error->kind() == asyncio::ExceptionKind::kExit) state.escaped.emplace_back(this);
    return end(std::move(error));
  }

  const Value yielded = std::move(outcome.value);
  if (yielded.is_none()) return yield_turn(root_.promise);
  asyncio::FutureBase* future = state.future_of(yielded);
  const bool plain = future != nullptr && yielded.object()->type == state.future_type;
  if (!plain && future != this && is_watched_by_program(state, yielded, future)) [[unlikely]] {
    asyncio::Exception error;
    asyncio::Ref<asyncio::FutureBase> awaited = watch_by_program(state, *this, yielded, &error);
    if (error) return yield_error(root_.promise, std::move(error));
    return yield_told(root_.promise, std::move(awaited));
  }
  // As CPython, a task that may not wait for it leaves it marked as being awaited.
  const bool refused = future == this || (future != nullptr && &future->loop() != &loop());
  if (refused || (future != nullptr && std::exchange(yielded.as<FutureObject>()->blocking, false)))
    return yield_future(root_.promise, future);
  yield_error(root_.promise, bad_yield(state, state.view(*this), yielded));
}

}  // namespace simul::vm
