#include "composer/shared.hpp"

#include <algorithm>

#include "composer/classify.hpp"

namespace simul::composer {

using namespace syntax;

std::string known_shared(const Program& program,
                         const Place& place,
                         std::initializer_list<std::string_view> makers,
                         std::string_view word) {
  // Scopes from the place outwards.
  std::vector<int> scopes;
  for (int at = place.owner; at >= 0; at = program.suite_of(at).owner) {
    const NodeKind kind = program.at(at).stmt->kind;
    if (kind == NodeKind::kFunctionDef || kind == NodeKind::kAsyncFunctionDef) scopes.push_back(at);
  }
  scopes.push_back(-1);
  for (int scope : scopes) {
    const FunctionDefBase* def = nullptr;
    if (scope >= 0) {
      def = try_as<FunctionDef>(program.at(scope).stmt);
      if (def == nullptr) def = try_as<AsyncFunctionDef>(program.at(scope).stmt);
    }
    if (def != nullptr) {
      for (const auto& list : {def->args->posonlyargs, def->args->args, def->args->kwonlyargs}) {
        for (const Arg* arg : list) {
          if (arg->arg == word || arg->arg.ends_with("_" + std::string(word)))
            return std::string(arg->arg);
        }
      }
    }
    for (std::size_t i = 0; i < program.steps().size(); ++i) {
      const auto id = static_cast<int>(i);
      const Suite& suite = program.suite_of(id);
      if (suite.function != scope || suite.kind == SuiteKind::kClass) continue;
      const Called found = called(*program.at(id).stmt);
      if (found.target.empty() || found.call == nullptr) continue;
      if (std::find(makers.begin(), makers.end(), found.name) != makers.end()) return found.target;
    }
  }
  return "";
}

void make_shared(Draft& draft, const std::string& name, const std::string& maker) {
  const Program& program = draft.program();
  const Suite& top = program.suites()[0];
  // Behind the imports.
  int index = top.first;
  for (std::size_t i = 0; i < top.steps.size(); ++i) {
    const NodeKind kind = program.at(top.steps[i]).stmt->kind;
    if (kind == NodeKind::kImport || kind == NodeKind::kImportFrom)
      index = static_cast<int>(i) + 1;
    else if (static_cast<int>(i) >= index)
      break;
  }
  Lines lines = lines_from(name + " = " + maker);
  if (index > 0) lines.insert(lines.begin(), Line{});
  draft.insert({-1, 0, index}, lines);
}

}  // namespace simul::composer
