// Calls that do not do what they seem to do: a coroutine nobody awaits, a call that stops the loop,
// what is handed to gather(), wait() and run() and is not what they take.
#pragma once

#include "lints/remarks.hpp"

namespace simul::lints {

// A statement that is an expression, whose value goes nowhere.
void unused_result(Remarks& file, const Scope& scope, const syntax::ExprStmt& stmt);
// Any call of the scope.
void call(Remarks& file, const Scope& scope, const syntax::Call& call);

}  // namespace simul::lints
