// Statements with blocks: functions, classes, branches, loops, with, try and match.
#include "syntax/parser.hpp"

namespace simul::syntax {
namespace {

using T = TokenType;

}  // namespace

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

Stmt* Parser::decorated() {
  const size_t mark = scratch_.size();
  while (accept(T::kAt)) {
    scratch_.push_back(named_expression());
    expect(T::kNewline);
  }
  const auto decorators = take<Expr>(mark);
  const Token& begin = token();
  if (type() == T::kClass) return class_def(decorators);
  const bool is_async = accept(T::kAsync);
  return function_def(begin, is_async, decorators);
}

Stmt* Parser::function_def(const Token& begin, bool is_async, std::span<Expr*> decorators) {
  expect(T::kDef);
  const Identifier function_name = name();
  const auto params = type_params();
  expect(T::kLeftParen);
  Arguments* args = parameters(false);
  expect(T::kRightParen);
  Expr* returns = accept(T::kArrow) ? expression() : nullptr;
  expect(T::kColon);
  const auto body = block();
  if (failed_) return nullptr;
  FunctionDefBase* node = nullptr;
  if (is_async) {
    node = make<AsyncFunctionDef>(begin);
  } else {
    node = make<FunctionDef>(begin);
  }
  finish_block(node);
  node->name = function_name;
  node->args = args;
  node->body = body;
  node->decorator_list = decorators;
  node->returns = returns;
  node->type_params = params;
  return node;
}

Stmt* Parser::class_def(std::span<Expr*> decorators) {
  const Token& begin = expect(T::kClass);
  const Identifier class_name = name();
  const auto params = type_params();
  std::span<Expr*> bases;
  std::span<Keyword*> keywords;
  if (type() == T::kLeftParen) {
    Call* arguments = as<Call>(call(nullptr, token()));
    bases = arguments->args;
    keywords = arguments->keywords;
  }
  expect(T::kColon);
  const auto body = block();
  if (failed_) return nullptr;
  ClassDef* node = make<ClassDef>(begin);
  finish_block(node);
  node->name = class_name;
  node->bases = bases;
  node->keywords = keywords;
  node->body = body;
  node->decorator_list = decorators;
  node->type_params = params;
  return node;
}

Arg* Parser::parameter(bool lambda, bool star) {
  const Token& begin = token();
  const Identifier arg = name();
  Expr* annotation = nullptr;
  if (!lambda && accept(T::kColon)) annotation = star ? star_expression() : expression();
  Arg* node = make<Arg>(begin);
  node->arg = arg;
  node->annotation = annotation;
  return node;
}

Arguments* Parser::parameters(bool lambda) {
  const T close = lambda ? T::kColon : T::kRightParen;
  std::vector<Arg*> posonly;
  std::vector<Arg*> args;
  std::vector<Arg*> kwonly;
  std::vector<Expr*> defaults;
  std::vector<Expr*> kw_defaults;
  Arg* vararg = nullptr;
  Arg* kwarg = nullptr;
  bool slash = false;
  bool star = false;
  while (type() != close && !failed_) {
    if (kwarg != nullptr) {
      fail();
    } else if (type() == T::kSlash) {
      if (slash || star || args.empty()) fail();
      slash = true;
      if (!failed_) ++at_;
      posonly.swap(args);
    } else if (type() == T::kStar) {
      if (star) fail();
      star = true;
      if (!failed_) ++at_;
      if (type() == T::kComma) {
        if (type_after(1) != T::kName) fail();
      } else {
        vararg = parameter(lambda, true);
      }
    } else if (accept(T::kDoubleStar)) {
      kwarg = parameter(lambda, false);
    } else {
      Arg* arg = parameter(lambda, false);
      Expr* value = accept(T::kEqual) ? expression() : nullptr;
      if (star) {
        kwonly.push_back(arg);
        kw_defaults.push_back(value);
      } else {
        if (value == nullptr && !defaults.empty()) fail();
        args.push_back(arg);
        if (value != nullptr) defaults.push_back(value);
      }
    }
    if (!accept(T::kComma)) break;
  }
  if (type() != close) fail();
  Arguments* node = arena_.make<Arguments>();
  node->kind = NodeKind::kArguments;
  node->posonlyargs = arena_.copy(std::span<Arg* const>(posonly));
  node->args = arena_.copy(std::span<Arg* const>(args));
  node->vararg = vararg;
  node->kwonlyargs = arena_.copy(std::span<Arg* const>(kwonly));
  node->kw_defaults = arena_.copy(std::span<Expr* const>(kw_defaults));
  node->kwarg = kwarg;
  node->defaults = arena_.copy(std::span<Expr* const>(defaults));
  return node;
}

std::span<TypeParam*> Parser::type_params() {
  if (!accept(T::kLeftBracket)) return {};
  const size_t mark = scratch_.size();
  do {
    if (scratch_.size() > mark && type() == T::kRightBracket) break;
    const Token& begin = token();
    if (accept(T::kStar)) {
      const Identifier param = name();
      Expr* value = accept(T::kEqual) ? star_expression() : nullptr;
      TypeVarTuple* node = make<TypeVarTuple>(begin);
      node->name = param;
      node->default_value = value;
      scratch_.push_back(node);
    } else if (accept(T::kDoubleStar)) {
      const Identifier param = name();
      Expr* value = accept(T::kEqual) ? expression() : nullptr;
      ParamSpec* node = make<ParamSpec>(begin);
      node->name = param;
      node->default_value = value;
      scratch_.push_back(node);
    } else {
      const Identifier param = name();
      Expr* bound = accept(T::kColon) ? expression() : nullptr;
      Expr* value = accept(T::kEqual) ? expression() : nullptr;
      TypeVar* node = make<TypeVar>(begin);
      node->name = param;
      node->bound = bound;
      node->default_value = value;
      scratch_.push_back(node);
    }
  } while (accept(T::kComma));
  expect(T::kRightBracket);
  return take<TypeParam>(mark);
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
  switch (type_after(1)) {
    case T::kName:
    case T::kNumber:
    case T::kString:
    case T::kFStringStart:
    case T::kLeftParen:
    case T::kLeftBracket:
    case T::kLeftBrace:
    case T::kMinus:
    case T::kPlus:
    case T::kTilde:
    case T::kStar:
    case T::kEllipsis:
    case T::kTrue:
    case T::kFalse:
    case T::kNone:
    case T::kNot:
    case T::kAwait:
    case T::kLambda: break;
    default: return false;
  }
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
