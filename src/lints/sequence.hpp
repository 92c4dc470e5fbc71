// Awaits in a row that do not need each other, and could overlap.
#pragma once

#include "lints/remarks.hpp"

namespace simul::lints {

// Looks at the statements that follow each other in `body`.
void sequential(Remarks& file, std::span<syntax::Stmt* const> body);
// The same for the bodies of a statement that is no scope of its own: if, for, while, with, try.
void sequential_in(Remarks& file, const syntax::Node& node);

}  // namespace simul::lints
