// Functions and classes: their decorators, parameters (a lambda's too) and type parameters.
#include "syntax/parser.hpp"

namespace simul::syntax {

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

}  // namespace simul::syntax
