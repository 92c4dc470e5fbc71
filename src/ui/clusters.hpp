// A text in pieces that are drawn at once: what the canvas's own fonts have, and between it what
// somebody who knows all scripts has to draw, because its letters join, stack or run from right to
// left.
//
// The lists of scripts and of characters that belong to the one before follow Unicode's blocks
// (UAX #29 for what extends, UAX #9 for the scripts from the right); they are coarse where a
// browser will draw the whole piece anyway.
//
// Always holds: the pieces put together are the text, byte for byte; none is empty.
#pragma once

#include <string_view>
#include <vector>

namespace simul::ui {

struct Piece {
  std::string_view text;
  bool borrowed = false;  // somebody else's
};

// Tells whether the fonts at hand lack a character.
class Lack {
 public:
  virtual ~Lack() = default;
  virtual bool operator()(char32_t c) const = 0;
};

std::vector<Piece> pieces(std::string_view text, const Lack& lacks);

}  // namespace simul::ui
