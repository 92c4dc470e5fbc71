// set_body.hpp - what a set and a frozenset are made as: with their places in CPython's table.
#pragma once

#include <memory>
#include <vector>

#include "vm/data.hpp"
#include "vm/set_slots.hpp"

namespace simul::vm {

struct SetBody : SetObject {
  // Null while the order of adding tells CPython's order, or where that cannot be known.
  std::unique_ptr<SetSlots> slots;
  bool by_insertion = false;  // it cannot be known
};

// Positions of the entries in the order in which CPython would walk the set, where that can be
// known, else in order of insertion.
std::vector<std::uint32_t> set_order(const SetObject& set);

}  // namespace simul::vm
