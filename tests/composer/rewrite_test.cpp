#include "composer/rewrite.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "composer/cards.hpp"

namespace simul::composer {
namespace {

// The text after the gesture, or why it was refused.
std::string after(std::string_view source, const Gesture& gesture) {
  auto edits = rewrite(source, gesture);
  if (!edits.ok()) return "refused: " + edits.error().message;
  auto text = edits.value().apply(source);
  return text.ok() ? text.value() : "refused: " + text.error().message;
}

constexpr const char* kProgram =
    "import asyncio\n"
    "import time\n"
    "\n"
    "async def report():  # slow\n"
    "    time.sleep( 1.0 )  # here\n"
    "    await asyncio.sleep(2)\n";

TextRange find(std::string_view what) {
  auto at = static_cast<std::uint32_t>(std::string_view(kProgram).find(what));
  return {at, at + static_cast<std::uint32_t>(what.size())};
}

TEST(Rewrite, ABlockingSleepBecomesAnAwaitAndTakesTheImportThatNothingNeedsAnyMore) {
  std::string expected = kProgram;
  expected.erase(expected.find("import time\n"), 12);
  expected.replace(expected.find("time.sleep("), 11, "await asyncio.sleep(");
  EXPECT_EQ(after(kProgram, SleepWithoutBlocking{5}), expected);
}

TEST(Rewrite, TheImportIsAddedWhereItIsMissing) {
  EXPECT_EQ(after("# c\nimport time\nasync def f():\n    time.sleep(1)\n", SleepWithoutBlocking{4}),
            "# c\nimport asyncio\nasync def f():\n    await asyncio.sleep(1)\n");
}

TEST(Rewrite, AnImportStaysWhereSomethingMayNeedItAndTheCommentAboveItStaysAnyway) {
  const auto freed = [](const std::string& head, const std::string& tail) {
    const std::string text = head + "async def f():\n    time.sleep(1)\n" + tail;
    const auto line = std::count(
        text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text.find("time.sleep")), '\n');
    return after(text, SleepWithoutBlocking{static_cast<std::uint32_t>(line) + 1});
  };
  const std::string body = "async def f():\n    await asyncio.sleep(1)\n";
  const std::string head = "import asyncio\nimport time\n";
  EXPECT_EQ(freed(head, "print(time.time())\n"), head + body + "print(time.time())\n");
  EXPECT_EQ(freed(head, "print(eval('time'))\n"), head + body + "print(eval('time'))\n");
  EXPECT_EQ(freed(head + "import time\n", ""), head + "import time\n" + body);
  EXPECT_EQ(freed("import asyncio, time\n", ""), "import asyncio\n" + body);
  EXPECT_EQ(freed("import time, asyncio\n", ""), "import asyncio\n" + body);
  EXPECT_EQ(freed("# What it shows.\nimport time\nimport asyncio\n", ""),
            "# What it shows.\nimport asyncio\n" + body);
  EXPECT_EQ(freed("from asyncio import run\nimport time  # slow\n\n\n", "x = = 1\n")
                    .find("import time") == std::string::npos,
            false);
}

TEST(Rewrite, OutsideACoroutineItIsRefusedWithTheReason) {
  EXPECT_EQ(after("import time\ndef f():\n    time.sleep(1)\n", SleepWithoutBlocking{3}),
            "refused: line 3 is not in an `async def`, where `await` is not allowed");
  EXPECT_EQ(after(kProgram, SleepWithoutBlocking{6}), "refused: no time.sleep() stands on line 6");
  EXPECT_EQ(after("def f(:\n", SleepWithoutBlocking{1}),
            "refused: no time.sleep() stands on line 1");
}

TEST(Rewrite, ADelayIsWrittenAsItWasWholeOrWithDecimals) {
  EXPECT_NE(after(kProgram, SetSeconds{find("1.0"), 1.6}).find("time.sleep( 1.6 )  # here"),
            std::string::npos);
  EXPECT_NE(after(kProgram, SetSeconds{find("1.0"), 2}).find("time.sleep( 2.0 )"),
            std::string::npos);
  TextRange two = find("(2)");
  EXPECT_NE(after(kProgram, SetSeconds{{two.begin + 1, two.end - 1}, 3}).find("asyncio.sleep(3)"),
            std::string::npos);
  EXPECT_NE(
      after(kProgram, SetSeconds{{two.begin + 1, two.end - 1}, 2.5}).find("asyncio.sleep(2.5)"),
      std::string::npos);
}

TEST(Rewrite, ADelayThatIsNotThereAnyMoreIsRefused) {
  EXPECT_EQ(after(kProgram, SetSeconds{{3, 6}, 1}),
            "refused: no delay is written there any more: the text has changed");
  EXPECT_EQ(after(kProgram, SetSeconds{find("1.0"), -1}),
            "refused: a delay is between 0 and 1,000,000 seconds");
}

TEST(Rewrite, AGestureCanPrintItself) {
  EXPECT_EQ(to_text(SetSeconds{{10, 13}, 1.6}), "SetSeconds [10,13) 1.6");
  EXPECT_EQ(to_text(SleepWithoutBlocking{5}), "SleepWithoutBlocking line 5");
}

TEST(Rewrite, ALineAtTheHeadOfABodyThatIsNoPythonIsNotTakenForItsHeader) {
  const std::string text =
      "async def f():\n"
      "    async with asyncio.TaskGroup() as group:\n"
      "        ooops:\n"
      "        group.create_task(g(1))\n"
      "        group.create_task(g(2))\n"
      "async def g(\n"
      "    n):\n"
      "    pass\n";
  const Cards cards_of = cards(text);
  ASSERT_EQ(cards_of.broken.size(), 1u);
  EXPECT_EQ(cards_of.broken[0].line, 3u);
}

}  // namespace
}  // namespace simul::composer
