#include "ui/view.hpp"

#include <algorithm>
#include <limits>

#include <gtest/gtest.h>

#include "support/scenes.hpp"
#include "support/view_fixture.hpp"

namespace simul::ui {
namespace {

class ViewTest : public RunFixture {
 protected:
  ViewTest() { show(scenes::kBlockingCall, 1250 * kMs, Phase::kPaused); }
};

using Kind = Command::Kind;

TEST_F(ViewTest, NothingIsDrawnAgainWhileNothingChanges) {
  settle();
  EXPECT_FALSE(view_.wants_frame());
}

TEST_F(ViewTest, TheBigButtonPlaysPausesAndResumes) {
  settle();
  click("play");
  EXPECT_EQ(commands(), (std::vector<Command>{{Kind::kResume}}));
  scene_.phase = Phase::kRunning;
  click("play");
  EXPECT_EQ(commands(), (std::vector<Command>{{Kind::kPause}}));
  scene_.phase = Phase::kFinished;
  click("play");
  EXPECT_EQ(commands(), (std::vector<Command>{{Kind::kRun}}));
}

TEST_F(ViewTest, ATextThatDoesNotCompileCannotBePlayed) {
  scene_.phase = Phase::kIdle;
  scene_.run = nullptr;
  scene_.compiles = false;
  settle();
  click("play");
  EXPECT_TRUE(commands().empty());
}

TEST_F(ViewTest, SpaceDoesWhatTheBigButtonDoes) {
  settle();
  EXPECT_TRUE(view_.key(scene_, " ", 0));
  settle();
  EXPECT_EQ(commands(), (std::vector<Command>{{Kind::kResume}}));
}

TEST_F(ViewTest, KeysWithModifiersStayTheBrowsers) {
  settle();
  EXPECT_FALSE(view_.key(scene_, "f", View::kCtrl));
  EXPECT_FALSE(view_.key(scene_, "ArrowLeft", View::kAlt));
}

TEST_F(ViewTest, StopAndModeAndSpeedAreCommands) {
  settle();
  click("stop");
  EXPECT_EQ(commands(), (std::vector<Command>{{Kind::kStop}}));
  click("instant");
  EXPECT_EQ(commands(), (std::vector<Command>{{Kind::kMode, 1}}));
  click("live");  // it is live already
  EXPECT_TRUE(commands().empty());
  Rect slider = item("speed").rect;
  view_.pointer(View::PointerKind::kDown, slider.right() - 7, slider.middle_y(), 0, false);
  view_.frame(scene_);
  EXPECT_EQ(commands(), (std::vector<Command>{{Kind::kSpeed, 100}}));
}

TEST_F(ViewTest, TheRulerLooksBackAndEndComesBack) {
  show(scenes::kBlockingCall, 2000 * kMs, Phase::kFinished);
  settle();
  Rect ruler = item("ruler").rect;
  click(ruler.x + ruler.w / 2, ruler.middle_y());
  EXPECT_TRUE(has("to-now"));
  EXPECT_TRUE(view_.key(scene_, "End", 0));
  settle();
  EXPECT_FALSE(has("to-now"));
}

TEST_F(ViewTest, APressOnTheRulerThatEndsWithinItsFrameIsSeenToo) {
  show(scenes::kBlockingCall, 2000 * kMs, Phase::kFinished);
  settle();
  Rect ruler = item("ruler").rect;
  const double x = ruler.x + ruler.w / 2;
  view_.pointer(View::PointerKind::kDown, x, ruler.middle_y(), 0, false);
  view_.pointer(View::PointerKind::kUp, x, ruler.middle_y(), 0, false);
  settle();
  EXPECT_TRUE(has("to-now"));
}

TEST_F(ViewTest, AFrozenPictureIsThatOfItsMoment) {
  show(scenes::kBlockingCall, 2000 * kMs, Phase::kFinished);
  view_.freeze(1250 * kMs);
  settle();
  auto all = view_.items();
  auto due = [](const Item& item) { return item.label.starts_with("A: due"); };
  EXPECT_TRUE(std::any_of(all.begin(), all.end(), due));
  view_.freeze(std::nullopt);
  settle();
  EXPECT_FALSE(view_.wants_frame());
}

TEST_F(ViewTest, StepsGoThroughTheRunBothWaysAndComeBackToNow) {
  show(scenes::kBlockingCall, 2000 * kMs, Phase::kFinished);
  settle();
  EXPECT_FALSE(has("forward"));  // it is over
  ASSERT_TRUE(has("back"));
  std::vector<std::int64_t> back;
  for (int i = 0; i < 200 && has("back"); ++i) {
    view_.key(scene_, ",", 0);
    settle();
    back.push_back(static_cast<std::int64_t>(view_.looking_at()->events));
  }
  ASSERT_GT(back.size(), 10u);
  EXPECT_EQ(back.back(), 0);
  std::vector<std::int64_t> on;
  for (std::size_t i = 0; i < back.size() && view_.looking_at(); ++i) {
    on.push_back(static_cast<std::int64_t>(view_.looking_at()->events));
    view_.key(scene_, ".", 0);
    settle();
  }
  EXPECT_EQ(on, std::vector<std::int64_t>(back.rbegin(), back.rend()));
  EXPECT_FALSE(view_.looking_at());
}

TEST_F(ViewTest, ATurnIsAtLeastAsLongAsAStep) {
  show(scenes::kBlockingCall, 2000 * kMs, Phase::kFinished);
  settle();
  view_.key(scene_, "Home", 0);
  view_.key(scene_, ".", 0);
  settle();
  std::size_t step = view_.looking_at()->events;
  view_.key(scene_, "Home", 0);
  view_.key(scene_, ">", 0);
  settle();
  EXPECT_GE(view_.looking_at()->events, step);
}

TEST_F(ViewTest, WhereTheTraceHasNoMoreTheProgramIsAskedToStep) {
  settle();
  click("forward");
  EXPECT_EQ(commands(), (std::vector<Command>{{Kind::kStep, 0}}));
  view_.key(scene_, ">", 0);
  settle();
  EXPECT_EQ(commands(), (std::vector<Command>{{Kind::kStep, 1}}));
}

TEST_F(ViewTest, EveryPanelCanBeChosenByTabAndByKeyAndNoneIsEmpty) {
  for (std::string_view tab : {"tab:await", "tab:inspect", "tab:findings", "tab:loop"}) {
    settle();
    click(tab);
  }
  for (std::string_view key : {"1", "2", "3", "4"}) {
    EXPECT_TRUE(view_.key(scene_, key, 0));
    settle();
  }
}

TEST_F(ViewTest, ThePanelIsPulledAndPutAwayAndThePageIsTold) {
  settle();
  Rect edge = item("panel:edge").rect;
  view_.pointer(View::PointerKind::kDown, 400, edge.middle_y(), 0, false);
  settle();
  view_.pointer(View::PointerKind::kMove, 400, edge.middle_y() - 60, 0, false);
  settle();
  view_.pointer(View::PointerKind::kUp, 400, edge.middle_y() - 60, 0, false);
  settle();
  EXPECT_NEAR(item("panel:edge").rect.y, edge.y - 60, 1.5);
  auto told = commands();
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told[0].kind, Kind::kPanel);
  click("panel:shut");
  EXPECT_EQ(commands(), (std::vector<Command>{{Kind::kPanel, 0}}));
  EXPECT_GT(item("panel:edge").rect.y, 780);
}

TEST_F(ViewTest, WherePagePlaysTheCanvasDoesNot) {
  view_.set_size(390, 640, 1);
  view_.set_page_plays(true);
  settle();
  EXPECT_FALSE(has("play"));
  view_.set_page_plays(false);
  settle();
  EXPECT_TRUE(has("play"));
}

TEST_F(ViewTest, TheReplayEndsAtATellingMomentAndAPressEndsIt) {
  show(scenes::kBlockingCall, 2000 * kMs, Phase::kFinished);
  view_.replay(*run_);
  for (int ms = 1; ms < 3000; ms += 100) view_.frame(scene_, ms * kMs);
  ASSERT_TRUE(view_.looking_at());
  EXPECT_GT(view_.looking_at()->time_ns, 750 * kMs);
  view_.key(scene_, "End", 0);
  settle();
  EXPECT_FALSE(view_.looking_at());
}

TEST_F(ViewTest, TabGoesThroughControlsAndTracksAndThenLeaves) {
  settle();
  std::vector<std::string> stops;
  std::vector<Item> all = view_.items();
  for (const Item& item : all) {
    if (item.focusable) stops.push_back(item.id);
  }
  ASSERT_GT(stops.size(), 10u);
  for (std::size_t i = 0; i < stops.size(); ++i) {
    EXPECT_TRUE(view_.key(scene_, "Tab", 0));
    settle();
  }
  EXPECT_FALSE(view_.key(scene_, "Tab", 0));
  EXPECT_NE(std::find(stops.begin(), stops.end(), "track:6"), stops.end());
}

TEST_F(ViewTest, EverythingStaysOnTheCanvasAtEverySizeAndRatio) {
  for (auto [w, h] : {std::pair{994, 852},
                      {680, 552},
                      {390, 640},
                      {320, 300},
                      {2400, 1400},
                      {100, 100},
                      {60, 40},
                      {1, 1},
                      {0, 0}}) {
    for (double ratio : {0.5, 1.0, 1.25, 2.0, 3.0, 4.0}) {
      view_.set_size(static_cast<int>(w * ratio), static_cast<int>(h * ratio), ratio);
      settle();
      if (w < 300) continue;  // nothing can be read there; it must only not fail
      for (const Item& item : view_.items()) {
        EXPECT_GE(item.rect.x, -0.01) << item.id << " at " << w;
        EXPECT_LE(item.rect.right(), w + 1.01) << item.id << " at " << w;
      }
    }
  }
}

TEST_F(ViewTest, ControlsDoNotOverlap) {
  for (int w : {320, 390, 599, 600, 640, 700, 819, 820, 994, 1600}) {
    view_.set_size(w, 700, 1);
    settle();
    std::vector<Item> row;
    for (const Item& item : view_.items()) {
      if (item.rect.bottom() <= measure::transport_px) row.push_back(item);
    }
    for (std::size_t i = 0; i < row.size(); ++i) {
      for (std::size_t j = i + 1; j < row.size(); ++j) {
        EXPECT_LE(row[i].rect.cut(row[j].rect).w, 0.01)
            << row[i].id << " and " << row[j].id << " at " << w;
      }
    }
  }
}

TEST_F(ViewTest, OnATouchScreenControlsAreLargeEnough) {
  view_.set_size(390, 640, 1);
  settle();
  EXPECT_GE(item("play").rect.h, measure::touch_px);
  EXPECT_GE(item("track:3").rect.h, measure::touch_px);
}

TEST_F(ViewTest, WildPointersAndWheelsDoNoHarm) {
  double wild[] = {0,
                   -1e300,
                   1e300,
                   std::numeric_limits<double>::quiet_NaN(),
                   std::numeric_limits<double>::infinity()};
  for (double a : wild) {
    for (double b : wild) {
      view_.wheel(a, b, a, b, View::kCtrl);
      view_.wheel(400, 200, a, b, 0);
      view_.pointer(View::PointerKind::kDown, a, b, 0, false);
      view_.frame(scene_);
      view_.pointer(View::PointerKind::kUp, b, a, 0, true);
      view_.frame(scene_);
    }
  }
  view_.key(scene_, "Escape", 0);
  settle();
}

TEST_F(ViewTest, WhatIsNoFontIsAsGoodAsNone) {
  view_.fonts().set(Face::kRegular, std::vector<std::byte>(100, std::byte{7}));
  settle();
}

// ---- the end of a sleep

}  // namespace
}  // namespace simul::ui
