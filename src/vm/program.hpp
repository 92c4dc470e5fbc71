// Program: one run of one program, driven from outside in pieces: the main program's fiber and the
// loop it starts.
//
// Always holds: advance() never waits and never runs longer than its budget (plus one native step);
// everything that can stop is on the heap; after kFinished the exit status, the exception's last
// line and the text on stderr are CPython's.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "asyncio/instrument.hpp"
#include "bytecode/code_object.hpp"
#include "vm/vm.hpp"

namespace simul::asyncio {
class Clock;
}

namespace simul::vm {

struct ProgramOptions {
  std::string filename = "main.py";  // the path a traceback shows
  std::string source;
  std::uint64_t seed = 0;
  std::uint64_t switch_seed = 0;  // of the threads, see vm/switching.hpp; 0: they switch by rule
  double cost_ns = 50;            // of one instruction, charged to the clock
  std::int64_t heap_limit = Heap::kDefaultLimit;
  ModuleSource* modules = nullptr;  // as Vm::Options
  Files files = {};                 // as Vm::Options
};

// One sentence about a deadlock, see vm/deadlock.hpp.
struct Standstill {
  std::string text;
  std::uint32_t line = 0;  // to look at; 0: none
  bool cycle = false;      // it names tasks that wait for each other
};

struct Progress {
  enum class Kind : std::uint8_t {
    kReady,    // call again
    kWaiting,  // nothing is ready until due_ns; generation: see the clock's rules
    kBlocked,  // time.sleep until due_ns: the whole program stands still
    kFinished,
    kDeadlock,  // nothing is ready and nothing will be: `waiting` says who waits where
    kLimit,     // the heap's limit ended it although the program caught MemoryError
  };
  Kind kind = Kind::kReady;
  std::int64_t due_ns = 0;
  std::int64_t generation = 0;
  std::vector<std::string> waiting = {};
  std::vector<Standstill> why = {};  // of a deadlock
  std::vector<std::string> threads =
      {};  // the same of its threads; empty: only a loop's tasks wait
};

class Program {
 public:
  Program(std::shared_ptr<const bytecode::CodeObject> code,
          ProgramOptions options,
          Host& host,
          asyncio::Clock& clock,
          asyncio::Instrument* instrument);
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  // Runs at most about `instructions` instructions.
  Progress advance(std::int64_t instructions);

  bool finished() const;
  int exit_code() const;  // CPython's: 0, 1 after an uncaught exception, SystemExit's code
  bool exited() const;    // by SystemExit
  const std::string& exception() const;  // "Type: message" of what ended it, or empty
  bool in_thread() const;                // what runs now is a thread that runs no loop
  bool had_threads() const;              // it started others
  std::uint32_t running_line() const;    // where the program is, 0 if nowhere
  Vm& vm();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace simul::vm
