// compiler.hpp - code generation: CPython 3.13's Python/compile.c, instruction for instruction.
//
// The order of emission, the labels and the location of every instruction are CPython's, since they
// decide the order of evaluation, the lines of tracebacks and when a reference is dropped. After
// the first error code is still made, but never used. The methods are spread over compile_*.cpp by
// what they compile.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "compiler/compile.hpp"
#include "compiler/fold.hpp"
#include "compiler/unit.hpp"

namespace simul::compiler {

// More items than this are collected in steps instead of on the stack.
inline constexpr std::size_t kStackUseGuideline = 30;

enum class AwaitKind : std::uint8_t { kYieldFrom, kAwait };

[[nodiscard]] Location location_of(const syntax::Node* node);

// What the __future__ imports at the head of a module ask for.
struct FutureFeatures {
  bool annotations = false;  // annotations are kept as text
  int last_line = 0;         // of the last such import that stands where it may
};

class Compiler {
 public:
  Compiler(SymbolTable& table, std::string filename, FutureFeatures future)
      : table_(table)
      , filename_(std::move(filename))
      , future_annotations_(future.annotations)
      , last_future_line_(future.last_line) {}

  std::shared_ptr<const bytecode::CodeObject> module(const syntax::Module& module);
  std::shared_ptr<const bytecode::CodeObject> only_expression(const syntax::Module& module);
  std::shared_ptr<const bytecode::CodeObject> interactive(const syntax::Module& module);
  [[nodiscard]] const std::optional<syntax::Diagnostic>& error() const { return error_; }
  [[nodiscard]] std::vector<syntax::Diagnostic>& warnings() { return warnings_; }

 private:
  using Code = std::shared_ptr<const bytecode::CodeObject>;
  struct InlinedState;
  struct PatternContext;

  // compiler.cpp: units, emission, names
  Unit& enter(Scope& scope, UnitKind kind, std::string name, int first_line);
  Code leave(bool add_none);
  [[nodiscard]] Unit& unit() { return *units_.back(); }
  void set_qualname(Unit& unit);
  void fail(const Location& location, std::string message);
  [[nodiscard]] std::string mangled(std::string_view name) {
    return unit().scope.mangled(unit().class_name, name);
  }

  void emit(Op op, const Location& location) { emit(op, 0, location); }
  void emit(Op op, int arg, const Location& location) { unit().sequence.add(op, arg, location); }
  void emit(Op op, std::size_t arg, const Location& location) {
    emit(op, static_cast<int>(arg), location);
  }
  void emit_jump(Op op, Label target, const Location& location) { emit(op, target.id, location); }
  void emit_constant(const Constant& constant, const Location& location);
  void emit_none(const Location& location);
  void emit_name(Op op, std::string_view name, const Location& location);
  void emit_local(Op op, const std::string& name, const Location& location);
  [[nodiscard]] Label new_label() { return unit().sequence.new_label(); }
  void use(Label label) { unit().sequence.use(label); }
  [[nodiscard]] int closure_index(const std::string& name);

  bool check_name(std::string_view name, syntax::ExprContext context, const Location& location);
  void name_operation(std::string_view name, syntax::ExprContext context, const Location& location);
  void load_name(std::string_view name, const Location& location) {
    name_operation(name, syntax::ExprContext::kLoad, location);
  }
  void store_name(std::string_view name, const Location& location) {
    name_operation(name, syntax::ExprContext::kStore, location);
  }
  void delete_name(std::string_view name, const Location& location) {
    name_operation(name, syntax::ExprContext::kDel, location);
  }

  // compile_blocks.cpp: the block stack and how statements leave it
  void push_block(FrameBlock block);
  void pop_block() { unit().blocks.pop_back(); }
  void unwind_block(Location& location, const FrameBlock& block, bool preserve_top);
  [[nodiscard]] std::optional<FrameBlock> unwind_blocks(Location& location,
                                                        bool preserve_top,
                                                        bool stop_at_loop);
  void pop_except_and_reraise(const Location& location);

  // compile_statements.cpp
  void body(std::span<syntax::Stmt* const> statements, Location location);
  void statements(std::span<syntax::Stmt* const> list);
  void statement(const syntax::Stmt* stmt);
  void return_statement(const syntax::Return* stmt);
  void break_statement(const Location& location);
  void continue_statement(const Location& location);
  void if_statement(const syntax::If* stmt);
  void while_loop(const syntax::While* stmt);
  void for_loop(const syntax::For* stmt);
  void async_for_loop(const syntax::AsyncFor* stmt);
  void assert_statement(const syntax::Assert* stmt);
  void expression_statement(const syntax::ExprStmt* stmt);

  // compile_assignments.cpp
  void assign(const syntax::Assign* stmt);
  void augmented_assign(const syntax::AugAssign* stmt);
  void annotated_assign(const syntax::AnnAssign* stmt);
  void evaluate_and_drop(const syntax::Expr* expr);
  void check_subscript_annotation(const syntax::Expr* slice);
  void annotation_value(const syntax::Expr* annotation);
  void unpack_targets(std::span<syntax::Expr* const> targets, const Location& location);

  // compile_imports.cpp
  void import_statement(const syntax::Import* stmt);
  void import_from(const syntax::ImportFrom* stmt);

  // compile_exceptions.cpp
  void try_except(const syntax::TryBase* stmt);
  void try_finally(const syntax::TryBase* stmt);
  void try_star(const syntax::TryBase* stmt);
  void forget_name(const std::string& name);
  void with_item(const syntax::WithBase* stmt, std::size_t index);
  void async_with_item(const syntax::WithBase* stmt, std::size_t index);
  void call_exit_with_nones(const Location& location);
  void finish_with(Label cleanup);

  // compile_functions.cpp
  void function(const syntax::FunctionDefBase* def, bool is_async);
  Code function_body(const syntax::FunctionDefBase* def, bool is_async, int first_line);
  void lambda(const syntax::Lambda* expr);
  void class_definition(const syntax::ClassDef* def);
  Code class_body(const syntax::ClassDef* def, int first_line);
  void decorators(std::span<syntax::Expr* const> list);
  void apply_decorators(std::span<syntax::Expr* const> list);
  unsigned default_arguments(const syntax::Arguments* args, const Location& location);
  bool argument_annotations(const syntax::Arguments* args,
                            const syntax::Expr* returns,
                            const Location& location);
  void check_argument_names(const syntax::Arguments* args);
  void set_arguments(const syntax::Arguments* args);
  void make_closure(const Code& code, unsigned flags, const Location& location);
  void wrap_in_stop_iteration_handler();

  // compile_types.cpp: type parameters and `type X = ...`
  void type_alias(const syntax::TypeAlias* stmt);
  Unit& enter_type_parameters(const syntax::Node* def, std::string_view name, int first_line);
  void type_parameters(std::span<syntax::TypeParam* const> params);
  void type_variable_part(const syntax::Expr* expr,
                          const syntax::TypeParam* param,
                          std::string_view name,
                          TypeScopeRole role);
  void call_type_parameters(const Location& location);

  // compile_expressions.cpp
  void expression(const syntax::Expr* expr);
  void expressions(std::span<syntax::Expr* const> list);
  void binary_operation(const syntax::BinOp* expr);
  void bool_operation(const syntax::BoolOp* expr);
  void unary_operation(const syntax::UnaryOp* expr);
  void conditional(const syntax::IfExp* expr);
  void comparison(const syntax::Compare* expr);
  void emit_comparison(syntax::CmpOp op, const Location& location);
  void comparison_operand(const syntax::Compare* expr, std::size_t index);
  void jump_if(const syntax::Expr* expr, Label target, bool condition);
  void attribute(const syntax::Attribute* expr);
  void subscript(const syntax::Subscript* expr);
  int slice_parts(const syntax::Slice* expr);
  void await_like(Op prepare, int arg, AwaitKind kind, const Location& location);
  void yield_from_loop(AwaitKind kind, const Location& location);
  void emit_yield(const Location& location);
  void yield_expression(const syntax::Yield* expr);
  void yield_from(const syntax::YieldFrom* expr);
  void await_expression(const syntax::Await* expr);
  void note_static_attribute(const syntax::Attribute* expr);

  // compile_displays.cpp
  void unpack_into(std::span<syntax::Expr* const> elements,
                   int pushed,
                   Op build,
                   Op add,
                   Op extend,
                   bool tuple,
                   const Location& location);
  [[nodiscard]] std::optional<std::vector<Constant>> all_constants(
      std::span<syntax::Expr* const> elements);
  void dict_display(const syntax::Dict* expr);
  void dict_part(const syntax::Dict* expr, std::size_t begin, std::size_t end);
  void joined_string(const syntax::JoinedStr* expr);
  void formatted_value(const syntax::FormattedValue* expr);
  [[nodiscard]] bool is_format_operation(const syntax::BinOp* expr);
  bool format_operation(const syntax::BinOp* expr);
  void iterable(const syntax::Expr* expr);

  // compile_warnings.cpp
  void warn(const Location& location, std::string message);
  [[nodiscard]] std::string_view known_type(const syntax::Expr* expr);
  void check_identity(const syntax::Compare* expr,
                      std::optional<syntax::CmpOp> only_op = std::nullopt);
  void check_caller(const syntax::Expr* function);
  void check_subscript(const syntax::Subscript* expr);
  void check_assertion(const syntax::Assert* stmt);

  // compile_calls.cpp
  void call(const syntax::Call* expr);
  bool method_call(const syntax::Call* expr);
  void call_with(int pushed,
                 std::span<syntax::Expr* const> args,
                 std::span<syntax::Keyword* const> keywords,
                 const Location& location);
  void keyword_part(std::span<syntax::Keyword* const> keywords, const Location& location);
  void keyword_names(std::span<syntax::Keyword* const> keywords, const Location& location);
  void check_keywords(std::span<syntax::Keyword* const> keywords);
  [[nodiscard]] bool is_import(const syntax::Expr* expr);
  [[nodiscard]] bool is_super_access(const syntax::Attribute* expr);
  void super_arguments(const syntax::Call* super_call);

  // compile_comprehensions.cpp
  struct Comprehended {
    const syntax::Expr* node;
    ComprehensionKind kind;
    std::span<syntax::Comprehension* const> generators;
    const syntax::Expr* element;
    const syntax::Expr* value;  // of a dict comprehension
  };
  void comprehension(const Comprehended& comp);
  void comprehension_loop(const Comprehended& comp,
                          std::size_t index,
                          int depth,
                          bool iterator_ready);
  void sync_comprehension_loop(const Comprehended& comp,
                               std::size_t index,
                               int depth,
                               bool iterator_ready);
  void async_comprehension_loop(const Comprehended& comp,
                                std::size_t index,
                                int depth,
                                bool iterator_ready);
  Location comprehension_element(const Comprehended& comp, int depth);
  void comprehension_iterator(const syntax::Comprehension* generator);
  void push_inlined(const Scope& scope, InlinedState& state, const Location& location);
  void pop_inlined(InlinedState& state, const Location& location);
  void restore_inlined_locals(const InlinedState& state, const Location& location);

  // compile_patterns.cpp
  void match_statement(const syntax::Match* stmt);
  void pattern(const syntax::Pattern* pattern, PatternContext& context);
  void pattern_as(const syntax::MatchAs* pattern, PatternContext& context);
  void pattern_class(const syntax::MatchClass* pattern, PatternContext& context);
  void pattern_mapping(const syntax::MatchMapping* pattern, PatternContext& context);
  void pattern_or(const syntax::MatchOr* pattern, PatternContext& context);
  void pattern_sequence(const syntax::MatchSequence* pattern, PatternContext& context);
  void pattern_unpack(std::span<syntax::Pattern* const> patterns,
                      PatternContext& context,
                      const Location& location);
  void pattern_items(std::span<syntax::Pattern* const> patterns,
                     std::size_t star,
                     PatternContext& context,
                     const Location& location);
  void pattern_sub(const syntax::Pattern* pattern, PatternContext& context);
  void pattern_store(std::string_view name, PatternContext& context, const Location& location);
  void pattern_fail_jump(Op op, PatternContext& context, const Location& location);
  void pattern_fail_blocks(PatternContext& context, const Location& location);
  void rotate(int count, const Location& location);

  SymbolTable& table_;
  std::string filename_;
  bool future_annotations_;
  int last_future_line_;
  bool interactive_ = false;
  Folder folder_;
  std::vector<std::unique_ptr<Unit>> units_;
  std::optional<syntax::Diagnostic> error_;
  std::vector<syntax::Diagnostic> warnings_;
  std::set<std::pair<int, std::string>> warned_;  // line, message
};

// The operand of BINARY_OP; its in-place form is 13 more.
[[nodiscard]] int binary_index(syntax::Operator op);
[[nodiscard]] bool is_two_element_slice(const syntax::Expr* slice);
// Of the access to an attribute whose name stands on another line than the start of its expression.
[[nodiscard]] Location attribute_location(Location location, const syntax::Attribute* attribute);
[[nodiscard]] std::string clean_docstring(std::string_view text);

}  // namespace simul::compiler
