#include "session/build.hpp"

#include <string>

#include <gtest/gtest.h>

namespace simul::session {
namespace {

std::string first(const std::string& text) {
  Build built = build(text, "main.py");
  EXPECT_EQ(built.code == nullptr, !built.diagnostics.empty());
  return built.diagnostics.empty()
             ? ""
             : built.diagnostics[0].type + ": " + built.diagnostics[0].message;
}

TEST(Build, AnEmptyProgramCompiles) {
  EXPECT_EQ(first(""), "");
}

TEST(Build, WhatTheParserAndWhatTheCompilerFindAreBothSaidInCPythonsWords) {
  EXPECT_EQ(first("async def f()\n  pass\n"), "SyntaxError: expected ':'");
  EXPECT_EQ(first("def f():\n  await g()\n"), "SyntaxError: 'await' outside async function");
}

TEST(Build, WarningsAreTheParsersThenTheCompilersAsCPythonWritesThem) {
  const std::string text = "if x is not 1:\n    s = '\\d'\n";
  Build built = build(text, "main.py");
  EXPECT_NE(built.code, nullptr);
  EXPECT_EQ(warnings_text(built.warnings, text, "main.py"),
            "main.py:2: SyntaxWarning: invalid escape sequence '\\d'\n"
            "  s = '\\d'\n"
            "main.py:1: SyntaxWarning: \"is not\" with 'int' literal. Did you mean \"!=\"?\n"
            "  if x is not 1:\n");
}

TEST(Build, AnErrorOfTheParserComesBeforeTheCompilersWarnings) {
  const std::string text = "x is 1\ns = '\\d'\nx = 1 2\ns = '\\q'\n";
  Build built = build(text, "main.py");
  EXPECT_EQ(built.code, nullptr);
  EXPECT_EQ(warnings_text(built.warnings, text, "main.py"),
            "main.py:2: SyntaxWarning: invalid escape sequence '\\d'\n  s = '\\d'\n");
}

TEST(Build, HostileTextIsAnErrorWithAPlaceAndNotACrash) {
  EXPECT_EQ(first(std::string("x = 1\0", 6)),
            "SyntaxError: source code string cannot contain null bytes");
  EXPECT_NE(first(std::string(10'000, '(')), "");
  EXPECT_NE(first(std::string(10'000, '[') + std::string(10'000, ']')), "");
  EXPECT_NE(first("if x:\n\tpass\n        pass\n"), "");
  std::string deep = "x = ";
  for (int i = 0; i < 5'000; ++i) deep += "-";
  EXPECT_NE(first(deep + "1\n"), "");
}

TEST(Build, AMegabyteOfProgramCompiles) {
  std::string text;
  while (text.size() < 1'000'000)
    text += "value = function(argument, other=[1, 2, 3])  # comment\n";
  EXPECT_EQ(first(text), "");
}

TEST(Build, WindowsLineEndsAndTabsAreFine) {
  EXPECT_EQ(first("if 1:\r\n\tx = 1\r\n\ty = 2\r\n"), "");
}

}  // namespace
}  // namespace simul::session
