// tests/asyncio/coroutines_test.cpp - chains of coroutines: depth, number, and what becomes of
// them.
#include "asyncio/coroutines.hpp"

#include <gtest/gtest.h>

#include "asyncio/tasks.hpp"
#include "support/loop_fixture.hpp"

namespace simul::asyncio {
namespace {

using simul::testing::noop;
using simul::testing::VirtualLoop;

Coro<int> awaits_many(int times) {
  int sum = 0;
  for (int time = 0; time < times; ++time) sum += (co_await noop()).value();
  co_return sum;
}

TEST(Coro, AMillionAwaitsOfCoroutinesThatNeverSuspendUseNoStack) {
  VirtualLoop fixture;
  auto task = create_task(fixture.loop, awaits_many(1'000'000));
  fixture.loop.run_until_complete(*task);
  EXPECT_EQ(task->outcome().value(), 1'000'000);
  EXPECT_EQ(fixture.loop.turn(), 2U);
}

Coro<int> deep(int levels, int* sleeps) {
  if (levels == 0) {
    for (; *sleeps > 0; --*sleeps) {
      Outcome<None> slept = co_await sleep(0);
      if (!slept.ok()) co_return slept.error();
    }
    co_return 0;
  }
  Outcome<int> below = co_await deep(levels - 1, sleeps);
  if (!below.ok()) co_return below.error();
  co_return below.value() + 1;
}

TEST(Coro, AChainOfAHundredThousandUsesNoStackToStartSuspendAndEnd) {
  VirtualLoop fixture;
  int sleeps = 3;
  auto task = create_task(fixture.loop, deep(100'000, &sleeps));
  fixture.loop.run_until_complete(*task);
  EXPECT_EQ(task->outcome().value(), 100'000);
  EXPECT_EQ(fixture.loop.turn(), 5U);
}

TEST(Coro, ACancellationComesUpThroughADeepChain) {
  VirtualLoop fixture;
  int sleeps = 1'000;
  auto task = create_task(fixture.loop, deep(100'000, &sleeps));
  fixture.loop.call_later(0, [task] { task->cancel(); });
  fixture.loop.run_until_complete(*task);
  EXPECT_TRUE(task->cancelled());
}

TEST(Coro, AParkedChainThatIsThrownAwayUsesNoStackEither) {
  VirtualLoop fixture;
  int sleeps = 1'000'000;
  auto task = create_task(fixture.loop, deep(100'000, &sleeps));
  auto main = create_task(fixture.loop, noop());
  fixture.loop.run_until_complete(*main);
  EXPECT_FALSE(task->done());
  task->set_log_destroy_pending(false);
  task->abandon();
  EXPECT_FALSE(task->done());
}

struct Mark {
  std::string* log;
  const char* name;
  ~Mark() { *log += name; }
};

Coro<int> parks(std::string* log) {
  const Mark inner{log, "inner "};
  static_cast<void>(co_await sleep(9));
  co_return 0;
}
Coro<int> holds(std::string* log) {
  const Mark outer{log, "outer "};
  co_return co_await parks(log);
}

TEST(Coro, AChainThatIsThrownAwayGoesInnermostFirst) {
  std::string log;
  VirtualLoop fixture;
  auto task = create_task(fixture.loop, holds(&log));
  auto main = create_task(fixture.loop, noop());
  fixture.loop.run_until_complete(*main);
  task->set_log_destroy_pending(false);
  task->abandon();
  EXPECT_EQ(log, "inner outer ");
}

TEST(Coro, OneThatIsNeverAwaitedDoesNothing) {
  std::string log;
  {
    auto coro = holds(&log);
  }
  EXPECT_EQ(log, "");
}

Coro<int> stops_in_the_middle(int* entered) {
  ++*entered;
  co_await Preempted{};
  ++*entered;
  co_await BlockedUntil{3 * kNsPerSecond};
  ++*entered;
  co_return *entered;
}

TEST(Coro, AStepThatIsPreemptedGoesOnBeforeAnythingElse) {
  VirtualLoop fixture;
  int entered = 0;
  bool other = false;
  auto task = create_task(fixture.loop, stops_in_the_middle(&entered));
  fixture.loop.call_soon([&other] { other = true; });
  EXPECT_EQ(fixture.loop.run_slice().end, SliceEnd::kPreempted);
  EXPECT_EQ(fixture.loop.current_task(), task.get());
  const SliceResult blocked = fixture.loop.run_slice();
  EXPECT_EQ(blocked.end, SliceEnd::kBlocked);
  EXPECT_EQ(blocked.due_ns, 3 * kNsPerSecond);
  EXPECT_FALSE(other);
  EXPECT_EQ(fixture.loop.run_slice().end, SliceEnd::kIdle);
  EXPECT_TRUE(other);
  EXPECT_EQ(entered, 3);
}

}  // namespace
}  // namespace simul::asyncio
