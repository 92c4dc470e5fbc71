// unparse.hpp - an expression as source text again, as CPython's Python/ast_unparse.c writes it:
// what an annotation is under `from __future__ import annotations`.
#pragma once

#include <string>

#include "syntax/ast.hpp"

namespace simul::compiler {

[[nodiscard]] std::string unparse(const syntax::Expr* expr);

}  // namespace simul::compiler
