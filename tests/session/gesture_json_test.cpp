#include "session/gesture_json.hpp"

#include <gtest/gtest.h>

#include "session/cards_json.hpp"
#include "session/composed.hpp"

namespace simul::session {
namespace {

TEST(GestureJson, AnEditedSlotComesBackAsEditsInUtf16) {
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

TEST(GestureJson, AGestureOnAnOlderTextIsRefusedWithASentence) {
  const std::string stamp = stamp_of(cards_json(kProgram));
  const std::string gesture = "{\"do\":\"delete\",\"block\":1,\"stamp\":" + stamp + "}";
  EXPECT_EQ(gesture_json(kProgram, gesture).find("{\"edits\""), 0u);
  const std::string answer = gesture_json(kProgram + "x = 1\n", gesture);
  EXPECT_EQ(answer.find("{\"refused\":\""), 0u) << answer;
}

TEST(GestureJson, WhatIsNoGestureIsRefused) {
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

}  // namespace
}  // namespace simul::session
