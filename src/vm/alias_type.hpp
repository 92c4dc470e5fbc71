// alias_type.hpp - the aliases list[int] and int | None, for those who make one.
#pragma once

#include "vm/function.hpp"
#include "vm/vm.hpp"

namespace simul::vm {

// What a GenericAlias is made as.
struct StarrableAlias : GenericAlias {
  bool starred = false;  // *tuple[int]
};

// list.__class_getitem__ and its kind: (cls, key).
Answer class_get_item(Vm& vm, const CallArgs& args);
void install_aliases(Vm& vm);
// The operator | of types, and the union of what may be part of one.
Answer type_binary(Vm& vm, BinaryOp op, const Value& a, const Value& b);
Answer union_of(Vm& vm, const Value& a, const Value& b);

}  // namespace simul::vm
