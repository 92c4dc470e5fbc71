#include "ui/view.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>

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

// What the run before an edit did otherwise is drawn beneath; what it did alike is not drawn twice.
TEST_F(ViewTest, TheRunBeforeAnEditIsDrawnWhereItWasOtherwise) {
  auto count = [&](std::string_view kind) {
    auto all = view_.items();
    return std::count_if(
        all.begin(), all.end(), [&](const Item& item) { return item.id.starts_with(kind); });
  };
  show(scenes::kBlockingCall, 2000 * kMs, Phase::kIdle);
  scene_.ghost = forecast_.get();
  scene_.ghost_end_ns = forecast_->end_ns();
  settle();
  EXPECT_GT(count("forecast:"), 5);
  EXPECT_EQ(count("before:"), 0);

  // Now B slept for half a second less, and that was the end.
  std::string before = scenes::kBlockingCall;
  for (std::size_t at = 0; (at = before.find("2.000000000", at)) != std::string::npos; ++at)
    before.replace(at, 11, "1.700000000");
  auto trace = trace::parse_text(before);
  ASSERT_TRUE(trace.ok()) << trace.error().message;
  timeline::Model ghost(trace.value());
  ghost.update();
  scene_.ghost = &ghost;
  scene_.ghost_end_ns = ghost.end_ns();
  settle();
  // The steps that ended B, main and the loop's work; nothing of A and C.
  EXPECT_EQ(count("before:4:"), 1);
  EXPECT_EQ(count("before:2:"), 1);
  EXPECT_EQ(count("before:3:"), 0);
  EXPECT_EQ(count("before:5:"), 0);
  view_.new_source();
}

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

TEST_F(ViewTest, ABlockedLoopIsDrawnBlockedAndTasksBehindItDue) {
  settle();
  std::vector<std::string> labels;
  for (const Item& item : view_.items()) {
    if (item.id.starts_with("slice:3:") || item.id.starts_with("slice:0:"))
      labels.push_back(item.label);
  }
  auto contains = [&](std::string_view text) {
    return std::any_of(
        labels.begin(), labels.end(), [&](const std::string& l) { return l.starts_with(text); });
  };
  EXPECT_TRUE(contains("Event loop: blocked by report"));
  EXPECT_TRUE(contains("A: due, line 7, 1.000"));
  EXPECT_FALSE(contains("A: running, line 7, 1.000"));
}

// A new text or run takes the place of what was drawn, and somebody asks before the next frame.
TEST_F(ViewTest, WhatWasDrawnAndIsGoneSinceHasNoItems) {
  settle();
  const timeline::Model* gone = run_.get();
  run_ = nullptr;
  scene_.run = nullptr;
  bool controls = false, forecast = false;
  for (const Item& item : view_.items([&](const timeline::Model* one) { return one != gone; })) {
    EXPECT_FALSE(item.id.starts_with("slice:")) << item.id;
    controls |= item.id == "play";
    forecast |= item.id.starts_with("forecast:");
  }
  EXPECT_TRUE(controls && forecast);
}

TEST_F(ViewTest, RightOfNowOnlyTheForecastIsDrawn) {
  settle();
  double now_x = -1;
  for (const Item& item : view_.items()) {
    if (item.id.starts_with("slice:4:") && item.label.starts_with("B: sleep"))
      now_x = item.rect.right();
  }
  ASSERT_GT(now_x, 0);
  bool forecast = false;
  for (const Item& item : view_.items()) {
    if (item.id.starts_with("slice:")) {
      EXPECT_LE(item.rect.x, now_x) << item.label;
    }
    if (item.id.starts_with("forecast:")) {
      EXPECT_GE(item.rect.x, now_x - 1) << item.label;
      forecast = true;
    }
  }
  EXPECT_TRUE(forecast);
}

TEST_F(ViewTest, BeforeTheFirstRunTheForecastIsThePicture) {
  show(scenes::kThreeWorkers, 0, Phase::kIdle);
  settle();
  EXPECT_TRUE(has("track:3"));
  EXPECT_TRUE(has("forecast:3:1"));
  EXPECT_FALSE(has("slice:3:1"));
}

TEST_F(ViewTest, LanesKeepTheirPlaceWhenTheForecastBecomesTheRun) {
  show(scenes::kThreeWorkers, 0, Phase::kIdle);
  settle();
  Rect before = item("track:5").rect;
  show(scenes::kThreeWorkers, 1200 * kMs, Phase::kRunning);
  settle();
  EXPECT_EQ(item("track:5").rect.y, before.y);
}

TEST_F(ViewTest, AClickOnASliceSelectsItsTaskAndShowsItsLine) {
  settle();
  Item due;
  for (const Item& item : view_.items()) {
    if (item.label.starts_with("A: due")) due = item;
  }
  click(due.rect.x + due.rect.w / 2, due.rect.middle_y());
  EXPECT_EQ(commands(), (std::vector<Command>{{Kind::kShowLine, 7}}));
}

TEST_F(ViewTest, ADragPansAndClicksNothing) {
  settle();
  Item sleep;
  for (const Item& item : view_.items()) {
    if (item.id.starts_with("slice:") && item.label.starts_with("B: sleep")) sleep = item;
  }
  double x = sleep.rect.x + 100, y = sleep.rect.middle_y();
  view_.pointer(View::PointerKind::kDown, x, y, 0, false);
  settle();
  view_.pointer(View::PointerKind::kMove, x - 80, y, 0, false);
  settle();
  view_.pointer(View::PointerKind::kUp, x - 80, y, 0, false);
  settle();
  EXPECT_TRUE(commands().empty());
  view_.key(scene_, "f", 0);
  settle();
  EXPECT_NEAR(item("slice:4:1").rect.right(), sleep.rect.right(), 0.01);
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

TEST_F(ViewTest, ABoxZoomShowsWhatWasMarked) {
  settle();
  Rect lanes = item("lanes").rect;
  double y = lanes.bottom() - 4;
  view_.pointer(View::PointerKind::kDown, lanes.x + 100, y, 0, false, View::kShift);
  settle();
  view_.pointer(View::PointerKind::kMove, lanes.x + 300, y, 0, false, View::kShift);
  settle();
  view_.pointer(View::PointerKind::kUp, lanes.x + 300, y, 0, false, View::kShift);
  settle();
  EXPECT_TRUE(has("overview"));  // a part is seen now, so the whole is shown in small
  view_.key(scene_, "f", 0);
  settle();
  EXPECT_FALSE(has("overview"));
}

TEST_F(ViewTest, PinnedAndFoldedByKey) {
  settle();
  for (int i = 0; i < 3; ++i) {  // the loop, main, A
    view_.key(scene_, "ArrowDown", 0);
    settle();
  }
  view_.key(scene_, "p", 0);
  settle();
  EXPECT_TRUE(has("pin:3"));
  view_.key(scene_, "p", 0);
  settle();
  view_.key(scene_, "ArrowUp", 0);
  settle();
  view_.key(scene_, "[", 0);
  settle();
  EXPECT_FALSE(has("track:4"));
  view_.key(scene_, "]", 0);
  settle();
  EXPECT_TRUE(has("track:4"));
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

class SleepEndTest : public ViewTest {
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
