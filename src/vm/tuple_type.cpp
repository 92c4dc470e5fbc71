// The type tuple: slots and methods. Mirrors Objects/tupleobject.c.
//
// As in CPython a tuple has no clear slot: whoever still looks at one finds all its items; a cycle
// through it is cut in another of its members.
#include "base/rare.hpp"
#include "vm/alias_type.hpp"
#include "vm/cat.hpp"
#include "vm/collections.hpp"
#include "vm/iterators.hpp"
#include "vm/sequence.hpp"

namespace simul::vm {
namespace {

std::int64_t size_of(const Value& tuple) {
  return static_cast<std::int64_t>(tuple.as<TupleObject>()->size);
}

void destroy(Object* self) {
  auto* tuple = static_cast<TupleObject*>(self);
  for (std::size_t i = tuple->size; i-- > 0;) tuple->items()[i].~Value();
  tuple->~TupleObject();
}

void traverse(Object* self, Visitor& visitor) {
  for (const Value& item : *static_cast<TupleObject*>(self)) visitor.visit(item);
}

std::size_t bytes_of(const Object* self) {
  return sizeof(TupleObject) + static_cast<const TupleObject*>(self)->size * sizeof(Value);
}

Value plain(Vm& vm, const Value& self) {
  if (vm.is_exactly(self, vm.types().tuple)) return self;
  const auto* tuple = self.as<TupleObject>();
  return vm.tuple(std::vector<Value>(tuple->begin(), tuple->end()));
}

Value of_class(Vm& vm, Type* cls, const Value& exact) {
  if (cls == vm.types().tuple) return exact;
  const auto* from = exact.as<TupleObject>();
  auto* made = vm.instantiate<TupleObject>(cls, from->size * sizeof(Value));
  made->size = from->size;
  for (std::size_t i = 0; i < from->size; ++i) new (&made->items()[i]) Value(from->items()[i]);
  return Value::adopt(made);
}

SIMUL_RARE Native create_slowly(Vm& vm, Value cls, Value iterable) {
  Value list = co_await list_from(vm, iterable);
  Value exact = vm.tuple(std::move(list.as<ListObject>()->items));
  co_return of_class(vm, cls.as<Type>(), exact);
}

Answer create(Vm& vm, Type* cls, const CallArgs& args) {
  if (args.keywords() > 0 && cls->slots.init == vm.types().tuple->slots.init) {
    return vm.raise_type_error("tuple() takes no keyword arguments");
  }
  if (args.size() > 1) {
    return vm.raise_type_error(cat("tuple expected at most 1 argument, got ", args.size()));
  }
  if (args.size() == 0) return of_class(vm, cls, vm.tuple({}));
  if (vm.is_exactly(args[0], vm.types().tuple)) return of_class(vm, cls, args[0]);
  std::size_t count = 0;
  if (const Value* items = direct_items(vm, args[0], count)) {
    TupleObject* made = vm.make_tuple(count);
    for (std::size_t i = 0; i < count; ++i) made->items()[i] = items[i];
    return of_class(vm, cls, Value::adopt(made));
  }
  return create_slowly(vm, Value::share(cls), args[0]);
}

Answer get_item(Vm& vm, const Value& self, const Value& key) {
  const Subscript at = subscript(vm, key, size_of(self), "tuple");
  const auto* tuple = self.as<TupleObject>();
  switch (at.kind) {
    case Subscript::Kind::kPending: return resolve_subscript(vm, self, key);
    case Subscript::Kind::kRaised: return Raised{};
    case Subscript::Kind::kIndex: return tuple->items()[at.index];
    case Subscript::Kind::kSlice: break;
  }
  if (at.range.step == 1 && at.range.count == size_of(self)) return plain(vm, self);
  const auto count = static_cast<std::size_t>(at.range.count);
  TupleObject* taken = vm.make_tuple(count);
  for (std::size_t i = 0; i < count; ++i)
    taken->items()[i] = tuple->items()[at.range.at(static_cast<std::int64_t>(i))];
  return Value::adopt(taken);
}

Answer length(Vm& vm, const Value& self) {
  return vm.integer(size_of(self));
}

Answer iter(Vm& vm, const Value& self) {
  auto* iterator = vm.heap().make<TupleIterator>(vm.types().tuple_iterator);
  iterator->tuple = self;
  iterator->index = 0;
  return Value::adopt(iterator);
}

Answer repeat(Vm& vm, const Value& tuple, const Value& count) {
  std::int64_t n = 0;
  switch (repeat_count(vm, count, sizeof(Value), size_of(tuple), n)) {
    case Repeat::kPending: return resolve_repeat(vm, tuple, count, false);
    case Repeat::kNotImplemented: return Value::not_implemented();
    case Repeat::kRaised: return Raised{};
    case Repeat::kOk: break;
  }
  if (n == 1) return plain(vm, tuple);
  std::vector<Value> made;
  made.reserve(static_cast<std::size_t>(n * size_of(tuple)));
  const auto* from = tuple.as<TupleObject>();
  for (std::int64_t i = 0; i < n; ++i) made.insert(made.end(), from->begin(), from->end());
  return vm.tuple(std::move(made));
}

bool is_tuple(Vm& vm, const Value& value) {
  return value.is_object() && vm.is_kind_of(value, vm.types().tuple);
}

Answer binary(Vm& vm, BinaryOp op, const Value& a, const Value& b) {
  if (op == BinaryOp::kMultiply) {
    if (!is_tuple(vm, a)) return repeat(vm, b, a);
    return has_own_rmul(vm, b) ? Value::not_implemented() : repeat(vm, a, b);
  }
  if (op != BinaryOp::kAdd || !is_tuple(vm, a)) return Value::not_implemented();
  if (!is_tuple(vm, b)) return cannot_concatenate(vm, b, "tuple");
  if (size_of(a) == 0) return plain(vm, b);
  if (size_of(b) == 0) return plain(vm, a);
  if (vm.heap().would_overflow((size_of(a) + size_of(b)) *
                               static_cast<std::int64_t>(sizeof(Value)))) {
    return vm.raise_memory_error();
  }
  const auto* x = a.as<TupleObject>();
  const auto* y = b.as<TupleObject>();
  std::vector<Value> made(x->begin(), x->end());
  made.insert(made.end(), y->begin(), y->end());
  return vm.tuple(std::move(made));
}

SIMUL_RARE Native hash_slowly(Vm& vm, Value self) {
  TupleHash total;
  const auto* tuple = self.as<TupleObject>();
  for (std::size_t i = 0; i < tuple->size; ++i) {
    Value each = co_await vm.hash(tuple->items()[i]);
    std::int64_t number = 0;
    vm.to_int64(each, number);
    total.add(number);
  }
  co_return vm.integer(total.finish(tuple->size));
}

Answer hash(Vm& vm, const Value& self) {
  return hash_slowly(vm, self);
}

Answer new_arguments(Vm& vm, const CallArgs& args) {
  return vm.tuple({plain(vm, args[0])});
}

Answer iterator_next(Vm&, const Value& self) {
  auto* iterator = self.as<TupleIterator>();
  if (!iterator->tuple) return Answer::stop();
  const auto* tuple = iterator->tuple.as<TupleObject>();
  if (iterator->index < tuple->size) return tuple->items()[iterator->index++];
  iterator->tuple.reset();
  return Answer::stop();
}

void iterator_traverse(Object* self, Visitor& visitor) {
  visitor.visit(static_cast<TupleIterator*>(self)->tuple);
}

Answer iterator_hint(Vm& vm, const CallArgs& args) {
  auto* iterator = args[0].as<TupleIterator>();
  if (!iterator->tuple) return Value::small(0);
  return vm.integer(
      static_cast<std::int64_t>(iterator->tuple.as<TupleObject>()->size - iterator->index));
}

Answer iterator_reduce(Vm& vm, const CallArgs& args) {
  const auto* iterator = args[0].as<TupleIterator>();
  if (!iterator->tuple) return reduced(vm, "iter", vm.tuple({vm.tuple({})}));
  return reduced(vm,
                 "iter",
                 vm.tuple({iterator->tuple}),
                 vm.integer(static_cast<std::int64_t>(iterator->index)));
}

Answer iterator_set_state(Vm& vm, const CallArgs& args) {
  auto* iterator = args[0].as<TupleIterator>();
  std::int64_t index = 0;
  const std::int64_t size = iterator->tuple ? size_of(iterator->tuple) : 0;
  if (!index_of_state(vm, args[1], 0, size, index)) return Raised{};
  if (iterator->tuple) iterator->index = static_cast<std::size_t>(index);
  return Value::none();
}

}  // namespace

void install_tuple(Vm& vm) {
  Slots slots = {.destroy = destroy,
                 .size_of = bytes_of,
                 .traverse = traverse,
                 .repr = sequence_repr,
                 .hash = hash,
                 .compare = sequence_compare,
                 .iter = iter,
                 .length = length,
                 .get_item = get_item,
                 .contains = sequence_contains,
                 .binary = binary,
                 .create = create};
  slots.sequence = true;
  slots.binary_mask = op_bit(BinaryOp::kAdd) | op_bit(BinaryOp::kMultiply);
  vm.define(vm.types().tuple,
            {.name = "tuple",
             .instance_size = sizeof(TupleObject),
             .flags = kSubclassable | kVariableSize,
             .slots = slots,
             .methods = {{"__class_getitem__", class_get_item, 1, 1, kClassMethod},
                         {"count", sequence_count, 1, 1},
                         {"index", sequence_index, 1, 3},
                         {"__getnewargs__", new_arguments, 0, 0}}});
  vm.define(vm.types().tuple_iterator,
            {.name = "tuple_iterator",
             .instance_size = sizeof(TupleIterator),
             .flags = kAbstract,
             .slots = {.destroy = destroy_as<TupleIterator>,
                       .traverse = iterator_traverse,
                       .iter = [](Vm&, const Value& self) -> Answer { return self; },
                       .next = iterator_next},
             .methods = {{"__length_hint__", iterator_hint, 0, 0},
                         {"__reduce__", iterator_reduce, 0, 0},
                         {"__setstate__", iterator_set_state, 1, 1}}});
}

}  // namespace simul::vm
