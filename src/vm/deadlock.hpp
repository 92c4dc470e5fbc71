// Why a program stands still: who waits for what, at which line, and who could have woken whom.
//
// Reads the loops and the heap as they are when nothing is ready, no timer is armed and no thread
// can run; changes nothing. What a sentence says is certain: "held by" comes from the locks' own
// books, "could set" from the references that a task's frames hold (names of the module count for
// everybody).
#pragma once

#include <vector>

#include "vm/program.hpp"

namespace simul::vm {

// Cycles of waits first, each once, beginning with its oldest task; then the tasks in no cycle, in
// the order of their creation. Empty when no task waits.
std::vector<Standstill> explain_deadlock(Vm& vm);

}  // namespace simul::vm
