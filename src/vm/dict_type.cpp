// The type dict: slots, methods, and its items by key with and without Python code. Mirrors
// Objects/dictobject.c.
//
// Views and iterators are in dict_views.cpp.
#include "base/rare.hpp"
#include "vm/alias_type.hpp"
#include "vm/cat.hpp"
#include "vm/collections.hpp"
#include "vm/dict_views.hpp"
#include "vm/sequence.hpp"

namespace simul::vm {
namespace {

Table& table(const Value& dict) {
  return dict.as<DictObject>()->table;
}

void traverse(Object* self, Visitor& visitor) {
  static_cast<DictObject*>(self)->table.traverse(visitor);
}
void clear_slot(Object* self) {
  Table dropped = std::move(static_cast<DictObject*>(self)->table);
  static_cast<DictObject*>(self)->table = Table();
}

Hash number_of(Vm& vm, const Value& hash) {
  std::int64_t number = 0;
  vm.to_int64(hash, number);
  return number;
}

// What each operation does once the entry is found (or not: kAbsent).
Answer finish_get(
    Vm& vm, const Value& dict, std::int32_t at, const Value& key, const Value& fallback) {
  if (at >= 0) return table(dict).entry(at).value;
  if (fallback) return fallback;
  if (!vm.is_exactly(dict, vm.types().dict)) {
    if (vm.lookup(vm.type_of(dict), vm.name("__missing__")) != nullptr) {
      return vm.call_method(dict, "__missing__", {key});
    }
  }
  return vm.raise(vm.exceptions().KeyError, key);
}

Answer finish_set(
    Vm& vm, const Value& dict, std::int32_t at, const Value& key, Hash hash, const Value& value) {
  if (at >= 0) {
    table(dict).touch();
    table(dict).entry(at).value = value;
    return Value::none();
  }
  if (!table_room(vm, table(dict))) return Raised{};
  table(dict).append(key, hash, value);
  return Value::none();
}

Answer finish_delete(Vm& vm, const Value& dict, std::int32_t at, const Value& key) {
  if (at < 0) return vm.raise(vm.exceptions().KeyError, key);
  const Value dropped = table(dict).remove(at);
  return Value::none();
}

Answer finish_pop(
    Vm& vm, const Value& dict, std::int32_t at, const Value& key, const Value& fallback) {
  if (at >= 0) return table(dict).remove(at);
  if (fallback) return fallback;
  return vm.raise(vm.exceptions().KeyError, key);
}

Answer finish_set_default(
    Vm& vm, const Value& dict, std::int32_t at, const Value& key, Hash hash, const Value& value) {
  if (at >= 0) return table(dict).entry(at).value;
  if (!table_room(vm, table(dict))) return Raised{};
  table(dict).append(key, hash, value);
  return value;
}

enum class Act { kGet, kSet, kDelete, kPop, kSetDefault, kContains };

Answer finish(Vm& vm,
              Act act,
              const Value& dict,
              std::int32_t at,
              const Value& key,
              Hash hash,
              const Value& value) {
  switch (act) {
    case Act::kGet: return finish_get(vm, dict, at, key, value);
    case Act::kSet: return finish_set(vm, dict, at, key, hash, value);
    case Act::kDelete: return finish_delete(vm, dict, at, key);
    case Act::kPop: return finish_pop(vm, dict, at, key, value);
    case Act::kSetDefault: return finish_set_default(vm, dict, at, key, hash, value);
    case Act::kContains: return Value::boolean(at >= 0);
  }
  return Raised{};
}

Native act_slowly(Vm& vm, Act act, Value dict, Value key, Value value) {
  const Hash hash = number_of(vm, co_await vm.hash(key));
  Value at = co_await find_slowly(vm, dict, key, hash);
  co_return finish(vm, act, dict, static_cast<std::int32_t>(at.as_small()), key, hash, value);
}

// The act is known where this is called, so that only its own branch is left of finish().
[[gnu::always_inline]] inline Answer act_on(
    Vm& vm, Act act, const Value& dict, const Value& key, const Value& value) {
  Hash hash = 0;
  if (!quick_hash(key, hash)) return act_slowly(vm, act, dict, key, value);
  const std::int32_t at = table(dict).find(key, hash);
  if (at == Table::kAskPython) return act_slowly(vm, act, dict, key, value);
  switch (act) {
    case Act::kGet: return finish_get(vm, dict, at, key, value);
    case Act::kSet: return finish_set(vm, dict, at, key, hash, value);
    case Act::kContains: return Value::boolean(at >= 0);
    case Act::kSetDefault: return finish_set_default(vm, dict, at, key, hash, value);
    default: return finish(vm, act, dict, at, key, hash, value);
  }
}

Answer get_item(Vm& vm, const Value& self, const Value& key) {
  return act_on(vm, Act::kGet, self, key, {});
}
Answer set_item(Vm& vm, const Value& self, const Value& key, const Value& content) {
  if (content) return act_on(vm, Act::kSet, self, key, content);
  return act_on(vm, Act::kDelete, self, key, content);
}
Answer contains(Vm& vm, const Value& self, const Value& key) {
  return act_on(vm, Act::kContains, self, key, {});
}
Answer length(Vm& vm, const Value& self) {
  return vm.integer(table(self).size());
}
Answer iter(Vm& vm, const Value& self) {
  return iterate_dict(vm, self, vm.types().dict_key_iterator);
}

Answer dict_get_method(Vm& vm, const CallArgs& args) {
  return act_on(vm, Act::kGet, args[0], args[1], args.size() > 2 ? args[2] : Value::none());
}
Answer dict_pop(Vm& vm, const CallArgs& args) {
  if (table(args[0]).empty()) {  // not even a hash is asked for
    if (args.size() > 2) return args[2];
    return vm.raise(vm.exceptions().KeyError, args[1]);
  }
  return act_on(vm, Act::kPop, args[0], args[1], args.size() > 2 ? args[2] : Value());
}
Answer dict_set_default(Vm& vm, const CallArgs& args) {
  return act_on(vm, Act::kSetDefault, args[0], args[1], args.size() > 2 ? args[2] : Value::none());
}

Answer dict_pop_item(Vm& vm, const CallArgs& args) {
  auto& entries = table(args[0]).entries();
  for (std::size_t i = entries.size(); i-- > 0;) {
    if (!entries[i].key) continue;
    Value key = entries[i].key;
    table(args[0]).share_nothing();
    Value value = table(args[0]).remove(static_cast<std::int32_t>(i));
    return vm.tuple({std::move(key), std::move(value)});
  }
  return vm.raise(vm.exceptions().KeyError, vm.str("popitem(): dictionary is empty"));
}

Answer dict_clear(Vm&, const CallArgs& args) {
  Table dropped = std::move(table(args[0]));
  table(args[0]) = Table();
  if (!table(args[0]).of_instance()) table(args[0]).share_nothing();
  return Value::none();
}

Value copy_of(Vm& vm, const Value& dict) {
  Value made = vm.dict();
  if (!table(dict).empty()) table(made).share(table(dict).shared(), false);
  table(made).copy_from(table(dict));
  return made;
}
bool iterates_as_dict(Vm& vm, const Value& value) {
  return vm.type_of(value)->slots.iter == vm.types().dict->slots.iter;
}

SIMUL_RARE Native copy_slowly(Vm& vm, Value dict) {
  Value made = vm.dict();
  co_await dict_update(vm, made, dict);
  co_return made;
}

Answer dict_copy(Vm& vm, const CallArgs& args) {
  if (!iterates_as_dict(vm, args[0])) return copy_slowly(vm, args[0]);
  return copy_of(vm, args[0]);
}

SIMUL_RARE Native from_keys(Vm& vm, OwnedArgs args) {
  Value made = co_await vm.call(args[0]);
  const Value value = args.size() > 2 ? args[2] : Value::none();
  Value iterator = co_await vm.iter(args[1]);
  while (Value key = co_await vm.next(iterator)) co_await vm.set_item(made, key, value);
  co_return made;
}

template <int kWhich>
Answer dict_view(Vm& vm, const CallArgs& args) {
  const Types& types = vm.types();
  return view_dict(
      vm,
      args[0],
      kWhich == 0 ? types.dict_keys : (kWhich == 1 ? types.dict_values : types.dict_items));
}

SIMUL_RARE Native update_call(Vm& vm, Value dict, OwnedArgs args) {
  if (args.size() > 1) {
    co_return vm.raise_type_error(cat("update expected at most 1 argument, got ", args.size()));
  }
  if (args.size() == 1) co_await dict_update(vm, dict, args[0]);
  const CallArgs all = args.view();
  for (std::size_t i = 0; i < all.keywords(); ++i) {
    co_await dict_set(vm, dict, Value::share(all.keyword_name(i)), all.keyword_value(i));
  }
  co_return Value::none();
}

Answer dict_update_method(Vm& vm, const CallArgs& args) {
  return update_call(vm, args[0], OwnedArgs(args.tail()));
}

Answer create(Vm& vm, Type* cls, const CallArgs&) {
  return Value::adopt(vm.instantiate<DictObject>(cls));
}

Answer init(Vm& vm, const Value& self, const CallArgs& args) {
  if (args.size() > 1) {
    return vm.raise_type_error(cat("dict expected at most 1 argument, got ", args.size()));
  }
  if (args.size() == 1 || args.keywords() > 0) return update_call(vm, self, OwnedArgs(args));
  return Value::none();
}

SIMUL_RARE Native repr_slowly(Vm& vm, Value self) {
  ReprGuard guard(self);
  std::string out = "{";
  bool first = true;
  for (std::size_t i = 0; i < table(self).entries().size(); ++i) {
    const Value key = table(self).entries()[i].key;
    if (!key) continue;
    const Value value = table(self).entries()[i].value;
    if (!first) out += ", ";
    first = false;
    Value shown = co_await vm.repr(key);
    out += vm.text(shown);
    out += ": ";
    shown = co_await vm.repr(value);
    out += vm.text(shown);
  }
  out += '}';
  co_return vm.str(out);
}

Answer repr(Vm& vm, const Value& self) {
  if (table(self).empty()) return vm.str("{}");
  if (ReprGuard::active(self)) return vm.str("{...}");
  return repr_slowly(vm, self);
}

Native equal_slowly(Vm& vm, Value a, Value b, bool wanted) {
  for (std::size_t i = 0; i < table(a).entries().size(); ++i) {
    const Value key = table(a).entries()[i].key;
    if (!key) continue;
    const Value value = table(a).entries()[i].value;
    Value at = co_await find_slowly(vm, b, key, table(a).entries()[i].hash);
    if (at.as_small() < 0) co_return Value::boolean(!wanted);
    const Value other = table(b).entry(static_cast<std::int32_t>(at.as_small())).value;
    if (!(co_await vm.equal(value, other)).is_true()) co_return Value::boolean(!wanted);
  }
  co_return Value::boolean(wanted);
}

Answer compare(Vm& vm, const Value& a, const Value& b, CompareOp op) {
  if (!is_dict(vm, b) || (op != CompareOp::kEq && op != CompareOp::kNe))
    return Value::not_implemented();
  const bool wanted = op == CompareOp::kEq;
  if (table(a).size() != table(b).size()) return Value::boolean(!wanted);
  if (a.is(b)) return Value::boolean(wanted);
  return equal_slowly(vm, a, b, wanted);
}

SIMUL_RARE Native merged(Vm& vm, Value left, Value right) {
  Value made;
  if (iterates_as_dict(vm, left)) {
    made = copy_of(vm, left);
  } else {
    made = co_await copy_slowly(vm, left);
  }
  co_await dict_update(vm, made, right);
  co_return made;
}

Answer binary(Vm& vm, BinaryOp op, const Value& a, const Value& b) {
  if (op != BinaryOp::kOr || !is_dict(vm, a) || !is_dict(vm, b)) return Value::not_implemented();
  return merged(vm, a, b);
}

SIMUL_RARE Native update_in_place(Vm& vm, Value dict, Value other) {
  co_await dict_update(vm, dict, other);
  co_return dict;
}

Answer inplace(Vm& vm, BinaryOp op, const Value& a, const Value& b) {
  if (op != BinaryOp::kOr) return Value::not_implemented();
  return update_in_place(vm, a, b);
}

}  // namespace

Answer dict_get(Vm& vm, const Value& dict, const Value& key, const Value& fallback) {
  return act_on(vm, Act::kGet, dict, key, fallback);
}

Answer dict_set(Vm& vm, const Value& dict, const Value& key, const Value& value) {
  return act_on(vm, Act::kSet, dict, key, value);
}

SIMUL_RARE Native dict_update(Vm& vm, Value dict, Value other) {
  // A class derived from dict that iterates otherwise is taken by its keys().
  if (is_dict(vm, other) && iterates_as_dict(vm, other)) {
    const std::size_t count = table(other).entries().size();
    // For so many more CPython makes room at once, and with that the dict a table of its own.
    constexpr std::uint32_t kMostIntoShared = 42;
    if (table(other).size() > kMostIntoShared) table(dict).share_nothing();
    for (std::size_t i = 0; i < table(other).entries().size(); ++i) {
      const Table::Entry& entry = table(other).entries()[i];
      if (!entry.key) continue;
      const Value key = entry.key;
      const Value value = entry.value;
      const Hash hash = entry.hash;
      const std::int32_t at = table(dict).find(key, hash);
      if (at != Table::kAskPython) {
        co_await finish_set(vm, dict, at, key, hash, value);
        continue;
      }
      Value slow = co_await find_slowly(vm, dict, key, hash);
      co_await finish_set(vm, dict, static_cast<std::int32_t>(slow.as_small()), key, hash, value);
      if (table(other).entries().size() != count)
        co_return vm.raise(vm.exceptions().RuntimeError, "dict mutated during update");
    }
    co_return Value::none();
  }
  Value keys = co_await vm.find_attr(other, vm.name("keys"));
  if (keys) {
    Value all = co_await vm.call(keys);
    Value iterator = co_await vm.iter(all);
    while (Value key = co_await vm.next(iterator)) {
      Value value = co_await vm.get_item(other, key);
      co_await dict_set(vm, dict, key, value);
    }
    co_return Value::none();
  }
  Value iterator = co_await vm.iter(other);
  for (std::int64_t i = 0;; ++i) {
    Value pair = co_await vm.next(iterator);
    if (!pair) break;
    std::size_t count = 0;
    Value list = pair;
    if (direct_items(vm, pair, count) == nullptr) {
      Attempt made = co_await vm.attempt(vm.to_list(pair));
      if (!made.ok()) {
        if (!vm.matches(made.exception, vm.exceptions().TypeError))
          co_return vm.raise_exception(made.exception);
        co_return vm.raise_type_error(
            cat("cannot convert dictionary update sequence element #", i, " to a sequence"));
      }
      list = made.value;
    }
    const Value* items = direct_items(vm, list, count);
    if (count != 2) {
      co_return vm.raise_value_error(
          cat("dictionary update sequence element #", i, " has length ", count, "; 2 is required"));
    }
    const Value key = items[0];
    const Value value = items[1];
    co_await dict_set(vm, dict, key, value);
  }
  co_return Value::none();
}

void install_dict(Vm& vm) {
  Slots slots = {.destroy = destroy_as<DictObject>,
                 .traverse = traverse,
                 .clear = clear_slot,
                 .repr = repr,
                 .compare = compare,
                 .compare_mask = 1u << static_cast<unsigned>(CompareOp::kEq) |
                                 1u << static_cast<unsigned>(CompareOp::kNe),
                 .iter = iter,
                 .length = length,
                 .get_item = get_item,
                 .set_item = set_item,
                 .contains = contains,
                 .binary = binary,
                 .inplace = inplace,
                 .create = create,
                 .init = init};
  slots.binary_mask = slots.inplace_mask = op_bit(BinaryOp::kOr);
  vm.define(vm.types().dict,
            {.name = "dict",
             .instance_size = sizeof(DictObject),
             .flags = kSubclassable | kUnhashable,
             .slots = slots,
             .methods = {{"__class_getitem__", class_get_item, 1, 1, kClassMethod},
                         {"get", dict_get_method, 1, 2},
                         {"setdefault", dict_set_default, 1, 2},
                         {"pop", dict_pop, 1, 2},
                         {"popitem", dict_pop_item, 0, 0},
                         {"keys", dict_view<0>, 0, 0},
                         {"values", dict_view<1>, 0, 0},
                         {"items", dict_view<2>, 0, 0},
                         {"update", dict_update_method, 0, -1, kKeywords},
                         {"clear", dict_clear, 0, 0},
                         {"copy", dict_copy, 0, 0},
                         {"fromkeys", from_keys, 1, 2, kClassMethod},
                         {"__reversed__", dict_reversed, 0, 0}}});
  install_dict_views(vm);
}

}  // namespace simul::vm
