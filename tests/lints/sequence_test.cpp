#include "lints/sequence.hpp"

#include "lints/asked.hpp"

namespace simul::lints {
namespace {

TEST(LintSequence, AwaitsInARowThatDoNotNeedEachOtherCanBeGathered) {
  EXPECT_EQ(
      mended(with_fetch(
          "async def main():\n    a = await fetch(1)\n    b = await fetch(2)\n    return a + b\n")),
      with_fetch("async def main():\n    a, b = await asyncio.gather(fetch(1), fetch(2))\n    "
                 "return a + b\n"));
  EXPECT_EQ(
      codes(with_fetch("async def main():\n    a = await fetch(1)\n    b = await fetch(a)\n")), "");
  EXPECT_EQ(mended(with_fetch(
                "async def main():\n    a = await fetch(1)\n    # then\n    b = await fetch(2)\n")),
            "no mend");
}

}  // namespace
}  // namespace simul::lints
