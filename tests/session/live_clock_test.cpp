#include "session/live_clock.hpp"

#include <random>

#include <gtest/gtest.h>

namespace simul::session {
namespace {

TEST(ReadingLog, GivesBackWhatWentInAndStandsStillAtItsEnd) {
  std::mt19937_64 random(3);
  std::vector<std::int64_t> readings = {0, 0, 5, 127, 128, 1'000'000'000'000};
  for (int i = 0; i < 1'000; ++i)
    readings.push_back(readings.back() +
                       static_cast<std::int64_t>(random() % 3 * (random() % 100'000)));
  ReadingLog log;
  for (std::int64_t ns : readings) log.add(ns);
  ReadingLog::Reader reader(log);
  for (std::int64_t ns : readings) {
    EXPECT_FALSE(reader.at_end());
    EXPECT_EQ(reader.next(), ns);
  }
  EXPECT_TRUE(reader.at_end());
  EXPECT_EQ(reader.next(), readings.back());
}

TEST(ReadingLog, AReadingThatIsNoLaterThanTheLastTakesOneByte) {
  ReadingLog log;
  for (int i = 0; i < 100; ++i) log.add(0);
  EXPECT_EQ(log.bytes(), 100u);
}

struct HandSet final : asyncio::Readings {
  std::int64_t read_ns() override { return ns; }
  std::int64_t ns = 1'000;
};

TEST(LiveClock, SkipsAWaitAndGoesOnFromThere) {
  HandSet host;
  LiveClock clock(host, 0);
  EXPECT_EQ(clock.now_ns(), 0);
  clock.skip_to(2'000'000);
  EXPECT_EQ(clock.now_ns(), 2'000'000);
  host.ns += 500;
  EXPECT_EQ(clock.now_ns(), 2'000'500);
  EXPECT_EQ(clock.host_wait_ns(2'001'000), 500);
  clock.skip_to(1'000);  // that is past: nothing to skip
  EXPECT_EQ(clock.now_ns(), 2'000'500);
}

TEST(LiveClock, WhoLooksFromOutsideLeavesNoTraceInTheLog) {
  HandSet host;
  LiveClock clock(host, 0);
  for (int i = 0; i < 10; ++i) static_cast<void>(clock.peek_ns());
  EXPECT_EQ(clock.log().bytes(), 0u);
}

}  // namespace
}  // namespace simul::session
