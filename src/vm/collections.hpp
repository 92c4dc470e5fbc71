// What list, tuple, dict and set share, and what builtins ask of them.
//
// Mirrors parts of Objects/listobject.c, tupleobject.c, dictobject.c and setobject.c. Everything
// has a fast path that needs no Python code (quick_equal, quick_hash) and a coroutine for keys and
// items with methods of their own.
#pragma once

#include "vm/vm.hpp"

namespace simul::vm {

// Marks a container whose repr is being made, so that one that holds itself says [...].
class ReprGuard {
 public:
  static constexpr std::uint32_t kBit = 1u << 20;
  explicit ReprGuard(const Value& container) {
    if ((container.object()->bits & kBit) != 0) return;
    container.object()->bits |= kBit;
    held_ = container;
  }
  ~ReprGuard() {
    if (held_) held_.object()->bits &= ~kBit;
  }
  ReprGuard(const ReprGuard&) = delete;
  ReprGuard& operator=(const ReprGuard&) = delete;
  bool recursive() const { return !held_; }
  static bool active(const Value& container) { return (container.object()->bits & kBit) != 0; }

 private:
  Value held_;
};

// a < b, where no Python code is needed to tell.
QuickEqual quick_less(const Value& a, const Value& b);
// list and tuple.
Answer sequence_repr(Vm& vm, const Value& self);
Answer sequence_compare(Vm& vm, const Value& a, const Value& b, CompareOp op);
Answer sequence_contains(Vm& vm, const Value& self, const Value& item);
Answer sequence_count(Vm& vm, const CallArgs& args);
Answer sequence_index(Vm& vm, const CallArgs& args);
Native sort_list(Vm& vm, Value list, Value key, bool descending);
// A new list of what the iterable gives; an endless one ends in MemoryError.
// False: a range of more items than memory or a C number has room for; raised before the first one.
bool range_fits(Vm& vm, const Value& iterable);
// Appends to a list, and counts its buffer; false: raised MemoryError.
bool push_item(Vm& vm, const Value& list, Value item);
Answer list_from(Vm& vm, const Value& iterable);

// The table of a dict, set or frozenset (also of a subclass).
Table& table_of(Vm& vm, const Value& container);
// The entry's index as a small int, -1 when absent. `hash` is an int.
Native find_slowly(Vm& vm, Value container, Value key, Hash hash);
// dict[key]: empty Value when absent (no exception), through NextAnswer's convention.
Answer dict_get(Vm& vm, const Value& dict, const Value& key, const Value& fallback);
Answer dict_set(Vm& vm, const Value& dict, const Value& key, const Value& value);
Native dict_update(Vm& vm, Value dict, Value other);

Answer set_add(Vm& vm, const Value& set, const Value& key);
Native set_add_all(Vm& vm, Value set, Value iterable);
bool is_set(Vm& vm, const Value& value);  // set or frozenset, or a subclass
bool is_dict(Vm& vm, const Value& value);
// Positions of the entries in the order in which CPython would walk the set, as far as it can be
// known: by its own open addressing when all hashes are those of numbers, else in order of
// insertion.
std::vector<std::uint32_t> set_order(const Table& table);
// False: raised MemoryError. Call before adding to a table.
bool table_room(Vm& vm, const Table& table);

void install_list(Vm& vm);
void install_tuple(Vm& vm);
void install_dict(Vm& vm);
void install_set(Vm& vm);

}  // namespace simul::vm
