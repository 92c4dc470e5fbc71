#include "composer/text.hpp"

#include <algorithm>

#include "syntax/tokenizer.hpp"
#include "syntax/walk.hpp"

namespace simul::composer {

using namespace syntax;

namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\f';
}

void mark(std::vector<bool>& lines, int first, int last) {
  for (int line = first; line <= last && line < static_cast<int>(lines.size()); ++line)
    lines[static_cast<std::size_t>(line)] = true;
}

// Lines that begin inside a string, from the tokens.
void mark_strings(const TokenStream& tokens, std::vector<bool>& lines) {
  std::vector<int> fstrings;
  for (const Token& token : tokens.tokens) {
    if (token.type == TokenType::kString) mark(lines, token.lineno + 1, token.end_lineno);
    if (token.type == TokenType::kFStringStart) fstrings.push_back(token.lineno);
    if (token.type == TokenType::kFStringEnd && !fstrings.empty()) {
      mark(lines, fstrings.back() + 1, token.end_lineno);
      fstrings.pop_back();
    }
  }
}

}  // namespace

Text::Text(const Module& module, std::string_view source) : source_(source) {
  starts_.push_back(source.starts_with("\xef\xbb\xbf") ? 3 : 0);
  bool first = true;
  for (std::uint32_t at = 0; at < source.size(); ++at) {
    if (source[at] != '\n' && source[at] != '\r') continue;
    const bool pair = source[at] == '\r' && at + 1 < source.size() && source[at + 1] == '\n';
    if (first) newline_ = pair ? "\r\n" : std::string(1, source[at]);
    first = false;
    at += pair ? 1 : 0;
    starts_.push_back(at + 1);
  }
  in_string_.resize(starts_.size() + 1);
  const TokenStream tokens = tokenize(source);
  if (!tokens.failed) {
    mark_strings(tokens, in_string_);
  } else {
    // Behind the mistake there are no tokens, but there may be statements.
    for (const Stmt* stmt : module.body) {
      walk(*stmt, [&](const Node& node) {
        const auto* constant = try_as<Constant>(&node);
        const bool is_text =
            constant != nullptr && (constant->constant_kind == ConstantKind::kStr ||
                                    constant->constant_kind == ConstantKind::kBytes);
        if (is_text || node.kind == NodeKind::kJoinedStr)
          mark(in_string_, node.lineno + 1, node.end_lineno);
        return true;
      });
    }
  }
  for (const Token& token : tokens.tokens) {
    if (token.type != TokenType::kIndent) continue;
    // The first block that is indented stands at the file's left edge plus one level.
    const std::string_view indent = indent_of(token.lineno);
    if (!indent.empty()) unit_ = std::string(indent);
    break;
  }
}

std::uint32_t Text::offset(int line, int column) const {
  if (line < 1) return starts_[0];
  if (line > lines()) return size();
  return std::min(starts_[static_cast<std::size_t>(line) - 1] + static_cast<std::uint32_t>(column),
                  size());
}

int Text::line_of(std::uint32_t offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return std::max(1, static_cast<int>(after - starts_.begin()));
}

std::uint32_t Text::line_begin(int line) const {
  return offset(line, 0);
}

std::uint32_t Text::line_end(int line) const {
  std::uint32_t end = next_line(line);
  const std::uint32_t begin = line_begin(line);
  if (end > begin && source_[end - 1] == '\n') --end;
  if (end > begin && source_[end - 1] == '\r') --end;
  return end;
}

std::uint32_t Text::next_line(int line) const {
  return line >= lines() ? size() : starts_[static_cast<std::size_t>(line)];
}

std::string_view Text::indent_of(int line) const {
  const std::string_view whole = this->line(line);
  std::size_t n = 0;
  while (n < whole.size() && is_space(whole[n])) ++n;
  return whole.substr(0, n);
}

bool Text::is_blank(int line) const {
  return indent_of(line).size() == this->line(line).size() && !in_string(line);
}

bool Text::is_comment(int line) const {
  const std::string_view rest = this->line(line).substr(indent_of(line).size());
  return !rest.empty() && rest[0] == '#' && !in_string(line);
}

bool Text::in_string(int line) const {
  return line >= 0 && line < static_cast<int>(in_string_.size()) &&
         in_string_[static_cast<std::size_t>(line)];
}

bool Text::begins_line(std::uint32_t offset) const {
  const int line = line_of(offset);
  for (std::uint32_t at = line_begin(line); at < offset; ++at) {
    if (!is_space(source_[at])) return false;
  }
  if (line == 1) return true;
  const std::string_view before = this->line(line - 1);
  return before.empty() || before.back() != '\\' || is_comment(line - 1);
}

bool Text::ends_line(std::uint32_t offset) const {
  bool semicolon = false;
  for (std::uint32_t at = offset; at < size(); ++at) {
    const char c = source_[at];
    if (c == '\n' || c == '\r' || c == '#') return true;
    if (c == ';' && !semicolon) {
      semicolon = true;
    } else if (!is_space(c)) {
      return false;
    }
  }
  return true;
}

}  // namespace simul::composer
