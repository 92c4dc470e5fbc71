// Moving, copying and deleting statements in texts of every style.
#include "support/text_change.hpp"

namespace simul::composer {
namespace {

TEST(Steps, ACommentDirectlyAboveAStepMovesWithItAndTheRestStays) {
  EXPECT_EQ(
      after("def f():\n    # one\n    a()  # behind\n\n    b()\n    # end\n", Move{1, {0, 0, 2}}),
      "def f():\n    b()\n    # one\n    a()  # behind\n    # end\n");
}

TEST(Steps, ABodyIsNeverLeftEmptyAndPassGoesWhenItIsNotNeeded) {
  EXPECT_EQ(
      after("def f():\n    # why\n    a()\ndef g():\n    pass  # later\n", Move{1, {2, 0, 0}}),
      "def f():\n    pass\ndef g():\n    # why\n    a()  # later\n");
  EXPECT_EQ(after("def f():\n    pass\n", Delete{1}),
            "refused: a body needs at least one statement");
}

TEST(Steps, IndentationFollowsTheTextAroundAlsoWithTabs) {
  EXPECT_EQ(after("def f():\n\tif x:\n\t\ta(1,\n\t\t  2)\n\nif y:\n\tb()\n", Move{1, {3, 0, 1}}),
            "def f():\n\tpass\n\nif y:\n\tb()\n\tif x:\n\t\ta(1,\n\t\t  2)\n");
  EXPECT_EQ(after("def f():\n  a()\n", Insert{PaletteKind::kTry, {0, 0, 1}}),
            "def f():\n  a()\n  try:\n    print(\"hello\")\n  except Exception as error:\n"
            "    print(\"failed:\", error)\n");
}

TEST(Steps, WindowsLineEndsAreKept) {
  EXPECT_EQ(after("async def f():\r\n    a()\r\n    b()\r\n", Insert{PaletteKind::kLoop, {}, 2}),
            "async def f():\r\n    a()\r\n    for i in range(3):\r\n        b()\r\n");
}

TEST(Steps, ALineWithSemicolonsIsCutOnlyWhereItMust) {
  EXPECT_EQ(after("a(); b(); c()\n", Delete{1}), "a(); c()\n");
  EXPECT_EQ(after("a(); b(); c()  # all\n", Delete{2}), "a(); b()  # all\n");
  EXPECT_EQ(after("a(); b(); c()\n", Insert{PaletteKind::kPrint, {-1, 0, 1}}),
            "a()\nprint(\"hello\")\nb(); c()\n");
  EXPECT_EQ(after("def f():\n    a(); b()\n", Move{2, {0, 0, 0}}), "def f():\n    b()\n    a()\n");
}

TEST(Steps, ABodyBehindItsColonGetsLinesOfItsOwn) {
  EXPECT_EQ(after("if x: a(); b()  # c\nelse: d()\n", Insert{PaletteKind::kPrint, {0, 0, 1}}),
            "if x:\n    a()\n    print(\"hello\")\n    b()  # c\nelse: d()\n");
  EXPECT_EQ(after("class A: pass\n", Delete{0}), "");
}

TEST(Steps, AnElifIsABodyOfItsIf) {
  EXPECT_EQ(after("if x:\n    a()\nelif y:\n    b()\nelse:\n    c()\n", Move{2, {0, 2, 1}}),
            "if x:\n    a()\nelif y:\n    pass\nelse:\n    c()\n    b()\n");
}

TEST(Steps, TheBindingThatAnInnerFunctionSharesIsNotTakenAway) {
  // What `again` does to the name is no binding of the other function's, and none of `main`.
  const std::string text =
      "def main():\n    turns = 0\n    def again():\n        nonlocal turns\n        turns += 1\n"
      "    def also():\n        nonlocal turns\n        turns += 1\n";
  EXPECT_EQ(after(text, Delete{1}),
            "refused: an inner function shares turns, and nothing would bind it");
}

TEST(Steps, NamesBeyondAsciiDecoratorsAndDeepBodiesKeepTheirBytes) {
  EXPECT_EQ(
      after("@größe(\"# kein Kommentar\")\nasync def größe():\n    añb = \"é\"  # ü\n    b()\n",
            Move{2, {0, 0, 0}}),
      "@größe(\"# kein Kommentar\")\nasync def größe():\n    b()\n    añb = \"é\"  # ü\n");
  std::string deep;
  for (std::size_t i = 0; i < 60; ++i) deep += std::string(i, '\t') + "if x:\r\n";
  const std::string indent(60, '\t');
  EXPECT_EQ(after(deep + indent + "a()\r\n" + indent + "b()\r\n", Delete{60}),
            deep + indent + "b()\r\n");
}

TEST(Steps, AMoveInTwoThousandLinesTouchesNoOther) {
  std::string head, tail;
  for (int i = 0; i < 1000; ++i) {
    head += "a" + std::to_string(i) + " = 1\n";
    tail += "b" + std::to_string(i) + " = \"# no\"\n";
  }
  EXPECT_EQ(after(head + "x()\ny()\n" + tail, Move{1001, {-1, 0, 1000}}),
            head + "y()\nx()\n" + tail);
}

TEST(Steps, StringsThatLookLikeCodeKeepEveryByte) {
  EXPECT_EQ(after("def f():\n    x = '''\ndef g():\n    pass\n  '''\n    b()\n\nif y:\n    if z:\n "
                  "       c()\n",
                  Move{1, {4, 0, 0}}),
            "def f():\n    b()\n\nif y:\n    if z:\n        x = '''\ndef g():\n    pass\n  '''\n   "
            "     c()\n");
}

TEST(Steps, DecoratorsMoveWithTheirFunctionAndBlankLinesStayAround) {
  EXPECT_EQ(after("import x\n\n\n@deco(1)\ndef f():\n    pass\n\n\ndef g():\n    pass\n\n\ng()\n",
                  Move{1, {-1, 0, 3}}),
            "import x\n\n\ndef g():\n    pass\n\n\n@deco(1)\ndef f():\n    pass\n\n\ng()\n");
}

TEST(Steps, NamesThatAreNotAsciiAndATextWithoutALastNewline) {
  EXPECT_EQ(
      after("async def wärme(größe):\n    é = größe", Insert{PaletteKind::kSleep, {0, 0, 1}}),
      "import asyncio\n\n\nasync def wärme(größe):\n    é = größe\n    await asyncio.sleep(1.0)");
}

TEST(Steps, WhatBelongsToItsPlaceCannotLeaveIt) {
  constexpr const char* kText =
      "from __future__ import annotations\nfor i in x:\n    break\n"
      "def f():\n    yield 1\n    return\nasync def g():\n    await h()\n";
  EXPECT_EQ(after(kText, Move{0, {-1, 0, 2}}), "refused: this statement must stay where it is");
  EXPECT_EQ(after(kText, Move{2, {3, 0, 0}}), "refused: it belongs to a loop, and here is none");
  EXPECT_EQ(after(kText, Move{4, {6, 0, 0}}),
            "refused: a `yield` makes its function a generator, so it must stay in it");
  EXPECT_EQ(after(kText, Move{7, {3, 0, 0}}),
            "refused: it awaits, and `await` is only allowed in an `async def`");
  EXPECT_EQ(after(kText, Move{1, {1, 0, 0}}), "refused: a block cannot be moved into itself");
}

TEST(Steps, AReturnCannotGoIntoAnExceptStarWhereAnAwaitCan) {
  constexpr const char* kText =
      "async def f():\n    await g()\n    try:\n        h()\n    except* ValueError:\n        if "
      "x:\n"
      "            pass\n    return 1\n";
  EXPECT_EQ(after(kText, Move{6, {2, 1, 0}}), "refused: `return` is not allowed in an `except*`");
  EXPECT_EQ(after(kText, Move{6, {4, 0, 0}}), "refused: `return` is not allowed in an `except*`");
  EXPECT_EQ(changed(kText, Move{1, {2, 1, 0}}), "2-     await g()\n5+         await g()\n");
}

TEST(Steps, AGestureOnATextThatHasChangedIsRefused) {
  const std::uint32_t stamp = stamp_of("a()\nb()\n");
  auto edits = rewrite("a()\nc()\n", Delete{1}, stamp);
  ASSERT_FALSE(edits.ok());
  EXPECT_EQ(edits.error().message, "the text has changed meanwhile");
}

TEST(Steps, ABrokenLineElsewhereDoesNotStopAGesture) {
  EXPECT_EQ(after("x = = 1\n\n\nasync def f():\n    a()\n", Insert{PaletteKind::kPrint, {0, 0, 1}}),
            "x = = 1\n\n\nasync def f():\n    a()\n    print(\"hello\")\n");
}

TEST(Steps, AnEditedSlotIsOneValueAndGetsParenthesesWhereItNeedsThem) {
  constexpr const char* kText = "async def f():\n    await t\n    print(1)\n    if a: pass\n";
  const std::string_view view = kText;
  const auto slot = [&](std::string_view what, std::string text) {
    const auto at = static_cast<std::uint32_t>(view.find(what));
    return EditSlot{{at, at + static_cast<std::uint32_t>(what.size())}, std::move(text)};
  };
  EXPECT_EQ(changed(kText, slot("t\n", "")).substr(0, 8), "refused:");
  const auto t = static_cast<std::uint32_t>(view.find("await t") + 6);
  EXPECT_EQ(changed(kText, EditSlot{{t, t + 1}, "a or b"}),
            "2-     await t\n2+     await (a or b)\n");
  EXPECT_EQ(changed(kText, EditSlot{{t, t + 1}, "a)\nb("}).substr(0, 8), "refused:");
  EXPECT_EQ(changed(kText, slot("1", "1  # no")).substr(0, 8), "refused:");
  EXPECT_EQ(changed(kText, slot("1", "\"#\", end=\"\"")),
            "3-     print(1)\n3+     print(\"#\", end=\"\")\n");
}

std::string nested(int depth) {
  std::string out;
  for (int i = 0; i < depth; ++i) out += std::string(static_cast<std::size_t>(i), ' ') + "if x:\n";
  return out + std::string(static_cast<std::size_t>(depth), ' ') + "a()\n";
}

TEST(Steps, DeepNestingIsNoDanger) {
  const std::string text = nested(90);
  EXPECT_EQ(after(text, Duplicate{90}), text + std::string(90, ' ') + "a()\n");
  // One level more than Python allows.
  EXPECT_EQ(after(nested(99), Insert{PaletteKind::kTry, {}, 99}).substr(0, 8), "refused:");
}

TEST(Steps, AProgramOfTwoThousandLinesIsEditedInItsMiddle) {
  std::string text = "import asyncio\n";
  for (int i = 0; i < 500; ++i)
    text += "\nasync def f" + std::to_string(i) + "():\n    await asyncio.sleep(1)\n    print(1)\n";
  // 1 import, then three numbers for each function.
  const std::string now = after(text, Move{1 + 3 * 250 + 1, {1 + 3 * 250, 0, 2}});
  EXPECT_EQ(now.size(), text.size());
  EXPECT_NE(now.find("f250():\n    print(1)\n    await asyncio.sleep(1)\n"), std::string::npos);
}

TEST(Steps, WhileALineDoesNotParseTheGesturesAroundItGoOn) {
  const std::string text =
      "async def worker():\n"
      "    print(1)\n"
      "    x = = 2\n"
      "    await asyncio.sleep(1)\n"
      "\n"
      "def (\n"
      "\n"
      "async def main():\n"
      "    await worker()\n";
  EXPECT_EQ(changed(text, Delete{1}), "2-     print(1)\n");
  EXPECT_EQ(changed(text, Duplicate{2}), "4+     await asyncio.sleep(1)\n");
  EXPECT_EQ(changed(text, Move{2, {0, 0, 0}}),
            "1+     await asyncio.sleep(1)\n4-     await asyncio.sleep(1)\n");
  EXPECT_EQ(changed(text, Insert{PaletteKind::kPrint, {3, 0, 1}}), "9+     print(\"hello\")\n");
  EXPECT_EQ(changed(text, Insert{PaletteKind::kTry, {}, 2}),
            "4-     await asyncio.sleep(1)\n4+     try:\n4+         await asyncio.sleep(1)\n"
            "4+     except Exception as error:\n4+         print(\"failed:\", error)\n");
}

TEST(Steps, ACopyOfABlockHasTheWholeOfItsLastLineAlsoWhenThatIsNoPython) {
  // The copy would be a mistake more; half of the line, as if it ended where `pass` would, was
  // none.
  for (const std::string last : {"ooops = \"open", "ooops = = 2"}) {
    const std::string text = "async def main():\n    print(1)\n    " + last + "\n";
    EXPECT_EQ(changed(text, Duplicate{0}).substr(0, 8), "refused:") << last;
  }
}

TEST(Steps, AGestureThatWouldLeaveABrokenLineToTakeTheNextWithItSaysSo) {
  const std::string text =
      "async def f():\n"
      "    try:\n"
      "        g()\n"
      "    except E:\n"
      "        print(1)\n"
      "          ooops)\n"
      "        raise\n";
  const std::string why =
      "refused: more than what does not parse in line 6 would be unreadable: mend it first";
  EXPECT_EQ(after(text, Move{3, {0, 0, 0}}), why);
  EXPECT_EQ(after(text, Delete{3}), why);
  EXPECT_EQ(changed(text, Delete{4}).substr(0, 3), "7- ");
  EXPECT_EQ(changed(text, Insert{PaletteKind::kPrint, {1, 1, 0}}), "4+         print(\"hello\")\n");
}

TEST(Steps, ACommandThatWouldWriteAStepWithoutItsBrokenPartSaysSo) {
  const std::string text =
      "import asyncio\n"
      "async def main():\n"
      "    async with asyncio.TaskGroup() as group:\n"
      "        group.create_task(f())\n"
      "        x = = 2\n"
      "        group.create_task(g())\n";
  Refactor command;
  command.kind = RefactorKind::kGroupToGather;
  command.block = 2;
  EXPECT_EQ(after(text, command), "refused: the text that does not parse in line 5 would be lost");
  // Carried along it is not lost.
  const std::string around = after(text, Insert{PaletteKind::kTimeout, {}, 2});
  EXPECT_NE(around.find("\n            x = = 2\n"), std::string::npos) << around;
}

}  // namespace
}  // namespace simul::composer
