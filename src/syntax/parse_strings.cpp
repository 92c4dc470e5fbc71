// String, bytes and f-string literals, and their concatenation.
//
// The parts of one literal or of several side by side are collected flat on scratch_: constants and
// formatted values. Neighbouring constants are then joined and empty ones dropped, as CPython does.
#include "syntax/literals.hpp"
#include "syntax/parser.hpp"

namespace simul::syntax {

namespace {

// A text of an f-string. It may end with a backslash that stands before a field: that one is no
// escape.
std::string decode_fstring_text(std::string_view body,
                                bool raw,
                                std::string& out,
                                EscapeWarning* warning) {
  size_t backslashes = 0;
  while (backslashes < body.size() && body[body.size() - 1 - backslashes] == '\\') ++backslashes;
  const bool ends_alone = !raw && backslashes % 2 == 1;
  if (ends_alone) body.remove_suffix(1);
  std::string problem = decode_string_body(body, raw, out, warning);
  if (ends_alone) out.push_back('\\');
  return problem;
}

}  // namespace

void Parser::string_constant(std::string_view value,
                             bool u,
                             const Token& first,
                             const Token& last) {
  Constant* node = make<Constant>(first);
  node->end_lineno = last.end_lineno;
  node->end_col_offset = last.end_col_offset;
  node->constant_kind = ConstantKind::kStr;
  node->text = arena_.copy(value);
  node->u_prefix = u;
  scratch_.push_back(node);
}

void Parser::warn(const EscapeWarning& warning, const Token& place) {
  if (warning.message.empty() || failed_ || !broken_.empty()) return;
  PlacedWarning& placed = warnings_.emplace_back();
  placed.at = place.begin;
  Diagnostic& d = placed.diagnostic;
  d.type = "SyntaxWarning";
  d.message = warning.message;
  d.lineno = d.end_lineno = place.lineno + warning.lines_before;
  d.offset = d.end_offset = 0;
}

Expr* Parser::strings() {
  const Token& begin = token();
  const size_t mark = scratch_.size();
  bool any_bytes = false;
  bool any_str = false;
  bool any_fstring = false;
  while (!failed_ && (type() == T::kString || type() == T::kFStringStart)) {
    if (type() == T::kFStringStart) {
      any_fstring = true;
      fstring();
      continue;
    }
    const Token& t = *at_++;
    const std::string_view whole = text(t);
    const StringPrefix prefix = read_string_prefix(whole);
    const std::string_view body = whole.substr(
        prefix.body, whole.size() - prefix.body - static_cast<size_t>(prefix.quote_size));
    std::string value;
    EscapeWarning warning;
    std::string problem = prefix.bytes ? decode_bytes_body(body, prefix.raw, value, &warning)
                                       : decode_string_body(body, prefix.raw, value, &warning);
    warn(warning, t);
    if (!problem.empty()) {
      --at_;
      fail_known(std::move(problem), t);
      break;
    }
    (prefix.bytes ? any_bytes : any_str) = true;
    string_constant(value, prefix.u, t, t);
  }
  if (any_bytes && (any_str || any_fstring)) {
    if (type() == T::kError) fail();
    fail_known("cannot mix bytes and nonbytes literals", token());
  }
  if (failed_) {
    scratch_.resize(mark);
    return bad_expression();
  }
  if (any_bytes) {
    buffer_.clear();
    for (size_t i = mark; i < scratch_.size(); ++i) buffer_ += as<Constant>(scratch_[i])->text;
    scratch_.resize(mark);
    Constant* node = make<Constant>(begin);
    node->constant_kind = ConstantKind::kBytes;
    node->text = arena_.copy(std::string_view(buffer_));
    return node;
  }
  return join_parts(mark, any_fstring, begin);
}

Expr* Parser::join_parts(size_t mark, bool is_fstring, const Token& begin) {
  size_t out = mark;
  for (size_t i = mark; i < scratch_.size();) {
    Constant* first = try_as<Constant>(scratch_[i]);
    if (first == nullptr) {
      scratch_[out++] = scratch_[i++];
      continue;
    }
    size_t after = i + 1;
    while (after < scratch_.size() && scratch_[after]->kind == NodeKind::kConstant) ++after;
    if (after > i + 1) {
      buffer_.clear();
      for (size_t k = i; k < after; ++k) buffer_ += as<Constant>(scratch_[k])->text;
      first->text = arena_.copy(std::string_view(buffer_));
      first->end_lineno = scratch_[after - 1]->end_lineno;
      first->end_col_offset = scratch_[after - 1]->end_col_offset;
    }
    i = after;
    if (is_fstring && first->text.empty()) continue;
    scratch_[out++] = first;
  }
  scratch_.resize(out);
  if (!is_fstring) {
    Node* only = scratch_.back();
    scratch_.resize(mark);
    return static_cast<Expr*>(only);
  }
  JoinedStr* node = make<JoinedStr>(begin);
  node->values = take<Expr>(mark);
  return node;
}

void Parser::fstring() {
  expect(T::kFStringStart);
  // CPython decodes the texts when it has read the whole; for its warnings it counts lines from the
  // end, which may name a line that is not there.
  std::vector<EscapeWarning> part_warnings;
  std::string first_problem;
  for (;;) {
    const Token& t = token();
    if (accept(T::kFStringMiddle)) {
      std::string value;
      std::string problem = decode_fstring_text(
          text(t), (t.flags & kRawString) != 0, value, &part_warnings.emplace_back());
      if (first_problem.empty()) first_problem = std::move(problem);
      if (!value.empty()) string_constant(value, false, t, t);
    } else if (t.type == T::kLeftBrace) {
      fstring_field();
    } else {
      expect(T::kFStringEnd);
      for (const EscapeWarning& warning : part_warnings) warn(warning, t);
      if (!failed_ && !first_problem.empty()) {
        --at_;
        fail_known(std::move(first_problem), t);
      }
      return;
    }
  }
}

void Parser::fstring_field() {
  const Token& brace = expect(T::kLeftBrace);
  Expr* value = yield_or_star_expressions();
  const bool debug = accept(T::kEqual);
  const Token& behind = token();  // ends the text that `=` shows
  int conversion = -1;
  const Token* conversion_token = nullptr;
  if (accept(T::kExclamation)) {
    const Token& mark = at_[-1];
    const Token& t = expect(T::kName);
    const std::string_view letter = failed_ ? "s" : text(t);
    if (!failed_ && (mark.end != t.begin || mark.lineno != t.lineno)) {
      --at_;
      fail_known("f-string: conversion type must come right after the exclamanation mark", t);
      failure_.known.lineno = mark.lineno;
      failure_.known.offset = tokens_.characters(mark.lineno, mark.col_offset) + 1;
      return;
    }
    conversion_token = &t;
    if (!letter.empty()) conversion = letter[0];
  }
  Expr* spec = nullptr;
  const Token& colon = token();
  if (accept(T::kColon)) {
    const size_t mark = scratch_.size();
    for (;;) {
      const Token& t = token();
      if (accept(T::kFStringMiddle)) {
        std::string decoded;
        EscapeWarning warning;
        std::string problem =
            decode_fstring_text(text(t), (t.flags & kRawString) != 0, decoded, &warning);
        warn(warning, t);
        if (!problem.empty()) {
          --at_;
          return fail_known(std::move(problem), t);
        }
        string_constant(decoded, false, t, t);
      } else if (t.type == T::kLeftBrace) {
        fstring_field();
      } else {
        break;
      }
    }
    spec = join_parts(mark, true, colon);
  }
  const Token& close = expect(T::kRightBrace);
  if (failed_) return;
  if (conversion_token != nullptr) {
    const std::string_view letter = text(*conversion_token);
    if (letter != "s" && letter != "r" && letter != "a") {
      --at_;
      return fail_known("f-string: invalid conversion character '" + std::string(letter) +
                            "': expected 's', 'r', or 'a'",
                        *conversion_token);
    }
  }
  if (debug) {
    // The text between the brace and what follows `=`, comments left out.
    std::string shown(std::string_view(tokens_.text).substr(brace.end, behind.begin - brace.end));
    if (shown.find('#') != std::string::npos) {
      const Token* from = &brace + 1;
      std::string clean;
      uint32_t reached = brace.end;
      for (const Token* t = from; t <= &behind; ++t) {
        std::string_view gap = std::string_view(tokens_.text).substr(reached, t->begin - reached);
        for (size_t i = 0; i < gap.size(); ++i) {
          if (gap[i] == '#') i = std::min(gap.find('\n', i), gap.size());
          if (i < gap.size()) clean.push_back(gap[i]);
        }
        if (t != &behind) clean += text(*t);
        reached = t->end;
      }
      shown = clean;
    }
    string_constant(shown, false, brace, behind);
    Node* constant = scratch_.back();
    constant->col_offset += 1;
    constant->end_lineno = behind.lineno;
    constant->end_col_offset = behind.col_offset;
    if (conversion < 0 && spec == nullptr) conversion = 'r';
  }
  FormattedValue* node = make<FormattedValue>(brace);
  node->end_lineno = close.end_lineno;
  node->end_col_offset = close.end_col_offset;
  node->value = value;
  node->conversion = conversion;
  node->format_spec = spec;
  scratch_.push_back(node);
}

}  // namespace simul::syntax
