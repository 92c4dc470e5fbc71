#include "models/schedule.hpp"

#include <gtest/gtest.h>

#include "models/compare.hpp"

namespace simul::models {
namespace {

constexpr std::int64_t kMs = 1'000'000, kS = 1'000'000'000;

Part compute(std::int64_t ns) {
  return {PartKind::kCompute, 0, 0, ns};
}
Part block(std::int64_t ns) {
  return {PartKind::kBlock, 0, 0, ns};
}
Part sleeps(std::int64_t ns) {
  return {PartKind::kSleep, 0, 0, ns};
}

// A main program that starts these and waits for them all.
Workload crew(const std::vector<std::vector<Part>>& all) {
  Workload work;
  work.tasks.emplace_back();
  work.tasks[0].name = "main";
  work.tasks[0].end_flag = work.flags++;
  work.waits.emplace_back();
  for (const std::vector<Part>& parts : all) {
    const auto index = static_cast<std::uint32_t>(work.tasks.size());
    TaskWork task;
    task.name = "T" + std::to_string(index);
    task.parts = parts;
    task.end_flag = work.flags++;
    work.waits[0].push_back({task.end_flag, 0});
    work.tasks.push_back(std::move(task));
    work.tasks[0].parts.push_back({PartKind::kSpawn, index, 0, 0});
  }
  work.tasks[0].parts.push_back({PartKind::kAwait, 0, 0, 0});
  return work;
}

Options free_of_cost() {
  Options options;
  options.thread_switch_ns = options.thread_start_ns = 0;
  options.process_start_ns = options.process_boot_ns = options.transfer_ns = 0;
  return options;
}

std::int64_t total(const Workload& work, Way way, Options options = free_of_cost()) {
  return schedule(work, rules_of(way, options)).total_ns;
}

void expect_whole(const Schedule& done) {
  EXPECT_EQ(done.computing_ns + done.blocking_ns + done.switching_ns + done.waiting_ns,
            done.total_ns);
  for (const Lane& lane : done.lanes) {
    std::int64_t at = lane.from_ns;
    for (const Span& span : lane.spans) {
      EXPECT_EQ(span.start_ns, at) << lane.name;
      EXPECT_GT(span.end_ns, span.start_ns) << lane.name;
      at = span.end_ns;
    }
    EXPECT_EQ(at, lane.to_ns) << lane.name;
  }
}

TEST(Schedule, WaitingAddsUpOnlyOneAfterAnother) {
  Workload work = crew(std::vector<std::vector<Part>>(10, {sleeps(kS)}));
  EXPECT_EQ(total(work, Way::kOneByOne), 10 * kS);
  EXPECT_EQ(total(work, Way::kLoop), kS);
  EXPECT_EQ(total(work, Way::kThreads), kS);
  EXPECT_EQ(total(work, Way::kProcesses), kS);
}

TEST(Schedule, ComputingAddsUpEverywhereButOnSeveralCores) {
  Workload work = crew(std::vector<std::vector<Part>>(8, {compute(kS)}));
  EXPECT_EQ(total(work, Way::kOneByOne), 8 * kS);
  EXPECT_EQ(total(work, Way::kLoop), 8 * kS);
  EXPECT_EQ(total(work, Way::kThreads), 8 * kS);
  for (int cores : {1, 2, 4, 8, 64}) {
    Options options = free_of_cost();
    options.cores = cores;
    EXPECT_EQ(total(work, Way::kProcesses, options), 8 * kS / std::min(cores, 8)) << cores;
  }
}

TEST(Schedule, ABlockingCallHoldsTheLoopAndGivesUpTheGil) {
  Workload work = crew(std::vector<std::vector<Part>>(3, {block(kS)}));
  EXPECT_EQ(total(work, Way::kLoop), 3 * kS);
  EXPECT_EQ(total(work, Way::kThreads), kS);
}

TEST(Schedule, TheSeedsChessGameIsTwelveHoursOrOneHourAndFiftyFiveSeconds) {
  std::vector<Part> game;
  for (int move = 0; move < 30; ++move) {
    game.push_back(block(5 * kS));
    game.push_back(sleeps(55 * kS));
  }
  Workload work = crew(std::vector<std::vector<Part>>(24, game));
  EXPECT_EQ(total(work, Way::kOneByOne), 12 * 3600 * kS);
  EXPECT_EQ(total(work, Way::kLoop), (3600 + 55) * kS);
  EXPECT_EQ(total(work, Way::kThreads), 30 * 60 * kS);
  Schedule loop = schedule(work, rules_of(Way::kLoop, free_of_cost()));
  EXPECT_EQ(loop.blocking_ns, 3600 * kS);
  EXPECT_EQ(loop.waiting_ns, 55 * kS);
  expect_whole(loop);
}

// The closed form for any exhibition: a round takes as long as all our moves, or as one pair-move.
TEST(Schedule, AnyExhibitionFollowsTheClosedForm) {
  for (std::int64_t boards : {1, 2, 11, 12, 13, 24, 40}) {
    for (std::int64_t rounds : {1, 2, 7}) {
      std::vector<Part> game;
      for (std::int64_t move = 0; move < rounds; ++move) {
        game.push_back(block(5 * kS));
        game.push_back(sleeps(55 * kS));
      }
      Workload work = crew(std::vector<std::vector<Part>>(static_cast<std::size_t>(boards), game));
      const std::int64_t round = std::max<std::int64_t>(boards * 5, 60);
      EXPECT_EQ(total(work, Way::kLoop), ((rounds - 1) * round + boards * 5 + 55) * kS)
          << boards << " boards, " << rounds << " moves";
      EXPECT_EQ(total(work, Way::kOneByOne), boards * rounds * 60 * kS);
    }
  }
}

TEST(Schedule, AThreadThatWantsTheGilWaitsNoLongerThanTheSwitchInterval) {
  // One computes for a second, the other wakes now and then: it has to wait 5 ms each time.
  Workload work = crew({{compute(kS)}, {sleeps(100 * kMs), compute(kMs), sleeps(100 * kMs)}});
  Rules rules = rules_of(Way::kThreads, free_of_cost());
  rules.seeded = false;  // first come first served
  Schedule done = schedule(work, rules);
  expect_whole(done);
  ASSERT_EQ(done.lanes.size(), 2u);  // the main program only waits
  const Lane& waker = done.lanes[1];
  ASSERT_EQ(waker.spans.size(), 6u);
  EXPECT_EQ(waker.spans[0].doing, Doing::kReady);  // before its first line
  EXPECT_EQ(waker.spans[0].end_ns, 5 * kMs);
  EXPECT_EQ(waker.spans[2].doing, Doing::kReady);
  EXPECT_EQ(waker.spans[2].end_ns - waker.spans[2].start_ns, 5 * kMs);
  EXPECT_EQ(waker.spans[5].doing, Doing::kReady);  // also to come to its end
  EXPECT_EQ(done.total_ns, kS + kMs);
}

TEST(Schedule, ThreadsThatComputeTakeTurnsAndTheCostOfSwitchingIsCounted) {
  Options options = free_of_cost();
  options.thread_switch_ns = 50'000;
  Workload work = crew({{compute(kS)}, {compute(kS)}});
  Schedule done = schedule(work, rules_of(Way::kThreads, options));
  expect_whole(done);
  EXPECT_GT(done.switches, 390u);
  EXPECT_EQ(done.total_ns,
            2 * kS + static_cast<std::int64_t>(done.switches) * options.thread_switch_ns);
}

TEST(Schedule, OneLockLetsOnlyOneBeInItUnderEveryRule) {
  std::vector<Part> one = {
      {PartKind::kAcquire, 0, 0, 0}, sleeps(kS), {PartKind::kRelease, 0, 0, 0}};
  Workload work = crew(std::vector<std::vector<Part>>(4, one));
  work.locks.push_back({1, false});
  for (Way way : {Way::kOneByOne, Way::kLoop, Way::kThreads, Way::kProcesses})
    EXPECT_EQ(total(work, way), 4 * kS) << word(way);
  work.locks[0].capacity = 2;  // a semaphore
  EXPECT_EQ(total(work, Way::kThreads), 2 * kS);
}

TEST(Schedule, WhoeverWaitsForASignalGoesOnWhenItIsRaisedAndASignalToAProcessTravels) {
  Workload work =
      crew({{sleeps(kS), {PartKind::kSignal, 3, 0, 0}}, {{PartKind::kAwait, 1, 0, 0}, sleeps(kS)}});
  work.flags = 4;
  work.waits.push_back({{3, 0}});
  EXPECT_EQ(total(work, Way::kLoop), 2 * kS);
  EXPECT_EQ(total(work, Way::kThreads), 2 * kS);
  EXPECT_EQ(total(work, Way::kOneByOne), 2 * kS);
  Options options = free_of_cost();
  options.transfer_ns = 10 * kMs;
  // The signal travels, and so does the news of the end.
  EXPECT_EQ(total(work, Way::kProcesses, options), 2 * kS + 20 * kMs);
}

TEST(Schedule, WhoWaitsForEachOtherForEverIsNamed) {
  const auto acquire = [](std::uint32_t lock) { return Part{PartKind::kAcquire, lock, 0, 0}; };
  // On one loop without a wait in between nobody is ever stuck: threads can be.
  Workload work = crew({{acquire(0), block(kS), acquire(1)}, {acquire(1), block(kS), acquire(0)}});
  work.locks = {{1, false}, {1, false}};
  Schedule done = schedule(work, rules_of(Way::kThreads, free_of_cost()));
  EXPECT_EQ(done.stuck, (std::vector<std::string>{"main", "T1", "T2"}));
}

TEST(Schedule, ASeedDrawsTheOrderAndTheSameSeedDrawsTheSame) {
  Workload work = crew(std::vector<std::vector<Part>>(6, {compute(100 * kMs), sleeps(kMs)}));
  Options options = free_of_cost();
  const auto ends = [&](std::uint64_t seed) {
    options.seed = seed;
    std::vector<std::int64_t> out;
    for (const Lane& lane : schedule(work, rules_of(Way::kThreads, options)).lanes)
      out.push_back(lane.to_ns);
    return out;
  };
  EXPECT_EQ(ends(1), ends(1));
  EXPECT_NE(ends(1), ends(2));
}

TEST(Schedule, VeryManySwitchesAreDrawnTogetherAndCostWhatTheyCost) {
  Options options = free_of_cost();
  options.thread_switch_ns = 10'000;
  Workload work = crew({{compute(3600 * kS)}, {compute(3600 * kS)}});
  Schedule done = schedule(work, rules_of(Way::kThreads, options));
  EXPECT_TRUE(done.coarse);
  // A switch every 5 ms for two hours: 1,440,000 of 10 us.
  EXPECT_NEAR(static_cast<double>(done.switching_ns), 14.4e9, 0.1e9);
  EXPECT_LT(done.lanes[0].spans.size(), 200'000u);
}

}  // namespace
}  // namespace simul::models
