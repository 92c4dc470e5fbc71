// symtable_builder.hpp - the first pass of the symbol table: walks the tree and notes how each name
// occurs.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "compiler/symtable.hpp"

namespace simul::compiler {

class SymbolTableBuilder {
 public:
  SymbolTableBuilder(SymbolTable& table, bool future_annotations)
      : table_(table), future_annotations_(future_annotations) {}

  void module(const syntax::Module& module);
  [[nodiscard]] const std::optional<syntax::Diagnostic>& error() const { return error_; }

 private:
  Scope& enter(ScopeKind kind, std::string name, const syntax::Node* node);
  void leave();
  Scope& current() { return *stack_.back(); }
  void fail(const Place& place, std::string message);
  [[nodiscard]] std::string mangled(std::string_view name) const {
    return stack_.back()->mangled(class_name_, name);
  }
  [[nodiscard]] static unsigned flags_in(const Scope& scope, const std::string& name);
  void define(std::string_view name, unsigned flag, const Place& place);
  void define_in(Scope& scope, const std::string& mangled_name, unsigned flag, const Place& place);

  // --- statements, functions, classes (symtable_builder.cpp)
  void statements(std::span<syntax::Stmt* const> body);
  void statement(const syntax::Stmt* stmt);
  void if_chain(const syntax::If* stmt);
  void function(const syntax::FunctionDefBase* def, bool is_async);
  void class_definition(const syntax::ClassDef* def);
  void annotated_assignment(const syntax::AnnAssign* stmt);
  void import_names(std::span<syntax::Alias* const> names);
  void declaration(const syntax::Stmt* stmt,
                   std::span<const syntax::Identifier> names,
                   bool global);
  void handlers(const syntax::TryBase* stmt);
  void pattern(const syntax::Pattern* pattern);
  void annotation(const syntax::Expr* expr);
  void defaults(const syntax::Arguments* args);
  void parameters(const syntax::Arguments* args);
  void annotations(const syntax::Arguments* args, const syntax::Expr* returns);

  // --- scopes of types (symtable_types.cpp)
  void type_alias(const syntax::TypeAlias* stmt);
  void enter_type_parameters(const syntax::Node* def,
                             std::string_view name,
                             std::span<syntax::TypeParam* const> params);
  void type_parameters(std::span<syntax::TypeParam* const> params);
  void type_parameter(const syntax::TypeParam* param);
  void type_variable_part(const syntax::Expr* expr,
                          const syntax::TypeParam* param,
                          std::string_view name,
                          TypeScopeRole role,
                          const char* words);
  Scope& enter_type_scope(TypeScopeKind kind, std::string_view name);
  [[nodiscard]] bool refused_in_type_scope(const char* construct, const syntax::Expr* expr);

  // --- expressions (symtable_expressions.cpp)
  void expressions(std::span<syntax::Expr* const> list);
  void expression(const syntax::Expr* expr);
  void named_expression(const syntax::NamedExpr* expr);
  void extend_scope_of_named(const syntax::Name* target);
  void lambda(const syntax::Lambda* expr);
  void yield_like(const syntax::Expr* expr, const syntax::Expr* value);
  void comprehension(const syntax::Expr* expr,
                     ComprehensionKind kind,
                     std::span<syntax::Comprehension* const> generators,
                     const syntax::Expr* element,
                     const syntax::Expr* value);

  SymbolTable& table_;
  bool future_annotations_;
  std::optional<syntax::Diagnostic> error_;
  std::vector<Scope*> stack_;
  std::string class_name_;
  int depth_ = 0;
};

}  // namespace simul::compiler
