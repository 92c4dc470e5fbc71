// The names of a frame and their values: locals(), and what its f_locals is.
#pragma once

#include "vm/frame.hpp"
#include "vm/vm.hpp"

namespace simul::vm {

// A class's or module's own namespace, or a fresh copy of a function's variables.
Value locals_of(Vm& vm, Frame* frame);
// The same namespace, or a FrameLocalsProxy.
Value frame_locals(Vm& vm, Frame* frame);
void install_frame_locals(Vm& vm);

}  // namespace simul::vm
