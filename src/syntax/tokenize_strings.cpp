// Strings, whole, and f-strings piece by piece (tok_get_fstring_mode() of CPython's lexer.c).
#include "syntax/tokenizer_state.hpp"

namespace simul::syntax {

namespace {

bool in_spec(const FString& f) {
  return f.in_format_spec && f.field_depth >= 0;
}

}  // namespace

void Tokenizer::string(uint32_t begin) {
  const char quote = at(at_);
  const uint32_t first_line_start = line_start_;
  const int first_lineno = lineno_;
  const auto col = static_cast<int32_t>(begin - line_start_);
  if (at(at_ + 1) == quote && at(at_ + 2) != quote) {
    at_ += 2;
    emit(TokenType::kString, begin, at_);
    return;
  }
  const int quote_size = at(at_ + 1) == quote ? 3 : 1;
  at_ += static_cast<uint32_t>(quote_size);
  bool escaped_quote = false;
  for (int run = 0; run != quote_size;) {
    const char c = at(at_);
    if (at_end() || (quote_size == 1 && c == '\n')) {
      return unterminated(begin, first_line_start, first_lineno, quote, quote_size, escaped_quote);
    }
    ++at_;
    if (c == quote) {
      ++run;
      continue;
    }
    run = 0;
    if (c == '\n') {
      new_line();
    } else if (c == '\\' && !at_end()) {
      const char escaped = at(at_++);
      if (escaped == '\n') new_line();
      escaped_quote |= escaped == quote;
    }
  }
  Token& t = emit(TokenType::kString, begin, at_);
  t.lineno = first_lineno;
  t.col_offset = col;
}

void Tokenizer::unterminated(uint32_t begin,
                             uint32_t line_start,
                             int lineno,
                             char quote,
                             int quote_size,
                             bool escaped_quote) {
  // The text ends with a newline of which CPython knows no further line.
  const int detected =
      at_end() && lineno_ > lineno && line_start_ >= size() ? lineno_ - 1 : lineno_;
  line_start_ = line_start;
  lineno_ = lineno;
  if (!fstrings_.empty() && fstrings_.back().quote == quote &&
      fstrings_.back().quote_size == quote_size) {
    return fail(begin + 1, "f-string: expecting '}'");
  }
  fail(begin + 1,
       quote_size == 3 ? "unterminated triple-quoted string literal (detected at line %d)"
       : escaped_quote ? "unterminated string literal (detected at line %d); perhaps you escaped "
                         "the end quote?"
                       : "unterminated string literal (detected at line %d)",
       detected);
}

void Tokenizer::fstring_start(uint32_t begin, bool raw) {
  const char quote = at(at_);
  const bool triple = at(at_ + 1) == quote && at(at_ + 2) == quote;
  at_ += triple ? 3 : 1;
  if (fstrings_.size() + 1 >= static_cast<size_t>(kMaxFStringDepth)) {
    return fail(at_, "too many nested f-strings");
  }
  FString f{
      .quote = quote, .quote_size = triple ? 3 : 1, .raw = raw, .start = begin, .lineno = lineno_};
  emit(TokenType::kFStringStart, begin, at_).flags = raw ? kRawString : 0;
  fstrings_.push_back(f);
}

bool Tokenizer::at_quotes(const FString& f) const {
  for (int i = 0; i < f.quote_size; ++i) {
    if (at(at_ + static_cast<uint32_t>(i)) != f.quote) return false;
  }
  return true;
}

// The text ends with the first of two braces; the position of its token includes the second.
template <typename Middle>
void Tokenizer::doubled_brace(const Middle& middle) {
  middle(at_);
  ++at_;
  ++out_.tokens.back().end_col_offset;
}

void Tokenizer::open_field(FString& f) {
  ++f.field_depth;
  if (f.field_depth >= kMaxFieldDepth) return fail(at_, "f-string: expressions nested too deeply");
  f.in_text = false;
  f.in_format_spec = false;
}

void Tokenizer::unterminated_fstring(const FString& f) {
  const int detected =
      at_end() && lineno_ > f.lineno && line_start_ >= size() ? lineno_ - 1 : lineno_;
  const bool triple = f.quote_size == 3;
  lineno_ = f.lineno;
  line_start_ = out_.line_starts[static_cast<size_t>(f.lineno - 1)];
  fail(f.start + 1,
       triple ? "unterminated triple-quoted f-string literal (detected at line %d)"
              : "unterminated f-string literal (detected at line %d)",
       detected);
}

void Tokenizer::fstring_text() {
  FString& f = fstrings_.back();
  if (at(at_) == '{' && (at(at_ + 1) != '{' || in_spec(f))) return open_field(f);
  if (at_quotes(f)) {
    const uint32_t begin = at_;
    at_ += static_cast<uint32_t>(f.quote_size);
    fstrings_.pop_back();
    emit(TokenType::kFStringEnd, begin, at_);
    return;
  }
  const uint32_t begin = at_;
  const int first_lineno = lineno_;
  const auto col = static_cast<int32_t>(begin - line_start_);
  const auto middle = [&](uint32_t end) {
    Token& t = emit(TokenType::kFStringMiddle, begin, end);
    t.lineno = first_lineno;
    t.col_offset = col;
    t.flags = f.raw ? kRawString : 0;
  };
  bool named_escape = false;
  for (;;) {
    const char c = at(at_);
    if (at_end() || (f.quote_size == 1 && c == '\n')) {
      if (in_spec(f) && !at_end()) {
        f.in_text = false;
        f.in_format_spec = false;
        return middle(at_);
      }
      return unterminated_fstring(f);
    }
    if (c == f.quote && at_quotes(f)) return middle(at_);
    ++at_;
    if (c == '\n') {
      new_line();
    } else if (c == '{') {
      if (at(at_) == '{' && !in_spec(f)) {
        doubled_brace(middle);
        return;
      }
      --at_;
      if (named_escape) {
        ++at_;
        continue;
      }
      if (at_ > begin) middle(at_);
      return open_field(f);
    } else if (c == '}') {
      if (named_escape) return middle(at_);
      if (at(at_) == '}' && !in_spec(f) && f.bracket_depth == 0) {
        doubled_brace(middle);
        return;
      }
      --at_;
      f.in_text = false;
      if (at_ > begin || !in_spec(f)) middle(at_);
      return;
    } else if (c == '\\') {
      const char next = at(at_);
      if (next == '{' || next == '}') {
        if (!f.raw) warn(std::string("invalid escape sequence '\\") + next + "'");
        continue;
      }
      if (at_end()) continue;
      ++at_;
      if (next == '\n') new_line();
      if (!f.raw && next == 'N' && at(at_) == '{') {
        ++at_;
        named_escape = true;
      }
    }
  }
}

}  // namespace simul::syntax
