// The type list: slots, methods and sort. Mirrors Objects/listobject.c.
//
// A list may change while Python code runs in the middle of an operation on it (a __eq__, a key
// function), so everything that awaits looks at the size anew each time.
#include <algorithm>

#include "vm/alias_type.hpp"
#include "vm/cat.hpp"
#include "vm/collections.hpp"
#include "vm/int_object.hpp"
#include "vm/iterators.hpp"
#include "vm/let_go.hpp"
#include "vm/protocols.hpp"
#include "vm/sequence.hpp"
#include "vm/slots.hpp"

namespace simul::vm {
namespace {

std::vector<Value>& items_of(const Value& list) {
  return list.as<ListObject>()->items;
}
std::int64_t size_of(const Value& list) {
  return static_cast<std::int64_t>(items_of(list).size());
}

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
Native extend_slowly(Vm& vm, Value list, Value iterable, bool give_list) {
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
  if (args.keywords() > 0 && vm.is_exactly(self, vm.types().list)) {
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

Native assign_iterable(Vm& vm, Value self, Value key, Value iterable) {
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

Native remove_slowly(Vm& vm, OwnedArgs args) {
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

// --- sort
// ------------------------------------------------------------------------------------------------------------

// All small ints, all floats or all strs: no Python code can run, and CPython compares them the
// same way.
bool sort_quickly(Vm& vm,
                  std::vector<Value>& keys,
                  std::vector<std::uint32_t>& order,
                  bool descending) {
  if (keys.empty()) return true;
  const Type* type = vm.type_of(keys[0]);
  const bool small = keys[0].is_small();
  if (!small && type != vm.types().float_ && type != vm.types().str) return false;
  for (const Value& key : keys) {
    if (small ? !key.is_small() : vm.type_of(key) != type) return false;
    if (type == vm.types().float_) {
      const double number = key.as<FloatObject>()->number;
      if (number != number) return false;  // no order among nans: compare as CPython would
    }
  }
  // The index decides between equals: stable, and without the buffer that stable_sort wants.
  const auto sort_by = [&](auto less) {
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      const Value& x = keys[descending ? b : a];
      const Value& y = keys[descending ? a : b];
      if (less(x, y)) return true;
      return !less(y, x) && a < b;
    });
  };
  if (small) {
    sort_by([](const Value& a, const Value& b) { return a.as_small() < b.as_small(); });
  } else if (type == vm.types().float_) {
    sort_by([](const Value& a, const Value& b) {
      return a.as<FloatObject>()->number < b.as<FloatObject>()->number;
    });
  } else {
    sort_by([](const Value& a, const Value& b) {
      return a.as<StrObject>()->text() < b.as<StrObject>()->text();
    });
  }
  return true;
}

// CPython asks __lt__ of keys that are all of one class directly; where that is NotImplemented it
// compares once more from the beginning, by the rules for two of any class.
Native less_at_last(Vm& vm, Value a, Value b) {
  Value direct = co_await call_special(vm, a, vm.name("__lt__"), CallArgs(&b, 1));
  if (!direct.is_not_implemented()) co_return vm.truth(direct);
  co_return vm.less(a, b);
}
Answer less_of_keys(Vm& vm, bool one_class, const Value& a, const Value& b) {
  const QuickEqual less = quick_less(a, b);
  if (less != QuickEqual::kAskPython) return Value::boolean(less == QuickEqual::kYes);
  return one_class ? less_at_last(vm, a, b) : vm.less(a, b);
}
bool own_class_of(Vm& vm, const std::vector<Value>& keys) {
  if (keys.size() < 2) return false;
  Type* type = vm.type_of(keys[0]);
  if (!type->has(kUserClass)) return false;
  const Value* own = vm.lookup(type, vm.name("__lt__"));
  if (own == nullptr || !vm.is_exactly(*own, vm.types().function)) return false;
  return std::all_of(
      keys.begin(), keys.end(), [&](const Value& key) { return vm.type_of(key) == type; });
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

namespace {

// How many of the items are in order already, counted from the first; a falling run is turned
// around, and equal items in it keep their order. CPython's count_run() (Objects/listobject.c).
Native count_run(
    Vm& vm, bool one_class, const std::vector<Value>& by, std::uint32_t* order, std::size_t count) {
  const auto done = [](std::size_t n) { return Value::small(static_cast<std::intptr_t>(n)); };
  std::size_t n = 1;
  for (; n < count; ++n)
    if ((co_await less_of_keys(vm, one_class, by[order[n]], by[order[n - 1]])).is_true()) break;
  if (n >= count) co_return done(count);
  if (n > 1) {
    if ((co_await less_of_keys(vm, one_class, by[order[0]], by[order[n - 1]])).is_true())
      co_return done(n);
    // Nothing but equal items so far, and a smaller one behind them.
    std::reverse(order, order + n);
  }
  std::size_t equal = 0;
  const auto turn_equals = [&] {
    if (equal > 0) std::reverse(order + (n - equal - 1), order + n);
    equal = 0;
  };
  for (++n; n < count; ++n) {
    if ((co_await less_of_keys(vm, one_class, by[order[n]], by[order[n - 1]])).is_true()) {
      turn_equals();
    } else if ((co_await less_of_keys(vm, one_class, by[order[n - 1]], by[order[n]])).is_true()) {
      break;
    } else {
      ++equal;
    }
  }
  turn_equals();
  std::reverse(order, order + n);
  for (; n < count; ++n)
    if ((co_await less_of_keys(vm, one_class, by[order[n]], by[order[n - 1]])).is_true()) break;
  co_return done(n);
}

}  // namespace

// Stable: binary insertion in pieces, then merging. Each comparison may run Python code, so
// everything lives in this coroutine's vectors and the list itself is empty meanwhile, as in
// CPython.
Native sort_list(Vm& vm, Value list, Value key, bool descending) {
  std::vector<Value> items = std::move(items_of(list));
  items_of(list).clear();
  // Where a comparison failed, what was moved before stays where it is.
  std::vector<std::uint32_t> order;
  struct PutBack {
    Value list;
    std::vector<Value>& items;
    std::vector<std::uint32_t>& order;
    bool reversed = false;  // `order` is that of a descending sort, which goes the other way
    ~PutBack() {
      if (!order.empty()) {
        if (reversed) std::reverse(order.begin(), order.end());
        std::vector<Value> moved;
        moved.reserve(order.size());
        for (std::uint32_t i : order) moved.push_back(std::move(items[i]));
        items = std::move(moved);
      }
      items_of(list) = std::move(items);
    }
  } put_back{list, items, order};
  std::vector<Value> keys;
  const bool has_key = key && !key.is_none();
  if (has_key) {
    keys.reserve(items.size());
    for (std::size_t i = 0; i < items.size(); ++i)
      keys.push_back(co_await vm.call(key, CallArgs(&items[i], 1)));
  }
  std::vector<Value>& by = has_key ? keys : items;
  const std::size_t count = items.size();
  order.resize(count);
  for (std::size_t i = 0; i < count; ++i) order[i] = static_cast<std::uint32_t>(i);
  if (!sort_quickly(vm, by, order, descending)) {
    // A descending sort keeps equal items in place: it is an ascending one of the reversed list,
    // reversed again.
    if (descending) std::reverse(order.begin(), order.end());
    put_back.reversed = descending;
    const bool one_class = own_class_of(vm, by);
    // CPython takes up to 63 items as one piece. Which of them it compares, a program can see.
    const std::size_t piece = count < 64 ? std::max<std::size_t>(count, 1) : 32;
    for (std::size_t begin = 0; begin < count; begin += piece) {
      const std::size_t end = std::min(begin + piece, count);
      Value run = co_await count_run(vm, one_class, by, order.data() + begin, end - begin);
      for (std::size_t i = begin + static_cast<std::size_t>(run.as_small()); i < end; ++i) {
        const std::uint32_t moving = order[i];
        std::size_t low = begin;
        std::size_t high = i;
        while (low < high) {
          const std::size_t middle = low + (high - low) / 2;
          if ((co_await less_of_keys(vm, one_class, by[moving], by[order[middle]])).is_true()) {
            high = middle;
          } else {
            low = middle + 1;
          }
        }
        for (std::size_t k = i; k > low; --k) order[k] = order[k - 1];
        order[low] = moving;
      }
    }
    std::vector<std::uint32_t> merged(count);
    for (std::size_t width = piece; width < count; width *= 2) {
      for (std::size_t begin = 0; begin < count; begin += 2 * width) {
        std::size_t left = begin;
        const std::size_t middle = std::min(begin + width, count);
        std::size_t right = middle;
        const std::size_t end = std::min(begin + 2 * width, count);
        std::size_t to = begin;
        if (middle < end &&
            !(co_await less_of_keys(vm, one_class, by[order[middle]], by[order[middle - 1]]))
                 .is_true()) {
          for (; to < end; ++to) merged[to] = order[to];
          continue;
        }
        while (left < middle && right < end) {
          if ((co_await less_of_keys(vm, one_class, by[order[right]], by[order[left]])).is_true()) {
            merged[to++] = order[right++];
          } else {
            merged[to++] = order[left++];
          }
        }
        while (left < middle) merged[to++] = order[left++];
        while (right < end) merged[to++] = order[right++];
      }
      order.swap(merged);
    }
  }
  if (!items_of(list).empty()) co_return vm.raise_value_error("list modified during sort");
  co_return Value::none();
}

namespace {

Native list_sort(Vm& vm, OwnedArgs args) {
  static constexpr Parameters kParameters{"sort", {"key", "reverse"}, 0};
  Value slots[2];
  if (!vm.parse(args.view().tail(), kParameters, slots)) co_return Raised{};
  bool descending = false;
  if (slots[1]) descending = (co_await vm.truth(slots[1])).is_true();
  co_return sort_list(vm, args[0], slots[0], descending);
}

// --- iterators
// -------------------------------------------------------------------------------------------------------

Answer list_iterator_next(Vm&, const Value& self) {
  auto* iterator = self.as<ListIterator>();
  if (!iterator->list) return Answer::stop();
  const auto& items = items_of(iterator->list);
  if (iterator->index < items.size()) return items[iterator->index++];
  iterator->list.reset();
  return Answer::stop();
}

Answer list_reverse_next(Vm&, const Value& self) {
  auto* iterator = self.as<ListIterator>();
  if (!iterator->list) return Answer::stop();
  const auto& items = items_of(iterator->list);
  if (iterator->index > 0 && iterator->index <= items.size()) return items[--iterator->index];
  iterator->list.reset();
  return Answer::stop();
}

void list_iterator_traverse(Object* self, Visitor& visitor) {
  visitor.visit(static_cast<ListIterator*>(self)->list);
}
void list_iterator_clear(Object* self) {
  static_cast<ListIterator*>(self)->list.reset();
}

Answer list_iterator_hint(Vm& vm, const CallArgs& args) {
  auto* iterator = args[0].as<ListIterator>();
  if (!iterator->list) return Value::small(0);
  if (vm.type_of(args[0]) == vm.types().list_reverse_iterator) {
    return vm.integer(static_cast<std::int64_t>(iterator->index));
  }
  const std::size_t size = items_of(iterator->list).size();
  return vm.integer(static_cast<std::int64_t>(size - std::min(size, iterator->index)));
}

Answer list_iterator_reduce(Vm& vm, const CallArgs& args) {
  const auto* iterator = args[0].as<ListIterator>();
  if (!iterator->list) return reduced(vm, "iter", vm.tuple({vm.list({})}));
  return reduced(vm,
                 "iter",
                 vm.tuple({iterator->list}),
                 vm.integer(static_cast<std::int64_t>(iterator->index)));
}
Answer list_iterator_set_state(Vm& vm, const CallArgs& args) {
  auto* iterator = args[0].as<ListIterator>();
  std::int64_t index = 0;
  const std::int64_t size = iterator->list ? size_of(iterator->list) : 0;
  if (!index_of_state(vm, args[1], 0, size, index)) return Raised{};
  if (iterator->list) iterator->index = static_cast<std::size_t>(index);
  return Value::none();
}

// CPython's index is that of the next item, ours the one behind it.
Answer list_reverse_reduce(Vm& vm, const CallArgs& args) {
  const auto* iterator = args[0].as<ListIterator>();
  if (!iterator->list) return reduced(vm, "iter", vm.tuple({vm.list({})}));
  return reduced(vm,
                 "reversed",
                 vm.tuple({iterator->list}),
                 vm.integer(static_cast<std::int64_t>(iterator->index) - 1));
}
Answer list_reverse_set_state(Vm& vm, const CallArgs& args) {
  auto* iterator = args[0].as<ListIterator>();
  std::int64_t index = 0;
  const std::int64_t size = iterator->list ? size_of(iterator->list) : 0;
  if (!index_of_state(vm, args[1], -1, size - 1, index)) return Raised{};
  if (iterator->list) iterator->index = static_cast<std::size_t>(index + 1);
  return Value::none();
}

Answer self_iter(Vm&, const Value& self) {
  return self;
}

}  // namespace

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
  vm.define(vm.types().list_iterator,
            {.name = "list_iterator",
             .instance_size = sizeof(ListIterator),
             .flags = kAbstract,
             .slots = {.destroy = destroy_as<ListIterator>,
                       .traverse = list_iterator_traverse,
                       .clear = list_iterator_clear,
                       .iter = self_iter,
                       .next = list_iterator_next},
             .methods = {{"__length_hint__", list_iterator_hint, 0, 0},
                         {"__reduce__", list_iterator_reduce, 0, 0},
                         {"__setstate__", list_iterator_set_state, 1, 1}}});
  vm.define(vm.types().list_reverse_iterator,
            {.name = "list_reverseiterator",
             .instance_size = sizeof(ListIterator),
             .flags = kAbstract,
             .slots = {.destroy = destroy_as<ListIterator>,
                       .traverse = list_iterator_traverse,
                       .clear = list_iterator_clear,
                       .iter = self_iter,
                       .next = list_reverse_next},
             .methods = {{"__length_hint__", list_iterator_hint, 0, 0},
                         {"__reduce__", list_reverse_reduce, 0, 0},
                         {"__setstate__", list_reverse_set_state, 1, 1}}});
}

}  // namespace simul::vm
