// src/syntax/parse.hpp - from a program's text to its tree and its mistakes.
//
// Never throws, never stops at the first mistake. The first diagnostic is the one CPython 3.13's
// parser would raise; later ones come from going on behind the broken statement, for an editor that
// underlines them all. What CPython finds after parsing (`return` outside a function, a name both
// global and local ...) is the compiler's to say.
#pragma once

#include <string_view>
#include <vector>

#include "syntax/ast.hpp"
#include "syntax/diagnostics.hpp"

namespace simul::syntax {

struct ParseResult {
  Module module;
  // CPython's first, then the others in the order of their places.
  std::vector<Diagnostic> diagnostics;
  // What CPython only warns of while parsing (invalid escapes), in its order: one for each text
  // that has such an escape, up to the first mistake.
  std::vector<Diagnostic> warnings;

  [[nodiscard]] bool ok() const { return diagnostics.empty(); }
};

// `source` is UTF-8; the tree keeps no reference to it.
[[nodiscard]] ParseResult parse(std::string_view source, std::string_view filename = "<string>");

}  // namespace simul::syntax
