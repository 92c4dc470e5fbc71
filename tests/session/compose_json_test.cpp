#include "session/compose_json.hpp"

#include <gtest/gtest.h>

#include "base/flat_json.hpp"

namespace simul::session {
namespace {

const std::string kProgram =
    "import asyncio\n\n\nasync def worker(name, delay):\n    print(\"😀\", name)\n"
    "    await asyncio.sleep(1.5)\n\n\nasync def main():\n"
    "    await asyncio.gather(worker(\"A\", 1.0), worker(\"B\", 2.0))\n\n\nasyncio.run(main())\n";

// The number that stands behind a name, the first time the name comes after `from`.
int number_after(const std::string& json, std::string_view name, std::size_t from = 0) {
  const std::size_t at = json.find("\"" + std::string(name) + "\":", from);
  return at == std::string::npos ? -1 : std::atoi(json.c_str() + at + name.size() + 3);
}
std::size_t block_named(const std::string& json, const std::string& title) {
  return json.rfind("\"id\":", json.find("\"title\":\"" + title + "\""));
}
std::string stamp_of(const std::string& json) {
  const std::size_t at = json.find("\"stamp\":") + 8;
  return json.substr(at, json.find(',', at) - at);
}

TEST(ComposeJson, EveryStepHasANameForTheEar) {
  const std::string json = cards_json(kProgram);
  EXPECT_NE(json.find("\"name\":\"sleep, 1.5 seconds, line 6 of worker\""), std::string::npos)
      << json;
  EXPECT_NE(json.find("line 10 of main\""), std::string::npos) << json;
  EXPECT_NE(json.find("\"parses\":true"), std::string::npos);
}

TEST(ComposeJson, OffsetsAreUtf16) {
  const std::string json = cards_json(kProgram);
  const std::size_t sleep = block_named(json, "sleep");
  const int from = number_after(json, "from", sleep);
  // The emoji is four bytes and two units: two less than the byte offset.
  EXPECT_EQ(from, static_cast<int>(kProgram.find("await asyncio.sleep")) - 2);
}

TEST(ComposeJson, AnEditedSlotComesBackAsEditsInUtf16) {
  const std::string json = cards_json(kProgram);
  const int from = static_cast<int>(kProgram.find("1.5")) - 2;
  const std::string answer = gesture_json(
      kProgram,
      "{\"do\":\"slot\",\"from\":" + std::to_string(from) + ",\"to\":" + std::to_string(from + 3) +
          ",\"text\":\"2.5\",\"stamp\":" + stamp_of(json) + "}");
  EXPECT_EQ(answer.find("{\"edits\":["), 0u) << answer;
  EXPECT_EQ(number_after(answer, "from"), from) << answer;
  EXPECT_NE(answer.find("2.5"), std::string::npos) << answer;
}

TEST(ComposeJson, AGestureOnAnOlderTextIsRefusedWithASentence) {
  const std::string stamp = stamp_of(cards_json(kProgram));
  const std::string gesture = "{\"do\":\"delete\",\"block\":1,\"stamp\":" + stamp + "}";
  EXPECT_EQ(gesture_json(kProgram, gesture).find("{\"edits\""), 0u);
  const std::string answer = gesture_json(kProgram + "x = 1\n", gesture);
  EXPECT_EQ(answer.find("{\"refused\":\""), 0u) << answer;
}

TEST(ComposeJson, WhatIsNoGestureIsRefused) {
  for (const char* text : {"",
                           "{}",
                           "[]",
                           "{\"do\":\"fly\"}",
                           "{\"do\":\"insert\",\"entry\":\"x\"}",
                           "{\"do\":\"refactor\",\"kind\":\"x\"}",
                           "{\"do\":\"delete\",\"block\":999}",
                           "{\"do\":\"move\",\"block\":2,\"owner\":77,\"body\":3,\"index\":9}",
                           "{\"do\":\"slot\",\"from\":5,\"to\":99999,\"text\":\"1\"}"})
    EXPECT_EQ(gesture_json(kProgram, text).find("{\"refused\":\""), 0u) << text;
}

TEST(ComposeJson, OffersShowTheCodeThatTheyWrite) {
  const std::string json = cards_json(kProgram);
  const std::size_t sleep = block_named(json, "sleep");
  const std::size_t body = json.rfind("\"owner\":", sleep);
  const std::string place = "{\"owner\":" + std::to_string(number_after(json, "owner", body)) +
                            ",\"body\":0,\"index\":1,\"onto\":-1}";
  const std::string offers = offers_json(kProgram, place);
  EXPECT_NE(offers.find("\"entry\":\"sleep\""), std::string::npos) << offers;
  EXPECT_NE(offers.find("await asyncio.sleep("), std::string::npos) << offers;
  EXPECT_EQ(offers_json(kProgram, "{\"owner\":500}"), "{\"offers\":[]}");
  EXPECT_EQ(offers_json(kProgram, "x"), "{\"offers\":[]}");
}

TEST(ComposeJson, AStepMayMoveOnlyWhereItsPlaceHasAName) {
  const std::string json = cards_json(kProgram);
  const std::string targets =
      targets_json(kProgram, number_after(json, "id", block_named(json, "sleep")));
  EXPECT_NE(targets.find("\"words\":\"first in main\""), std::string::npos) << targets;
  EXPECT_EQ(targets.find("\"words\":\"\""), std::string::npos) << targets;
  EXPECT_EQ(targets_json(kProgram, 4711), "{\"targets\":[]}");
}

TEST(ComposeJson, RefactoringsOfAStepComeWithTheirTitlesAndReasons) {
  const std::string json = cards_json(kProgram);
  const int gather = number_after(json, "id", block_named(json, "gather"));
  const std::string about = "{\"block\":" + std::to_string(gather) + "}";
  const std::string answer = refactorings_json(kProgram, about);
  EXPECT_NE(answer.find("\"kind\":\"gather-to-group\""), std::string::npos) << answer;
  EXPECT_EQ(answer.find("\"kind\":\"rename\""), std::string::npos) << answer;
  EXPECT_EQ(refactorings_json(kProgram, "{\"block\":999}"), "{\"refactorings\":[]}");
  const std::string made = gesture_json(
      kProgram,
      "{\"do\":\"refactor\",\"kind\":\"gather-to-group\",\"block\":" + std::to_string(gather) +
          "}");
  EXPECT_NE(made.find("TaskGroup"), std::string::npos) << made;
}

TEST(ComposeJson, TextThatIsNotPythonHasCardsToo) {
  const std::string json = cards_json("async def a():\n    print(1)\n\ndef f(:\n    pass\n");
  EXPECT_NE(json.find("\"parses\":false"), std::string::npos);
  EXPECT_NE(json.find("\"title\":\"print\""), std::string::npos) << json;
  EXPECT_NE(cards_json("").find("\"cards\":["), std::string::npos);
}

}  // namespace
}  // namespace simul::session
