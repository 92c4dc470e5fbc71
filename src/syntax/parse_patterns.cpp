// The patterns of `case`.
#include "syntax/parser.hpp"

namespace simul::syntax {

Pattern* Parser::patterns() {
  const Token& begin = token();
  const size_t mark = scratch_.size();
  Pattern* first = maybe_star_pattern();
  if (type() != T::kComma) {
    if (first->kind == NodeKind::kMatchStar) fail();
    return first;
  }
  scratch_.push_back(first);
  while (accept(T::kComma)) {
    if (type() == T::kColon || type() == T::kIf) break;
    scratch_.push_back(maybe_star_pattern());
  }
  MatchSequence* node = make<MatchSequence>(begin);
  node->patterns = take<Pattern>(mark);
  return node;
}

Pattern* Parser::maybe_star_pattern() {
  const Token& begin = token();
  if (!accept(T::kStar)) return pattern();
  const Identifier captured = capture_name();
  MatchStar* node = make<MatchStar>(begin);
  node->name = captured;
  return node;
}

// A name that is bound; not set for `_`.
Identifier Parser::capture_name() {
  const Token& t = expect(T::kName);
  if (failed_) return {};
  if (type() == T::kDot || type() == T::kLeftParen || type() == T::kEqual) fail();
  return text(t) == "_" ? Identifier{} : intern(text(t));
}

Pattern* Parser::pattern() {
  constexpr int kCost = 25;
  const Token& begin = token();
  const size_t mark = scratch_.size();
  Pattern* result = nullptr;
  if (enter(kCost)) {
    result = closed_pattern();
    if (type() == T::kVerticalBar) {
      scratch_.push_back(result);
      while (accept(T::kVerticalBar)) scratch_.push_back(closed_pattern());
      MatchOr* node = make<MatchOr>(begin);
      node->patterns = take<Pattern>(mark);
      result = node;
    }
    if (accept(T::kAs)) {
      const Identifier captured = capture_name();
      if (!is_set(captured)) fail();
      MatchAs* node = make<MatchAs>(begin);
      node->pattern = result;
      node->name = captured;
      result = node;
    }
  } else {
    result = make<MatchAs>(begin);
  }
  depth_ -= kCost;
  return result;
}

Pattern* Parser::closed_pattern() {
  const Token& begin = token();
  switch (type()) {
    case T::kNone:
    case T::kTrue:
    case T::kFalse: {
      ++at_;
      MatchSingleton* node = make<MatchSingleton>(begin);
      node->value = begin.type == T::kNone   ? ConstantKind::kNone
                    : begin.type == T::kTrue ? ConstantKind::kTrue
                                             : ConstantKind::kFalse;
      return node;
    }
    case T::kNumber:
    case T::kPlus:
    case T::kMinus:
    case T::kString:
    case T::kFStringStart: {
      Expr* value = pattern_literal();
      MatchValue* node = make<MatchValue>(begin);
      node->value = value;
      return node;
    }
    case T::kName: return name_pattern();
    case T::kLeftParen: return ++at_, sequence_pattern(begin, T::kRightParen);
    case T::kLeftBracket: return ++at_, sequence_pattern(begin, T::kRightBracket);
    case T::kLeftBrace: return mapping_pattern();
    default: fail(); return make<MatchAs>(begin);
  }
}

Pattern* Parser::sequence_pattern(const Token& begin, T close) {
  const size_t mark = scratch_.size();
  bool comma = false;
  while (type() != close && !failed_) {
    scratch_.push_back(maybe_star_pattern());
    if (!accept(T::kComma)) break;
    comma = true;
  }
  expect(close);
  if (close == T::kRightParen && !comma && scratch_.size() == mark + 1) {
    auto* inner = static_cast<Pattern*>(scratch_.back());
    scratch_.resize(mark);
    if (inner->kind == NodeKind::kMatchStar) fail();
    return inner;
  }
  MatchSequence* node = make<MatchSequence>(begin);
  node->patterns = take<Pattern>(mark);
  return node;
}

// A number with its sign, `a + bj`, or strings.
Expr* Parser::pattern_literal() {
  const Token& begin = token();
  if (begin.type == T::kString || begin.type == T::kFStringStart) return strings();
  const auto signed_number = [&]() -> Expr* {
    const Token& sign = token();
    if (type() != T::kMinus && type() != T::kPlus)
      return type() == T::kNumber ? number() : bad_expression();
    ++at_;
    Expr* operand = type() == T::kNumber ? number() : bad_expression();
    if (sign.type == T::kPlus) return operand;
    UnaryOp* node = make<UnaryOp>(sign);
    node->op = UnaryOperator::kUSub;
    node->operand = operand;
    return node;
  };
  Expr* left = signed_number();
  const Token& op = token();
  if (type() != T::kPlus && type() != T::kMinus) return left;
  const Expr* real = left->kind == NodeKind::kUnaryOp ? as<UnaryOp>(left)->operand : left;
  const Token& real_token = op.type == T::kError ? op : (&op)[-1];
  if (!failed_ && as<Constant>(real)->constant_kind == ConstantKind::kImaginary) {
    fail_known("real number required in complex literal", real_token);
    return left;
  }
  ++at_;
  const Token& imaginary_token = token();
  Expr* right = type() == T::kNumber ? number() : bad_expression();
  if (!failed_ && as<Constant>(right)->constant_kind != ConstantKind::kImaginary) {
    --at_;
    fail_known("imaginary number required in complex literal", imaginary_token);
    return left;
  }
  BinOp* node = make<BinOp>(begin);
  node->left = left;
  node->op = op.type == T::kPlus ? Operator::kAdd : Operator::kSub;
  node->right = right;
  node->op_lineno = op.lineno;
  node->op_col = op.col_offset;
  return node;
}

// The dotted name that begins at `first`, which was read.
Expr* Parser::pattern_attribute(const Token& first) {
  Expr* node = name_node(first, ExprContext::kLoad);
  while (accept(T::kDot)) {
    const Identifier attr = name();
    Attribute* attribute = make<Attribute>(first);
    attribute->value = node;
    attribute->attr = attr;
    node = attribute;
  }
  return node;
}

Pattern* Parser::name_pattern() {
  const Token& begin = expect(T::kName);
  if (type() == T::kDot || type() == T::kLeftParen) {
    Expr* value = pattern_attribute(begin);
    if (type() == T::kLeftParen) return class_pattern(value);
    if (type() == T::kEqual) fail();
    MatchValue* node = make<MatchValue>(begin);
    node->value = value;
    return node;
  }
  if (type() == T::kEqual) fail();
  MatchAs* node = make<MatchAs>(begin);
  if (!failed_ && text(begin) != "_") node->name = intern(text(begin));
  return node;
}

Pattern* Parser::class_pattern(Expr* cls) {
  expect(T::kLeftParen);
  const size_t mark = scratch_.size();
  std::vector<Identifier> attributes;
  std::vector<Pattern*> keyword_patterns;
  while (type() != T::kRightParen && !failed_) {
    if (type() == T::kName && type_after(1) == T::kEqual) {
      attributes.push_back(intern(text(token())));
      at_ += 2;
      keyword_patterns.push_back(pattern());
    } else {
      if (!attributes.empty()) fail();
      scratch_.push_back(pattern());
    }
    if (!accept(T::kComma)) break;
  }
  expect(T::kRightParen);
  MatchClass* node = make<MatchClass>(cls);
  node->cls = cls;
  node->patterns = take<Pattern>(mark);
  node->kwd_attrs = arena_.copy(std::span<const Identifier>(attributes));
  node->kwd_patterns = arena_.copy(std::span<Pattern* const>(keyword_patterns));
  return node;
}

Pattern* Parser::mapping_pattern() {
  const Token& begin = expect(T::kLeftBrace);
  const size_t mark = scratch_.size();
  std::vector<Expr*> keys;
  Identifier rest;
  while (type() != T::kRightBrace && !failed_) {
    if (accept(T::kDoubleStar)) {
      rest = capture_name();
      if (!is_set(rest)) fail();
      accept(T::kComma);
      break;
    }
    const Token& first = token();
    Expr* key = nullptr;
    switch (type()) {
      case T::kName:
        ++at_;
        if (type() != T::kDot) fail();
        key = pattern_attribute(first);
        break;
      case T::kNone: key = constant(ConstantKind::kNone); break;
      case T::kTrue: key = constant(ConstantKind::kTrue); break;
      case T::kFalse: key = constant(ConstantKind::kFalse); break;
      default: key = pattern_literal(); break;
    }
    keys.push_back(key);
    expect(T::kColon);
    scratch_.push_back(pattern());
    if (!accept(T::kComma)) break;
  }
  expect(T::kRightBrace);
  MatchMapping* node = make<MatchMapping>(begin);
  node->keys = arena_.copy(std::span<Expr* const>(keys));
  node->patterns = take<Pattern>(mark);
  node->rest = rest;
  return node;
}

}  // namespace simul::syntax
