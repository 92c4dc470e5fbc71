#include "syntax/error_grammar.hpp"

#include "syntax/error_functions.hpp"
#include "syntax/error_rules.hpp"
#include "syntax/peg_machine.hpp"

namespace simul::syntax {
namespace {

using peg::Machine;

const peg::Grammar& grammar() {
  static const peg::Grammar kGrammar = peg::compile_grammar(error_rules());
  return kGrammar;
}

Diagnostic unclosed_bracket(const TokenStream& tokens) {
  Diagnostic d;
  d.message = std::string("'") + tokens.unclosed_char + "' was never closed";
  d.lineno = d.end_lineno = tokens.unclosed_lineno;
  d.offset = tokens.characters(tokens.unclosed_lineno, tokens.unclosed_col) + 1;
  d.end_offset = 0;
  return d;
}

}  // namespace

Diagnostic prefer_tokenizer_error(Diagnostic found, const TokenStream& tokens, size_t seen) {
  if (!tokens.failed || seen == 0) return found;
  if (tokens.error_inside_fstring) return found;
  if (!tokens.error_is_soft) return tokens.error;
  if (tokens.unclosed_bracket && seen <= tokens.tokens.size() &&
      tokens.tokens[seen - 1].lineno > tokens.unclosed_lineno) {
    return unclosed_bracket(tokens);
  }
  return found;
}

Explanation explain_error(const TokenStream& tokens, size_t begin, size_t from, size_t failed_at) {
  const int file = grammar().find("file");
  Machine machine(grammar(), tokens, error_function);
  Machine::Outcome outcome = machine.run(file, begin, false);
  size_t last = machine.fill() - 1;
  if (outcome == Machine::Outcome::kMatched) last = failed_at;  // the parsers disagree
  if (outcome == Machine::Outcome::kFailed) outcome = machine.run(file, from, true);
  const size_t seen = machine.fill();
  if (outcome == Machine::Outcome::kTokenizerError) return {tokens.error, 0};
  if (outcome == Machine::Outcome::kRaised) return {machine.error(), seen};
  const Token& t = tokens.tokens[last];
  switch (t.type) {
    case TokenType::kError: return {tokens.error, 0};
    case TokenType::kIndent:
      machine.raise_at_token(seen - 1, "unexpected indent", "IndentationError");
      break;
    case TokenType::kDedent:
      machine.raise_at_token(seen - 1, "unexpected unindent", "IndentationError");
      break;
    case TokenType::kEnd:
      machine.raise_at("SyntaxError", t.lineno, -1, t.lineno, -1, "invalid syntax");
      break;
    default: machine.raise_at_token(last, "invalid syntax"); break;
  }
  // CPython does not look further behind a wrong indentation.
  const bool indentation = t.type == TokenType::kIndent || t.type == TokenType::kDedent;
  return {machine.error(), indentation ? 0 : seen};
}

}  // namespace simul::syntax
