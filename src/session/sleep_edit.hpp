// From a sleeping slice of the picture to the number in the program's text that decides how long it
// is, or the reason why none does.
//
// The trace knows which await sleeps and which call of the program made each task's coroutine; what
// the text says about the way from a literal to there is composer's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_range.hpp"
#include "timeline/model.hpp"

namespace simul::session {

struct SleepEdit {
  TextRange literal;
  std::uint32_t line = 0;  // of the literal, 1-based
  std::string title;       // "Dragging the end of B's sleep"
  std::string sentence;    // "delay comes from line 14."
  std::string refusal;     // why nothing in the text can be changed for it; else empty
};

// `source`: the text that the model's run was made of. slice: index in Track::slices.
SleepEdit sleep_edit(const timeline::Model& model,
                     std::string_view source,
                     timeline::Id task,
                     std::size_t slice);

}  // namespace simul::session
