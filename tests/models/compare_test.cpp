#include "models/compare.hpp"

#include <gtest/gtest.h>

namespace simul::models {
namespace {

constexpr std::int64_t kS = 1'000'000'000;

TEST(Compare, SpansAreSaidInTheUnitThatFits) {
  EXPECT_EQ(span_words(0), "0 ns");
  EXPECT_EQ(span_words(3'200), "3.2 µs");
  EXPECT_EQ(span_words(5'000'000), "5 ms");
  EXPECT_EQ(span_words(999'700'000), "1 s");
  EXPECT_EQ(span_words(12 * 3600 * kS), "12 h");
  EXPECT_EQ(span_words(3655 * kS), "1 h 55 s");
  EXPECT_EQ(span_words(3655 * kS + 3'000'000), "1 h 55 s");
}

TEST(Compare, AllWaitingIsOneSecondForEverybodyButOneAfterAnother) {
  Options options;
  MixResult result = mix({.tasks = 8, .each_ns = kS, .rounds = 10}, 10, options);
  ASSERT_EQ(result.points.size(), 11u);
  const auto& waiting = result.points.front().total_ns;
  EXPECT_EQ(waiting[0], 8 * kS);
  EXPECT_EQ(waiting[1], kS);
  EXPECT_LT(waiting[2], kS + kS / 100);
  EXPECT_LT(waiting[3], kS + kS / 10);
  const auto& computing = result.points.back().total_ns;
  EXPECT_EQ(computing[0], 8 * kS);
  EXPECT_EQ(computing[1], 8 * kS);
  EXPECT_GE(computing[2], 8 * kS);
  EXPECT_LT(computing[2], 8 * kS + kS / 5);
  EXPECT_LT(computing[3], 2 * kS + kS / 10);  // four cores
}

TEST(Compare, ProcessesOvertakeTheLoopAsSoonAsTheWorkIsWorthTheirStart) {
  MixResult result = mix({.tasks = 8, .each_ns = kS, .rounds = 10}, 50, Options());
  ASSERT_FALSE(result.crossings.empty());
  bool found = false;
  for (const Crossing& each : result.crossings) {
    if (each.a != Way::kProcesses || each.b != Way::kLoop) continue;
    found = true;
    EXPECT_GT(each.computing, 0.0);
    EXPECT_LT(each.computing, 0.5);
  }
  EXPECT_TRUE(found);
}

TEST(Compare, WithOneCoreProcessesOnlyCost) {
  Options options;
  options.cores = 1;
  MixResult result = mix({.tasks = 4, .each_ns = kS, .rounds = 5}, 4, options);
  for (const MixPoint& point : result.points) EXPECT_GT(point.total_ns[3], point.total_ns[1]);
}

TEST(Compare, ATraceWithHolesIsRefused) {
  trace::Trace trace;
  trace.dropped = 1;
  EXPECT_FALSE(compare(trace, {}, Options()).refused.empty());
}

TEST(Compare, NothingAtAllIsComparedWithoutHarm) {
  trace::Trace trace;
  Comparison result = compare(trace, {}, Options());
  EXPECT_TRUE(result.refused.empty());
  for (const Outcome& each : result.outcomes) EXPECT_EQ(each.schedule.total_ns, 0);
}

TEST(Compare, MemoryGrowsWithWhatIsAliveAtOnce) {
  Options options;
  EXPECT_EQ(memory_of(Way::kOneByOne, 25, options), options.base_bytes);
  EXPECT_EQ(memory_of(Way::kThreads, 25, options), options.base_bytes + 24 * options.thread_bytes);
}

}  // namespace
}  // namespace simul::models
