// The lines of the program's text that a traceback shows under a frame, with their carets. Mirrors
// StackSummary.format_frame_summary of Lib/traceback.py, and Lib/linecache.py.
//
// Always holds: columns are counted as a terminal shows them, places in bytes as the compiler does.
#pragma once

#include <string>
#include <string_view>

#include "vm/vm.hpp"

namespace simul::vm {

// Without the blanks at both ends, and without what is left of a line's end.
std::string_view stripped(std::string_view text);
// The line of the program's text, without the newline; empty if there is none.
std::string_view source_line(const Vm& vm, std::uint32_t line);
// The same for a report, by way of CPython's linecache: empty when that can no longer read.
std::string_view cached_line(Vm& vm, std::uint32_t line);
// What stands under "File …": the source with its carets, indented by four.
std::string marked_lines(Vm& vm, const bytecode::Position& place, std::uint32_t line);
// The same for a file that the program put into linecache.cache: text that it made and then ran.
std::string marked_lines_kept(Vm& vm,
                              std::string_view filename,
                              const bytecode::Position& place,
                              std::uint32_t line);
// The same without marks, as the interpreter's own C code writes it.
std::string plain_line(Vm& vm, std::uint32_t line);

}  // namespace simul::vm
