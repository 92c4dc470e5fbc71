// Tests for src/syntax/diagnostics.hpp: the lines CPython writes to stderr.
#include "syntax/diagnostics.hpp"

#include <gtest/gtest.h>

#include "syntax/parse.hpp"

namespace simul::syntax {
namespace {

std::string report(std::string_view source) {
  const ParseResult result = parse(source, "x.py");
  return result.ok() ? "no error" : format_syntax_error(result.diagnostics[0], source, "x.py");
}

TEST(SyntaxErrorReport, PointsBehindTheLineWhereAColonIsMissing) {
  EXPECT_EQ(report("async def func()\n    pass\n"), R"(  File "x.py", line 1
    async def func()
                    ^
SyntaxError: expected ':'
)");
}

TEST(SyntaxErrorReport, UnderlinesARange) {
  EXPECT_EQ(report("if x:\n    foo(a, b c)\n"), R"(  File "x.py", line 2
    foo(a, b c)
           ^^^
SyntaxError: invalid syntax. Perhaps you forgot a comma?
)");
}

TEST(SyntaxErrorReport, ARangeOverLinesIsUnderlinedToTheEndOfTheFirst) {
  EXPECT_EQ(report("foo(a,\n  b c\n  d)\n"), R"(  File "x.py", line 2
    b c
    ^^^
SyntaxError: invalid syntax. Perhaps you forgot a comma?
)");
}

TEST(SyntaxErrorReport, CountsCharactersAndNotBytes) {
  EXPECT_EQ(report("x = 'é' 'ü' 1"), R"(  File "x.py", line 1
    x = 'é' 'ü' 1
                ^
SyntaxError: invalid syntax
)");
}

TEST(SyntaxErrorReport, IndentationErrorsOfCPythonHaveTheirPlaceInTheLine) {
  EXPECT_EQ(report("x = 1\n  y = 2\n"), R"(  File "x.py", line 2
    y = 2
IndentationError: unexpected indent
)");
  EXPECT_EQ(report("def f():\nx = 1\n"), R"(  File "x.py", line 2
    x = 1
    ^
IndentationError: expected an indented block after function definition on line 1
)");
  EXPECT_EQ(report("if x:\n    y\n  z\n"), R"(  File "x.py", line 3
    z
     ^
IndentationError: unindent does not match any outer indentation level
)");
}

TEST(SyntaxErrorReport, WithoutAPlaceThereIsOnlyTheMessage) {
  EXPECT_EQ(report(std::string_view("x\0y", 3)),
            "SyntaxError: source code string cannot contain null bytes\n");
}

TEST(SyntaxWarningReport, NamesTheFirstInvalidEscapeOfAString) {
  const std::string_view source =
      "x = 1\n  # a\ny = '\\d\\w' + b'\\q' + r'\\d' + f'\\{x}' + '\\400'\n";
  std::string out;
  for (const Diagnostic& d : parse(source).warnings)
    out += format_syntax_warning(d, source, "x.py");
  EXPECT_EQ(out, R"(x.py:3: SyntaxWarning: invalid escape sequence '\d'
  y = '\d\w' + b'\q' + r'\d' + f'\{x}' + '\400'
x.py:3: SyntaxWarning: invalid escape sequence '\q'
  y = '\d\w' + b'\q' + r'\d' + f'\{x}' + '\400'
x.py:3: SyntaxWarning: invalid escape sequence '\{'
  y = '\d\w' + b'\q' + r'\d' + f'\{x}' + '\400'
x.py:3: SyntaxWarning: invalid octal escape sequence '\400'
  y = '\d\w' + b'\q' + r'\d' + f'\{x}' + '\400'
)");
}

TEST(SyntaxWarningReport, IsGivenForEachTextAndAFormatStringsLinesAreCountedFromItsEnd) {
  const std::string_view source =
      "a = '\\d', '\\d'\nb = f'''\\d{1}\n\\q'''\nc = '''\n\\s'''\nwith (open('\\w')): pass\n";
  std::string out;
  for (const Diagnostic& d : parse(source).warnings)
    out += std::to_string(d.lineno) + d.message.substr(d.message.size() - 4) + "\n";
  EXPECT_EQ(out, "1'\\d'\n1'\\d'\n3'\\d'\n4'\\q'\n5'\\s'\n6'\\w'\n");
}

TEST(SyntaxWarningReport, EndsWhereTheFirstMistakeIs) {
  const ParseResult result = parse("a = '\\d'\nb = '\\w' 1 2\nc = '\\q'\n");
  ASSERT_EQ(result.warnings.size(), 2u);
  EXPECT_EQ(result.warnings[1].lineno, 2);
}

}  // namespace
}  // namespace simul::syntax
