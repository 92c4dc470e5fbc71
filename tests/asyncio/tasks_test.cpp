// tests/asyncio/tasks_test.cpp - tasks: turns an await takes, cancellation in every state, names.
#include "asyncio/tasks.hpp"

#include <functional>
#include <memory>

#include <gtest/gtest.h>

#include "asyncio/gather.hpp"
#include "asyncio/runners.hpp"
#include "asyncio/timeouts.hpp"
#include "support/loop_fixture.hpp"

namespace simul::asyncio {
namespace {

using simul::testing::failing;
using simul::testing::noop;
using simul::testing::one;
using simul::testing::sleeper;
using simul::testing::VirtualLoop;

// Counts turns the way python.md's table does: a callback that re-arms itself.
struct Ticks {
  explicit Ticks(EventLoop& loop) : loop(loop) {}
  void arm() {
    loop.call_soon([this] {
      if (stopped) return;
      ++count;
      arm();
    });
  }
  EventLoop& loop;
  int count = 0;
  bool stopped = false;
};

template <typename Make>
Coro<int> measure(EventLoop& loop, Make make, std::string* ended) {
  Ticks ticks(loop);
  auto awaited = make();
  ticks.arm();
  auto outcome = co_await std::move(awaited);
  ticks.stopped = true;
  if (ended != nullptr) *ended = outcome.ok() ? "value" : outcome.error()->type_name();
  const int count = ticks.count;
  static_cast<void>(co_await sleep(0));
  co_return count;
}

// The turns that awaiting what `make(loop)` gives takes.
template <typename Make>
int turns(Make make, std::string* ended = nullptr) {
  VirtualLoop fixture;
  const auto bound = [&] { return make(fixture.loop); };
  Outcome<int> result = run(fixture.loop, measure(fixture.loop, bound, ended));
  return result.ok() ? result.value() : -1;
}

Coro<int> cancelled_child(EventLoop& loop, bool started) {
  auto task = create_task(loop, sleeper(9));
  if (started) static_cast<void>(co_await sleep(0));
  task->cancel();
  co_return (co_await task).cancelled() ? 1 : 0;
}
Coro<int> timeout_zero(EventLoop& loop) {
  auto timeout = make_counted<Timeout>(loop.time());
  static_cast<void>(timeout->enter(loop));
  Outcome<None> slept = co_await sleep(0);
  co_return timeout->exit(slept.error()) ? 1 : 0;
}

TEST(Turns, AnAwaitOfWhatIsDoneGivesUpNoTurn) {
  EXPECT_EQ(turns([](EventLoop&) { return noop(); }), 0);
  EXPECT_EQ(turns([](EventLoop& loop) {
              auto done = create_future<int>(loop);
              done->set_result(1);
              return done;
            }),
            0);
  EXPECT_EQ(
      turns([](EventLoop& loop) { return gather<int>(loop, std::vector<Ref<FutureBase>>()); }), 0);
  EXPECT_EQ(turns([](EventLoop& loop) {
              auto done = create_future<int>(loop);
              done->set_result(1);
              return gather<int>(loop, {done, done});
            }),
            0);
  EXPECT_EQ(turns([](EventLoop&) { return wait_for(noop(), 1.0); }), 0);
  EXPECT_EQ(turns([](EventLoop&) { return wait_for(noop(), {}); }), 0);
}

TEST(Turns, SleepOfNothingIsOneBareYield) {
  EXPECT_EQ(turns([](EventLoop&) { return sleep(0); }), 1);
  EXPECT_EQ(turns([](EventLoop&) { return sleep(-1); }), 1);
  EXPECT_EQ(turns([](EventLoop&) { return yield_turn(); }), 1);
}

TEST(Turns, AFutureSetByOneCallSoonTakesOne) {
  EXPECT_EQ(turns([](EventLoop& loop) {
              auto future = create_future<int>(loop);
              loop.call_soon([future] { future->set_result(1); });
              return future;
            }),
            1);
}

TEST(Turns, ATaskTakesAStepAndThenAWakeUp) {
  EXPECT_EQ(turns([](EventLoop& loop) { return create_task(loop, noop()); }), 1);
  EXPECT_EQ(turns([](EventLoop& loop) { return create_task(loop, one()); }), 2);
}

TEST(Turns, GatherAddsTheChildrensCallbacks) {
  EXPECT_EQ(turns([](EventLoop& loop) { return gather(loop, noop()); }), 2);
  EXPECT_EQ(turns([](EventLoop& loop) { return gather(loop, noop(), noop(), noop()); }), 2);
  EXPECT_EQ(turns([](EventLoop& loop) { return gather(loop, one()); }), 3);
}

TEST(Turns, WaitForRunsACoroutineInTheSameTask) {
  std::string ended;
  EXPECT_EQ(turns([](EventLoop& loop) { return wait_for(create_task(loop, noop()), 1.0); }), 1);
  EXPECT_EQ(turns([](EventLoop&) { return wait_for(noop(), 0.0); }, &ended), 3);
  EXPECT_EQ(ended, "TimeoutError");
  EXPECT_EQ(turns([](EventLoop& loop) { return wait_for(create_task(loop, noop()), 0.0); }, &ended),
            2);
  EXPECT_EQ(ended, "TimeoutError");
}

TEST(Turns, ATimeoutOfZeroFiresInTheNextTurn) {
  EXPECT_EQ(turns([](EventLoop& loop) { return timeout_zero(loop); }), 1);
}

TEST(Turns, ACancellationArrivesOneHopAfterTheRequest) {
  EXPECT_EQ(turns([](EventLoop& loop) { return cancelled_child(loop, true); }), 3);
  EXPECT_EQ(turns([](EventLoop& loop) { return cancelled_child(loop, false); }), 2);
}

// ---- cancellation

Coro<int> notes_whether_it_ran(bool* ran) {
  *ran = true;
  co_return 1;
}

TEST(Cancel, ATaskThatHasNotStartedNeverRuns) {
  VirtualLoop fixture;
  bool ran = false;
  auto task = create_task(fixture.loop, notes_whether_it_ran(&ran));
  EXPECT_TRUE(task->cancel());
  EXPECT_EQ(fixture.loop.run_until_complete(*task), RunEnd::kDone);
  EXPECT_TRUE(task->cancelled());
  EXPECT_FALSE(ran);
  EXPECT_FALSE(task->cancel());
}

Coro<int> cancels_itself(bool waits_after) {
  TaskBase& self = co_await this_task();
  self.cancel();
  if (!waits_after) co_return 7;
  Outcome<None> slept = co_await sleep(1);
  co_return slept.cancelled() ? 1 : 0;
}

TEST(Cancel, OfTheRunningTaskIsDeliveredAtItsNextAwait) {
  VirtualLoop fixture;
  auto task = create_task(fixture.loop, cancels_itself(true));
  fixture.loop.run_until_complete(*task);
  EXPECT_EQ(task->outcome().value(), 1);
  EXPECT_EQ(fixture.clock.now_ns(), 0);
}

TEST(Cancel, OfATaskInItsLastStepThrowsTheResultAway) {
  VirtualLoop fixture;
  auto task = create_task(fixture.loop, cancels_itself(false));
  fixture.loop.run_until_complete(*task);
  EXPECT_TRUE(task->cancelled());
}

Coro<int> refuses_once() {
  Outcome<None> first = co_await sleep(5);
  if (!first.cancelled()) co_return 0;
  TaskBase& self = co_await this_task();
  const auto requests = static_cast<int>(self.cancelling());
  self.uncancel();
  Outcome<None> second = co_await sleep(5);
  co_return second.ok() ? 10 * requests + static_cast<int>(self.cancelling()) : -1;
}

TEST(Cancel, CanBeRefusedAndUncancelled) {
  VirtualLoop fixture;
  auto task = create_task(fixture.loop, refuses_once());
  fixture.loop.call_later(1, [task] { task->cancel(); });
  fixture.loop.run_until_complete(*task);
  EXPECT_EQ(task->outcome().value(), 10);
  EXPECT_EQ(fixture.clock.now_ns(), 6 * kNsPerSecond);
}

Coro<int> waits_for_task(Ref<Task<int>> inner) {
  Outcome<int> outcome = co_await inner;
  if (!outcome.ok()) co_return outcome.error();
  co_return outcome.value() + 1;
}

Coro<int> waits_within(EventLoop& loop, Ref<Timeout> timeout, Ref<Task<int>> task) {
  static_cast<void>(timeout->enter(loop));
  Outcome<int> outcome = co_await task;
  co_return timeout->exit(outcome.error()) ? 1 : 0;
}

TEST(Cancel, GoesThroughTheTaskThatIsWaitedFor) {
  VirtualLoop fixture;
  auto inner = create_task(fixture.loop, sleeper(5));
  auto outer = create_task(fixture.loop, waits_for_task(inner));
  fixture.loop.call_later(1, [outer] { outer->cancel(make_counted<CancelMessage>("enough")); });
  fixture.loop.run_until_complete(*outer);
  EXPECT_TRUE(outer->cancelled());
  EXPECT_TRUE(inner->cancelled());
  EXPECT_EQ(outer->outcome().error()->message(), "enough");
}

// Two tasks that wait for each other. They are nobody's but each other's, so the loop throws them
// away at the end.
struct Circle {
  explicit Circle(VirtualLoop& fixture) : fixture(fixture) {
    first = create_task(fixture.loop, waits_for_one(&second));
    second = create_task(fixture.loop, waits_for_one(&first));
    fixture.loop.run_until_complete(*create_task(fixture.loop, one()));
  }
  ~Circle() { fixture.loop.shut_down(); }
  Circle(const Circle&) = delete;
  Circle& operator=(const Circle&) = delete;
  static Coro<int> waits_for_one(Ref<Task<int>>* task) {
    Ref<Task<int>> awaited = *task;
    Outcome<int> outcome = co_await awaited;
    if (!outcome.ok()) co_return outcome.error();
    co_return outcome.value();
  }
  VirtualLoop& fixture;
  Ref<Task<int>> first, second;
};

TEST(Cancel, OfTasksThatWaitForEachOtherIsRefusedAfterAsManyRoundsAsCPythonMakes) {
  VirtualLoop fixture;
  const Circle circle(fixture);
  EXPECT_FALSE(circle.first->cancel());
  EXPECT_EQ(fixture.loop.counters().refused, Refusal::kTooManyCalls);
  EXPECT_EQ(circle.first->cancelling(), 4998U);
  EXPECT_EQ(circle.second->cancelling(), 4998U);
  EXPECT_FALSE(circle.first->must_cancel());
  EXPECT_FALSE(circle.second->must_cancel());
  EXPECT_EQ(fixture.loop.counters().cancelling.calls, 0);
}

TEST(Cancel, OfAChainThatIsNotTooLongReachesItsEnd) {
  VirtualLoop fixture;
  auto end = create_task(fixture.loop, sleeper(1));
  std::vector<Ref<Task<int>>> chain{end};
  for (int each = 0; each < 9'995; ++each)
    chain.push_back(create_task(fixture.loop, waits_for_task(chain.back())));
  fixture.loop.run_until_complete(*create_task(fixture.loop, one()));
  EXPECT_TRUE(chain.back()->cancel());
  EXPECT_FALSE(fixture.loop.counters().refusing());
  fixture.loop.run_until_complete(*chain.back());
  EXPECT_TRUE(end->cancelled());
  EXPECT_TRUE(chain.back()->cancelled());
}

TEST(Cancel, ThatATimeoutIsRefusedIsReportedAndTheTimeoutStaysActive) {
  VirtualLoop fixture;
  const Circle circle(fixture);
  auto timeout = make_counted<Timeout>(2.0);
  auto waiting = create_task(fixture.loop, waits_within(fixture.loop, timeout, circle.first));
  fixture.loop.run_until_complete(*create_task(fixture.loop, sleeper(3)));
  ASSERT_EQ(fixture.hooks.reports.size(), 1U);
  EXPECT_EQ(fixture.hooks.reports.front(), "refused: Timeout._on_timeout(), a timer");
  EXPECT_EQ(timeout->state(), TimeoutState::kEntered);
  EXPECT_EQ(waiting->cancelling(), 1U);
  EXPECT_FALSE(fixture.loop.counters().refusing());
}

TEST(Cancel, TwiceBeforeTheFirstStepCountsTwo) {
  VirtualLoop fixture;
  auto task = create_task(fixture.loop, noop());
  task->cancel();
  task->cancel();
  EXPECT_EQ(task->cancelling(), 2U);
  EXPECT_EQ(task->uncancel(), 1U);
  EXPECT_TRUE(task->must_cancel());
  EXPECT_EQ(task->uncancel(), 0U);
  EXPECT_FALSE(task->must_cancel());
  fixture.loop.run_until_complete(*task);
  EXPECT_EQ(task->outcome().value(), 1);
}

Coro<int> catches_what_it_is_told() {
  Exception injected = co_await Injected{};
  co_return injected && injected->is_cancelled() ? 5 : 6;
}

TEST(Cancel, ADrivingCoroutineIsToldEvenBeforeItsFirstStep) {
  VirtualLoop fixture;
  TaskOptions options;
  options.injects_at_start = true;
  auto task = create_task(fixture.loop, catches_what_it_is_told(), options);
  task->cancel();
  fixture.loop.run_until_complete(*task);
  EXPECT_EQ(task->outcome().value(), 5);
}

// ---- waiting

Coro<int> waits_for_itself() {
  TaskBase& self = co_await this_task();
  co_return (co_await Ref<Task<int>>(static_cast<Task<int>*>(&self)));
}

TEST(Task, CannotWaitForItself) {
  VirtualLoop fixture;
  auto task = create_task(fixture.loop, waits_for_itself());
  fixture.loop.run_until_complete(*task);
  EXPECT_EQ(task->outcome().error()->message(),
            "Task cannot await on itself: <Task pending name='Task-1'>");
}

TEST(Task, NamesCountUpAndCanBeChosen) {
  VirtualLoop fixture;
  auto first = create_task(fixture.loop, noop());
  TaskOptions options;
  options.name = "cook";
  auto named = create_task(fixture.loop, noop(), options);
  auto third = create_task(fixture.loop, noop());
  EXPECT_EQ(first->name(), "Task-1");
  EXPECT_EQ(named->name(), "cook");
  EXPECT_EQ(third->name(), "Task-2");
  first->set_name("x");
  EXPECT_EQ(first->name(), "x");
  EXPECT_EQ(fixture.loop.all_tasks().size(), 3U);
  fixture.loop.run_until_complete(*third);
  EXPECT_EQ(fixture.loop.all_tasks().size(), 0U);
}

TEST(Task, AnExceptionNobodyLookedAtIsReportedWhenTheTaskDies) {
  VirtualLoop fixture;
  {
    auto seen = create_task(fixture.loop, failing("seen"));
    auto unseen = create_task(fixture.loop, failing("unseen"));
    auto awaited = create_task(fixture.loop, failing("the loop looks at what it runs for"));
    fixture.loop.run_until_complete(*awaited);
    EXPECT_EQ(seen->outcome().error()->message(), "seen");
    EXPECT_TRUE(fixture.hooks.reports.empty());
  }
  ASSERT_EQ(fixture.hooks.reports.size(), 1U);
  EXPECT_EQ(fixture.hooks.reports[0], "Task exception was never retrieved ValueError: unseen");
}

TEST(Task, OneThatDiesWhilePendingSaysSo) {
  VirtualLoop fixture;
  {
    auto future = create_future<int>(fixture.loop);
    auto waiting = create_task(
        fixture.loop, [](Ref<Future<int>> f) -> Coro<int> { co_return co_await f; }(future));
    auto main = create_task(fixture.loop, one());
    fixture.loop.run_until_complete(*main);
    waiting->abandon();
  }
  ASSERT_EQ(fixture.hooks.reports.size(), 1U);
  EXPECT_EQ(fixture.hooks.reports[0], "Task was destroyed but it is pending! (Task-1)");
}

TEST(Task, ATaskThatNobodyHoldsLivesWhileItIsQueuedAndSleeps) {
  VirtualLoop fixture;
  int ended = 0;
  auto background = [](int* count) -> Coro<int> {
    static_cast<void>(co_await sleep(1));
    ++*count;
    co_return 0;
  };
  static_cast<void>(create_task(fixture.loop, background(&ended)));
  auto main = create_task(fixture.loop, sleeper(2));
  fixture.loop.run_until_complete(*main);
  EXPECT_EQ(ended, 1);
}

Coro<int> exits() {
  co_return make_exception(ExceptionKind::kExit, "3");
}

TEST(Task, SystemExitLeavesTheLoopAtOnce) {
  VirtualLoop fixture;
  bool later = false;
  auto main = create_task(fixture.loop, sleeper(5));
  auto task = create_task(fixture.loop, exits());
  fixture.loop.call_soon([&later] { later = true; });
  EXPECT_EQ(fixture.loop.run_until_complete(*main), RunEnd::kRaised);
  EXPECT_EQ(fixture.loop.take_raised()->message(), "3");
  EXPECT_FALSE(later);
}

// ---- sleeping

TEST(Sleep, CancelledEarlyLeavesNoTimerBehind) {
  VirtualLoop fixture;
  auto task = create_task(fixture.loop, sleeper(5));
  fixture.loop.call_later(1, [task] { task->cancel(); });
  fixture.loop.run_until_complete(*task);
  EXPECT_EQ(fixture.clock.now_ns(), kNsPerSecond);
  EXPECT_EQ(fixture.loop.run_slice().has_due, false);
}

Coro<int> naps(std::string name, double delay_s, int times, std::string* log) {
  for (int nap = 0; nap < times; ++nap) {
    static_cast<void>(co_await sleep(delay_s));
    *log += name;
  }
  co_return 0;
}

TEST(Sleep, EqualDeadlinesEndInTheOrderInWhichTheyBegan) {
  VirtualLoop fixture;
  std::string log;
  std::vector<Ref<FutureBase>> tasks;
  for (const char* name : {"a", "b", "c", "d", "e", "f", "g"})
    tasks.push_back(create_task(fixture.loop, naps(name, 1, 3, &log)));
  auto all = gather<int>(fixture.loop, tasks);
  fixture.loop.run_until_complete(*all);
  EXPECT_EQ(log, "abcdefgabcdefgabcdefg");
}

// What a real run shows: the wait that took two steps to reach the instant comes later than the one
// that was begun long before it.
TEST(Sleep, ATimerReArmedNeverOvertakesOneThatWaitedBefore) {
  VirtualLoop fixture;
  std::string log;
  auto twice = create_task(fixture.loop, naps("h", 0.5, 4, &log));
  auto once = create_task(fixture.loop, naps("1", 1, 2, &log));
  auto all = gather<int>(fixture.loop, {twice, once});
  fixture.loop.run_until_complete(*all);
  EXPECT_EQ(log, "h1hh1h");
}

}  // namespace
}  // namespace simul::asyncio
