// Tasks that nobody keeps and tasks that nobody waits for.
#pragma once

#include "lints/remarks.hpp"

namespace simul::lints {

// create_task() as a statement of its own: `call` is what it evaluates.
void lost_task(Remarks& file, const Scope& scope, const syntax::Call& call);
// A task of this coroutine that has a name which is never read.
void forgotten_tasks(Remarks& file, const Scope& scope);

}  // namespace simul::lints
