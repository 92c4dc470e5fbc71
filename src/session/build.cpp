#include "session/build.hpp"

#include <utility>

#include "compiler/compile.hpp"
#include "syntax/parse.hpp"

namespace simul::session {

Build build(std::string_view source, const std::string& filename) {
  Build result;
  syntax::ParseResult parsed = syntax::parse(source, filename);
  result.diagnostics = std::move(parsed.diagnostics);
  if (!result.diagnostics.empty()) return result;
  compiler::CompileResult compiled = compiler::compile(parsed.module, filename);
  result.diagnostics = std::move(compiled.diagnostics);
  if (result.diagnostics.empty()) result.code = std::move(compiled.code);
  return result;
}

}  // namespace simul::session
