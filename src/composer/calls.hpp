// Calls that a gesture writes: of which coroutine, with which arguments.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "composer/draft.hpp"
#include "composer/gesture.hpp"
#include "composer/program.hpp"

namespace simul::composer {

struct Callee {
  std::string name;                               // as it is called at the place
  const syntax::AsyncFunctionDef* def = nullptr;  // nullptr: it will be written anew
  bool returns = false;                           // a value
};

// The coroutine that a palette entry calls at a place: the one asked for, else the first that the
// program has and that is neither the caller nor the entry, else a new one.
[[nodiscard]] Result<Callee> choose_callee(const Program& program,
                                           const Place& place,
                                           std::string_view wanted);
// Arguments for the `nth` call (from 0): those of a call that the program has, if they are plain
// values, with another value for each; else chosen by the parameters' names.
[[nodiscard]] std::string choose_arguments(const Program& program, const Callee& callee, int nth);

// One more argument at the end of a call. The parentheses of a generator that was its only one were
// the call's; it gets its own.
[[nodiscard]] std::vector<TextEdit> one_more_argument(const Text& text,
                                                      const syntax::Call& call,
                                                      const std::string& argument);

// Writes `async def name` above the function that the place is in, or above what starts the
// program.
void write_coroutine(Draft& draft, const std::string& name, int above);
// The statement of the module that the place is in; -1 for the module's end.
[[nodiscard]] int outermost(const Program& program, const Place& place);
// The statement of the module that runs the program: `asyncio.run(...)`, or the `if __name__`
// around it; -1 for none.
[[nodiscard]] int starter(const Program& program);

}  // namespace simul::composer
