// tests/asyncio/timeouts_test.cpp - a Timeout's states, and wait_for on top of it.
#include "asyncio/timeouts.hpp"

#include <gtest/gtest.h>

#include "asyncio/runners.hpp"
#include "support/loop_fixture.hpp"

namespace simul::asyncio {
namespace {

using simul::testing::sleeper;
using simul::testing::VirtualLoop;

TEST(Timeout, MayBeEnteredOnceAndOnlyInATask) {
  VirtualLoop fixture;
  auto timeout = make_counted<Timeout>(1.0);
  EXPECT_EQ(timeout->reschedule(2.0)->message(), "Timeout has not been entered");
  EXPECT_EQ(timeout->enter(fixture.loop)->message(), "Timeout should be used inside a task");
}

Coro<std::string> moves_its_deadline(EventLoop& loop) {
  auto timeout = make_counted<Timeout>(1.0);
  static_cast<void>(timeout->enter(loop));
  static_cast<void>(timeout->reschedule(3.0));
  Outcome<None> slept = co_await sleep(2);
  const bool in_time = slept.ok();
  slept = co_await sleep(2);
  const bool expiring = timeout->expired();
  const bool ours = timeout->exit(slept.error());
  std::string text = in_time ? "in time, " : "late, ";
  text += expiring ? "expiring, " : "not expiring, ";
  text += ours ? "ours, " : "not ours, ";
  text += state_name(timeout->state());
  text += ", " + timeout->enter(loop)->message();
  text += ", " + timeout->reschedule(9.0)->message();
  co_return text;
}

TEST(Timeout, CanBeRescheduledWhileItIsActive) {
  VirtualLoop fixture;
  EXPECT_EQ(run(fixture.loop, moves_its_deadline(fixture.loop)).value(),
            "in time, expiring, ours, expired, Timeout has already been entered, "
            "Cannot change state of expired Timeout");
  EXPECT_EQ(fixture.clock.now_ns(), 3 * kNsPerSecond);
}

Coro<int> with_timeout(EventLoop& loop, double limit_s, double sleep_s) {
  auto timeout = make_counted<Timeout>(loop.time() + limit_s);
  static_cast<void>(timeout->enter(loop));
  Outcome<None> slept = co_await sleep(sleep_s);
  if (timeout->exit(slept.error())) co_return 1;
  if (!slept.ok()) co_return slept.error();
  co_return 0;
}

TEST(Timeout, LeavesACancellationFromOutsideAlone) {
  VirtualLoop fixture;
  auto task = create_task(fixture.loop, with_timeout(fixture.loop, 2, 5));
  fixture.loop.call_later(1, [task] { task->cancel(); });
  fixture.loop.run_until_complete(*task);
  EXPECT_TRUE(task->cancelled());
}

TEST(Timeout, OneThatEndsAtTheVeryInstantOfTheBodyIsTooLate) {
  VirtualLoop fixture;
  EXPECT_EQ(run(fixture.loop, with_timeout(fixture.loop, 2, 2)).value(), 1);
}

TEST(WaitFor, CancelsWhatTakesTooLong) {
  VirtualLoop fixture;
  auto slow = create_task(fixture.loop, sleeper(9));
  auto outcome = run(fixture.loop, wait_for(slow, 1.0));
  EXPECT_EQ(outcome.error()->type_name(), "TimeoutError");
  EXPECT_EQ(outcome.error()->cause()->type_name(), "CancelledError");
  EXPECT_TRUE(slow->cancelled());
  EXPECT_EQ(fixture.clock.now_ns(), kNsPerSecond);
}

TEST(WaitFor, GivesTheResultInTime) {
  VirtualLoop fixture;
  EXPECT_EQ(run(fixture.loop, wait_for(sleeper(1), 2.0)).value(), 1);
  EXPECT_EQ(fixture.clock.now_ns(), kNsPerSecond);
}

}  // namespace
}  // namespace simul::asyncio
