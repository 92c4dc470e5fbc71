// What stands in brackets: groups, tuples, lists, sets, dicts, and the comprehension of each.
#include "syntax/parser.hpp"

namespace simul::syntax {

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
  if (type() == T::kRightBrace) {
    ++at_;
    return make<Dict>(begin);
  }
  const bool named = type() == T::kName && type_after(1) == T::kColonEqual;
  Expr* first = type() == T::kDoubleStar ? nullptr : star_named_expression();
  const bool is_dict =
      first == nullptr || (type() == T::kColon && first->kind != NodeKind::kStarred && !named);
  return is_dict ? dict_display(begin, first) : set_display(begin, first);
}

Expr* Parser::set_display(const Token& begin, Expr* first) {
  if (type() == T::kFor || type() == T::kAsync) {
    if (first->kind == NodeKind::kStarred) return bad_expression();
    const auto generators = comprehension_clauses();
    expect(T::kRightBrace);
    SetComp* node = make<SetComp>(begin);
    node->elt = first;
    node->generators = generators;
    return node;
  }
  const size_t mark = scratch_.size();
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

// first: its first key; none where it begins with `**`.
Expr* Parser::dict_display(const Token& begin, Expr* first) {
  const size_t mark = scratch_.size();
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
