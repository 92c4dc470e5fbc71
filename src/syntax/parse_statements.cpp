// Statements of one line, and going on behind a broken statement.
#include "syntax/parser.hpp"

namespace simul::syntax {
namespace {

using T = TokenType;

bool augmented_operator(T type, Operator* op) {
  switch (type) {
    case T::kPlusEqual: *op = Operator::kAdd; return true;
    case T::kMinusEqual: *op = Operator::kSub; return true;
    case T::kStarEqual: *op = Operator::kMult; return true;
    case T::kAtEqual: *op = Operator::kMatMult; return true;
    case T::kSlashEqual: *op = Operator::kDiv; return true;
    case T::kPercentEqual: *op = Operator::kMod; return true;
    case T::kAmpersandEqual: *op = Operator::kBitAnd; return true;
    case T::kVerticalBarEqual: *op = Operator::kBitOr; return true;
    case T::kCaretEqual: *op = Operator::kBitXor; return true;
    case T::kLeftShiftEqual: *op = Operator::kLShift; return true;
    case T::kRightShiftEqual: *op = Operator::kRShift; return true;
    case T::kDoubleStarEqual: *op = Operator::kPow; return true;
    case T::kDoubleSlashEqual: *op = Operator::kFloorDiv; return true;
    default: return false;
  }
}

// A line that belongs to a statement above it.
bool continues_statement(T type) {
  return type == T::kElse || type == T::kElif || type == T::kExcept || type == T::kFinally;
}

}  // namespace

std::span<Stmt*> Parser::module() {
  statements(T::kEnd);
  return take<Stmt>(0);
}

void Parser::statements(T end) {
  const bool outer = end == T::kEnd;
  bool after_broken = false;
  while (type() != end && type() != T::kEnd && at_ != end_) {
    const Token* begin = at_;
    if (outer) outermost_ = begin;
    const size_t mark = scratch_.size();
    if (statement()) {
      after_broken = false;
      continue;
    }
    scratch_.resize(mark);
    depth_ = 0;
    if (!after_broken || !continues_statement(begin->type)) {
      BrokenStatement& broken = broken_.emplace_back();
      broken.begin = static_cast<size_t>(begin - storage_.data()) - 1;
      broken.outermost = static_cast<size_t>(outermost_ - storage_.data()) - 1;
      broken.failure = std::move(failure_);
      failure_.token = broken.failure.token;
    }
    after_broken = true;
    recover(begin);
  }
}

// Goes to the next statement behind the failure: behind the line that holds it, and behind the
// block of that line.
void Parser::recover(const Token* begin) {
  failed_ = false;
  const Token* failed_at = storage_.data() + failure_.token + 1;
  at_ = failed_at;
  const bool at_line_start =
      failed_at > begin && (failed_at[-1].type == T::kNewline || failed_at[-1].type == T::kDedent);
  if (!at_line_start || type() == T::kIndent) {
    while (at_ < end_ && type() != T::kNewline && type() != T::kEnd) ++at_;
    if (type() == T::kNewline) ++at_;
  }
  // The broken line opened a block, or stood too far right: leave it out up to its end.
  int open = failed_at->type == T::kIndent && failed_at >= begin ? 1 : 0;
  if (type() == T::kIndent) {
    open = 1;
    ++at_;
  }
  for (; open > 0 && at_ < end_ && type() != T::kEnd; ++at_) {
    if (type() == T::kIndent) ++open;
    if (type() == T::kDedent) --open;
  }
  if (at_ < end_ && type() == T::kError) at_ = end_;
}

bool Parser::statement() {
  Stmt* compound = compound_statement();
  if (compound != nullptr) {
    scratch_.push_back(compound);
  } else if (!failed_) {
    simple_statements();
  }
  return !failed_;
}

void Parser::simple_statements() {
  for (;;) {
    Stmt* one = simple_statement();
    if (failed_) return;
    scratch_.push_back(one);
    if (!accept(T::kSemicolon) || type() == T::kNewline) break;
  }
  expect(T::kNewline);
}

// nullptr when the line is none.
Stmt* Parser::compound_statement() {
  const Token& begin = token();
  switch (type()) {
    case T::kDef: return function_def(begin, false, {});
    case T::kClass: return class_def({});
    case T::kAt: return decorated();
    case T::kIf: return if_statement();
    case T::kFor: return for_statement(begin, false);
    case T::kWhile: return while_statement();
    case T::kWith: return with_statement(begin, false);
    case T::kTry: return try_statement();
    case T::kAsync:
      ++at_;
      if (type() == T::kDef) return function_def(begin, true, {});
      if (type() == T::kFor) return for_statement(begin, true);
      if (type() == T::kWith) return with_statement(begin, true);
      fail();
      return nullptr;
    case T::kName:
      if (text(begin) == "match" && at_match_statement()) return match_statement();
      return nullptr;
    default: return nullptr;
  }
}

Stmt* Parser::simple_statement() {
  const Token& begin = token();
  switch (type()) {
    case T::kReturn: return return_statement();
    case T::kRaise: return raise_statement();
    case T::kImport: return import_statement();
    case T::kFrom: return from_statement();
    case T::kDel: return delete_statement();
    case T::kAssert: return assert_statement();
    case T::kGlobal:
    case T::kNonlocal: return names_statement();
    case T::kPass: ++at_; return make<Pass>(begin);
    case T::kBreak: ++at_; return make<Break>(begin);
    case T::kContinue: ++at_; return make<Continue>(begin);
    case T::kName:
      if (text(begin) == "type" && type_after(1) == T::kName &&
          (type_after(2) == T::kEqual || type_after(2) == T::kLeftBracket)) {
        return type_alias();
      }
      return expression_statement();
    default: return expression_statement();
  }
}

Stmt* Parser::expression_statement() {
  const Token& begin = token();
  Expr* first = yield_or_star_expressions();
  Operator op = Operator::kAdd;
  if (type() == T::kEqual) {
    const size_t mark = scratch_.size();
    Expr* value = first;
    while (type() == T::kEqual && !failed_) {
      if (!make_target(value, TargetKind::kAssign)) {
        fail();
        break;
      }
      scratch_.push_back(value);
      ++at_;
      value = yield_or_star_expressions();
    }
    Assign* node = make<Assign>(begin);
    node->targets = take<Expr>(mark);
    node->value = value;
    return node;
  }
  if (type() == T::kColon) {
    if (!make_target(first, TargetKind::kSingle)) fail();
    ++at_;
    if (failed_) at_ = end_;
    Expr* annotation = expression();
    Expr* value = accept(T::kEqual) ? yield_or_star_expressions() : nullptr;
    AnnAssign* node = make<AnnAssign>(begin);
    node->target = first;
    node->annotation = annotation;
    node->value = value;
    node->simple = first->kind == NodeKind::kName && begin.type == T::kName ? 1 : 0;
    return node;
  }
  const Token& operator_token = token();
  if (augmented_operator(type(), &op)) {
    if (!make_target(first, TargetKind::kSingle)) {
      fail();
      return nullptr;
    }
    ++at_;
    Expr* value = yield_or_star_expressions();
    AugAssign* node = make<AugAssign>(begin);
    node->target = first;
    node->op = op;
    node->value = value;
    node->op_lineno = operator_token.lineno;
    node->op_col = operator_token.col_offset;
    return node;
  }
  ExprStmt* node = make<ExprStmt>(begin);
  node->value = first;
  return node;
}

Stmt* Parser::return_statement() {
  const Token& begin = expect(T::kReturn);
  Expr* value = type() == T::kNewline || type() == T::kSemicolon ? nullptr : star_expressions();
  Return* node = make<Return>(begin);
  node->value = value;
  return node;
}

Stmt* Parser::raise_statement() {
  const Token& begin = expect(T::kRaise);
  Expr* exc = nullptr;
  Expr* cause = nullptr;
  if (type() != T::kNewline && type() != T::kSemicolon) {
    exc = expression();
    if (accept(T::kFrom)) cause = expression();
  }
  Raise* node = make<Raise>(begin);
  node->exc = exc;
  node->cause = cause;
  return node;
}

Stmt* Parser::delete_statement() {
  const Token& begin = expect(T::kDel);
  const size_t mark = scratch_.size();
  do {
    if (scratch_.size() > mark && (type() == T::kNewline || type() == T::kSemicolon)) break;
    Expr* target = primary();
    if (!failed_ && !make_target(target, TargetKind::kDelete)) fail();
    scratch_.push_back(target);
  } while (accept(T::kComma));
  Delete* node = make<Delete>(begin);
  node->targets = take<Expr>(mark);
  return node;
}

Stmt* Parser::assert_statement() {
  const Token& begin = expect(T::kAssert);
  Expr* test = expression();
  Expr* msg = accept(T::kComma) ? expression() : nullptr;
  Assert* node = make<Assert>(begin);
  node->test = test;
  node->msg = msg;
  return node;
}

Identifier Parser::dotted_name() {
  const Identifier first = name();
  if (type() != T::kDot) return first;
  std::string whole(first);
  while (accept(T::kDot)) {
    whole += '.';
    whole += name();
  }
  return intern(whole);
}

Alias* Parser::import_alias(bool dotted) {
  const Token& begin = token();
  const Identifier imported = dotted ? dotted_name() : name();
  const Identifier asname = accept(T::kAs) ? name() : Identifier{};
  Alias* node = make<Alias>(begin);
  node->name = imported;
  node->asname = asname;
  return node;
}

Stmt* Parser::import_statement() {
  const Token& begin = expect(T::kImport);
  const size_t mark = scratch_.size();
  do scratch_.push_back(import_alias(true));
  while (accept(T::kComma));
  Import* node = make<Import>(begin);
  node->names = take<Alias>(mark);
  return node;
}

Stmt* Parser::from_statement() {
  const Token& begin = expect(T::kFrom);
  int level = 0;
  for (; type() == T::kDot || type() == T::kEllipsis; ++at_) level += type() == T::kDot ? 1 : 3;
  const Identifier module = level == 0 || type() == T::kName ? dotted_name() : Identifier{};
  expect(T::kImport);
  const size_t mark = scratch_.size();
  const Token& star = token();
  if (accept(T::kStar)) {
    Alias* alias = make<Alias>(star);
    alias->name = intern("*");
    scratch_.push_back(alias);
  } else {
    const bool parenthesized = accept(T::kLeftParen);
    do {
      if (parenthesized && scratch_.size() > mark && type() == T::kRightParen) break;
      scratch_.push_back(import_alias(false));
    } while (accept(T::kComma));
    if (parenthesized) expect(T::kRightParen);
  }
  ImportFrom* node = make<ImportFrom>(begin);
  node->module = module;
  node->names = take<Alias>(mark);
  node->level = level;
  return node;
}

Stmt* Parser::names_statement() {
  const Token& begin = *at_++;
  std::vector<Identifier> names;
  do names.push_back(name());
  while (accept(T::kComma));
  const auto kept = arena_.copy(std::span<const Identifier>(names));
  if (begin.type == T::kGlobal) {
    Global* node = make<Global>(begin);
    node->names = kept;
    return node;
  }
  Nonlocal* node = make<Nonlocal>(begin);
  node->names = kept;
  return node;
}

Stmt* Parser::type_alias() {
  const Token& begin = *at_++;
  const Token& name_token = expect(T::kName);
  Expr* alias = name_node(name_token, ExprContext::kStore);
  const auto params = type_params();
  expect(T::kEqual);
  Expr* value = expression();
  TypeAlias* node = make<TypeAlias>(begin);
  node->name = alias;
  node->type_params = params;
  node->value = value;
  return node;
}

}  // namespace simul::syntax
