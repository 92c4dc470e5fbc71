#include "session/build.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "compiler/compile.hpp"
#include "syntax/parse.hpp"

namespace simul::session {
namespace {

Build build_as(std::string_view source, const std::string& filename, bool with_lints) {
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
  if (with_lints) result.lints = lints::lint(parsed.module, source);
  return result;
}

}  // namespace

Build build(std::string_view source, const std::string& filename) {
  return build_as(source, filename, false);
}

Build build_with_lints(std::string_view source, const std::string& filename) {
  return build_as(source, filename, true);
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
