// The type int: what an int is to the machine and to C++, arithmetic with a fast path for machine
// words, comparison. Mirrors Objects/longobject.c; the text of an int is in int_text.cpp, int(...)
// and the methods are in int_methods.cpp.
#include <cmath>

#include "base/libm.hpp"
#include "vm/cat.hpp"
#include "vm/install.hpp"
#include "vm/int_parts.hpp"

namespace simul::vm {

BigInt big_of(const Value& integer) {
  if (integer.is_small()) return BigInt(integer.as_small());
  if (integer.is_bool()) return BigInt(integer.is_true() ? 1 : 0);
  return integer.as<IntObject>()->number;
}

Value make_int(Vm& vm, BigInt number) {
  if (const std::optional<std::int64_t> small = number.to_int64();
      small && Value::fits_small(*small)) {
    return Value::small(static_cast<std::intptr_t>(*small));
  }
  const auto bytes = static_cast<std::int64_t>(number.size_bytes());
  if (bytes > 4096 && vm.heap().would_overflow(bytes)) return vm.raise_memory_error();
  auto* object = vm.heap().make<IntObject>(vm.types().int_);
  object->number = std::move(number);
  vm.heap().discharge(-bytes);
  return Value::adopt(object);
}

[[gnu::always_inline]] static inline bool word_of(const Vm& vm,
                                                  const Value& value,
                                                  std::int64_t& word) {
  if (value.is_small()) {
    word = value.as_small();
    return true;
  }
  if (!value.is_object() || value.object()->type != vm.types().int_) return false;
  const std::int64_t* const found = value.as<IntObject>()->number.word();
  if (found != nullptr) word = *found;
  return found != nullptr;
}

bool word_operation(Vm& vm, BinaryOp op, Value& left, const Value& right, std::uint32_t holders) {
  std::int64_t a = 0, b = 0, result = 0;
  if (!word_of(vm, left, a) || !word_of(vm, right, b)) return false;
  switch (op) {
    case BinaryOp::kAdd:
      if (__builtin_add_overflow(a, b, &result)) return false;
      break;
    case BinaryOp::kSubtract:
      if (__builtin_sub_overflow(a, b, &result)) return false;
      break;
    case BinaryOp::kMultiply:
      if (__builtin_mul_overflow(a, b, &result)) return false;
      break;
    case BinaryOp::kAnd: result = a & b; break;
    case BinaryOp::kOr: result = a | b; break;
    case BinaryOp::kXor: result = a ^ b; break;
    case BinaryOp::kFloorDivide:
      if (a < 0 || b <= 0) return false;
      result = a / b;
      break;
    case BinaryOp::kRemainder:
      if (a < 0 || b <= 0) return false;
      result = a % b;
      break;
    default: return false;
  }
  if (!Value::fits_small(result) && left.is_object()) {
    auto* const object = left.as<IntObject>();
    if (object->refcount == holders && object->bits == 0) {
      *object->number.word() = result;
      return true;
    }
  }
  left = vm.integer(result);
  return true;
}

Value Vm::integer(std::int64_t number) {
  if (Value::fits_small(number)) return Value::small(static_cast<std::intptr_t>(number));
  auto* object = heap_.make<IntObject>(types_.int_);
  *object->number.word() = number;
  return Value::adopt(object);
}

Value Vm::integer_from_decimal(std::string_view digits) {
  const bool hexadecimal = digits.substr(0, 3).find('x') != std::string_view::npos;
  BigInt::Parsed parsed = BigInt::parse(digits, hexadecimal ? 16 : 10, false);
  return make_int(*this, std::move(parsed.value));
}

bool Vm::to_int64(const Value& value, std::int64_t& number) const {
  if (value.is_small()) {
    number = value.as_small();
    return true;
  }
  if (value.is_bool()) {
    number = value.is_true();
    return true;
  }
  if (!value.is_object() || !is_kind_of(value, types_.int_)) return false;
  const std::optional<std::int64_t> fits = value.as<IntObject>()->number.to_int64();
  if (fits) number = *fits;
  return fits.has_value();
}

Answer int_too_large(Vm& vm) {
  return vm.raise(vm.exceptions().MemoryError, "an int may have up to 8388608 bits in Simul");
}

Answer int_from_double(Vm& vm, double value) {
  if (std::isnan(value)) return vm.raise_value_error("cannot convert float NaN to integer");
  if (std::isinf(value)) {
    return vm.raise(vm.exceptions().OverflowError, "cannot convert float infinity to integer");
  }
  if (std::fabs(value) < 9e18) return vm.integer(static_cast<std::int64_t>(value));
  return make_int(vm, BigInt::from_double(value));
}

bool number_to_double(Vm& vm, const Value& value, double& out) {
  if (value.is_small()) {
    out = static_cast<double>(value.as_small());
    return true;
  }
  if (value.is_bool()) {
    out = value.is_true() ? 1 : 0;
    return true;
  }
  if (is_float(vm, value)) {
    out = value.as<FloatObject>()->number;
    return true;
  }
  const std::optional<double> number = value.as<IntObject>()->number.to_double();
  if (!number) {
    vm.raise(vm.exceptions().OverflowError, "int too large to convert to float");
    return false;
  }
  out = *number;
  return true;
}

bool quick_double(Vm& vm, const Value& value, double& out) {
  if (is_int(vm, value) || is_float(vm, value)) return number_to_double(vm, value, out);
  vm.raise_type_error(cat("must be real number, not ", vm.type_name(value)));
  return false;
}

bool clamp_index(Vm& vm, const Value& value, std::int64_t& out) {
  if (vm.to_int64(value, out)) return true;
  if (!is_int(vm, value)) {
    vm.raise_type_error(
        cat("'", vm.type_name(value), "' object cannot be interpreted as an integer"));
    return false;
  }
  out = big_of(value).sign() < 0 ? INT64_MIN : INT64_MAX;
  return true;
}

bool size_argument(Vm& vm, const Value& value, std::int64_t& out) {
  if (vm.to_int64(value, out)) return true;
  if (!is_int(vm, value)) return clamp_index(vm, value, out);
  vm.raise(vm.exceptions().OverflowError, "Python int too large to convert to C ssize_t");
  return false;
}

bool int_argument(Vm& vm, const Value& value, std::int64_t& out) {
  if (!clamp_index(vm, value, out)) return false;
  if (out >= INT32_MIN && out <= INT32_MAX) return true;
  vm.raise(vm.exceptions().OverflowError, "Python int too large to convert to C int");
  return false;
}

// An exact int equal to this one.
Value plain_int(Vm& vm, const Value& value) {
  if (value.is_small()) return value;
  if (value.is_bool()) return Value::small(value.is_true());
  if (vm.is_exactly(value, vm.types().int_)) return value;
  return make_int(vm, value.as<IntObject>()->number);
}

namespace {

Raised zero_division(Vm& vm, std::string_view text) {
  return vm.raise(vm.exceptions().ZeroDivisionError, text);
}

Answer optional_int(Vm& vm, std::optional<BigInt> number) {
  if (!number) return int_too_large(vm);
  return make_int(vm, std::move(*number));
}

Answer float_power_of_ints(Vm& vm, const Value& a, const Value& b) {
  double x = 0;
  double y = 0;
  if (!number_to_double(vm, a, x) || !number_to_double(vm, b, y)) return Raised{};
  if (x == 0) return zero_division(vm, "0.0 cannot be raised to a negative power");
  return vm.real(libm::pow(x, y));
}

// Both fit a machine word: true when the result does, too, or an error was raised.
bool word_op(Vm& vm, BinaryOp op, std::int64_t a, std::int64_t b, Answer& answer) {
  std::int64_t r = 0;
  switch (op) {
    case BinaryOp::kAdd:
      if (__builtin_add_overflow(a, b, &r)) return false;
      break;
    case BinaryOp::kSubtract:
      if (__builtin_sub_overflow(a, b, &r)) return false;
      break;
    case BinaryOp::kMultiply:
      if (__builtin_mul_overflow(a, b, &r)) return false;
      break;
    case BinaryOp::kFloorDivide:
    case BinaryOp::kRemainder:
    case BinaryOp::kDivmod: {
      if (b == 0) {
        answer = zero_division(vm,
                               op == BinaryOp::kRemainder ? "integer modulo by zero"
                                                          : "integer division or modulo by zero");
        return true;
      }
      if (b == -1 && a == INT64_MIN) return false;
      std::int64_t quotient = a / b;
      std::int64_t remainder = a % b;
      if (remainder != 0 && (remainder < 0) != (b < 0)) {
        remainder += b;
        --quotient;
      }
      if (op == BinaryOp::kDivmod) {
        answer = vm.tuple({vm.integer(quotient), vm.integer(remainder)});
        return true;
      }
      r = op == BinaryOp::kFloorDivide ? quotient : remainder;
      break;
    }
    case BinaryOp::kTrueDivide: {
      if (b == 0) {
        answer = zero_division(vm, "division by zero");
        return true;
      }
      constexpr std::int64_t kExact = std::int64_t{1} << 53;
      if (a > kExact || a < -kExact || b > kExact || b < -kExact) return false;
      answer = vm.real(static_cast<double>(a) / static_cast<double>(b));
      return true;
    }
    case BinaryOp::kAnd: r = a & b; break;
    case BinaryOp::kOr: r = a | b; break;
    case BinaryOp::kXor: r = a ^ b; break;
    case BinaryOp::kLshift:
      if (b < 0) {
        answer = vm.raise_value_error("negative shift count");
        return true;
      }
      if (b >= 62 || a > (INT64_MAX >> (b + 1)) || a < (INT64_MIN >> (b + 1))) return false;
      r = a * (std::int64_t{1} << b);
      break;
    case BinaryOp::kRshift:
      if (b < 0) {
        answer = vm.raise_value_error("negative shift count");
        return true;
      }
      r = a >> std::min<std::int64_t>(b, 63);
      break;
    case BinaryOp::kPower: {
      if (b < 0) return false;
      std::int64_t base = a;
      r = 1;
      for (std::int64_t e = b; e > 0;) {
        if ((e & 1) != 0 && __builtin_mul_overflow(r, base, &r)) return false;
        e >>= 1;
        if (e > 0 && __builtin_mul_overflow(base, base, &base)) return false;
      }
      break;
    }
    default: answer = Value::not_implemented(); return true;
  }
  answer = vm.integer(r);
  return true;
}

// What takes long counts as what it is worth, or a loop of a few such steps could not be stopped.
void charge_work(Vm& vm, BinaryOp op, const BigInt& a, const BigInt& b) {
  switch (op) {
    case BinaryOp::kMultiply:
    case BinaryOp::kFloorDivide:
    case BinaryOp::kRemainder:
    case BinaryOp::kDivmod:
    case BinaryOp::kTrueDivide: vm.budget -= BigInt::work(a, b); break;
    case BinaryOp::kPower: {
      const std::optional<std::int64_t> exponent = b.to_int64();
      const double bits = exponent && *exponent > 0
                              ? static_cast<double>(a.bit_length()) * static_cast<double>(*exponent)
                              : 0;
      if (bits < static_cast<double>(BigInt::kMaxBits))
        vm.budget -= static_cast<std::int64_t>(bits / 64 * bits / 64 / 16);
      break;
    }
    default: vm.budget -= static_cast<std::int64_t>((a.bit_length() + b.bit_length()) >> 12); break;
  }
}

Answer big_op(Vm& vm, BinaryOp op, const Value& left, const Value& right) {
  const BigInt a = big_of(left);
  const BigInt b = big_of(right);
  charge_work(vm, op, a, b);
  switch (op) {
    case BinaryOp::kAdd: return make_int(vm, a + b);
    case BinaryOp::kSubtract: return make_int(vm, a - b);
    case BinaryOp::kMultiply: return optional_int(vm, BigInt::multiply(a, b));
    case BinaryOp::kAnd: return make_int(vm, a & b);
    case BinaryOp::kOr: return make_int(vm, a | b);
    case BinaryOp::kXor: return make_int(vm, a ^ b);
    case BinaryOp::kFloorDivide:
    case BinaryOp::kRemainder:
    case BinaryOp::kDivmod: {
      if (b.is_zero()) {
        return zero_division(vm,
                             op == BinaryOp::kRemainder ? "integer modulo by zero"
                                                        : "integer division or modulo by zero");
      }
      BigInt quotient;
      BigInt remainder;
      BigInt::divmod(a, b, &quotient, &remainder);
      if (op == BinaryOp::kFloorDivide) return make_int(vm, std::move(quotient));
      if (op == BinaryOp::kRemainder) return make_int(vm, std::move(remainder));
      return vm.tuple({make_int(vm, std::move(quotient)), make_int(vm, std::move(remainder))});
    }
    case BinaryOp::kTrueDivide: {
      if (b.is_zero()) return zero_division(vm, "division by zero");
      const std::optional<double> result = BigInt::true_divide(a, b);
      if (!result) {
        return vm.raise(vm.exceptions().OverflowError,
                        "integer division result too large for a float");
      }
      return vm.real(*result);
    }
    case BinaryOp::kLshift:
      if (b.sign() < 0) return vm.raise_value_error("negative shift count");
      if (!a.is_zero()) {
        // CPython counts digits of 30 bits in four bytes each, and the bytes in a word.
        constexpr std::int64_t kMostDigits = (INT64_MAX - 24) / 4;
        BigInt digits;
        BigInt::divmod(b, BigInt(30), &digits, nullptr);
        if (const auto count = digits.to_int64(); !count || *count >= kMostDigits)
          return vm.raise(vm.exceptions().OverflowError, "too many digits in integer");
      }
      return optional_int(vm, BigInt::shift_left(a, b));
    case BinaryOp::kRshift:
      if (b.sign() < 0) return vm.raise_value_error("negative shift count");
      return make_int(vm, BigInt::shift_right(a, b));
    case BinaryOp::kPower:
      if (b.sign() < 0) return float_power_of_ints(vm, left, right);
      return optional_int(vm, BigInt::power(a, b));
    default: return Value::not_implemented();
  }
}

}  // namespace

Answer int_binary(Vm& vm, BinaryOp op, const Value& a, const Value& b) {
  if (!is_int(vm, a) || !is_int(vm, b)) return Value::not_implemented();
  std::int64_t x = 0;
  std::int64_t y = 0;
  Answer answer = Value::none();
  if (vm.to_int64(a, x) && vm.to_int64(b, y) && word_op(vm, op, x, y, answer)) return answer;
  return big_op(vm, op, a, b);
}

Answer int_unary(Vm& vm, UnaryOp op, const Value& a) {
  std::int64_t n = 0;
  if (vm.to_int64(a, n) && n != INT64_MIN) {
    switch (op) {
      case UnaryOp::kNegative: return vm.integer(-n);
      case UnaryOp::kPositive: return vm.integer(n);
      case UnaryOp::kInvert: return vm.integer(~n);
      case UnaryOp::kAbsolute: return vm.integer(n < 0 ? -n : n);
    }
  }
  const BigInt big = big_of(a);
  switch (op) {
    case UnaryOp::kNegative: return make_int(vm, -big);
    case UnaryOp::kPositive: return make_int(vm, big);
    case UnaryOp::kInvert: return make_int(vm, ~big);
    case UnaryOp::kAbsolute: return make_int(vm, big.sign() < 0 ? -big : big);
  }
  return Value::not_implemented();
}

namespace {

template <typename T>
bool holds(const T& a, const T& b, CompareOp op) {
  switch (op) {
    case CompareOp::kLt: return a < b;
    case CompareOp::kLe: return a <= b;
    case CompareOp::kEq: return a == b;
    case CompareOp::kNe: return a != b;
    case CompareOp::kGt: return a > b;
    case CompareOp::kGe: return a >= b;
  }
  return false;
}

Answer int_compare(Vm& vm, const Value& a, const Value& b, CompareOp op) {
  if (!is_int(vm, a) || !is_int(vm, b)) return Value::not_implemented();
  std::int64_t x = 0;
  std::int64_t y = 0;
  if (vm.to_int64(a, x) && vm.to_int64(b, y)) return Value::boolean(holds(x, y, op));
  return Value::boolean(holds(big_of(a), big_of(b), op));
}

Answer int_hash(Vm& vm, const Value& self) {
  return vm.integer(big_of(self).hash());
}

Answer int_truth(Vm&, const Value& self) {
  if (self.is_small()) return Value::boolean(self.as_small() != 0);
  if (self.is_bool()) return self;
  return Value::boolean(!self.as<IntObject>()->number.is_zero());
}

Answer int_identity(Vm& vm, const Value& self) {
  return plain_int(vm, self);
}

Answer int_to_float(Vm& vm, const Value& self) {
  double number = 0;
  if (!number_to_double(vm, self, number)) return Raised{};
  return vm.real(number);
}

Answer int_real(Vm& vm, const Value& self) {
  return plain_int(vm, self);
}
Answer int_zero(Vm&, const Value&) {
  return Value::small(0);
}
Answer int_one(Vm&, const Value&) {
  return Value::small(1);
}

}  // namespace

Answer int_power_mod(Vm& vm, const Value& base, const Value& exponent, const Value& modulus) {
  if (!is_int(vm, base) || !is_int(vm, exponent) || !is_int(vm, modulus)) {
    return vm.raise_type_error("pow() 3rd argument not allowed unless all arguments are integers");
  }
  const BigInt m = big_of(modulus);
  if (m.is_zero()) return vm.raise_value_error("pow() 3rd argument cannot be 0");
  // The work is bits(exponent) multiplications of the modulus's size; a native cannot be
  // interrupted.
  const BigInt e = big_of(exponent);
  if (e.bit_length() * m.bit_length() > BigInt::kMaxBits * 4) return int_too_large(vm);
  std::optional<BigInt> result = BigInt::power_mod(big_of(base), e, m);
  if (!result) return vm.raise_value_error("base is not invertible for the given modulus");
  return make_int(vm, std::move(*result));
}

void install_float(Vm& vm);
void install_complex(Vm& vm);

// What make_int counted of the digits goes with them.
static void int_destroy(Object* self) {
  auto* const object = static_cast<IntObject*>(self);
  self->type->vm->heap().discharge(static_cast<std::int64_t>(object->number.size_bytes()));
  object->~IntObject();
}

void install_numbers(Vm& vm) {
  Slots int_slots = {.destroy = int_destroy,
                     .repr = int_repr,
                     .format = int_format,
                     .hash = int_hash,
                     .truth = int_truth,
                     .compare = int_compare,
                     .binary = int_binary,
                     .binary_mask = kIntOps,
                     .unary = int_unary,
                     .index = int_identity,
                     .to_int = int_identity,
                     .to_float = int_to_float,
                     .create = int_create};
  vm.define(vm.types().int_,
            {.name = "int",
             .instance_size = sizeof(IntObject),
             .flags = kSubclassable,
             .slots = int_slots,
             .methods = int_methods(),
             .getters = {{"real", int_real},
                         {"imag", int_zero},
                         {"numerator", int_real},
                         {"denominator", int_one}}});
  install_bool(vm);
  install_float(vm);
  install_complex(vm);
}

}  // namespace simul::vm
