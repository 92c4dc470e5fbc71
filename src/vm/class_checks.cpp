// isinstance() and issubclass(). Mirrors object_isinstance() and object_issubclass() of
// Objects/abstract.c.
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
  Attempt said = co_await vm.attempt(vm.get_attr(value, vm.name("__class__")));
  co_return Value::boolean(said.ok() && vm.is_kind_of(said.value, vm.types().type) &&
                           said.value.as<Type>()->is_subtype_of(cls.as<Type>()));
}

bool has_own_class_attribute(Vm& vm, Type* type) {
  if (!type->has(kUserClass)) return false;
  StrObject* name = Vm::Internals::names_of(vm).__class__;
  const Value* found = vm.lookup(type, name);
  const Value* plain = vm.types().object->dict->table.get(name);
  return found != nullptr && plain != nullptr && !found->is(*plain);
}

}  // namespace

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
    const QuickEqual found = outermost && classes->size <= 64
                                 ? is_one_of(*this, type_of(value), classes)
                                 : QuickEqual::kAskPython;
    if (found == QuickEqual::kAskPython) return class_check(*this, value, classinfo, true);
    --budget;
    return Value::boolean(found == QuickEqual::kYes);
  }
  if (Internals::is_union(*this, classinfo)) {
    return class_check(*this, value, classinfo.as<GenericAlias>()->args, true);
  }
  if (has_special(*this, classinfo, internals_->names.__instancecheck__))
    return class_check(*this, value, classinfo, true);
  if (is_exactly(classinfo, types_.generic_alias))
    return raise_type_error("isinstance() argument 2 cannot be a parameterized generic");
  return raise_type_error("isinstance() arg 2 must be a type, a tuple of types, or a union");
}

Answer Vm::is_subclass(const Value& cls, const Value& classinfo) {
  if (!is_kind_of(cls, types_.type)) return raise_type_error("issubclass() arg 1 must be a class");
  if (is_kind_of(classinfo, types_.type)) {
    if (type_of(classinfo) == types_.type)
      return Value::boolean(cls.as<Type>()->is_subtype_of(classinfo.as<Type>()));
    return class_check(*this, cls, classinfo, false);
  }
  if (is_kind_of(classinfo, types_.tuple)) return class_check(*this, cls, classinfo, false);
  if (Internals::is_union(*this, classinfo)) {
    return class_check(*this, cls, classinfo.as<GenericAlias>()->args, false);
  }
  if (has_special(*this, classinfo, internals_->names.__subclasscheck__))
    return class_check(*this, cls, classinfo, false);
  return raise_type_error("issubclass() arg 2 must be a class, a tuple of classes, or a union");
}

}  // namespace simul::vm
