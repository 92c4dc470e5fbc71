// asyncio.Handle and TimerHandle as Python sees them. Mirrors Lib/asyncio/events.py.
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
double when_of(const Value& self) {
  return static_cast<asyncio::TimerHandle&>(*handle_of(self)->core).when_s();
}

Answer handle_repr(Vm& vm, const Value& self) {
  const auto* handle = handle_of(self);
  std::string text = cat("<", vm.type_name(self));
  if (handle->core->cancelled()) text += " cancelled";
  if (handle->timer) {
    text += " when=" + AsyncioState::of(vm).repr_now(when_value(self));
  }
  with_call(handle, [&](auto& call) {
    const std::string shown =
        call.debug ? arguments_text(AsyncioState::of(vm), call.args) : std::string("()");
    if (call.callable) text += " " + callback_source(vm, call.callable, shown);
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

// ---- order and equality of timers

Native equal_timers(Vm& vm, Value a, Value b, bool wanted) {
  const auto parts = [&vm](const Value& self) {
    return with_call(handle_of(self), [&vm](auto& call) {
      return vm.tuple({call.callable ? call.callable : Value::none(),
                       call.callable ? vm.tuple(std::vector<Value>(call.args)) : Value::none()});
    });
  };
  const bool alike = when_of(a) == when_of(b) &&
                     handle_of(a)->core->cancelled() == handle_of(b)->core->cancelled();
  if (!alike) co_return Value::boolean(!wanted);
  const Value left = parts(a);
  const Value right = parts(b);
  Value same = co_await vm.equal(left, right);
  co_return Value::boolean(same.is_true() == wanted);
}

Native at_most(Vm& vm, Value a, Value b, bool smaller) {
  if (smaller) co_return Value::boolean(true);
  co_return equal_timers(vm, a, b, true);
}

Answer timer_compare(Vm& vm, const Value& a, const Value& b, CompareOp op) {
  if (!vm.is_kind_of(b, AsyncioState::of(vm).timer_handle_type)) return Value::not_implemented();
  switch (op) {
    case CompareOp::kLt: return Value::boolean(when_of(a) < when_of(b));
    case CompareOp::kGt: return Value::boolean(when_of(a) > when_of(b));
    case CompareOp::kLe: return at_most(vm, a, b, when_of(a) < when_of(b));
    case CompareOp::kGe: return at_most(vm, a, b, when_of(a) > when_of(b));
    case CompareOp::kEq: return equal_timers(vm, a, b, true);
    case CompareOp::kNe: return equal_timers(vm, a, b, false);
  }
  return Value::not_implemented();
}
Answer timer_hash(Vm& vm, const Value& self) {
  return vm.hash(when_value(self));
}

}  // namespace

Value handle_object(AsyncioState& state, asyncio::Handle& core, bool timer) {
  auto* object =
      state.vm.instantiate<HandleObject>(timer ? state.timer_handle_type : state.handle_type);
  object->core = &core;
  object->timer = timer;
  return Value::adopt(object);
}

void install_handle_types(AsyncioState& state) {
  Vm& vm = state.vm;
  state.handle_type =
      vm.make_type({.name = "Handle",
                    .module = "asyncio.events",
                    .instance_size = sizeof(HandleObject),
                    .flags = kAbstract | kSubclassable,
                    .slots = {.destroy = destroy_as<HandleObject>, .repr = handle_repr},
                    .methods = {{"cancel", handle_cancel, 0, 0},
                                {"cancelled", handle_cancelled, 0, 0},
                                {"get_context", handle_get_context, 0, 0}}});
  state.timer_handle_type = vm.make_type({.name = "TimerHandle",
                                          .module = "asyncio.events",
                                          .base = state.handle_type,
                                          .flags = kAbstract,
                                          .slots = {.hash = timer_hash, .compare = timer_compare},
                                          .methods = {{"when", handle_when, 0, 0}}});
}

}  // namespace simul::vm
