// BaseExceptionGroup and ExceptionGroup: how they are made and split. Mirrors the groups of
// Objects/exceptions.c.
#pragma once

#include <vector>

#include "vm/internals.hpp"

namespace simul::vm {

// What BaseExceptionGroup(message, exceptions) may be given; of a group without exceptions that
// only end a program `type` becomes ExceptionGroup.
Answer check_group(Vm& vm, Type*& type, const CallArgs& args);
[[nodiscard]] std::vector<NativeDef> group_methods();

}  // namespace simul::vm
