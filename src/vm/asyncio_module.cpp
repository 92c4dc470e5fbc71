// The asyncio module: who is in it, and what a program is told about what is not. Mirrors
// Lib/asyncio/__init__.py.
#include <algorithm>
#include <iterator>

#include "base/rare.hpp"
#include "vm/asyncio_state.hpp"
#include "vm/cat.hpp"
#include "vm/function.hpp"
#include "vm/install.hpp"

namespace simul::vm {

namespace {

// Public names of CPython 3.13's asyncio that Simul lacks, and why.
struct Missing {
  std::string_view name;
  std::string_view why;
};
constexpr std::string_view kProcesses = ": it needs processes";
constexpr std::string_view kLater = ": it came with Python 3.14";
constexpr Missing kMissing[] = {
    {"create_subprocess_exec", kProcesses},
    {"create_subprocess_shell", kProcesses},
    {"get_child_watcher", kProcesses},
    {"set_child_watcher", kProcesses},
    {"SafeChildWatcher", kProcesses},
    {"FastChildWatcher", kProcesses},
    {"PidfdChildWatcher", kProcesses},
    {"MultiLoopChildWatcher", kProcesses},
    {"ThreadedChildWatcher", kProcesses},
    {"capture_call_graph", kLater},
    {"format_call_graph", kLater},
    {"print_call_graph", kLater},
    {"future_add_to_awaited_by", kLater},
    {"future_discard_from_awaited_by", kLater},
};

Answer asyncio_getattr(Vm& vm, const CallArgs& args) {
  const std::string_view name = vm.text(args[0]);
  if (in_library(name)) return from_library(vm, args[0]);
  for (const Missing& missing : kMissing)
    if (name == missing.name)
      return vm.raise(vm.exceptions().AttributeError,
                      cat("Simul does not have asyncio.", name, missing.why));
  Value exception = vm.make_exception(vm.exceptions().AttributeError,
                                      cat("module 'asyncio' has no attribute '", name, "'"));
  exception.as<ExceptionObject>()->first = args[0];
  if (const Value* asyncio = vm.modules().get(vm.name("asyncio")))
    exception.as<ExceptionObject>()->second = *asyncio;
  return vm.raise_exception(std::move(exception));
}

// What dir(asyncio) lists beside that: names of CPython's package that are made when they are asked
// for, or that Simul lacks.
constexpr const char* kListed[] = {"__builtins__",
                                   "__cached__",
                                   "__path__",
                                   "base_subprocess",
                                   "base_tasks",
                                   "format_helpers",
                                   "sslproto",
                                   "staggered",
                                   "subprocess",
                                   "sys"};
SIMUL_RARE Answer asyncio_dir(Vm& vm, const CallArgs&) {
  std::vector<Value> names;
  const Value* asyncio = vm.modules().get(vm.name("asyncio"));
  if (asyncio == nullptr) return vm.list({});
  for (const Table::Entry& entry : vm.instance_dict(*asyncio, false)->table.entries()) {
    if (!entry.key) continue;
    const std::string_view name = vm.text(entry.key);
    // These are asyncio's only here.
    if (name == "__getattr__" || name == "__dir__" || name.starts_with("_interrupt")) continue;
    if (!in_library(name) &&
        std::find(std::begin(kListed), std::end(kListed), name) == std::end(kListed))
      names.push_back(entry.key);
  }
  append_library_names(vm, names);
  append_library_modules(vm, names);
  for (const char* name : kListed) names.push_back(vm.intern(name));
  for (const Missing& missing : kMissing)
    if (missing.why != kLater) names.push_back(vm.intern(missing.name));
  return vm.list(std::move(names));
}

// CPython's __all__, without what Simul lacks.
Value public_names(Vm& vm, const Value& module) {
  constexpr std::string_view kPrivate[] = {"_set_running_loop",
                                           "_get_running_loop",
                                           "_register_task",
                                           "_unregister_task",
                                           "_enter_task",
                                           "_leave_task"};
  std::vector<Value> names;
  for (const Table::Entry& entry : vm.instance_dict(module, false)->table.entries()) {
    if (!entry.key) continue;
    const std::string_view name = vm.text(entry.key);
    const bool listed =
        std::find(std::begin(kPrivate), std::end(kPrivate), name) != std::end(kPrivate);
    if (listed || !name.starts_with('_')) names.push_back(entry.key);
  }
  append_library_names(vm, names);
  return vm.tuple(std::move(names));
}

// The modules that CPython has these functions in; _asyncio's are in C.
struct Home {
  const char* module;
  std::initializer_list<const char*> functions;
};
const Home kHomes[] = {
    {"_asyncio",
     {"current_task",
      "get_event_loop",
      "get_running_loop",
      "_get_running_loop",
      "_set_running_loop",
      "_register_task",
      "_unregister_task",
      "_enter_task",
      "_leave_task"}},
    {"asyncio.base_futures", {"isfuture"}},
    {"asyncio.coroutines", {"iscoroutine", "iscoroutinefunction"}},
    {"asyncio.events",
     {"get_event_loop_policy", "new_event_loop", "set_event_loop", "set_event_loop_policy"}},
    {"asyncio.runners", {"run"}},
    {"asyncio.tasks",
     {"all_tasks",
      "as_completed",
      "create_eager_task_factory",
      "create_task",
      "eager_task_factory",
      "ensure_future",
      "gather",
      "shield",
      "sleep",
      "wait",
      "wait_for"}},
    {"asyncio.timeouts", {"timeout", "timeout_at"}},
};

void tell_homes(Vm& vm, const Value& module) {
  const Table& names = vm.instance_dict(module, false)->table;
  for (const Home& home : kHomes)
    for (const char* function : home.functions)
      if (const Value* found = names.get(vm.name(function));
          found != nullptr && vm.is_exactly(*found, vm.types().builtin_function))
        found->as<NativeFunction>()->module = vm.intern(home.module);
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
  install_task_type(state, module);
  install_handle_types(state);
  install_loop_types(state, module);
  install_policy_types(state, module);
  install_runner_types(state, module);
  install_timeout_type(state);
  install_lock_types(state, module);
  install_barrier_type(state, module);
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
  vm.add_functions(module,
                   {{"__getattr__", asyncio_getattr, 1, 1}, {"__dir__", asyncio_dir, 0, 0}});
  describe_module(state, module);
  tell_homes(vm, module);
  vm.set_module_attr(module, "__file__", vm.str("/usr/lib/python3.13/asyncio/__init__.py"));
  vm.set_module_attr(module, "__all__", public_names(vm, module));
}

}  // namespace

void register_asyncio_module(Vm& vm) {
  vm.register_module("asyncio", init_asyncio);
}

}  // namespace simul::vm
