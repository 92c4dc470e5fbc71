// What a compiler would refuse although it parses, as far as moving statements can bring it about.
#pragma once

#include <string>

#include "composer/program.hpp"

namespace simul::composer {

// The first of: a nonlocal name that no function around binds, a name used above its `global` or
// `nonlocal`. "" for none.
[[nodiscard]] std::string scope_mistake(const Program& program);

}  // namespace simul::composer
