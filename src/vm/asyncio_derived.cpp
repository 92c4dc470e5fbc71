// See asyncio_derived.hpp.
//
// Where the core cancels a future, or a step ends, no Python code runs, and the program's methods
// run to their end on a fiber of their own. What they raise is a refusal (asyncio::Refusal), so
// whoever asked goes no further and says so.
#include "vm/asyncio_derived.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "vm/call_with.hpp"
#include "vm/cat.hpp"
#include "vm/context.hpp"
#include "vm/function.hpp"
#include "vm/internals.hpp"

namespace simul::vm {

namespace {

using asyncio::FutureBase;
using asyncio::Ref;

constexpr const char* kBlocking = "_asyncio_future_blocking";
constexpr const char* kWakeup = "task_wakeup";
// What asyncio calls of a future or task; of those, what a task calls of what it awaits.
constexpr std::array kCalled = {"add_done_callback",
                                "result",
                                "get_loop",
                                "cancel",
                                "cancelled",
                                "done",
                                "exception",
                                "remove_done_callback",
                                "cancelling",
                                "uncancel"};
constexpr std::size_t kCalledByTasks = 3;

// Has its class, or the object itself, one of them anew?
bool overrides(AsyncioState& state, const Value& future, std::span<const char* const> names) {
  Vm& vm = state.vm;
  Type* const type = future.object()->type;
  const Value& dict = future.as<FutureObject>()->dict;
  const bool own = type->has(kUserClass);
  if (!own && !dict) return false;
  Type* const base = type->is_subtype_of(state.task_type) ? state.task_type : state.future_type;
  for (const char* each : names) {
    StrObject* const name = vm.name(each);
    if (dict && dict.as<DictObject>()->table.get(name) != nullptr) return true;
    if (!own) continue;
    const Value* const found = vm.lookup(type, name);
    const Value* const original = vm.lookup(base, name);
    if ((found == nullptr) != (original == nullptr)) return true;
    if (found != nullptr && !found->is(*original)) return true;
  }
  return false;
}

// Does it say that it is a future, without being one?
bool behaves_as_future(Vm& vm, const Value& object) {
  if (!object.is_object()) return false;
  StrObject* const name = vm.name(kBlocking);
  const Value* found = vm.lookup(vm.type_of(object), name);
  if (const DictObject* dict = vm.instance_dict(object, false))
    if (const Value* own = dict->table.get(name)) found = own;
  return found != nullptr && !found->is_none();
}

// ---- cancel()

// args: the future or task, and a message if there is to be an argument.
Native call_cancel(Vm& vm, OwnedArgs args) {
  Value asked = co_await vm.call_method(
      args[0], vm.name("cancel"), CallArgs(args.values.data() + 1, args.size() - 1));
  co_return vm.truth(asked);
}

Outcome run_native(AsyncioState& state, const NativeDef& def, std::vector<Value> args) {
  return state.call_now(state.vm.make_function(def, "asyncio"), args);
}

// False, and a refusal: it raised.
bool take(AsyncioState& state, Outcome& outcome) {
  if (outcome.kind == Outcome::Kind::kReturned) return true;
  if (outcome.kind == Outcome::Kind::kRaised) {
    state.counters.refused = asyncio::Refusal::kRaised;
    state.raised_by_program = std::move(outcome.value);
  }
  return false;
}

// With its message as an argument, as tasks pass it on, or without.
bool cancel_by_program(FutureBase& future,
                       const Ref<asyncio::CancelMessage>& message,
                       bool with_message) {
  auto& state = static_cast<AsyncioState&>(future.loop().hooks());
  asyncio::Counters& counters = state.counters;
  // Each is at least one method in Python, called from C; each has a fiber of its own here.
  constexpr asyncio::CancelDepth kOwn{.calls = 2, .frames = 8};
  if (!future.loop().may_cancel_deeper(kOwn)) return false;
  counters.cancelling.calls += kOwn.calls;
  counters.cancelling.frames += kOwn.frames;
  const Ref<FutureBase> held(&future);
  std::vector<Value> args = {state.view(future)};
  if (with_message)
    args.push_back(message ? static_cast<ValueMessage&>(*message).value : Value::none());
  else if (message)
    args.push_back(static_cast<ValueMessage&>(*message).value);
  Outcome asked = run_native(state, {"cancel", call_cancel}, std::move(args));
  counters.cancelling.calls -= kOwn.calls;
  counters.cancelling.frames -= kOwn.frames;
  return take(state, asked) && asked.value.is_true();
}

bool has_own_cancel(const FutureBase& future) {
  auto& core = const_cast<FutureBase&>(future);
  auto& state = static_cast<AsyncioState&>(core.loop().hooks());
  const Value shown = state.view(core);
  return state.future_of(shown) == nullptr || has_own(state, shown, "cancel");
}

}  // namespace

bool ProgramsFuture::cancelled_by_program() const {
  return has_own_cancel(*this);
}
bool ProgramsFuture::cancel(Ref<asyncio::CancelMessage> message) {
  if (has_own_cancel(*this)) return cancel_by_program(*this, message, false);
  return FutureBase::cancel(std::move(message));
}
bool ProgramsFuture::cancel_awaited(Ref<asyncio::CancelMessage> message) {
  if (has_own_cancel(*this)) return cancel_by_program(*this, message, true);
  return FutureBase::cancel(std::move(message));
}

void PyTask::leave_own_tasks() {
  static_cast<AsyncioState&>(loop().hooks()).own_tasks.erase(id());
}

std::vector<Ref<PyTask>> AsyncioState::tasks_to_ask(const asyncio::EventLoop& loop) {
  std::vector<Ref<PyTask>> found;
  for (const Ref<asyncio::TaskBase>& task : loop.all_tasks())
    found.emplace_back(static_cast<PyTask*>(task.get()));
  for (const auto& [id, task] : own_tasks) {
    if (&task->loop() == &loop && !task->done()) continue;
    const auto place = std::find_if(
        found.begin(), found.end(), [id = id](const auto& each) { return each->id() > id; });
    found.insert(place, Ref<PyTask>(task));
  }
  return found;
}

bool PyTask::cancelled_by_program() const {
  return derived() && has_own_cancel(*this);
}
bool PyTask::cancel(Ref<asyncio::CancelMessage> message) {
  if (cancelled_by_program()) return cancel_by_program(*this, message, false);
  return TaskBase::cancel(std::move(message));
}
bool PyTask::cancel_awaited(Ref<asyncio::CancelMessage> message) {
  if (cancelled_by_program()) return cancel_by_program(*this, message, true);
  return TaskBase::cancel(std::move(message));
}

// ---- functions in Python

bool is_strange(AsyncioState& state, const Value& future) {
  if (state.future_of(future) != nullptr) return overrides(state, future, kCalled);
  return !state.vm.is_kind_of(future, state.future_type) && behaves_as_future(state.vm, future);
}

bool has_own(AsyncioState& state, const Value& future, const char* method) {
  const char* const names[] = {method};
  return overrides(state, future, names);
}

Native by_program(Vm& vm, const char* function, OwnedArgs args) {
  Value module = co_await vm.import_module(vm.name("asyncio._derived"));
  const Value callable = co_await vm.get_attr(module, vm.name(function));
  Value result = co_await vm.call(callable, args);
  co_return result;
}

Native number_by_program(Vm& vm, Value task, const char* method) {
  Value number = co_await vm.call_method(task, vm.name(method), CallArgs());
  co_return number;
}

// ---- what a task awaits

Native loop_of_future(Vm& vm, Value future) {
  Attempt method = co_await vm.attempt(vm.get_attr(future, vm.name("get_loop")));
  if (method.ok()) {
    Value loop = co_await vm.call(method.value);
    co_return loop;
  }
  if (!vm.matches(method.exception, vm.exceptions().AttributeError))
    co_return raise_again(vm, std::move(method.exception));
  Value loop = co_await vm.get_attr(future, vm.name("_loop"));
  co_return loop;
}

namespace {

Native wake_inside(Vm& vm, OwnedArgs args);

// args: the task, and what it awaits. None: it waits; or the words of a RuntimeError.
Native begin_wait(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  auto& task = static_cast<PyTask&>(*state.future_of(args[0]));
  const Value awaited = args[1];
  const Value marked = co_await vm.get_attr(awaited, vm.name(kBlocking));
  const Value blocking = co_await vm.truth(marked);
  const Value loop = co_await loop_of_future(vm, awaited);
  const bool elsewhere = !loop.is_object() || loop.object() != state.object_of(task.loop());
  if (elsewhere || !blocking.is_true()) {
    const Value task_text = co_await vm.repr(args[0]);
    const Value future_text = co_await vm.repr(awaited);
    co_return vm.str(elsewhere ? cat("Task ",
                                     vm.text(task_text),
                                     " got Future ",
                                     vm.text(future_text),
                                     " attached to a different loop")
                               : cat("yield was used instead of yield from in task ",
                                     vm.text(task_text),
                                     " with ",
                                     vm.text(future_text)));
  }
  co_await vm.set_attr(awaited, vm.name(kBlocking), Value::boolean(false));
  const Value wakeup = vm.make_function({kWakeup, wake_inside, 2, 2}, "_asyncio");
  wakeup.as<NativeFunction>()->self = args[0];
  const Value add = co_await vm.get_attr(awaited, vm.name("add_done_callback"));
  const Value given[] = {wakeup, context_in(vm, task.context, true)};
  const Value names = vm.tuple({vm.str("context")});
  co_await vm.call(add, CallArgs(given, 1, names.as<TupleObject>()));
  co_return Value::none();
}

// args: a future.
Native result_of_future(Vm& vm, OwnedArgs args) {
  Value result = co_await vm.call_method(args[0], vm.name("result"), CallArgs());
  co_return result;
}

// `stopped` outlives this.
Native go_on(Vm& vm, Value coroutine, Value thrown, bool* stopped) {
  if (!thrown) {
    Sent sent = co_await vm.send(coroutine, Value::none());
    *stopped = sent.stopped;
    if (!sent.value) sent.value = Value::none();
    co_return std::move(sent.value);
  }
  Attempt step = co_await vm.attempt(call_method_with(vm, coroutine, "throw", thrown));
  if (step.ok()) co_return std::move(step.value);
  if (!vm.matches(step.exception, vm.exceptions().StopIteration))
    co_return raise_again(vm, std::move(step.exception));
  *stopped = true;
  const Value result = step.exception.as<ExceptionObject>()->first;
  co_return result ? result : Value::none();
}

// A task's wake-up that the program calls itself: the step runs inside that call. args: the task,
// the future.
Native wake_inside(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  const Ref<FutureBase> held(state.future_of(args[0]));
  auto& task = static_cast<PyTask&>(*held);
  asyncio::EventLoop& loop = task.loop();
  OwnedArgs future({args[1]});
  Attempt result = co_await vm.attempt(result_of_future(vm, std::move(future)));
  asyncio::Exception error;
  if (!result.ok()) error = state.wrap(result.exception);
  if (task.done()) {
    const Value shown = co_await vm.repr(args[0]);
    const Value raised = result.ok() ? Value::none() : result.exception;
    const Value raised_text = co_await vm.repr(raised);
    co_return vm.raise(state.invalid_state_error,
                       cat("__step(): already done: ", vm.text(shown), " ", vm.text(raised_text)));
  }
  if (asyncio::TaskBase* const current = loop.current_task()) {
    const Value shown = co_await vm.repr(args[0]);
    const Value other = state.view(*current);
    const Value other_text = co_await vm.repr(other);
    co_return vm.raise(vm.exceptions().RuntimeError,
                       cat("Cannot enter into task ",
                           vm.text(shown),
                           " while another task ",
                           vm.text(other_text),
                           " is being executed."));
  }
  if (!task.begin_told(std::move(error))) co_return Value::none();
  const asyncio::Exception injected = task.take_injected();
  loop.set_current_task(&task);
  bool stopped = false;
  Attempt step = co_await vm.attempt(
      go_on(vm, task.coroutine(), injected ? state.to_raise(injected) : Value(), &stopped));
  Outcome outcome;
  if (!step.ok())
    outcome = {Outcome::Kind::kRaised, std::move(step.exception), 0};
  else
    outcome = {
        stopped ? Outcome::Kind::kReturned : Outcome::Kind::kYielded, std::move(step.value), 0};
  task.eager = std::make_unique<Outcome>(std::move(outcome));
  task.take_first_step();
  loop.set_current_task(nullptr);
  if (asyncio::Exception exit = loop.take_raised())
    co_return vm.raise_exception(state.exception_value(exit));
  co_return Value::none();
}

}  // namespace

bool is_watched_by_program(AsyncioState& state, const Value& awaited, FutureBase* core) {
  if (core == nullptr) return behaves_as_future(state.vm, awaited);
  return overrides(state, awaited, std::span(kCalled).first(kCalledByTasks));
}

Ref<FutureBase> watch_by_program(AsyncioState& state,
                                 PyTask& task,
                                 const Value& awaited,
                                 asyncio::Exception* error) {
  Outcome begun;
  {
    // An eager task's first step ends inside somebody else's.
    Fiber* const running = state.vm.running();
    const ContextScope scope(running != nullptr ? *running : *state.steps, &task.context);
    begun = run_native(state, {"wait", begin_wait}, {state.view(task), awaited});
  }
  if (!take(state, begun)) return {};
  if (!begun.value.is_none()) {
    *error = state.make_exception(asyncio::ExceptionKind::kRuntime,
                                  std::string(state.vm.text(begun.value)));
    return {};
  }
  if (FutureBase* const core = state.future_of(awaited)) return core;
  auto stand_in = asyncio::make_counted<ProgramsFuture>(task.loop());
  stand_in->value_as<Value>() = awaited;
  return stand_in;
}

PyTask* woken_by(AsyncioState& state, const Value& callback) {
  if (!state.vm.is_exactly(callback, state.vm.types().builtin_function)) return nullptr;
  const auto* function = callback.as<NativeFunction>();
  if (function->def.name != kWakeup) return nullptr;
  return static_cast<PyTask*>(state.future_of(function->self));
}

asyncio::Ran wake(AsyncioState& state, PyTask& task, const Value& future, bool resumed) {
  const Ref<asyncio::TaskBase> held(&task);
  if (resumed) return task.run_told(task.loop(), {}, true);
  asyncio::Exception error;
  const Outcome result = run_native(state, {"result", result_of_future}, {future});
  if (result.kind == Outcome::Kind::kRaised) error = state.wrap(result.value);
  return task.run_told(task.loop(), std::move(error), false);
}

}  // namespace simul::vm
