// What is found wrong with programs (timeline/diagnose.cpp, session/overlap.cpp): each finding on a
// small program that has it, and none on its neighbour that has not.
#include "session/overlap.hpp"

#include "session/findings.hpp"

namespace simul::session {
namespace {

using timeline::Finding;
using timeline::FindingKind;
using timeline::Severity;

// With `import asyncio`, which stands on line 1, as line 1.
std::vector<Finding> found(const std::string& program, double cost_ns = 50) {
  const auto run = run_to_end("import asyncio\n" + program, cost_ns);
  return run == nullptr ? std::vector<Finding>() : run->diagnose();
}

std::string evidence(const Finding& finding) {
  std::string out;
  for (const timeline::Evidence& each : finding.evidence) out += each.text + "\n";
  return out;
}

TEST(Findings, ABlockingCallIsNamedWithItsLineAndWhoHadToWait) {
  const auto all = found(R"(import time
async def worker(name):
    await asyncio.sleep(1)

async def report():
    await asyncio.sleep(0.5)
    time.sleep(1.0)

async def main():
    await asyncio.gather(worker("A"), report())

asyncio.run(main())
)");
  ASSERT_EQ(kinds(all), "loop-blocked");
  EXPECT_EQ(all[0].title, "Line 8 blocks the event loop for 1.000 s.");
  EXPECT_EQ(all[0].explanation, "A could have run in that time.");
  EXPECT_EQ(all[0].fix, "Write `await asyncio.sleep(1.0)` instead of `time.sleep(1.0)`.");
  EXPECT_EQ(all[0].line, 8u);
  EXPECT_EQ(all[0].severity, Severity::kWarning);
  EXPECT_NE(evidence(all[0]).find("A was due from 1.000 and could not run"), std::string::npos)
      << evidence(all[0]);
}

TEST(Findings, ComputingForLongHoldsTheLoopToo) {
  const auto all = found(R"(
async def crunch():
    total = 0
    for i in range(400000):
        total += i

async def main():
    await asyncio.gather(crunch(), asyncio.sleep(0.01))

asyncio.run(main())
)");
  ASSERT_EQ(kinds(all), "loop-blocked");
  EXPECT_NE(all[0].title.find("One step of crunch computes for"), std::string::npos)
      << all[0].title;
}

TEST(Findings, FiftyMillisecondsAreNotTooLong) {
  EXPECT_EQ(kinds(found(R"(import time
async def main():
    await asyncio.gather(asyncio.sleep(0.01), asyncio.sleep(0.02))
    time.sleep(0.05)

asyncio.run(main())
)")),
            "");
}

TEST(Findings, BlockingBeforeTheLoopRunsBlocksNobody) {
  EXPECT_EQ(kinds(found(R"(import time
async def main():
    await asyncio.sleep(0.1)
time.sleep(2)
asyncio.run(main())
)")),
            "");
}

constexpr const char* kCrowd = R"(
async def busy(rounds):
    for _ in range(rounds):
        for _ in range(200):
            pass
        await asyncio.sleep(0)

async def clock():
    await asyncio.sleep(0.01)

async def main():
    await asyncio.gather(*(busy(5) for _ in range(COUNT)), clock())

asyncio.run(main())
)";
std::string crowd(const std::string& count) {
  std::string text = kCrowd;
  return text.replace(text.find("COUNT"), 5, count);
}

TEST(Findings, ATaskThatWaitsLongBehindManyShortStepsStarves) {
  const auto all = found(crowd("100"), 8'000);
  ASSERT_EQ(kinds(all), "starvation");
  EXPECT_NE(all[0].title.find("had to wait"), std::string::npos) << all[0].title;
  EXPECT_NE(all[0].explanation.find("other callbacks ran before it"), std::string::npos);
}

TEST(Findings, AFewTasksThatTakeTurnsDoNotStarveEachOther) {
  EXPECT_EQ(kinds(found(crowd("10"), 8'000)), "");
}

TEST(Findings, ACoroutineThatNobodyAwaitedIsNamedWithItsLine) {
  const auto all = found(R"(
async def step():
    pass

async def main():
    step()
    await asyncio.sleep(0.1)

asyncio.run(main())
)");
  ASSERT_EQ(kinds(all), "never-awaited");
  EXPECT_EQ(all[0].title, "The coroutine step was made and never awaited: nothing of it ran.");
  EXPECT_EQ(all[0].line, 7u);
}

TEST(Findings, ATaskThatTheEndCutsOffWasNeverFinished) {
  const auto all = found(R"(
async def slow():
    await asyncio.sleep(10)

async def main():
    task = asyncio.create_task(slow())
    await asyncio.sleep(0.1)

asyncio.run(main())
)");
  ASSERT_EQ(kinds(all), "never-finished");
  EXPECT_EQ(all[0].title,
            "slow was not finished when the main coroutine ended, and was cancelled.");
  EXPECT_EQ(all[0].line, 7u);
  EXPECT_EQ(evidence(all[0]), "slow stood at line 4\n");
}

TEST(Findings, ATaskThatItsMakerCancelsIsNoFinding) {
  EXPECT_EQ(kinds(found(R"(
async def slow():
    await asyncio.sleep(10)

async def main():
    task = asyncio.create_task(slow())
    await asyncio.sleep(0.1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        pass

asyncio.run(main())
)")),
            "");
}

TEST(Findings, AnExceptionThatNobodyRetrievedIsNamedWithItsLine) {
  const auto all = found(R"(
async def fails():
    raise ValueError("no")

async def main():
    task = asyncio.create_task(fails())
    await asyncio.sleep(0.1)
    del task
    await asyncio.sleep(0.1)

asyncio.run(main())
)");
  ASSERT_EQ(kinds(all), "exception-never-retrieved");
  EXPECT_EQ(all[0].title, "fails failed with ValueError: no, and nobody looked.");
  EXPECT_EQ(all[0].severity, Severity::kError);
}

TEST(Findings, ACancellationThatIsSwallowedIsFound) {
  const auto all = found(R"(
async def stubborn():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        pass
    await asyncio.sleep(1)

async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0.1)
    task.cancel()
    await task

asyncio.run(main())
)");
  ASSERT_EQ(kinds(all), "cancellation-swallowed");
  EXPECT_EQ(all[0].title, "stubborn was cancelled at 0.100 and went on as if nothing had been.");
  EXPECT_EQ(evidence(all[0]), "main asked it to cancel\nIt ended with a result\n");
}

TEST(Findings, TimeoutsAndGroupsThatCancelForThemselvesSwallowNothing) {
  EXPECT_EQ(kinds(found(R"(
async def slow():
    await asyncio.sleep(10)

async def fails():
    await asyncio.sleep(0.1)
    raise ValueError

async def main():
    try:
        async with asyncio.timeout(0.1):
            await slow()
    except TimeoutError:
        pass
    try:
        await asyncio.wait_for(slow(), 0.1)
    except TimeoutError:
        pass
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(slow())
            group.create_task(fails())
    except* ValueError:
        pass

asyncio.run(main())
)")),
            "");
}

std::string convoy(const std::string& inside) {
  return R"(
lock = asyncio.Lock()
async def worker(name):
    for _ in range(3):
        async with lock:
            )" +
         inside + R"(
        await asyncio.sleep(0.01)

async def main():
    await asyncio.gather(*(worker(name) for name in "ABCDE"))

asyncio.run(main())
)";
}

TEST(Findings, TasksInLineForALockThatIsHeldAcrossAnAwaitAreAConvoy) {
  const auto all = found(convoy("await asyncio.sleep(0.1)"));
  ASSERT_EQ(kinds(all), "lock-convoy");
  EXPECT_NE(all[0].title.find("tasks stand in line for lock on line 6"), std::string::npos)
      << all[0].title;
  EXPECT_EQ(all[0].tasks.size(), 5u);
}

TEST(Findings, ALockThatIsHeldForAMomentIsNoConvoy) {
  EXPECT_EQ(kinds(found(convoy("total = 1"))), "");
}

TEST(Findings, ADeadlockOfTwoLocksIsToldWithItsCycle) {
  const auto all = found(R"(
a = asyncio.Lock()
b = asyncio.Lock()

async def one():
    async with a:
        await asyncio.sleep(0.1)
        async with b:
            pass

async def two():
    async with b:
        await asyncio.sleep(0.1)
        async with a:
            pass

async def main():
    await asyncio.gather(one(), two())

asyncio.run(main())
)");
  ASSERT_EQ(kinds(all), "deadlock");
  EXPECT_EQ(
      all[0].title,
      "one waits on line 9 for the lock b, which is held by two since line 13, and two waits "
      "on line 15 for the lock a, which is held by one since line 7: neither can ever go on.");
  EXPECT_EQ(all[0].severity, Severity::kError);
}

TEST(Findings, WaitingForWhatNobodyWillSetIsADeadlockWithoutACycle) {
  const auto all = found(R"(
async def main():
    event = asyncio.Event()
    await event.wait()

asyncio.run(main())
)");
  ASSERT_EQ(kinds(all), "deadlock");
  EXPECT_EQ(all[0].title,
            "Nobody can go on: main waits on line 5 for the event. Nothing is ready, no timer is "
            "set, and there is nobody left to wake them.");
}

std::string producer(const std::string& queue) {
  return R"(
async def produce(queue):
    for i in range(300):
        await queue.put(i)
        await asyncio.sleep(0.001)
    await queue.put(None)

async def consume(queue):
    while await queue.get() is not None:
        await asyncio.sleep(0.01)

async def main():
    queue = )" +
         queue + R"(
    await asyncio.gather(produce(queue), consume(queue))

asyncio.run(main())
)";
}

TEST(Findings, AQueueWithoutABoundThatFillsFasterThanItEmptiesIsFound) {
  const auto all = found(producer("asyncio.Queue()"));
  ASSERT_EQ(kinds(all), "queue-growth");
  EXPECT_NE(all[0].title.find("queue grew to 2"), std::string::npos) << all[0].title;
  EXPECT_EQ(all[0].line, 14u);
}

TEST(Findings, ABoundedQueueAndAQueueThatIsFilledBeforehandAreNone) {
  EXPECT_EQ(kinds(found(producer("asyncio.Queue(maxsize=10)"))), "");
  EXPECT_EQ(kinds(found(R"(
async def main():
    queue = asyncio.Queue()
    for i in range(500):
        queue.put_nowait(i)
    while not queue.empty():
        await queue.get()
        await asyncio.sleep(0.001)

asyncio.run(main())
)")),
            "");
}

TEST(Findings, AwaitsThatCouldOverlapSayHowMuchTimeThatWouldSave) {
  const auto all = found(R"(
async def fetch(n):
    await asyncio.sleep(n)
    return n

async def main():
    a = await fetch(1)
    b = await fetch(2)
    print(a + b)

asyncio.run(main())
)");
  ASSERT_EQ(kinds(all), "could-overlap");
  EXPECT_EQ(all[0].title,
            "main awaits 2 calls one after the other (lines 8 to 9): together they would take "
            "2.000 s instead of 3.000 s.");
  EXPECT_NEAR(static_cast<double>(all[0].saved_ns), 1e9, 1e6);
  EXPECT_EQ(all[0].fix, "Write `await asyncio.gather(fetch(1), fetch(2))`.");
}

TEST(Findings, AwaitsThatNeedEachOtherOrOverlapAlreadyAreNone) {
  EXPECT_EQ(kinds(found(R"(
async def fetch(n):
    await asyncio.sleep(1)
    return n

async def main():
    a = await fetch(1)
    b = await fetch(a)
    one = asyncio.create_task(fetch(1))
    two = asyncio.create_task(fetch(2))
    await one
    await two
    await asyncio.sleep(1)
    await asyncio.sleep(1)

asyncio.run(main())
)")),
            "");
}

TEST(AwaitRuns, AreReadFromTheTextBlockByBlock) {
  const auto runs = await_runs(R"(
async def f(x): ...
async def g(x): ...
async def main():
    await f(1)
    x = await g(2)
    y = await f(x)
    if y:
        await f(3)
        await g(
            4)
    await f(5)
def plain():
    pass
)");
  ASSERT_EQ(runs.size(), 2u);
  EXPECT_EQ(runs[0].steps.size(), 2u);
  EXPECT_EQ(runs[0].steps[1].call, "g(2)");
  EXPECT_EQ(runs[0].steps[1].bound, "x");
  EXPECT_EQ(runs[1].steps[1].call, "g(4)");
  EXPECT_EQ(runs[1].function, "main");
}

}  // namespace
}  // namespace simul::session
