// math's functions of whole numbers: factorial, gcd, lcm, isqrt, comb, perm. Mirrors
// Modules/mathmodule.c.
//
// Always holds: what takes long is made in steps that can be stopped, or charged for, or refused.
#include <algorithm>
#include <optional>

#include "vm/int_object.hpp"
#include "vm/math_parts.hpp"

namespace simul::vm::math {

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

}  // namespace

Native comb(Vm& vm, OwnedArgs args) {
  return arrangements<false>(vm, std::move(args));
}

Native perm(Vm& vm, OwnedArgs args) {
  return arrangements<true>(vm, std::move(args));
}

}  // namespace simul::vm::math
