// The end of a program for what asyncio still has: loops that nobody closed, tasks that wait,
// exceptions that nobody has seen. Mirrors BaseEventLoop.__del__, Task.__del__ and Future.__del__
// as CPython's last two collections call them, in the order that scripts/oracle rules
// (child/simul_collect.py).
//
// All of this is one great circle (a future knows its loop, the loop its timers). What the
// program's names no longer reach goes while they are still there: a task's coroutine is closed,
// its finally blocks run, then the task says that it is pending. The rest goes when the names are
// gone, all tasks before all coroutines. A loop goes first and closes itself, which frees whoever
// waited for its timers. But the loop that is set as the current one stays set to the very last, in
// asyncio's own module: what it reaches is never finalised, and nobody says anything.
#include <algorithm>

#include "base/sort.hpp"
#include "vm/asyncio_reach.hpp"
#include "vm/generator.hpp"
#include "vm/internals.hpp"
#include "vm/program_loop.hpp"
#include "vm/threads.hpp"

namespace simul::vm {

namespace {

using asyncio::FutureBase;
using asyncio::Ref;

// A daemon thread stands still for ever, with all that it holds.
bool stands_still(const AsyncioState& state, const AsyncioState::Loop& loop) {
  return state.threads->drives(loop.object.as<LoopObject>());
}

// Children of a gather that it has not been told of: the program may never have seen them.
void add_children(FutureBase& future, std::vector<Ref<FutureBase>>& found) {
  if (future.wait_kind() != asyncio::WaitKind::kGather || future.done()) return;
  for (const Ref<FutureBase>& child :
       static_cast<asyncio::GatheringFuture<Value>&>(future).children())
    if (child->log_traceback()) found.push_back(child);
}

// What has something to say of those made before this one, oldest first: pending tasks and failures
// nobody has seen.
std::vector<Ref<FutureBase>> speakers(AsyncioState& state, asyncio::Id first_young) {
  std::vector<Ref<FutureBase>> found;
  for (const AsyncioState::Loop& loop : state.loops) {
    if (stands_still(state, loop)) continue;
    for (const Ref<asyncio::TaskBase>& task : loop.core->all_tasks()) {
      found.emplace_back(task.get());
      if (task->waits_for() != nullptr) add_children(*task->waits_for(), found);
    }
  }
  Container* const end = state.vm.heap().containers();
  for (Container* each = end->gc_next; each != end; each = each->gc_next) {
    if (!each->type->is_subtype_of(state.future_type)) continue;
    const auto* view = static_cast<FutureObject*>(each);
    const Ref<FutureBase> core = view->core ? view->core : Ref<FutureBase>(view->kept_by);
    const bool own_say = each->type->has_finalizer && (each->bits & kFinalizedBit) == 0;
    if (core && (core->log_traceback() || own_say)) found.push_back(core);
    if (core) add_children(*core, found);
  }
  for (const Ref<FutureBase>& task : state.escaped)
    if (task->log_traceback()) found.push_back(task);
  sort_stably(found, [](const auto& a, const auto& b) { return a->id() < b->id(); });
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::erase_if(found, [first_young](const auto& each) { return each->id() >= first_young; });
  return found;
}

// By its own __del__(), or by what asyncio has to say.
Native finalize(Vm& vm, FutureBase& future) {
  const auto* object = static_cast<FutureObject*>(future.view());
  if (object != nullptr && object->type->has_finalizer) {
    const Value shown = AsyncioState::of(vm).view(future);
    Vm::Internals::queue_finalizer(vm, shown.object());
  } else {
    future.say_last_words();
  }
  while (vm.has_finalizers()) co_await vm.run_finalizers();
  co_return Value::none();
}

Native end_coroutine(Vm& vm, Value coroutine) {
  auto* generator = coroutine.as<GeneratorObject>();
  if (generator->state == GeneratorObject::State::kCreated) {
    warn_never_awaited(vm, generator);
  } else if (generator->state == GeneratorObject::State::kSuspended &&
             (generator->bits & kFinalizedBit) == 0) {
    generator->bits |= kFinalizedBit;  // one that goes on waiting is not closed a second time
    Attempt closed = co_await vm.attempt(close_generator(vm, coroutine));
    if (!closed.ok()) vm.write_unraisable(std::move(closed.exception), coroutine);
  }
  co_return Value::none();
}

// Empty: nothing of it has to be closed.
Value coroutine_of(Vm& vm, const FutureBase& future) {
  if (!future.is_task() || future.done()) return {};
  const Value& coroutine = static_cast<const PyTask&>(future).coroutine();
  return coroutine && vm.is_exactly(coroutine, vm.types().coroutine) ? coroutine : Value();
}

// A task that no future will wake: a timeout in one of its own frames may be all that still has it.
// Then it dies where that frame is left, in the middle of its coroutine's end.
bool only_frames_hold(const FutureBase& future) {
  const FutureBase* const waits = static_cast<const PyTask&>(future).waits_for();
  if (waits != nullptr && !waits->done()) return false;
  // Nor does anybody wait for it who has it: a gather, a shield, a group, another loop or thread.
  const std::vector<asyncio::DoneCallback*> callbacks = future.callbacks();
  return std::none_of(callbacks.begin(), callbacks.end(), [](const asyncio::DoneCallback* each) {
    if (each == nullptr) return false;
    const FutureBase* const outer = each->completes();
    return (outer != nullptr && (outer->wait_kind() == asyncio::WaitKind::kGather ||
                                 outer->wait_kind() == asyncio::WaitKind::kShield)) ||
           !each->knows().empty() || each->name().starts_with("_chain_future");
  });
}

Ref<FutureBase> pending_task(const AsyncioState& state, asyncio::Id id) {
  for (const AsyncioState::Loop& loop : state.loops)
    for (const Ref<asyncio::TaskBase>& task : loop.core->all_tasks())
      if (task->id() == id) return Ref<FutureBase>(task.get());
  return {};
}

// A coroutine, or a step of an async generator, that has not begun.
bool never_awaited(const Vm& vm, const Container* object) {
  if (object->type == vm.types().coroutine) {
    const auto* coroutine = static_cast<const GeneratorObject*>(object);
    return coroutine->state == GeneratorObject::State::kCreated && !coroutine->awaited;
  }
  return (object->type == vm.types().async_generator_asend ||
          object->type == vm.types().async_generator_athrow) &&
         static_cast<const AsyncGeneratorStep*>(object)->state == AsyncGeneratorStep::State::kInit;
}

// A collection clears weak references before it finalises: all_tasks() has none of those that die.
void forget_unreached(AsyncioState& state, const Reach& reach) {
  for (const AsyncioState::Loop& loop : state.loops) {
    if (stands_still(state, loop)) continue;
    for (const Ref<asyncio::TaskBase>& task : loop.core->all_tasks())
      if (!reach.has(*task)) state.untold.insert(task->id());
  }
  for (const auto& [id, task] : state.own_tasks)
    if (!reach.has(*task)) state.untold.insert(id);
}

// All futures have been asked for their last words by then: one that fails later has none.
void forget_futures(AsyncioState& state, const Reach& reach, asyncio::Id first_young) {
  Container* const end = state.vm.heap().containers();
  for (Container* each = end->gc_next; each != end; each = each->gc_next) {
    if (!each->type->is_subtype_of(state.future_type)) continue;
    const auto* view = static_cast<FutureObject*>(each);
    const FutureBase* const core = view->core ? view->core.get() : view->kept_by;
    if (core != nullptr && core->id() < first_young && !reach.has(*core))
      state.untold.insert(core->id());
  }
}

// Closes a task's coroutine. What only its frames still had, or a callback that a closed loop then
// refused, dies with it, before that task does.
Native end_with_orphans(Vm& vm, Value coroutine, std::vector<Ref<FutureBase>>& ending) {
  std::vector<std::size_t> held;
  for (std::size_t index = 0; index < ending.size(); ++index)
    if (ending[index] && ending[index]->references() > 1) held.push_back(index);
  co_await end_coroutine(vm, coroutine);
  const auto is_orphan = [&ending](std::size_t index) {
    return ending[index] && ending[index]->references() == 1;
  };
  // The end of one may be that of another one before it.
  for (;;) {
    const auto found = std::find_if(held.begin(), held.end(), is_orphan);
    if (found == held.end()) break;
    co_await finalize(vm, *ending[*found]);
    ending[*found] = {};
    while (vm.has_finalizers()) co_await vm.run_finalizers();
  }
  co_return Value::none();
}

Native close_loops(Vm& vm, const Reach& reach) {
  AsyncioState& state = AsyncioState::of(vm);
  for (std::size_t index = 0; index < state.loops.size(); ++index) {
    asyncio::EventLoop& loop = *state.loops[index].core;
    if (loop.is_closed() || stands_still(state, state.loops[index])) continue;
    if (reach.has(state.loops[index].object.object())) continue;
    loop.refuse();
    while (state.drop_next(loop))
      while (vm.has_finalizers()) co_await vm.run_finalizers();
  }
  co_return Value::none();
}

}  // namespace

Native end_unreached_tasks(Vm& vm, Value kept) {
  AsyncioState& state = AsyncioState::of(vm);
  if (!state.threads->alone()) co_return Value::none();
  const bool open = std::any_of(state.loops.begin(), state.loops.end(), [](const auto& loop) {
    return !loop.core->is_closed();
  });
  const asyncio::Id first_young = state.counters.next_id;
  if (!open && speakers(state, first_young).empty()) co_return Value::none();
  const Reach reach(state, kept);
  kept.reset();
  forget_unreached(state, reach);
  co_await close_loops(vm, reach);
  std::vector<Ref<FutureBase>> ending = speakers(state, first_young);
  for (Ref<FutureBase>& each : ending) {
    if (!each || reach.has(*each)) continue;
    const Value coroutine = coroutine_of(vm, *each);
    if (coroutine) {
      const asyncio::Id id = each->id();
      const bool may_die_in_it = only_frames_hold(*each);
      Ref<FutureBase> task = std::move(each);
      if (may_die_in_it) task = {};
      co_await end_with_orphans(vm, coroutine, ending);
      each = may_die_in_it ? pending_task(state, id) : std::move(task);
    }
    if (each) co_await finalize(vm, *each);
    while (vm.has_finalizers()) co_await vm.run_finalizers();
  }
  // One that went on waiting is let go of all the same. What it has made meanwhile may be kept by
  // the exception that it was closed with, until the next collection.
  for (const Ref<FutureBase>& each : ending)
    if (each && !reach.has(*each) && coroutine_of(vm, *each))
      static_cast<PyTask&>(*each).drop_coroutine();
  while (vm.has_finalizers()) co_await vm.run_finalizers();
  for (const Ref<FutureBase>& each : ending)
    if (each && reach.has(*each)) state.reached.insert(each->id());
  co_return Value::none();
}

Native end_tasks(Vm& vm) {
  AsyncioState& state = AsyncioState::of(vm);
  state.reached.clear();
  const Reach lasting(state, {}, Reach::From::kSet);
  const asyncio::Id first_young = state.counters.next_id;
  forget_unreached(state, lasting);
  co_await close_loops(vm, lasting);
  std::vector<Ref<FutureBase>> ending = speakers(state, first_young);
  std::erase_if(ending, [&](const Ref<FutureBase>& each) { return lasting.has(*each); });
  // Tasks that only a coroutine's frames have die as it is closed, and their coroutines with them.
  std::vector<asyncio::Id> to_close;
  for (const Ref<FutureBase>& each : ending)
    if (coroutine_of(vm, *each)) to_close.push_back(each->id());
  for (const Ref<FutureBase>& each : ending) {
    co_await finalize(vm, *each);
  }
  forget_futures(state, lasting, first_young);
  ending.clear();
  for (const asyncio::Id id : to_close) {
    Value coroutine;
    if (const Ref<FutureBase> task = pending_task(state, id)) coroutine = coroutine_of(vm, *task);
    if (coroutine) co_await end_coroutine(vm, std::move(coroutine));
    while (vm.has_finalizers()) co_await vm.run_finalizers();
  }
  co_return Value::none();
}

void end_coroutines_of_circles(Vm& vm, const Value& kept, const Value& spared_from) {
  AsyncioState& state = AsyncioState::of(vm);
  if (!state.threads->alone()) return;
  std::vector<Container*> never_began;
  Container* const end = vm.heap().containers();
  const Container* const first_spared = spared_from ? spared_from.as<ListObject>() : end;
  for (Container* each = end->gc_next; each != first_spared; each = each->gc_next)
    if (never_awaited(vm, each)) never_began.push_back(each);
  if (never_began.empty()) return;
  const Reach reach(state, kept, spared_from ? Reach::From::kSet : Reach::From::kNames);
  for (Container* each : never_began) {
    if (reach.has(each)) continue;
    if (each->type == vm.types().coroutine)
      warn_never_awaited(vm, static_cast<GeneratorObject*>(each));
    else
      warn_never_awaited(vm, static_cast<AsyncGeneratorStep*>(each));
  }
}

}  // namespace simul::vm
