// What CPython finds after parsing: the message and the place of the first error.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include "compiler/compile.hpp"
#include "support/hostile.hpp"
#include "syntax/parse.hpp"

namespace simul::compiler {
namespace {

struct Case {
  const char* source;
  const char* message;
  int line, offset, end_line, end_offset;
};
constexpr Case kCases[] = {
#include "compiler/compile_errors.inc"
};

std::vector<syntax::Diagnostic> diagnostics_of(const std::string& source) {
  const syntax::ParseResult parsed = syntax::parse(source, "case.py");
  if (!parsed.ok()) return parsed.diagnostics;
  return compile(parsed.module, "case.py").diagnostics;
}

TEST(CompileErrors, AreCPythonsInWordsAndPlaces) {
  for (const Case& expected : kCases) {
    const std::vector<syntax::Diagnostic> found = diagnostics_of(expected.source);
    if (expected.message[0] == '\0') {
      EXPECT_TRUE(found.empty()) << expected.source << found.front().message;
      continue;
    }
    ASSERT_FALSE(found.empty()) << expected.source;
    const syntax::Diagnostic& first = found.front();
    EXPECT_EQ(first.message, expected.message) << expected.source;
    EXPECT_EQ(first.lineno, expected.line) << expected.source;
    EXPECT_EQ(first.offset, expected.offset) << expected.source;
    EXPECT_EQ(first.end_lineno, expected.end_line) << expected.source;
    EXPECT_EQ(first.end_offset, expected.end_offset) << expected.source;
  }
}

TEST(CompileErrors, TypeParametersAndAliasesCompile) {
  for (const char* source : {"def f[T, *Ts, **P](x: T): pass\n",
                             "class C[T: int = bool](B, metaclass=M): pass\n",
                             "class C:\n  type X[T] = list[X, T]\n"})
    EXPECT_TRUE(diagnostics_of(source).empty()) << source;
}

TEST(CompileErrors, TwentyTwoNestedBlocksAreTooMany) {
  const auto nested = [](std::size_t blocks) {
    std::string source;
    for (std::size_t i = 0; i < blocks; ++i) source += std::string(i, ' ') + "for a in b:\n";
    return source + std::string(blocks, ' ') + "pass\n";
  };
  EXPECT_TRUE(diagnostics_of(nested(21)).empty());
  const std::vector<syntax::Diagnostic> found = diagnostics_of(nested(22));
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().message, "too many statically nested blocks");
}

TEST(CompileErrors, DeepNestingIsReportedInsteadOfOverflowingTheStack) {
  std::string attributes = "x";
  for (int i = 0; i < 100'000; ++i) attributes += ".y";
  std::string negations = "z = ";
  for (int i = 0; i < 100'000; ++i) negations += "not ";
  negations += "x";
  std::string choices = "z = 1";
  for (int i = 0; i < 20'000; ++i) choices += " if a else 1";
  for (const std::string& source : {attributes, negations, choices}) {
    const std::vector<syntax::Diagnostic> found = diagnostics_of(source + "\n");
    EXPECT_FALSE(found.empty()) << source.substr(0, 20);
  }
}

TEST(CompileErrors, LengthIsNoDepth) {
  std::string sum = "x = a";
  for (int i = 0; i < 10'000; ++i) sum += " + a";
  std::string chain = "if x == 0: pass\n";
  for (int i = 0; i < 3'000; ++i) chain += "elif x == 1: y = 1\n";
  std::string lines;
  for (int i = 0; i < 10'000; ++i) lines += "a = f(1)\n";
  for (const std::string& source : {sum + "\n", chain, lines})
    EXPECT_TRUE(diagnostics_of(source).empty()) << source.substr(0, 20);
}

// What a fuzzer once found, or could: tests/fuzz/corpus, each file through every door of the
// targets.
TEST(Hostile, WhatTheFuzzersKeptIsAnsweredByParserCompilerAndVerifier) {
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator("tests/fuzz/corpus")) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    SCOPED_TRACE(entry.path().string());
    simul::testing::parse_anything(bytes);
    simul::testing::compile_anything(bytes);
    simul::testing::verify_anything(bytes);
    ++files;
  }
  EXPECT_GE(files, 20);
}

// Natively: under WebAssembly, with its smaller stack, nobody has measured it.
#ifndef __EMSCRIPTEN__
TEST(Hostile, AMegabyteOnOneLineHasTokensAndATreeOrAMistake) {
  constexpr std::size_t kMegabyte = 1'000'000;
  for (const char* piece :
       {"(", "a", "9", "1+", "not ", "x.", "[0,", "'", "{1:", "1 if 1 else ", ";", "f'{"}) {
    std::string text;
    while (text.size() < kMegabyte) text += piece;
    SCOPED_TRACE(piece);
    simul::testing::parse_anything(text);
    simul::testing::compile_anything(text);
  }
}
#endif

}  // namespace
}  // namespace simul::compiler
