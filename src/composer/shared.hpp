// Things that several coroutines share: locks and queues. Where one is known, and where a new one
// is made.
#pragma once

#include <string>
#include <string_view>

#include "composer/draft.hpp"
#include "composer/program.hpp"

namespace simul::composer {

// The name of an object that `asyncio.Lock()` (or another of `makers`) made, or of a parameter that
// is called like `word`, as the place can reach it; "" for none.
[[nodiscard]] std::string known_shared(const Program& program,
                                       const Place& place,
                                       std::initializer_list<std::string_view> makers,
                                       std::string_view word);
// Writes `name = maker` at the top of the module's own code, above its first definition.
void make_shared(Draft& draft, const std::string& name, const std::string& maker);

}  // namespace simul::composer
