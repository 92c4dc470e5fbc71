#include "timeline/loop_state.hpp"

#include <gtest/gtest.h>

#include "timeline/naive_state.hpp"
#include "timeline/pictures.hpp"
#include "timeline/random_trace.hpp"
#include "timeline/why.hpp"

namespace simul::timeline {
namespace {

constexpr std::int64_t kMs = 1'000'000;

class LoopHistoryTest : public testing::Test {
 protected:
  LoopHistoryTest()
      : trace_(trace::parse_text(kBlockingCall)), model_(trace_.value()), history_(model_) {
    model_.update();
  }
  std::string timers(std::int64_t t) {
    std::string out;
    for (const TimerItem& timer : history_.at(t).timers) {
      out += model_.track_of(timer.task)->name + " " + seconds(timer.due_ns) + "; ";
    }
    return out;
  }

  Result<trace::Trace> trace_;
  Model model_;
  LoopHistory history_;
};

TEST_F(LoopHistoryTest, ADueTimerStaysInTheHeapWhileTheLoopIsBlocked) {
  EXPECT_EQ(timers(1'250 * kMs), "A 1.000; ");
  EXPECT_EQ(history_.at(1'250 * kMs).ready.size(), 0u);
  EXPECT_TRUE(history_.at(1'250 * kMs).blocked);
  EXPECT_EQ(history_.at(1'250 * kMs).blocker, 4u);
}

TEST_F(LoopHistoryTest, TheStateAtAnInstantIsTheSameHoweverOneGotThere) {
  std::string forward, backward;
  for (std::int64_t t = 0; t <= 1'600; t += 50) forward += timers(t * kMs) + "|";
  LoopHistory other(model_);
  std::vector<std::string> parts;
  for (std::int64_t t = 1'600; t >= 0; t -= 50) {
    history_.at(t * kMs);
    parts.push_back(timers(t * kMs) + "|");
  }
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) backward += *part;
  EXPECT_EQ(forward, backward);
  EXPECT_EQ(timers(250 * kMs), "report 0.500; A 1.000; ");
}

TEST_F(LoopHistoryTest, TurnsSayWhoRanInWhichOrder) {
  auto turns = history_.at(1'250 * kMs).turns;
  ASSERT_EQ(turns.size(), 4u);
  EXPECT_EQ(turns[1].number, 2u);
  EXPECT_EQ(turns[1].ran, (std::vector<Id>{3, 4}));
}

TEST_F(LoopHistoryTest, OneSentenceSaysWhyATaskIsNotRunning) {
  EXPECT_EQ(why(model_, history_, 3, 1'250 * kMs),
            "Its sleep ended at 1.000, but report has held the loop since 0.500 with "
            "time.sleep(1.0) on line 13.");
  EXPECT_EQ(why(model_, history_, 3, 250 * kMs), "Sleeps since 0.000 on line 7 until 1.000.");
  EXPECT_EQ(
      why(model_, history_, 4, 1'250 * kMs),
      "time.sleep(1.0) on line 13 holds the whole loop from 0.500 to 1.500: nobody else can run.");
  EXPECT_EQ(why(model_, history_, 3, 1'600 * kMs), "Done since 1.500.");
  EXPECT_EQ(why(model_, history_, 2, 250 * kMs), "Waits for gather since 0.000 on line 18.");
}

TEST_F(LoopHistoryTest, TheLoopSaysWhatItWaitsFor) {
  EXPECT_EQ(loop_sentence(model_, history_, 250 * kMs),
            "Idle: waits for the timer of report at 0.500.");
  EXPECT_EQ(loop_sentence(model_, history_, 1'250 * kMs),
            "report blocks the loop with time.sleep(1.0) on line 13 since 0.500.");
}

TEST_F(LoopHistoryTest, TasksInASentenceHaveTheNamesThatPeopleGiveThem) {
  EXPECT_EQ(with_names(model_, "gather: Task-2, Task-3"), "gather: A, report");
  EXPECT_EQ(with_names(model_, "Task-77"), "Task-77");
}

TEST(LoopHistory, JumpingBackInALongRunStartsFromASnapshot) {
  trace::Trace trace;
  for (std::uint32_t i = 0; i < 40'000; ++i) {
    trace::Event event;
    event.kind = asyncio::EventKind::kTimerArmed;
    event.subject = i + 1;
    event.time_ns = i;
    event.due_ns = 1'000'000 + i;
    trace.events.push_back(event);
  }
  Model model(trace);
  model.update();
  LoopHistory history(model);
  EXPECT_EQ(history.at(39'999).timer_count, 40'000u);
  EXPECT_EQ(history.at(20'000).timer_count, 20'001u);
  EXPECT_EQ(history.at(5).timer_count, 6u);
  EXPECT_EQ(history.at(39'999).timer_count, 40'000u);
  EXPECT_EQ(history.at(39'999).timers.size(), LoopState::kShown);
}

// What the history and the model say of an instant, in the words of NaiveState.
std::string told(const Model& model, LoopHistory& history, const Moment& moment) {
  std::string out;
  for (const Track& track : model.tracks()) {
    if (track.task == 0 || track.created_event >= moment.events) continue;
    out +=
        std::to_string(track.task) + " " + std::string(word(Model::state_at(track, moment))) + "; ";
  }
  const LoopState loop = history.at(moment);
  out += "ready";
  for (const ReadyItem& item : loop.ready) out += " " + std::to_string(item.handle);
  out += "; timers";
  for (const TimerItem& item : loop.timers) out += " " + std::to_string(item.timer);
  return out + "; turn " + std::to_string(loop.turn) + " runs " + std::to_string(loop.running) +
         (loop.busy ? " busy" : "") + (loop.blocked ? " blocked" : "");
}

TEST(AnyInstant, IsWhatASimpleReplayFromTheStartSaysInRandomRuns) {
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    const RandomRun run(seed, 400);
    Model model(run.trace);
    model.update();
    LoopHistory history(model);
    NaiveState naive(run.trace);
    for (std::size_t events = 0; events <= run.trace.events.size(); ++events) {
      naive.take(events);
      const Moment moment = model.after(events);
      ASSERT_EQ(told(model, history, moment), naive.text(moment.time_ns))
          << "seed " << seed << " after " << events << " events";
    }
  }
}

TEST(AnyInstant, IsTheSameHoweverOneGotThere) {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    const RandomRun run(seed, 300);
    Model model(run.trace);
    model.update();
    LoopHistory forward(model), jumping(model);
    std::vector<std::string> expected;
    for (std::size_t events = 0; events <= run.trace.events.size(); ++events)
      expected.push_back(told(model, forward, model.after(events)));
    std::mt19937 random(seed);
    for (int jump = 0; jump < 500; ++jump) {
      const std::size_t events = random() % expected.size();
      ASSERT_EQ(told(model, jumping, model.after(events)), expected[events]) << "seed " << seed;
    }
  }
}

TEST(AnyInstant, IsKnownWhileTheRunStillGrows) {
  const RandomRun run(7, 400);
  trace::Trace growing;
  Model model(growing);
  LoopHistory history(model);
  NaiveState naive(run.trace);
  for (std::size_t events = 1; events <= run.trace.events.size(); ++events) {
    growing.events.push_back(run.trace.events[events - 1]);
    model.update();
    naive.take(events);
    const Moment moment = model.after(events);
    ASSERT_EQ(told(model, history, moment), naive.text(moment.time_ns)) << events;
  }
}

}  // namespace
}  // namespace simul::timeline
