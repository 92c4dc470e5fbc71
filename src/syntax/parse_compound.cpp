// Statements with blocks: branches, loops, with, try and match. Functions and classes are
// in parse_definitions.cpp.
#include "syntax/parser.hpp"

namespace simul::syntax {

std::span<Stmt*> Parser::block() {
  const size_t mark = scratch_.size();
  if (accept(T::kNewline)) {
    expect(T::kIndent);
    statements(T::kDedent);
    // Where the text stops inside the block, its mistake is known already.
    if (type() == T::kDedent) {
      ++at_;
    } else if (at_ != end_) {
      fail();
    }
  } else {
    simple_statements();
  }
  return take<Stmt>(mark);
}

std::span<Stmt*> Parser::else_block() {
  if (!accept(T::kElse)) return {};
  expect(T::kColon);
  return block();
}

Stmt* Parser::if_statement() {
  If* outer = nullptr;
  std::vector<If*> chain;
  If* current = nullptr;
  do {
    const Token& begin = *at_++;
    Expr* test = named_expression();
    expect(T::kColon);
    const auto body = block();
    if (failed_) return nullptr;
    If* node = make<If>(begin);
    node->test = test;
    node->body = body;
    if (current == nullptr) {
      outer = node;
    } else {
      Stmt* as_statement = node;
      current->orelse = arena_.copy(std::span<Stmt* const>(&as_statement, 1));
    }
    chain.push_back(node);
    current = node;
  } while (type() == T::kElif);
  current->orelse = else_block();
  if (failed_) return nullptr;
  for (If* node : chain) finish_block(node);
  return outer;
}

Stmt* Parser::while_statement() {
  const Token& begin = expect(T::kWhile);
  Expr* test = named_expression();
  expect(T::kColon);
  const auto body = block();
  const auto orelse = else_block();
  if (failed_) return nullptr;
  While* node = make<While>(begin);
  finish_block(node);
  node->test = test;
  node->body = body;
  node->orelse = orelse;
  return node;
}

Stmt* Parser::for_statement(const Token& begin, bool is_async) {
  expect(T::kFor);
  Expr* target = star_targets();
  expect(T::kIn);
  Expr* iter = star_expressions();
  expect(T::kColon);
  const auto body = block();
  const auto orelse = else_block();
  if (failed_) return nullptr;
  ForBase* node = nullptr;
  if (is_async) {
    node = make<AsyncFor>(begin);
  } else {
    node = make<For>(begin);
  }
  finish_block(node);
  node->target = target;
  node->iter = iter;
  node->body = body;
  node->orelse = orelse;
  return node;
}

void Parser::with_item() {
  const Token& begin = token();
  Expr* context = expression();
  Expr* vars = accept(T::kAs) ? star_target() : nullptr;
  if (vars != nullptr && type() != T::kComma && type() != T::kRightParen && type() != T::kColon)
    fail();
  WithItem* node = make<WithItem>(begin);
  node->context_expr = context;
  node->optional_vars = vars;
  scratch_.push_back(node);
}

Stmt* Parser::with_statement(const Token& begin, bool is_async) {
  expect(T::kWith);
  const size_t mark = scratch_.size();
  // `with (a as b, c):` first; what is in brackets may also be the beginning of an expression.
  const Token* retry = at_;
  const size_t warnings_before = warnings_.size();
  bool parenthesized = false;
  if (accept(T::kLeftParen)) {
    do {
      if (scratch_.size() > mark && type() == T::kRightParen) break;
      with_item();
    } while (accept(T::kComma));
    parenthesized = accept(T::kRightParen) && type() == T::kColon;
    if (!parenthesized) {
      scratch_.resize(mark);
      warnings_.resize(warnings_before);
      failed_ = false;
      at_ = retry;
    }
  }
  if (!parenthesized) {
    do with_item();
    while (accept(T::kComma));
  }
  const auto items = take<WithItem>(mark);
  expect(T::kColon);
  const auto body = block();
  if (failed_) return nullptr;
  WithBase* node = nullptr;
  if (is_async) {
    node = make<AsyncWith>(begin);
  } else {
    node = make<With>(begin);
  }
  finish_block(node);
  node->items = items;
  node->body = body;
  return node;
}

Stmt* Parser::try_statement() {
  const Token& begin = expect(T::kTry);
  expect(T::kColon);
  const auto body = block();
  const size_t mark = scratch_.size();
  bool star = false;
  while (type() == T::kExcept) {
    const Token& handler_begin = *at_++;
    const bool this_star = accept(T::kStar);
    if (scratch_.size() > mark && this_star != star) fail();
    star = this_star;
    Expr* caught = type() == T::kColon && !star ? nullptr : expression();
    const Identifier bound = caught != nullptr && accept(T::kAs) ? name() : Identifier{};
    expect(T::kColon);
    const auto handler_body = block();
    if (failed_) return nullptr;
    ExceptHandler* handler = make<ExceptHandler>(handler_begin);
    finish_block(handler);
    handler->type = caught;
    handler->name = bound;
    handler->body = handler_body;
    scratch_.push_back(handler);
  }
  const auto handlers = take<ExceptHandler>(mark);
  const auto orelse = handlers.empty() ? std::span<Stmt*>{} : else_block();
  std::span<Stmt*> finalbody;
  if (accept(T::kFinally)) {
    expect(T::kColon);
    finalbody = block();
  } else if (handlers.empty()) {
    fail();
  }
  if (failed_) return nullptr;
  TryBase* node = nullptr;
  if (star) {
    node = make<TryStar>(begin);
  } else {
    node = make<Try>(begin);
  }
  finish_block(node);
  node->body = body;
  node->handlers = handlers;
  node->orelse = orelse;
  node->finalbody = finalbody;
  return node;
}

// `match` is a name unless a subject, a colon and a block with `case` follow.
bool Parser::at_match_statement() {
  if (!begins_expression(type_after(1))) return false;
  // The line of a match statement ends with a colon; look for it before trying to read the line.
  const Token* line_end = at_;
  while (line_end < end_ && line_end->type != T::kNewline && line_end->type != T::kEnd) ++line_end;
  if (line_end + 2 >= end_ || line_end[-1].type != T::kColon || line_end[1].type != T::kIndent)
    return false;
  return line_end[2].type == T::kName && text(line_end[2]) == "case";
}

Stmt* Parser::match_statement() {
  const Token& begin = *at_++;
  const Token& subject_begin = token();
  Expr* subject = star_named_expression();
  const size_t mark = scratch_.size();
  if (type() == T::kComma) {
    scratch_.push_back(subject);
    while (accept(T::kComma)) {
      if (type() == T::kColon) break;
      scratch_.push_back(star_named_expression());
    }
    Tuple* tuple = make<Tuple>(subject_begin);
    tuple->elts = take<Expr>(mark);
    subject = tuple;
  } else if (subject->kind == NodeKind::kStarred) {
    fail();
  }
  expect(T::kColon);
  expect(T::kNewline);
  expect(T::kIndent);
  while (!failed_ && at_soft("case")) {
    const Token& case_begin = *at_++;
    Pattern* pattern = patterns();
    Expr* guard = accept(T::kIf) ? named_expression() : nullptr;
    expect(T::kColon);
    const auto body = block();
    if (failed_) return nullptr;
    MatchCase* node = make<MatchCase>(case_begin);
    node->pattern = pattern;
    node->guard = guard;
    node->body = body;
    scratch_.push_back(node);
  }
  const auto cases = take<MatchCase>(mark);
  if (at_ != end_ || failed_) expect(T::kDedent);
  if (failed_) return nullptr;
  Match* node = make<Match>(begin);
  finish_block(node);
  node->subject = subject;
  node->cases = cases;
  return node;
}

}  // namespace simul::syntax
