// The axis: where ticks stand and what they say.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "timeline/viewport.hpp"

namespace simul::timeline {

struct Tick {
  std::int64_t time_ns = 0;
  bool major = false;
  std::string label;  // of a major tick: "0.5 s", "250 ms", "1:00:55"
};
// Major ticks at least min_px apart, on steps of 1, 2 or 5 times a power of ten of seconds (above a
// minute: minutes, hours).
std::vector<Tick> ticks(const Viewport& view, double min_px);

}  // namespace simul::timeline
