#include "timeline/inspect.hpp"

#include <gtest/gtest.h>

#include "timeline/pictures.hpp"
#include "timeline/random_trace.hpp"

namespace simul::timeline {
namespace {

constexpr std::int64_t kMs = 1'000'000;

class InspectTest : public testing::Test {
 protected:
  InspectTest()
      : trace_(trace::parse_text(kBlockingCall)), model_(trace_.value()), history_(model_) {
    model_.update();
  }
  Inspection at(Id task, std::int64_t time_ns) {
    return inspect(model_, history_, task, model_.at_time(time_ns));
  }
  static std::string causes(const Inspection& seen) {
    std::string out;
    for (const Cause& cause : seen.causes) out += cause.sentence + "\n";
    return out;
  }
  Result<trace::Trace> trace_;
  Model model_;
  LoopHistory history_;
};

TEST_F(InspectTest, ASleepingTaskSaysSinceWhenUntilWhenAndWhoMadeIt) {
  const Inspection seen = at(3, 250 * kMs);
  EXPECT_EQ(seen.state, State::kSleeping);
  EXPECT_EQ(seen.since_ns, 0);
  EXPECT_EQ(seen.until_ns, 1'000 * kMs);
  EXPECT_EQ(seen.line, 7u);
  EXPECT_EQ(causes(seen), "main created A on line 20.\nthe main program created main.\n");
}

TEST_F(InspectTest, ADueTaskHasBeenDueSinceItsDeadlineAndSaysWhoHoldsTheLoop) {
  const Inspection seen = at(3, 1'250 * kMs);
  EXPECT_EQ(seen.state, State::kDue);
  EXPECT_EQ(seen.since_ns, 1'000 * kMs);
  EXPECT_NE(seen.why.find("report has held the loop since 0.500"), std::string::npos) << seen.why;
}

TEST_F(InspectTest, ATaskThatWasWokenTellsOfItsTimerAndWhoSetIt) {
  const Inspection seen = at(4, 700 * kMs);
  EXPECT_EQ(seen.state, State::kBlocking);
  EXPECT_EQ(causes(seen), "Timer 8 fired at 0.500.\nreport set it at 0.000 on line 12.\n");
  const Inspection late =
      inspect(model_, history_, 3, model_.after(model_.trace().events.size() - 3));
  EXPECT_EQ(causes(late),
            "Timer 7 fired, due at 1.000 and collected at 1.500.\nA set it at 0.000 on line 7.\n");
}

TEST_F(InspectTest, TheNeighboursStandInOrderAndSayWhatHasHappened) {
  const Inspection seen = at(4, 700 * kMs);
  ASSERT_GE(seen.neighbours.size(), 5u);
  bool future = false;
  std::string text;
  for (const Neighbour& each : seen.neighbours) {
    EXPECT_FALSE(future && each.happened);
    future = future || !each.happened;
    text += each.text + "\n";
  }
  EXPECT_TRUE(future);
  EXPECT_NE(text.find("report blocks the loop with time.sleep(1.0) on line 13"), std::string::npos)
      << text;
}

TEST_F(InspectTest, WhatDoesNotExistYetSaysSo) {
  EXPECT_EQ(inspect(model_, history_, 3, {0, 0}).why, "It does not exist yet.");
  EXPECT_EQ(inspect(model_, history_, 999, {0, 0}).why, "There is no such task.");
}

TEST(Inspect, AnyTaskAtAnyInstantOfRandomRunsGivesASentenceAndOlderCauses) {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    const RandomRun run(seed, 300);
    Model model(run.trace);
    model.update();
    LoopHistory history(model);
    for (std::size_t events = 0; events <= run.trace.events.size(); events += 7) {
      for (const Track& track : model.tracks()) {
        const Inspection seen = inspect(model, history, track.task, model.after(events));
        ASSERT_FALSE(seen.why.empty());
        std::size_t before = events;
        for (const Cause& cause : seen.causes) {
          ASSERT_LT(cause.event, before) << "seed " << seed << ": " << cause.sentence;
          ASSERT_FALSE(cause.sentence.empty());
          before = cause.event + 1;
        }
      }
    }
    for (std::size_t i = 0; i < run.trace.events.size(); ++i) ASSERT_FALSE(say(model, i).empty());
  }
}

}  // namespace
}  // namespace simul::timeline
