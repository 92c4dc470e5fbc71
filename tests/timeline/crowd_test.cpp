#include "timeline/crowd.hpp"

#include <gtest/gtest.h>

#include "timeline/pictures.hpp"

namespace simul::timeline {
namespace {

constexpr std::int64_t kMs = 1'000'000;

class CrowdTest : public testing::Test {
 protected:
  CrowdTest() : trace_(trace::parse_text(kBlockingCall)), model_(trace_.value()) {
    model_.update();
    for (std::size_t i = 1; i < model_.tracks().size(); ++i) all_.push_back(i);
    crowd_.build(model_, all_);
  }
  double at(State state, std::int64_t time_ns) {
    return crowd_.over(time_ns, time_ns)[static_cast<std::size_t>(state)];
  }

  Result<trace::Trace> trace_;
  Model model_;
  std::vector<std::size_t> all_;
  Crowd crowd_;
};

TEST_F(CrowdTest, CountsAreThoseOfEveryTrackByItself) {
  for (std::int64_t t = 1; t < model_.end_ns(); t += 37 * kMs + 1) {
    Counts naive{};
    for (std::size_t index : all_) {
      State state = Model::state_at(model_.tracks()[index], t);
      if (model_.tracks()[index].created_ns <= t) naive[static_cast<std::size_t>(state)] += 1;
    }
    naive[static_cast<std::size_t>(State::kIdle)] = 0;
    EXPECT_EQ(crowd_.over(t, t), naive) << t;
  }
}

TEST_F(CrowdTest, ASleepIsDueFromItsDeadlineOn) {
  EXPECT_EQ(at(State::kDue, 999 * kMs), 0);
  EXPECT_EQ(at(State::kDue, 1001 * kMs), 1);
}

TEST_F(CrowdTest, AnAverageWeighsHowLong) {
  // Due from 1.0 on, so for half of this span.
  Counts counts = crowd_.over(900 * kMs, 1100 * kMs);
  EXPECT_DOUBLE_EQ(counts[static_cast<std::size_t>(State::kDue)], 0.5);
}

TEST_F(CrowdTest, ASweepSaysOfEachSpanWhatASearchSays) {
  for (std::int64_t step : {7 * kMs, 40 * kMs, 900 * kMs}) {
    Crowd::Sweep sweep(crowd_);
    for (std::int64_t t = 0; t < model_.end_ns(); t += step)
      EXPECT_EQ(sweep.over(t, t + step), crowd_.over(t, t + step)) << t;
    // Back to where it began.
    EXPECT_EQ(sweep.over(3 * kMs, 950 * kMs), crowd_.over(3 * kMs, 950 * kMs));
  }
}

TEST_F(CrowdTest, ASweepKnowsUntilWhenNothingChanges) {
  Crowd::Sweep sweep(crowd_);
  int spans = 0;
  for (std::int64_t t = 0;; ++spans) {
    const Counts counts = sweep.over(t, t);
    const std::int64_t until = sweep.same_until();
    if (until == kOpen) break;
    ASSERT_GT(until, t);
    EXPECT_EQ(crowd_.over(t, until), counts);
    EXPECT_NE(crowd_.over(until, until), counts);
    t = until;
  }
  EXPECT_GT(spans, 2);
}

TEST_F(CrowdTest, StepsOfNoDurationAreKnown) {
  EXPECT_TRUE(crowd_.stepped(0, 1));
  EXPECT_FALSE(crowd_.stepped(1, 400 * kMs));
}

TEST_F(CrowdTest, SharesOfATrackAddUpToOneWhileItExists) {
  const Track& track = *model_.track_of(3);
  Counts parts = shares(track, 900 * kMs, 1100 * kMs, 1100 * kMs);
  EXPECT_DOUBLE_EQ(parts[static_cast<std::size_t>(State::kSleeping)], 0.5);
  EXPECT_DOUBLE_EQ(parts[static_cast<std::size_t>(State::kDue)], 0.5);
}

TEST_F(CrowdTest, NobodyIsACrowdOfNothing) {
  Crowd none;
  EXPECT_EQ(none.over(0, 100), Counts{});
  none.build(model_, {});
  EXPECT_EQ(none.over(0, 0), Counts{});
  EXPECT_FALSE(none.stepped(0, 100));
}

}  // namespace
}  // namespace simul::timeline
