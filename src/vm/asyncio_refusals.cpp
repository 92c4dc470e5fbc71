// What the core was refused, as the exception that CPython raises there; and how deep a
// cancellation may go.
//
// A cancellation goes from each task to what that one waits for, one C function calling another
// (two and a frame of Python for a gather). Tasks that wait for each other in a circle hand it
// round until CPython's limits, of 10,000 calls in C and of 1000 frames in Python, end it with a
// RecursionError, and each of them counts every round in cancelling().
//
// The figures are those of CPython 3.13.5, a call made for the first time: one that has run
// before saves itself one call in C, which is one request more.
#include "vm/asyncio_state.hpp"
#include "vm/cat.hpp"
#include "vm/frame.hpp"
#include "vm/internals.hpp"

namespace simul::vm {

namespace {

constexpr int kCalls = 9998;         // that a callback of the loop may have in C
constexpr int kCallsOfStep = 1;      // between the loop and a task's step
constexpr int kCallsOfPython = 2;    // from C to a function written in Python
constexpr int kFramesOfTheLoop = 2;  // _run_once() and Handle._run()

int python_frames(const Fiber& fiber) {
  int count = 0;
  for (const Activation* each = fiber.top; each != nullptr; each = each->below)
    if (each->kind == Activation::Kind::kPython) ++count;
  return count;
}

// From C to Python: at the bottom of the chain, and above each native.
int calls_of_python(const Fiber& fiber) {
  int count = 0;
  for (const Activation* each = fiber.top; each != nullptr; each = each->below)
    if (each->kind == Activation::Kind::kPython &&
        (each->below == nullptr || each->below->kind != Activation::Kind::kPython))
      count += kCallsOfPython;
  return count;
}

// A task's step is a callable of C, its wakeup a method of the task's class.
std::string name_of_callback(AsyncioState& state, asyncio::EventLoop& loop, std::string_view name) {
  asyncio::TaskBase* const task = loop.current_task();
  if (task != nullptr && name == "TaskStepMethWrapper()")
    return cat("<_asyncio.TaskStepMethWrapper object at ",
               quoted_address(state.view(*task).object()),
               ">()");
  if (task != nullptr && name == "Task.task_wakeup()")
    return cat(bare_name(state.vm, state.view(*task)), ".task_wakeup()");
  return std::string(name);
}

// What the frame of that call has, as a tuple, which lets go of the callback first; empty: nothing.
Value take_refused_call(AsyncioState& state) {
  const asyncio::Ref<asyncio::Counted> task = std::exchange(state.counters.refused_task, {});
  const asyncio::Ref<asyncio::Counted> callback =
      std::exchange(state.counters.refused_callback, {});
  const asyncio::Ref<asyncio::Counted> future = std::exchange(state.counters.refused_future, {});
  std::vector<Value> held;
  if (future) held.push_back(state.view(static_cast<asyncio::FutureBase&>(*future)));
  if (callback) {
    const auto& done = static_cast<asyncio::DoneCallback&>(*callback);
    for (asyncio::FutureBase* each : done.knows()) held.push_back(state.view(*each));
    if (done.completes() != nullptr) held.push_back(state.view(*done.completes()));
    if (done.program_callback() != nullptr)
      held.push_back(*static_cast<const Value*>(done.program_callback()));
  }
  if (task) held.push_back(state.view(static_cast<asyncio::TaskBase&>(*task)));
  return held.empty() ? Value() : state.vm.tuple(std::move(held));
}

std::string_view words_of(asyncio::Refusal refusal) {
  switch (refusal) {
    case asyncio::Refusal::kClosedLoop: return "Event loop is closed";
    case asyncio::Refusal::kForeignThread: return kForeignThreadText;
    case asyncio::Refusal::kTooManyFrames: return "maximum recursion depth exceeded";
    default: return "maximum recursion depth exceeded while calling a Python object";
  }
}

}  // namespace

Value AsyncioState::take_refusal() {
  const asyncio::Refusal refusal = std::exchange(counters.refused, asyncio::Refusal::kNone);
  // The cancel() of a gather is in Python: a frame that the task's own, in C, does not leave.
  const bool in_gather = std::exchange(counters.refused_in_gather, false);
  if (refusal == asyncio::Refusal::kRaised) {
    if (in_gather) add_folded(raised_by_program);
    return std::move(raised_by_program);
  }
  const bool deep = refusal >= asyncio::Refusal::kTooManyCalls;
  const std::string_view said = words_of(refusal);
  Value error =
      vm.make_exception(deep ? vm.exceptions().RecursionError : vm.exceptions().RuntimeError, said);
  if (!deep || in_gather) add_folded(error);  // of the loop's call_soon(), too
  if (Value call = take_refused_call(*this))
    error.as<ExceptionObject>()->traceback.as<TracebackObject>()->held = std::move(call);
  return error;
}

Answer AsyncioState::unless_refused(Answer value) {
  if (!counters.refusing()) return value;
  return vm.raise_exception(take_refusal());
}

void stand_on_callers(AsyncioState& state, LoopObject* loop, std::uint8_t driver_frames) {
  loop->driver_frames = driver_frames;
  loop->ground_frames =
      python_frames(*state.threads->current()->fiber) + driver_frames + kFramesOfTheLoop;
  state.steps->depth = loop->ground_frames;
}

asyncio::CancelDepth AsyncioState::cancel_limits() {
  const Fiber* const running = vm.running();
  asyncio::CancelDepth limits{.calls = kCalls, .frames = vm.options().recursion_limit};
  const bool in_loop = running_loop != nullptr && (running == nullptr || running == steps);
  if (in_loop) limits.frames -= running_loop->ground_frames;
  const bool in_step = in_loop && running_loop->core->current_task() != nullptr;
  if (in_step) limits.calls -= kCallsOfStep;
  if (running != nullptr) {
    limits.frames -= python_frames(*running);
    limits.calls -= calls_of_python(*running);
  } else if (!in_step) {
    // A callback of the core's own, which CPython has in Python.
    limits.frames -= 1;
    limits.calls -= kCallsOfPython;
  }
  return limits;
}

void AsyncioState::refuse_step(asyncio::TaskBase& task,
                               const asyncio::Exception& thrown,
                               bool stepped) {
  const std::string words =
      stepped ? "invalid state"
              : cat("_step(): already done: ",
                    describe(task),
                    " ",
                    thrown ? repr_now(exception_value(thrown)) : std::string("None"));
  raised_by_program = vm.make_exception(invalid_state_error, words);
  counters.refused = asyncio::Refusal::kRaised;
  counters.refused_task = asyncio::Ref<asyncio::Counted>(&task);
}

void AsyncioState::callback_refused(asyncio::EventLoop& loop,
                                    std::string_view name,
                                    std::optional<double> when_s,
                                    asyncio::Counted* origin) {
  const Value error = take_refusal();
  const std::string shown = name_of_callback(*this, loop, name);
  const auto describe = [&shown, origin](auto& core) {
    core.shown = shown;
    if (origin == nullptr) return;
    const Origin& made = *static_cast<KeptOrigin*>(origin)->origin;
    core.origin = std::make_unique<Origin>(made.place, made.stack, made.frames);
  };
  Value handle;
  if (when_s) {
    auto core = asyncio::make_counted<CallHandle<asyncio::TimerHandle>>(
        vm, Value(), std::vector<Value>(), Value());
    describe(*core);
    core->when = vm.real(*when_s);
    handle = handle_object(*this, *core, true);
  } else {
    auto core = asyncio::make_counted<CallHandle<asyncio::Handle>>(
        vm, Value(), std::vector<Value>(), Value());
    describe(*core);
    handle = handle_object(*this, *core, false);
  }
  add_folded(error);  // Handle._run()
  if (Value call = take_refused_call(*this))
    // That frame has the handle and the error, too: what the two keep lives until a collection.
    error.as<ExceptionObject>()->traceback.as<TracebackObject>()->held =
        vm.tuple({error, handle, std::move(call)});
  report(loop, cat("Exception in callback ", shown), error, "handle", handle);
}

}  // namespace simul::vm
