// Seconds <-> pixels. Pan, zoom to a point, fit. Times are the loop's nanoseconds, places are CSS
// pixels.
#pragma once

#include <algorithm>
#include <cstdint>

namespace simul::timeline {

class Viewport {
 public:
  // Closer than 1 microsecond a pixel there is nothing to see: the browser's own clock is no finer
  // than 5 us.
  static constexpr double kMinNsPerPx = 1e3;
  static constexpr double kMaxNsPerPx = 1e12;

  double start_ns = 0;     // the time at the left edge
  double ns_per_px = 4e6;  // 250 px a second
  double width_px = 1;

  double to_px(std::int64_t time_ns) const {
    return (static_cast<double>(time_ns) - start_ns) / ns_per_px;
  }
  std::int64_t to_ns(double x_px) const {
    return static_cast<std::int64_t>(start_ns + x_px * ns_per_px);
  }
  double end_ns() const { return start_ns + width_px * ns_per_px; }

  void pan(double dx_px) { start_ns -= dx_px * ns_per_px; }
  // factor < 1 comes closer; the time under x_px stays under it.
  void zoom(double factor, double x_px) {
    double under = start_ns + x_px * ns_per_px;
    ns_per_px = std::clamp(ns_per_px * factor, kMinNsPerPx, kMaxNsPerPx);
    start_ns = under - x_px * ns_per_px;
  }
  // Shows [from, to] with a margin of margin_px on both sides.
  void fit(std::int64_t from_ns, std::int64_t to_ns, double margin_px) {
    double room = std::max(1.0, width_px - 2 * margin_px);
    ns_per_px = std::clamp(static_cast<double>(to_ns - from_ns) / room, kMinNsPerPx, kMaxNsPerPx);
    start_ns = static_cast<double>(from_ns) - margin_px * ns_per_px;
  }
};

}  // namespace simul::timeline
