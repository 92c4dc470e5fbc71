#include "timeline/steps.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "timeline/pictures.hpp"
#include "timeline/random_trace.hpp"

namespace simul::timeline {
namespace {

using trace::EventKind;

TEST(Steps, ForwardsAndBackwardsStopAtTheSamePlacesInRandomRuns) {
  for (std::uint32_t seed = 1; seed <= 30; ++seed) {
    const RandomRun run(seed, 400);
    Model model(run.trace);
    model.update();
    LoopHistory history(model);
    for (StepKind kind : {StepKind::kCallback, StepKind::kTurn, StepKind::kTaskEvent}) {
      std::vector<std::size_t> stops = {0};
      while (auto next = next_stop(model, history, kind, 2, stops.back())) {
        ASSERT_GT(*next, stops.back());
        stops.push_back(*next);
      }
      ASSERT_GE(stops.size(), 2u);
      for (std::size_t i = stops.size() - 1; i > 0; --i) {
        EXPECT_EQ(previous_stop(model, history, kind, 2, stops[i]), stops[i - 1])
            << "seed " << seed;
        if (stops[i] - stops[i - 1] > 1) {
          EXPECT_EQ(previous_stop(model, history, kind, 2, stops[i] - 1), stops[i - 1]);
          EXPECT_EQ(next_stop(model, history, kind, 2, stops[i - 1] + 1), stops[i]);
        }
      }
    }
  }
}

TEST(Steps, ACallbackStopsWhereItEndedAndATurnBehindItsLast) {
  for (std::uint32_t seed = 1; seed <= 30; ++seed) {
    const RandomRun run(seed, 400);
    Model model(run.trace);
    model.update();
    LoopHistory history(model);
    std::size_t at = 0, callbacks = 0;
    while (auto next = next_stop(model, history, StepKind::kCallback, 0, at)) {
      at = *next;
      ++callbacks;
      EXPECT_EQ(run.trace.events[at - 1].kind, EventKind::kHandleEnded);
    }
    const auto ended =
        std::count_if(run.trace.events.begin(), run.trace.events.end(), [](const auto& e) {
          return e.kind == EventKind::kHandleEnded;
        });
    EXPECT_EQ(callbacks, static_cast<std::size_t>(ended));
    at = 0;
    while (auto next = next_stop(model, history, StepKind::kTurn, 0, at)) {
      at = *next;
      for (std::size_t i = at; i < run.trace.events.size(); ++i) {
        ASSERT_NE(run.trace.events[i].kind, EventKind::kHandleBegan) << "seed " << seed;
        if (run.trace.events[i].kind == EventKind::kTurnBegan) break;
      }
    }
  }
}

class NextStepTest : public testing::Test {
 protected:
  NextStepTest()
      : trace_(trace::parse_text(kBlockingCall)), model_(trace_.value()), history_(model_) {
    model_.update();
  }
  std::string next(std::size_t events) {
    return next_step(model_, history_, model_.after(events)).sentence;
  }
  // How many events there are up to and with the n-th of this kind.
  std::size_t after(EventKind kind, int n) {
    const auto& events = model_.trace().events;
    for (std::size_t i = 0; i < events.size(); ++i)
      if (events[i].kind == kind && --n == 0) return i + 1;
    return 0;
  }
  Result<trace::Trace> trace_;
  Model model_;
  LoopHistory history_;
};

TEST_F(NextStepTest, NamesTheStepBeforeItIsTaken) {
  EXPECT_EQ(next(after(EventKind::kHandleEnded, 1)),
            "Next: turn 2 begins with the first step of A.");
  EXPECT_EQ(next(after(EventKind::kHandleEnded, 2)),
            "Next: turn 2 goes on with the first step of report.");
  EXPECT_EQ(
      next(after(EventKind::kHandleEnded, 3)),
      "Next: the loop waits until 0.500, then turn 3 begins with the timer that wakes report, "
      "due at 0.500.");
  EXPECT_EQ(next(after(EventKind::kHandleEnded, 4)),
            "Next: turn 4 begins with a step of report, which goes on at line 12.");
}

TEST_F(NextStepTest, WhileACallBlocksTheNextIsItsEnd) {
  EXPECT_EQ(next(after(EventKind::kBlockingBegan, 1)),
            "Next: report goes on when time.sleep(1.0) ends, at 1.500.");
}

TEST_F(NextStepTest, SaysTheSameWhetherOrNotTheTraceKnowsTheFuture) {
  const auto& events = model_.trace().events;
  for (std::size_t count = after(EventKind::kHandleEnded, 1); count < events.size(); ++count) {
    if (events[count - 1].kind != EventKind::kHandleEnded) continue;
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
      text += trace::to_text(model_.trace(), events[i]) + "\n";
    auto part = trace::parse_text(text);
    Model model(part.value());
    model.update();
    LoopHistory history(model);
    EXPECT_EQ(next_step(model, history, model.after(count)).sentence, next(count)) << count;
  }
}

}  // namespace
}  // namespace simul::timeline
