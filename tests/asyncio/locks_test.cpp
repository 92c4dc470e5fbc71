// tests/asyncio/locks_test.cpp - fairness, and wake-ups that are never lost.
#include "asyncio/locks.hpp"

#include <gtest/gtest.h>

#include "asyncio/gather.hpp"
#include "asyncio/runners.hpp"
#include "support/loop_fixture.hpp"

namespace simul::asyncio {
namespace {

using simul::testing::VirtualLoop;

Coro<int> worker(Ref<Lock> lock, std::string name, double hold_s, std::string* log) {
  Outcome<None> acquired = co_await acquire(lock);
  if (!acquired.ok()) {
    *log += name + "! ";
    co_return acquired.error();
  }
  *log += name + " ";
  Outcome<None> slept = co_await sleep(hold_s);
  lock->release();
  if (!slept.ok()) co_return slept.error();
  co_return 0;
}

TEST(Lock, IsGivenInTheOrderInWhichItWasAskedFor) {
  VirtualLoop fixture;
  std::string log;
  auto lock = make_counted<Lock>();
  std::vector<Ref<FutureBase>> tasks;
  for (const char* name : {"a", "b", "c"})
    tasks.push_back(create_task(fixture.loop, worker(lock, name, 1, &log)));
  auto all = gather<int>(fixture.loop, tasks);
  fixture.loop.run_until_complete(*all);
  EXPECT_EQ(log, "a b c ");
  EXPECT_EQ(fixture.clock.now_ns(), 3 * kNsPerSecond);
  EXPECT_FALSE(lock->locked());
  EXPECT_FALSE(lock->release());
}

TEST(Lock, CancelledWaiterPassesTheWakeUpOn) {
  VirtualLoop fixture;
  std::string log;
  auto lock = make_counted<Lock>();
  auto first = create_task(fixture.loop, worker(lock, "a", 1, &log));
  auto second = create_task(fixture.loop, worker(lock, "b", 1, &log));
  auto third = create_task(fixture.loop, worker(lock, "c", 1, &log));
  // At the very instant of the release, after the second was woken.
  fixture.loop.call_later(1, [&] { fixture.loop.call_soon([second] { second->cancel(); }); });
  fixture.loop.run_until_complete(*third);
  EXPECT_EQ(log, "a b! c ");
  EXPECT_TRUE(second->cancelled());
}

TEST(Lock, ANewcomerDoesNotOvertakeAWaiterThatIsAwake) {
  VirtualLoop fixture;
  auto lock = make_counted<Lock>();
  ASSERT_TRUE(lock->acquire_now());
  const Ref<FutureBase> waiter = lock->wait(fixture.loop);
  lock->release();
  EXPECT_TRUE(waiter->done());
  EXPECT_FALSE(lock->acquire_now());
  lock->waited(*waiter, Waited::kWoken);
  EXPECT_TRUE(lock->locked());
}

TEST(Semaphore, LetsSoManyInAndKeepsTheOrder) {
  VirtualLoop fixture;
  auto semaphore = make_counted<Semaphore>(2);
  EXPECT_TRUE(semaphore->acquire_now());
  EXPECT_TRUE(semaphore->acquire_now());
  EXPECT_FALSE(semaphore->acquire_now());
  const Ref<FutureBase> first = semaphore->wait(fixture.loop);
  const Ref<FutureBase> second = semaphore->wait(fixture.loop);
  semaphore->release();
  EXPECT_TRUE(first->done());
  EXPECT_FALSE(second->done());
  EXPECT_EQ(semaphore->value(), 0);
  // The first gives up although it was woken: its place goes to the second.
  semaphore->waited(*first, Waited::kCancelled);
  EXPECT_TRUE(second->done());
  semaphore->waited(*second, Waited::kWoken);
  semaphore->release();
  EXPECT_EQ(semaphore->value(), 1);
}

Coro<int> waits(Ref<EventFlag> event, std::string name, std::string* log) {
  static_cast<void>(co_await wait(event));
  *log += name;
  co_return 0;
}

TEST(EventFlag, WakesEverybodyInOrderAndLetsLaterOnesThrough) {
  VirtualLoop fixture;
  std::string log;
  auto event = make_counted<EventFlag>();
  std::vector<Ref<FutureBase>> tasks;
  for (const char* name : {"a", "b", "c"})
    tasks.push_back(create_task(fixture.loop, waits(event, name, &log)));
  fixture.loop.call_later(1, [event] { event->set(); });
  auto all = gather<int>(fixture.loop, tasks);
  fixture.loop.run_until_complete(*all);
  auto late = create_task(fixture.loop, waits(event, "d", &log));
  fixture.loop.run_until_complete(*late);
  EXPECT_EQ(log, "abcd");
}

}  // namespace
}  // namespace simul::asyncio
