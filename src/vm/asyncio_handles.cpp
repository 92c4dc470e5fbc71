// asyncio.Handle and TimerHandle as Python sees them. Mirrors Lib/asyncio/events.py.
#include "base/rare.hpp"
#include "vm/asyncio_state.hpp"
#include "vm/cat.hpp"
#include "vm/context.hpp"

namespace simul::vm {

namespace {

HandleObject* handle_of(const Value& self) {
  return self.as<HandleObject>();
}

// The part that both kinds of CallHandle have.
template <typename Use>
auto with_call(const HandleObject* handle, Use use) {
  return handle->timer ? use(static_cast<CallHandle<asyncio::TimerHandle>&>(*handle->core))
                       : use(static_cast<CallHandle<asyncio::Handle>&>(*handle->core));
}
const Value& when_value(const Value& self) {
  return static_cast<CallHandle<asyncio::TimerHandle>&>(*handle_of(self)->core).when;
}
double when_of(Vm& vm, const Value& self) {
  // One that a program made by itself is not among the loop's timers.
  double when_s = 0;
  if (plain_seconds(vm, when_value(self), when_s)) return when_s;
  return static_cast<asyncio::TimerHandle&>(*handle_of(self)->core).when_s();
}

SIMUL_RARE Answer handle_repr(Vm& vm, const Value& self) {
  const auto* handle = handle_of(self);
  std::string text = cat("<", vm.type_name(self));
  if (handle->core->cancelled()) text += " cancelled";
  if (handle->timer) {
    text += " when=" + AsyncioState::of(vm).repr_now(when_value(self));
  }
  with_call(handle, [&](auto& call) {
    const std::string shown =
        call.debug ? arguments_text(AsyncioState::of(vm), call.args) : std::string("()");
    if (call.callable && !call.callable.is_none())
      text += " " + callback_source(vm, call.callable, shown, call.debug);
    else if (!call.shown.empty())
      text += " " + call.shown;
    if (call.origin != nullptr) text += " created at " + call.origin->place;
  });
  return vm.str(text + ">");
}

Answer handle_cancel(Vm&, const CallArgs& args) {
  handle_of(args[0])->core->cancel();
  return Value::none();
}
Answer handle_cancelled(Vm&, const CallArgs& args) {
  return Value::boolean(handle_of(args[0])->core->cancelled());
}
Answer handle_when(Vm&, const CallArgs& args) {
  return when_value(args[0]);
}
Answer handle_get_context(Vm& vm, const CallArgs& args) {
  return with_call(handle_of(args[0]), [&vm](auto& call) {
    const Fiber* fiber = vm.running();
    return context_in(vm, call.context, fiber != nullptr && fiber->context_slot == &call.context);
  });
}

// ---- what it keeps under names with an underscore

Answer get_callback(Vm&, const Value& self) {
  return with_call(handle_of(self),
                   [](auto& call) { return call.callable ? call.callable : Value::none(); });
}
Answer get_args(Vm& vm, const Value& self) {
  return with_call(handle_of(self), [&vm](auto& call) {
    return call.callable ? vm.tuple(std::vector<Value>(call.args)) : Value::none();
  });
}
Answer get_cancelled(Vm&, const Value& self) {
  return Value::boolean(handle_of(self)->core->cancelled());
}
Answer get_context(Vm& vm, const Value& self) {
  return handle_get_context(vm, CallArgs(&self, 1));
}
Answer get_when(Vm&, const Value& self) {
  return when_value(self);
}

// ---- order and equality of timers

SIMUL_RARE Native equal_timers(Vm& vm, Value a, Value b, bool wanted) {
  const auto parts = [&vm](const Value& self) {
    return with_call(handle_of(self), [&vm](auto& call) {
      return vm.tuple({call.callable ? call.callable : Value::none(),
                       call.callable ? vm.tuple(std::vector<Value>(call.args)) : Value::none()});
    });
  };
  const bool alike = when_of(vm, a) == when_of(vm, b) &&
                     handle_of(a)->core->cancelled() == handle_of(b)->core->cancelled();
  if (!alike) co_return Value::boolean(!wanted);
  const Value left = parts(a);
  const Value right = parts(b);
  Value same = co_await vm.equal(left, right);
  co_return Value::boolean(same.is_true() == wanted);
}

SIMUL_RARE Native at_most(Vm& vm, Value a, Value b, bool smaller) {
  if (smaller) co_return Value::boolean(true);
  co_return equal_timers(vm, a, b, true);
}

Answer timer_compare(Vm& vm, const Value& a, const Value& b, CompareOp op) {
  if (!vm.is_kind_of(b, AsyncioState::of(vm).timer_handle_type)) return Value::not_implemented();
  switch (op) {
    case CompareOp::kLt: return Value::boolean(when_of(vm, a) < when_of(vm, b));
    case CompareOp::kGt: return Value::boolean(when_of(vm, a) > when_of(vm, b));
    case CompareOp::kLe: return at_most(vm, a, b, when_of(vm, a) < when_of(vm, b));
    case CompareOp::kGe: return at_most(vm, a, b, when_of(vm, a) > when_of(vm, b));
    case CompareOp::kEq: return equal_timers(vm, a, b, true);
    case CompareOp::kNe: return equal_timers(vm, a, b, false);
  }
  return Value::not_implemented();
}
Answer timer_hash(Vm& vm, const Value& self) {
  return vm.hash(when_value(self));
}

// ---- made by the program: Handle(callback, args, loop), which nobody runs

template <typename Base>
asyncio::Ref<CallHandle<Base>> made(Vm& vm,
                                    Value callable,
                                    std::vector<Value> args,
                                    Value context) {
  return asyncio::make_counted<CallHandle<Base>>(
      vm, std::move(callable), std::move(args), std::move(context));
}

Answer handle_create(Vm& vm, Type* cls, const CallArgs&) {
  auto* object = vm.instantiate<HandleObject>(cls);
  object->timer = cls->is_subtype_of(AsyncioState::of(vm).timer_handle_type);
  if (object->timer) {
    auto core = made<asyncio::TimerHandle>(vm, {}, {}, {});
    core->when = Value::none();
    object->core = core;
  } else {
    object->core = made<asyncio::Handle>(vm, {}, {}, {});
  }
  return Value::adopt(object);
}

Answer handle_init(Vm& vm, const Value& self, const CallArgs& args) {
  AsyncioState& state = AsyncioState::of(vm);
  auto* handle = handle_of(self);
  std::vector<Value> slots;
  if (!bind_init(state, handle->timer ? "TimerHandle" : "Handle", self, args, slots))
    return Raised{};
  std::vector<Value> given(slots.end() - 4, slots.end());  // callback, args, loop, context
  std::vector<Value> call_args;
  if (vm.is_kind_of(given[1], vm.types().tuple))
    call_args.assign(given[1].as<TupleObject>()->begin(), given[1].as<TupleObject>()->end());
  else if (vm.is_kind_of(given[1], vm.types().list))
    call_args = given[1].as<ListObject>()->items;
  else if (!given[1].is_none())
    return vm.raise_type_error("Simul needs the arguments of a Handle as a tuple or a list");
  if (given[2].is_none()) return vm.raise_attribute_error(given[2], vm.name("get_debug"));
  const LoopObject* loop = state.current_or_set(given[2]);
  if (loop == nullptr) return Raised{};
  Value context = given[3] && !given[3].is_none() ? given[3] : copy_of_current_context(vm);
  const auto finish = [&](auto core) {
    core->debug = loop->debug;
    if (loop->debug) core->origin = call_origin_here(vm, 1);
    handle->core = core;
  };
  if (handle->timer) {
    auto core = made<asyncio::TimerHandle>(vm, given[0], std::move(call_args), std::move(context));
    core->when = slots[1];
    finish(std::move(core));
  } else {
    finish(made<asyncio::Handle>(vm, given[0], std::move(call_args), std::move(context)));
  }
  return Value::none();
}

}  // namespace

Value handle_object(AsyncioState& state, asyncio::Handle& core, bool timer) {
  auto* object =
      state.vm.instantiate<HandleObject>(timer ? state.timer_handle_type : state.handle_type);
  object->core = &core;
  object->timer = timer;
  return Value::adopt(object);
}

SIMUL_RARE void install_handle_types(AsyncioState& state) {
  Vm& vm = state.vm;
  state.handle_type = vm.make_type({.name = "Handle",
                                    .module = "asyncio.events",
                                    .instance_size = sizeof(HandleObject),
                                    .flags = kSubclassable,
                                    .slots = {.destroy = destroy_as<HandleObject>,
                                              .repr = handle_repr,
                                              .create = handle_create,
                                              .init = handle_init},
                                    .methods = {{"cancel", handle_cancel, 0, 0},
                                                {"cancelled", handle_cancelled, 0, 0},
                                                {"get_context", handle_get_context, 0, 0}},
                                    .getters = {{"_callback", get_callback},
                                                {"_args", get_args},
                                                {"_cancelled", get_cancelled},
                                                {"_context", get_context}}});
  state.timer_handle_type = vm.make_type({.name = "TimerHandle",
                                          .module = "asyncio.events",
                                          .base = state.handle_type,
                                          .flags = kSubclassable,
                                          .slots = {.hash = timer_hash, .compare = timer_compare},
                                          .methods = {{"when", handle_when, 0, 0}},
                                          .getters = {{"_when", get_when}}});
}

}  // namespace simul::vm
