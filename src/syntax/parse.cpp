#include "syntax/parse.hpp"

#include "syntax/parser.hpp"

namespace simul::syntax {

ParseResult parse(std::string_view source, std::string_view) {
  ParseResult result;
  const TokenStream tokens = tokenize(source);
  Parser parser(tokens, result.module.arena);
  result.module.body = parser.module();
  for (const Parser::BrokenStatement& broken : parser.broken()) {
    if (broken.failure.has_known) { result.diagnostics.push_back(broken.failure.known); continue; }
    const Token& t = tokens.tokens[std::min(broken.failure.token, tokens.tokens.size() - 1)];
    if (t.type == TokenType::kError) { result.diagnostics.push_back(tokens.error); continue; }
    Diagnostic d; d.message = "invalid syntax"; d.lineno = t.lineno; d.offset = t.col_offset + 1; d.end_lineno = t.end_lineno; d.end_offset = t.end_col_offset + 1;
    result.diagnostics.push_back(d);
  }
  return result;
}

}  // namespace simul::syntax
