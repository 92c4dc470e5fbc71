// asyncio.run() and Runner as Python sees them. Mirrors Lib/asyncio/runners.py. The handler that it
// sets for SIGINT is made when the program asks for it: by the modules signal and asyncio.runners
// of src/library.
#include "asyncio/runners.hpp"
#include "asyncio/timeouts.hpp"
#include "vm/asyncio_derived.hpp"
#include "vm/asyncio_sync.hpp"
#include "vm/call_with.hpp"
#include "vm/cat.hpp"
#include "vm/context.hpp"
#include "vm/internals.hpp"

namespace simul::vm {

namespace {

constexpr const char* kRunMethod = "Runner.run()";

enum class RunnerState : std::uint8_t { kCreated, kInitialized, kClosed };

struct RunnerObject : Container {
  Value debug;         // None: as the loop is
  Value loop_factory;  // None: new_event_loop()
  Value loop;
  Value context;  // that all its runs share
  RunnerState state = RunnerState::kCreated;
  bool set_event_loop = false;
};

RunnerObject* runner_of(const Value& self) {
  return self.as<RunnerObject>();
}
void runner_traverse(Object* object, Visitor& visitor) {
  auto* runner = static_cast<RunnerObject*>(object);
  for (const Value* each : {&runner->loop_factory, &runner->loop, &runner->context})
    visitor.visit(*each);
}
void runner_clear(Object* object) {
  auto* runner = static_cast<RunnerObject*>(object);
  for (Value* each : {&runner->loop_factory, &runner->loop, &runner->context}) each->reset();
}

// The one step of a shutdown coroutine that finds nothing to do.
class Housekeeping final : public asyncio::DoneCallback {
 public:
  Housekeeping(asyncio::Ref<PyFuture> over, const char* name)
      : over_(std::move(over)), name_(name) {}
  asyncio::Ran run(asyncio::EventLoop&, asyncio::FutureBase&, bool /*resumed*/) override {
    over_->set_result(Value::none());
    return asyncio::Ran::kDone;
  }
  [[nodiscard]] std::string name() const override { return name_; }

 private:
  asyncio::Ref<PyFuture> over_;
  const char* name_;
};

// CPython runs the loop for shutdown_asyncgens() and again for shutdown_default_executor(), two
// turns each: callbacks that are still queued, and other threads, get theirs.
Native run_two_turns(Vm& vm, Value loop_value, const char* name) {
  AsyncioState& state = AsyncioState::of(vm);
  asyncio::EventLoop& loop = *loop_of(loop_value)->core;
  if (!loop.has_work() && state.threads->alone()) co_return Value::none();
  const asyncio::Ref<PyFuture> first = state.new_future(loop);
  const asyncio::Ref<PyFuture> second = state.new_future(loop);
  first->add_done_callback(asyncio::make_counted<Housekeeping>(second, name));
  first->set_result(Value::none());
  co_await run_until(vm, loop_value, second);
  co_return Value::none();
}

// Has its class one of the methods anew by which a runner runs it?
bool runs_its_own_way(Vm& vm, const Value& loop) {
  return has_own_method(vm, *loop_of(loop), "run_until_complete") ||
         has_own_method(vm, *loop_of(loop), "run_forever") ||
         has_own_method(vm, *loop_of(loop), "stop");
}

// run_until_complete() of one of the loop's own coroutines.
Native run_method(Vm& vm, Value loop, const char* name, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  Value coroutine = co_await vm.call_method(loop, vm.name(name), args);
  if (runs_its_own_way(vm, loop)) {
    Value result = co_await call_method_with(vm, loop, "run_until_complete", std::move(coroutine));
    co_return result;
  }
  Value task = co_await state.create_task(*loop_of(loop), coroutine, {}, {});
  if (is_strange(state, task)) {
    OwnedArgs given({loop, task, Value::boolean(true)});
    Value result = co_await by_program(vm, "run_until_complete", std::move(given));
    co_return result;
  }
  const asyncio::Ref<asyncio::FutureBase> core(state.future_of(task));
  // Who is left by an exit says nothing when it dies.
  if (core->is_task()) static_cast<asyncio::TaskBase&>(*core).set_log_destroy_pending(false);
  task.reset();
  co_await run_until(vm, loop, core);
  co_return result_of_run(state, *core);
}

Value views_of(AsyncioState& state, const asyncio::Leftovers& leftovers) {
  std::vector<Value> views;
  for (const asyncio::Ref<asyncio::TaskBase>& task : leftovers.tasks())
    views.push_back(state.view(*task));
  return state.vm.tuple(std::move(views));
}

// Before a runner closes its loop: cancels what is left and waits for it.
Native close_loop(Vm& vm, Value loop_value) {
  AsyncioState& state = AsyncioState::of(vm);
  LoopObject* loop = loop_of(loop_value);
  asyncio::Leftovers leftovers;
  bool strange = false;
  for (const asyncio::Ref<PyTask>& task : state.tasks_to_ask(*loop->core))
    strange = strange || (task->derived() && is_strange(state, state.view(*task)));
  if (strange) {
    OwnedArgs given({loop_value});
    co_await by_program(vm, "_cancel_all_tasks", std::move(given));
  } else if (const asyncio::Ref<asyncio::FutureBase> all = leftovers.cancel_all(*loop->core)) {
    // SystemExit on the way leaves at once: what is left then is lost.
    Attempt ended = co_await vm.attempt(run_until(vm, loop_value, all, views_of(state, leftovers)));
    if (!ended.ok()) co_return vm.raise_exception(std::move(ended.exception));
    leftovers.report(*loop->core);
  } else if (state.counters.refusing()) {
    // The frame of _cancel_all_tasks() has them all as long as the error lives, and lets go of the
    // one that refused at last. A tuple begins with its end.
    std::vector<Value> kept;
    for (auto each = leftovers.tasks().rbegin(); each != leftovers.tasks().rend(); ++each)
      kept.push_back(state.view(**each));
    Value error = state.take_refusal();
    state.add_folded(error);
    error.as<ExceptionObject>()->traceback.as<TracebackObject>()->held = vm.tuple(std::move(kept));
    co_return vm.raise_exception(std::move(error));
  }
  // shutdown_asyncgens() and shutdown_default_executor() are tasks in CPython: they take their
  // numbers, and a factory of the program's is asked for them.
  const auto own = [&vm, loop](const char* method) { return has_own_method(vm, *loop, method); };
  const bool made_by_program =
      (loop->task_factory && !vm.is_exactly(loop->task_factory, vm.types().builtin_function)) ||
      own("create_task") || own("shutdown_asyncgens") || own("shutdown_default_executor") ||
      own("run_until_complete") || own("run_forever") || own("stop");
  if (open_generators(vm, loop).empty() && !made_by_program) {
    ++state.counters.next_task;
    co_await run_two_turns(vm, loop_value, "shutdown_asyncgens");
  } else {
    co_await run_method(vm, loop_value, "shutdown_asyncgens", OwnedArgs());
  }
  if (!default_executor(vm, loop) && !made_by_program) {
    ++state.counters.next_task;
    co_await run_two_turns(vm, loop_value, "shutdown_default_executor");
    co_return Value::none();
  }
  // As CPython, it waits five minutes for the threads.
  const Value seconds[] = {vm.integer(300)};
  co_return run_method(
      vm, loop_value, "shutdown_default_executor", OwnedArgs(CallArgs(seconds, 1)));
}

Value new_runner(Vm& vm, Type* cls, const Value& debug, const Value& loop_factory) {
  auto* runner = vm.instantiate<RunnerObject>(cls);
  runner->debug = debug ? debug : Value::none();
  runner->loop_factory = loop_factory ? loop_factory : Value::none();
  return Value::adopt(runner);
}

Answer runner_create(Vm& vm, Type* cls, const CallArgs& args) {
  static constexpr Parameters kParameters{"Runner.__init__", {"debug", "loop_factory"}, 0};
  Value slots[2];
  if (args.size() > 0)
    return vm.raise_type_error(
        cat("Runner.__init__() takes 1 positional argument but ", args.size() + 1, " were given"));
  if (!vm.parse(args, kParameters, slots)) return Raised{};
  return new_runner(vm, cls, slots[0], slots[1]);
}
Answer runner_init(Vm&, const Value&, const CallArgs&) {
  return Value::none();
}

// Makes the loop, once.
Native begin_runner(Vm& vm, Value self) {
  RunnerObject* runner = runner_of(self);
  if (runner->state == RunnerState::kClosed)
    co_return vm.raise(vm.exceptions().RuntimeError, "Runner is closed");
  if (runner->state == RunnerState::kInitialized) co_return self;
  AsyncioState& state = AsyncioState::of(vm);
  Value loop;
  if (runner->loop_factory.is_none()) {
    loop = co_await new_event_loop(vm, CallArgs());
    if (!runner->set_event_loop) {
      co_await set_event_loop(vm, loop);
      runner->set_event_loop = true;
    }
  } else {
    const Value factory = runner->loop_factory;
    loop = co_await vm.call(factory);
  }
  if (!vm.is_kind_of(loop, state.loop_type))
    co_return vm.raise_type_error(
        cat("Simul can only run its own event loops, and not '", vm.type_name(loop), "'"));
  runner->loop = loop;
  if (!runner->debug.is_none()) {
    const Value debug[] = {runner->debug};
    co_await vm.call_method(loop, vm.name("set_debug"), CallArgs(debug, 1));
  }
  runner->context = copy_context(vm);
  runner->state = RunnerState::kInitialized;
  co_return self;
}

Native end_runner(Vm& vm, Value self) {
  RunnerObject* runner = runner_of(self);
  if (runner->state != RunnerState::kInitialized) co_return Value::none();
  const Value loop = runner->loop;
  Attempt closed = co_await vm.attempt(close_loop(vm, loop));
  if (runner->set_event_loop) co_await set_event_loop(vm, Value::none());
  if (has_own_method(vm, *loop_of(loop), "close")) {
    co_await vm.call_method(loop, vm.name("close"), CallArgs());
  } else {
    log_closing(vm, loop);
    co_await AsyncioState::close(vm, *loop_of(loop)->core);
  }
  runner->loop.reset();
  runner->state = RunnerState::kClosed;
  if (!closed.ok()) co_return vm.raise_exception(std::move(closed.exception));
  co_return Value::none();
}

// While it lives, a SIGINT interrupts this run, if it is the main thread's.
class MayBeInterrupted {
 public:
  MayBeInterrupted(AsyncioState& state, const Value& runner, asyncio::FutureBase& task)
      : state_(state)
      , is_main_(state.threads->current() == state.threads->main() &&
                 state.interruptible.runner == nullptr) {
    if (is_main_) state.interruptible = {runner.object(), &task};
  }
  ~MayBeInterrupted() {
    if (is_main_) state_.interruptible = {};
  }
  MayBeInterrupted(const MayBeInterrupted&) = delete;
  MayBeInterrupted& operator=(const MayBeInterrupted&) = delete;
  [[nodiscard]] bool happened() const { return is_main_ && state_.interruptible.interrupts > 0; }

 private:
  AsyncioState& state_;
  bool is_main_;
};

// asyncio._interruptible(): the Runner and the task that a SIGINT would interrupt, or None.
Answer interruptible(Vm& vm, const CallArgs&) {
  AsyncioState& state = AsyncioState::of(vm);
  const AsyncioState::Interruptible& run = state.interruptible;
  if (run.runner == nullptr) return Value::none();
  return vm.tuple({Value::share(run.runner), state.view(*run.task)});
}
// asyncio._interrupt(): the how many-th interrupt of that run this is.
Answer interrupt(Vm& vm, const CallArgs&) {
  return vm.integer(++AsyncioState::of(vm).interruptible.interrupts);
}

Native run_in(Vm& vm, Value self, Value coroutine, Value context, const char* name) {
  AsyncioState& state = AsyncioState::of(vm);
  if (!state.is_coroutine(coroutine)) {
    Value shown = co_await vm.repr(coroutine);
    co_return vm.raise_value_error(cat("a coroutine was expected, got ", vm.text(shown)));
  }
  if (state.running_loop != nullptr)
    co_return vm.raise(vm.exceptions().RuntimeError,
                       cat(name, " cannot be called from a running event loop"));
  co_await begin_runner(vm, self);
  const Value loop = runner_of(self)->loop;
  if (!context || context.is_none()) context = runner_of(self)->context;
  Value task =
      co_await state.create_task(*loop_of(loop), coroutine, {}, context, LibraryFrame::kRunnerRun);
  coroutine.reset();
  const asyncio::Ref<asyncio::FutureBase> core(state.future_of(task));
  if (!core) co_return vm.call_method(loop, "run_until_complete", {task});
  const MayBeInterrupted may_be(state, self, *core);
  Answer result = Raised{};
  if (is_strange(state, task) || runs_its_own_way(vm, loop)) {
    Attempt ended = co_await vm.attempt(call_method_with(vm, loop, "run_until_complete", task));
    if (ended.ok())
      result = std::move(ended.value);
    else
      vm.set_raised(std::move(ended.exception));
  } else {
    task.reset();
    co_await run_until(vm, loop, core, Value(), name == kRunMethod ? 3 : 4);
    result = result_of_run(state, *core);
  }
  if (!may_be.happened() || !result.raised() ||
      !vm.matches(vm.raised_exception(), state.cancelled_error))
    co_return std::move(result);
  // It was the SIGINT that cancelled the task; if nobody else did too, an interrupt is what it was.
  Vm::Internals::add_folded(vm, nullptr, 0);  // the frame of run_until_complete()
  Value cancelled = vm.take_raised();
  const Value view = state.view(*core);
  const Value left = co_await vm.call_method(view, vm.name("uncancel"), CallArgs());
  if (!left.is_small() || left.as_small() != 0) co_return raise_again(vm, std::move(cancelled));
  Value error = Vm::Internals::new_exception(vm, vm.exceptions().KeyboardInterrupt, vm.tuple({}));
  error.as<ExceptionObject>()->context = std::move(cancelled);
  co_return raise_again(vm, std::move(error));
}

Native runner_run(Vm& vm, OwnedArgs args) {
  // A runner that is closed refuses while its frame, and so the traceback, still has the coroutine.
  const AsyncioState& state = AsyncioState::of(vm);
  if (state.is_coroutine(args[1]) && state.running_loop == nullptr)
    co_await begin_runner(vm, args[0]);
  Value coroutine = std::move(args.values[1]);
  Value result = co_await run_in(vm, args[0], std::move(coroutine), args[2], kRunMethod);
  co_return result;
}
Native runner_enter(Vm& vm, OwnedArgs args) {
  co_return begin_runner(vm, args[0]);
}
Native close_runner(Vm& vm, Value self) {
  if (!has_own_method(vm, self, "close")) co_return end_runner(vm, self);
  co_await vm.call_method(self, "close");
  co_return Value::none();
}

Native runner_exit(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  if (!args[2].is_none()) state.failure = args[2];
  Attempt closed = co_await vm.attempt(close_runner(vm, args[0]));
  state.failure.reset();
  if (!closed.ok()) co_return vm.raise_exception(std::move(closed.exception));
  co_return Value::none();
}
Native runner_close(Vm& vm, OwnedArgs args) {
  co_return end_runner(vm, args[0]);
}
Native runner_get_loop(Vm& vm, OwnedArgs args) {
  co_await begin_runner(vm, args[0]);
  co_return runner_of(args[0])->loop;
}

// args: main, debug, loop_factory
Native asyncio_run(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  if (state.running_loop != nullptr)
    co_return vm.raise(vm.exceptions().RuntimeError,
                       "asyncio.run() cannot be called from a running event loop");
  const Value runner = new_runner(vm, state.runner_type, args[1], args[2]);
  co_await begin_runner(vm, runner);
  Value coroutine = std::move(args.values[0]);
  Attempt result =
      co_await vm.attempt(run_in(vm, runner, std::move(coroutine), {}, "asyncio.run()"));
  // The runner is left while that exception is being handled.
  HandledException* const level = vm.running()->handled;
  const Value before = level->exception;
  if (!result.ok()) level->exception = state.failure = result.exception;
  Attempt closed = co_await vm.attempt(end_runner(vm, runner));
  level->exception = before;
  state.failure.reset();
  if (!closed.ok()) {  // raised while the other one was handled, by the loop's tasks or by itself
    auto* error = closed.exception.as<ExceptionObject>();
    if (!result.ok() && !error->context && !closed.exception.is(result.exception))
      error->context = result.exception;
    co_return raise_again(vm, std::move(closed.exception));
  }
  if (!result.ok()) {
    // Its line was added when the block was left; the same exception may have gone other ways
    // since.
    static_cast<NativeFrame*>(vm.running()->top)->folded = false;
    co_return vm.raise_exception(std::move(result.exception));
  }
  co_return std::move(result.value);
}

}  // namespace

void install_runner_types(AsyncioState& state, const Value& module) {
  state.runner_type =
      state.vm.make_type({.name = "Runner",
                          .module = "asyncio.runners",
                          .instance_size = sizeof(RunnerObject),
                          .flags = kSubclassable,
                          .slots = {.destroy = destroy_as<RunnerObject>,
                                    .traverse = runner_traverse,
                                    .clear = runner_clear,
                                    .create = runner_create,
                                    .init = runner_init},
                          .methods = {{"run", runner_run, 1, 2, kKeywords | kFoldedFrame},
                                      {"close", runner_close, 0, 0, kFoldedFrame},
                                      {"get_loop", runner_get_loop, 0, 0, kFoldedFrame},
                                      {"__enter__", runner_enter, 0, 0, kFoldedFrame},
                                      {"__exit__", runner_exit, 3, 3, kFoldedFrame}}});
  state.vm.set_module_attr(module, "Runner", state.vm.type_value(state.runner_type));
  state.vm.add_functions(module,
                         {{"run", asyncio_run, 0, -1, kKeywords | kFoldedFrame},
                          {"_interruptible", interruptible, 0, 0},
                          {"_interrupt", interrupt, 0, 0}});
}

}  // namespace simul::vm
