// Session's control: stepping, breakpoints, looking back (src/session/control.cpp).
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "session/host.hpp"
#include "session/session.hpp"
#include "timeline/await_graph.hpp"
#include "timeline/inspect.hpp"
#include "trace/text.hpp"

namespace simul::session {
namespace {

using timeline::StepKind;

class ControlTest : public testing::Test {
 protected:
  ControlTest() { Host::reset(); }
  void text(std::string source) {
    session.set_source(std::move(source));
    ASSERT_TRUE(session.compiles()) << session.diagnostics()[0].message;
  }
  void step(StepKind kind, Mode mode = Mode::kInstant, timeline::Id task = 0) {
    session.step(kind, task, mode, Host::now_ns);
    drive(session);
  }
  timeline::Id task(const std::string& name) const {
    for (const timeline::Track& track : session.current()->model().tracks())
      if (track.name == name) return track.task;
    return 0;
  }
  timeline::Moment shown() const { return session.shown(Host::now_ns); }
  std::string state() {
    session::Run& run = *session.current();
    std::string out;
    for (const timeline::Track& track : run.model().tracks()) {
      if (track.task == 0 || track.created_event >= shown().events) continue;
      out += track.name + " " +
             std::string(timeline::word(timeline::Model::state_at(track, shown()))) + "; ";
    }
    return out;
  }
  std::string locals(timeline::Id of) {
    Session::Stack stack = session.stack(of, Host::now_ns);
    for (int i = 0; i < 1'000 && !stack.ready; ++i) {
      session.wake(Host::now_ns, &Host::look, kSlice);
      stack = session.stack(of, Host::now_ns);
    }
    if (!stack.why_not.empty()) return stack.why_not;
    std::string out;
    for (const vm::FrameText& frame : stack.frames) {
      out += frame.function + ":" + std::to_string(frame.line);
      for (const vm::LocalText& local : frame.locals) out += " " + local.name + "=" + local.value;
      out += "; ";
    }
    return out;
  }
  Session session;
};

TEST_F(ControlTest, AStepRunsOneCallbackAndNamesTheNextBeforeItIsTaken) {
  text(kThreeWorkers);
  step(StepKind::kCallback);
  EXPECT_EQ(session.phase(), Phase::kPaused);
  EXPECT_EQ(state(), "main waiting; A ready; B ready; C ready; ");
  EXPECT_EQ(session.stop_reason().sentence, "Next: turn 2 begins with the first step of A.");
  EXPECT_EQ(session.current()->lines().size(), 0u);
  step(StepKind::kCallback);
  EXPECT_EQ(state(), "main waiting; A sleeping; B ready; C ready; ");
  EXPECT_EQ(session.stop_reason().sentence, "Next: turn 2 goes on with the first step of B.");
  EXPECT_EQ(output(*session.current()), "0.000 A starts\n");
}

TEST_F(ControlTest, ATurnEndsWhenEverybodyWhoWasReadyHasRun) {
  text(kThreeWorkers);
  step(StepKind::kTurn);
  step(StepKind::kTurn);
  EXPECT_EQ(state(), "main waiting; A sleeping; B sleeping; C sleeping; ");
  EXPECT_NE(session.stop_reason().sentence.find("the loop waits until 0.750"), std::string::npos)
      << session.stop_reason().sentence;
  EXPECT_NE(session.stop_reason().sentence.find("the timer that wakes C"), std::string::npos)
      << session.stop_reason().sentence;
}

TEST_F(ControlTest, AStepSkipsTheWaitOfALiveRunWithoutWaitingItself) {
  text(kThreeWorkers);
  const std::int64_t began = Host::now_ns;
  for (int i = 0; i < 3; ++i) step(StepKind::kTurn, Mode::kLive);
  EXPECT_EQ(Host::now_ns, began);
  EXPECT_GE(shown().time_ns, 750 * kMs);
  EXPECT_LT(shown().time_ns, 760 * kMs);
  EXPECT_EQ(session.phase(), Phase::kPaused);
  session.resume(Host::now_ns);
  drive(session);
  EXPECT_EQ(session.phase(), Phase::kFinished);
  EXPECT_EQ(output(*session.current()).substr(0, 10), "0.000 A st");
}

TEST_F(ControlTest, StepsBackAndForthComeToTheSameStates) {
  text(kThreeWorkers);
  std::vector<std::string> there;
  while (session.phase() != Phase::kFinished && there.size() < 100) {
    step(StepKind::kCallback);
    there.push_back(state());
  }
  ASSERT_GT(there.size(), 10u);
  EXPECT_EQ(there.back(), "main done; A done; B done; C done; ");
  std::vector<std::string> back;
  for (std::size_t i = there.size(); i-- > 1;) {
    session.step_back(StepKind::kCallback, 0, Host::now_ns);
    back.push_back(state());
  }
  for (std::size_t i = 0; i < back.size(); ++i)
    EXPECT_EQ(back[i], there[there.size() - 2 - i]) << i << " steps back";
  for (std::size_t i = 1; i < there.size(); ++i) {
    step(StepKind::kCallback);
    EXPECT_EQ(state(), there[i]) << i << " steps forward again";
  }
}

TEST_F(ControlTest, TheNextEventOfATaskIsFoundHoweverFarAwayItIs) {
  text(kThreeWorkers);
  step(StepKind::kTurn);
  step(StepKind::kTurn);
  const timeline::Id b = task("B");
  step(StepKind::kTaskEvent, Mode::kInstant, b);
  EXPECT_GE(shown().time_ns, 2'000 * kMs);
  EXPECT_NE(state().find("B ready"), std::string::npos) << state();
  step(StepKind::kTaskEvent, Mode::kInstant, b);
  EXPECT_NE(state().find("B running"), std::string::npos) << state();
}

TEST_F(ControlTest, RunToLineStopsBeforeTheLineRuns) {
  text(kThreeWorkers);
  session.run_to_line(6, Mode::kInstant, Host::now_ns);
  drive(session);
  EXPECT_EQ(session.phase(), Phase::kPaused);
  EXPECT_EQ(session.stop_reason().sentence, "Stopped before line 6 runs, in C.");
  EXPECT_EQ(output(*session.current()), "0.000 A starts\n0.000 B starts\n0.000 C starts\n");
  EXPECT_EQ(locals(task("C")), "worker:6 name='C' delay=0.75; ");
}

TEST_F(ControlTest, ABreakpointOnALineStopsEachTaskThatComesThere) {
  text(kThreeWorkers);
  session.set_breakpoints({{.kind = Breakpoint::Kind::kLine, .line = 6}});
  session.run(Mode::kInstant, Host::now_ns);
  std::string who;
  drive(session);
  while (session.phase() == Phase::kPaused) {
    who += session.stop_reason().sentence + "\n";
    session.resume(Host::now_ns);
    drive(session);
  }
  EXPECT_EQ(who,
            "Stopped before line 6 runs, in C.\nStopped before line 6 runs, in A.\n"
            "Stopped before line 6 runs, in B.\n");
  EXPECT_EQ(session.current()->status(), Status::kOk);
}

TEST_F(ControlTest, ABreakpointOnALineWithoutCodeStopsAtTheNextThatHasSome) {
  text(kThreeWorkers);
  session.set_breakpoints({{.kind = Breakpoint::Kind::kLine, .line = 7}});
  session.run(Mode::kInstant, Host::now_ns);
  drive(session);
  EXPECT_EQ(session.stop_reason().line, 8u);
}

TEST_F(ControlTest, BreakpointsDoNotChangeWhatAProgramDoesNorWhen) {
  text(kThreeWorkers);
  session.run(Mode::kInstant, Host::now_ns);
  drive(session);
  const std::string plain = trace::to_text(session.current()->trace());
  session.set_breakpoints({{.kind = Breakpoint::Kind::kLine, .line = 4},
                           {.kind = Breakpoint::Kind::kLine, .line = 6},
                           {.kind = Breakpoint::Kind::kState, .state = timeline::State::kReady}});
  session.run(Mode::kInstant, Host::now_ns);
  drive(session);
  int stops = 0;
  for (; session.phase() == Phase::kPaused; ++stops) {
    locals(task("A"));
    session.resume(Host::now_ns);
    drive(session);
  }
  EXPECT_GT(stops, 8);
  EXPECT_EQ(trace::to_text(session.current()->trace()), plain);
}

TEST_F(ControlTest, ABreakpointOnAStateNamesTheTask) {
  text(kThreeWorkers);
  session.set_breakpoints(
      {{.kind = Breakpoint::Kind::kState, .task = "B", .state = timeline::State::kDone}});
  session.run(Mode::kInstant, Host::now_ns);
  drive(session);
  EXPECT_EQ(session.stop_reason().sentence, "Stopped: B is done now.");
  EXPECT_NE(state().find("B done"), std::string::npos) << state();
}

constexpr const char* kBlocking = R"(import asyncio
import time

async def report():
    await asyncio.sleep(0.5)
    time.sleep(1.0)

async def main():
    await asyncio.gather(report(), asyncio.sleep(1.0))

asyncio.run(main())
)";

TEST_F(ControlTest, ABreakpointOnBlockingStopsBeforeTheLoopIsBlocked) {
  text(kBlocking);
  session.set_breakpoints({{.kind = Breakpoint::Kind::kBlocked, .longer_ns = 50 * kMs}});
  session.run(Mode::kInstant, Host::now_ns);
  drive(session);
  EXPECT_EQ(session.stop_reason().sentence,
            "Stopped: report is about to block the loop for 1.000 s on line 6.");
  EXPECT_LT(shown().time_ns, 501 * kMs);
  session.resume(Host::now_ns);
  drive(session);
  EXPECT_EQ(session.phase(), Phase::kFinished);
  EXPECT_EQ(session.current()->status(), Status::kOk);
}

TEST_F(ControlTest, LocalsOfThePastComeFromRunningTheProgramAgain) {
  text(R"(import asyncio

async def count(name):
    total = 0
    for i in range(3):
        total += i
        await asyncio.sleep(1)
    return total

async def main():
    await asyncio.gather(count("x"), count("y"))

asyncio.run(main())
)");
  for (Mode mode : {Mode::kInstant, Mode::kLive}) {
    session.run(mode, Host::now_ns);
    drive(session);
    ASSERT_EQ(session.phase(), Phase::kFinished);
    const timeline::Id x = task("x");
    session.seek_time(2'500 * kMs);
    EXPECT_EQ(locals(x), "count:7 name='x' total=3 i=2; ");
    session.seek_time(500 * kMs);
    EXPECT_EQ(locals(x), "count:7 name='x' total=0 i=0; ");
    session.seek_time(1'500 * kMs);
    EXPECT_EQ(locals(x), "count:7 name='x' total=1 i=1; ");
    EXPECT_EQ(locals(task("main")), "main:11; ");
    session.seek_time(0);
    session.seek({0, 0});
    EXPECT_EQ(locals(x), "It does not exist yet.");
  }
}

TEST_F(ControlTest, ALiveRunThatWasPokedAtAllTimesIsMadeAgainEventByEvent) {
  text(kBlocking);
  session.run(Mode::kLive, Host::now_ns);
  Host::tick_ns = 70'001;
  for (int i = 0; i < 400 && session.phase() == Phase::kRunning; ++i) {
    session.wake(Host::now_ns, &Host::look, kSlice);
    session.now_ns(Host::now_ns);
    Host::now_ns += 9 * kMs;
  }
  ASSERT_EQ(session.phase(), Phase::kFinished);
  Host::tick_ns = 0;
  const trace::Trace& first = session.current()->trace();
  // Every instant of the run that is asked for is reached, with the same events before it.
  for (std::size_t events : {first.events.size() - 3, std::size_t{20}, std::size_t{31}}) {
    session.seek(session.current()->model().after(events));
    session.stack(0, Host::now_ns);
    for (int i = 0; i < 100; ++i) session.wake(Host::now_ns, &Host::look, kSlice);
    const Session::Stack stack = session.stack(0, Host::now_ns);
    ASSERT_TRUE(stack.ready) << events;
    EXPECT_GE(stack.at.events, events);
    EXPECT_EQ(stack.at.time_ns, first.events[stack.at.events - 1].time_ns) << events;
  }
}

TEST_F(ControlTest, LookingBackDoesNotTouchTheRun) {
  text(kThreeWorkers);
  session.run(Mode::kLive, Host::now_ns);
  drive(session, Host::now_ns + 1'500 * kMs);
  session.seek_time(500 * kMs);
  EXPECT_TRUE(session.looking_back());
  EXPECT_EQ(state(), "main waiting; A sleeping; B sleeping; C sleeping; ");
  drive(session);
  EXPECT_EQ(session.phase(), Phase::kFinished);
  EXPECT_EQ(shown().time_ns, 500 * kMs);
  session.show_now();
  EXPECT_EQ(state(), "main done; A done; B done; C done; ");
}

TEST_F(ControlTest, AStepThatComputesForEverCanBePaused) {
  text("import asyncio\nasync def main():\n    while True: pass\nasyncio.run(main())\n");
  Host::tick_ns = kMs;
  session.step(StepKind::kCallback, 0, Mode::kLive, Host::now_ns);
  for (int i = 0; i < 20; ++i)
    EXPECT_EQ(session.wake(Host::now_ns, &Host::look, kSlice), Session::kAtOnce);
  session.pause(Host::now_ns);
  EXPECT_EQ(session.phase(), Phase::kPaused);
  EXPECT_FALSE(session.stepping());
}

TEST_F(ControlTest, ALineThatStopsInsideARepresentationForATraceDoesNotStopThere) {
  text(R"(import asyncio

class Odd:
    def __repr__(self):
        return "odd"

async def main():
    it = Odd()
    await asyncio.sleep(1)

asyncio.run(main())
)");
  session.set_breakpoints({{.kind = Breakpoint::Kind::kLine, .line = 9}});
  session.run(Mode::kInstant, Host::now_ns);
  drive(session);
  EXPECT_EQ(locals(task("main")), "main:9 it=<Odd object>; ");
}

}  // namespace
}  // namespace simul::session
