#include "timeline/ticks.hpp"

#include <gtest/gtest.h>

namespace simul::timeline {
namespace {

std::string majors(double start_s, double px_per_s, double width_px) {
  Viewport view{.start_ns = start_s * 1e9, .ns_per_px = 1e9 / px_per_s, .width_px = width_px};
  std::string out;
  for (const Tick& tick : ticks(view, 80)) {
    if (tick.major) out += tick.label + " | ";
  }
  return out;
}

TEST(Ticks, StandOnStepsThatPeopleCountIn) {
  // px a second              what the axis says
  EXPECT_EQ(
      majors(0, 400, 820),
      "0.0 s | 0.2 s | 0.4 s | 0.6 s | 0.8 s | 1.0 s | 1.2 s | 1.4 s | 1.6 s | 1.8 s | 2.0 s | ");
  EXPECT_EQ(majors(0, 200, 420), "0.0 s | 0.5 s | 1.0 s | 1.5 s | 2.0 s | ");
  EXPECT_EQ(majors(0, 9000, 300), "0.00 s | 0.01 s | 0.02 s | 0.03 s | ");
  EXPECT_EQ(majors(0, 0.1, 400), "0:00:00 | 0:20:00 | 0:40:00 | 1:00:00 | ");
}

TEST(Ticks, TimeBeginsAtZero) {
  Viewport view{.start_ns = -1e9, .ns_per_px = 4e6, .width_px = 600};
  EXPECT_EQ(ticks(view, 80).front().time_ns, 0);
}

TEST(Ticks, NoZoomGivesMoreThanATickAPixel) {
  for (double ns_per_px = 1; ns_per_px < 1e17; ns_per_px *= 3) {
    Viewport view{.start_ns = 0, .ns_per_px = ns_per_px, .width_px = 1000};
    EXPECT_LE(ticks(view, 80).size(), 1001u) << ns_per_px;
  }
}

}  // namespace
}  // namespace simul::timeline
