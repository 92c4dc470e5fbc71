// dict.keys(), values(), items() and the iterators over a dict.
#pragma once

#include "vm/vm.hpp"

namespace simul::vm {

Value view_dict(Vm& vm, const Value& dict, Type* type);
// type: one of Types' dict_…_iterator.
Value iterate_dict(Vm& vm, const Value& dict, Type* type);
Answer dict_reversed(Vm& vm, const CallArgs& args);
void install_dict_views(Vm& vm);

}  // namespace simul::vm
