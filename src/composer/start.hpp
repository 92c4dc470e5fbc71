// What in the text holds the start of a task back, and what a person would write to hold it back
// longer.
//
// Only that task may start later: a sleep before the line that starts it would hold its starter
// back too. So the sleep is the coroutine's own first step. If the coroutine is called once, the
// sleep stands there with its number; if it is called more often, the sleep is a parameter that the
// one call gives. A first sleep that is the coroutine's only wait is its work, not its start.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "composer/gesture.hpp"

namespace simul::composer {

struct StartDelay {
  double seconds = 0;      // it is held back so long now
  std::uint32_t line = 0;  // where the text says so, or would
  std::string sentence;    // "start in line 12 holds it back"
  std::string refusal;     // why it cannot be held back by an edit; empty: it can
};

// Of the task that `start` names; its seconds are not looked at.
[[nodiscard]] StartDelay start_delay(std::string_view source, const SetStart& start);

}  // namespace simul::composer
