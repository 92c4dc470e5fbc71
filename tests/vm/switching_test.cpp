#include "vm/switching.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include <gtest/gtest.h>

namespace simul::vm {
namespace {

std::vector<std::int64_t> intervals(std::uint64_t seed, int count) {
  Switching switching(seed);
  std::vector<std::int64_t> out;
  for (int i = 0; i < count; ++i) {
    out.push_back(switching.left());
    switching.next_interval();
  }
  return out;
}

TEST(Switching, SeedZeroDrawsNothing) {
  EXPECT_FALSE(Switching(0).on());
  EXPECT_TRUE(Switching(1).on());
}

TEST(Switching, TheSameSeedDrawsTheSameAndNeighboursDoNot) {
  EXPECT_EQ(intervals(7, 20), intervals(7, 20));
  EXPECT_NE(intervals(7, 20), intervals(8, 20));
}

TEST(Switching, EveryIntervalHasAtLeastOneInstruction) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed)
    for (std::int64_t each : intervals(seed, 50)) ASSERT_GE(each, 1) << seed;
}

TEST(Switching, IntervalsAreShortAndLongInOneRunAndSomeRunsAreCalm) {
  int calm = 0;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    std::int64_t sum = 0, least = 1'000'000, most = 0;
    for (std::int64_t each : intervals(seed, 200)) {
      sum += each;
      least = std::min(least, each);
      most = std::max(most, each);
    }
    EXPECT_LT(least, 70) << seed;
    EXPECT_GT(most, 500) << seed;
    calm += sum > 200 * 1'000;
  }
  EXPECT_GT(calm, 25);
  EXPECT_LT(calm, 75);
}

TEST(Switching, AnyOfThemCanBeNext) {
  Switching switching(3);
  std::set<std::size_t> seen;
  for (int i = 0; i < 100; ++i) seen.insert(switching.among(4));
  EXPECT_EQ(seen, (std::set<std::size_t>{0, 1, 2, 3}));
}

}  // namespace
}  // namespace simul::vm
