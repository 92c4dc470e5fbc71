// The type list: slots and methods; sort() is in list_sort.cpp. Mirrors Objects/listobject.c.
//
// A list may change while Python code runs in the middle of an operation on it (a __eq__, a key
// function), so everything that awaits looks at the size anew each time.
#include <algorithm>

#include "base/rare.hpp"
#include "vm/alias_type.hpp"
#include "vm/cat.hpp"
#include "vm/int_object.hpp"
#include "vm/iterators.hpp"
#include "vm/let_go.hpp"
#include "vm/list_parts.hpp"
#include "vm/protocols.hpp"
#include "vm/sequence.hpp"
#include "vm/slots.hpp"

namespace simul::vm {
namespace {

void list_traverse(Object* self, Visitor& visitor) {
  for (const Value& item : static_cast<ListObject*>(self)->items) visitor.visit(item);
}

// The last goes first, as in CPython. Who dies may look at the list: it is empty by then.
void list_clear_slot(Object* self) {
  const auto* list = static_cast<ListObject*>(self);
  if (list->items.capacity() == 0 && list->charged == 0) return;
  std::vector<Value> items = std::move(static_cast<ListObject*>(self)->items);
  static_cast<ListObject*>(self)->items.clear();
  static_cast<ListObject*>(self)->recharge(self->type->vm->heap());
  let_go_from_the_end(items);
}
void list_destroy(Object* self) {
  list_clear_slot(self);
  static_cast<ListObject*>(self)->~ListObject();
}

bool room_for(Vm& vm, std::int64_t count) {
  if (count < 100'000 ||
      !vm.heap().would_overflow(count * static_cast<std::int64_t>(sizeof(Value))))
    return true;
  vm.raise_memory_error();
  return false;
}

Answer list_create(Vm& vm, Type* cls, const CallArgs&) {
  return Value::adopt(vm.instantiate<ListObject>(cls));
}

// Appends what the iterable gives. The list's buffer counts, so that an endless one ends in
// MemoryError.
SIMUL_RARE Native extend_slowly(Vm& vm, Value list, Value iterable, bool give_list) {
  Value iterator = co_await vm.iter(iterable);
  if (vm.type_of(iterable)->has(kUserClass)) co_await ask_length(vm, iterable);
  while (Value item = co_await vm.next(iterator)) {
    if (!push_item(vm, list, std::move(item))) co_return Raised{};
  }
  co_return give_list ? list : Value::none();
}

Answer extend(Vm& vm, const Value& list, const Value& iterable, bool give_list) {
  std::size_t count = 0;
  if (const Value* from = direct_items(vm, iterable, count)) {
    if (!room_for(vm, static_cast<std::int64_t>(count))) return Raised{};
    auto& items = items_of(list);
    items.reserve(items.size() + count > items.capacity()
                      ? std::max(items.size() + count, items.capacity() * 2)
                      : 0);
    if (iterable.is(list)) from = items.data();
    for (std::size_t i = 0; i < count; ++i) items.push_back(from[i]);
    list.as<ListObject>()->recharge(vm.heap());
    return give_list ? list : Value::none();
  }
  if (!range_fits(vm, iterable)) return Raised{};
  return extend_slowly(vm, list, iterable, give_list);
}

Answer list_init(Vm& vm, const Value& self, const CallArgs& args) {
  const Slots& own = vm.type_of(self)->slots;
  if (args.keywords() > 0 && own.create == vm.types().list->slots.create) {
    return vm.raise_type_error("list() takes no keyword arguments");
  }
  if (args.size() > 1) {
    return vm.raise_type_error(cat("list expected at most 1 argument, got ", args.size()));
  }
  list_clear_slot(self.object());
  if (args.size() == 0) return Value::none();
  return extend(vm, self, args[0], false);
}

Answer list_get_item(Vm& vm, const Value& self, const Value& key) {
  if (key.is_small()) {
    const std::int64_t index = key.as_small() < 0 ? key.as_small() + size_of(self) : key.as_small();
    if (index >= 0 && index < size_of(self)) return items_of(self)[static_cast<std::size_t>(index)];
  }
  const Subscript at = subscript(vm, key, size_of(self), "list");
  switch (at.kind) {
    case Subscript::Kind::kPending: return resolve_subscript(vm, self, key);
    case Subscript::Kind::kRaised: return Raised{};
    case Subscript::Kind::kIndex: return items_of(self)[static_cast<std::size_t>(at.index)];
    case Subscript::Kind::kSlice: break;
  }
  if (at.range.step == 1) {
    const Value* from = items_of(self).data() + at.range.start;
    return vm.list(std::vector<Value>(from, from + at.range.count));
  }
  std::vector<Value> taken;
  taken.reserve(static_cast<std::size_t>(at.range.count));
  for (std::int64_t i = 0; i < at.range.count; ++i) {
    taken.push_back(items_of(self)[static_cast<std::size_t>(at.range.at(i))]);
  }
  return vm.list(std::move(taken));
}

// list[range] = values (taken over), or their deletion.
Answer replace_slice(
    Vm& vm, const Value& self, const SliceRange& range, std::vector<Value> values, bool deleting) {
  auto& items = items_of(self);
  // Dies after the list is whole again, the last first.
  struct Dropped : std::vector<Value> {
    ~Dropped() { let_go_from_the_end(*this); }
  } dropped;
  if (range.step == 1) {
    const auto first = items.begin() + static_cast<std::ptrdiff_t>(range.start);
    const auto last = first + static_cast<std::ptrdiff_t>(range.count);
    dropped.assign(std::make_move_iterator(first), std::make_move_iterator(last));
    const auto common = std::min(static_cast<std::ptrdiff_t>(range.count),
                                 static_cast<std::ptrdiff_t>(values.size()));
    std::move(values.begin(), values.begin() + common, first);
    if (common < range.count) {
      items.erase(first + common, last);
    } else {
      items.insert(last,
                   std::make_move_iterator(values.begin() + common),
                   std::make_move_iterator(values.end()));
    }
    self.as<ListObject>()->recharge(vm.heap());
    return Value::none();
  }
  if (!deleting) {
    if (static_cast<std::int64_t>(values.size()) != range.count) {
      return vm.raise_value_error(cat("attempt to assign sequence of size ",
                                      values.size(),
                                      " to extended slice of size ",
                                      range.count));
    }
    for (std::int64_t i = 0; i < range.count; ++i) {
      items[static_cast<std::size_t>(range.at(i))].swap(values[static_cast<std::size_t>(i)]);
    }
    return Value::none();
  }
  std::vector<bool> gone(items.size(), false);
  for (std::int64_t i = 0; i < range.count; ++i) gone[static_cast<std::size_t>(range.at(i))] = true;
  std::size_t to = 0;
  for (std::size_t from = 0; from < items.size(); ++from) {
    if (gone[from]) {
      dropped.push_back(std::move(items[from]));
    } else {
      if (to != from) items[to] = std::move(items[from]);
      ++to;
    }
  }
  items.resize(to);
  return Value::none();
}

SIMUL_RARE Native assign_iterable(Vm& vm, Value self, Value key, Value iterable) {
  if (vm.type_of(iterable)->slots.iter == nullptr && !vm.type_of(iterable)->slots.sequence &&
      vm.type_of(iterable)->slots.get_item == nullptr) {
    co_return vm.raise_type_error("must assign iterable to extended slice");
  }
  Value list = co_await vm.to_list(iterable);
  SliceRange range;
  if (!resolve_slice(vm, key, size_of(self), range)) co_return Raised{};
  co_return replace_slice(vm, self, range, items_of(list), false);
}

Answer list_set_item(Vm& vm, const Value& self, const Value& key, const Value& content) {
  const Subscript at = subscript(vm, key, size_of(self), "list", true);
  switch (at.kind) {
    case Subscript::Kind::kPending: return resolve_subscript_set(vm, self, key, content);
    case Subscript::Kind::kRaised: return Raised{};
    case Subscript::Kind::kIndex: {
      auto& items = items_of(self);
      if (content) {
        items[static_cast<std::size_t>(at.index)] = content;
      } else {
        const Value dropped = std::move(items[static_cast<std::size_t>(at.index)]);
        items.erase(items.begin() + static_cast<std::ptrdiff_t>(at.index));
      }
      return Value::none();
    }
    case Subscript::Kind::kSlice: break;
  }
  if (!content) return replace_slice(vm, self, at.range, {}, true);
  std::size_t count = 0;
  if (const Value* from = direct_items(vm, content, count)) {
    return replace_slice(vm, self, at.range, std::vector<Value>(from, from + count), false);
  }
  return assign_iterable(vm, self, key, content);
}

Answer list_length(Vm& vm, const Value& self) {
  return vm.integer(size_of(self));
}

Answer list_iter(Vm& vm, const Value& self) {
  auto* iterator = vm.heap().make<ListIterator>(vm.types().list_iterator);
  iterator->list = self;
  iterator->index = 0;
  return Value::adopt(iterator);
}

Answer repeat(Vm& vm, const Value& list, const Value& count) {
  std::int64_t n = 0;
  switch (repeat_count(vm, count, sizeof(Value), size_of(list), n)) {
    case Repeat::kPending: return resolve_repeat(vm, list, count, false);
    case Repeat::kNotImplemented: return Value::not_implemented();
    case Repeat::kRaised: return Raised{};
    case Repeat::kOk: break;
  }
  std::vector<Value> made;
  made.reserve(static_cast<std::size_t>(n * size_of(list)));
  for (std::int64_t i = 0; i < n; ++i)
    made.insert(made.end(), items_of(list).begin(), items_of(list).end());
  return vm.list(std::move(made));
}

bool is_list(Vm& vm, const Value& value) {
  return value.is_object() && vm.is_kind_of(value, vm.types().list);
}

Answer list_binary(Vm& vm, BinaryOp op, const Value& a, const Value& b) {
  if (op == BinaryOp::kMultiply) {
    if (!is_list(vm, a)) return repeat(vm, b, a);
    return has_own_rmul(vm, b) ? Value::not_implemented() : repeat(vm, a, b);
  }
  if (op != BinaryOp::kAdd || !is_list(vm, a)) return Value::not_implemented();
  if (!is_list(vm, b)) return cannot_concatenate(vm, b, "list");
  if (!room_for(vm, size_of(a) + size_of(b))) return Raised{};
  std::vector<Value> made;
  made.reserve(static_cast<std::size_t>(size_of(a) + size_of(b)));
  made.insert(made.end(), items_of(a).begin(), items_of(a).end());
  made.insert(made.end(), items_of(b).begin(), items_of(b).end());
  return vm.list(std::move(made));
}

Answer list_inplace(Vm& vm, BinaryOp op, const Value& a, const Value& b) {
  if (op == BinaryOp::kAdd) return extend(vm, a, b, true);
  if (op != BinaryOp::kMultiply || has_own_rmul(vm, b)) return Value::not_implemented();
  std::int64_t n = 0;
  switch (repeat_count(vm, b, sizeof(Value), size_of(a), n)) {
    case Repeat::kPending: return resolve_repeat(vm, a, b, true);
    case Repeat::kNotImplemented: return Value::not_implemented();
    case Repeat::kRaised: return Raised{};
    case Repeat::kOk: break;
  }
  if (n == 0) {
    list_clear_slot(a.object());
    return a;
  }
  auto& items = items_of(a);
  const std::size_t count = items.size();
  items.reserve(count * static_cast<std::size_t>(n));
  for (std::int64_t i = 1; i < n; ++i) {
    for (std::size_t k = 0; k < count; ++k) items.push_back(items[k]);
  }
  a.as<ListObject>()->recharge(vm.heap());
  return a;
}

Answer list_append(Vm& vm, const CallArgs& args) {
  auto& items = items_of(args[0]);
  if (items.size() < items.capacity()) {
    items.push_back(args[1]);
    return Value::none();
  }
  if (!room_for(vm, static_cast<std::int64_t>(items.size()) * 2)) return Raised{};
  items.push_back(args[1]);
  args[0].as<ListObject>()->recharge(vm.heap());
  return Value::none();
}

Answer list_extend(Vm& vm, const CallArgs& args) {
  return extend(vm, args[0], args[1], false);
}

// As clamp_index(), but no number is too large to be told.
bool whole_index(Vm& vm, const Value& value, std::int64_t& out) {
  if (is_int(vm, value) && !vm.to_int64(value, out)) {
    vm.raise(vm.exceptions().OverflowError, "Python int too large to convert to C ssize_t");
    return false;
  }
  return clamp_index(vm, value, out);
}

Answer list_insert(Vm& vm, const CallArgs& args) {
  std::int64_t at = 0;
  if (!whole_index(vm, args[1], at)) return Raised{};
  const std::int64_t size = size_of(args[0]);
  if (at < 0) at = std::max<std::int64_t>(at < -size ? 0 : at + size, 0);
  at = std::min(at, size);
  items_of(args[0]).insert(items_of(args[0]).begin() + static_cast<std::ptrdiff_t>(at), args[2]);
  args[0].as<ListObject>()->recharge(vm.heap());
  return Value::none();
}

Answer list_pop(Vm& vm, const CallArgs& args) {
  auto& items = items_of(args[0]);
  std::int64_t at = -1;
  if (args.size() > 1 && !whole_index(vm, args[1], at)) return Raised{};
  if (items.empty()) return vm.raise(vm.exceptions().IndexError, "pop from empty list");
  if (at < 0) at += size_of(args[0]);
  if (at < 0 || at >= size_of(args[0]))
    return vm.raise(vm.exceptions().IndexError, "pop index out of range");
  Value taken = std::move(items[static_cast<std::size_t>(at)]);
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(at));
  return taken;
}

Answer list_clear(Vm&, const CallArgs& args) {
  list_clear_slot(args[0].object());
  return Value::none();
}

Answer list_copy(Vm& vm, const CallArgs& args) {
  return vm.list(items_of(args[0]));
}

Answer list_reverse(Vm&, const CallArgs& args) {
  std::reverse(items_of(args[0]).begin(), items_of(args[0]).end());
  return Value::none();
}

SIMUL_RARE Native remove_slowly(Vm& vm, OwnedArgs args) {
  for (std::size_t i = 0; i < items_of(args[0]).size(); ++i) {
    const Value item = items_of(args[0])[i];
    if (!(co_await vm.equal(item, args[1])).is_true()) continue;
    auto& items = items_of(args[0]);
    if (i < items.size()) {
      const Value dropped = std::move(items[i]);
      items.erase(items.begin() + static_cast<std::ptrdiff_t>(i));
    }
    co_return Value::none();
  }
  co_return vm.raise_value_error("list.remove(x): x not in list");
}

Answer list_remove(Vm& vm, const CallArgs& args) {
  auto& items = items_of(args[0]);
  const std::size_t end = std::min<std::size_t>(items.size(), 1000);
  for (std::size_t i = 0; i < end; ++i) {
    const QuickEqual equal = quick_equal(items[i], args[1]);
    if (equal == QuickEqual::kAskPython) break;
    if (equal == QuickEqual::kNo) continue;
    vm.budget -= static_cast<std::int64_t>(i) + 1;
    const Value dropped = std::move(items[i]);
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(i));
    return Value::none();
  }
  return remove_slowly(vm, OwnedArgs(args));
}

Answer list_reversed(Vm& vm, const CallArgs& args) {
  auto* iterator = vm.heap().make<ListIterator>(vm.types().list_reverse_iterator);
  iterator->list = args[0];
  iterator->index = items_of(args[0]).size();
  return Value::adopt(iterator);
}

}  // namespace

bool push_item(Vm& vm, const Value& list, Value item) {
  auto* held = list.as<ListObject>();
  held->items.push_back(std::move(item));
  if (held->charged == held->bytes()) return true;
  held->recharge(vm.heap());
  if (!vm.heap().over_limit()) return true;
  vm.raise_memory_error();
  return false;
}

bool range_fits(Vm& vm, const Value& iterable) {
  if (!iterable.is_object() || !vm.is_exactly(iterable, vm.types().range)) return true;
  Answer length = vm.length(iterable);
  std::int64_t n = 0;
  return length.has_value() && (!vm.to_int64(length.peek(), n) || room_for(vm, n));
}

Answer list_from(Vm& vm, const Value& iterable) {
  return extend(vm, vm.list({}), iterable, true);
}

void install_list(Vm& vm) {
  Slots slots = {.destroy = list_destroy,
                 .traverse = list_traverse,
                 .clear = list_clear_slot,
                 .repr = sequence_repr,
                 .compare = sequence_compare,
                 .iter = list_iter,
                 .length = list_length,
                 .get_item = list_get_item,
                 .set_item = list_set_item,
                 .contains = sequence_contains,
                 .binary = list_binary,
                 .inplace = list_inplace,
                 .create = list_create,
                 .init = list_init};
  slots.sequence = true;
  slots.binary_mask = slots.inplace_mask = op_bit(BinaryOp::kAdd) | op_bit(BinaryOp::kMultiply);
  vm.define(vm.types().list,
            {.name = "list",
             .instance_size = sizeof(ListObject),
             .flags = kSubclassable | kUnhashable,
             .slots = slots,
             .methods = {{"__class_getitem__", class_get_item, 1, 1, kClassMethod},
                         {"append", list_append, 1, 1},
                         {"clear", list_clear, 0, 0},
                         {"copy", list_copy, 0, 0},
                         {"count", sequence_count, 1, 1},
                         {"extend", list_extend, 1, 1},
                         {"index", sequence_index, 1, 3},
                         {"insert", list_insert, 2, 2},
                         {"pop", list_pop, 0, 1},
                         {"remove", list_remove, 1, 1},
                         {"reverse", list_reverse, 0, 0},
                         {"sort", list_sort, 0, 0, kKeywords},
                         {"__reversed__", list_reversed, 0, 0}}});
  install_list_iterators(vm);
}

}  // namespace simul::vm
