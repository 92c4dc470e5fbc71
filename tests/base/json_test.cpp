#include "base/json.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace simul {
namespace {

std::string text_of(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}
std::string text_of(double number) {
  std::string out;
  append_json_float(out, number);
  return out;
}

TEST(Json, StringsAreEscapedAndUtf8GoesThrough) {
  EXPECT_EQ(text_of("a\"b\\c\n\t\x01"), "\"a\\\"b\\\\c\\n\\t\\u0001\"");
  EXPECT_EQ(text_of("h\xc3\xa9 \xf0\x9f\x90\x8d"), "\"h\xc3\xa9 \xf0\x9f\x90\x8d\"");
}

TEST(Json, WhatIsNotUtf8IsReplacedAndALoneSurrogateIsKeptAsAnEscape) {
  EXPECT_EQ(text_of("\xff"), "\"\xef\xbf\xbd\"");
  EXPECT_EQ(text_of("\xed\xa0\x80"), "\"\\ud800\"");
  EXPECT_EQ(text_of("\xc0\x80"), "\"\xef\xbf\xbd\xef\xbf\xbd\"");  // an overlong NUL is no UTF-8
  EXPECT_EQ(text_of("\xe2\x82"), "\"\xef\xbf\xbd\xef\xbf\xbd\"");  // cut short
}

TEST(Json, NumbersAreShortestAndAFloatLooksLikeOne) {
  EXPECT_EQ(text_of(3.1), "3.1");
  EXPECT_EQ(text_of(2.0), "2.0");
  EXPECT_EQ(text_of(std::nan("")), "null");
}

TEST(Json, TheWriterPutsTheCommas) {
  JsonWriter json;
  json.begin_object()
      .key("a")
      .value(1)
      .key("b")
      .begin_array()
      .value("x")
      .value(true)
      .null()
      .begin_object()
      .end_object();
  json.end_array().key("c").value(0.5).end_object();
  EXPECT_EQ(json.text(), R"({"a":1,"b":["x",true,null,{}],"c":0.5})");
}

}  // namespace
}  // namespace simul
