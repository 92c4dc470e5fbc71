// Tests for src/compiler/compile_functions.cpp: functions and classes. Goldens as in
// compile_test.cpp.
#include "compiler/instructions.hpp"

namespace simul::compiler {
namespace {

TEST(CompileFunctions, AClassCarriesItsCellToItsMethods) {
  EXPECT_EQ(dis(R"(class C:
    def f(self):
        return super().f()
)",
                "C"),
            R"(--       0 MAKE_CELL                   0 (__class__)
1        1 RESUME                      0
         2 LOAD_NAME                   0 (__name__)
         3 STORE_NAME                  1 (__module__)
         4 LOAD_CONST                  0 ('C')
         5 STORE_NAME                  2 (__qualname__)
         6 LOAD_CONST                  1 (1)
         7 STORE_NAME                  3 (__firstlineno__)
2        8 LOAD_FAST                   0 (__class__)
         9 BUILD_TUPLE                 1
        10 LOAD_CONST                  2 (<code object f>)
        11 MAKE_FUNCTION
        12 SET_FUNCTION_ATTRIBUTE      8 (closure)
        13 STORE_NAME                  4 (f)
        14 LOAD_CONST                  3 (())
        15 STORE_NAME                  5 (__static_attributes__)
        16 LOAD_FAST                   0 (__class__)
        17 COPY                        1
        18 STORE_NAME                  6 (__classcell__)
        19 RETURN_VALUE
)");
}

TEST(CompileFunctions, ClosuresCarryCells) {
  EXPECT_EQ(dis(R"(def f(x):
    def g():
        nonlocal x
        x += 1
    return g
)",
                "f"),
            R"(--       0 MAKE_CELL                   0 (x)
1        1 RESUME                      0
2        2 LOAD_FAST                   0 (x)
         3 BUILD_TUPLE                 1
         4 LOAD_CONST                  1 (<code object g>)
         5 MAKE_FUNCTION
         6 SET_FUNCTION_ATTRIBUTE      8 (closure)
         7 STORE_FAST                  1 (g)
5        8 LOAD_FAST                   1 (g)
         9 RETURN_VALUE
)");
}

TEST(CompileFunctions, DocstringsLoseTheirIndentation) {
  const auto module = compiled("def f():\n    \"\"\"One.\n\n      Two.\n    Three.\"\"\"\n");
  ASSERT_NE(module, nullptr);
  EXPECT_EQ(find(*module, "f")->docstring, "One.\n\n  Two.\nThree.");
}

}  // namespace
}  // namespace simul::compiler
