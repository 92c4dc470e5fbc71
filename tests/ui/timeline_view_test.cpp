#include "ui/timeline_view.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "support/scenes.hpp"
#include "support/view_fixture.hpp"

namespace simul::ui {
namespace {

class TimelineViewTest : public RunFixture {
 protected:
  TimelineViewTest() { show(scenes::kBlockingCall, 1250 * kMs, Phase::kPaused); }
};

using Kind = Command::Kind;

// What the run before an edit did otherwise is drawn beneath; what it did alike is not drawn twice.
TEST_F(TimelineViewTest, TheRunBeforeAnEditIsDrawnWhereItWasOtherwise) {
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

TEST_F(TimelineViewTest, ABlockedLoopIsDrawnBlockedAndTasksBehindItDue) {
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
TEST_F(TimelineViewTest, WhatWasDrawnAndIsGoneSinceHasNoItems) {
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

TEST_F(TimelineViewTest, RightOfNowOnlyTheForecastIsDrawn) {
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

TEST_F(TimelineViewTest, BeforeTheFirstRunTheForecastIsThePicture) {
  show(scenes::kThreeWorkers, 0, Phase::kIdle);
  settle();
  EXPECT_TRUE(has("track:3"));
  EXPECT_TRUE(has("forecast:3:1"));
  EXPECT_FALSE(has("slice:3:1"));
}

TEST_F(TimelineViewTest, LanesKeepTheirPlaceWhenTheForecastBecomesTheRun) {
  show(scenes::kThreeWorkers, 0, Phase::kIdle);
  settle();
  Rect before = item("track:5").rect;
  show(scenes::kThreeWorkers, 1200 * kMs, Phase::kRunning);
  settle();
  EXPECT_EQ(item("track:5").rect.y, before.y);
}

TEST_F(TimelineViewTest, AClickOnASliceSelectsItsTaskAndShowsItsLine) {
  settle();
  Item due;
  for (const Item& item : view_.items()) {
    if (item.label.starts_with("A: due")) due = item;
  }
  click(due.rect.x + due.rect.w / 2, due.rect.middle_y());
  EXPECT_EQ(commands(), (std::vector<Command>{{Kind::kShowLine, 7}}));
}

TEST_F(TimelineViewTest, ADragPansAndClicksNothing) {
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

TEST_F(TimelineViewTest, ABoxZoomShowsWhatWasMarked) {
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

TEST_F(TimelineViewTest, PinnedAndFoldedByKey) {
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

}  // namespace
}  // namespace simul::ui
