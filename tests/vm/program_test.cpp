// What bounds a program: instructions, memory, recursion; none of them ends the process.
#include "support/run_python.hpp"

namespace simul::vm {
namespace {

using testing::PythonRun;
using testing::run_python;

TEST(Limits, AnEndlessLoopGivesControlBackAndCanBeDropped) {
  const PythonRun run = run_python("while True: pass\n", {.slice = 10'000, .max_slices = 5});
  EXPECT_EQ(run.end, Progress::Kind::kReady);
  EXPECT_EQ(run.slices, 5);
}

TEST(Limits, EndlessRecursionThroughNativesIsARecursionError) {
  const PythonRun run = run_python(R"py(
class R:
    def __repr__(self): return repr([self])
try: repr(R())
except RecursionError as e: print('RecursionError')
class A:
    def __getattr__(self, name): return getattr(self, name)
try: A().x
except RecursionError: print('again')
)py");
  EXPECT_EQ(run.out, "RecursionError\nagain\n");
  EXPECT_EQ(run.err, "");
}

TEST(Limits, WhatContainersHoldInsideCountsAsMemory) {
  for (const char* piece : {"[0] * 1000",
                            "[0] + [1] * 999",
                            "list(range(1000))",
                            "[*range(1000)]",
                            "sorted(range(1000))",
                            "dict.fromkeys(range(500))",
                            "{j: j for j in range(500)}",
                            "set(range(500))",
                            "bytearray(8000)"}) {
    const testing::PythonRun run =
        testing::run_python(std::string("kept = []\n"
                                        "try:\n"
                                        "    for i in range(10**6):\n"
                                        "        kept.append(") +
                                piece +
                                ")\n"
                                "except MemoryError:\n"
                                "    count = len(kept)\n"
                                "    kept.clear()\n"
                                "    print('MemoryError', 300 < count < 6000)\n",
                            {.heap_limit = 16 * 1024 * 1024});
    EXPECT_EQ(run.out, "MemoryError True\n") << piece;
  }
}

TEST(Limits, WhatDiesGivesItsMemoryBack) {
  const testing::PythonRun run = testing::run_python(
      "for i in range(3000):\n"
      "    a = [i] * 1000\n"
      "    b = dict.fromkeys(range(500))\n"
      "    c = set(b)\n"
      "    d = bytearray(8000)\n"
      "    a.extend(a); a.sort(); a.clear(); b.clear(); c |= {1}; d += d\n"
      "    e = 1 << 80_000; e += i\n"
      "print('through')\n",
      {.heap_limit = 4 * 1024 * 1024});
  EXPECT_EQ(run.out, "through\n");
}

TEST(Limits, TooMuchMemoryIsAMemoryErrorThatAProgramCanCatch) {
  const PythonRun run = run_python(R"py(
kept = []
try:
    while True: kept.append((1, 2, [3]))
except MemoryError:
    kept = None
    print('caught')
)py",
                                   {.heap_limit = 8 * 1024 * 1024});
  EXPECT_EQ(run.out, "caught\n");
}

TEST(Limits, CallbacksThatFillTheMemoryWithEachOtherEndTheRunWithOneReport) {
  for (const std::string_view again : {"loop.call_soon(again)", "loop.call_later(0.001, again)"}) {
    const PythonRun run = run_python(std::string("import asyncio\n"
                                                 "async def main():\n"
                                                 "    loop = asyncio.get_running_loop()\n"
                                                 "    print('begins')\n"
                                                 "    def again():\n"
                                                 "        ") +
                                         std::string(again) + "; " + std::string(again) +
                                         "\n"
                                         "    again()\n"
                                         "    await asyncio.sleep(60)\n"
                                         "asyncio.run(main())\n",
                                     {.heap_limit = 8 * 1024 * 1024});
    EXPECT_EQ(run.out, "begins\n") << again;
    const std::size_t first = run.err.find("\nMemoryError\n");
    EXPECT_NE(first, std::string::npos) << again << run.err.substr(0, 1000);
    EXPECT_LT(run.err.size(), 3000u) << again << run.err.substr(0, 3000);
  }
}

TEST(Limits, AQueueThatGrowsWithoutEndIsAMemoryErrorOfWhoeverPuts) {
  const PythonRun run = run_python(R"py(
import asyncio
async def main():
    queue = asyncio.Queue()
    count = 0
    try:
        while True:
            queue.put_nowait((count, None))
            count += 1
    except MemoryError:
        print('MemoryError', count > 10_000)
    while not queue.empty(): queue.get_nowait()
    queue.put_nowait('again')
    print(await queue.get())
asyncio.run(main())
)py",
                                   {.heap_limit = 8 * 1024 * 1024});
  EXPECT_EQ(run.out, "MemoryError True\nagain\n");
}

TEST(Limits, AProgramLeftInTheMiddleOfAnythingLeaksNothing) {
  // Where the run is cut, frames, natives, generators and exceptions are alive; the sanitizers
  // watch.
  constexpr std::string_view kProgram = R"py(
import asyncio
class K:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
def gen():
    try:
        while True: yield sorted([K(3), K(1), K(2)])[0].v
    finally: pass
async def work(n):
    try:
        for x in gen():
            await asyncio.sleep(0)
            if n: raise ValueError(x)
    except ValueError as e:
        kept = e
        await asyncio.sleep(0.1)
    await asyncio.gather(asyncio.sleep(1), work(0))
asyncio.run(work(1))
)py";
  for (std::int64_t slices = 1; slices < 400; slices += 7) {
    const PythonRun run = run_python(kProgram, {.slice = 23, .max_slices = slices});
    EXPECT_EQ(run.err, "");
  }
}

TEST(Limits, ATextOfAProgramsOwnClassLeavesNothingBehind) {
  // It has its class, and the class's function has the module with the lock; the sanitizers watch.
  const PythonRun run = run_python(R"py(
import _thread
lock = _thread.allocate_lock()
class Name(str):
    def shout(self): return self.upper()
ada = Name('ada')
print(ada.shout())
)py");
  EXPECT_EQ(run.out, "ADA\n");
}

TEST(Limits, ExitCodesAndLastLinesAreCPythons) {
  EXPECT_EQ(run_python("raise SystemExit(3)\n").exit_code, 3);
  const PythonRun text = run_python("raise SystemExit('bye')\n");
  EXPECT_EQ(text.exit_code, 1);
  EXPECT_EQ(text.err, "bye\n");
  const PythonRun failed = run_python("class E(Exception): pass\nraise E('why')\n");
  EXPECT_EQ(failed.exit_code, 1);
  EXPECT_EQ(failed.exception, "E: why");
  EXPECT_EQ(run_python("import sys\nsys.exit()\n").exit_code, 0);
}

TEST(Limits, AMissingModuleIsNamedWithTheNearestOne) {
  const PythonRun run = run_python("import asynci\n");
  EXPECT_NE(
      run.err.find("ModuleNotFoundError: Simul has no module 'asynci' yet (nearest: asyncio)"),
      std::string::npos)
      << run.err;
}

}  // namespace
}  // namespace simul::vm
