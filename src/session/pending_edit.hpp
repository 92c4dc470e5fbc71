// What a gesture that goes on under a hand would write: the edits, what to say about them, and how
// the gesture stands. A value; the page's bridge tells it.
#pragma once

#include <cstdint>
#include <string>

#include "base/text_edit.hpp"

namespace simul::session {

struct PendingEdit {
  enum class Phase : std::uint8_t {
    kNone,
    kPending,  // a hand holds it: the edits are to be shown
    kCommit,   // let go: they are to be made
    kCancel    // taken back: nothing is to be shown any more
  };
  Phase phase = Phase::kNone;
  std::int32_t number = 0;  // of the gesture: another one, another number
  std::string source;       // what the edits speak of
  TextEdits edits;
  std::string title;        // "Dragging the end of B's sleep"
  std::string sentence;     // "delay comes from line 14. Release to keep, Esc to undo."
  std::string refusal;      // why there are no edits; empty: nothing stands against it
  std::string consequence;  // what the program would then do otherwise; empty: not known yet
  std::uint32_t line = 0;   // of what is changed, 0: nowhere in particular
};

}  // namespace simul::session
