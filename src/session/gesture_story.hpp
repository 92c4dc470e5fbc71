// What a gesture would do, told before it is done: its lines as a diff, and what the program would
// then do otherwise.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text_edit.hpp"
#include "session/run.hpp"

namespace simul::session {

struct DiffLine {
  char sign = '+';  // '+' comes, '-' goes
  std::string text;
  friend bool operator==(const DiffLine&, const DiffLine&) = default;
};
// The lines that change, without those around them; what goes before what comes.
[[nodiscard]] std::vector<DiffLine> diff_lines(std::string_view source, const TextEdits& edits);
// The line (1-based) of the text after the edits where the first thing that is new begins; 0: there
// are none.
[[nodiscard]] std::uint32_t line_after(std::string_view source, const TextEdits& edits);

// At most three short sentences, the most telling first: "B is cancelled at 1.500", "ends at 2.60
// s, was 2.00 s". Empty where nothing is otherwise or it is not known yet.
[[nodiscard]] std::vector<std::string> consequences(const Run& before, const Run& after);

}  // namespace simul::session
