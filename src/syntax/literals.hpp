// src/syntax/literals.hpp - the values of string, bytes and number tokens.
#pragma once

#include <string>
#include <string_view>

#include "syntax/arena.hpp"
#include "syntax/ast.hpp"

namespace simul::syntax {

struct StringPrefix {
  bool bytes = false;
  bool raw = false;
  bool u = false;
  int quote_size = 1;
  size_t body = 0;  // where the text between the quotes begins
};
[[nodiscard]] StringPrefix read_string_prefix(std::string_view token);

// CPython's SyntaxWarning about an escape: its words (empty for none), and how many lines of the
// text stand before it.
struct EscapeWarning {
  std::string message;
  int lines_before = 0;
};

// Appends the value of the text between the quotes. On failure returns CPython's message, else an
// empty string. The first escape that is none sets `warning`.
[[nodiscard]] std::string decode_string_body(std::string_view body,
                                             bool raw,
                                             std::string& out,
                                             EscapeWarning* warning = nullptr);
[[nodiscard]] std::string decode_bytes_body(std::string_view body,
                                            bool raw,
                                            std::string& out,
                                            EscapeWarning* warning = nullptr);

// Sets kind and value of `constant` from a number token. On failure returns CPython's message.
[[nodiscard]] std::string read_number(std::string_view token, Arena& arena, Constant& constant);

}  // namespace simul::syntax
