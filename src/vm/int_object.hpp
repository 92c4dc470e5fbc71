// An int that does not fit a small Value, and any instance of a subclass of int. Mirrors
// Objects/longobject.c.
//
// Always holds: an exact int that fits_small is never an IntObject, so small Values compare by
// identity.
#pragma once

#include "base/complex_number.hpp"
#include "vm/bigint.hpp"
#include "vm/vm.hpp"

namespace simul::vm {

struct IntObject : Object {
  BigInt number;
};

struct ComplexObject : Object {
  double real, imag;
};

// The hash of a tuple from the hashes of its items, CPython's variant of xxHash.
struct TupleHash {
  std::uint64_t state = 2870177450012600261u;
  void add(Hash item);
  Hash finish(std::size_t count) const;
};

// int, bool and instances of their subclasses.
inline bool is_int(Vm& vm, const Value& value) {
  return value.is_small() || value.is_bool() ||
         (value.is_object() && vm.is_kind_of(value, vm.types().int_));
}
inline bool is_float(Vm& vm, const Value& value) {
  return value.is_object() && vm.is_kind_of(value, vm.types().float_);
}
BigInt big_of(const Value& integer);    // of something is_int
Value make_int(Vm& vm, BigInt number);  // empty: MemoryError was raised
Answer int_from_double(Vm& vm,
                       double value);  // towards zero; CPython's errors for nan and infinities
Raised raise_format(Vm& vm, const struct FormatError& error);
Answer int_too_large(Vm& vm);  // beyond BigInt::kMaxBits
// The double nearest to an int or float; false: raised OverflowError. `value` is one of the two.
bool number_to_double(Vm& vm, const Value& value, double& out);
// float(value) for natives that want a real number: to_float, __index__, or TypeError "must be real
// number, not X". Only for values that need no Python code; coroutine natives use real_number().
bool quick_double(Vm& vm, const Value& value, double& out);
// An index as C wants it, clamped to the range of int64; false: raised TypeError. Sync types only
// (is_int).
bool clamp_index(Vm& vm, const Value& value, std::int64_t& out);
// A width or count as C's ssize_t wants it: what clamp_index would clamp is an OverflowError.
bool size_argument(Vm& vm, const Value& value, std::int64_t& out);
// The same as C's int.
bool int_argument(Vm& vm, const Value& value, std::int64_t& out);
// `left = left op right` of two exact ints of a machine word, one of them an object; false: it is
// another operation, or no word. `holders` is how many references to left's object are about to go:
// where there are no others, and nobody was shown its address, that object becomes the result.
bool word_operation(
    Vm& vm, BinaryOp op, Value& left, const Value& right, std::uint32_t holders = 1);
// How many decimal digits an int's text may have.
std::size_t most_digits(Vm& vm);
Raised too_many_digits(Vm& vm);
// Text of an int in decimal; empty Value: raised ValueError (more than most_digits()).
Answer int_repr(Vm& vm, const Value& self);
Answer int_power_mod(Vm& vm, const Value& base, const Value& exponent, const Value& modulus);
Answer float_format(Vm& vm, const Value& self, const Value& spec);
Answer complex_power(Vm& vm, ComplexNumber base, ComplexNumber exponent);

}  // namespace simul::vm
