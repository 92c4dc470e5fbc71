// UnicodeEncodeError, UnicodeDecodeError and UnicodeTranslateError: what they say and what they
// give. Mirrors the Unicode errors of Objects/exceptions.c.
#pragma once

#include <string_view>
#include <vector>

#include "vm/internals.hpp"

namespace simul::vm {

// str() of one of the three that has all its arguments.
Answer unicode_error_text(Vm& vm, const Value& self);
// Of the class of that name; of every other class none.
[[nodiscard]] std::vector<GetterDef> unicode_error_getters(std::string_view name);

}  // namespace simul::vm
