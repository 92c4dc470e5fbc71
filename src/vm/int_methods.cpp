// int(...) and the methods of int. Mirrors long_new() and long_methods of Objects/longobject.c.
#include <algorithm>

#include "base/rare.hpp"
#include "vm/bytes_like.hpp"
#include "vm/cat.hpp"
#include "vm/int_parts.hpp"
#include "vm/internals.hpp"
#include "vm/text.hpp"

namespace simul::vm {

namespace {

// --- int(...)
// --------------------------------------------------------------------------------------------------------

Answer make_of_class(Vm& vm, Type* cls, const Value& number) {
  if (cls == vm.types().int_) return plain_int(vm, number);
  auto* object = vm.instantiate<IntObject>(cls);
  object->number = big_of(number);
  vm.heap().discharge(-static_cast<std::int64_t>(object->number.size_bytes()));
  return Value::adopt(object);
}

// `shown`: the value's repr, for the complaint.
Answer parse_int(
    Vm& vm, Type* cls, std::string_view text, bool from_bytes, int base, std::string shown) {
  const std::string ascii = from_bytes ? std::string(text) : text::to_ascii_number(text);
  BigInt::Parsed parsed = BigInt::parse(ascii, base, true, most_digits(vm));
  switch (parsed.status) {
    case BigInt::Parsed::Status::kOk: {
      Value number = make_int(vm, std::move(parsed.value));
      if (!number) return Raised{};
      return make_of_class(vm, cls, number);
    }
    case BigInt::Parsed::Status::kTooManyDigits:
      if (Vm::Internals::most_digits_of(vm) == 0) return too_many_digits(vm);
      return vm.raise_value_error(
          cat("Exceeds the limit (",
              most_digits(vm),
              " digits) for integer string conversion: value has ",
              parsed.digits,
              " digits; use sys.set_int_max_str_digits() to increase the limit"));
    case BigInt::Parsed::Status::kInvalid: break;
  }
  shown = shown.substr(0, text::offset_of(shown, 200));
  return vm.raise_value_error(cat("invalid literal for int() with base ", base, ": ", shown));
}

SIMUL_RARE Native int_from_object(Vm& vm, Value cls, Value value) {
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
SIMUL_RARE Native int_from_trunc(Vm& vm, Value cls, Value value) {
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

}  // namespace

namespace {
SIMUL_RARE Native int_of_base(Vm& vm, Value cls, Value text, Value base) {
  base = co_await vm.index(base);
  const Value given[] = {text, base};
  co_return int_create(vm, cls.as<Type>(), CallArgs(given, 2));
}
}  // namespace

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
  Type* type = vm.type_of(value);
  if (slots[1]) {
    if (!is_int(vm, slots[1]) && vm.type_of(slots[1])->slots.index != nullptr)
      return int_of_base(vm, Value::share(cls), value, slots[1]);
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
  const bool converts = type->slots.to_int != nullptr || type->slots.index != nullptr;
  if ((vm.is_str(value) || from_bytes) && !(converts && type->has(kUserClass)))
    return parse_int(vm, cls, text, from_bytes, 10, shown());
  if (!converts) {
    if (vm.lookup(type, vm.name("__trunc__")) != nullptr)
      return int_from_trunc(vm, Value::share(cls), value);
    return vm.raise_type_error(
        cat("int() argument must be a string, a bytes-like object or a real number, not '",
            type->name,
            "'"));
  }
  return int_from_object(vm, Value::share(cls), value);
}

namespace {

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

SIMUL_RARE Answer int_to_bytes(Vm& vm, const CallArgs& args) {
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

SIMUL_RARE Native int_from_bytes_native(Vm& vm, OwnedArgs args) {
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

}  // namespace

std::vector<NativeDef> int_methods() {
  return {{"bit_length", int_bit_length, 0, 0},
          {"bit_count", int_bit_count, 0, 0},
          {"conjugate", int_self, 0, 0},
          {"as_integer_ratio", int_ratio, 0, 0},
          {"is_integer", int_is_integer, 0, 0},
          {"to_bytes", int_to_bytes, 0, 2, kKeywords},
          {"from_bytes", int_from_bytes_native, 0, 2, kKeywords | kClassMethod},
          {"__round__", int_round, 0, 1},
          {"__trunc__", int_self, 0, 0},
          {"__floor__", int_self, 0, 0},
          {"__ceil__", int_self, 0, 0}};
}

}  // namespace simul::vm
