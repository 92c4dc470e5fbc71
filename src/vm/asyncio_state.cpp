// The asyncio module's state: loops, views of futures, exceptions between the core and Python, and
// the calls that a loop makes.
#include "vm/asyncio_state.hpp"

#include <cmath>

#include "base/rare.hpp"
#include "vm/asyncio_derived.hpp"
#include "vm/cat.hpp"
#include "vm/context.hpp"
#include "vm/generator.hpp"
#include "vm/internals.hpp"
#include "vm/line_breaks.hpp"
#include "vm/traceback.hpp"

namespace simul::vm {

using asyncio::ExceptionKind;

// ---- exceptions

ValueException::ValueException(Vm& vm, ExceptionKind kind, Value exception)
    : ExceptionBase(kind), vm_(vm), exception_(std::move(exception)) {
  traceback_ = exception_.as<ExceptionObject>()->traceback;
}

std::string ValueException::summary() const {
  return vm_.exception_line(exception_);
}
std::string ValueException::type_name() const {
  return std::string(vm_.type_name(exception_));
}
std::string ValueException::message() const {
  const std::string line = summary();
  const std::size_t colon = line.find(": ");
  return colon == std::string::npos ? std::string() : line.substr(colon + 2);
}

Value ValueException::to_raise() {
  // A CancelledError is the one that ended the task and keeps growing; others start afresh.
  // Whoever raises it first has the way it came as well; later ones begin with their own frame.
  if (!is_cancelled()) exception_.as<ExceptionObject>()->traceback = std::exchange(traceback_, {});
  return exception_;
}

asyncio::Exception AsyncioState::wrap(const Value& exception) {
  const ExceptionTypes& types = vm.exceptions();
  ExceptionKind kind = ExceptionKind::kOther;
  if (vm.matches(exception, cancelled_error))
    kind = ExceptionKind::kCancelled;
  else if (vm.matches(exception, types.SystemExit) ||
           vm.matches(exception, types.KeyboardInterrupt))
    kind = ExceptionKind::kExit;
  else if (vm.matches(exception, types.TimeoutError))
    kind = ExceptionKind::kTimeout;
  return asyncio::make_counted<ValueException>(vm, kind, exception);
}

Value AsyncioState::exception_value(const asyncio::Exception& exception) {
  if (void* payload = exception->payload())
    return static_cast<ValueException*>(payload)->exception();
  // One that the core made by itself.
  const asyncio::Exception made = make_exception(exception->kind(), exception->message());
  return static_cast<ValueException*>(made->payload())->exception();
}

Value AsyncioState::to_raise(const asyncio::Exception& exception) {
  if (void* payload = exception->payload())
    return static_cast<ValueException*>(payload)->to_raise();
  return exception_value(exception);
}

void AsyncioState::add_folded(const Value& exception) {
  auto* folded = vm.instantiate<TracebackObject>(vm.types().traceback);
  folded->next = exception.as<ExceptionObject>()->traceback;
  exception.as<ExceptionObject>()->traceback = Value::adopt(folded);
}

asyncio::Exception AsyncioState::make_exception(ExceptionKind kind, std::string message) {
  const ExceptionTypes& types = vm.exceptions();
  Type* type = types.RuntimeError;
  switch (kind) {
    case ExceptionKind::kCancelled: type = cancelled_error; break;
    case ExceptionKind::kTimeout: type = types.TimeoutError; break;
    case ExceptionKind::kInvalidState: type = invalid_state_error; break;
    case ExceptionKind::kType: type = types.TypeError; break;
    case ExceptionKind::kValue: type = types.ValueError; break;
    default: break;
  }
  Value exception =
      message.empty() ? vm.make_exception_with(type, {}) : vm.make_exception(type, message);
  return asyncio::make_counted<ValueException>(vm, kind, std::move(exception));
}

asyncio::Exception AsyncioState::make_cancelled_error(
    const asyncio::Ref<asyncio::CancelMessage>& message) {
  std::vector<Value> args;
  if (message) args.push_back(static_cast<ValueMessage&>(*message).value);
  return asyncio::make_counted<ValueException>(
      vm, ExceptionKind::kCancelled, vm.make_exception_with(cancelled_error, std::move(args)));
}

// Whoever drives the loop may be handling an exception: it becomes the context.
void AsyncioState::raised_in_loop(const asyncio::Exception& exception) {
  if (!steps->base.exception || exception->payload() == nullptr) return;
  Vm::Internals::set_context(static_cast<ValueException*>(exception->payload())->exception(),
                             steps->base.exception);
}

asyncio::Ref<asyncio::FutureBase> AsyncioState::make_waiter(asyncio::EventLoop& loop,
                                                            asyncio::WaitKind kind) {
  return asyncio::make_counted<PyFuture>(loop, kind);
}

// ---- loops

AsyncioState::AsyncioState(Vm& machine, asyncio::Clock& the_clock, asyncio::Instrument* watcher)
    : vm(machine)
    , clock(machine, the_clock)
    , instrument(watcher)
    , threads(std::make_unique<Threads>(*this))
    , steps(threads->main()->loop.steps) {}

AsyncioState::~AsyncioState() = default;

namespace {

const AsyncioState::LibraryLine* line_of_close(bool is_ready) {
  static constexpr AsyncioState::LibraryLine kReady{750, "self._ready.clear()"};
  static constexpr AsyncioState::LibraryLine kScheduled{751, "self._scheduled.clear()"};
  return is_ready ? &kReady : &kScheduled;
}

bool drop_one(AsyncioState& state, asyncio::EventLoop& loop, bool is_ready) {
  state.at_line = line_of_close(is_ready);
  state.dropping = true;
  const bool more = loop.drop_next();
  state.dropping = false;
  if (!more) state.at_line = nullptr;
  return more;
}

}  // namespace

bool AsyncioState::drop_next(asyncio::EventLoop& loop) {
  return drop_one(*this, loop, loop.ready_count() > 0);
}

namespace {

// While it lives, what dies or says something right above the running frame does so in close().
class AtClose {
 public:
  explicit AtClose(AsyncioState& state)
      : state_(state)
      , before_(std::exchange(state.closing_in, Vm::Internals::visible_frame(state.vm, 0))) {}
  ~AtClose() { state_.closing_in = before_; }
  AtClose(const AtClose&) = delete;
  AtClose& operator=(const AtClose&) = delete;

 private:
  AsyncioState& state_;
  const Frame* before_;
};

}  // namespace

SIMUL_RARE Native AsyncioState::close(Vm& vm, asyncio::EventLoop& loop) {
  AsyncioState& state = AsyncioState::of(vm);
  loop.refuse();
  // Counted seldom: millions may be queued, and counting walks over them.
  std::size_t ready = 0;
  for (bool more = true; more;) {
    if (ready == 0) ready = loop.ready_count();
    const LibraryLine* const line = line_of_close(ready > 0);
    more = drop_one(state, loop, ready > 0);
    if (ready > 0) --ready;
    if (!vm.has_finalizers()) continue;
    const AtClose here(state);
    const LibraryLine* const before = std::exchange(state.at_line, line);
    while (vm.has_finalizers()) co_await vm.run_finalizers();
    state.at_line = before;
  }
  // The callbacks of its sockets, which CPython's selector has (library/python/asyncio/_network).
  const LoopObject* object = state.object_of(loop);
  if (object == nullptr || !object->dict) co_return Value::none();
  const Value dict = object->dict;
  const Value* watches = dict.as<DictObject>()->table.get(vm.name("_watches"));
  const Value dropped = watches == nullptr ? Value() : *watches;
  dict.as<DictObject>()->table.erase(vm.name("_watches"));
  co_return Value::none();
}

void AsyncioState::shut_down() {
  silent = true;
  failure.reset();
  raised_by_program.reset();
  Vm::Internals::sleep_function_of(vm) = nullptr;
  sleep_function.reset();
  thrown_by_step.reset();
  thrown_by_handle.reset();
  reported.reset();
  escaped.clear();
  running_loop = driven = nullptr;
  threads->shut_down();
  for (Loop& loop : loops) loop.core->shut_down();
  for (Loop& loop : loops) loop.object.reset();
  set_loop.reset();
  policy.reset();
}

LoopObject* AsyncioState::new_loop(Type* cls) {
  auto* object = vm.instantiate<LoopObject>(cls != nullptr ? cls : loop_type);
  auto core = std::make_unique<asyncio::EventLoop>(
      clock,
      asyncio::EventLoop::Options{.instrument = instrument, .hooks = this, .counters = &counters});
  object->core = core.get();
  object->slow_callback_duration = vm.real(0.1);
  loops.push_back({std::move(core), Value::adopt(object)});
  log(kDebug, "Using selector: EpollSelector");
  return object;
}

LoopObject* AsyncioState::require_running() {
  if (running_loop == nullptr)
    static_cast<void>(vm.raise(vm.exceptions().RuntimeError, "no running event loop"));
  return running_loop;
}

LoopObject* AsyncioState::current_or_set() {
  if (running_loop != nullptr) return running_loop;
  const bool main_thread = threads->current() == threads->main();
  if (!set_loop && !loop_was_set && main_thread) {
    if (Vm::Internals::inside(vm).names_gone) {  // the policy imports warnings to warn
      static_cast<void>(vm.raise(vm.exceptions().ImportError,
                                 "sys.meta_path is None, Python is likely shutting down"));
      Vm::Internals::add_folded(vm, nullptr, 0);
      return nullptr;
    }
    vm.warn(vm.exceptions().DeprecationWarning, "There is no current event loop");
    set_loop = Value::share(new_loop());
    loop_was_set = true;
  }
  if (set_loop) return set_loop.as<LoopObject>();
  static_cast<void>(
      vm.raise(vm.exceptions().RuntimeError,
               cat("There is no current event loop in thread '", threads->current()->name, "'.")));
  Vm::Internals::add_folded(vm, nullptr, 0);  // the policy's frame
  return nullptr;
}

LoopObject* AsyncioState::current_or_set(const Value& given) {
  if (!given || given.is_none()) return current_or_set();
  if (vm.is_kind_of(given, loop_type)) return given.as<LoopObject>();
  if (vm.is_kind_of(given, abstract_loop_type)) {
    static_cast<void>(vm.raise(
        vm.exceptions().NotImplementedError,
        cat("Simul can only run its own event loops, and not '", vm.type_name(given), "'")));
    return nullptr;
  }
  static_cast<void>(vm.raise_attribute_error(given, vm.name("get_debug")));
  return nullptr;
}

LoopObject* AsyncioState::object_of(const asyncio::EventLoop& loop) const {
  for (const Loop& each : loops)
    if (each.core.get() == &loop) return each.object.as<LoopObject>();
  return nullptr;
}

// ---- futures

Value AsyncioState::view(asyncio::FutureBase& core) {
  if (auto* object = static_cast<FutureObject*>(core.view())) {
    if (object->core) return Value::share(object);
    // From here on the program keeps the view, and the view its core.
    object->core = &core;
    core.keep_view(false);
    object->kept_by = nullptr;
    return Value::adopt(object);
  }
  // Of an object that only behaves as a future.
  if (core.derived()) [[unlikely]]
    return core.value_as<Value>();
  Type* type = future_type;
  if (core.is_task())
    type = task_type;
  else if (core.wait_kind() == asyncio::WaitKind::kGather)
    type = gathering_type;
  auto* object = vm.instantiate<FutureObject>(type);
  object->core = &core;
  if (handed.core == &core) object->origin = std::move(handed.origin);
  core.set_view(object);
  return Value::adopt(object);
}

Value AsyncioState::shown_here(asyncio::FutureBase& core, LibraryFrame within) {
  Value shown = view(core);
  const LoopObject* const loop = object_of(core.loop());
  if (loop != nullptr && loop->debug) shown.as<FutureObject>()->origin = origin_here(vm, within);
  return shown;
}

void AsyncioState::silence(asyncio::FutureBase& future) {
  future.mark_retrieved();
  if (future.is_task()) static_cast<PyTask&>(future).set_log_destroy_pending(false);
}

bool AsyncioState::finalizes(asyncio::FutureBase& future) {
  const auto* object = static_cast<FutureObject*>(future.view());
  if (silent || !object->type->has_finalizer) return false;
  if ((object->bits & kFinalizedBit) != 0) {
    silence(future);
    return false;
  }
  // The program's once more, it dies like any object that has a __del__().
  static_cast<void>(view(future));
  return true;
}

void AsyncioState::drop_view(void* view) {
  if (!silent) Value::adopt(static_cast<FutureObject*>(view)).reset();
}

asyncio::FutureBase* AsyncioState::future_of(const Value& value) const {
  if (!value.is_object() || !vm.is_kind_of(value, future_type)) return nullptr;
  return value.as<FutureObject>()->core.get();
}

bool AsyncioState::is_coroutine(const Value& value) const {
  const Types& types = vm.types();
  if (vm.is_exactly(value, types.coroutine) || vm.is_exactly(value, types.async_generator_asend) ||
      vm.is_exactly(value, types.async_generator_athrow))
    return true;
  // What has these four is a collections.abc.Coroutine.
  Type* type = vm.type_of(value);
  if (!type->has(kUserClass)) return false;
  for (const char* name : {"__await__", "send", "throw", "close"}) {
    const Value* found = vm.lookup(type, vm.name(name));
    if (found == nullptr || found->is_none()) return false;
  }
  return true;
}

Answer AsyncioState::result_of(asyncio::FutureBase& core) {
  if (!core.done()) return vm.raise(invalid_state_error, "Result is not set.");
  if (asyncio::Exception error = core.take_error()) return vm.raise_exception(to_raise(error));
  return value_of(core);
}

Value AsyncioState::value_of(asyncio::FutureBase& core) {
  const Value& value = core.value_as<Value>();
  if (value) return value;
  switch (core.wait_kind()) {
    case asyncio::WaitKind::kLock:
    case asyncio::WaitKind::kEvent:
    case asyncio::WaitKind::kSemaphore:
    case asyncio::WaitKind::kQueueJoin:
    case asyncio::WaitKind::kGroup: return Value::boolean(true);
    case asyncio::WaitKind::kBarrier:
    case asyncio::WaitKind::kCondition: return Value::boolean(false);
    default: return Value::none();
  }
}

// ---- Python code that the loop runs

asyncio::Ran AsyncioState::run_callback(asyncio::EventLoop& loop,
                                        bool resumed,
                                        const Value& callable,
                                        const std::vector<Value>& args,
                                        Value* context,
                                        Value* failure) {
  if (!resumed) {
    if (!enter_context(context)) {
      *failure = vm.take_raised();
      return asyncio::Ran::kDone;
    }
    vm.start_call(*steps, callable, CallArgs(args.data(), args.size()));
  }
  const InCallback inside(*this);
  Outcome outcome = vm.resume(*steps);
  if (outcome.kind != Outcome::Kind::kPreempted && outcome.kind != Outcome::Kind::kBlocked)
    leave_context();
  if (outcome.kind == Outcome::Kind::kReturned) finalize();
  vm.flush_charge();
  switch (outcome.kind) {
    case Outcome::Kind::kPreempted: return asyncio::Ran::kPreempted;
    case Outcome::Kind::kBlocked:
      loop.set_blocked_until(outcome.due_ns);
      return asyncio::Ran::kBlocked;
    case Outcome::Kind::kRaised: {
      const asyncio::Exception exception = wrap(outcome.value);
      // Callbacks that have filled the memory with each other would fail one by one, for ever.
      constexpr std::int64_t kNothing = std::int64_t{64} * 1024;
      const bool out_of_memory = vm.matches(outcome.value, vm.exceptions().MemoryError) &&
                                 vm.heap().would_overflow(kNothing);
      if (exception->kind() == ExceptionKind::kExit || out_of_memory)
        loop.leave_with(exception);
      else
        *failure = outcome.value;
      break;
    }
    default: break;
  }
  return asyncio::Ran::kDone;
}

bool AsyncioState::enter_context(Value* context) {
  if (already_entered(vm, *context)) return false;
  steps->context_slot = context;
  if (*context) context->as<ContextObject>()->entered = true;
  return true;
}

void AsyncioState::leave_context() {
  if (*steps->context_slot) steps->context_slot->as<ContextObject>()->entered = false;
  steps->context_slot = &steps->context;
}

Outcome AsyncioState::call_now(const Value& callable,
                               const std::vector<Value>& args,
                               const Value& handled) {
  constexpr std::int64_t kEnough = 1'000'000;
  // What it computes is nobody's time; what was computed before keeps its own.
  vm.flush_charge();
  const std::int64_t budget = vm.budget;
  Value raised = vm.take_raised();
  vm.begin_budget(kEnough);
  const LineBreaks::Mute mute(vm.line_breaks);
  Fiber scratch;
  scratch.context_slot = (vm.running() != nullptr ? vm.running() : steps)->context_slot;
  if (handled)
    scratch.base.exception = handled;
  else
    scratch.base.exception =
        vm.running() != nullptr ? vm.handled_exception() : steps->base.exception;
  vm.start_call(scratch, callable, CallArgs(args.data(), args.size()));
  Outcome outcome = vm.resume(scratch);
  // time.sleep() holds everything up, here as elsewhere: where there is no other thread, and the
  // clock is one that can be waited for.
  while (outcome.kind == Outcome::Kind::kBlocked && outcome.due_ns != kNever && threads->alone()) {
    clock.wait_until(outcome.due_ns, clock.generation());
    if (clock.now_ns() < outcome.due_ns) break;
    outcome = vm.resume(scratch);
  }
  if (outcome.kind != Outcome::Kind::kReturned && outcome.kind != Outcome::Kind::kRaised)
    vm.abandon(scratch);
  vm.begin_budget(budget);
  if (raised) static_cast<void>(vm.raise_exception(std::move(raised)));
  return outcome;
}

std::string AsyncioState::repr_now(const Value& value) {
  if (value.is_small()) return std::to_string(value.as_small());
  const Value* repr_function = vm.builtins_dict()->table.get(vm.name("repr"));
  if (repr_function == nullptr) return "?";
  const Outcome outcome = call_now(*repr_function, {value});
  return outcome.kind == Outcome::Kind::kReturned ? std::string(vm.text(outcome.value)) : "?";
}

template <typename Base>
asyncio::Ran CallHandle<Base>::run(asyncio::EventLoop& loop, bool resumed) {
  AsyncioState& state = AsyncioState::of(vm);
  Value failure;
  if (PyTask* const task = woken_by(state, callable); task != nullptr && args.size() == 1)
    return vm::wake(state, *task, args[0], resumed);
  if (!resumed && state.times_steps()) state.step_began({.handle = this});
  const asyncio::Ran ran = state.run_callback(loop, resumed, callable, args, &context, &failure);
  if (ran == asyncio::Ran::kDone && failure) {
    const Value object = handle_object(state, *this, !std::is_same_v<Base, asyncio::Handle>);
    state.report_callback(loop, failure, object);
  }
  return ran;
}

template <typename Base>
asyncio::TaskBase* CallHandle<Base>::wakes() const {
  return callable ? woken_by(AsyncioState::of(vm), callable) : nullptr;
}

template <typename Base>
std::string CallHandle<Base>::name() const {
  return callable ? callback_source(vm, callable) : std::string();
}

template <typename Base>
void CallHandle<Base>::cancel() {
  Base::cancel();
  if (debug && callable && shown.empty()) {
    AsyncioState& state = AsyncioState::of(vm);
    shown = callback_source(vm, callable, arguments_text(state, args), true);
  }
  callable.reset();
  let_go_from_the_end(args);
}

template class CallHandle<asyncio::Handle>;
template class CallHandle<asyncio::TimerHandle>;

void AsyncioState::finalize() {
  if (vm.has_finalizers()) static_cast<void>(run_now(vm, vm.run_finalizers()));
}

void AsyncioState::log(int level, std::string text) {
  if (!silent) static_cast<void>(run_now(vm, log_message(vm, level, std::move(text), {})));
}

// ---- for whoever watches

void AsyncioState::tell(asyncio::Event event, std::string_view text) {
  if (instrument == nullptr || silent) return;
  vm.flush_charge();
  event.time_ns = clock.now_ns();
  if (event.object == 0 && running_loop != nullptr)
    event.object = running_loop->core->current_task_id();
  if (event.line == 0) event.line = vm.running_line();
  instrument->on_event(event, text);
}

// "lock" of `lock = asyncio.Lock()` and "self.jobs" of `self.jobs = asyncio.Queue(10)`; else empty.
static std::string_view assigned_name(std::string_view source, std::uint32_t line) {
  for (; line > 1 && !source.empty(); --line)
    source.remove_prefix(std::min(source.find('\n'), source.size() - 1) + 1);
  std::string_view text = source.substr(0, source.find('\n'));
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  const std::size_t end = text.find_first_of(" :=");
  if (end == std::string_view::npos || end == 0) return {};
  const std::string_view name = text.substr(0, end);
  const std::size_t equals = text.find('=', end);
  const bool simple = equals != std::string_view::npos && text.substr(equals, 2) != "==" &&
                      name.find_first_of("([,\"'#") == std::string_view::npos &&
                      (text[end] == ':' || text.find_first_not_of(' ', end) == equals);
  return simple ? name : std::string_view();
}

asyncio::Id AsyncioState::tell_made(asyncio::WaitKind kind) {
  if (instrument == nullptr) return 0;
  const asyncio::Id id = counters.next_id++;
  tell(
      {.subject = id, .kind = asyncio::EventKind::kMade, .detail = static_cast<std::uint8_t>(kind)},
      assigned_name(vm.options().source, vm.running_line()));
  return id;
}

std::string AsyncioState::describe(asyncio::FutureBase& future) {
  return repr_now(view(future));
}

Value AsyncioState::yielded(asyncio::FutureBase& core) {
  Value shown = view(core);
  shown.as<FutureObject>()->blocking = true;
  return shown;
}

bool AsyncioState::misused(asyncio::FutureBase& core, Attempt& result) {
  if (!view(core).as<FutureObject>()->blocking) return false;
  static_cast<void>(vm.raise(vm.exceptions().RuntimeError, "await wasn't used with future"));
  result = {{}, vm.take_raised()};
  return true;
}

std::uint32_t AsyncioState::line() {
  if (vm.running() != nullptr) return vm.running_line();
  if (running_loop == nullptr) return 0;
  auto* task = static_cast<PyTask*>(running_loop->core->current_task());
  return task != nullptr ? coroutine_line(task->coroutine(), false) : 0;
}

// ---- helpers

bool plain_seconds(Vm& vm, const Value& value, double& seconds) {
  if (vm.is_kind_of(value, vm.types().float_)) {
    seconds = value.as<FloatObject>()->number;
    return true;
  }
  std::int64_t whole = 0;
  if (vm.to_int64(value, whole)) {
    seconds = static_cast<double>(whole);
    return true;
  }
  return false;
}

std::uint32_t AsyncioState::own_line(asyncio::TaskBase& task) {
  return coroutine_line(static_cast<PyTask&>(task).coroutine(), true);
}

namespace {

// The frame in which a suspended coroutine stands, in a file of the program: its own, or the
// innermost. Null: there is none.
struct Standing {
  Frame* innermost = nullptr;
  Frame* own = nullptr;
};
Standing where_it_stands(const Value& coroutine, bool only_its_own) {
  Standing stands;
  bool is_own = true;
  // Asked in every step that is recorded: nothing is held, nothing compared by its name.
  const Value* current = &coroutine;
  while (current->is_object()) {
    const Type* const type = current->object()->type;
    const Vm& vm = *type->vm;
    if (type != vm.types().coroutine && type != vm.types().generator) break;
    auto* generator = current->as<GeneratorObject>();
    if (generator->body == nullptr) break;
    if (generator->body->kind == Activation::Kind::kNative) {
      current = &static_cast<NativeFrame*>(generator->body)->delegate;
      continue;
    }
    Frame* frame = generator->frame();
    // Nobody looks for a line of asyncio's own parts that are in Python in the program.
    if (frame->code->in_program_file) stands.innermost = frame;
    if (std::exchange(is_own, false)) stands.own = stands.innermost;
    // Suspended in an await: what is awaited lies on top of the stack.
    if (only_its_own || generator->state != GeneratorObject::State::kSuspended ||
        frame->sp <= frame->stack_base())
      break;
    current = &frame->sp[-1];
  }
  return stands;
}

std::uint32_t line_of(Frame* frame) {
  return frame != nullptr ? frame->line() : 0;
}

}  // namespace

std::uint32_t coroutine_line(const Value& coroutine, bool outermost) {
  const Standing stands = where_it_stands(coroutine, outermost);
  return line_of(outermost ? stands.own : stands.innermost);
}

asyncio::LoopHooks::Lines AsyncioState::lines(asyncio::TaskBase& task) {
  const bool stands = vm.running() == nullptr && running_loop != nullptr &&
                      running_loop->core->current_task() == &task;
  if (!stands) return {line(), own_line(task)};
  const Standing where = where_it_stands(static_cast<PyTask&>(task).coroutine(), false);
  const std::uint32_t innermost = line_of(where.innermost);
  return {innermost, where.own == where.innermost ? innermost : line_of(where.own)};
}

std::string coroutine_name(Vm& vm, const Value& coroutine) {
  if (!vm.is_exactly(coroutine, vm.types().coroutine))
    return cat("<", vm.type_name(coroutine), " without __name__>()");
  auto* generator = coroutine.as<GeneratorObject>();
  return generator->qualname ? std::string(vm.text(generator->qualname)) : std::string();
}

}  // namespace simul::vm
