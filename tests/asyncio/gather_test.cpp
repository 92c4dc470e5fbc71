// tests/asyncio/gather_test.cpp - results in order, failures that spare the siblings, cancellation.
#include "asyncio/gather.hpp"

#include <gtest/gtest.h>

#include "asyncio/runners.hpp"
#include "support/loop_fixture.hpp"

namespace simul::asyncio {
namespace {

using simul::testing::failing;
using simul::testing::sleeper;
using simul::testing::VirtualLoop;

Coro<int> gives(int value, double delay_s, std::string* log) {
  Outcome<None> slept = co_await sleep(delay_s);
  *log += std::to_string(value) + (slept.ok() ? " " : "! ");
  if (!slept.ok()) co_return slept.error();
  co_return value;
}

TEST(Gather, GivesTheResultsInTheOrderOfItsArguments) {
  VirtualLoop fixture;
  std::string log;
  auto all = gather(fixture.loop, gives(1, 3, &log), gives(2, 1, &log), gives(3, 2, &log));
  fixture.loop.run_until_complete(*all);
  auto results = all->outcome();
  ASSERT_TRUE(results.ok());
  EXPECT_EQ(results.value()[0].value() * 100 + results.value()[1].value() * 10 +
                results.value()[2].value(),
            123);
  EXPECT_EQ(log, "2 3 1 ");
  EXPECT_EQ(fixture.clock.now_ns(), 3 * kNsPerSecond);
}

TEST(Gather, AFailureReachesTheAwaiterWhileTheSiblingsGoOn) {
  VirtualLoop fixture;
  std::string log;
  auto slow = create_task(fixture.loop, gives(1, 2, &log));
  auto bad = create_task(fixture.loop, failing("broken"));
  auto all = gather<int>(fixture.loop, {slow, bad});
  fixture.loop.run_until_complete(*all);
  EXPECT_EQ(all->outcome().error()->message(), "broken");
  EXPECT_EQ(fixture.clock.now_ns(), 0);
  EXPECT_FALSE(slow->done());
  fixture.loop.run_until_complete(*slow);
  EXPECT_EQ(log, "1 ");
}

TEST(Gather, CanListTheExceptionsAsResults) {
  VirtualLoop fixture;
  auto cancelled = create_task(fixture.loop, sleeper(5));
  cancelled->cancel(make_counted<CancelMessage>("off"));
  auto all = gather<int>(fixture.loop,
                         {create_task(fixture.loop, sleeper(1)),
                          create_task(fixture.loop, failing("broken")),
                          cancelled},
                         /*return_exceptions=*/true);
  fixture.loop.run_until_complete(*all);
  auto results = all->outcome();
  ASSERT_TRUE(results.ok());
  EXPECT_EQ(results.value()[0].value(), 1);
  EXPECT_EQ(results.value()[1].error()->summary(), "ValueError: broken");
  EXPECT_EQ(results.value()[2].error()->type_name(), "CancelledError");
}

TEST(Gather, OneChildGivenTwiceCountsOnce) {
  VirtualLoop fixture;
  auto child = create_task(fixture.loop, sleeper(1));
  auto all = gather<int>(fixture.loop, {child, child});
  fixture.loop.run_until_complete(*all);
  EXPECT_EQ(all->outcome().value().size(), 2U);
}

TEST(Gather, WatchesEachChildFromWhenItIsAdded) {
  VirtualLoop fixture;
  auto early = create_future<int>(fixture.loop);
  auto late = create_future<int>(fixture.loop);
  GatherChildren children;
  children.add(early);
  children.add(late);
  EXPECT_EQ(early->callbacks().size(), 1U);
  early->set_result(1);
  children.add(early);  // again: counts once, and as it was found
  late->set_result(2);
  auto all = make_counted<GatherAll<int>>(fixture.loop, false);
  all->begin(*all, std::move(children));
  EXPECT_FALSE(all->done());
  fixture.loop.run_until_complete(*all);
  ASSERT_EQ(all->stored().size(), 3U);
  EXPECT_EQ(all->stored()[0].value() + all->stored()[1].value() + all->stored()[2].value(), 4);
}

TEST(Gather, ThatIsNeverBegunHasSeenTheFailuresOfItsChildren) {
  VirtualLoop fixture;
  auto left = create_task(fixture.loop, failing("left"));
  auto taken_back = create_future<int>(fixture.loop);
  {
    GatherChildren children;
    children.add(left);
  }
  {
    GatherChildren children;
    children.add(taken_back);
    children.withdraw();
  }
  EXPECT_TRUE(taken_back->callbacks().empty());
  fixture.loop.run_until_complete(*create_task(fixture.loop, sleeper(1)));
  EXPECT_TRUE(left->done());
  EXPECT_FALSE(left->log_traceback());
}

TEST(Gather, CancellingItCancelsEveryChildAndThenIt) {
  VirtualLoop fixture;
  std::string log;
  auto all = gather(fixture.loop, gives(1, 5, &log), gives(2, 6, &log));
  fixture.loop.call_later(1, [all] { EXPECT_TRUE(all->cancel()); });
  fixture.loop.run_until_complete(*all);
  EXPECT_EQ(log, "1! 2! ");
  EXPECT_TRUE(all->outcome().cancelled());
  EXPECT_FALSE(all->cancelled());  // it has the CancelledError as its exception, as in CPython
  EXPECT_EQ(fixture.clock.now_ns(), kNsPerSecond);
  EXPECT_FALSE(all->cancel());
}

Coro<int> waits_for_gather(Ref<GatherAll<int>>* all) {
  Ref<GatherAll<int>> awaited = *all;
  static_cast<void>(co_await awaited);
  co_return 1;
}

TEST(Gather, ThatWaitsForItselfIsRefusedItsCancellationAtTheLimitOfFrames) {
  VirtualLoop fixture;
  Ref<GatherAll<int>> all;
  auto before = create_task(fixture.loop, sleeper(1));
  auto itself = create_task(fixture.loop, waits_for_gather(&all));
  auto after = create_task(fixture.loop, sleeper(1));
  all = gather<int>(fixture.loop, {before, itself, after});
  fixture.loop.run_until_complete(*create_task(fixture.loop, sleeper(0)));
  EXPECT_FALSE(itself->cancel());
  EXPECT_EQ(fixture.loop.counters().refused, Refusal::kTooManyFrames);
  EXPECT_EQ(itself->cancelling(), 994U);
  EXPECT_EQ(before->cancelling(), 993U);
  EXPECT_EQ(after->cancelling(), 0U);
  EXPECT_EQ(fixture.loop.counters().cancelling.frames, 0);
  fixture.loop.shut_down();
}

}  // namespace
}  // namespace simul::asyncio
