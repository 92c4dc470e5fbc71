#include "support/text_change.hpp"

namespace simul::composer {
namespace {

constexpr const char* kWorkers =
    "import asyncio\n"
    "\n"
    "\n"
    "async def worker(name, delay):\n"
    "    print(name)\n"
    "    await asyncio.sleep(delay)  # rest\n"
    "    return name\n"
    "\n"
    "\n"
    "async def main():\n"
    "    await worker(\"A\", 1.0)\n"
    "\n"
    "\n"
    "asyncio.run(main())\n";

TEST(Insert, ASleepStandsWhereItWasDropped) {
  EXPECT_EQ(changed(kWorkers, Insert{PaletteKind::kSleep, {1, 0, 1}}),
            "5+     await asyncio.sleep(1.0)\n");
}

TEST(Insert, EveryEntryWritesCodeThatFitsTheProgram) {
  EXPECT_EQ(changed(kWorkers, Insert{PaletteKind::kPrint, {5, 0, 1}}),
            "11+     print(\"hello\")\n");
  EXPECT_EQ(changed(kWorkers, Insert{PaletteKind::kCall, {5, 0, 1}}),
            "11+     result = await worker(\"A\", 1.0)\n");
  EXPECT_EQ(changed(kWorkers, Insert{PaletteKind::kTask, {5, 0, 0}}),
            "10+     task = asyncio.create_task(worker(\"A\", 1.0))\n");
  EXPECT_EQ(changed(kWorkers, Insert{PaletteKind::kGather, {5, 0, 1}}),
            "11+     results = await asyncio.gather(\n"
            "11+         worker(\"A\", 1.0),\n"
            "11+         worker(\"B\", 1.0),\n"
            "11+     )\n");
  EXPECT_EQ(changed(kWorkers, Insert{PaletteKind::kGroup, {5, 0, 1}}),
            "11+     async with asyncio.TaskGroup() as group:\n"
            "11+         group.create_task(worker(\"A\", 1.0))\n"
            "11+         group.create_task(worker(\"B\", 1.0))\n");
  EXPECT_EQ(changed(kWorkers, Insert{PaletteKind::kBlocking, {1, 0, 0}}),
            "1+ import time\n4+     time.sleep(0.5)\n");
}

TEST(Insert, ATimeoutGoesAroundTheStepItIsDroppedOn) {
  EXPECT_EQ(changed(kWorkers, Insert{PaletteKind::kTimeout, {}, 3}),
            "6-     await asyncio.sleep(delay)  # rest\n"
            "6+     async with asyncio.timeout(1.5):\n"
            "6+         await asyncio.sleep(delay)  # rest\n");
}

TEST(Insert, OfTwoLinesWhoseIndentationsExcludeEachOtherTheOneThatCPythonBlamesIsLeftOut) {
  const std::string broken =
      "import asyncio\n"
      "\n"
      "\n"
      "async def report(jobs):\n"
      "      with ooops:\n"
      "    while True:\n"
      "        print(1)\n"
      "\n"
      "\n"
      "asyncio.run(report(1))\n";
  EXPECT_EQ(changed(broken, Insert{PaletteKind::kSleep, {1, 0, 1}}),
            "7+       await asyncio.sleep(1.0)\n");
}

TEST(Insert, WhatAwaitsIsRefusedOutsideACoroutine) {
  EXPECT_EQ(changed(kWorkers, Insert{PaletteKind::kSleep, {-1, 0, 1}}),
            "refused: `await` is only allowed in an `async def`");
}

TEST(Insert, ALockIsMadeWhereTheProgramStartsAndHandedToTheCoroutineThatUsesIt) {
  EXPECT_EQ(changed(kWorkers, Insert{PaletteKind::kLock, {}, 3}),
            "4- async def worker(name, delay):\n"
            "4+ async def worker(name, delay, lock):\n"
            "6-     await asyncio.sleep(delay)  # rest\n"
            "6+     async with lock:\n"
            "6+         await asyncio.sleep(delay)  # rest\n"
            "11-     await worker(\"A\", 1.0)\n"
            "11+     lock = asyncio.Lock()\n"
            "11+     await worker(\"A\", 1.0, lock)\n");
}

TEST(Insert, AQueueThatIsThereIsHandedOnAndOneOfTheModuleIsUsedAsItIs) {
  constexpr const char* kQueue =
      "import asyncio\n"
      "async def worker(*, n):\n"
      "    pass\n"
      "async def main():\n"
      "    jobs = asyncio.Queue()\n"
      "    await asyncio.gather(*(worker(n=i) for i in range(3)))\n"
      "asyncio.run(main())\n";
  EXPECT_EQ(changed(kQueue, Insert{PaletteKind::kQueueGet, {1, 0, 0}}),
            "2- async def worker(*, n):\n"
            "3-     pass\n"
            "3+ async def worker(*, n, jobs):\n"
            "3+     item = await jobs.get()\n"
            "6-     await asyncio.gather(*(worker(n=i) for i in range(3)))\n"
            "6+     await asyncio.gather(*(worker(n=i, jobs=jobs) for i in range(3)))\n");
  EXPECT_EQ(changed("import asyncio\n\njobs = asyncio.Queue()\nasync def f():\n    pass\n",
                    Insert{PaletteKind::kQueuePut, {2, 0, 0}}),
            "5-     pass\n5+     await jobs.put(\"item\")\n");
}

TEST(Insert, WhereTheCallsCannotBeFollowedALockBelongsToTheModule) {
  EXPECT_EQ(after("import asyncio\n\n\nasync def f():\n    await asyncio.sleep(1)\n",
                  Insert{PaletteKind::kLock, {}, 2}),
            "import asyncio\n\nlock = asyncio.Lock()\n\n\nasync def f():\n    async with lock:\n"
            "        await asyncio.sleep(1)\n");
}

TEST(Insert, AGeneratorThatWasACallsOnlyArgumentGetsItsOwnParenthesesBesideAnother) {
  EXPECT_EQ(
      changed("import asyncio\n\n\nasync def worker(a):\n    print(a)\n\n\nasync def main():\n"
              "    await worker(x for x in \"ab\")\n\n\nasyncio.run(main())\n",
              Insert{PaletteKind::kLock, {1, 0, 0}}),
      "4- async def worker(a):\n"
      "4+ async def worker(a, lock):\n"
      "4+     async with lock:\n"
      "4+         await asyncio.sleep(1.0)\n"
      "9-     await worker(x for x in \"ab\")\n"
      "9+     lock = asyncio.Lock()\n"
      "9+     await worker((x for x in \"ab\"), lock)\n");
}

TEST(Insert, OfAFunctionThatIsThereTwiceNobodyKnowsWhichOneACallMeans) {
  const std::string now = after(
      "import asyncio\n\n\nasync def worker():\n    print(1)\n\n\nasync def worker():\n    "
      "print(2)\n"
      "\n\nasync def main():\n    lock = asyncio.Lock()\n    await "
      "worker()\n\n\nasyncio.run(main())\n",
      Insert{PaletteKind::kLock, {}, 4});
  EXPECT_EQ(now.find("worker(lock"), std::string::npos) << now;
  EXPECT_NE(now.find("\nlock_2 = asyncio.Lock()\n"), std::string::npos) << now;
}

TEST(Insert, AnEmptyTextGetsAWholeProgramPieceByPiece) {
  std::string text = after("", NewCoroutine{"main"});
  EXPECT_EQ(text,
            "import asyncio\n\n\nasync def main():\n    await "
            "asyncio.sleep(1.0)\n\n\nasyncio.run(main())\n");
  text = after(text, NewCoroutine{""});
  EXPECT_EQ(text,
            "import asyncio\n\n\nasync def worker(name):\n    print(name)\n"
            "    await asyncio.sleep(1.0)\n\n\nasync def main():\n"
            "    await asyncio.sleep(1.0)\n\n\nasyncio.run(main())\n");
}

}  // namespace
}  // namespace simul::composer
