#include "syntax/places.hpp"

#include <gtest/gtest.h>

#include "syntax/parse.hpp"

namespace simul::syntax {
namespace {

TEST(Places, ANodesTextIsWhatWasWritten) {
  constexpr std::string_view kSource = "a = 1\nbc = 'é' + d\n";
  const ParseResult parsed = parse(kSource);
  ASSERT_TRUE(parsed.ok());
  const Places at(kSource);
  EXPECT_EQ(at.text(*parsed.module.body[1]), "bc = 'é' + d");
  EXPECT_EQ(at.begin(*parsed.module.body[1]), 6u);
}

TEST(Places, EveryWayToEndALineCounts) {
  const Places at("a\nb\r\nc\rd");
  EXPECT_EQ(at.offset(2, 0), 2u);
  EXPECT_EQ(at.offset(3, 0), 5u);
  EXPECT_EQ(at.offset(4, 0), 7u);
}

TEST(Places, WhatLiesBehindTheTextIsItsEnd) {
  const Places at("ab\n");
  EXPECT_EQ(at.offset(1, 99), 3u);
  EXPECT_EQ(at.offset(9, 0), 3u);
}

}  // namespace
}  // namespace simul::syntax
