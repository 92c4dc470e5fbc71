#include "syntax/walk.hpp"

#include <string>

#include <gtest/gtest.h>

#include "syntax/parse.hpp"

namespace simul::syntax {
namespace {

// The names in the order in which the walk meets them; functions of the name `skip` are not
// entered.
std::string names(std::string_view source, std::string_view skip = "") {
  const ParseResult parsed = parse(source);
  EXPECT_TRUE(parsed.ok()) << source;
  std::string out;
  for (const Stmt* stmt : parsed.module.body) {
    walk(*stmt, [&](const Node& node) {
      if (auto* name = try_as<Name>(&node)) out += std::string(name->id) + " ";
      auto* def = try_as<FunctionDef>(&node);
      return def == nullptr || def->name != skip || skip.empty();
    });
  }
  return out;
}

TEST(Walk, MeetsEveryNameOfEveryKindOfStatement) {
  EXPECT_EQ(names("a = b\n"
                  "c: d = e\n"
                  "f += g\n"
                  "del h\n"
                  "for i in j:\n    k\nelse:\n    l\n"
                  "while m:\n    n\n"
                  "if o:\n    p\nelse:\n    q\n"
                  "with r as s:\n    t\n"
                  "try:\n    u\nexcept v as w:\n    x\nelse:\n    y\nfinally:\n    z\n"
                  "assert aa, bb\n"
                  "raise cc from dd\n"),
            "a b c d e f g h i j k l m n o p q r s t u v x y z aa bb cc dd ");
}

TEST(Walk, MeetsEveryNameOfEveryKindOfExpression) {
  EXPECT_EQ(names("a and b, (c := d), -e + f, lambda g=h: i, j if k else l, {m: n, **o}, {p}\n"
                  "[q for r in s if t], {u: v for w in x}, f'{y:{z}}', aa[bb:cc:dd], ee.ff, "
                  "gg(*hh, k=ii), jj < kk\n"),
            "a b c d e f h i k j l m n o p q r s t u v w x y z aa bb cc dd ee gg hh ii jj kk ");
}

TEST(Walk, LeavesOutWhatIsBelowWhereTheVisitorSaysSo) {
  EXPECT_EQ(names("def f(x=a):\n    b\nc\n", "f"), "c ");
}

}  // namespace
}  // namespace simul::syntax
