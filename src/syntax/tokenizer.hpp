// src/syntax/tokenizer.hpp - cuts a program's text into tokens, as CPython's Parser/lexer does.
//
// The whole text is cut at once. At the first mistake the stream ends with a kError token, and
// `error` says in CPython's words what is wrong; what stands before it can still be parsed.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "syntax/diagnostics.hpp"
#include "syntax/token.hpp"

namespace simul::syntax {

// A warning and where CPython has read to when it gives it, in bytes of the text.
struct PlacedWarning {
  Diagnostic diagnostic;
  uint32_t at = 0;
};

struct TokenStream {
  std::string text;  // the program without BOM, every line ended by one '\n'
  std::vector<uint32_t> line_starts;
  std::vector<Token> tokens;  // ends with kEnd or kError

  bool failed = false;
  Diagnostic error;
  // CPython lets a mistake of the grammar that stands before the error win over these (bad
  // indentation, end of the text inside brackets or behind a backslash), but not over the others.
  bool error_is_soft = false;
  bool error_inside_fstring = false;
  // The innermost bracket that is open at the end or at the error.
  bool unclosed_bracket = false;
  char unclosed_char = 0;
  int unclosed_lineno = 0;
  int unclosed_col = 0;

  std::vector<PlacedWarning> warnings;  // `\{` in the text of an f-string

  // Lines that were read while a token or a backslash went on from a line before: (line, where
  // CPython's buffer began then). Its places in such a line are counted in that buffer.
  std::vector<std::pair<int, uint32_t>> spliced_lines;

  [[nodiscard]] std::string_view text_of(const Token& token) const {
    return std::string_view(text).substr(token.begin, token.end - token.begin);
  }
  // The line `lineno` (from 1) without its newline; empty behind the end.
  [[nodiscard]] std::string_view line(int lineno) const;
  // The same from the begin of the buffer it was read into.
  [[nodiscard]] std::string_view buffered_line(int lineno) const;
  // Bytes into the line -> characters into it.
  [[nodiscard]] int characters(int lineno, int bytes) const;
};

[[nodiscard]] TokenStream tokenize(std::string_view source);

// The most brackets, indentations and f-strings inside one another; the numbers are CPython's.
constexpr int kMaxBracketDepth = 200;
constexpr int kMaxIndentDepth = 100;
constexpr int kMaxFStringDepth = 150;
// Replacement fields in the format specifications of others.
constexpr int kMaxFieldDepth = 3;

}  // namespace simul::syntax
