// compile_types.cpp - type parameters and `type X = ...` (PEP 695, and PEP 696 for defaults): what
// compiler_type_params() and compiler_typealias() are in CPython 3.13's Python/compile.c. Bounds,
// defaults and an alias's value are functions that are called when somebody asks.
#include "compiler/compiler.hpp"

namespace simul::compiler {

using syntax::as;
using syntax::NodeKind;

namespace {

// Operands of CALL_INTRINSIC_1 and CALL_INTRINSIC_2.
constexpr int kTypeVar = 7;
constexpr int kParamSpec = 8;
constexpr int kTypeVarTuple = 9;
constexpr int kTypeAlias = 11;
constexpr int kTypeVarWithBound = 2;
constexpr int kTypeVarWithConstraints = 3;
constexpr int kSetDefault = 5;

}  // namespace

Unit& Compiler::enter_type_parameters(const syntax::Node* def,
                                      std::string_view name,
                                      int first_line) {
  return enter(table_.of(def, TypeScopeRole::kParameters),
               UnitKind::kTypeParameters,
               "<generic parameters of " + std::string(name) + ">",
               first_line);
}

void Compiler::type_parameters(std::span<syntax::TypeParam* const> params) {
  bool seen_default = false;
  for (const syntax::TypeParam* param : params) {
    const Location location = location_of(param);
    std::string_view name;
    const syntax::Expr* value = nullptr;
    int intrinsic = kTypeVar;
    const syntax::Expr* bound = nullptr;
    if (const auto* variable = syntax::try_as<syntax::TypeVar>(param)) {
      name = variable->name;
      bound = variable->bound;
      value = variable->default_value;
    } else if (const auto* tuple = syntax::try_as<syntax::TypeVarTuple>(param)) {
      intrinsic = kTypeVarTuple;
      name = tuple->name;
      value = tuple->default_value;
    } else {
      const auto* spec = as<syntax::ParamSpec>(param);
      intrinsic = kParamSpec;
      name = spec->name;
      value = spec->default_value;
    }
    emit_constant(string_constant(name), location);
    if (bound != nullptr) {
      type_variable_part(bound, param, name, TypeScopeRole::kBound);
      emit(Op::CALL_INTRINSIC_2,
           bound->kind == NodeKind::kTuple ? kTypeVarWithConstraints : kTypeVarWithBound,
           location);
    } else {
      emit(Op::CALL_INTRINSIC_1, intrinsic, location);
    }
    if (value != nullptr) {
      seen_default = true;
      type_variable_part(value, param, name, TypeScopeRole::kDefault);
      emit(Op::CALL_INTRINSIC_2, kSetDefault, location);
    } else if (seen_default) {
      return fail(
          location,
          "non-default type parameter '" + std::string(name) + "' follows default type parameter");
    }
    emit(Op::COPY, 1, location);
    store_name(name, location);
  }
  emit(Op::BUILD_TUPLE, params.size(), location_of(params[0]));
}

void Compiler::type_variable_part(const syntax::Expr* expr,
                                  const syntax::TypeParam* param,
                                  std::string_view name,
                                  TypeScopeRole role) {
  const Location location = location_of(expr);
  enter(table_.of(param, role), UnitKind::kTypeParameters, std::string(name), expr->lineno);
  const auto* starred = syntax::try_as<syntax::Starred>(expr);
  if (starred != nullptr && param->kind == NodeKind::kTypeVarTuple) {
    expression(starred->value);
    emit(Op::UNPACK_SEQUENCE, 1, location);
  } else {
    expression(expr);
  }
  emit(Op::RETURN_VALUE, location);
  make_closure(leave(true), 0, location);
}

// The function that makes what has type parameters is on the stack: it is called at once.
void Compiler::call_type_parameters(const Location& location) {
  emit(Op::PUSH_NULL, location);
  emit(Op::CALL, 0, location);
}

void Compiler::type_alias(const syntax::TypeAlias* stmt) {
  const Location location = location_of(stmt);
  const std::string_view name = as<syntax::Name>(stmt->name)->id;
  const bool generic = !stmt->type_params.empty();
  if (generic) {
    enter_type_parameters(stmt, name, stmt->lineno);
    emit_constant(string_constant(name), location);
    type_parameters(stmt->type_params);
  } else {
    emit_constant(string_constant(name), location);
    emit_none(location);
  }
  Unit& inner = enter(table_.of(stmt), UnitKind::kFunction, std::string(name), stmt->lineno);
  // The first constant is None, so that it is no docstring.
  inner.constants.add(Constant{bytecode::NoneConstant{}});
  expression(stmt->value);
  emit(Op::RETURN_VALUE, location);
  make_closure(leave(false), 0, location);
  emit(Op::BUILD_TUPLE, 3, location);
  emit(Op::CALL_INTRINSIC_1, kTypeAlias, location);
  if (generic) {
    make_closure(leave(false), 0, location);
    call_type_parameters(location);
  }
  store_name(name, location);
}

}  // namespace simul::compiler
