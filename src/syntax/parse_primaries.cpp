// What operators work on: names, numbers, constants, and the attributes, calls and subscripts
// behind them. What stands in brackets by itself is in parse_displays.cpp.
#include "syntax/literals.hpp"
#include "syntax/parser.hpp"

namespace simul::syntax {

Expr* Parser::primary() {
  const Token& begin = token();
  return trailers(atom(), begin);
}

Expr* Parser::trailers(Expr* node, const Token& begin) {
  for (;;) {
    switch (type()) {
      case T::kDot: {
        ++at_;
        const Identifier attr = name();
        Attribute* attribute = make<Attribute>(begin);
        attribute->value = node;
        attribute->attr = attr;
        node = attribute;
        break;
      }
      case T::kLeftParen: node = call(node, begin); break;
      case T::kLeftBracket: node = subscript(node, begin); break;
      default: return node;
    }
  }
}

Expr* Parser::call(Expr* func, const Token& begin) {
  const Token& paren = expect(T::kLeftParen);
  const size_t mark = scratch_.size();
  std::vector<Node*> keywords;
  bool double_star = false;
  while (type() != T::kRightParen && !failed_) {
    const Token& first = token();
    if (accept(T::kDoubleStar)) {
      Expr* value = expression();
      Keyword* keyword = make<Keyword>(first);
      keyword->value = value;
      keywords.push_back(keyword);
      double_star = true;
    } else if (first.type == T::kName && type_after(1) == T::kEqual) {
      at_ += 2;
      Expr* value = expression();
      Keyword* keyword = make<Keyword>(first);
      keyword->arg = intern(text(first));
      keyword->value = value;
      keywords.push_back(keyword);
    } else if (accept(T::kStar)) {
      if (double_star) fail();
      Expr* value = expression();
      Starred* starred = make<Starred>(first);
      starred->value = value;
      scratch_.push_back(starred);
    } else {
      if (!keywords.empty()) fail();
      Expr* value = named_expression();
      if (type() == T::kFor || type() == T::kAsync) {
        const auto generators = comprehension_clauses();
        if (scratch_.size() != mark || func == nullptr) fail();
        expect(T::kRightParen);
        GeneratorExp* generator = make<GeneratorExp>(paren);
        generator->elt = value;
        generator->generators = generators;
        scratch_.push_back(generator);
        --at_;  // the call's own parenthesis
        break;
      }
      scratch_.push_back(value);
    }
    if (!accept(T::kComma)) break;
  }
  expect(T::kRightParen);
  Call* node = make<Call>(begin);
  node->func = func;
  node->args = take<Expr>(mark);
  for (Node* keyword : keywords) scratch_.push_back(keyword);
  node->keywords = take<Keyword>(mark);
  node->paren_lineno = paren.lineno;
  node->paren_col = paren.col_offset;
  return node;
}

Expr* Parser::subscript(Expr* value, const Token& begin) {
  const Token& bracket = expect(T::kLeftBracket);
  const Token& first = token();
  Expr* index = slice();
  if (type() == T::kComma || index->kind == NodeKind::kStarred) {
    const size_t mark = scratch_.size();
    scratch_.push_back(index);
    while (accept(T::kComma)) {
      if (type() == T::kRightBracket) break;
      scratch_.push_back(slice());
    }
    Tuple* tuple = make<Tuple>(first);
    tuple->elts = take<Expr>(mark);
    index = tuple;
  }
  expect(T::kRightBracket);
  Subscript* node = make<Subscript>(begin);
  node->value = value;
  node->slice = index;
  node->bracket_lineno = bracket.lineno;
  node->bracket_col = bracket.col_offset;
  return node;
}

Expr* Parser::slice() {
  const Token& begin = token();
  if (accept(T::kStar)) {
    Expr* value = expression();
    Starred* node = make<Starred>(begin);
    node->value = value;
    return node;
  }
  const auto at_part_end = [&] {
    return type() == T::kColon || type() == T::kComma || type() == T::kRightBracket;
  };
  Expr* lower = nullptr;
  if (type() != T::kColon) {
    lower = named_expression();
    if (type() != T::kColon) return lower;
    if (begin.type == T::kName && begin.end != 0 && (&begin)[1].type == T::kColonEqual)
      return bad_expression();
  }
  expect(T::kColon);
  Expr* upper = at_part_end() ? nullptr : expression();
  Expr* step = nullptr;
  if (accept(T::kColon) && !at_part_end()) step = expression();
  Slice* node = make<Slice>(begin);
  node->lower = lower;
  node->upper = upper;
  node->step = step;
  return node;
}

Expr* Parser::constant(ConstantKind kind) {
  const Token& begin = *at_++;
  Constant* node = make<Constant>(begin);
  node->constant_kind = kind;
  return node;
}

Expr* Parser::number() {
  const Token& t = *at_++;
  Constant* node = make<Constant>(t);
  std::string problem = read_number(text(t), arena_, *node);
  if (!problem.empty()) {
    --at_;
    fail_known(std::move(problem), t);
  }
  return node;
}

Expr* Parser::atom() {
  switch (type()) {
    case T::kName: {
      const Token& t = *at_++;
      return name_node(t, ExprContext::kLoad);
    }
    case T::kNumber: return number();
    case T::kString:
    case T::kFStringStart: return strings();
    case T::kLeftParen: return parenthesized();
    case T::kLeftBracket: return list_display();
    case T::kLeftBrace: return brace_display();
    case T::kTrue: return constant(ConstantKind::kTrue);
    case T::kFalse: return constant(ConstantKind::kFalse);
    case T::kNone: return constant(ConstantKind::kNone);
    case T::kEllipsis: return constant(ConstantKind::kEllipsis);
    default: return bad_expression();
  }
}

}  // namespace simul::syntax
