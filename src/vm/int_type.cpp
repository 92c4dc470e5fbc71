// The types int and bool: arithmetic with a fast path for machine words, conversions, methods.
// Mirrors Objects/longobject.c and boolobject.c.
#include <cmath>

#include "base/libm.hpp"
#include "vm/bytes_like.hpp"
#include "vm/cat.hpp"
#include "vm/float_format.hpp"
#include "vm/format_spec.hpp"
#include "vm/install.hpp"
#include "vm/int_object.hpp"
#include "vm/str_object.hpp"
#include "vm/text.hpp"

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

Value Vm::integer(std::int64_t number) {
  if (Value::fits_small(number)) return Value::small(static_cast<std::intptr_t>(number));
  return make_int(*this, BigInt(number));
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

namespace {

Raised zero_division(Vm& vm, std::string_view text) {
  return vm.raise(vm.exceptions().ZeroDivisionError, text);
}

// An exact int equal to this one.
Value plain_int(Vm& vm, const Value& value) {
  if (value.is_small()) return value;
  if (value.is_bool()) return Value::small(value.is_true());
  if (vm.is_exactly(value, vm.types().int_)) return value;
  return make_int(vm, value.as<IntObject>()->number);
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

Raised too_many_digits(Vm& vm) {
  return vm.raise_value_error(
      "Exceeds the limit (4300 digits) for integer string conversion; "
      "use sys.set_int_max_str_digits() to increase the limit");
}

// The digits of a number and its sign, behind `buffer`'s last places.
constexpr std::size_t kWordDigits = 24;
std::string_view word_text(std::intptr_t number, char (&buffer)[kWordDigits]) {
  char* to = buffer + kWordDigits;
  auto rest =
      number < 0 ? ~static_cast<std::uintptr_t>(number) + 1 : static_cast<std::uintptr_t>(number);
  do *--to = static_cast<char>('0' + rest % 10);
  while ((rest /= 10) != 0);
  if (number < 0) *--to = '-';
  return {to, static_cast<std::size_t>(buffer + kWordDigits - to)};
}

// What most programs ask of a number: an alignment maybe, zeros maybe, a width of up to three
// digits, and d or nothing. Empty: the specification says more than that.
Value format_word(Vm& vm, std::intptr_t number, std::string_view spec) {
  std::size_t at = 0;
  char align = '>';
  char fill = ' ';
  const auto is_align = [](char c) { return c == '<' || c == '>' || c == '^'; };
  if (spec.size() > 1 && is_align(spec[1])) {
    fill = spec[0];
    align = spec[1];
    at = 2;
    if (static_cast<unsigned char>(fill) >= 0x80) return {};
  } else if (is_align(spec[0])) {
    align = spec[0];
    at = 1;
  } else if (spec[0] == '0') {
    fill = '0';
    align = '=';
    at = 1;
  }
  std::size_t width = 0;
  const std::size_t last = std::min(spec.size(), at + 3);
  if (at < last && spec[at] == '0') return {};
  for (; at < last && spec[at] >= '0' && spec[at] <= '9'; ++at)
    width = width * 10 + static_cast<std::size_t>(spec[at] - '0');
  if (at < spec.size() && spec[at] == 'd') ++at;
  if (at != spec.size()) return {};
  char buffer[kWordDigits];
  const std::string_view text = word_text(number, buffer);
  if (width <= text.size()) return ascii_str(vm, text);
  const std::size_t padding = width - text.size();
  std::size_t left = align == '<' ? 0 : padding;
  if (align == '^') left = padding / 2;
  StrObject* made = vm.make_str(width, width);
  char* to = made->data();
  std::memset(to, fill, width);
  if (align == '=' && number < 0) {
    to[0] = '-';
    std::memcpy(to + padding + 1, text.data() + 1, text.size() - 1);
  } else {
    std::memcpy(to + left, text.data(), text.size());
  }
  return Value::adopt(made);
}

Answer int_format(Vm& vm, const Value& self, const Value& spec_text) {
  const std::string_view text = vm.text(spec_text);
  if (text.empty()) return vm.str_of(self);
  if (self.is_small()) {
    Value quick = format_word(vm, self.as_small(), text);
    if (quick) return quick;
  }
  FormatSpec spec;
  if (FormatError error = parse_format_spec(text, '>', vm.type_name(self), spec))
    return raise_format(vm, error);
  if (is_float_type(spec.type)) {
    double number = 0;
    if (!number_to_double(vm, self, number)) return Raised{};
    std::string out;
    if (FormatError error = format_float(spec, number, "int", out)) return raise_format(vm, error);
    return vm.str(out);
  }
  if (FormatError error = check_int_spec(spec, vm.type_name(self))) return raise_format(vm, error);
  if (spec.type == 'c') {
    std::int64_t code = 0;
    if (!vm.to_int64(self, code))
      return vm.raise(vm.exceptions().OverflowError, "Python int too large to convert to C long");
    if (code < 0 || code > 0x10ffff) {
      return vm.raise(vm.exceptions().OverflowError, "%c arg not in range(0x110000)");
    }
    std::string letter;
    text::append_code_point(letter, static_cast<std::uint32_t>(code));
    FormatSpec as_text;
    as_text.fill = spec.fill;
    as_text.align = spec.align == '=' ? '>' : spec.align;
    as_text.width = spec.width;
    std::string out;
    if (FormatError error = format_text(as_text, letter, "str", out))
      return raise_format(vm, error);
    return vm.str(out);
  }
  const BigInt number = big_of(self);
  const bool negative = number.sign() < 0;
  std::optional<std::string> digits = (negative ? -number : number).to_string(format_base(spec));
  if (!digits) return too_many_digits(vm);
  return vm.str(format_int(spec, negative, std::move(*digits)));
}

// --- int(...)
// --------------------------------------------------------------------------------------------------------

Answer make_of_class(Vm& vm, Type* cls, const Value& number) {
  if (cls == vm.types().int_) return plain_int(vm, number);
  auto* object = vm.instantiate<IntObject>(cls);
  object->number = big_of(number);
  return Value::adopt(object);
}

// `shown`: the value's repr, for the complaint.
Answer parse_int(
    Vm& vm, Type* cls, std::string_view text, bool from_bytes, int base, std::string shown) {
  const std::string ascii = from_bytes ? std::string(text) : text::to_ascii_number(text);
  BigInt::Parsed parsed = BigInt::parse(ascii, base);
  switch (parsed.status) {
    case BigInt::Parsed::Status::kOk: {
      Value number = make_int(vm, std::move(parsed.value));
      if (!number) return Raised{};
      return make_of_class(vm, cls, number);
    }
    case BigInt::Parsed::Status::kTooManyDigits:
      return vm.raise_value_error(
          cat("Exceeds the limit (4300 digits) for integer string conversion: value has ",
              parsed.digits,
              " digits; use sys.set_int_max_str_digits() to increase the limit"));
    case BigInt::Parsed::Status::kInvalid: break;
  }
  shown = shown.substr(0, text::offset_of(shown, 200));
  return vm.raise_value_error(cat("invalid literal for int() with base ", base, ": ", shown));
}

Native int_from_object(Vm& vm, Value cls, Value value) {
  Type* type = vm.type_of(value);
  const bool by_int = type->slots.to_int != nullptr;
  Value number;
  if (by_int) {
    number = co_await type->slots.to_int(vm, value);
  } else {
    number = co_await type->slots.index(vm, value);
  }
  if (!is_int(vm, number)) {
    co_return vm.raise_type_error(cat(
        by_int ? "__int__" : "__index__", " returned non-int (type ", vm.type_name(number), ")"));
  }
  co_return make_of_class(vm, cls.as<Type>(), number);
}

// Digits alone, with a sign maybe, and not too many of them; false: something else.
bool read_word(std::string_view text, std::int64_t& number) {
  const bool negative = !text.empty() && text[0] == '-';
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  if (text.empty() || text.size() > 18) return false;
  number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
    number = number * 10 + (c - '0');
  }
  if (negative) number = -number;
  return true;
}

// What has neither, but __trunc__: CPython asks it, and warns.
Native int_from_trunc(Vm& vm, Value cls, Value value) {
  Value found = co_await vm.call_method(value, "__trunc__");
  const Value module = co_await vm.import_module(vm.name("warnings"));
  const Value warn = co_await vm.get_attr(module, vm.name("warn"));
  const Value words = vm.str("The delegation of int() to __trunc__ is deprecated.");
  const Value warned[] = {words, vm.type_value(vm.exceptions().DeprecationWarning)};
  co_await vm.call(warn, CallArgs(warned, 2));
  if (!is_int(vm, found) && vm.type_of(found)->slots.index == nullptr) {
    co_return vm.raise_type_error(
        cat("__trunc__ returned non-Integral (type ", vm.type_name(found), ")"));
  }
  Value number = co_await vm.index(found);
  co_return make_of_class(vm, cls.as<Type>(), number);
}

Answer int_create(Vm& vm, Type* cls, const CallArgs& args) {
  if (cls == vm.types().int_ && args.total() == 1 && args.size() == 1) {
    if (args[0].is_small()) return args[0];
    std::int64_t number = 0;
    if (vm.is_exactly(args[0], vm.types().str) && read_word(vm.text(args[0]), number))
      return vm.integer(number);
    if (vm.is_exactly(args[0], vm.types().float_)) {
      --vm.budget;
      return int_from_double(vm, args[0].as<FloatObject>()->number);
    }
  }
  static constexpr Parameters kParameters{"int", {"x", "base"}, 2, 0, 1};
  if (args.total() > 2)
    return vm.raise_type_error(cat("int expected at most 2 arguments, got ", args.total()));
  Value slots[2];
  if (!vm.parse(args, kParameters, slots)) return Raised{};
  if (!slots[0]) {
    if (slots[1]) return vm.raise_type_error("int() missing string argument");
    return make_of_class(vm, cls, Value::small(0));
  }
  const Value& value = slots[0];
  const bool from_bytes = is_bytes_like(vm, value);
  const std::string copied = from_bytes ? bytes_copy(vm, value) : std::string();
  const std::string_view text = vm.is_str(value) ? vm.text(value) : std::string_view(copied);
  const auto shown = [&] { return from_bytes ? text::bytes_repr(text) : text::repr(text); };
  if (slots[1]) {
    std::int64_t base = 0;
    if (!clamp_index(vm, slots[1], base)) return Raised{};
    if (base != 0 && (base < 2 || base > 36)) {
      return vm.raise_value_error("int() base must be >= 2 and <= 36, or 0");
    }
    if (!vm.is_str(value) && (!from_bytes || vm.is_kind_of(value, vm.types().memoryview))) {
      return vm.raise_type_error("int() can't convert non-string with explicit base");
    }
    return parse_int(vm, cls, text, from_bytes, static_cast<int>(base), shown());
  }
  if (value.is_small() || value.is_bool() || vm.is_exactly(value, vm.types().int_)) {
    return make_of_class(vm, cls, value);
  }
  if (vm.is_str(value) || from_bytes) return parse_int(vm, cls, text, from_bytes, 10, shown());
  Type* type = vm.type_of(value);
  if (type->slots.to_int == nullptr && type->slots.index == nullptr) {
    if (vm.lookup(type, vm.name("__trunc__")) != nullptr)
      return int_from_trunc(vm, Value::share(cls), value);
    return vm.raise_type_error(
        cat("int() argument must be a string, a bytes-like object or a real number, not '",
            type->name,
            "'"));
  }
  return int_from_object(vm, Value::share(cls), value);
}

// --- methods
// ---------------------------------------------------------------------------------------------------------

Answer int_bit_length(Vm& vm, const CallArgs& args) {
  return vm.integer(static_cast<std::int64_t>(big_of(args[0]).bit_length()));
}
Answer int_bit_count(Vm& vm, const CallArgs& args) {
  return vm.integer(static_cast<std::int64_t>(big_of(args[0]).bit_count()));
}
Answer int_self(Vm& vm, const CallArgs& args) {
  return plain_int(vm, args[0]);
}
Answer int_ratio(Vm& vm, const CallArgs& args) {
  return vm.tuple({plain_int(vm, args[0]), Value::small(1)});
}
Answer int_is_integer(Vm&, const CallArgs&) {
  return Value::boolean(true);
}

Answer int_round(Vm& vm, const CallArgs& args) {
  if (args.size() == 1) return plain_int(vm, args[0]);
  if (!is_int(vm, args[1])) {
    return vm.raise_type_error(
        cat("'", vm.type_name(args[1]), "' object cannot be interpreted as an integer"));
  }
  const BigInt digits = big_of(args[1]);
  if (digits.sign() >= 0) return plain_int(vm, args[0]);
  const BigInt number = big_of(args[0]);
  const std::optional<std::int64_t> count = digits.to_int64();
  if (!count || static_cast<std::uint64_t>(-*count) > number.bit_length()) return Value::small(0);
  const std::optional<BigInt> unit = BigInt::power(BigInt(10), BigInt(-*count));
  if (!unit) return Value::small(0);
  BigInt quotient;
  BigInt remainder;
  BigInt::divmod(number, *unit, &quotient, &remainder);
  const BigInt twice = remainder + remainder;
  if (twice > *unit || (twice == *unit && quotient.is_odd()))
    return make_int(vm, number - remainder + *unit);
  return make_int(vm, number - remainder);
}

bool byte_order(Vm& vm, const Value& order, bool& little) {
  little = false;
  if (!order) return true;
  if (!vm.is_str(order)) {
    vm.raise_type_error(cat("byteorder must be str, not ", vm.type_name(order)));
    return false;
  }
  little = vm.text(order) == "little";
  if (little || vm.text(order) == "big") return true;
  vm.raise_value_error("byteorder must be either 'little' or 'big'");
  return false;
}

Answer int_to_bytes(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{"to_bytes", {"length", "byteorder", "signed"}, 2};
  Value slots[3];
  if (!vm.parse(args.tail(), kParameters, slots)) return Raised{};
  std::int64_t length = 1;
  bool little = false;
  if (slots[0] && !size_argument(vm, slots[0], length)) return Raised{};
  if (!byte_order(vm, slots[1], little)) return Raised{};
  const bool is_signed =
      slots[2] && !slots[2].is_false() && !(slots[2].is_small() && slots[2].as_small() == 0);
  if (length < 0) return vm.raise_value_error("length argument must be non-negative");
  if (vm.heap().would_overflow(length)) return vm.raise_memory_error();
  BigInt number = big_of(args[0]);
  const auto bits = static_cast<std::uint64_t>(length) * 8;
  if (number.sign() < 0 && !is_signed) {
    return vm.raise(vm.exceptions().OverflowError, "can't convert negative int to unsigned");
  }
  const BigInt shape = number.sign() < 0 ? ~number : number;
  if (shape.bit_length() + (is_signed ? 1 : 0) > bits && !(bits == 0 && number.is_zero())) {
    return vm.raise(vm.exceptions().OverflowError, "int too big to convert");
  }
  std::string bytes = shape.magnitude_bytes();
  bytes.resize(static_cast<std::size_t>(length), '\0');
  if (number.sign() < 0) {
    for (char& c : bytes) c = static_cast<char>(~c);
  }
  if (!little) std::reverse(bytes.begin(), bytes.end());
  return vm.bytes(bytes);
}

Native int_from_bytes_native(Vm& vm, OwnedArgs args) {
  static constexpr Parameters kParameters{"from_bytes", {"bytes", "byteorder", "signed"}, 2, 1};
  Value slots[3];
  if (!vm.parse(args.view().tail(), kParameters, slots)) co_return Raised{};
  bool little = false;
  if (!byte_order(vm, slots[1], little)) co_return Raised{};
  std::string bytes;
  if (slots[0].is_object() && vm.is_kind_of(slots[0], vm.types().bytes)) {
    bytes = std::string(slots[0].as<BytesObject>()->text());
  } else if (is_int(vm, slots[0]) || vm.is_str(slots[0])) {
    co_return vm.raise_type_error(
        cat("cannot convert '", vm.type_name(slots[0]), "' object to bytes"));
  } else {
    Value converted = co_await vm.call(vm.type_value(vm.types().bytes), CallArgs(&slots[0], 1));
    bytes = std::string(converted.as<BytesObject>()->text());
  }
  const bool is_signed = slots[2] && (co_await vm.truth(slots[2])).is_true();
  if (!little) std::reverse(bytes.begin(), bytes.end());
  const bool negative = is_signed && !bytes.empty() && (bytes.back() & '\x80') != 0;
  if (negative) {
    for (char& c : bytes) c = static_cast<char>(~c);
  }
  std::vector<std::uint32_t> words((bytes.size() + 3) / 4, 0);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    words[i / 4] |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i]))
                    << (8 * (i % 4));
  }
  BigInt number = BigInt::from_words(words.data(), words.size());
  Value result = make_int(vm, negative ? ~number : std::move(number));
  if (args[0].as<Type>() == vm.types().int_) co_return result;
  co_return vm.call(args[0], CallArgs(&result, 1));
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

// --- bool
// ------------------------------------------------------------------------------------------------------------

Answer bool_create(Vm& vm, Type*, const CallArgs& args) {
  if (args.keywords() > 0) return vm.raise_type_error("bool() takes no keyword arguments");
  if (args.size() > 1) {
    return vm.raise_type_error(cat("bool expected at most 1 argument, got ", args.size()));
  }
  if (args.size() == 0) return Value::boolean(false);
  return vm.truth(args[0]);
}

Answer bool_repr(Vm& vm, const Value& self) {
  return vm.intern(self.is_true() ? "True" : "False");
}

Answer bool_binary(Vm& vm, BinaryOp op, const Value& a, const Value& b) {
  if (a.is_bool() && b.is_bool()) {
    if (op == BinaryOp::kAnd) return Value::boolean(a.is_true() && b.is_true());
    if (op == BinaryOp::kOr) return Value::boolean(a.is_true() || b.is_true());
    if (op == BinaryOp::kXor) return Value::boolean(a.is_true() != b.is_true());
  }
  return int_binary(vm, op, a, b);
}

Answer bool_unary(Vm& vm, UnaryOp op, const Value& a) {
  if (op == UnaryOp::kInvert) {
    vm.warn(vm.exceptions().DeprecationWarning,
            "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This "
            "returns the bitwise "
            "inversion of the underlying int object and is usually not what you expect from "
            "negating a bool. Use the "
            "'not' operator for boolean negation or ~int(x) if you really want the bitwise "
            "inversion of the "
            "underlying int.");
  }
  return int_unary(vm, op, a);
}

constexpr std::uint32_t kIntOps =
    op_bit(BinaryOp::kAdd) | op_bit(BinaryOp::kSubtract) | op_bit(BinaryOp::kMultiply) |
    op_bit(BinaryOp::kFloorDivide) | op_bit(BinaryOp::kRemainder) | op_bit(BinaryOp::kDivmod) |
    op_bit(BinaryOp::kTrueDivide) | op_bit(BinaryOp::kAnd) | op_bit(BinaryOp::kOr) |
    op_bit(BinaryOp::kXor) | op_bit(BinaryOp::kLshift) | op_bit(BinaryOp::kRshift) |
    op_bit(BinaryOp::kPower);

}  // namespace

Raised raise_format(Vm& vm, const FormatError& error) {
  if (error.kind == FormatError::Kind::kMemory) return vm.raise_memory_error();
  return vm.raise(error.kind == FormatError::Kind::kOverflow ? vm.exceptions().OverflowError
                                                             : vm.exceptions().ValueError,
                  error.message);
}

Answer int_repr(Vm& vm, const Value& self) {
  if (self.is_small()) {
    char buffer[kWordDigits];
    return ascii_str(vm, word_text(self.as_small(), buffer));
  }
  const std::optional<std::string> text = big_of(self).to_string(10);
  if (!text) return too_many_digits(vm);
  return vm.str(*text);
}

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

void install_numbers(Vm& vm) {
  Slots int_slots = {.destroy = destroy_as<IntObject>,
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
             .methods = {{"bit_length", int_bit_length, 0, 0},
                         {"bit_count", int_bit_count, 0, 0},
                         {"conjugate", int_self, 0, 0},
                         {"as_integer_ratio", int_ratio, 0, 0},
                         {"is_integer", int_is_integer, 0, 0},
                         {"to_bytes", int_to_bytes, 0, 2, kKeywords},
                         {"from_bytes", int_from_bytes_native, 0, 2, kKeywords | kClassMethod},
                         {"__round__", int_round, 0, 1},
                         {"__trunc__", int_self, 0, 0},
                         {"__floor__", int_self, 0, 0},
                         {"__ceil__", int_self, 0, 0}},
             .getters = {{"real", int_real},
                         {"imag", int_zero},
                         {"numerator", int_real},
                         {"denominator", int_one}}});
  Slots bool_slots = {};
  bool_slots.repr = bool_repr;
  bool_slots.binary = bool_binary;
  bool_slots.binary_mask = op_bit(BinaryOp::kAnd) | op_bit(BinaryOp::kOr) | op_bit(BinaryOp::kXor);
  bool_slots.unary = bool_unary;
  bool_slots.unary_mask = 1u << static_cast<unsigned>(UnaryOp::kInvert) |
                          1u << static_cast<unsigned>(UnaryOp::kNegative) |
                          1u << static_cast<unsigned>(UnaryOp::kPositive) |
                          1u << static_cast<unsigned>(UnaryOp::kAbsolute);
  bool_slots.create = bool_create;
  vm.define(vm.types().bool_, {.name = "bool", .base = vm.types().int_, .slots = bool_slots});
  // The other operators it has from int; they show as int's.
  vm.types().bool_->slots.binary_mask = kIntOps;
  install_float(vm);
  install_complex(vm);
}

}  // namespace simul::vm
