// The functions of builtins that walk an iterable: next, sum, min, max, sorted, all, any. Mirrors
// Python/bltinmodule.c.
#include <cmath>

#include "base/rare.hpp"
#include "vm/builtins.hpp"
#include "vm/cat.hpp"
#include "vm/collections.hpp"
#include "vm/int_object.hpp"
#include "vm/iterators.hpp"
#include "vm/sequence.hpp"

namespace simul::vm {
namespace {

Answer builtin_iter(Vm& vm, const CallArgs& args) {
  if (args.size() == 1) return vm.iter(args[0]);
  if (vm.type_of(args[0])->slots.call == nullptr)
    return vm.raise_type_error("iter(v, w): v must be callable");
  return iterate_calls(vm, args[0], args[1]);
}

SIMUL_RARE Native next_of(Vm& vm, OwnedArgs args) {
  if (vm.type_of(args[0])->slots.next == nullptr) {
    co_return vm.raise_type_error(cat("'", vm.type_name(args[0]), "' object is not an iterator"));
  }
  // Not vm.next(): a generator's result is wanted, too.
  Sent sent = co_await vm.send(args[0], Value::none());
  if (!sent.stopped) co_return sent.value;
  if (args.size() > 1) co_return args[1];
  co_return vm.raise_stop_iteration(std::move(sent.value));
}

Answer builtin_next(Vm& vm, const CallArgs& args) {
  if (answers_at_once(vm, args[0])) {
    --vm.budget;
    Answer item = vm.next_raw(args[0]);
    if (!item.is_stop()) return item;
    if (args.size() > 1) return args[1];
    return vm.raise_stop_iteration(Value());
  }
  return next_of(vm, OwnedArgs(args));
}

template <bool kAll>
Native all_or_any_slowly(Vm& vm, OwnedArgs args) {
  Value iterator = co_await vm.iter(args[0]);
  while (Value item = co_await vm.next(iterator)) {
    Value verdict = co_await vm.truth(item);
    if (verdict.is_true() != kAll) co_return Value::boolean(!kAll);
  }
  co_return Value::boolean(kAll);
}

// Of a few values of a list or tuple whose truth needs no Python code.
template <bool kAll>
Answer all_or_any(Vm& vm, const CallArgs& args) {
  constexpr std::size_t kFew = 1000;
  std::size_t count = 0;
  const Value* items = direct_items(vm, args[0], count);
  if (items == nullptr || count > kFew) return all_or_any_slowly<kAll>(vm, OwnedArgs(args));
  for (std::size_t i = 0; i < count; ++i) {
    bool truth = false;
    if (items[i].is_bool() || items[i].is_none()) {
      truth = items[i].is_true();
    } else if (items[i].is_small()) {
      truth = items[i].as_small() != 0;
    } else if (vm.is_exactly(items[i], vm.types().str)) {
      truth = items[i].as<StrObject>()->size != 0;
    } else {
      return all_or_any_slowly<kAll>(vm, OwnedArgs(args));
    }
    if (truth == kAll) continue;
    vm.budget -= static_cast<std::int64_t>(2 * i) + 3;
    return Value::boolean(!kAll);
  }
  vm.budget -= static_cast<std::int64_t>(2 * count) + 2;
  return Value::boolean(kAll);
}

// The sum of floats with the error kept beside it (Neumaier), as CPython adds them since 3.12.
struct FloatSum {
  double total = 0;
  double lost = 0;
  void add(double x) {
    const double t = total + x;
    lost += std::fabs(total) >= std::fabs(x) ? (total - t) + x : (x - t) + total;
    total = t;
  }
  double result() const { return lost != 0 && std::isfinite(lost) ? total + lost : total; }
};

Native sum_slowly(Vm& vm, OwnedArgs args) {
  static constexpr Parameters kParameters{"sum", {"iterable", "start"}, 2, 1, 1};
  Value slots[2];
  if (args.size() == 0) {
    co_return vm.raise_type_error("sum() takes at least 1 positional argument (0 given)");
  }
  if (!vm.parse(args, kParameters, slots)) co_return Raised{};
  Value total = slots[1] ? slots[1] : Value::small(0);
  Value iterator = co_await vm.iter(slots[0]);
  if (vm.is_str(total))
    co_return vm.raise_type_error("sum() can't sum strings [use ''.join(seq) instead]");
  if (total.is_object() && vm.is_kind_of(total, vm.types().bytes)) {
    co_return vm.raise_type_error("sum() can't sum bytes [use b''.join(seq) instead]");
  }
  if (total.is_object() && vm.is_kind_of(total, vm.types().bytearray)) {
    co_return vm.raise_type_error("sum() can't sum bytearray [use b''.join(seq) instead]");
  }
  FloatSum floats;
  bool in_floats = false;
  while (true) {
    Value item = co_await vm.next(iterator);
    if (!item) break;
    if (in_floats) {
      if (vm.is_exactly(item, vm.types().float_)) {
        floats.add(item.as<FloatObject>()->number);
        continue;
      }
      // CPython 3.13 keeps the error of a float, not of an int.
      if (item.is_small() || item.is_bool()) {
        floats.total += item.is_small() ? static_cast<double>(item.as_small()) : item.is_true();
        continue;
      }
      total = vm.real(floats.result());
      in_floats = false;
    } else if (total.is_small() && item.is_small()) {
      std::intptr_t sum = 0;
      if (!__builtin_add_overflow(total.as_small(), item.as_small(), &sum) &&
          Value::fits_small(sum)) {
        total = Value::small(sum);
        continue;
      }
    } else if (vm.is_exactly(total, vm.types().float_) && vm.is_exactly(item, vm.types().float_)) {
      in_floats = true;
      floats = FloatSum{total.as<FloatObject>()->number, 0};
      floats.add(item.as<FloatObject>()->number);
      continue;
    }
    total = co_await vm.binary(BinaryOp::kAdd, total, item);
  }
  co_return in_floats ? vm.real(floats.result()) : total;
}

// Of a list or tuple of small ints.
Answer sum_of(Vm& vm, const CallArgs& args) {
  constexpr std::size_t kFew = 1000;
  std::size_t count = 0;
  if (args.keywords() == 0 && args.size() == 1) {
    const Value* items = direct_items(vm, args[0], count);
    std::intptr_t total = 0;
    std::size_t i = 0;
    if (items == nullptr || count > kFew)
      count = i + 1;
    else
      for (; i < count && items[i].is_small(); ++i)
        if (__builtin_add_overflow(total, items[i].as_small(), &total)) break;
    if (i == count && Value::fits_small(total)) {
      vm.budget -= static_cast<std::int64_t>(count) + 2;
      return Value::small(total);
    }
  }
  return sum_slowly(vm, OwnedArgs(args));
}

template <bool kMax>
SIMUL_RARE Native extreme_slowly(Vm& vm, OwnedArgs args) {
  constexpr const char* kName = kMax ? "max" : "min";
  Value key;
  Value fallback;
  const CallArgs view = args.view();
  for (std::size_t i = 0; i < view.keywords(); ++i) {
    const std::string_view name = view.keyword_name(i)->text();
    if (name == "key") {
      key = view.keyword_value(i);
    } else if (name == "default") {
      fallback = view.keyword_value(i);
    } else {
      co_return vm.raise_type_error(
          cat(kName, "() got an unexpected keyword argument '", name, "'"));
    }
  }
  if (args.size() == 0) {
    co_return vm.raise_type_error(cat(kName, " expected at least 1 argument, got 0"));
  }
  const bool several = args.size() > 1;
  if (several && fallback) {
    co_return vm.raise_type_error(
        cat("Cannot specify a default for ", kName, "() with multiple positional arguments"));
  }
  const bool has_key = key && !key.is_none();
  Value iterator;
  if (!several) iterator = co_await vm.iter(args[0]);
  Value best;
  Value best_key;
  for (std::size_t i = 0;; ++i) {
    Value item;
    if (several) {
      if (i >= args.size()) break;
      item = args[i];
    } else {
      item = co_await vm.next(iterator);
      if (!item) break;
    }
    Value by = item;
    if (has_key) by = co_await vm.call(key, CallArgs(&item, 1));
    if (best) {
      Value verdict = co_await vm.compare(by, best_key, kMax ? CompareOp::kGt : CompareOp::kLt);
      Value better = co_await vm.truth(verdict);
      if (!better.is_true()) continue;
    }
    best = std::move(item);
    best_key = std::move(by);
  }
  if (best) co_return best;
  if (fallback) co_return fallback;
  co_return vm.raise_value_error(cat(kName, "() iterable argument is empty"));
}

// Of a few values, or a list or tuple of them, that compare without Python code.
template <bool kMax>
Answer extreme(Vm& vm, const CallArgs& args) {
  constexpr std::size_t kFew = 1000;
  const Value* items = args.values;
  std::size_t count = args.size();
  if (count == 1 && direct_items(vm, args[0], count) != nullptr)
    items = direct_items(vm, args[0], count);
  if (args.keywords() == 0 && args.size() > 0 && count > 1 && count <= kFew) {
    const Value* best = items;
    std::size_t i = 1;
    for (; i < count; ++i) {
      const QuickEqual better = kMax ? quick_less(*best, items[i]) : quick_less(items[i], *best);
      if (better == QuickEqual::kAskPython) break;
      if (better == QuickEqual::kYes) best = items + i;
    }
    if (i == count) {
      vm.budget -= static_cast<std::int64_t>(args.size() > 1 ? 2 * count - 2 : 3 * count);
      return *best;
    }
  }
  return extreme_slowly<kMax>(vm, OwnedArgs(args));
}

SIMUL_RARE Native builtin_sorted(Vm& vm, OwnedArgs args) {
  if (args.size() != 1) {
    co_return vm.raise_type_error(cat("sorted expected 1 argument, got ", args.size()));
  }
  static constexpr Parameters kParameters{"sort", {"key", "reverse"}, 0};
  Value slots[2];
  if (!vm.parse(args.view().tail(), kParameters, slots)) co_return Raised{};
  bool descending = false;
  if (slots[1]) descending = (co_await vm.truth(slots[1])).is_true();
  co_return sorted_list(vm, args[0], slots[0], descending);
}

}  // namespace

SIMUL_RARE Native sorted_list(Vm& vm, Value iterable, Value key, bool descending) {
  Value list = co_await list_from(vm, iterable);
  co_await sort_list(vm, list, key, descending);
  co_return list;
}

void install_builtins_iteration(Vm& vm) {
  vm.add_functions(vm.builtins(),
                   {{"iter", builtin_iter, 1, 2},
                    {"next", builtin_next, 1, 2},
                    {"all", all_or_any<true>, 1, 1},
                    {"any", all_or_any<false>, 1, 1},
                    {"sum", sum_of, 0, -1, kKeywords},
                    {"max", extreme<true>, 0, -1, kKeywords},
                    {"min", extreme<false>, 0, -1, kKeywords},
                    {"sorted", builtin_sorted, 0, -1, kKeywords}});
}

}  // namespace simul::vm
