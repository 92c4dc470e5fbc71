// Tracebacks as text: CPython 3.13's Lib/traceback.py (StackSummary.format,
// TracebackException.format).
//
// The asyncio module's natives appear as one line "  [frames in asyncio]" per run of them.
#pragma once

#include <string>
#include <string_view>

#include "vm/vm.hpp"

namespace simul::vm {

// The text of a whole traceback, as a coroutine native: a str. It may call __str__ of exceptions.
Native format_exception_text(Vm& vm, Value exception);
// "Type: message", one str; with what is suggested after looking at that traceback's last frame.
Native exception_only(Vm& vm, Value exception, bool suggestions, Value traceback = {});
// Only the frames: "  File …" lines of a traceback object. When the program's names are gone
// CPython cannot import what finds the anchors of carets, nor read a file that it has not read yet.
// Not marked: as the interpreter's own C code writes it, the line alone and straight from the file.
std::string format_frames(Vm& vm, const Value& traceback, bool marked = true);
// Runs a coroutine native to its end on a fiber of its own: for reports that cannot wait. Empty: it
// raised or took too long.
Value run_now(Vm& vm, Native native);

}  // namespace simul::vm
