#include "session/compose_json.hpp"

#include <gtest/gtest.h>

#include "session/cards_json.hpp"
#include "session/composed.hpp"
#include "session/gesture_json.hpp"

namespace simul::session {
namespace {

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

}  // namespace
}  // namespace simul::session
