// What CPython's compiler warns of: the goldens are its own lines, the places apart.
#include <string>

#include <gtest/gtest.h>

#include "compiler/compile.hpp"
#include "syntax/parse.hpp"

namespace simul::compiler {
namespace {

CompileResult result_of(const std::string& source) {
  const syntax::ParseResult parsed = syntax::parse(source, "case.py");
  EXPECT_TRUE(parsed.ok()) << source;
  return compile(parsed.module, "case.py");
}

std::string warnings_of(const std::string& source) {
  std::string out;
  for (const syntax::Diagnostic& warning : result_of(source).warnings) {
    EXPECT_EQ(warning.type, "SyntaxWarning");
    out += std::to_string(warning.lineno) + ": " + warning.message + "\n";
  }
  return out;
}

TEST(CompileWarnings, IdentityWithALiteralIsMeantAsEquality) {
  EXPECT_EQ(warnings_of("x is 1\nx is not 'a'\n() is x\nx is -1\nx is (1, 2)\n1.5 is x\n"),
            "1: \"is\" with 'int' literal. Did you mean \"==\"?\n"
            "2: \"is not\" with 'str' literal. Did you mean \"!=\"?\n"
            "3: \"is\" with 'tuple' literal. Did you mean \"==\"?\n"
            "4: \"is\" with 'int' literal. Did you mean \"==\"?\n"
            "5: \"is\" with 'tuple' literal. Did you mean \"==\"?\n"
            "6: \"is\" with 'float' literal. Did you mean \"==\"?\n");
  EXPECT_EQ(warnings_of("x is None\nTrue is x\nx is ...\nx is []\nx is (x, 1)\nx == 1\nf'' is x\n"),
            "");
}

TEST(CompileWarnings, AChainIsWarnedOfOnceAndANegationAsWhatItBecomes) {
  EXPECT_EQ(warnings_of("x is 1 is 2\nif x < 1 is x: pass\nif not x is 3: pass\n"),
            "1: \"is\" with 'int' literal. Did you mean \"==\"?\n"
            "2: \"is\" with 'int' literal. Did you mean \"==\"?\n"
            "3: \"is not\" with 'int' literal. Did you mean \"!=\"?\n");
}

TEST(CompileWarnings, CallingWhatIsNoFunctionMissesAComma) {
  EXPECT_EQ(warnings_of("[(1, 2) (3, 4)]\n'%s' % (x,)\n('%s' % (x,))()\n{}()\n(x for x in y)()\n"),
            "1: 'tuple' object is not callable; perhaps you missed a comma?\n"
            "3: 'str' object is not callable; perhaps you missed a comma?\n"
            "4: 'dict' object is not callable; perhaps you missed a comma?\n"
            "5: 'generator' object is not callable; perhaps you missed a comma?\n");
  EXPECT_EQ(warnings_of("(lambda: 1)()\n'a'.upper()\n('%z' % (x,))()\n"), "");
}

TEST(CompileWarnings, SubscriptsThatCannotBeMissACommaToo) {
  EXPECT_EQ(
      warnings_of("None[0]\n{1}[0]\n(lambda: 1)[0]\n[[1, 2] [3, 4]]\n'a'['b']\nf'{x}'[1.5]\n"),
      "1: 'NoneType' object is not subscriptable; perhaps you missed a comma?\n"
      "2: 'set' object is not subscriptable; perhaps you missed a comma?\n"
      "3: 'function' object is not subscriptable; perhaps you missed a comma?\n"
      "4: list indices must be integers or slices, not tuple; perhaps you missed a comma?\n"
      "5: str indices must be integers or slices, not str; perhaps you missed a comma?\n"
      "6: str indices must be integers or slices, not float; perhaps you missed a comma?\n");
  EXPECT_EQ(
      warnings_of("[x][True]\n[x][1:2]\n[x]['a':'b']\n{}['a']\n1[0] = 2\n1[0] += 2\n[x][x]\n"), "");
}

TEST(CompileWarnings, AnAssertionOfATupleIsAlwaysTrue) {
  EXPECT_EQ(warnings_of("assert (x, 'message')\nassert (1,)\nassert ()\nassert x, 'message'\n"),
            "1: assertion is always true, perhaps remove parentheses?\n"
            "2: assertion is always true, perhaps remove parentheses?\n");
}

TEST(CompileWarnings, ALineIsWarnedOfOnceWithTheSameWords) {
  const std::string is = "\"is\" with 'int' literal. Did you mean \"==\"?\n";
  EXPECT_EQ(warnings_of("while x is 1: pass\n"), "1: " + is);
  EXPECT_EQ(warnings_of("try: pass\nfinally:\n  x is 1\n"), "3: " + is);
  EXPECT_EQ(warnings_of("x is 1; x is 2; 1()\n"),
            "1: " + is + "1: 'int' object is not callable; perhaps you missed a comma?\n");
}

TEST(CompileWarnings, TheOrderIsThatOfTheCode) {
  const std::string is = "\"is\" with 'int' literal. Did you mean \"==\"?\n";
  EXPECT_EQ(warnings_of("def f(a=\n  x is 1\n) -> (\n  x is 2):\n  return x is 3\n"),
            "2: " + is + "4: " + is + "5: " + is);
}

TEST(CompileWarnings, WhatStandsBeforeAnErrorIsStillWarnedOf) {
  const CompileResult result = result_of("x is 1\nreturn\nx is 2\n");
  EXPECT_FALSE(result.ok());
  ASSERT_EQ(result.warnings.size(), 1u);
  EXPECT_EQ(result.warnings[0].lineno, 1);
  // The table of names is made first: its errors come before every warning.
  EXPECT_TRUE(result_of("x is 1\ndef f():\n  x = 1\n  global x\n").warnings.empty());
}

}  // namespace
}  // namespace simul::compiler
