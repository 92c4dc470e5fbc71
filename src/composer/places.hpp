// Where something may be dropped: what lights up while it is dragged.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "composer/cards.hpp"
#include "composer/gesture.hpp"

namespace simul::composer {

// Between which steps the palette entry may be inserted. A new coroutine has no place: it finds its
// own.
[[nodiscard]] std::vector<Place> places(const Cards& cards, PaletteKind kind);
// Where the block may be moved to; not where it stands.
[[nodiscard]] std::vector<Place> places(const Cards& cards, int block);
// Onto which steps the palette entry may be dropped, to wrap them; empty for entries that do not.
[[nodiscard]] std::vector<int> hosts(const Cards& cards, PaletteKind kind);

// Why the entry may not stand in a body, or the block not move there; "" when it may.
[[nodiscard]] std::string why_not(const Body& body, PaletteKind kind);
[[nodiscard]] std::string why_not(const Body& body, const Block& block);
// Why the entry may not be put around the block; "" when it may.
[[nodiscard]] std::string why_not_around(const Body& body, const Block& block, PaletteKind kind);

// Would rewrite() give edits?
[[nodiscard]] bool legal(const Cards& cards, std::string_view source, const Gesture& gesture);

}  // namespace simul::composer
