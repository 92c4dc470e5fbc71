// symtable_builder.cpp - see symtable_builder.hpp. Errors are CPython's, in CPython's order of
// discovery.
#include "compiler/symtable_builder.hpp"

#include <algorithm>

namespace simul::compiler {

using namespace syntax;

void SymbolTableBuilder::module(const Module& module) {
  table_.module_ = &enter(ScopeKind::kModule, "top", nullptr);
  statements(module.body);
  leave();
}

Scope& SymbolTableBuilder::enter(ScopeKind kind, std::string name, const Node* node) {
  Scope& scope = table_.scopes_.emplace_back();
  scope.kind = kind;
  scope.name = std::move(name);
  if (!stack_.empty()) {
    scope.nested = current().nested || current().is_function();
    scope.in_iterable = current().in_iterable;
    if (kind != ScopeKind::kClass) scope.mangled_names = current().mangled_names;
    current().children.push_back(&scope);
  }
  if (node != nullptr) table_.by_node_[node] = &scope;
  stack_.push_back(&scope);
  return scope;
}

void SymbolTableBuilder::leave() {
  stack_.pop_back();
}

void SymbolTableBuilder::fail(const Place& place, std::string message) {
  if (!error_) error_ = error_at(place, std::move(message));
}

unsigned SymbolTableBuilder::flags_in(const Scope& scope, const std::string& name) {
  const Symbol* symbol = scope.symbols.find(name);
  return symbol == nullptr ? 0 : symbol->flags;
}

void SymbolTableBuilder::define(std::string_view name, unsigned flag, const Place& place) {
  define_in(current(), mangled(name), flag, place);
}

void SymbolTableBuilder::define_in(Scope& scope,
                                   const std::string& name,
                                   unsigned flag,
                                   const Place& place) {
  unsigned flags = flags_in(scope, name);
  if ((flag & kDefParam) != 0 && (flags & kDefParam) != 0)
    return fail(place, "duplicate argument '" + name + "' in function definition");
  if ((flag & kDefTypeParam) != 0 && (flags & kDefTypeParam) != 0)
    return fail(place, "duplicate type parameter '" + name + "'");
  flags |= flag;
  if (scope.in_iteration_target) {
    if ((flags & (kDefGlobal | kDefNonlocal)) != 0)
      return fail(
          place,
          "comprehension inner loop cannot rebind assignment expression target '" + name + "'");
    flags |= kDefComprehensionIteration;
  }
  scope.symbols[name].flags = flags;
  if ((flag & kDefParam) != 0) {
    scope.parameters.push_back(name);
  } else if ((flag & kDefGlobal) != 0) {
    table_.module_->symbols[name].flags |= flag;
  }
}

void SymbolTableBuilder::statements(std::span<Stmt* const> body) {
  for (const Stmt* stmt : body) {
    if (error_) return;
    statement(stmt);
  }
}

void SymbolTableBuilder::if_chain(const If* stmt) {
  // An elif chain nests in the tree, but need not on the stack.
  while (true) {
    expression(stmt->test);
    statements(stmt->body);
    if (stmt->orelse.size() == 1 && stmt->orelse[0]->kind == NodeKind::kIf) {
      stmt = as<If>(stmt->orelse[0]);
      continue;
    }
    statements(stmt->orelse);
    return;
  }
}

void SymbolTableBuilder::statement(const Stmt* stmt) {
  if (++depth_ > kMaxNesting && !error_) error_ = too_deep(place_of(*stmt));
  if (error_) {
    --depth_;
    return;
  }
  switch (stmt->kind) {
    case NodeKind::kFunctionDef: function(as<FunctionDef>(stmt), false); break;
    case NodeKind::kAsyncFunctionDef: function(as<AsyncFunctionDef>(stmt), true); break;
    case NodeKind::kClassDef: class_definition(as<ClassDef>(stmt)); break;
    case NodeKind::kReturn: expression(as<Return>(stmt)->value); break;
    case NodeKind::kDelete: expressions(as<Delete>(stmt)->targets); break;
    case NodeKind::kAssign:
      expressions(as<Assign>(stmt)->targets);
      expression(as<Assign>(stmt)->value);
      break;
    case NodeKind::kAugAssign:
      expression(as<AugAssign>(stmt)->target);
      expression(as<AugAssign>(stmt)->value);
      break;
    case NodeKind::kTypeAlias: type_alias(as<TypeAlias>(stmt)); break;
    case NodeKind::kAnnAssign: annotated_assignment(as<AnnAssign>(stmt)); break;
    case NodeKind::kFor:
    case NodeKind::kAsyncFor: {
      const auto* loop = static_cast<const ForBase*>(stmt);
      expression(loop->target);
      expression(loop->iter);
      statements(loop->body);
      statements(loop->orelse);
      break;
    }
    case NodeKind::kWhile:
      expression(as<While>(stmt)->test);
      statements(as<While>(stmt)->body);
      statements(as<While>(stmt)->orelse);
      break;
    case NodeKind::kIf: if_chain(as<If>(stmt)); break;
    case NodeKind::kWith:
    case NodeKind::kAsyncWith: {
      const auto* with = static_cast<const WithBase*>(stmt);
      for (const WithItem* item : with->items) {
        expression(item->context_expr);
        expression(item->optional_vars);
      }
      statements(with->body);
      break;
    }
    case NodeKind::kMatch:
      expression(as<Match>(stmt)->subject);
      for (const MatchCase* match_case : as<Match>(stmt)->cases) {
        pattern(match_case->pattern);
        expression(match_case->guard);
        statements(match_case->body);
      }
      break;
    case NodeKind::kRaise:
      expression(as<Raise>(stmt)->exc);
      expression(as<Raise>(stmt)->cause);
      break;
    case NodeKind::kTry:
    case NodeKind::kTryStar: handlers(static_cast<const TryBase*>(stmt)); break;
    case NodeKind::kAssert:
      expression(as<Assert>(stmt)->test);
      expression(as<Assert>(stmt)->msg);
      break;
    case NodeKind::kImport: import_names(as<Import>(stmt)->names); break;
    case NodeKind::kImportFrom: import_names(as<ImportFrom>(stmt)->names); break;
    case NodeKind::kGlobal: declaration(stmt, as<Global>(stmt)->names, true); break;
    case NodeKind::kNonlocal: declaration(stmt, as<Nonlocal>(stmt)->names, false); break;
    case NodeKind::kExpr: expression(as<ExprStmt>(stmt)->value); break;
    default: break;
  }
  --depth_;
}

void SymbolTableBuilder::function(const FunctionDefBase* def, bool is_async) {
  define(def->name, kDefLocal, place_of(*def));
  defaults(def->args);
  expressions(def->decorator_list);
  const bool generic = !def->type_params.empty();
  if (generic) {
    enter_type_parameters(def, def->name, def->type_params);
    // CPython gives every generic function the first of these, used or not.
    define(".defaults", kDefParam, place_of(*def));
    if (std::ranges::any_of(def->args->kw_defaults,
                            [](const Expr* each) { return each != nullptr; }))
      define(".kwdefaults", kDefParam, place_of(*def));
    type_parameters(def->type_params);
  }
  annotations(def->args, def->returns);
  if (error_) return;
  Scope& scope = enter(ScopeKind::kFunction, std::string(def->name), def);
  scope.coroutine = scope.async_function = is_async;
  parameters(def->args);
  statements(def->body);
  leave();
  if (generic) leave();
}

void SymbolTableBuilder::class_definition(const ClassDef* def) {
  define(def->name, kDefLocal, place_of(*def));
  expressions(def->decorator_list);
  const std::string outer = class_name_;
  const bool generic = !def->type_params.empty();
  if (generic) {
    enter_type_parameters(def, def->name, def->type_params);
    for (const char* made : {".type_params", ".generic_base"})
      define(made, kDefLocal | kUse, place_of(*def));
    class_name_ = std::string(def->name);
    current().mangled_names = std::make_shared<std::unordered_set<std::string>>();
    type_parameters(def->type_params);
  }
  expressions(def->bases);
  for (const Keyword* keyword : def->keywords) expression(keyword->value);
  if (error_) return;
  enter(ScopeKind::kClass, std::string(def->name), def);
  class_name_ = std::string(def->name);
  if (generic) {
    define("__type_params__", kDefLocal, place_of(*def));
    define(".type_params", kUse, place_of(*def));
  }
  statements(def->body);
  leave();
  if (generic) leave();
  class_name_ = outer;
}

void SymbolTableBuilder::annotated_assignment(const AnnAssign* stmt) {
  if (const auto* name = try_as<Name>(stmt->target)) {
    const unsigned flags = flags_in(current(), mangled(name->id));
    if ((flags & (kDefGlobal | kDefNonlocal)) != 0 && current().kind != ScopeKind::kModule &&
        stmt->simple != 0)
      return fail(place_of(*stmt),
                  "annotated name '" + std::string(name->id) + "' can't be " +
                      ((flags & kDefGlobal) != 0 ? "global" : "nonlocal"));
    if (stmt->simple != 0)
      define(name->id, kDefAnnotation | kDefLocal, place_of(*name));
    else if (stmt->value != nullptr)
      define(name->id, kDefLocal, place_of(*name));
  } else {
    expression(stmt->target);
  }
  annotation(stmt->annotation);
  expression(stmt->value);
}

void SymbolTableBuilder::import_names(std::span<Alias* const> names) {
  for (const Alias* alias : names) {
    if (alias->name == "*") {
      if (current().kind != ScopeKind::kModule)
        return fail(place_of(*alias), "import * only allowed at module level");
      continue;
    }
    const std::string_view name =
        is_set(alias->asname) ? alias->asname : alias->name.substr(0, alias->name.find('.'));
    define(name, kDefImport, place_of(*alias));
  }
}

void SymbolTableBuilder::declaration(const Stmt* stmt,
                                     std::span<const Identifier> names,
                                     bool global) {
  const std::string word = global ? "global" : "nonlocal";
  for (const Identifier name : names) {
    const std::string text(name);
    const std::string key = mangled(name);
    const unsigned flags = flags_in(current(), key);
    if ((flags & (kDefParam | kDefLocal | kUse | kDefAnnotation)) != 0) {
      std::string message;
      if ((flags & kDefParam) != 0)
        message = "name '" + text + "' is parameter and " + word;
      else if ((flags & kUse) != 0)
        message = "name '" + text + "' is used prior to " + word + " declaration";
      else if ((flags & kDefAnnotation) != 0)
        message = "annotated name '" + text + "' can't be " + word;
      else
        message = "name '" + text + "' is assigned to before " + word + " declaration";
      return fail(place_of(*stmt), std::move(message));
    }
    define(name, global ? kDefGlobal : kDefNonlocal, place_of(*stmt));
    current().directives.emplace_back(key, place_of(*stmt));
  }
}

void SymbolTableBuilder::handlers(const TryBase* stmt) {
  statements(stmt->body);
  for (const ExceptHandler* handler : stmt->handlers) {
    expression(handler->type);
    if (is_set(handler->name)) define(handler->name, kDefLocal, place_of(*handler));
    statements(handler->body);
  }
  statements(stmt->orelse);
  statements(stmt->finalbody);
}

void SymbolTableBuilder::pattern(const Pattern* node) {
  if (node == nullptr || error_) return;
  if (++depth_ > kMaxNesting) error_ = too_deep(place_of(*node));
  switch (node->kind) {
    case NodeKind::kMatchValue: expression(as<MatchValue>(node)->value); break;
    case NodeKind::kMatchSequence:
      for (const Pattern* item : as<MatchSequence>(node)->patterns) pattern(item);
      break;
    case NodeKind::kMatchStar:
      if (is_set(as<MatchStar>(node)->name))
        define(as<MatchStar>(node)->name, kDefLocal, place_of(*node));
      break;
    case NodeKind::kMatchMapping:
      expressions(as<MatchMapping>(node)->keys);
      for (const Pattern* item : as<MatchMapping>(node)->patterns) pattern(item);
      if (is_set(as<MatchMapping>(node)->rest))
        define(as<MatchMapping>(node)->rest, kDefLocal, place_of(*node));
      break;
    case NodeKind::kMatchClass:
      expression(as<MatchClass>(node)->cls);
      for (const Pattern* item : as<MatchClass>(node)->patterns) pattern(item);
      for (const Pattern* item : as<MatchClass>(node)->kwd_patterns) pattern(item);
      break;
    case NodeKind::kMatchAs:
      pattern(as<MatchAs>(node)->pattern);
      if (is_set(as<MatchAs>(node)->name))
        define(as<MatchAs>(node)->name, kDefLocal, place_of(*node));
      break;
    case NodeKind::kMatchOr:
      for (const Pattern* item : as<MatchOr>(node)->patterns) pattern(item);
      break;
    default: break;
  }
  --depth_;
}

void SymbolTableBuilder::annotation(const Expr* expr) {
  if (!future_annotations_) expression(expr);
}

void SymbolTableBuilder::defaults(const Arguments* args) {
  expressions(args->defaults);
  expressions(args->kw_defaults);
}

void SymbolTableBuilder::parameters(const Arguments* args) {
  const auto add = [&](const Arg* arg) {
    if (arg != nullptr && !error_) define(arg->arg, kDefParam, place_of(*arg));
  };
  for (const Arg* arg : args->posonlyargs) add(arg);
  for (const Arg* arg : args->args) add(arg);
  for (const Arg* arg : args->kwonlyargs) add(arg);
  add(args->vararg);
  add(args->kwarg);
}

void SymbolTableBuilder::annotations(const Arguments* args, const Expr* returns) {
  for (const Arg* arg : args->posonlyargs) annotation(arg->annotation);
  for (const Arg* arg : args->args) annotation(arg->annotation);
  if (args->vararg != nullptr) annotation(args->vararg->annotation);
  if (args->kwarg != nullptr) annotation(args->kwarg->annotation);
  for (const Arg* arg : args->kwonlyargs) annotation(arg->annotation);
  annotation(returns);
}

}  // namespace simul::compiler
