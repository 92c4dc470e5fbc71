// The operators of arithmetic over slots: which side is asked first, what the other one then may
// say, and what becomes of x += y. Mirrors the number protocol of Objects/abstract.c, and
// SLOT1BINFULL of Objects/typeobject.c.
//
// Always holds: a class of the program's own answers by its methods, in a coroutine native; two
// natives answer at once.
#include "base/rare.hpp"
#include "vm/cat.hpp"
#include "vm/int_object.hpp"
#include "vm/internals.hpp"
#include "vm/slots.hpp"

namespace simul::vm {

namespace {

SIMUL_RARE Answer unsupported(Vm& vm, BinaryOp op, const Value& a, const Value& b, bool inplace) {
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
SIMUL_RARE Answer no_operation(Vm& vm, BinaryOp op, const Value& a, const Value& b, bool inplace) {
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
  if (found == nullptr) return Value::not_implemented();
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

SIMUL_RARE Native inplace_slowly(Vm& vm, BinaryOp op, Value a, Value b) {
  Value result = co_await vm.type_of(a)->slots.inplace(vm, op, a, b);
  if (!result.is_not_implemented()) co_return result;
  co_return binary_with(vm, op, a, b, true);
}

// A list has no + or * of a number's kind, so the right side's reflected one comes before its own.
SIMUL_RARE Native inplace_of_sequence(Vm& vm, BinaryOp op, Value a, Value b) {
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

SIMUL_RARE Native power_slowly(Vm& vm, Value base, Value exponent, Value modulus) {
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

}  // namespace simul::vm
