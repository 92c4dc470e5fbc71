#include "base/flat_json.hpp"

#include <gtest/gtest.h>

namespace simul {
namespace {

TEST(FlatJson, TextsNumbersAndTruthValuesStandUnderTheirNames) {
  const std::optional<FlatJson> json = FlatJson::read(
      R"( {"do":"insert", "card" : 2,"wait":1.5e0,"yes":true,"no":false,"none":null} )");
  ASSERT_TRUE(json.has_value());
  EXPECT_EQ(json->text("do"), "insert");
  EXPECT_EQ(json->count("card"), 2);
  EXPECT_EQ(json->number("wait"), 1.5);
  EXPECT_TRUE(json->flag("yes"));
  EXPECT_FALSE(json->flag("no"));
  EXPECT_TRUE(json->has("none"));
  EXPECT_FALSE(json->has("missing"));
}

TEST(FlatJson, WhatIsMissingOrOfAnotherKindIsTheUsual) {
  const std::optional<FlatJson> json = FlatJson::read(R"({"a":"7","b":-3,"c":2.5,"d":4e9})");
  ASSERT_TRUE(json.has_value());
  EXPECT_EQ(json->count("a", 9), 9);
  EXPECT_EQ(json->count("b", 9), 9);
  EXPECT_EQ(json->count("c", 9), 9);
  EXPECT_EQ(json->count("d", 9), 9);
  EXPECT_EQ(json->text("b", "usual"), "usual");
}

TEST(FlatJson, EscapesBecomeUtf8AndHalvesOfACharacterAreReplaced) {
  const std::optional<FlatJson> json =
      FlatJson::read(R"({"t":"\"\\\/\b\f\n\r\té\u20ac\ud83d\ude00|\ud83d|\ude00"})");
  ASSERT_TRUE(json.has_value());
  EXPECT_EQ(json->text("t"), "\"\\/\b\f\n\r\t\u00e9\u20ac\U0001F600|\uFFFD|\uFFFD");
}

TEST(FlatJson, TheEmptyObjectIsOne) {
  EXPECT_TRUE(FlatJson::read("{}").has_value());
}

TEST(FlatJson, AnythingElseIsNothing) {
  for (const char* text : {"",
                           "[]",
                           "{",
                           "{\"a\"}",
                           "{\"a\":}",
                           "{\"a\":1,}",
                           "{\"a\":1}x",
                           "{\"a\":[1]}",
                           "{\"a\":01}",
                           "{\"a\":+1}",
                           "{\"a\":1.}",
                           "{\"a\":.5}",
                           "{\"a\":1e999}",
                           "{\"a\":\"\\x\"}",
                           "{\"a\":\"\\u12g4\"}",
                           "{\"a\":\"\n\"}",
                           "{\"a\":\"open}",
                           "{a:1}",
                           "{\"a\":tru}",
                           "{\"a\":-}"})
    EXPECT_FALSE(FlatJson::read(text).has_value()) << text;
}

}  // namespace
}  // namespace simul
