// math's functions of whole numbers: factorial, gcd, lcm, isqrt, comb, perm. Mirrors
// Modules/mathmodule.c.
//
// Always holds: what takes long is made in steps that can be stopped, or charged for, or refused.
#include <algorithm>
#include <optional>

#include "vm/int_object.hpp"
#include "vm/math_parts.hpp"

namespace simul::vm::math {

namespace {

// The product of `count` whole numbers that go down by one from `first`: halved until few are
// left, so that what is multiplied is of like length, and so that it can be stopped in between.
Native falling(Vm& vm, Value first, std::int64_t count) {
  constexpr std::int64_t kFew = 32;
  if (count > kFew) {
    const std::int64_t half = count / 2;
    Value high = co_await falling(vm, first, half);
    Value next = co_await vm.binary(BinaryOp::kSubtract, first, vm.integer(half));
    Value low = co_await falling(vm, next, count - half);
    co_return vm.binary(BinaryOp::kMultiply, high, low);
  }
  if (count == 0) co_return Value::small(1);
  Value result = first;
  for (std::int64_t i = 1; i < count; ++i) {
    Value next = co_await vm.binary(BinaryOp::kSubtract, first, vm.integer(i));
    result = co_await vm.binary(BinaryOp::kMultiply, result, next);
  }
  co_return result;
}

Raised too_large(Vm& vm, std::string_view what) {
  return vm.raise(vm.exceptions().OverflowError,
                  std::string(what) + " must not exceed 9223372036854775807");
}

}  // namespace

Native factorial(Vm& vm, OwnedArgs args) {
  Value index = co_await vm.index(args[0]);
  if (big_of(index).sign() < 0)
    co_return vm.raise_value_error("factorial() not defined for negative values");
  std::int64_t n = 0;
  if (!vm.to_int64(index, n))
    co_return vm.raise(vm.exceptions().OverflowError,
                       "factorial() argument should not exceed 9223372036854775807");
  co_return falling(vm, index, n);
}

namespace {

// A common divisor is found in one go, which nothing can stop: quadratic, so it has a bound.
bool may_divide(Vm& vm, const BigInt& a, const BigInt& b) {
  constexpr std::uint64_t kMostBits = std::uint64_t{1} << 20;
  vm.budget -= BigInt::work(a, b);
  if (std::min(a.bit_length(), b.bit_length()) <= kMostBits) return true;
  vm.raise(vm.exceptions().MemoryError,
           "a common divisor of ints of more than 1048576 bits is too much for Simul");
  return false;
}

}  // namespace

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

namespace {

// How many ways there are to take k of n, of which 0 <= k. That many of n are those that take the
// first half times those that take the others of what is left, over those that part k so: no
// number is much longer than the result.
Native ways(Vm& vm, Value n, std::int64_t k) {
  constexpr std::int64_t kFew = 8;
  if (k <= kFew) {
    Value result = co_await falling(vm, n, k);
    Value orders = co_await falling(vm, vm.integer(k), k);
    co_return vm.binary(BinaryOp::kFloorDivide, result, orders);
  }
  const std::int64_t half = k / 2;
  Value first = co_await ways(vm, n, half);
  Value rest = co_await vm.binary(BinaryOp::kSubtract, n, vm.integer(half));
  Value second = co_await ways(vm, rest, k - half);
  Value both = co_await vm.binary(BinaryOp::kMultiply, first, second);
  Value parted = co_await ways(vm, vm.integer(k), half);
  co_return vm.binary(BinaryOp::kFloorDivide, both, parted);
}

// None: both may be asked for, n >= k >= 0; 0: there is nothing to take so many of.
Answer refuse_arrangements(Vm& vm, const Value& n, const Value& k) {
  if (big_of(n).sign() < 0) return vm.raise_value_error("n must be a non-negative integer");
  if (big_of(k).sign() < 0) return vm.raise_value_error("k must be a non-negative integer");
  if (big_of(n) < big_of(k)) return Value::small(0);
  return Value::none();
}

}  // namespace

Native comb(Vm& vm, OwnedArgs args) {
  Value n = co_await vm.index(args[0]);
  Value k = co_await vm.index(args[1]);
  const Value refused = co_await refuse_arrangements(vm, n, k);
  if (!refused.is_none()) co_return refused;
  Value others = co_await vm.binary(BinaryOp::kSubtract, n, k);
  std::int64_t count = 0;
  if (!vm.to_int64(big_of(others) < big_of(k) ? others : k, count))
    co_return too_large(vm, "min(n - k, k)");
  co_return ways(vm, n, count);
}

Native perm(Vm& vm, OwnedArgs args) {
  if (args.size() < 2 || args[1].is_none()) co_return factorial(vm, std::move(args));
  Value n = co_await vm.index(args[0]);
  Value k = co_await vm.index(args[1]);
  const Value refused = co_await refuse_arrangements(vm, n, k);
  if (!refused.is_none()) co_return refused;
  std::int64_t count = 0;
  if (!vm.to_int64(k, count)) co_return too_large(vm, "k");
  co_return falling(vm, n, count);
}

}  // namespace simul::vm::math
