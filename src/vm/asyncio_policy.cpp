// Event loop policies, and the functions that go through them. Mirrors the second half of
// Lib/asyncio/events.py.
//
// A policy that a program made itself is asked through its methods; the default one's answers are
// AsyncioState's.
#include "vm/asyncio_state.hpp"
#include "vm/cat.hpp"
#include "vm/internals.hpp"

namespace simul::vm {

namespace {

struct PolicyObject : Container {};

bool own_policy(const AsyncioState& state) {
  return state.policy && !state.vm.is_exactly(state.policy, state.policy_type);
}

Answer policy_create(Vm& vm, Type* cls, const CallArgs&) {
  return Value::adopt(vm.instantiate<PolicyObject>(cls));
}
Answer policy_init(Vm&, const Value&, const CallArgs&) {
  return Value::none();
}

// A class derived from the default policy says itself what its first loop is and where it is kept.
Native first_loop_of(Vm& vm, Value policy) {
  Answer asked = vm.call_method(policy, "new_event_loop");
  Value loop = co_await std::move(asked);
  Answer set = vm.call_method(policy, "set_event_loop", {loop});
  co_await std::move(set);
  AsyncioState& state = AsyncioState::of(vm);
  LoopObject* const kept = state.current_or_set();
  if (kept == nullptr) co_return Raised{};
  co_return Value::share(kept);
}

Answer default_get(Vm& vm, const CallArgs& args) {
  AsyncioState& state = AsyncioState::of(vm);
  if (own_policy(state) && args[0].object() == state.policy.object() && !state.set_loop &&
      !state.loop_was_set && state.threads->current() == state.threads->main() &&
      !Vm::Internals::inside(vm).names_gone) {
    vm.warn(vm.exceptions().DeprecationWarning, "There is no current event loop");
    return first_loop_of(vm, args[0]);
  }
  LoopObject* const running = std::exchange(state.running_loop, nullptr);
  LoopObject* const loop = state.current_or_set();
  state.running_loop = running;
  if (loop == nullptr) return Raised{};
  return Value::share(loop);
}
Answer default_set(Vm& vm, const Value& loop) {
  AsyncioState& state = AsyncioState::of(vm);
  if (state.threads->current() == state.threads->main()) state.loop_was_set = true;
  if (!loop.is_none() && !vm.is_kind_of(loop, state.abstract_loop_type))
    return vm.raise_type_error(cat(
        "loop must be an instance of AbstractEventLoop or None, not '", vm.type_name(loop), "'"));
  if (!loop.is_none() && !vm.is_kind_of(loop, state.loop_type))
    return vm.raise_type_error(
        cat("Simul can only run its own event loops, and not '", vm.type_name(loop), "'"));
  state.set_loop = loop.is_none() ? Value() : loop;
  return Value::none();
}
Answer policy_set(Vm& vm, const CallArgs& args) {
  return default_set(vm, args[1]);
}
Answer policy_new(Vm& vm, const CallArgs&) {
  return Value::share(AsyncioState::of(vm).new_loop());
}
Answer abstract_method(Vm& vm, const CallArgs&) {
  return vm.raise(vm.exceptions().NotImplementedError);
}

Answer no_watcher(Vm& vm, const CallArgs&) {
  return vm.raise(vm.exceptions().NotImplementedError,
                  "Simul's policy has no child watcher: it needs processes");
}

// ---- module functions

Answer get_event_loop(Vm& vm, const CallArgs&) {
  AsyncioState& state = AsyncioState::of(vm);
  if (state.running_loop == nullptr && own_policy(state))
    return vm.call_method(state.policy, "get_event_loop");
  LoopObject* loop = state.current_or_set();
  if (loop == nullptr) return Raised{};
  return Value::share(loop);
}
Answer set_event_loop_function(Vm& vm, const CallArgs& args) {
  return set_event_loop(vm, args[0]);
}

Answer get_policy(Vm& vm, const CallArgs&) {
  AsyncioState& state = AsyncioState::of(vm);
  if (!state.policy) state.policy = Value::adopt(vm.instantiate<PolicyObject>(state.policy_type));
  return state.policy;
}
Answer set_policy(Vm& vm, const CallArgs& args) {
  AsyncioState& state = AsyncioState::of(vm);
  if (!args[0].is_none() && !vm.is_kind_of(args[0], state.abstract_policy_type))
    return vm.raise_type_error(
        cat("policy must be an instance of AbstractEventLoopPolicy or None, not '",
            vm.type_name(args[0]),
            "'"));
  if (!state.policy || args[0].object() != state.policy.object()) {  // each keeps a loop of its own
    state.set_loop = Value();
    state.loop_was_set = false;
  }
  state.policy = args[0].is_none() ? Value() : args[0];
  return Value::none();
}

}  // namespace

Answer new_event_loop(Vm& vm, const CallArgs&) {
  AsyncioState& state = AsyncioState::of(vm);
  if (own_policy(state)) return vm.call_method(state.policy, "new_event_loop");
  return Value::share(state.new_loop());
}

Answer set_event_loop(Vm& vm, const Value& loop) {
  AsyncioState& state = AsyncioState::of(vm);
  if (own_policy(state)) return vm.call_method(state.policy, "set_event_loop", {loop});
  return default_set(vm, loop);
}

void install_policy_types(AsyncioState& state, const Value& module) {
  Vm& vm = state.vm;
  state.abstract_policy_type = vm.make_type(
      {.name = "AbstractEventLoopPolicy",
       .module = "asyncio.events",
       .instance_size = sizeof(PolicyObject),
       .flags = kSubclassable,
       .slots = {.destroy = destroy_as<PolicyObject>, .create = policy_create, .init = policy_init},
       .methods = {{"get_event_loop", abstract_method, 0, 0},
                   {"set_event_loop", abstract_method, 1, 1},
                   {"new_event_loop", abstract_method, 0, 0},
                   {"get_child_watcher", abstract_method, 0, 0},
                   {"set_child_watcher", abstract_method, 1, 1}}});
  state.policy_type = vm.make_type({.name = "_UnixDefaultEventLoopPolicy",
                                    .module = "asyncio.unix_events",
                                    .base = state.abstract_policy_type,
                                    .flags = kSubclassable,
                                    .methods = {{"get_event_loop", default_get, 0, 0},
                                                {"set_event_loop", policy_set, 1, 1, kFoldedFrame},
                                                {"new_event_loop", policy_new, 0, 0},
                                                {"get_child_watcher", no_watcher, 0, 0},
                                                {"set_child_watcher", no_watcher, 1, 1}}});
  vm.set_module_attr(module, "AbstractEventLoopPolicy", vm.type_value(state.abstract_policy_type));
  vm.set_module_attr(module, "DefaultEventLoopPolicy", vm.type_value(state.policy_type));
  vm.add_functions(module,
                   {{"get_event_loop", get_event_loop, 0, 0, kFoldedFrame},
                    {"new_event_loop", new_event_loop, 0, 0},
                    {"set_event_loop", set_event_loop_function, 1, 1, kFoldedFrame},
                    {"get_event_loop_policy", get_policy, 0, 0},
                    {"set_event_loop_policy", set_policy, 1, 1, kFoldedFrame}});
}

}  // namespace simul::vm
