#include "ui/sleep_drag.hpp"

#include <gtest/gtest.h>

namespace simul::ui {
namespace {

TEST(SleepDrag, TheStepIsTheFinestThatAHandCanHit) {
  EXPECT_EQ(sleep_step_s(250), 0.05);
  EXPECT_EQ(sleep_step_s(60), 0.1);
  EXPECT_EQ(sleep_step_s(12), 0.5);
  EXPECT_EQ(sleep_step_s(1), 5);
  EXPECT_EQ(sleep_step_s(20'000), 0.001);
  EXPECT_EQ(sleep_step_s(1e-9), 300);
}

TEST(SleepDrag, ThePillSaysTheDurationAndWhatBecameOfTheOld) {
  EXPECT_EQ(sleep_words(2.6), "2.6 s");
  EXPECT_EQ(sleep_words(2), "2.0 s");
  EXPECT_EQ(sleep_words(0.7500000001), "0.75 s");
  EXPECT_EQ(change_words(2, 2.6), "+0.6");
  EXPECT_EQ(change_words(2, 1.75),
            "\xe2\x88\x92"
            "0.25");
  EXPECT_EQ(change_words(2, 2), "");
}

}  // namespace
}  // namespace simul::ui
