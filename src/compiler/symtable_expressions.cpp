// The symbol table's walk through expressions, and the scopes that stand in them: lambdas and
// comprehensions, with what `:=`, `yield` and `await` may not do there. See symtable_builder.hpp.
#include "compiler/symtable_builder.hpp"

namespace simul::compiler {

using namespace syntax;

namespace {

const char* comprehension_words(ComprehensionKind kind) {
  switch (kind) {
    case ComprehensionKind::kList: return "list comprehension";
    case ComprehensionKind::kSet: return "set comprehension";
    case ComprehensionKind::kDict: return "dict comprehension";
    default: return "generator expression";
  }
}

}  // namespace

void SymbolTableBuilder::expressions(std::span<Expr* const> list) {
  for (const Expr* expr : list) expression(expr);
}

void SymbolTableBuilder::expression(const Expr* expr) {
  if (expr == nullptr || error_) return;
  if (++depth_ > kMaxNesting) {
    error_ = too_deep(place_of(*expr));
    --depth_;
    return;
  }
  switch (expr->kind) {
    case NodeKind::kBoolOp: expressions(as<BoolOp>(expr)->values); break;
    case NodeKind::kNamedExpr: named_expression(as<NamedExpr>(expr)); break;
    case NodeKind::kBinOp: {
      // a + b + c + ... leans left; its spine is walked in a loop.
      std::vector<const Expr*> rights;
      const Expr* left = expr;
      while (left->kind == NodeKind::kBinOp) {
        rights.push_back(as<BinOp>(left)->right);
        left = as<BinOp>(left)->left;
      }
      expression(left);
      for (auto right = rights.rbegin(); right != rights.rend(); ++right) expression(*right);
      break;
    }
    case NodeKind::kUnaryOp: expression(as<UnaryOp>(expr)->operand); break;
    case NodeKind::kLambda: lambda(as<Lambda>(expr)); break;
    case NodeKind::kIfExp:
      expression(as<IfExp>(expr)->test);
      expression(as<IfExp>(expr)->body);
      expression(as<IfExp>(expr)->orelse);
      break;
    case NodeKind::kDict:
      expressions(as<Dict>(expr)->keys);
      expressions(as<Dict>(expr)->values);
      break;
    case NodeKind::kSet: expressions(as<Set>(expr)->elts); break;
    case NodeKind::kListComp: {
      const auto* comp = as<ListComp>(expr);
      comprehension(expr, ComprehensionKind::kList, comp->generators, comp->elt, nullptr);
      break;
    }
    case NodeKind::kSetComp: {
      const auto* comp = as<SetComp>(expr);
      comprehension(expr, ComprehensionKind::kSet, comp->generators, comp->elt, nullptr);
      break;
    }
    case NodeKind::kDictComp: {
      const auto* comp = as<DictComp>(expr);
      comprehension(expr, ComprehensionKind::kDict, comp->generators, comp->key, comp->value);
      break;
    }
    case NodeKind::kGeneratorExp: {
      const auto* comp = as<GeneratorExp>(expr);
      comprehension(expr, ComprehensionKind::kGenerator, comp->generators, comp->elt, nullptr);
      break;
    }
    case NodeKind::kYield: yield_like(expr, as<Yield>(expr)->value); break;
    case NodeKind::kYieldFrom: yield_like(expr, as<YieldFrom>(expr)->value); break;
    case NodeKind::kAwait:
      if (refused_in_type_scope("await expression", expr)) break;
      expression(as<Await>(expr)->value);
      current().coroutine = true;
      break;
    case NodeKind::kCompare:
      expression(as<Compare>(expr)->left);
      expressions(as<Compare>(expr)->comparators);
      break;
    case NodeKind::kCall:
      expression(as<Call>(expr)->func);
      expressions(as<Call>(expr)->args);
      for (const Keyword* keyword : as<Call>(expr)->keywords) expression(keyword->value);
      break;
    case NodeKind::kFormattedValue:
      expression(as<FormattedValue>(expr)->value);
      expression(as<FormattedValue>(expr)->format_spec);
      break;
    case NodeKind::kJoinedStr: expressions(as<JoinedStr>(expr)->values); break;
    case NodeKind::kAttribute: expression(as<Attribute>(expr)->value); break;
    case NodeKind::kSubscript:
      expression(as<Subscript>(expr)->value);
      expression(as<Subscript>(expr)->slice);
      break;
    case NodeKind::kStarred: expression(as<Starred>(expr)->value); break;
    case NodeKind::kSlice:
      expression(as<Slice>(expr)->lower);
      expression(as<Slice>(expr)->upper);
      expression(as<Slice>(expr)->step);
      break;
    case NodeKind::kName: {
      const auto* name = as<Name>(expr);
      const bool load = name->ctx == ExprContext::kLoad;
      define(name->id, load ? kUse : kDefLocal, place_of(*name));
      // super() without arguments needs the class it stands in.
      if (load && current().is_function() && name->id == "super")
        define("__class__", kUse, place_of(*name));
      break;
    }
    case NodeKind::kList: expressions(as<List>(expr)->elts); break;
    case NodeKind::kTuple: expressions(as<Tuple>(expr)->elts); break;
    default: break;
  }
  --depth_;
}

void SymbolTableBuilder::named_expression(const NamedExpr* expr) {
  if (refused_in_type_scope("named expression", expr)) return;
  if (current().in_iterable > 0)
    return fail(place_of(*expr),
                "assignment expression cannot be used in a comprehension iterable expression");
  if (current().comprehension != ComprehensionKind::kNone)
    extend_scope_of_named(as<Name>(expr->target));
  expression(expr->value);
  expression(expr->target);
}

// In a comprehension the target belongs to the function, or the module, around it.
void SymbolTableBuilder::extend_scope_of_named(const Name* target) {
  const std::string name = mangled(target->id);
  const Place place = place_of(*target);
  for (auto entry = stack_.rbegin(); entry != stack_.rend(); ++entry) {
    Scope& scope = **entry;
    const unsigned flags = flags_in(scope, name);
    if (scope.comprehension != ComprehensionKind::kNone) {
      if ((flags & kDefComprehensionIteration) != 0 && (flags & (kDefLocal | kDefGlobal)) != 0)
        return fail(place,
                    "assignment expression cannot rebind comprehension iteration variable '" +
                        std::string(target->id) + "'");
      continue;
    }
    if (scope.kind == ScopeKind::kFunction && scope.type_scope == TypeScopeKind::kNone) {
      define(target->id, (flags & kDefGlobal) != 0 ? kDefGlobal : kDefNonlocal, place);
      current().directives.emplace_back(name, place);
      return define_in(scope, name, kDefLocal, place);
    }
    if (scope.kind == ScopeKind::kModule) {
      define(target->id, kDefGlobal, place);
      current().directives.emplace_back(name, place);
      return define_in(scope, name, kDefGlobal, place);
    }
    static constexpr const char* kWhere[] = {"in a class body",
                                             "within the definition of a generic",
                                             "in a TypeVar bound",
                                             "in a type alias"};
    return fail(place,
                std::string("assignment expression within a comprehension cannot be used ") +
                    kWhere[static_cast<int>(scope.type_scope)]);
  }
}

void SymbolTableBuilder::lambda(const Lambda* expr) {
  defaults(expr->args);
  enter(ScopeKind::kFunction, "lambda", expr);
  parameters(expr->args);
  expression(expr->body);
  leave();
}

void SymbolTableBuilder::yield_like(const Expr* expr, const Expr* value) {
  if (refused_in_type_scope("yield expression", expr)) return;
  expression(value);
  if (error_) return;
  current().generator = true;
  if (current().comprehension != ComprehensionKind::kNone)
    fail(place_of(*expr),
         std::string("'yield' inside ") + comprehension_words(current().comprehension));
}

void SymbolTableBuilder::comprehension(const Expr* expr,
                                       ComprehensionKind kind,
                                       std::span<Comprehension* const> generators,
                                       const Expr* element,
                                       const Expr* value) {
  const Comprehension* first = generators[0];
  // The outermost iterable belongs to the scope around.
  ++current().in_iterable;
  expression(first->iter);
  --current().in_iterable;
  if (error_) return;
  static constexpr const char* kNames[] = {"", "listcomp", "setcomp", "dictcomp", "genexpr"};
  Scope& scope = enter(ScopeKind::kFunction, kNames[static_cast<int>(kind)], expr);
  scope.comprehension = kind;
  if (first->is_async) scope.coroutine = true;
  define(".0", kDefParam, place_of(*expr));
  scope.in_iteration_target = true;
  expression(first->target);
  scope.in_iteration_target = false;
  expressions(first->ifs);
  for (const Comprehension* next : generators.subspan(1)) {
    scope.in_iteration_target = true;
    expression(next->target);
    scope.in_iteration_target = false;
    ++scope.in_iterable;
    expression(next->iter);
    --scope.in_iterable;
    expressions(next->ifs);
    if (next->is_async) scope.coroutine = true;
  }
  expression(value);
  expression(element);
  scope.generator = kind == ComprehensionKind::kGenerator;
  const bool is_async = scope.coroutine && kind != ComprehensionKind::kGenerator;
  leave();
  if (is_async) current().coroutine = true;
}

}  // namespace simul::compiler
