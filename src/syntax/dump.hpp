// src/syntax/dump.hpp - the tree as text, letter for letter what CPython 3.13 prints for
// ast.dump(ast.parse(source)).
#pragma once

#include <string>

#include "syntax/ast.hpp"

namespace simul::syntax {

// With attributes, every node also shows its position, as ast.dump(..., include_attributes=True)
// does.
[[nodiscard]] std::string dump(const Module& module, bool include_attributes = false);

// repr() of a str (UTF-8, surrogates as WTF-8), of bytes and of a float, as Python writes them.
[[nodiscard]] std::string python_repr(std::string_view text);
[[nodiscard]] std::string python_bytes_repr(std::string_view bytes);
[[nodiscard]] std::string python_float_repr(double value);

}  // namespace simul::syntax
