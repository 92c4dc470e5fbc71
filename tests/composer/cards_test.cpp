#include "composer/cards.hpp"

#include <gtest/gtest.h>

namespace simul::composer {
namespace {

void show(const Body& body, int depth, std::string& out) {
  const std::string indent(static_cast<std::size_t>(depth) * 2, ' ');
  for (const Block& block : body.blocks) {
    out += indent + std::to_string(block.id) + " " + std::string(word(block.kind)) + " | " +
           block.title;
    for (const Slot& slot : block.slots) out += " {" + slot.label + ": " + slot.text + "}";
    out += "\n";
    for (const Item& item : block.items) {
      out += indent + "  - " + item.callee + "(" + item.arguments.text + ")";
      if (item.card >= 0) out += " card " + std::to_string(item.card);
      out += "\n";
    }
    for (const Body& inner : block.bodies) {
      if (!inner.label.empty()) out += indent + " " + inner.label + ":\n";
      show(inner, depth + 1, out);
    }
  }
}

std::string show(std::string_view source) {
  std::string out;
  const Cards all = cards(source);
  for (const Card& card : all.cards) {
    out += (card.is_coroutine ? "async " : "") + card.name + "(" + card.parameters + ")" +
           (card.is_entry ? " entry" : "") + ":\n";
    show(card.body, 1, out);
  }
  constexpr const char* kKinds[] = {"awaits", "starts", "gathers", "joins"};
  for (const Wire& wire : all.wires) {
    out += "wire " + std::to_string(wire.block) + "." + std::to_string(wire.item) + " " +
           kKinds[static_cast<int>(wire.kind)] + " " +
           std::to_string(wire.kind == WireKind::kJoins ? wire.task : wire.card) + "\n";
  }
  return out;
}

TEST(Cards, EveryFunctionIsACardWithItsStepsAndTheWiresBetweenThem) {
  EXPECT_EQ(show(R"(import asyncio, time

async def worker(name, delay=1):
    print(f"{name} starts")
    await asyncio.sleep(delay)
    time.sleep(2)
    return delay

async def main():
    t = asyncio.create_task(worker("é", 1))
    if t:
        await t
    elif not t:
        pass
    else:
        results = await asyncio.gather(
            worker("A", 1.0),
            t,
            return_exceptions=True,
        )
    async with asyncio.TaskGroup() as group:
        group.create_task(worker("B"))

asyncio.run(main())
)"),
            R"(():
  0 import | import asyncio, time
  1 def | async def worker
  6 def | async def main
  14 code | asyncio.run(main()) {code: asyncio.run(main())}
async worker(name, delay=1):
  2 print | print {values: f"{name} starts"}
  3 sleep | sleep {seconds: delay}
  4 blocking work | blocking work {seconds: 2}
  5 return | return {value: delay}
async main() entry:
  7 create task | t = create_task
    - worker("é", 1) card 1
  8 if | if {condition: t} {elif: not t}
    9 call | await {what: t}
      - (t)
   elif not t:
    10 pass | pass
   else:
    11 gather | results = gather {return_exceptions: True}
      - worker("A", 1.0) card 1
      - (t)
  12 task group | task group
    13 create task | create_task
      - worker("B") card 1
wire 7.0 starts 1
wire 9.0 joins 7
wire 11.0 gathers 1
wire 11.1 joins 7
wire 13.0 starts 1
)");
}

TEST(Cards, MethodsAndInnerFunctionsHaveCardsOfTheirOwn) {
  EXPECT_EQ(show("class Account:\n"
                 "    def __init__(self): self.lock = asyncio.Lock(); self.n = 0\n"
                 "    async def add(self, n):\n"
                 "        async with self.lock:\n"
                 "            self.n += n\n"
                 "async def main():\n"
                 "    async def inner(): return 1\n"
                 "    x: int = await inner()\n"
                 "    await Account().add(1)\n"),
            R"(():
  0 class | class Account
    1 def | def __init__
    4 def | async def add
  7 def | async def main
Account.__init__(self):
  2 code | self.lock = asyncio.Lock() {code: self.lock = asyncio.Lock()}
  3 code | self.n = 0 {code: self.n = 0}
async Account.add(self, n):
  5 lock | async with self.lock {what: self.lock}
    6 code | self.n += n {code: self.n += n}
async main():
  8 def | async def inner
  10 call | x = inner {arguments: }
    - inner() card 4
  11 call | Account().add {arguments: 1}
    - (Account().add(1))
async main.inner():
  9 return | return {value: 1}
wire 10.0 awaits 4
)");
}

TEST(Cards, WhatDoesNotParseLeavesTheCardsThatDo) {
  const Cards all =
      cards("async def a():\n    await asyncio.sleep(1)\nx = = 2\nasync def b():\n    pass\n");
  EXPECT_FALSE(all.parses);
  ASSERT_NE(all.card("a"), nullptr);
  ASSERT_NE(all.card("b"), nullptr);
  EXPECT_EQ(all.card("a")->body.blocks.size(), 1u);
  ASSERT_EQ(all.broken.size(), 1u);
  EXPECT_EQ(all.broken[0].text, "x = = 2");
  EXPECT_EQ(all.broken[0].line, 3u);
}

constexpr std::string_view kWhole =
    "import asyncio\n"
    "\n"
    "\n"
    "async def worker(name):\n"
    "    print(name)\n"
    "@in\n"
    "    await asyncio.sleep(1)\n"
    "    for i in range(3):\n"
    "        print(i)\n"
    "@loop\n"
    "        print(2)\n"
    "\n"
    "\n"
    "@top\n"
    "async def main():\n"
    "    await worker(\"A\")\n"
    "\n"
    "\n"
    "asyncio.run(main())\n";

// kWhole with that line at one of its marks, and without the others.
std::string with(const std::string& mark, const std::string& line) {
  std::string out;
  for (std::string_view rest = kWhole; !rest.empty();) {
    const std::size_t end = rest.find('\n') + 1;
    if (rest.substr(0, end) == "@" + mark + "\n")
      out += line + "\n";
    else if (rest[0] != '@')
      out += rest.substr(0, end);
    rest.remove_prefix(end);
  }
  return out;
}

TEST(Cards, ALineThatDoesNotParseTakesNoOtherStepWithItAndHasItsPlaceAmongThem) {
  const std::string whole = show(with("", ""));
  for (const char* line : {"    x = = 2",
                           "    await",
                           "    foo(1,",
                           "    x = \"open",
                           "    x = '''open",
                           "    if x",
                           "    if x:",
                           "    try:",
                           "    )",
                           "    $ a",
                           "      deeper",
                           "    else:",
                           "    def f(",
                           "    f(x))",
                           "    x = {1:",
                           "   z = 1",
                           "  for i in x:",
                           "    return = 3"}) {
    const std::string text = with("in", line);
    const Cards all = cards(text);
    EXPECT_FALSE(all.parses) << line;
    EXPECT_EQ(show(text), whole) << line;
    ASSERT_EQ(all.broken.size(), 1u) << line;
    EXPECT_EQ(all.broken[0].place, (Place{1, 0, 1})) << line;
    EXPECT_EQ(all.broken[0].text,
              std::string_view(line).substr(std::string(line).find_first_not_of(' ')));
  }
  const Cards loop = cards(with("loop", "        x = = 2"));
  ASSERT_EQ(loop.broken.size(), 1u);
  EXPECT_EQ(loop.broken[0].place, (Place{4, 0, 1}));
}

TEST(Cards, WhatIsBrokenBetweenFunctionsStandsInTheModulesOwnCode) {
  const std::string whole = show(with("", ""));
  for (const char* line :
       {"x = = 2", "def", "async def f(:", "async def f(a)", "class", "@", "  x = 1", "'''abc"}) {
    const std::string text = with("top", line);
    const Cards all = cards(text);
    EXPECT_FALSE(all.parses) << line;
    EXPECT_EQ(show(text), whole) << line;
    ASSERT_EQ(all.broken.size(), 1u) << line;
    EXPECT_EQ(all.broken[0].place, (Place{-1, 0, 2})) << line;
  }
}

TEST(Cards, ABrokenLineInsideAFunctionLeavesItsOtherSteps) {
  const Cards all = cards(
      "async def a():\n    await asyncio.sleep(1)\n    x = (\n    if True:\n        print(1)\n"
      "    else:\n        print(2)\n");
  EXPECT_FALSE(all.parses);
  ASSERT_NE(all.card("a"), nullptr);
  ASSERT_FALSE(all.broken.empty());
  EXPECT_EQ(all.broken[0].line, 3u);
}

}  // namespace
}  // namespace simul::composer
