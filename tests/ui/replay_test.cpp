#include "ui/replay.hpp"

#include <gtest/gtest.h>

#include "support/scenes.hpp"
#include "trace/text.hpp"

namespace simul::ui {
namespace {

constexpr std::int64_t kMs = 1'000'000;

TEST(ReplayTest, TheMostTellingInstantOfABlockingCallIsWhileItBlocksAndOthersAreDue) {
  auto trace = trace::parse_text(scenes::kBlockingCall);
  timeline::Model model(trace.value());
  model.update();
  std::int64_t t = telling_instant(model);
  EXPECT_GT(t, 750 * kMs);
  EXPECT_LT(t, 1500 * kMs);
}

TEST(ReplayTest, OfThreeWorkersItIsWhenSomeHaveEndedAndOthersSleep) {
  auto trace = trace::parse_text(scenes::kThreeWorkers);
  timeline::Model model(trace.value());
  model.update();
  std::int64_t t = telling_instant(model);
  EXPECT_GT(t, 750 * kMs);
  EXPECT_LT(t, 2000 * kMs);
}

TEST(ReplayTest, OfNothingItIsTheStart) {
  trace::Trace nothing;
  timeline::Model model(nothing);
  EXPECT_EQ(telling_instant(model), 0);
}

TEST(ReplayTest, ItGoesFromTheStartToItsEndOnce) {
  Replay replay;
  replay.begin(1000);
  EXPECT_EQ(replay.at(5'000'000'000, false), 0);
  std::int64_t half = replay.at(5'800'000'000, false);
  EXPECT_EQ(half, 500);
  EXPECT_TRUE(replay.going());
  EXPECT_EQ(replay.at(9'000'000'000, false), 1000);
  EXPECT_FALSE(replay.going());
}

TEST(ReplayTest, WithoutMotionItIsAtOnceThere) {
  Replay replay;
  replay.begin(1000);
  EXPECT_EQ(replay.at(5, true), 1000);
  EXPECT_FALSE(replay.going());
}

}  // namespace
}  // namespace simul::ui
