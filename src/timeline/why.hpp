// The picture in words: why a task is where it is, what the loop does, in one sentence each.
#pragma once

#include <string>
#include <string_view>

#include "timeline/loop_state.hpp"
#include "timeline/model.hpp"

namespace simul::timeline {

// One sentence with times and line numbers: why the task is in the state it is in at that instant.
std::string why(const Model& model, LoopHistory& history, Id task, const Moment& moment);
std::string why(const Model& model, LoopHistory& history, Id task, std::int64_t time_ns);
// One sentence on what the loop itself does.
std::string loop_sentence(const Model& model, LoopHistory& history, const Moment& moment);
std::string loop_sentence(const Model& model, LoopHistory& history, std::int64_t time_ns);

// Asyncio's names of tasks in a text, as people call them: "Task-2, Task-3" is "A, B".
std::string with_names(const Model& model, std::string_view text);
// "1.250" with the unit left out; three decimals.
std::string seconds(std::int64_t time_ns);
// "A", "the main program" for 0.
std::string name_of(const Model& model, Id task);
// " on line 7", or nothing for 0.
std::string at_line(std::uint32_t line);
// A text of the trace with people's names in it, or `otherwise` if it is empty.
std::string said(const Model& model, std::uint32_t text, const char* otherwise);
// "A", "A and B", "A, B and C", "A, B and 4 others".
std::string listed(const std::vector<std::string>& names);

}  // namespace simul::timeline
