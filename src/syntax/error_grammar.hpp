// src/syntax/error_grammar.hpp - what CPython 3.13 would say of a program that does not parse.
#pragma once

#include <cstddef>

#include "syntax/diagnostics.hpp"
#include "syntax/tokenizer.hpp"

namespace simul::syntax {

struct Explanation {
  Diagnostic diagnostic;
  size_t seen = 0;  // how many tokens were read; 0 where CPython does not look further
};

// The mistake of the first statement that does not parse, from the token `begin` (the first of a
// statement) on. The search for CPython's words starts at `from`, for they may be found in correct
// statements before: `print *x` has words of its own once anything else in the file is wrong.
// `failed_at` is where the parser stopped: the place of "invalid syntax" should the error grammar
// accept what the parser does not.
[[nodiscard]] Explanation explain_error(const TokenStream& tokens,
                                        size_t begin,
                                        size_t from,
                                        size_t failed_at);

// CPython prefers a mistake of the tokenizer further on to one of the grammar.
[[nodiscard]] Diagnostic prefer_tokenizer_error(Diagnostic found,
                                                const TokenStream& tokens,
                                                size_t seen);

}  // namespace simul::syntax
