#include "composer/uses.hpp"

#include <algorithm>

#include "syntax/walk.hpp"

namespace simul::composer {

using namespace syntax;

NameSet names_read(const Node& node) {
  NameSet out;
  walk(node, [&](const Node& each) {
    const auto* name = try_as<Name>(&each);
    if (name != nullptr && name->ctx == ExprContext::kLoad) out.emplace(name->id);
    if (const auto* assign = try_as<AugAssign>(&each)) {
      if (const auto* target = try_as<Name>(assign->target)) out.emplace(target->id);
    }
    return true;
  });
  return out;
}

std::string_view name_captured(const Node& pattern) {
  if (const auto* as = try_as<MatchAs>(&pattern); as != nullptr && is_set(as->name))
    return as->name;
  if (const auto* star = try_as<MatchStar>(&pattern); star != nullptr && is_set(star->name))
    return star->name;
  if (const auto* map = try_as<MatchMapping>(&pattern); map != nullptr && is_set(map->rest))
    return map->rest;
  return {};
}

NameSet names_bound(const Node& node) {
  NameSet out;
  walk(node, [&](const Node& each) {
    if (const auto* name = try_as<Name>(&each); name != nullptr && name->ctx != ExprContext::kLoad)
      out.emplace(name->id);
    if (const auto* handler = try_as<ExceptHandler>(&each);
        handler != nullptr && is_set(handler->name))
      out.emplace(handler->name);
    if (const std::string_view name = name_captured(each); !name.empty()) out.emplace(name);
    if (const auto* alias = try_as<Alias>(&each))
      out.emplace(is_set(alias->asname) ? alias->asname
                                        : alias->name.substr(0, alias->name.find('.')));
    if (const std::string_view name = defined_name(&each); !name.empty()) out.emplace(name);
    return each.kind != NodeKind::kFunctionDef && each.kind != NodeKind::kAsyncFunctionDef &&
           each.kind != NodeKind::kClassDef && each.kind != NodeKind::kLambda;
  });
  return out;
}

bool binds_itself(const FunctionDefBase& def, std::string_view name) {
  std::vector<const Node*> below;
  children(*def.args, below);
  for (const Node* node : below) {
    const auto* arg = try_as<Arg>(node);
    if (arg != nullptr && arg->arg == name) return true;
  }
  bool bound = false;
  for (const Stmt* stmt : def.body) {
    for (const Node* node : own_nodes(*stmt)) {
      const auto* global = try_as<Global>(node);
      const auto* nonlocal = try_as<Nonlocal>(node);
      const std::span<const Identifier> names =
          global != nullptr     ? std::span<const Identifier>(global->names)
          : nonlocal != nullptr ? std::span<const Identifier>(nonlocal->names)
                                : std::span<const Identifier>();
      if (std::find(names.begin(), names.end(), name) != names.end()) return false;
    }
    const std::string_view own = defined_name(stmt);
    bound = bound || (own.empty() ? names_bound(*stmt).contains(name) : own == name);
  }
  return bound;
}

std::vector<const Name*> uses_of(const Program& program,
                                 int function,
                                 std::string_view name,
                                 std::span<const int> but) {
  std::vector<const Node*> skipped;
  for (int id : but) skipped.push_back(program.at(id).stmt);
  std::span<Stmt* const> body = program.module().body;
  if (function >= 0) {
    const FunctionDefBase* def = definition(program.at(function).stmt);
    if (def != nullptr) body = def->body;
  }
  std::vector<const Name*> out;
  for (const Stmt* stmt : body) {
    walk(*stmt, [&](const Node& node) {
      if (std::find(skipped.begin(), skipped.end(), &node) != skipped.end()) return false;
      const auto* each = try_as<Name>(&node);
      if (each != nullptr && each->id == name) out.push_back(each);
      return true;
    });
  }
  return out;
}

std::vector<int> selection(const Program& program, int first, int last) {
  if (program.step(first) == nullptr || program.step(last) == nullptr) return {};
  const Suite& suite = program.suite_of(first);
  if (&suite != &program.suite_of(last)) return {};
  const int from = program.at(first).index;
  const int to = program.at(last).index;
  if (to < from) return {};
  return {suite.steps.begin() + from, suite.steps.begin() + to + 1};
}

}  // namespace simul::composer
