#include "session/build.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "compiler/compile.hpp"
#include "syntax/parse.hpp"

namespace simul::session {

Build build(std::string_view source, const std::string& filename) {
  Build result;
  syntax::ParseResult parsed = syntax::parse(source, filename);
  result.diagnostics = std::move(parsed.diagnostics);
  result.warnings = std::move(parsed.warnings);
  if (!result.diagnostics.empty()) return result;
  compiler::CompileResult compiled = compiler::compile(parsed.module, filename);
  result.diagnostics = std::move(compiled.diagnostics);
  std::move(
      compiled.warnings.begin(), compiled.warnings.end(), std::back_inserter(result.warnings));
  if (!result.diagnostics.empty()) return result;
  result.code = std::move(compiled.code);
  result.lints = lints::lint(parsed.module, source);
  return result;
}

std::string warnings_text(const std::vector<syntax::Diagnostic>& warnings,
                          std::string_view source,
                          std::string_view filename) {
  std::string out;
  for (const syntax::Diagnostic& warning : warnings)
    out += syntax::format_syntax_warning(warning, source, filename);
  return out;
}

}  // namespace simul::session
