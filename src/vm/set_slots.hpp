// SetSlots: where each element of a set would lie in CPython's table (Objects/setobject.c), which
// is the order in which a set of numbers is walked: linear probing of up to 9 neighbours, then a
// jump that mixes in the hash's upper bits; removed elements leave their place taken; the table
// grows when three fifths are full.
//
// A set that has only been added to needs none: its order can be replayed from the order of adding.
// One that was copied, merged or has lost elements keeps one. Always holds: what is in `slots_` are
// positions of the set's entries, one of each.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "vm/table.hpp"

namespace simul::vm {

class SetSlots {
 public:
  // Of a set that has only been added to. Null: an element's hash is not CPython's, so nothing is
  // known of its place.
  static std::unique_ptr<SetSlots> replay(const Table& table);
  // Whether the hash is the one CPython has: of numbers, None, and tuples of these.
  static bool knows(const Value& key);

  // The entry was appended; `before`: how many entries, holes too, there were before it.
  void added(const Table& table, std::uint32_t before);
  void removed(std::uint32_t at, Hash hash);
  // The entry that set.pop() takes, which is then as good as removed.
  std::uint32_t pop();
  // Walking order.
  [[nodiscard]] std::vector<std::uint32_t> order() const;

  // What set.update() of a set or a dict does first.
  void make_room(const Table& table, std::uint32_t more);
  // After many were taken out: a table mostly of gaps becomes small again.
  void shrink(const Table& table);
  [[nodiscard]] bool untouched() const { return fill_ == 0; }
  [[nodiscard]] bool same_shape(const SetSlots& other) const {
    return slots_.size() == other.slots_.size() && other.fill_ == other.used_;
  }
  // Of an untouched one: the table has just been filled with what the other's walk gives.
  void take_places(const SetSlots& other, const Table& table);
  void fill(const Table& table);

 private:
  static constexpr std::uint32_t kFree = ~0U, kGone = ~0U - 1;
  void place(std::uint32_t at, Hash hash);
  void resize(const Table& table, std::uint32_t above);

  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(8, kFree);
  std::uint32_t fill_ = 0;  // taken, also by what is gone
  std::uint32_t used_ = 0;
  std::uint32_t finger_ = 0;  // where the next pop() begins to look
};

}  // namespace simul::vm
