#include "syntax/tokenizer_state.hpp"

#include <cstdarg>
#include <cstdio>

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

void Tokenizer::new_line(bool spliced) {
  if (spliced) {
    out_.spliced_lines.emplace_back(lineno_ + 1, buffer_start_);
  } else {
    buffer_start_ = at_;
  }
  ++lineno_;
  line_start_ = at_;
  if (out_.line_starts.size() < static_cast<size_t>(lineno_)) out_.line_starts.push_back(at_);
}

Token& Tokenizer::emit(TokenType type, uint32_t begin, uint32_t end) {
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

void Tokenizer::fail(uint32_t place, const char* format, ...) {
  va_list args;
  va_start(args, format);
  char buffer[160];
  std::vsnprintf(buffer, sizeof buffer, format, args);
  va_end(args);
  const int offset =
      count_characters(std::string_view(out_.text).substr(line_start_, place - line_start_));
  fail_at(buffer, lineno_, offset, lineno_, offset);
}

void Tokenizer::fail_at(
    std::string message, int lineno, int offset, int end_lineno, int end_offset) {
  if (done_) return;
  out_.error.message = std::move(message);
  out_.error.lineno = lineno;
  out_.error.offset = offset;
  out_.error.end_lineno = end_lineno;
  out_.error.end_offset = end_offset;
  out_.error.by_tokenizer = true;
  out_.error_inside_fstring = !fstrings_.empty();
  out_.failed = true;
  done_ = true;
  Token& t =
      emit(TokenType::kError, std::min<uint32_t>(at_, size()), std::min<uint32_t>(at_, size()));
  t.lineno = t.end_lineno = lineno_;
}

void Tokenizer::warn(std::string message) {
  PlacedWarning& placed = out_.warnings.emplace_back();
  placed.at = std::min<uint32_t>(at_, size());
  Diagnostic& d = placed.diagnostic;
  d.type = "SyntaxWarning";
  d.message = std::move(message);
  d.lineno = d.end_lineno = lineno_;
  d.offset = d.end_offset = 0;
}

void Tokenizer::fail_soft(
    std::string message, int lineno, int offset, int end_lineno, int end_offset) {
  fail_at(std::move(message), lineno, offset, end_lineno, end_offset);
  out_.error.by_tokenizer = false;
  out_.error_is_soft = true;
}

void Tokenizer::fail_at_end() {
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

}  // namespace simul::syntax
