// Program: the main fiber, the loop's slices between, and the end in CPython's order: the
// traceback, the module's names, cycles.
#include "vm/program.hpp"

#include "asyncio/clock.hpp"
#include "vm/cat.hpp"
#include "vm/deadlock.hpp"
#include "vm/frame.hpp"
#include "vm/internals.hpp"
#include "vm/program_loop.hpp"
#include "vm/threads.hpp"
#include "vm/traceback.hpp"

namespace simul::vm {

namespace {

enum class Phase : std::uint8_t {
  kRunning,
  kExceptHook,
  kJoinThreads,
  kAtExit,
  kEndUnreached,
  kCollectFirst,
  kDropLastError,
  kDropGlobals,
  kEndTasks,
  kCollect,
  kCollectAgain,
  kDone
};

}  // namespace

struct Program::State {
  State(ProgramOptions the_options, Host& host, asyncio::Clock& the_clock)
      : options(std::move(the_options))
      , clock(the_clock)
      , vm({options.filename,
            options.source,
            options.seed,
            options.heap_limit,
            1000,
            options.modules,
            options.files},
           host) {}

  ProgramOptions options;
  asyncio::Clock& clock;
  Vm vm;
  Fiber fiber;
  Value globals;
  Phase phase = Phase::kRunning;
  int exit_code = 0;
  bool exited = false;
  std::string exception;
  Value last_error;  // sys.last_exc: until the names go
  Value young;       // behind it lies what was made since the first collection at the end began
  Value spared;      // the same of the last collection: nobody collects that any more
  double uncharged_ns = 0;

  // The main thread's code is over.
  void conclude(Outcome outcome);
  bool call_except_hook(const Value& error);
  bool call_last(std::string_view module, std::string_view function, Phase then);
  void thread_stopped(Outcome outcome);
  bool threads_run() const { return phase <= Phase::kAtExit; }
  // Runs the thread that has its turn.
  void run_thread();
  // The same with a seed, until the GIL is asked for or `instructions` are used: how many were.
  std::int64_t run_thread_for(std::int64_t instructions);
  void report(const Value& error);
  // Puts a native on the main fiber, which is free: settle() runs it.
  void run(Native native);
  // Runs waiting finalisers; false: stopped early with `progress`.
  bool settle(Progress& progress);
  void charge(std::int64_t instructions);
};

namespace {

// With the names that a file has which python is given, in their order.
Value make_main_module(Vm& vm) {
  Value module = vm.make_module("__main__");
  Type* const loader = vm.make_type({.name = "SourceFileLoader",
                                     .module = "_frozen_importlib_external",
                                     .instance_size = sizeof(Object),
                                     .flags = kAbstract});
  vm.set_module_attr(module, "__package__", Value::none());
  vm.set_module_attr(module, "__loader__", Value::adopt(vm.heap().make<Object>(loader)));
  vm.set_module_attr(module, "__annotations__", vm.dict());
  vm.set_module_attr(module, "__builtins__", vm.builtins());
  vm.set_module_attr(module, "__file__", vm.str(vm.options().filename));
  vm.set_module_attr(module, "__cached__", Value::none());
  return module;
}

}  // namespace

Program::Program(std::shared_ptr<const bytecode::CodeObject> code,
                 ProgramOptions options,
                 Host& host,
                 asyncio::Clock& clock,
                 asyncio::Instrument* instrument)
    : state_(std::make_unique<State>(std::move(options), host, clock)) {
  State& s = *state_;
  Vm& vm = s.vm;
  attach_asyncio(vm, clock, instrument);
  vm.on_charge = [this](std::int64_t instructions) { state_->charge(instructions); };
  vm.on_hold = [&clock](bool stands) { stands ? clock.hold() : clock.release(); };
  Value module = make_main_module(vm);
  vm.modules().set(vm.name("__main__"), module);
  s.globals = Value::share(vm.instance_dict(module, true));
  threads_of(vm).set_main_fiber(s.fiber);
  threads_of(vm).seed(s.options.switch_seed);
  vm.start_code(s.fiber, vm.make_code(std::move(code)), s.globals);
}

Program::~Program() {
  State& s = *state_;
  s.vm.on_charge = nullptr;
  s.vm.abandon(s.fiber);
  s.last_error.reset();
  s.young.reset();
  s.spared.reset();
  s.globals.reset();
}

void Program::State::charge(std::int64_t instructions) {
  uncharged_ns += static_cast<double>(instructions) * options.cost_ns;
  const auto whole = static_cast<std::int64_t>(uncharged_ns);
  if (whole == 0) return;
  uncharged_ns -= static_cast<double>(whole);
  clock.charge(whole);
}

void Program::State::report(const Value& error) {
  const ExceptionTypes& x = vm.exceptions();
  if (vm.matches(error, x.SystemExit)) {
    exited = true;
    const Value& code = error.as<ExceptionObject>()->first;
    std::int64_t number = 0;
    if (!code || code.is_none()) {
      exit_code = 0;
    } else if (vm.to_int64(code, number)) {
      exit_code = static_cast<int>(number & 0xff);
    } else {
      struct Text {
        static Native of(Vm& machine, Value value) { co_return machine.str_of(value); }
      };
      Value text = run_now(vm, Text::of(vm, code));
      if (text) vm.write(2, cat(vm.text(text), "\n"));
      exit_code = 1;
    }
    return;
  }
  exception = vm.exception_line(error);
  vm.write(2, vm.format_exception(error));
  last_error = error;
  exit_code = vm.matches(error, x.KeyboardInterrupt) ? 130 : 1;
}

// sys.excepthook, where the program has set one of its own: it is told, and nothing is written.
bool Program::State::call_except_hook(const Value& error) {
  if (phase != Phase::kRunning || vm.matches(error, vm.exceptions().SystemExit)) return false;
  const Value* sys = vm.modules().get(vm.name("sys"));
  DictObject* names = sys != nullptr ? vm.instance_dict(*sys, false) : nullptr;
  if (names == nullptr) return false;
  const Value* hook = names->table.get(vm.name("excepthook"));
  const Value* usual = names->table.get(vm.name("__excepthook__"));
  if (hook == nullptr || (usual != nullptr && hook->is_object() && usual->is_object() &&
                          hook->object() == usual->object()))
    return false;
  exception = vm.exception_line(error);
  last_error = error;
  exit_code = vm.matches(error, vm.exceptions().KeyboardInterrupt) ? 130 : 1;
  const Value held = *hook;
  const Value traceback = error.as<ExceptionObject>()->traceback;
  const Value told[] = {
      vm.type_value(vm.type_of(error)), error, traceback ? traceback : Value::none()};
  vm.start_call(fiber, held, CallArgs(told, 3));
  phase = Phase::kExceptHook;
  return true;
}

void Program::State::conclude(Outcome outcome) {
  if (outcome.kind == Outcome::Kind::kRaised && phase == Phase::kExceptHook &&
      !vm.matches(outcome.value, vm.exceptions().SystemExit)) {
    vm.write(2, cat("Error in sys.excepthook:\n", vm.format_exception(outcome.value)));
    vm.write(2, cat("\nOriginal exception was:\n", vm.format_exception(last_error)));
  } else if (outcome.kind == Outcome::Kind::kRaised) {
    if (call_except_hook(outcome.value)) return;
    report(outcome.value);
  }
  outcome.value.reset();
  fiber.base.exception.reset();
  if (phase < Phase::kJoinThreads && call_last("threading", "_shutdown", Phase::kJoinThreads))
    return;
  if (phase < Phase::kAtExit && call_last("atexit", "_run_exitfuncs", Phase::kAtExit)) return;
  phase = Phase::kEndUnreached;
}

// What a module, if the program has it, asks for at the end: threading waits for threads that are
// not daemons, atexit has its functions.
bool Program::State::call_last(std::string_view module, std::string_view function, Phase then) {
  const Value* found = vm.modules().get(vm.name(module));
  if (found == nullptr) return false;
  DictObject* names = vm.instance_dict(*found, false);
  const Value* last = names != nullptr ? names->table.get(vm.name(function)) : nullptr;
  if (last == nullptr) return false;
  const Value held = *last;
  vm.start_call(fiber, held, CallArgs());
  phase = then;
  return true;
}

// The piece of work of the thread that runs ended like this.
void Program::State::thread_stopped(Outcome outcome) {
  Threads& threads = threads_of(vm);
  const bool main = threads.current() == threads.main();
  switch (outcome.kind) {
    case Outcome::Kind::kPreempted: return;
    case Outcome::Kind::kBlocked:
      vm.flush_charge();
      threads.block(outcome.due_ns, false, clock.generation());
      return;
    case Outcome::Kind::kParked:
      if (!loop_is_driven(vm)) threads.block(kNever, false, 0);
      return;
    case Outcome::Kind::kYielded: outcome = {Outcome::Kind::kReturned, {}, 0}; break;
    case Outcome::Kind::kReturned:
    case Outcome::Kind::kRaised: break;
  }
  if (main) {
    conclude(std::move(outcome));
    return;
  }
  if (outcome.kind == Outcome::Kind::kRaised &&
      !vm.matches(outcome.value, vm.exceptions().SystemExit))
    vm.write_unraisable(std::move(outcome.value), {});
  vm.flush_charge();
  threads.end();
}

void Program::State::run(Native native) {
  NativeFrame* frame = native.release();
  frame->below = nullptr;
  fiber.top = frame;
  fiber.depth = 1;
}

namespace {

// Nobody can run now.
Progress stands_still(Vm& vm, const Threads::Pick& pick) {
  Progress progress;
  if (pick.next == Threads::Next::kDeadlock) {
    progress.kind = Progress::Kind::kDeadlock;
    progress.waiting = waiting_tasks(vm);
    progress.threads = waiting_threads(vm);
    progress.why = explain_deadlock(vm);
    return progress;
  }
  progress.kind = pick.loop ? Progress::Kind::kWaiting : Progress::Kind::kBlocked;
  progress.due_ns = pick.due_ns;
  progress.generation = pick.generation;
  return progress;
}

}  // namespace

bool Program::State::settle(Progress& progress) {
  Threads& threads = threads_of(vm);
  while (vm.has_finalizers() || fiber.top != nullptr) {
    if (loop_is_driven(vm)) {  // by a finaliser
      if (vm.budget <= 0) return false;
      if (!threads.running()) {
        const Threads::Pick pick = threads.pick();
        if (pick.next != Threads::Next::kRuns) {
          progress = stands_still(vm, pick);
          return false;
        }
      }
      drive_loop(vm);
      continue;
    }
    if (fiber.top == nullptr) run(vm.run_finalizers());
    const Outcome outcome = vm.resume(fiber);
    if (outcome.kind == Outcome::Kind::kPreempted) return false;
    if (outcome.kind == Outcome::Kind::kBlocked && outcome.due_ns == kNever) {
      vm.abandon(fiber);  // a finaliser that waits for ever: no thread is left that could wake it
      continue;
    }
    if (outcome.kind == Outcome::Kind::kBlocked) {
      progress.kind = Progress::Kind::kBlocked;
      progress.due_ns = outcome.due_ns;
      progress.generation = clock.generation();
      return false;
    }
    if (outcome.kind == Outcome::Kind::kParked && loop_is_driven(vm)) continue;
    if (outcome.kind == Outcome::Kind::kParked || outcome.kind == Outcome::Kind::kYielded)
      vm.abandon(fiber);
  }
  return true;
}

void Program::State::run_thread() {
  if (loop_is_driven(vm)) {
    drive_loop(vm);
    return;
  }
  Thread& thread = *threads_of(vm).current();
  if (thread.target) {
    const Value target = std::move(thread.target);
    OwnedArgs args;
    args.values = std::move(thread.args);
    args.count = static_cast<std::uint32_t>(args.values.size());
    vm.start_call(*thread.fiber, target, args);
  }
  thread_stopped(vm.resume(*thread.fiber));
}

namespace {

// It stands in a module of the library, and in no callback of a loop.
bool in_library(const Thread& thread) {
  const Activation* top = thread.fiber->top;
  return top != nullptr && top->kind == Activation::Kind::kPython &&
         static_cast<const Frame*>(top)->code->kind == FrameKind::kLibrary;
}

}  // namespace

std::int64_t Program::State::run_thread_for(std::int64_t instructions) {
  Threads& threads = threads_of(vm);
  Switching& switching = threads.switching();
  // Less than one: asked for already, and no check of the eval breaker was reached yet.
  const std::int64_t piece = std::clamp<std::int64_t>(switching.left(), 1, instructions);
  vm.flush_charge();
  vm.begin_budget(piece);
  switching.at_breaker = switching.stopped = false;
  run_thread();
  if (switching.stopped) return instructions;
  const std::int64_t used = std::max<std::int64_t>(1, piece - vm.budget);
  vm.flush_charge();
  if (!threads.running()) return used;
  switching.used(used);
  if (switching.left() > 0 || !switching.at_breaker) return used;
  // Seldom inside the library: what somebody looks for lies in the program's own lines.
  constexpr std::size_t kSeldom = 8;
  if (in_library(*threads.current()) && switching.among(kSeldom) != 0)
    switching.next_interval();
  else
    threads.hand_over();
  return used;
}

Progress Program::advance(std::int64_t instructions) {
  State& s = *state_;
  Vm& vm = s.vm;
  Progress progress;
  vm.begin_budget(instructions);
  Threads& threads = threads_of(vm);
  const bool drawn = threads.switching().on();
  std::int64_t left = instructions;
  while (s.threads_run() && (drawn ? left : vm.budget) > 0) {
    if (!threads.running()) {
      const Threads::Pick pick = threads.pick();
      if (pick.next != Threads::Next::kRuns) {
        vm.flush_charge();
        return stands_still(vm, pick);
      }
    }
    if (drawn)
      left -= s.run_thread_for(left);
    else
      s.run_thread();
  }
  if (drawn) {
    vm.flush_charge();
    vm.begin_budget(std::max<std::int64_t>(1, left));
  }
  if (s.threads_run()) {
    vm.flush_charge();
    return progress;
  }
  while (s.phase != Phase::kDone) {
    if (!s.settle(progress)) {
      vm.flush_charge();
      return progress;
    }
    switch (s.phase) {
      case Phase::kEndUnreached:
        // What the finalisers of a collection make is no part of that collection.
        s.young = vm.list({});
        s.run(end_unreached_tasks(vm, s.last_error));
        s.phase = Phase::kCollectFirst;
        break;
      case Phase::kCollectFirst:
        collect_with_young(vm, {}, s.young);
        s.phase = Phase::kDropLastError;
        break;
      case Phase::kDropLastError:
        end_coroutines_of_circles(vm, s.last_error, {});
        // sys lets go of its path and then of the last error, while modules that are there can
        // still be imported.
        Vm::Internals::inside(vm).path_gone = true;
        s.last_error.reset();
        s.phase = Phase::kDropGlobals;
        break;
      case Phase::kDropGlobals: {
        // The module goes first; its names die in order if nobody else holds them.
        Vm::Internals::inside(vm).names_gone = true;
        vm.modules().erase(vm.name("__main__"));
        s.globals.reset();
        s.phase = Phase::kEndTasks;
        break;
      }
      case Phase::kCollect:
        collect_with_young(vm, s.young, s.spared);
        s.young.reset();
        s.phase = Phase::kCollectAgain;
        break;
      case Phase::kCollectAgain:
        collect_with_young(vm, {}, s.spared);
        s.phase = vm.has_finalizers() ? Phase::kCollect : Phase::kDone;
        if (s.phase == Phase::kDone) end_coroutines_of_circles(vm, {}, s.spared);
        break;
      case Phase::kEndTasks:
        // Circles through the loop's own objects, which a collection cannot see.
        s.spared = vm.list({});
        s.run(end_tasks(vm));
        s.phase = Phase::kCollect;
        break;
      case Phase::kRunning:
      case Phase::kExceptHook:
      case Phase::kJoinThreads:
      case Phase::kAtExit:
      case Phase::kDone: break;
    }
  }
  vm.flush_charge();
  progress.kind = s.phase == Phase::kDone ? Progress::Kind::kFinished : Progress::Kind::kReady;
  return progress;
}

bool Program::finished() const {
  return state_->phase == Phase::kDone;
}
int Program::exit_code() const {
  return state_->exit_code;
}
bool Program::exited() const {
  return state_->exited;
}
const std::string& Program::exception() const {
  return state_->exception;
}
bool Program::in_thread() const {
  const Threads& threads = threads_of(state_->vm);
  return threads.current() != threads.main() && !loop_is_driven(state_->vm);
}
bool Program::had_threads() const {
  return threads_of(state_->vm).were_several();
}
std::uint32_t Program::running_line() const {
  const std::uint32_t now = state_->vm.running_line();
  return now != 0 ? now : state_->fiber.line();
}
Vm& Program::vm() {
  return state_->vm;
}

}  // namespace simul::vm
