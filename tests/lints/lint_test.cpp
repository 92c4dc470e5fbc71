#include "lints/lint.hpp"

#include <gtest/gtest.h>

#include "syntax/parse.hpp"

namespace simul::lints {
namespace {

std::vector<Lint> lints_of(std::string_view source) {
  const syntax::ParseResult parsed = syntax::parse(source);
  EXPECT_TRUE(parsed.ok()) << source;
  return lint(parsed.module, source);
}

// "line: code" of each remark, one a line.
std::string codes(std::string_view source) {
  std::string out;
  for (const Lint& each : lints_of(source))
    out += std::to_string(each.line) + ": " + each.code + "\n";
  return out;
}

// The text after the first remark's mend, which must parse.
std::string mended(std::string_view source) {
  const std::vector<Lint> found = lints_of(source);
  if (found.empty()) return "no remark";
  if (!found[0].fix.has_value()) return "no mend";
  auto text = found[0].fix->edits.apply(source);
  if (!text.ok()) return "cannot be applied";
  return syntax::parse(text.value()).ok() ? text.value() : "does not parse: " + text.value();
}

constexpr const char* kFetch =
    "import asyncio\nasync def fetch(n=1):\n    await asyncio.sleep(n)\n";
std::string with_fetch(std::string_view rest) {
  return kFetch + std::string(rest);
}

TEST(Lint, AGoodProgramGetsNoRemark) {
  EXPECT_EQ(codes(with_fetch("async def main():\n"
                             "    first = asyncio.create_task(fetch())\n"
                             "    await fetch()\n"
                             "    await first\n"
                             "    await asyncio.gather(*[fetch(i) for i in range(3)])\n"
                             "    async with asyncio.TaskGroup() as group:\n"
                             "        group.create_task(fetch())\n"
                             "asyncio.run(main())\n")),
            "");
}

TEST(Lint, ACoroutineThatIsCalledAndNotAwaitedIsNamedAndCanBeAwaited) {
  const std::string source = with_fetch("async def main():\n    fetch(2)\n    asyncio.sleep(1)\n");
  EXPECT_EQ(codes(source), "5: missing-await\n6: missing-await\n");
  EXPECT_EQ(mended(source),
            with_fetch("async def main():\n    await fetch(2)\n    asyncio.sleep(1)\n"));
}

TEST(Lint, AtTheFilesTopTheLoopIsEnteredInstead) {
  EXPECT_EQ(mended(with_fetch("fetch()\n")), with_fetch("asyncio.run(fetch())\n"));
}

TEST(Lint, AMethodsCoroutineIsKnownThroughSelf) {
  EXPECT_EQ(codes("class A:\n"
                  "    async def load(self): ...\n"
                  "    def plain(self): ...\n"
                  "    async def all(self):\n"
                  "        self.load()\n"
                  "        self.plain()\n"
                  "        await self.load()\n"),
            "5: missing-await\n");
}

TEST(Lint, NamesAreFollowedToTheirImports) {
  EXPECT_EQ(
      codes("import asyncio as aio\nfrom asyncio import sleep as nap\nfrom time import sleep\n"
            "async def f():\n    aio.sleep(1)\n    nap(1)\n    sleep(1)\n"),
      "5: missing-await\n6: missing-await\n7: blocking-sleep\n");
}

TEST(Lint, AFunctionThatIsDecoratedOrYieldsOrHasTwoMeaningsIsLeftAlone) {
  EXPECT_EQ(codes("import asyncio\n"
                  "@wrapped\nasync def a(): ...\n"
                  "async def b():\n    yield 1\n"
                  "async def c(): ...\n"
                  "def c(): ...\n"
                  "async def main(d):\n    a()\n    b()\n    c()\n    d()\n"),
            "");
}

TEST(Lint, ABlockingSleepInACoroutineBecomesAnAwait) {
  EXPECT_EQ(mended("import asyncio, time\nasync def f():\n    time.sleep(0.5)\n"),
            "import asyncio, time\nasync def f():\n    await asyncio.sleep(0.5)\n");
  EXPECT_EQ(codes("import time\ndef f():\n    time.sleep(1)\n"), "");
}

TEST(Lint, ABlockingRequestMovesToAThread) {
  EXPECT_EQ(mended("import asyncio, requests, simul\nasync def f(url):\n"
                   "    r = requests.get(url, timeout=3)\n"),
            "import asyncio, requests, simul\nasync def f(url):\n"
            "    r = await asyncio.to_thread(requests.get, url, timeout=3)\n");
  EXPECT_EQ(mended("import asyncio\nasync def f():\n    name = input()\n"),
            "import asyncio\nasync def f():\n    name = await asyncio.to_thread(input)\n");
}

TEST(Lint, GatherGivenAListGetsAStar) {
  EXPECT_EQ(
      mended(with_fetch(
          "async def main():\n    await asyncio.gather([fetch(i) for i in range(3)])\n")),
      with_fetch("async def main():\n    await asyncio.gather(*[fetch(i) for i in range(3)])\n"));
  EXPECT_EQ(
      mended(
          with_fetch("async def main():\n    jobs = [fetch()]\n    await asyncio.gather(jobs)\n")),
      with_fetch("async def main():\n    jobs = [fetch()]\n    await asyncio.gather(*jobs)\n"));
  EXPECT_EQ(codes(with_fetch("async def main(jobs):\n    await asyncio.gather(jobs)\n")), "");
}

TEST(Lint, AFunctionHandedOverUncalledIsNamed) {
  EXPECT_EQ(mended(with_fetch("asyncio.run(fetch)\n")), with_fetch("asyncio.run(fetch())\n"));
  EXPECT_EQ(codes(with_fetch("async def main():\n    await asyncio.gather(fetch, fetch())\n")),
            "5: function-not-called\n");
  EXPECT_EQ(mended("import asyncio\nasync def f(x): ...\nasyncio.run(f)\n"), "no mend");
}

TEST(Lint, ATaskThatNobodyKeepsGetsANameThatIsFree) {
  EXPECT_EQ(
      mended(with_fetch(
          "async def main():\n    task = 1\n    asyncio.create_task(fetch())\n    return task\n")),
      with_fetch("async def main():\n    task = 1\n    task_2 = asyncio.create_task(fetch())\n    "
                 "return task\n"));
}

TEST(Lint, RunInsideALoopBecomesAnAwait) {
  EXPECT_EQ(mended(with_fetch("async def main():\n    asyncio.run( fetch() )\n")),
            with_fetch("async def main():\n    await fetch()\n"));
}

TEST(Lint, WaitGivenCoroutinesMakesTasksOfThem) {
  EXPECT_EQ(mended(with_fetch("async def main():\n    await asyncio.wait([fetch(), fetch(2)])\n")),
            with_fetch("async def main():\n"
                       "    await asyncio.wait([asyncio.create_task(fetch()), "
                       "asyncio.create_task(fetch(2))])\n"));
}

TEST(Lint, ABareExceptAroundAnAwaitEatsCancellation) {
  EXPECT_EQ(mended(with_fetch(
                "async def f():\n    try:\n        await fetch()\n    except:\n        pass\n")),
            with_fetch("async def f():\n    try:\n        await fetch()\n    except Exception:\n   "
                       "     pass\n"));
  EXPECT_EQ(codes(with_fetch(
                "async def f():\n    try:\n        await fetch()\n    except:\n        raise\n")),
            "");
  EXPECT_EQ(codes(with_fetch("async def f():\n    try:\n        g()\n    except:\n        pass\n")),
            "");
}

TEST(Lint, AnEndlessLoopThatSurvivesItsCancellationIsNamed) {
  const std::string begin =
      "async def f():\n    while True:\n        try:\n            await fetch()\n        except "
      "asyncio.CancelledError:\n";
  EXPECT_EQ(codes(with_fetch(begin + "            print('no')\n")), "8: swallowed-cancel\n");
  EXPECT_EQ(codes(with_fetch(begin + "            break\n")), "");
}

TEST(Lint, AwaitsInARowThatDoNotNeedEachOtherCanBeGathered) {
  EXPECT_EQ(
      mended(with_fetch(
          "async def main():\n    a = await fetch(1)\n    b = await fetch(2)\n    return a + b\n")),
      with_fetch("async def main():\n    a, b = await asyncio.gather(fetch(1), fetch(2))\n    "
                 "return a + b\n"));
  EXPECT_EQ(
      codes(with_fetch("async def main():\n    a = await fetch(1)\n    b = await fetch(a)\n")), "");
  EXPECT_EQ(mended(with_fetch(
                "async def main():\n    a = await fetch(1)\n    # then\n    b = await fetch(2)\n")),
            "no mend");
}

TEST(Lint, ATaskThatNobodyWaitsForIsAwaitedAtTheEnd) {
  const std::string source = with_fetch(
      "async def main():\n    t = asyncio.create_task(fetch())\n    "
      "print(1)\nasyncio.run(main())\n");
  EXPECT_EQ(codes(source), "5: unawaited-task\n");
  EXPECT_EQ(lints_of(source)[0].why, "When main() ends before it, asyncio.run cancels it.");
  EXPECT_EQ(mended(source),
            with_fetch("async def main():\n    t = asyncio.create_task(fetch())\n    print(1)\n    "
                       "await t\nasyncio.run(main())\n"));
}

TEST(Lint, RemarksStandInTheOrderOfTheText) {
  EXPECT_EQ(codes(with_fetch("async def main():\n    try:\n        fetch()\n        await "
                             "fetch()\n    except:\n        pass\n"
                             "    import time\n    time.sleep(1)\n")),
            "6: missing-await\n8: swallowed-cancel\n11: blocking-sleep\n");
}

TEST(Lint, AThreadsAnswerIsAwaitedBeforeItIsUsed) {
  constexpr const char* kBegin = "import asyncio, requests\nasync def main():\n    ";
  EXPECT_EQ(mended(std::string(kBegin) + "print(requests.get(u, timeout=1).json()[0])\n"),
            "no mend");  // the first remark is about the model
  EXPECT_EQ(mended(std::string("import simul\n") + kBegin +
                   "print(requests.get(u, timeout=1).json()[0])\n"),
            std::string("import simul\n") + kBegin +
                "print((await asyncio.to_thread(requests.get, u, timeout=1)).json()[0])\n");
  EXPECT_EQ(
      mended(std::string("import simul\n") + kBegin + "x = requests.get(u)\n"),
      std::string("import simul\n") + kBegin + "x = await asyncio.to_thread(requests.get, u)\n");
}

TEST(Lint, WhoAsksTheNetworkIsToldThatItIsAModelUnlessItSaysHowItIs) {
  EXPECT_EQ(codes("import aiohttp\n"), "1: modelled-network\n");
  EXPECT_EQ(codes("async def f():\n    from requests.exceptions import HTTPError\n"),
            "2: modelled-network\n");
  EXPECT_EQ(codes("import httpx\ntry:\n    import simul\nexcept ImportError:\n    pass\n"), "");
  EXPECT_EQ(codes("import requestsx\nfrom . import httpx\n"), "");
}

}  // namespace
}  // namespace simul::lints
