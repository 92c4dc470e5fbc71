#include "session/gesture_story.hpp"

#include <gtest/gtest.h>

#include "session/build.hpp"
#include "session/host.hpp"

namespace simul::session {
namespace {

std::string shown(std::string_view source, std::vector<TextEdit> edits) {
  std::string out;
  for (const DiffLine& line : diff_lines(source, TextEdits::make(std::move(edits)).value()))
    out += std::string(1, line.sign) + line.text + "\n";
  return out;
}

TEST(DiffLines, AChangedNumberIsTheLineBeforeAndAfter) {
  EXPECT_EQ(shown("a\n    sleep(2.0)\nb\n", {{{12, 15}, "2.6"}}), "-sleep(2.0)\n+sleep(2.6)\n");
}

TEST(DiffLines, ALineThatComesLeavesThoseAroundItAlone) {
  EXPECT_EQ(shown("a\nb\n", {{{2, 2}, "new\n"}}), "+new\n");
  EXPECT_EQ(shown("a\nb\n", {{{2, 4}, ""}}), "-b\n");
  EXPECT_EQ(shown("", {{{0, 0}, "print(1)\n"}}), "+print(1)\n");
}

TEST(DiffLines, WhatIsWrappedKeepsItsDepth) {
  EXPECT_EQ(shown("    await x\n", {{{4, 4}, "async with t:\n        "}}),
            "-await x\n+async with t:\n+    await x\n");
}

TEST(DiffLines, EditsFarApartAreTwoPieces) {
  EXPECT_EQ(shown("a\nb\nc\n", {{{0, 1}, "x"}, {{4, 5}, "z"}}), "-a\n+x\n-c\n+z\n");
}

TEST(LineAfter, IsWhereTheNewThingIsAndNotItsImport) {
  auto of = [](std::vector<TextEdit> edits) {
    return line_after("a\nb\nc\n", TextEdits::make(std::move(edits)).value());
  };
  EXPECT_EQ(of({{{0, 0}, "import time\n"}, {{4, 4}, "    time.sleep(1)\n"}}), 4u);
  EXPECT_EQ(of({{{2, 2}, "x\n"}}), 2u);
  EXPECT_EQ(of({{{2, 4}, ""}}), 2u);
  EXPECT_EQ(of({}), 0u);
}

std::unique_ptr<Run> ran(const std::string& text) {
  Build built = build(text, "main.py");
  EXPECT_NE(built.code, nullptr);
  auto run = std::make_unique<Run>(
      built.code, text, "main.py", Settings{}, std::make_unique<asyncio::VirtualClock>());
  run->advance_virtual(10'000'000);
  return run;
}

std::string told(const std::string& before, const std::string& after) {
  std::string out;
  for (const std::string& one : consequences(*ran(before), *ran(after))) out += one + "\n";
  return out;
}

std::string with(std::string text, const std::string& what, const std::string& instead) {
  text.replace(text.find(what), what.size(), instead);
  return text;
}

TEST(Consequences, OfALongerSleepAreTheEndOfTheProgram) {
  EXPECT_EQ(told(kThreeWorkers, with(kThreeWorkers, "2.0", "2.6")), "ends at 2.6 s, was 2.0 s\n");
  EXPECT_EQ(told(kThreeWorkers, kThreeWorkers), "");
}

TEST(Consequences, OfATimeoutAreWhoIsCutOffAndHowTheProgramEnds) {
  const std::string cut =
      with(kThreeWorkers,
           "    await asyncio.sleep(delay)",
           "    async with asyncio.timeout(1.5):\n        await asyncio.sleep(delay)");
  EXPECT_EQ(told(kThreeWorkers, cut),
            "main fails at 1.500: TimeoutError\nB fails at 1.500: TimeoutError\n"
            "the program ends with TimeoutError\n");
}

TEST(Consequences, OfALinePrintedAreSaidToo) {
  EXPECT_EQ(told(kThreeWorkers, std::string(kThreeWorkers) + "print('end')\n"),
            "prints 1 more line\n");
}

}  // namespace
}  // namespace simul::session
