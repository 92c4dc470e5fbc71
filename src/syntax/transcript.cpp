#include "syntax/transcript.hpp"

#include <algorithm>
#include <vector>

#include "syntax/parse.hpp"

namespace simul::syntax {
namespace {

struct Entry {
  std::string code;
  bool shown = false;  // output followed that may be its value
};

enum class LineKind { kPrompt, kContinuation, kOutput };

struct Line {
  LineKind kind = LineKind::kOutput;
  std::string_view code;
};

bool starts_with(std::string_view text, std::string_view head) {
  return text.substr(0, head.size()) == head;
}

std::string_view without_indent(std::string_view line) {
  return line.substr(std::min(line.find_first_not_of(" \t"), line.size()));
}

// Behind a prompt one space belongs to the prompt.
std::string_view behind_prompt(std::string_view rest) {
  return starts_with(rest, " ") ? rest.substr(1) : rest;
}

// "In [12]: x" and "   ...: x"; a text without the number's bracket is no prompt.
bool ipython_prompt(std::string_view line, std::string_view head, std::string_view& code) {
  if (!starts_with(line, head)) return false;
  const size_t digits = line.find_first_not_of("0123456789", head.size());
  if (digits == head.size() || digits == std::string_view::npos ||
      !starts_with(line.substr(digits), "]:"))
    return false;
  code = behind_prompt(line.substr(digits + 2));
  return true;
}

Line classify(std::string_view raw, bool in_entry) {
  const std::string_view line = without_indent(raw);
  Line out;
  if (line == ">>>" || starts_with(line, ">>> "))
    return {LineKind::kPrompt, behind_prompt(line.substr(3))};
  if (ipython_prompt(line, "In [", out.code)) return {LineKind::kPrompt, out.code};
  if (!in_entry) return out;
  if (starts_with(line, "...:")) return {LineKind::kContinuation, behind_prompt(line.substr(4))};
  if (line == "..." || starts_with(line, "... "))
    return {LineKind::kContinuation, behind_prompt(line.substr(3))};
  return out;
}

// What may stand above the first prompt.
bool is_preamble(std::string_view raw) {
  const std::string_view line = without_indent(raw);
  for (const std::string_view head : {"```",
                                      "$ ",
                                      "Python 3",
                                      "Python 2",
                                      "Type ",
                                      "asyncio REPL",
                                      "Use \"await\"",
                                      "IPython ",
                                      "[GCC",
                                      "[Clang"}) {
    if (starts_with(line, head)) return true;
  }
  return line.empty();
}

// The entry as a line of a program.
std::string as_program(const Entry& entry) {
  if (!entry.shown) return entry.code;
  const ParseResult parsed = parse(entry.code);
  if (!parsed.ok() || parsed.module.body.size() != 1) return entry.code;
  const auto* statement = try_as<ExprStmt>(parsed.module.body[0]);
  if (statement == nullptr) return entry.code;
  // From the statement's begin to its end; what follows is a comment.
  const auto offset_of = [&](int lineno, int col) {
    size_t at = 0;
    for (int i = 1; i < lineno; ++i) at = entry.code.find('\n', at) + 1;
    return at + static_cast<size_t>(col);
  };
  const size_t begin = offset_of(statement->lineno, statement->col_offset);
  const size_t end = offset_of(statement->end_lineno, statement->end_col_offset);
  const std::string before = entry.code.substr(0, begin);
  const std::string expression = entry.code.substr(begin, end - begin);
  const std::string behind = entry.code.substr(end);
  const Expr* value = statement->value;
  if (const auto* call = try_as<Call>(value)) {
    const auto* function = try_as<Name>(call->func);
    if (function != nullptr && function->id == "print") return entry.code;
  }
  if (value->kind == NodeKind::kCall || value->kind == NodeKind::kAwait) {
    return before + "if (_ := " + expression + ") is not None: print(repr(_))" + behind;
  }
  return before + "print(repr(" + expression + "))" + behind;
}

}  // namespace

std::optional<std::string> read_transcript(std::string_view text) {
  std::vector<Entry> entries;
  bool continues = false;  // the line above was input
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    std::string_view raw = text.substr(at, end - at);
    at = end + 1;
    if (!raw.empty() && raw.back() == '\r') raw.remove_suffix(1);
    const Line line = classify(raw, continues);
    switch (line.kind) {
      case LineKind::kPrompt:
        entries.push_back({std::string(line.code)});
        continues = true;
        break;
      case LineKind::kContinuation:
        entries.back().code += '\n';
        entries.back().code += line.code;
        break;
      case LineKind::kOutput:
        continues = false;
        if (entries.empty()) {
          if (!is_preamble(raw)) return std::nullopt;
        } else if (!is_preamble(raw) && !starts_with(without_indent(raw), "Traceback")) {
          entries.back().shown = true;
        }
        break;
    }
  }
  if (entries.empty()) return std::nullopt;
  std::string program;
  for (const Entry& entry : entries) {
    program += as_program(entry);
    program += '\n';
  }
  return program;
}

}  // namespace simul::syntax
