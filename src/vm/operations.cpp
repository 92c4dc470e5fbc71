// What the language asks of any value, over slots: its text, hash and truth, whether it equals
// another, and what a container holds. Mirrors Objects/object.c and the containers of
// Objects/abstract.c; the operators are in operators.cpp, iterating and awaiting in iteration.cpp.
#include "base/rare.hpp"
#include "vm/cat.hpp"
#include "vm/collections.hpp"
#include "vm/depth.hpp"
#include "vm/internals.hpp"
#include "vm/iterators.hpp"
#include "vm/protocols.hpp"
#include "vm/slots.hpp"
#include "vm/text.hpp"

namespace simul::vm {
namespace {

// Sooner than the natives between would be refused, who know no better words.
bool too_deep(Vm& vm) {
  constexpr int kBetween = 2;
  return vm.running() != nullptr && too_many_natives(vm, kBetween);
}

}  // namespace

// --- text
// -----------------------------------------------------------------------------------------------------------------

Answer Vm::repr(const Value& value) {
  if (too_deep(*this))
    return raise(exceptions_.RecursionError,
                 "maximum recursion depth exceeded while getting the repr of an object");
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

SIMUL_RARE Native ascii_slowly(Vm& vm, Value value) {
  const Value shown = co_await vm.repr(value);
  if (shown.as<StrObject>()->ascii()) co_return shown;
  co_return vm.str(text::ascii_repr(vm.text(shown)));
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

SIMUL_RARE Native length_truth(Vm& vm, Value value) {
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
  if (too_deep(*this))
    return raise(exceptions_.RecursionError, "maximum recursion depth exceeded in comparison");
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

SIMUL_RARE Native contains_by_iteration(Vm& vm, Value container, Value item) {
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

SIMUL_RARE Native list_of(Vm& vm, Value iterable) {
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

// CPython has other words for a sequence's item, which a number says.
static bool is_sequence_item(const Vm& vm, const Type* type, const Value& key) {
  return type->slots.get_item != nullptr && type != vm.types().type &&
         vm.type_of(key)->slots.index != nullptr;
}

Answer Vm::delete_item(const Value& container, const Value& key) {
  Type* type = type_of(container);
  if (type->slots.set_item != nullptr) return type->slots.set_item(*this, container, key, Value());
  return raise_type_error(cat("'",
                              type->name,
                              "' object ",
                              is_sequence_item(*this, type, key) ? "doesn't" : "does not",
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

}  // namespace simul::vm
