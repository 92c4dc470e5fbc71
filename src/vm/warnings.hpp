// Warnings of the machine that a filter may make errors.
#pragma once

#include <string_view>

#include "vm/vm.hpp"

namespace simul::vm {

bool warn_or_raise(Vm& vm, Type* category, std::string_view message);  // false: raised

}  // namespace simul::vm
