#include "composer/refactor.hpp"

#include <algorithm>

#include "support/text_change.hpp"

namespace simul::composer {
namespace {

std::string run(std::string_view source, RefactorKind kind, int block, int last = -1) {
  return changed(source, Refactor{kind, block, last});
}

constexpr const char* kFetch =
    "import asyncio\n"
    "async def fetch(n):\n"
    "    await asyncio.sleep(n)\n"
    "    return n\n"
    "async def main():\n";

std::string fetch(std::string_view body) {
  return kFetch + std::string(body);
}
// The numbers of the first steps in main: 0 import, 1 fetch, 2, 3, 4 main, 5 the first.

TEST(Refactor, SequentialAwaitsAreGathered) {
  EXPECT_EQ(run(fetch("    a = await fetch(1)\n    b = await fetch(2)\n    print(a, b)\n"),
                RefactorKind::kSequentialToGather,
                5),
            "6-     a = await fetch(1)\n"
            "7-     b = await fetch(2)\n"
            "7+     a, b = await asyncio.gather(fetch(1), fetch(2))\n");
}

TEST(Refactor, CommentsAndRemarksStayWithTheirCalls) {
  EXPECT_EQ(run(fetch("    # the first\n    a = await fetch(1)  # slow\n    # the second\n"
                      "    await fetch(2)\n"),
                RefactorKind::kSequentialToGather,
                5),
            "7-     a = await fetch(1)  # slow\n"
            "8-     # the second\n"
            "9-     await fetch(2)\n"
            "9+     a, _ = await asyncio.gather(\n"
            "9+         fetch(1),  # slow\n"
            "9+         # the second\n"
            "9+         fetch(2),\n"
            "9+     )\n");
}

TEST(Refactor, WhatNeedsAnEarlierResultIsRefused) {
  EXPECT_EQ(
      run(fetch("    a = await fetch(1)\n    b = await fetch(a)\n"),
          RefactorKind::kSequentialToGather,
          5),
      "refused: there is no second await to run with it: line 7 needs a, which an earlier one "
      "gives");
  EXPECT_EQ(
      run(fetch("    a = await fetch(1)\n    b = await fetch(print())\n"),
          RefactorKind::kSequentialToGather,
          5,
          6),
      "refused: the arguments in line 7 are computed by a call, which would happen before the "
      "first has ended");
}

TEST(Refactor, AGatherBecomesAGroupAndBack) {
  const std::string gathered =
      fetch("    a, b = await asyncio.gather(fetch(1), fetch(2))\n    print(a, b)\n");
  const std::string grouped = after(gathered, Refactor{RefactorKind::kGatherToGroup, 5});
  EXPECT_EQ(grouped,
            fetch("    async with asyncio.TaskGroup() as group:\n"
                  "        a_task = group.create_task(fetch(1))\n"
                  "        b_task = group.create_task(fetch(2))\n"
                  "    a = a_task.result()\n"
                  "    b = b_task.result()\n"
                  "    print(a, b)\n"));
  EXPECT_EQ(after(grouped, Refactor{RefactorKind::kGroupToGather, 5}),
            fetch("    a_task, b_task = await asyncio.gather(fetch(1), fetch(2))\n"
                  "    a = a_task\n"
                  "    b = b_task\n"
                  "    print(a, b)\n"));
}

TEST(Refactor, AListOfResultsStaysAList) {
  const std::string gathered = fetch("    results = await asyncio.gather(fetch(1), fetch(2))\n");
  EXPECT_EQ(run(gathered, RefactorKind::kGatherToSequential, 5),
            "6-     results = await asyncio.gather(fetch(1), fetch(2))\n"
            "6+     results = [await fetch(1), await fetch(2)]\n");
  EXPECT_EQ(run(gathered, RefactorKind::kGatherToGroup, 5),
            "6-     results = await asyncio.gather(fetch(1), fetch(2))\n"
            "6+     async with asyncio.TaskGroup() as group:\n"
            "6+         task = group.create_task(fetch(1))\n"
            "6+         task_2 = group.create_task(fetch(2))\n"
            "6+     results = [task.result(), task_2.result()]\n");
}

TEST(Refactor, FailuresAsResultsNeedSomebodyWhoLooks) {
  EXPECT_EQ(run(fetch("    await asyncio.gather(fetch(1))\n"), RefactorKind::kReturnExceptions, 5),
            "refused: its results are thrown away, so failures would go unseen");
  EXPECT_EQ(
      run(fetch("    r = await asyncio.gather(\n        fetch(1),\n        fetch(2),\n    )\n"),
          RefactorKind::kReturnExceptions,
          5),
      "8+         return_exceptions=True,\n");
}

TEST(Refactor, ALimitIsASemaphoreAroundEachCall) {
  EXPECT_EQ(run(fetch("    r = await asyncio.gather(*(fetch(n) for n in (1, 2, 3)))\n"),
                RefactorKind::kLimit,
                5),
            "6-     r = await asyncio.gather(*(fetch(n) for n in (1, 2, 3)))\n"
            "6+     limit = asyncio.Semaphore(2)\n"
            "6+ \n"
            "6+     async def limited(call):\n"
            "6+         async with limit:\n"
            "6+             return await call\n"
            "6+ \n"
            "6+     r = await asyncio.gather(*(limited(fetch(n)) for n in (1, 2, 3)))\n");
}

TEST(Refactor, ATimeoutGoesAroundAllSelectedSteps) {
  EXPECT_EQ(
      changed(fetch("    a = await fetch(1)\n\n    # then\n    b = await fetch(2)\n    print(a)\n"),
              Refactor{RefactorKind::kAddTimeout, 5, 6, {}, {}, 3}),
      "6-     a = await fetch(1)\n"
      "6+     async with asyncio.timeout(3.0):\n"
      "6+         a = await fetch(1)\n"
      "8-     # then\n"
      "9-     b = await fetch(2)\n"
      "9+         # then\n"
      "9+         b = await fetch(2)\n");
}

TEST(Refactor, ABlockingCallGoesToAThread) {
  EXPECT_EQ(run(fetch("    x = load(1, key=2)\n"), RefactorKind::kUnblock, 5),
            "6-     x = load(1, key=2)\n"
            "6+     x = await asyncio.to_thread(load, 1, key=2)\n");
}

TEST(Refactor, AThreadIsOfferedBesideTheSleepThatDoesNotBlock) {
  const std::string text = "import asyncio\nimport time\nasync def f():\n    time.sleep(1)\n";
  const std::vector<RefactorKind> all = offered(cards(text), 3);
  EXPECT_EQ(std::count(all.begin(), all.end(), RefactorKind::kToThread), 1);
  EXPECT_EQ(run(text, RefactorKind::kToThread, 3),
            "4-     time.sleep(1)\n4+     await asyncio.to_thread(time.sleep, 1)\n");
  EXPECT_EQ(run(text, RefactorKind::kUnblock, 3),
            "2- import time\n4-     time.sleep(1)\n4+     await asyncio.sleep(1)\n");
}

TEST(Refactor, StepsBecomeACoroutineWithWhatTheyNeed) {
  const std::string text =
      fetch("    n = 1\n    # work\n    a = await fetch(n)\n    b = a + n\n    print(b)\n");
  const std::string head = "async def main():\n";
  const std::size_t at = text.find(head);
  EXPECT_EQ(after(text, Refactor{RefactorKind::kExtract, 6, 7, {}, "work"}),
            text.substr(0, at) +
                "\n\n"
                "async def work(n):\n"
                "    # work\n"
                "    a = await fetch(n)\n"
                "    b = a + n\n"
                "    return b\n"
                "\n\n" +
                head +
                "    n = 1\n"
                "    b = await work(n)\n"
                "    print(b)\n");
}

TEST(Refactor, StepsOfACaseAreGivenWhatItsPatternBinds) {
  const std::string text =
      "def f(event):\n"
      "    match event:\n"
      "        case Key(code):\n"
      "            print(code)\n"
      "        case [first, *rest]:\n"
      "            print(first, rest)\n"
      "        case {'a': a, **others}:\n"
      "            print(a, others)\n";
  const auto made = [&](int block) {
    return after(text, Refactor{RefactorKind::kExtract, block, block, {}, "work"});
  };
  EXPECT_NE(made(2).find("def work(code):\n    print(code)\n"), std::string::npos) << made(2);
  EXPECT_NE(made(3).find("def work(first, rest):\n"), std::string::npos) << made(3);
  EXPECT_NE(made(4).find("def work(a, others):\n"), std::string::npos) << made(4);
}

TEST(Refactor, ACoroutineIsPutInThePlaceOfItsCall) {
  EXPECT_EQ(run(fetch("    a = await fetch(0.5)\n    print(a)\n"), RefactorKind::kInline, 5),
            "6-     a = await fetch(0.5)\n"
            "6+     await asyncio.sleep(0.5)\n"
            "6+     a = 0.5\n");
}

TEST(Refactor, RenamingFollowsParametersKeywordsAndInnerFunctions) {
  constexpr const char* kText =
      "def f(delay, *, n=1):\n"
      "    def inner(): return delay\n"
      "    def other(delay): return delay\n"
      "    return f'{delay}' + x.delay\n"
      "f(delay=1)\n"
      "delay = 2\n";
  const std::string_view view = kText;
  const auto at = static_cast<std::uint32_t>(view.find("delay"));
  EXPECT_EQ(after(kText, Refactor{RefactorKind::kRename, 0, -1, {at, at + 5}, "pause"}),
            "def f(pause, *, n=1):\n"
            "    def inner(): return pause\n"
            "    def other(delay): return delay\n"
            "    return f'{pause}' + x.delay\n"
            "f(pause=1)\n"
            "delay = 2\n");
  EXPECT_EQ(after(kText, Refactor{RefactorKind::kRename, 0, -1, {at, at + 5}, "n"}),
            "refused: n is taken");
}

TEST(Refactor, RenamingAFunctionFollowsItsCalls) {
  const std::string text = fetch("    await fetch(1)\n");
  const auto at = static_cast<std::uint32_t>(text.find("fetch"));
  EXPECT_EQ(changed(text, Refactor{RefactorKind::kRename, 0, -1, {at, at + 5}, "load"}),
            "2- async def fetch(n):\n2+ async def load(n):\n6-     await fetch(1)\n6+     await "
            "load(1)\n");
}

TEST(Refactor, ANameThatAnFStringPrintsIsNotRenamed) {
  const std::string text = "n = 1\nprint(f'{n=}', f'{n == 1}')\n";
  EXPECT_EQ(after(text, Refactor{RefactorKind::kRename, 0, -1, {0, 1}, "m"}),
            "refused: line 2 prints the name itself");
  EXPECT_EQ(
      after("n = 1\nprint(f'{n == 1}', n)\n", Refactor{RefactorKind::kRename, 0, -1, {0, 1}, "m"}),
      "m = 1\nprint(f'{m == 1}', m)\n");
}

TEST(Wires, AnAwaitIsWrittenForATask) {
  const std::string text = fetch("    t = asyncio.create_task(fetch(1))\n    print()\n");
  EXPECT_EQ(changed(text, DrawWire{{5}, -1, {4, 0, 2}}), "7+     result = await t\n");
  EXPECT_EQ(changed(text, DrawWire{{5}, -1, {4, 0, 0}}),
            "refused: here the task has not been started yet");
}

TEST(Wires, SeveralTasksEndInAGatherAndFurtherOnesJoinIt) {
  const std::string text =
      fetch("    t = asyncio.create_task(fetch(1))\n    asyncio.create_task(fetch(2))\n");
  EXPECT_EQ(changed(text, DrawWire{{5, 6}, -1, {4, 0, 2}, DrawWire::Join::kGather}),
            "7-     asyncio.create_task(fetch(2))\n"
            "7+     task = asyncio.create_task(fetch(2))\n"
            "7+     results = await asyncio.gather(t, task)\n");
  EXPECT_EQ(changed(text, DrawWire{{5, 6, 5}, -1, {4, 0, 2}, DrawWire::Join::kGather}),
            "refused: a wire from here is drawn already");
  const std::string one = fetch(
      "    t = asyncio.create_task(fetch(1))\n    u = asyncio.create_task(fetch(2))\n    await "
      "t\n");
  EXPECT_EQ(changed(one, DrawWire{{6}, 7}), "8-     await t\n8+     await asyncio.gather(t, u)\n");
}

TEST(Wires, AnItemIsCutOutOfAGather) {
  const std::string text =
      fetch("    await asyncio.gather(\n        fetch(1),\n        fetch(2),\n    )\n");
  EXPECT_EQ(changed(text, CutWire{5, 1}), "8-         fetch(2),\n");
  EXPECT_EQ(changed(text, CutWire{5, 0}), "7-         fetch(1),\n");
}

TEST(Refactor, AFunctionTakesAlongWhatItNeedsAndNothingThatOnlyAnInnerOneBinds) {
  Refactor command;
  command.kind = RefactorKind::kExtract;
  command.block = 1;
  const std::string inner =
      "async def clerk(desk):\n"
      "    async def main():\n"
      "        desk = 1\n"
      "        await f(desk)\n"
      "    print(desk)\n"
      "    await main()\n";
  const std::string moved = after(inner, command);
  EXPECT_NE(moved.find("    return main\n"), std::string::npos) << moved;
  EXPECT_NE(moved.find("    main = step("), std::string::npos) << moved;
  const std::string import = "async def main():\n    import asyncio\n    await asyncio.sleep(1)\n";
  EXPECT_EQ(after(import, command), "refused: asyncio is imported here and used further down");
}

}  // namespace
}  // namespace simul::composer
