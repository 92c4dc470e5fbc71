#include "vm/collections.hpp"

#include "base/rare.hpp"
#include "vm/cat.hpp"
#include "vm/install.hpp"
#include "vm/sequence.hpp"

namespace simul::vm {
namespace {

bool is_list(Vm& vm, const Value& value) {
  return value.is_object() && vm.is_kind_of(value, vm.types().list);
}

// A list or tuple as it is now: asked anew after each await.
struct View {
  const Value* items;
  std::size_t size;
};
View view_of(Vm& vm, const Value& sequence) {
  if (is_list(vm, sequence)) {
    const auto& items = sequence.as<ListObject>()->items;
    return {items.data(), items.size()};
  }
  return {sequence.as<TupleObject>()->items(), sequence.as<TupleObject>()->size};
}

SIMUL_RARE Native repr_items(Vm& vm, Value self) {
  const bool list = is_list(vm, self);
  ReprGuard guard(self);
  std::string out = list ? "[" : "(";
  for (std::size_t i = 0; i < view_of(vm, self).size; ++i) {
    if (i > 0) out += ", ";
    const Value item = view_of(vm, self).items[i];
    Value text = co_await vm.repr(item);
    out += vm.text(text);
    if ((i & 0xfff) == 0xfff && vm.heap().would_overflow(static_cast<std::int64_t>(out.size()))) {
      co_return vm.raise_memory_error();
    }
  }
  if (!list && view_of(vm, self).size == 1) out += ',';
  out += list ? ']' : ')';
  co_return vm.str(out);
}

SIMUL_RARE Native compare_from(Vm& vm, Value a, Value b, CompareOp op, std::size_t i) {
  for (; i < view_of(vm, a).size && i < view_of(vm, b).size; ++i) {
    const Value x = view_of(vm, a).items[i];
    const Value y = view_of(vm, b).items[i];
    if ((co_await vm.equal(x, y)).is_true()) continue;
    // Who was asked may have taken items away.
    if (i >= view_of(vm, a).size || i >= view_of(vm, b).size) break;
    if (op == CompareOp::kEq) co_return Value::boolean(false);
    if (op == CompareOp::kNe) co_return Value::boolean(true);
    co_return vm.compare(x, y, op);
  }
  const auto left = static_cast<std::int64_t>(view_of(vm, a).size);
  const auto right = static_cast<std::int64_t>(view_of(vm, b).size);
  co_return Value::boolean(holds_order(left < right ? -1 : (left > right ? 1 : 0), op));
}

SIMUL_RARE Native contains_from(Vm& vm, Value self, Value item, std::size_t i) {
  for (; i < view_of(vm, self).size; ++i) {
    const Value each = view_of(vm, self).items[i];
    if ((co_await vm.equal(each, item)).is_true()) co_return Value::boolean(true);
  }
  co_return Value::boolean(false);
}

SIMUL_RARE Native count_slowly(Vm& vm, Value self, Value item) {
  std::int64_t n = 0;
  for (std::size_t i = 0; i < view_of(vm, self).size; ++i) {
    const Value each = view_of(vm, self).items[i];
    if ((co_await vm.equal(each, item)).is_true()) ++n;
  }
  co_return vm.integer(n);
}

SIMUL_RARE Native
index_slowly(Vm& vm, Value self, Value item, std::size_t start, std::size_t stop) {
  for (std::size_t i = start; i < stop && i < view_of(vm, self).size; ++i) {
    const Value each = view_of(vm, self).items[i];
    if ((co_await vm.equal(each, item)).is_true())
      co_return vm.integer(static_cast<std::int64_t>(i));
  }
  if (!is_list(vm, self)) co_return vm.raise_value_error("tuple.index(x): x not in tuple");
  Value shown = co_await vm.repr(item);
  co_return vm.raise_value_error(cat(vm.text(shown), " is not in list"));
}

}  // namespace

// So many items are looked at without a pause.
constexpr std::size_t kAtOnce = 1000;

Answer sequence_repr(Vm& vm, const Value& self) {
  const bool list = is_list(vm, self);
  if (view_of(vm, self).size == 0) return vm.str(list ? "[]" : "()");
  if (ReprGuard::active(self)) return vm.str(list ? "[...]" : "(...)");
  return repr_items(vm, self);
}

Answer sequence_compare(Vm& vm, const Value& a, const Value& b, CompareOp op) {
  const Type* kind = is_list(vm, a) ? vm.types().list : vm.types().tuple;
  if (!b.is_object() || !vm.is_kind_of(b, kind)) return Value::not_implemented();
  const View x = view_of(vm, a);
  const View y = view_of(vm, b);
  if (x.size != y.size) {
    if (op == CompareOp::kEq) return Value::boolean(false);
    if (op == CompareOp::kNe) return Value::boolean(true);
  }
  // Long runs are left to the coroutine, which can be interrupted.
  const std::size_t limit = std::min<std::size_t>(std::min(x.size, y.size), 4096);
  for (std::size_t i = 0; i < limit; ++i) {
    const QuickEqual equal = quick_equal(x.items[i], y.items[i]);
    if (equal == QuickEqual::kYes) continue;
    if (equal == QuickEqual::kAskPython) return compare_from(vm, a, b, op, i);
    if (op == CompareOp::kEq) return Value::boolean(false);
    if (op == CompareOp::kNe) return Value::boolean(true);
    return vm.compare(x.items[i], y.items[i], op);
  }
  if (limit < std::min(x.size, y.size)) return compare_from(vm, a, b, op, limit);
  return Value::boolean(holds_order(x.size < y.size ? -1 : (x.size > y.size ? 1 : 0), op));
}

Answer sequence_contains(Vm& vm, const Value& self, const Value& item) {
  const View view = view_of(vm, self);
  const std::size_t limit = std::min<std::size_t>(view.size, 65536);
  for (std::size_t i = 0; i < limit; ++i) {
    const QuickEqual equal = quick_equal(view.items[i], item);
    if (equal == QuickEqual::kYes) return Value::boolean(true);
    if (equal == QuickEqual::kAskPython) return contains_from(vm, self, item, i);
  }
  if (limit == view.size) return Value::boolean(false);
  return contains_from(vm, self, item, limit);
}

Answer sequence_count(Vm& vm, const CallArgs& args) {
  const View view = view_of(vm, args[0]);
  std::int64_t found = 0;
  std::size_t i = 0;
  for (; i < view.size && view.size <= kAtOnce; ++i) {
    const QuickEqual equal = quick_equal(view.items[i], args[1]);
    if (equal == QuickEqual::kAskPython) break;
    found += equal == QuickEqual::kYes;
  }
  if (i < view.size) return count_slowly(vm, args[0], args[1]);
  vm.budget -= static_cast<std::int64_t>(i);
  return vm.integer(found);
}

Answer sequence_index(Vm& vm, const CallArgs& args) {
  std::int64_t start = 0;
  std::int64_t stop = 0;
  const auto size = static_cast<std::int64_t>(view_of(vm, args[0]).size);
  if (!resolve_bounds(vm, args, 2, size, start, stop)) return Raised{};
  const Value* items = view_of(vm, args[0]).items;
  const std::int64_t end = std::min(stop, start + static_cast<std::int64_t>(kAtOnce));
  for (std::int64_t i = start; i < end; ++i) {
    const QuickEqual equal = quick_equal(items[i], args[1]);
    if (equal == QuickEqual::kAskPython) break;
    if (equal == QuickEqual::kNo) continue;
    vm.budget -= i - start + 1;
    return vm.integer(i);
  }
  return index_slowly(
      vm, args[0], args[1], static_cast<std::size_t>(start), static_cast<std::size_t>(stop));
}

bool is_set(Vm& vm, const Value& value) {
  return value.is_object() &&
         (vm.is_kind_of(value, vm.types().set) || vm.is_kind_of(value, vm.types().frozenset));
}

bool is_dict(Vm& vm, const Value& value) {
  return value.is_object() && vm.is_kind_of(value, vm.types().dict);
}

Table& table_of(Vm& vm, const Value& container) {
  return is_dict(vm, container) ? container.as<DictObject>()->table
                                : container.as<SetObject>()->table;
}

bool table_room(Vm& vm, const Table& table) {
  const std::size_t held = table.entries().size();
  if (held < 65536 || (held & (held - 1)) != 0) return true;
  if (!vm.heap().would_overflow(table.bytes() * 2)) return true;
  vm.raise_memory_error();
  return false;
}

SIMUL_RARE Native find_slowly(Vm& vm, Value container, Value key, Hash hash) {
restart:
  const std::uint32_t version = table_of(vm, container).version();
  std::uint32_t place = 0;
  while (true) {
    const std::int32_t at = table_of(vm, container).candidate(hash, &place);
    if (at < 0) co_return Value::small(-1);
    const Value other = table_of(vm, container).entry(at).key;
    if (other.is(key)) co_return Value::small(at);
    const bool same = (co_await vm.equal(other, key)).is_true();
    if (table_of(vm, container).version() != version) goto restart;
    if (same) co_return Value::small(at);
  }
}

void install_collections(Vm& vm) {
  install_list(vm);
  install_tuple(vm);
  install_dict(vm);
  install_set(vm);
}

}  // namespace simul::vm
