// A run that CPython made and tools/simul_trace.py recorded: read, and looked at before anything of
// the house sees it.
//
// It comes from anybody. Refused, with one sentence: what is no trace, another kind of event than
// the recorder writes, more of them than a run may have, and a story that no loop could tell (a
// task that was created twice or by nobody, two steps at once, a step of somebody unknown).
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "trace/event.hpp"

namespace simul::session {

Result<trace::Trace> read_recording(std::string_view text, std::size_t max_events = 2'000'000);

}  // namespace simul::session
