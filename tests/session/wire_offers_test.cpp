#include "session/wire_offers.hpp"

#include <gtest/gtest.h>

#include "composer/cards.hpp"
#include "session/gesture_json.hpp"

namespace simul::session {
namespace {

const std::string kTasks =
    "import asyncio\n\n\nasync def worker(name):\n    await asyncio.sleep(1.0)\n\n\n"
    "async def main():\n    a = asyncio.create_task(worker(\"A\"))\n"
    "    b = asyncio.create_task(worker(\"B\"))\n    print(\"both\")\n\n\nasyncio.run(main())\n";

int step_on(const std::string& text, std::uint32_t line) {
  const composer::Cards cards = composer::cards(text);
  for (int id = 0; id < cards.blocks; ++id)
    if (cards.block(id) != nullptr && cards.block(id)->line == line) return id;
  return -1;
}
// The gesture of what is offered in these words.
std::string gesture_of(const std::string& json, const std::string& words) {
  const std::size_t at = json.find("{\"do\":", json.find("\"words\":\"" + words));
  return at == std::string::npos ? json : json.substr(at, json.find('}', at) + 1 - at);
}

TEST(WireOffers, ATaskMayBeAwaitedBehindItAndAllOfThemGathered) {
  const std::string json = wires_json(kTasks, step_on(kTasks, 9));
  const std::string one = gesture_json(kTasks, gesture_of(json, "awaited after print, line 11"));
  EXPECT_NE(one.find("await a"), std::string::npos) << one << json;
  const std::string all = gesture_json(kTasks, gesture_of(json, "all 2 tasks into a gather"));
  EXPECT_NE(all.find("await asyncio.gather(a, b)"), std::string::npos) << all << json;
}

TEST(WireOffers, ATaskMayGoIntoAGatherThatStands) {
  std::string text = kTasks;
  text.insert(text.find("    print(\"both\")"), "    await asyncio.gather(a)\n");
  const std::string json = wires_json(text, step_on(text, 10));
  const std::string into = gesture_json(text, gesture_of(json, "into gather, line 11 of main"));
  EXPECT_NE(into.find("b"), std::string::npos) << into << json;
  EXPECT_NE(into.find("edits"), std::string::npos) << into << json;
}

TEST(WireOffers, AnItemOfAGatherMayBeCut) {
  std::string text = kTasks;
  text.replace(text.find("    print(\"both\")"),
               std::string("    print(\"both\")").size(),
               "    await asyncio.gather(worker(\"C\"), worker(\"D\"))");
  const std::string json = wires_json(text, step_on(text, 11));
  const std::string cut = gesture_json(text, gesture_of(json, "worker(\\\"D\\\")"));
  EXPECT_NE(cut.find("edits"), std::string::npos) << cut << json;
}

TEST(WireOffers, WhatStartsNothingHasNoWires) {
  EXPECT_EQ(wires_json(kTasks, step_on(kTasks, 11)), "{\"draw\":[],\"cut\":[]}");
  EXPECT_EQ(wires_json(kTasks, -1), "{\"draw\":[],\"cut\":[]}");
  EXPECT_EQ(wires_json("def (", 999), "{\"draw\":[],\"cut\":[]}");
}

}  // namespace
}  // namespace simul::session
