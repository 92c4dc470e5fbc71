// The types set and frozenset. Mirrors Objects/setobject.c, including the order in which a set of
// numbers is walked.
#include "vm/alias_type.hpp"
#include "vm/cat.hpp"
#include "vm/collections.hpp"
#include "vm/iterators.hpp"
#include "vm/sequence.hpp"
#include "vm/set_body.hpp"

namespace simul::vm {
namespace {

struct SetIterator : Container {
  Value set;  // empty once exhausted
  std::vector<std::uint32_t> order;
  std::size_t place = 0;
  std::uint32_t version = 0;
  std::uint32_t size = 0;
};

Table& table(const Value& set) {
  return set.as<SetBody>()->table;
}

void traverse(Object* self, Visitor& visitor) {
  static_cast<SetBody*>(self)->table.traverse(visitor);
}
void clear_slot(Object* self) {
  Table dropped = std::move(static_cast<SetBody*>(self)->table);
  static_cast<SetBody*>(self)->table = Table();
  static_cast<SetBody*>(self)->slots = nullptr;
  static_cast<SetBody*>(self)->by_insertion = false;
}

Hash number_of(Vm& vm, const Value& hash) {
  std::int64_t number = 0;
  vm.to_int64(hash, number);
  return number;
}

// The set's places in CPython's table; null where they cannot be known.
SetSlots* slots_of(SetBody* set) {
  if (set->slots == nullptr && !set->by_insertion) {
    set->slots = SetSlots::replay(set->table);
    set->by_insertion = set->slots == nullptr;
  }
  return set->slots.get();
}

// A key that is known to be absent.
void put(SetBody* set, const Value& key, Hash hash) {
  const auto before = static_cast<std::uint32_t>(set->table.entries().size());
  set->table.append(key, hash, Value());
  if (set->slots == nullptr) return;
  if (SetSlots::knows(key)) {
    set->slots->added(set->table, before);
  } else {
    set->slots = nullptr;
    set->by_insertion = true;
  }
}

// --- one element
// -----------------------------------------------------------------------------------------------------

enum class Act { kAdd, kContains, kDiscard, kRemove };

Answer finish(Vm& vm, Act act, const Value& set, std::int32_t at, const Value& key, Hash hash) {
  switch (act) {
    case Act::kAdd:
      if (at < 0) {
        if (!table_room(vm, table(set))) return Raised{};
        put(set.as<SetBody>(), key, hash);
      }
      return Value::none();
    case Act::kContains: return Value::boolean(at >= 0);
    case Act::kRemove:
      if (at < 0) return vm.raise(vm.exceptions().KeyError, key);
      [[fallthrough]];
    case Act::kDiscard:
      if (at >= 0) {
        const Value kept_until_whole = table(set).entry(at).key;
        if (SetSlots* slots = slots_of(set.as<SetBody>()))
          slots->removed(static_cast<std::uint32_t>(at), hash);
        table(set).remove(at);
      }
      return Value::none();
  }
  return Raised{};
}

Native act_slowly(Vm& vm, Act act, Value set, Value key) {
  // A set is looked for as the frozenset it equals.
  const Value asked = key;
  if (act != Act::kAdd && key.is_object() && vm.is_kind_of(key, vm.types().set)) {
    Value frozen = co_await vm.call(vm.type_value(vm.types().frozenset), CallArgs(&key, 1));
    key = frozen;
  }
  const Hash hash = number_of(vm, co_await vm.hash(key));
  Value at = co_await find_slowly(vm, set, key, hash);
  if (act == Act::kRemove && at.as_small() < 0) co_return vm.raise(vm.exceptions().KeyError, asked);
  co_return finish(vm, act, set, static_cast<std::int32_t>(at.as_small()), key, hash);
}

Answer act_on(Vm& vm, Act act, const Value& set, const Value& key) {
  Hash hash = 0;
  if (!quick_hash(key, hash)) return act_slowly(vm, act, set, key);
  const std::int32_t at = table(set).find(key, hash);
  if (at == Table::kAskPython) return act_slowly(vm, act, set, key);
  return finish(vm, act, set, at, key, hash);
}

template <Act kAct>
Answer set_act(Vm& vm, const CallArgs& args) {
  return act_on(vm, kAct, args[0], args[1]);
}

Answer contains(Vm& vm, const Value& self, const Value& key) {
  return act_on(vm, Act::kContains, self, key);
}
Answer length(Vm& vm, const Value& self) {
  return vm.integer(table(self).size());
}

Answer set_pop(Vm& vm, const CallArgs& args) {
  Table& all = table(args[0]);
  if (all.empty()) return vm.raise(vm.exceptions().KeyError, vm.str("pop from an empty set"));
  std::size_t at = 0;
  if (SetSlots* slots = slots_of(args[0].as<SetBody>())) {
    at = slots->pop();
  } else {
    while (!all.entries()[at].key) ++at;
  }
  Value key = all.entries()[at].key;
  all.remove(static_cast<std::int32_t>(at));
  return key;
}

Answer set_clear(Vm&, const CallArgs& args) {
  clear_slot(args[0].object());
  return Value::none();
}

// --- many elements
// ---------------------------------------------------------------------------------------------------

Value new_set(Vm& vm, Type* cls) {
  auto* made = vm.instantiate<SetBody>(cls);
  made->hash = 0;
  return Value::adopt(made);
}

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
Native merge_slowly(Vm& vm, Value set, Value other) {
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

Native remove_all(Vm& vm, Value set, Value iterable) {
  if (iterable.is(set)) {
    clear_slot(set.object());
    co_return Value::none();
  }
  Value iterator = co_await vm.iter(iterable);
  while (Value item = co_await vm.next(iterator)) co_await act_on(vm, Act::kDiscard, set, item);
  co_return Value::none();
}

// The elements of `set` (in its order) that `keep` says about `other`'s having them.
Native filtered(Vm& vm, Value set, Value other, bool keep, Type* cls) {
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

Native united(Vm& vm, Value a, std::vector<Value> others, Type* cls) {
  Value made = copy_of(vm, a, cls);
  for (std::size_t i = 0; i < others.size(); ++i) {
    if (!others[i].is(a)) co_await set_add_all(vm, made, others[i]);
  }
  co_return made;
}

Native as_set(Vm& vm, Value value) {
  if (is_set(vm, value)) co_return value;
  Value made = new_set(vm, vm.types().set);
  co_await set_add_all(vm, made, value);
  co_return made;
}

Native intersected(Vm& vm, Value a, std::vector<Value> others, Type* cls) {
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
      if ((co_await act_on(vm, Act::kContains, result, item)).is_true())
        co_await act_on(vm, Act::kAdd, made, item);
      // All are found: CPython does not look at the rest.
      if (table(made).size() >= table(result).size()) break;
    }
    result = made;
  }
  co_return result;
}

// set -= other
Native take_out(Vm& vm, Value set, Value other) {
  if (other.is(set)) {
    clear_slot(set.object());
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

Native differed(Vm& vm, Value a, std::vector<Value> others, Type* cls) {
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
Native toggle(Vm& vm, Value set, Value other) {
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

Native symmetric(Vm& vm, Value a, Value b, Type* cls) {
  Value result = new_set(vm, cls);
  co_await set_add_all(vm, result, b);
  co_await toggle(vm, result, a);
  co_return result;
}

Native symmetric_in_place(Vm& vm, Value set, Value other, bool give_set) {
  if (set.is(other)) {
    clear_slot(set.object());
  } else {
    Value others = co_await as_set(vm, other);
    co_await toggle(vm, set, others);
  }
  co_return give_set ? set : Value::none();
}

Native differ_in_place(Vm& vm, Value set, std::vector<Value> others, bool give_set) {
  for (std::size_t i = 0; i < others.size(); ++i) co_await take_out(vm, set, others[i]);
  co_return give_set ? set : Value::none();
}

std::vector<Value> rest_of(const CallArgs& args) {
  return std::vector<Value>(args.values + 1, args.values + args.size());
}

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

// The result of `made` becomes the content of `set`.
Native take_over(Vm&, Value set, Native made, bool give_set) {
  Value result = co_await std::move(made);
  Table old = std::move(table(set));
  table(set) = std::move(table(result));
  table(set).touch();
  set.as<SetBody>()->slots = std::move(result.as<SetBody>()->slots);
  set.as<SetBody>()->by_insertion = result.as<SetBody>()->by_insertion;
  co_return give_set ? set : Value::none();
}

Answer set_update(Vm& vm, const CallArgs& args) {
  return [](Vm& machine, Value set, std::vector<Value> others) -> Native {
    for (std::size_t i = 0; i < others.size(); ++i) co_await set_add_all(machine, set, others[i]);
    co_return Value::none();
  }(vm, args[0], rest_of(args));
}
Answer set_intersection_update(Vm& vm, const CallArgs& args) {
  return take_over(vm, args[0], intersected(vm, args[0], rest_of(args), vm.types().set), false);
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

Native add_all_and_give(Vm& vm, Value set, Value other) {
  co_await set_add_all(vm, set, other);
  co_return set;
}

Answer inplace(Vm& vm, BinaryOp op, const Value& a, const Value& b) {
  if (!is_set(vm, b)) return Value::not_implemented();
  switch (op) {
    case BinaryOp::kOr: return add_all_and_give(vm, a, b);
    case BinaryOp::kAnd: return take_over(vm, a, intersected(vm, a, {b}, vm.types().set), true);
    case BinaryOp::kSubtract: return differ_in_place(vm, a, {b}, true);
    case BinaryOp::kXor: return symmetric_in_place(vm, a, b, true);
    default: return Value::not_implemented();
  }
}

// --- comparing
// -------------------------------------------------------------------------------------------------------

// Is every element of a in b? Answers `wanted` if so.
Native subset(Vm& vm, Value a, Value b, bool wanted) {
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

Native set_is_disjoint(Vm& vm, OwnedArgs args) {
  Value iterator = co_await vm.iter(args[1]);
  while (Value item = co_await vm.next(iterator)) {
    if ((co_await act_on(vm, Act::kContains, args[0], item)).is_true())
      co_return Value::boolean(false);
  }
  co_return Value::boolean(true);
}

Answer frozen_hash(Vm& vm, const Value& self) {
  auto* set = self.as<SetBody>();
  if (set->hash == 0) {
    std::uint64_t hash = 0;
    for (const Table::Entry& entry : set->table.entries()) {
      if (!entry.key) continue;
      const auto h = static_cast<std::uint64_t>(entry.hash);
      hash ^= ((h ^ 89869747u) ^ (h << 16)) * 3644798167u;
    }
    hash ^= (std::uint64_t{set->table.size()} + 1) * 1927868237u;
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash * 69069u + 907133923u;
    set->hash = hash == ~std::uint64_t{0} ? 590923713 : static_cast<Hash>(hash);
  }
  return vm.integer(set->hash);
}

// --- making and showing
// ----------------------------------------------------------------------------------------------

Native repr_slowly(Vm& vm, Value self) {
  ReprGuard guard(self);
  const bool plain = vm.is_exactly(self, vm.types().set);
  std::string out = plain ? "{" : cat(vm.type_name(self), "({");
  bool first = true;
  const std::vector<std::uint32_t> order = set_order(*self.as<SetBody>());
  for (const std::uint32_t at : order) {
    if (at >= table(self).entries().size() || !table(self).entries()[at].key) continue;
    if (!first) out += ", ";
    first = false;
    const Value key = table(self).entries()[at].key;
    Value text = co_await vm.repr(key);
    out += vm.text(text);
  }
  out += plain ? "}" : "})";
  co_return vm.str(out);
}

Answer repr(Vm& vm, const Value& self) {
  if (table(self).empty()) return vm.str(cat(vm.type_name(self), "()"));
  if (ReprGuard::active(self)) return vm.str(cat(vm.type_name(self), "(...)"));
  return repr_slowly(vm, self);
}

Answer set_create(Vm& vm, Type* cls, const CallArgs&) {
  return new_set(vm, cls);
}

Answer set_init(Vm& vm, const Value& self, const CallArgs& args) {
  if (args.keywords() > 0) return vm.raise_type_error("set() takes no keyword arguments");
  if (args.size() > 1) {
    return vm.raise_type_error(cat("set expected at most 1 argument, got ", args.size()));
  }
  clear_slot(self.object());
  if (args.size() == 0) return Value::none();
  return set_add_all(vm, self, args[0]);
}

Answer frozen_create(Vm& vm, Type* cls, const CallArgs& args) {
  if (args.keywords() > 0 && cls == vm.types().frozenset) {
    return vm.raise_type_error("frozenset() takes no keyword arguments");
  }
  if (args.size() > 1) {
    return vm.raise_type_error(cat("frozenset expected at most 1 argument, got ", args.size()));
  }
  if (args.size() == 1 && cls == vm.types().frozenset && vm.is_exactly(args[0], cls))
    return args[0];
  Value made = new_set(vm, cls);
  if (args.size() == 0) return made;
  return add_all_and_give(vm, made, args[0]);
}

Answer iter(Vm& vm, const Value& self) {
  auto* iterator = vm.heap().make<SetIterator>(vm.types().set_iterator);
  iterator->set = self;
  iterator->order = set_order(*self.as<SetBody>());
  iterator->size = table(self).size();
  return Value::adopt(iterator);
}

Answer iterator_next(Vm& vm, const Value& self) {
  auto* iterator = self.as<SetIterator>();
  if (!iterator->set) return Answer::stop();
  const Table& all = table(iterator->set);
  if (all.size() != iterator->size) {
    iterator->size = ~0u;
    return vm.raise(vm.exceptions().RuntimeError, "Set changed size during iteration");
  }
  while (iterator->place < iterator->order.size()) {
    const std::uint32_t at = iterator->order[iterator->place++];
    if (at < all.entries().size() && all.entries()[at].key) return all.entries()[at].key;
  }
  iterator->set.reset();
  return Answer::stop();
}

Answer iterator_hint(Vm& vm, const CallArgs& args) {
  auto* iterator = args[0].as<SetIterator>();
  return vm.integer(
      static_cast<std::int64_t>(iterator->set ? iterator->order.size() - iterator->place : 0));
}

// What is left of it, which stays where it is.
Answer iterator_reduce(Vm& vm, const CallArgs& args) {
  const auto* from = args[0].as<SetIterator>();
  auto* copied = vm.heap().make<SetIterator>(vm.types().set_iterator);
  const Value copy = Value::adopt(copied);
  copied->set = from->set;
  copied->order = from->order;
  copied->place = from->place;
  copied->size = from->size;
  std::vector<Value> left;
  while (true) {
    Answer item = iterator_next(vm, copy);
    if (item.raised()) return item;
    if (item.is_stop()) break;
    left.push_back(item.take());
  }
  return reduced(vm, "iter", vm.tuple({vm.list(std::move(left))}));
}

void iterator_traverse(Object* self, Visitor& visitor) {
  visitor.visit(static_cast<SetIterator*>(self)->set);
}

}  // namespace

std::vector<std::uint32_t> set_order(const Table& table) {
  if (table.size() > 1)
    if (const auto slots = SetSlots::replay(table)) return slots->order();
  std::vector<std::uint32_t> order;
  for (std::size_t i = 0; i < table.entries().size(); ++i)
    if (table.entries()[i].key) order.push_back(static_cast<std::uint32_t>(i));
  return order;
}

std::vector<std::uint32_t> set_order(const SetObject& set) {
  const auto& body = static_cast<const SetBody&>(set);
  return body.slots != nullptr ? body.slots->order() : set_order(set.table);
}

Answer set_add(Vm& vm, const Value& set, const Value& key) {
  return act_on(vm, Act::kAdd, set, key);
}

Native set_add_all(Vm& vm, Value set, Value iterable) {
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

void install_set(Vm& vm) {
  Slots slots = {.destroy = destroy_as<SetBody>,
                 .traverse = traverse,
                 .clear = clear_slot,
                 .repr = repr,
                 .compare = compare,
                 .iter = iter,
                 .length = length,
                 .contains = contains,
                 .binary = binary,
                 .create = frozen_create};
  slots.binary_mask = op_bit(BinaryOp::kOr) | op_bit(BinaryOp::kAnd) | op_bit(BinaryOp::kSubtract) |
                      op_bit(BinaryOp::kXor);
  slots.hash = frozen_hash;
  vm.define(vm.types().frozenset,
            {.name = "frozenset",
             .instance_size = sizeof(SetBody),
             .flags = kSubclassable,
             .slots = slots,
             .methods = {{"__class_getitem__", class_get_item, 1, 1, kClassMethod},
                         {"copy", set_copy, 0, 0},
                         {"union", set_union},
                         {"intersection", set_intersection},
                         {"difference", set_difference},
                         {"symmetric_difference", set_symmetric, 1, 1},
                         {"issubset", set_is_subset, 1, 1},
                         {"issuperset", set_is_superset, 1, 1},
                         {"isdisjoint", set_is_disjoint, 1, 1}}});
  slots.hash = nullptr;
  slots.create = set_create;
  slots.init = set_init;
  slots.inplace = inplace;
  slots.inplace_mask = slots.binary_mask;
  vm.define(vm.types().set,
            {.name = "set",
             .instance_size = sizeof(SetBody),
             .flags = kSubclassable | kUnhashable,
             .slots = slots,
             .methods = {{"__class_getitem__", class_get_item, 1, 1, kClassMethod},
                         {"add", set_act<Act::kAdd>, 1, 1},
                         {"discard", set_act<Act::kDiscard>, 1, 1},
                         {"remove", set_act<Act::kRemove>, 1, 1},
                         {"pop", set_pop, 0, 0},
                         {"clear", set_clear, 0, 0},
                         {"copy", set_copy, 0, 0},
                         {"union", set_union},
                         {"intersection", set_intersection},
                         {"difference", set_difference},
                         {"symmetric_difference", set_symmetric, 1, 1},
                         {"update", set_update},
                         {"intersection_update", set_intersection_update},
                         {"difference_update", set_difference_update},
                         {"symmetric_difference_update", set_symmetric_update, 1, 1},
                         {"issubset", set_is_subset, 1, 1},
                         {"issuperset", set_is_superset, 1, 1},
                         {"isdisjoint", set_is_disjoint, 1, 1}}});
  vm.define(vm.types().set_iterator,
            {.name = "set_iterator",
             .instance_size = sizeof(SetIterator),
             .flags = kAbstract,
             .slots = {.destroy = destroy_as<SetIterator>,
                       .traverse = iterator_traverse,
                       .iter = [](Vm&, const Value& self) -> Answer { return self; },
                       .next = iterator_next},
             .methods = {{"__length_hint__", iterator_hint, 0, 0},
                         {"__reduce__", iterator_reduce, 0, 0}}});
}

}  // namespace simul::vm
