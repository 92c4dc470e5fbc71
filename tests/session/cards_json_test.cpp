#include "session/cards_json.hpp"

#include <gtest/gtest.h>

#include "session/composed.hpp"

namespace simul::session {
namespace {

TEST(CardsJson, EveryStepHasANameForTheEar) {
  const std::string json = cards_json(kProgram);
  EXPECT_NE(json.find("\"name\":\"sleep, 1.5 seconds, line 6 of worker\""), std::string::npos)
      << json;
  EXPECT_NE(json.find("line 10 of main\""), std::string::npos) << json;
  EXPECT_NE(json.find("\"parses\":true"), std::string::npos);
}

TEST(CardsJson, OffsetsAreUtf16) {
  const std::string json = cards_json(kProgram);
  const std::size_t sleep = block_named(json, "sleep");
  const int from = number_after(json, "from", sleep);
  // The emoji is four bytes and two units: two less than the byte offset.
  EXPECT_EQ(from, static_cast<int>(kProgram.find("await asyncio.sleep")) - 2);
}

TEST(CardsJson, TextThatIsNotPythonHasCardsToo) {
  const std::string json = cards_json("async def a():\n    print(1)\n\ndef f(:\n    pass\n");
  EXPECT_NE(json.find("\"parses\":false"), std::string::npos);
  EXPECT_NE(json.find("\"title\":\"print\""), std::string::npos) << json;
  EXPECT_NE(cards_json("").find("\"cards\":["), std::string::npos);
}

}  // namespace
}  // namespace simul::session
