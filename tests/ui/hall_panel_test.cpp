#include "ui/hall_panel.hpp"

#include <gtest/gtest.h>

namespace simul::ui {
namespace {

using models::Doing;

TEST(HallPanel, APlaceIsNotYetServedThinkingDueAndDone) {
  models::Lane lane;
  lane.spans = {{0, 10, Doing::kReady},
                {10, 15, Doing::kBlocking},
                {15, 70, Doing::kSleeping},
                {70, 120, Doing::kReady},
                {120, 125, Doing::kBlocking}};
  lane.to_ns = 125;
  EXPECT_EQ(seat_at(lane, 5).is, Seat::Is::kNotYet);
  EXPECT_EQ(seat_at(lane, 12).is, Seat::Is::kServed);
  EXPECT_EQ(seat_at(lane, 26).is, Seat::Is::kThinking);
  EXPECT_DOUBLE_EQ(seat_at(lane, 26).part, 0.2);
  EXPECT_EQ(seat_at(lane, 26).left_ns, 44);
  EXPECT_EQ(seat_at(lane, 100).is, Seat::Is::kDue);
  EXPECT_EQ(seat_at(lane, 125).is, Seat::Is::kDone);
}

TEST(HallPanel, ALaneThatNeverBeganHasAPlaceAllTheSame) {
  EXPECT_EQ(seat_at(models::Lane(), 3).is, Seat::Is::kNotYet);
}

}  // namespace
}  // namespace simul::ui
