// Numbers, and what may not follow one (tok_decimal_tail() and verify_end_of_number() of CPython's
// lexer.c).
#include "syntax/tokenizer_state.hpp"

namespace simul::syntax {

namespace {

bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

}  // namespace

bool Tokenizer::digits() {
  for (;;) {
    while (is_digit(at(at_))) ++at_;
    if (at(at_) != '_') return true;
    ++at_;
    if (!is_digit(at(at_))) return fail(at_, "invalid decimal literal"), false;
  }
}

bool Tokenizer::end_of_number(const char* kind) {
  const char c = at(at_);
  const std::string_view rest = std::string_view(out_.text).substr(std::min(at_, size()));
  const auto begins = [&](std::string_view word) {
    return rest.substr(0, word.size()) == word &&
           !is_name_char(at(at_ + static_cast<uint32_t>(word.size())));
  };
  const std::string_view two = rest.substr(0, 2);
  if (two == "if" || two == "in" || two == "is" || begins("and") || begins("else") ||
      begins("for") || begins("or") || begins("not")) {
    warn(std::string("invalid ") + kind + " literal");
    return true;
  }
  if ((c & 0x80) == 0 && is_name_char(c)) return fail(at_, "invalid %s literal", kind), false;
  return true;
}

bool Tokenizer::radix_digits(const char* kind, char highest, bool hex) {
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

void Tokenizer::number() {
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

bool Tokenizer::decimal(uint32_t begin) {
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

}  // namespace simul::syntax
