// The types set and frozenset. Mirrors Objects/setobject.c, including the order in which a set of
// numbers is walked.
#include "base/rare.hpp"
#include "vm/alias_type.hpp"
#include "vm/cat.hpp"
#include "vm/set_parts.hpp"

namespace simul::vm {

namespace sets {

void clear(Object* self) {
  Table dropped = std::move(static_cast<SetBody*>(self)->table);
  static_cast<SetBody*>(self)->table = Table();
  static_cast<SetBody*>(self)->slots = nullptr;
  static_cast<SetBody*>(self)->by_insertion = false;
}

SetSlots* slots_of(SetBody* set) {
  if (set->slots == nullptr && !set->by_insertion) {
    set->slots = SetSlots::replay(set->table);
    set->by_insertion = set->slots == nullptr;
  }
  return set->slots.get();
}

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

namespace {

Hash number_of(Vm& vm, const Value& hash) {
  std::int64_t number = 0;
  vm.to_int64(hash, number);
  return number;
}

Answer finish(Vm& vm, Act act, const Value& set, std::int32_t at, const Value& key, Hash hash) {
  switch (act) {
    case Act::kAdd:
      if (at < 0) {
        if (!table_room(vm, table(set))) return Raised{};
        put(set.as<SetBody>(), key, hash);
      }
      return Value::none();
    case Act::kContains:
    case Act::kHas: return Value::boolean(at >= 0);
    case Act::kRemove:
      if (at < 0) return vm.raise(vm.exceptions().KeyError, key);
      [[fallthrough]];
    case Act::kDiscard:
    case Act::kDrop:
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
  // Whoever asks for a set means the frozenset it equals.
  const Value asked = key;
  if ((act == Act::kContains || act == Act::kDiscard || act == Act::kRemove) && key.is_object() &&
      vm.is_kind_of(key, vm.types().set)) {
    Value frozen = co_await vm.call(vm.type_value(vm.types().frozenset), CallArgs(&key, 1));
    key = frozen;
  }
  const Hash hash = number_of(vm, co_await vm.hash(key));
  Value at = co_await find_slowly(vm, set, key, hash);
  if (act == Act::kRemove && at.as_small() < 0) co_return vm.raise(vm.exceptions().KeyError, asked);
  co_return finish(vm, act, set, static_cast<std::int32_t>(at.as_small()), key, hash);
}

}  // namespace

Answer act_on(Vm& vm, Act act, const Value& set, const Value& key) {
  Hash hash = 0;
  if (!quick_hash(key, hash)) return act_slowly(vm, act, set, key);
  const std::int32_t at = table(set).find(key, hash);
  if (at == Table::kAskPython) return act_slowly(vm, act, set, key);
  return finish(vm, act, set, at, key, hash);
}

}  // namespace sets

using namespace sets;

namespace {

void traverse(Object* self, Visitor& visitor) {
  static_cast<SetBody*>(self)->table.traverse(visitor);
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
  clear(args[0].object());
  return Value::none();
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

SIMUL_RARE Native repr_slowly(Vm& vm, Value self) {
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
  clear(self.object());
  if (args.size() == 0) return Value::none();
  return set_add_all(vm, self, args[0]);
}

Answer frozen_create(Vm& vm, Type* cls, const CallArgs& args) {
  if (args.keywords() > 0 && cls->slots.init == vm.types().frozenset->slots.init) {
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

void install_set(Vm& vm) {
  Slots slots = {.destroy = destroy_as<SetBody>,
                 .traverse = traverse,
                 .clear = clear,
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
  install_iterator(vm);
}

}  // namespace simul::vm
