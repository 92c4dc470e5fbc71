#include "lints/cancellation.hpp"

#include "lints/asked.hpp"

namespace simul::lints {
namespace {

TEST(LintCancellation, ABareExceptAroundAnAwaitEatsCancellation) {
  EXPECT_EQ(mended(with_fetch(
                "async def f():\n    try:\n        await fetch()\n    except:\n        pass\n")),
            with_fetch("async def f():\n    try:\n        await fetch()\n    except Exception:\n   "
                       "     pass\n"));
  EXPECT_EQ(codes(with_fetch(
                "async def f():\n    try:\n        await fetch()\n    except:\n        raise\n")),
            "");
  EXPECT_EQ(codes(with_fetch("async def f():\n    try:\n        g()\n    except:\n        pass\n")),
            "");
}

TEST(LintCancellation, AnEndlessLoopThatSurvivesItsCancellationIsNamed) {
  const std::string begin =
      "async def f():\n    while True:\n        try:\n            await fetch()\n        except "
      "asyncio.CancelledError:\n";
  EXPECT_EQ(codes(with_fetch(begin + "            print('no')\n")), "8: swallowed-cancel\n");
  EXPECT_EQ(codes(with_fetch(begin + "            break\n")), "");
}

}  // namespace
}  // namespace simul::lints
