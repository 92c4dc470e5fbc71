// The module math: its functions of one or two floats, and the table of all; math_sums.cpp and
// math_integers.cpp have the others. Mirrors Modules/mathmodule.c: errors are "math domain error"
// and "math range error" as CPython says them.
#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>
#include <optional>

#include "base/libm.hpp"
#include "vm/cat.hpp"
#include "vm/gamma.hpp"
#include "vm/int_object.hpp"
#include "vm/math_parts.hpp"
#include "vm/modules.hpp"

namespace simul::vm {

namespace math {

Native real_of(Vm& vm, Value value) {
  if (is_int(vm, value) || is_float(vm, value)) {
    double number = 0;
    if (!number_to_double(vm, value, number)) co_return Raised{};
    co_return vm.real(number);
  }
  const Type* type = vm.type_of(value);
  if (type->slots.to_float == nullptr && type->slots.index == nullptr) {
    co_return vm.raise_type_error(cat("must be real number, not ", type->name));
  }
  co_return vm.call(vm.type_value(vm.types().float_), CallArgs(&value, 1));
}

}  // namespace math

using namespace math;

namespace {

// A result that C's libm marks as wrong becomes CPython's error; nan in gives nan out.
Answer checked(Vm& vm, double result, bool finite_in, bool nan_in) {
  if (std::isnan(result) && !nan_in) return vm.raise_value_error("math domain error");
  if (std::isinf(result) && finite_in) {
    return vm.raise(vm.exceptions().OverflowError, "math range error");
  }
  return vm.real(result);
}

using Function1 = double (*)(double);
using Function2 = double (*)(double, double);

template <Function1 kFunction>
Native one(Vm& vm, OwnedArgs args) {
  Value x = co_await real_of(vm, args[0]);
  const double value = number(x);
  co_return checked(vm, kFunction(value), std::isfinite(value), std::isnan(value));
}

template <Function2 kFunction>
Native two(Vm& vm, OwnedArgs args) {
  Value x = co_await real_of(vm, args[0]);
  Value y = co_await real_of(vm, args[1]);
  const double a = number(x);
  const double b = number(y);
  co_return checked(
      vm, kFunction(a, b), std::isfinite(a) && std::isfinite(b), std::isnan(a) || std::isnan(b));
}

double c_sin(double x) {
  return libm::sin(x);
}
double c_cos(double x) {
  return libm::cos(x);
}
double c_tan(double x) {
  return libm::tan(x);
}
double c_asin(double x) {
  return libm::asin(x);
}
double c_acos(double x) {
  return libm::acos(x);
}
double c_atan(double x) {
  return libm::atan(x);
}
double c_sinh(double x) {
  return libm::sinh(x);
}
double c_cosh(double x) {
  return libm::cosh(x);
}
double c_tanh(double x) {
  return libm::tanh(x);
}
double c_asinh(double x) {
  return libm::asinh(x);
}
double c_acosh(double x) {
  return libm::acosh(x);
}
double c_atanh(double x) {
  return std::fabs(x) >= 1 ? std::nan("") : libm::atanh(x);
}
double c_exp(double x) {
  return libm::exp(x);
}
double c_exp2(double x) {
  return libm::exp2(x);
}
double c_expm1(double x) {
  return libm::expm1(x);
}
double c_sqrt(double x) {
  return std::sqrt(x);
}
double c_cbrt(double x) {
  return libm::cbrt(x);
}
double c_fabs(double x) {
  return std::fabs(x);
}
double c_erf(double x) {
  return libm::erf(x);
}
double c_erfc(double x) {
  return libm::erfc(x);
}
double c_degrees(double x) {
  return x * (180.0 / std::numbers::pi);
}
double c_radians(double x) {
  return x * (std::numbers::pi / 180.0);
}
double c_atan2(double a, double b) {
  return libm::atan2(a, b);
}
double c_copysign(double a, double b) {
  return std::copysign(a, b);
}
double c_fmod(double a, double b) {
  return std::fmod(a, b);
}
double c_remainder(double a, double b) {
  return std::remainder(a, b);
}

// The next number from `x` towards `y`, `steps` times.
Native next_after(Vm& vm, OwnedArgs args) {
  static constexpr Parameters kParameters{"nextafter", {"x", "y", "steps"}, 2, 2};
  Value slots[3];
  if (!vm.parse(args, kParameters, slots)) co_return Raised{};
  Value real_x = co_await real_of(vm, slots[0]);
  Value real_y = co_await real_of(vm, slots[1]);
  const double x = number(real_x);
  const double y = number(real_y);
  if (!slots[2] || slots[2].is_none()) co_return vm.real(std::nextafter(x, y));
  Value whole = co_await vm.index(slots[2]);
  std::int64_t steps = 0;
  if (!vm.to_int64(whole, steps)) {
    const Value negative = co_await vm.compare(whole, Value::small(0), CompareOp::kLt);
    steps = negative.is_true() ? -1 : INT64_MAX;
  }
  if (steps < 0) co_return vm.raise_value_error("steps must be a non-negative integer");
  if (steps == 0 || std::isnan(x)) co_return vm.real(x);
  if (std::isnan(y)) co_return vm.real(y);
  // As whole numbers the floats lie in their order, with 0 in the middle.
  const auto place = [](double of) {
    const auto bits = std::bit_cast<std::int64_t>(of);
    return bits >= 0 ? bits : INT64_MIN - bits;
  };
  const std::int64_t from = place(x);
  const std::int64_t to = place(y);
  if (from == to) co_return vm.real(y);
  const std::uint64_t apart =
      from < to ? static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from)
                : static_cast<std::uint64_t>(from) - static_cast<std::uint64_t>(to);
  if (static_cast<std::uint64_t>(steps) >= apart) co_return vm.real(y);
  const std::int64_t at = from < to ? from + steps : from - steps;
  const double found = std::bit_cast<double>(at >= 0 ? at : INT64_MIN - at);
  co_return vm.real(at == 0 && from < to ? -0.0 : found);
}

Native math_fma(Vm& vm, OwnedArgs args) {
  Value x = co_await real_of(vm, args[0]);
  Value y = co_await real_of(vm, args[1]);
  Value z = co_await real_of(vm, args[2]);
  const double a = number(x);
  const double b = number(y);
  const double c = number(z);
  const double result = std::fma(a, b, c);
  if (std::isnan(result) && !std::isnan(a) && !std::isnan(b) && !std::isnan(c))
    co_return vm.raise_value_error("invalid operation in fma");
  if (std::isinf(result) && std::isfinite(a) && std::isfinite(b) && std::isfinite(c))
    co_return vm.raise(vm.exceptions().OverflowError, "overflow in fma");
  co_return vm.real(result);
}

Native math_pow(Vm& vm, OwnedArgs args) {
  Value x = co_await real_of(vm, args[0]);
  Value y = co_await real_of(vm, args[1]);
  const double a = number(x);
  const double b = number(y);
  const double result = libm::pow(a, b);
  const bool finite = std::isfinite(a) && std::isfinite(b);
  if (finite && std::isinf(result) && a == 0) co_return vm.raise_value_error("math domain error");
  co_return checked(vm, result, finite, std::isnan(a) || std::isnan(b));
}

// The logarithm of a positive number of any size.
bool log_of(Vm& vm, const Value& value, double (*function)(double), double per_two, double& out) {
  if (is_int(vm, value) && !value.is_small()) {
    const BigInt big = big_of(value);
    if (big.sign() > 0 && !big.to_double()) {
      std::int64_t exponent = 0;
      const double fraction = big.to_scaled_double(&exponent);
      out = function(fraction) + per_two * static_cast<double>(exponent);
      return true;
    }
  }
  double x = 0;
  if (is_int(vm, value) && big_of(value).sign() <= 0) {
    vm.raise_value_error("math domain error");
    return false;
  }
  if (!number_to_double(vm, value, x)) return false;
  if (x <= 0) {
    vm.raise_value_error("math domain error");
    return false;
  }
  out = function(x);
  return true;
}

double c_log(double x) {
  return libm::log(x);
}
double c_log2(double x) {
  return libm::log2(x);
}
double c_log10(double x) {
  return libm::log10(x);
}

Native math_log(Vm& vm, OwnedArgs args) {
  Value x = args[0];
  if (!is_int(vm, x)) x = co_await real_of(vm, x);
  double top = 0;
  if (!log_of(vm, x, c_log, std::numbers::ln2, top)) co_return Raised{};
  if (args.size() == 1) co_return vm.real(top);
  Value base = args[1];
  if (!is_int(vm, base)) base = co_await real_of(vm, base);
  double bottom = 0;
  if (!log_of(vm, base, c_log, std::numbers::ln2, bottom)) co_return Raised{};
  if (bottom == 0) co_return vm.raise(vm.exceptions().ZeroDivisionError, "float division by zero");
  co_return vm.real(top / bottom);
}
Native math_log2(Vm& vm, OwnedArgs args) {
  Value x = args[0];
  if (!is_int(vm, x)) x = co_await real_of(vm, x);
  double result = 0;
  if (!log_of(vm, x, c_log2, 1.0, result)) co_return Raised{};
  co_return vm.real(result);
}
Native math_log10(Vm& vm, OwnedArgs args) {
  Value x = args[0];
  if (!is_int(vm, x)) x = co_await real_of(vm, x);
  double result = 0;
  if (!log_of(vm, x, c_log10, libm::log10(2.0), result)) co_return Raised{};
  co_return vm.real(result);
}
Native math_log1p(Vm& vm, OwnedArgs args) {
  Value x = co_await real_of(vm, args[0]);
  if (number(x) <= -1) co_return vm.raise_value_error("math domain error");
  co_return vm.real(libm::log1p(number(x)));
}

template <bool (*kTest)(double)>
Native test(Vm& vm, OwnedArgs args) {
  Value x = co_await real_of(vm, args[0]);
  co_return Value::boolean(kTest(number(x)));
}
bool c_isnan(double x) {
  return std::isnan(x);
}
bool c_isinf(double x) {
  return std::isinf(x);
}
bool c_isfinite(double x) {
  return std::isfinite(x);
}

// floor and ceil: the object's own method first.
template <int kWhich>
Native whole(Vm& vm, OwnedArgs args) {
  constexpr const char* kMethod =
      kWhich == 0 ? "__floor__" : (kWhich == 1 ? "__ceil__" : "__trunc__");
  if (vm.lookup(vm.type_of(args[0]), vm.name(kMethod)) != nullptr)
    co_return vm.call_method(args[0], kMethod);
  if (kWhich == 2) {
    co_return vm.raise_type_error(
        cat("type ", vm.type_name(args[0]), " doesn't define __trunc__ method"));
  }
  Value x = co_await real_of(vm, args[0]);
  co_return int_from_double(vm, kWhich == 0 ? std::floor(number(x)) : std::ceil(number(x)));
}

Native is_close(Vm& vm, OwnedArgs args) {
  static constexpr Parameters kParameters{"isclose", {"a", "b", "rel_tol", "abs_tol"}, 2, 2};
  Value slots[4];
  if (!vm.parse(args, kParameters, slots)) co_return Raised{};
  double values[4] = {0, 0, 1e-9, 0};
  for (std::size_t i = 0; i < 4; ++i) {
    if (!slots[i]) continue;
    Value real = co_await real_of(vm, slots[i]);
    values[i] = number(real);
  }
  if (values[2] < 0 || values[3] < 0)
    co_return vm.raise_value_error("tolerances must be non-negative");
  const double a = values[0];
  const double b = values[1];
  if (a == b) co_return Value::boolean(true);
  if (std::isinf(a) || std::isinf(b)) co_return Value::boolean(false);
  const double difference = std::fabs(b - a);
  co_return Value::boolean(difference <= std::fabs(values[2] * b) ||
                           difference <= std::fabs(values[2] * a) || difference <= values[3]);
}

Native modf_of(Vm& vm, OwnedArgs args) {
  Value x = co_await real_of(vm, args[0]);
  double integral = 0;
  const double fraction = std::modf(number(x), &integral);
  co_return vm.tuple({vm.real(fraction), vm.real(integral)});
}

Native frexp_of(Vm& vm, OwnedArgs args) {
  Value x = co_await real_of(vm, args[0]);
  int exponent = 0;
  const double fraction = std::frexp(number(x), &exponent);
  co_return vm.tuple({vm.real(fraction), vm.integer(exponent)});
}

Native ldexp_of(Vm& vm, OwnedArgs args) {
  Value x = co_await real_of(vm, args[0]);
  std::int64_t exponent = 0;
  if (!is_int(vm, args[1]))
    co_return vm.raise_type_error("Expected an int as second argument to ldexp.");
  if (!clamp_index(vm, args[1], exponent)) co_return Raised{};
  exponent = std::min<std::int64_t>(std::max<std::int64_t>(exponent, -100000), 100000);
  co_return checked(vm,
                    std::ldexp(number(x), static_cast<int>(exponent)),
                    std::isfinite(number(x)),
                    std::isnan(number(x)));
}

Native ulp_of(Vm& vm, OwnedArgs args) {
  Value x = co_await real_of(vm, args[0]);
  const double value = std::fabs(number(x));
  if (!std::isfinite(value)) co_return vm.real(value);
  const double next = std::nextafter(value, HUGE_VAL);
  co_return vm.real(std::isinf(next) ? value - std::nextafter(value, 0.0) : next - value);
}

void fill(Vm& vm, const Value& module) {
  vm.set_module_attr(module, "pi", vm.real(std::numbers::pi));
  vm.set_module_attr(module, "e", vm.real(std::numbers::e));
  vm.set_module_attr(module, "tau", vm.real(2 * std::numbers::pi));
  vm.set_module_attr(module, "inf", vm.real(HUGE_VAL));
  vm.set_module_attr(module, "nan", vm.real(std::nan("")));
  vm.add_functions(module,
                   {{"sin", one<c_sin>, 1, 1},
                    {"cos", one<c_cos>, 1, 1},
                    {"tan", one<c_tan>, 1, 1},
                    {"asin", one<c_asin>, 1, 1},
                    {"acos", one<c_acos>, 1, 1},
                    {"atan", one<c_atan>, 1, 1},
                    {"sinh", one<c_sinh>, 1, 1},
                    {"cosh", one<c_cosh>, 1, 1},
                    {"tanh", one<c_tanh>, 1, 1},
                    {"asinh", one<c_asinh>, 1, 1},
                    {"acosh", one<c_acosh>, 1, 1},
                    {"atanh", one<c_atanh>, 1, 1},
                    {"exp", one<c_exp>, 1, 1},
                    {"exp2", one<c_exp2>, 1, 1},
                    {"expm1", one<c_expm1>, 1, 1},
                    {"sqrt", one<c_sqrt>, 1, 1},
                    {"cbrt", one<c_cbrt>, 1, 1},
                    {"fabs", one<c_fabs>, 1, 1},
                    {"erf", one<c_erf>, 1, 1},
                    {"erfc", one<c_erfc>, 1, 1},
                    {"gamma", one<gamma_of>, 1, 1},
                    {"lgamma", one<log_gamma_of>, 1, 1},
                    {"degrees", one<c_degrees>, 1, 1},
                    {"radians", one<c_radians>, 1, 1},
                    {"atan2", two<c_atan2>, 2, 2},
                    {"copysign", two<c_copysign>, 2, 2},
                    {"fmod", two<c_fmod>, 2, 2},
                    {"remainder", two<c_remainder>, 2, 2},
                    {"nextafter", next_after, 0, -1, kKeywords},
                    {"pow", math_pow, 2, 2},
                    {"fma", math_fma, 3, 3},
                    {"log", math_log, 1, 2},
                    {"log2", math_log2, 1, 1},
                    {"log10", math_log10, 1, 1},
                    {"log1p", math_log1p, 1, 1},
                    {"isnan", test<c_isnan>, 1, 1},
                    {"isinf", test<c_isinf>, 1, 1},
                    {"isfinite", test<c_isfinite>, 1, 1},
                    {"floor", whole<0>, 1, 1},
                    {"ceil", whole<1>, 1, 1},
                    {"trunc", whole<2>, 1, 1},
                    {"isclose", is_close, 0, -1, kKeywords},
                    {"hypot", hypot_of, 0, -1},
                    {"dist", dist, 2, 2},
                    {"fsum", fsum, 1, 1},
                    {"prod", product, 0, -1, kKeywords},
                    {"factorial", factorial, 1, 1},
                    {"gcd", gcd_of, 0, -1},
                    {"lcm", lcm_of, 0, -1},
                    {"isqrt", isqrt, 1, 1},
                    {"comb", comb, 2, 2},
                    {"perm", perm, 1, 2},
                    {"modf", modf_of, 1, 1},
                    {"frexp", frexp_of, 1, 1},
                    {"ldexp", ldexp_of, 2, 2},
                    {"ulp", ulp_of, 1, 1},
                    {"sumprod", sum_of_products, 2, 2}});
}

}  // namespace

void register_math(Vm& vm) {
  vm.register_module("math", fill);
}

}  // namespace simul::vm
