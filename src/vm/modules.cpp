#include "vm/modules.hpp"

#include "vm/install.hpp"

namespace simul::vm {

void register_modules(Vm& vm) {
  register_sys(vm);
  register_random(vm);
  register_math(vm);
  register_contextvars(vm);
  register_simul(vm);
  register_weakref(vm);
}

}  // namespace simul::vm
