// The calls of a function that stand in the text, and what one gives for a parameter.
#pragma once

#include <optional>
#include <vector>

#include "composer/program.hpp"

namespace simul::composer {

// By its name, whatever stands in front of it.
[[nodiscard]] std::vector<const syntax::Call*> calls_of(const Program& program,
                                                        const syntax::FunctionDefBase& def);
// The argument, or the default that stands for it. Nothing when a star hides it.
[[nodiscard]] std::optional<const syntax::Expr*> argument_of(const syntax::FunctionDefBase& def,
                                                             const syntax::Call& call,
                                                             const syntax::Arg& parameter);
// Is the call made exactly once in each round of the one loop around it?
[[nodiscard]] bool loops_once(const Program& program, const syntax::Call& call);

}  // namespace simul::composer
