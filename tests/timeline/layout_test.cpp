#include "timeline/layout.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "timeline/pictures.hpp"

namespace simul::timeline {
namespace {

constexpr std::int64_t kMs = 1'000'000;

class LayoutTest : public testing::Test {
 protected:
  LayoutTest() : trace_(trace::parse_text(kBlockingCall)), model_(trace_.value()) {
    model_.update();
    view_.width_px = 500;
    view_.ns_per_px = 4e6;  // 250 px a second
  }
  std::string boxes(const Layout& layout, std::size_t row) {
    std::string out;
    for (const Box& box : layout.boxes) {
      if (box.row != row) continue;
      out += std::string(word(box.state)) + (box.mark ? "*" : "") + " " +
             std::to_string(std::lround(box.x_px)) + "+" +
             std::to_string(std::lround(box.width_px)) + "; ";
    }
    return out;
  }

  Result<trace::Trace> trace_;
  Model model_;
  Viewport view_;
};

TEST_F(LayoutTest, StepsWithoutDurationAreMarksAndTheRestAreBars) {
  Layout out = layout(model_, view_, {.now_ns = 1'250 * kMs});
  ASSERT_EQ(out.rows.size(), 4u);
  EXPECT_EQ(boxes(out, 2), "sleeping 0+250; due 250+63; running* 0+5; ");
  EXPECT_EQ(boxes(out, 3), "sleeping 0+125; blocking 125+188; running* 0+5; running* 125+5; ");
}

TEST_F(LayoutTest, NothingIsDrawnLaterThanNow) {
  Layout out = layout(model_, view_, {.now_ns = 250 * kMs});
  for (const Box& box : out.boxes) EXPECT_LE(box.end_ns, 250 * kMs);
  EXPECT_EQ(boxes(out, 2), "sleeping 0+63; running* 0+5; ");
}

TEST_F(LayoutTest, OnlyTracksInTheVisibleBandAreLaidOutAndTheHeightIsThatOfAll) {
  Layout out = layout(model_, view_, {.now_ns = 1'250 * kMs, .top_px = 60, .bottom_px = 100});
  ASSERT_EQ(out.rows.size(), 1u);
  EXPECT_EQ(out.rows[0].track, 1u);
  EXPECT_EQ(out.height_px, 4 * 54);
}

TEST_F(LayoutTest, TheMarkIsHitBeforeTheBarBelowItAndEasierThanItIsWide) {
  Layout out = layout(model_, view_, {.now_ns = 1'250 * kMs});
  double y = out.rows[2].y_px + 27;
  const Box* mark = hit(out, -1, y);
  ASSERT_NE(mark, nullptr);
  EXPECT_TRUE(mark->mark);
  const Box* bar = hit(out, 30, y);
  ASSERT_NE(bar, nullptr);
  EXPECT_EQ(bar->state, State::kSleeping);
  EXPECT_EQ(hit(out, 30, y + 40), nullptr);
}

TEST(Layout, SlicesThinnerThanAPixelAreMergedAndSayHowManyTheyAre) {
  trace::Trace trace;
  Model model(trace);
  auto add = [&](asyncio::EventKind kind,
                 std::int64_t t,
                 trace::Id subject,
                 trace::Id object,
                 std::uint8_t detail,
                 std::int64_t due) {
    trace::Event e;
    e.kind = kind;
    e.time_ns = t;
    e.subject = subject;
    e.object = object;
    e.detail = detail;
    e.due_ns = due;
    trace.events.push_back(e);
  };
  using K = asyncio::EventKind;
  add(K::kTaskCreated, 0, 2, 0, 0, 0);
  for (int i = 0; i < 100; ++i) {  // a nap of 1 ms, 100 times, at 10 ms a pixel
    std::int64_t t = i * kMs;
    add(K::kHandleBegan, t, 100, 2, 0, 0);
    add(K::kTaskWaits, t, 2, 50, 1, t + kMs);
    add(K::kHandleEnded, t, 100, 2, 0, 0);
  }
  model.update();
  Viewport view{.start_ns = 0, .ns_per_px = 10e6, .width_px = 100};
  Layout out = layout(model, view, {.now_ns = 100 * kMs});
  std::uint32_t bars = 0, slices = 0;
  for (const Box& box : out.boxes) {
    if (box.row != 1 || box.mark) continue;
    ++bars;
    slices += box.merged;
    EXPECT_EQ(box.state, State::kSleeping);
  }
  EXPECT_LE(bars, 11u);
  EXPECT_EQ(slices, 100u);
}

TEST(Viewport, ZoomingKeepsTheTimeUnderThePointer) {
  Viewport view{.start_ns = 1e9, .ns_per_px = 4e6, .width_px = 800};
  std::int64_t under = view.to_ns(300);
  view.zoom(0.5, 300);
  EXPECT_NEAR(static_cast<double>(view.to_ns(300)), static_cast<double>(under), 2.0);
  EXPECT_EQ(view.ns_per_px, 2e6);
}

TEST(Viewport, FitShowsTheWholeRangeWithItsMargins) {
  Viewport view{.width_px = 440};
  view.fit(0, 2'000 * kMs, 20);
  EXPECT_NEAR(view.to_px(0), 20, 0.01);
  EXPECT_NEAR(view.to_px(2'000 * kMs), 420, 0.01);
}

}  // namespace
}  // namespace simul::timeline
