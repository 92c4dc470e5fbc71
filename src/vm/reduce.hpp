// object.__reduce__, __reduce_ex__ and __getstate__: how any object comes apart for pickle and
// copy. Mirrors the part of CPython's Objects/typeobject.c that ends in reduce_newobj(); what it
// decides is written in Python (src/library/twins/_simul_reduce.py) and loaded when the first
// object is asked.
#pragma once

#include "vm/native.hpp"

namespace simul::vm {

// (self)
Native object_reduce(Vm& vm, OwnedArgs args);
// (self, protocol)
Native object_reduce_ex(Vm& vm, OwnedArgs args);
// (self): its __dict__, with its slots where it has some, or None
Native object_getstate(Vm& vm, OwnedArgs args);

}  // namespace simul::vm
