// tests/asyncio/runners_test.cpp - what run() does with what is left.
#include "asyncio/runners.hpp"

#include <gtest/gtest.h>

#include "support/loop_fixture.hpp"

namespace simul::asyncio {
namespace {

using simul::testing::noop;
using simul::testing::VirtualLoop;

Coro<int> cleans_up(std::string* log, double cleanup_s, bool fails) {
  Outcome<None> slept = co_await sleep(100);
  *log += slept.cancelled() ? "cancelled " : "slept ";
  static_cast<void>(co_await sleep(cleanup_s));
  *log += "cleaned ";
  if (fails) co_return make_exception(ExceptionKind::kValue, "while cleaning");
  co_return slept.error();
}

Coro<int> leaves_a_task_behind(EventLoop& loop, std::string* log, bool fails) {
  static_cast<void>(create_task(loop, cleans_up(log, 2, fails)));
  static_cast<void>(co_await sleep(1));
  co_return 5;
}

TEST(Run, CancelsWhatIsLeftAndWaitsForIt) {
  VirtualLoop fixture;
  std::string log;
  EXPECT_EQ(run(fixture.loop, leaves_a_task_behind(fixture.loop, &log, false)).value(), 5);
  EXPECT_EQ(log, "cancelled cleaned ");
  EXPECT_EQ(fixture.clock.now_ns(), 3 * kNsPerSecond);
  EXPECT_TRUE(fixture.hooks.reports.empty());
  EXPECT_TRUE(fixture.loop.is_closed());
}

TEST(Run, ReportsWhatFailsWhileItIsCancelled) {
  VirtualLoop fixture;
  std::string log;
  EXPECT_EQ(run(fixture.loop, leaves_a_task_behind(fixture.loop, &log, true)).value(), 5);
  ASSERT_EQ(fixture.hooks.reports.size(), 1U);
  EXPECT_EQ(
      fixture.hooks.reports[0],
      "unhandled exception during asyncio.run() shutdown ValueError: while cleaning (Task-2)");
}

Coro<int> waits_for_nobody(EventLoop& loop) {
  co_return co_await create_future<int>(loop);
}

TEST(Run, SaysThatADeadlockIsOne) {
  VirtualLoop fixture;
  EXPECT_EQ(run(fixture.loop, waits_for_nobody(fixture.loop)).error()->message(),
            "deadlock: every task waits, and nothing can wake one");
}

}  // namespace
}  // namespace simul::asyncio
