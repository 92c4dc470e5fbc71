// list.sort() and sorted(). Mirrors list_sort_impl() of Objects/listobject.c.
//
// Always holds: the sort is stable, and while Python code may look the list is empty.
#include <algorithm>

#include "base/rare.hpp"
#include "vm/list_parts.hpp"
#include "vm/slots.hpp"

namespace simul::vm {
namespace {

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
  // One that was filled and emptied again has room left.
  if (items_of(list).capacity() != 0) co_return vm.raise_value_error("list modified during sort");
  co_return Value::none();
}

SIMUL_RARE Native list_sort(Vm& vm, OwnedArgs args) {
  static constexpr Parameters kParameters{"sort", {"key", "reverse"}, 0};
  Value slots[2];
  if (!vm.parse(args.view().tail(), kParameters, slots)) co_return Raised{};
  bool descending = false;
  if (slots[1]) descending = (co_await vm.truth(slots[1])).is_true();
  co_return sort_list(vm, args[0], slots[0], descending);
}

}  // namespace simul::vm
