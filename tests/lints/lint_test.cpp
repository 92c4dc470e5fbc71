#include "lints/lint.hpp"

#include "lints/asked.hpp"

namespace simul::lints {
namespace {

TEST(Lint, AGoodProgramGetsNoRemark) {
  EXPECT_EQ(codes(with_fetch("async def main():\n"
                             "    first = asyncio.create_task(fetch())\n"
                             "    await fetch()\n"
                             "    await first\n"
                             "    await asyncio.gather(*[fetch(i) for i in range(3)])\n"
                             "    async with asyncio.TaskGroup() as group:\n"
                             "        group.create_task(fetch())\n"
                             "asyncio.run(main())\n")),
            "");
}

TEST(Lint, NamesAreFollowedToTheirImports) {
  EXPECT_EQ(
      codes("import asyncio as aio\nfrom asyncio import sleep as nap\nfrom time import sleep\n"
            "async def f():\n    aio.sleep(1)\n    nap(1)\n    sleep(1)\n"),
      "5: missing-await\n6: missing-await\n7: blocking-sleep\n");
}

TEST(Lint, RemarksStandInTheOrderOfTheText) {
  EXPECT_EQ(codes(with_fetch("async def main():\n    try:\n        fetch()\n        await "
                             "fetch()\n    except:\n        pass\n"
                             "    import time\n    time.sleep(1)\n")),
            "6: missing-await\n8: swallowed-cancel\n11: blocking-sleep\n");
}

TEST(Lint, WhoAsksTheNetworkIsToldThatItIsAModelUnlessItSaysHowItIs) {
  EXPECT_EQ(codes("import aiohttp\n"), "1: modelled-network\n");
  EXPECT_EQ(codes("async def f():\n    from requests.exceptions import HTTPError\n"),
            "2: modelled-network\n");
  EXPECT_EQ(codes("import httpx\ntry:\n    import simul\nexcept ImportError:\n    pass\n"), "");
  EXPECT_EQ(codes("import requestsx\nfrom . import httpx\n"), "");
}

}  // namespace
}  // namespace simul::lints
