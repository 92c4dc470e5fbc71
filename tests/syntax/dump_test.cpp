// Tests for src/syntax/dump.hpp. The whole of it is held against CPython by scripts/compare_ast.py.
#include "syntax/dump.hpp"

#include <limits>

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

TEST(Dump, WritesTextsAsPythonDoes) {
  EXPECT_EQ(python_repr("it's"), "\"it's\"");
  EXPECT_EQ(python_repr("'\""), "'\\'\"'");
  EXPECT_EQ(python_repr("a\n\t\x01\x7F\u00A0é\xED\xA0\x80"), "'a\\n\\t\\x01\\x7f\\xa0é\\ud800'");
  EXPECT_EQ(python_bytes_repr("a'\xFF"), "b\"a'\\xff\"");
}

TEST(Dump, WritesFloatsAsShortAsTheyAreExact) {
  EXPECT_EQ(python_float_repr(0.1), "0.1");
  EXPECT_EQ(python_float_repr(1e16), "1e+16");
  EXPECT_EQ(python_float_repr(123456789012345680.0), "1.2345678901234568e+17");
  EXPECT_EQ(python_float_repr(1e15), "1000000000000000.0");
  EXPECT_EQ(python_float_repr(0.0001), "0.0001");
  EXPECT_EQ(python_float_repr(0.00001), "1e-05");
  EXPECT_EQ(python_float_repr(5e-324), "5e-324");
  EXPECT_EQ(python_float_repr(std::numeric_limits<double>::infinity()), "inf");
}

TEST(Dump, IsCutWhereATreeIsTooDeep) {
  std::string deep = "x";
  for (int i = 0; i < 20000; ++i) deep += "+x";
  EXPECT_NE(dump(parse(deep).module).find("..."), std::string::npos);
}

}  // namespace
}  // namespace simul::syntax
