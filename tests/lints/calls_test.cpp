#include "lints/calls.hpp"

#include "lints/asked.hpp"

namespace simul::lints {
namespace {

TEST(LintCalls, ACoroutineThatIsCalledAndNotAwaitedIsNamedAndCanBeAwaited) {
  const std::string source = with_fetch("async def main():\n    fetch(2)\n    asyncio.sleep(1)\n");
  EXPECT_EQ(codes(source), "5: missing-await\n6: missing-await\n");
  EXPECT_EQ(mended(source),
            with_fetch("async def main():\n    await fetch(2)\n    asyncio.sleep(1)\n"));
}

TEST(LintCalls, AtTheFilesTopTheLoopIsEnteredInstead) {
  EXPECT_EQ(mended(with_fetch("fetch()\n")), with_fetch("asyncio.run(fetch())\n"));
}

TEST(LintCalls, AMethodsCoroutineIsKnownThroughSelf) {
  EXPECT_EQ(codes("class A:\n"
                  "    async def load(self): ...\n"
                  "    def plain(self): ...\n"
                  "    async def all(self):\n"
                  "        self.load()\n"
                  "        self.plain()\n"
                  "        await self.load()\n"),
            "5: missing-await\n");
}

TEST(LintCalls, AFunctionThatIsDecoratedOrYieldsOrHasTwoMeaningsIsLeftAlone) {
  EXPECT_EQ(codes("import asyncio\n"
                  "@wrapped\nasync def a(): ...\n"
                  "async def b():\n    yield 1\n"
                  "async def c(): ...\n"
                  "def c(): ...\n"
                  "async def main(d):\n    a()\n    b()\n    c()\n    d()\n"),
            "");
}

TEST(LintCalls, ABlockingSleepInACoroutineBecomesAnAwait) {
  EXPECT_EQ(mended("import asyncio, time\nasync def f():\n    time.sleep(0.5)\n"),
            "import asyncio, time\nasync def f():\n    await asyncio.sleep(0.5)\n");
  EXPECT_EQ(codes("import time\ndef f():\n    time.sleep(1)\n"), "");
}

TEST(LintCalls, ABlockingRequestMovesToAThread) {
  EXPECT_EQ(mended("import asyncio, requests, simul\nasync def f(url):\n"
                   "    r = requests.get(url, timeout=3)\n"),
            "import asyncio, requests, simul\nasync def f(url):\n"
            "    r = await asyncio.to_thread(requests.get, url, timeout=3)\n");
  EXPECT_EQ(mended("import asyncio\nasync def f():\n    name = input()\n"),
            "import asyncio\nasync def f():\n    name = await asyncio.to_thread(input)\n");
}

TEST(LintCalls, GatherGivenAListGetsAStar) {
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

TEST(LintCalls, AFunctionHandedOverUncalledIsNamed) {
  EXPECT_EQ(mended(with_fetch("asyncio.run(fetch)\n")), with_fetch("asyncio.run(fetch())\n"));
  EXPECT_EQ(codes(with_fetch("async def main():\n    await asyncio.gather(fetch, fetch())\n")),
            "5: function-not-called\n");
  EXPECT_EQ(mended("import asyncio\nasync def f(x): ...\nasyncio.run(f)\n"), "no mend");
}

TEST(LintCalls, RunInsideALoopBecomesAnAwait) {
  EXPECT_EQ(mended(with_fetch("async def main():\n    asyncio.run( fetch() )\n")),
            with_fetch("async def main():\n    await fetch()\n"));
}

TEST(LintCalls, WaitGivenCoroutinesMakesTasksOfThem) {
  EXPECT_EQ(mended(with_fetch("async def main():\n    await asyncio.wait([fetch(), fetch(2)])\n")),
            with_fetch("async def main():\n"
                       "    await asyncio.wait([asyncio.create_task(fetch()), "
                       "asyncio.create_task(fetch(2))])\n"));
}

TEST(LintCalls, AThreadsAnswerIsAwaitedBeforeItIsUsed) {
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

}  // namespace
}  // namespace simul::lints
