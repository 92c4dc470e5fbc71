// OSError and its kinds: which class an errno has, the names of files, and what str() makes of
// them. Mirrors the part of Objects/exceptions.c that is about them. Beside that, what a few types
// have besides their two fields: OSError's filename, filename2 and characters_written,
// ImportError's name_from and msg.
//
// Always holds: ExceptionObject::first is errno, ::second strerror (empty: none was given); the
// rest lies in ::besides, a dict that the program never sees.
#pragma once

#include <vector>

#include "vm/exceptions.hpp"
#include "vm/type.hpp"
#include "vm/vm.hpp"

namespace simul::vm {

// Empty: it was never set, or was deleted.
Value besides(Vm& vm, const ExceptionObject* object, const char* name);
// An empty value takes the name away.
void set_besides(Vm& vm, ExceptionObject* object, const char* name, const Value& value);

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
