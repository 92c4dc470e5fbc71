// The loop's half of Program: what happens while a thread waits in asyncio.run(), and the threads
// themselves.
#pragma once

#include "vm/program.hpp"

namespace simul::vm {

class Native;
class Threads;

// Gives the Vm its clock and loops; call once, before the program runs.
void attach_asyncio(Vm& vm, asyncio::Clock& clock, asyncio::Instrument* instrument);

// The program's threads; they live as long as the Vm.
Threads& threads_of(Vm& vm);

// The running thread's fiber is parked because a loop has to run.
bool loop_is_driven(Vm& vm);

// "/usr/lib/…/base_events.py:750" and that line's text while a loop throws away what it has queued:
// CPython's frame that runs then. Empty: none.
std::pair<std::string, std::string_view> library_place(Vm& vm);

// Runs the loop until the budget (Vm::budget) is used up, nothing is ready, or it stopped. In the
// last case the thread's fiber is unparked and loop_is_driven() is false. The thread may have
// blocked or given way: then Threads::running() is false.
void drive_loop(Vm& vm);

// For a deadlock: "Thread-1 (worker) waits at line 12: item = jobs.get()", of each thread that has
// not ended. Empty when there is but the main thread and it runs a loop.
std::vector<std::string> waiting_threads(Vm& vm);

// Vm::collect() at the end: what was made after the object `young` is finalised last, and what was
// made after `spared_from` is left alone, with all that it reaches. Either may be empty.
std::int64_t collect_with_young(Vm& vm, const Value& young, const Value& spared_from);
// A future or task; and one of which somebody else has what the object shows.
bool is_future(Vm& vm, const Object* object);
bool survives(Vm& vm, const Object* object);
// A future or task that dies in a circle of references: has it an exception nobody saw?
bool has_last_words(Vm& vm, const Object* object);
// The same where the object alone has what it shows: else that goes on, and has time to be seen.
bool dies_with_words(Vm& vm, const Object* object);
void say_last_words(Vm& vm, const Object* object);
// What cr_origin tells of a coroutine that is being made: (file, line, function) of its caller, of
// the caller's caller, and so on, at most `depth`; asyncio's own frames have CPython's lines.
Value coroutine_origin(Vm& vm, std::int64_t depth);
// The same as lines behind "was never awaited".
std::string origin_text(Vm& vm, const Value& origin);
// The end: tasks that no loop will run on say so, and their coroutines are closed.
Native end_tasks(Vm& vm);
// The same before that, for what neither the program's names nor `kept` reach any more.
Native end_unreached_tasks(Vm& vm, Value kept);
// Coroutines that never began in circles that no collection could see, after it: while the
// program's names are there (with `kept`, as above), or in the end, those made before
// `spared_from`.
void end_coroutines_of_circles(Vm& vm, const Value& kept, const Value& spared_from);

// "Task-1 main at line 5" of each task that waits, sorted; "main thread" when there is none.
std::vector<std::string> waiting_tasks(Vm& vm);

}  // namespace simul::vm
