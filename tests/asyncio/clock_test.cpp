// tests/asyncio/clock_test.cpp - time that jumps, time that is real, time that the page hands in.
#include "asyncio/clock.hpp"

#include <gtest/gtest.h>

#include "asyncio/runners.hpp"
#include "support/loop_events.hpp"
#include "support/loop_fixture.hpp"

namespace simul::asyncio {
namespace {

constexpr std::int64_t kMs = 1'000'000;
constexpr std::int64_t kHour = 3600 * kNsPerSecond;

TEST(Seconds, RoundTripAsPythonDoes) {
  EXPECT_EQ(to_seconds(kVirtualEpochNs), 1704067200.0);
  EXPECT_EQ(to_seconds(1'500'000'000), 1.5);
  EXPECT_EQ(to_ns(0.1), 100'000'000);
  EXPECT_EQ(to_ns(0.1 + 0.2), 300'000'000);
  EXPECT_EQ(to_ns(0.5e-9), 0);
  EXPECT_EQ(to_ns(1.5e-9), 2);
  EXPECT_GT(to_ns(1e300), kHour);
}

TEST(VirtualClock, JumpsAndCountsGenerations) {
  VirtualClock clock;
  clock.wait_until(5, 0);
  EXPECT_EQ(clock.now_ns(), 5);
  EXPECT_EQ(clock.generation(), 1);
  clock.wait_until(5, 1);
  EXPECT_EQ(clock.generation(), 2);
  clock.wait_until(3, 0);
  EXPECT_EQ(clock.now_ns(), 5);
  EXPECT_EQ(clock.generation(), 2);
  clock.wait_until(9, 0);
  EXPECT_EQ(clock.generation(), 1);
}

TEST(VirtualClock, ABusyWaitSeesTimePassAfterAHundredThousandReadings) {
  VirtualClock clock;
  for (int read = 0; read < 100'000; ++read) ASSERT_EQ(clock.read_ns(), 0);
  EXPECT_EQ(clock.read_ns(), kMs);
  EXPECT_EQ(clock.read_ns(), 2 * kMs);
  clock.wait_until(kNsPerSecond, 0);
  EXPECT_EQ(clock.read_ns(), kNsPerSecond);
  EXPECT_EQ(clock.read_ns(), kNsPerSecond);
}

TEST(VirtualClock, ChargesComputing) {
  VirtualClock clock;
  clock.charge(50);
  clock.charge(-50);
  EXPECT_EQ(clock.now_ns(), 50);
}

TEST(SteadyClock, WaitsForReal) {
  SteadyClock clock;
  const std::int64_t before = clock.now_ns();
  clock.wait_until(before + 2 * kMs, 0);
  EXPECT_GE(clock.now_ns(), before + 2 * kMs);
  EXPECT_GT(clock.epoch_ns(), kVirtualEpochNs);
}

struct HandedIn final : Readings {
  std::int64_t read_ns() override { return ns; }
  std::int64_t ns = 7 * kHour;
};

TEST(PageClock, StartsAtZeroAndFollowsTheHost) {
  HandedIn host;
  PageClock clock(host, 0);
  EXPECT_EQ(clock.now_ns(), 0);
  host.ns += 4 * kMs;
  EXPECT_EQ(clock.now_ns(), 4 * kMs);
  EXPECT_TRUE(clock.take_remarks().empty());
}

TEST(PageClock, SpeedStretchesTimeFromNowOn) {
  HandedIn host;
  PageClock clock(host, 0);
  host.ns += 10 * kMs;
  clock.set_speed(0.5);
  host.ns += 10 * kMs;
  EXPECT_EQ(clock.now_ns(), 15 * kMs);
  EXPECT_EQ(clock.host_wait_ns(20 * kMs), 10 * kMs);
  clock.set_speed(100);
  host.ns += 1 * kMs;
  EXPECT_EQ(clock.now_ns(), 115 * kMs);
  EXPECT_EQ(clock.host_wait_ns(15 * kMs), 0);
}

TEST(PageClock, StandsStillWhilePaused) {
  HandedIn host;
  PageClock clock(host, 0);
  host.ns += 3 * kMs;
  clock.pause();
  host.ns += kHour;
  EXPECT_EQ(clock.now_ns(), 3 * kMs);
  clock.resume();
  EXPECT_EQ(clock.now_ns(), 3 * kMs);
  host.ns += kMs;
  EXPECT_EQ(clock.now_ns(), 4 * kMs);
  EXPECT_TRUE(clock.take_remarks().empty());
}

TEST(PageClock, StandsWhileItIsHeldAndThenGoesOnUnlessItWasPausedBefore) {
  HandedIn host;
  PageClock clock(host, 0);
  host.ns += 3 * kMs;
  clock.hold();
  host.ns += 2'000 * kMs;  // longer than what counts as a jump
  EXPECT_EQ(clock.now_ns(), 3 * kMs);
  clock.release();
  host.ns += kMs;
  EXPECT_EQ(clock.now_ns(), 4 * kMs);
  clock.hold();
  clock.pause();  // by hand, meanwhile
  clock.release();
  host.ns += kMs;
  EXPECT_EQ(clock.now_ns(), 4 * kMs);
  clock.resume();
  host.ns += kMs;
  EXPECT_EQ(clock.now_ns(), 5 * kMs);
  clock.pause();
  clock.hold();
  clock.resume();
  host.ns += kMs;
  EXPECT_EQ(clock.now_ns(), 5 * kMs);
  clock.release();
  EXPECT_EQ(clock.now_ns(), 5 * kMs);
  EXPECT_TRUE(clock.take_remarks().empty());
}

TEST(PageClock, AWakeMoreThanASecondLateCountsAsAPause) {
  HandedIn host;
  PageClock clock(host, 0);
  host.ns += 90 * kNsPerSecond;  // a hidden tab
  clock.woke_for(10 * kNsPerSecond);
  EXPECT_EQ(clock.now_ns(), 10 * kNsPerSecond);
  const std::vector<std::string> remarks = clock.take_remarks();
  ASSERT_EQ(remarks.size(), 1U);
  EXPECT_EQ(remarks[0],
            "The page was not running for 80.0 s; the program was paused for that time.");
}

TEST(PageClock, ASmallLatenessIsShown) {
  HandedIn host;
  PageClock clock(host, 0);
  host.ns += 10 * kMs;
  clock.woke_for(9 * kMs);
  EXPECT_EQ(clock.now_ns(), 10 * kMs);
  EXPECT_TRUE(clock.take_remarks().empty());
}

TEST(PageClock, ALongWaitIsNotAJump) {
  HandedIn host;
  PageClock clock(host, 0);
  host.ns += 600 * kNsPerSecond;
  clock.woke_for(600 * kNsPerSecond);
  EXPECT_EQ(clock.now_ns(), 600 * kNsPerSecond);
  EXPECT_TRUE(clock.take_remarks().empty());
}

TEST(PageClock, AnHourBackOrForwardIsSaidAndDoesNoHarm) {
  HandedIn host;
  PageClock clock(host, 0);
  host.ns += 5 * kMs;
  EXPECT_EQ(clock.now_ns(), 5 * kMs);
  host.ns -= kHour;
  EXPECT_EQ(clock.now_ns(), 5 * kMs);
  host.ns += kMs;
  EXPECT_EQ(clock.now_ns(), 6 * kMs);
  host.ns += kHour;
  EXPECT_EQ(clock.now_ns(), 6 * kMs);
  host.ns += kMs;
  EXPECT_EQ(clock.now_ns(), 7 * kMs);
  const std::vector<std::string> remarks = clock.take_remarks();
  ASSERT_EQ(remarks.size(), 2U);
  EXPECT_EQ(remarks[0], "The computer's clock went back by 3600.0 s; the program's clock did not.");
  EXPECT_EQ(remarks[1],
            "The computer's clock went forward by 3600.0 s at once; the program was paused for "
            "that time.");
}

std::string traced(Clock& clock) {
  simul::testing::LoopEvents events;
  simul::testing::KeptReports hooks;
  EventLoop loop(clock, {.instrument = &events, .hooks = &hooks});
  auto all = gather(loop, simul::testing::sleeper(0.003), simul::testing::sleeper(0.002));
  loop.run_until_complete(*all);
  return events.text();
}

TEST(RecordingClock, ARealRunCanBeReplayedExactly) {
  SteadyClock steady;
  ClockLog log;
  RecordingClock recording(steady, log);
  const std::string first = traced(recording);
  ReplayClock replay(log);
  EXPECT_EQ(traced(replay), first);
  EXPECT_TRUE(replay.exhausted());
  EXPECT_EQ(replay.epoch_ns(), steady.epoch_ns());
}

}  // namespace
}  // namespace simul::asyncio
