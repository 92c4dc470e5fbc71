// Tests for src/compiler/compile_exceptions.cpp: the code of with, try and except*. Goldens as in
// compile_test.cpp.
#include "compiler/instructions.hpp"

namespace simul::compiler {
namespace {

TEST(CompileExceptions, WithCallsExitOnBothWays) {
  EXPECT_EQ(dis(R"(def f():
    with a as b:
        return b
)",
                "f"),
            R"(1        0 RESUME                      0
2        1 LOAD_GLOBAL                 0 (a)
         2 BEFORE_WITH
         3 STORE_FAST                  0 (b)
3        4 LOAD_FAST                   0 (b)
2        5 SWAP                        2
         6 LOAD_CONST                  0 (None)
         7 LOAD_CONST                  0 (None)
         8 LOAD_CONST                  0 (None)
         9 CALL                        2
        10 POP_TOP
        11 RETURN_VALUE
        12 PUSH_EXC_INFO
        13 WITH_EXCEPT_START
        14 TO_BOOL
        15 POP_JUMP_IF_TRUE            1 (to 17)
        16 RERAISE                     2
     >  17 POP_TOP
        18 POP_EXCEPT
        19 POP_TOP
        20 POP_TOP
        21 RETURN_CONST                0 (None)
--      22 COPY                        3
        23 POP_EXCEPT
        24 RERAISE                     1
exceptions:
  3 to 5 -> 12 [1] lasti
  12 to 18 -> 22 [3] lasti
)");
}

TEST(CompileExceptions, FinallyIsWrittenForEachWayOut) {
  EXPECT_EQ(dis(R"(def f():
    try:
        return a()
    finally:
        b()
)",
                "f"),
            R"(1        0 RESUME                      0
2        1 NOP
3        2 LOAD_GLOBAL                 1 (a + NULL)
         3 CALL                        0
5        4 LOAD_GLOBAL                 3 (b + NULL)
         5 CALL                        0
         6 POP_TOP
         7 RETURN_VALUE
--       8 PUSH_EXC_INFO
5        9 LOAD_GLOBAL                 3 (b + NULL)
        10 CALL                        0
        11 POP_TOP
        12 RERAISE                     0
--      13 COPY                        3
        14 POP_EXCEPT
        15 RERAISE                     1
exceptions:
  2 to 4 -> 8 [0]
  8 to 13 -> 13 [1] lasti
)");
}

TEST(CompileExceptions, AHandlersNameIsForgotten) {
  EXPECT_EQ(dis(R"(def f():
    try:
        a()
    except E as e:
        pass
)",
                "f"),
            R"(1        0 RESUME                      0
2        1 NOP
3        2 LOAD_GLOBAL                 1 (a + NULL)
         3 CALL                        0
         4 POP_TOP
         5 RETURN_CONST                0 (None)
--       6 PUSH_EXC_INFO
4        7 LOAD_GLOBAL                 2 (E)
         8 CHECK_EXC_MATCH
         9 POP_JUMP_IF_FALSE           10 (to 20)
        10 STORE_FAST                  0 (e)
5       11 POP_EXCEPT
        12 LOAD_CONST                  0 (None)
        13 STORE_FAST                  0 (e)
        14 DELETE_FAST                 0 (e)
        15 RETURN_CONST                0 (None)
--      16 LOAD_CONST                  0 (None)
        17 STORE_FAST                  0 (e)
        18 DELETE_FAST                 0 (e)
        19 RERAISE                     1
4    >  20 RERAISE                     0
--      21 COPY                        3
        22 POP_EXCEPT
        23 RERAISE                     1
exceptions:
  2 to 5 -> 6 [0]
  6 to 11 -> 21 [1] lasti
  16 to 21 -> 21 [1] lasti
)");
}

TEST(CompileExceptions, ExceptStarCollectsWhatIsLeft) {
  EXPECT_EQ(dis(R"(try:
    a()
except* E:
    b()
)",
                "<module>"),
            R"(--       0 RESUME                      0
1        1 NOP
2        2 LOAD_NAME                   0 (a)
         3 PUSH_NULL
         4 CALL                        0
         5 POP_TOP
         6 RETURN_CONST                0 (None)
--       7 PUSH_EXC_INFO
3        8 BUILD_LIST                  0
         9 COPY                        2
        10 LOAD_NAME                   1 (E)
        11 CHECK_EG_MATCH
        12 COPY                        1
        13 POP_JUMP_IF_NONE            11 (to 25)
        14 POP_TOP
4       15 LOAD_NAME                   2 (b)
        16 PUSH_NULL
        17 CALL                        0
        18 POP_TOP
        19 LIST_APPEND                 1
        20 JUMP_FORWARD                6 (to 27)
--      21 LIST_APPEND                 3
        22 POP_TOP
        23 LIST_APPEND                 1
        24 JUMP_FORWARD                2 (to 27)
3    >  25 POP_TOP
        26 LIST_APPEND                 1
--   >  27 CALL_INTRINSIC_2            1 (INTRINSIC_PREP_RERAISE_STAR)
        28 COPY                        1
        29 POP_JUMP_IF_NOT_NONE        3 (to 33)
        30 POP_TOP
        31 POP_EXCEPT
        32 RETURN_CONST                0 (None)
     >  33 SWAP                        2
        34 POP_EXCEPT
        35 RERAISE                     0
        36 COPY                        3
        37 POP_EXCEPT
        38 RERAISE                     1
exceptions:
  2 to 6 -> 7 [0]
  7 to 15 -> 36 [1] lasti
  15 to 19 -> 21 [4] lasti
  19 to 31 -> 36 [1] lasti
)");
}

}  // namespace
}  // namespace simul::compiler
