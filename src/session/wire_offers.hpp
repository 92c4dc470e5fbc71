// Wires for who draws them without a hand on the canvas: from a step to where it may be waited for,
// and what may be cut. Each with the gesture that does it, as gesture_json() takes it. Only what
// the composer would write is offered.
#pragma once

#include <string>
#include <string_view>

namespace simul::session {

// {"draw":[{"words":"into gather, line 11 of main","code":"what it
// writes","gesture":{"do":"wire",..}}],
//  "cut":[{"item":n,"words":"worker(\"A\")","gesture":{"do":"cut",..}}]}; item: of the block, -1:
//  the
// block's own wire. Both are empty for a block that has none.
[[nodiscard]] std::string wires_json(std::string_view source, int block);

}  // namespace simul::session
