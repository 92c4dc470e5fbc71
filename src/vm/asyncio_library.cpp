// The parts of asyncio that are written in Python (src/library/python/asyncio): threads and
// streams. They are loaded when a program first asks for one.
#include <iterator>
#include <utility>

#include "vm/asyncio_state.hpp"
#include "vm/cat.hpp"
#include "vm/context.hpp"

namespace simul::vm {

namespace {

constexpr std::string_view kStreams[] = {"StreamReader",
                                         "StreamWriter",
                                         "StreamReaderProtocol",
                                         "open_connection",
                                         "start_server",
                                         "open_unix_connection",
                                         "start_unix_server"};
constexpr std::string_view kProtocols[] = {
    "BaseProtocol", "Protocol", "BufferedProtocol", "DatagramProtocol", "SubprocessProtocol"};
constexpr std::string_view kTransports[] = {"BaseTransport",
                                            "ReadTransport",
                                            "WriteTransport",
                                            "Transport",
                                            "DatagramTransport",
                                            "SubprocessTransport"};
constexpr std::string_view kExceptions[] = {
    "IncompleteReadError", "LimitOverrunError", "SendfileNotAvailableError"};

constexpr std::string_view kModules[] = {
    "base_events", "base_futures",    "constants", "coroutines", "events",    "exceptions",
    "futures",     "locks",           "log",       "mixins",     "protocols", "queues",
    "runners",     "selector_events", "streams",   "taskgroups", "tasks",     "threads",
    "timeouts",    "transports",      "trsock",    "unix_events"};

template <std::size_t kCount>
bool has(const std::string_view (&names)[kCount], std::string_view name) {
  for (const std::string_view each : names)
    if (each == name) return true;
  return false;
}

// The module that has a name of asyncio's; empty: none.
std::string_view module_of(std::string_view name) {
  if (has(kStreams, name)) return "asyncio.streams";
  if (has(kProtocols, name)) return "asyncio.protocols";
  if (has(kTransports, name)) return "asyncio.transports";
  if (has(kExceptions, name)) return "asyncio.exceptions";
  if (name == "to_thread") return "asyncio.threads";
  if (name == "wrap_future") return "asyncio.futures";
  if (name == "run_coroutine_threadsafe") return "asyncio.tasks";
  if (name == "Server") return "asyncio._connections";
  if (name == "AbstractServer") return "asyncio.events";
  if (name == "AbstractChildWatcher") return "asyncio.unix_events";
  return {};
}

// Methods of the loop that are functions of a module in Python.
struct LibraryMethod {
  const char* name;
  const char* module;
};
constexpr LibraryMethod kMethods[] = {
    {"run_in_executor", "asyncio.base_events"},
    {"set_default_executor", "asyncio.base_events"},
    {"shutdown_default_executor", "asyncio.base_events"},
    {"getaddrinfo", "asyncio._connections"},
    {"create_connection", "asyncio._connections"},
    {"create_server", "asyncio._connections"},
    {"create_unix_connection", "asyncio._connections"},
    {"create_unix_server", "asyncio._connections"},
    {"add_signal_handler", "asyncio.unix_events"},
    {"remove_signal_handler", "asyncio.unix_events"},
};

template <std::size_t kIndex>
Native library_method(Vm& vm, OwnedArgs args) {
  Value module = co_await vm.import_module(vm.name(kMethods[kIndex].module));
  Value function = co_await vm.get_attr(module, vm.name(kMethods[kIndex].name));
  co_return co_await vm.call(function, args);
}

template <std::size_t... kIndices>
void append(std::vector<NativeDef>& methods, std::index_sequence<kIndices...>) {
  (methods.push_back(
       {kMethods[kIndices].name, library_method<kIndices>, 0, -1, kKeywords | kFoldedFrame}),
   ...);
}

// A socket of the modelled network is ready: the callback runs in the next turn, behind what is
// ready by then; with True, in each turn after that until _still_ready() says no.
Answer loop_arrive(Vm& vm, const CallArgs& args) {
  AsyncioState& state = AsyncioState::of(vm);
  auto* loop = args[0].as<LoopObject>();
  auto core = asyncio::make_counted<CallHandle<asyncio::Handle>>(
      vm, args[1], std::vector<Value>(), copy_of_current_context(vm));
  if (loop->debug) {  // CPython's handle is that of add_reader(), which a callback has called
    core->debug = true;
    core->origin = origin_in_loop(vm);
    core->origin->place = cat(kAsyncioFolder, "selector_events.py:277");
  }
  if (args.size() > 2 && args[2].is_true())
    loop->core->call_while_ready(*core);
  else
    loop->core->call_on_arrival(*core);
  state.threads->wake_loop(loop);
  return handle_object(state, *core, false);
}

// args: loop, a handle of _arrive(), is its socket ready? False: the loop has forgotten the handle.
Answer loop_still_ready(Vm& vm, const CallArgs& args) {
  AsyncioState& state = AsyncioState::of(vm);
  auto* loop = args[0].as<LoopObject>();
  const bool ready = args[2].is_true();
  if (!asyncio::EventLoop::set_ready(*args[1].as<HandleObject>()->core, ready))
    return Value::boolean(false);
  if (ready) state.threads->wake_loop(loop);
  return Value::boolean(true);
}

// Of the loop's own dict; empty: not there.
}  // namespace

void append_library_methods(std::vector<NativeDef>& methods) {
  append(methods, std::make_index_sequence<std::size(kMethods)>());
  methods.push_back({"_arrive", loop_arrive, 1, 2});
  methods.push_back({"_still_ready", loop_still_ready, 2, 2});
}

void append_library_names(Vm& vm, std::vector<Value>& names) {
  const auto add = [&](const auto& list) {
    for (const std::string_view each : list) names.push_back(vm.intern(each));
  };
  add(kStreams);
  add(kProtocols);
  add(kTransports);
  add(kExceptions);
  for (const char* each : {"to_thread",
                           "wrap_future",
                           "run_coroutine_threadsafe",
                           "Server",
                           "AbstractServer",
                           "AbstractChildWatcher"})
    names.push_back(vm.intern(each));
}

void append_library_modules(Vm& vm, std::vector<Value>& names) {
  for (const std::string_view each : kModules) names.push_back(vm.intern(each));
}

bool in_library(std::string_view name) {
  return !module_of(name).empty() || has(kModules, name);
}

Native from_library(Vm& vm, Value name) {
  if (has(kModules, vm.text(name))) {
    Value part = co_await vm.import_module(vm.name(cat("asyncio.", vm.text(name))));
    co_return std::move(part);
  }
  Value module = co_await vm.import_module(vm.name(module_of(vm.text(name))));
  Value found = co_await vm.get_attr(module, name.as<StrObject>());
  // From now on it is an attribute like any other.
  Value asyncio = co_await vm.import_module(vm.name("asyncio"));
  vm.set_module_attr(asyncio, vm.text(name), found);
  co_return std::move(found);
}

Value own_attribute(Vm& vm, const LoopObject* loop, std::string_view name) {
  if (!loop->dict) return {};
  const Value* found = loop->dict.as<DictObject>()->table.get(vm.name(name));
  return found == nullptr || found->is_none() ? Value() : *found;
}

Value default_executor(Vm& vm, const LoopObject* loop) {
  return own_attribute(vm, loop, "_default_executor");
}

}  // namespace simul::vm
