// What the files of set share: set_type.cpp, set_algebra.cpp, set_iterator.cpp.
#pragma once

#include "vm/collections.hpp"
#include "vm/set_body.hpp"

namespace simul::vm::sets {

inline Table& table(const Value& set) {
  return set.as<SetBody>()->table;
}

// Takes all elements out; they die when the set is empty.
void clear(Object* self);
// The set's places in CPython's table; null where they cannot be known.
SetSlots* slots_of(SetBody* set);
// A key that is known to be absent.
void put(SetBody* set, const Value& key, Hash hash);

enum class Act { kAdd, kContains, kDiscard, kRemove, kHas, kDrop };

// What add(), in, discard() and remove() do with one key; kHas and kDrop:
// what `in` and discard() do, but they refuse a set.
Answer act_on(Vm& vm, Act act, const Value& set, const Value& key);

// What several elements are asked for: the methods and operators that set and frozenset share.
Value new_set(Vm& vm, Type* cls);
Native add_all_and_give(Vm& vm, Value set, Value other);
Answer set_copy(Vm& vm, const CallArgs& args);
Answer set_union(Vm& vm, const CallArgs& args);
Answer set_intersection(Vm& vm, const CallArgs& args);
Answer set_difference(Vm& vm, const CallArgs& args);
Answer set_symmetric(Vm& vm, const CallArgs& args);
Answer set_update(Vm& vm, const CallArgs& args);
Answer set_intersection_update(Vm& vm, const CallArgs& args);
Answer set_difference_update(Vm& vm, const CallArgs& args);
Answer set_symmetric_update(Vm& vm, const CallArgs& args);
Answer set_is_subset(Vm& vm, const CallArgs& args);
Answer set_is_superset(Vm& vm, const CallArgs& args);
Native set_is_disjoint(Vm& vm, OwnedArgs args);
Answer binary(Vm& vm, BinaryOp op, const Value& a, const Value& b);
Answer inplace(Vm& vm, BinaryOp op, const Value& a, const Value& b);
Answer compare(Vm& vm, const Value& a, const Value& b, CompareOp op);

Answer iter(Vm& vm, const Value& self);
void install_iterator(Vm& vm);

}  // namespace simul::vm::sets
