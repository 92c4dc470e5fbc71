// isinstance() and issubclass() of what is no class, but stands for one.
#pragma once

#include "vm/vm.hpp"

namespace simul::vm {

// As the __bases__ of the two say; what has none is refused.
Answer is_subclass_by_bases(Vm& vm, const Value& derived, const Value& cls);

}  // namespace simul::vm
