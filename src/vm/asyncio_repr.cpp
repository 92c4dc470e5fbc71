// How futures, tasks, handles and callbacks show themselves. Mirrors Lib/asyncio/base_futures.py,
// base_tasks.py, coroutines.py and format_helpers.py; lengths are limited as Lib/reprlib.py does
// it.
#include <algorithm>
#include <map>

#include "vm/asyncio_derived.hpp"
#include "vm/cat.hpp"
#include "vm/collections.hpp"
#include "vm/frame.hpp"
#include "vm/generator.hpp"
#include "vm/internals.hpp"
#include "vm/traceback.hpp"

namespace simul::vm {

std::string_view bare_name(Vm& vm, const Value& value) {
  const Type* type = vm.type_of(value);
  const std::string_view name = type->name;
  return type->has(kDottedName) ? name.substr(name.rfind('.') + 1) : name;
}

namespace {

// Where CPython 3.13 has the functions that a repr can show: a program prints these lines.
struct Source {
  std::string_view name;
  const char* file;
  int defined;
  int waits;  // the line of its await
};
constexpr Source kSources[] = {
    {"sleep", "tasks.py", 703, 718},
    {"wait_for", "tasks.py", 459, 507},
    {"wait", "tasks.py", 424, 451},
    {"Lock.acquire", "locks.py", 90, 110},
    {"Event.wait", "locks.py", 200, 213},
    {"Condition.wait", "locks.py", 248, 272},
    {"Condition.wait_for", "locks.py", 303, 313},
    {"Semaphore.acquire", "locks.py", 386, 407},
    {"Barrier.wait", "locks.py", 511, 519},
    {"Queue.put", "queues.py", 125, 139},
    {"Queue.get", "queues.py", 172, 186},
    {"Queue.join", "queues.py", 242, 251},
    {"_AsCompletedIterator._wait_for_one", "tasks.py", 626, 630},
    {"ensure_future.<locals>._wrap_awaitable", "tasks.py", 736, 737},
    {"gather.<locals>._done_callback", "tasks.py", 820, 0},
    {"_wait.<locals>._on_completion", "tasks.py", 521, 0},
    {"_release_waiter", "tasks.py", 454, 0},
    {"shield.<locals>._inner_done_callback", "tasks.py", 958, 0},
    {"shield.<locals>._outer_done_callback", "tasks.py", 975, 0},
    {"to_thread", "threads.py", 12, 25},
    {"StreamReader.read", "streams.py", 688, 723},
    {"StreamReader.readexactly", "streams.py", 739, 769},
    {"StreamReader.readline", "streams.py", 543, 562},
    {"StreamReader.readuntil", "streams.py", 574, 677},
    {"StreamReader.__anext__", "streams.py", 783, 784},
    {"StreamWriter.drain", "streams.py", 363, 386},
    {"StreamWriter.wait_closed", "streams.py", 357, 358},
    {"open_connection", "streams.py", 26, 48},
    {"start_server", "streams.py", 54, 84},
    {"Server.start_serving", "base_events.py", 362, 366},
    {"Server.serve_forever", "base_events.py", 368, 379},
    {"Server.wait_closed", "base_events.py", 389, 414},
    {"BaseEventLoop.create_connection", "base_events.py", 1058, 1193},
    {"BaseEventLoop.getaddrinfo", "base_events.py", 932, 939},
    {"BaseEventLoop._create_server_getaddrinfo", "base_events.py", 1503, 1504},
    {"StreamReaderProtocol.connection_made.<locals>.callback", "streams.py", 242, 0},
    {"BaseEventLoop.create_server", "base_events.py", 1511, 1573},
    {"BaseSelectorEventLoop._accept_connection2", "selector_events.py", 213, 235},
    {"_chain_future.<locals>._call_check_cancel", "futures.py", 384, 0},
    {"_chain_future.<locals>._call_set_state", "futures.py", 391, 0},
    {"_chain_future.<locals>._set_state", "futures.py", 378, 0},
    {"_run_until_complete_cb", "base_events.py", 181, 0},
};

const Source* source_of(std::string_view name) {
  for (const Source& source : kSources)
    if (source.name == name) return &source;
  return nullptr;
}

// A task that waits is no callback of its own, but a method of one: its class is shown.
std::string wakeup(AsyncioState& state, asyncio::FutureBase& future, std::size_t index) {
  if (!state.derived_tasks) return "Task.task_wakeup()";
  if (asyncio::TaskBase* const task = future.waiter(index))
    return cat(bare_name(state.vm, state.view(*task)), ".task_wakeup()");
  return "Task.task_wakeup()";
}

std::string core_callback(AsyncioState& state, asyncio::FutureBase& future, std::size_t index) {
  asyncio::DoneCallback* const callback = future.callbacks()[index];
  if (callback == nullptr) return wakeup(state, future, index);
  std::string name = callback->name();
  if (name == "_release_waiter")  // CPython's is a functools.partial
    return cat(name, "()() at ", kAsyncioFolder, "tasks.py:454");
  if (const Source* source = source_of(name))
    return cat(name, "() at ", kAsyncioFolder, source->file, ":", source->defined);
  return name.find('(') != std::string::npos ? name : name + "()";
}

// The first and the last few characters of a long text.
std::string shortened(std::string_view text,
                      std::size_t limit,
                      std::size_t head,
                      std::size_t tail) {
  if (text.size() <= limit) return std::string(text);
  return cat(text.substr(0, head), "...", text.substr(text.size() - tail));
}

// What a callback is called, and where it was written, if that is known.
struct Called {
  std::string name;
  std::string where;
};

// The name that an object says it has, a coroutine for one; else None.
Native own_name(Vm& vm, Value object) {
  for (const char* const each : {"__qualname__", "__name__"}) {
    Value name = co_await vm.find_attr(object, vm.name(each));
    if (name && vm.is_str(name) && !vm.text(name).empty()) co_return name;
  }
  co_return Value::none();
}

Called called(Vm& vm, const Value& callable) {
  if (vm.is_exactly(callable, vm.types().function)) {
    const auto* function = callable.as<FunctionObject>();
    const bytecode::CodeObject& code = *function->code->code;
    std::string name(vm.text(function->qualname));
    if (code.filename.starts_with(kAsyncioFolder))
      if (const Source* source = source_of(name))
        return {name, cat(" at ", kAsyncioFolder, source->file, ":", source->defined)};
    return {name, cat(" at ", code.filename, ":", code.first_line)};
  }
  if (vm.is_exactly(callable, vm.types().method)) {
    const Value& function = callable.as<MethodObject>()->function;
    if (vm.is_exactly(function, vm.types().function))
      return {std::string(vm.text(function.as<FunctionObject>()->qualname)), {}};
  }
  if (vm.is_kind_of(callable, vm.types().type))
    return {std::string(callable.as<Type>()->qualname), {}};
  if (vm.is_exactly(callable, vm.types().builtin_function) ||
      vm.is_exactly(callable, vm.types().method_descriptor)) {
    const auto* function = callable.as<NativeFunction>();
    if (function->self && function->owner == AsyncioState::of(vm).future_type)  // a method in C
      return {cat(bare_name(vm, function->self), ".", function->def.name), {}};
    if (function->self && function->owner != nullptr && vm.is_str(function->owner->module) &&
        vm.text(function->owner->module) == "builtins")  // another
      return {cat(vm.type_of(function->self)->qualname, ".", function->def.name), {}};
    if (function->owner != nullptr)
      return {cat(function->owner->qualname, ".", function->def.name), {}};
    // A function of a twin has the one in Python as its self.
    if (function->self && !vm.is_exactly(function->self, vm.types().module) &&
        !vm.is_exactly(function->self, vm.types().function))
      return {cat(bare_name(vm, function->self), ".", function->def.name), {}};
    return {std::string(function->def.name), {}};
  }
  const Value name = run_now(vm, own_name(vm, callable));
  if (name && vm.is_str(name)) return {std::string(vm.text(name)), {}};
  return {AsyncioState::of(vm).repr_now(callable), {}};
}

Native attribute_of(Vm& vm, Value object, const char* name) {
  Value found = co_await vm.get_attr(object, vm.name(name));
  co_return found;
}

bool is_partial(Vm& vm, const Value& callable) {
  const Value* const module = vm.modules().get(vm.name("_functools"));
  const DictObject* const names = module != nullptr ? vm.instance_dict(*module, false) : nullptr;
  const Value* const partial = names != nullptr ? names->table.get(vm.name("partial")) : nullptr;
  return partial != nullptr && vm.is_kind_of(callable, partial->as<Type>());
}

// "(1, end='')" of what a functools.partial adds to a call.
std::string partial_arguments(AsyncioState& state, const Value& partial) {
  Vm& vm = state.vm;
  std::vector<Value> args;
  if (const Value given = run_now(vm, attribute_of(vm, partial, "args")))
    args.assign(given.as<TupleObject>()->begin(), given.as<TupleObject>()->end());
  std::string text = arguments_text(state, args);
  const Value keywords = run_now(vm, attribute_of(vm, partial, "keywords"));
  if (!keywords || !is_dict(vm, keywords)) return text;
  text.pop_back();
  for (const Table::Entry& each : table_of(vm, keywords).entries()) {
    if (!each.key || !vm.is_str(each.key)) continue;
    const Value shown = run_now(vm, short_repr(vm, OwnedArgs({each.value})));
    if (text.size() > 1) text += ", ";
    text += cat(vm.text(each.key), "=", shown ? vm.text(shown) : std::string_view("?"));
  }
  return text + ")";
}

}  // namespace

std::string callback_source(Vm& vm, const Value& callable, std::string_view arguments, bool debug) {
  Value function = callable;
  std::string brackets(arguments);
  // Of a partial: its function, with its own brackets before those of the call.
  while (is_partial(vm, function)) {
    const std::string own =
        debug ? partial_arguments(AsyncioState::of(vm), function) : std::string("()");
    brackets = own + brackets;
    Value inner = run_now(vm, attribute_of(vm, function, "func"));
    if (!inner) break;
    function = std::move(inner);
  }
  const Called found = called(vm, function);
  return cat(found.name, brackets, found.where);
}

std::string arguments_text(AsyncioState& state, const std::vector<Value>& args) {
  std::string text = "(";
  for (const Value& each : args) {
    if (text.size() > 1) text += ", ";
    const Value shown = run_now(state.vm, short_repr(state.vm, OwnedArgs({each})));
    text += shown ? std::string(state.vm.text(shown)) : "?";
  }
  return text + ")";
}

std::string coroutine_text(Vm& vm, const PyTask& task) {
  const Value& coroutine = task.coroutine();
  const std::string name = coroutine_name(vm, coroutine);
  if (!vm.is_exactly(coroutine, vm.types().coroutine)) return name;
  auto* generator = coroutine.as<GeneratorObject>();
  const bool done = generator->body == nullptr;
  if (task.first_line() == 0) {
    const Source* source = source_of(name);
    if (source == nullptr) {
      const Frame* frame = generator->frame();
      if (frame == nullptr) return name + "()";
      return cat(name, "() running at ", frame->code->code->filename, ":", frame->line());
    }
    const bool started = generator->state != GeneratorObject::State::kCreated;
    constexpr int kYieldOfSleep = 706;  // of sleep(0), which waits for nothing
    const int waits =
        name == "sleep" && task.waits_for() == nullptr ? kYieldOfSleep : source->waits;
    return done ? cat(name,
                      "() done, defined at ",
                      kAsyncioFolder,
                      source->file,
                      ":",
                      source->defined)
                : cat(name,
                      "() running at ",
                      kAsyncioFolder,
                      source->file,
                      ":",
                      started ? waits : source->defined);
  }
  if (done) return cat(name, "() done, defined at ", vm.options().filename, ":", task.first_line());
  const Frame* frame = generator->frame();
  return cat(name, "() running at ", frame->code->code->filename, ":", frame->line());
}

// args: the value, and how many levels of containers may still be opened (a small int; absent: 6).
Native short_repr(Vm& vm, OwnedArgs args) {
  constexpr std::size_t kMaxText = 30, kMaxItems = 6, kMaxPairs = 4, kMaxDigits = 40;
  const Value value = args[0];
  const std::intptr_t level = args.size() > 1 ? args[1].as_small() : 6;
  Type* type = vm.type_of(value);
  const Types& types = vm.types();
  if (type == types.str) {
    const StrObject* string = value.as<StrObject>();
    Value shown = value;
    if (string->length > kMaxText && string->ascii())
      shown = vm.str(cat(string->text().substr(0, 13), string->text().substr(string->size - 14)));
    Value text = co_await vm.repr(shown);
    if (string->length > kMaxText) co_return vm.str(shortened(vm.text(text), 0, 13, 14));
    co_return vm.str(shortened(vm.text(text), kMaxText, 13, 14));
  }
  if (type == types.int_) {
    Value text = co_await vm.repr(value);
    co_return vm.str(shortened(vm.text(text), kMaxDigits, 18, 19));
  }
  const bool sequence = type == types.list || type == types.tuple;
  if (sequence || type == types.dict) {
    std::vector<Value> items;
    std::size_t total = 0;
    if (type == types.list) {
      items = value.as<ListObject>()->items;
    } else if (type == types.tuple) {
      items.assign(value.as<TupleObject>()->begin(), value.as<TupleObject>()->end());
    } else {
      for (const Table::Entry& entry : value.as<DictObject>()->table.entries()) {
        if (!entry.key) continue;
        items.push_back(entry.key);
        items.push_back(entry.value);
      }
    }
    const std::size_t step = sequence ? 1 : 2;
    total = items.size() / step;
    std::string text = type == types.list ? "[" : type == types.tuple ? "(" : "{";
    if (level <= 0 && total > 0) {
      text += "...";
    } else {
      const std::size_t most = std::min(total, sequence ? kMaxItems : kMaxPairs);
      for (std::size_t index = 0; index < most; ++index) {
        if (index > 0) text += ", ";
        for (std::size_t part = 0; part < step; ++part) {
          OwnedArgs inner;
          inner.values.push_back(items[index * step + part]);
          inner.values.push_back(Value::small(level - 1));
          inner.count = 2;
          Value piece = co_await short_repr(vm, std::move(inner));
          if (part > 0) text += ": ";
          text += vm.text(piece);
        }
      }
      if (total > most) text += ", ...";
      if (type == types.tuple && total == 1) text += ",";
    }
    text += type == types.list ? "]" : type == types.tuple ? ")" : "}";
    co_return vm.str(text);
  }
  Value text = co_await vm.repr(value);
  co_return vm.str(shortened(vm.text(text), kMaxText, 13, 14));
}

Native future_repr(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  const Value self = args[0];
  const ReprGuard guard(self);
  if (guard.recursive()) co_return vm.str("...");  // tasks that wait for each other
  asyncio::FutureBase& core = *self.as<FutureObject>()->core;
  constexpr const char* kStates[] = {"pending", "cancelled", "finished"};
  std::string text = cat("<", bare_name(vm, self), " ");
  PyTask* task = core.is_task() ? static_cast<PyTask*>(&core) : nullptr;
  bool cancelling = task != nullptr && task->cancelling() > 0;
  bool done = core.done();
  if (task != nullptr && task->derived()) {
    if (has_own(state, self, "cancelling")) {
      const Value requests = co_await vm.call_method(self, vm.name("cancelling"), CallArgs());
      const Value some = co_await vm.truth(requests);
      cancelling = some.is_true();
    }
    if (cancelling && has_own(state, self, "done")) {
      const Value own = co_await vm.call_method(self, vm.name("done"), CallArgs());
      const Value is_done = co_await vm.truth(own);
      done = is_done.is_true();
    }
  }
  if (cancelling && !done)
    text += "cancelling";
  else
    text += kStates[static_cast<int>(core.state())];
  if (task != nullptr) {
    Value own_name = vm.str(task->name());
    if (task->derived() && has_own(state, self, "get_name"))
      own_name = co_await vm.call_method(self, vm.name("get_name"), CallArgs());
    Value name = co_await vm.repr(own_name);
    text += cat(" name=", vm.text(name));
    if (task->coroutine()) text += cat(" coro=<", coroutine_text(vm, *task), ">");
    if (asyncio::FutureBase* waits = task->waits_for()) {
      Value waited = co_await vm.repr(state.view(*waits));
      text += cat(" wait_for=", vm.text(waited));
    }
  }
  if (core.state() == asyncio::FutureState::kFinished) {
    if (core.peek_exception()) {
      Value exception = co_await vm.repr(state.exception_value(core.peek_exception()));
      text += cat(" exception=", vm.text(exception));
    } else {
      OwnedArgs inner;
      inner.values.push_back(state.value_of(core));
      inner.count = 1;
      Value result = co_await short_repr(vm, std::move(inner));
      text += cat(" result=", vm.text(result));
    }
  }
  const std::vector<asyncio::DoneCallback*> callbacks = core.callbacks();
  if (!callbacks.empty()) {
    const std::size_t count = callbacks.size();
    text += cat(" cb=[", core_callback(state, core, 0));
    if (count > 2) text += cat(", <", count - 2, " more>");
    if (count > 1) text += cat(", ", core_callback(state, core, count - 1));
    text += "]";
  }
  if (const Origin* origin = self.as<FutureObject>()->origin.get())
    text += " created at " + origin->place;
  else if (const LoopObject* loop = state.object_of(core.loop());
           task == nullptr && loop != nullptr && loop->debug)
    text += " created at " + place_of(core.wait_kind() == asyncio::WaitKind::kGather
                                          ? LibraryFrame::kGatheringFuture
                                          : LibraryFrame::kLoopCreateFuture);
  co_return vm.str(text + ">");
}

}  // namespace simul::vm
