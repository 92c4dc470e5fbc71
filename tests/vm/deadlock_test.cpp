// What a program that stands still is told: who waits for what, at which line, and who could have
// woken whom.
#include "vm/deadlock.hpp"

#include <gtest/gtest.h>

#include "support/run_python.hpp"

namespace simul::vm {
namespace {

using testing::PythonRun;
using testing::run_python;

// The sentences, one per line, of a program whose first line is line 1.
std::string why(std::string_view program) {
  const PythonRun run = run_python(program);
  EXPECT_EQ(run.end, Progress::Kind::kDeadlock);
  EXPECT_EQ(run.err, "");
  std::string text;
  for (const Standstill& one : run.why) {
    EXPECT_EQ(one.cycle, one.text.starts_with("Cycle: ")) << one.text;
    text += one.text + "\n";
  }
  return text;
}

TEST(Deadlock, TwoLocksTakenInOppositeOrderAreNamedAsACycleWithTheirLines) {
  EXPECT_EQ(why(R"py(import asyncio
async def transfer(a, b):
    async with a:
        await asyncio.sleep(1)
        async with b: pass
async def main():
    x, y = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(transfer(x, y), transfer(y, x))
asyncio.run(main())
)py"),
            "Cycle: Task-2 waits at line 5 for lock `b` held by Task-3, which waits at line 5 for "
            "lock `b` held by Task-2.\n"
            "Task-1 waits at line 8 for a gather of Task-2 and Task-3.\n");
}

TEST(Deadlock, ALockTakenTwiceByOneTaskIsACycleOfOne) {
  EXPECT_EQ(why(R"py(import asyncio
class Account:
    def __init__(self): self.lock = asyncio.Lock()
    async def close(self):
        async with self.lock:
            await self.lock.acquire()
asyncio.run(Account().close())
)py"),
            "Cycle: Task-1 waits at line 6 for lock `self.lock` that it holds itself.\n");
}

TEST(Deadlock, ALockWhoseTaskEndedWasNeverReleased) {
  EXPECT_EQ(
      why(R"py(import asyncio
async def forget(lock): await lock.acquire()
async def main():
    locks = [asyncio.Lock()]
    await asyncio.create_task(forget(locks[0]))
    async with locks[0]: pass
asyncio.run(main())
)py"),
      "Task-1 waits at line 6 for lock `locks[0]` that was never released: the task that took "
      "it has ended.\n");
}

TEST(Deadlock, ALockReleasedByAnotherTaskHasNoHolderLeft) {
  EXPECT_EQ(why(R"py(import asyncio
async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    async def free(): lock.release()
    await asyncio.create_task(free())
    await lock.acquire()
    async def second():
        async with lock: pass
    await asyncio.create_task(second())
asyncio.run(main())
)py"),
            "Cycle: Task-1 waits at line 10 for Task-3, which waits at line 9 for lock `lock` held "
            "by Task-1.\n");
}

TEST(Deadlock, ASemaphoreNamesWhoHoldsItsPlaces) {
  EXPECT_EQ(
      why(R"py(import asyncio
async def holder(limit, stop):
    async with limit: await stop
async def main():
    limit = asyncio.Semaphore(2)
    stop = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(holder(limit, stop), name=n) for n in 'ab']
    await asyncio.sleep(0)
    await limit.acquire()
asyncio.run(main())
)py"),
      "Cycle: Task-1 waits at line 9 for semaphore `limit` held by a and b; a waits at line 3 "
      "for future `stop` that only Task-1 could complete.\n"
      "Cycle: Task-1 waits at line 9 for semaphore `limit` held by a and b; b waits at line 3 "
      "for future `stop` that only Task-1 could complete.\n");
}

TEST(Deadlock, AnEventThatNobodyElseCanReachIsSaidToBeOutOfReach) {
  EXPECT_EQ(why(R"py(import asyncio
async def waiter():
    ready = asyncio.Event()
    await ready.wait()
async def main(): await asyncio.create_task(waiter(), name='waiter')
asyncio.run(main())
)py"),
            "Task-1 waits at line 5 for waiter.\n"
            "waiter waits at line 4 for event `ready` that nobody can set: no other task has a "
            "reference to it.\n");
}

TEST(Deadlock, AnEventWhoseOnlyOtherOwnerWaitsForTheWaiterIsACycle) {
  EXPECT_EQ(why(R"py(import asyncio
async def waiter(box): await box['ready'].wait()
async def main():
    box = {'ready': asyncio.Event()}
    await waiter_task(box)
    box['ready'].set()
async def waiter_task(box): await asyncio.create_task(waiter(box))
asyncio.run(main())
)py"),
            "Cycle: Task-1 waits at line 7 for Task-2, which waits at line 2 for event "
            "`box['ready']` that only Task-1 could set.\n");
}

TEST(Deadlock, AnEventOfTheModuleCouldBeSetByAnybody) {
  EXPECT_EQ(why(R"py(import asyncio
ready = asyncio.Event()
async def main(): await ready.wait()
asyncio.run(main())
)py"),
            "Task-1 waits at line 3 for event `ready` that any task could set, and all of them "
            "wait.\n");
}

TEST(Deadlock, ThoseWhoWaitForTheSameEventCannotSetIt) {
  EXPECT_EQ(why(R"py(import asyncio
async def waiter(event): await event.wait()
async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(event)) for _ in range(2)]
    del event
    await asyncio.wait(tasks)
asyncio.run(main())
)py"),
            "Task-1 waits at line 7 for asyncio.wait() of Task-2 and Task-3.\n"
            "Task-2 waits at line 2 for event `event` that nobody can set: no other task has a "
            "reference to it.\n"
            "Task-3 waits at line 2 for event `event` that nobody can set: no other task has a "
            "reference to it.\n");
}

TEST(Deadlock, AConditionThatNobodyNotifies) {
  EXPECT_EQ(why(R"py(import asyncio
async def main():
    changed = asyncio.Condition()
    async with changed: await changed.wait()
asyncio.run(main())
)py"),
            "Task-1 waits at line 4 for condition `changed` that nobody can notify: no other task "
            "has a reference to it.\n");
}

TEST(Deadlock, AQueueIsEmptyForOneAndFullForTheOther) {
  EXPECT_EQ(
      why(R"py(import asyncio
async def stage(inbox, outbox):
    while True: await outbox.put(await inbox.get())
async def main():
    a, b = asyncio.Queue(1), asyncio.Queue(1)
    a.put_nowait(0)
    tasks = [asyncio.create_task(stage(a, b)), asyncio.create_task(fill(b))]
    del a, b
    await asyncio.gather(*tasks)
async def fill(queue):
    while True: await queue.put(1)
asyncio.run(main())
)py"),
      "Task-1 waits at line 9 for a gather of Task-2 and Task-3.\n"
      "Task-2 waits at line 3 for an item of queue `inbox` into which nobody can put: no "
      "other task has a reference to it.\n"
      "Task-3 waits at line 11 for a free place in queue `queue` from which only Task-2 could "
      "get.\n");
}

TEST(Deadlock, AJoinWaitsForTaskDoneThatTheWorkerForgets) {
  EXPECT_EQ(why(R"py(import asyncio
async def worker(queue):
    while True: await queue.get()
async def main():
    queue = asyncio.Queue()
    queue.put_nowait(1)
    task = asyncio.create_task(worker(queue), name='worker')
    await queue.join()
asyncio.run(main())
)py"),
            "Cycle: Task-1 waits at line 8 for 1 unfinished item of queue `queue` of which only "
            "worker could call task_done(); worker waits at line 3 for an item of queue `queue` "
            "into which only Task-1 could put.\n");
}

TEST(Deadlock, TasksThatAwaitEachOtherAreACycle) {
  EXPECT_EQ(
      why(R"py(import asyncio
tasks = {}
async def other(name): await tasks[name]
async def main():
    for name, next in ('ab', 'bc', 'ca'): tasks[name] = asyncio.create_task(other(next), name=name)
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.wait_for(asyncio.shield(tasks['a']), None), name='watcher')
asyncio.run(main())
)py"),
      "Cycle: a waits at line 3 for b, which waits at line 3 for c, which waits at line 3 for "
      "a.\n"
      "Task-1 waits at line 6 for its TaskGroup with watcher.\n"
      "watcher waits for a shield around a.\n");
}

TEST(Deadlock, AFutureThatNobodyHasAndOneThatSeveralCouldComplete) {
  EXPECT_EQ(
      why(R"py(import asyncio
async def waits(future): await future
async def main():
    future = asyncio.get_running_loop().create_future()
    await asyncio.gather(waits(future), keeps(future), waits(asyncio.Future()))
async def keeps(future):
    await asyncio.get_running_loop().create_future()
    future.set_result(1)
asyncio.run(main())
)py"),
      "Task-1 waits at line 5 for a gather of Task-2, Task-3 and Task-4.\n"
      "Task-2 waits at line 2 for future `future` that only Task-1 or Task-3 could complete.\n"
      "Task-3 waits at line 7 for a future that nobody can complete: no other task has a "
      "reference to it.\n"
      "Task-4 waits at line 2 for future `future` that nobody can complete: no other task has "
      "a reference to it.\n");
}

TEST(Deadlock, AThousandWaitersAreCountedAndNotListed) {
  const PythonRun run = run_python(R"py(import asyncio
async def main():
    event = asyncio.Event()
    await asyncio.gather(*(event.wait() for _ in range(1000)))
asyncio.run(main())
)py");
  ASSERT_EQ(run.end, Progress::Kind::kDeadlock);
  EXPECT_EQ(run.why.size(), 21u);
  EXPECT_EQ(run.why.front().text,
            "Task-1 waits at line 4 for a gather of Task-2, Task-3, Task-4 and 997 more.");
  EXPECT_EQ(run.why.back().text, "981 more tasks wait.");
}

}  // namespace
}  // namespace simul::vm
