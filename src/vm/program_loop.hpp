// The loop's half of Program: what happens while the main program waits in asyncio.run().
#pragma once

#include "vm/program.hpp"

namespace simul::vm {

// Gives the Vm its clock and loops; call once, before the program runs.
void attach_asyncio(Vm& vm, asyncio::Clock& clock, asyncio::Instrument* instrument);

// The main program's fiber is parked because a loop has to run.
bool loop_is_driven(Vm& vm);

// Runs the loop until the budget (Vm::budget) is used up, nothing is ready, or it stopped. In the
// last case `main` is unparked and the answer is kReady with loop_is_driven() false.
Progress drive_loop(Vm& vm, Fiber& main);

// "Task-1 main at line 5" of each task that waits, sorted; "main thread" when there is none.
std::vector<std::string> waiting_tasks(Vm& vm);

}  // namespace simul::vm
