#include "session/forecast_check.hpp"

#include <gtest/gtest.h>

#include "session/host.hpp"
#include "session/session.hpp"

namespace simul::session {
namespace {

class ForecastTest : public testing::Test {
 protected:
  ForecastTest() { Host::reset(); }
  void text(const std::string& source) {
    session.set_source(source);
    for (int i = 0; i < 10'000 && !session.forecast_done(); ++i)
      session.wake(Host::now_ns, &Host::look, kSlice);
    ASSERT_TRUE(session.forecast_done());
  }
  // Every wait ends so much too late.
  void live(std::int64_t late_ns) {
    session.run(Mode::kLive, Host::now_ns);
    for (int i = 0; i < 10'000 && session.phase() == Phase::kRunning; ++i) {
      const std::int64_t next = session.wake(Host::now_ns, &Host::look, kSlice);
      if (next > 0) Host::now_ns = next + late_ns;
    }
    ASSERT_EQ(session.phase(), Phase::kFinished);
  }
  Session session;
};

TEST_F(ForecastTest, HoldsAlthoughThePagesTimersAreLate) {
  text(kThreeWorkers);
  live(3 * kMs);
  EXPECT_NE(session.forecast(), nullptr);
  EXPECT_EQ(session.forecast_note(), "");
}

constexpr const char* kImpatient = R"(import asyncio
import time

async def main():
    began = time.monotonic()
    await asyncio.sleep(0.1)
    if time.monotonic() - began > 0.15:
        await asyncio.sleep(5)
    await asyncio.sleep(1)

asyncio.run(main())
)";

TEST_F(ForecastTest, SaysThatAProgramWhichAsksForTheTimeMayDecideOtherwise) {
  text(kImpatient);
  EXPECT_NE(session.forecast(), nullptr);
  EXPECT_NE(session.forecast_note().find("asks for the time"), std::string::npos);
}

TEST_F(ForecastTest, IsOffAsSoonAsTheRunGoesAnotherWay) {
  text(kImpatient);
  live(100 * kMs);
  EXPECT_EQ(session.forecast(), nullptr);
  EXPECT_EQ(
      session.forecast_note(),
      "The run has left the forecast at 0.200, where main came to wait on line 8: real time or "
      "chance decided.");
}

TEST_F(ForecastTest, TheRunBeforeStaysAsAGhost) {
  text(kThreeWorkers);
  EXPECT_EQ(session.ghost(), nullptr);
  live(0);
  const std::int64_t end_ns = session.current()->end_ns();
  text("import asyncio\nasync def main(): await asyncio.sleep(0.5)\nasyncio.run(main())\n");
  live(0);
  ASSERT_NE(session.ghost(), nullptr);
  EXPECT_EQ(session.ghost()->end_ns(), end_ns);
  EXPECT_EQ(session.ghost()->model().tracks().size(), 5u);
  EXPECT_EQ(output(*session.ghost()).size(),
            std::string("0.000 A starts\n0.000 B starts\n0.000 C starts\n0.750 C done\n1.000 A "
                        "done\n2.000 B done\n")
                .size());
}

// The text says 2.0 s for B; then somebody writes 2.6.
TEST_F(ForecastTest, AnEditAfterTheRunShowsItsForecastWithTheRunAsAGhostAndUndoBringsTheRunBack) {
  std::string edited = kThreeWorkers;
  edited.replace(edited.find("2.0"), 3, "2.6");
  text(kThreeWorkers);
  live(0);
  EXPECT_FALSE(session.edited());
  const auto* run = session.current();
  text(edited);
  EXPECT_TRUE(session.edited());
  EXPECT_EQ(session.ghost(), run);
  EXPECT_EQ(session.forecast()->end_ns() / kMs * kMs, 2'600 * kMs);
  // In the middle of a word nothing changes.
  session.set_source(edited + "(");
  EXPECT_TRUE(session.edited());
  EXPECT_EQ(session.forecast()->end_ns() / kMs * kMs, 2'600 * kMs);
  text(kThreeWorkers);
  EXPECT_FALSE(session.edited());
  EXPECT_EQ(session.ghost(), nullptr);
}

// A paused run, and somebody tries what would come of another delay.
TEST_F(ForecastTest, AnEditWhileARunStandsPausedIsForeseenAndTheRunsOwnFutureIsItsGhost) {
  std::string edited = kThreeWorkers;
  edited.replace(edited.find("2.0"), 3, "2.6");
  text(kThreeWorkers);
  session.run(Mode::kLive, Host::now_ns);
  drive(session, Host::now_ns + 500 * kMs);
  session.pause(Host::now_ns);
  const auto* run = session.current();
  EXPECT_FALSE(session.revised());
  text(edited);
  EXPECT_TRUE(session.revised());
  EXPECT_EQ(session.current(), run);
  EXPECT_EQ(session.future()->end_ns() / kMs * kMs, 2'600 * kMs);
  EXPECT_EQ(session.ghost()->end_ns() / kMs * kMs, 2'000 * kMs);
  EXPECT_NE(session.forecast_note().find("run again for the edit"), std::string::npos);
  // In the middle of a word nothing changes.
  session.set_source(edited + "(");
  EXPECT_EQ(session.future()->end_ns() / kMs * kMs, 2'600 * kMs);
  // It goes on with the text that it was started with, and that text's future is drawn.
  session.resume(Host::now_ns);
  EXPECT_FALSE(session.revised());
  EXPECT_EQ(session.future()->source(), run->source());
  EXPECT_EQ(session.ghost(), nullptr);
  drive(session);
  EXPECT_EQ(session.phase(), Phase::kFinished);
  EXPECT_EQ(run->end_ns() / (10 * kMs), 200);
  text(kThreeWorkers);
  EXPECT_EQ(session.future()->source(), kThreeWorkers);
}

TEST_F(ForecastTest, TheSameTextRunAgainIsNoGhostOfItselfAndKeepsTheOneThereIs) {
  text("import asyncio\nasync def main(): await asyncio.sleep(0.5)\nasyncio.run(main())\n");
  live(0);
  live(0);
  EXPECT_EQ(session.ghost(), nullptr);
  text(kThreeWorkers);
  live(0);
  live(0);
  ASSERT_NE(session.ghost(), nullptr);
  EXPECT_EQ(session.ghost()->end_ns(), 500 * kMs);
}

TEST_F(ForecastTest, AnotherProgramHasNothingToCompareWith) {
  text(kThreeWorkers);
  live(0);
  session.another_program();
  text("import asyncio\nasync def main(): await asyncio.sleep(0.5)\nasyncio.run(main())\n");
  EXPECT_TRUE(session.edited());
  EXPECT_EQ(session.ghost(), nullptr);
  live(0);
  EXPECT_EQ(session.ghost(), nullptr);
}

TEST_F(ForecastTest, ASmallProgramIsForeseenWithinTheEditItself) {
  session.set_source(kThreeWorkers);
  session.foresee(Host::now_ns, &Host::look, 8 * kMs);
  EXPECT_TRUE(session.forecast_done());
  EXPECT_EQ(session.forecast()->end_ns() / kMs * kMs, 2'000 * kMs);
}

}  // namespace
}  // namespace simul::session
