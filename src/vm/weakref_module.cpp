// _weakref: references that do not keep their object alive. Mirrors Objects/weakrefobject.c.
//
// Always holds: Internals::weak_references has exactly the living references of living objects, and
// an object is in it exactly when its kWeakBit is set. When an object dies its references are
// emptied first; their callbacks run at the next instruction boundary, as finalisers do.
#include <algorithm>

#include "vm/cat.hpp"
#include "vm/function.hpp"
#include "vm/internals.hpp"
#include "vm/modules.hpp"

namespace simul::vm {

using Internals = Vm::Internals;

namespace {

WeakReference* of(const Value& value) {
  return value.as<WeakReference>();
}

void forget(Vm& vm, WeakReference* reference) {
  auto& all = Internals::weak_references_of(vm);
  const auto found = all.find(reference->target);
  if (found == all.end()) return;
  std::erase(found->second, reference);
  if (found->second.empty()) {
    reference->target->bits &= ~kWeakBit;
    all.erase(found);
  }
}

void reference_destroy(Object* object) {
  auto* reference = static_cast<WeakReference*>(object);
  if (reference->target != nullptr) forget(*object->type->vm, reference);
  reference->~WeakReference();
}

void reference_traverse(Object* object, Visitor& visitor) {
  visitor.visit(static_cast<WeakReference*>(object)->callback);
}
void reference_clear(Object* object) {
  static_cast<WeakReference*>(object)->callback.reset();
}

bool has_room_for_references(Vm& vm, const Value& value) {
  if (!value.is_object() || (value.object()->bits & kContainerBit) == 0) return false;
  Type* type = vm.type_of(value);
  const Types& t = vm.types();
  for (const Type* plain : {t.list, t.dict, t.tuple, t.property, t.staticmethod, t.classmethod}) {
    if (type == plain) return false;
  }
  if (!type->has(kUserClass)) return true;
  if (type->has(kHasDict) || vm.lookup(type, vm.name("__weakref__")) != nullptr) return true;
  for (const Type* each : type->mro) {
    const Value* slots = each->dict->table.get(Internals::names_of(vm).__slots__);
    if (slots == nullptr || !vm.is_kind_of(*slots, t.tuple)) continue;
    for (const Value& slot : *slots->as<TupleObject>()) {
      if (vm.is_str(slot) && vm.text(slot) == "__weakref__") return true;
    }
  }
  return false;
}

Answer reference_create(Vm& vm, Type* cls, const CallArgs& args) {
  if (args.size() < 1 || args.size() > 2)
    return vm.raise_type_error(cat("ReferenceType expected ",
                                   args.size() < 1 ? "at least 1 argument" : "at most 2 arguments",
                                   ", got ",
                                   args.size()));
  const Value& target = args[0];
  if (!has_room_for_references(vm, target)) {
    return vm.raise_type_error(
        cat("cannot create weak reference to '", vm.type_name(target), "' object"));
  }
  const bool plain = args.size() < 2 || args[1].is_none();
  std::vector<WeakReference*>& known = Internals::weak_references_of(vm)[target.object()];
  target.object()->bits |= kWeakBit;
  if (plain && !cls->has(kUserClass)) {
    for (WeakReference* each : known) {
      if (!each->callback && each->type == cls) return Value::share(each);
    }
  }
  auto* made = vm.instantiate<WeakReference>(cls);
  made->target = target.object();
  if (!plain) made->callback = args[1];
  Internals::weak_references_of(vm)[target.object()].push_back(made);
  return Value::adopt(made);
}

Answer reference_init(Vm&, const Value&, const CallArgs&) {
  return Value::none();
}

Value target_of(const WeakReference* reference) {
  return reference->target == nullptr ? Value::none() : Value::share(reference->target);
}

Answer reference_call(Vm& vm, const Value& self, const CallArgs& args) {
  if (args.total() > 0) {
    return vm.raise_type_error(cat("weakref expected 0 arguments, got ", args.size()));
  }
  return target_of(of(self));
}

Answer reference_repr(Vm& vm, const Value& self) {
  const std::string address = quoted_address(self.object());
  const WeakReference* reference = of(self);
  if (reference->target == nullptr) return vm.str(cat("<weakref at ", address, "; dead>"));
  return vm.str(cat("<weakref at ",
                    address,
                    "; to '",
                    reference->target->type->name,
                    "' at ",
                    quoted_address(reference->target),
                    ">"));
}

Native reference_hash_slowly(Vm& vm, Value self) {
  if (of(self)->hash) co_return of(self)->hash;
  if (of(self)->target == nullptr) co_return vm.raise_type_error("weak object has gone away");
  const Value target = target_of(of(self));
  Value hash = co_await vm.hash(target);
  of(self)->hash = hash;
  co_return hash;
}
Answer reference_hash(Vm& vm, const Value& self) {
  return reference_hash_slowly(vm, self);
}

// A reference, or one of a derived class.
bool is_reference(Vm& vm, const Value& value) {
  const auto& mro = vm.type_of(value)->mro;
  return std::any_of(
      mro.begin(), mro.end(), [](const Type* each) { return each->slots.hash == reference_hash; });
}

Answer reference_compare(Vm& vm, const Value& a, const Value& b, CompareOp op) {
  if ((op != CompareOp::kEq && op != CompareOp::kNe) ||
      (vm.type_of(a) != vm.type_of(b) && !is_reference(vm, b)))
    return Value::not_implemented();
  if (of(a)->target == nullptr || of(b)->target == nullptr)
    return Value::boolean(a.is(b) == (op == CompareOp::kEq));
  const Value left = target_of(of(a)), right = target_of(of(b));
  return vm.compare(left, right, op);
}

Answer reference_callback(Vm&, const Value& self) {
  return of(self)->callback && of(self)->target != nullptr ? of(self)->callback : Value::none();
}

Answer count_references(Vm& vm, const CallArgs& args) {
  if (!args[0].is_object()) return Value::small(0);
  const auto& all = Internals::weak_references_of(vm);
  const auto found = all.find(args[0].object());
  return vm.integer(found == all.end() ? 0 : static_cast<std::int64_t>(found->second.size()));
}
Answer list_references(Vm& vm, const CallArgs& args) {
  std::vector<Value> out;
  if (args[0].is_object()) {
    const auto& all = Internals::weak_references_of(vm);
    const auto found = all.find(args[0].object());
    if (found != all.end()) {
      for (WeakReference* each : found->second) out.push_back(Value::share(each));
    }
  }
  return vm.list(std::move(out));
}

void fill(Vm& vm, const Value& module) {
  Type* type = vm.make_type({.name = "ReferenceType",
                             .module = "weakref",
                             .instance_size = sizeof(WeakReference),
                             .flags = kSubclassable,
                             .slots = {.destroy = reference_destroy,
                                       .traverse = reference_traverse,
                                       .clear = reference_clear,
                                       .repr = reference_repr,
                                       .hash = reference_hash,
                                       .compare = reference_compare,
                                       .compare_mask = 1u << static_cast<unsigned>(CompareOp::kEq) |
                                                       1u << static_cast<unsigned>(CompareOp::kNe),
                                       .call = reference_call,
                                       .create = reference_create,
                                       .init = reference_init},
                             .getters = {{"__callback__", reference_callback}}});
  vm.set_module_attr(module, "ReferenceType", vm.type_value(type));
  vm.set_module_attr(module, "ref", vm.type_value(type));
  vm.add_functions(
      module,
      {{"getweakrefcount", count_references, 1, 1}, {"getweakrefs", list_references, 1, 1}});
}

}  // namespace

void Internals::clear_weak_references(Vm& vm, Object* object) {
  object->bits &= ~kWeakBit;
  auto& all = weak_references_of(vm);
  const auto found = all.find(object);
  if (found == all.end()) return;
  const std::vector<WeakReference*> references = std::move(found->second);
  all.erase(found);
  for (WeakReference* each : references) each->target = nullptr;
  if (vm.internals_->shutting_down) return;
  // The youngest first, as CPython's list has it.
  for (std::size_t i = references.size(); i-- > 0;) {
    if (!references[i]->callback || (references[i]->bits & kDyingBit) != 0) continue;
    vm.finalizers_.push_back(Value::share(references[i]));
    vm.finalizers_waiting_ = true;
  }
}

Value Internals::weak_callback(Vm&, const Value& reference) {
  if (reference.object()->type->slots.call != reference_call &&
      reference.object()->type->slots.destroy != reference_destroy)
    return {};
  return of(reference)->callback;
}

void register_weakref(Vm& vm) {
  vm.register_module("_weakref", fill);
}

}  // namespace simul::vm
