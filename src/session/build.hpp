// Text in, code or diagnostics out: parse, then compile, as both front doors do it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "bytecode/code_object.hpp"
#include "lints/lint.hpp"
#include "syntax/diagnostics.hpp"

namespace simul::session {

// Either code is set, or diagnostics says why not; its first is what CPython would say.
struct Build {
  std::shared_ptr<const bytecode::CodeObject> code;
  std::vector<syntax::Diagnostic> diagnostics;
  // SyntaxWarnings in the order in which CPython prints them; with an error, those before it.
  std::vector<syntax::Diagnostic> warnings;
  // What a reader of asyncio would remark; only of a text that compiles. Never printed by a run.
  std::vector<lints::Lint> lints;
};

// What CPython writes to stderr of them before the program starts, or before the error.
[[nodiscard]] std::string warnings_text(const std::vector<syntax::Diagnostic>& warnings,
                                        std::string_view source,
                                        std::string_view filename);

// Without remarks, which only the text in the editor gets: see build_with_lints().
[[nodiscard]] Build build(std::string_view source, const std::string& filename);
[[nodiscard]] Build build_with_lints(std::string_view source, const std::string& filename);

}  // namespace simul::session
