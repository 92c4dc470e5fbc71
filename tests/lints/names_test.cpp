#include "lints/names.hpp"

#include <gtest/gtest.h>

#include "syntax/parse.hpp"

namespace simul::lints {
namespace {

TEST(Names, AnAliasIsFollowedToWhatItStandsFor) {
  const syntax::ParseResult parsed =
      syntax::parse("import asyncio as aio\naio.sleep\nother.thing\nf().x\n");
  ASSERT_TRUE(parsed.ok());
  const Names names(parsed.module);
  const auto value = [&](std::size_t i) {
    return syntax::as<syntax::ExprStmt>(parsed.module.body[i])->value;
  };
  EXPECT_EQ(names.of(value(1)), "asyncio.sleep");
  EXPECT_EQ(names.of(value(2)), "other.thing");
  EXPECT_EQ(names.of(value(3)), "");
}

TEST(Names, TheEntryIsTheCoroutineHandedToRun) {
  const syntax::ParseResult parsed =
      syntax::parse("import asyncio\nasync def main(): ...\nif True:\n    asyncio.run(main())\n");
  ASSERT_TRUE(parsed.ok());
  const Names names(parsed.module);
  ASSERT_NE(names.entry(), nullptr);
  EXPECT_EQ(names.entry()->name, "main");
}

TEST(Names, WhatInnerFunctionsDoIsNotOnesOwn) {
  const syntax::ParseResult parsed = syntax::parse("def f():\n    hidden\nseen\nlambda: hidden\n");
  ASSERT_TRUE(parsed.ok());
  std::string found;
  for (const syntax::Node* node : own_nodes(parsed.module.body)) {
    if (auto* name = syntax::try_as<syntax::Name>(node)) found += std::string(name->id) + " ";
  }
  EXPECT_EQ(found, "seen ");
}

}  // namespace
}  // namespace simul::lints
