#include "ui/words.hpp"

#include <gtest/gtest.h>

#include "support/scenes.hpp"
#include "trace/text.hpp"

namespace simul::ui {
namespace {

constexpr std::int64_t kMs = 1'000'000;

class Words : public testing::Test {
 protected:
  Words() : trace_(trace::parse_text(scenes::kBlockingCall)), model_(trace_.value()) {
    model_.update();
  }
  // All lines of the gutter at a time, in the words that are tried first.
  std::string gutter(std::int64_t time_ns) const {
    std::string out;
    for (std::size_t index : model_.order()) {
      const timeline::Track& track = model_.tracks()[index];
      out += track.name + ": " + state_line(model_, track, time_ns).front() + "\n";
    }
    return out;
  }
  timeline::Id telling(std::int64_t time_ns) {
    timeline::LoopHistory history(model_);
    return most_telling(model_, history.at(time_ns), time_ns);
  }
  Result<trace::Trace> trace_;
  timeline::Model model_;
};

TEST_F(Words, WhileTheLoopIsBlockedTasksAreDueAndSaySinceWhen) {
  EXPECT_EQ(gutter(1250 * kMs),
            "Event loop: blocked 0.75 s\n"
            "main: waits for gather: A, B, C, report\n"
            "A: due 0.25 s ago\n"
            "B: sleeping until 2.000\n"
            "C: due 0.50 s ago\n"
            "report: blocks the loop\n");
}

TEST_F(Words, AtTheEndEverybodySaysWhenTheyEnded) {
  EXPECT_EQ(gutter(2000 * kMs),
            "Event loop: ended\n"
            "main: done at 2.000\n"
            "A: done at 1.500\n"
            "B: done at 2.000\n"
            "C: done at 1.500\n"
            "report: done at 1.500\n");
}

TEST_F(Words, ADueSliceSaysThatTheLoopIsBlockedAndGetsShorterWhereThereIsNoRoom) {
  const timeline::Track& c = *model_.track_of(5);
  const timeline::Slice* slice = timeline::Model::slice_at(c, 1250 * kMs);
  ASSERT_NE(slice, nullptr);
  EXPECT_EQ(slice_label(model_, c, *slice, timeline::State::kDue, 750 * kMs),
            (Wordings{"due, but the loop is blocked", "due"}));
}

TEST_F(Words, TheBlockerSaysItsCallAndTheLoopSaysWhoBlocksIt) {
  const timeline::Track& report = *model_.track_of(6);
  const timeline::Slice* slice = timeline::Model::slice_at(report, 1250 * kMs);
  EXPECT_EQ(slice_label(model_, report, *slice, timeline::State::kBlocking, 0).front(),
            "time.sleep(1.0) · blocks the loop");
  const timeline::Track& loop = model_.tracks()[0];
  EXPECT_EQ(
      slice_label(
          model_, loop, *timeline::Model::slice_at(loop, 1250 * kMs), timeline::State::kBlocking, 0)
          .front(),
      "blocked by report");
}

TEST_F(Words, TheTitleOfASliceHasItsLineAndItsTimes) {
  const timeline::Track& a = *model_.track_of(3);
  const timeline::Slice& slice = *timeline::Model::slice_at(a, 500 * kMs);
  EXPECT_EQ(slice_title(model_, a, slice, timeline::State::kSleeping, 0, 1000 * kMs),
            "A: sleep(1.0), line 7, 0.000 to 1.000");
}

TEST_F(Words, TheMostTellingTaskIsTheOneThatCouldRunAndMayNot) {
  EXPECT_EQ(telling(1250 * kMs), 3u);  // A is due
  EXPECT_EQ(telling(600 * kMs), 6u);   // nobody is due yet: who blocks
  EXPECT_EQ(telling(250 * kMs), 3u);   // all sleep
}

TEST_F(Words, FuturesAreNamedByWhoSleepsOnThem) {
  Owners owners;
  owners.update(model_);
  EXPECT_EQ(owners.name(model_, 6), "report");
  EXPECT_EQ(owners.name(model_, 36), "timer of report");
  EXPECT_EQ(owners.name(model_, 90), "callback for main");
  EXPECT_EQ(owners.name(model_, 999), "callback");
}

// What the loop left out of a long list is counted: a thousand children are not nine.
TEST(Waits, CountWhatALongListLeavesOut) {
  std::string text =
      "0.000000000 loop_started 1\n0.000000000 task_created 2 \"Task-1\"\n"
      "0.000000000 handle_began 100 object=2\n";
  for (int i = 0; i < 1'000; ++i)
    text += "0.000000000 depends_on 90 object=" + std::to_string(1'000 + i) + "\n";
  auto trace = trace::parse_text(
      text +
      "0.000000000 task_waits 2 object=90 detail=4 \"Task-2, Task-3 and others\"\n"
      "0.000000000 handle_ended 100 object=2\n");
  ASSERT_TRUE(trace.ok()) << trace.error().message;
  timeline::Model model(trace.value());
  model.update();
  EXPECT_EQ(state_line(model, *model.track_of(2), 0),
            (Wordings{"waits for Task-2, Task-3 and 998 more", "waits for 1,000", "waiting"}));
}

TEST(Waits, OfATaskGroupNameTheGroupAndCountItsTasks) {
  auto trace = trace::parse_text(
      "0.000000000 loop_started 1\n0.000000000 task_created 2 \"Task-1\"\n"
      "0.000000000 handle_began 100 object=2\n0.000000000 depends_on 90 object=3\n"
      "0.000000000 depends_on 90 object=4\n0.000000000 task_waits 2 object=90 detail=15\n"
      "0.000000000 handle_ended 100 object=2\n");
  ASSERT_TRUE(trace.ok()) << trace.error().message;
  timeline::Model model(trace.value());
  model.update();
  EXPECT_EQ(state_line(model, *model.track_of(2), 0),
            (Wordings{"waits for its task group", "waits for 2", "waiting"}));
}

// main waits for a list of tasks, as gather says it; A sleeps without words of its own.
TEST(Waits, AreSaidInTheNamesThatPeopleGive) {
  std::string text =
      "0.000000000 loop_started 1\n0.000000000 task_created 2 \"Task-1\"\n0.000000000 "
      "task_labelled 2 \"main\"\n";
  std::string list;
  for (int i = 3; i < 13; ++i) {
    std::string id = std::to_string(i), name = "Task-" + std::to_string(i - 1);
    text += "0.000000000 task_created " + id + " object=2 \"" + name + "\"\n";
    text += "0.000000000 task_labelled " + id + " \"worker\\x1fw" + id + "\"\n";
    list += (list.empty() ? "" : ", ") + name;
  }
  text += "0.000000000 handle_began 100 object=2\n0.000000000 task_waits 2 object=90 detail=4 \"" +
          list + "\"\n";
  text += "0.000000000 handle_ended 100 object=2\n0.000000000 handle_began 101 object=3\n";
  text +=
      "0.000000000 task_waits 3 object=91 detail=1 due=1.500000000\n0.000000000 handle_ended 101 "
      "object=3\n";
  auto trace = trace::parse_text(text);
  ASSERT_TRUE(trace.ok()) << trace.error().message;
  timeline::Model model(trace.value());
  model.update();
  EXPECT_EQ(state_line(model, *model.track_of(2), 0),
            (Wordings{"waits for w3, w4, w5, w6 and 6 more", "waits for 10", "waiting"}));
  const timeline::Track& sleeper = *model.track_of(3);
  const timeline::Slice* slice = timeline::Model::slice_at(sleeper, 500 * kMs);
  ASSERT_NE(slice, nullptr);
  EXPECT_EQ(slice_label(model, sleeper, *slice, timeline::State::kSleeping, 0).front(),
            "sleeps 1.50 s");
}

TEST_F(Words, WhileAProgramAsksTheLoopIsNotCalledIdle) {
  timeline::LoopHistory history(model_);
  Scene scene;
  scene.run = &model_;
  scene.history = &history;
  const timeline::Moment last{2000 * kMs, model_.trace().events.size()};
  const std::string without = loop_line(scene, last, false);
  scene.asking = true;
  EXPECT_EQ(loop_line(scene, last, false), "input() waits for an answer; the clock stands still.");
  // What was is what it was.
  EXPECT_EQ(loop_line(scene, last, true), without);
}

TEST(Grouped, SetsThousandsApart) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1'000), "1,000");
  EXPECT_EQ(grouped(1'234'567), "1,234,567");
}

TEST(ClockNote, SaysHowLongItTakesNowAndHowLongItTookBeforeTheEdit) {
  Result<trace::Trace> trace = trace::parse_text(scenes::kBlockingCall);
  timeline::Model model(trace.value());
  Scene scene;
  scene.forecast = &model;
  scene.forecast_end_ns = 2600 * kMs;
  EXPECT_EQ(clock_note(scene, false), "of about 2.60 s");
  scene.ghost = &model;
  scene.ghost_end_ns = 2000 * kMs;
  EXPECT_EQ(clock_note(scene, false), "of about 2.60 s, was 2.00 s");
  scene.ghost_end_ns = 2600 * kMs;
  EXPECT_EQ(clock_note(scene, false), "of about 2.60 s");
}

// Of many tasks only the first are looked at one by one; the loop knows who is due.
TEST(MostTelling, IsFoundAmongManyByWhatTheLoopHasInItsHands) {
  std::string text = "0.000000000 loop_started 1\n";
  for (int i = 2; i < 3'000; ++i) {
    const std::string id = std::to_string(i), timer = std::to_string(10'000 + i);
    const std::string handle = std::to_string(20'000 + i), future = std::to_string(30'000 + i);
    const std::string due = i == 2'500 ? "0.500000000" : "5.000000000";
    text += "0.000000000 task_created " + id + " \"Task-" + id + "\"\n";
    text += "0.000000000 handle_began " + handle + " object=" + id + "\n";
    text += "0.000000000 timer_armed " + timer + " object=" + future + " due=" + due + "\n";
    text += "0.000000000 task_waits " + id + " object=" + future + " detail=1 due=" + due + "\n";
    text += "0.000000000 handle_ended " + handle + " object=" + id + "\n";
  }
  Result<trace::Trace> trace = trace::parse_text(text);
  ASSERT_TRUE(trace.ok()) << trace.error().message;
  timeline::Model model(trace.value());
  model.update();
  timeline::LoopHistory history(model);
  EXPECT_EQ(most_telling(model, history.at(1'000 * kMs), 1'000 * kMs), 2'500u);
  EXPECT_EQ(most_telling(model, history.at(100 * kMs), 100 * kMs), 2u);
}

TEST(Duration, HasTheUnitThatAPersonWouldUse) {
  EXPECT_EQ(duration(0), "0.0 ms");
  EXPECT_EQ(duration(400'000), "0.4 ms");
  EXPECT_EQ(duration(31 * kMs), "31 ms");
  EXPECT_EQ(duration(250 * kMs), "0.25 s");
  EXPECT_EQ(duration(990'000), "1 ms");
  EXPECT_EQ(duration(99 * kMs), "99 ms");
  EXPECT_EQ(duration(99'800'000), "0.10 s");
  EXPECT_EQ(duration(100'200'000), "0.10 s");
  EXPECT_EQ(duration(59'998 * kMs), "1 min 0 s");
  EXPECT_EQ(duration(125'000 * kMs), "2 min 5 s");
  EXPECT_EQ(duration(3'655'000 * kMs), "1 h 0 min");
}

TEST(Speed, TheSliderRunsThroughAllSpeedsAndCatchesAtRoundOnes) {
  EXPECT_EQ(speed_of(0), 0.05);
  EXPECT_EQ(speed_of(1), 100);
  EXPECT_EQ(speed_of(-3), 0.05);
  EXPECT_EQ(speed_of(slider_of(1) + 0.01), 1.0);
  for (double speed : {0.05, 0.1, 0.5, 1.0, 2.0, 10.0, 100.0})
    EXPECT_EQ(speed_of(slider_of(speed)), speed);
  double last = 0;
  for (double at = 0; at <= 1; at += 0.01) {
    EXPECT_GE(speed_of(at), last);
    last = speed_of(at);
  }
}

TEST(Speed, IsWrittenWithoutZerosThatSayNothing) {
  EXPECT_EQ(speed_label(0.5), "0.5×");
  EXPECT_EQ(speed_label(0.05), "0.05×");
  EXPECT_EQ(speed_label(1), "1×");
  EXPECT_EQ(speed_label(2.5), "2.5×");
  EXPECT_EQ(speed_label(100), "100×");
}

TEST(ClockNote, SaysWhereTheRunIsExpectedToEndAndWhenItHasEnded) {
  trace::Trace empty;
  timeline::Model forecast(empty);
  Scene scene;
  scene.forecast = &forecast;
  scene.forecast_end_ns = 2000 * kMs;
  EXPECT_EQ(clock_note(scene, false), "of about 2.00 s");
  scene.forecast_end_ns = -1;
  EXPECT_EQ(clock_note(scene, false), "");
  scene.phase = Phase::kFinished;
  EXPECT_EQ(clock_note(scene, false), "finished");
  scene.now_ns = 1500 * kMs;
  EXPECT_EQ(clock_note(scene, true), "looking back from 1.500");
}

}  // namespace
}  // namespace simul::ui
