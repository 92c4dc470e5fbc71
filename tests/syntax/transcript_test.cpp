// Tests for src/syntax/transcript.hpp.
#include "syntax/transcript.hpp"

#include <gtest/gtest.h>

namespace simul::syntax {
namespace {

std::string program(std::string_view text) {
  return read_transcript(text).value_or("not a transcript");
}

TEST(Transcript, PromptsAndOutputsGo) {
  EXPECT_EQ(program(R"(>>> import asyncio
>>> async def main():
...     # twice
...     await asyncio.sleep(1)
...
...     return 1
...
>>> t = asyncio.run(main())
t: type <class '_asyncio.Task'>
t done: True
)"),
            R"(import asyncio
async def main():
    # twice
    await asyncio.sleep(1)

    return 1

t = asyncio.run(main())
)");
}

TEST(Transcript, AValueThatWasShownIsPrinted) {
  EXPECT_EQ(program(">>> a = [1, 2]\n>>> a  # look\n[1, 2]\n>>> a\n"),
            "a = [1, 2]\nprint(repr(a))  # look\na\n");
  EXPECT_EQ(program(">>> (1 +\n...  2)\n3\n"), "print(repr((1 +\n 2)))\n");
}

TEST(Transcript, AShownCallIsPrintedUnlessItReturnsNone) {
  EXPECT_EQ(program(">>> len('abc')\n3\n"), "if (_ := len('abc')) is not None: print(repr(_))\n");
  EXPECT_EQ(program(">>> print('a')\na\n"), "print('a')\n");
  EXPECT_EQ(program(">>> f()\n>>> x = 1\n"), "f()\nx = 1\n");
}

TEST(Transcript, IPythonPromptsAreRead) {
  EXPECT_EQ(program("In [1]: def f():\n   ...:     return 1\n   ...:\n\nIn [2]: x\nOut[2]: 1\n"),
            "def f():\n    return 1\n\nprint(repr(x))\n");
}

TEST(Transcript, ABannerAFenceAndATracebackAreNoProgram) {
  EXPECT_EQ(program("```\n$ python3\nPython 3.13.0 (main)\nType \"help\"\n>>> x\nTraceback (most "
                    "recent call last):\n"
                    "NameError: x\n```\n"),
            "print(repr(x))\n");
  EXPECT_EQ(
      program(">>> raise ValueError\nTraceback (most recent call last):\n  File\nValueError\n"),
      "raise ValueError\n");
}

TEST(Transcript, AProgramWithExamplesInItsDocstringIsLeftAlone) {
  EXPECT_EQ(read_transcript("def f():\n    '''\n    >>> f()\n    1\n    '''\n"), std::nullopt);
  EXPECT_EQ(read_transcript("x = 1\n"), std::nullopt);
  EXPECT_EQ(read_transcript(""), std::nullopt);
  EXPECT_EQ(read_transcript("...\n"), std::nullopt);
}

TEST(Transcript, WindowsLineEndsAndIndentedTranscriptsAreFine) {
  EXPECT_EQ(program("    >>> if x:\r\n    ...     y\r\n    ...\r\n"), "if x:\n    y\n\n");
}

}  // namespace
}  // namespace simul::syntax
