// src/syntax/tokenizer_state.hpp - what the tokenizer knows while it reads (CPython's
// Parser/lexer/state.h).
//
// Only tokenizer.cpp and the tokenize_*.cpp beside it include this: each has the functions of one
// kind of token. Always holds: at_ is in [line_start_, size()], or one or two behind an end that
// was looked past; after the first mistake done_ is set and nothing is emitted any more.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/tokenizer.hpp"
#include "syntax/unicode.hpp"

namespace simul::syntax {

inline bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
inline bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0;
}
inline bool is_name_char(char c) {
  return is_name_start(c) || is_digit(c);
}

// An f-string that is being read. Depths count the brackets opened inside it.
struct FString {
  char quote;
  int quote_size;
  bool raw;
  bool in_text = true;  // else inside a replacement field
  bool in_format_spec = false;
  int bracket_depth = 0;
  int field_depth = -1;  // the bracket depth around the current replacement field
  uint32_t start;
  int lineno;
};

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view source);

  TokenStream run();

 private:
  struct Bracket {
    char opening;
    int lineno;
    int col;
  };
  struct Indent {
    int col;
    int alt;
  };

  [[nodiscard]] char at(uint32_t i) const { return i < out_.text.size() ? out_.text[i] : '\0'; }
  [[nodiscard]] bool at_end() const { return at_ >= out_.text.size(); }
  [[nodiscard]] uint32_t size() const { return static_cast<uint32_t>(out_.text.size()); }

  // --- tokenizer_state.cpp: what is kept, and what is said
  // at_ stands behind the '\n'. `spliced` inside a token and behind a backslash.
  void new_line(bool spliced = true);
  Token& emit(TokenType type, uint32_t begin, uint32_t end);
  [[gnu::format(printf, 3, 4)]] void fail(uint32_t place, const char* format, ...);
  void fail_at(std::string message, int lineno, int offset, int end_lineno, int end_offset);
  void warn(std::string message);
  // A mistake of the grammar that stands before it wins.
  void fail_soft(std::string message, int lineno, int offset, int end_lineno, int end_offset);
  // The text ends inside brackets or behind a backslash.
  void fail_at_end();

  // --- tokenize_lines.cpp
  // Behind a backslash. False when the line cannot go on.
  bool continuation_line();
  void tab_error();
  // At the start of a line. True when the line holds tokens.
  bool indentation();
  void end_of_text();

  // --- tokenizer.cpp
  void next();
  void name_or_prefixed_string();
  bool verify_name(uint32_t begin);
  void punctuation(char c);
  bool close_bracket(char c, FString* f);

  // --- tokenize_numbers.cpp
  // Digits with single underscores between them. False after an error.
  bool digits();
  // What may not follow a number directly: a letter, unless it begins an operator that is a word.
  bool end_of_number(const char* kind);
  bool radix_digits(const char* kind, char highest, bool hex);
  void number();
  bool decimal(uint32_t begin);

  // --- tokenize_strings.cpp
  void string(uint32_t begin);
  void unterminated(uint32_t begin,
                    uint32_t line_start,
                    int lineno,
                    char quote,
                    int quote_size,
                    bool escaped_quote);
  void fstring_start(uint32_t begin, bool raw);
  [[nodiscard]] bool at_quotes(const FString& f) const;
  void fstring_text();
  // The text ends with the first of two braces; the position of its token includes the second.
  template <typename Middle>
  void doubled_brace(const Middle& middle);
  void open_field(FString& f);
  void unterminated_fstring(const FString& f);

  TokenStream out_;
  uint32_t at_ = 0;
  uint32_t line_start_ = 0;
  uint32_t buffer_start_ = 0;
  int lineno_ = 1;
  bool at_line_start_ = true;
  bool line_has_tokens_ = false;
  bool done_ = false;
  std::vector<Indent> indents_{{0, 0}};
  std::vector<Bracket> brackets_;
  std::vector<FString> fstrings_;
};

}  // namespace simul::syntax
