// src/asyncio/event_loop.hpp - the loop. Mirrors CPython's Lib/asyncio/base_events.py.
//
// A turn (CPython's _run_once): move the timers that are due to the ready queue, then run exactly
// the callbacks that were ready when the turn began. The queue is FIFO; this is the only place
// where callbacks are called.
//
// The loop is a machine that never waits: run_slice() goes on until nothing is ready, the budget is
// spent or a callback stopped in the middle, and can be called again from there. Whoever drives it
// waits: run_until_complete() natively, the host's timers in the page.
//
// Always holds: a loop outlives its futures, tasks and handles; one thread.
#pragma once

#include <concepts>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "asyncio/clock.hpp"
#include "asyncio/events.hpp"
#include "asyncio/exceptions.hpp"
#include "asyncio/instrument.hpp"
#include "asyncio/pages.hpp"
#include "asyncio/timer_heap.hpp"

namespace simul::asyncio {

class EventLoop;
class DoneCallback;
class FutureBase;
class TaskBase;

// Only the benchmark builds a loop without hooks, to see what they cost while nobody watches.
#ifdef SIMUL_NO_INSTRUMENT
inline constexpr bool kWatchable = false;
#else
inline constexpr bool kWatchable = true;
#endif

// What CPython would have raised in the middle of a call that the core has just made. Whoever made
// it looks, says so, and takes the refusal away.
enum class Refusal : std::uint8_t {
  kNone,
  kClosedLoop,     // callbacks to queue in a loop that is closed: RuntimeError
  kForeignThread,  // the same in a loop that another thread runs, which looks: RuntimeError
  kTooManyCalls,   // a cancellation through more tasks than C may call one from another, or
  kTooManyFrames,  // through more gathers than Python has frames: RecursionError
  kRaised,         // cancel() of the program's own: what it raised, the hooks know
};

// How far a cancellation may go from one future to the next: tasks that wait for each other in a
// circle hand it round for ever.
struct CancelDepth {
  int calls = 0;   // of C, one in another: one for a task, two for a gather
  int frames = 0;  // of Python: one for a gather
};

// Numbers that go on from one loop of a program to the next.
struct Counters {
  Id next_id = 1;
  std::uint32_t next_task = 1;  // of "Task-1"
  Refusal refused = Refusal::kNone;
  bool refused_in_gather = false;  // kTooMany..., kRaised: some of the calls were a gather's
  // The call that was refused, which its error has as long as it lives: whose wake-up it was, if it
  // was a task's (a TaskBase), or which DoneCallback; and of which future.
  Ref<Counted> refused_task, refused_callback, refused_future;
  CancelDepth cancelling;  // where the cancellation is that goes on
  [[nodiscard]] bool refusing() const { return refused != Refusal::kNone; }
};

// The tasks of a loop that are not done, oldest first. Not held.
//
// A task knows its place, so that it leaves in one step and without touching its neighbours; the
// gaps go when they are the half and another task comes.
class TaskRegistry {
 public:
  // The task's place.
  std::uint32_t add(TaskBase& task) {
    if (gaps_ >= kFewGaps && gaps_ * 2 > places_.count()) [[unlikely]]
      close_gaps();
    return places_.add(&task);
  }
  void remove(std::uint32_t place) {
    places_[place] = nullptr;
    ++gaps_;
  }
  [[nodiscard]] std::vector<Ref<TaskBase>> all() const;
  [[nodiscard]] bool empty() const { return places_.count() == gaps_; }

 private:
  static constexpr std::size_t kFewGaps = 64;  // not worth the work
  void close_gaps();
  PagedTable<TaskBase*> places_;  // null: a gap
  std::size_t gaps_ = 0;
};

// What call_exception_handler() is told. Members that do not apply are null.
struct ExceptionContext {
  std::string_view message;
  Exception exception{};
  FutureBase* future = nullptr;
  TaskBase* task = nullptr;
  Handle* handle = nullptr;
};

// What the loop asks of whoever embeds it. The defaults serve native programs.
class LoopHooks {
 public:
  virtual ~LoopHooks() = default;
  [[nodiscard]] virtual Exception make_exception(ExceptionKind kind, std::string message);
  // `message` may be null: cancel() was given none.
  [[nodiscard]] virtual Exception make_cancelled_error(const Ref<CancelMessage>& message);
  // A child's exception that is about to be its gather's or shield's as well.
  [[nodiscard]] virtual Exception handed_on(const Exception& exception) { return exception; }
  // A CancelledError that a waiting task is about to be told: raised here, between callbacks.
  virtual void raised_in_loop(const Exception& /*exception*/) {}
  // A future's exception that a task has taken and is not told, because it is cancelled.
  virtual void taken_in_vain(const Exception& /*exception*/) {}
  // A future that a lock, queue or group wakes somebody with, by set_done().
  [[nodiscard]] virtual Ref<FutureBase> make_waiter(EventLoop& loop, WaitKind kind);
  // A failure that nobody else will see. A future that is being destroyed may be in `context`.
  virtual void call_exception_handler(const ExceptionContext& context);
  // How deep a cancellation that begins here may go. Asked only where one goes deep.
  [[nodiscard]] virtual CancelDepth cancel_limits();
  // Is it another thread that runs this loop? Asked only of loops that check it.
  [[nodiscard]] virtual bool runs_elsewhere(const EventLoop& /*loop*/) { return false; }
  // A callback of the core's own was refused what it asked for (see Refusal); `name` is CPython's
  // for it. Of a timer, `when_s` is its deadline; `origin` is what Timeout::set_origin() was given.
  virtual void callback_refused(EventLoop& /*loop*/,
                                std::string_view /*name*/,
                                std::optional<double> /*when_s*/,
                                Counted* /*origin*/) {}
  // A task that TaskBase::settle() has ended was about to step, with `thrown` or without, or its
  // step has ended (`stepped`): what is refused is for callback_refused() to tell.
  virtual void refuse_step(TaskBase& /*task*/, const Exception& /*thrown*/, bool /*stepped*/) {}
  // repr() of a future or task, for messages.
  [[nodiscard]] virtual std::string describe(FutureBase& future);
  // Nobody has this future of a derived class any more. True: the class has a say in it first, and
  // the future lives on until then.
  virtual bool finalizes(FutureBase& /*future*/) { return false; }
  // The future that kept this view is gone.
  virtual void drop_view(void* /*view*/) {}
  // The program's line that runs now; 0: not known. Asked only while somebody watches.
  [[nodiscard]] virtual std::uint32_t line() { return 0; }
  // Where a task's own coroutine stands, whatever it has called; 0: not known. Asked as above.
  [[nodiscard]] virtual std::uint32_t own_line(TaskBase& /*task*/) { return 0; }
  // Both, of a task whose step ends: a coroutine that has called others is gone through once.
  struct Lines {
    std::uint32_t innermost = 0;
    std::uint32_t own = 0;
  };
  [[nodiscard]] virtual Lines lines(TaskBase& task) { return {line(), own_line(task)}; }
};

// When to give the thread back. Asked after every callback.
class SliceBudget {
 public:
  virtual ~SliceBudget() = default;
  [[nodiscard]] virtual bool spent() = 0;
  // Asked before each turn: somebody else goes first, and the slice ends.
  [[nodiscard]] virtual bool gives_way() { return false; }
};

enum class SliceEnd : std::uint8_t {
  kIdle,       // nothing is ready, or the loop spins; see due_ns
  kGaveWay,    // before a turn, see SliceBudget::gives_way
  kSpent,      // the budget says stop; more is ready, or may be
  kPreempted,  // a callback stopped in the middle
  kBlocked,    // a callback blocks the loop until due_ns
  kStopped,    // stop() was called, and the turn has ended
  kRaised,     // SystemExit or its like: take_raised()
};

struct SliceResult {
  SliceEnd end = SliceEnd::kIdle;
  bool has_due = false;  // kIdle: false when there is no timer either
  std::int64_t due_ns = 0;
  std::int32_t generation = 0;  // hand both to Clock::wait_until
};

// How run_until_complete ended.
enum class RunEnd : std::uint8_t { kDone, kStopped, kDeadlock, kRaised };

class EventLoop {
 public:
  struct Options {
    Instrument* instrument = nullptr;  // watch from the start, or not at all
    LoopHooks* hooks = nullptr;
    Counters* counters = nullptr;
  };
  explicit EventLoop(Clock& clock) : EventLoop(clock, Options()) {}
  EventLoop(Clock& clock, Options options);
  EventLoop(const EventLoop&) = delete;
  EventLoop& operator=(const EventLoop&) = delete;
  ~EventLoop();

  // ---- time and scheduling
  // Seconds since the start of the program.
  [[nodiscard]] double time() { return to_seconds(now_ns()); }
  [[nodiscard]] Clock& clock() { return *clock_; }

  void call_soon(Handle& handle);
  // Due at `when_s` of this loop's time; call_later counts from now. A deadline that has passed is
  // due in the next turn.
  void call_at(double when_s, TimerHandle& handle);
  void call_later(double delay_s, TimerHandle& handle) { call_at(time() + delay_s, handle); }

  // What happened outside: at the start of the next turn the handle goes behind all that is ready
  // by then, before the timers that are due. CPython's select() puts its events there.
  void call_on_arrival(Handle& handle) {
    handle.incref();
    handle.listed_ = true;
    arrivals_.push_back(&handle);
  }
  // The same of what may go on being ready. As in Linux's epoll it is listed again, behind those
  // before it, the moment a turn takes it: before whatever comes while that turn runs. The turn
  // after drops it if it has nothing to tell by then.
  void call_while_ready(Handle& handle) {
    handle.stays_ = true;
    handle.quiet_ = false;
    call_on_arrival(handle);
  }
  // Has it something to tell? False: it is not listed (any more).
  static bool set_ready(Handle& handle, bool ready) {
    handle.quiet_ = !ready;
    return handle.listed_;
  }

  template <std::invocable Function>
  Ref<Handle> call_soon(Function function) {
    Ref<Handle> handle = make_counted<FunctionHandle<Handle, Function>>(std::move(function));
    call_soon(*handle);
    return handle;
  }
  template <std::invocable Function>
  Ref<TimerHandle> call_at(double when_s, Function function) {
    Ref<TimerHandle> handle =
        make_counted<FunctionHandle<TimerHandle, Function>>(std::move(function));
    call_at(when_s, *handle);
    return handle;
  }
  template <std::invocable Function>
  Ref<TimerHandle> call_later(double delay_s, Function function) {
    return call_at(time() + delay_s, std::move(function));
  }

  // The same without a Handle: `self` is held until it has run. `serves` is the task or future that
  // it is about and `cause` who queued it, for whoever watches.
  void enqueue(RunFn run, Counted& self, HandleKind kind, Id serves, Id cause) {
    self.incref();
    hand_over(run, &self, kind, serves, cause);
  }
  // As enqueue(), but the caller's reference becomes the queue's.
  void hand_over(RunFn run, Counted* self, HandleKind kind, Id serves, Id cause) {
    ready_.push({run, self});
    if (watched()) [[unlikely]]
      label(kind, serves, cause, 0);
  }
  TimerKey add_timer(double when_s, RunFn run, Counted& self, Id serves);
  // False if it has fired already or was cancelled before.
  bool cancel_timer(TimerKey key);
  [[nodiscard]] bool timer_pending(TimerKey key) const { return timers_.pending(key); }

  // ---- running
  SliceResult run_slice(SliceBudget* budget = nullptr);
  // The turn that is running now is the last.
  void stop() { stopping_ = true; }
  // Runs and waits until `future` is done. kDeadlock: it never will be; nothing is ready and no
  // timer is pending. kRaised: see take_raised().
  RunEnd run_until_complete(FutureBase& future);
  // For other drivers: stops the loop when `future` is done, as run_until_complete does; call
  // ended_until_complete() with the same future when the loop has stopped for any reason.
  void begin_until_complete(FutureBase& future);
  void ended_until_complete(FutureBase& future);
  [[nodiscard]] bool is_running() const { return running_; }
  void set_running(bool running) { running_ = running; }
  // Throws away whatever has not ended, coroutines included: for a program that is over. Its
  // futures may still be alive afterwards, but nothing of it runs again.
  void shut_down();
  // Drops all that is queued. A closed loop is not used again.
  void close();
  // The same step by step: refuse(), then drop_next() until it gives false.
  void refuse() { closed_ = true; }
  bool drop_next();
  [[nodiscard]] bool is_closed() const { return closed_; }
  // In debug mode, what another thread queues is refused.
  void check_thread(bool checks) { checks_thread_ = checks; }
  // Why nothing may be queued from here; kNone: it may.
  [[nodiscard]] Refusal refuses() {
    if (closed_) return Refusal::kClosedLoop;
    return checks_thread_ && hooks_->runs_elsewhere(*this) ? Refusal::kForeignThread
                                                           : Refusal::kNone;
  }
  // May there be a reason?
  [[nodiscard]] bool may_refuse() const { return closed_ || checks_thread_; }
  // Another thread has queued something and says so: a wait ends.
  void note_wakeup() { woken_ = true; }
  // Whatever call_soon() and call_at() have queued. Not held.
  [[nodiscard]] std::vector<Handle*> queued_handles() const;
  // The futures whose callbacks, each with it, and the tasks whose steps are in the ready queue.
  [[nodiscard]] std::vector<std::pair<FutureBase*, DoneCallback*>> queued_futures() const;
  // Its timers that are no handles: what each will call, and on what.
  [[nodiscard]] std::vector<std::pair<RunFn, Counted*>> own_timers() const;

  // For callbacks. A step that blocks says until when before it returns Ran::kBlocked.
  void set_blocked_until(std::int64_t due_ns) { blocked_until_ns_ = due_ns; }
  [[nodiscard]] std::int64_t blocked_until_ns() const { return blocked_until_ns_; }
  // The running callback raised what ends the loop: run_slice returns kRaised after it.
  void leave_with(Exception exception) { raised_ = std::move(exception); }
  [[nodiscard]] Exception take_raised() { return std::exchange(raised_, {}); }

  // ---- tasks
  [[nodiscard]] TaskBase* current_task() const { return current_task_; }
  void set_current_task(TaskBase* task) { current_task_ = task; }
  // Tasks that are not done, oldest first.
  [[nodiscard]] std::vector<Ref<TaskBase>> all_tasks() const { return tasks_.all(); }

  // ---- for futures, tasks and whoever watches
  [[nodiscard]] LoopHooks& hooks() { return *hooks_; }
  [[nodiscard]] bool has_default_hooks() const { return hooks_ == &default_hooks_; }
  [[nodiscard]] Id new_id() { return counters_->next_id++; }
  [[nodiscard]] Counters& counters() { return *counters_; }
  // At the end of a callback of the core's own: if it was refused something, says so.
  void report_refusal(std::string_view name,
                      std::optional<double> when_s = {},
                      Counted* origin = nullptr) {
    if (counters_->refusing()) [[unlikely]]
      tell_refusal(name, when_s, origin);
  }
  // So much further in a cancellation; false: too far, and refused.
  [[nodiscard]] bool may_cancel_deeper(const CancelDepth& by) {
    constexpr int kShallow = 500;
    return counters_->cancelling.calls < kShallow || is_within_limits(by);
  }
  [[nodiscard]] bool watched() const { return kWatchable && instrument_ != nullptr; }
  // Stamps the event with the clock and passes it on. Call only while watched().
  void emit(Event event, std::string_view text = {});
  // The clock's move up to now was accounted for (a time.sleep): it was not computing.
  void note_blocked() { began_ns_ = now_ns(); }
  [[nodiscard]] Id current_task_id() const;
  [[nodiscard]] std::uint64_t turn() const { return turn_; }
  [[nodiscard]] std::size_t ready_count() const { return ready_.size(); }
  // Has all that this turn runs begun?
  [[nodiscard]] bool turn_is_over() const { return ready_.head() == turn_end_; }
  // So many turns without a wait that time has to pass (Clock::spin_turns).
  [[nodiscard]] bool spinning() const { return spin_limit_ != 0 && spins_ > spin_limit_; }
  [[nodiscard]] bool has_timers() const { return !timers_.empty(); }
  // Would a turn that began now run anything?
  [[nodiscard]] bool has_work();

 private:
  friend class TaskBase;
  friend class TimerHandle;
  struct Ready {
    RunFn run;
    Counted* self;
  };
  // Of one handle, or of several steps whose numbers follow each other: whom those serve is the
  // task in the queue.
  struct Label {
    Id handle;
    Id serves;
    HandleKind kind;
    std::uint32_t count;
  };

  // What a turn may wait for, settled before other threads go first: what they queue meanwhile
  // ends no wait, unless they say so.
  struct Wait {
    bool none = false;     // something is ready
    bool has_due = false;  // of the first timer
    std::int64_t due_ns = 0;
    std::int32_t generation = 0;
  };
  [[nodiscard]] Wait settled_wait();
  [[nodiscard]] bool is_over(const Wait& wait);
  void fetch_sleepers(const Timer& fired);
  bool begin_turn();
  void collect_due();
  void collect_arrivals();
  [[nodiscard]] bool has_arrivals() const;
  bool timer_is_due(std::int64_t now_ns, std::int32_t generation);
  Ran run_turn(SliceBudget* budget, bool* spent);
  Ran run_watched_turn(SliceBudget* budget, bool* spent);
  Ran run_unwatched_turns(SliceBudget* budget, bool* spent);
  // Nothing but handles are there, no timer is due, and nobody has to be told that a turn begins.
  bool begin_plain_turn() {
    if (ready_.empty() || !arrivals_.empty() || stopping_) return false;
    if (!timers_.empty()) {
      if (reading_ == nullptr || (spin_limit_ != 0 && spins_ >= spin_limit_) ||
          timers_.any_due(reading_->ns, reading_->generation))
        return false;
      woken_ = false;
    }
    ++spins_;
    ++turn_;
    turn_end_ = ready_.tail();
    return true;
  }
  Ran run_watched(const Ready& ready);
  Ran run_unwatched(const Ready& ready);
  // A task is longer than a cache line, and its frame often lies beside it.
  void fetch_next() const {
    constexpr std::size_t kAhead = 6, kCacheLine = 64;
    if (const Ready* const soon = ready_.ahead(kAhead)) [[likely]] {
      fetch_ahead(soon->self);
      fetch_ahead(reinterpret_cast<const char*>(soon->self) + kCacheLine);
    }
  }
  [[nodiscard]] inline bool goes_on_yielding();
  Ran run_yields(SliceBudget* budget, bool* spent);
  Ran run_unlike_yields(TaskBase& task, Id handle, std::uint32_t consumed, bool was_run);
  inline void consume_labels(std::uint32_t count);
  void label_yields();
  inline Label take_label(const Counted* self);
  Ran run_again();
  SliceResult suspended(Ran ran);
  void handle_began(const Ready& ready);
  void handle_ended();
  bool tell_yield(TaskBase& task);
  bool begin_yield_run(TaskBase& task, std::int64_t now_ns);
  [[nodiscard]] std::int64_t now_ns() {
    return reading_ != nullptr ? reading_->ns : clock_->now_ns();
  }
  [[nodiscard]] std::int32_t generation() const {
    return reading_ != nullptr ? reading_->generation : clock_->generation();
  }
  static void discard(const Ready& ready);
  void label(HandleKind kind, Id serves, Id cause, Id handle);
  void tell_refusal(std::string_view name, std::optional<double> when_s, Counted* origin);
  [[nodiscard]] bool is_within_limits(const CancelDepth& by);
  void note_cancelled_late(TimerKey key);
  void note_wait_ended();
  SliceResult idle();
  TimerKey arm(double when_s, RunFn run, Counted& self, Id serves, Id id);
  void drop_queued();

  Clock* clock_;
  Instrument* instrument_;
  LoopHooks* hooks_;
  Counters* counters_;
  LoopHooks default_hooks_;
  Counters own_counters_;

  PagedQueue<Ready> ready_;
  PagedQueue<Label> labels_;         // of what is in ready_, only while watched
  const Ready* turn_end_ = nullptr;  // where this turn ends
  bool in_turn_ = false;
  bool gave_way_ = false;
  bool stopping_ = false;
  bool running_ = false;
  bool closed_ = false;
  bool checks_thread_ = false;
  bool woken_ = false;  // since the last turn began
  Wait wait_;
  Ready current_{};        // that stopped in the middle
  Label current_label_{};  // handle 0: all was told
  std::uint32_t yields_queued_ =
      0;  // of run_yields(): the last so many in ready_ have no label yet
  // Timers that fired for this turn: the key's serial, and what it is in the ready queue.
  std::unordered_map<std::uint32_t, Id> fired_;
  std::unordered_set<Id> skipped_;  // those of them that were cancelled since
  Yields* yields_ = nullptr;
  const ClockReading* reading_;
  std::int64_t began_ns_ = 0;
  TaskBase* current_task_ = nullptr;
  std::vector<Handle*> arrivals_;  // held
  TimerHeap timers_;
  std::uint32_t spins_ = 0;  // turns since the last wait
  std::uint32_t spin_limit_;
  std::uint64_t turn_ = 0;
  std::int64_t idle_since_ns_ = -1;
  std::int64_t blocked_until_ns_ = 0;
  Exception raised_;
  Id id_;
  TaskRegistry tasks_;
};

}  // namespace simul::asyncio
