#include "composer/scopes.hpp"

#include <algorithm>
#include <utility>

#include "composer/uses.hpp"
#include "syntax/walk.hpp"

namespace simul::composer {

using namespace syntax;

std::string scope_mistake(const Program& program) {
  for (std::size_t i = 0; i < program.steps().size(); ++i) {
    const auto id = static_cast<int>(i);
    const Stmt* stmt = program.steps()[i].stmt;
    std::span<const Identifier> declared;
    if (const auto* global = try_as<Global>(stmt)) declared = global->names;
    if (const auto* nonlocal = try_as<Nonlocal>(stmt)) declared = nonlocal->names;
    if (declared.empty()) continue;
    const int function = program.suite_of(id).function;
    for (const Identifier name : declared) {
      if (function >= 0) {
        for (const Stmt* line : definition(program.at(function).stmt)->body) {
          for (const Node* node : own_nodes(*line)) {
            const auto* use = try_as<Name>(node);
            if (use != nullptr && use->id == name &&
                std::pair(use->lineno, use->col_offset) < std::pair(stmt->lineno, stmt->col_offset))
              return std::string(name) + " would be used above the line that says where it belongs";
          }
        }
      }
      if (stmt->kind != NodeKind::kNonlocal) continue;
      bool found = false;
      for (int at = function < 0 ? -1 : program.suite_of(function).function; at >= 0;
           at = program.suite_of(at).function)
        found = found || binds_itself(*definition(program.at(at).stmt), name);
      if (!found)
        return "an inner function shares " + std::string(name) + ", and nothing would bind it";
    }
  }
  return "";
}

}  // namespace simul::composer
