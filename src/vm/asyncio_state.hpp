// What the asyncio module keeps per Vm, and how the loop's core objects look to Python.
//
// Futures, tasks and timeouts live in src/asyncio and are counted there. Their Python objects are
// thin views. While the program holds a view, the view holds one reference to its core; when it
// lets go and the core lives on, the core keeps the view (its class, its attributes, its id) and
// gives it back when somebody asks. So references lie where CPython has them: handle -> task,
// future's callback -> waiting task, view -> core.
//
// Always holds: of one loop at most one callback or step is being executed, and a thread runs one
// loop at a time, so the loops of a thread share one Fiber.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "asyncio/clock.hpp"
#include "asyncio/gather.hpp"
#include "asyncio/tasks.hpp"
#include "asyncio/timeouts.hpp"
#include "vm/let_go.hpp"
#include "vm/signature.hpp"
#include "vm/threads.hpp"
#include "vm/vm.hpp"

namespace simul::vm {

// A Python exception in the loop's core.
class ValueException final : public asyncio::ExceptionBase {
 public:
  ValueException(Vm& vm, asyncio::ExceptionKind kind, Value exception);
  [[nodiscard]] std::string message() const override;
  [[nodiscard]] std::string type_name() const override;
  [[nodiscard]] std::string summary() const override;
  [[nodiscard]] void* payload() override { return this; }

  // The exception, for raising it again: its traceback is what it was when it came here, and the
  // second time none (CPython's C future lets go of it).
  [[nodiscard]] Value to_raise();
  [[nodiscard]] const Value& traceback() const { return traceback_; }
  [[nodiscard]] const Value& exception() const { return exception_; }

 private:
  Vm& vm_;
  Value exception_;
  Value traceback_;
};

class ValueMessage final : public asyncio::CancelMessage {
 public:
  explicit ValueMessage(Value message) : value(std::move(message)) {}
  Value value;
};

// Where CPython's asyncio is, in what a program prints: files of our library in Python have such
// names.
inline constexpr std::string_view kAsyncioFolder = "/usr/lib/python3.13/asyncio/";

// What came out of an await goes on as it is: it is not raised anew, which would give it a context.
inline Raised raise_again(Vm& vm, Value exception) {
  vm.set_raised(std::move(exception));
  return {};
}

using PyFuture = asyncio::Future<Value>;

// A task that drives a Python coroutine (asyncio_drive.cpp).
class PyTask final : public asyncio::TaskOf<Value> {
 public:
  PyTask(asyncio::EventLoop& loop,
         Value coroutine,
         std::uint32_t first_line,
         Value the_context,
         const asyncio::TaskOptions& options);
  ~PyTask() override {
    if (derived()) [[unlikely]]
      leave_own_tasks();
    abandon_if_alive();
  }
  // Of a derived class: by its own cancel() (asyncio_derived.cpp).
  bool cancel(asyncio::Ref<asyncio::CancelMessage> message = {}) override;
  bool cancel_awaited(asyncio::Ref<asyncio::CancelMessage> message) override;
  [[nodiscard]] bool cancelled_by_program() const override;
  // Empty: it ended in its first, eager step.
  [[nodiscard]] const Value& coroutine() const { return coroutine_; }
  void drop_coroutine() { coroutine_.reset(); }
  // Of the coroutine's function; 0: made by a native.
  [[nodiscard]] std::uint32_t first_line() const { return first_line_; }

 private:
  static void resume(void* root);
  static void destroy(void* root);
  void leave_own_tasks();
  void step();
  void end_step(Outcome outcome, bool by_method);
  void end(asyncio::Outcome<Value> outcome);

  asyncio::HandWrittenRoot root_;
  Value coroutine_;

 public:
  Value context;                   // empty: one in which no variable was set so far
  std::unique_ptr<Outcome> eager;  // what came of the first step, before the root has taken it

 private:
  // Of a step that has not come to its end, because it was preempted or blocks:
  Value thrown_;  // what was thrown into the coroutine
  bool within_step_ = false;
  bool by_method_ = false;  // thrown, and into what is no coroutine itself
  bool is_kept_ = false;    // thrown_ is the exception of a future that woke the task
  std::uint32_t first_line_;
};

// Where a future, task or handle was made: kept in debug mode.
struct Origin {
  std::string place;  // "main.py:12"
  std::string stack;  // the lines of a traceback
  Value frames;       // the same as a tuple of (file, line, function), innermost first
  // Of a future that the program settled: where, which is where its callbacks were scheduled.
  std::unique_ptr<Origin> settled;
};
// A frame of asyncio's that a native stands for, at the line that it has come to: those in which
// somebody makes something, or calls the program. Module, line and function of each stand in
// asyncio_reports.cpp.
enum class LibraryFrame : std::uint8_t {
  kNone,
  kAny,
  kFactory,
  kLoopCreateFuture,
  kLoopCreateTask,
  kLoopNameTask,
  kCreateTask,
  kCreateTaskInContext,
  kGroupCreateTask,
  kGroupCreateTaskInContext,
  kEnsureFuture,
  kShieldInner,
  kShieldOuter,
  kGatheringFuture,
  kGatherChild,
  kGatherOuter,
  kWaitForNow,
  kWaitFor,
  kRunUntilComplete,
  kRunnerRun,
  kGeneratorHook,
  kCount,
};
// Called by that native.
void stand_at(Vm& vm, LibraryFrame frame);
// ".../asyncio/tasks.py:410".
std::string place_of(LibraryFrame frame);
// Of a future or task, with all frames: CPython's C code asks traceback.extract_stack() for them.
// `within`: of an object that asyncio itself made on the program's behalf, its own place; `inner`:
// and the place in asyncio that this one called.
std::unique_ptr<Origin> origin_here(Vm& vm,
                                    LibraryFrame within = LibraryFrame::kNone,
                                    LibraryFrame inner = LibraryFrame::kNone);
// Of a handle: CPython keeps ten frames, of which `hidden` are asyncio's own and dropped then.
std::unique_ptr<Origin> call_origin_here(Vm& vm, int hidden);
// The same of a timeout's deadline, which Timeout.reschedule() has set at that line.
std::unique_ptr<Origin> deadline_origin_here(Vm& vm, int line, bool in_enter);
// Of what a task's step or a timer scheduled by itself.
std::unique_ptr<Origin> origin_in_loop(Vm& vm);
// The same for the core to keep.
struct KeptOrigin final : asyncio::Counted {
  explicit KeptOrigin(std::unique_ptr<Origin> where) : origin(std::move(where)) {}
  std::unique_ptr<Origin> origin;
};

struct FutureObject : Container {
  asyncio::Ref<asyncio::FutureBase> core;  // null: not initialised, or kept by the core
  asyncio::FutureBase* kept_by = nullptr;  // that core, while it keeps this view
  Value dict;
  bool blocking = false;  // _asyncio_future_blocking: yielded by its own __await__
  std::unique_ptr<Origin> origin;
};

// Debug mode: what a loop runs now and since when, until step_ended() looks how long it took. One
// of task and handle is set.
struct TimedStep {
  asyncio::Ref<PyTask> task{};
  asyncio::Ref<asyncio::Handle> handle{};
  std::int64_t began_ns = -1;  // -1: nothing is timed
};

struct LoopObject : Container {
  asyncio::EventLoop* core = nullptr;
  TimedStep timed;  // threads run loops side by side, each in the middle of a step
  Value dict;
  Value exception_handler;  // empty: the default one
  Value task_factory;       // empty: Task
  Value slow_callback_duration;
  bool debug = false;
  Value debug_given;  // what set_debug() got; empty: False
  // How many of asyncio's own functions, from run_forever() outwards, the program called to run it.
  std::uint8_t driver_frames = 1;
  int ground_frames = 0;           // Python frames under each of its callbacks, in CPython
  std::int64_t depth_before = -1;  // sys.get_coroutine_origin_tracking_depth(); -1: not changed
};

// What a handle calls.
struct HandleCall {
  Value callable;  // empty once cancelled
  std::vector<Value> args;
  Value context;

  // The arguments are a tuple in CPython, and a tuple lets go of its last item first.
  ~HandleCall() {
    let_go_from_the_end(args);
    callable.reset();
  }
};

// A Python callable in the ready queue or among the timers. `Base` is Handle or TimerHandle.
template <typename Base>
class CallHandle final : public Base, public HandleCall {
 public:
  CallHandle(Vm& machine, Value function, std::vector<Value> arguments, Value the_context)
      : HandleCall{std::move(function), std::move(arguments), std::move(the_context)}
      , vm(machine)
      , charged(static_cast<std::int64_t>(sizeof(CallHandle) + args.size() * sizeof(Value))) {
    static_cast<void>(vm.heap().charge(charged));
  }
  ~CallHandle() override { vm.heap().discharge(charged); }
  CallHandle(const CallHandle&) = delete;
  CallHandle& operator=(const CallHandle&) = delete;
  asyncio::Ran run(asyncio::EventLoop& loop, bool resumed) override;
  [[nodiscard]] std::string name() const override;
  void cancel() override;
  [[nodiscard]] const void* program_call() const override {
    return static_cast<const HandleCall*>(this);
  }
  [[nodiscard]] asyncio::TaskBase* wakes() const override;

  Vm& vm;
  std::int64_t charged;  // bytes of the program's memory
  Value when;            // of a TimerHandle, as it was given
  bool debug = false;
  std::unique_ptr<Origin> origin;
  std::string shown;  // without a callable: what repr() says of it
};

// The Python object of a handle.
struct HandleObject : Container {
  asyncio::Ref<asyncio::Handle> core;
  bool timer = false;
};

// The program's clock, which knows of every instruction that has run whenever it is read: so what
// an event's time is does not depend on when the driver last stopped.
class ChargedClock final : public asyncio::Clock {
 public:
  ChargedClock(Vm& vm, asyncio::Clock& inner) : vm_(vm), inner_(inner) {}
  [[nodiscard]] std::int64_t now_ns() override {
    vm_.flush_charge();
    return inner_.now_ns();
  }
  [[nodiscard]] std::int64_t read_ns() override {
    vm_.flush_charge();
    return inner_.read_ns();
  }
  [[nodiscard]] std::int64_t epoch_ns() const override { return inner_.epoch_ns(); }
  [[nodiscard]] std::int32_t generation() const override { return inner_.generation(); }
  void charge(std::int64_t ns) override { inner_.charge(ns); }
  void wait_until(std::int64_t due_ns, std::int32_t generation) override {
    inner_.wait_until(due_ns, generation);
  }
  [[nodiscard]] std::uint32_t spin_turns() const override { return inner_.spin_turns(); }
  [[nodiscard]] bool stands() const override { return inner_.stands(); }

 private:
  Vm& vm_;
  asyncio::Clock& inner_;
};

// Levels of the module logging.
inline constexpr int kDebug = 10, kWarning = 30, kError = 40;

struct AsyncioState final : Extension, asyncio::LoopHooks {
  AsyncioState(Vm& machine, asyncio::Clock& the_clock, asyncio::Instrument* watcher);
  ~AsyncioState() override;
  // The Vm goes away: nothing is reported any more, and no Value is held.
  void shut_down() override;

  static AsyncioState& of(Vm& vm) {
    return static_cast<AsyncioState&>(*vm.extension(ExtensionId::kAsyncio));
  }

  // --- loops
  // Of type `cls`, or of the one that new_event_loop() makes.
  LoopObject* new_loop(Type* cls = nullptr);

  // The running loop, or null with RuntimeError("no running event loop").
  LoopObject* require_running();
  // As asyncio.get_event_loop(): the running one, or the one that was set; null: raised.
  LoopObject* current_or_set();
  // `given` if it is a loop; if it is empty or None, current_or_set().
  LoopObject* current_or_set(const Value& given);
  [[nodiscard]] LoopObject* object_of(const asyncio::EventLoop& loop) const;

  // --- futures
  [[nodiscard]] Value view(asyncio::FutureBase& core);
  // The same of one that was made just now: in debug mode it knows where, see origin_here().
  [[nodiscard]] Value shown_here(asyncio::FutureBase& core, LibraryFrame within);
  // The view, marked as yielded by an await: what a native coroutine gives to whoever drives it.
  [[nodiscard]] Value yielded(asyncio::FutureBase& core);
  // Whoever was given it has not seen that it wants to be waited for: a RuntimeError in `result`.
  [[nodiscard]] bool misused(asyncio::FutureBase& core, Attempt& result);
  // The core of a Future or Task; null for anything else.
  [[nodiscard]] asyncio::FutureBase* future_of(const Value& value) const;
  [[nodiscard]] bool is_coroutine(const Value& value) const;
  asyncio::Ref<PyFuture> new_future(asyncio::EventLoop& loop) {
    return asyncio::make_counted<PyFuture>(loop);
  }
  // Task(coroutine, ...): a Task object, or `view` made one. An eager one has run its first step.
  Answer make_task(LoopObject& loop,
                   const Value& coroutine,
                   const Value& name,
                   const Value& context,
                   bool eager = false,
                   const Value& view = {},
                   LibraryFrame within = LibraryFrame::kNone);
  // loop.create_task(): what the loop's factory gives, or make_task().
  // In debug mode it was made at `within`, a line of asyncio's own; kNone: where the program is.
  // `keeps`: whoever asks is a frame that still has the task when it is left.
  Answer create_task(LoopObject& loop,
                     const Value& coroutine,
                     const Value& name,
                     const Value& context,
                     LibraryFrame within = LibraryFrame::kNone,
                     bool keeps = false);
  // The same where the loop's own create_task() was called, which a class may have anew.
  Answer create_task_in_loop(LoopObject& loop,
                             const Value& coroutine,
                             const Value& name,
                             const Value& context,
                             LibraryFrame within = LibraryFrame::kNone,
                             bool keeps = false);
  // What an eager task has failed with in its first step has the frames of whoever made it: `held`
  // is what a frame of asyncio's own among these has when it is left.
  void keep_with_failure(asyncio::FutureBase& task, const Value& held);
  // asyncio.ensure_future(): a Future or Task object. `loop` may be null.
  Answer ensure_future(const Value& awaitable, LoopObject* loop);
  // `value`, or raised what the core was refused meanwhile (see asyncio::Refusal).
  Answer unless_refused(Answer value);
  // The exception for that, with its frames in asyncio. Something was refused.
  Value take_refusal();
  // future.result()
  Answer result_of(asyncio::FutureBase& core);
  // The result of one that has one: of a waiter, what CPython's lock or queue sets.
  [[nodiscard]] static Value value_of(asyncio::FutureBase& core);

  // Its class has had its say, so asyncio says nothing of its own.
  static void silence(asyncio::FutureBase& future);

  // --- exceptions
  [[nodiscard]] asyncio::Exception wrap(const Value& exception);
  Value to_raise(const asyncio::Exception& exception);
  [[nodiscard]] Value exception_value(const asyncio::Exception& exception);
  // Puts "[frames in asyncio]" on top of its traceback: a native of this module has seen it.
  void add_folded(const Value& exception);

  // --- running Python code from the loop
  // Starts or goes on with a call on the loop's fiber, in the context that lies in `context`. What
  // it raises goes to `failure`.
  asyncio::Ran run_callback(asyncio::EventLoop& loop,
                            bool resumed,
                            const Value& callable,
                            const std::vector<Value>& args,
                            Value* context,
                            Value* failure);
  // Around what runs on the loop's fiber. enter: false, and RuntimeError raised, if code runs in
  // that context already.
  bool enter_context(Value* context);
  void leave_context();
  // A callback failed: what Handle._run does about it.
  void report_callback(asyncio::EventLoop& loop, const Value& failure, const Value& handle);
  // A call that must be over before this returns, on a fiber of its own: a __repr__ in Python, an
  // exception handler. Not kReturned: it raised, or it would have had to wait and was thrown away.
  // `handled`: what is being handled meanwhile, if it is not what the running code handles.
  Outcome call_now(const Value& callable,
                   const std::vector<Value>& args,
                   const Value& handled = {});
  [[nodiscard]] std::string repr_now(const Value& value);
  // Runs the finalisers that wait for the next instruction: after a step there may be none for
  // long.
  void finalize();
  // call_exception_handler() of the loop: Python's handler if one is set, else text on stderr.
  // `subject` is the future, task or handle that the context has under `key`; what it says of its
  // origin, in debug mode, goes with it.
  void report(asyncio::EventLoop& loop,
              std::string message,
              const Value& exception,
              const char* key,
              const Value& subject);

  // Of a view that dies with its core: for the one that its last words show.
  struct Handed {
    const asyncio::FutureBase* core = nullptr;
    std::unique_ptr<Origin> origin;
  };
  Handed handed;

  // To the logger "asyncio" if the program has imported logging; else warnings and errors go to
  // stderr, as the logger of last resort would write them.
  void log(int level, std::string text);

  // --- for whoever watches; nothing happens while nobody does
  // Stamped with the time and, unless they are given, the running task as object and the line.
  void tell(asyncio::Event event, std::string_view text = {});
  // A lock, queue, ... was made: its id, and kMade with the name that its line gives it. 0: nobody
  // watches.
  [[nodiscard]] asyncio::Id tell_made(asyncio::WaitKind kind);

  // What the step that goes on has thrown into its coroutine; dies when the step is over.
  Value thrown_by_step;
  // The same where it was scheduled with the step: the loop's handle has it.
  Value thrown_by_handle;
  // The context of a failure's own report, while its handler is called: the only one in which a
  // future, task or handle says where it was made.
  Value reported;
  [[nodiscard]] bool times_steps() const { return running_loop != nullptr && running_loop->debug; }
  void step_began(TimedStep step);
  void step_ended(LoopObject& loop);

  // --- asyncio::LoopHooks
  asyncio::Exception make_exception(asyncio::ExceptionKind kind, std::string message) override;
  asyncio::Exception make_cancelled_error(
      const asyncio::Ref<asyncio::CancelMessage>& message) override;
  // Each future keeps the traceback that an exception had when it was set.
  asyncio::Exception handed_on(const asyncio::Exception& exception) override {
    return wrap(exception_value(exception));
  }
  void raised_in_loop(const asyncio::Exception& exception) override;
  void taken_in_vain(const asyncio::Exception& exception) override { to_raise(exception); }
  asyncio::Ref<asyncio::FutureBase> make_waiter(asyncio::EventLoop& loop,
                                                asyncio::WaitKind kind) override;
  void call_exception_handler(const asyncio::ExceptionContext& context) override;
  asyncio::CancelDepth cancel_limits() override;
  bool runs_elsewhere(const asyncio::EventLoop& loop) override {
    const LoopObject* const object = object_of(loop);
    return object != nullptr && threads->drives(object);
  }
  void callback_refused(asyncio::EventLoop& loop,
                        std::string_view name,
                        std::optional<double> when_s,
                        asyncio::Counted* origin) override;
  void refuse_step(asyncio::TaskBase& task,
                   const asyncio::Exception& thrown,
                   bool stepped) override;
  std::string describe(asyncio::FutureBase& future) override;
  bool finalizes(asyncio::FutureBase& future) override;
  void drop_view(void* view) override;
  std::uint32_t line() override;
  std::uint32_t own_line(asyncio::TaskBase& task) override;
  Lines lines(asyncio::TaskBase& task) override;

  Vm& vm;
  ChargedClock clock;
  asyncio::Instrument* instrument;
  asyncio::Counters counters;
  std::uint32_t generators_opened = 0;  // async generators that a loop has seen begin
  struct Loop {
    std::unique_ptr<asyncio::EventLoop> core;
    Value object;
  };
  std::vector<Loop> loops;
  Value policy;                      // by set_event_loop_policy; empty: the default one
  std::deque<Signature> signatures;  // of the functions that CPython has in Python
  std::map<std::string, Signature, std::less<>> init_signatures;  // of its classes, by name

  // --- of the thread that runs (threads.hpp)
  std::unique_ptr<Threads> threads;
  Value set_loop;             // by set_event_loop
  bool loop_was_set = false;  // in the main thread, ever
  Fiber* steps = nullptr;     // of its loop's steps and callbacks

  // --- the driver's side (program_loop.cpp)
  LoopObject* driven = nullptr;  // the thread waits until this loop stops
  LoopObject* running_loop = nullptr;
  bool silent = false;
  // A line of Lib/asyncio/base_events.py in which CPython's objects die as ours do; null: none.
  struct LibraryLine {
    int number;
    std::string_view source;
  };
  const LibraryLine* at_line = nullptr;
  const Frame* closing_in = nullptr;  // the program's frame that has called close() there
  // While a task's step or a program's callback runs. What dies else, in a turn of the loop, dies
  // where CPython's loop lets go of a handle.
  bool in_callback = false;
  class InCallback {
   public:
    explicit InCallback(AsyncioState& state)
        : state_(state), before_(std::exchange(state.in_callback, true)) {}
    ~InCallback() { state_.in_callback = before_; }
    InCallback(const InCallback&) = delete;
    InCallback& operator=(const InCallback&) = delete;

   private:
    AsyncioState& state_;
    bool before_;
  };
  bool dropping = false;  // it runs right now, and not what the program has to say to it
  // EventLoop::close() and drop_next() for a loop of the program, at that line. After the last
  // drop_next() there is none.
  static Native close(Vm& vm, asyncio::EventLoop& loop);
  bool drop_next(asyncio::EventLoop& loop);
  // The run that a SIGINT would interrupt: of a Runner in the main thread. `task` and `runner` are
  // held by that run; null: none.
  struct Interruptible {
    Object* runner = nullptr;
    asyncio::FutureBase* task = nullptr;
    int interrupts = 0;
  };
  Interruptible interruptible;
  // Of a program that asyncio.run() is winding up: what is raised meanwhile has it as its context.
  Value failure;
  Value raised_by_program;  // of a refusal: by its own cancel()
  // Tasks whose SystemExit or its like left the loop. In CPython the exception's frames hold the
  // task and the task holds the exception: a circle that lives until the last collection.
  std::vector<asyncio::Ref<asyncio::FutureBase>> escaped;
  // Tasks not in all_tasks(), futures without last words: a collection at the end had them, or
  // another thread's loop has refused their first step.
  std::unordered_set<asyncio::Id> untold;
  // What has words to say and the program's names still reach, by way of asyncio's own objects that
  // the first collection at the end cannot see.
  std::unordered_set<asyncio::Id> reached;
  bool derived_tasks = false;  // has there been a task of a class of the program's own?
  std::map<asyncio::Id, PyTask*> own_tasks;  // those that are there, done or not; not held
  // Whom all_tasks() looks at: the loop's tasks and, of all loops, those of the program's own
  // classes, which say themselves whether they are done and whose they are. Oldest first.
  [[nodiscard]] std::vector<asyncio::Ref<PyTask>> tasks_to_ask(const asyncio::EventLoop& loop);

  StrObject* sleep_name = nullptr;
  Value sleep_function;  // the interpreter knows it
  Type* future_type = nullptr;
  Type* task_type = nullptr;
  Type* gathering_type = nullptr;
  Type* future_iter_type = nullptr;
  Type* handle_type = nullptr;
  Type* timer_handle_type = nullptr;
  Type* abstract_loop_type = nullptr;
  Type* base_loop_type = nullptr;
  Type* loop_type = nullptr;
  Type* abstract_policy_type = nullptr;
  Type* policy_type = nullptr;
  Type* runner_type = nullptr;
  Type* condition_type = nullptr;
  Type* event_type = nullptr;
  Type* broken_barrier_error = nullptr;
  Type* timeout_type = nullptr;
  Type* lock_type = nullptr;
  Type* bounded_semaphore_type = nullptr;
  Type* lifo_queue_type = nullptr;
  Type* priority_queue_type = nullptr;
  Type* as_completed_type = nullptr;
  Type* queue_empty = nullptr;
  Type* queue_full = nullptr;
  Type* queue_shut_down = nullptr;
  Type* cancelled_error = nullptr;
  Type* invalid_state_error = nullptr;
};

// Awaits a future in the body of a coroutine native; `result` is an Attempt. Whoever else drives
// the same coroutine may resume it too early: then it goes on waiting if they have seen to it.
#define SIMUL_AWAIT_FUTURE(result, vm, state, future)                               \
  do {                                                                              \
    (result) = co_await (vm).attempt((vm).yield_value((state).yielded(*(future)))); \
  } while ((result).ok() && !(future)->done() && !(state).misused(*(future), result))

// The text of repr(), as a coroutine native: a str.
Native future_repr(Vm& vm, OwnedArgs args);
// "f() at main.py:3" of a callback.
// `arguments`: "(1, 2)", in debug mode; else "()".
std::string callback_source(Vm& vm,
                            const Value& callable,
                            std::string_view arguments = "()",
                            bool debug = false);
// "f() running at main.py:5" of a task's coroutine.
std::string coroutine_text(Vm& vm, const PyTask& task);
// reprlib.repr(): shortened. A str.
Native short_repr(Vm& vm, OwnedArgs args);
// The line at which a suspended coroutine's innermost Python frame stands; `outermost`: its own
// frame.
std::uint32_t coroutine_line(const Value& coroutine, bool outermost);
// "qualname" of a coroutine object.
std::string coroutine_name(Vm& vm, const Value& coroutine);

// The Python object of a handle.
Value handle_object(AsyncioState& state, asyncio::Handle& core, bool timer);
// The loop is about to run, called through `driver_frames` functions of asyncio (see LoopObject):
// what its callbacks have below them counts for the recursion limit.
void stand_on_callers(AsyncioState& state, LoopObject* loop, std::uint8_t driver_frames);
// For methods of loops.
inline LoopObject* loop_of(const Value& self) {
  return self.as<LoopObject>();
}
// Is it of a class of the program's own that has this method anew?
bool has_own_method(Vm& vm, const LoopObject& loop, std::string_view method);
// As asyncio.iscoroutinefunction().
bool is_coroutine_function(Vm& vm, const Value& function);
// "f(1, 2)" as a Handle shows its callback in debug mode.
std::string arguments_text(AsyncioState& state, const std::vector<Value>& args);
// As AsyncioState::log(); with an exception its traceback follows.
Native log_message(Vm& vm, int level, std::string text, Value exception);
// What loop.default_exception_handler() writes of a context dict.
Native default_exception_handler(Vm& vm, OwnedArgs args);
Native loop_call_exception_handler(Vm& vm, OwnedArgs args);
// False: raised "Event loop is closed".
bool check_open(Vm& vm, const LoopObject* loop);
// In debug mode: tells the logger that the loop closes.
void log_closing(Vm& vm, const Value& loop);
// In debug mode; false: raised, because another thread runs the loop.
bool check_thread(Vm& vm, const LoopObject* loop);
inline constexpr std::string_view kForeignThreadText =
    "Non-thread-safe operation invoked on an event loop other than the current one";
// While a debug-mode loop runs, coroutines know where they were made.
void track_origins(Vm& vm, LoopObject* loop, bool enabled);
// --- what is written in Python (asyncio_library.cpp)
void append_library_methods(std::vector<NativeDef>& methods);  // of the loop
bool in_library(std::string_view name);
void append_library_names(Vm& vm, std::vector<Value>& names);  // asyncio.<name>
void append_library_modules(Vm& vm, std::vector<Value>& names);
Native from_library(Vm& vm, Value name);
// What the program, or asyncio's part in Python, has put there; empty: nothing.
Value own_attribute(Vm& vm, const LoopObject* loop, std::string_view name);
Value default_executor(Vm& vm, const LoopObject* loop);  // empty: it has none

// Parks the main program until `future` is done, as run_until_complete does; the loop may run.
// `held`: what the callers in asyncio have in their variables meanwhile; empty: the future itself.
// `driver_frames`: see LoopObject.
Native run_until(Vm& vm,
                 Value loop_value,
                 asyncio::Ref<asyncio::FutureBase> future,
                 Value held = {},
                 std::uint8_t driver_frames = 4);
// What it gave. The frame of run_until_complete() still has the future: an error that the future
// has, too, and its frames keep each other until a collection.
Answer result_of_run(AsyncioState& state, asyncio::FutureBase& future);
// Async generators that began and were not finished, oldest first.
std::vector<Value> open_generators(Vm& vm, const LoopObject* loop);
// As the functions of the same names, by the policy that is set.
Answer new_event_loop(Vm& vm, const CallArgs& args);
Answer set_event_loop(Vm& vm, const Value& loop);

// Seconds from an int or float; false: another type (nothing raised).
bool plain_seconds(Vm& vm, const Value& value, double& seconds);

// The class's __name__: errors say '_asyncio.Task', what a task shows of itself says Task.
std::string_view bare_name(Vm& vm, const Value& value);

// --- the module's parts
void install_future_types(AsyncioState& state);
void install_task_type(AsyncioState& state, const Value& module);
void install_handle_types(AsyncioState& state);
void install_runner_types(AsyncioState& state, const Value& module);
void install_policy_types(AsyncioState& state, const Value& module);
// Signatures and docstrings, once everything else is there.
void describe_module(AsyncioState& state, const Value& module);
// The arguments of a class's __init__, bound by its signature: slots[0] is self. False: raised.
bool bind_init(AsyncioState& state,
               std::string_view name,
               const Value& self,
               const CallArgs& args,
               std::vector<Value>& slots);
void install_loop_types(AsyncioState& state, const Value& module);
void install_timeout_type(AsyncioState& state);
// In debug mode: where the deadline that was just set is scheduled. `in_enter`: by an __aenter__()
// that is not on the fiber.
void remember_deadline(Vm& vm, asyncio::Timeout& timeout, bool in_enter);
// A TimeoutError in place of the CancelledError that brought it about.
Raised raise_timeout(Vm& vm, const Value& cause);
// What was raised while a timeout's CancelledError was handled is said to come of a TimeoutError.
void insert_timeout_errors(AsyncioState& state, const Value& exception);
void install_lock_types(AsyncioState& state, const Value& module);
void install_barrier_type(AsyncioState& state, const Value& module);
void install_queue_types(AsyncioState& state, const Value& module);
void install_group_types(AsyncioState& state, const Value& module);
void add_timeout_functions(AsyncioState& state, const Value& module);
void add_loop_functions(AsyncioState& state, const Value& module);
void add_wait_functions(AsyncioState& state, const Value& module);

}  // namespace simul::vm
