// How a coroutine becomes a task: make_task(), by a factory of the program's or not, eagerly or
// not, and ensure_future(). Mirrors Task.__init__ and ensure_future() of Lib/asyncio/tasks.py and
// create_task() of Lib/asyncio/base_events.py.
//
// Always holds: an eager task takes its first step inside whoever makes it, and joins the tasks
// that a turn of the loop steps only then; whoever is refused a task by ensure_future() has its
// coroutine closed.
#include "base/rare.hpp"
#include "vm/asyncio_derived.hpp"
#include "vm/asyncio_sync.hpp"
#include "vm/call_with.hpp"
#include "vm/cat.hpp"
#include "vm/context.hpp"
#include "vm/frame.hpp"
#include "vm/generator.hpp"
#include "vm/internals.hpp"

namespace simul::vm {

namespace {

// The task's text for whoever watches: the coroutine's name, and its first argument's.
std::string task_label(AsyncioState& state, const Value& coroutine, const Frame* frame) {
  Vm& vm = state.vm;
  std::string label = coroutine_name(vm, coroutine);
  if (frame == nullptr || frame->code->code->arg_count == 0) return label;
  const Value& first = const_cast<Frame*>(frame)->slots()[0];
  if (vm.is_str(first))
    label += '\x1f' + std::string(vm.text(first));
  else if (first && (first.is_small() || first.is_bool() || first.is_none() ||
                     vm.is_exactly(first, vm.types().float_)))
    label += '\x1f' + state.repr_now(first);
  return label;
}

// The task that runs, as current_task() tells it, while an eager one takes its first step.
class CurrentTask {
 public:
  CurrentTask(asyncio::EventLoop& loop, asyncio::TaskBase& task)
      : loop_(loop), outer_(loop.current_task()) {
    loop_.set_current_task(&task);
  }
  ~CurrentTask() { loop_.set_current_task(outer_); }
  CurrentTask(const CurrentTask&) = delete;
  CurrentTask& operator=(const CurrentTask&) = delete;

 private:
  asyncio::EventLoop& loop_;
  asyncio::TaskBase* outer_;
};

// `stopped` outlives this: it belongs to whoever waits for it.
SIMUL_RARE Native send_once(Vm& vm, Value coroutine, bool* stopped) {
  if (vm.type_of(coroutine)->has(kUserClass)) {
    Attempt sent = co_await vm.attempt(call_method_with(vm, coroutine, "send", Value::none()));
    if (sent.ok()) co_return std::move(sent.value);
    if (!vm.matches(sent.exception, vm.exceptions().StopIteration))
      co_return vm.raise_exception(std::move(sent.exception));
    *stopped = true;
    const Value result = sent.exception.as<ExceptionObject>()->first;
    co_return result ? result : Value::none();
  }
  Sent sent = co_await vm.send(coroutine, Value::none());
  *stopped = sent.stopped;
  if (!sent.value) sent.value = Value::none();
  co_return std::move(sent.value);
}

// A native coroutine that stands for frames of asyncio's own, as Queue.get().
bool is_folded(const Vm& vm, const Value& coroutine) {
  if (!vm.is_exactly(coroutine, vm.types().coroutine)) return false;
  const auto* generator = coroutine.as<GeneratorObject>();
  return generator->body != nullptr && generator->frame() == nullptr &&
         static_cast<const NativeFrame*>(generator->body)->folded;
}

// Inside a factory the frame of the first step is one of asyncio's, which has left its mark where
// it caught; but CPython takes the step in C, and nothing was raised here. The mark is one with
// that of the coroutine where this has frames of asyncio's too, and the caller that it holds is
// that of these.
void forget_first_step(Vm& vm, Value& exception, bool folded) {
  const bool marked = static_cast<NativeFrame*>(vm.running()->top)->folded;
  Value& traceback = exception.as<ExceptionObject>()->traceback;
  if (marked && !folded) traceback = Value(traceback.as<TracebackObject>()->next);
  if (marked || !folded) return;
  const Value caller = Vm::Internals::caller(vm, *vm.running());
  vm.set_raised(std::move(exception));
  Vm::Internals::add_folded(vm, &caller, 1);
  exception = vm.take_raised();
}

// The first step of an eager task, inside whatever made it.
Native run_first_step(Vm& vm, asyncio::Ref<PyTask> task, Value view) {
  AsyncioState& state = AsyncioState::of(vm);
  if (static_cast<NativeFrame*>(vm.running()->top)->folded != 0)
    stand_at(vm, LibraryFrame::kFactory);
  if (already_entered(vm, task->context)) co_return Raised{};
  Outcome outcome;
  {
    const CurrentTask current(task->loop(), *task);
    const ContextScope scope(*vm.running(), &task->context);
    const Value coroutine = task->coroutine();
    const bool folded = is_folded(vm, coroutine);
    bool stopped = false;
    Attempt step = co_await vm.attempt(send_once(vm, coroutine, &stopped));
    if (!step.ok()) {
      forget_first_step(vm, step.exception, folded);
      outcome = {Outcome::Kind::kRaised, std::move(step.exception), 0};
    } else {
      outcome = {
          stopped ? Outcome::Kind::kReturned : Outcome::Kind::kYielded, std::move(step.value), 0};
    }
  }
  task->eager = std::make_unique<Outcome>(std::move(outcome));
  task->take_first_step();
  // An exit leaves by way of C: no frame knows the task.
  if (!state.escaped.empty() && state.escaped.back().get() == task.get()) state.escaped.pop_back();
  // It joins the tasks that a turn of the loop steps only now, behind those that it made itself.
  task->leave_registry();
  task->enter_registry();
  if (task->done()) task->drop_coroutine();
  if (asyncio::Exception exit = task->loop().take_raised()) {
    // What nobody keeps has its last words before the exit goes any further.
    task = nullptr;
    view.reset();
    co_return vm.raise_exception(state.exception_value(exit));
  }
  co_return view;
}

SIMUL_RARE Native make_named_task(Vm& vm,
                                  Value loop,
                                  Value coroutine,
                                  Value name,
                                  Value context,
                                  bool eager,
                                  Value view,
                                  LibraryFrame within) {
  Value text = co_await vm.str_of(name);
  co_return AsyncioState::of(vm).make_task(
      *loop.as<LoopObject>(), coroutine, text, context, eager, view, within);
}

SIMUL_RARE Native task_by_factory(
    Vm& vm, Value loop, Value coroutine, Value name, Value context, bool keeps = false) {
  stand_at(vm, LibraryFrame::kLoopCreateTask);
  const Value factory = loop.as<LoopObject>()->task_factory;
  const bool with_context = context && !context.is_none();
  const Value names = with_context ? vm.tuple({vm.str("context")}) : Value();
  const std::vector<Value> values = {loop, coroutine, context};
  Value task = co_await vm.call(
      factory, CallArgs(values.data(), 2, with_context ? names.as<TupleObject>() : nullptr));
  const Value given[] = {name ? name : Value::none()};
  co_await vm.call_method(task, vm.name("set_name"), CallArgs(given, 1));
  AsyncioState& state = AsyncioState::of(vm);
  if (asyncio::FutureBase* core = state.future_of(task); core != nullptr && keeps)
    state.keep_with_failure(*core, task);
  co_return task;
}

// By a create_task() of the program's own, with the keywords that asyncio's functions give it.
SIMUL_RARE Native task_by_loop(Vm& vm, Value loop, Value coroutine, Value name, Value context) {
  std::vector<Value> given = {coroutine}, names;
  const auto add = [&](const char* keyword, const Value& value) {
    names.push_back(vm.str(keyword));
    given.push_back(value);
  };
  if (name) add("name", name);
  if (context && !context.is_none()) add("context", context);
  const Value create = co_await vm.get_attr(loop, vm.name("create_task"));
  const Value keywords = vm.tuple(std::move(names));
  Value task = co_await vm.call(create, CallArgs(given.data(), 1, keywords.as<TupleObject>()));
  co_return task;
}

}  // namespace

Answer AsyncioState::make_task(LoopObject& loop,
                               const Value& coroutine,
                               const Value& name,
                               const Value& context,
                               bool eager,
                               const Value& view_made,
                               LibraryFrame within) {
  asyncio::EventLoop& core = *loop.core;
  if (!is_coroutine(coroutine))
    return vm.raise_type_error(cat("a coroutine was expected, got ", repr_now(coroutine)));
  // Where its first step is refused the task is there all the same. create_task() asks first
  // whether the loop is closed.
  if (core.is_closed() && !view_made)
    return vm.raise(vm.exceptions().RuntimeError, "Event loop is closed");
  const bool named = name && !name.is_none();
  if (named && !vm.is_str(name))
    return make_named_task(
        vm, Value::share(&loop), coroutine, name, context, eager, view_made, within);
  if (!core.is_running()) eager = false;
  const asyncio::Refusal refusal = eager ? asyncio::Refusal::kNone : core.refuses();
  const bool refused = refusal != asyncio::Refusal::kNone;
  Frame* frame = vm.is_exactly(coroutine, vm.types().coroutine)
                     ? coroutine.as<GeneratorObject>()->frame()
                     : nullptr;
  const bool programs_own =
      frame != nullptr && !frame->code->code->filename.starts_with(kAsyncioFolder);
  const std::uint32_t first_line = programs_own ? frame->code->code->first_line : 0;
  std::string label;
  asyncio::TaskOptions options;
  options.injects_at_start = true;
  options.eager = eager || refused;
  if (named) options.name = vm.text(name);
  if (core.watched()) {
    label = task_label(*this, coroutine, frame);
    options.label = label;
    if (frame != nullptr) {
      const std::uint32_t made_at = coroutine.as<GeneratorObject>()->made_at;
      options.made_line = made_at / GeneratorObject::kMadeColumns;
      options.made_column = made_at % GeneratorObject::kMadeColumns;
    }
  }
  asyncio::Ref<PyTask> task = asyncio::make_counted<PyTask>(
      core,
      coroutine,
      first_line,
      context && !context.is_none() ? context : copy_of_current_context(vm),
      options);
  // An empty name was given all the same.
  if (named && options.name.empty()) task->set_name("");
  if (view_made) {
    view_made.as<FutureObject>()->core = task;
    task->set_view(view_made.object());
    if (view_made.object()->type != task_type) {
      task->set_derived();
      derived_tasks = true;
      own_tasks.emplace(task->id(), task.get());
    }
  }
  Value shown = view(*task);
  // The loop's create_task() takes its own place away from a task that it has got.
  const auto inner = refused && !view_made ? LibraryFrame::kLoopNameTask : LibraryFrame::kNone;
  if (loop.debug) shown.as<FutureObject>()->origin = origin_here(vm, within, inner);
  if (refused) {
    untold.insert(task->id());
    counters.refused = refusal;
    counters.refused_task = task;
    return unless_refused(std::move(shown));
  }
  if (eager) return run_first_step(vm, std::move(task), std::move(shown));
  return shown;
}

bool has_own_method(Vm& vm, const LoopObject& loop, std::string_view method) {
  if (loop.type == AsyncioState::of(vm).loop_type && !loop.dict) return false;
  return has_own_method(vm, Value::share(const_cast<LoopObject*>(&loop)), method);
}

Answer AsyncioState::create_task(LoopObject& loop,
                                 const Value& coroutine,
                                 const Value& name,
                                 const Value& context,
                                 LibraryFrame within,
                                 bool keeps) {
  if (has_own_method(vm, loop, "create_task")) [[unlikely]]
    return task_by_loop(vm, Value::share(&loop), coroutine, name, context);
  return create_task_in_loop(loop, coroutine, name, context, within, keeps);
}

Answer AsyncioState::create_task_in_loop(LoopObject& loop,
                                         const Value& coroutine,
                                         const Value& name,
                                         const Value& context,
                                         LibraryFrame within,
                                         bool keeps) {
  if (!loop.task_factory) return make_task(loop, coroutine, name, context, false, {}, within);
  if (loop.core->is_closed()) return vm.raise(vm.exceptions().RuntimeError, "Event loop is closed");
  return task_by_factory(vm, Value::share(&loop), coroutine, name, context, keeps);
}

void AsyncioState::keep_with_failure(asyncio::FutureBase& task, const Value& held) {
  if (!task.done() || !task.peek_exception() || task.peek_exception()->payload() == nullptr) return;
  const auto* failure = static_cast<const ValueException*>(task.peek_exception()->payload());
  if (!failure->traceback()) return;
  auto* link = failure->traceback().as<TracebackObject>();
  link->held = link->held ? vm.tuple({held, link->held}) : vm.tuple({held});
}

namespace {

// A generator of types.coroutine().
bool may_be_awaited(Vm& vm, const Value& generator) {
  if (!vm.is_exactly(generator, vm.types().generator)) return false;
  const Frame* const frame = generator.as<GeneratorObject>()->frame();
  return frame != nullptr && (frame->code->code->flags & bytecode::kIterableCoroutine) != 0;
}

// What ensure_future makes a coroutine of that is not one.
SIMUL_RARE Native wrap_awaitable(Vm& vm, OwnedArgs args) {
  Value iterator = co_await vm.get_awaitable(args[0]);
  co_return co_await vm.await_on(std::move(iterator));
}

// Whoever is refused a task by ensure_future() has its coroutine closed.
SIMUL_RARE Native close_refused(Vm& vm, Value coroutine, Value error) {
  if (vm.matches(error, vm.exceptions().RuntimeError)) {
    HandledException* const level = vm.running()->handled;
    const Value before = std::exchange(level->exception, error);
    Attempt closed = co_await vm.attempt(vm.call_method(coroutine, vm.name("close"), {}));
    level->exception = before;
    if (!closed.ok()) co_return raise_again(vm, std::move(closed.exception));
  }
  co_return raise_again(vm, std::move(error));
}

SIMUL_RARE Native ensured_by_factory(Vm& vm, Value loop, Value coroutine, bool closes) {
  stand_at(vm, LibraryFrame::kEnsureFuture);
  const bool by_loop = has_own_method(vm, *loop_of(loop), "create_task");
  Attempt task =
      co_await vm.attempt(by_loop ? task_by_loop(vm, std::move(loop), coroutine, {}, {})
                                  : task_by_factory(vm, std::move(loop), coroutine, {}, {}));
  if (task.ok()) co_return std::move(task.value);
  if (!closes) co_return raise_again(vm, std::move(task.exception));
  co_return co_await close_refused(vm, std::move(coroutine), std::move(task.exception));
}

// By its own get_loop().
SIMUL_RARE Native future_of_loop(Vm& vm, Value future, Value loop) {
  const Value own = co_await loop_of_future(vm, future);
  if (!own.is(loop))
    co_return vm.raise_value_error(
        "The future belongs to a different loop than the one specified as the loop argument");
  co_return future;
}

}  // namespace

Answer AsyncioState::ensure_future(const Value& awaitable, LoopObject* loop) {
  if (!vm.is_exactly(awaitable, vm.types().coroutine) && is_strange(*this, awaitable))
      [[unlikely]] {
    if (loop == nullptr) return awaitable;
    return future_of_loop(vm, awaitable, Value::share(loop));
  }
  if (asyncio::FutureBase* core = future_of(awaitable)) {
    if (loop != nullptr && &core->loop() != loop->core)
      return vm.raise_value_error(
          "The future belongs to a different loop than the one specified as the loop argument");
    return awaitable;
  }
  Value coroutine = awaitable;
  if (!is_coroutine(awaitable)) {
    if (vm.type_of(awaitable)->slots.await == nullptr && !may_be_awaited(vm, awaitable))
      return vm.raise_type_error("An asyncio.Future, a coroutine or an awaitable is required");
    coroutine = vm.make_coroutine(wrap_awaitable(vm, OwnedArgs({awaitable})),
                                  "_wrap_awaitable",
                                  "ensure_future.<locals>._wrap_awaitable");
  }
  if (loop == nullptr) loop = current_or_set();
  if (loop == nullptr) return Raised{};
  const bool closes = coroutine.is(awaitable);
  if ((loop->task_factory && !loop->core->is_closed()) || has_own_method(vm, *loop, "create_task"))
    return ensured_by_factory(vm, Value::share(loop), std::move(coroutine), closes);
  Answer made = create_task(*loop, coroutine, {}, {}, LibraryFrame::kEnsureFuture);
  if (!made.raised() || !closes) return made;
  return close_refused(vm, std::move(coroutine), vm.take_raised());
}

}  // namespace simul::vm
