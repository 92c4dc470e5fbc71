// What an exception of some types has besides its arguments: two fields of its own, and a dict of
// those that few have (OSError's filename, filename2 and characters_written, ImportError's
// name_from and msg). Mirrors the structs of Include/cpython/pyerrors.h.
//
// Always holds: a field that was never set is empty, and None for the program; the dict is never
// seen by it.
#pragma once

#include "vm/exceptions.hpp"
#include "vm/internals.hpp"
#include "vm/vm.hpp"

namespace simul::vm {

inline constexpr char kNameFrom[] = "name_from";  // what `from` asked for, of an ImportError

// Empty: it was never set, or was deleted.
Value besides(Vm& vm, const ExceptionObject* object, const char* name);
// An empty value takes the name away.
void set_besides(Vm& vm, ExceptionObject* object, const char* name, const Value& value);

// Getters and setters for a type's table; what is deleted is None from then on.
template <Value ExceptionObject::* kField>
Answer get_field(Vm& /*vm*/, const Value& self) {
  return or_none(self.as<ExceptionObject>()->*kField);
}
template <Value ExceptionObject::* kField>
Answer set_field(Vm& /*vm*/, const Value& self, const Value& value) {
  self.as<ExceptionObject>()->*kField = value;
  return Value::none();
}
template <const char* kName>
Answer get_besides(Vm& vm, const Value& self) {
  return or_none(besides(vm, self.as<ExceptionObject>(), kName));
}
template <const char* kName>
Answer put_besides(Vm& vm, const Value& self, const Value& value) {
  set_besides(vm, self.as<ExceptionObject>(), kName, value);
  return Value::none();
}

}  // namespace simul::vm
