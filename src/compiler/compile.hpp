// compile.hpp - from a parsed module to the code object that the VM runs: CPython 3.13's
// Python/compile.c.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "bytecode/code_object.hpp"
#include "syntax/ast.hpp"
#include "syntax/diagnostics.hpp"

namespace simul::compiler {

struct CompileResult {
  // Null when there are diagnostics.
  std::shared_ptr<const bytecode::CodeObject> code;
  // The first is the one CPython raises. Its type is SyntaxError, RecursionError for a text nested
  // too deep, or NotSupported for valid Python that Simul does not have yet; the message then names
  // the construct.
  std::vector<syntax::Diagnostic> diagnostics;
  // In CPython's order, which is that of the code; with an error, those that came before it.
  std::vector<syntax::Diagnostic> warnings;

  [[nodiscard]] bool ok() const { return diagnostics.empty(); }
};

// The module must have parsed without diagnostics. `filename` is what tracebacks show.
[[nodiscard]] CompileResult compile(const syntax::Module& module, std::string filename);
// The code that gives the value of the module's only statement, an expression: eval()'s.
[[nodiscard]] CompileResult compile_expression(const syntax::Module& module, std::string filename);
// As a module, but what an expression of its own line gives is shown (sys.displayhook): the mode
// 'single' of compile().
[[nodiscard]] CompileResult compile_interactive(const syntax::Module& module, std::string filename);

}  // namespace simul::compiler
