// The module math. Mirrors Modules/mathmodule.c: errors are "math domain error" and "math range
// error" as CPython says them.
#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>
#include <vector>

#include "base/double_double.hpp"
#include "base/libm.hpp"
#include "vm/cat.hpp"
#include "vm/gamma.hpp"
#include "vm/int_object.hpp"
#include "vm/modules.hpp"

namespace simul::vm {
namespace {

// A real number for a function of math: floats and ints at once, others through __float__.
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
double number(const Value& real) {
  return real.as<FloatObject>()->number;
}

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

// The length of a vector, its parts not negative. Mirrors vector_norm(): scaled by a power of two,
// the squares and their sum kept exactly in two doubles, the root corrected once by what it has
// lost.
double vector_norm(std::vector<double>& parts) {
  double most = 0;
  bool any_nan = false;
  for (const double part : parts) {
    any_nan = any_nan || std::isnan(part);
    most = std::max(most, part);
  }
  if (std::isinf(most)) return most;
  if (any_nan) return std::nan("");
  if (most == 0 || parts.size() <= 1) return most;
  constexpr double kLeast = std::numeric_limits<double>::min();
  int exponent = 0;
  (void)std::frexp(most, &exponent);
  if (exponent < -1023) {  // below the normal numbers, where 2^-exponent is no number
    for (double& part : parts) part /= kLeast;
    return kLeast * vector_norm(parts);
  }
  const double scale = std::ldexp(1.0, -exponent);
  // From 1 on every sum is larger than the next square.
  double sum = 1;
  double products = 0;
  double sums = 0;
  const auto add = [&](DoubleDouble product) {
    const DoubleDouble next = ordered_sum(sum, product.high);
    sum = next.high;
    products += product.low;
    sums += next.low;
  };
  for (const double part : parts) add(exact_product(part * scale, part * scale));
  double root = std::sqrt(sum - 1 + (products + sums));
  add(exact_product(-root, root));
  root += (sum - 1 + (products + sums)) / (2 * root);
  return root / scale;
}

Native hypot_of(Vm& vm, OwnedArgs args) {
  std::vector<double> parts;
  for (std::size_t i = 0; i < args.size(); ++i) {
    Value x = co_await real_of(vm, args[i]);
    parts.push_back(std::fabs(number(x)));
  }
  co_return vm.real(vector_norm(parts));
}

Native dist(Vm& vm, OwnedArgs args) {
  Value p = co_await vm.to_list(args[0]);
  Value q = co_await vm.to_list(args[1]);
  const std::size_t count = p.as<ListObject>()->items.size();
  if (count != q.as<ListObject>()->items.size()) {
    co_return vm.raise_value_error("both points must have the same number of dimensions");
  }
  OwnedArgs differences;
  for (std::size_t i = 0; i < count; ++i) {
    Value a = co_await real_of(vm, Value(p.as<ListObject>()->items[i]));
    Value b = co_await real_of(vm, Value(q.as<ListObject>()->items[i]));
    differences.values.push_back(vm.real(number(a) - number(b)));
  }
  differences.count = static_cast<std::uint32_t>(count);
  co_return hypot_of(vm, std::move(differences));
}

Native fsum(Vm& vm, OwnedArgs args) {
  // Shewchuk's sum: the partials together are the exact sum.
  Value iterator = co_await vm.iter(args[0]);
  std::vector<double> partials;
  double special = 0;
  double infinite = 0;
  while (Value item = co_await vm.next(iterator)) {
    Value real = co_await real_of(vm, item);
    double x = number(real);
    if (!std::isfinite(x)) {
      special += x;
      if (std::isinf(x)) infinite += x;
      continue;
    }
    std::size_t kept = 0;
    for (double y : partials) {
      if (std::fabs(x) < std::fabs(y)) std::swap(x, y);
      const double high = x + y;
      const double low = y - (high - x);
      if (low != 0) partials[kept++] = low;
      x = high;
    }
    if (!std::isfinite(x))
      co_return vm.raise(vm.exceptions().OverflowError, "intermediate overflow in fsum");
    partials.resize(kept);
    if (x != 0) partials.push_back(x);  // no zero keeps its sign
  }
  if (special != 0) {
    if (std::isnan(infinite)) co_return vm.raise_value_error("-inf + inf in fsum");
    co_return vm.real(special);
  }
  double high = 0;
  double low = 0;
  std::size_t n = partials.size();
  if (n > 0) high = partials[--n];
  while (n > 0) {
    const double x = high;
    const double y = partials[--n];
    high = x + y;
    low = y - (high - x);
    if (low != 0) break;
  }
  if (n > 0 && ((low < 0 && partials[n - 1] < 0) || (low > 0 && partials[n - 1] > 0))) {
    const double doubled = low * 2;
    const double x = high + doubled;
    if (doubled == x - high) high = x;
  }
  co_return vm.real(high);
}

Native product(Vm& vm, OwnedArgs args) {
  static constexpr Parameters kParameters{"prod", {"iterable", "start"}, 1, 1, 1};
  Value slots[2];
  if (!vm.parse(args, kParameters, slots)) co_return Raised{};
  Value total = slots[1] ? slots[1] : Value::small(1);
  Value iterator = co_await vm.iter(slots[0]);
  while (Value item = co_await vm.next(iterator))
    total = co_await vm.binary(BinaryOp::kMultiply, total, item);
  co_return total;
}

Native factorial(Vm& vm, OwnedArgs args) {
  Value index = co_await vm.index(args[0]);
  std::int64_t n = 0;
  if (!clamp_index(vm, index, n)) co_return Raised{};
  if (n < 0) co_return vm.raise_value_error("factorial() not defined for negative values");
  Value result = Value::small(1);
  for (std::int64_t k = 2; k <= n; ++k)
    result = co_await vm.binary(BinaryOp::kMultiply, result, vm.integer(k));
  co_return result;
}

// A common divisor is found in one go, which nothing can stop: quadratic, so it has a bound.
bool may_divide(Vm& vm, const BigInt& a, const BigInt& b) {
  constexpr std::uint64_t kMostBits = std::uint64_t{1} << 20;
  vm.budget -= BigInt::work(a, b);
  if (std::min(a.bit_length(), b.bit_length()) <= kMostBits) return true;
  vm.raise(vm.exceptions().MemoryError,
           "a common divisor of ints of more than 1048576 bits is too much for Simul");
  return false;
}

Native gcd_of(Vm& vm, OwnedArgs args) {
  BigInt result(0);
  for (std::size_t i = 0; i < args.size(); ++i) {
    Value n = co_await vm.index(args[i]);
    if (!may_divide(vm, result, big_of(n))) co_return Raised{};
    result = BigInt::gcd(result, big_of(n));
  }
  co_return make_int(vm, std::move(result));
}

Native lcm_of(Vm& vm, OwnedArgs args) {
  BigInt result(1);
  for (std::size_t i = 0; i < args.size(); ++i) {
    Value index = co_await vm.index(args[i]);
    const BigInt n = big_of(index);
    if (n.is_zero()) co_return Value::small(0);
    if (!may_divide(vm, result, n)) co_return Raised{};
    BigInt quotient;
    BigInt::divmod(n, BigInt::gcd(result, n), &quotient, nullptr);
    std::optional<BigInt> next = BigInt::multiply(result, quotient);
    if (!next) co_return int_too_large(vm);
    result = next->sign() < 0 ? -*next : std::move(*next);
  }
  co_return make_int(vm, std::move(result));
}

Native isqrt(Vm& vm, OwnedArgs args) {
  Value index = co_await vm.index(args[0]);
  const BigInt n = big_of(index);
  if (n.sign() < 0) co_return vm.raise_value_error("isqrt() argument must be nonnegative");
  vm.budget -= BigInt::work(n, n) / 4;
  co_return make_int(vm, BigInt::isqrt(n));
}

// comb and perm: products that stay small as long as the result does.
template <bool kOrdered>
Native arrangements(Vm& vm, OwnedArgs args) {
  Value first = co_await vm.index(args[0]);
  Value second =
      kOrdered && (args.size() < 2 || args[1].is_none()) ? first : co_await vm.index(args[1]);
  std::int64_t n = 0;
  std::int64_t k = 0;
  if (!clamp_index(vm, first, n) || !clamp_index(vm, second, k)) co_return Raised{};
  if (n < 0) co_return vm.raise_value_error("n must be a non-negative integer");
  if (k < 0) co_return vm.raise_value_error("k must be a non-negative integer");
  if (k > n) co_return Value::small(0);
  if (!kOrdered) k = std::min(k, n - k);
  Value result = Value::small(1);
  for (std::int64_t i = 0; i < k; ++i) {
    result = co_await vm.binary(BinaryOp::kMultiply, result, vm.integer(n - i));
    if (!kOrdered) result = co_await vm.binary(BinaryOp::kFloorDivide, result, vm.integer(i + 1));
  }
  co_return result;
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

// Three floats that are one number, as exact as three can be. CPython's TripleLength.
struct TripleLength {
  double high = 0, low = 0, tiny = 0;
  static double sum(double a, double b, double* rest) {
    const double x = a + b;
    const double z = x - a;
    *rest = (a - (x - z)) + (b - z);
    return x;
  }
  TripleLength plus_product(double x, double y) const {
    const double product = x * y;
    const double product_rest = std::fma(x, y, -product);
    double high_rest = 0;
    double low_rest = 0;
    double last_rest = 0;
    const double new_high = sum(high, product, &high_rest);
    const double new_low = sum(low, product_rest, &low_rest);
    const double last = sum(new_low, high_rest, &last_rest);
    return {new_high, last, tiny + low_rest + last_rest};
  }
  double value() const {
    double rest = 0;
    return high + sum(low, tiny, &rest);
  }
};

// Floats, or a float and an int, as floats.
bool pair_of_floats(Vm& vm, const Value& p, const Value& q, double* x, double* y) {
  const auto as_float = [&vm](const Value& value, double* number) {
    if (vm.is_exactly(value, vm.types().float_)) {
      *number = value.as<FloatObject>()->number;
      return true;
    }
    const bool is_int =
        vm.is_exactly(value, vm.types().int_) || vm.is_exactly(value, vm.types().bool_);
    const std::optional<double> whole = is_int ? big_of(value).to_double() : std::nullopt;
    if (!whole) return false;
    *number = *whole;
    return true;
  };
  return (vm.is_exactly(p, vm.types().float_) || vm.is_exactly(q, vm.types().float_)) &&
         as_float(p, x) && as_float(q, y);
}

// Ints are exact; from the first float on, floats are summed up without a loss, until something
// else comes.
Native sum_of_products(Vm& vm, OwnedArgs args) {
  Value a = co_await vm.to_list(args[0]);
  Value b = co_await vm.to_list(args[1]);
  const std::size_t count = a.as<ListObject>()->items.size();
  if (count != b.as<ListObject>()->items.size())
    co_return vm.raise_value_error("Inputs are not the same length");
  // As CPython: ints in 64 bits until the first pair that is not such, then floats until the first
  // pair without one, then the rest one after another; what was left is not come back to.
  Value total = Value::small(0);
  std::int64_t whole = 0;
  TripleLength floats;
  bool in_ints = true;
  bool in_floats = true;
  bool any_float = false;
  for (std::size_t i = 0; i < count; ++i) {
    const Value p = a.as<ListObject>()->items[i];
    const Value q = b.as<ListObject>()->items[i];
    if (in_ints) {
      std::int64_t x = 0;
      std::int64_t y = 0;
      if (vm.is_exactly(p, vm.types().int_) && vm.is_exactly(q, vm.types().int_) &&
          vm.to_int64(p, x) && vm.to_int64(q, y) && !__builtin_mul_overflow(x, y, &x) &&
          !__builtin_add_overflow(x, whole, &y)) {
        whole = y;
        continue;
      }
      in_ints = false;
      total = vm.integer(whole);
    }
    if (in_floats) {
      double x = 0;
      double y = 0;
      const TripleLength next = pair_of_floats(vm, p, q, &x, &y) ? floats.plus_product(x, y)
                                                                 : TripleLength{HUGE_VAL, 0, 0};
      if (std::isfinite(next.high)) {
        floats = next;
        any_float = true;
        continue;
      }
      in_floats = false;
      if (any_float) {
        const Value so_far = vm.real(floats.value());
        total = co_await vm.binary(BinaryOp::kAdd, total, so_far);
      }
      any_float = false;
    }
    Value product = co_await vm.binary(BinaryOp::kMultiply, p, q);
    total = co_await vm.binary(BinaryOp::kAdd, total, product);
  }
  if (in_ints) co_return vm.integer(whole);
  if (any_float) {
    const Value so_far = vm.real(floats.value());
    total = co_await vm.binary(BinaryOp::kAdd, total, so_far);
  }
  co_return total;
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
                    {"comb", arrangements<false>, 2, 2},
                    {"perm", arrangements<true>, 1, 2},
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
