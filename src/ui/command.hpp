// What a person asked for on the canvas, as values: the page carries them out, tests compare them.
#pragma once

#include <cstdint>

namespace simul::ui {

struct Command {
  enum class Kind : std::uint8_t {
    kRun,  // from the beginning, also while one goes on
    kPause,
    kResume,
    kStop,
    kSpeed,    // value: how fast
    kMode,     // value: 0 live, 1 instant
    kStep,     // value: a timeline::StepKind; where the trace has no more, the program goes on
    kPanel,    // value: the height that the panel was pulled to; 0: shut
    kShowLine  // value: the line, 1-based
  };
  Kind kind;
  double value = 0;
  friend bool operator==(const Command&, const Command&) = default;
};

}  // namespace simul::ui
