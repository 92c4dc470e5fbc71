#include "ui/start_drag.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "support/scenes.hpp"
#include "support/view_fixture.hpp"

namespace simul::ui {
namespace {

class StartDragTest : public RunFixture {
 protected:
  StartDragTest() {
    show(scenes::kThreeWorkers, 3000 * kMs, Phase::kFinished);
    settle();
  }
  void pull(double by_px) {
    for (const Item& one : view_.items()) {
      if (one.id.starts_with("task-start:")) grip_ = one;
    }
    ASSERT_FALSE(grip_.id.empty()) << "no start can be taken";
    x_ = grip_.rect.right() - 3;
    y_ = grip_.rect.middle_y();
    view_.pointer(View::PointerKind::kDown, x_, y_, 0, false);
    settle();
    view_.pointer(View::PointerKind::kMove, x_ + by_px, y_, 0, false);
    settle();
  }
  Item grip_;
  double x_ = 0, y_ = 0;
};

TEST_F(StartDragTest, AHandThatPullsItAsksForALaterStartInSensibleSteps) {
  pull(120);
  std::vector<Command> told = commands();
  ASSERT_GE(told.size(), 2u);
  const TaskStart last = told.back().start;
  EXPECT_EQ(told.back().kind, Command::Kind::kTaskStart);
  EXPECT_EQ(last.trying, Trying::kPending);
  EXPECT_GT(last.by_s, 0);
  EXPECT_NEAR(last.by_s * 20, std::round(last.by_s * 20), 1e-6);
  view_.pointer(View::PointerKind::kUp, x_ + 120, y_, 0, false);
  settle();
  told = commands();
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told[0].start.trying, Trying::kCommit);
  EXPECT_EQ(told[0].start.by_s, last.by_s);
}

TEST_F(StartDragTest, EscapeTakesItBackAndARefusalIsNotKept) {
  pull(90);
  static_cast<void>(commands());
  EXPECT_TRUE(view_.key(scene_, "Escape", 0));
  settle();
  std::vector<Command> told = commands();
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told[0].start.trying, Trying::kCancel);
  view_.pointer(View::PointerKind::kUp, x_ + 90, y_, 0, false);
  settle();

  pull(90);
  Pending refused;
  refused.refusal = "Line 8 makes 3 tasks with one call.";
  scene_.pending = &refused;
  view_.pointer(View::PointerKind::kMove, x_ + 120, y_, 0, false);
  settle();
  view_.pointer(View::PointerKind::kUp, x_ + 120, y_, 0, false);
  settle();
  EXPECT_EQ(commands().back().start.trying, Trying::kCancel);
}

TEST_F(StartDragTest, ARunThatGoesOnHasNoGrips) {
  scene_.phase = Phase::kRunning;
  settle();
  for (const Item& one : view_.items()) EXPECT_FALSE(one.id.starts_with("task-start:"));
}

TEST(StartDrag, ThePillSaysByHowMuch) {
  EXPECT_EQ(start_words("B", 0.5), "B starts 0.5 s later");
  EXPECT_EQ(start_words("B", -1), "B starts 1.0 s earlier");
  EXPECT_EQ(start_words("B", 0), "B starts when it did");
}

}  // namespace
}  // namespace simul::ui
