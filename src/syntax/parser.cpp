// The parser's common parts: reading tokens, failing, naming.
#include "syntax/parser.hpp"

#include "syntax/unicode.hpp"

namespace simul::syntax {

Parser::Parser(const TokenStream& tokens, Arena& arena) : tokens_(tokens), arena_(arena) {
  storage_.reserve(tokens.tokens.size() + 2);
  storage_.emplace_back();
  storage_.insert(storage_.end(), tokens.tokens.begin(), tokens.tokens.end());
  Token poison = storage_.back();
  poison.type = T::kError;
  storage_.push_back(poison);
  at_ = storage_.data() + 1;
  end_ = storage_.data() + storage_.size() - 1;
  names_.resize(256);
}

bool Parser::accept(T type) {
  if (at_->type != type) return false;
  ++at_;
  return true;
}

const Token& Parser::expect(T type) {
  const Token& t = *at_;
  if (t.type == type) {
    ++at_;
  } else {
    fail();
  }
  return t;
}

bool Parser::begins_expression(T type) {
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

bool Parser::at_soft(std::string_view word) const {
  return at_->type == T::kName && text(*at_) == word;
}

void Parser::fail() {
  if (failed_) return;
  failed_ = true;
  failure_ = {};
  failure_.token = static_cast<size_t>(at_ - storage_.data()) - 1;
  at_ = end_;
}

void Parser::fail_known(std::string message, const Token& place, const char* type) {
  if (failed_) return;
  fail();
  failure_.has_known = true;
  Diagnostic& d = failure_.known;
  d.type = type;
  d.message = std::move(message);
  d.lineno = place.lineno;
  d.offset = tokens_.characters(place.lineno, place.col_offset) + 1;
  d.end_lineno = place.end_lineno;
  d.end_offset = tokens_.characters(place.end_lineno, place.end_col_offset) + 1;
}

bool Parser::enter(int cost) {
  depth_ += cost;
  if (depth_ <= kMostDepth) return true;
  fail_known(
      "Parser stack overflowed - Python source too complex to parse", token(), "MemoryError");
  return false;
}

void Parser::finish_block(Node* node) const {
  const Token* last = at_ - 1;
  while (last->type == T::kNewline || last->type == T::kIndent || last->type == T::kDedent) --last;
  node->end_lineno = last->end_lineno;
  node->end_col_offset = last->end_col_offset;
}

Identifier Parser::intern(std::string_view text) {
  uint32_t hash = 2166136261u;
  bool ascii = true;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    ascii = ascii && (c & 0x80) == 0;
  }
  if (!ascii) {
    const std::optional<std::string> normal = normalize_identifier(text);
    if (normal && *normal != text) return intern(*normal);
  }
  size_t i = hash & (names_.size() - 1);
  for (; is_set(names_[i]); i = (i + 1) & (names_.size() - 1)) {
    if (names_[i] == text) return names_[i];
  }
  const Identifier stored = names_[i] = arena_.copy(text);
  if (++names_used_ * 2 > names_.size()) {
    std::vector<Identifier> old(names_.size() * 4);
    old.swap(names_);
    names_used_ = 0;
    for (const Identifier& name : old) {
      if (!is_set(name)) continue;
      uint32_t h = 2166136261u;
      for (const char c : name) h = (h ^ static_cast<unsigned char>(c)) * 16777619u;
      size_t k = h & (names_.size() - 1);
      while (is_set(names_[k])) k = (k + 1) & (names_.size() - 1);
      names_[k] = name;
      ++names_used_;
    }
  }
  return stored;
}

Identifier Parser::name() {
  const Token& t = expect(T::kName);
  return failed_ ? Identifier{} : intern(text(t));
}

Expr* Parser::name_node(const Token& t, ExprContext ctx) {
  Name* node = make<Name>(t);
  node->id = intern(text(t));
  node->ctx = ctx;
  return node;
}

Expr* Parser::bad_expression() {
  fail();
  Name* node = make<Name>(token());
  node->id = "";
  return node;
}

}  // namespace simul::syntax
