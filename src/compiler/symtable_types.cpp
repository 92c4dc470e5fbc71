// The scopes of type parameters, bounds, defaults and aliases, which the text does not show as
// functions though they are (PEP 695, PEP 696). See symtable_builder.hpp.
#include "compiler/symtable_builder.hpp"

namespace simul::compiler {

using namespace syntax;

Scope& SymbolTableBuilder::enter_type_scope(TypeScopeKind kind, std::string_view name) {
  // In a class, or in a scope that sees one.
  const bool sees = kind == TypeScopeKind::kVariable ? current().sees_class_scope
                                                     : current().kind == ScopeKind::kClass;
  Scope& scope = enter(ScopeKind::kFunction, std::string(name), nullptr);
  scope.type_scope = kind;
  scope.sees_class_scope = sees;
  return scope;
}

void SymbolTableBuilder::enter_type_parameters(const Node* def,
                                               std::string_view name,
                                               std::span<TypeParam* const> params) {
  Scope& scope = enter_type_scope(TypeScopeKind::kParameters, name);
  table_.by_role_[{def, TypeScopeRole::kParameters}] = &scope;
  if (scope.sees_class_scope) define("__classdict__", kUse, place_of(*params[0]));
}

void SymbolTableBuilder::type_parameters(std::span<TypeParam* const> params) {
  for (const TypeParam* param : params)
    if (!error_) type_parameter(param);
}

void SymbolTableBuilder::type_parameter(const TypeParam* param) {
  const auto add = [&](std::string_view name) {
    if (current().mangled_names != nullptr) current().mangled_names->insert(std::string(name));
    define(name, kDefTypeParam | kDefLocal, place_of(*param));
  };
  const TypeScopeRole kDefault = TypeScopeRole::kDefault;
  if (const auto* variable = try_as<TypeVar>(param)) {
    add(variable->name);
    const bool constrained =
        variable->bound != nullptr && variable->bound->kind == NodeKind::kTuple;
    type_variable_part(variable->bound,
                       param,
                       variable->name,
                       TypeScopeRole::kBound,
                       constrained ? "a TypeVar constraint" : "a TypeVar bound");
    type_variable_part(
        variable->default_value, param, variable->name, kDefault, "a TypeVar default");
  } else if (const auto* tuple = try_as<TypeVarTuple>(param)) {
    add(tuple->name);
    type_variable_part(
        tuple->default_value, param, tuple->name, kDefault, "a TypeVarTuple default");
  } else if (const auto* spec = try_as<ParamSpec>(param)) {
    add(spec->name);
    type_variable_part(spec->default_value, param, spec->name, kDefault, "a ParamSpec default");
  }
}

void SymbolTableBuilder::type_variable_part(const Expr* expr,
                                            const TypeParam* param,
                                            std::string_view name,
                                            TypeScopeRole role,
                                            const char* words) {
  if (expr == nullptr || error_) return;
  Scope& scope = enter_type_scope(TypeScopeKind::kVariable, name);
  table_.by_role_[{param, role}] = &scope;
  scope.type_scope_words = words;
  if (scope.sees_class_scope) define("__classdict__", kUse, place_of(*expr));
  expression(expr);
  leave();
}

void SymbolTableBuilder::type_alias(const TypeAlias* stmt) {
  expression(stmt->name);
  const std::string_view name = as<Name>(stmt->name)->id;
  const bool in_class = current().kind == ScopeKind::kClass;
  const bool generic = !stmt->type_params.empty();
  if (generic) {
    enter_type_parameters(stmt, name, stmt->type_params);
    type_parameters(stmt->type_params);
  }
  Scope& scope = enter_type_scope(TypeScopeKind::kAlias, name);
  table_.by_node_[stmt] = &scope;
  scope.sees_class_scope = in_class;
  if (in_class) define("__classdict__", kUse, place_of(*stmt->value));
  expression(stmt->value);
  leave();
  if (generic) leave();
}

// What gives up the turn, or binds a name, has no place where types are written.
bool SymbolTableBuilder::refused_in_type_scope(const char* construct, const Expr* expr) {
  const Scope& scope = current();
  std::string message = construct;
  switch (scope.type_scope) {
    case TypeScopeKind::kNone: return false;
    case TypeScopeKind::kVariable:
      message += std::string(" cannot be used within ") + scope.type_scope_words;
      break;
    case TypeScopeKind::kAlias: message += " cannot be used within a type alias"; break;
    case TypeScopeKind::kParameters:
      message += " cannot be used within the definition of a generic";
      break;
  }
  fail(place_of(*expr), std::move(message));
  return true;
}

}  // namespace simul::compiler
