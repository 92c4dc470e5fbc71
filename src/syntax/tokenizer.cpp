#include "syntax/tokenizer.hpp"

#include <algorithm>

#include "syntax/tokenizer_state.hpp"
#include "syntax/unicode.hpp"

namespace simul::syntax {

namespace {

struct KeywordEntry {
  std::string_view text;
  TokenType type;
};
constexpr KeywordEntry kKeywords[] = {
#define SIMUL_X(name, text) {text, TokenType::k##name},
    SIMUL_KEYWORD_TOKENS(SIMUL_X)
#undef SIMUL_X
};

TokenType keyword_or_name(std::string_view text) {
  if (text.size() < 2 || text.size() > 8) return TokenType::kName;
  for (const KeywordEntry& entry : kKeywords) {
    if (entry.text[0] == text[0] && entry.text == text) return entry.type;
  }
  return TokenType::kName;
}

// The longest operator at the start of `p`, which is followed by at least two bytes or a newline.
TokenType operator_at(const char* p, uint32_t* length) {
  using T = TokenType;
  const char a = p[0];
  const char b = a == '\n' ? '\0' : p[1];
  const char c = b == '\n' || b == '\0' ? '\0' : p[2];
  const auto one = [&](T type) { return *length = 1, type; };
  const auto two = [&](T type) { return *length = 2, type; };
  const auto three = [&](T type) { return *length = 3, type; };
  switch (a) {
    case '(': return one(T::kLeftParen);
    case ')': return one(T::kRightParen);
    case '[': return one(T::kLeftBracket);
    case ']': return one(T::kRightBracket);
    case '{': return one(T::kLeftBrace);
    case '}': return one(T::kRightBrace);
    case ',': return one(T::kComma);
    case ';': return one(T::kSemicolon);
    case '~': return one(T::kTilde);
    case ':': return b == '=' ? two(T::kColonEqual) : one(T::kColon);
    case '+': return b == '=' ? two(T::kPlusEqual) : one(T::kPlus);
    case '|': return b == '=' ? two(T::kVerticalBarEqual) : one(T::kVerticalBar);
    case '&': return b == '=' ? two(T::kAmpersandEqual) : one(T::kAmpersand);
    case '^': return b == '=' ? two(T::kCaretEqual) : one(T::kCaret);
    case '%': return b == '=' ? two(T::kPercentEqual) : one(T::kPercent);
    case '@': return b == '=' ? two(T::kAtEqual) : one(T::kAt);
    case '=': return b == '=' ? two(T::kEqualEqual) : one(T::kEqual);
    case '!': return b == '=' ? two(T::kNotEqual) : one(T::kExclamation);
    case '-':
      if (b == '=') return two(T::kMinusEqual);
      return b == '>' ? two(T::kArrow) : one(T::kMinus);
    case '*':
      if (b == '*') return c == '=' ? three(T::kDoubleStarEqual) : two(T::kDoubleStar);
      return b == '=' ? two(T::kStarEqual) : one(T::kStar);
    case '/':
      if (b == '/') return c == '=' ? three(T::kDoubleSlashEqual) : two(T::kDoubleSlash);
      return b == '=' ? two(T::kSlashEqual) : one(T::kSlash);
    case '<':
      if (b == '<') return c == '=' ? three(T::kLeftShiftEqual) : two(T::kLeftShift);
      if (b == '>') return two(T::kUnknown);  // `<>`, of old
      return b == '=' ? two(T::kLessEqual) : one(T::kLess);
    case '>':
      if (b == '>') return c == '=' ? three(T::kRightShiftEqual) : two(T::kRightShift);
      return b == '=' ? two(T::kGreaterEqual) : one(T::kGreater);
    case '.': return b == '.' && c == '.' ? three(T::kEllipsis) : one(T::kDot);
    default: return one(T::kUnknown);
  }
}

}  // namespace

Tokenizer::Tokenizer(std::string_view source) {
  if (source.substr(0, 3) == "\xEF\xBB\xBF") source.remove_prefix(3);
  std::string& text = out_.text;
  text.reserve(source.size() + 2);
  for (size_t i = 0; i < source.size();) {
    const size_t cr = std::min(source.find('\r', i), source.size());
    text.append(source.substr(i, cr - i));
    i = cr;
    if (i == source.size()) break;
    text.push_back('\n');
    i += source.substr(i, 2) == "\r\n" ? 2 : 1;
  }
  if (!text.empty() && text.back() != '\n') text.push_back('\n');
  out_.line_starts.reserve(text.size() / 32 + 1);
  out_.line_starts.push_back(0);
  out_.tokens.reserve(text.size() / 4 + 8);
}

TokenStream Tokenizer::run() {
  if (const size_t nul = out_.text.find('\0'); nul != std::string::npos) {
    fail_soft("source code string cannot contain null bytes", 0, 0, 0, 0);
    out_.error_is_soft = false;
  }
  while (!done_) {
    if (!fstrings_.empty() && fstrings_.back().in_text) {
      fstring_text();
    } else {
      next();
    }
  }
  if (!brackets_.empty()) {
    out_.unclosed_bracket = true;
    out_.unclosed_char = brackets_.back().opening;
    out_.unclosed_lineno = brackets_.back().lineno;
    out_.unclosed_col = brackets_.back().col;
  }
  return std::move(out_);
}

void Tokenizer::next() {
  if (at_line_start_) {
    at_line_start_ = false;
    line_has_tokens_ = false;
    if (!indentation()) return;
  }
  char c = at(at_);
  while (c == ' ' || c == '\t' || c == '\f') c = at(++at_);
  const uint32_t token_begin = at_;  // CPython's line end begins with the comment before it
  if (c == '#') {
    at_ = static_cast<uint32_t>(std::min<size_t>(out_.text.find('\n', at_), size()));
    c = at(at_);
  }
  if (at_end()) return end_of_text();
  if (c == '\n') {
    if (brackets_.empty() && line_has_tokens_) {
      emit(TokenType::kNewline, token_begin, at_ + 1);
    }
    ++at_;
    new_line(false);
    if (brackets_.empty()) at_line_start_ = true;
    return;
  }
  line_has_tokens_ = true;
  if (is_name_start(c)) return name_or_prefixed_string();
  if (is_digit(c) || (c == '.' && is_digit(at(at_ + 1)))) return number();
  if (c == '\'' || c == '"') return string(at_);
  if (c == '\\') {
    ++at_;
    continuation_line();
    return;
  }
  punctuation(c);
}

void Tokenizer::name_or_prefixed_string() {
  const uint32_t begin = at_;
  bool b = false;
  bool u = false;
  bool r = false;
  bool f = false;
  for (;; ++at_) {
    const char c = at(at_);
    if (!(b || u || f) && (c == 'b' || c == 'B')) {
      b = true;
    } else if (!(b || u || r || f) && (c == 'u' || c == 'U')) {
      u = true;
    } else if (!(r || u) && (c == 'r' || c == 'R')) {
      r = true;
    } else if (!(f || b || u) && (c == 'f' || c == 'F')) {
      f = true;
    } else if (c == '"' || c == '\'') {
      return f ? fstring_start(begin, r) : string(begin);
    } else {
      break;
    }
  }
  bool ascii = true;
  while (is_name_char(at(at_))) {
    ascii = ascii && (at(at_) & 0x80) == 0;
    ++at_;
  }
  if (!ascii && !verify_name(begin)) return;
  const std::string_view text = std::string_view(out_.text).substr(begin, at_ - begin);
  emit(keyword_or_name(text), begin, at_);
}

bool Tokenizer::verify_name(uint32_t begin) {
  const std::string_view text = std::string_view(out_.text).substr(0, at_);
  for (size_t i = begin; i < at_;) {
    const bool first = i == begin;
    const char32_t c = decode_utf8(text, i);
    if (c < 0x80 || (first ? is_identifier_start(c) : is_identifier_continue(c))) continue;
    at_ = static_cast<uint32_t>(i);
    if (is_printable(c)) {
      std::string shown;
      append_utf8(shown, c);
      fail(at_, "invalid character '%s' (U+%04X)", shown.c_str(), static_cast<unsigned>(c));
    } else {
      fail(at_, "invalid non-printable character U+%04X", static_cast<unsigned>(c));
    }
    return false;
  }
  if (normalize_identifier(text.substr(begin))) return true;
  fail(at_,
       "Simul does not know the normal form of this name; write it with the letters themselves");
  return false;
}

void Tokenizer::punctuation(char c) {
  const uint32_t begin = at_;
  FString* f = fstrings_.empty() ? nullptr : &fstrings_.back();
  if (c == ':' && f != nullptr && f->field_depth >= 0 && f->bracket_depth - 1 == f->field_depth) {
    ++at_;
    f->in_text = true;
    f->in_format_spec = true;
    emit(TokenType::kColon, begin, at_);
    return;
  }
  uint32_t length = 1;
  const TokenType type = operator_at(out_.text.data() + at_, &length);
  if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
    ++at_;
    return fail(at_, "invalid non-printable character U+%04X", static_cast<unsigned>(c));
  }
  at_ += length;
  if (c == '(' || c == '[' || c == '{') {
    if (f != nullptr) ++f->bracket_depth;
    if (brackets_.size() >= static_cast<size_t>(kMaxBracketDepth)) {
      return fail(at_, "too many nested parentheses");
    }
    brackets_.push_back({c, lineno_, static_cast<int>(begin - line_start_)});
  } else if (c == ')' || c == ']' || c == '}') {
    if (!close_bracket(c, f)) return;
  }
  emit(type, begin, at_);
}

bool Tokenizer::close_bracket(char c, FString* f) {
  if (f != nullptr && f->bracket_depth == 0 && c == '}') {
    return fail(at_, "f-string: single '}' is not allowed"), false;
  }
  if (brackets_.empty()) return fail(at_, "unmatched '%c'", c), false;
  const Bracket open = brackets_.back();
  brackets_.pop_back();
  const char expected = open.opening == '(' ? ')' : open.opening == '[' ? ']' : '}';
  if (c != expected) {
    if (f != nullptr && open.opening == '{' && f->bracket_depth - 1 == f->field_depth) {
      return fail(at_, "f-string: unmatched '%c'", c), false;
    }
    if (open.lineno != lineno_) {
      fail(at_,
           "closing parenthesis '%c' does not match opening parenthesis '%c' on line %d",
           c,
           open.opening,
           open.lineno);
    } else {
      fail(
          at_, "closing parenthesis '%c' does not match opening parenthesis '%c'", c, open.opening);
    }
    return false;
  }
  if (f != nullptr) {
    if (--f->bracket_depth < 0) return fail(at_, "f-string: unmatched '%c'", c), false;
    if (c == '}' && f->bracket_depth == f->field_depth) {
      --f->field_depth;
      f->in_text = true;
      // Back in the format spec of the field around, or in the string's own text.
      f->in_format_spec = f->field_depth >= 0;
    }
  }
  return true;
}

TokenStream tokenize(std::string_view source) {
  return Tokenizer(source).run();
}

}  // namespace simul::syntax
