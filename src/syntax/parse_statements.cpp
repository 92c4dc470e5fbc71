// Statements, blocks, and going on behind a broken statement.
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

// --- compound statements
// ----------------------------------------------------------------------------------------

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
