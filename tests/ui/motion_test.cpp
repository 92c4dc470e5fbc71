#include "ui/motion.hpp"

#include <gtest/gtest.h>

namespace simul::ui {
namespace {

constexpr std::int64_t kMs = 1'000'000;

double at(Motion& motion, std::int64_t ms, double target, bool still = false) {
  motion.begin_frame(ms * kMs, still);
  double value = motion.to(1, target, 180);
  motion.end_frame();
  return value;
}

TEST(MotionTest, WhatIsSeenForTheFirstTimeStandsWhereItIs) {
  Motion motion;
  EXPECT_EQ(at(motion, 0, 5), 5);
  EXPECT_FALSE(motion.moving());
}

TEST(MotionTest, AChangeGlidesAndArrivesInTime) {
  Motion motion;
  at(motion, 0, 0);
  EXPECT_EQ(at(motion, 1000, 100), 0);
  EXPECT_TRUE(motion.moving());
  double early = at(motion, 1050, 100), late = at(motion, 1150, 100);
  EXPECT_GT(early, 50);  // quick at first
  EXPECT_GT(late, early);
  EXPECT_LT(late, 100);
  EXPECT_EQ(at(motion, 1180, 100), 100);
  EXPECT_FALSE(motion.moving());
}

TEST(MotionTest, AnotherTargetOnTheWayBeginsWhereItStands) {
  Motion motion;
  at(motion, 0, 0);
  at(motion, 10, 100);
  double before = at(motion, 60, 100);
  EXPECT_EQ(at(motion, 60, 0), before);
}

TEST(MotionTest, WithoutMotionEverythingIsAtOnceThere) {
  Motion motion;
  at(motion, 0, 0);
  EXPECT_EQ(at(motion, 10, 100, true), 100);
  EXPECT_FALSE(motion.moving());
}

TEST(MotionTest, WhatNobodyAskedForIsForgotten) {
  Motion motion;
  at(motion, 0, 0);
  motion.begin_frame(10 * kMs, false);
  motion.end_frame();
  EXPECT_EQ(at(motion, 20, 100), 100);
}

}  // namespace
}  // namespace simul::ui
