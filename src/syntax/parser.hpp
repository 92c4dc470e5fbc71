// src/syntax/parser.hpp - the parser of correct programs: recursive descent over CPython 3.13's
// whole grammar.
//
// It builds the tree in one pass and only notices that a statement is broken; what CPython would
// say about it is found by error_grammar. After a failure the rest of the statement is read as if
// the program ended there, and no node of it is used, so rules need not check their parts.
//
// Native recursion is bounded: brackets and blocks by the tokenizer, everything else by kMostDepth.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "syntax/arena.hpp"
#include "syntax/ast.hpp"
#include "syntax/literals.hpp"
#include "syntax/tokenizer.hpp"

namespace simul::syntax {

class Parser {
 public:
  struct Failure {
    size_t token = 0;  // where the statement could not be continued
    Diagnostic
        known;  // set when the parser itself knows CPython's words (values of literals, depth)
    bool has_known = false;
  };
  // A statement that could not be parsed.
  struct BrokenStatement {
    size_t begin = 0;      // its first token
    size_t outermost = 0;  // the first token of the statement of the module that holds it
    Failure failure;
  };

  Parser(const TokenStream& tokens, Arena& arena);

  std::span<Stmt*> module();
  [[nodiscard]] const std::vector<BrokenStatement>& broken() const { return broken_; }
  // Up to the first broken statement, where CPython stops.
  [[nodiscard]] const std::vector<PlacedWarning>& warnings() const { return warnings_; }

 private:
  using T = TokenType;
  struct Target;  // what may stand left of `=`, behind `for` and `del`

  // CPython's parser gives up at 6000 nested rules. A rule that calls itself through brackets
  // counts as 25 of them, so 200 brackets fit; one that recurses natively counts as 6, which bounds
  // the stack to some 300 kB.
  static constexpr int kMostDepth = 6000;

  // --- tokens ---
  [[nodiscard]] const Token& token() const { return *at_; }
  [[nodiscard]] T type() const { return at_->type; }
  [[nodiscard]] T type_after(size_t n) const { return at_ + n < end_ ? at_[n].type : T::kEnd; }
  [[nodiscard]] std::string_view text(const Token& t) const { return tokens_.text_of(t); }
  bool accept(T type);
  const Token& expect(T type);
  // Whether an expression may begin with the token; decides if a trailing comma ends a tuple.
  [[nodiscard]] static bool begins_expression(T type);
  [[nodiscard]] bool at_soft(std::string_view word) const;
  void fail();
  void fail_known(std::string message, const Token& place, const char* type = "SyntaxError");
  bool enter(int cost);

  // --- nodes ---
  template <typename N>
  N* make(const Token& begin) {
    N* node = arena_.make<N>();
    node->kind = N::kKind;
    node->lineno = begin.lineno;
    node->col_offset = begin.col_offset;
    finish(node);
    return node;
  }
  template <typename N>
  N* make(const Node* begin) {
    N* node = arena_.make<N>();
    node->kind = N::kKind;
    node->lineno = begin->lineno;
    node->col_offset = begin->col_offset;
    finish(node);
    return node;
  }
  // The node ends with the last token read.
  void finish(Node* node) const {
    const Token& last = at_[-1];
    node->end_lineno = last.end_lineno;
    node->end_col_offset = last.end_col_offset;
  }
  // The same for statements that end with a block, whose last tokens are line ends.
  void finish_block(Node* node) const;
  template <typename N>
  std::span<N*> take(size_t mark) {
    const auto count = scratch_.size() - mark;
    if (count == 0) return {};
    N** out = static_cast<N**>(arena_.allocate(count * sizeof(N*), alignof(N*)));
    for (size_t i = 0; i < count; ++i) out[i] = static_cast<N*>(scratch_[mark + i]);
    scratch_.resize(mark);
    return {out, count};
  }
  Identifier intern(std::string_view text);
  Identifier name();
  Expr* name_node(const Token& t, ExprContext ctx);

  // --- statements (parse_statements.cpp) ---
  void statements(T end);
  bool statement();
  void recover(const Token* begin);
  void simple_statements();
  Stmt* simple_statement();
  Stmt* compound_statement();
  Stmt* expression_statement();
  Stmt* return_statement();
  Stmt* raise_statement();
  Stmt* delete_statement();
  Stmt* assert_statement();
  Stmt* import_statement();
  Stmt* from_statement();
  Identifier dotted_name();
  Alias* import_alias(bool dotted);
  Stmt* names_statement();
  Stmt* type_alias();

  // --- statements with blocks (parse_compound.cpp) ---
  std::span<Stmt*> block();
  std::span<Stmt*> else_block();
  Stmt* if_statement();
  Stmt* while_statement();
  Stmt* for_statement(const Token& begin, bool is_async);
  Stmt* with_statement(const Token& begin, bool is_async);
  void with_item();
  Stmt* try_statement();
  bool at_match_statement();
  Stmt* match_statement();

  // --- functions and classes (parse_definitions.cpp) ---
  Stmt* decorated();
  Stmt* function_def(const Token& begin, bool is_async, std::span<Expr*> decorators);
  Stmt* class_def(std::span<Expr*> decorators);
  Arguments* parameters(bool lambda);
  Arg* parameter(bool lambda, bool star);
  std::span<TypeParam*> type_params();

  // --- patterns (parse_patterns.cpp) ---
  Pattern* patterns();
  Pattern* pattern();
  Pattern* closed_pattern();
  Pattern* maybe_star_pattern();
  Pattern* sequence_pattern(const Token& begin, T close);
  Pattern* mapping_pattern();
  Pattern* name_pattern();
  Pattern* class_pattern(Expr* cls);
  Expr* pattern_literal();
  Expr* pattern_attribute(const Token& first);
  Identifier capture_name();

  // --- expressions (parse_expressions.cpp) ---
  Expr* star_expressions();
  Expr* star_expression();
  Expr* expressions();
  Expr* expression();
  Expr* named_expression();
  Expr* star_named_expression();
  Expr* yield_or_star_expressions();
  Expr* yield_expression();
  Expr* disjunction();
  Expr* conjunction();
  Expr* inversion();
  Expr* comparison();
  Expr* binary(int precedence);
  Expr* factor();
  Expr* power();
  Expr* lambda();

  // --- what operators work on (parse_primaries.cpp) ---
  Expr* primary();
  Expr* trailers(Expr* node, const Token& begin);
  Expr* call(Expr* func, const Token& begin);
  Expr* subscript(Expr* value, const Token& begin);
  Expr* slice();
  Expr* atom();
  Expr* constant(ConstantKind kind);
  Expr* number();

  // --- what stands in brackets (parse_displays.cpp) ---
  Expr* parenthesized();
  Expr* list_display();
  Expr* brace_display();
  Expr* set_display(const Token& begin, Expr* first);
  Expr* dict_display(const Token& begin, Expr* first);
  std::span<Comprehension*> comprehension_clauses();

  // --- strings (parse_strings.cpp) ---
  struct StringPart;
  Expr* strings();
  void warn(const EscapeWarning& warning, const Token& place);
  void fstring();
  void fstring_field();
  void string_constant(std::string_view value, bool u, const Token& first, const Token& last);
  Expr* join_parts(size_t mark, bool is_fstring, const Token& begin);

  // --- targets (parse_targets.cpp) ---
  enum class TargetKind : uint8_t { kAssign, kSingle, kDelete };
  bool make_target(Expr* node, TargetKind kind);
  Expr* star_targets();
  Expr* star_target();

  Expr* bad_expression();

  const TokenStream& tokens_;
  Arena& arena_;
  const Token* at_;
  const Token* end_;
  std::vector<Token> storage_;  // the tokens behind one sentinel, so that at_[-1] always exists
  std::vector<Node*> scratch_;
  std::vector<Identifier> names_;  // open addressing
  size_t names_used_ = 0;
  int depth_ = 0;
  bool failed_ = false;
  Failure failure_;
  const Token* outermost_ = nullptr;
  std::vector<BrokenStatement> broken_;
  std::vector<PlacedWarning> warnings_;
  std::string buffer_;
};

}  // namespace simul::syntax
