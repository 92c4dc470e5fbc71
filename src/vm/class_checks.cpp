// isinstance() and issubclass(). Mirrors object_isinstance() and object_issubclass() of
// Objects/abstract.c.
#include "vm/class_checks.hpp"

#include "base/rare.hpp"
#include "vm/internals.hpp"
#include "vm/slots.hpp"

namespace simul::vm {

namespace {

SIMUL_RARE Native class_check(Vm& vm, Value value, Value classinfo, bool instance) {
  if (vm.is_kind_of(classinfo, vm.types().tuple)) {
    const std::size_t count = classinfo.as<TupleObject>()->size;
    for (std::size_t i = 0; i < count; ++i) {
      const Value each = classinfo.as<TupleObject>()->items()[i];
      // Two awaits: GCC 12 goes astray where an awaited operand is a conditional expression.
      Value found;
      if (instance) {
        found = co_await vm.is_instance(value, each);
      } else {
        found = co_await vm.is_subclass(value, each);
      }
      if (found.is_true()) co_return Value::boolean(true);
    }
    co_return Value::boolean(false);
  }
  StrObject* name = instance ? Vm::Internals::names_of(vm).__instancecheck__
                             : Vm::Internals::names_of(vm).__subclasscheck__;
  Value found = co_await call_special(vm, classinfo, name, CallArgs(&value, 1));
  co_return vm.truth(found);
}

}  // namespace

// Of a tuple of classes that have no say in it themselves; kAskPython: one has.
static QuickEqual is_one_of(Vm& vm, const Type* own, const TupleObject* classes) {
  for (const Value& each : *classes) {
    if (!each.is_object() || vm.type_of(each) != vm.types().type) return QuickEqual::kAskPython;
    if (own == each.as<Type>() || own->is_subtype_of(each.as<Type>())) return QuickEqual::kYes;
  }
  return QuickEqual::kNo;
}

namespace {

// An object may say that it is of another class, as a mock with a specification does.
SIMUL_RARE Native says_it_is(Vm& vm, Value value, Value cls) {
  const Value said = co_await vm.find_attr(value, vm.name("__class__"));
  co_return Value::boolean(said && vm.is_kind_of(said, vm.types().type) &&
                           said.as<Type>()->is_subtype_of(cls.as<Type>()));
}

// What stands for a class without being one has a tuple of __bases__; else the answer is None.
SIMUL_RARE Native bases_of(Vm& vm, Value cls) {
  const Value bases = co_await vm.find_attr(cls, vm.name("__bases__"));
  if (bases && vm.is_kind_of(bases, vm.types().tuple)) co_return bases;
  co_return Value::none();
}

SIMUL_RARE Native derives(Vm& vm, Value derived, Value cls) {
  while (!derived.is(cls)) {
    const Value bases = co_await bases_of(vm, derived);
    if (bases.is_none()) co_return Value::boolean(false);
    const std::size_t count = bases.as<TupleObject>()->size;
    if (count != 1) {
      for (std::size_t i = 0; i < count; ++i) {
        const Value base = bases.as<TupleObject>()->items()[i];
        const Value found = co_await derives(vm, base, cls);
        if (found.is_true()) co_return found;
      }
      co_return Value::boolean(false);
    }
    const Value only = bases.as<TupleObject>()->items()[0];
    derived = only;
  }
  co_return Value::boolean(true);
}

SIMUL_RARE Native is_instance_by_bases(Vm& vm, Value value, Value cls) {
  const Value bases = co_await bases_of(vm, cls);
  if (bases.is_none()) {
    co_return vm.raise_type_error(
        vm.is_exactly(cls, vm.types().generic_alias)
            ? "isinstance() argument 2 cannot be a parameterized generic"
            : "isinstance() arg 2 must be a type, a tuple of types, or a union");
  }
  const Value own = co_await vm.find_attr(value, vm.name("__class__"));
  if (!own) co_return Value::boolean(false);
  co_return derives(vm, own, cls);
}

SIMUL_RARE Native subclass_by_bases(Vm& vm, Value derived, Value cls) {
  Value bases = co_await bases_of(vm, derived);
  if (bases.is_none()) co_return vm.raise_type_error("issubclass() arg 1 must be a class");
  bases = co_await bases_of(vm, cls);
  if (bases.is_none())
    co_return vm.raise_type_error(
        "issubclass() arg 2 must be a class, a tuple of classes, or a union");
  co_return derives(vm, derived, cls);
}

bool has_own_class_attribute(Vm& vm, Type* type) {
  if (!type->has(kUserClass)) return false;
  // A proxy may give that of another object by its __getattribute__().
  if (type->slots.get_attr != nullptr) {
    const Value* asked = vm.lookup(type, Vm::Internals::names_of(vm).__getattribute__);
    if (asked != nullptr && vm.is_exactly(*asked, vm.types().function)) return true;
  }
  StrObject* name = Vm::Internals::names_of(vm).__class__;
  const Value* found = vm.lookup(type, name);
  const Value* plain = vm.types().object->dict->table.get(name);
  return found != nullptr && plain != nullptr && !found->is(*plain);
}

}  // namespace

SIMUL_RARE Answer is_subclass_by_bases(Vm& vm, const Value& derived, const Value& cls) {
  return subclass_by_bases(vm, derived, cls);
}

Answer Vm::is_instance(const Value& value, const Value& classinfo) {
  if (is_kind_of(classinfo, types_.type)) {
    Type* cls = classinfo.as<Type>();
    if (type_of(value) == cls) return Value::boolean(true);
    if (type_of(classinfo) == types_.type) {
      if (is_kind_of(value, cls)) return Value::boolean(true);
      if (!has_own_class_attribute(*this, type_of(value))) return Value::boolean(false);
      return says_it_is(*this, value, classinfo);
    }
    return class_check(*this, value, classinfo, true);
  }
  if (is_kind_of(classinfo, types_.tuple)) {
    const auto* classes = classinfo.as<TupleObject>();
    // Of tuples in tuples each is an activation, so that there is an end to them.
    const bool outermost = fiber_ == nullptr || fiber_->top == nullptr ||
                           fiber_->top->kind == Activation::Kind::kPython;
    QuickEqual found = outermost && classes->size <= 64 ? is_one_of(*this, type_of(value), classes)
                                                        : QuickEqual::kAskPython;
    if (found == QuickEqual::kNo && has_own_class_attribute(*this, type_of(value)))
      found = QuickEqual::kAskPython;
    if (found == QuickEqual::kAskPython) return class_check(*this, value, classinfo, true);
    --budget;
    return Value::boolean(found == QuickEqual::kYes);
  }
  if (Internals::is_union(*this, classinfo)) {
    return class_check(*this, value, classinfo.as<GenericAlias>()->args, true);
  }
  if (has_special(*this, classinfo, internals_->names.__instancecheck__))
    return class_check(*this, value, classinfo, true);
  return is_instance_by_bases(*this, value, classinfo);
}

Answer Vm::is_subclass(const Value& cls, const Value& classinfo) {
  if (is_kind_of(classinfo, types_.type) && type_of(classinfo) == types_.type) {
    if (!is_kind_of(cls, types_.type)) return is_subclass_by_bases(*this, cls, classinfo);
    return Value::boolean(cls.as<Type>()->is_subtype_of(classinfo.as<Type>()));
  }
  if (is_kind_of(classinfo, types_.tuple)) return class_check(*this, cls, classinfo, false);
  if (Internals::is_union(*this, classinfo)) {
    return class_check(*this, cls, classinfo.as<GenericAlias>()->args, false);
  }
  if (is_kind_of(classinfo, types_.type) ||
      has_special(*this, classinfo, internals_->names.__subclasscheck__))
    return class_check(*this, cls, classinfo, false);
  return is_subclass_by_bases(*this, cls, classinfo);
}

}  // namespace simul::vm
