#include "vm/sequence.hpp"

#include <algorithm>

#include "base/rare.hpp"
#include "vm/cat.hpp"
#include "vm/collections.hpp"
#include "vm/protocols.hpp"
#include "vm/slots.hpp"

namespace simul::vm {
namespace {

// None stands for `fallback`; anything else is clamped to int64.
bool bound(Vm& vm, const Value& value, std::int64_t fallback, std::int64_t& out) {
  if (!value || value.is_none()) {
    out = fallback;
    return true;
  }
  if (!is_int(vm, value)) {
    vm.raise_type_error("slice indices must be integers or None or have an __index__ method");
    return false;
  }
  return clamp_index(vm, value, out);
}

}  // namespace

bool is_plain_slice(Vm& vm, const Value& slice) {
  const auto* object = slice.as<SliceObject>();
  return is_plain_index(vm, object->start) && is_plain_index(vm, object->stop) &&
         is_plain_index(vm, object->step);
}

bool resolve_slice(Vm& vm, const Value& slice, std::int64_t length, SliceRange& range) {
  const auto* object = slice.as<SliceObject>();
  std::int64_t step = 1;
  if (!bound(vm, object->step, 1, step)) return false;
  if (step == 0) {
    vm.raise_value_error("slice step cannot be zero");
    return false;
  }
  step = std::max(step, -INT64_MAX);
  const bool down = step < 0;
  std::int64_t start = 0;
  std::int64_t stop = 0;
  if (!bound(vm, object->start, down ? INT64_MAX : 0, start)) return false;
  if (!bound(vm, object->stop, down ? INT64_MIN : INT64_MAX, stop)) return false;
  const std::int64_t low = down ? -1 : 0;
  const std::int64_t high = down ? length - 1 : length;
  const auto clamp = [&](std::int64_t n) {
    if (n < 0) n = n < -length ? low : n + length;
    return std::clamp(n, low, std::max(high, low));
  };
  start = clamp(start);
  stop = object->stop.is_none() && down ? -1 : clamp(stop);
  range.start = start;
  range.step = step;
  range.count = 0;
  if (!down && start < stop) range.count = (stop - start - 1) / step + 1;
  if (down && stop < start) range.count = (start - stop - 1) / -step + 1;
  return true;
}

bool resolve_bounds(Vm& vm,
                    const CallArgs& args,
                    std::size_t from,
                    std::int64_t length,
                    std::int64_t& start,
                    std::int64_t& stop) {
  if (!bound(vm, from < args.size() ? args[from] : Value(), 0, start)) return false;
  if (!bound(vm, from + 1 < args.size() ? args[from + 1] : Value(), INT64_MAX, stop)) return false;
  if (stop > length) stop = length;
  if (stop < 0) stop = std::max<std::int64_t>(stop < -length ? 0 : stop + length, 0);
  if (start < 0) start = std::max<std::int64_t>(start < -length ? 0 : start + length, 0);
  return true;
}

Subscript subscript(
    Vm& vm, const Value& key, std::int64_t length, std::string_view noun, bool assigning) {
  Subscript result;
  if (is_int(vm, key)) {
    std::int64_t index = 0;
    if (!vm.to_int64(key, index)) {
      vm.raise(vm.exceptions().IndexError, "cannot fit 'int' into an index-sized integer");
      return result;
    }
    if (index < 0) index += length;
    if (index < 0 || index >= length) {
      vm.raise(vm.exceptions().IndexError,
               noun == "index" ? std::string("index out of range")
                               : cat(noun, assigning ? " assignment" : "", " index out of range"));
      return result;
    }
    result.kind = Subscript::Kind::kIndex;
    result.index = index;
    return result;
  }
  if (is_slice(vm, key)) {
    if (!is_plain_slice(vm, key)) {
      result.kind = Subscript::Kind::kPending;
    } else if (resolve_slice(vm, key, length, result.range)) {
      result.kind = Subscript::Kind::kSlice;
    }
    return result;
  }
  if (vm.type_of(key)->slots.index != nullptr) {
    result.kind = Subscript::Kind::kPending;
    return result;
  }
  if (noun == "string") {
    vm.raise_type_error(cat("string indices must be integers, not '", vm.type_name(key), "'"));
  } else {
    vm.raise_type_error(cat(noun == "index" ? "byte" : noun,
                            " indices must be integers or slices, not ",
                            vm.type_name(key)));
  }
  return result;
}

namespace {

SIMUL_RARE Native plain_key(Vm& vm, Value key) {
  if (!is_slice(vm, key)) co_return vm.index(key);
  Value parts[3] = {
      key.as<SliceObject>()->start, key.as<SliceObject>()->stop, key.as<SliceObject>()->step};
  for (Value& part : parts) {
    if (is_plain_index(vm, part)) continue;
    if (vm.type_of(part)->slots.index == nullptr) {
      co_return vm.raise_type_error(
          "slice indices must be integers or None or have an __index__ method");
    }
    part = co_await vm.index(part);
  }
  co_return vm.slice(parts[0], parts[1], parts[2]);
}

}  // namespace

SIMUL_RARE Native resolve_subscript(Vm& vm, Value self, Value key) {
  key = co_await plain_key(vm, key);
  co_return vm.type_of(self)->slots.get_item(vm, self, key);
}

SIMUL_RARE Native resolve_subscript_set(Vm& vm, Value self, Value key, Value content) {
  key = co_await plain_key(vm, key);
  co_return vm.type_of(self)->slots.set_item(vm, self, key, content);
}

bool has_own_rmul(Vm& vm, const Value& factor) {
  if (!factor.is_object() || !vm.type_of(factor)->has(kUserClass)) return false;
  const Value* own = vm.lookup(vm.type_of(factor), vm.name("__rmul__"));
  return own != nullptr && !vm.is_exactly(*own, vm.types().slot_wrapper);
}

Repeat repeat_count(
    Vm& vm, const Value& count, std::int64_t item_bytes, std::int64_t length, std::int64_t& n) {
  if (!is_int(vm, count)) {
    Type* type = vm.type_of(count);
    if (type->slots.index != nullptr) return Repeat::kPending;
    if (type->has(kUserClass) && type->slots.binary != nullptr) return Repeat::kNotImplemented;
    vm.raise_type_error(cat("can't multiply sequence by non-int of type '", type->name, "'"));
    return Repeat::kRaised;
  }
  if (!vm.to_int64(count, n)) {
    vm.raise(vm.exceptions().OverflowError, "cannot fit 'int' into an index-sized integer");
    return Repeat::kRaised;
  }
  n = length == 0 ? 0 : std::max<std::int64_t>(n, 0);
  std::int64_t bytes = 0;
  if (__builtin_mul_overflow(n, length, &bytes) ||
      __builtin_mul_overflow(bytes, item_bytes, &bytes) ||
      (bytes > 65536 && vm.heap().would_overflow(bytes))) {
    vm.raise_memory_error();
    return Repeat::kRaised;
  }
  return Repeat::kOk;
}

bool repeats_too_often(Vm& vm, const Value& count, std::int64_t length, const char* message) {
  std::int64_t n = 0;
  std::int64_t bytes = 0;
  if (!is_int(vm, count) || !vm.to_int64(count, n) || n <= 0 ||
      !__builtin_mul_overflow(n, length, &bytes))
    return false;
  vm.raise(vm.exceptions().OverflowError, message);
  return true;
}

SIMUL_RARE Native parts_to_join(Vm& vm, Value iterable) {
  const Type* type = vm.type_of(iterable);
  if (type->slots.iter == nullptr && (type->slots.get_item == nullptr || type == vm.types().type))
    co_return vm.raise_type_error("can only join an iterable");
  if (!type->has(kUserClass)) co_return list_from(vm, iterable);
  Attempt begun = co_await vm.attempt(vm.iter(iterable));
  if (!begun.ok()) {
    if (!vm.matches(begun.exception, vm.exceptions().TypeError))
      co_return vm.raise_exception(std::move(begun.exception));
    co_return vm.raise_type_error("can only join an iterable");
  }
  // The old protocol's iterator asks for the length, an __iter__ of the class's own does not.
  if (type->slots.iter == nullptr && type->slots.length != nullptr)
    co_await ask_length(vm, iterable);
  co_return list_from(vm, begun.value);
}

SIMUL_RARE Native resolve_repeat(Vm& vm, Value sequence, Value count, bool inplace) {
  count = co_await vm.index(count);
  if (inplace) co_return vm.inplace(BinaryOp::kMultiply, sequence, count);
  co_return vm.binary(BinaryOp::kMultiply, sequence, count);
}

Answer cannot_concatenate(Vm& vm, const Value& other, std::string_view noun) {
  Type* type = vm.type_of(other);
  if (type->has(kUserClass) && type->slots.binary != nullptr) return Value::not_implemented();
  return vm.raise_type_error(
      cat("can only concatenate ", noun, " (not \"", type->name, "\") to ", noun));
}

const Value* direct_items(Vm& vm, const Value& value, std::size_t& count) {
  static constexpr std::uintptr_t kNothing = 0;
  if (!value.is_object()) return nullptr;
  if (value.object()->type == vm.types().list) {
    auto& items = value.as<ListObject>()->items;
    count = items.size();
    return items.empty() ? reinterpret_cast<const Value*>(&kNothing) : items.data();
  }
  if (value.object()->type == vm.types().tuple) {
    count = value.as<TupleObject>()->size;
    return value.as<TupleObject>()->items();
  }
  return nullptr;
}

}  // namespace simul::vm
