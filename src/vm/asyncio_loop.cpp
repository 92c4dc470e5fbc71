// The event loop, its handles, and the functions that run one, as Python sees them. Mirrors
// Lib/asyncio/events.py, base_events.py (the methods that need no network) and runners.py.
//
// run() and run_until_complete() park the main program's fiber: Program drives the loop until it
// stops, and the native goes on (program_loop.cpp).
#include <algorithm>
#include <cmath>

#include "asyncio/runners.hpp"
#include "vm/asyncio_state.hpp"
#include "vm/cat.hpp"
#include "vm/generator.hpp"

namespace simul::vm {

namespace {

LoopObject* loop_of(const Value& self) {
  return self.as<LoopObject>();
}

void loop_traverse(Object* object, Visitor& visitor) {
  auto* loop = static_cast<LoopObject*>(object);
  visitor.visit(loop->exception_handler);
  visitor.visit(loop->task_factory);
}
void loop_clear(Object* object) {
  static_cast<LoopObject*>(object)->exception_handler.reset();
  static_cast<LoopObject*>(object)->task_factory.reset();
}

Answer loop_repr(Vm& vm, const Value& self) {
  const auto word = [](bool truth) { return truth ? "True" : "False"; };
  const LoopObject* loop = loop_of(self);
  return vm.str(cat("<_UnixSelectorEventLoop running=",
                    word(loop->core->is_running()),
                    " closed=",
                    word(loop->core->is_closed()),
                    " debug=",
                    word(loop->debug),
                    ">"));
}

bool check_open(Vm& vm, const LoopObject* loop) {
  if (!loop->core->is_closed()) return true;
  static_cast<void>(vm.raise(vm.exceptions().RuntimeError, "Event loop is closed"));
  return false;
}

// ---- handles

Value handle_object(AsyncioState& state, asyncio::Handle& core, bool timer) {
  auto* object =
      state.vm.instantiate<HandleObject>(timer ? state.timer_handle_type : state.handle_type);
  object->core = &core;
  object->timer = timer;
  return Value::adopt(object);
}

const Value& handle_callable(const HandleObject* handle) {
  return handle->timer ? static_cast<CallHandle<asyncio::TimerHandle>&>(*handle->core).callable
                       : static_cast<CallHandle<asyncio::Handle>&>(*handle->core).callable;
}

Answer handle_repr(Vm& vm, const Value& self) {
  const auto* handle = self.as<HandleObject>();
  std::string text = cat("<", vm.type_name(self));
  if (handle->core->cancelled()) text += " cancelled";
  if (handle->timer) {
    const double when_s = static_cast<asyncio::TimerHandle&>(*handle->core).when_s();
    text += " when=" + AsyncioState::of(vm).repr_now(vm.real(when_s));
  }
  if (const Value& callable = handle_callable(handle)) text += " " + callback_source(vm, callable);
  return vm.str(text + ">");
}

Answer handle_cancel(Vm&, const CallArgs& args) {
  args[0].as<HandleObject>()->core->cancel();
  return Value::none();
}
Answer handle_cancelled(Vm&, const CallArgs& args) {
  return Value::boolean(args[0].as<HandleObject>()->core->cancelled());
}
Answer handle_when(Vm& vm, const CallArgs& args) {
  return vm.real(static_cast<asyncio::TimerHandle&>(*args[0].as<HandleObject>()->core).when_s());
}

// Positional arguments from `first` on, for a callback; `context=` is the only keyword.
bool callback_args(
    Vm& vm, const CallArgs& args, std::size_t first, const char* method, std::vector<Value>* out) {
  for (std::size_t index = 0; index < args.keywords(); ++index) {
    const std::string_view name = args.keyword_name(index)->text();
    if (name == "context") continue;
    static_cast<void>(vm.raise_type_error(
        cat("BaseEventLoop.", method, "() got an unexpected keyword argument '", name, "'")));
    return false;
  }
  for (std::size_t index = first; index < args.size(); ++index) out->push_back(args[index]);
  return true;
}

Answer loop_call_soon(Vm& vm, const CallArgs& args) {
  LoopObject* loop = loop_of(args[0]);
  std::vector<Value> rest;
  if (!check_open(vm, loop) || !callback_args(vm, args, 2, "call_soon", &rest)) return Raised{};
  auto core = asyncio::make_counted<CallHandle<asyncio::Handle>>(vm, args[1], std::move(rest));
  loop->core->call_soon(*core);
  return handle_object(AsyncioState::of(vm), *core, false);
}

Answer schedule(Vm& vm, const CallArgs& args, bool relative) {
  LoopObject* loop = loop_of(args[0]);
  const char* method = relative ? "call_later" : "call_at";
  std::vector<Value> rest;
  if (!check_open(vm, loop) || !callback_args(vm, args, 3, method, &rest)) return Raised{};
  if (args[1].is_none())
    return vm.raise_type_error(relative ? "delay must not be None" : "when cannot be None");
  double when_s = 0;
  if (!plain_seconds(vm, args[1], when_s))
    return vm.raise_type_error(
        cat("unsupported operand type(s) for +: 'float' and '", vm.type_name(args[1]), "'"));
  if (relative) when_s += loop->core->time();
  auto core = asyncio::make_counted<CallHandle<asyncio::TimerHandle>>(vm, args[2], std::move(rest));
  loop->core->call_at(when_s, *core);
  return handle_object(AsyncioState::of(vm), *core, true);
}

Answer loop_call_later(Vm& vm, const CallArgs& args) {
  return schedule(vm, args, true);
}
Answer loop_call_at(Vm& vm, const CallArgs& args) {
  return schedule(vm, args, false);
}

// ---- small methods

Answer loop_time(Vm& vm, const CallArgs& args) {
  vm.flush_charge();
  return vm.real(loop_of(args[0])->core->time());
}

Answer loop_create_future(Vm& vm, const CallArgs& args) {
  AsyncioState& state = AsyncioState::of(vm);
  return state.view(*state.new_future(*loop_of(args[0])->core));
}

Answer loop_create_task(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{"create_task", {"coro", "name", "context"}, 1, 1};
  AsyncioState& state = AsyncioState::of(vm);
  Value slots[3];
  if (!vm.parse(args.tail(), kParameters, slots)) return Raised{};
  if (!state.is_coroutine(slots[0]))
    return vm.raise_type_error(cat("a coroutine was expected, got ", state.repr_now(slots[0])));
  return state.create_task(*loop_of(args[0]), slots[0], slots[1], slots[2]);
}

Answer loop_is_running(Vm&, const CallArgs& args) {
  return Value::boolean(loop_of(args[0])->core->is_running());
}
Answer loop_is_closed(Vm&, const CallArgs& args) {
  return Value::boolean(loop_of(args[0])->core->is_closed());
}
Answer loop_stop(Vm&, const CallArgs& args) {
  loop_of(args[0])->core->stop();
  return Value::none();
}
Answer loop_close(Vm& vm, const CallArgs& args) {
  if (loop_of(args[0])->core->is_running())
    return vm.raise(vm.exceptions().RuntimeError, "Cannot close a running event loop");
  loop_of(args[0])->core->close();
  return Value::none();
}
Answer loop_get_debug(Vm&, const CallArgs& args) {
  return Value::boolean(loop_of(args[0])->debug);
}
Answer loop_set_debug(Vm&, const CallArgs& args) {
  loop_of(args[0])->debug = args[1].is_true();
  return Value::none();
}

// Async generators that began and were not finished, oldest first.
std::vector<Value> open_generators(Vm& vm) {
  std::vector<Value> found;
  Container* const end = vm.heap().containers();
  for (Container* each = end->gc_next; each != end; each = each->gc_next) {
    if (each->type != vm.types().async_generator) continue;
    const auto* generator = static_cast<GeneratorObject*>(each);
    if (generator->state == GeneratorObject::State::kSuspended && generator->hooks_called)
      found.push_back(Value::share(each));
  }
  return found;
}

Native shutdown_asyncgens(Vm&, OwnedArgs) {
  co_return Value::none();
}

// An async generator died before its end: a task of its own closes it.
Native asyncgen_finalizer_hook(Vm& vm, OwnedArgs args) {
  LoopObject* loop = loop_of(args[0]);
  if (loop->core->is_closed()) co_return Value::none();
  Value closing = co_await vm.call_method(args[1], "aclose");
  Value create = co_await vm.get_attr(args[0], "create_task");
  auto handle =
      asyncio::make_counted<CallHandle<asyncio::Handle>>(vm, create, std::vector<Value>{closing});
  loop->core->call_soon(*handle);
  co_return Value::none();
}

// While a loop runs, it looks after async generators that nobody finishes.
Native watch_generators(Vm& vm, Value loop) {
  Value hook = co_await vm.get_attr(loop, "_asyncgen_finalizer_hook");
  vm.async_generator_hooks().finalizer = std::move(hook);
  co_return Value::none();
}

// ---- the exception handler

Answer loop_set_exception_handler(Vm& vm, const CallArgs& args) {
  if (!args[1].is_none() && vm.type_of(args[1])->slots.call == nullptr)
    return vm.raise_type_error(
        cat("A callable object or None is expected, got ", AsyncioState::of(vm).repr_now(args[1])));
  loop_of(args[0])->exception_handler = args[1].is_none() ? Value() : args[1];
  return Value::none();
}
Answer loop_get_exception_handler(Vm&, const CallArgs& args) {
  const Value& handler = loop_of(args[0])->exception_handler;
  return handler ? handler : Value::none();
}

// A context dict as the default handler logs it.
Native default_exception_handler(Vm& vm, OwnedArgs args) {
  const Value context = args[args.size() - 1];
  std::string text = "Unhandled exception in event loop";
  std::vector<std::pair<std::string, Value>> rest;
  Value exception;
  for (const Table::Entry& entry : context.as<DictObject>()->table.entries()) {
    if (!entry.key || !vm.is_str(entry.key)) continue;
    const std::string key(vm.text(entry.key));
    if (key == "message" && vm.is_str(entry.value))
      text = vm.text(entry.value);
    else if (key == "exception")
      exception = entry.value;
    else if (key != "message")
      rest.emplace_back(key, entry.value);
  }
  std::sort(
      rest.begin(), rest.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto& [key, value] : rest) {
    Value shown = co_await vm.repr(value);
    text += cat("\n", key, ": ", vm.text(shown));
  }
  text += '\n';
  if (exception && !exception.is_none()) text += vm.format_exception(exception);
  vm.write(2, text);
  co_return Value::none();
}

Native loop_call_exception_handler(Vm& vm, OwnedArgs args) {
  const Value handler = loop_of(args[0])->exception_handler;
  if (!handler) co_return co_await default_exception_handler(vm, args);
  const Value call[] = {args[0], args[1]};
  Attempt attempt = co_await vm.attempt(vm.call(handler, CallArgs(call, 2)));
  if (!attempt.ok())
    vm.write(2,
             cat("Unhandled error in exception handler\n", vm.format_exception(attempt.exception)));
  co_return Value::none();
}

// ---- running

// Parks the main program until `future` is done, as run_until_complete does. Not for a running
// loop.
Native run_until(Vm& vm, Value loop_value, asyncio::Ref<asyncio::FutureBase> future) {
  AsyncioState& state = AsyncioState::of(vm);
  LoopObject* loop = loop_of(loop_value);
  co_await watch_generators(vm, loop_value);
  loop->core->begin_until_complete(*future);
  state.running_loop = state.driven = loop;
  co_await vm.park();
  state.running_loop = state.driven = nullptr;
  vm.async_generator_hooks() = {};
  loop->core->ended_until_complete(*future);
  if (asyncio::Exception raised = loop->core->take_raised())
    co_return vm.raise_exception(state.to_raise(raised));
  if (!future->done())
    co_return vm.raise(vm.exceptions().RuntimeError, "Event loop stopped before Future completed.");
  co_return Value::none();
}

bool may_run(Vm& vm, const AsyncioState& state, const LoopObject* loop) {
  if (!check_open(vm, loop)) return false;
  if (loop->core->is_running()) {
    static_cast<void>(vm.raise(vm.exceptions().RuntimeError, "This event loop is already running"));
    return false;
  }
  if (state.running_loop != nullptr) {
    static_cast<void>(vm.raise(vm.exceptions().RuntimeError,
                               "Cannot run the event loop while another loop is running"));
    return false;
  }
  return true;
}

Native loop_run_until_complete(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  LoopObject* loop = loop_of(args[0]);
  if (!may_run(vm, state, loop)) co_return Raised{};
  const bool new_task = state.future_of(args[1]) == nullptr;
  Value future = state.ensure_future(args[1], loop);
  if (!future) co_return Raised{};
  if (new_task)
    static_cast<asyncio::TaskBase&>(*state.future_of(future)).set_log_destroy_pending(false);
  const asyncio::Ref<asyncio::FutureBase> core(state.future_of(future));
  future.reset();
  co_await run_until(vm, args[0], core);
  co_return state.result_of(*core);
}

Native loop_run_forever(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  LoopObject* loop = loop_of(args[0]);
  if (!may_run(vm, state, loop)) co_return Raised{};
  co_await watch_generators(vm, args[0]);
  loop->core->set_running(true);
  state.running_loop = state.driven = loop;
  co_await vm.park();
  state.running_loop = state.driven = nullptr;
  vm.async_generator_hooks() = {};
  loop->core->set_running(false);
  if (asyncio::Exception raised = loop->core->take_raised())
    co_return vm.raise_exception(state.to_raise(raised));
  co_return Value::none();
}

// The end of asyncio.run(): cancels what is left and waits for it, closes the loop.
Native close_runner(Vm& vm, Value loop_value) {
  AsyncioState& state = AsyncioState::of(vm);
  LoopObject* loop = loop_of(loop_value);
  asyncio::Leftovers leftovers;
  if (const asyncio::Ref<asyncio::FutureBase> all = leftovers.cancel_all(*loop->core)) {
    co_await vm.attempt(run_until(vm, loop_value, all));
    leftovers.report(*loop->core);
  }
  // shutdown_asyncgens() and shutdown_default_executor() are tasks in CPython: they take their
  // numbers.
  ++state.counters.next_task;
  if (const std::vector<Value> generators = open_generators(vm); !generators.empty()) {
    std::vector<asyncio::Ref<asyncio::FutureBase>> tasks;
    for (const Value& generator : generators) {
      Value closing = co_await vm.call_method(generator, "aclose");
      const Value task = state.create_task(*loop, closing, {}, {});
      tasks.emplace_back(state.future_of(task));
    }
    for (std::size_t index = 0; index < tasks.size(); ++index) {
      if (!tasks[index]->done()) co_await vm.attempt(run_until(vm, loop_value, tasks[index]));
      tasks[index]->mark_retrieved();
      if (!tasks[index]->done() || !tasks[index]->peek_exception()) continue;
      Value shown = co_await vm.repr(generators[index]);
      state.report(
          *loop->core,
          cat("an error occurred during closing of asynchronous generator ", vm.text(shown)),
          state.exception_value(tasks[index]->peek_exception()),
          "asyncgen",
          generators[index]);
    }
  }
  ++state.counters.next_task;
  loop->core->close();
  state.set_loop.reset();
  co_return Value::none();
}

Native asyncio_run(Vm& vm, OwnedArgs args) {
  static constexpr Parameters kParameters{"run", {"main", "debug", "loop_factory"}, 1, 1};
  AsyncioState& state = AsyncioState::of(vm);
  Value slots[3];
  if (!vm.parse(args, kParameters, slots)) co_return Raised{};
  const Value coroutine = slots[0];
  if (state.running_loop != nullptr)
    co_return vm.raise(vm.exceptions().RuntimeError,
                       "asyncio.run() cannot be called from a running event loop");
  if (!state.is_coroutine(coroutine)) {
    Value shown = co_await vm.repr(coroutine);
    co_return vm.raise_value_error(cat("a coroutine was expected, got ", vm.text(shown)));
  }
  const Value loop = Value::share(state.new_loop());
  state.set_loop = loop;
  if (slots[1]) loop_of(loop)->debug = slots[1].is_true();
  Value task = state.create_task(*loop_of(loop), coroutine, {}, {});
  if (!task) co_return Raised{};
  static_cast<asyncio::TaskBase&>(*state.future_of(task)).set_log_destroy_pending(false);
  const asyncio::Ref<asyncio::FutureBase> core(state.future_of(task));
  task.reset();
  Attempt result = co_await vm.attempt(run_until(vm, loop, core));
  if (result.ok()) result = co_await vm.attempt(state.result_of(*core));
  co_await close_runner(vm, loop);
  if (!result.ok()) co_return vm.raise_exception(std::move(result.exception));
  co_return std::move(result.value);
}

// ---- module functions

Answer get_running_loop(Vm& vm, const CallArgs&) {
  LoopObject* loop = AsyncioState::of(vm).require_running();
  if (loop == nullptr) return Raised{};
  return Value::share(loop);
}
Answer get_running_or_none(Vm& vm, const CallArgs&) {
  LoopObject* loop = AsyncioState::of(vm).running_loop;
  return loop == nullptr ? Value::none() : Value::share(loop);
}
Answer get_event_loop(Vm& vm, const CallArgs&) {
  LoopObject* loop = AsyncioState::of(vm).current_or_set();
  if (loop == nullptr) return Raised{};
  return Value::share(loop);
}
Answer new_event_loop(Vm& vm, const CallArgs&) {
  return Value::share(AsyncioState::of(vm).new_loop());
}
Answer set_event_loop(Vm& vm, const CallArgs& args) {
  AsyncioState& state = AsyncioState::of(vm);
  if (!args[0].is_none() && !vm.is_kind_of(args[0], state.loop_type))
    return vm.raise_type_error(cat("loop must be an instance of AbstractEventLoop or None, not '",
                                   vm.type_name(args[0]),
                                   "'"));
  state.set_loop = args[0].is_none() ? Value() : args[0];
  return Value::none();
}

}  // namespace

void install_loop_types(AsyncioState& state) {
  Vm& vm = state.vm;
  state.handle_type = vm.make_type(
      {.name = "Handle",
       .module = "asyncio.events",
       .instance_size = sizeof(HandleObject),
       .flags = kAbstract | kSubclassable,
       .slots = {.destroy = destroy_as<HandleObject>, .repr = handle_repr},
       .methods = {{"cancel", handle_cancel, 0, 0}, {"cancelled", handle_cancelled, 0, 0}}});
  state.timer_handle_type = vm.make_type({.name = "TimerHandle",
                                          .module = "asyncio.events",
                                          .base = state.handle_type,
                                          .flags = kAbstract,
                                          .methods = {{"when", handle_when, 0, 0}}});
  state.loop_type = vm.make_type(
      {.name = "_UnixSelectorEventLoop",
       .module = "asyncio.unix_events",
       .instance_size = sizeof(LoopObject),
       .flags = kAbstract,
       .slots = {.destroy = destroy_as<LoopObject>,
                 .traverse = loop_traverse,
                 .clear = loop_clear,
                 .repr = loop_repr},
       .methods = {
           {"call_soon", loop_call_soon, 1, -1, kKeywords | kFoldedFrame},
           {"call_soon_threadsafe", loop_call_soon, 1, -1, kKeywords | kFoldedFrame},
           {"call_later", loop_call_later, 2, -1, kKeywords | kFoldedFrame},
           {"call_at", loop_call_at, 2, -1, kKeywords | kFoldedFrame},
           {"time", loop_time, 0, 0},
           {"create_future", loop_create_future, 0, 0},
           {"create_task", loop_create_task, 0, -1, kKeywords | kFoldedFrame},
           {"is_running", loop_is_running, 0, 0},
           {"is_closed", loop_is_closed, 0, 0},
           {"stop", loop_stop, 0, 0},
           {"close", loop_close, 0, 0, kFoldedFrame},
           {"get_debug", loop_get_debug, 0, 0},
           {"set_debug", loop_set_debug, 1, 1},
           {"set_exception_handler", loop_set_exception_handler, 1, 1, kFoldedFrame},
           {"get_exception_handler", loop_get_exception_handler, 0, 0},
           {"call_exception_handler", loop_call_exception_handler, 1, 1, kFoldedFrame},
           {"default_exception_handler", default_exception_handler, 1, 1, kFoldedFrame},
           {"_asyncgen_finalizer_hook", asyncgen_finalizer_hook, 1, 1},
           {"shutdown_asyncgens", shutdown_asyncgens, 0, 0, kMakesCoroutine},
           {"shutdown_default_executor", shutdown_asyncgens, 0, -1, kMakesCoroutine | kKeywords},
           {"run_until_complete", loop_run_until_complete, 1, 1, kFoldedFrame},
           {"run_forever", loop_run_forever, 0, 0, kFoldedFrame}}});
}

void add_loop_functions(AsyncioState& state, const Value& module) {
  state.vm.add_functions(module,
                         {{"run", asyncio_run, 0, -1, kKeywords | kFoldedFrame},
                          {"get_running_loop", get_running_loop, 0, 0},
                          {"_get_running_loop", get_running_or_none, 0, 0},
                          {"get_event_loop", get_event_loop, 0, 0},
                          {"new_event_loop", new_event_loop, 0, 0},
                          {"set_event_loop", set_event_loop, 1, 1, kFoldedFrame}});
}

}  // namespace simul::vm
