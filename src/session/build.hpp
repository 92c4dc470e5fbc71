// Text in, code or diagnostics out: parse, then compile, as both front doors do it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "bytecode/code_object.hpp"
#include "syntax/diagnostics.hpp"

namespace simul::session {

// Either code is set, or diagnostics says why not; its first is what CPython would say.
struct Build {
  std::shared_ptr<const bytecode::CodeObject> code;
  std::vector<syntax::Diagnostic> diagnostics;
};
[[nodiscard]] Build build(std::string_view source, const std::string& filename);

}  // namespace simul::session
