#include "session/run.hpp"

#include <gtest/gtest.h>

#include "session/build.hpp"
#include "session/host.hpp"
#include "trace/text.hpp"

namespace simul::session {
namespace {

std::unique_ptr<Run> run(const std::string& text, Settings settings = {.cost_ns = 0}) {
  Build built = build(text, "main.py");
  EXPECT_NE(built.code, nullptr) << (built.diagnostics.empty() ? "" : built.diagnostics[0].message);
  auto run = std::make_unique<Run>(built.code,
                                   text,
                                   "main.py",
                                   settings,
                                   std::make_unique<asyncio::VirtualClock>(),
                                   warnings_text(built.warnings, text, "main.py"));
  run->advance_virtual(50'000'000);
  return run;
}

TEST(Run, TwoRunsGiveOneTraceByteForByte) {
  EXPECT_EQ(trace::to_text(run(kThreeWorkers)->trace()),
            trace::to_text(run(kThreeWorkers)->trace()));
}

TEST(Run, ThePictureShowsWhoSleptAndNobodyIsEverShownRunningWhileWaiting) {
  auto done = run(kThreeWorkers);
  std::string names;
  for (const timeline::Track& track : done->model().tracks()) {
    names += track.name + " ";
    for (const timeline::Slice& slice : track.slices) {
      if (slice.state == timeline::State::kRunning) {
        EXPECT_EQ(slice.start_ns, slice.end_ns);
      }
    }
  }
  EXPECT_EQ(names, "Event loop main A B C ");
}

// Three calls on one line are three places, and a coroutine that the library called has none.
TEST(Run, ATaskKnowsWhichCallOfTheProgramMadeItsCoroutine) {
  auto made = [](const std::string& text) {
    auto done = run(text);
    std::string out;
    for (const timeline::Track& track : done->model().tracks()) {
      if (track.task == 0) continue;
      out += track.coroutine + " " + std::to_string(track.made_line) + ":" +
             std::to_string(track.made_column) + "\n";
    }
    return out;
  };
  EXPECT_EQ(made(kThreeWorkers), "main 11:13\nworker 9:26\nworker 9:44\nworker 9:62\n");
  EXPECT_EQ(made("import asyncio\n"
                 "async def f(x): pass\n"
                 "async def main():\n"
                 "    later = f(\n"
                 "        1)\n"
                 "    await asyncio.create_task(later)\n"
                 "    await asyncio.gather(*map(f, [1]))\n"
                 "asyncio.run(main())\n"),
            "main 8:13\nf 4:13\nf 0:0\n");
}

TEST(Run, ALineIsStampedWithTheWriteThatCompletedIt) {
  auto done =
      run("import time\nprint('a', end='')\ntime.sleep(1)\nprint('b')\nprint('open', end='')\n");
  EXPECT_EQ(output(*done), "1.000 ab\n1.000 open\n");
  EXPECT_FALSE(done->lines()[0].open);
  EXPECT_TRUE(done->lines()[1].open);
}

TEST(Run, AMarkOfTheProgramIsOnTheAxisAndNotInTheOutput) {
  auto done = run("import time, _simul\ntime.sleep(1)\n_simul.mark('half way')\nprint('b')\n");
  EXPECT_EQ(output(*done), "1.000 b\n");
  const auto& marks = done->model().marks();
  ASSERT_EQ(marks.size(), 2u);
  EXPECT_EQ(marks[0].kind, timeline::MarkKind::kProgram);
  EXPECT_EQ(marks[0].time_ns, 1'000'000'000);
  EXPECT_EQ(marks[0].line, 3u);
  EXPECT_EQ(done->trace().texts.at(marks[0].text), "half way");
  EXPECT_EQ(marks[1].kind, timeline::MarkKind::kOutput);
}

TEST(Run, AnUncaughtExceptionIsAnErrorWithItsTraceback) {
  auto done = run("def f():\n    return 1 / 0\nf()\n");
  EXPECT_EQ(done->status(), Status::kError);
  EXPECT_EQ(done->exception(), "ZeroDivisionError: division by zero");
  EXPECT_EQ(done->exit_code(), 1);
  EXPECT_EQ(output(*done),
            "0.000 ! Traceback (most recent call last):\n"
            "0.000 !   File \"main.py\", line 3, in <module>\n"
            "0.000 !     f()\n"
            "0.000 !     ~^^\n"
            "0.000 !   File \"main.py\", line 2, in f\n"
            "0.000 !     return 1 / 0\n"
            "0.000 !            ~~^~~\n"
            "0.000 ! ZeroDivisionError: division by zero\n");
}

TEST(Run, WarningsOfTheCompilerStandInStderrBeforeTheProgramsFirstLine) {
  auto done = run("x = 1\nprint(x is 1)\n");
  EXPECT_EQ(done->status(), Status::kOk);
  EXPECT_EQ(output(*done),
            "0.000 ! main.py:2: SyntaxWarning: \"is\" with 'int' literal. Did you mean \"==\"?\n"
            "0.000 !   print(x is 1)\n"
            "0.000 True\n");
}

TEST(Run, AnExitCodeOfTheProgramIsNotAnError) {
  auto done = run("import sys\nsys.exit(3)\n");
  EXPECT_EQ(done->status(), Status::kExit);
  EXPECT_EQ(done->exit_code(), 3);
}

TEST(Run, PrintingWithoutEndIsStoppedAndWhatWasPrintedIsKept) {
  auto done = run("while True:\n    print('x')\n", {.cost_ns = 0, .max_lines = 100});
  EXPECT_EQ(done->status(), Status::kLimit);
  EXPECT_EQ(done->limit(), "output");
  EXPECT_EQ(done->lines().size(), 101u);
}

TEST(Run, ADeadlockSaysWhoWaitsWhere) {
  auto done =
      run("import asyncio\n"
          "async def main():\n"
          "    f = asyncio.get_running_loop().create_future()\n"
          "    await f\n"
          "asyncio.run(main())\n");
  EXPECT_EQ(done->status(), Status::kDeadlock);
  ASSERT_EQ(done->blocked().size(), 1u);
  EXPECT_EQ(done->blocked()[0], "Task-1 main at line 4");
  ASSERT_EQ(done->why().size(), 1u);
  EXPECT_EQ(done->why()[0].line, 4u);
  EXPECT_FALSE(done->why()[0].cycle);
}

TEST(Run, SaysHowLongTheSameWorkWouldTakeOneAfterAnother) {
  EXPECT_EQ(run(kThreeWorkers)->one_by_one_ns(), 3'750 * kMs);
  EXPECT_EQ(run("1 / 0\n")->one_by_one_ns(), -1);
}

TEST(Run, ATimerThatABlockedLoopCollectsLateIsNotTheClocksLateness) {
  auto done =
      run("import asyncio, time\n"
          "async def nap(): await asyncio.sleep(1)\n"
          "async def main():\n"
          "    t = asyncio.create_task(nap())\n"
          "    await asyncio.sleep(0.5)\n"
          "    time.sleep(3)\n"
          "    await t\n"
          "asyncio.run(main())\n");
  EXPECT_EQ(done->lateness().count, 1u);
  EXPECT_EQ(done->lateness().max_ms, 0);
}

TEST(Run, ASleepOfFourDaysEndsAtTheLimitOfVirtualTime) {
  auto done = run("import time\ntime.sleep(350000)\n");
  EXPECT_EQ(done->status(), Status::kLimit);
  EXPECT_EQ(done->limit(), "virtual time");
  EXPECT_EQ(done->end_ns(), 300'000'000'000'000);
}

TEST(Run, ComputingTakesTimeOnlyWhenInstructionsCost) {
  std::string text = "for i in range(1000):\n    pass\n";
  EXPECT_EQ(run(text)->end_ns(), 0);
  EXPECT_GT(run(text, {.cost_ns = 50})->end_ns(), 50'000);
}

// ---- four things that other pictures of event loops get wrong

timeline::State state_of(const Run& run, const std::string& name, std::int64_t time_ns) {
  for (const timeline::Track& track : run.model().tracks())
    if (track.name == name) return timeline::Model::state_at(track, time_ns);
  ADD_FAILURE() << "no task " << name;
  return timeline::State::kIdle;
}

constexpr const char* kBlocked =
    "import asyncio, time\n"
    "async def nap(name, s): await asyncio.sleep(s)\n"
    "async def report():\n"
    "    await asyncio.sleep(0.5)\n"
    "    time.sleep(1.0)\n"
    "async def main(): await asyncio.gather(nap('A', 1), nap('B', 0.5), report())\n"
    "asyncio.run(main())\n";

TEST(Lies, ATaskBehindABlockingCallIsDueOrReadyAndNotRunning) {
  auto done = run(kBlocked);
  EXPECT_EQ(state_of(*done, "A", 900'000'000), timeline::State::kSleeping);
  EXPECT_EQ(state_of(*done, "A", 1'250'000'000), timeline::State::kDue);
  // Its sleep ended in the same turn as report's, before it: it has run. What comes later waits.
  for (std::int64_t ms = 1'001; ms < 1'500; ms += 7)
    EXPECT_EQ(state_of(*done, "A", ms * 1'000'000), timeline::State::kDue) << ms;
}

TEST(Lies, ABlockingSleepStopsEverybody) {
  auto done = run(kBlocked);
  for (const timeline::Track& track : done->model().tracks()) {
    if (track.task == 0 || track.name == "report") continue;
    for (const timeline::Slice& slice : track.slices) {
      if (slice.state != timeline::State::kRunning) continue;
      EXPECT_FALSE(slice.start_ns > 510'000'000 && slice.start_ns < 1'490'000'000) << track.name;
    }
  }
  EXPECT_EQ(timeline::Model::state_at(done->model().tracks()[0], 1'000'000'000),
            timeline::State::kBlocking);
}

TEST(Lies, TheSiblingsOfAFailedGatherGoOn) {
  auto done =
      run("import asyncio\n"
          "async def fails(name):\n"
          "    await asyncio.sleep(0.5)\n"
          "    raise ValueError\n"
          "async def nap(name): await asyncio.sleep(2)\n"
          "async def main():\n"
          "    try:\n"
          "        await asyncio.gather(fails('F'), nap('N'))\n"
          "    except ValueError:\n"
          "        pass\n"
          "    await asyncio.sleep(2)\n"
          "asyncio.run(main())\n");
  EXPECT_EQ(state_of(*done, "F", 1'000'000'000), timeline::State::kFailed);
  EXPECT_EQ(state_of(*done, "N", 1'000'000'000), timeline::State::kSleeping);
  EXPECT_EQ(state_of(*done, "N", 2'400'000'000), timeline::State::kDone);
}

TEST(Lies, WhoRanWhenStaysVisibleAfterTheEnd) {
  auto done = run(kBlocked);
  ASSERT_TRUE(done->finished());
  std::string order;
  const auto last = done->history().at(done->end_ns());
  for (std::int64_t ms : {0, 250, 700, 1'200, 1'600})
    order += std::to_string(done->history().at(ms * 1'000'000).turn) + " ";
  EXPECT_FALSE(last.turns.empty());
  EXPECT_EQ(state_of(*done, "B", 250'000'000), timeline::State::kSleeping);
  EXPECT_EQ(state_of(*done, "report", 1'000'000'000), timeline::State::kBlocking);
  EXPECT_EQ(order.find("0 "), std::string::npos) << order;
}

}  // namespace
}  // namespace simul::session
