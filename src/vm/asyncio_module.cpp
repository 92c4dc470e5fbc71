// The asyncio module: who is in it, and what a program is told about what is not. Mirrors
// Lib/asyncio/__init__.py.
#include "vm/asyncio_state.hpp"
#include "vm/cat.hpp"
#include "vm/install.hpp"

namespace simul::vm {

namespace {

// Public names of CPython 3.13's asyncio that Simul lacks so far.
constexpr std::string_view kNotYet[] = {"Runner",
                                        "Barrier",
                                        "create_subprocess_exec",
                                        "create_subprocess_shell",
                                        "eager_task_factory",
                                        "create_eager_task_factory",
                                        "print_call_graph",
                                        "BaseEventLoop",
                                        "SelectorEventLoop",
                                        "get_event_loop_policy",
                                        "set_event_loop_policy",
                                        "DefaultEventLoopPolicy",
                                        "BrokenBarrierError"};

Answer asyncio_getattr(Vm& vm, const CallArgs& args) {
  const std::string_view name = vm.text(args[0]);
  if (in_library(name)) return from_library(vm, args[0]);
  for (const std::string_view missing : kNotYet)
    if (name == missing)
      return vm.raise(vm.exceptions().AttributeError,
                      cat("Simul does not have asyncio.", name, " yet"));
  return vm.raise(vm.exceptions().AttributeError,
                  cat("module 'asyncio' has no attribute '", name, "'"));
}

void init_asyncio(Vm& vm, const Value& module) {
  AsyncioState& state = AsyncioState::of(vm);
  state.cancelled_error = vm.make_type({.name = "CancelledError",
                                        .module = "asyncio.exceptions",
                                        .base = vm.exceptions().BaseException,
                                        .flags = kSubclassable | kHasDict});
  state.invalid_state_error = vm.make_type({.name = "InvalidStateError",
                                            .module = "asyncio.exceptions",
                                            .base = vm.exceptions().Exception,
                                            .flags = kSubclassable | kHasDict});
  vm.set_cancelled_error(state.cancelled_error);
  install_future_types(state);
  install_task_type(state);
  install_handle_types(state);
  install_loop_types(state, module);
  install_policy_types(state, module);
  install_runner_types(state, module);
  install_timeout_type(state);
  install_lock_types(state, module);
  install_queue_types(state, module);
  install_group_types(state, module);

  vm.set_module_attr(module, "CancelledError", vm.type_value(state.cancelled_error));
  vm.set_module_attr(module, "InvalidStateError", vm.type_value(state.invalid_state_error));
  vm.set_module_attr(module, "TimeoutError", vm.type_value(vm.exceptions().TimeoutError));
  vm.set_module_attr(module, "Future", vm.type_value(state.future_type));
  vm.set_module_attr(module, "Task", vm.type_value(state.task_type));
  vm.set_module_attr(module, "Timeout", vm.type_value(state.timeout_type));
  vm.set_module_attr(module, "Handle", vm.type_value(state.handle_type));
  vm.set_module_attr(module, "TimerHandle", vm.type_value(state.timer_handle_type));
  add_loop_functions(state, module);
  add_wait_functions(state, module);
  add_timeout_functions(state, module);
  vm.add_functions(module, {{"__getattr__", asyncio_getattr, 1, 1}});
  describe_module(state, module);
}

}  // namespace

void register_asyncio_module(Vm& vm) {
  vm.register_module("asyncio", init_asyncio);
}

}  // namespace simul::vm
