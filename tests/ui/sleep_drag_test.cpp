#include "ui/sleep_drag.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "support/scenes.hpp"
#include "support/view_fixture.hpp"

namespace simul::ui {
namespace {

using Kind = Command::Kind;

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

class SleepEndTest : public RunFixture {
 protected:
  SleepEndTest() {
    show(scenes::kBlockingCall, 3000 * kMs, Phase::kFinished);
    settle();
  }
  // The grip of the first sleep in the picture.
  Item grip() {
    for (const Item& item : view_.items()) {
      if (item.id.starts_with("sleep-end:")) return item;
    }
    ADD_FAILURE() << "no sleep can be taken";
    return {};
  }
  // Presses on the grip and moves by so many pixels.
  void pull(double by_px) {
    const Item taken = grip();
    x_ = taken.rect.x + taken.rect.w / 2;
    y_ = taken.rect.middle_y();
    view_.pointer(View::PointerKind::kDown, x_, y_, 0, false);
    settle();
    view_.pointer(View::PointerKind::kMove, x_ + by_px, y_, 0, false);
    settle();
  }
  double x_ = 0, y_ = 0;
};

TEST_F(SleepEndTest, AHandThatPullsItAsksForAnotherDurationAndKeepsItWhenItLetsGo) {
  pull(120);
  auto told = commands();
  ASSERT_GE(told.size(), 2u);
  EXPECT_EQ(told.front().kind, Kind::kSleepEnd);
  EXPECT_EQ(told.front().sleep.seconds, told.front().sleep.was_s);
  const SleepEnd last = told.back().sleep;
  EXPECT_EQ(last.trying, Trying::kPending);
  EXPECT_FALSE(last.forecast);
  EXPECT_GT(last.seconds, last.was_s);
  // In steps that a person would write.
  EXPECT_NEAR(last.seconds * 20, std::round(last.seconds * 20), 1e-6);
  view_.pointer(View::PointerKind::kUp, x_ + 120, y_, 0, false);
  settle();
  told = commands();
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told[0].sleep.trying, Trying::kCommit);
  EXPECT_EQ(told[0].sleep.seconds, last.seconds);
}

TEST_F(SleepEndTest, ThePictureStandsStillUnderTheHand) {
  const double before = view_.timeline_scale();
  pull(120);
  EXPECT_EQ(view_.timeline_scale(), before);
}

TEST_F(SleepEndTest, EscapeTakesItBackAndSoDoesAPressThatDidNotMove) {
  pull(80);
  static_cast<void>(commands());
  EXPECT_TRUE(view_.key(scene_, "Escape", 0));
  settle();
  auto told = commands();
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told[0].sleep.trying, Trying::kCancel);
  view_.pointer(View::PointerKind::kUp, x_ + 80, y_, 0, false);
  settle();
  EXPECT_TRUE(commands().empty());

  click(x_, y_);
  told = commands();
  ASSERT_EQ(told.size(), 2u);
  EXPECT_EQ(told[1].sleep.trying, Trying::kCancel);
}

TEST_F(SleepEndTest, WhatTheTextRefusesIsNotKept) {
  Pending refused;
  refused.refusal = "computed in line 4";
  scene_.pending = nullptr;
  const Item taken = grip();
  x_ = taken.rect.x + taken.rect.w / 2;
  y_ = taken.rect.middle_y();
  view_.pointer(View::PointerKind::kDown, x_, y_, 0, false);
  settle();
  scene_.pending = &refused;
  view_.pointer(View::PointerKind::kMove, x_ + 90, y_, 0, false);
  settle();
  view_.pointer(View::PointerKind::kUp, x_ + 90, y_, 0, false);
  settle();
  EXPECT_EQ(commands().back().sleep.trying, Trying::kCancel);
}

TEST_F(SleepEndTest, ARunThatGoesOnHasNoGrips) {
  scene_.phase = Phase::kRunning;
  settle();
  for (const Item& item : view_.items()) EXPECT_FALSE(item.id.starts_with("sleep-end:"));
}

TEST_F(SleepEndTest, WhileItIsPausedTheUnplayedFutureCanBeTaken) {
  show(scenes::kBlockingCall, 500 * kMs, Phase::kPaused);
  settle();
  pull(60);
  auto told = commands();
  ASSERT_GE(told.size(), 2u);
  EXPECT_TRUE(told.back().sleep.forecast);
}

}  // namespace
}  // namespace simul::ui
