// A run that is over, shown once more from its start to its most telling instant: what a visitor
// sees first.
#pragma once

#include <cstdint>
#include <optional>

#include "timeline/model.hpp"

namespace simul::ui {

// When the most different things go on at once: somebody blocks while others are due, or some sleep
// while others wait or have ended. 0 if nothing ever happens.
std::int64_t telling_instant(const timeline::Model& model);

class Replay {
 public:
  static constexpr double kTakes_ms = 1600;

  void begin(std::int64_t to_ns) { to_ns_ = to_ns, began_ns_.reset(); }
  void stop() { to_ns_.reset(); }
  bool going() const { return to_ns_.has_value(); }
  // The time that is shown in a frame at host_ns; the last one ends it. Only while going().
  std::int64_t at(std::int64_t host_ns, bool still);

 private:
  std::optional<std::int64_t> to_ns_, began_ns_;
};

}  // namespace simul::ui
