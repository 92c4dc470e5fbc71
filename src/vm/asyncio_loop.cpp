// The event loop as Python sees it. Mirrors Lib/asyncio/base_events.py: the methods that need no
// network.
//
// run_until_complete() and run_forever() park the main program's fiber: Program drives the loop
// until it stops, and the native goes on (program_loop.cpp).
#include <algorithm>
#include <cmath>
#include <iterator>
#include <span>
#include <utility>

#include "base/rare.hpp"
#include "base/sort.hpp"
#include "vm/asyncio_derived.hpp"
#include "vm/cat.hpp"
#include "vm/context.hpp"
#include "vm/frame.hpp"
#include "vm/generator.hpp"
#include "vm/internals.hpp"

namespace simul::vm {

namespace {

void loop_traverse(Object* object, Visitor& visitor) {
  auto* loop = static_cast<LoopObject*>(object);
  visitor.visit(loop->exception_handler);
  visitor.visit(loop->task_factory);
  visitor.visit(loop->debug_given);
  visitor.visit(loop->dict);
}
void loop_clear(Object* object) {
  static_cast<LoopObject*>(object)->exception_handler.reset();
  static_cast<LoopObject*>(object)->task_factory.reset();
  static_cast<LoopObject*>(object)->dict.reset();
}

SIMUL_RARE Answer loop_repr(Vm& vm, const Value& self) {
  const auto word = [](bool truth) { return truth ? "True" : "False"; };
  const LoopObject* loop = loop_of(self);
  return vm.str(cat("<",
                    vm.type_name(self),
                    " running=",
                    word(loop->core->is_running()),
                    " closed=",
                    word(loop->core->is_closed()),
                    " debug=",
                    loop->debug_given ? AsyncioState::of(vm).repr_now(loop->debug_given) : "False",
                    ">"));
}

// In debug mode, what cannot be called is refused when it is scheduled.
bool check_callback(Vm& vm, const LoopObject* loop, const Value& callback, const char* method) {
  if (!loop->debug) return true;
  AsyncioState& state = AsyncioState::of(vm);
  if (state.is_coroutine(callback) || is_coroutine_function(vm, callback)) {
    static_cast<void>(vm.raise_type_error(cat("coroutines cannot be used with ", method, "()")));
    return false;
  }
  if (vm.type_of(callback)->slots.call != nullptr || vm.is_kind_of(callback, vm.types().type))
    return true;
  static_cast<void>(vm.raise_type_error(
      cat("a callable object was expected by ", method, "(), got ", state.repr_now(callback))));
  return false;
}

// Slots of a callback's arguments: ..., callback, args, context; `first` is the callback's.
template <typename Base>
asyncio::Ref<CallHandle<Base>> call_handle(Vm& vm, const CallArgs& args, std::size_t first) {
  const TupleObject* rest = args[first + 1].as<TupleObject>();
  const Value& context = args[first + 2];
  return asyncio::make_counted<CallHandle<Base>>(
      vm,
      args[first],
      std::vector<Value>(rest->begin(), rest->end()),
      context && !context.is_none() ? context : copy_of_current_context(vm));
}

// In debug mode a handle knows where it was made.
template <typename Base>
void remember_origin(Vm& vm, const LoopObject* loop, CallHandle<Base>& handle, int hidden) {
  handle.debug = loop->debug;
  if (loop->debug) handle.origin = call_origin_here(vm, hidden);
}

Answer soon(Vm& vm, const CallArgs& args, bool threadsafe) {
  LoopObject* loop = loop_of(args[0]);
  if (!check_open(vm, loop)) return Raised{};
  if (!threadsafe && !check_thread(vm, loop)) return Raised{};
  if (!check_callback(vm, loop, args[1], threadsafe ? "call_soon_threadsafe" : "call_soon"))
    return Raised{};
  auto core = call_handle<asyncio::Handle>(vm, args, 1);
  remember_origin(vm, loop, *core, 2);
  loop->core->call_soon(*core);
  return handle_object(AsyncioState::of(vm), *core, false);
}
Answer loop_call_soon(Vm& vm, const CallArgs& args) {
  return soon(vm, args, false);
}
Answer loop_call_soon_threadsafe(Vm& vm, const CallArgs& args) {
  Answer handle = soon(vm, args, true);
  if (!handle.raised()) AsyncioState::of(vm).threads->wake_loop(loop_of(args[0]));
  return handle;
}

Answer at(Vm& vm, const CallArgs& args, const Value& when, double when_s, bool relative) {
  LoopObject* loop = loop_of(args[0]);
  if (!check_open(vm, loop) || !check_thread(vm, loop)) return Raised{};
  if (!check_callback(vm, loop, args[2], "call_at")) return Raised{};
  auto core = call_handle<asyncio::TimerHandle>(vm, args, 2);
  core->when = when;
  remember_origin(vm, loop, *core, relative ? 3 : 2);
  loop->core->call_at(when_s, *core);
  return handle_object(AsyncioState::of(vm), *core, true);
}

// A number that is neither an int nor a float: its own arithmetic decides.
SIMUL_RARE Native at_number(Vm& vm, OwnedArgs args, bool relative) {
  Value when = args[1];
  if (relative) {
    const Value now = vm.real(loop_of(args[0])->core->time());
    when = co_await vm.binary(BinaryOp::kAdd, now, args[1]);
  }
  double when_s = 0;
  if (!plain_seconds(vm, when, when_s)) {
    const auto to_float = vm.type_of(when)->slots.to_float;
    if (to_float == nullptr)
      co_return vm.raise_type_error(
          cat("'<' not supported between instances of '", vm.type_name(when), "' and 'float'"));
    Value number = co_await to_float(vm, when);
    when_s = number.as<FloatObject>()->number;
  }
  co_return at(vm, args, when, when_s, relative);
}

Answer loop_call_later(Vm& vm, const CallArgs& args) {
  if (args[1].is_none()) return vm.raise_type_error("delay must not be None");
  double delay_s = 0;
  vm.flush_charge();
  if (!plain_seconds(vm, args[1], delay_s)) return at_number(vm, OwnedArgs(args), true);
  const double when_s = loop_of(args[0])->core->time() + delay_s;
  return at(vm, args, vm.real(when_s), when_s, true);
}
Answer loop_call_at(Vm& vm, const CallArgs& args) {
  if (args[1].is_none()) return vm.raise_type_error("when cannot be None");
  double when_s = 0;
  if (!plain_seconds(vm, args[1], when_s)) return at_number(vm, OwnedArgs(args), false);
  return at(vm, args, args[1], when_s, false);
}

// ---- small methods

Answer loop_time(Vm& vm, const CallArgs& args) {
  vm.flush_charge();
  return vm.real(loop_of(args[0])->core->time());
}

Answer loop_create_future(Vm& vm, const CallArgs& args) {
  AsyncioState& state = AsyncioState::of(vm);
  return state.shown_here(*state.new_future(*loop_of(args[0])->core),
                          LibraryFrame::kLoopCreateFuture);
}

Answer loop_create_task(Vm& vm, const CallArgs& args) {
  // Keywords that a later Python knows go to the task factory; there is none that knows them here.
  for (const Table::Entry& entry : args[4].as<DictObject>()->table.entries())
    if (entry.key && !loop_of(args[0])->task_factory && vm.text(entry.key) != "eager_start")
      return vm.raise_type_error(
          cat("Task() got an unexpected keyword argument '", vm.text(entry.key), "'"));
  const Value* eager = args[4].as<DictObject>()->table.get(vm.name("eager_start"));
  AsyncioState& state = AsyncioState::of(vm);
  if (eager != nullptr && !loop_of(args[0])->task_factory)
    return state.make_task(*loop_of(args[0]), args[1], args[2], args[3], eager->is_true());
  return state.create_task_in_loop(*loop_of(args[0]), args[1], args[2], args[3]);
}

SIMUL_RARE Answer loop_set_task_factory(Vm& vm, const CallArgs& args) {
  if (!args[1].is_none() && vm.type_of(args[1])->slots.call == nullptr)
    return vm.raise_type_error("task factory must be a callable or None");
  loop_of(args[0])->task_factory = args[1].is_none() ? Value() : args[1];
  return Value::none();
}
Answer loop_get_task_factory(Vm&, const CallArgs& args) {
  const Value& factory = loop_of(args[0])->task_factory;
  return factory ? factory : Value::none();
}

Answer loop_is_running(Vm&, const CallArgs& args) {
  return Value::boolean(loop_of(args[0])->core->is_running());
}
Answer loop_is_closed(Vm&, const CallArgs& args) {
  return Value::boolean(loop_of(args[0])->core->is_closed());
}
Answer loop_check_closed(Vm& vm, const CallArgs& args) {
  if (!check_open(vm, loop_of(args[0]))) return Raised{};
  return Value::none();
}
Answer loop_stop(Vm&, const CallArgs& args) {
  loop_of(args[0])->core->stop();
  return Value::none();
}
SIMUL_RARE Native loop_close(Vm& vm, OwnedArgs args) {
  if (loop_of(args[0])->core->is_running())
    co_return vm.raise(vm.exceptions().RuntimeError, "Cannot close a running event loop");
  if (!loop_of(args[0])->core->is_closed()) log_closing(vm, args[0]);
  co_await AsyncioState::close(vm, *loop_of(args[0])->core);
  if (Value executor = default_executor(vm, loop_of(args[0]))) {
    loop_of(args[0])->dict.as<DictObject>()->table.erase(vm.name("_default_executor"));
    const Value wait[] = {Value::boolean(false)};
    co_await vm.call_method(executor, vm.name("shutdown"), CallArgs(wait, 1));
  }
  co_return Value::none();
}
Answer loop_get_debug(Vm&, const CallArgs& args) {
  const Value& given = loop_of(args[0])->debug_given;
  return given ? given : Value::boolean(false);
}
SIMUL_RARE Native set_debug_native(Vm& vm, Value loop, Value enabled) {
  Value truth = co_await vm.truth(enabled);
  loop_of(loop)->debug = truth.is_true();
  loop_of(loop)->core->check_thread(truth.is_true());
  loop_of(loop)->debug_given = enabled;
  if (!loop_of(loop)->core->is_running()) co_return Value::none();
  // From the next turn on.
  Value track = co_await vm.get_attr(loop, "_set_coroutine_origin_tracking");
  loop_of(loop)->core->call_soon(*asyncio::make_counted<CallHandle<asyncio::Handle>>(
      vm, track, std::vector<Value>{truth}, copy_of_current_context(vm)));
  co_return Value::none();
}
Answer loop_track_origins(Vm& vm, const CallArgs& args) {
  track_origins(vm, loop_of(args[0]), args[1].is_true());
  return Value::none();
}
Answer loop_set_debug(Vm& vm, const CallArgs& args) {
  return set_debug_native(vm, args[0], args[1]);
}
Answer get_slow_callback_duration(Vm&, const Value& self) {
  return loop_of(self)->slow_callback_duration;
}
Answer set_slow_callback_duration(Vm&, const Value& self, const Value& value) {
  loop_of(self)->slow_callback_duration = value;
  return Value::none();
}

// What asyncio calls of a loop, and Simul's core does without asking the loop.
constexpr std::string_view kNotAsked[] = {
    "call_soon", "call_later", "call_at", "create_future", "time", "_run_once"};

Raised raise_not_asked(Vm& vm, std::string_view name) {
  return vm.raise(vm.exceptions().NotImplementedError,
                  cat("Simul's asyncio does not call a program's own ",
                      name,
                      "() of a loop (create_task(), run_forever(), stop(), close() and "
                      "call_exception_handler() may be a program's own)"));
}
SIMUL_RARE std::string_view overridden(Vm& vm, Type* cls, std::span<const std::string_view> names) {
  Type* const ours = AsyncioState::of(vm).loop_type;
  for (const std::string_view name : names)
    if (vm.lookup(cls, vm.name(name)) != vm.lookup(ours, vm.name(name))) return name;
  return {};
}
SIMUL_RARE Answer loop_set_attr(Vm& vm, const Value& self, StrObject* name, const Value& value) {
  if (value &&
      std::find(std::begin(kNotAsked), std::end(kNotAsked), name->text()) != std::end(kNotAsked))
    return raise_not_asked(vm, name->text());
  return generic_set_attr(vm, self, name, value);
}

Answer loop_create(Vm& vm, Type* cls, const CallArgs& args) {
  AsyncioState& state = AsyncioState::of(vm);
  static constexpr Parameters kParameters{"BaseSelectorEventLoop.__init__", {"selector"}, 1};
  Value selector;
  if (!cls->has(kUserClass) && cls->is_subtype_of(state.loop_type) &&
      !vm.parse(args, kParameters, &selector))
    return Raised{};
  if (selector && !selector.is_none())
    return vm.raise(vm.exceptions().NotImplementedError,
                    "Simul's loops have no selectors: leave selector out");
  // One with nothing but methods that a class of the program's own would have to fill.
  if (!cls->is_subtype_of(state.base_loop_type))
    return Value::adopt(vm.instantiate<LoopObject>(cls));
  if (!cls->is_subtype_of(state.loop_type))
    return vm.raise(
        vm.exceptions().NotImplementedError,
        cat("Simul's loops are made by asyncio.new_event_loop(), not from ", cls->name));
  if (cls->has(kUserClass))
    if (const std::string_view name = overridden(vm, cls, kNotAsked); !name.empty())
      return raise_not_asked(vm, name);
  return Value::share(state.new_loop(cls));
}
Answer loop_init(Vm&, const Value&, const CallArgs&) {
  return Value::none();
}

// The loop that this hook of an async generator belongs to, or null.
const LoopObject* loop_of_hook(Vm& vm, const Value& hook) {
  if (!hook) return nullptr;
  Value self;
  if (vm.is_exactly(hook, vm.types().method))
    self = hook.as<MethodObject>()->self;
  else if (vm.is_exactly(hook, vm.types().builtin_function))
    self = hook.as<NativeFunction>()->self;
  return self && vm.is_kind_of(self, AsyncioState::of(vm).loop_type) ? loop_of(self) : nullptr;
}

}  // namespace

SIMUL_RARE std::vector<Value> open_generators(Vm& vm, const LoopObject* loop) {
  std::vector<Value> found;
  Container* const end = vm.heap().containers();
  for (Container* each = end->gc_next; each != end; each = each->gc_next) {
    if (each->type != vm.types().async_generator) continue;
    auto* generator = static_cast<GeneratorObject*>(each);
    if (generator->opened() != 0 && loop_of_hook(vm, generator->finalizer) == loop)
      found.push_back(Value::share(each));
  }
  sort_stably(found, [](const Value& a, const Value& b) {
    return a.as<GeneratorObject>()->opened() < b.as<GeneratorObject>()->opened();
  });
  return found;
}

bool check_open(Vm& vm, const LoopObject* loop) {
  if (!loop->core->is_closed()) return true;
  static_cast<void>(vm.raise(vm.exceptions().RuntimeError, "Event loop is closed"));
  return false;
}

void log_closing(Vm& vm, const Value& loop) {
  AsyncioState& state = AsyncioState::of(vm);
  if (loop_of(loop)->debug) state.log(kDebug, "Close " + state.repr_now(loop));
}

bool check_thread(Vm& vm, const LoopObject* loop) {
  if (!loop->debug || !AsyncioState::of(vm).threads->drives(loop)) return true;
  static_cast<void>(vm.raise(vm.exceptions().RuntimeError, kForeignThreadText));
  return false;
}

void track_origins(Vm& vm, LoopObject* loop, bool enabled) {
  constexpr std::int64_t kDepth = 10;  // Lib/asyncio/constants.py: DEBUG_STACK_DEPTH
  std::int64_t& depth = Vm::Internals::origin_depth_of(vm);
  if (enabled == (loop->depth_before >= 0)) return;
  if (enabled)
    loop->depth_before = std::exchange(depth, kDepth);
  else
    depth = std::exchange(loop->depth_before, -1);
}

namespace {

// Closes every async generator that is still open, all at once.
SIMUL_RARE Native shutdown_asyncgens(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  const std::vector<Value> generators = open_generators(vm, loop_of(args[0]));
  if (generators.empty()) co_return Value::none();
  for (const Value& each : generators) each.as<GeneratorObject>()->opened() = 0;
  std::vector<Value> closing;
  for (const Value& each : generators) {
    Value close = co_await vm.call_method(each, "aclose");
    closing.push_back(std::move(close));
  }
  Value module = co_await vm.import_module(vm.name("asyncio"));
  Value gather = co_await vm.get_attr(module, "gather");
  closing.push_back(Value::boolean(true));
  const Value names = vm.tuple({vm.str("return_exceptions")});
  Value together = co_await vm.call(
      gather, CallArgs(closing.data(), closing.size() - 1, names.as<TupleObject>()));
  closing.clear();
  Value iterator = co_await vm.get_awaitable(together);
  Value results = co_await vm.await_on(std::move(iterator));
  for (std::size_t index = 0; index < generators.size(); ++index) {
    const Value result = results.as<ListObject>()->items[index];
    if (!vm.is_kind_of(result, vm.exceptions().Exception)) continue;
    Value shown = co_await vm.repr(generators[index]);
    state.report(*loop_of(args[0])->core,
                 cat("an error occurred during closing of asynchronous generator ", vm.text(shown)),
                 result,
                 "asyncgen",
                 generators[index]);
  }
  co_return Value::none();
}

// An async generator begins while the loop runs: shutdown_asyncgens() will close it.
Answer asyncgen_firstiter_hook(Vm& vm, const CallArgs& args) {
  if (vm.is_exactly(args[1], vm.types().async_generator))
    args[1].as<GeneratorObject>()->opened() = ++AsyncioState::of(vm).generators_opened;
  return Value::none();
}

// An async generator died before its end: a task of its own closes it.
SIMUL_RARE Native asyncgen_finalizer_hook(Vm& vm, OwnedArgs args) {
  LoopObject* loop = loop_of(args[0]);
  if (vm.is_exactly(args[1], vm.types().async_generator))
    args[1].as<GeneratorObject>()->opened() = 0;
  if (loop->core->is_closed()) co_return Value::none();
  Value closing = co_await vm.call_method(args[1], "aclose");
  Value create = co_await vm.get_attr(args[0], "create_task");
  auto handle = asyncio::make_counted<CallHandle<asyncio::Handle>>(
      vm, create, std::vector<Value>{closing}, copy_of_current_context(vm));
  stand_at(vm, LibraryFrame::kGeneratorHook);
  remember_origin(vm, loop, *handle, 2);
  loop->core->call_soon(*handle);
  co_return Value::none();
}

// While a loop runs, it looks after async generators that nobody finishes.
SIMUL_RARE Native watch_generators(Vm& vm, Value loop) {
  Value first = co_await vm.get_attr(loop, "_asyncgen_firstiter_hook");
  Value last = co_await vm.get_attr(loop, "_asyncgen_finalizer_hook");
  vm.async_generator_hooks() = {std::move(first), std::move(last)};
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

// ---- running

}  // namespace

// The program's frame that runs the loop, or None.
static Value calling_frame(Vm& vm) {
  Frame* const frame = Vm::Internals::visible_frame(vm, 0);
  return frame == nullptr ? Value::none() : Value::share(frame);
}

// The task that it ended keeps the way it came by until then, for whoever asks the task. The loop's
// frame that ran its step has had no time to let go of the task.
static Raised leave(AsyncioState& state, const asyncio::Exception& exit) {
  const Raised raised = state.vm.raise_exception(state.exception_value(exit));
  if (state.escaped.empty() || state.escaped.back()->peek_exception() != exit) return raised;
  const Value task = state.view(*state.escaped.back());
  Vm::Internals::add_folded(state.vm, &task, 1);
  return raised;
}

SIMUL_RARE Native run_until(Vm& vm,
                            Value loop_value,
                            asyncio::Ref<asyncio::FutureBase> future,
                            Value held,
                            std::uint8_t driver_frames) {
  AsyncioState& state = AsyncioState::of(vm);
  LoopObject* loop = loop_of(loop_value);
  co_await watch_generators(vm, loop_value);
  loop->core->begin_until_complete(*future);
  const Fiber* const steps = state.steps;
  if (!held) held = state.view(*future);
  // While a runner is left by an exception, the frame of its __exit__() is among the callers.
  if (state.failure) held = vm.tuple({std::move(held), state.failure});
  Vm::Internals::set_ground(vm, steps, vm.tuple({std::move(held), calling_frame(vm)}));
  state.running_loop = state.driven = loop;
  state.steps->base.exception = state.failure ? state.failure : vm.handled_exception();
  stand_on_callers(state, loop, driver_frames);
  track_origins(vm, loop, loop->debug);
  co_await vm.park();
  track_origins(vm, loop, false);
  state.steps->base.exception.reset();
  state.running_loop = state.driven = nullptr;
  Vm::Internals::set_ground(vm, steps, {});
  vm.async_generator_hooks() = {};
  loop->core->ended_until_complete(*future);
  if (asyncio::Exception raised = loop->core->take_raised()) co_return leave(state, raised);
  if (!future->done())
    co_return vm.raise(vm.exceptions().RuntimeError, "Event loop stopped before Future completed.");
  co_return Value::none();
}

Answer result_of_run(AsyncioState& state, asyncio::FutureBase& future) {
  Answer result = state.result_of(future);
  if (!result.raised()) return result;
  const Value kept = state.view(future);
  Vm::Internals::add_folded(state.vm, &kept, 1);
  return result;
}

namespace {

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

// Of a task that run_until_complete() has made: what ended it counts as seen where an exit leaves
// the loop before it is told, as nobody else has that task.
class SeenWhenLeft {
 public:
  explicit SeenWhenLeft(asyncio::FutureBase* task) : task_(task) {}
  ~SeenWhenLeft() {
    if (task_ != nullptr && task_->done() && !task_->cancelled()) task_->mark_retrieved();
  }
  SeenWhenLeft(const SeenWhenLeft&) = delete;
  SeenWhenLeft& operator=(const SeenWhenLeft&) = delete;

 private:
  asyncio::FutureBase* task_;
};

SIMUL_RARE Native loop_run_until_complete(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  LoopObject* loop = loop_of(args[0]);
  if (!may_run(vm, state, loop)) co_return Raised{};
  const bool new_task = state.future_of(args[1]) == nullptr && !is_strange(state, args[1]);
  stand_at(vm, LibraryFrame::kRunUntilComplete);
  Value future = co_await state.ensure_future(args[1], loop);
  if (is_strange(state, future) || has_own_method(vm, *loop, "run_forever") ||
      has_own_method(vm, *loop, "stop")) {
    OwnedArgs given({args[0], future, Value::boolean(new_task)});
    Value result = co_await by_program(vm, "run_until_complete", std::move(given));
    co_return result;
  }
  const asyncio::Ref<asyncio::FutureBase> core(state.future_of(future));
  if (new_task && core->is_task())
    static_cast<asyncio::TaskBase&>(*core).set_log_destroy_pending(false);
  future.reset();
  const SeenWhenLeft seen(new_task ? core.get() : nullptr);
  co_await run_until(vm, args[0], core, Value(), 2);
  co_return result_of_run(state, *core);
}

SIMUL_RARE Native loop_run_forever(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  LoopObject* loop = loop_of(args[0]);
  if (!may_run(vm, state, loop)) co_return Raised{};
  co_await watch_generators(vm, args[0]);
  loop->core->set_running(true);
  state.running_loop = state.driven = loop;
  const Fiber* const steps = state.steps;
  Vm::Internals::set_ground(vm, steps, calling_frame(vm));
  state.steps->base.exception = vm.handled_exception();
  stand_on_callers(state, loop, 1);
  track_origins(vm, loop, loop->debug);
  co_await vm.park();
  track_origins(vm, loop, false);
  Vm::Internals::set_ground(vm, steps, {});
  state.steps->base.exception.reset();
  state.running_loop = state.driven = nullptr;
  vm.async_generator_hooks() = {};
  loop->core->set_running(false);
  if (asyncio::Exception raised = loop->core->take_raised()) co_return leave(state, raised);
  co_return Value::none();
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
Answer set_running_loop(Vm& vm, const CallArgs& args) {
  AsyncioState& state = AsyncioState::of(vm);
  if (!args[0].is_none() && !vm.is_kind_of(args[0], state.loop_type))
    return vm.raise_type_error(
        cat("Simul can only run its own event loops, and not '", vm.type_name(args[0]), "'"));
  state.running_loop = args[0].is_none() ? nullptr : loop_of(args[0]);
  return Value::none();
}

// ---- AbstractEventLoop's methods, which are there to be overridden

constexpr const char* kAbstractMethods[] = {"run_forever",
                                            "run_until_complete",
                                            "stop",
                                            "is_running",
                                            "is_closed",
                                            "close",
                                            "call_soon",
                                            "call_later",
                                            "call_at",
                                            "time",
                                            "create_future",
                                            "create_task",
                                            "call_soon_threadsafe",
                                            "run_in_executor",
                                            "set_default_executor",
                                            "add_reader",
                                            "remove_reader",
                                            "add_writer",
                                            "remove_writer",
                                            "add_signal_handler",
                                            "remove_signal_handler",
                                            "set_task_factory",
                                            "get_task_factory",
                                            "get_exception_handler",
                                            "set_exception_handler",
                                            "default_exception_handler",
                                            "call_exception_handler",
                                            "get_debug",
                                            "set_debug"};
constexpr const char* kAbstractCoroutines[] = {"shutdown_asyncgens",
                                               "shutdown_default_executor",
                                               "getaddrinfo",
                                               "getnameinfo",
                                               "create_connection",
                                               "create_server",
                                               "start_tls",
                                               "sendfile",
                                               "create_unix_connection",
                                               "create_unix_server",
                                               "connect_accepted_socket",
                                               "create_datagram_endpoint",
                                               "connect_read_pipe",
                                               "connect_write_pipe",
                                               "subprocess_shell",
                                               "subprocess_exec",
                                               "sock_recv",
                                               "sock_recv_into",
                                               "sock_recvfrom",
                                               "sock_recvfrom_into",
                                               "sock_sendall",
                                               "sock_sendto",
                                               "sock_connect",
                                               "sock_accept",
                                               "sock_sendfile"};
Answer abstract_method(Vm& vm, const CallArgs&) {
  return vm.raise(vm.exceptions().NotImplementedError);
}
SIMUL_RARE Native abstract_coroutine(Vm& vm, OwnedArgs) {
  co_return vm.raise(vm.exceptions().NotImplementedError);
}

// ---- what the loop of CPython has and Simul's has not

struct Lacking {
  const char* name;
  const char* why;
};
constexpr Lacking kLacking[] = {{"add_reader", "a network"},
                                {"remove_reader", "a network"},
                                {"add_writer", "a network"},
                                {"remove_writer", "a network"},
                                {"sock_accept", "a network"},
                                {"sock_connect", "a network"},
                                {"sock_recv", "a network"},
                                {"sock_recv_into", "a network"},
                                {"sock_recvfrom", "a network"},
                                {"sock_recvfrom_into", "a network"},
                                {"sock_sendall", "a network"},
                                {"sock_sendto", "a network"},
                                {"sock_sendfile", "files and a network"},
                                {"sendfile", "files and a network"},
                                {"connect_accepted_socket", "a network"},
                                {"create_datagram_endpoint", "a network"},
                                {"getnameinfo", "a network"},
                                {"start_tls", "TLS"},
                                {"connect_read_pipe", "pipes"},
                                {"connect_write_pipe", "pipes"},
                                {"subprocess_exec", "processes"},
                                {"subprocess_shell", "processes"}};

template <std::size_t kIndex>
Answer lacking_method(Vm& vm, const CallArgs&) {
  return vm.raise(
      vm.exceptions().NotImplementedError,
      cat("Simul's loop has no ", kLacking[kIndex].name, "(): it needs ", kLacking[kIndex].why));
}
// What programs look for under names with an underscore and the core keeps in another form.
template <std::size_t kIndex>
Answer hidden_attribute(Vm& vm, const Value&) {
  constexpr const char* kWords[] = {"_ready: the picture shows what is ready",
                                    "_scheduled: the picture shows its timers",
                                    "_selector: it waits for no files"};
  return vm.raise(vm.exceptions().AttributeError, cat("Simul's loop has no ", kWords[kIndex]));
}
Answer get_closed(Vm&, const Value& self) {
  return Value::boolean(loop_of(self)->core->is_closed());
}
template <std::size_t... kIndices>
void append_lacking(std::vector<NativeDef>& methods, std::index_sequence<kIndices...>) {
  (methods.push_back(
       {kLacking[kIndices].name, lacking_method<kIndices>, 0, -1, kKeywords | kFoldedFrame}),
   ...);
}
}  // namespace

SIMUL_RARE void install_loop_types(AsyncioState& state, const Value& module) {
  Vm& vm = state.vm;
  std::vector<NativeDef> abstract_methods;
  for (const char* name : kAbstractMethods)
    abstract_methods.push_back({name, abstract_method, 0, -1, kKeywords | kFoldedFrame});
  for (const char* name : kAbstractCoroutines)
    abstract_methods.push_back(
        {name, abstract_coroutine, 0, -1, kKeywords | kFoldedFrame | kMakesCoroutine});
  state.abstract_loop_type = vm.make_type({.name = "AbstractEventLoop",
                                           .module = "asyncio.events",
                                           .instance_size = sizeof(LoopObject),
                                           .flags = kSubclassable,
                                           .slots = {.destroy = destroy_as<LoopObject>,
                                                     .traverse = loop_traverse,
                                                     .clear = loop_clear,
                                                     .create = loop_create,
                                                     .init = loop_init},
                                           .methods = std::move(abstract_methods),
                                           .getters = {dict_getter()}});
  state.abstract_loop_type->flags |= kHasDict;
  state.abstract_loop_type->dict_offset = offset_of(&LoopObject::dict);
  TypeSpec spec = {
      .name = "BaseEventLoop",
      .module = "asyncio.base_events",
      .base = state.abstract_loop_type,
      .flags = kSubclassable,
      .slots = {.repr = loop_repr, .set_attr = loop_set_attr},
      .methods =
          {{"call_soon", loop_call_soon, 1, -1, kKeywords | kFoldedFrame},
           {"call_soon_threadsafe", loop_call_soon_threadsafe, 1, -1, kKeywords | kFoldedFrame},
           {"call_later", loop_call_later, 2, -1, kKeywords | kFoldedFrame},
           {"call_at", loop_call_at, 2, -1, kKeywords | kFoldedFrame},
           {"time", loop_time, 0, 0},
           {"create_future", loop_create_future, 0, 0},
           {"create_task", loop_create_task, 0, -1, kKeywords | kFoldedFrame},
           {"set_task_factory", loop_set_task_factory, 1, 1, kFoldedFrame},
           {"get_task_factory", loop_get_task_factory, 0, 0},
           {"is_running", loop_is_running, 0, 0},
           {"is_closed", loop_is_closed, 0, 0},
           {"stop", loop_stop, 0, 0},
           {"close", loop_close, 0, 0, kFoldedFrame},
           {"_check_closed", loop_check_closed, 0, 0, kFoldedFrame},
           {"get_debug", loop_get_debug, 0, 0},
           {"set_debug", loop_set_debug, 1, 1},
           {"_set_coroutine_origin_tracking", loop_track_origins, 1, 1},
           {"set_exception_handler", loop_set_exception_handler, 1, 1, kFoldedFrame},
           {"get_exception_handler", loop_get_exception_handler, 0, 0},
           {"call_exception_handler", loop_call_exception_handler, 1, 1, kFoldedFrame},
           {"default_exception_handler", default_exception_handler, 1, 1, kFoldedFrame},
           {"_asyncgen_firstiter_hook", asyncgen_firstiter_hook, 1, 1},
           {"_asyncgen_finalizer_hook", asyncgen_finalizer_hook, 1, 1},
           {"shutdown_asyncgens", shutdown_asyncgens, 0, 0, kMakesCoroutine},
           {"run_until_complete", loop_run_until_complete, 1, 1, kFoldedFrame},
           {"run_forever", loop_run_forever, 0, 0, kFoldedFrame}},
      .getters = {
          {"slow_callback_duration", get_slow_callback_duration, set_slow_callback_duration},
          {"_closed", get_closed},
          {"_ready", hidden_attribute<0>},
          {"_scheduled", hidden_attribute<1>},
          {"_selector", hidden_attribute<2>}}};
  append_library_methods(spec.methods);
  append_lacking(spec.methods, std::make_index_sequence<std::size(kLacking)>());
  Type* base = vm.make_type(spec);
  state.base_loop_type = base;
  vm.set_module_attr(module, "AbstractEventLoop", vm.type_value(state.abstract_loop_type));
  vm.set_module_attr(module, "BaseEventLoop", vm.type_value(base));
  state.loop_type = vm.make_type({.name = "_UnixSelectorEventLoop",
                                  .module = "asyncio.unix_events",
                                  .base = base,
                                  .flags = kSubclassable});
  for (const char* name : {"SelectorEventLoop", "EventLoop"})
    vm.set_module_attr(module, name, vm.type_value(state.loop_type));
}

void add_loop_functions(AsyncioState& state, const Value& module) {
  state.vm.add_functions(module,
                         {{"get_running_loop", get_running_loop, 0, 0},
                          {"_get_running_loop", get_running_or_none, 0, 0},
                          {"_set_running_loop", set_running_loop, 1, 1}});
}

}  // namespace simul::vm
