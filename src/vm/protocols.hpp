// protocols.hpp - what operations ask of a value of the program before they do their work.
#pragma once

#include "vm/vm.hpp"

namespace simul::vm {

// str(self) where the class has no __str__: its __repr__, and str's complaint.
Answer str_through_repr(Vm& vm, const Value& self);
// What CPython asks an iterable of the program before it makes a list of it: __len__, then
// __length_hint__. Only their errors matter.
Native ask_length(Vm& vm, Value iterable);
// The parts that join() of a str or bytes joins, as a list.
Native parts_to_join(Vm& vm, Value iterable);
// length * count is more than a C number counts: raised OverflowError with this message.
bool repeats_too_often(Vm& vm, const Value& count, std::int64_t length, const char* message);

}  // namespace simul::vm
