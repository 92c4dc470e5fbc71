// The type float: arithmetic with CPython's errors, conversions, methods. Mirrors
// Objects/floatobject.c.
#include <cmath>

#include "base/float_text.hpp"
#include "base/libm.hpp"
#include "base/rare.hpp"
#include "vm/bytes_like.hpp"
#include "vm/cat.hpp"
#include "vm/float_format.hpp"
#include "vm/format_spec.hpp"
#include "vm/int_object.hpp"
#include "vm/internals.hpp"
#include "vm/text.hpp"

namespace simul::vm {

Value Vm::real(double number) {
  auto* object = heap_.make<FloatObject>(types_.float_);
  object->number = number;
  return Value::adopt(object);
}

namespace {

double number_of(const Value& value) {
  return value.as<FloatObject>()->number;
}

Answer float_overflow(Vm& vm) {
  return vm.raise_exception(vm.make_exception_with(
      vm.exceptions().OverflowError, {Value::small(34), vm.str("Numerical result out of range")}));
}

Answer float_power(Vm& vm, double a, double b) {
  if (b == 0 || a == 1) return vm.real(1.0);
  if (a == 0 && b < 0 && std::isfinite(b)) {
    return vm.raise(vm.exceptions().ZeroDivisionError, "0.0 cannot be raised to a negative power");
  }
  if (a < 0 && std::isfinite(a) && std::isfinite(b) && b != std::floor(b)) {
    return complex_power(vm, {a, 0}, {b, 0});
  }
  const double result = libm::pow(a, b);
  if (std::isinf(result) && std::isfinite(a) && std::isfinite(b)) return float_overflow(vm);
  return vm.real(result);
}

Answer float_binary(Vm& vm, BinaryOp op, const Value& left, const Value& right) {
  const auto usable = [&](const Value& v) { return is_float(vm, v) || is_int(vm, v); };
  if (!usable(left) || !usable(right)) return Value::not_implemented();
  double a = 0;
  double b = 0;
  if (!number_to_double(vm, left, a) || !number_to_double(vm, right, b)) return Raised{};
  const auto zero = [&](std::string_view text) {
    return vm.raise(vm.exceptions().ZeroDivisionError, text);
  };
  switch (op) {
    case BinaryOp::kAdd: return vm.real(a + b);
    case BinaryOp::kSubtract: return vm.real(a - b);
    case BinaryOp::kMultiply: return vm.real(a * b);
    case BinaryOp::kTrueDivide:
      if (b == 0) return zero("float division by zero");
      return vm.real(a / b);
    case BinaryOp::kFloorDivide:
      if (b == 0) return zero("float floor division by zero");
      return vm.real(float_floor_divide(a, b));
    case BinaryOp::kRemainder:
      if (b == 0) return zero("float modulo by zero");
      return vm.real(float_mod(a, b));
    case BinaryOp::kDivmod:
      if (b == 0) return zero("float divmod()");
      return vm.tuple({vm.real(float_floor_divide(a, b)), vm.real(float_mod(a, b))});
    case BinaryOp::kPower: return float_power(vm, a, b);
    default: return Value::not_implemented();
  }
}

Answer float_unary(Vm& vm, UnaryOp op, const Value& a) {
  switch (op) {
    case UnaryOp::kNegative: return vm.real(-number_of(a));
    case UnaryOp::kPositive: return vm.real(number_of(a));
    case UnaryOp::kAbsolute: return vm.real(std::fabs(number_of(a)));
    case UnaryOp::kInvert: break;
  }
  return Value::not_implemented();
}

// An int compared with a float, exactly: -1, 0, 1; 2 when the float is nan.
int compare_with_int(double a, const BigInt& b) {
  if (std::isnan(a)) return 2;
  if (std::isinf(a)) return a > 0 ? 1 : -1;
  const BigInt whole = BigInt::from_double(a);
  if (whole < b) return -1;
  if (whole > b) return 1;
  const double fraction = a - std::trunc(a);
  return fraction > 0 ? 1 : (fraction < 0 ? -1 : 0);
}

bool answer_of(int order, CompareOp op) {
  if (order == 2) return op == CompareOp::kNe;
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

int order_of(double a, double b) {
  if (std::isnan(a) || std::isnan(b)) return 2;
  return a < b ? -1 : (a > b ? 1 : 0);
}

Answer float_compare(Vm& vm, const Value& a, const Value& b, CompareOp op) {
  const double x = number_of(a);
  if (is_float(vm, b)) return Value::boolean(answer_of(order_of(x, number_of(b)), op));
  if (!is_int(vm, b)) return Value::not_implemented();
  std::int64_t n = 0;
  if (vm.to_int64(b, n) && n < (std::int64_t{1} << 53) && n > -(std::int64_t{1} << 53)) {
    return Value::boolean(answer_of(order_of(x, static_cast<double>(n)), op));
  }
  return Value::boolean(answer_of(compare_with_int(x, big_of(b)), op));
}

Answer float_hash(Vm& vm, const Value& self) {
  const double number = number_of(self);
  if (std::isnan(number)) {
    return vm.integer(static_cast<std::int64_t>(Heap::steady_address(self.object()) >> 4));
  }
  return vm.integer(hash_double(number));
}

Answer float_repr_slot(Vm& vm, const Value& self) {
  return vm.str(float_repr(number_of(self)));
}
Answer float_truth(Vm&, const Value& self) {
  return Value::boolean(number_of(self) != 0);
}
Answer float_to_int(Vm& vm, const Value& self) {
  return int_from_double(vm, number_of(self));
}
Answer float_to_float(Vm& vm, const Value& self) {
  return vm.is_exactly(self, vm.types().float_) ? self : vm.real(number_of(self));
}

Answer make_of_class(Vm& vm, Type* cls, double number) {
  if (cls == vm.types().float_) return vm.real(number);
  auto* object = vm.instantiate<FloatObject>(cls);
  object->number = number;
  return Value::adopt(object);
}

SIMUL_RARE Native float_from_object(Vm& vm, Value cls, Value value) {
  Type* type = vm.type_of(value);
  if (type->slots.to_float == nullptr) {
    Value integer = co_await type->slots.index(vm, value);
    double number = 0;
    if (!number_to_double(vm, integer, number)) co_return Raised{};
    co_return make_of_class(vm, cls.as<Type>(), number);
  }
  Value number = co_await type->slots.to_float(vm, value);
  if (!is_float(vm, number)) {
    co_return vm.raise_type_error(
        cat(type->name, ".__float__ returned non-float (type ", vm.type_name(number), ")"));
  }
  co_return make_of_class(vm, cls.as<Type>(), number_of(number));
}

Answer float_create(Vm& vm, Type* cls, const CallArgs& args) {
  if (args.keywords() > 0 && cls->slots.init == vm.types().float_->slots.init)
    return vm.raise_type_error("float() takes no keyword arguments");
  if (args.size() > 1) {
    return vm.raise_type_error(cat("float expected at most 1 argument, got ", args.size()));
  }
  if (args.size() == 0) return make_of_class(vm, cls, 0.0);
  const Value& value = args[0];
  if (vm.is_exactly(value, vm.types().float_) && cls == vm.types().float_) return value;
  Type* type = vm.type_of(value);
  const bool from_bytes = is_bytes_like(vm, value);
  const bool converts = type->slots.to_float != nullptr || type->slots.index != nullptr;
  if (type->has(kUserClass) && converts && (vm.is_str(value) || from_bytes))
    return float_from_object(vm, Value::share(cls), value);
  if (vm.is_str(value) || from_bytes) {
    const std::string text =
        from_bytes ? bytes_copy(vm, value) : text::to_ascii_number(vm.text(value));
    const std::optional<double> number = parse_float(text);
    if (!number) {
      std::string shown = from_bytes ? text::bytes_repr(text) : text::repr(vm.text(value));
      if (is_bytearray(vm, value)) {
        // Whose repr escapes ' also between ".
        if (shown[1] == '"') shown = text::replace(shown, "'", "\\'", -1);
        shown = cat("bytearray(", shown, ")");
      }
      return vm.raise_value_error(cat("could not convert string to float: ", shown));
    }
    return make_of_class(vm, cls, *number);
  }
  if (value.is_small() || value.is_bool()) {
    double number = 0;
    number_to_double(vm, value, number);
    return make_of_class(vm, cls, number);
  }
  if (!converts) {
    return vm.raise_type_error(
        cat("float() argument must be a string or a real number, not '", type->name, "'"));
  }
  return float_from_object(vm, Value::share(cls), value);
}

Answer float_is_integer(Vm&, const CallArgs& args) {
  const double number = number_of(args[0]);
  return Value::boolean(std::isfinite(number) && number == std::floor(number));
}

Answer float_round(Vm& vm, const CallArgs& args) {
  const double number = number_of(args[0]);
  if (args.size() == 1 || args[1].is_none()) {
    if (!std::isfinite(number)) return int_from_double(vm, number);
    return int_from_double(vm, round_half_even(number));
  }
  std::int64_t digits = 0;
  if (!clamp_index(vm, args[1], digits)) return Raised{};
  const std::optional<double> rounded = round_to_digits(number, digits);
  if (!rounded) {
    return vm.raise(vm.exceptions().OverflowError, "rounded value too large to represent");
  }
  return vm.real(*rounded);
}

Answer float_trunc(Vm& vm, const CallArgs& args) {
  return int_from_double(vm, number_of(args[0]));
}
Answer float_floor(Vm& vm, const CallArgs& args) {
  return int_from_double(vm, std::floor(number_of(args[0])));
}
Answer float_ceil(Vm& vm, const CallArgs& args) {
  return int_from_double(vm, std::ceil(number_of(args[0])));
}
Answer float_self(Vm& vm, const CallArgs& args) {
  return float_to_float(vm, args[0]);
}

Answer float_ratio(Vm& vm, const CallArgs& args) {
  const double number = number_of(args[0]);
  if (std::isnan(number)) return vm.raise_value_error("cannot convert NaN to integer ratio");
  if (std::isinf(number)) {
    return vm.raise(vm.exceptions().OverflowError, "cannot convert Infinity to integer ratio");
  }
  int exponent = 0;
  double fraction = std::frexp(number, &exponent);
  while (fraction != std::floor(fraction)) {
    fraction *= 2;
    --exponent;
  }
  BigInt top = BigInt::from_double(fraction);
  BigInt bottom(1);
  if (exponent > 0) top = *BigInt::shift_left(top, BigInt(exponent));
  if (exponent < 0) bottom = *BigInt::shift_left(bottom, BigInt(-exponent));
  return vm.tuple({make_int(vm, std::move(top)), make_int(vm, std::move(bottom))});
}

Answer float_hex_method(Vm& vm, const CallArgs& args) {
  return vm.str(float_hex(number_of(args[0])));
}

SIMUL_RARE Answer float_from_hex(Vm& vm, const CallArgs& args) {
  if (!vm.is_str(args[1])) {
    return vm.raise_type_error("bad argument type for built-in operation");
  }
  double number = 0;
  switch (parse_hex_float(vm.text(args[1]), &number)) {
    case HexStatus::kInvalid:
      return vm.raise_value_error("invalid hexadecimal floating-point string");
    case HexStatus::kTooLarge:
      return vm.raise(vm.exceptions().OverflowError,
                      "hexadecimal value too large to represent as a float");
    case HexStatus::kOk: break;
  }
  const Value made = vm.real(number);
  if (args[0].object() == vm.types().float_) return made;
  return vm.call(args[0], CallArgs(&made, 1));
}

Answer float_real(Vm& vm, const Value& self) {
  return float_to_float(vm, self);
}
Answer float_imag(Vm& vm, const Value&) {
  return vm.real(0.0);
}

}  // namespace

Answer float_format(Vm& vm, const Value& self, const Value& spec_text) {
  const std::string_view text = vm.text(spec_text);
  if (text.empty()) return vm.str_of(self);
  FormatSpec spec;
  std::string out;
  FormatError error = parse_format_spec(text, '>', vm.type_name(self), spec);
  if (!error) error = format_float(spec, number_of(self), vm.type_name(self), out);
  if (error) return raise_format(vm, error);
  return vm.str(out);
}

void install_float(Vm& vm);
SIMUL_RARE void install_float(Vm& vm) {
  Slots slots = {.destroy = destroy_as<FloatObject>,
                 .repr = float_repr_slot,
                 .format = float_format,
                 .hash = float_hash,
                 .truth = float_truth,
                 .compare = float_compare,
                 .binary = float_binary,
                 .unary = float_unary,
                 .to_int = float_to_int,
                 .to_float = float_to_float,
                 .create = float_create};
  slots.binary_mask = op_bit(BinaryOp::kAdd) | op_bit(BinaryOp::kSubtract) |
                      op_bit(BinaryOp::kMultiply) | op_bit(BinaryOp::kFloorDivide) |
                      op_bit(BinaryOp::kRemainder) | op_bit(BinaryOp::kDivmod) |
                      op_bit(BinaryOp::kTrueDivide) | op_bit(BinaryOp::kPower);
  slots.unary_mask = 1u << static_cast<unsigned>(UnaryOp::kNegative) |
                     1u << static_cast<unsigned>(UnaryOp::kPositive) |
                     1u << static_cast<unsigned>(UnaryOp::kAbsolute);
  vm.define(vm.types().float_,
            {.name = "float",
             .instance_size = sizeof(FloatObject),
             .flags = kSubclassable,
             .slots = slots,
             .methods = {{"is_integer", float_is_integer, 0, 0},
                         {"conjugate", float_self, 0, 0},
                         {"as_integer_ratio", float_ratio, 0, 0},
                         {"hex", float_hex_method, 0, 0},
                         {"fromhex", float_from_hex, 1, 1, kClassMethod},
                         {"__round__", float_round, 0, 1},
                         {"__trunc__", float_trunc, 0, 0},
                         {"__floor__", float_floor, 0, 0},
                         {"__ceil__", float_ceil, 0, 0}},
             .getters = {{"real", float_real}, {"imag", float_imag}}});
}

}  // namespace simul::vm
