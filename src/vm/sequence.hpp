// What str, bytes, list, tuple and range share: indices, slices, repeating, and the errors of
// these.
//
// Mirrors the helpers of Objects/abstract.c and sliceobject.c. Indices that need Python code
// (__index__) are resolved by a coroutine that then asks again with plain ints.
#pragma once

#include <string_view>

#include "vm/int_object.hpp"

namespace simul::vm {

// The positions start, start+step, …: `count` of them.
struct SliceRange {
  std::int64_t start = 0, step = 1, count = 0;
  std::int64_t at(std::int64_t i) const { return start + i * step; }
};

inline bool is_slice(Vm& vm, const Value& value) {
  return value.is_object() && value.object()->type == vm.types().slice;
}
// None or an int: no Python code is needed for it.
inline bool is_plain_index(Vm& vm, const Value& value) {
  return value.is_none() || is_int(vm, value);
}
bool is_plain_slice(Vm& vm, const Value& slice);
// False: raised. The slice is plain.
bool resolve_slice(Vm& vm, const Value& slice, std::int64_t length, SliceRange& range);
// The bounds of find(sub, start, end) and the like: args[from] and args[from + 1], None or int.
// False: raised.
bool resolve_bounds(Vm& vm,
                    const CallArgs& args,
                    std::size_t from,
                    std::int64_t length,
                    std::int64_t& start,
                    std::int64_t& stop);

// What a subscript is, after the machine has looked at it.
struct Subscript {
  enum class Kind { kIndex, kSlice, kPending, kRaised } kind = Kind::kRaised;
  std::int64_t index = 0;  // within the sequence
  SliceRange range;
};
// `noun`: "list" gives "list index out of range" and "list indices must be integers or slices, not
// str". kPending: needs Python code; the caller returns resolve_subscript().
Subscript subscript(
    Vm& vm, const Value& key, std::int64_t length, std::string_view noun, bool assigning = false);
Native resolve_subscript(Vm& vm, Value self, Value key);  // then self[key]
Native resolve_subscript_set(Vm& vm,
                             Value self,
                             Value key,
                             Value content);  // then self[key] = content; empty: del

// Has the factor's class, maybe one of an int, an __rmul__ in Python? That comes before repeating.
bool has_own_rmul(Vm& vm, const Value& factor);

// seq * n: kOk with n >= 0 in `count`; kPending as above.
enum class Repeat { kOk, kNotImplemented, kPending, kRaised };
Repeat repeat_count(
    Vm& vm, const Value& count, std::int64_t item_bytes, std::int64_t length, std::int64_t& n);
Native resolve_repeat(Vm& vm, Value sequence, Value count, bool inplace);

// a + b failed because b is no `noun`: NotImplemented when b's class may know better, else
// CPython's TypeError.
Answer cannot_concatenate(Vm& vm, const Value& other, std::string_view noun);

// The items of a list or tuple (exact or subclass), or null.
const Value* direct_items(Vm& vm, const Value& value, std::size_t& count);

inline bool holds_order(int order, CompareOp op) {
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

}  // namespace simul::vm
