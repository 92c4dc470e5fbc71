#include "session/staging.hpp"

#include <gtest/gtest.h>

namespace simul::session {
namespace {

TEST(Staging, ASceneAndItsSlidersAreCommentsOfTheText) {
  const std::string text =
      "# scene: hall\n"
      "import asyncio\n"
      "OPPONENTS = 24  # slider: 1 to 48\n"
      "REPLY = 5.5 # slider: 0.5 to 60 s\n";
  Staging staging = read_staging(text);
  EXPECT_EQ(staging.scene, "hall");
  ASSERT_EQ(staging.sliders.size(), 2u);
  const Slider& first = staging.sliders[0];
  EXPECT_EQ(first.name, "OPPONENTS");
  EXPECT_EQ(first.line, 3u);
  EXPECT_EQ(text.substr(first.from, first.to - first.from), "24");
  EXPECT_TRUE(first.whole);
  EXPECT_EQ(staging.sliders[1].unit, "s");
  EXPECT_EQ(staging.sliders[1].value, 5.5);
  EXPECT_FALSE(staging.sliders[1].whole);
}

TEST(Staging, WhatIsNoPlainNumberOrNoRangeHasNoHandle) {
  for (const char* line : {"N = 2 * 3  # slider: 1 to 9",
                           "N = 'a'  # slider: 1 to 9",
                           "  N = 3  # slider: 1 to 9",
                           "N = 3  # slider: 9 to 1",
                           "N = 3  # slider: 1 to",
                           "N = 3  # slider:",
                           "N: int = 3  # slider: 1 to 9",
                           "# slider: 1 to 9 =",
                           "print(N == 3)  # slider: 1 to 9",
                           "N = 1e999  # slider: 1 to 9"})
    EXPECT_TRUE(read_staging(line).sliders.empty()) << line;
  EXPECT_EQ(read_staging("x = 1 # scene: hall\n").scene, "");
  EXPECT_EQ(read_staging("").scene, "");
}

}  // namespace
}  // namespace simul::session
