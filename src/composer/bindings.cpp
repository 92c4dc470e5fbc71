#include "composer/bindings.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "syntax/walk.hpp"

namespace simul::composer {

using namespace syntax;

bool contains(const Node& outer, const Node& inner) {
  const auto begin = std::pair(outer.lineno, outer.col_offset);
  const auto end = std::pair(outer.end_lineno, outer.end_col_offset);
  return begin <= std::pair(inner.lineno, inner.col_offset) &&
         std::pair(inner.end_lineno, inner.end_col_offset) <= end;
}

int Bindings::scope_of(const Node& node) const {
  int found = -1;
  for (std::size_t i = 0; i < program_.steps().size(); ++i) {
    const Stmt* stmt = program_.steps()[i].stmt;
    const FunctionDefBase* def = definition(stmt);
    if (def == nullptr || def->body.empty()) continue;
    // Defaults and decorators belong to the scope outside.
    const auto first = std::pair(def->body[0]->lineno, def->body[0]->col_offset);
    if (contains(*stmt, node) && first <= std::pair(node.lineno, node.col_offset))
      found = static_cast<int>(i);
  }
  return found;
}

Scope Bindings::scope(int function) const {
  Scope out;
  out.function = function;
  std::span<Stmt* const> body = program_.module().body;
  if (function >= 0) {
    out.def = definition(program_.at(function).stmt);
    body = out.def->body;
  }
  for (const Stmt* stmt : body) {
    for (const Node* node : own_nodes(*stmt)) out.nodes.push_back(node);
  }
  return out;
}

bool Bindings::written_elsewhere(std::string_view id) const {
  for (const Stmt* stmt : program_.module().body) {
    bool found = false;
    walk(*stmt, [&](const Node& node) {
      const auto* global = try_as<Global>(&node);
      found = found ||
              (global != nullptr &&
               std::find(global->names.begin(), global->names.end(), id) != global->names.end());
      return !found;
    });
    if (found) return true;
  }
  return false;
}

const Arg* parameter_of(const FunctionDefBase& def, std::string_view id) {
  for (const auto& list : {def.args->posonlyargs, def.args->args, def.args->kwonlyargs}) {
    for (const Arg* arg : list) {
      if (arg->arg == id) return arg;
    }
  }
  for (const Arg* arg : {def.args->vararg, def.args->kwarg}) {
    if (arg != nullptr && arg->arg == id) return arg;
  }
  return nullptr;
}

const Expr* part_for(const Expr& target, const Name& store, const Expr& value) {
  std::span<Expr* const> targets;
  std::span<Expr* const> values;
  if (const auto* tuple = try_as<Tuple>(&target)) targets = tuple->elts;
  if (const auto* list = try_as<List>(&target)) targets = list->elts;
  if (const auto* tuple = try_as<Tuple>(&value)) values = tuple->elts;
  if (const auto* list = try_as<List>(&value)) values = list->elts;
  const auto starred = [](const Expr* each) { return each->kind == NodeKind::kStarred; };
  if (targets.empty() || targets.size() != values.size() ||
      std::any_of(targets.begin(), targets.end(), starred) ||
      std::any_of(values.begin(), values.end(), starred))
    return nullptr;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (targets[i] == &store) return values[i];
    if (contains(*targets[i], store)) return part_for(*targets[i], store, *values[i]);
  }
  return nullptr;
}

const Expr* Bindings::element_of(const Expr& iter, const Scope& here, std::uint32_t nth) const {
  std::span<Expr* const> elements;
  const Expr* expr = &iter;
  if (const auto* name = try_as<Name>(expr)) expr = only_value(*name, here);
  if (const auto* tuple = try_as<Tuple>(expr)) elements = tuple->elts;
  if (const auto* list = try_as<List>(expr)) elements = list->elts;
  if (elements.empty()) return nullptr;
  for (const Expr* each : elements) {
    if (each->kind == NodeKind::kStarred) return nullptr;
  }
  if (elements.size() == 1) return elements[0];
  return nth < elements.size() ? elements[nth] : nullptr;
}

const Expr* Bindings::only_value(const Name& name, const Scope& here) const {
  for (int at = here.function;; at = outer(at)) {
    const Scope where = at == here.function ? here : scope(at);
    if (where.def != nullptr && parameter_of(*where.def, name.id) != nullptr) return nullptr;
    const Expr* found = nullptr;
    int stores = 0;
    for (const Node* node : where.nodes) {
      const auto* each = try_as<Name>(node);
      if (each != nullptr && each->id == name.id && each->ctx != ExprContext::kLoad) ++stores;
      const auto* assign = try_as<Assign>(node);
      if (assign == nullptr || assign->targets.size() != 1) continue;
      const auto* target = try_as<Name>(assign->targets[0]);
      if (target != nullptr && target->id == name.id) found = assign->value;
    }
    if (stores > 0) return stores == 1 && !grows(name.id) ? found : nullptr;
    if (at < 0) return nullptr;
  }
}

bool Bindings::grows(std::string_view id) const {
  bool found = false;
  for (const Stmt* stmt : program_.module().body) {
    walk(*stmt, [&](const Node& node) {
      const Expr* base = nullptr;
      if (const auto* attribute = try_as<Attribute>(&node)) base = attribute->value;
      if (const auto* subscript = try_as<Subscript>(&node);
          subscript != nullptr && subscript->ctx != ExprContext::kLoad)
        base = subscript->value;
      const auto* name = try_as<Name>(base);
      found = found || (name != nullptr && name->id == id);
      return !found;
    });
  }
  return found;
}

}  // namespace simul::composer
