// Trace <-> text, one event a line: for goldens, bug reports and the determinism test.
//
//   1.000000000 timer_fired 7 object=3 due=1.000000000
//   1.000000000 task_waits 2 object=9 detail=1 line=7 due=2.000000000 "sleep(1.0)"
//
// A line is the time in seconds with nine decimals, the event's name, its subject, then only the
// fields that are not zero, then the text in double quotes with \\ \" \n and \xNN escapes. Law:
// parse_text(to_text(t)) equals t.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "trace/event.hpp"

namespace simul::trace {

std::string to_text(const Trace& trace);
std::string to_text(const Trace& trace, const Event& event);  // one line, without the newline
std::string_view name(EventKind kind);                        // "task_waits"

// An error names the line and what is wrong with it.
Result<Trace> parse_text(std::string_view text);

}  // namespace simul::trace
