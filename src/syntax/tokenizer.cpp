#include "syntax/tokenizer.hpp"

#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstdio>
#include <cstring>

#include "syntax/unicode.hpp"

namespace simul::syntax {

std::string_view TokenStream::line(int lineno) const {
  const auto index = static_cast<size_t>(lineno - 1);
  if (lineno < 1 || index >= line_starts.size()) return {};
  const size_t begin = line_starts[index];
  const size_t end = std::min(text.find('\n', begin), text.size());
  return std::string_view(text).substr(begin, end - begin);
}

std::string_view TokenStream::buffered_line(int lineno) const {
  const std::string_view own = line(lineno);
  for (const auto& [spliced, begin] : spliced_lines) {
    if (spliced != lineno) continue;
    const auto end = static_cast<size_t>(own.data() + own.size() - text.data());
    return std::string_view(text).substr(begin, end - begin);
  }
  return own;
}

int TokenStream::characters(int lineno, int bytes) const {
  const std::string_view whole = line(lineno);
  const auto wanted = static_cast<size_t>(std::max(bytes, 0));
  if (wanted > whole.size()) {
    return count_characters(whole) + static_cast<int>(wanted - whole.size());
  }
  return count_characters(whole.substr(0, wanted));
}

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0;
}
bool is_name_char(char c) {
  return is_name_start(c) || is_digit(c);
}

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
  explicit Tokenizer(std::string_view source) {
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

  TokenStream run() {
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

 private:
  struct Bracket {
    char opening;
    int lineno;
    int col;
  };

  [[nodiscard]] char at(uint32_t i) const { return i < out_.text.size() ? out_.text[i] : '\0'; }
  [[nodiscard]] bool at_end() const { return at_ >= out_.text.size(); }

  // at_ stands behind the '\n'. `spliced` inside a token and behind a backslash.
  void new_line(bool spliced = true) {
    if (spliced) {
      out_.spliced_lines.emplace_back(lineno_ + 1, buffer_start_);
    } else {
      buffer_start_ = at_;
    }
    ++lineno_;
    line_start_ = at_;
    if (out_.line_starts.size() < static_cast<size_t>(lineno_)) out_.line_starts.push_back(at_);
  }

  Token& emit(TokenType type, uint32_t begin, uint32_t end) {
    Token& t = out_.tokens.emplace_back();
    t.type = type;
    t.level = static_cast<uint16_t>(brackets_.size());
    t.begin = begin;
    t.end = end;
    t.lineno = t.end_lineno = lineno_;
    t.col_offset = static_cast<int32_t>(begin - line_start_);
    t.end_col_offset = static_cast<int32_t>(end - line_start_);
    return t;
  }

  // --- errors
  // -------------------------------------------------------------------------------------------------

  [[gnu::format(printf, 3, 4)]] void fail(uint32_t place, const char* format, ...) {
    va_list args;
    va_start(args, format);
    char buffer[160];
    std::vsnprintf(buffer, sizeof buffer, format, args);
    va_end(args);
    const int offset =
        count_characters(std::string_view(out_.text).substr(line_start_, place - line_start_));
    fail_at(buffer, lineno_, offset, lineno_, offset);
  }

  void fail_at(std::string message, int lineno, int offset, int end_lineno, int end_offset) {
    if (done_) return;
    out_.error.message = std::move(message);
    out_.error.lineno = lineno;
    out_.error.offset = offset;
    out_.error.end_lineno = end_lineno;
    out_.error.end_offset = end_offset;
    out_.error_inside_fstring = !fstrings_.empty();
    out_.failed = true;
    done_ = true;
    Token& t =
        emit(TokenType::kError, std::min<uint32_t>(at_, size()), std::min<uint32_t>(at_, size()));
    t.lineno = t.end_lineno = lineno_;
  }

  void warn(std::string message) {
    PlacedWarning& placed = out_.warnings.emplace_back();
    placed.at = std::min<uint32_t>(at_, size());
    Diagnostic& d = placed.diagnostic;
    d.type = "SyntaxWarning";
    d.message = std::move(message);
    d.lineno = d.end_lineno = lineno_;
    d.offset = d.end_offset = 0;
  }

  void fail_soft(std::string message, int lineno, int offset, int end_lineno, int end_offset) {
    fail_at(std::move(message), lineno, offset, end_lineno, end_offset);
    out_.error_is_soft = true;
  }

  // The text ends inside brackets or behind a backslash.
  void fail_at_end() {
    if (!brackets_.empty()) {
      const Bracket& b = brackets_.back();
      const int offset = out_.characters(b.lineno, b.col) + 1;
      fail_soft(std::string("'") + b.opening + "' was never closed", b.lineno, offset, b.lineno, 0);
      return;
    }
    const int lineno = lineno_ > 1 && line_start_ >= size() ? lineno_ - 1 : lineno_;
    const int offset = count_characters(out_.line(lineno)) + 1;
    fail_soft("unexpected EOF while parsing", lineno, offset, lineno, -1);
  }

  [[nodiscard]] uint32_t size() const { return static_cast<uint32_t>(out_.text.size()); }

  // --- lines
  // --------------------------------------------------------------------------------------------------

  // Behind a backslash. False when the line cannot go on.
  bool continuation_line() {
    if (at(at_) != '\n') {
      const int offset =
          count_characters(std::string_view(out_.text).substr(buffer_start_, at_ - buffer_start_));
      fail_soft("unexpected character after line continuation character",
                lineno_,
                offset + 1,
                lineno_,
                0);
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

  void tab_error() {
    fail_soft("inconsistent use of tabs and spaces in indentation", lineno_, 1, lineno_, 0);
    out_.error.type = "TabError";
  }

  // At the start of a line. True when the line holds tokens.
  bool indentation() {
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

  void end_of_text() {
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

  // --- tokens
  // -------------------------------------------------------------------------------------------------

  void next() {
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

  void name_or_prefixed_string() {
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

  bool verify_name(uint32_t begin) {
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
    return true;
  }

  // Digits with single underscores between them. False after an error.
  bool digits() {
    for (;;) {
      while (is_digit(at(at_))) ++at_;
      if (at(at_) != '_') return true;
      ++at_;
      if (!is_digit(at(at_))) return fail(at_, "invalid decimal literal"), false;
    }
  }

  // What may not follow a number directly: a letter, unless it begins an operator that is a word.
  bool end_of_number(const char* kind) {
    const char c = at(at_);
    const std::string_view rest = std::string_view(out_.text).substr(std::min(at_, size()));
    const auto begins = [&](std::string_view word) {
      return rest.substr(0, word.size()) == word &&
             !is_name_char(at(at_ + static_cast<uint32_t>(word.size())));
    };
    const std::string_view two = rest.substr(0, 2);
    if (two == "if" || two == "in" || two == "is" || begins("and") || begins("else") ||
        begins("for") || begins("or") || begins("not")) {
      return true;
    }
    if ((c & 0x80) == 0 && is_name_char(c)) return fail(at_, "invalid %s literal", kind), false;
    return true;
  }

  bool radix_digits(const char* kind, char highest, bool hex) {
    at_ += 2;
    do {
      if (at(at_) == '_') ++at_;
      const char c = at(at_);
      if (hex ? !is_hex(c) : !(c >= '0' && c <= highest)) {
        if (!hex && is_digit(c))
          return fail(at_ + 1, "invalid digit '%c' in %s literal", c, kind), false;
        return fail(at_, "invalid %s literal", kind), false;
      }
      while (hex ? is_hex(at(at_)) : (at(at_) >= '0' && at(at_) <= highest)) ++at_;
    } while (at(at_) == '_');
    if (!hex && is_digit(at(at_))) {
      return fail(at_ + 1, "invalid digit '%c' in %s literal", at(at_), kind), false;
    }
    return end_of_number(kind);
  }

  void number() {
    const uint32_t begin = at_;
    const char second = static_cast<char>(at(at_ + 1) | 0x20);
    bool ok = true;
    if (at(at_) == '0' && second == 'x') {
      ok = radix_digits("hexadecimal", 0, true);
    } else if (at(at_) == '0' && second == 'o') {
      ok = radix_digits("octal", '7', false);
    } else if (at(at_) == '0' && second == 'b') {
      ok = radix_digits("binary", '1', false);
    } else {
      ok = decimal(begin);
    }
    if (ok) emit(TokenType::kNumber, begin, at_);
  }

  bool decimal(uint32_t begin) {
    uint32_t after_zeros = 0;
    if (at(at_) == '0') {
      for (;;) {
        if (at(at_) == '_') {
          ++at_;
          if (!is_digit(at(at_))) return fail(at_, "invalid decimal literal"), false;
        }
        if (at(at_) != '0') break;
        ++at_;
      }
      if (is_digit(at(at_))) after_zeros = at_ + 1;
    }
    if (at(at_) != '.' && !digits()) return false;
    bool is_float = false;
    if (at(at_) == '.') {
      is_float = true;
      ++at_;
      if (is_digit(at(at_)) && !digits()) return false;
    }
    if (at(at_) == 'e' || at(at_) == 'E') {
      const uint32_t mark = at_;
      ++at_;
      if (at(at_) == '+' || at(at_) == '-') {
        ++at_;
        if (!is_digit(at(at_))) return fail(at_, "invalid decimal literal"), false;
      } else if (!is_digit(at(at_))) {
        at_ = mark;
        return end_of_number("decimal");
      }
      is_float = true;
      if (!digits()) return false;
    }
    if (at(at_) == 'j' || at(at_) == 'J') {
      ++at_;
      return end_of_number("imaginary");
    }
    if (!is_float && after_zeros != 0) {
      const int from = static_cast<int>(begin - line_start_) + 1;
      fail_at(
          "leading zeros in decimal integer literals are not permitted; "
          "use an 0o prefix for octal integers",
          lineno_,
          from,
          lineno_,
          static_cast<int>(after_zeros - line_start_));
      return false;
    }
    return end_of_number("decimal");
  }

  void string(uint32_t begin) {
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
        return unterminated(
            begin, first_line_start, first_lineno, quote, quote_size, escaped_quote);
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

  void unterminated(uint32_t begin,
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

  // --- f-strings
  // ----------------------------------------------------------------------------------------------

  void fstring_start(uint32_t begin, bool raw) {
    const char quote = at(at_);
    const bool triple = at(at_ + 1) == quote && at(at_ + 2) == quote;
    at_ += triple ? 3 : 1;
    if (fstrings_.size() + 1 >= static_cast<size_t>(kMaxFStringDepth)) {
      return fail(at_, "too many nested f-strings");
    }
    FString f{.quote = quote,
              .quote_size = triple ? 3 : 1,
              .raw = raw,
              .start = begin,
              .lineno = lineno_};
    emit(TokenType::kFStringStart, begin, at_).flags = raw ? kRawString : 0;
    fstrings_.push_back(f);
  }

  [[nodiscard]] bool at_quotes(const FString& f) const {
    for (int i = 0; i < f.quote_size; ++i) {
      if (at(at_ + static_cast<uint32_t>(i)) != f.quote) return false;
    }
    return true;
  }

  void fstring_text() {
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

  // The text ends with the first of two braces; the position of its token includes the second.
  template <typename Middle>
  void doubled_brace(const Middle& middle) {
    middle(at_);
    ++at_;
    ++out_.tokens.back().end_col_offset;
  }

  [[nodiscard]] static bool in_spec(const FString& f) {
    return f.in_format_spec && f.field_depth >= 0;
  }

  void open_field(FString& f) {
    ++f.field_depth;
    if (f.field_depth >= kMaxFStringDepth)
      return fail(at_, "f-string: expressions nested too deeply");
    f.in_text = false;
    f.in_format_spec = false;
  }

  void unterminated_fstring(const FString& f) {
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

  // --- brackets and operators
  // ---------------------------------------------------------------------------------

  void punctuation(char c) {
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

  bool close_bracket(char c, FString* f) {
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
        fail(at_,
             "closing parenthesis '%c' does not match opening parenthesis '%c'",
             c,
             open.opening);
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

  struct Indent {
    int col;
    int alt;
  };

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

}  // namespace

TokenStream tokenize(std::string_view source) {
  return Tokenizer(source).run();
}

}  // namespace simul::syntax
