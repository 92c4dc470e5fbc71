// Things that several coroutines share: locks and queues. Where one is known, and where a new one
// is made.
//
// A lock or queue belongs to the function that starts the others: it is made there and handed to
// them as an argument. Where the calls cannot all be followed, it is a name of the module.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "composer/draft.hpp"
#include "composer/program.hpp"

namespace simul::composer {

struct Sharing {
  std::string name;      // as the place says it
  std::string maker;     // "asyncio.Lock()"
  bool known = false;    // the place reaches it already
  bool made = false;     // it exists in the function that calls, and is to be handed on
  std::string function;  // the coroutine that gets it as a parameter; "" for none
  int owner = -1;        // the function it is made in, a step; -1: the module
};

// How a place comes to an object that one of `makers` makes; `word` is the name of a new one.
[[nodiscard]] Sharing share(const Program& program,
                            const Place& place,
                            std::initializer_list<std::string_view> makers,
                            std::string_view word);
// Makes it and hands it on. The numbers of functions are those of the text before anything was
// written into the place's function.
void make_shared(Draft& draft, const Sharing& sharing);

}  // namespace simul::composer
