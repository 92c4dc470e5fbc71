// Tests for src/compiler/compile_comprehensions.cpp: comprehensions and generator expressions.
// Goldens as in compile_test.cpp.
#include "compiler/instructions.hpp"

namespace simul::compiler {
namespace {

TEST(CompileComprehensions, AListComprehensionIsPartOfItsFunction) {
  EXPECT_EQ(dis(R"(def f(x):
    return [y for y in x if y]
)",
                "f"),
            R"(1        0 RESUME                      0
2        1 LOAD_FAST                   0 (x)
         2 GET_ITER
         3 LOAD_FAST_AND_CLEAR         1 (y)
         4 SWAP                        2
         5 BUILD_LIST                  0
         6 SWAP                        2
     >   7 FOR_ITER                    7 (to 15)
         8 STORE_FAST_LOAD_FAST        4097 (y, y)
         9 TO_BOOL
        10 POP_JUMP_IF_TRUE            1 (to 12)
        11 JUMP_BACKWARD               5 (to 7)
     >  12 LOAD_FAST                   1 (y)
        13 LIST_APPEND                 2
        14 JUMP_BACKWARD               8 (to 7)
     >  15 END_FOR
        16 POP_TOP
        17 SWAP                        2
        18 STORE_FAST                  1 (y)
        19 RETURN_VALUE
--      20 SWAP                        2
        21 POP_TOP
2       22 SWAP                        2
        23 STORE_FAST                  1 (y)
        24 RERAISE                     0
exceptions:
  5 to 10 -> 20 [2]
  12 to 17 -> 20 [2]
)");
}

TEST(CompileComprehensions, AGeneratorExpressionIsItsOwnFunction) {
  EXPECT_EQ(dis(R"(def f(x):
    return (y for y in x)
)",
                "f.<locals>.<genexpr>"),
            R"(2        0 RETURN_GENERATOR
         1 POP_TOP
         2 RESUME                      0
         3 LOAD_FAST                   0 (.0)
     >   4 FOR_ITER                    5 (to 10)
         5 STORE_FAST_LOAD_FAST        4097 (y, y)
         6 YIELD_VALUE                 0
         7 RESUME                      5
         8 POP_TOP
         9 JUMP_BACKWARD               6 (to 4)
     >  10 END_FOR
        11 POP_TOP
        12 RETURN_CONST                0 (None)
--      13 CALL_INTRINSIC_1            3 (INTRINSIC_STOPITERATION_ERROR)
        14 RERAISE                     1
exceptions:
  2 to 13 -> 13 [0] lasti
)");
}

}  // namespace
}  // namespace simul::compiler
