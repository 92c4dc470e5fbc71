// What each task of a run had to do, apart from when the loop let it: computing, blocking calls,
// sleeps, and whom it waited for. The raw material of every model.
//
// Read from the run's own trace, so nothing in it is guessed: a task's parts are its steps taken
// apart at the places where it gave way, started, woke or held up somebody. What the loop made it
// wait (its turn, a timer collected late) is not in it, as that is what the models differ in.
//
// A queue is what was put into it and taken out of it, in that order: the n-th item that is taken
// is the n-th that was put, and whoever took it takes it under every rule. So nothing can wait for
// ever that did not in the run, but for locks.
//
// Always holds: parts are in the order in which the task did them; a kAwait names flags that some
// kSignal or some task's end raises, each raised once; indices are within their tables.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "trace/event.hpp"

namespace simul::models {

enum class PartKind : std::uint8_t {
  kCompute,  // ns; holds whatever lets it compute
  kBlock,    // ns; a blocking call: computes nothing, but the task is in it
  kSleep,    // ns; waits for time to pass
  kOutside,  // ns; waits for something that is no task: a thread, the network; as long as it took;
             // what 1: until a callback made the task, which lasts nothing if all is done in a row
  kYield,    // gives way once
  kSpawn,    // what: the task that it starts
  kSignal,   // what: the flag that it raises
  kAwait,    // what: the entry of Workload::waits
  kAcquire,  // what: the lock or semaphore
  kRelease
};

struct Part {
  PartKind kind = PartKind::kCompute;
  std::uint32_t what = 0;
  std::uint32_t line = 0;
  std::int64_t ns = 0;
};

struct TaskWork {
  trace::Id task = 0;        // 0: the main program, outside every task
  std::uint32_t parent = 0;  // index of who created it; its own for the main program
  bool leads = false;        // it started others, or is inner
  bool inner = false;        // run by its parent in its own thread: asyncio.run(main())
  std::string name;          // "game 3", "Task-2"
  std::vector<Part> parts;
  std::uint32_t end_flag = 0;  // raised when it has ended
};

// All of these must have been raised, each at least so long ago.
struct Condition {
  std::uint32_t flag = 0;
  std::int64_t delay_ns = 0;
};

struct Workload {
  std::vector<TaskWork> tasks;  // the main program first, then as created
  std::vector<std::vector<Condition>> waits;
  std::uint32_t flags = 0;
  struct Lock {
    std::int64_t capacity = 1;  // of a semaphore: as many as ever had it at once
    bool semaphore = false;
  };
  std::vector<Lock> locks;
  std::int64_t took_ns = 0;  // the run on its loop

  // Where the program means something that only a loop has.
  bool cut_short = false;     // a timeout or cancellation ended a wait early
  bool first_of = false;      // it went on when the first of several was done
  bool from_outside = false;  // it waited for threads or for the network
  bool shared = false;        // locks, queues or signals between tasks
  std::string first_cut;      // the first task whose wait was cut short
  std::size_t stated = 0;     // blocking calls that the text says are computing
};

// computing_lines: lines whose blocking calls stand for computing (see computing_lines()).
[[nodiscard]] Workload read_workload(const trace::Trace& trace,
                                     const std::set<std::uint32_t>& computing_lines = {});

// How a program states that it computes without doing so: a comment "# computing" after the call,
// as in `time.sleep(0.2)  # computing`. The lines, 1-based, that have one.
[[nodiscard]] std::set<std::uint32_t> computing_lines(std::string_view source);

}  // namespace simul::models
