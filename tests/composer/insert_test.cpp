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

TEST(Insert, WhatAwaitsIsRefusedOutsideACoroutine) {
  EXPECT_EQ(changed(kWorkers, Insert{PaletteKind::kSleep, {-1, 0, 1}}),
            "refused: `await` is only allowed in an `async def`");
}

}  // namespace
}  // namespace simul::composer
