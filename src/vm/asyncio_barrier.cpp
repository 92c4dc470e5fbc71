// asyncio.Barrier. Mirrors the class of that name in Lib/asyncio/locks.py, on a Condition object,
// so that everybody is woken in the same turns.
#include "vm/asyncio_sync.hpp"
#include "vm/cat.hpp"
#include "vm/internals.hpp"

namespace simul::vm {

namespace {

enum class Phase : std::uint8_t { kFilling, kDraining, kResetting, kBroken };

struct BarrierObject : Container {
  Value condition;
  Value parties;
  Value dict;
  std::int64_t needed = 0;
  std::int64_t count = 0;  // tasks inside wait()
  Phase phase = Phase::kFilling;
};

BarrierObject* barrier_of(const Value& self) {
  return self.as<BarrierObject>();
}

Answer barrier_create(Vm& vm, Type* cls, const CallArgs&) {
  return Value::adopt(vm.instantiate<BarrierObject>(cls));
}

Native init_native(Vm& vm, Value self, Value parties) {
  if (!vm.to_int64(parties, barrier_of(self)->needed)) {
    double number = 0;
    if (!plain_seconds(vm, parties, number))
      co_return vm.raise_type_error(
          cat("'<' not supported between instances of '", vm.type_name(parties), "' and 'int'"));
    // Only a whole number of tasks is ever reached.
    barrier_of(self)->needed = number < 1 ? 0 : INT64_MAX;
    if (number == static_cast<double>(static_cast<std::int64_t>(number)))
      barrier_of(self)->needed = static_cast<std::int64_t>(number);
  }
  if (barrier_of(self)->needed < 1) co_return vm.raise_value_error("parties must be >= 1");
  barrier_of(self)->parties = parties;
  Value condition = co_await vm.call(vm.type_value(AsyncioState::of(vm).condition_type));
  barrier_of(self)->condition = std::move(condition);
  co_return Value::none();
}
Answer barrier_init(Vm& vm, const Value& self, const CallArgs& args) {
  std::vector<Value> slots;
  if (!bind_init(AsyncioState::of(vm), "Barrier", self, args, slots)) return Raised{};
  return init_native(vm, self, slots[1]);
}

// A predicate for Condition.wait_for: a bound method of the barrier.
Answer may_enter(Vm&, const CallArgs& args) {
  const Phase phase = barrier_of(args[0])->phase;
  return Value::boolean(phase != Phase::kDraining && phase != Phase::kResetting);
}
Answer is_filled(Vm&, const CallArgs& args) {
  return Value::boolean(barrier_of(args[0])->phase != Phase::kFilling);
}

Raised raise_broken(Vm& vm, const char* message) {
  return vm.raise(AsyncioState::of(vm).broken_barrier_error, message);
}

// Inside the condition's lock.
Native wait_inside(Vm& vm, Value self) {
  const Value condition = barrier_of(self)->condition;
  {
    Value enter = co_await vm.get_attr(self, "_may_enter");
    const Value predicate[] = {enter};
    Value waiting = co_await vm.call_method(condition, vm.name("wait_for"), CallArgs(predicate, 1));
    co_await vm.await_on(std::move(waiting));
  }
  if (barrier_of(self)->phase == Phase::kBroken) co_return raise_broken(vm, "Barrier aborted");
  const std::int64_t index = barrier_of(self)->count++;
  Attempt done;
  if (index + 1 == barrier_of(self)->needed) {
    barrier_of(self)->phase = Phase::kDraining;
    done = co_await vm.attempt(vm.call_method(condition, "notify_all"));
  } else {
    Value filled = co_await vm.get_attr(self, "_is_filled");
    const Value predicate[] = {filled};
    Value waiting = co_await vm.call_method(condition, vm.name("wait_for"), CallArgs(predicate, 1));
    done = co_await vm.attempt(vm.await_on(std::move(waiting)));
    const Phase phase = barrier_of(self)->phase;
    if (done.ok() && (phase == Phase::kBroken || phase == Phase::kResetting)) {
      static_cast<void>(raise_broken(vm, "Abort or reset of barrier"));
      done.exception = vm.take_raised();
    }
  }
  // The last one out makes room for the next round.
  BarrierObject* barrier = barrier_of(self);
  if (--barrier->count == 0) {
    if (barrier->phase == Phase::kResetting || barrier->phase == Phase::kDraining)
      barrier->phase = Phase::kFilling;
    co_await vm.call_method(condition, "notify_all");
  }
  if (!done.ok()) co_return raise_again(vm, std::move(done.exception));
  co_return vm.integer(index);
}

Native lock_condition(Vm& vm, Value self) {
  Value acquiring = co_await vm.call_method(barrier_of(self)->condition, "acquire");
  co_return acquiring;
}

Native barrier_wait(Vm& vm, OwnedArgs args) {
  const Value self = args[0];
  Value acquiring = co_await lock_condition(vm, self);
  co_await vm.await_on(std::move(acquiring));
  Value inside = vm.make_coroutine(wait_inside(vm, self), "wait", "Barrier.wait");
  Attempt result = co_await vm.attempt(vm.await_on(std::move(inside)));
  co_await vm.call_method(barrier_of(self)->condition, "release");
  if (!result.ok()) co_return raise_again(vm, std::move(result.exception));
  co_return std::move(result.value);
}

Native barrier_enter(Vm& vm, OwnedArgs args) {
  const Value self = args[0];
  Value waiting;
  if (has_own_method(vm, self, "wait")) {
    Value own = co_await vm.call_method(self, "wait");
    waiting = co_await vm.get_awaitable(own);
  } else {
    waiting = vm.make_coroutine(barrier_wait(vm, std::move(args)), "wait", "Barrier.wait");
  }
  Value index = co_await vm.await_on(std::move(waiting));
  co_return index;
}

Native barrier_exit(Vm&, OwnedArgs) {
  co_return Value::none();
}

// What reset() and abort() do, inside the lock.
Native change(Vm& vm, Value self, bool broken) {
  Value acquiring = co_await lock_condition(vm, self);
  co_await vm.await_on(std::move(acquiring));
  BarrierObject* barrier = barrier_of(self);
  if (broken)
    barrier->phase = Phase::kBroken;
  else
    barrier->phase = barrier->count > 0 ? Phase::kResetting : Phase::kFilling;
  Attempt told = co_await vm.attempt(vm.call_method(barrier->condition, "notify_all"));
  co_await vm.call_method(barrier_of(self)->condition, "release");
  if (!told.ok()) co_return raise_again(vm, std::move(told.exception));
  co_return Value::none();
}
Answer barrier_reset(Vm& vm, const CallArgs& args) {
  return vm.make_coroutine(change(vm, args[0], false), "reset", "Barrier.reset");
}
Answer barrier_abort(Vm& vm, const CallArgs& args) {
  return vm.make_coroutine(change(vm, args[0], true), "abort", "Barrier.abort");
}

std::int64_t waiting_in(const BarrierObject* barrier) {
  return barrier->phase == Phase::kFilling ? barrier->count : 0;
}

Answer barrier_repr(Vm& vm, const Value& self) {
  constexpr const char* kPhases[] = {"filling", "draining", "resetting", "broken"};
  const BarrierObject* barrier = barrier_of(self);
  std::string text = cat("<",
                         vm.text(vm.type_of(self)->module),
                         ".",
                         vm.type_of(self)->qualname,
                         " object at ",
                         quoted_address(self.object()),
                         " [",
                         kPhases[static_cast<int>(barrier->phase)]);
  if (barrier->phase != Phase::kBroken)
    text += cat(
        ", waiters:", waiting_in(barrier), "/", AsyncioState::of(vm).repr_now(barrier->parties));
  return vm.str(text + "]>");
}

Answer get_parties(Vm&, const Value& self) {
  return barrier_of(self)->parties;
}
Answer get_n_waiting(Vm& vm, const Value& self) {
  return vm.integer(waiting_in(barrier_of(self)));
}
Answer get_broken(Vm&, const Value& self) {
  return Value::boolean(barrier_of(self)->phase == Phase::kBroken);
}

}  // namespace

void install_barrier_type(AsyncioState& state, const Value& module) {
  Vm& vm = state.vm;
  constexpr std::uint32_t kAsync = kFoldedFrame | kMakesCoroutine;
  state.broken_barrier_error = vm.make_type({.name = "BrokenBarrierError",
                                             .module = "asyncio.exceptions",
                                             .base = vm.exceptions().RuntimeError,
                                             .flags = kSubclassable | kHasDict});
  vm.set_module_attr(module, "BrokenBarrierError", vm.type_value(state.broken_barrier_error));
  Type* type =
      vm.make_type({.name = "Barrier",
                    .module = "asyncio.locks",
                    .instance_size = sizeof(BarrierObject),
                    .flags = kSubclassable | kHasDict,
                    .slots = {.destroy = destroy_as<BarrierObject>,
                              .traverse =
                                  [](Object* self, Visitor& visitor) {
                                    visitor.visit(static_cast<BarrierObject*>(self)->condition);
                                    visitor.visit(static_cast<BarrierObject*>(self)->dict);
                                  },
                              .clear =
                                  [](Object* self) {
                                    static_cast<BarrierObject*>(self)->condition.reset();
                                    static_cast<BarrierObject*>(self)->dict.reset();
                                  },
                              .repr = barrier_repr,
                              .create = barrier_create,
                              .init = barrier_init},
                    .methods = {{"wait", barrier_wait, 0, 0, kAsync},
                                {"reset", barrier_reset, 0, 0, kAsync},
                                {"abort", barrier_abort, 0, 0, kAsync},
                                {"__aenter__", barrier_enter, 0, 0, kAsync},
                                {"__aexit__", barrier_exit, 3, 3, kAsync},
                                {"_may_enter", may_enter, 0, 0},
                                {"_is_filled", is_filled, 0, 0}},
                    .getters = {{"parties", get_parties},
                                {"n_waiting", get_n_waiting},
                                {"broken", get_broken},
                                dict_getter()}});
  type->dict_offset = offset_of(&BarrierObject::dict);
  vm.set_module_attr(module, "Barrier", vm.type_value(type));
}

}  // namespace simul::vm
