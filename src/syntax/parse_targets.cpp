// What is stored to or deleted. A target is read as the expression that it looks like, and then
// turned.
#include "syntax/parser.hpp"

namespace simul::syntax {

// Turns an expression that was read for its value into one that is stored to or deleted. False if
// it cannot be.
bool Parser::make_target(Expr* node, TargetKind kind) {
  const ExprContext ctx = kind == TargetKind::kDelete ? ExprContext::kDel : ExprContext::kStore;
  const auto all = [&](std::span<Expr*> elements) {
    for (Expr* e : elements) {
      if (!make_target(e, kind)) return false;
    }
    return true;
  };
  switch (node->kind) {
    case NodeKind::kName: as<Name>(node)->ctx = ctx; return true;
    case NodeKind::kAttribute: as<Attribute>(node)->ctx = ctx; return true;
    case NodeKind::kSubscript: as<Subscript>(node)->ctx = ctx; return true;
    case NodeKind::kStarred:
      if (kind != TargetKind::kAssign) return false;
      as<Starred>(node)->ctx = ctx;
      return make_target(as<Starred>(node)->value, kind);
    case NodeKind::kList:
      if (kind == TargetKind::kSingle) return false;
      as<List>(node)->ctx = ctx;
      return all(as<List>(node)->elts);
    case NodeKind::kTuple:
      if (kind == TargetKind::kSingle) return false;
      as<Tuple>(node)->ctx = ctx;
      return all(as<Tuple>(node)->elts);
    default: return false;
  }
}

// One target of `for`, `with ... as` or a comprehension.
Expr* Parser::star_target() {
  const Token& begin = token();
  if (accept(T::kStar)) {
    Expr* value = type() == T::kStar ? bad_expression() : star_target();
    Starred* node = make<Starred>(begin);
    node->value = value;
    node->ctx = ExprContext::kStore;
    return node;
  }
  Expr* node = primary();
  if (!failed_ && !make_target(node, TargetKind::kAssign)) fail();
  return node;
}

Expr* Parser::star_targets() {
  const Token& begin = token();
  Expr* first = star_target();
  if (type() != T::kComma) return first;
  const size_t mark = scratch_.size();
  scratch_.push_back(first);
  while (accept(T::kComma)) {
    if (type() == T::kIn || type() == T::kEqual) break;
    scratch_.push_back(star_target());
  }
  Tuple* node = make<Tuple>(begin);
  node->elts = take<Expr>(mark);
  node->ctx = ExprContext::kStore;
  return node;
}

}  // namespace simul::syntax
