#include "session/comparing.hpp"

#include <gtest/gtest.h>

#include "session/build.hpp"
#include "session/host.hpp"

namespace simul::session {
namespace {

using models::Comparison;
using models::Way;

constexpr std::int64_t kS = 1'000'000'000;

std::unique_ptr<Run> run(const std::string& text) {
  Build built = build(text, "main.py");
  EXPECT_NE(built.code, nullptr) << (built.diagnostics.empty() ? "" : built.diagnostics[0].message);
  auto run = std::make_unique<Run>(built.code,
                                   text,
                                   "main.py",
                                   Settings{.cost_ns = 0},
                                   std::make_unique<asyncio::VirtualClock>());
  run->advance_virtual(50'000'000);
  return run;
}

std::int64_t total(const Comparison& comparison, Way way) {
  const models::Outcome& outcome = comparison.outcomes[static_cast<std::size_t>(way)];
  EXPECT_TRUE(outcome.refused.empty()) << outcome.refused;
  return outcome.schedule.total_ns;
}

constexpr const char* kChess = R"(import asyncio, time
async def game(board):
    for move in range(30):
        time.sleep(5)
        await asyncio.sleep(55)
async def exhibition():
    await asyncio.gather(*map(game, range(24)))
asyncio.run(exhibition())
)";

TEST(Comparing, TheChessExhibitionIsExactOneAfterAnotherAndOnItsLoop) {
  auto done = run(kChess);
  Comparison result = compare(done.get(), {});
  EXPECT_TRUE(result.refused.empty());
  EXPECT_EQ(result.tasks, 24u);
  EXPECT_EQ(total(result, Way::kOneByOne), 12 * 3600 * kS);
  EXPECT_EQ(total(result, Way::kLoop), 3655 * kS);
  EXPECT_EQ(result.loop_again_ns, 3655 * kS);
  // 24 masters: half an hour, and what starting them takes.
  EXPECT_GE(total(result, Way::kThreads), 1800 * kS);
  EXPECT_LT(total(result, Way::kThreads), 1801 * kS);
  EXPECT_EQ(result.winner, Way::kThreads);
  EXPECT_TRUE(result.notes.empty());
}

TEST(Comparing, ChoresOfMachinesOverlapAndChoresThatNeedYouDoNot) {
  const std::string text = R"(import asyncio, time
async def chore(minutes):
    WAIT
async def main():
    await asyncio.gather(chore(40), chore(30), chore(30))
asyncio.run(main())
)";
  const auto with = [&](const std::string& wait) {
    std::string out = text;
    return out.replace(out.find("WAIT"), 4, wait);
  };
  Comparison machines = compare(run(with("await asyncio.sleep(minutes * 60)")).get(), {});
  EXPECT_EQ(total(machines, Way::kOneByOne), 6000 * kS);
  EXPECT_EQ(total(machines, Way::kLoop), 2400 * kS);
  EXPECT_EQ(machines.winner, Way::kLoop);
  Comparison needs = compare(run(with("time.sleep(minutes * 60)  # computing")).get(), {});
  EXPECT_EQ(total(needs, Way::kOneByOne), 6000 * kS);
  EXPECT_EQ(total(needs, Way::kLoop), 6000 * kS);
  EXPECT_GE(total(needs, Way::kThreads), 6000 * kS);
  EXPECT_EQ(needs.winner, Way::kProcesses);
}

TEST(Comparing, LocksAndQueuesKeepTheirMeaningUnderEveryRule) {
  Comparison result = compare(run(R"(import asyncio
async def producer(queue):
    for n in range(3):
        await asyncio.sleep(1)
        await queue.put(n)
async def consumer(queue, lock):
    for n in range(3):
        await queue.get()
        async with lock:
            await asyncio.sleep(0.5)
async def main():
    queue, lock = asyncio.Queue(1), asyncio.Lock()
    await asyncio.gather(producer(queue), consumer(queue, lock))
asyncio.run(main())
)")
                                  .get(),
                              {});
  EXPECT_EQ(total(result, Way::kLoop), 3 * kS + kS / 2);
  EXPECT_EQ(result.loop_again_ns, 3 * kS + kS / 2);
  EXPECT_EQ(total(result, Way::kOneByOne), 4 * kS + kS / 2);
  EXPECT_NEAR(static_cast<double>(total(result, Way::kThreads)), 3.5e9, 1e7);
  ASSERT_EQ(result.notes.size(), 1u);
  EXPECT_NE(result.notes[0].find("share locks, queues"), std::string::npos);
}

TEST(Comparing, ATimeoutIsToldAsWhatNoThreadCanHave) {
  Comparison result = compare(run(R"(import asyncio
async def main():
    try:
        await asyncio.wait_for(asyncio.sleep(5), 1)
    except TimeoutError:
        pass
asyncio.run(main())
)")
                                  .get(),
                              {});
  ASSERT_FALSE(result.notes.empty());
  EXPECT_NE(result.notes[0].find("was ended early"), std::string::npos);
}

TEST(Comparing, WhatDidNotEndWellIsRefusedInOneSentence) {
  EXPECT_FALSE(compare(nullptr, {}).refused.empty());
  EXPECT_FALSE(compare(run("1 / 0\n").get(), {}).refused.empty());
}

}  // namespace
}  // namespace simul::session
