#include "ui/lane_strip.hpp"

#include <gtest/gtest.h>

namespace simul::ui {
namespace {

using models::Doing;

models::Lane lane(std::vector<models::Span> spans) {
  models::Lane lane;
  lane.from_ns = spans.front().start_ns;
  lane.to_ns = spans.back().end_ns;
  lane.spans = std::move(spans);
  return lane;
}

TEST(LaneStrip, WhatIsWideEnoughIsDrawnWhereItIs) {
  auto parts = strip(lane({{0, 40, Doing::kComputing}, {40, 100, Doing::kSleeping}}), 100, 10, 4);
  EXPECT_EQ(
      parts,
      (std::vector<StripPart>{{0, 4, 0, 1, Doing::kComputing}, {4, 10, 0, 1, Doing::kSleeping}}));
}

TEST(LaneStrip, AColumnInWhichMuchHappensIsDividedByTime) {
  std::vector<models::Span> spans;
  for (int i = 0; i < 100; ++i) {
    spans.push_back({i * 4, i * 4 + 1, Doing::kComputing});
    spans.push_back({i * 4 + 1, i * 4 + 4, Doing::kReady});
  }
  auto parts = strip(lane(spans), 400, 10, 8);
  EXPECT_EQ(parts,
            (std::vector<StripPart>{{0, 10, 0, 0.25, Doing::kComputing},
                                    {0, 10, 0.25, 1, Doing::kReady}}));
}

TEST(LaneStrip, BeforeItsBirthAndAfterItsEndALaneIsEmpty) {
  auto parts = strip(lane({{30, 60, Doing::kBlocking}}), 100, 10, 4);
  EXPECT_EQ(parts, (std::vector<StripPart>{{3, 6, 0, 1, Doing::kBlocking}}));
  EXPECT_TRUE(strip(lane({{0, 1, Doing::kBlocking}}), 0, 10, 4).empty());
}

TEST(LaneStrip, TheSpanAtATimeIsTheOneThatHasBegunAndNotEnded) {
  const models::Lane one = lane({{10, 20, Doing::kComputing}, {20, 30, Doing::kSleeping}});
  EXPECT_EQ(span_at(one, 9), nullptr);
  EXPECT_EQ(span_at(one, 10)->doing, Doing::kComputing);
  EXPECT_EQ(span_at(one, 20)->doing, Doing::kSleeping);
  EXPECT_EQ(span_at(one, 30), nullptr);
}

}  // namespace
}  // namespace simul::ui
