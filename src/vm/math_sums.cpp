// math's lengths, sums and products: hypot, dist, fsum, prod, sumprod. Mirrors vector_norm(),
// math_fsum(), math_prod_impl() and math_sumprod_impl() of Modules/mathmodule.c.
//
// Always holds: the last digit is CPython's, so each rounds where CPython does.
#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

#include "base/double_double.hpp"
#include "vm/int_object.hpp"
#include "vm/math_parts.hpp"

namespace simul::vm::math {

namespace {

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

}  // namespace

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

namespace {

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

}  // namespace

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

}  // namespace simul::vm::math
