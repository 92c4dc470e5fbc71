// tests/asyncio/event_loop_test.cpp - turns, timers among equals, and what an instrument is told.
#include "asyncio/event_loop.hpp"

#include <functional>

#include <gtest/gtest.h>

#include "asyncio/gather.hpp"
#include "asyncio/runners.hpp"
#include "support/loop_events.hpp"
#include "support/loop_fixture.hpp"

namespace simul::asyncio {
namespace {

using simul::testing::failing;
using simul::testing::LoopEvents;
using simul::testing::noop;
using simul::testing::sleeper;
using simul::testing::VirtualLoop;

// Runs what is ready and what becomes due, until nothing is left.
void run_all(VirtualLoop& fixture) {
  for (;;) {
    const SliceResult slice = fixture.loop.run_slice();
    if (slice.end != SliceEnd::kIdle || !slice.has_due) return;
    fixture.clock.wait_until(slice.due_ns, slice.generation);
  }
}

TEST(EventLoop, ATurnRunsOnlyWhatWasReadyWhenItBegan) {
  VirtualLoop fixture;
  std::string log;
  fixture.loop.call_soon([&] {
    log += "a";
    fixture.loop.call_soon([&] { log += "C"; });
  });
  fixture.loop.call_soon([&] {
    log += "b";
    fixture.loop.stop();
  });
  EXPECT_EQ(fixture.loop.run_slice().end, SliceEnd::kStopped);
  EXPECT_EQ(log, "ab");
  run_all(fixture);
  EXPECT_EQ(log, "abC");
}

TEST(EventLoop, ACancelledHandleIsSkipped) {
  VirtualLoop fixture;
  std::string log;
  Ref<Handle> second;
  fixture.loop.call_soon([&] {
    log += "1";
    second->cancel();
  });
  second = fixture.loop.call_soon([&] { log += "2"; });
  fixture.loop.call_soon([&] { log += "3"; });
  run_all(fixture);
  EXPECT_EQ(log, "13");
}

TEST(EventLoop, TheQueueGrowsAndKeepsItsOrder) {
  VirtualLoop fixture;
  std::vector<int> seen;
  for (int number = 0; number < 1000; ++number)
    fixture.loop.call_soon([&seen, number] { seen.push_back(number); });
  run_all(fixture);
  ASSERT_EQ(seen.size(), 1000U);
  for (int number = 0; number < 1000; ++number)
    EXPECT_EQ(seen[static_cast<size_t>(number)], number);
}

TEST(EventLoop, EqualTimersFireInTheOrderInWhichTheyWereMade) {
  VirtualLoop fixture;
  std::string log;
  for (const char* name : {"a", "b", "c", "d", "e", "f", "g", "h", "i"})
    fixture.loop.call_later(1, [&log, name] { log += name; });
  run_all(fixture);
  EXPECT_EQ(log, "abcdefghi");
  EXPECT_EQ(fixture.loop.turn(), 1U);
}

TEST(EventLoop, OneThatIsAlreadyDueComesBeforeThoseThatWait) {
  VirtualLoop fixture;
  std::string log;
  fixture.loop.call_at(1, [&] {
    log += "a";
    fixture.loop.call_at(1, [&] { log += "now"; });
    fixture.loop.call_at(0.5, [&] { log += "past"; });
  });
  fixture.loop.call_at(1, [&] { log += "b"; });
  run_all(fixture);
  EXPECT_EQ(log, "abpastnow");
}

// Generations: a wake of generation g takes the timers of g and g + 1 in one turn, later ones only
// when nothing is ready any more.
TEST(EventLoop, TimersOfALaterGenerationWaitForATurnOfTheirOwn) {
  VirtualLoop fixture;
  std::string log;
  const auto turn = [&] { return std::to_string(fixture.loop.turn()); };
  fixture.loop.call_at(2, [&] { log += "a" + turn() + " "; });  // made in generation 0
  fixture.loop.call_at(1, [&] {
    fixture.loop.call_at(2, [&] { log += "b" + turn() + " "; });  // made in generation 1
    fixture.loop.call_at(1.5, [&] {
      fixture.loop.call_at(2, [&] { log += "c" + turn() + " "; });  // made in generation 2
    });
  });
  run_all(fixture);
  EXPECT_EQ(log, "a3 b3 c4 ");
}

TEST(EventLoop, WhatHappenedOutsideComesBehindWhatIsReadyAndBeforeTheTimers) {
  VirtualLoop fixture;
  std::string log;
  const auto arrives = [&](const char* name) {
    auto handle = make_counted<FunctionHandle<Handle, std::function<void()>>>(
        std::function<void()>([&log, name] { log += name; }));
    fixture.loop.call_on_arrival(*handle);
    return handle;
  };
  fixture.loop.call_at(-1, [&] { log += "T"; });
  fixture.loop.call_soon([&] {
    log += "a";
    arrives("1");
    fixture.loop.call_soon([&] { log += "b"; });
    arrives("2");
    arrives("3")->cancel();
    fixture.loop.call_at(-1, [&] { log += "t"; });
  });
  run_all(fixture);
  EXPECT_EQ(log, "aTb12t");
}

TEST(EventLoop, WhatStaysReadyKeepsItsPlaceBeforeWhatComesMeanwhile) {
  VirtualLoop fixture;
  std::string log;
  Ref<Handle> stays;
  int left = 3;
  const auto once = make_counted<FunctionHandle<Handle, std::function<void()>>>(
      std::function<void()>([&] { log += "o"; }));
  stays = make_counted<FunctionHandle<Handle, std::function<void()>>>(std::function<void()>([&] {
    log += "s";
    if (left == 3) fixture.loop.call_on_arrival(*once);
    EXPECT_TRUE(EventLoop::set_ready(*stays, --left > 0));
    // Quiet for a while, and ready again before the next turn: the place is kept.
    if (left == 2) {
      EventLoop::set_ready(*stays, false);
      EventLoop::set_ready(*stays, true);
    }
  }));
  fixture.loop.call_while_ready(*stays);
  run_all(fixture);
  EXPECT_EQ(log, "ssos");
  EXPECT_FALSE(EventLoop::set_ready(*stays, true));
  stays = {};
}

TEST(EventLoop, ASliceEndsBeforeATurnWhenSomebodyElseGoesFirst) {
  class Polite final : public SliceBudget {
   public:
    bool spent() override { return false; }
    bool gives_way() override { return true; }
  } polite;
  VirtualLoop fixture;
  std::string log;
  fixture.loop.call_soon([&] {
    log += "a";
    fixture.loop.call_soon([&] { log += "b"; });
  });
  // It goes on without asking again; the next turn asks.
  for (const char* before : {"", "a", "ab"}) {
    EXPECT_EQ(fixture.loop.run_slice(&polite).end, SliceEnd::kGaveWay);
    EXPECT_EQ(log, before);
  }
  EXPECT_EQ(fixture.loop.run_slice(&polite).end, SliceEnd::kIdle);
}

TEST(EventLoop, AWaitIsSettledBeforeSomebodyElseGoesFirst) {
  class Polite final : public SliceBudget {
   public:
    bool spent() override { return false; }
    bool gives_way() override { return true; }
  } polite;
  VirtualLoop fixture;
  std::string log;
  fixture.loop.call_later(2, [&] { log += "t"; });
  EXPECT_EQ(fixture.loop.run_slice(&polite).end, SliceEnd::kGaveWay);
  // What the other one queues without a word is not noticed, nor is a timer.
  fixture.loop.call_soon([&] { log += "a"; });
  fixture.loop.call_later(1, [&] { log += "b"; });
  const SliceResult slice = fixture.loop.run_slice(&polite);
  EXPECT_EQ(slice.end, SliceEnd::kIdle);
  EXPECT_EQ(slice.due_ns, 2 * kNsPerSecond);
  EXPECT_EQ(log, "");
  run_all(fixture);
  EXPECT_EQ(log, "abt");
  fixture.loop.call_later(2, [&] { log += "u"; });
  EXPECT_EQ(fixture.loop.run_slice(&polite).end, SliceEnd::kGaveWay);
  fixture.loop.call_soon([&] { log += "c"; });
  fixture.loop.note_wakeup();
  EXPECT_EQ(fixture.loop.run_slice(&polite).end, SliceEnd::kGaveWay);
  EXPECT_EQ(log, "abtc");
}

TEST(EventLoop, ACancelledTimerNeitherFiresNorKeepsTheLoopWaiting) {
  VirtualLoop fixture;
  std::string log;
  auto handle = fixture.loop.call_later(5, [&] { log += "x"; });
  fixture.loop.call_later(1, [&] { log += "y"; });
  EXPECT_DOUBLE_EQ(handle->when_s(), 5);
  handle->cancel();
  run_all(fixture);
  EXPECT_EQ(log, "y");
  EXPECT_EQ(fixture.clock.now_ns(), kNsPerSecond);
}

TEST(EventLoop, ThousandsOfCancelledTimersLeaveTheOthersInOrder) {
  VirtualLoop fixture;
  std::vector<Ref<TimerHandle>> handles;
  std::vector<int> fired;
  for (int number = 0; number < 3000; ++number)
    handles.push_back(fixture.loop.call_later((number * 7919) % 3000 + 1,
                                              [&fired, number] { fired.push_back(number); }));
  for (int number = 0; number < 3000; ++number)
    if (number % 3 != 0) handles[static_cast<size_t>(number)]->cancel();
  run_all(fixture);
  ASSERT_EQ(fired.size(), 1000U);
  for (size_t index = 1; index < fired.size(); ++index)
    EXPECT_LT((fired[index - 1] * 7919) % 3000, (fired[index] * 7919) % 3000);
}

Coro<int> polls(EventLoop& loop, double until_s) {
  int turns = 0;
  while (loop.time() < until_s) {
    ++turns;
    static_cast<void>(co_await sleep(0));
  }
  co_return turns;
}

TEST(EventLoop, TimeGoesOnForAProgramThatPollsWithSleepOfNothing) {
  VirtualLoop fixture;
  fixture.loop.call_at(5, [] {});
  auto task = create_task(fixture.loop, polls(fixture.loop, 5));
  EXPECT_EQ(fixture.loop.run_until_complete(*task), RunEnd::kDone);
  EXPECT_EQ(task->outcome().value(), 10'000);
}

TEST(EventLoop, SaysWhenNothingCanEverBeReady) {
  VirtualLoop fixture;
  auto future = create_future<int>(fixture.loop);
  EXPECT_EQ(fixture.loop.run_until_complete(*future), RunEnd::kDeadlock);
}

Coro<int> two_sleepers(EventLoop& loop) {
  auto slow = create_task(loop, sleeper(2));
  auto fast = create_task(loop, sleeper(1));
  std::vector<Ref<FutureBase>> both = {slow, fast};
  static_cast<void>(co_await gather<int>(loop, std::move(both)));
  co_return 0;
}

TEST(EventLoop, ATimerThatIsCancelledInTheTurnItFiredForIsSkippedWithoutAWord) {
  LoopEvents events;
  VirtualLoop fixture(&events);
  auto sleeping = create_task(fixture.loop, sleeper(2));
  Ref<Task<int>> other;
  fixture.loop.call_later(1, [&] {
    other =
        create_task(fixture.loop, sleeper(5));  // its timer takes the place of the one that fires
    sleeping->cancel();
    fixture.clock.charge(kNsPerSecond);  // the sleep is due when the task is woken
  });
  fixture.loop.run_until_complete(*sleeping);
  EXPECT_TRUE(sleeping->cancelled());
  const std::string& text = events.text();
  std::size_t timers = 0;
  for (std::size_t at = 0; (at = text.find(" began ", at)) != std::string::npos; ++at)
    if (text.substr(at, text.find('\n', at) - at).find("~3") != std::string::npos) ++timers;
  EXPECT_EQ(timers, 1U) << text;
  EXPECT_NE(text.find("fired 6"), std::string::npos) << text;
}

TEST(EventLoop, TellsAnInstrumentWhatHappensInOrder) {
  LoopEvents events;
  VirtualLoop fixture(&events);
  auto main = create_task(fixture.loop, sleeper(0.5));
  fixture.loop.run_until_complete(*main);
  EXPECT_EQ(events.text(),
            "0 task 2 'Task-1'\n"
            "0 queued 3 of 2\n"
            "0 loop_started 1\n"
            "0 callback 2\n"
            "0 turn 1 of 1\n"
            "0 began 3 of 2\n"
            "0 armed 5 of 4 due 0.5\n"
            "0 waits 2 of 4 due 0.5 ~1\n"
            "0 callback 4 of 2\n"
            "0 ended 3 of 2\n"
            "0.5 clock 0\n"
            "0.5 fired 5 of 4 due 0.5\n"
            "0.5 queued 6 of 4 by 5 ~3\n"
            "0.5 turn 2 of 1\n"
            "0.5 began 6 of 4 ~3\n"
            "0.5 future_done 4\n"
            "0.5 queued 7 of 2 by 4 ~1\n"
            "0.5 ended 6 of 4 ~3\n"
            "0.5 turn 3 of 1\n"
            "0.5 began 7 of 2 ~1\n"
            "0.5 task_done 2\n"
            "0.5 queued 8 of 2 by 2 ~2\n"
            "0.5 ended 7 of 2 ~1\n"
            "0.5 turn 4 of 1\n"
            "0.5 began 8 of 2 ~2 '_run_until_complete_cb'\n"
            "0.5 ended 8 of 2 ~2\n"
            "0.5 loop_stopped 1\n");
}

std::string traced_run() {
  LoopEvents events;
  VirtualLoop fixture(&events);
  auto main = create_task(fixture.loop, two_sleepers(fixture.loop));
  auto failed = create_task(fixture.loop, failing("no"));
  fixture.loop.run_until_complete(*main);
  failed->mark_retrieved();
  return events.text();
}

TEST(EventLoop, TwoRunsOfOneProgramAreOneTrace) {
  const std::string first = traced_run();
  EXPECT_EQ(first, traced_run());
  EXPECT_GT(first.size(), 500U);
}

}  // namespace
}  // namespace simul::asyncio
