#include "vm/missing_modules.hpp"

#include <gtest/gtest.h>

namespace simul::vm {
namespace {

TEST(MissingModules, WhatAPageCannotHaveIsNamedWithWhatToWriteInstead) {
  EXPECT_EQ(missing_module("numpy", {"math"}),
            "Simul has no module 'numpy': it is machine code (instead: lists, math, statistics)");
  EXPECT_EQ(missing_module("http.client", {}),
            "Simul has no module 'http.client': a page has no free network (instead: model a "
            "request with asyncio.sleep())");
  EXPECT_EQ(missing_module("asyncio.subprocess", {"asyncio.futures"}),
            "Simul has no module 'asyncio.subprocess': there are no other processes (instead: "
            "asyncio.create_task, or asyncio.to_thread)");
  EXPECT_EQ(missing_module("http.server", {"http"}),
            "Simul has no module 'http.server': a page serves nobody (instead: "
            "asyncio.start_server)");
}

TEST(MissingModules, WhatPythonHasDroppedIsSaidToBe) {
  EXPECT_EQ(missing_module("imp", {}),
            "Simul has no module 'imp': Python has dropped it (instead: importlib)");
}

TEST(MissingModules, AMisspeltNameShowsTheNearestOneThatIsPublic) {
  EXPECT_EQ(missing_module("colections", {"_collections", "collections"}),
            "Simul has no module 'colections' yet (nearest: collections)");
}

TEST(MissingModules, AnythingElseIsSomebodysOwnFile) {
  EXPECT_EQ(missing_module("my_helpers", {"math"}),
            "Simul has no module 'my_helpers': a program here is one file, with what Simul has of "
            "Python's own library");
}

}  // namespace
}  // namespace simul::vm
