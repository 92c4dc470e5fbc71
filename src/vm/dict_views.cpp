// Views of a dict and its iterators. Mirrors the second half of Objects/dictobject.c.
#include "vm/dict_views.hpp"

#include "base/rare.hpp"
#include "vm/cat.hpp"
#include "vm/collections.hpp"
#include "vm/iterators.hpp"
#include "vm/sequence.hpp"

namespace simul::vm {
namespace {

struct ViewObject : Container {
  Value dict;
};

struct IteratorObject : Container {
  Value dict;  // empty once exhausted
  std::size_t place = 0;
  std::uint32_t size = 0;  // of the dict when the iteration began
  std::uint32_t given = 0;
  bool backwards = false;
};

Table& table(const Value& dict) {
  return dict.as<DictObject>()->table;
}
const Value& dict_of(const Value& view) {
  return view.as<ViewObject>()->dict;
}

void view_traverse(Object* self, Visitor& visitor) {
  visitor.visit(static_cast<ViewObject*>(self)->dict);
}
void iterator_traverse(Object* self, Visitor& visitor) {
  visitor.visit(static_cast<IteratorObject*>(self)->dict);
}

enum class What { kKeys, kValues, kItems };

What what_of(Vm& vm, const Value& object) {
  const Type* type = vm.type_of(object);
  const Types& types = vm.types();
  if (type == types.dict_keys || type == types.dict_key_iterator ||
      type == types.dict_reverse_key_iterator)
    return What::kKeys;
  if (type == types.dict_values || type == types.dict_value_iterator ||
      type == types.dict_reverse_value_iterator)
    return What::kValues;
  return What::kItems;
}

Answer iterator_next(Vm& vm, const Value& self) {
  auto* iterator = self.as<IteratorObject>();
  if (!iterator->dict) return Answer::stop();
  const Table& entries = table(iterator->dict);
  if (entries.size() != iterator->size) {
    iterator->size = ~0u;  // stays an error
    return vm.raise(vm.exceptions().RuntimeError, "dictionary changed size during iteration");
  }
  const auto& all = entries.entries();
  while (iterator->backwards ? iterator->place > 0 : iterator->place < all.size()) {
    if (iterator->backwards && iterator->place > all.size()) iterator->place = all.size();
    if (iterator->backwards && iterator->place == 0) break;
    const Table::Entry& entry = all[iterator->backwards ? --iterator->place : iterator->place++];
    if (!entry.key) continue;
    if (iterator->given == iterator->size) {
      return vm.raise(vm.exceptions().RuntimeError, "dictionary keys changed during iteration");
    }
    ++iterator->given;
    switch (what_of(vm, self)) {
      case What::kKeys: return entry.key;
      case What::kValues: return entry.value;
      case What::kItems: {
        TupleObject* pair = vm.make_tuple(2);
        pair->items()[0] = entry.key;
        pair->items()[1] = entry.value;
        return Value::adopt(pair);
      }
    }
  }
  iterator->dict.reset();
  return Answer::stop();
}

Answer iterator_hint(Vm& vm, const CallArgs& args) {
  auto* iterator = args[0].as<IteratorObject>();
  const bool stands = iterator->dict && table(iterator->dict).size() == iterator->size;
  return vm.integer(stands ? iterator->size - iterator->given : 0);
}

// What is left of it, which stays where it is.
Answer iterator_reduce(Vm& vm, const CallArgs& args) {
  const auto* from = args[0].as<IteratorObject>();
  auto* copied = vm.heap().make<IteratorObject>(vm.type_of(args[0]));
  const Value copy = Value::adopt(copied);
  copied->dict = from->dict;
  copied->place = from->place;
  copied->size = from->size;
  copied->given = from->given;
  copied->backwards = from->backwards;
  std::vector<Value> left;
  while (true) {
    Answer item = iterator_next(vm, copy);
    if (item.raised()) return item;
    if (item.is_stop()) break;
    left.push_back(item.take());
  }
  return reduced(vm, "iter", vm.tuple({vm.list(std::move(left))}));
}

Answer view_iter(Vm& vm, const Value& self) {
  const Types& types = vm.types();
  switch (what_of(vm, self)) {
    case What::kKeys: return iterate_dict(vm, dict_of(self), types.dict_key_iterator);
    case What::kValues: return iterate_dict(vm, dict_of(self), types.dict_value_iterator);
    case What::kItems: return iterate_dict(vm, dict_of(self), types.dict_item_iterator);
  }
  return Raised{};
}

Answer view_length(Vm& vm, const Value& self) {
  return vm.integer(table(dict_of(self)).size());
}

SIMUL_RARE Native view_repr_slowly(Vm& vm, Value self) {
  ReprGuard guard(self);
  Value list = co_await vm.to_list(self);
  Value text = co_await vm.repr(list);
  co_return vm.str(cat(vm.type_name(self), "(", vm.text(text), ")"));
}
Answer view_repr(Vm& vm, const Value& self) {
  if (ReprGuard::active(self)) return vm.str("...");
  return view_repr_slowly(vm, self);
}

Answer keys_contain(Vm& vm, const Value& self, const Value& key) {
  return vm.contains(dict_of(self), key);
}

SIMUL_RARE Native items_contain_slowly(Vm& vm, Value dict, Value key, Value wanted) {
  Value found = co_await vm.contains(dict, key);
  if (!found.is_true()) co_return found;
  Value value = co_await dict_get(vm, dict, key, Value::none());
  co_return vm.equal(value, wanted);
}

Answer items_contain(Vm& vm, const Value& self, const Value& item) {
  if (!item.is_object() || !vm.is_kind_of(item, vm.types().tuple) ||
      item.as<TupleObject>()->size != 2) {
    return Value::boolean(false);
  }
  return items_contain_slowly(
      vm, dict_of(self), item.as<TupleObject>()->items()[0], item.as<TupleObject>()->items()[1]);
}

bool is_set_like(Vm& vm, const Value& value) {
  return is_set(vm, value) || vm.is_exactly(value, vm.types().dict_keys) ||
         vm.is_exactly(value, vm.types().dict_items);
}

// Views do their set algebra as sets.
SIMUL_RARE Native as_sets(Vm& vm, Value a, Value b, BinaryOp op) {
  const Value cls = vm.type_value(vm.types().set);
  Value left = co_await vm.call(cls, CallArgs(&a, 1));
  Value right = co_await vm.call(cls, CallArgs(&b, 1));
  co_return vm.binary(op, left, right);
}
// As CPython's dictview_richcompare(): what is in one is asked of the other, and nothing is hashed
// but where the other one does.
SIMUL_RARE Native all_contained_in(Vm& vm, Value a, Value b) {
  Value iterator = co_await vm.iter(a);
  while (Value item = co_await vm.next(iterator)) {
    if (!(co_await vm.contains(b, item)).is_true()) co_return Value::boolean(false);
  }
  co_return Value::boolean(true);
}
SIMUL_RARE Native compare_as_sets(Vm& vm, Value a, Value b, CompareOp op) {
  const Value left = co_await vm.length(a);
  const Value right = co_await vm.length(b);
  const std::intptr_t here = left.as_small();
  const std::intptr_t there = right.as_small();
  switch (op) {
    case CompareOp::kEq:
    case CompareOp::kNe: {
      bool same = here == there;
      if (same) same = (co_await all_contained_in(vm, a, b)).is_true();
      co_return Value::boolean(same == (op == CompareOp::kEq));
    }
    case CompareOp::kLt:
    case CompareOp::kLe:
      if (op == CompareOp::kLt ? here >= there : here > there) co_return Value::boolean(false);
      co_return all_contained_in(vm, a, b);
    case CompareOp::kGt:
    case CompareOp::kGe:
      if (op == CompareOp::kGt ? here <= there : here < there) co_return Value::boolean(false);
      co_return all_contained_in(vm, b, a);
    default: co_return Value::not_implemented();
  }
}

Answer view_binary(Vm& vm, BinaryOp op, const Value& a, const Value& b) {
  switch (op) {
    case BinaryOp::kAnd:
    case BinaryOp::kOr:
    case BinaryOp::kXor:
    case BinaryOp::kSubtract: break;
    default: return Value::not_implemented();
  }
  if (!is_set_like(vm, a) && is_set(vm, b)) return Value::not_implemented();
  return as_sets(vm, a, b, op);
}

Answer view_compare(Vm& vm, const Value& a, const Value& b, CompareOp op) {
  if (!is_set_like(vm, b)) return Value::not_implemented();
  return compare_as_sets(vm, a, b, op);
}

SIMUL_RARE Native view_is_disjoint(Vm& vm, OwnedArgs args) {
  Value iterator = co_await vm.iter(args[1]);
  while (Value item = co_await vm.next(iterator)) {
    if ((co_await vm.contains(args[0], item)).is_true()) co_return Value::boolean(false);
  }
  co_return Value::boolean(true);
}

template <int kWhich>
Answer view_reversed(Vm& vm, const CallArgs& args) {
  const Types& types = vm.types();
  Value iterator = iterate_dict(vm,
                                dict_of(args[0]),
                                kWhich == 0   ? types.dict_reverse_key_iterator
                                : kWhich == 1 ? types.dict_reverse_value_iterator
                                              : types.dict_reverse_item_iterator);
  iterator.as<IteratorObject>()->backwards = true;
  iterator.as<IteratorObject>()->place = table(dict_of(args[0])).entries().size();
  return iterator;
}

SIMUL_RARE Answer view_mapping(Vm& vm, const Value& self) {
  const Value& dict = dict_of(self);
  return vm.call(vm.type_value(vm.types().mapping_proxy), CallArgs(&dict, 1));
}

}  // namespace

Value view_dict(Vm& vm, const Value& dict, Type* type) {
  auto* view = vm.heap().make<ViewObject>(type);
  view->dict = dict;
  return Value::adopt(view);
}

Value iterate_dict(Vm& vm, const Value& dict, Type* type) {
  auto* iterator = vm.heap().make<IteratorObject>(type);
  iterator->dict = dict;
  iterator->size = table(dict).size();
  return Value::adopt(iterator);
}

Answer dict_reversed(Vm& vm, const CallArgs& args) {
  Value iterator = iterate_dict(vm, args[0], vm.types().dict_reverse_key_iterator);
  iterator.as<IteratorObject>()->backwards = true;
  iterator.as<IteratorObject>()->place = table(args[0]).entries().size();
  return iterator;
}

void install_dict_views(Vm& vm) {
  Slots view = {.destroy = destroy_as<ViewObject>,
                .traverse = view_traverse,
                .repr = view_repr,
                .iter = view_iter,
                .length = view_length};
  vm.define(vm.types().dict_values,
            {.name = "dict_values",
             .instance_size = sizeof(ViewObject),
             .flags = kAbstract,
             .slots = view,
             .methods = {{"__reversed__", view_reversed<1>, 0, 0}},
             .getters = {{"mapping", view_mapping}}});
  view.compare = view_compare;
  view.binary = view_binary;
  view.binary_mask = op_bit(BinaryOp::kAnd) | op_bit(BinaryOp::kOr) | op_bit(BinaryOp::kXor) |
                     op_bit(BinaryOp::kSubtract);
  view.contains = keys_contain;
  vm.define(vm.types().dict_keys,
            {.name = "dict_keys",
             .instance_size = sizeof(ViewObject),
             .flags = kAbstract | kUnhashable,
             .slots = view,
             .methods = {{"isdisjoint", view_is_disjoint, 1, 1},
                         {"__reversed__", view_reversed<0>, 0, 0}},
             .getters = {{"mapping", view_mapping}}});
  view.contains = items_contain;
  vm.define(vm.types().dict_items,
            {.name = "dict_items",
             .instance_size = sizeof(ViewObject),
             .flags = kAbstract | kUnhashable,
             .slots = view,
             .methods = {{"isdisjoint", view_is_disjoint, 1, 1},
                         {"__reversed__", view_reversed<2>, 0, 0}},
             .getters = {{"mapping", view_mapping}}});
  const Slots iterator = {.destroy = destroy_as<IteratorObject>,
                          .traverse = iterator_traverse,
                          .iter = [](Vm&, const Value& self) -> Answer { return self; },
                          .next = iterator_next};
  const auto define = [&](Type* type, const char* name) {
    vm.define(type,
              {.name = name,
               .instance_size = sizeof(IteratorObject),
               .flags = kAbstract,
               .slots = iterator,
               .methods = {{"__length_hint__", iterator_hint, 0, 0},
                           {"__reduce__", iterator_reduce, 0, 0}}});
  };
  define(vm.types().dict_key_iterator, "dict_keyiterator");
  define(vm.types().dict_value_iterator, "dict_valueiterator");
  define(vm.types().dict_item_iterator, "dict_itemiterator");
  define(vm.types().dict_reverse_key_iterator, "dict_reversekeyiterator");
  define(vm.types().dict_reverse_value_iterator, "dict_reversevalueiterator");
  define(vm.types().dict_reverse_item_iterator, "dict_reverseitemiterator");
}

}  // namespace simul::vm
