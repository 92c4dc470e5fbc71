// The types range and slice. Mirrors Objects/rangeobject.c and sliceobject.c.
//
// A range keeps ints of any size; one whose numbers fit a machine word iterates without them.
#include <limits>

#include "base/rare.hpp"
#include "vm/cat.hpp"
#include "vm/collections.hpp"
#include "vm/iterators.hpp"
#include "vm/sequence.hpp"

namespace simul::vm {
namespace {

RangeObject* range_of(const Value& value) {
  return value.as<RangeObject>();
}

struct LongRangeIterator : Object {
  Value next, step;
  Value left;  // an int
};

// How many numbers a range has, of any size.
BigInt count_of(const BigInt& start, const BigInt& stop, const BigInt& step) {
  const bool up = step.sign() > 0;
  const BigInt distance = up ? stop - start : start - stop;
  if (distance.sign() <= 0) return BigInt(0);
  BigInt quotient;
  BigInt::divmod(distance - BigInt(1), up ? step : -step, &quotient, nullptr);
  return quotient + BigInt(1);
}
BigInt count_of(const Value& range) {
  return count_of(
      big_of(range_of(range)->start), big_of(range_of(range)->stop), big_of(range_of(range)->step));
}

struct Words {
  std::int64_t start, stop, step;
  std::uint64_t count;
};
// False when the numbers do not fit with room to spare.
bool words_of(Vm& vm, const Value& range, Words& out) {
  constexpr std::int64_t kRoom = std::int64_t{1} << 61;
  if (!vm.to_int64(range_of(range)->start, out.start) ||
      !vm.to_int64(range_of(range)->stop, out.stop) ||
      !vm.to_int64(range_of(range)->step, out.step)) {
    return false;
  }
  for (std::int64_t n : {out.start, out.stop, out.step}) {
    if (n > kRoom || n < -kRoom) return false;
  }
  out.count = 0;
  if (out.step > 0 && out.start < out.stop) {
    out.count = static_cast<std::uint64_t>((out.stop - out.start - 1) / out.step) + 1;
  } else if (out.step < 0 && out.stop < out.start) {
    out.count = static_cast<std::uint64_t>((out.start - out.stop - 1) / -out.step) + 1;
  }
  return true;
}

Value make_range(Vm& vm, Value start, Value stop, Value step) {
  auto* range = vm.heap().make<RangeObject>(vm.types().range);
  range->start = std::move(start);
  range->stop = std::move(stop);
  range->step = std::move(step);
  return Value::adopt(range);
}

Value exact_int(Vm& vm, const Value& number) {
  if (number.is_small()) return number;
  return make_int(vm, big_of(number));
}

Answer range_from(Vm& vm, const Value* parts, std::size_t count) {
  Value numbers[3] = {Value::small(0), Value(), Value::small(1)};
  if (count == 1) numbers[1] = exact_int(vm, parts[0]);
  for (std::size_t i = 0; count > 1 && i < count; ++i) numbers[i] = exact_int(vm, parts[i]);
  if (numbers[2].is_small() && numbers[2].as_small() == 0) {
    return vm.raise_value_error("range() arg 3 must not be zero");
  }
  return make_range(vm, numbers[0], numbers[1], numbers[2]);
}

SIMUL_RARE Native range_slowly(Vm& vm, OwnedArgs args) {
  for (std::size_t i = 0; i < args.size(); ++i) args.values[i] = co_await vm.index(args.values[i]);
  co_return range_from(vm, args.values.data(), args.size());
}

Answer range_create(Vm& vm, Type*, const CallArgs& args) {
  if (args.keywords() > 0) return vm.raise_type_error("range() takes no keyword arguments");
  if (args.size() == 0) return vm.raise_type_error("range expected at least 1 argument, got 0");
  if (args.size() > 3) {
    return vm.raise_type_error(cat("range expected at most 3 arguments, got ", args.size()));
  }
  for (std::size_t i = 0; i < args.size(); ++i) {
    if (!is_int(vm, args[i])) return range_slowly(vm, OwnedArgs(args));
  }
  return range_from(vm, args.values, args.size());
}

Answer range_iter(Vm& vm, const Value& self) {
  Words words;
  if (words_of(vm, self, words)) {
    auto* iterator = vm.heap().make<RangeIterator>(vm.types().range_iterator);
    iterator->next = words.start;
    iterator->step = words.step;
    iterator->left = words.count;
    return Value::adopt(iterator);
  }
  auto* iterator = vm.heap().make<LongRangeIterator>(vm.types().longrange_iterator);
  iterator->next = range_of(self)->start;
  iterator->step = range_of(self)->step;
  iterator->left = make_int(vm, count_of(self));
  return Value::adopt(iterator);
}

Answer range_iterator_next(Vm& vm, const Value& self) {
  auto* iterator = self.as<RangeIterator>();
  if (iterator->left == 0) return Answer::stop();
  --iterator->left;
  const std::int64_t number = iterator->next;
  iterator->next += iterator->step;
  return vm.integer(number);
}
Answer range_iterator_hint(Vm& vm, const CallArgs& args) {
  return make_int(vm, BigInt::from_uint64(args[0].as<RangeIterator>()->left));
}

Answer long_iterator_next(Vm& vm, const Value& self) {
  auto* iterator = self.as<LongRangeIterator>();
  const BigInt left = big_of(iterator->left);
  if (left.is_zero()) return Answer::stop();
  iterator->left = make_int(vm, left - BigInt(1));
  Value number = iterator->next;
  iterator->next = make_int(vm, big_of(number) + big_of(iterator->step));
  return number;
}

SIMUL_RARE Answer range_iterator_reduce(Vm& vm, const CallArgs& args) {
  const auto* iterator = args[0].as<RangeIterator>();
  const BigInt next(iterator->next), step(iterator->step);
  const std::optional<BigInt> distance =
      BigInt::multiply(BigInt::from_uint64(iterator->left), step);
  const Value rest =
      make_range(vm, make_int(vm, next), make_int(vm, next + *distance), make_int(vm, step));
  return reduced(vm, "iter", vm.tuple({rest}), Value::none());
}

SIMUL_RARE Answer long_iterator_reduce(Vm& vm, const CallArgs& args) {
  const auto* iterator = args[0].as<LongRangeIterator>();
  const std::optional<BigInt> distance =
      BigInt::multiply(big_of(iterator->left), big_of(iterator->step));
  if (!distance) return int_too_large(vm);
  const Value rest = make_range(
      vm, iterator->next, make_int(vm, big_of(iterator->next) + *distance), iterator->step);
  return reduced(vm, "iter", vm.tuple({rest}), Value::none());
}

Answer range_iterator_set_state(Vm& vm, const CallArgs& args) {
  auto* iterator = args[0].as<RangeIterator>();
  std::int64_t gone = 0;
  const auto left = static_cast<std::int64_t>(
      std::min(iterator->left, std::uint64_t{std::numeric_limits<std::int64_t>::max()}));
  if (!index_of_state(vm, args[1], 0, left, gone)) return Raised{};
  iterator->next += gone * iterator->step;
  iterator->left -= static_cast<std::uint64_t>(gone);
  return Value::none();
}

Answer range_reversed(Vm& vm, const CallArgs& args) {
  const RangeObject* range = range_of(args[0]);
  const BigInt step = big_of(range->step);
  const BigInt start = big_of(range->start);
  const std::optional<BigInt> distance = BigInt::multiply(count_of(args[0]) - BigInt(1), step);
  if (!distance) return int_too_large(vm);
  const Value turned = make_range(
      vm, make_int(vm, start + *distance), make_int(vm, start - step), make_int(vm, -step));
  return range_iter(vm, turned);
}

Answer range_length(Vm& vm, const Value& self) {
  const BigInt count = count_of(self);
  const std::optional<std::int64_t> small = count.to_int64();
  if (!small) {
    return vm.raise(vm.exceptions().OverflowError, "Python int too large to convert to C ssize_t");
  }
  return vm.integer(*small);
}

Answer range_truth(Vm&, const Value& self) {
  return Value::boolean(!count_of(self).is_zero());
}

struct Indices {
  BigInt start, stop, step;
};

// Of a slice whose members are None or ints, for a sequence of any length.
SIMUL_RARE bool indices_of(Vm& vm, const Value& key, const BigInt& length, Indices& out) {
  const auto* slice = key.as<SliceObject>();
  out.step = slice->step.is_none() ? BigInt(1) : big_of(slice->step);
  if (out.step.is_zero()) {
    vm.raise_value_error("slice step cannot be zero");
    return false;
  }
  const bool backwards = out.step.sign() < 0;
  const BigInt low(backwards ? -1 : 0);
  const BigInt high = backwards ? length - BigInt(1) : length;
  const auto within = [&](const Value& member, const BigInt& otherwise) {
    if (member.is_none()) return otherwise;
    BigInt index = big_of(member);
    if (index.sign() < 0) index = index + length;
    return index < low ? low : high < index ? high : index;
  };
  out.start = within(slice->start, backwards ? high : low);
  out.stop = within(slice->stop, backwards ? low : high);
  return true;
}

Answer range_get_item(Vm& vm, const Value& self, const Value& key) {
  const RangeObject* range = range_of(self);
  if (is_int(vm, key)) {
    BigInt index = big_of(key);
    const BigInt count = count_of(self);
    if (index.sign() < 0) index = index + count;
    if (index.sign() < 0 || index >= count) {
      return vm.raise(vm.exceptions().IndexError, "range object index out of range");
    }
    const std::optional<BigInt> offset = BigInt::multiply(index, big_of(range->step));
    if (!offset) return int_too_large(vm);
    return make_int(vm, big_of(range->start) + *offset);
  }
  if (is_slice(vm, key)) {
    if (!is_plain_slice(vm, key)) return resolve_subscript(vm, self, key);
    Indices part;
    if (!indices_of(vm, key, count_of(self), part)) return Raised{};
    const BigInt start = big_of(range->start);
    const BigInt step = big_of(range->step);
    const std::optional<BigInt> first = BigInt::multiply(part.start, step);
    const std::optional<BigInt> last = BigInt::multiply(part.stop, step);
    const std::optional<BigInt> stride = BigInt::multiply(part.step, step);
    if (!first || !last || !stride) return int_too_large(vm);
    return make_range(
        vm, make_int(vm, start + *first), make_int(vm, start + *last), make_int(vm, *stride));
  }
  if (vm.type_of(key)->slots.index != nullptr) return resolve_subscript(vm, self, key);
  return vm.raise_type_error(
      cat("range indices must be integers or slices, not ", vm.type_name(key)));
}

// The position of an int in the range, or -1.
BigInt position_of(const Value& range, const BigInt& number) {
  const BigInt start = big_of(range_of(range)->start);
  const BigInt stop = big_of(range_of(range)->stop);
  const BigInt step = big_of(range_of(range)->step);
  const bool inside =
      step.sign() > 0 ? start <= number && number < stop : stop < number && number <= start;
  if (!inside) return BigInt(-1);
  BigInt quotient;
  BigInt remainder;
  BigInt::divmod(number - start, step, &quotient, &remainder);
  return remainder.is_zero() ? quotient : BigInt(-1);
}

// An int that may say itself what it is equal to, and what is no int, are sought one by one.
bool is_plain_int(Vm& vm, const Value& item) {
  return vm.is_exactly(item, vm.types().int_) || vm.is_exactly(item, vm.types().bool_);
}

enum class Search { kContains, kIndex, kCount };

SIMUL_RARE Native range_search(Vm& vm, Value self, Value item, Search what) {
  Value iterator = co_await vm.iter(self);
  std::int64_t place = 0;
  std::int64_t count = 0;
  for (;; ++place) {
    Value each = co_await vm.next(iterator);
    if (!each) break;
    if (!(co_await vm.equal(each, item)).is_true()) continue;
    if (what == Search::kContains) co_return Value::boolean(true);
    if (what == Search::kIndex) co_return vm.integer(place);
    ++count;
  }
  if (what == Search::kContains) co_return Value::boolean(false);
  if (what == Search::kCount) co_return vm.integer(count);
  co_return vm.raise_value_error("sequence.index(x): x not in sequence");
}

Answer range_contains(Vm& vm, const Value& self, const Value& item) {
  if (is_plain_int(vm, item)) return Value::boolean(position_of(self, big_of(item)).sign() >= 0);
  return range_search(vm, self, item, Search::kContains);
}

Answer range_index(Vm& vm, const CallArgs& args) {
  if (!is_plain_int(vm, args[1])) return range_search(vm, args[0], args[1], Search::kIndex);
  BigInt position = position_of(args[0], big_of(args[1]));
  if (position.sign() >= 0) return make_int(vm, std::move(position));
  return vm.raise_value_error(cat(*big_of(args[1]).to_string(), " is not in range"));
}

Answer range_count(Vm& vm, const CallArgs& args) {
  if (!is_plain_int(vm, args[1])) return range_search(vm, args[0], args[1], Search::kCount);
  return Value::small(position_of(args[0], big_of(args[1])).sign() >= 0 ? 1 : 0);
}

bool same_ranges(const Value& a, const Value& b) {
  const BigInt count = count_of(a);
  if (count != count_of(b)) return false;
  if (count.is_zero()) return true;
  if (big_of(range_of(a)->start) != big_of(range_of(b)->start)) return false;
  return count == BigInt(1) || big_of(range_of(a)->step) == big_of(range_of(b)->step);
}

Answer range_compare(Vm& vm, const Value& a, const Value& b, CompareOp op) {
  if (!vm.is_exactly(b, vm.types().range) || (op != CompareOp::kEq && op != CompareOp::kNe)) {
    return Value::not_implemented();
  }
  return Value::boolean(same_ranges(a, b) == (op == CompareOp::kEq));
}

Answer range_hash(Vm& vm, const Value& self) {
  const BigInt count = count_of(self);
  TupleHash total;
  const auto none = Hash{0xfca86420};
  total.add(count.hash());
  total.add(count.is_zero() ? none : big_of(range_of(self)->start).hash());
  total.add(count.is_zero() || count == BigInt(1) ? none : big_of(range_of(self)->step).hash());
  return vm.integer(total.finish(3));
}

SIMUL_RARE Native range_repr_slowly(Vm& vm, Value self) {
  Value start = co_await vm.repr(range_of(self)->start);
  Value stop = co_await vm.repr(range_of(self)->stop);
  Value step = co_await vm.repr(range_of(self)->step);
  std::string out = cat("range(", vm.text(start), ", ", vm.text(stop));
  if (vm.text(step) != "1") out += cat(", ", vm.text(step));
  co_return vm.str(out + ")");
}
SIMUL_RARE Answer range_repr(Vm& vm, const Value& self) {
  return range_repr_slowly(vm, self);
}

Answer range_start(Vm&, const Value& self) {
  return range_of(self)->start;
}
Answer range_stop(Vm&, const Value& self) {
  return range_of(self)->stop;
}
Answer range_step(Vm&, const Value& self) {
  return range_of(self)->step;
}

// --- slice
// -----------------------------------------------------------------------------------------------------------

SliceObject* slice_of(const Value& value) {
  return value.as<SliceObject>();
}

Answer slice_create(Vm& vm, Type*, const CallArgs& args) {
  if (args.keywords() > 0) return vm.raise_type_error("slice() takes no keyword arguments");
  if (args.size() == 0) return vm.raise_type_error("slice expected at least 1 argument, got 0");
  if (args.size() > 3) {
    return vm.raise_type_error(cat("slice expected at most 3 arguments, got ", args.size()));
  }
  if (args.size() == 1) return vm.slice(Value::none(), args[0], Value::none());
  return vm.slice(args[0], args[1], args.size() > 2 ? args[2] : Value::none());
}

SIMUL_RARE Native slice_repr_slowly(Vm& vm, Value self) {
  Value start = co_await vm.repr(slice_of(self)->start);
  Value stop = co_await vm.repr(slice_of(self)->stop);
  Value step = co_await vm.repr(slice_of(self)->step);
  co_return vm.str(cat("slice(", vm.text(start), ", ", vm.text(stop), ", ", vm.text(step), ")"));
}
SIMUL_RARE Answer slice_repr(Vm& vm, const Value& self) {
  return slice_repr_slowly(vm, self);
}

Value as_tuple(Vm& vm, const Value& slice) {
  return vm.tuple({slice_of(slice)->start, slice_of(slice)->stop, slice_of(slice)->step});
}
Answer slice_compare(Vm& vm, const Value& a, const Value& b, CompareOp op) {
  if (!is_slice(vm, b)) return Value::not_implemented();
  return vm.compare(as_tuple(vm, a), as_tuple(vm, b), op);
}
// As of a tuple of the three, without what is added at the end.
SIMUL_RARE Native slice_hash_slowly(Vm& vm, Value self) {
  TupleHash all;
  for (int i = 0; i < 3; ++i) {
    const SliceObject* slice = slice_of(self);
    const Value part = i == 0 ? slice->start : i == 1 ? slice->stop : slice->step;
    Value hash = co_await vm.hash(part);
    std::int64_t number = 0;
    if (!vm.to_int64(hash, number)) co_return Raised{};
    all.add(number);
  }
  co_return vm.integer(all.state + 1 == 0 ? 1546275796 : static_cast<std::int64_t>(all.state));
}
Answer slice_hash(Vm& vm, const Value& self) {
  return slice_hash_slowly(vm, self);
}

SIMUL_RARE Native index_or_none(Vm& vm, Value member) {
  if (member.is_none()) co_return member;
  Type* type = vm.type_of(member);
  if (!vm.is_kind_of(member, vm.types().int_) && type->slots.index == nullptr)
    co_return vm.raise_type_error(
        "slice indices must be integers or None or have an __index__ method");
  co_return vm.index(member);
}

SIMUL_RARE Native slice_indices(Vm& vm, OwnedArgs args) {
  Value asked = co_await vm.index(args[1]);
  const BigInt length = big_of(asked);
  if (length.sign() < 0) co_return vm.raise_value_error("length should not be negative");
  Value step = co_await index_or_none(vm, slice_of(args[0])->step);
  if (step.is_small() && step.as_small() == 0)
    co_return vm.raise_value_error("slice step cannot be zero");
  Value start = co_await index_or_none(vm, slice_of(args[0])->start);
  Value stop = co_await index_or_none(vm, slice_of(args[0])->stop);
  const Value plain = vm.slice(start, stop, step);
  Indices found;
  if (!indices_of(vm, plain, length, found)) co_return Raised{};
  co_return vm.tuple({make_int(vm, std::move(found.start)),
                      make_int(vm, std::move(found.stop)),
                      make_int(vm, std::move(found.step))});
}

Answer slice_start(Vm&, const Value& self) {
  return slice_of(self)->start;
}
Answer slice_stop(Vm&, const Value& self) {
  return slice_of(self)->stop;
}
Answer slice_step(Vm&, const Value& self) {
  return slice_of(self)->step;
}

void slice_traverse(Object* self, Visitor& visitor) {
  auto* slice = static_cast<SliceObject*>(self);
  visitor.visit(slice->start);
  visitor.visit(slice->stop);
  visitor.visit(slice->step);
}

Answer itself(Vm&, const Value& self) {
  return self;
}

}  // namespace

void install_range(Vm& vm) {
  Slots range = {.destroy = destroy_as<RangeObject>,
                 .repr = range_repr,
                 .hash = range_hash,
                 .truth = range_truth,
                 .compare = range_compare,
                 .iter = range_iter,
                 .length = range_length,
                 .get_item = range_get_item,
                 .contains = range_contains,
                 .create = range_create};
  range.sequence = true;
  vm.define(vm.types().range,
            {.name = "range",
             .instance_size = sizeof(RangeObject),
             .slots = range,
             .methods = {{"count", range_count, 1, 1},
                         {"index", range_index, 1, 1},
                         {"__reversed__", range_reversed, 0, 0}},
             .getters = {{"start", range_start}, {"stop", range_stop}, {"step", range_step}}});
  vm.define(
      vm.types().range_iterator,
      {.name = "range_iterator",
       .instance_size = sizeof(RangeIterator),
       .flags = kAbstract,
       .slots = {.destroy = destroy_as<RangeIterator>, .iter = itself, .next = range_iterator_next},
       .methods = {{"__length_hint__", range_iterator_hint, 0, 0},
                   {"__reduce__", range_iterator_reduce, 0, 0},
                   {"__setstate__", range_iterator_set_state, 1, 1}}});
  vm.define(vm.types().longrange_iterator,
            {.name = "longrange_iterator",
             .instance_size = sizeof(LongRangeIterator),
             .flags = kAbstract,
             .slots = {.destroy = destroy_as<LongRangeIterator>,
                       .iter = itself,
                       .next = long_iterator_next},
             .methods = {{"__reduce__", long_iterator_reduce, 0, 0}}});
  vm.define(vm.types().slice,
            {.name = "slice",
             .instance_size = sizeof(SliceObject),
             .slots = {.destroy = destroy_as<SliceObject>,
                       .traverse = slice_traverse,
                       .repr = slice_repr,
                       .hash = slice_hash,
                       .compare = slice_compare,
                       .create = slice_create},
             .methods = {{"indices", slice_indices, 1, 1}},
             .getters = {{"start", slice_start}, {"stop", slice_stop}, {"step", slice_step}}});
}

}  // namespace simul::vm
