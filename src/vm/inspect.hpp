// What a program that stands still has on its stacks: functions, lines, locals as text.
//
// Nothing of the program runs for it, not even a __repr__: an object of a class that has one is
// shown as <Name object>. So looking never changes what happens next.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "asyncio/instrument.hpp"
#include "vm/vm.hpp"

namespace simul::vm {

class Program;

struct LocalText {
  std::string name;
  std::string value;  // shortened to about 120 bytes
};
struct FrameText {
  std::string function;    // qualname
  std::uint32_t line = 0;  // where it stands
  bool library = false;    // not of the program's own text
  std::vector<LocalText> locals;
};

// The stack of a task that is alive, the outermost frame first; 0: of the main program. Empty when
// there is no such task any more, or it has not begun.
std::vector<FrameText> stack_of(Program& program, asyncio::Id task);

// The folder in memory as it is now, or as the program left it: what it was given and what it made.
// What a file object still holds in its buffer is not in its file yet.
Files files_of(Program& program);

}  // namespace simul::vm
