// Expressions, loosest binding first.
#include "syntax/literals.hpp"
#include "syntax/parser.hpp"

namespace simul::syntax {
namespace {

using T = TokenType;

struct BinaryOperator {
  int precedence;  // 0: not a binary operator
  Operator op;
};

BinaryOperator binary_operator(T type) {
  switch (type) {
    case T::kVerticalBar: return {1, Operator::kBitOr};
    case T::kCaret: return {2, Operator::kBitXor};
    case T::kAmpersand: return {3, Operator::kBitAnd};
    case T::kLeftShift: return {4, Operator::kLShift};
    case T::kRightShift: return {4, Operator::kRShift};
    case T::kPlus: return {5, Operator::kAdd};
    case T::kMinus: return {5, Operator::kSub};
    case T::kStar: return {6, Operator::kMult};
    case T::kSlash: return {6, Operator::kDiv};
    case T::kDoubleSlash: return {6, Operator::kFloorDiv};
    case T::kPercent: return {6, Operator::kMod};
    case T::kAt: return {6, Operator::kMatMult};
    default: return {0, Operator::kAdd};
  }
}

// Whether an expression may begin with the token; decides if a trailing comma ends a tuple.
bool begins_expression(T type) {
  switch (type) {
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
    case T::kLambda: return true;
    default: return false;
  }
}

}  // namespace

Expr* Parser::star_expressions() {
  const Token& begin = token();
  Expr* first = star_expression();
  if (type() != T::kComma) return first;
  const size_t mark = scratch_.size();
  scratch_.push_back(first);
  while (accept(T::kComma)) {
    if (!begins_expression(type())) break;
    scratch_.push_back(star_expression());
  }
  Tuple* node = make<Tuple>(begin);
  node->elts = take<Expr>(mark);
  return node;
}

Expr* Parser::star_expression() {
  const Token& begin = token();
  if (!accept(T::kStar)) return expression();
  Expr* value = binary(1);
  Starred* node = make<Starred>(begin);
  node->value = value;
  return node;
}

Expr* Parser::star_named_expression() {
  return type() == T::kStar ? star_expression() : named_expression();
}

Expr* Parser::named_expression() {
  const Token& begin = token();
  if (begin.type != T::kName || type_after(1) != T::kColonEqual) return expression();
  Expr* target = (++at_, name_node(begin, ExprContext::kStore));
  expect(T::kColonEqual);
  Expr* value = expression();
  NamedExpr* node = make<NamedExpr>(begin);
  node->target = target;
  node->value = value;
  return node;
}

Expr* Parser::yield_or_star_expressions() {
  return type() == T::kYield ? yield_expression() : star_expressions();
}

Expr* Parser::yield_expression() {
  const Token& begin = expect(T::kYield);
  if (accept(T::kFrom)) {
    Expr* value = expression();
    YieldFrom* node = make<YieldFrom>(begin);
    node->value = value;
    return node;
  }
  Expr* value = begins_expression(type()) ? star_expressions() : nullptr;
  Yield* node = make<Yield>(begin);
  node->value = value;
  return node;
}

Expr* Parser::expression() {
  constexpr int kCost = 25;
  if (!enter(kCost)) return bad_expression();
  const Token& begin = token();
  Expr* result = begin.type == T::kLambda ? lambda() : disjunction();
  if (type() == T::kIf && begin.type != T::kLambda) {
    // a if b else c if d else e: read in a row, built from the right.
    struct Branch {
      const Token* begin;
      Expr* body;
      Expr* test;
    };
    std::vector<Branch> branches;
    const Token* from = &begin;
    while (type() == T::kIf && !failed_) {
      ++at_;
      Expr* test = disjunction();
      expect(T::kElse);
      branches.push_back({from, result, test});
      from = at_;
      if (!enter(1)) break;
      if (type() == T::kLambda) {
        result = lambda();
        break;
      }
      result = disjunction();
    }
    depth_ -= static_cast<int>(branches.size());
    for (auto b = branches.rbegin(); b != branches.rend(); ++b) {
      IfExp* node = make<IfExp>(*b->begin);
      node->test = b->test;
      node->body = b->body;
      node->orelse = result;
      result = node;
    }
  }
  depth_ -= kCost;
  return result;
}

Expr* Parser::lambda() {
  const Token& begin = expect(T::kLambda);
  Arguments* args = parameters(true);
  expect(T::kColon);
  Expr* body = expression();
  Lambda* node = make<Lambda>(begin);
  node->args = args;
  node->body = body;
  return node;
}

Expr* Parser::disjunction() {
  const Token& begin = token();
  Expr* first = conjunction();
  if (type() != T::kOr) return first;
  const size_t mark = scratch_.size();
  scratch_.push_back(first);
  while (accept(T::kOr)) scratch_.push_back(conjunction());
  BoolOp* node = make<BoolOp>(begin);
  node->op = BoolOperator::kOr;
  node->values = take<Expr>(mark);
  return node;
}

Expr* Parser::conjunction() {
  const Token& begin = token();
  Expr* first = inversion();
  if (type() != T::kAnd) return first;
  const size_t mark = scratch_.size();
  scratch_.push_back(first);
  while (accept(T::kAnd)) scratch_.push_back(inversion());
  BoolOp* node = make<BoolOp>(begin);
  node->op = BoolOperator::kAnd;
  node->values = take<Expr>(mark);
  return node;
}

Expr* Parser::inversion() {
  const Token* begin = at_;
  if (begin->type != T::kNot) return comparison();
  int count = 0;
  while (accept(T::kNot)) ++count;
  Expr* result = enter(count) ? comparison() : bad_expression();
  depth_ -= count;
  for (int i = count - 1; i >= 0; --i) {
    UnaryOp* node = make<UnaryOp>(begin[i]);
    node->op = UnaryOperator::kNot;
    node->operand = result;
    result = node;
  }
  return result;
}

Expr* Parser::comparison() {
  const Token& begin = token();
  Expr* left = binary(1);
  std::vector<CmpOp> ops;
  size_t mark = scratch_.size();
  for (;;) {
    CmpOp op = CmpOp::kEq;
    switch (type()) {
      case T::kEqualEqual: op = CmpOp::kEq; break;
      case T::kNotEqual: op = CmpOp::kNotEq; break;
      case T::kLess: op = CmpOp::kLt; break;
      case T::kLessEqual: op = CmpOp::kLtE; break;
      case T::kGreater: op = CmpOp::kGt; break;
      case T::kGreaterEqual: op = CmpOp::kGtE; break;
      case T::kIn: op = CmpOp::kIn; break;
      case T::kIs: op = type_after(1) == T::kNot ? CmpOp::kIsNot : CmpOp::kIs; break;
      case T::kNot:
        if (type_after(1) == T::kIn) {
          op = CmpOp::kNotIn;
          break;
        }
        [[fallthrough]];
      default:
        if (ops.empty()) return left;
        Compare* node = make<Compare>(begin);
        node->left = left;
        node->ops = arena_.copy(std::span<const CmpOp>(ops));
        node->comparators = take<Expr>(mark);
        return node;
    }
    at_ += op == CmpOp::kIsNot || op == CmpOp::kNotIn ? 2 : 1;
    ops.push_back(op);
    scratch_.push_back(binary(1));
  }
}

Expr* Parser::binary(int precedence) {
  const Token& begin = token();
  Expr* left = factor();
  for (;;) {
    const Token& op = token();
    const BinaryOperator found = binary_operator(op.type);
    if (found.precedence < precedence || found.precedence == 0) return left;
    ++at_;
    Expr* right = found.precedence == 6 ? factor() : binary(found.precedence + 1);
    BinOp* node = make<BinOp>(begin);
    node->left = left;
    node->op = found.op;
    node->right = right;
    node->op_lineno = op.lineno;
    node->op_col = op.col_offset;
    left = node;
  }
}

Expr* Parser::factor() {
  const Token* begin = at_;
  int count = 0;
  while (type() == T::kMinus || type() == T::kPlus || type() == T::kTilde) {
    ++at_;
    ++count;
  }
  if (count == 0) return power();
  Expr* result = enter(count) ? power() : bad_expression();
  depth_ -= count;
  for (int i = count - 1; i >= 0; --i) {
    UnaryOp* node = make<UnaryOp>(begin[i]);
    node->op = begin[i].type == T::kMinus  ? UnaryOperator::kUSub
               : begin[i].type == T::kPlus ? UnaryOperator::kUAdd
                                           : UnaryOperator::kInvert;
    node->operand = result;
    result = node;
  }
  return result;
}

Expr* Parser::power() {
  const Token& begin = token();
  Expr* base = nullptr;
  if (accept(T::kAwait)) {
    Expr* value = primary();
    Await* node = make<Await>(begin);
    node->value = value;
    base = node;
  } else {
    base = primary();
  }
  const Token& op = token();
  if (!accept(T::kDoubleStar)) return base;
  constexpr int kCost = 6;
  Expr* right = enter(kCost) ? factor() : bad_expression();
  depth_ -= kCost;
  BinOp* node = make<BinOp>(begin);
  node->left = base;
  node->op = Operator::kPow;
  node->right = right;
  node->op_lineno = op.lineno;
  node->op_col = op.col_offset;
  return node;
}

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

Expr* Parser::parenthesized() {
  const Token& begin = expect(T::kLeftParen);
  if (type() == T::kYield) {
    Expr* inner = yield_expression();
    expect(T::kRightParen);
    return inner;
  }
  const size_t mark = scratch_.size();
  if (type() != T::kRightParen) {
    Expr* first = star_named_expression();
    if (type() == T::kFor || type() == T::kAsync) {
      if (first->kind == NodeKind::kStarred) return bad_expression();
      const auto generators = comprehension_clauses();
      expect(T::kRightParen);
      GeneratorExp* node = make<GeneratorExp>(begin);
      node->elt = first;
      node->generators = generators;
      return node;
    }
    if (type() != T::kComma) {
      expect(T::kRightParen);
      if (first->kind == NodeKind::kStarred && !failed_) {
        --at_;
        return bad_expression();
      }
      return first;
    }
    scratch_.push_back(first);
    while (accept(T::kComma)) {
      if (type() == T::kRightParen) break;
      scratch_.push_back(star_named_expression());
    }
  }
  expect(T::kRightParen);
  Tuple* node = make<Tuple>(begin);
  node->elts = take<Expr>(mark);
  return node;
}

Expr* Parser::list_display() {
  const Token& begin = expect(T::kLeftBracket);
  const size_t mark = scratch_.size();
  while (type() != T::kRightBracket && !failed_) {
    Expr* element = star_named_expression();
    if (scratch_.size() == mark && (type() == T::kFor || type() == T::kAsync)) {
      if (element->kind == NodeKind::kStarred) return bad_expression();
      const auto generators = comprehension_clauses();
      expect(T::kRightBracket);
      ListComp* node = make<ListComp>(begin);
      node->elt = element;
      node->generators = generators;
      return node;
    }
    scratch_.push_back(element);
    if (!accept(T::kComma)) break;
  }
  expect(T::kRightBracket);
  List* node = make<List>(begin);
  node->elts = take<Expr>(mark);
  return node;
}

Expr* Parser::brace_display() {
  const Token& begin = expect(T::kLeftBrace);
  const size_t mark = scratch_.size();
  if (type() == T::kRightBrace) {
    ++at_;
    return make<Dict>(begin);
  }
  const bool named = type() == T::kName && type_after(1) == T::kColonEqual;
  Expr* first = type() == T::kDoubleStar ? nullptr : star_named_expression();
  const bool is_dict =
      first == nullptr || (type() == T::kColon && first->kind != NodeKind::kStarred && !named);
  if (!is_dict) {
    if (type() == T::kFor || type() == T::kAsync) {
      if (first->kind == NodeKind::kStarred) return bad_expression();
      const auto generators = comprehension_clauses();
      expect(T::kRightBrace);
      SetComp* node = make<SetComp>(begin);
      node->elt = first;
      node->generators = generators;
      return node;
    }
    scratch_.push_back(first);
    while (accept(T::kComma)) {
      if (type() == T::kRightBrace) break;
      scratch_.push_back(star_named_expression());
    }
    expect(T::kRightBrace);
    Set* node = make<Set>(begin);
    node->elts = take<Expr>(mark);
    return node;
  }
  std::vector<Expr*> values;
  Expr* key = first;
  for (bool is_first = true;; is_first = false) {
    if (!is_first) {
      if (type() == T::kRightBrace) break;
      key = type() == T::kDoubleStar ? nullptr : expression();
    }
    if (key == nullptr) {
      expect(T::kDoubleStar);
      scratch_.push_back(nullptr);
      values.push_back(binary(1));
    } else {
      expect(T::kColon);
      Expr* value = expression();
      if (is_first && (type() == T::kFor || type() == T::kAsync)) {
        const auto generators = comprehension_clauses();
        expect(T::kRightBrace);
        DictComp* node = make<DictComp>(begin);
        node->key = key;
        node->value = value;
        node->generators = generators;
        return node;
      }
      scratch_.push_back(key);
      values.push_back(value);
    }
    if (!accept(T::kComma)) break;
  }
  expect(T::kRightBrace);
  Dict* node = make<Dict>(begin);
  node->keys = take<Expr>(mark);
  node->values = arena_.copy(std::span<Expr* const>(values));
  return node;
}

std::span<Comprehension*> Parser::comprehension_clauses() {
  const size_t mark = scratch_.size();
  while (type() == T::kFor || type() == T::kAsync) {
    const Token& begin = token();
    const bool is_async = accept(T::kAsync);
    expect(T::kFor);
    Expr* target = star_targets();
    expect(T::kIn);
    Expr* iter = disjunction();
    const size_t ifs = scratch_.size();
    while (accept(T::kIf)) scratch_.push_back(disjunction());
    Comprehension* node = make<Comprehension>(begin);
    node->target = target;
    node->iter = iter;
    node->ifs = take<Expr>(ifs);
    node->is_async = is_async;
    scratch_.push_back(node);
  }
  return take<Comprehension>(mark);
}

}  // namespace simul::syntax
