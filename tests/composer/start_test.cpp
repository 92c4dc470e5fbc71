#include "composer/start.hpp"

#include "support/text_change.hpp"

namespace simul::composer {
namespace {

constexpr const char* kThree =
    "import asyncio\n"
    "\n"
    "async def worker(name, delay):\n"
    "    print(name)\n"
    "    await asyncio.sleep(delay)\n"
    "\n"
    "async def main():\n"
    "    await asyncio.gather(worker(\"A\", 1.0), worker(\"B\", 2.0))\n"
    "\n"
    "asyncio.run(main())\n";

// The task made by the nth call of `callee` in the text starts that much later.
SetStart start_of(const std::string& text, const std::string& call, double seconds) {
  const std::size_t at = text.find(call);
  EXPECT_NE(at, std::string::npos) << call;
  SetStart start;
  start.line = 1;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < at; ++i) {
    if (text[i] != '\n') continue;
    ++start.line;
    begin = i + 1;
  }
  start.column = static_cast<std::uint32_t>(at - begin) + 1;
  start.seconds = seconds;
  return start;
}

TEST(SetStart, OfSeveralCallsOneGivesAParameterAndTheOthersStayAsTheyAre) {
  const std::string text = kThree;
  const std::string moved = after(text, start_of(text, "worker(\"B\"", 0.5));
  EXPECT_EQ(moved,
            "import asyncio\n"
            "\n"
            "async def worker(name, delay, start=0):\n"
            "    await asyncio.sleep(start)\n"
            "    print(name)\n"
            "    await asyncio.sleep(delay)\n"
            "\n"
            "async def main():\n"
            "    await asyncio.gather(worker(\"A\", 1.0), worker(\"B\", 2.0, start=0.5))\n"
            "\n"
            "asyncio.run(main())\n");
  // From there on it is a number in that call, and another call gets its own.
  EXPECT_EQ(start_delay(moved, start_of(moved, "worker(\"B\"", 0)).seconds, 0.5);
  const std::string more = after(moved, start_of(moved, "worker(\"B\"", 0.75));
  EXPECT_NE(more.find("worker(\"B\", 2.0, start=0.75)"), std::string::npos) << more;
  const std::string both = after(moved, start_of(moved, "worker(\"A\"", 0.2));
  EXPECT_NE(both.find("worker(\"A\", 1.0, start=0.2), worker(\"B\", 2.0, start=0.5)"),
            std::string::npos)
      << both;
}

TEST(SetStart, ACoroutineThatIsCalledOnceBeginsWithASleep) {
  const std::string text = kThree;
  const std::string moved = after(text, start_of(text, "main())", 0.3));
  EXPECT_NE(moved.find("async def main():\n    await asyncio.sleep(0.3)\n    await asyncio.gather"),
            std::string::npos)
      << moved;
  // Once it is there its number changes, and nothing is left of it when it is pulled back.
  EXPECT_EQ(start_delay(moved, start_of(moved, "main())", 0)).seconds, 0.3);
  EXPECT_NE(
      after(moved, start_of(moved, "main())", 1.5)).find("sleep(1.5)\n    await asyncio.gather"),
      std::string::npos);
  EXPECT_EQ(after(moved, start_of(moved, "main())", 0)), text);
}

TEST(SetStart, ASleepThatIsTheOnlyWaitIsTheWorkAndNotTheStart) {
  const std::string text =
      "import asyncio\n"
      "async def fetch():\n"
      "    \"\"\"Gets it.\"\"\"\n"
      "    await asyncio.sleep(1)\n"
      "    return 1\n"
      "asyncio.run(fetch())\n";
  EXPECT_EQ(start_delay(text, start_of(text, "fetch())", 0)).seconds, 0);
  EXPECT_NE(after(text, start_of(text, "fetch())", 0.5))
                .find("it.\"\"\"\n    await asyncio.sleep(0.5)\n    await asyncio.sleep(1)\n"),
            std::string::npos);
}

TEST(SetStart, WhatCannotBeDecidedIsRefusedWithAReason) {
  const std::string text = kThree;
  SetStart many = start_of(text, "worker(\"A\"", 1);
  many.tasks = 3;
  EXPECT_NE(after(text, many).find("3 tasks with one call"), std::string::npos);
  const std::string other = "import asyncio\nasyncio.run(asyncio.sleep(1))\n";
  EXPECT_NE(after(other, start_of(other, "asyncio.sleep", 1)).find("not written in this program"),
            std::string::npos);
  const std::string computed =
      "import asyncio\nasync def f(n):\n    await asyncio.sleep(n * 2)\n    await "
      "asyncio.sleep(1)\n"
      "asyncio.run(f(1))\n";
  EXPECT_NE(after(computed, start_of(computed, "f(1)", 1)).find("computed in line 3: n * 2"),
            std::string::npos);
  const std::string keywords =
      "import asyncio\nasync def f(**all):\n    await asyncio.sleep(1)\n"
      "async def main():\n    await asyncio.gather(f(), f(a=1))\nasyncio.run(main())\n";
  EXPECT_NE(after(keywords, start_of(keywords, "f(a", 1)).find("takes any keyword"),
            std::string::npos);
  EXPECT_NE(after(text, SetStart{99, 1, 1, 1}).find("not in the text"), std::string::npos);
}

}  // namespace
}  // namespace simul::composer
