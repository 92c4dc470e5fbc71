#include "composer/provenance.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace simul::composer {
namespace {

// "1.5@12 name: sentence", with the literal's text and line; or the sentence alone.
std::string origin(std::string_view source, const CallSite& at, std::vector<CallSite> chain = {}) {
  const Origin found = provenance(source, at, chain);
  if (!found.exact) return found.sentence;
  return std::string(source.substr(found.literal.begin, found.literal.size())) + " | " +
         found.sentence;
}

CallSite line(std::uint32_t number) {
  return {number};
}

// 1-based line and column of the first `what` behind `from`.
CallSite at(std::string_view source, std::string_view what, std::uint32_t nth = kUnknown) {
  const std::size_t place = source.find(what);
  std::uint32_t line = 1;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < place; ++i) {
    if (source[i] != '\n') continue;
    ++line;
    begin = i + 1;
  }
  return {line, static_cast<std::uint32_t>(place - begin) + 1, nth};
}

constexpr const char* kGather =
    "import asyncio\n"
    "pause = 0.5\n"
    "async def rest(seconds):\n"
    "    await asyncio.sleep(seconds)\n"
    "async def worker(name, delay=3, *, extra=4.0):\n"
    "    await asyncio.sleep(delay)\n"
    "    await asyncio.sleep(extra)\n"
    "    await asyncio.sleep(pause)\n"
    "    await asyncio.sleep(delay * 2)\n"
    "    await rest(delay)\n"
    "async def main():\n"
    "    d = 1.25\n"
    "    await asyncio.gather(worker('A', 1.0), worker('B', delay=2.6), worker('C'), worker('D', "
    "d))\n"
    "asyncio.run(main())\n";

TEST(Provenance, ALiteralInTheSleepIsItsOwnOrigin) {
  EXPECT_EQ(origin("import asyncio\nasync def f():\n    await asyncio.sleep(1.5)\n", line(3)),
            "1.5 | the number stands in line 3");
}

TEST(Provenance, AParameterComesFromTheCallThatTheRunNames) {
  EXPECT_EQ(origin(kGather, line(6), {at(kGather, "worker('A'")}),
            "1.0 | delay comes from line 13");
  EXPECT_EQ(origin(kGather, line(6), {at(kGather, "worker('B'")}),
            "2.6 | delay comes from line 13");
  EXPECT_EQ(origin(kGather, line(6), {at(kGather, "worker('C'")}), "3 | delay comes from line 5");
  EXPECT_EQ(origin(kGather, line(6), {at(kGather, "worker('D'")}),
            "1.25 | delay comes from line 12");
  EXPECT_EQ(origin(kGather, line(7), {at(kGather, "worker('D'")}), "4.0 | extra comes from line 5");
  EXPECT_EQ(origin(kGather, line(6)), "worker() is called in several places");
}

TEST(Provenance, AnAwaitedCallInBetweenIsFoundInTheText) {
  EXPECT_EQ(origin(kGather, line(4), {at(kGather, "worker('B'")}),
            "2.6 | seconds comes from line 13");
}

TEST(Provenance, ANameOfTheModuleIsFollowedAndAnExpressionIsComputed) {
  EXPECT_EQ(origin(kGather, line(8)), "0.5 | pause comes from line 2");
  EXPECT_EQ(origin(kGather, line(9)), "computed in line 9: delay * 2");
}

TEST(Provenance, TheRoundOfALoopSaysWhichElementItWas) {
  constexpr const char* kLoop =
      "import asyncio\n"
      "async def worker(name, delay):\n"
      "    await asyncio.sleep(delay)\n"
      "async def main():\n"
      "    jobs = [('A', 1.0), ('B', 2.0)]\n"
      "    tasks = [asyncio.create_task(worker(n, d)) for n, d in jobs]\n"
      "    for delay in (3, 4):\n"
      "        tasks.append(asyncio.create_task(worker('C', delay)))\n"
      "    for delay in (5, 6):\n"
      "        if tasks:\n"
      "            await worker('D', delay)\n";
  EXPECT_EQ(origin(kLoop, line(3), {at(kLoop, "worker(n, d)", 0)}),
            "1.0 | delay comes from line 5");
  EXPECT_EQ(origin(kLoop, line(3), {at(kLoop, "worker(n, d)", 1)}),
            "2.0 | delay comes from line 5");
  EXPECT_EQ(origin(kLoop, line(3), {at(kLoop, "worker(n, d)")}), "computed in line 6: jobs");
  // A name that two loops bind is not followed.
  EXPECT_EQ(origin(kLoop, line(3), {at(kLoop, "worker('C'", 1)}), "computed in line 9: delay");
}

TEST(Provenance, ANameThatIsBoundTwiceIsComputedThere) {
  EXPECT_EQ(origin("import asyncio\nd = 1\nd += 1\nasync def f():\n    await asyncio.sleep(d)\n",
                   line(5)),
            "computed in line 3: d");
}

TEST(Provenance, ASleepThatIsAnItemOfAGatherIsNamedByItsColumn) {
  constexpr const char* kItems =
      "async def main():\n    await asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))\n";
  EXPECT_EQ(origin(kItems, at(kItems, "asyncio.sleep(2)")), "2 | the number stands in line 2");
  EXPECT_EQ(origin(kItems, line(2)), "several sleeps stand in line 2");
}

TEST(Provenance, OtherUsesOfTheNameAreListed) {
  constexpr const char* kShared =
      "import asyncio\nd = 2.0\nasync def f():\n    await asyncio.sleep(d)\nasync def g():\n"
      "    d2 = 1.0\n    await asyncio.sleep(d2)\n    print(d2)\n";
  const Origin found = provenance(kShared, line(7), {});
  ASSERT_TRUE(found.exact);
  ASSERT_EQ(found.uses.size(), 1u);
  EXPECT_EQ(std::string_view(kShared).substr(found.uses[0].begin - 6, 9), "print(d2)");
}

TEST(Provenance, ANameOfTheModuleIsReadByItsFunctions) {
  constexpr const char* kShared =
      "import asyncio\nd = 2.0\nasync def f():\n    await asyncio.sleep(d)\n"
      "async def g():\n    await asyncio.sleep(d)\nasync def h(d):\n    print(d)\n";
  const Origin found = provenance(kShared, line(4), {});
  ASSERT_TRUE(found.exact);
  ASSERT_EQ(found.uses.size(), 1u);
  EXPECT_EQ(std::string_view(kShared).substr(found.uses[0].begin - 6, 8), "sleep(d)");
}

TEST(Provenance, AMethodsParameterSkipsSelf) {
  constexpr const char* kMethod =
      "import asyncio\nclass Clock:\n    async def tick(self, seconds):\n"
      "        await asyncio.sleep(seconds)\nasync def main():\n    await Clock().tick(0.25)\n";
  EXPECT_EQ(origin(kMethod, line(4)), "0.25 | seconds comes from line 6");
  constexpr const char* kNamed =
      "import asyncio\nclass Clock:\n    async def tick(self, seconds):\n"
      "        await asyncio.sleep(seconds)\nasync def main():\n    clock = Clock()\n"
      "    await clock.tick(0.25)\n";
  EXPECT_EQ(origin(kNamed, line(4)), "0.25 | seconds comes from line 7");
}

TEST(Provenance, WhatIsNoNameOrLiteralIsComputedThereAndTheLineIsSaid) {
  const auto asleep = [](const std::string& before, const std::string& delay) {
    const std::string text = "import asyncio\n" + before +
                             "async def f():\n    await asyncio.sleep(" + delay +
                             ")\nasyncio.run(f())\n";
    const auto number = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
    return origin(text, line(number + 3));
  };
  // An attribute, an element, a value of a dict: anybody may have changed it since.
  EXPECT_EQ(asleep("class Pace:\n    slow = 2.0\n", "Pace.slow"), "computed in line 5: Pace.slow");
  EXPECT_EQ(asleep("delays = [1.0, 2.0]\n", "delays[1]"), "computed in line 4: delays[1]");
  EXPECT_EQ(asleep("delays = {'A': 1.0}\n", "delays['A']"), "computed in line 4: delays['A']");
  EXPECT_EQ(asleep("", "1 + 0.5"), "computed in line 3: 1 + 0.5");
  EXPECT_EQ(asleep("base = 2\n", "base / 4"), "computed in line 4: base / 4");
  EXPECT_EQ(asleep("import random\n", "random.random()"), "computed in line 4: random.random()");
}

}  // namespace
}  // namespace simul::composer
