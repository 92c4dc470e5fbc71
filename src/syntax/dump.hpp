// src/syntax/dump.hpp - the tree as text, letter for letter what CPython 3.13 prints for
// ast.dump(ast.parse(source)).
#pragma once

#include <string>

#include "syntax/ast.hpp"

namespace simul::syntax {

// With attributes, every node also shows its position, as ast.dump(..., include_attributes=True)
// does.
[[nodiscard]] std::string dump(const Module& module, bool include_attributes = false);

}  // namespace simul::syntax
