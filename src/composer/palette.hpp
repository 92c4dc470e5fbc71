// What can be dropped on a card, and the code each entry writes.
#pragma once

#include <span>
#include <string_view>

#include "composer/gesture.hpp"

namespace simul::composer {

struct PaletteEntry {
  PaletteKind kind;
  std::string_view id;    // stable: "queue-put"; tests and links go by it
  std::string_view word;  // what the button says: "queue put"
  std::string_view code;  // what it will write, as an example; the names are chosen at the place
  bool wraps = false;     // may be dropped onto a step: Insert::onto
};

// In the order of PaletteKind.
[[nodiscard]] std::span<const PaletteEntry> palette();
[[nodiscard]] const PaletteEntry& entry(PaletteKind kind);

}  // namespace simul::composer
