// OSError and its kinds: which class an errno has, the names of files, and what str() makes of
// them. Mirrors the part of Objects/exceptions.c that is about them.
//
// Always holds: ExceptionObject::first is errno, ::second strerror (empty: none was given); the
// rest is kept besides, see exception_fields.hpp.
#pragma once

#include <vector>

#include "vm/exceptions.hpp"
#include "vm/type.hpp"
#include "vm/vm.hpp"

namespace simul::vm {

// The class that OSError(errno, strerror…) is made of: OSError where the number has none of its
// own.
Type* os_error_of(Vm& vm, const CallArgs& args);
// An OSError takes its arguments apart as it is made, but one whose class has an __init__() of its
// own (and no __new__()) only when that asks OSError's: until then it has none.
bool waits_for_init(Vm& vm, Type* type);
// Is what OSError's own __init__() would do done already, as the object was made?
bool is_made_by_new(Vm& vm, Type* type);
// OSError(errno, strerror, filename, winerror, filename2): `args` keeps the first two.
// False: a TypeError is raised.
bool take_file_names(Vm& vm, ExceptionObject* object);
// What str() gives; false: it is what str() of any exception is.
bool has_os_error_str(Vm& vm, const ExceptionObject* object);
Answer os_error_str(Vm& vm, const ExceptionObject* object);
std::vector<GetterDef> os_error_getters();

}  // namespace simul::vm
