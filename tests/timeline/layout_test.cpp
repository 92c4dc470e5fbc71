#include "timeline/layout.hpp"

#include <algorithm>
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

// A hundred thousand steps of a busy loop, far out and closer: taken together in blocks they are
// the same picture.
TEST(Layout, ALongTrackLaidOutByItsDensityIsTheSamePicture) {
  Track track;
  std::int64_t now = 0;
  unsigned random = 7;
  for (int i = 0; i < 100'000; ++i) {
    random = random * 1664525u + 1013904223u;
    const std::int64_t took = random >> 22;  // up to a microsecond
    track.slices.push_back({.start_ns = now, .end_ns = now + took, .state = State::kRunning});
    now += took;
    // Now and then it idles for long.
    const std::int64_t idle = i % 9'000 == 0 ? 20'000'000 : random >> 18;
    track.slices.push_back({.start_ns = now, .end_ns = now + idle, .state = State::kIdle});
    now += idle;
  }
  Density density;
  density.update(track);
  for (double part : {1.0, 0.1, 0.0005}) {
    Viewport view;
    view.width_px = 1000;
    view.start_ns = 0.3 * static_cast<double>(now) * (1 - part);
    view.ns_per_px = static_cast<double>(now) * part / 1000;
    LayoutOptions options;
    options.now_ns = now;
    std::vector<Box> plain, quick;
    lay_track(plain, track, view, options);
    lay_track(quick, track, view, options, &density);
    const auto sum = [](const std::vector<Box>& boxes, bool marks) {
      std::uint32_t merged = 0;
      double width = 0;
      for (const Box& box : boxes) {
        if (box.mark == marks) merged += box.merged, width += box.width_px;
      }
      return std::pair(merged, width);
    };
    for (bool marks : {false, true}) {
      // At its edges a block is there as a whole.
      const auto [count, width] = sum(plain, marks);
      const auto [quick_count, quick_width] = sum(quick, marks);
      EXPECT_NEAR(count, quick_count, 2 * Density::kBlock) << part;
      EXPECT_NEAR(width, quick_width, 0.02 * width + 3) << part;
    }
    for (const Box& box : plain) {
      if (box.width_px < 3) continue;
      const bool there = std::any_of(quick.begin(), quick.end(), [&](const Box& other) {
        return other.state == box.state && std::abs(other.x_px - box.x_px) < 0.5 &&
               std::abs(other.width_px - box.width_px) < 3;
      });
      EXPECT_TRUE(there || box.mark) << part << " " << box.x_px;
    }
  }
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

// What an instant run records: forty steps that take no time, and then the loop idles.
TEST(Layout, StepsOfOneInstantAreOneBlockAndTheIdlingBetweenThemAnother) {
  Track track;
  for (std::int64_t turn = 0; turn < 100; ++turn) {
    for (int i = 0; i < 40; ++i)
      track.slices.push_back(
          {.start_ns = turn * kMs, .end_ns = turn * kMs, .state = State::kRunning});
    track.slices.push_back(
        {.start_ns = turn * kMs, .end_ns = (turn + 1) * kMs, .state = State::kIdle});
  }
  Density density;
  density.update(track);
  // The last time it idles may still change.
  ASSERT_EQ(density.blocks(), 199u);
  EXPECT_EQ(density.first_slice(2), 41u);
  EXPECT_EQ(density.steps(2, 2), 40u);
  EXPECT_EQ(density.end_slice(3), 82u);
  EXPECT_EQ(density.block_from(42), 3u);
  Counts share_ns{};
  density.add_shares(1, 4, share_ns);
  EXPECT_EQ(share_ns[static_cast<std::size_t>(State::kIdle)], 2.0 * kMs);
}

// A forecast is made anew with each edit, with as many slices at other times.
TEST(Layout, ADensityIsOfOneModelAndBegunAnewWithTheNext) {
  const trace::Trace empty;
  const Model first(empty), second(empty);
  Track track;
  for (int i = 0; i < 100; ++i)
    track.slices.push_back({.start_ns = i, .end_ns = i + 1, .state = State::kRunning});
  DensityOf kept;
  EXPECT_EQ(kept.of(first, track).steps(0, 0), Density::kBlock);
  for (Slice& slice : track.slices) slice.state = State::kSleeping;
  EXPECT_EQ(kept.of(first, track).steps(0, 0), Density::kBlock);
  EXPECT_EQ(kept.of(second, track).steps(0, 0), 0u);
}

}  // namespace
}  // namespace simul::timeline
