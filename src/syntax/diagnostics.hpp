// src/syntax/diagnostics.hpp - what is wrong with a program's text, in CPython's words and places.
//
// The numbers are the attributes of CPython's SyntaxError object: lines from 1, offsets in
// characters (code points) from 1, the end offset exclusive; 0 where CPython has 0, -1 where it has
// -1 or None.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace simul::syntax {

struct Diagnostic {
  std::string type = "SyntaxError";  // or IndentationError, TabError
  std::string message;
  int lineno = 1;
  int offset = 1;
  int end_lineno = 1;
  int end_offset = 1;
  std::string hint;  // for people, beyond CPython's message; may be empty
  // CPython's tokenizer says it, which shows the line without the newline that a parser's has.
  bool by_tokenizer = false;

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

// The lines CPython writes to stderr for this error of the file `filename` holding `source`: the
// place, the line, the carets and the message; each ends with a newline.
[[nodiscard]] std::string format_syntax_error(const Diagnostic& diagnostic,
                                              std::string_view source,
                                              std::string_view filename);

// The same for a SyntaxWarning: its line and the program's line.
[[nodiscard]] std::string format_syntax_warning(const Diagnostic& warning,
                                                std::string_view source,
                                                std::string_view filename);

}  // namespace simul::syntax
