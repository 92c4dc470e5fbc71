#include "lints/tasks.hpp"

#include "lints/asked.hpp"

namespace simul::lints {
namespace {

TEST(LintTasks, ATaskThatNobodyKeepsGetsANameThatIsFree) {
  EXPECT_EQ(
      mended(with_fetch(
          "async def main():\n    task = 1\n    asyncio.create_task(fetch())\n    return task\n")),
      with_fetch("async def main():\n    task = 1\n    task_2 = asyncio.create_task(fetch())\n    "
                 "return task\n"));
}

TEST(LintTasks, ATaskThatNobodyWaitsForIsAwaitedAtTheEnd) {
  const std::string source = with_fetch(
      "async def main():\n    t = asyncio.create_task(fetch())\n    "
      "print(1)\nasyncio.run(main())\n");
  EXPECT_EQ(codes(source), "5: unawaited-task\n");
  EXPECT_EQ(lints_of(source)[0].why, "When main() ends before it, asyncio.run cancels it.");
  EXPECT_EQ(mended(source),
            with_fetch("async def main():\n    t = asyncio.create_task(fetch())\n    print(1)\n    "
                       "await t\nasyncio.run(main())\n"));
}

}  // namespace
}  // namespace simul::lints
