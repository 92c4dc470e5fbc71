// Driving the loop for Program: one slice at a time, never waiting.
#include "vm/program_loop.hpp"

#include <algorithm>

#include "asyncio/event_loop.hpp"
#include "base/rare.hpp"
#include "base/sort.hpp"
#include "vm/asyncio_state.hpp"
#include "vm/cat.hpp"
#include "vm/frame.hpp"
#include "vm/internals.hpp"
#include "vm/source_lines.hpp"
#include "vm/threads.hpp"
#include "vm/traceback.hpp"

namespace simul::vm {

namespace {

// A slice ends when the instructions are used up.
class InstructionBudget final : public asyncio::SliceBudget {
 public:
  InstructionBudget(AsyncioState& state, LoopObject& loop)
      : state_(state), vm_(state.vm), threads_(*state.threads), object_(loop), loop_(*loop.core) {}
  // Asked after every step. A callback that runs no Python code must not be free: a slice of them
  // would never end.
  bool spent() override {
    if (object_.timed.began_ns >= 0) state_.step_ended(object_);
    if (state_.thrown_by_step) {
      const AsyncioState::InCallback inside(state_);
      state_.thrown_by_step.reset();
    }
    if (state_.thrown_by_handle) state_.thrown_by_handle.reset();
    state_.finalize();  // what a callback of the loop's own let go of
    return --vm_.budget <= 0;
  }
  bool gives_way() override {
    if (threads_.alone()) return false;
    // A loop that polls for what a sleeping thread will do: time has to pass.
    return threads_.others_can_run() || (loop_.spinning() && !loop_.has_timers());
  }

 private:
  AsyncioState& state_;
  Vm& vm_;
  Threads& threads_;
  LoopObject& object_;
  const asyncio::EventLoop& loop_;
};

// In the end of a connection, which lets go of the task that its server has made for it?
bool loses_connection(Vm& vm) {
  const Fiber* const fiber = vm.running();
  const Activation* top = fiber != nullptr ? fiber->top : nullptr;
  while (top != nullptr && top->kind != Activation::Kind::kPython) top = top->below;
  if (top == nullptr) return false;
  const bytecode::CodeObject& code = *static_cast<const Frame*>(top)->code->code;
  return code.name == "connection_lost" && code.filename == cat(kAsyncioFolder, "streams.py");
}

// Is the frame on top the one that has called close(), and not one that dies there?
bool closes_loop(Vm& vm, const AsyncioState& state) {
  return state.closing_in != nullptr && vm.running() != nullptr &&
         Vm::Internals::visible_frame(vm, 0) == state.closing_in;
}

}  // namespace

void attach_asyncio(Vm& vm, asyncio::Clock& clock, asyncio::Instrument* instrument) {
  vm.extension(ExtensionId::kAsyncio) = std::make_unique<AsyncioState>(vm, clock, instrument);
}

bool loop_is_driven(Vm& vm) {
  return vm.extension(ExtensionId::kAsyncio) != nullptr && AsyncioState::of(vm).driven != nullptr;
}

SIMUL_RARE std::pair<std::string, std::string_view> library_place(Vm& vm) {
  if (vm.extension(ExtensionId::kAsyncio) == nullptr) return {};
  const AsyncioState& state = AsyncioState::of(vm);
  if (state.at_line != nullptr &&
      (state.dropping || vm.running_line() == 0 || closes_loop(vm, state)))
    return {cat(kAsyncioFolder, "base_events.py:", state.at_line->number), state.at_line->source};
  if (vm.running_line() != 0 || state.driven == nullptr) return {};
  // The variable of _run_once() gets the next handle of the turn, or None after the last.
  if (!state.in_callback && state.driven->core->turn_is_over())
    return {cat(kAsyncioFolder, "base_events.py:2043"),
            "handle = None  # Needed to break cycles when an exception occurs."};
  if (!state.in_callback)
    return {cat(kAsyncioFolder, "base_events.py:2027"), "handle = self._ready.popleft()"};
  if (loses_connection(vm)) return {cat(kAsyncioFolder, "streams.py:275"), "self._task = None"};
  // What runs every callback of the loop.
  return {cat(kAsyncioFolder, "events.py:89"), "self._context.run(self._callback, *self._args)"};
}

Threads& threads_of(Vm& vm) {
  return *AsyncioState::of(vm).threads;
}

void drive_loop(Vm& vm) {
  AsyncioState& state = AsyncioState::of(vm);
  Threads& threads = *state.threads;
  LoopObject* loop = state.driven;
  InstructionBudget budget(state, *state.driven);
  const asyncio::SliceResult slice = loop->core->run_slice(&budget);
  switch (slice.end) {
    case asyncio::SliceEnd::kSpent:
      // Between two callbacks: the loop's own code is Python in CPython.
      threads.switching().at_breaker = true;
      break;
    case asyncio::SliceEnd::kPreempted: break;
    case asyncio::SliceEnd::kIdle:
      threads.current()->selecting = loop;
      threads.block(slice.has_due ? slice.due_ns : kNever, true, slice.generation);
      break;
    case asyncio::SliceEnd::kBlocked: threads.block(slice.due_ns, false, slice.generation); break;
    case asyncio::SliceEnd::kGaveWay:
      if (threads.others_can_run())
        threads.give_way();
      else
        threads.follow_first_sleeper();
      break;
    case asyncio::SliceEnd::kStopped:
    case asyncio::SliceEnd::kRaised:
      state.driven = nullptr;
      vm.unpark(*threads.current()->fiber, Value::none());
      break;
  }
}

namespace {

// Where the thread's own program stands, not the library that it called; 0: nowhere.
std::uint32_t program_line(const Vm& vm, const Fiber& fiber) {
  for (Activation* each = fiber.top; each != nullptr; each = each->below) {
    if (each->kind != Activation::Kind::kPython) continue;
    const auto* frame = static_cast<Frame*>(each);
    if (frame->code->code->filename == vm.options().filename) return frame->line();
  }
  return 0;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

}  // namespace

SIMUL_RARE std::vector<std::string> waiting_threads(Vm& vm) {
  const Threads& threads = threads_of(vm);
  std::vector<std::string> texts;
  if (threads.alone() && threads.main()->selecting != nullptr) return texts;
  for (const std::shared_ptr<Thread>& thread : threads.alive()) {
    if (thread->selecting != nullptr) {
      texts.push_back(cat(thread->name, " runs an event loop in which every task waits"));
      continue;
    }
    std::uint32_t line = program_line(vm, *thread->loop.steps);
    if (line == 0) line = program_line(vm, *thread->fiber);
    std::string text = thread->name + " waits";
    if (line != 0)
      text += cat(" at line ", line, ": ", trimmed(source_line(vm, line)));
    else if (thread == threads.main())
      text += " for the other threads at the program's end";
    texts.push_back(std::move(text));
  }
  return texts;
}

bool is_future(Vm& vm, const Object* object) {
  if (vm.extension(ExtensionId::kAsyncio) == nullptr) return false;
  const AsyncioState& state = AsyncioState::of(vm);
  return state.future_type != nullptr && object->type->is_subtype_of(state.future_type);
}

bool survives(Vm& vm, const Object* object) {
  if (!is_future(vm, object)) return false;
  const auto* future = static_cast<const FutureObject*>(object);
  return future->kept_by != nullptr || (future->core && future->core->references() > 1);
}

bool has_last_words(Vm& vm, const Object* object) {
  if (vm.extension(ExtensionId::kAsyncio) == nullptr) return false;
  const AsyncioState& state = AsyncioState::of(vm);
  if (!is_future(vm, object) || object->type->has_finalizer) return false;
  const auto* future = static_cast<const FutureObject*>(object);
  return future->core && future->core->log_traceback() &&
         state.reached.count(future->core->id()) == 0;
}

bool dies_with_words(Vm& vm, const Object* object) {
  return has_last_words(vm, object) &&
         static_cast<const FutureObject*>(object)->core->references() == 1;
}

void say_last_words(Vm& /*vm*/, const Object* object) {
  static_cast<const FutureObject*>(object)->core->say_last_words();
}

SIMUL_RARE std::vector<std::string> waiting_tasks(Vm& vm) {
  AsyncioState& state = AsyncioState::of(vm);
  std::vector<std::pair<std::string, std::string>> named;
  for (const AsyncioState::Loop& loop : state.loops) {
    for (const asyncio::Ref<asyncio::TaskBase>& task : loop.core->all_tasks()) {
      auto& python = static_cast<PyTask&>(*task);
      std::string text = cat(python.name(), " ", coroutine_name(vm, python.coroutine()));
      if (const std::uint32_t line = coroutine_line(python.coroutine(), true); line != 0)
        text += cat(" at line ", line);
      named.emplace_back(python.name(), std::move(text));
    }
  }
  sort_stably(named, [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> texts;
  for (auto& [name, text] : named) texts.push_back(std::move(text));
  if (texts.empty()) texts.emplace_back("main thread");
  return texts;
}

}  // namespace simul::vm
