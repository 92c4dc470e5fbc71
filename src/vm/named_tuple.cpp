// Tuples whose items have names, for natives: sys.version_info and the like. Mirrors
// Objects/structseq.c.
#include <array>

#include "vm/cat.hpp"
#include "vm/modules.hpp"

namespace simul::vm {
namespace {

template <std::size_t kIndex>
Answer field(Vm&, const Value& self) {
  return self.as<TupleObject>()->items()[kIndex];
}

constexpr std::size_t kMaxFields = 18;
using Getter = Answer (*)(Vm&, const Value&);
constexpr std::array<Getter, kMaxFields> kGetters = {field<0>,
                                                     field<1>,
                                                     field<2>,
                                                     field<3>,
                                                     field<4>,
                                                     field<5>,
                                                     field<6>,
                                                     field<7>,
                                                     field<8>,
                                                     field<9>,
                                                     field<10>,
                                                     field<11>,
                                                     field<12>,
                                                     field<13>,
                                                     field<14>,
                                                     field<15>,
                                                     field<16>,
                                                     field<17>};

Native repr_slowly(Vm& vm, Value self) {
  const Type* type = vm.type_of(self);
  std::string out = cat(vm.text(type->module), ".", type->name, "(");
  const Value* names = vm.lookup(vm.type_of(self), vm.name("__match_args__"));
  for (std::size_t i = 0; i < self.as<TupleObject>()->size; ++i) {
    if (i > 0) out += ", ";
    Value text = co_await vm.repr(self.as<TupleObject>()->items()[i]);
    out += cat(vm.text(names->as<TupleObject>()->items()[i]), "=", vm.text(text));
  }
  co_return vm.str(out + ")");
}

Answer repr(Vm& vm, const Value& self) {
  return repr_slowly(vm, self);
}

}  // namespace

Type* make_named_tuple_type(Vm& vm,
                            const char* name,
                            const char* module,
                            std::vector<const char*> fields) {
  TypeSpec spec{
      .name = name, .module = module, .base = vm.types().tuple, .flags = kVariableSize | kAbstract};
  spec.slots.repr = repr;
  std::vector<Value> names;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    spec.getters.push_back({fields[i], kGetters[i]});
    names.push_back(vm.str(fields[i]));
  }
  Type* type = vm.make_type(spec);
  const auto count = static_cast<std::int64_t>(fields.size());
  vm.set_type_attr(type, "__match_args__", vm.tuple(std::move(names)));
  vm.set_type_attr(type, "n_fields", vm.integer(count));
  vm.set_type_attr(type, "n_sequence_fields", vm.integer(count));
  vm.set_type_attr(type, "n_unnamed_fields", vm.integer(0));
  return type;
}

Value make_named_tuple(Vm& vm, Type* type, std::vector<Value> items) {
  auto* made = vm.instantiate<TupleObject>(type, items.size() * sizeof(Value));
  made->size = items.size();
  for (std::size_t i = 0; i < items.size(); ++i) new (&made->items()[i]) Value(std::move(items[i]));
  return Value::adopt(made);
}

Value make_version_info(Vm& vm) {
  Type* type = make_named_tuple_type(
      vm, "version_info", "sys", {"major", "minor", "micro", "releaselevel", "serial"});
  return make_named_tuple(
      vm,
      type,
      {Value::small(3), Value::small(13), Value::small(0), vm.str("final"), Value::small(0)});
}

}  // namespace simul::vm
