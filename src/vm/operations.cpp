// The operators and protocols of the language over slots. Mirrors Objects/abstract.c and
// Objects/object.c.
#include <cmath>
#include <limits>

#include "vm/cat.hpp"
#include "vm/collections.hpp"
#include "vm/int_object.hpp"
#include "vm/internals.hpp"
#include "vm/iterators.hpp"
#include "vm/protocols.hpp"
#include "vm/slots.hpp"

namespace simul::vm {

// --- text
// -----------------------------------------------------------------------------------------------------------------

Answer Vm::repr(const Value& value) {
  Type* type = type_of(value);
  if (type->slots.repr != nullptr) return type->slots.repr(*this, value);
  return str(cat("<", type->name, " object>"));
}

Answer Vm::str_of(const Value& value) {
  Type* type = type_of(value);
  if (type == types_.str) return value;
  if (type->slots.str != nullptr) return type->slots.str(*this, value);
  return str_through_repr(*this, value);
}

namespace {

Native ascii_slowly(Vm& vm, Value value) {
  Value text = co_await vm.repr(value);
  const StrObject* string = text.as<StrObject>();
  if (string->ascii()) co_return text;
  std::string out;
  const std::string_view bytes = string->text();
  for (std::size_t i = 0; i < bytes.size();) {
    const auto lead = static_cast<unsigned char>(bytes[i]);
    if (lead < 0x80) {
      out += bytes[i++];
      continue;
    }
    const std::size_t count = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    std::uint32_t code = lead & (0xffu >> (count + 1));
    for (std::size_t k = 1; k < count; ++k)
      code = code << 6 | (static_cast<unsigned char>(bytes[i + k]) & 0x3f);
    i += count;
    char buffer[16];
    std::snprintf(buffer,
                  sizeof buffer,
                  code < 0x100     ? "\\x%02x"
                  : code < 0x10000 ? "\\u%04x"
                                   : "\\U%08x",
                  code);
    out += buffer;
  }
  co_return vm.str(out);
}

}  // namespace

Answer Vm::ascii(const Value& value) {
  return ascii_slowly(*this, value);
}

Answer Vm::format(const Value& value, const Value& spec) {
  Type* type = type_of(value);
  if (type->slots.format != nullptr) return type->slots.format(*this, value, spec);
  if (text(spec).empty()) return str_of(value);
  return raise_type_error(cat("unsupported format string passed to ", type->name, ".__format__"));
}

// --- hash, truth, comparison
// ---------------------------------------------------------------------------------------------

Answer Vm::hash(const Value& value) {
  Hash known = 0;
  if (quick_hash(value, known)) return integer(known);
  Type* type = type_of(value);
  if (type->slots.hash != nullptr) return type->slots.hash(*this, value);
  if (type->has(kUnhashable)) return raise_type_error(cat("unhashable type: '", type->name, "'"));
  return integer(static_cast<std::int64_t>(identity(value)));
}

Answer Vm::truth(const Value& value) {
  if (value.is_bool()) return value;
  if (value.is_none()) return Value::boolean(false);
  if (value.is_small()) return Value::boolean(value.as_small() != 0);
  if (value.is_not_implemented()) {
    warn(exceptions_.DeprecationWarning, "NotImplemented should not be used in a boolean context");
    if (raised_) return Raised{};
  }
  Type* type = type_of(value);
  if (type->slots.truth != nullptr) return type->slots.truth(*this, value);
  if (type->slots.length != nullptr) {
    if (type->has(kUserClass)) return truth_of_length(value);
    Answer length = type->slots.length(*this, value);
    if (length.raised()) return length;
    return Value::boolean(!(length.peek().is_small() && length.peek().as_small() == 0));
  }
  return Value::boolean(true);
}

namespace {

Native length_truth(Vm& vm, Value value) {
  Value number = co_await vm.length(value);
  co_return Value::boolean(!(number.is_small() && number.as_small() == 0));
}

bool compare_ordered(CompareOp op, int order) {
  switch (op) {
    case CompareOp::kLt: return order < 0;
    case CompareOp::kLe: return order <= 0;
    case CompareOp::kEq: return order == 0;
    case CompareOp::kNe: return order != 0;
    case CompareOp::kGt: return order > 0;
    case CompareOp::kGe: return order >= 0;
  }
  return false;
}

Answer compare_default(Vm& vm, const Value& a, const Value& b, CompareOp op) {
  if (op == CompareOp::kEq) return Value::boolean(a.is(b));
  if (op == CompareOp::kNe) return Value::boolean(!a.is(b));
  return vm.raise_type_error(cat("'",
                                 compare_symbol(op),
                                 "' not supported between instances of '",
                                 vm.type_name(a),
                                 "' and '",
                                 vm.type_name(b),
                                 "'"));
}

Native compare_slowly(Vm& vm, Value a, Value b, CompareOp op) {
  Type* left = vm.type_of(a);
  Type* right = vm.type_of(b);
  bool reflected_done = false;
  if (left != right && right->is_subtype_of(left) && right->slots.compare != nullptr) {
    reflected_done = true;
    Value result = co_await right->slots.compare(vm, b, a, swapped(op));
    if (!result.is_not_implemented()) co_return result;
  }
  if (left->slots.compare != nullptr) {
    Value result = co_await left->slots.compare(vm, a, b, op);
    if (!result.is_not_implemented()) co_return result;
  }
  if (!reflected_done && right->slots.compare != nullptr) {
    Value result = co_await right->slots.compare(vm, b, a, swapped(op));
    if (!result.is_not_implemented()) co_return result;
  }
  co_return compare_default(vm, a, b, op);
}

Native equal_slowly(Vm& vm, Value a, Value b, CompareOp op) {
  Value result = co_await vm.compare(a, b, op);
  co_return vm.truth(result);
}

Answer as_truth(Vm& vm, const Value& a, const Value& b, CompareOp op) {
  Type* left = vm.type_of(a);
  Type* right = vm.type_of(b);
  if (left->slots.compare == user_compare || right->slots.compare == user_compare)
    return equal_slowly(vm, a, b, op);
  Answer result = vm.compare(a, b, op);
  // A native comparison answers a bool, now or later.
  return result;
}

}  // namespace

Answer Vm::truth_of_length(const Value& value) {
  return length_truth(*this, value);
}

Answer Vm::compare(const Value& a, const Value& b, CompareOp op) {
  if (a.is_small() && b.is_small()) {
    return Value::boolean(
        compare_ordered(op, a.as_small() < b.as_small() ? -1 : a.as_small() > b.as_small()));
  }
  Type* left = type_of(a);
  Type* right = type_of(b);
  if (left->slots.compare == user_compare || right->slots.compare == user_compare)
    return compare_slowly(*this, a, b, op);
  bool reflected_done = false;
  if (left != right && right->slots.compare != nullptr && right->is_subtype_of(left)) {
    reflected_done = true;
    Answer result = right->slots.compare(*this, b, a, swapped(op));
    if (!result.has_value() || !result.peek().is_not_implemented()) return result;
  }
  if (left->slots.compare != nullptr) {
    Answer result = left->slots.compare(*this, a, b, op);
    if (!result.has_value() || !result.peek().is_not_implemented()) return result;
  }
  if (!reflected_done && right->slots.compare != nullptr) {
    Answer result = right->slots.compare(*this, b, a, swapped(op));
    if (!result.has_value() || !result.peek().is_not_implemented()) return result;
  }
  return compare_default(*this, a, b, op);
}

Answer Vm::equal(const Value& a, const Value& b) {
  switch (quick_equal(a, b)) {
    case QuickEqual::kYes: return Value::boolean(true);
    case QuickEqual::kNo: return Value::boolean(false);
    case QuickEqual::kAskPython: break;
  }
  return as_truth(*this, a, b, CompareOp::kEq);
}

Answer Vm::less(const Value& a, const Value& b) {
  return as_truth(*this, a, b, CompareOp::kLt);
}

// --- containers
// -------------------------------------------------------------------------------------------------------------

namespace {

Native contains_by_iteration(Vm& vm, Value container, Value item) {
  Type* type = vm.type_of(container);
  if (type->slots.iter == nullptr && type->slots.get_item == nullptr) {
    co_return vm.raise_type_error(cat("argument of type '", type->name, "' is not iterable"));
  }
  Attempt begun = co_await vm.attempt(vm.iter(container));
  if (!begun.ok()) {
    if (!vm.matches(begun.exception, vm.exceptions().TypeError))
      co_return vm.raise_exception(std::move(begun.exception));
    co_return vm.raise_type_error(
        cat("argument of type '", vm.type_of(container)->name, "' is not iterable"));
  }
  Value iterator = std::move(begun.value);
  while (Value each = co_await vm.next(iterator)) {
    Value same = co_await vm.equal(each, item);
    if (same.is_true()) co_return Value::boolean(true);
  }
  co_return Value::boolean(false);
}

Native list_of(Vm& vm, Value iterable) {
  Value iterator = co_await vm.iter(iterable);
  if (vm.type_of(iterable)->has(kUserClass)) co_await ask_length(vm, iterable);
  Value list = vm.list({});
  while (Value each = co_await vm.next(iterator)) {
    if (!push_item(vm, list, std::move(each))) co_return Raised{};
  }
  co_return list;
}

}  // namespace

Answer Vm::contains(const Value& container, const Value& item) {
  Type* type = type_of(container);
  if (type->slots.contains != nullptr) return type->slots.contains(*this, container, item);
  if (type->slots.iter == nullptr && type->slots.get_item == nullptr) {
    return raise_type_error(cat("argument of type '", type->name, "' is not iterable"));
  }
  return contains_by_iteration(*this, container, item);
}

Answer Vm::length(const Value& value) {
  Type* type = type_of(value);
  if (type->slots.length != nullptr) return type->slots.length(*this, value);
  return raise_type_error(cat("object of type '", type->name, "' has no len()"));
}

Answer Vm::get_item(const Value& container, const Value& key) {
  Type* type = type_of(container);
  if (type->slots.get_item != nullptr) return type->slots.get_item(*this, container, key);
  return raise_type_error(cat("'", type->name, "' object is not subscriptable"));
}

Answer Vm::set_item(const Value& container, const Value& key, const Value& value) {
  Type* type = type_of(container);
  if (type->slots.set_item != nullptr) return type->slots.set_item(*this, container, key, value);
  return raise_type_error(cat("'", type->name, "' object does not support item assignment"));
}

Answer Vm::delete_item(const Value& container, const Value& key) {
  Type* type = type_of(container);
  if (type->slots.set_item != nullptr) return type->slots.set_item(*this, container, key, Value());
  return raise_type_error(cat("'",
                              type->name,
                              "' object ",
                              type->slots.get_item != nullptr ? "doesn't" : "does not",
                              " support item deletion"));
}

Answer Vm::to_list(const Value& iterable) {
  if (is_exactly(iterable, types_.list)) return list(iterable.as<ListObject>()->items);
  if (is_exactly(iterable, types_.tuple)) {
    const auto* tuple = iterable.as<TupleObject>();
    return list(std::vector<Value>(tuple->begin(), tuple->end()));
  }
  if (!range_fits(*this, iterable)) return Raised{};
  return list_of(*this, iterable);
}

// --- iteration
// --------------------------------------------------------------------------------------------------------------

namespace {

struct SequenceIterator : Container {
  Value sequence;
  std::int64_t index;
};

Native sequence_next_slowly(Vm& vm, Value self) {
  auto* iterator = self.as<SequenceIterator>();
  Attempt item = co_await vm.attempt(vm.get_item(iterator->sequence, vm.integer(iterator->index)));
  iterator = self.as<SequenceIterator>();
  if (item.ok()) {
    ++iterator->index;
    co_return item.value;
  }
  if (vm.matches(item.exception, vm.exceptions().IndexError) ||
      vm.matches(item.exception, vm.exceptions().StopIteration)) {
    iterator->sequence.reset();
    vm.stop_value() = Value::none();
    co_return Answer::stop();
  }
  co_return vm.raise_exception(std::move(item.exception));
}
Answer sequence_next(Vm& vm, const Value& self) {
  if (!self.as<SequenceIterator>()->sequence) return Answer::stop();
  return sequence_next_slowly(vm, self);
}
Answer sequence_reduce(Vm& vm, const CallArgs& args) {
  const auto* iterator = args[0].as<SequenceIterator>();
  if (!iterator->sequence) return reduced(vm, "iter", vm.tuple({vm.tuple({})}));
  return reduced(vm, "iter", vm.tuple({iterator->sequence}), vm.integer(iterator->index));
}
Answer sequence_set_state(Vm& vm, const CallArgs& args) {
  std::int64_t index = 0;
  if (!index_of_state(vm, args[1], 0, std::numeric_limits<std::int64_t>::max(), index))
    return Raised{};
  if (args[0].as<SequenceIterator>()->sequence) args[0].as<SequenceIterator>()->index = index;
  return Value::none();
}
void sequence_traverse(Object* object, Visitor& visitor) {
  visitor.visit(static_cast<SequenceIterator*>(object)->sequence);
}
Answer itself(Vm&, const Value& self) {
  return self;
}

}  // namespace

void install_sequence_iterator(Vm& vm) {
  vm.define(vm.types().sequence_iterator,
            {.name = "iterator",
             .instance_size = sizeof(SequenceIterator),
             .slots = {.destroy = destroy_as<SequenceIterator>,
                       .traverse = sequence_traverse,
                       .iter = itself,
                       .next = sequence_next},
             .methods = {{"__reduce__", sequence_reduce, 0, 0},
                         {"__setstate__", sequence_set_state, 1, 1}}});
}

Answer Vm::iter(const Value& iterable) {
  Type* type = type_of(iterable);
  if (type->slots.iter != nullptr) return type->slots.iter(*this, iterable);
  if (type->slots.get_item != nullptr && !is_kind_of(iterable, types_.type) &&
      !is_kind_of(iterable, types_.dict)) {
    auto* iterator = heap_.make<SequenceIterator>(types_.sequence_iterator);
    iterator->sequence = iterable;
    iterator->index = 0;
    return Value::adopt(iterator);
  }
  return raise_type_error(cat("'", type->name, "' object is not iterable"));
}

Answer Vm::next_raw(const Value& iterator) {
  Type* type = type_of(iterator);
  if (type->slots.next == nullptr)
    return raise_type_error(cat("'", type->name, "' object is not an iterator"));
  stop_value_ = Value::none();
  return type->slots.next(*this, iterator);
}

Answer Vm::send_raw(const Value& iterator, const Value& value) {
  Type* type = type_of(iterator);
  if (type == types_.generator || type == types_.coroutine) {
    return send_to_generator(*this, iterator.as<GeneratorObject>(), value);
  }
  if (type == types_.coroutine_wrapper) {
    return send_to_generator(
        *this, iterator.as<CoroutineWrapper>()->coroutine.as<GeneratorObject>(), value);
  }
  if (value.is_none()) return next_raw(iterator);
  return call_method(iterator, internals_->names.send, CallArgs(&value, 1));
}

// --- arithmetic
// -------------------------------------------------------------------------------------------------------------

namespace {

Answer unsupported(Vm& vm, BinaryOp op, const Value& a, const Value& b, bool inplace) {
  const char* symbol = binary_symbol(op);
  std::string shown = symbol;
  if (inplace) shown = op == BinaryOp::kPower ? "**=" : cat(symbol, "=");
  if (op == BinaryOp::kRshift && !inplace && vm.is_exactly(a, vm.types().builtin_function) &&
      std::string_view(a.as<NativeFunction>()->def.name) == "print") {
    return vm.raise_type_error(cat("unsupported operand type(s) for >>: '",
                                   vm.type_name(a),
                                   "' and '",
                                   vm.type_name(b),
                                   "'. Did you mean \"print(<message>, file=<output_stream>)\"?"));
  }
  return vm.raise_type_error(cat("unsupported operand type(s) for ",
                                 shown,
                                 ": '",
                                 vm.type_name(a),
                                 "' and '",
                                 vm.type_name(b),
                                 "'"));
}

bool takes(const Type* type, BinaryOp op) {
  return type->slots.binary != nullptr && (type->slots.binary_mask & op_bit(op)) != 0;
}

// Its instances are sequences that * repeats.
bool repeats(Vm& vm, const Type* type) {
  const Types& t = vm.types();
  return type->is_subtype_of(t.str) || type->is_subtype_of(t.list) ||
         type->is_subtype_of(t.tuple) || type->is_subtype_of(t.bytes) ||
         type->is_subtype_of(t.bytearray);
}

// What + and * of nothing that fits say: sequences in their own way, as sq_concat and sq_repeat do.
Answer no_operation(Vm& vm, BinaryOp op, const Value& a, const Value& b, bool inplace) {
  Type* left = vm.type_of(a);
  Type* right = vm.type_of(b);
  const Types& t = vm.types();
  if (op == BinaryOp::kAdd) {
    for (Type* kind : {t.str, t.list, t.tuple}) {
      if (!left->is_subtype_of(kind)) continue;
      return vm.raise_type_error(
          cat("can only concatenate ", kind->name, " (not \"", right->name, "\") to ", kind->name));
    }
    if (left->is_subtype_of(t.bytes) || left->is_subtype_of(t.bytearray))
      return vm.raise_type_error(cat("can't concat ", right->name, " to ", left->name));
  }
  if (op == BinaryOp::kMultiply) {
    if (repeats(vm, left) || repeats(vm, right)) {
      return vm.raise_type_error(cat("can't multiply sequence by non-int of type '",
                                     repeats(vm, left) ? right->name : left->name,
                                     "'"));
    }
  }
  return unsupported(vm, op, a, b, inplace);
}

// One side's method, Python or native; NotImplemented when it has none.
Answer try_side(
    Vm& vm, BinaryOp op, const Value& self, const Value& a, const Value& b, bool reflected) {
  Type* type = vm.type_of(self);
  if (type->slots.binary != user_binary) {
    if (!takes(type, op)) return Value::not_implemented();
    return type->slots.binary(vm, op, a, b);
  }
  StrObject* name = vm.name(reflected ? reflected_dunder(op) : binary_dunder(op));
  const Value* found = vm.lookup(type, name);
  if (found == nullptr || found->is_none()) return Value::not_implemented();
  const Value& other = reflected ? a : b;
  return call_special(vm, self, name, CallArgs(&other, 1));
}

// x *= "ab": an object of a class of the program's own has the room for a repetition in place, and
// so nobody asks the sequence behind it.
bool nobody_repeats(Vm& vm, BinaryOp op, const Type* left, const Type* right) {
  return op == BinaryOp::kMultiply && left->has(kUserClass) && !repeats(vm, left) &&
         repeats(vm, right) && right->slots.binary != user_binary;
}

Type* native_base(Type* type) {
  for (Type* each : type->mro) {
    if (!each->has(kUserClass)) return each;
  }
  return type;
}

// Neither side of the operator is another than the native base's.
bool inherits_operator(Vm& vm, BinaryOp op, Type* type, Type* native) {
  for (const char* dunder : {binary_dunder(op), reflected_dunder(op)}) {
    const Value* own = vm.lookup(type, vm.name(dunder));
    const Value* inherited = vm.lookup(native, vm.name(dunder));
    if ((own == nullptr) != (inherited == nullptr) || (own != nullptr && !own->is(*inherited)))
      return false;
  }
  return true;
}

Native binary_slowly(Vm& vm, BinaryOp op, Value a, Value b, bool inplace) {
  Type* left = vm.type_of(a);
  Type* right = vm.type_of(b);
  bool reflected_done = false;
  if (left != right && right->is_subtype_of(left)) {
    // A subclass that brings its own reflected method goes first.
    StrObject* name = vm.name(reflected_dunder(op));
    const Value* mine = vm.lookup(right, name);
    const Value* theirs = vm.lookup(left, name);
    if (mine != nullptr && (theirs == nullptr || !mine->is(*theirs))) {
      reflected_done = true;
      Value result = co_await try_side(vm, op, b, a, b, true);
      if (!result.is_not_implemented()) co_return result;
    }
  }
  Value result = co_await try_side(vm, op, a, a, b, false);
  if (!result.is_not_implemented()) co_return result;
  if (inplace && nobody_repeats(vm, op, left, right)) co_return unsupported(vm, op, a, b, inplace);
  if (!reflected_done && left != right) {
    result = co_await try_side(vm, op, b, a, b, true);
    if (!result.is_not_implemented()) co_return result;
  }
  if (op == BinaryOp::kMultiply) {
    // Who has said no as a number may still be a count: the sequence is asked last.
    const bool second = !repeats(vm, left);
    const Value& sequence = second ? b : a;
    const Value& count = second ? a : b;
    Type* type = vm.type_of(sequence);
    Type* native = type->slots.binary == user_binary ? native_base(type) : type;
    if (repeats(vm, type) && (native == type || inherits_operator(vm, op, type, native)) &&
        vm.type_of(count)->slots.index != nullptr) {
      Value number = co_await vm.index(count);
      co_return native->slots.binary(vm, op, sequence, number);
    }
  }
  co_return no_operation(vm, op, a, b, inplace);
}

}  // namespace

static Answer binary_with(Vm& vm, BinaryOp op, const Value& a, const Value& b, bool inplace) {
  Type* left = vm.type_of(a);
  Type* right = vm.type_of(b);
  if (left->slots.binary == user_binary || right->slots.binary == user_binary)
    return binary_slowly(vm, op, a, b, inplace);
  if (inplace && left->slots.binary == nullptr && nobody_repeats(vm, op, left, right))
    return unsupported(vm, op, a, b, inplace);
  if (takes(left, op)) {
    Answer result = left->slots.binary(vm, op, a, b);
    if (!result.has_value() || !result.peek().is_not_implemented()) return result;
  }
  if (takes(right, op) && (left->slots.binary != right->slots.binary || !takes(left, op))) {
    Answer result = right->slots.binary(vm, op, a, b);
    if (!result.has_value() || !result.peek().is_not_implemented()) return result;
  }
  return no_operation(vm, op, a, b, inplace);
}

Answer Vm::binary(BinaryOp op, const Value& a, const Value& b) {
  return binary_with(*this, op, a, b, false);
}

namespace {

Native inplace_slowly(Vm& vm, BinaryOp op, Value a, Value b) {
  Value result = co_await vm.type_of(a)->slots.inplace(vm, op, a, b);
  if (!result.is_not_implemented()) co_return result;
  co_return binary_with(vm, op, a, b, true);
}

// A list has no + or * of a number's kind, so the right side's reflected one comes before its own.
Native inplace_of_sequence(Vm& vm, BinaryOp op, Value a, Value b) {
  Value result = co_await call_special(vm, b, vm.name(reflected_dunder(op)), CallArgs(&a, 1));
  if (!result.is_not_implemented()) co_return result;
  if (op == BinaryOp::kMultiply && vm.type_of(b)->slots.index != nullptr) {
    Value number = co_await vm.index(b);
    co_return vm.type_of(a)->slots.inplace(vm, op, a, number);
  }
  result = co_await vm.type_of(a)->slots.inplace(vm, op, a, b);
  if (!result.is_not_implemented()) co_return result;
  co_return no_operation(vm, op, a, b, true);
}

// Does x += b, x *= b ask b's reflected method before the sequence itself? A list or bytearray has
// no number's + or *, so it does; a class derived from one has the + of whatever has an __iadd__.
bool asks_the_right_side_first(Vm& vm, BinaryOp op, Type* type) {
  for (Type* native : {vm.types().list, vm.types().bytearray}) {
    if (type == native) return op == BinaryOp::kAdd || op == BinaryOp::kMultiply;
    if (op == BinaryOp::kMultiply && type->slots.inplace == native->slots.inplace)
      return inherits_operator(vm, op, type, native);
  }
  return false;
}

}  // namespace

Answer Vm::inplace(BinaryOp op, const Value& a, const Value& b) {
  Type* type = type_of(a);
  if (asks_the_right_side_first(*this, op, type) && type_of(b)->slots.binary == user_binary &&
      has_special(*this, b, name(reflected_dunder(op))))
    return inplace_of_sequence(*this, op, a, b);
  if (type->slots.inplace == user_inplace) return inplace_slowly(*this, op, a, b);
  if (type->slots.inplace != nullptr && (type->slots.inplace_mask & op_bit(op)) != 0) {
    Answer result = type->slots.inplace(*this, op, a, b);
    if (!result.has_value() || !result.peek().is_not_implemented()) return result;
  }
  return binary_with(*this, op, a, b, true);
}

Answer Vm::unary(UnaryOp op, const Value& a) {
  Type* type = type_of(a);
  if (type->slots.unary != nullptr &&
      (type->slots.unary_mask >> static_cast<unsigned>(op) & 1) != 0) {
    Answer result = type->slots.unary(*this, op, a);
    if (!result.has_value() || !result.peek().is_not_implemented()) return result;
  }
  constexpr const char* kShown[] = {"unary -", "unary +", "unary ~", "abs()"};
  return raise_type_error(
      cat("bad operand type for ", kShown[static_cast<int>(op)], ": '", type->name, "'"));
}

namespace {

Native power_slowly(Vm& vm, Value base, Value exponent, Value modulus) {
  if (vm.is_kind_of(base, vm.types().int_)) {
    // The first of the other two that is no int answers, if it is a number.
    const Value& other = vm.is_kind_of(exponent, vm.types().int_) ? modulus : exponent;
    if (vm.is_kind_of(other, vm.types().complex)) co_return vm.raise_value_error("complex modulo");
    if (vm.is_kind_of(other, vm.types().float_))
      co_return vm.raise_type_error(
          "pow() 3rd argument not allowed unless all arguments are integers");
  } else if (vm.is_kind_of(base, vm.types().float_)) {
    co_return vm.raise_type_error(
        "pow() 3rd argument not allowed unless all arguments are integers");
  } else if (vm.is_kind_of(base, vm.types().complex)) {
    co_return vm.raise_value_error("complex modulo");
  } else if (has_special(vm, base, vm.name("__pow__"))) {
    const Value arguments[] = {exponent, modulus};
    co_return call_special(vm, base, vm.name("__pow__"), CallArgs(arguments, 2));
  }
  co_return vm.raise_type_error(cat("unsupported operand type(s) for ** or pow(): '",
                                    vm.type_name(base),
                                    "', '",
                                    vm.type_name(exponent),
                                    "', '",
                                    vm.type_name(modulus),
                                    "'"));
}

}  // namespace

Answer Vm::power(const Value& base, const Value& exponent, const Value& modulus) {
  if (!modulus || modulus.is_none()) return binary(BinaryOp::kPower, base, exponent);
  return power_slowly(*this, base, exponent, modulus);
}

Answer Vm::index(const Value& value) {
  if (value.is_small() || is_exactly(value, types_.int_)) return value;
  if (is_kind_of(value, types_.int_)) return make_int(*this, big_of(value));
  Type* type = type_of(value);
  if (type->slots.index != nullptr) return type->slots.index(*this, value);
  return raise_type_error(cat("'", type->name, "' object cannot be interpreted as an integer"));
}

// --- classes
// ----------------------------------------------------------------------------------------------------------------

namespace {

Native class_check(Vm& vm, Value value, Value classinfo, bool instance) {
  if (vm.is_kind_of(classinfo, vm.types().tuple)) {
    const std::size_t count = classinfo.as<TupleObject>()->size;
    for (std::size_t i = 0; i < count; ++i) {
      const Value each = classinfo.as<TupleObject>()->items()[i];
      // Two awaits: GCC 12 goes astray where an awaited operand is a conditional expression.
      Value found;
      if (instance) {
        found = co_await vm.is_instance(value, each);
      } else {
        found = co_await vm.is_subclass(value, each);
      }
      if (found.is_true()) co_return Value::boolean(true);
    }
    co_return Value::boolean(false);
  }
  StrObject* name = instance ? Vm::Internals::names_of(vm).__instancecheck__
                             : Vm::Internals::names_of(vm).__subclasscheck__;
  Value found = co_await call_special(vm, classinfo, name, CallArgs(&value, 1));
  co_return vm.truth(found);
}

}  // namespace

// Of a tuple of classes that have no say in it themselves; kAskPython: one has.
static QuickEqual is_one_of(Vm& vm, const Type* own, const TupleObject* classes) {
  for (const Value& each : *classes) {
    if (!each.is_object() || vm.type_of(each) != vm.types().type) return QuickEqual::kAskPython;
    if (own == each.as<Type>() || own->is_subtype_of(each.as<Type>())) return QuickEqual::kYes;
  }
  return QuickEqual::kNo;
}

namespace {

// An object may say that it is of another class, as a mock with a specification does.
Native says_it_is(Vm& vm, Value value, Value cls) {
  Attempt said = co_await vm.attempt(vm.get_attr(value, vm.name("__class__")));
  co_return Value::boolean(said.ok() && vm.is_kind_of(said.value, vm.types().type) &&
                           said.value.as<Type>()->is_subtype_of(cls.as<Type>()));
}

bool has_own_class_attribute(Vm& vm, Type* type) {
  if (!type->has(kUserClass)) return false;
  StrObject* name = Vm::Internals::names_of(vm).__class__;
  const Value* found = vm.lookup(type, name);
  const Value* plain = vm.types().object->dict->table.get(name);
  return found != nullptr && plain != nullptr && !found->is(*plain);
}

}  // namespace

Answer Vm::is_instance(const Value& value, const Value& classinfo) {
  if (is_kind_of(classinfo, types_.type)) {
    Type* cls = classinfo.as<Type>();
    if (type_of(value) == cls) return Value::boolean(true);
    if (type_of(classinfo) == types_.type) {
      if (is_kind_of(value, cls)) return Value::boolean(true);
      if (!has_own_class_attribute(*this, type_of(value))) return Value::boolean(false);
      return says_it_is(*this, value, classinfo);
    }
    return class_check(*this, value, classinfo, true);
  }
  if (is_kind_of(classinfo, types_.tuple)) {
    const auto* classes = classinfo.as<TupleObject>();
    // Of tuples in tuples each is an activation, so that there is an end to them.
    const bool outermost = fiber_ == nullptr || fiber_->top == nullptr ||
                           fiber_->top->kind == Activation::Kind::kPython;
    const QuickEqual found = outermost && classes->size <= 64
                                 ? is_one_of(*this, type_of(value), classes)
                                 : QuickEqual::kAskPython;
    if (found == QuickEqual::kAskPython) return class_check(*this, value, classinfo, true);
    --budget;
    return Value::boolean(found == QuickEqual::kYes);
  }
  if (Internals::is_union(*this, classinfo)) {
    return class_check(*this, value, classinfo.as<GenericAlias>()->args, true);
  }
  if (has_special(*this, classinfo, internals_->names.__instancecheck__))
    return class_check(*this, value, classinfo, true);
  if (is_exactly(classinfo, types_.generic_alias))
    return raise_type_error("isinstance() argument 2 cannot be a parameterized generic");
  return raise_type_error("isinstance() arg 2 must be a type, a tuple of types, or a union");
}

Answer Vm::is_subclass(const Value& cls, const Value& classinfo) {
  if (!is_kind_of(cls, types_.type)) return raise_type_error("issubclass() arg 1 must be a class");
  if (is_kind_of(classinfo, types_.type)) {
    if (type_of(classinfo) == types_.type)
      return Value::boolean(cls.as<Type>()->is_subtype_of(classinfo.as<Type>()));
    return class_check(*this, cls, classinfo, false);
  }
  if (is_kind_of(classinfo, types_.tuple)) return class_check(*this, cls, classinfo, false);
  if (Internals::is_union(*this, classinfo)) {
    return class_check(*this, cls, classinfo.as<GenericAlias>()->args, false);
  }
  if (has_special(*this, classinfo, internals_->names.__subclasscheck__))
    return class_check(*this, cls, classinfo, false);
  return raise_type_error("issubclass() arg 2 must be a class, a tuple of classes, or a union");
}

// --- await
// ------------------------------------------------------------------------------------------------------------------

namespace {

Native checked_await(Vm& vm, Value value) {
  Value iterator = co_await vm.type_of(value)->slots.await(vm, value);
  if (vm.is_exactly(iterator, vm.types().coroutine))
    co_return vm.raise_type_error("__await__() returned a coroutine");
  if (vm.type_of(iterator)->slots.next == nullptr) {
    co_return vm.raise_type_error(
        cat("__await__() returned non-iterator of type '", vm.type_name(iterator), "'"));
  }
  co_return iterator;
}

Native checked_anext(Vm& vm, Value value) {
  Value awaitable = co_await vm.type_of(value)->slots.anext(vm, value);
  Attempt iterator = co_await vm.attempt(vm.get_awaitable(awaitable));
  if (iterator.ok()) co_return iterator.value;
  Value error = vm.make_exception(
      vm.exceptions().TypeError,
      cat("'async for' received an invalid object from __anext__: ", vm.type_name(awaitable)));
  error.as<ExceptionObject>()->cause = iterator.exception;
  error.as<ExceptionObject>()->context = iterator.exception;
  error.as<ExceptionObject>()->suppress_context = true;
  co_return vm.raise_exception(std::move(error));
}

Native checked_aiter(Vm& vm, Value value) {
  Value iterator = co_await vm.type_of(value)->slots.aiter(vm, value);
  if (vm.type_of(iterator)->slots.anext == nullptr) {
    co_return vm.raise_type_error(
        cat("'async for' received an object from __aiter__ that does not implement __anext__: ",
            vm.type_name(iterator)));
  }
  co_return iterator;
}

}  // namespace

Answer Vm::get_awaitable(const Value& value) {
  Type* type = type_of(value);
  if (type == types_.coroutine) return value;
  if (type == types_.generator && value.as<GeneratorObject>()->frame() != nullptr &&
      (value.as<GeneratorObject>()->frame()->code->code->flags & bytecode::kIterableCoroutine) !=
          0) {
    return value;
  }
  if (type->slots.await == nullptr) {
    return raise_type_error(cat("object ", type->name, " can't be used in 'await' expression"));
  }
  if (type->has(kUserClass)) return checked_await(*this, value);
  return type->slots.await(*this, value);
}

Answer Vm::get_aiter(const Value& value) {
  Type* type = type_of(value);
  if (type->slots.aiter == nullptr) {
    return raise_type_error(
        cat("'async for' requires an object with __aiter__ method, got ", type->name));
  }
  if (type->has(kUserClass)) return checked_aiter(*this, value);
  return type->slots.aiter(*this, value);
}

Answer Vm::get_anext(const Value& value) {
  Type* type = type_of(value);
  if (type == types_.async_generator) return type->slots.anext(*this, value);
  if (type->slots.anext == nullptr) {
    return raise_type_error(
        cat("'async for' requires an iterator with __anext__ method, got ", type->name));
  }
  return checked_anext(*this, value);
}

}  // namespace simul::vm
