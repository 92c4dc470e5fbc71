#include "session/recording.hpp"

#include <string>

#include <gtest/gtest.h>

#include "session/session.hpp"
#include "timeline/why.hpp"

namespace simul::session {
namespace {

// As tools/simul_trace.py writes it.
const std::string kTwo =
    "0.000000000 loop_started 1\n"
    "0.001000000 task_created 2 \"Task-1\"\n"
    "0.001000000 task_labelled 2 \"main\"\n"
    "0.001000000 handle_queued 3 object=2\n"
    "0.001000000 turn_began 1 object=1\n"
    "0.002000000 handle_began 3 object=2\n"
    "0.002000000 output 2 line=4 detail=1 \"hel\"\n"
    "0.003000000 output 2 line=4 detail=1 \"lo\\nthere\"\n"
    "0.003000000 timer_armed 6 object=5 line=5 due=1.003000000\n"
    "0.003000000 task_waits 2 object=5 line=5 detail=1 due=1.003000000 \"sleep(1.0)\"\n"
    "0.003000000 handle_ended 3 object=2\n"
    "1.005000000 timer_fired 6 object=5 due=1.003000000\n"
    "1.005000000 handle_queued 4 object=2 detail=1\n"
    "1.005000000 handle_began 4 object=2\n"
    "1.006000000 task_done 2\n"
    "1.006000000 handle_ended 4 object=2\n"
    "1.006000000 loop_stopped 1\n";

std::string refused(const std::string& text) {
  Result<trace::Trace> read = read_recording(text);
  return read.ok() ? "" : read.error().message;
}
std::string without(std::string text, const std::string& part) {
  text.erase(text.find(part), part.size());
  return text;
}
std::string with(std::string text, const std::string& after, const std::string& more) {
  text.insert(text.find(after) + after.size(), more);
  return text;
}

TEST(Recording, IsShownAsARunThatIsOver) {
  Session session;
  session.set_source("print('of another kind')\n");
  ASSERT_EQ(session.show_recording(kTwo, "CPython 3.13.1"), "");
  const session::Run& run = *session.current();
  EXPECT_EQ(session.phase(), Phase::kFinished);
  EXPECT_FALSE(session.edited());
  EXPECT_EQ(run.recorded_by(), "CPython 3.13.1");
  EXPECT_EQ(run.end_ns(), 1'006'000'000);
  ASSERT_EQ(run.lines().size(), 2u);
  EXPECT_EQ(run.lines()[0].text, "hello");
  EXPECT_EQ(run.lines()[0].line, 4u);
  EXPECT_TRUE(run.lines()[1].open);
  ASSERT_EQ(run.model().tracks().size(), 2u);
  EXPECT_EQ(run.model().tracks()[1].name, "main");
  using timeline::Model;
  using timeline::State;
  const timeline::Track& main = run.model().tracks()[1];
  EXPECT_EQ(Model::state_at(main, 500'000'000), State::kSleeping);
  EXPECT_EQ(Model::state_at(main, 1'004'000'000), State::kDue);
  EXPECT_EQ(session.stack(2, 0).why_not,
            "Recorded from CPython 3.13.1: what was on the stack is not kept.");
  // One can go back in it, and along it step by step.
  session.seek_time(0);
  EXPECT_TRUE(session.looking_back());
  session.step(timeline::StepKind::kCallback, 0, Mode::kInstant, 0);
  EXPECT_EQ(session.shown(0).time_ns, 3'000'000);
  EXPECT_EQ(session.current(), &run);
}

TEST(Recording, OfATextThatDoesNotCompileHereIsShownToo) {
  Session session;
  session.set_source("print(1)\n");
  session.set_source("def f[T](x: T): pass  # or whatever else is missing here\n(((\n");
  ASSERT_EQ(session.show_recording("0.000000000 loop_started 1\n", "CPython 3.14.0"), "");
  EXPECT_FALSE(session.edited());
  EXPECT_TRUE(session.current()->diagnose().empty());
}

TEST(Recording, ARunAfterItIsARunAgain) {
  Session session;
  session.set_source("print(1)\n");
  ASSERT_EQ(session.show_recording("0.000000000 loop_started 1\n", "CPython 3.13.1"), "");
  session.run(Mode::kInstant, 0);
  EXPECT_TRUE(session.current()->recorded_by().empty());
}

TEST(Recording, WhatIsRefusedLeavesTheRunThatIsThere) {
  Session session;
  session.set_source("print(1)\n");
  session.run(Mode::kInstant, 0);
  const session::Run* run = session.current();
  EXPECT_NE(session.show_recording("nonsense", "x"), "");
  EXPECT_EQ(session.current(), run);
}

TEST(Recording, WhatIsNoTraceIsRefusedWithASentence) {
  EXPECT_EQ(refused(""), "This recording is empty.");
  EXPECT_NE(refused("{\"traceEvents\":[]}").find("line 1 of the trace"), std::string::npos);
  EXPECT_NE(refused("0.000000000 loop_started 1\n0.0").find("line 2"), std::string::npos);
  EXPECT_NE(
      refused("1.000000000 loop_started 1\n0.500000000 loop_stopped 1\n").find("back in time"),
      std::string::npos);
  EXPECT_NE(refused("-1.000000000 loop_started 1\n"), "");
  EXPECT_NE(refused("0.000000000 task_created 99999999999\n"), "");
}

TEST(Recording, MoreThanARunMayHaveIsRefusedBeforeItIsRead) {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "0.000000000 loop_started 1\n";
  EXPECT_TRUE(read_recording(text, 30).ok());
  Result<trace::Trace> read = read_recording(text, 20);
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().message, "This recording has 30 events, and 20 at most can be shown.");
}

TEST(Recording, AStoryThatNoLoopCouldTellIsRefused) {
  const std::string& good = kTwo;
  ASSERT_EQ(refused(good), "");
  const std::string created = "0.001000000 task_created 2 \"Task-1\"\n";
  for (const std::string& bad : {
           without(good, created),
           with(good, created, created),
           with(good, created, "0.001000000 task_created 7 object=7 \"me\"\n"),
           with(good, created, "0.001000000 task_created 7 object=8 \"nobody's\"\n"),
           with(good, created, "0.001000000 task_waits 2 object=2\n"),
           with(good, created, "0.001000000 handle_ended 3 object=2\n"),
           with(good, created, "0.001000000 handle_queued 9 object=2 detail=99\n"),
           with(good, created, "0.001000000 output 2 detail=7 \"x\"\n"),
           with(good, created, "0.001000000 depends_on 5 object=5\n"),
           with(good, created, "0.001000000 blocking_ended 2\n"),
           with(good, created, "0.001000000 timer_fired 9 object=5\n"),
           with(good,
                created,
                "0.001000000 timer_armed 9 object=5\n0.001000000 timer_armed 9 object=5\n"),
           with(good, "handle_began 3 object=2\n", "0.002000000 handle_began 8 object=2\n"),
           with(good, "handle_ended 4 object=2\n", "1.006000000 handle_began 8 object=2\n"),
       })
    EXPECT_NE(refused(bad).find("damaged"), std::string::npos) << bad;
}

TEST(Recording, TasksThatWaitForEachOtherInACircleAreShown) {
  std::string text = "0.000000000 loop_started 1\n";
  for (const char* task : {"2", "3"})
    text += std::string("0.000000000 task_created ") + task + " \"T\"\n";
  for (const auto& [one, other] : {std::pair("2", "3"), std::pair("3", "2")}) {
    text += std::string("0.000000000 handle_queued 1") + one + " object=" + one +
            "\n0.000000000 handle_began 1" + one + " object=" + one + "\n0.000000000 task_waits " +
            one + " object=" + other + " detail=2\n0.000000000 handle_ended 1" + one +
            " object=" + one + "\n";
  }
  Session session;
  session.set_source("pass\n");
  ASSERT_EQ(session.show_recording(text, "x"), "");
  static_cast<void>(session.current()->diagnose());
  for (timeline::Id task : {2u, 3u})
    EXPECT_NE(timeline::why(session.current()->model(), session.current()->history(), task, 0), "");
}

}  // namespace
}  // namespace simul::session
