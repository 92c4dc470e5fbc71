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

// Some at the same instants and some at instants of their own, so that some are added up before
// they are sorted and some are not.
void expect_counts_of_every_track(int count) {
  std::string text = "0.000000000 loop_started 1\n";
  std::string at_once, one_by_one;
  for (int n = 0; n < count; ++n) {
    const auto number = [](int value) { return std::to_string(value) + " "; };
    const int begin_ns = 100'000 + (n % 3 == 0 ? 0 : n);
    const int due_ns = 20'000'000 + n % 5 * 1'000'000 + n % 2 * n;
    const std::string begin = "0.000" + number(begin_ns);
    const std::string due = "due=0.0" + std::to_string(due_ns) + "\n";
    const std::string task = number(10'000 + n), sleep = number(20'000 + n),
                      handle = number(30'000 + n);
    std::string& lines = n % 3 == 0 ? at_once : one_by_one;
    lines += begin + "task_created " + task + "object=1 line=1 \"Task\"\n";
    lines += begin + "handle_queued " + handle + "object=" + task + "\n";
    lines += begin + "handle_began " + handle + "object=" + task + "\n";
    lines += begin + "timer_armed " + number(40'000 + n) + "object=" + sleep + due;
    lines += begin + "task_waits " + task + "object=" + sleep + "detail=1 line=7 " + due;
    lines += begin + "handle_ended " + handle + "object=" + task + "\n";
  }
  const Result<trace::Trace> trace = trace::parse_text(text + at_once + one_by_one);
  ASSERT_TRUE(trace.ok());
  Model model(trace.value());
  model.update();
  std::vector<std::size_t> tasks;
  for (std::size_t i = 0; i < model.tracks().size(); ++i) {
    if (model.tracks()[i].name != "loop") tasks.push_back(i);
  }
  ASSERT_GE(tasks.size(), static_cast<std::size_t>(count));
  Crowd crowd;
  crowd.build(model, tasks);
  for (std::int64_t t : {100'000L,
                         100'001L,
                         100'500L,
                         100'899L,
                         103'999L,
                         1'000'000L,
                         20'000'000L,
                         20'000'301L,
                         22'000'700L,
                         24'000'899L,
                         24'003'999L,
                         30'000'000L}) {
    Counts naive{};
    for (std::size_t index : tasks) {
      if (model.tracks()[index].created_ns > t) continue;
      naive[static_cast<std::size_t>(Model::state_at(model.tracks()[index], t))] += 1;
    }
    EXPECT_EQ(crowd.over(t, t), naive) << t;
  }
}

TEST_F(CrowdTest, HundredsOfChangesAddUpToTheCountsOfEveryTrackByItself) {
  expect_counts_of_every_track(900);
}

// So many are sorted by their digits.
TEST_F(CrowdTest, ThousandsOfChangesAddUpToTheCountsOfEveryTrackByItself) {
  expect_counts_of_every_track(4000);
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
