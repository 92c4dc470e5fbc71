// Awaits that stand one after the other and may not need to: what the text says about it.
//
// Cautious: only calls of async functions of the program itself, as statements of one block, none
// of which uses a name that an earlier one has bound. What they do to each other unseen (a list
// that both change, a printed order) nobody can know: so this is never more than a hint.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "timeline/diagnose.hpp"

namespace simul::session {

struct AwaitRun {
  struct Step {
    std::uint32_t line = 0, end_line = 0;
    std::string call;   // "fetch(1)", at most one line of it
    std::string bound;  // the name that takes the result, or empty
  };
  std::string function;  // in which they stand
  std::vector<Step> steps;
};

// In the order of the text; none when it does not parse.
std::vector<AwaitRun> await_runs(std::string_view source);

// How long each of them took in this run, and what it would be if they waited together. Hints only
// for those that would save at least a tenth of a second.
std::vector<timeline::Finding> could_overlap(const std::vector<AwaitRun>& runs,
                                             const timeline::Model& model,
                                             timeline::LoopHistory& history);

}  // namespace simul::session
