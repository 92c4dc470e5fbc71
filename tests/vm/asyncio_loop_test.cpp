// What a loop of the program's own may not have anew: Simul would pass it by, so it says so.
#include "support/run_python.hpp"

namespace simul::vm {
namespace {

using testing::run_python;

std::string refused(const std::string& method, const std::string& run) {
  const testing::PythonRun ran =
      run_python("import asyncio\nclass Own(asyncio.SelectorEventLoop):\n    def " + method +
                 "(self, *args, **kwargs): pass\n"
                 "async def main(): print('ran')\n"
                 "try:\n    " +
                 run + "\nexcept NotImplementedError as error:\n    print(error)\n");
  return ran.out;
}

TEST(LoopsOfOnesOwn, MethodsThatTheCoreWouldPassByAreRefusedWhenTheLoopIsMade) {
  for (const char* method : {"call_soon", "call_at", "create_future", "time"})
    EXPECT_TRUE(refused(method, "Own()")
                    .starts_with(std::string("Simul's asyncio does not call a program's own ") +
                                 method + "() of a loop"))
        << method;
}

TEST(LoopsOfOnesOwn, WhatARunnerCallsMayBeAProgramsOwn) {
  EXPECT_EQ(refused("close", "asyncio.Runner(loop_factory=Own).run(main())"), "ran\n");
  EXPECT_EQ(refused("close", "Own().run_until_complete(main())"), "ran\n");
}

TEST(LoopsOfOnesOwn, ReplacingSuchAMethodOnTheLoopIsRefusedToo) {
  EXPECT_TRUE(refused("other", "loop = Own(); loop.call_soon = print")
                  .starts_with("Simul's asyncio does not call a program's own call_soon()"));
  EXPECT_EQ(refused("other", "loop = Own(); loop.name = 'mine'; print(loop.name)"), "mine\n");
}

TEST(LoopsOfOnesOwn, WhatTheCoreKeepsInAnotherFormIsSaidToBeMissing) {
  const testing::PythonRun ran = run_python(
      "import asyncio\n"
      "loop = asyncio.new_event_loop()\n"
      "print(loop._closed, hasattr(loop, '_ready'))\n"
      "loop.close()\n"
      "print(loop._closed)\n"
      "try: loop._ready\n"
      "except AttributeError as error: print(error)\n");
  EXPECT_EQ(ran.out,
            "False False\nTrue\nSimul's loop has no _ready: the picture shows what is ready\n");
}

}  // namespace
}  // namespace simul::vm
