// The plain modules that register_modules() offers to `import`.
#pragma once

#include "vm/vm.hpp"

namespace simul::vm {

void register_sys(Vm& vm);
void register_random(Vm& vm);
void register_math(Vm& vm);
void register_contextvars(Vm& vm);
void register_simul(Vm& vm);
void register_weakref(Vm& vm);

// A tuple with names: sys.version_info, time.struct_time. `fields` are its attributes in order.
Value make_named_tuple(Vm& vm, Type* type, std::vector<Value> items);
Type* make_named_tuple_type(Vm& vm,
                            const char* name,
                            const char* module,
                            std::vector<const char*> fields);
Value make_version_info(Vm& vm);

}  // namespace simul::vm
