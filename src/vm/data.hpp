// The layouts of the built-in data objects, shared by the interpreter's fast paths and by the
// types' own files.
//
// The behaviour (slots, methods) of these lives in the files of each type; what is here is only
// what more than one file must know. `int` beyond a small Value, `set`, `range` and iterators are
// laid out by their own files.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "vm/heap.hpp"
#include "vm/object.hpp"
#include "vm/table.hpp"

namespace simul::vm {

struct FloatObject : Object {
  double number;
};

// UTF-8 (lone surrogates as their three bytes, as in WTF-8), immutable, a NUL after the end. hash
// 0: not computed yet.
struct StrObject : Object {
  Hash hash;
  std::uint32_t size;    // bytes
  std::uint32_t length;  // code points; equal to size for ASCII
  std::string_view text() const { return {data(), size}; }
  const char* data() const { return reinterpret_cast<const char*>(this + 1); }
  char* data() { return reinterpret_cast<char*>(this + 1); }
  bool ascii() const { return size == length; }
  bool interned() const { return (bits & kInternedBit) != 0; }
  static constexpr std::uint32_t kInternedBit = 1u << 16;
};
Hash hash_text(std::string_view text);

struct BytesObject : Object {
  Hash hash;
  std::size_t size;
  std::string_view text() const { return {reinterpret_cast<const char*>(this + 1), size}; }
  char* data() { return reinterpret_cast<char*>(this + 1); }
};

struct TupleObject : Container {
  std::size_t size;
  Value* items() { return reinterpret_cast<Value*>(this + 1); }
  const Value* items() const { return reinterpret_cast<const Value*>(this + 1); }
  const Value* begin() const { return items(); }
  const Value* end() const { return items() + size; }
};

// Whoever lets the items grow recharges: what is forgotten counts too little until the next growth,
// and the list's death takes away exactly what was counted.
struct ListObject : Container {
  std::vector<Value> items;
  std::uint32_t charged = 0;  // bytes of the buffer that the heap has counted
  std::size_t bytes() const { return items.capacity() * sizeof(Value); }
  void recharge(Heap& heap) {
    if (charged != bytes()) heap.recharge(charged, bytes());
  }
};

struct DictObject : Container {
  Table table;
};

// set and frozenset: the values of the entries are empty.
struct SetObject : Container {
  Table table;
  Hash hash;  // of a frozenset; 0: not computed yet
};

struct SliceObject : Container {
  Value start, stop, step;
};

struct RangeObject : Object {
  Value start, stop, step;  // ints
};

// range_iterator over machine-sized numbers, the one for loops meet; others have a type of their
// own.
struct RangeIterator : Object {
  std::int64_t next, step;
  std::uint64_t left;
};

struct ListIterator : Container {
  Value list;  // empty once exhausted
  std::size_t index;
};

struct TupleIterator : Container {
  Value tuple;
  std::size_t index;
};

struct CellObject : Container {
  Value content;  // empty: unbound
};

}  // namespace simul::vm
