// Who catches a cancellation and does not hand it on: the task goes on, and whoever cancelled it
// waits.
#pragma once

#include "lints/remarks.hpp"

namespace simul::lints {

// An except clause around an await that is bare, or takes BaseException, and does not raise.
void catches_all(Remarks& file, const syntax::Try& attempt);
// `while True` around such a clause for CancelledError: nothing ends it.
void endless_catch(Remarks& file, const syntax::While& loop);

}  // namespace simul::lints
