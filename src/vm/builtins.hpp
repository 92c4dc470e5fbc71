// The second half of the builtins module.
#pragma once

#include "vm/vm.hpp"

namespace simul::vm {

void install_builtins_iteration(Vm& vm);
void install_code_builtins(Vm& vm);  // eval, exec, compile
// `it` is the iterator that next() was asked for.
Native sorted_list(Vm& vm, Value iterable, Value key, bool descending);

}  // namespace simul::vm
