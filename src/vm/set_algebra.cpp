// What sets make of each other: union, intersection, difference, what is in one of the two, in a
// set of its own or in place, and which holds which. Mirrors Objects/setobject.c.
//
// Always holds: elements are met in the order in which CPython would walk the set.
#include "base/rare.hpp"
#include "vm/set_parts.hpp"

namespace simul::vm {

namespace sets {

Value new_set(Vm& vm, Type* cls) {
  auto* made = vm.instantiate<SetBody>(cls);
  made->hash = 0;
  return Value::adopt(made);
}

namespace {

// The built-in class of a set: what an operator's result is.
Type* plain_class(Vm& vm, const Value& set) {
  return vm.is_kind_of(set, vm.types().frozenset) ? vm.types().frozenset : vm.types().set;
}

// set.update() with a set whose elements' hashes are CPython's. False: nothing was done.
bool merge_places(SetBody* set, SetBody* other) {
  SetSlots* from = slots_of(other);
  SetSlots* to = from == nullptr || set->by_insertion ? nullptr : slots_of(set);
  if (to == nullptr) return false;
  to->make_room(set->table, other->table.size());
  if (!to->untouched()) return false;
  for (const std::uint32_t at : from->order())
    set->table.append(other->table.entries()[at].key, other->table.entries()[at].hash, Value());
  if (to->same_shape(*from))
    to->take_places(*from, set->table);
  else
    to->fill(set->table);
  return true;
}

// The room for the other's elements is made by then.
SIMUL_RARE Native merge_slowly(Vm& vm, Value set, Value other) {
  const std::vector<std::uint32_t> order = set_order(*other.as<SetBody>());
  for (const std::uint32_t at : order) {
    if (at >= table(other).entries().size() || !table(other).entries()[at].key) continue;
    const Value key = table(other).entries()[at].key;
    co_await act_on(vm, Act::kAdd, set, key);
  }
  co_return Value::none();
}

Answer merge(Vm& vm, const Value& set, const Value& other) {
  if (set.is(other) || table(other).empty()) return Value::none();
  if (merge_places(set.as<SetBody>(), other.as<SetBody>())) {
    if (!table_room(vm, table(set))) return Raised{};
    return Value::none();
  }
  return merge_slowly(vm, set, other);
}

Value copy_of(Vm& vm, const Value& set, Type* cls) {
  Value made = new_set(vm, cls);
  const Table& from = table(set);
  if (!from.empty() && !merge_places(made.as<SetBody>(), set.as<SetBody>())) {
    for (const std::uint32_t at : set_order(*set.as<SetObject>()))
      put(made.as<SetBody>(), from.entries()[at].key, from.entries()[at].hash);
  }
  return made;
}

SIMUL_RARE Native remove_all(Vm& vm, Value set, Value iterable) {
  if (iterable.is(set)) {
    clear(set.object());
    co_return Value::none();
  }
  Value iterator = co_await vm.iter(iterable);
  while (Value item = co_await vm.next(iterator)) co_await act_on(vm, Act::kDrop, set, item);
  co_return Value::none();
}

// The elements of `set` (in its order) that `keep` says about `other`'s having them.
SIMUL_RARE Native filtered(Vm& vm, Value set, Value other, bool keep, Type* cls) {
  Value made = new_set(vm, cls);
  const std::vector<std::uint32_t> order = set_order(*set.as<SetObject>());
  for (const std::uint32_t at : order) {
    if (at >= table(set).entries().size() || !table(set).entries()[at].key) continue;
    const Value key = table(set).entries()[at].key;
    const Hash hash = table(set).entries()[at].hash;
    Value found = co_await act_on(vm, Act::kContains, other, key);
    if (found.is_true() == keep) put(made.as<SetBody>(), key, hash);
  }
  co_return made;
}

SIMUL_RARE Native united(Vm& vm, Value a, std::vector<Value> others, Type* cls) {
  Value made = copy_of(vm, a, cls);
  for (std::size_t i = 0; i < others.size(); ++i) {
    if (!others[i].is(a)) co_await set_add_all(vm, made, others[i]);
  }
  co_return made;
}

SIMUL_RARE Native as_set(Vm& vm, Value value) {
  if (is_set(vm, value)) co_return value;
  Value made = new_set(vm, vm.types().set);
  co_await set_add_all(vm, made, value);
  co_return made;
}

SIMUL_RARE Native intersected(Vm& vm, Value a, std::vector<Value> others, Type* cls) {
  Value result = a;
  if (others.empty()) result = copy_of(vm, a, cls);
  for (std::size_t i = 0; i < others.size(); ++i) {
    if (others[i].is(result)) {
      result = copy_of(vm, result, cls);
      continue;
    }
    if (is_set(vm, others[i])) {
      // CPython walks the smaller one.
      Value walked = others[i], other = result;
      if (table(walked).size() > table(other).size()) std::swap(walked, other);
      result = co_await filtered(vm, walked, other, true, cls);
      continue;
    }
    Value made = new_set(vm, cls);
    Value iterator = co_await vm.iter(others[i]);
    while (Value item = co_await vm.next(iterator)) {
      if ((co_await act_on(vm, Act::kHas, result, item)).is_true())
        co_await act_on(vm, Act::kAdd, made, item);
      // All are found: CPython does not look at the rest.
      if (table(made).size() >= table(result).size()) break;
    }
    result = made;
  }
  co_return result;
}

// set -= other
SIMUL_RARE Native take_out(Vm& vm, Value set, Value other) {
  if (other.is(set)) {
    clear(set.object());
    co_return Value::none();
  }
  if (is_set(vm, other)) {
    if ((table(other).size() >> 3) > table(set).size()) {
      std::vector<Value> others;
      others.push_back(other);
      Value common = co_await intersected(vm, set, std::move(others), vm.types().set);
      other = common;
    }
    const std::vector<std::uint32_t> order = set_order(*other.as<SetBody>());
    for (const std::uint32_t at : order) {
      if (at >= table(other).entries().size() || !table(other).entries()[at].key) continue;
      const Value key = table(other).entries()[at].key;
      co_await act_on(vm, Act::kDiscard, set, key);
    }
  } else {
    co_await remove_all(vm, set, other);
  }
  auto* object = set.as<SetBody>();
  if (object->slots != nullptr) object->slots->shrink(object->table);
  co_return Value::none();
}

SIMUL_RARE Native differed(Vm& vm, Value a, std::vector<Value> others, Type* cls) {
  Value result;
  for (std::size_t i = 0; i < others.size(); ++i) {
    const bool dict = vm.is_exactly(others[i], vm.types().dict);
    const bool sized = is_set(vm, others[i]) || dict;
    const std::uint32_t size = sized ? table_of(vm, others[i]).size() : 0;
    if (i == 0 && sized && (table(a).size() >> 2) <= size) {
      if (dict) {
        result = new_set(vm, cls);
        const std::vector<std::uint32_t> order = set_order(*a.as<SetBody>());
        for (const std::uint32_t at : order) {
          // An element's __eq__ may have emptied the set meanwhile.
          if (at >= table(a).entries().size() || !table(a).entries()[at].key) continue;
          const Value key = table(a).entries()[at].key;
          const Hash hash = table(a).entries()[at].hash;
          Value found = co_await find_slowly(vm, others[i], key, hash);
          if (found.as_small() < 0) put(result.as<SetBody>(), key, hash);
        }
      } else {
        result = co_await filtered(vm, a, others[i], false, cls);
      }
      continue;
    }
    if (i == 0) result = copy_of(vm, a, cls);
    co_await take_out(vm, result, others[i]);
  }
  if (!result) result = copy_of(vm, a, cls);
  co_return result;
}

// What is in both goes, what is only in `other` comes.
SIMUL_RARE Native toggle(Vm& vm, Value set, Value other) {
  const std::vector<std::uint32_t> order = set_order(*other.as<SetBody>());
  for (const std::uint32_t at : order) {
    if (at >= table(other).entries().size() || !table(other).entries()[at].key) continue;
    const Value key = table(other).entries()[at].key;
    if ((co_await act_on(vm, Act::kContains, set, key)).is_true()) {
      co_await act_on(vm, Act::kDiscard, set, key);
    } else {
      co_await act_on(vm, Act::kAdd, set, key);
    }
  }
  co_return Value::none();
}

SIMUL_RARE Native symmetric(Vm& vm, Value a, Value b, Type* cls) {
  Value result = new_set(vm, cls);
  co_await set_add_all(vm, result, b);
  co_await toggle(vm, result, a);
  co_return result;
}

SIMUL_RARE Native symmetric_in_place(Vm& vm, Value set, Value other, bool give_set) {
  if (set.is(other)) {
    clear(set.object());
  } else {
    Value others = co_await as_set(vm, other);
    co_await toggle(vm, set, others);
  }
  co_return give_set ? set : Value::none();
}

SIMUL_RARE Native differ_in_place(Vm& vm, Value set, std::vector<Value> others, bool give_set) {
  for (std::size_t i = 0; i < others.size(); ++i) co_await take_out(vm, set, others[i]);
  co_return give_set ? set : Value::none();
}

std::vector<Value> rest_of(const CallArgs& args) {
  return std::vector<Value>(args.values + 1, args.values + args.size());
}

}  // namespace

Answer set_union(Vm& vm, const CallArgs& args) {
  return united(vm, args[0], rest_of(args), plain_class(vm, args[0]));
}

Answer set_intersection(Vm& vm, const CallArgs& args) {
  return intersected(vm, args[0], rest_of(args), plain_class(vm, args[0]));
}

Answer set_difference(Vm& vm, const CallArgs& args) {
  return differed(vm, args[0], rest_of(args), plain_class(vm, args[0]));
}

Answer set_symmetric(Vm& vm, const CallArgs& args) {
  return symmetric(vm, args[0], args[1], plain_class(vm, args[0]));
}

Answer set_copy(Vm& vm, const CallArgs& args) {
  if (vm.is_exactly(args[0], vm.types().frozenset)) return args[0];
  return copy_of(vm, args[0], plain_class(vm, args[0]));
}

namespace {

// What `set` and all `others` have becomes its content.
SIMUL_RARE Native intersect_in_place(Vm& vm, Value set, std::vector<Value> others, bool give_set) {
  Value result = co_await intersected(vm, set, std::move(others), vm.types().set);
  Table old = std::move(table(set));
  table(set) = std::move(table(result));
  table(set).touch();
  set.as<SetBody>()->slots = std::move(result.as<SetBody>()->slots);
  set.as<SetBody>()->by_insertion = result.as<SetBody>()->by_insertion;
  co_return give_set ? set : Value::none();
}

}  // namespace

Answer set_update(Vm& vm, const CallArgs& args) {
  return [](Vm& machine, Value set, std::vector<Value> others) -> Native {
    for (std::size_t i = 0; i < others.size(); ++i) co_await set_add_all(machine, set, others[i]);
    co_return Value::none();
  }(vm, args[0], rest_of(args));
}

Answer set_intersection_update(Vm& vm, const CallArgs& args) {
  return intersect_in_place(vm, args[0], rest_of(args), false);
}

Answer set_difference_update(Vm& vm, const CallArgs& args) {
  return differ_in_place(vm, args[0], rest_of(args), false);
}

Answer set_symmetric_update(Vm& vm, const CallArgs& args) {
  return symmetric_in_place(vm, args[0], args[1], false);
}

Answer binary(Vm& vm, BinaryOp op, const Value& a, const Value& b) {
  if (!is_set(vm, a) || !is_set(vm, b)) return Value::not_implemented();
  Type* cls = plain_class(vm, a);
  switch (op) {
    case BinaryOp::kOr: return united(vm, a, {b}, cls);
    case BinaryOp::kAnd: return intersected(vm, a, {b}, cls);
    case BinaryOp::kSubtract: return differed(vm, a, {b}, cls);
    case BinaryOp::kXor: return symmetric(vm, a, b, cls);
    default: return Value::not_implemented();
  }
}

SIMUL_RARE Native add_all_and_give(Vm& vm, Value set, Value other) {
  co_await set_add_all(vm, set, other);
  co_return set;
}

Answer inplace(Vm& vm, BinaryOp op, const Value& a, const Value& b) {
  if (!is_set(vm, b)) return Value::not_implemented();
  switch (op) {
    case BinaryOp::kOr: return add_all_and_give(vm, a, b);
    case BinaryOp::kAnd: return intersect_in_place(vm, a, {b}, true);
    case BinaryOp::kSubtract: return differ_in_place(vm, a, {b}, true);
    case BinaryOp::kXor: return symmetric_in_place(vm, a, b, true);
    default: return Value::not_implemented();
  }
}

namespace {

// Is every element of a in b? Answers `wanted` if so.
SIMUL_RARE Native subset(Vm& vm, Value a, Value b, bool wanted) {
  b = co_await as_set(vm, b);
  a = co_await as_set(vm, a);
  if (table(a).size() > table(b).size()) co_return Value::boolean(!wanted);
  for (std::size_t i = 0; i < table(a).entries().size(); ++i) {
    const Value key = table(a).entries()[i].key;
    if (!key) continue;
    if (!(co_await act_on(vm, Act::kContains, b, key)).is_true()) co_return Value::boolean(!wanted);
  }
  co_return Value::boolean(wanted);
}

}  // namespace

Answer compare(Vm& vm, const Value& a, const Value& b, CompareOp op) {
  if (!is_set(vm, b)) return Value::not_implemented();
  const std::uint32_t x = table(a).size();
  const std::uint32_t y = table(b).size();
  switch (op) {
    case CompareOp::kEq:
      return x != y ? Answer(Value::boolean(false)) : Answer(subset(vm, a, b, true));
    case CompareOp::kNe:
      return x != y ? Answer(Value::boolean(true)) : Answer(subset(vm, a, b, false));
    case CompareOp::kLe: return subset(vm, a, b, true);
    case CompareOp::kGe: return subset(vm, b, a, true);
    case CompareOp::kLt:
      return x >= y ? Answer(Value::boolean(false)) : Answer(subset(vm, a, b, true));
    case CompareOp::kGt:
      return y >= x ? Answer(Value::boolean(false)) : Answer(subset(vm, b, a, true));
  }
  return Value::not_implemented();
}

Answer set_is_subset(Vm& vm, const CallArgs& args) {
  return subset(vm, args[0], args[1], true);
}

Answer set_is_superset(Vm& vm, const CallArgs& args) {
  return subset(vm, args[1], args[0], true);
}

SIMUL_RARE Native set_is_disjoint(Vm& vm, OwnedArgs args) {
  Value iterator = co_await vm.iter(args[1]);
  while (Value item = co_await vm.next(iterator)) {
    if ((co_await act_on(vm, Act::kHas, args[0], item)).is_true()) co_return Value::boolean(false);
  }
  co_return Value::boolean(true);
}

}  // namespace sets

using namespace sets;

SIMUL_RARE Native set_add_all(Vm& vm, Value set, Value iterable) {
  if (is_set(vm, iterable)) {
    co_await merge(vm, set, iterable);
    co_return Value::none();
  }
  auto* object = set.as<SetBody>();
  if (vm.is_exactly(iterable, vm.types().dict) && !table_of(vm, iterable).empty()) {
    const std::uint32_t more = table_of(vm, iterable).size();
    if (SetSlots* slots = slots_of(object)) slots->make_room(object->table, more);
  }
  Value iterator = co_await vm.iter(iterable);
  while (Value item = co_await vm.next(iterator)) co_await act_on(vm, Act::kAdd, set, item);
  co_return Value::none();
}

}  // namespace simul::vm
