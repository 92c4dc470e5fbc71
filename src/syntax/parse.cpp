#include "syntax/parse.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <tuple>

#include "base/sort.hpp"
#include "syntax/error_grammar.hpp"
#include "syntax/parser.hpp"
#include "syntax/walk.hpp"

namespace simul::syntax {
namespace {

// More than a person reads at once; each costs a run of the error grammar.
constexpr size_t kMostDiagnostics = 50;
// How many lines that cannot be cut into tokens are passed over.
constexpr int kMostRepairs = 8;

// The tokenizer's and the parser's, in the order of the places where they are given. CPython's
// tokenizer goes on behind a mistake of the grammar, looking for one of its own.
void merge_warnings(const TokenStream& tokens, const Parser& parser, std::vector<Diagnostic>& out) {
  std::vector<PlacedWarning> all;
  std::merge(tokens.warnings.begin(),
             tokens.warnings.end(),
             parser.warnings().begin(),
             parser.warnings().end(),
             std::back_inserter(all),
             [](const PlacedWarning& a, const PlacedWarning& b) { return a.at < b.at; });
  for (PlacedWarning& warning : all) out.push_back(std::move(warning.diagnostic));
}

ParseResult parse_once(const TokenStream& tokens) {
  ParseResult result;
  Parser parser(tokens, result.module.arena);
  result.module.body = parser.module();
  merge_warnings(tokens, parser, result.warnings);
  for (const Parser::BrokenStatement& broken : parser.broken()) {
    if (result.diagnostics.size() >= kMostDiagnostics) break;
    const bool first = result.diagnostics.empty();
    Explanation found{broken.failure.known, broken.failure.token + 1};
    if (!broken.failure.has_known) {
      // Only the first mistake has CPython's words for certain: there the whole program is read
      // again.
      found = explain_error(tokens,
                            first ? broken.outermost : broken.begin,
                            first ? 0 : broken.begin,
                            broken.failure.token);
    }
    if (!first) {
      result.diagnostics.push_back(std::move(found.diagnostic));
      continue;
    }
    result.diagnostics.push_back(prefer_tokenizer_error(found.diagnostic, tokens, found.seen));
    if (result.diagnostics[0] != found.diagnostic)
      result.diagnostics.push_back(std::move(found.diagnostic));
  }
  if (result.diagnostics.empty() && tokens.failed) result.diagnostics.push_back(tokens.error);
  return result;
}

// The text with the line of the tokenizer's mistake replaced by one that can be read, so that what
// stands behind it is parsed too; empty when that line is no place to go on from. Line numbers
// stay.
std::string without_broken_line(const TokenStream& tokens, int lineno) {
  const std::string_view line = tokens.line(lineno);
  const std::string_view code = line.substr(std::min(line.find_first_not_of(" \t\f"), line.size()));
  if (code.empty()) return {};
  for (const std::string_view word : {"else", "elif", "except", "finally", "case"}) {
    if (code.substr(0, word.size()) == word) return {};
  }
  const size_t last = code.find_last_not_of(" \t");
  const bool opens_block = code[last] == ':';
  // Of a line that stands between two levels no statement could stand there.
  const bool misplaced = !tokens.unclosed_bracket && (tokens.error.type == "IndentationError" ||
                                                      tokens.error.type == "TabError");
  std::string text = tokens.text;
  const auto at = static_cast<size_t>(code.data() - tokens.text.data());
  text.replace(at, code.size(), misplaced ? "#" : opens_block ? "if _:" : "pass");
  return text;
}

// A line that was replaced, and where its code had ended.
struct Repair {
  int lineno;
  int end_col;
};

// A block that ends with a replaced line ends where the program's own line does.
void end_with_own_lines(const Module& module, const std::vector<Repair>& repaired) {
  for (Stmt* statement : module.body) {
    walk(*statement, [&](const Node& node) {
      for (const Repair& line : repaired) {
        // The tree is still being made: it is only the walk that looks at it as finished.
        if (node.lineno < line.lineno && node.end_lineno == line.lineno)
          const_cast<Node&>(node).end_col_offset = line.end_col;
      }
      return true;
    });
  }
}

}  // namespace

ParseResult parse(std::string_view source, std::string_view) {
  TokenStream tokens = tokenize(source);
  ParseResult result = parse_once(tokens);
  std::vector<Repair> repaired;
  const auto is_repaired = [&](int lineno) {
    return std::any_of(repaired.begin(), repaired.end(), [&](const Repair& line) {
      return line.lineno == lineno;
    });
  };
  for (int i = 0; i < kMostRepairs && tokens.failed; ++i) {
    const int lineno = tokens.unclosed_bracket ? tokens.unclosed_lineno : tokens.error.lineno;
    if (is_repaired(lineno)) break;
    const std::string text = without_broken_line(tokens, lineno);
    if (text.empty()) break;
    repaired.push_back(
        {lineno, static_cast<int>(tokens.line(lineno).find_last_not_of(" \t\f\r\n") + 1)});
    tokens = tokenize(text);
    ParseResult further = parse_once(tokens);
    result.module = std::move(further.module);
    for (Diagnostic& d : further.diagnostics) {
      // An indentation that fits no more is the doing of the line that was replaced.
      if (d.lineno > lineno + (d.type == "IndentationError" ? 1 : 0))
        result.diagnostics.push_back(std::move(d));
    }
  }
  // What stands for a replaced line is no part of the program.
  std::span<Stmt*>& body = result.module.body;
  const auto end = std::remove_if(body.begin(), body.end(), [&](const Stmt* statement) {
    return statement->kind == NodeKind::kPass && is_repaired(statement->lineno);
  });
  body = body.first(static_cast<size_t>(end - body.begin()));
  if (!repaired.empty()) end_with_own_lines(result.module, repaired);
  // The first stays first: it is CPython's, even where a bracket opened earlier is to blame for a
  // later line.
  auto& all = result.diagnostics;
  if (all.size() > 1) {
    const auto by_place = [](const Diagnostic& a, const Diagnostic& b) {
      return std::tie(a.lineno, a.offset, a.message) < std::tie(b.lineno, b.offset, b.message);
    };
    sort_stably(std::span(all).subspan(1), by_place);
    all.erase(std::unique(all.begin() + 1, all.end()), all.end());
    all.erase(std::remove(all.begin() + 1, all.end(), all[0]), all.end());
    if (all.size() > kMostDiagnostics) all.resize(kMostDiagnostics);
  }
  return result;
}

}  // namespace simul::syntax
