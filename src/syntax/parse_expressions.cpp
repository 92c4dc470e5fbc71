// Expressions, loosest binding first, down to powers; their operands are in parse_primaries.cpp.
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

}  // namespace simul::syntax
