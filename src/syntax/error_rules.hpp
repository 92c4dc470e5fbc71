// src/syntax/error_rules.hpp - the text of the error grammar: Python 3.13 once more, in the
// notation of peg_machine.hpp, with the mistakes that CPython has words for.
//
// The rules and the order of their alternatives are those of CPython's grammar: they decide which
// message wins. Statements CPython would accept never come here. The mistakes of dict displays are
// looked for in the first run already, as CPython does (its generator guards only alternatives that
// are nothing but a rule of mistakes).
#pragma once

#include <string>

namespace simul::syntax {

[[nodiscard]] std::string error_rules();

}  // namespace simul::syntax
