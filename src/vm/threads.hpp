// Threads, modelled: which of a program's threads runs next. Mirrors nothing in CPython but what
// the operating system and the GIL do for it, with every choice made by rule.
//
// A thread is a fiber. One runs at a time, and it gives way only where it blocks (sleep, lock,
// join, the loop's wait for its next timer) or ends. Who can run waits in a queue, first come first
// served; nobody can: the earliest deadline of all threads and loops is next, at equal deadlines
// threads before loops, then first come first served. At the start of each of its turns a loop lets
// those go first that can run.
//
// With a seed (switching.hpp) this is drawn instead: a thread also gives way at checks of the eval
// breaker, any of those that can run is next, waits that end within 0.1 ms of each other end in any
// order, and a lock that is released is free for whoever comes first.
//
// Always holds: the state that CPython keeps per thread (the running loop, the loop's fiber, hooks
// of async generators) lies in AsyncioState for the thread that runs and in its Thread for all
// others.
#pragma once

#include <cstdint>
#include <deque>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "vm/switching.hpp"
#include "vm/vm.hpp"

namespace simul::vm {

struct AsyncioState;
struct LoopObject;

// A deadline that never comes.
inline constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

struct Thread {
  std::int64_t ident = 0;
  std::string name;        // for reports; threading keeps it up to date
  Fiber* fiber = nullptr;  // its own code
  Value target;            // called when it runs first; then empty
  std::vector<Value> args;
  Value kwargs;
  bool started = false;
  bool done = false;
  bool queued = false;     // it can run
  bool woken = false;      // the last wait was ended by wake(), not by its deadline
  std::uint64_t wait = 0;  // the number of its wait: entries among the sleepers may be stale
  LoopObject* selecting = nullptr;  // it waits for something to happen in this loop
  std::deque<std::shared_ptr<Thread>> joiners;
  std::map<const void*, Value> locals;  // of threading.local objects: their __dict__ here

  // What AsyncioState holds while the thread runs.
  struct LoopState {
    Fiber* steps = nullptr;
    LoopObject* driven = nullptr;
    LoopObject* running_loop = nullptr;
    Value set_loop;
    std::int64_t origin_depth = 0;
    AsyncGeneratorHooks hooks;
  } loop;

  Fiber own_fiber;
  Fiber own_steps;
};

class Threads {
 public:
  explicit Threads(AsyncioState& state);
  ~Threads();
  // The Vm goes away: lets go of every Value. Nothing of any thread runs again.
  void shut_down();

  // The main thread's code runs on this fiber.
  void set_main_fiber(Fiber& fiber) { main_->fiber = &fiber; }
  [[nodiscard]] const std::shared_ptr<Thread>& main() const { return main_; }
  // The one that runs, or that ran last.
  [[nodiscard]] const std::shared_ptr<Thread>& current() const { return current_; }
  // A thread other than the current one runs this loop.
  [[nodiscard]] bool drives(const LoopObject* loop) const;
  // Somebody runs; else pick() says who is next.
  [[nodiscard]] bool running() const { return running_; }
  [[nodiscard]] bool alone() const { return threads_.size() == 1; }
  // Another one was started, whether it has ended or not.
  [[nodiscard]] bool were_several() const { return next_ident_ != main_->ident; }
  // All that have not ended, oldest first.
  [[nodiscard]] const std::vector<std::shared_ptr<Thread>>& alive() const { return threads_; }

  // A new thread: it can run from now on.
  std::shared_ptr<Thread> start(Value target, std::vector<Value> args, Value kwargs);

  // --- chance
  void seed(std::uint64_t seed) { switching_ = Switching(seed); }
  Switching& switching() { return switching_; }
  // The running thread has come to a check of the eval breaker after its interval.
  void hand_over();

  // --- for whoever drives
  enum class Next : std::uint8_t { kRuns, kWaits, kDeadlock };
  struct Pick {
    Next next = Next::kDeadlock;
    std::int64_t due_ns = 0;  // kWaits: until then nobody can run
    std::int32_t generation = 0;
    bool loop = false;  // it is a loop's timer
  };
  Pick pick();
  // The running thread waits. A thread goes before a loop that has the same deadline.
  void block(std::int64_t due_ns, bool loop, std::int32_t generation);
  // Somebody else can run now.
  [[nodiscard]] bool others_can_run();
  // The running thread lets them go first.
  void give_way();
  // The running thread waits until after the one that wakes first.
  void follow_first_sleeper();
  // The running thread has ended.
  void end();

  // --- for natives
  // Ends the wait of a thread before its deadline.
  void wake(const std::shared_ptr<Thread>& thread);
  // Something was put into a loop from outside: whoever waits in it looks again.
  void wake_loop(const LoopObject* loop);
  // A nanosecond deadline for a wait of so many seconds from now.
  [[nodiscard]] std::int64_t deadline(double seconds);

 private:
  struct Sleeper {
    std::int64_t due_ns;
    bool loop;
    std::int32_t generation;
    std::uint64_t serial;
    std::shared_ptr<Thread> thread;
    std::uint64_t wait;
    bool operator<(const Sleeper& other) const;  // std::*_heap: the largest is the first to wake
  };
  void switch_to(std::shared_ptr<Thread> thread);
  void drop_stale();
  void pop_sleeper();
  void queue(const std::shared_ptr<Thread>& thread);
  Pick draw();
  void wake_until(std::int64_t due_ns);

  AsyncioState& state_;
  std::shared_ptr<Thread> main_;
  std::shared_ptr<Thread> current_;
  bool running_ = true;
  std::vector<std::shared_ptr<Thread>> threads_;
  std::deque<std::shared_ptr<Thread>> runnable_;
  std::vector<Sleeper> sleepers_;
  std::uint64_t serial_ = 0;
  Switching switching_;
  std::int64_t next_ident_;
};

}  // namespace simul::vm
