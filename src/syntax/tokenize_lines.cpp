// Where lines begin, go on and end: indentation, backslashes, the text's end (CPython's
// Parser/lexer/lexer.c).
#include "syntax/tokenizer_state.hpp"

namespace simul::syntax {

bool Tokenizer::continuation_line() {
  if (at(at_) != '\n') {
    const int offset =
        count_characters(std::string_view(out_.text).substr(buffer_start_, at_ - buffer_start_));
    fail_soft(
        "unexpected character after line continuation character", lineno_, offset + 1, lineno_, 0);
    return false;
  }
  ++at_;
  new_line();
  if (at_end()) {
    fail_at_end();
    return false;
  }
  return true;
}

void Tokenizer::tab_error() {
  fail_soft("inconsistent use of tabs and spaces in indentation", lineno_, 1, lineno_, 0);
  out_.error.type = "TabError";
}

bool Tokenizer::indentation() {
  int col = 0;
  int alt = 0;
  int continued = 0;
  for (;; ++at_) {
    const char c = at(at_);
    if (c == ' ') {
      ++col;
      ++alt;
    } else if (c == '\t') {
      col = (col / 8 + 1) * 8;
      ++alt;
    } else if (c == '\f') {
      col = alt = 0;
    } else if (c == '\\') {
      continued = continued != 0 ? continued : col;
      ++at_;
      if (!continuation_line()) return false;
      --at_;
    } else {
      break;
    }
  }
  const char c = at(at_);
  if (at_end() || c == '#' || c == '\n') return true;
  if (!brackets_.empty()) return true;
  if (continued != 0) col = alt = continued;
  if (col == indents_.back().col) {
    if (alt != indents_.back().alt) return tab_error(), false;
  } else if (col > indents_.back().col) {
    if (indents_.size() >= static_cast<size_t>(kMaxIndentDepth)) {
      fail_soft("too many levels of indentation", lineno_, 1, lineno_, 0);
      out_.error.type = "IndentationError";
      return false;
    }
    if (alt <= indents_.back().alt) return tab_error(), false;
    indents_.push_back({col, alt});
    emit(TokenType::kIndent, line_start_, at_);
  } else {
    while (col < indents_.back().col) {
      indents_.pop_back();
      emit(TokenType::kDedent, at_, at_);
    }
    if (col != indents_.back().col) {
      while (!out_.tokens.empty() && out_.tokens.back().type == TokenType::kDedent)
        out_.tokens.pop_back();
      const int offset = count_characters(out_.line(lineno_)) + 1;
      fail_soft(
          "unindent does not match any outer indentation level", lineno_, offset, lineno_, -1);
      out_.error.type = "IndentationError";
      return false;
    }
    if (alt != indents_.back().alt) return tab_error(), false;
  }
  return true;
}

void Tokenizer::end_of_text() {
  if (!brackets_.empty()) return fail_at_end();
  // For CPython no line begins behind the last newline: these tokens stand behind it, on the last
  // line.
  if (line_start_ >= size() && lineno_ > 1) {
    --lineno_;
    line_start_ = out_.line_starts[static_cast<size_t>(lineno_ - 1)];
  }
  for (; indents_.size() > 1; indents_.pop_back()) emit(TokenType::kDedent, at_, at_);
  emit(TokenType::kEnd, at_, at_);
  done_ = true;
}

}  // namespace simul::syntax
