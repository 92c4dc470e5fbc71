#include "session/session.hpp"

#include <gtest/gtest.h>

#include "session/host.hpp"
#include "trace/text.hpp"

namespace simul::session {
namespace {

class SessionTest : public testing::Test {
 protected:
  SessionTest() { Host::reset(); }
  void start(std::string text, Mode mode) {
    session.set_source(std::move(text));
    ASSERT_TRUE(session.compiles()) << session.diagnostics()[0].message;
    session.run(mode, Host::now_ns);
  }
  Session session;
};

constexpr const char* kWorkersOutput =
    "0.000 A starts\n0.000 B starts\n0.000 C starts\n0.750 C done\n1.000 A done\n2.000 B done\n";

TEST_F(SessionTest, AnInstantRunIsThereAtOnceWithTheTimesOfTheVirtualClock) {
  start(kThreeWorkers, Mode::kInstant);
  drive(session, Host::now_ns);
  EXPECT_EQ(session.phase(), Phase::kFinished);
  EXPECT_EQ(output(*session.current()), kWorkersOutput);
  EXPECT_EQ(session.current()->status(), Status::kOk);
}

TEST_F(SessionTest, ALiveRunWaitsForTheHostsClock) {
  start(kThreeWorkers, Mode::kLive);
  std::int64_t began = Host::now_ns;
  drive(session, began + 900 * kMs);
  EXPECT_EQ(session.phase(), Phase::kRunning);
  EXPECT_EQ(output(*session.current()),
            "0.000 A starts\n0.000 B starts\n0.000 C starts\n0.750 C done\n");
  drive(session);
  EXPECT_EQ(session.phase(), Phase::kFinished);
  EXPECT_EQ(output(*session.current()), kWorkersOutput);
  EXPECT_EQ(Host::now_ns - began, 2'000 * kMs);
}

TEST_F(SessionTest, AtDoubleSpeedTheHostWaitsHalfAsLongAndTheLoopsTimesStay) {
  session.set_speed(2.0, Host::now_ns);
  start(kThreeWorkers, Mode::kLive);
  std::int64_t began = Host::now_ns;
  drive(session);
  EXPECT_EQ(Host::now_ns - began, 1'000 * kMs);
  EXPECT_EQ(output(*session.current()), kWorkersOutput);
}

TEST_F(SessionTest, WhilePausedTheLoopsTimeStandsStill) {
  start(kThreeWorkers, Mode::kLive);
  drive(session, Host::now_ns + 500 * kMs);
  session.pause(Host::now_ns);
  Host::now_ns += 3'600'000 * kMs;
  EXPECT_EQ(session.wake(Host::now_ns, &Host::look, kSlice), Session::kNever);
  EXPECT_EQ(session.now_ns(Host::now_ns), 500 * kMs);
  session.resume(Host::now_ns);
  drive(session);
  EXPECT_EQ(output(*session.current()), kWorkersOutput);
}

TEST_F(SessionTest, AHiddenTabPausesTheClockAndSaysSo) {
  start(kThreeWorkers, Mode::kLive);
  drive(session, Host::now_ns + 500 * kMs);
  session.set_hidden(true, Host::now_ns);
  EXPECT_EQ(session.phase(), Phase::kHidden);
  Host::now_ns += 60'000 * kMs;
  session.set_hidden(false, Host::now_ns);
  EXPECT_EQ(session.phase(), Phase::kRunning);
  drive(session);
  EXPECT_EQ(output(*session.current()), kWorkersOutput);
}

TEST_F(SessionTest, AWakeThatComesAnHourLateCountsAsAPause) {
  start(kThreeWorkers, Mode::kLive);
  drive(session, Host::now_ns + 500 * kMs);
  Host::now_ns += 3'600'000 * kMs;
  drive(session);
  EXPECT_EQ(session.phase(), Phase::kFinished);
  EXPECT_LT(session.current()->end_ns(), 4'000 * kMs);
}

TEST_F(SessionTest, ATaskThatSwallowsCancellationForEverEndsByStopWithWhatWasPrintedKept) {
  start(R"(import asyncio

async def stubborn():
    while True:
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print("not me")

async def main():
    asyncio.create_task(stubborn())
    await asyncio.sleep(0.5)
    print("main ends")

asyncio.run(main())
)",
        Mode::kLive);
  drive(session, Host::now_ns + 60'000 * kMs);
  EXPECT_EQ(session.phase(), Phase::kRunning);
  session.stop(Host::now_ns);
  EXPECT_EQ(session.phase(), Phase::kStopped);
  EXPECT_EQ(session.current()->status(), Status::kStopped);
  EXPECT_EQ(output(*session.current()), "0.500 main ends\n0.500 not me\n");
}

TEST_F(SessionTest, ATaskThatIsCancelledAgainAndAgainAndNeverWaitsForTimeCanBeStoppedToo) {
  Host::tick_ns = 1'000;
  start(R"(import asyncio

async def stubborn():
    print("begins")
    while True:
        try:
            await asyncio.sleep(0)
        except asyncio.CancelledError:
            pass

async def main():
    task = asyncio.create_task(stubborn())
    while not task.done():
        await asyncio.sleep(0)
        task.cancel()

asyncio.run(main())
)",
        Mode::kLive);
  for (int i = 0; i < 50; ++i) {
    std::int64_t before = Host::now_ns;
    ASSERT_EQ(session.wake(Host::now_ns, &Host::look, kSlice), Session::kAtOnce);
    EXPECT_LE(Host::now_ns - before, 2 * kSlice);
  }
  session.stop(Host::now_ns);
  EXPECT_EQ(session.current()->status(), Status::kStopped);
  ASSERT_EQ(session.current()->lines().size(), 1u);
  EXPECT_EQ(session.current()->lines()[0].text, "begins");
}

TEST_F(SessionTest, AnEndlessLoopGivesTheHostItsTurnAfterEverySliceAndCanBeStopped) {
  Host::tick_ns = 100'000;  // each look at the clock is 0.1 ms later than the one before
  start("print('before')\nwhile True:\n    pass\n", Mode::kLive);
  for (int i = 0; i < 50; ++i) {
    std::int64_t before = Host::now_ns;
    ASSERT_EQ(session.wake(Host::now_ns, &Host::look, kSlice), Session::kAtOnce);
    EXPECT_LE(Host::now_ns - before, 2 * kSlice);
  }
  session.stop(Host::now_ns);
  EXPECT_EQ(session.phase(), Phase::kStopped);
  EXPECT_EQ(output(*session.current()), "0.000 before\n");
  EXPECT_EQ(session.current()->status(), Status::kStopped);
}

TEST_F(SessionTest, TextThatDoesNotCompileNeverRunsAnOlderProgramInItsPlace) {
  start("print('old')\n", Mode::kInstant);
  drive(session, Host::now_ns);
  session.set_source("print('new'\n");
  ASSERT_FALSE(session.compiles());
  EXPECT_EQ(session.diagnostics()[0].message, "'(' was never closed");
  const auto* before = session.current();
  session.run(Mode::kInstant, Host::now_ns);
  EXPECT_EQ(session.current(), before);
}

TEST_F(SessionTest, ALiveRunBeginsWithTheWarningsAndSoDoesItsForecast) {
  const std::string text = "import asyncio\nprint(len('') is 0)\n";
  const std::string expected =
      "0.000 ! main.py:2: SyntaxWarning: \"is\" with 'int' literal. Did you mean \"==\"?\n"
      "0.000 !   print(len('') is 0)\n"
      "0.000 True\n";
  start(text, Mode::kLive);
  drive(session);
  EXPECT_EQ(output(*session.current()), expected);
  EXPECT_EQ(output(*session.forecast()), expected);
  EXPECT_EQ(session.warnings().size(), 1u);
  session.set_source("print('no warning')\n");
  EXPECT_TRUE(session.warnings().empty());
}

TEST_F(SessionTest, ARunGoesOnWithTheTextItWasStartedWith) {
  start(kThreeWorkers, Mode::kLive);
  drive(session, Host::now_ns + 500 * kMs);
  session.set_source("print('something else')\n");
  drive(session);
  EXPECT_EQ(output(*session.current()), kWorkersOutput);
}

TEST_F(SessionTest, TheForecastOfALiveRunIsTheInstantRun) {
  session.settings({.cost_ns = 0});
  session.set_source(kThreeWorkers);
  drive(session, Host::now_ns);
  ASSERT_TRUE(session.forecast_done());
  std::string forecast = trace::to_text(session.forecast()->trace());
  session.run(Mode::kInstant, Host::now_ns);
  drive(session, Host::now_ns);
  EXPECT_EQ(trace::to_text(session.current()->trace()), forecast);
}

TEST_F(SessionTest, TheForecastOfAnEndlessProgramIsCutAndDoesNotHang) {
  session.set_source("while True:\n    pass\n");
  drive(session, Host::now_ns);
  EXPECT_TRUE(session.forecast_done());
  EXPECT_FALSE(session.forecast()->finished());
}

TEST_F(SessionTest, AProgramThatImportsFromTheLibraryWaitsForItAndItsClockStandsStill) {
  start("import bisect\nprint(bisect.bisect([1, 3], 2))\n", Mode::kLive);
  drive(session, Host::now_ns + 5'000 * kMs);
  EXPECT_EQ(session.phase(), Phase::kRunning);
  EXPECT_TRUE(session.held_back());
  EXPECT_FALSE(session.forecast_done());
  Host::now_ns += 700 * kMs;
  session.library_arrived(library::embedded(), Host::now_ns);
  EXPECT_FALSE(session.held_back());
  drive(session);
  EXPECT_EQ(output(*session.current()), "0.000 1\n");
  EXPECT_EQ(output(*session.forecast()), "0.000 1\n");
  EXPECT_EQ(session.phase(), Phase::kFinished);
}

TEST_F(SessionTest, AProgramThatNeedsNoLibraryNeverWaitsForIt) {
  start("import asyncio, math\nprint(math.pi)\n", Mode::kLive);
  drive(session);
  EXPECT_TRUE(session.library_awaited());
  EXPECT_EQ(session.phase(), Phase::kFinished);
}

TEST_F(SessionTest, APausedProgramThatWaitedForTheLibraryStaysPausedWhenItComes) {
  start("import bisect\nprint('on')\n", Mode::kLive);
  session.pause(Host::now_ns);
  session.library_arrived(library::embedded(), Host::now_ns);
  Host::now_ns += 700 * kMs;
  drive(session, Host::now_ns);
  EXPECT_EQ(session.phase(), Phase::kPaused);
  session.resume(Host::now_ns);
  drive(session);
  EXPECT_EQ(output(*session.current()), "0.000 on\n");
}

TEST_F(SessionTest, WithoutTheLibraryTheImportSaysWhyAndALaterOneMendsIt) {
  const std::string text = "try:\n    import bisect\nexcept ImportError as e:\n    print(e)\n";
  start(text, Mode::kInstant);
  session.library_failed("offline", Host::now_ns);
  drive(session, Host::now_ns);
  EXPECT_EQ(
      output(*session.current()),
      "0.000 Simul's library did not load (offline), and the module 'bisect' is in it: run again "
      "when you are online\n");
  session.library_awaited_again();
  session.run(Mode::kInstant, Host::now_ns);
  EXPECT_TRUE(session.held_back());
  session.library_arrived("this is not it", Host::now_ns);
  drive(session, Host::now_ns);
  EXPECT_NE(output(*session.current()).find("the file is not whole"), std::string::npos);
  session.library_arrived(library::embedded(), Host::now_ns);
  session.run(Mode::kInstant, Host::now_ns);
  drive(session, Host::now_ns);
  EXPECT_EQ(output(*session.current()), "");
}

TEST_F(SessionTest, SpeedIsKeptBetweenATwentiethAndAHundredTimes) {
  session.set_speed(1e9, Host::now_ns);
  EXPECT_EQ(session.speed(), 100);
  session.set_speed(0, Host::now_ns);
  EXPECT_EQ(session.speed(), 0.05);
}

// ---- input()

constexpr const char* kAsks = R"(import asyncio

async def tick():
    await asyncio.sleep(1)
    print("tick")

async def main():
    task = asyncio.create_task(tick())
    await asyncio.sleep(0.5)
    name = input("Name: ")
    print("Hello", name)
    await task
    print(input())

asyncio.run(main())
)";

TEST_F(SessionTest, InputStopsTheRunAndItsClockUntilSomebodyHasTyped) {
  start(kAsks, Mode::kLive);
  drive(session);
  ASSERT_TRUE(session.asking());
  EXPECT_EQ(session.phase(), Phase::kRunning);
  EXPECT_EQ(session.current()->question(), "Name: ");
  Host::now_ns += 3'600'000 * kMs;
  EXPECT_EQ(session.wake(Host::now_ns, &Host::look, kSlice), Session::kNever);
  EXPECT_EQ(session.now_ns(Host::now_ns), 500 * kMs);
  session.answer("Ada", Host::now_ns);
  drive(session);
  EXPECT_EQ(session.current()->question(), "");
  session.answer("x\ny", Host::now_ns);  // one line
  drive(session);
  EXPECT_EQ(session.phase(), Phase::kFinished);
  EXPECT_EQ(output(*session.current()),
            "0.500 Name: Ada\n0.500 Hello Ada\n1.000 tick\n1.000 x\n1.000 x\n");
}

TEST_F(SessionTest, WhatIsTypedIsOnTheScreenAndNotInWhatTheProgramWrote) {
  start(kAsks, Mode::kInstant);
  drive(session);
  session.answer("Ada", Host::now_ns);
  drive(session);
  std::string wrote;
  for (const Written& each : session.current()->written()) wrote += each.text;
  EXPECT_EQ(wrote, "Name: Hello Ada\ntick\n");
}

TEST_F(SessionTest, TheEndOfInputIsAnEofErrorEveryTimeFromThenOn) {
  start(
      "for n in range(2):\n"
      "    try:\n        input('? ')\n"
      "    except EOFError as error:\n        print(error)\n",
      Mode::kInstant);
  drive(session);
  session.end_input(Host::now_ns);
  drive(session);
  EXPECT_EQ(session.phase(), Phase::kFinished);
  EXPECT_EQ(output(*session.current()),
            "0.000 ? EOF when reading a line\n0.000 ? EOF when reading a line\n");
}

TEST_F(SessionTest, StopEndsARunThatAsksAndAPauseKeepsTheQuestion) {
  start(kAsks, Mode::kLive);
  drive(session);
  session.pause(Host::now_ns);
  EXPECT_TRUE(session.asking());
  session.resume(Host::now_ns);
  Host::now_ns += 1000 * kMs;
  EXPECT_EQ(session.now_ns(Host::now_ns), 500 * kMs);
  session.stop(Host::now_ns);
  EXPECT_FALSE(session.asking());
  EXPECT_EQ(session.phase(), Phase::kStopped);
}

TEST_F(SessionTest, TheForecastGoesAsFarAsTheQuestionAndIsOffOnceItIsAsked) {
  session.set_source(kAsks);
  drive(session);
  ASSERT_NE(session.forecast(), nullptr);
  EXPECT_TRUE(session.forecast_done());
  EXPECT_FALSE(session.forecast()->finished());
  EXPECT_EQ(output(*session.forecast()), "0.500 Name: \n");
  EXPECT_NE(session.forecast_note().find("input()"), std::string::npos);
  session.run(Mode::kInstant, Host::now_ns);
  drive(session);
  EXPECT_EQ(session.forecast(), nullptr);
  session.answer("Ada", Host::now_ns);
  drive(session);
  EXPECT_EQ(session.forecast(), nullptr);
}

TEST_F(SessionTest, ARunThatIsMadeAgainForItsStacksIsAnsweredAgain) {
  for (const Mode mode : {Mode::kInstant, Mode::kLive}) {
    start(kAsks, mode);
    drive(session);
    session.answer("Ada", Host::now_ns);
    drive(session);
    ASSERT_TRUE(session.asking());
    const std::size_t events = session.current()->trace().events.size();
    session.seek(session.current()->model().after(events - 1));
    static_cast<void>(session.stack(2, Host::now_ns));
    drive(session);
    std::string locals;
    for (const timeline::Track& track : session.current()->model().tracks()) {
      if (track.name != "main") continue;
      static_cast<void>(session.stack(track.task, Host::now_ns));
      drive(session);
      for (const vm::FrameText& frame : session.stack(track.task, Host::now_ns).frames)
        for (const vm::LocalText& local : frame.locals)
          locals += local.name + "=" + local.value + " ";
    }
    EXPECT_NE(locals.find("name='Ada'"), std::string::npos) << locals;
    session.stop(Host::now_ns);
  }
}

TEST_F(SessionTest, FilesAreThereForEveryRunAndStayToBeSeenAfterIt) {
  session.library_arrived(library::embedded(), Host::now_ns);
  Settings settings = session.settings();
  const std::string home = "/home/simul";
  settings.files = {{home + "/in.txt", "one\ntwo\n"}};
  session.settings(settings);
  for (int n = 0; n < 2; ++n) {
    start(
        "with open('in.txt') as f:\n    lines = f.readlines()\n"
        "out = open('out.txt', 'w')\nout.write(lines[1])\nopen('in.txt', 'a').write('three')\n",
        Mode::kInstant);
    drive(session);
    EXPECT_EQ(session.current()->status(), Status::kOk) << session.current()->exception();
    const vm::Files expected = {{home + "/in.txt", "one\ntwo\nthree"},
                                {home + "/out.txt", "two\n"}};
    EXPECT_EQ(session.current()->files(), expected);
  }
}

// ---- an edit that is tried

TEST_F(SessionTest, AnEditThatIsTriedIsForeseenAndLeavesTextRunAndForecastAlone) {
  start(kThreeWorkers, Mode::kInstant);
  drive(session, Host::now_ns);
  std::string longer = kThreeWorkers;
  longer.replace(longer.find("2.0"), 3, "2.6");
  ASSERT_TRUE(session.try_source(longer));
  session.foresee(Host::now_ns, &Host::look, kSlice);
  EXPECT_TRUE(session.trial_done());
  EXPECT_EQ(session.trial()->end_ns() / kMs, 2600);
  EXPECT_EQ(session.source(), kThreeWorkers);
  EXPECT_EQ(session.current()->end_ns() / kMs, 2000);
  EXPECT_EQ(session.forecast()->end_ns() / kMs, 2000);
  session.end_trial();
  EXPECT_EQ(session.trial(), nullptr);
}

TEST_F(SessionTest, WhatDoesNotCompileCannotBeTried) {
  session.set_source(kThreeWorkers);
  ASSERT_TRUE(session.try_source("print(1)\n"));
  EXPECT_FALSE(session.try_source("def f(:\n"));
  EXPECT_EQ(session.trial(), nullptr);
  EXPECT_TRUE(session.compiles());
}

TEST_F(SessionTest, AnEditWithoutEndIsTriedPieceByPiece) {
  session.set_source(kThreeWorkers);
  Host::tick_ns = kMs;
  ASSERT_TRUE(session.try_source("while True:\n    pass\n"));
  EXPECT_EQ(session.wake(Host::now_ns, &Host::look, kSlice), Session::kAtOnce);
  EXPECT_FALSE(session.trial_done());
  session.end_trial();
  Host::tick_ns = 0;
  drive(session);
  EXPECT_TRUE(session.forecast_done());
}

}  // namespace
}  // namespace simul::session
