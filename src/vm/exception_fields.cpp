// Fields of exceptions: see exception_fields.hpp.
#include "vm/exception_fields.hpp"

namespace simul::vm {

Value besides(Vm& vm, const ExceptionObject* object, const char* name) {
  if (!object->besides) return {};
  const Value* found = object->besides.as<DictObject>()->table.get(vm.name(name));
  return found != nullptr ? *found : Value();
}

void set_besides(Vm& vm, ExceptionObject* object, const char* name, const Value& value) {
  if (!object->besides) {
    if (!value) return;
    object->besides = vm.dict();
  }
  Table& table = object->besides.as<DictObject>()->table;
  if (value)
    table.set(vm.name(name), value);
  else
    table.erase(vm.name(name));
}

}  // namespace simul::vm
