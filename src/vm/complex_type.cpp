// The type complex, at the depth programs use it: arithmetic, repr, format, comparison. Mirrors
// Objects/complexobject.c.
#include <cmath>

#include "base/complex_number.hpp"
#include "base/libm.hpp"
#include "vm/cat.hpp"
#include "vm/float_format.hpp"
#include "vm/format_spec.hpp"
#include "vm/int_object.hpp"
#include "vm/slots.hpp"
#include "vm/text.hpp"
#include "vm/warnings.hpp"

namespace simul::vm {

Value Vm::complex(double real_part, double imaginary) {
  auto* object = heap_.make<ComplexObject>(types_.complex);
  object->real = real_part;
  object->imag = imaginary;
  return Value::adopt(object);
}

namespace {

using Pair = ComplexNumber;

bool is_complex(Vm& vm, const Value& value) {
  return value.is_object() && vm.is_kind_of(value, vm.types().complex);
}

Pair pair_of(const Value& value) {
  const auto* object = value.as<ComplexObject>();
  return {object->real, object->imag};
}

bool to_pair(Vm& vm, const Value& value, Pair& out) {
  if (is_complex(vm, value)) {
    out = pair_of(value);
    return true;
  }
  out.imag = 0;
  return number_to_double(vm, value, out.real);
}

Answer answer_of(Vm& vm, const ComplexResult& result, const char* zero_division) {
  if (result.fault == ComplexFault::kZeroDivision)
    return vm.raise(vm.exceptions().ZeroDivisionError, zero_division);
  if (result.fault == ComplexFault::kOverflow)
    return vm.raise(vm.exceptions().OverflowError, "complex exponentiation");
  return vm.complex(result.value.real, result.value.imag);
}

Answer complex_binary(Vm& vm, BinaryOp op, const Value& left, const Value& right) {
  const auto usable = [&](const Value& v) {
    return is_complex(vm, v) || is_float(vm, v) || is_int(vm, v);
  };
  if (!usable(left) || !usable(right)) return Value::not_implemented();
  Pair a;
  Pair b;
  if (!to_pair(vm, left, a) || !to_pair(vm, right, b)) return Raised{};
  switch (op) {
    case BinaryOp::kAdd: return vm.complex(a.real + b.real, a.imag + b.imag);
    case BinaryOp::kSubtract: return vm.complex(a.real - b.real, a.imag - b.imag);
    case BinaryOp::kMultiply: return answer_of(vm, {product(a, b)}, "");
    case BinaryOp::kTrueDivide: return answer_of(vm, quotient(a, b), "complex division by zero");
    case BinaryOp::kPower: return complex_power(vm, a, b);
    default: return Value::not_implemented();
  }
}

Answer complex_unary(Vm& vm, UnaryOp op, const Value& self) {
  const Pair a = pair_of(self);
  switch (op) {
    case UnaryOp::kNegative: return vm.complex(-a.real, -a.imag);
    case UnaryOp::kPositive: return vm.complex(a.real, a.imag);
    case UnaryOp::kAbsolute: {
      const double size = libm::hypot(a.real, a.imag);
      if (std::isinf(size) && std::isfinite(a.real) && std::isfinite(a.imag))
        return vm.raise(vm.exceptions().OverflowError, "absolute value too large");
      return vm.real(size);
    }
    case UnaryOp::kInvert: break;
  }
  return Value::not_implemented();
}

Answer complex_compare(Vm& vm, const Value& a, const Value& b, CompareOp op) {
  if (op != CompareOp::kEq && op != CompareOp::kNe) return Value::not_implemented();
  const Pair x = pair_of(a);
  bool equal = false;
  if (is_complex(vm, b)) {
    const Pair y = pair_of(b);
    equal = x.real == y.real && x.imag == y.imag;
  } else if (is_float(vm, b)) {
    equal = x.imag == 0 && x.real == b.as<FloatObject>()->number;
  } else if (is_int(vm, b)) {
    equal = x.imag == 0 && std::isfinite(x.real) && x.real == std::floor(x.real) &&
            BigInt::from_double(x.real) == big_of(b);
  } else {
    return Value::not_implemented();
  }
  return Value::boolean(equal == (op == CompareOp::kEq));
}

Answer complex_hash(Vm& vm, const Value& self) {
  const Pair a = pair_of(self);
  // A part that is no number is as no other object's.
  const auto hash_of = [&self](double part) {
    return std::isnan(part) ? static_cast<std::uint64_t>(Heap::steady_address(self.object()) >> 4)
                            : static_cast<std::uint64_t>(hash_double(part));
  };
  const std::uint64_t h = hash_of(a.real) + 1000003u * hash_of(a.imag);
  const auto result = static_cast<std::int64_t>(h);
  return vm.integer(result == -1 ? -2 : result);
}

Answer complex_repr(Vm& vm, const Value& self) {
  const Pair a = pair_of(self);
  std::string imag = format_double(a.imag, 'r', 0, 0);
  if (a.real == 0 && !std::signbit(a.real)) return vm.str(imag + "j");
  if (imag[0] != '-') imag.insert(0, "+");
  return vm.str(cat("(", format_double(a.real, 'r', 0, 0), imag, "j)"));
}

Answer complex_truth(Vm&, const Value& self) {
  const Pair a = pair_of(self);
  return Value::boolean(a.real != 0 || a.imag != 0);
}

Answer complex_format(Vm& vm, const Value& self, const Value& spec_text) {
  const std::string_view text = vm.text(spec_text);
  if (text.empty()) return vm.str_of(self);
  FormatSpec spec;
  std::string out;
  FormatError error = parse_format_spec(text, '>', "complex", spec);
  const Pair a = pair_of(self);
  if (!error) error = format_complex(spec, a.real, a.imag, out);
  if (error) return raise_format(vm, error);
  return vm.str(out);
}

// "1+2j", "(1+2j)", "2j", "1": the longest float first, then the imaginary part.
bool parse_complex(std::string_view text, Pair& out) {
  const std::string plain = text::to_ascii_number(text);
  std::string clean(text::strip(plain, true, true));
  if (clean.size() >= 2 && clean.front() == '(' && clean.back() == ')') {
    clean =
        std::string(text::strip(std::string_view(clean).substr(1, clean.size() - 2), true, true));
  }
  if (clean.empty()) return false;
  const bool imaginary = clean.back() == 'j' || clean.back() == 'J';
  if (!imaginary) {
    const std::optional<double> real = parse_float(clean);
    if (!real) return false;
    out = {*real, 0};
    return true;
  }
  clean.pop_back();
  std::size_t split = clean.size();
  while (split > 0) {
    --split;
    if ((clean[split] == '+' || clean[split] == '-') &&
        (split == 0 || (clean[split - 1] != 'e' && clean[split - 1] != 'E'))) {
      break;
    }
  }
  const std::string first = clean.substr(0, split);
  std::string second = clean.substr(split);
  if (second.empty() || second == "+" || second == "-") second += '1';
  const std::optional<double> imag = parse_float(second);
  const std::optional<double> real =
      first.empty() ? std::optional<double>(0.0) : parse_float(first);
  if (!imag || !real) return false;
  out = {*real, *imag};
  return true;
}

// What asks the argument's own methods what number it is: __complex__, __float__, __index__.
bool asks_methods(Vm& vm, const Value& value, bool first) {
  Type* type = vm.type_of(value);
  if (!type->has(kUserClass) || is_complex(vm, value) || vm.is_str(value)) return false;
  return type->slots.to_float != nullptr || type->slots.index != nullptr ||
         (first && vm.lookup(type, vm.name("__complex__")) != nullptr);
}

Answer complex_create(Vm& vm, Type* cls, const CallArgs& args);

Native complex_slowly(Vm& vm, Value cls, Value real, Value imag) {
  if (real && asks_methods(vm, real, true)) {
    if (has_special(vm, real, vm.name("__complex__"))) {
      Value made = co_await call_special(vm, real, vm.name("__complex__"), CallArgs());
      if (!is_complex(vm, made))
        co_return vm.raise_type_error(
            cat("__complex__ returned non-complex (type ", vm.type_name(made), ")"));
      if (!vm.is_exactly(made, vm.types().complex) &&
          !warn_or_raise(
              vm,
              vm.exceptions().DeprecationWarning,
              cat("__complex__ returned non-complex (type ",
                  vm.type_name(made),
                  ").  The ability to return an instance of a strict subclass of complex is "
                  "deprecated, and may be removed in a future version of Python.")))
        co_return Raised{};
      real = made;
    } else {
      Value made = co_await vm.call(vm.type_value(vm.types().float_), CallArgs(&real, 1));
      real = made;
    }
  }
  if (imag && asks_methods(vm, imag, false)) {
    Value made = co_await vm.call(vm.type_value(vm.types().float_), CallArgs(&imag, 1));
    imag = made;
  }
  const Value both[] = {real ? real : Value::small(0), imag};
  co_return complex_create(vm, cls.as<Type>(), CallArgs(both, imag ? 2 : 1));
}

// CPython takes the underscores out first, each of which must stand between two digits, and says
// something else when it cannot.
bool underscores_are_misplaced(std::string_view text) {
  const auto digit = [&](std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
  };
  for (std::size_t at = 0; at < text.size(); ++at)
    if (text[at] == '_' && (at == 0 || !digit(at - 1) || !digit(at + 1))) return true;
  return false;
}
Native with_repr(Vm& vm, Value text) {
  Value shown = co_await vm.repr(text);
  co_return vm.raise_value_error(cat("could not convert string to complex: ", vm.text(shown)));
}

Answer complex_create(Vm& vm, Type* cls, const CallArgs& args) {
  static constexpr Parameters kParameters{"complex", {"real", "imag"}, 2};
  Value slots[2];
  if (!vm.parse(args, kParameters, slots)) return Raised{};
  if ((slots[0] && asks_methods(vm, slots[0], true)) ||
      (slots[1] && asks_methods(vm, slots[1], false)))
    return complex_slowly(vm, Value::share(cls), slots[0], slots[1]);
  Pair real;
  Pair imag;
  if (slots[0] && vm.is_str(slots[0])) {
    if (slots[1])
      return vm.raise_type_error("complex() can't take second arg if first is a string");
    if (!parse_complex(vm.text(slots[0]), real)) {
      if (underscores_are_misplaced(vm.text(slots[0]))) return with_repr(vm, slots[0]);
      return vm.raise_value_error("complex() arg is a malformed string");
    }
  } else {
    for (int i = 0; i < 2; ++i) {
      if (!slots[i]) continue;
      if (!is_complex(vm, slots[i]) && !is_float(vm, slots[i]) && !is_int(vm, slots[i])) {
        if (i == 1 && vm.is_str(slots[i]))
          return vm.raise_type_error("complex() second arg can't be a string");
        return vm.raise_type_error(
            cat(i == 0 ? "complex() first argument must be a string or a number, not '"
                       : "complex() second argument must be a number, not '",
                vm.type_name(slots[i]),
                "'"));
      }
      if (!to_pair(vm, slots[i], i == 0 ? real : imag)) return Raised{};
    }
  }
  // Only where a part is complex itself does it add to the other: signs of zeros stay.
  double r = real.real;
  double i = imag.real;
  if (slots[1] && is_complex(vm, slots[1])) r -= imag.imag;
  if (!slots[1]) {
    i = real.imag;
  } else if (is_complex(vm, slots[0])) {
    i += real.imag;
  }
  if (cls == vm.types().complex) return vm.complex(r, i);
  auto* object = vm.instantiate<ComplexObject>(cls);
  object->real = r;
  object->imag = i;
  return Value::adopt(object);
}

Answer complex_conjugate(Vm& vm, const CallArgs& args) {
  const Pair a = pair_of(args[0]);
  return vm.complex(a.real, -a.imag);
}
Answer complex_real(Vm& vm, const Value& self) {
  return vm.real(pair_of(self).real);
}
Answer complex_imag(Vm& vm, const Value& self) {
  return vm.real(pair_of(self).imag);
}

}  // namespace

Answer complex_power(Vm& vm, ComplexNumber base, ComplexNumber exponent) {
  return answer_of(vm, power(base, exponent), "0.0 to a negative or complex power");
}

void install_complex(Vm& vm);
void install_complex(Vm& vm) {
  Slots slots = {.destroy = destroy_as<ComplexObject>,
                 .repr = complex_repr,
                 .format = complex_format,
                 .hash = complex_hash,
                 .truth = complex_truth,
                 .compare = complex_compare,
                 .binary = complex_binary,
                 .unary = complex_unary,
                 .create = complex_create};
  slots.compare_mask =
      1u << static_cast<unsigned>(CompareOp::kEq) | 1u << static_cast<unsigned>(CompareOp::kNe);
  slots.binary_mask = op_bit(BinaryOp::kAdd) | op_bit(BinaryOp::kSubtract) |
                      op_bit(BinaryOp::kMultiply) | op_bit(BinaryOp::kTrueDivide) |
                      op_bit(BinaryOp::kPower);
  slots.unary_mask = 1u << static_cast<unsigned>(UnaryOp::kNegative) |
                     1u << static_cast<unsigned>(UnaryOp::kPositive) |
                     1u << static_cast<unsigned>(UnaryOp::kAbsolute);
  vm.define(vm.types().complex,
            {.name = "complex",
             .instance_size = sizeof(ComplexObject),
             .flags = kSubclassable,
             .slots = slots,
             .methods = {{"conjugate", complex_conjugate, 0, 0}},
             .getters = {{"real", complex_real}, {"imag", complex_imag}}});
}

}  // namespace simul::vm
