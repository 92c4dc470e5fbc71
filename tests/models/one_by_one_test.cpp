#include "models/one_by_one.hpp"

#include <gtest/gtest.h>

#include "trace/text.hpp"

namespace simul::models {
namespace {

constexpr std::int64_t kMs = 1'000'000;

OneByOne model(std::string_view text) {
  auto trace = trace::parse_text(text);
  EXPECT_TRUE(trace.ok());
  return one_by_one(trace.value());
}

TEST(OneByOne, SleepsThatOverlapOnTheLoopAddUp) {
  OneByOne result = model(R"(
0.000000000 task_created 2 "Task-1"
0.000000000 task_created 3 "Task-2"
0.000000000 handle_began 10 object=2
0.000000000 task_waits 2 object=5 detail=1 due=1.000000000
0.000000000 handle_ended 10 object=2
0.000000000 handle_began 11 object=3
0.000000000 task_waits 3 object=6 detail=1 due=2.000000000
0.000000000 handle_ended 11 object=3
1.000000000 handle_began 12 object=2 detail=1
1.000000000 handle_ended 12 object=2
2.000000000 handle_began 13 object=3 detail=1
2.000000000 handle_ended 13 object=3
)");
  EXPECT_EQ(result.took_ns, 2'000 * kMs);
  EXPECT_EQ(result.total_ns, 3'000 * kMs);
  EXPECT_FALSE(result.cut_short);
}

TEST(OneByOne, ABlockingCallIsWorkOfTheTaskThatMadeItAndIsCountedOnce) {
  OneByOne result = model(R"(
0.000000000 task_created 2 "Task-1"
0.000000000 handle_began 10 object=2
0.100000000 blocking_began 2 due=1.100000000
1.100000000 blocking_ended 2
1.300000000 handle_ended 10 object=2
1.300000000 blocking_began 0 due=2.300000000
2.300000000 blocking_ended 0
)");
  ASSERT_EQ(result.work.size(), 2u);
  EXPECT_EQ(result.work[1].blocked_ns, 1'000 * kMs);
  EXPECT_EQ(result.work[1].computed_ns, 300 * kMs);
  EXPECT_EQ(result.work[0].blocked_ns, 1'000 * kMs);
  EXPECT_EQ(result.total_ns, 2'300 * kMs);
}

TEST(OneByOne, TimeSpentDueIsNotSleepAndACutSleepIsTold) {
  OneByOne result = model(R"(
0.000000000 task_created 2 "Task-1"
0.000000000 handle_began 10 object=2
0.000000000 task_waits 2 object=5 detail=1 due=1.000000000
0.000000000 handle_ended 10 object=2
1.500000000 handle_began 11 object=2 detail=1
1.500000000 task_waits 2 object=6 detail=1 due=9.000000000
1.500000000 handle_ended 11 object=2
2.000000000 handle_began 12 object=2 detail=1
2.000000000 handle_ended 12 object=2
)");
  EXPECT_EQ(result.work[1].slept_ns, 1'500 * kMs);
  EXPECT_TRUE(result.cut_short);
}

}  // namespace
}  // namespace simul::models
