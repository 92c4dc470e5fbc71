// What dir() does to the names that instances share: see shared_keys.hpp.
#include "vm/shared_keys.hpp"

#include "vm/data.hpp"
#include "vm/type.hpp"
#include "vm/vm.hpp"

namespace simul::vm {

namespace {

// False: there is no room left. As CPython goes: a class before its bases, one base after another.
bool take_names(Vm& vm, SharedKeys& keys, const Type* type) {
  for (const Table::Entry& entry : type->dict->table.entries()) {
    if (entry.key && !keys.take(entry.hash)) return false;
  }
  // A name that object has there and not here takes its room.
  if (type == vm.types().object && !keys.take(vm.name("__sizeof__")->hash)) return false;
  for (const Value& base : *type->bases.as<TupleObject>()) {
    if (!take_names(vm, keys, base.as<Type>())) return false;
  }
  return true;
}

}  // namespace

void share_names_for_dir(Vm& vm, const Value& object) {
  const DictObject* dict = vm.instance_dict(object, false);
  if (dict == nullptr || !dict->table.shared() || dict->table.empty()) return;
  take_names(vm, *dict->table.shared(), vm.type_of(object));
}

}  // namespace simul::vm
