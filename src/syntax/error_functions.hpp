// src/syntax/error_functions.hpp - the functions that the error grammar names with `#name n m`:
// what CPython decides in C where a rule alone cannot (is this a target, does this generator stand
// bare).
//
// Each is given the items of its alternative; n and m are those that the rule points to.
#pragma once

#include <string_view>

#include "syntax/peg_machine.hpp"

namespace simul::syntax {

// A name that the rules do not know is a failed check.
[[nodiscard]] peg::Machine::Function error_function(std::string_view name);

}  // namespace simul::syntax
