// Iterators made by built-in functions, for the files that install them.
#pragma once

#include "vm/vm.hpp"

namespace simul::vm {

void install_range(Vm& vm);
// iter(callable, sentinel)
Value iterate_calls(Vm& vm, const Value& callable, const Value& sentinel);
Answer make_reversed(Vm& vm, Type* cls, const CallArgs& args);
// Does next() of it answer at once, with no code of a program's in between? And iter()?
bool answers_at_once(Vm& vm, const Value& iterator);
bool iterates_at_once(Vm& vm, const Value& iterable);

}  // namespace simul::vm
