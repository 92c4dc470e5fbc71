#include "syntax/parse.hpp"

#include <algorithm>
#include <tuple>

#include "syntax/error_grammar.hpp"
#include "syntax/parser.hpp"

namespace simul::syntax {
namespace {

// More than a person reads at once; each costs a run of the error grammar.
constexpr size_t kMostDiagnostics = 50;

}  // namespace

ParseResult parse(std::string_view source, std::string_view) {
  ParseResult result;
  const TokenStream tokens = tokenize(source);
  Parser parser(tokens, result.module.arena);
  result.module.body = parser.module();
  for (const Parser::BrokenStatement& broken : parser.broken()) {
    if (result.diagnostics.size() >= kMostDiagnostics) break;
    const bool first = result.diagnostics.empty();
    if (broken.failure.has_known) {
      result.diagnostics.push_back(
          prefer_tokenizer_error(broken.failure.known, tokens, broken.failure.token + 1));
    } else {
      // Only the first mistake has CPython's words for certain: there the whole program is read
      // again.
      result.diagnostics.push_back(explain_error(tokens,
                                                 first ? broken.outermost : broken.begin,
                                                 first ? 0 : broken.begin,
                                                 broken.failure.token));
    }
  }
  if (result.diagnostics.empty() && tokens.failed) result.diagnostics.push_back(tokens.error);
  // The first stays first: it is CPython's, even where a bracket opened earlier is to blame for a
  // later line.
  auto& all = result.diagnostics;
  if (all.size() > 1) {
    std::sort(all.begin() + 1, all.end(), [](const Diagnostic& a, const Diagnostic& b) {
      return std::tie(a.lineno, a.offset, a.message) < std::tie(b.lineno, b.offset, b.message);
    });
    all.erase(std::unique(all.begin(), all.end()), all.end());
  }
  return result;
}

}  // namespace simul::syntax
