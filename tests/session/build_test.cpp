#include "session/build.hpp"

#include <string>

#include <gtest/gtest.h>

#include "session/hostile.hpp"

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

// Each item used to be compared with all before it: a minute and more.
TEST(Build, AHundredThousandNumbersInASetOnOneLineCompile) {
  std::string text = "x in {0";
  for (int i = 1; i < 100'000; ++i) text += "," + std::to_string(i);
  EXPECT_EQ(first(text + "}\n"), "");
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

TEST(BuildOfTheHostile, NumbersOfManyDigitsTakeNoLongerThanTheirDigits) {
  expect_outcomes({
      {"x = eval(\"0x\" + \"f\" * 10**5); print(x.bit_length() == 4 * 10**5 or 1 / 0, x == (1 << 4 "
       "* 10**5) - 1 or 1 / 0)",
       ""},
      {"x = eval(\"-0b\" + \"1\" * 10**5); x == 1 - (1 << 10**5) or 1 / 0", ""},
      {"x = eval(\"0o\" + \"7\" * 10**5); x == (1 << 3 * 10**5) - 1 or 1 / 0", ""},
      {"int(\"f\" * 10**5, 16)", ""},
      {"int(\"1\" * 10**6, 2)", ""},
      {"eval(\"1\" * 4301)",
       "SyntaxError: Exceeds the limit (4300 digits) for integer string conver"},
      {"eval(\"1\" * 4300)", ""},
      {"int(\"1\" * 4301)",
       "ValueError: Exceeds the limit (4300 digits) for integer string convers"},
      {"int(\"z\" * 4301, 35)",
       "ValueError: invalid literal for int() with base 35: 'zzzzzzzzzzzzzzzzz"},
      {"str(10**4300)", "ValueError: Exceeds the limit (4300 digits) for integer string convers"},
      {"f\"{10**4300:,}\"",
       "ValueError: Exceeds the limit (4300 digits) for integer string convers"},
      {"\"%d\" % 10**4300",
       "ValueError: Exceeds the limit (4300 digits) for integer string convers"},
      {"\"%x\" % (1 << 10**5)", ""},
      {"import json; json.loads(\"1\" * 10**5)", nullptr},
      {"float(\"1\" * 10**5)", ""},
      {"float(\"1e\" + \"9\" * 10**5)", ""},
      {"2.0**10**400", "OverflowError: int too large to convert to float"},
      {"10**400 / 3", "OverflowError: integer division result too large for a float"},
      {"x = (1 << 4 * 10**6) - 1\nwhile True: x * x", nullptr},
      {"x = (1 << 4 * 10**6) + 12345\nwhile True: (x << 4 * 10**6) // x", nullptr},
      {"x = 3\nwhile True: x = x * x + 1", nullptr},
      {"import math; math.factorial(10**6)", nullptr},
      {"import math; math.factorial(10**18)", nullptr},
      {"import math; math.factorial(10**100)",
       "OverflowError: factorial() argument should not exceed 9223372036854775"},
      {"import math; math.factorial(2_000) % 2_001 or 1 / 0", "ZeroDivisionError"},
      {"import math; math.comb(10**6, 5 * 10**5)", nullptr},
      {"import math; math.comb(10**100, 10**100 - 2) == 10**100 * (10**100 - 1) // 2 or 1 / 0", ""},
      {"import math; math.perm(10**100, 10**18)", nullptr},
      {"import math; math.isqrt((1 << 10**6) - 1) == (1 << 5 * 10**5) - 1 or 1 / 0", ""},
      {"import math; math.gcd((1 << 8 * 10**6) - 1, (1 << 8 * 10**6) - 3)",
       "MemoryError: a common divisor of ints of more than 1048576 bits is too"},
      {"import math; math.lcm(2, (1 << 10**6) - 1) == (1 << 10**6 + 1) - 2 or 1 / 0", ""},
      {"import math; math.prod(range(1, 10**6))", nullptr},
      {"round(10**1000, -10**9)", ""},
  });
}

TEST(BuildOfTheHostile, WhatIsNestedTooDeeplyIsARecursionErrorOrAMistake) {
  expect_outcomes({
      {"a = []; a.append(a); print(a, a == a); b = []; b.append(b); a == b",
       "RecursionError: maximum recursion depth exceeded in comparison"},
      {"a = []; a.append(a); b = []; b.append(b); sorted([a, b])",
       "RecursionError: maximum recursion depth exceeded in comparison"},
      {"x = []\nfor i in range(10**4): x = [x]\nrepr(x)",
       "RecursionError: maximum recursion depth exceeded while getting the rep"},
      {"x = ()\nfor i in range(10**4): x = (x,)\nhash(x)", ""},
      {"x = []\nfor i in range(10**4): x = [x]\nimport json; json.dumps(x)",
       "RecursionError: maximum recursion depth exceeded while encoding a JSON",
       kPiecesOfTheDeep},
      {"import json; json.loads(\"[\" * 10**5)",
       "RecursionError: maximum recursion depth exceeded while decoding a JSON",
       kPiecesOfTheDeep},
      {"import json; x = []; x.append(x); json.dumps(x)",
       "ValueError: Circular reference detected"},
      {"x = [0]\nfor i in range(60): x = [x, x]\nrepr(x)", nullptr},
      {"x = (0,)\nfor i in range(60): x = (x, x)\nhash(x)", nullptr},
      {"class A:\n    def __repr__(self): return repr(self)\nrepr(A())",
       "RecursionError: maximum recursion depth exceeded"},
      {"class A:\n    def __eq__(self, o): return self == o\nA() == A()",
       "RecursionError: maximum recursion depth exceeded"},
      {"class A:\n    def __hash__(self): return hash(self)\n{A()}",
       "RecursionError: maximum recursion depth exceeded"},
      {"class A:\n    def __str__(self): return f'{self}'\nstr(A())",
       "RecursionError: maximum recursion depth exceeded"},
      {"class A:\n    def __getattr__(self, n): return getattr(self, n + 'x')\nA().y",
       "RecursionError: maximum recursion depth exceeded"},
      {"class A: pass\nA.__call__ = A(); A()()",
       "RecursionError: maximum recursion depth exceeded while calling a Pytho"},
      {"import types\nx = print\nfor i in range(5000): x = types.MethodType(x, 1)\nx(*range(3), "
       "sep='', end='')",
       ""},
      {"def k(x): return sorted([x], key=k)\nk(1)",
       "RecursionError: maximum recursion depth exceeded"},
      {"def k(x): return list(map(k, [x]))\nk(1)",
       "RecursionError: maximum recursion depth exceeded"},
      {"import sys; sys.setrecursionlimit(10**4)\ndef f(n): return f(n + 1)\nf(0)",
       "RecursionError: maximum recursion depth exceeded"},
      {"import sys; sys.setrecursionlimit(10**6)\ndef f(n): return f(n + 1)\nf(0)", nullptr},
      {"def g(): yield from g()\nlist(g())", "RecursionError: maximum recursion depth exceeded"},
      {"x = iter([])\nfor i in range(10**4): x = map(str, x)\nlist(x)",
       "RecursionError: maximum recursion depth exceeded"},
      {"x = int\nfor i in range(10**4): x = (x,)\nisinstance('a', x)",
       "RecursionError: maximum recursion depth exceeded"},
      {"e = ValueError()\nfor i in range(10**4):\n    n = ValueError(); n.__cause__ = e; e = "
       "n\ndel e, n",
       ""},
      {"eval(\"(\" * 10**5 + \")\" * 10**5)", "SyntaxError: too many nested parentheses"},
      {"eval(\"[\" * 150 + \"]\" * 150)", ""},
      {"eval(\"-\" * 10**5 + \"1\")",
       "SyntaxError: Parser stack overflowed - Python source too complex to pa"},
      {"eval(\"1+\" * 10**5 + \"1\")", ""},
      {"eval(\"lambda:\" * 10**5 + \"1\")",
       "SyntaxError: Parser stack overflowed - Python source too complex to pa"},
      {"eval(\"a\" + \"()\" * 10**5)",
       "RecursionError: maximum recursion depth exceeded during compilation"},
      {"exec(\"\\n\".join(\" \" * i + \"if 1:\" for i in range(200)))",
       "IndentationError: too many levels of indentation"},
      {"exec(\"\\n\".join(\" \" * i + \"for x in []:\" for i in range(30)) + \"\\n\" + \" \" * 100 "
       "+ \"pass\")",
       "SyntaxError: too many statically nested blocks"},
      {"exec(\"if 1: pass\\n\" + \"elif 1: pass\\n\" * 3000)", ""},
      {"compile(\"f(\" * 150 + \"1\" + \")\" * 150, \"x\", \"eval\")", ""},
  });
}

}  // namespace
}  // namespace simul::session
