// A run as a page of Markdown: title, picture, program, what it printed and how it ended. For an
// issue, a slide, or documentation that is built by a machine.
//
// Nothing of the program can leave its block: fences are longer than any in it, the title is
// escaped. Times are the loop's.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "session/run.hpp"

namespace simul::session {

struct Handout {
  std::string title;    // empty: none
  std::string picture;  // where the picture lies, as a link's target; empty: none
  std::string link;     // where the program can be opened; empty: none
  std::string source;
  std::vector<std::string> output;  // lines, with their times
  std::size_t left_out = 0;         // further lines
  std::string ended;                // "Finished at 2.000 s."
};

// Of a run its program, its first lines and its end.
Handout handout_of(const Run& run, std::size_t most_lines = 200);
std::string markdown(const Handout& handout);

}  // namespace simul::session
