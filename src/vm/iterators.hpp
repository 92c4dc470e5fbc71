// Iterators made by built-in functions, for the files that install them.
#pragma once

#include "vm/vm.hpp"

namespace simul::vm {

// What an iterator's __reduce__ gives: (BUILTIN, arguments) or, with a state, (BUILTIN, arguments,
// state).
Value reduced(Vm& vm, const char* builtin, Value arguments, Value state = {});
// The index that a __setstate__ is given, from `low` to `high`; false: raised.
bool index_of_state(
    Vm& vm, const Value& state, std::int64_t low, std::int64_t high, std::int64_t& index);

void install_range(Vm& vm);
// iter(callable, sentinel)
Value iterate_calls(Vm& vm, const Value& callable, const Value& sentinel);
Answer make_reversed(Vm& vm, Type* cls, const CallArgs& args);
// Does next() of it answer at once, with no code of a program's in between? And iter()?
bool answers_at_once(Vm& vm, const Value& iterator);
bool iterates_at_once(Vm& vm, const Value& iterable);

}  // namespace simul::vm
