// Which literal of the text decided a delay: the argument of a sleep, followed through names that
// are bound once, parameters to the calls that gave them, defaults, and the elements of lists that
// a loop goes through. Exact, or "computed here" with the line.
//
// The text alone cannot tell which of several calls was made: the run can. A chain of calls goes
// from the innermost outwards: the call that made the task's coroutine, the one that made its
// parent's, and so on. Calls in between, of coroutines that are awaited directly, need not be named
// if the text has only one that fits.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_range.hpp"

namespace simul::composer {

inline constexpr std::uint32_t kUnknown = ~0u;

// A call in the text, as a run knows it (timeline::Track::made_line, made_column).
struct CallSite {
  std::uint32_t line = 0;        // from 1; 0: not known
  std::uint32_t column = 0;      // UTF-8 bytes from 1; 0: not known
  std::uint32_t nth = kUnknown;  // how often this call had been made before: which round of a loop
};

struct Origin {
  bool exact = false;
  TextRange literal;       // when exact
  double value = 0;        // its value
  std::uint32_t line = 0;  // of the literal, else where it is computed; 0: not known
  std::string name;        // what the sleep says: "delay"; "" when the literal stands there itself
  std::string sentence;    // "delay comes from line 14", "computed in line 6: delay * 2"
  // Where the text reads the same value: other uses of the names it came through, in order.
  std::vector<TextRange> uses;
};

// The delay of the sleep (asyncio.sleep, time.sleep, asyncio.timeout, wait_for) that stands on
// `at.line`, or of the very call at `at.column`.
[[nodiscard]] Origin provenance(std::string_view source,
                                const CallSite& at,
                                std::span<const CallSite> chain);

}  // namespace simul::composer
