#include "vm/threads.hpp"

#include "support/run_python.hpp"

namespace simul::vm {
namespace {

using testing::PythonRun;
using testing::run_python;

// start(f, *args) begins a thread and gives its handle.
constexpr std::string_view kStart = R"py(import _thread, asyncio, time
def start(function, *args):
    handle = _thread._ThreadHandle()
    _thread.start_joinable_thread(lambda: function(*args), handle=handle)
    return handle
)py";

PythonRun run(std::string_view text) {
  return run_python(std::string(kStart) + std::string(text.substr(1)));
}

TEST(Threads, AThreadRunsWhenItsParentFirstBlocksAndUntilItBlocksItself) {
  const PythonRun done = run(R"py(
def work(name):
    print(name, 1)
    time.sleep(1)
    print(name, 2)
a, b = start(work, 'a'), start(work, 'b')
print('main')
a.join()
print('a is over')
b.join()
)py");
  EXPECT_EQ(done.out, "main\na 1\nb 1\na 2\na is over\nb 2\n");
  EXPECT_EQ(done.end_time, 1);
}

TEST(Threads, AtOneInstantThreadsGoBeforeLoopsAndThenFirstComeFirstServed) {
  const PythonRun done = run(R"py(
def work(name, nap):
    time.sleep(nap)
    print(name)
async def main():
    start(work, 'thread 1', 2)
    start(work, 'thread 2', 2)
    await asyncio.sleep(1)
    await asyncio.sleep(1)
    print('task')
    await asyncio.sleep(0.5)
asyncio.run(main())
)py");
  EXPECT_EQ(done.out, "thread 1\nthread 2\ntask\n");
}

TEST(Threads, ALoopThatIsNeverIdleGivesWayBeforeEachOfItsTurns) {
  const PythonRun done = run(R"py(
def work():
    for n in range(3):
        print('thread', n)
        lock.acquire()
lock = _thread.lock()
lock.acquire()
async def main():
    start(work)
    for n in range(3):
        print('turn', n)
        await asyncio.sleep(0)
        lock.release()
asyncio.run(main())
)py");
  EXPECT_EQ(done.out, "turn 0\nthread 0\nturn 1\nthread 1\nturn 2\nthread 2\n");
}

TEST(Threads, ALoopThatPollsLetsTimePassForAThread) {
  const PythonRun done = run(R"py(
done = []
def work():
    time.sleep(5)
    done.append(1)
async def main():
    start(work)
    while not done: await asyncio.sleep(0)
    print(time.monotonic())
asyncio.run(main())
)py");
  EXPECT_EQ(done.out, "5.0\n");
}

TEST(Threads, WhoComputesPastAThreadsDeadlineDelaysItButDoesNotForgetIt) {
  const PythonRun done = run_python(std::string(kStart) + R"py(
def work():
    time.sleep(0.001)
    print('thread')
async def main():
    start(work)
    await asyncio.sleep(0)
    for n in range(100000): pass
    for n in range(3):
        print('turn', n)
        await asyncio.sleep(0)
asyncio.run(main())
)py",
                                    {.cost_ns = 50});
  EXPECT_EQ(done.out, "turn 0\nthread\nturn 1\nturn 2\n");
}

TEST(Threads, AReleasedLockGoesToWhoWaitedLongestAndATimeoutTakesNothing) {
  const PythonRun done = run(R"py(
lock = _thread.lock()
lock.acquire()
def want(name, timeout):
    print(name, lock.acquire(timeout=timeout), time.monotonic())
for name, timeout in (('a', 1), ('b', -1), ('c', -1)): start(want, name, timeout)
time.sleep(2)
lock.release()
print('free?', lock.acquire(False))
time.sleep(1)
lock.release()
time.sleep(1)
print(lock.locked())
)py");
  EXPECT_EQ(done.out, "a False 1.0\nfree? False\nb True 2.0\nc True 3.0\nTrue\n");
}

TEST(Threads, ADeadlockNamesWhoWaitsAtWhichLine) {
  const PythonRun done = run(R"py(
lock = _thread.lock()
lock.acquire()
def work():
    with lock: pass
start(work)._set_name('worker')
lock.acquire()
)py");
  EXPECT_EQ(done.end, Progress::Kind::kDeadlock);
  const std::vector<std::string> expected = {"MainThread waits at line 11: lock.acquire()",
                                             "worker waits at line 9: with lock: pass"};
  EXPECT_EQ(done.threads, expected);
  EXPECT_EQ(done.waiting, std::vector<std::string>{"main thread"});
}

TEST(Threads, ALoopThatWaitsIsNamedByItsTasks) {
  const PythonRun done = run(R"py(
async def main():
    start(_thread.lock().acquire)
    await asyncio.get_running_loop().create_future()
asyncio.run(main())
)py");
  EXPECT_EQ(done.end, Progress::Kind::kDeadlock);
  EXPECT_EQ(done.waiting, std::vector<std::string>{"Task-1 main at line 8"});
}

TEST(Threads, EachHasItsOwnRunningLoopAndItsOwnLocals) {
  const PythonRun done = run(R"py(
local = _thread._local()
async def work(name):
    local.name = name
    await asyncio.sleep(1)
    print(local.name, time.monotonic())
for name in 'ab': start(lambda name=name: asyncio.run(work(name)))
asyncio.run(work('main'))
time.sleep(1)
)py");
  EXPECT_EQ(done.out, "main 1.0\na 1.0\nb 1.0\n");
  EXPECT_EQ(done.err, "");
}

TEST(Threads, AProgramLeftInTheMiddleOfItsThreadsLeaksNothing) {
  constexpr std::string_view kProgram = R"py(
lock = _thread.RLock()
def work(n):
    try:
        with lock:
            time.sleep(n)
            raise ValueError(n)
    except ValueError as e: kept = e
    asyncio.run(nap(n))
async def nap(n):
    await asyncio.sleep(n)
    time.sleep(n)
handles = [start(work, n) for n in range(4)]
asyncio.run(nap(1))
for handle in handles: handle.join(1)
)py";
  const std::string text = std::string(kStart) + std::string(kProgram);
  for (std::int64_t slices = 1; slices < 300; slices += 7)
    EXPECT_NE(run_python(text, {.slice = 13, .max_slices = slices}).end, Progress::Kind::kDeadlock);
}

}  // namespace
}  // namespace simul::vm
