// Gestures: what a person does to the program without typing. Values; rewrite() turns them into
// text edits.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "base/text_range.hpp"

namespace simul::composer {

// Drags the end of a sleep: the literal at `range` becomes `seconds`, written as a person would
// ("1.6", "2").
struct SetSeconds {
  TextRange range;
  double seconds = 0;
};

// "Let the others run": time.sleep(x) on this line of a coroutine becomes await asyncio.sleep(x).
struct SleepWithoutBlocking {
  std::uint32_t line = 0;
};

using Gesture = std::variant<SetSeconds, SleepWithoutBlocking>;

// For messages and tests: "SetSeconds [10,13) 1.6".
[[nodiscard]] std::string to_text(const Gesture& gesture);

}  // namespace simul::composer
