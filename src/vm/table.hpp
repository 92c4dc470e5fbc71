// Table: the ordered hash table under dict, set and every namespace. Mirrors CPython's compact dict
// (Objects/dictobject.c).
//
// Always holds: entries keep the order of insertion; a deleted entry stays as a hole (empty key)
// until the next growth; `version` changes with every change, so that caches and iterators notice.
// The table itself never runs Python code: where two keys have equal hashes and only their __eq__
// could tell, find() says kAskPython and the caller walks the candidates with candidate().
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "vm/shared_keys.hpp"
#include "vm/value.hpp"

namespace simul::vm {

class Heap;
class Visitor;
struct StrObject;

using Hash = std::int64_t;

// Equality that needs no Python code: identity, small ints, bools, floats, strings, bytes, and
// tuples of these.
enum class QuickEqual : std::uint8_t { kNo, kYes, kAskPython };
QuickEqual quick_equal(const Value& a, const Value& b);
// The hash of a value whose type needs no Python code for it; false: ask Vm::hash.
bool quick_hash(const Value& value, Hash& hash);

class Table {
 public:
  struct Entry {
    Hash hash;
    Value key;  // empty: a hole
    Value value;
  };
  static constexpr std::int32_t kAbsent = -1, kAskPython = -2;

  Table() = default;
  ~Table() {
    release();
    let_go(entries_);
  }
  // The contents move; which heap counts them and which names it shares stay each table's own.
  Table(Table&& other) noexcept { *this = std::move(other); }
  Table& operator=(Table&& other) noexcept;
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  // What the table holds from now on counts against this heap's limit.
  void charge_to(Heap& heap) { heap_ = &heap; }

  // The names that it has in common with others, as long as there is room among them.
  // `of_instance`: it is an instance's own, and stays so when it is emptied.
  void share(const SharedKeysRef& keys, bool of_instance) {
    shared_ = keys;
    of_instance_ = of_instance;
  }
  void share_nothing() { share({}, false); }
  const SharedKeysRef& shared() const { return shared_; }
  bool of_instance() const { return of_instance_; }

  // Index of the entry, kAbsent or kAskPython.
  std::int32_t find(const Value& key, Hash hash) const;
  std::int32_t find(const StrObject* key) const;
  // The value under a string key, or null. Valid until the next change.
  const Value* get(const StrObject* key) const {
    const std::int32_t index = find(key);
    return index < 0 ? nullptr : &entries_[static_cast<std::size_t>(index)].value;
  }
  // The first entry at or after *place in probe order that has this hash: its index, or kAbsent.
  // Start with *place = 0 and pass it on. Valid while version() stays the same.
  std::int32_t candidate(Hash hash, std::uint32_t* place) const;

  // Puts a key that is known to be absent at the end.
  void append(Value key, Hash hash, Value value);
  // For keys that quick_equal decides (strings above all): replaces or appends.
  void set(const Value& key, Hash hash, Value value);
  void set(const StrObject* key, Value value);
  // Takes the entry out and gives its value (the key dies). The index came from find().
  Value remove(std::int32_t index);
  bool erase(const StrObject* key);  // false: was not there
  void clear();

  std::uint32_t size() const { return live_; }
  bool empty() const { return live_ == 0; }
  // Entries with holes, in order of insertion: skip those with an empty key.
  std::vector<Entry>& entries() { return entries_; }
  const std::vector<Entry>& entries() const { return entries_; }
  Entry& entry(std::int32_t index) { return entries_[static_cast<std::size_t>(index)]; }
  const Entry& entry(std::int32_t index) const { return entries_[static_cast<std::size_t>(index)]; }
  void touch() { ++version_; }
  std::uint32_t version() const { return version_; }
  // Changes only when an entry comes or goes.
  std::uint32_t shape() const { return shape_; }
  void copy_from(const Table& other);
  void traverse(Visitor& visitor) const;
  // What the table holds outside its object, in bytes.
  std::int64_t bytes() const {
    return static_cast<std::int64_t>(entries_.capacity() * sizeof(Entry) + index_.size() * 4);
  }

 private:
  static constexpr std::int32_t kFree = -1, kDeleted = -2;
  void grow();
  void recharge();
  void release();
  static void let_go(std::vector<Entry>& entries);
  void take_name(const Value& key, Hash hash);
  void insert_index(Hash hash, std::int32_t index);

  std::vector<Entry> entries_;
  std::vector<std::int32_t>
      index_;  // power of two, or empty while there are at most 8 entries (linear search)
  std::uint32_t live_ = 0;
  std::uint32_t version_ = 0;
  std::uint32_t shape_ = 0;
  std::uint32_t charged_ = 0;  // bytes that heap_ has counted
  Heap* heap_ = nullptr;
  SharedKeysRef shared_;
  bool of_instance_ = false;
};

}  // namespace simul::vm
