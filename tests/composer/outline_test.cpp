#include "composer/outline.hpp"

#include <gtest/gtest.h>

#include "syntax/parse.hpp"

namespace simul::composer {
namespace {

std::string text(std::string_view source) {
  constexpr const char* kWords[] = {
      "sleep", "BLOCKS", "gather", "create_task", "await", "print", "return", "block", "other"};
  syntax::ParseResult parsed = syntax::parse(source);
  EXPECT_TRUE(parsed.ok());
  std::string out;
  for (const Card& card : outline(parsed.module, source)) {
    out += (card.is_coroutine ? "async " : "") + card.name + ":\n";
    for (const Step& step : card.steps) {
      out += std::string(static_cast<std::size_t>(2 + 2 * step.depth), ' ') +
             std::to_string(step.line) + " " + kWords[static_cast<int>(step.kind)];
      if (!step.call.empty())
        out += " " + std::string(source.substr(step.call.begin, step.call.size()));
      if (step.seconds) {
        out += " | " +
               std::string(source.substr(step.seconds->range.begin, step.seconds->range.size()));
      }
      out += "\n";
    }
  }
  return out;
}

TEST(Outline, EveryFunctionIsACardWithItsStepsInOrder) {
  EXPECT_EQ(text(R"(import asyncio, time

async def worker(name, delay):
    print(name)
    await asyncio.sleep(1.5)
    time.sleep(2)
    return await other(delay)

def plain():
    pass

async def main():
    t = asyncio.create_task(worker("é", 1))
    if t:
        await t
    else:
        r = await asyncio.gather(worker("A", 1), t)

asyncio.run(main())
)"),
            R"(:
  1 other
  19 other
async worker:
  4 print print(name)
  5 sleep asyncio.sleep(1.5) | 1.5
  6 BLOCKS time.sleep(2) | 2
  7 await other(delay)
plain:
  10 other
async main:
  13 create_task asyncio.create_task(worker("é", 1))
  14 block
    15 await t
    17 gather asyncio.gather(worker("A", 1), t)
)");
}

TEST(Outline, RangesAreBytesAlsoAfterTextThatIsNotAsciiAndWithWindowsLineEnds) {
  EXPECT_EQ(text("# \xc3\xa9\xc3\xa9\r\nasync def f():\r\n    x = '\xf0\x9f\x90\x8d'; await "
                 "asyncio.sleep(0.25)\r\n"),
            ":\nasync f:\n  3 other\n  3 sleep asyncio.sleep(0.25) | 0.25\n");
}

}  // namespace
}  // namespace simul::composer
