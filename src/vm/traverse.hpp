// What an object refers to, its class and attributes included: for whoever follows references.
#pragma once

#include "vm/object.hpp"

namespace simul::vm {

class Visitor;
void traverse(Container* object, Visitor& visitor);

}  // namespace simul::vm
