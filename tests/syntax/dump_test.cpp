// Tests for src/syntax/dump.hpp. The whole of it is held against CPython by scripts/compare_ast.py.
#include "syntax/dump.hpp"

#include <string>

#include <gtest/gtest.h>

#include "syntax/parse.hpp"

namespace simul::syntax {
namespace {

TEST(Dump, ShowsPositionsWhenAsked) {
  EXPECT_EQ(
      dump(parse("x: int").module, true),
      "Module(body=[AnnAssign(target=Name(id='x', ctx=Store(), lineno=1, col_offset=0, "
      "end_lineno=1, "
      "end_col_offset=1), annotation=Name(id='int', ctx=Load(), lineno=1, col_offset=3, "
      "end_lineno=1, "
      "end_col_offset=6), simple=1, lineno=1, col_offset=0, end_lineno=1, end_col_offset=6)])");
}

TEST(Dump, LeavesOutWhatIsEmpty) {
  EXPECT_EQ(dump(parse("def f(): return\nx = None\nlambda: {**a}").module),
            "Module(body=[FunctionDef(name='f', args=arguments(), body=[Return()]), "
            "Assign(targets=[Name(id='x', "
            "ctx=Store())], value=Constant(value=None)), Expr(value=Lambda(args=arguments(), "
            "body=Dict(keys=[None], "
            "values=[Name(id='a', ctx=Load())])))])");
}

TEST(Dump, IsCutWhereATreeIsTooDeep) {
  std::string deep = "x";
  for (int i = 0; i < 20000; ++i) deep += "+x";
  EXPECT_NE(dump(parse(deep).module).find("..."), std::string::npos);
}

}  // namespace
}  // namespace simul::syntax
