// What each construct becomes. The goldens are CPython 3.13's instructions, which
// scripts/compare_dis.py checks over whole libraries; here they stand to be read.
#include <string>
#include <vector>

#include "compiler/instructions.hpp"

namespace simul::compiler {
namespace {

TEST(Compile, ALoopAsksItsIteratorAndJumpsBack) {
  EXPECT_EQ(dis(R"(for x in y:
    print(x)
)",
                "<module>"),
            R"(--       0 RESUME                      0
1        1 LOAD_NAME                   0 (y)
         2 GET_ITER
     >   3 FOR_ITER                    7 (to 11)
         4 STORE_NAME                  1 (x)
2        5 LOAD_NAME                   2 (print)
         6 PUSH_NULL
         7 LOAD_NAME                   1 (x)
         8 CALL                        1
         9 POP_TOP
        10 JUMP_BACKWARD               8 (to 3)
1    >  11 END_FOR
        12 POP_TOP
        13 RETURN_CONST                0 (None)
)");
}

TEST(Compile, AConditionIsTestedWithoutMakingABool) {
  EXPECT_EQ(dis(R"(def f(a, b):
    if a and not b:
        return a
)",
                "f"),
            R"(1        0 RESUME                      0
2        1 LOAD_FAST                   0 (a)
         2 TO_BOOL
         3 POP_JUMP_IF_FALSE           6 (to 10)
         4 LOAD_FAST                   1 (b)
         5 TO_BOOL
         6 POP_JUMP_IF_TRUE            2 (to 9)
3        7 LOAD_FAST                   0 (a)
         8 RETURN_VALUE
2    >   9 RETURN_CONST                0 (None)
     >  10 RETURN_CONST                0 (None)
)");
}

TEST(Compile, ACoroutineSendsUntilTheInnerOneReturns) {
  EXPECT_EQ(dis(R"(async def f():
    return await g()
)",
                "f"),
            R"(1        0 RETURN_GENERATOR
         1 POP_TOP
         2 RESUME                      0
2        3 LOAD_GLOBAL                 1 (g + NULL)
         4 CALL                        0
         5 GET_AWAITABLE               0
         6 LOAD_CONST                  0 (None)
     >   7 SEND                        3 (to 11)
         8 YIELD_VALUE                 1
         9 RESUME                      3
        10 JUMP_BACKWARD_NO_INTERRUPT  4 (to 7)
     >  11 END_SEND
        12 RETURN_VALUE
        13 CLEANUP_THROW
        14 JUMP_BACKWARD_NO_INTERRUPT  4 (to 11)
--      15 CALL_INTRINSIC_1            3 (INTRINSIC_STOPITERATION_ERROR)
        16 RERAISE                     1
exceptions:
  2 to 8 -> 15 [0] lasti
  8 to 9 -> 13 [2]
  9 to 14 -> 15 [0] lasti
)");
}

TEST(Compile, AsyncForEndsAtStopAsyncIteration) {
  EXPECT_EQ(dis(R"(async def f():
    async for x in y:
        pass
)",
                "f"),
            R"(1        0 RETURN_GENERATOR
         1 POP_TOP
         2 RESUME                      0
2        3 LOAD_GLOBAL                 0 (y)
         4 GET_AITER
     >   5 GET_ANEXT
         6 LOAD_CONST                  0 (None)
     >   7 SEND                        3 (to 11)
         8 YIELD_VALUE                 1
         9 RESUME                      3
        10 JUMP_BACKWARD_NO_INTERRUPT  4 (to 7)
     >  11 END_SEND
        12 STORE_FAST                  0 (x)
3       13 JUMP_BACKWARD               9 (to 5)
2       14 CLEANUP_THROW
        15 JUMP_BACKWARD_NO_INTERRUPT  5 (to 11)
        16 END_ASYNC_FOR
        17 RETURN_CONST                0 (None)
--      18 CALL_INTRINSIC_1            3 (INTRINSIC_STOPITERATION_ERROR)
        19 RERAISE                     1
exceptions:
  2 to 5 -> 18 [0] lasti
  5 to 8 -> 16 [1]
  8 to 9 -> 14 [3]
  9 to 12 -> 16 [1]
  12 to 14 -> 18 [0] lasti
  14 to 15 -> 16 [1]
  16 to 18 -> 18 [0] lasti
)");
}

TEST(Compile, ZeroArgumentSuperNeedsNoSuperObject) {
  EXPECT_EQ(dis(R"(class C:
    def f(self):
        return super().f()
)",
                "C.f"),
            R"(--       0 COPY_FREE_VARS              1
2        1 RESUME                      0
3        2 LOAD_GLOBAL                 0 (super)
         3 LOAD_DEREF                  1 (__class__)
         4 LOAD_FAST                   0 (self)
         5 LOAD_SUPER_ATTR             5 (f + NULL|self)
         6 CALL                        0
         7 RETURN_VALUE
)");
}

TEST(Compile, ConstantsAreFolded) {
  EXPECT_EQ(dis(R"(x = 2 ** 10 + 1, -3, 'a' * 3
)",
                "<module>"),
            R"(--       0 RESUME                      0
1        1 LOAD_CONST                  0 ((1025, -3, 'aaa'))
         2 STORE_NAME                  0 (x)
         3 RETURN_CONST                1 (None)
)");
}

TEST(Compile, AMethodCallPushesSelf) {
  EXPECT_EQ(dis(R"(a.b(1, *c, d=2)
a.b(1, d=2)
)",
                "<module>"),
            R"(--       0 RESUME                      0
1        1 LOAD_NAME                   0 (a)
         2 LOAD_ATTR                   2 (b)
         3 PUSH_NULL
         4 LOAD_CONST                  0 (1)
         5 BUILD_LIST                  1
         6 LOAD_NAME                   2 (c)
         7 LIST_EXTEND                 1
         8 CALL_INTRINSIC_1            6 (INTRINSIC_LIST_TO_TUPLE)
         9 LOAD_CONST                  1 ('d')
        10 LOAD_CONST                  2 (2)
        11 BUILD_MAP                   1
        12 CALL_FUNCTION_EX            1
        13 POP_TOP
2       14 LOAD_NAME                   0 (a)
        15 LOAD_ATTR                   3 (b + NULL|self)
        16 LOAD_CONST                  0 (1)
        17 LOAD_CONST                  2 (2)
        18 LOAD_CONST                  3 (('d',))
        19 CALL_KW                     2
        20 POP_TOP
        21 RETURN_CONST                4 (None)
)");
}

TEST(Compile, AnFStringFormatsPartByPart) {
  EXPECT_EQ(dis(R"(f'{a!r:>{w}} {b}'
)",
                "<module>"),
            R"(--       0 RESUME                      0
1        1 LOAD_NAME                   0 (a)
         2 CONVERT_VALUE               2 (repr)
         3 LOAD_CONST                  0 ('>')
         4 LOAD_NAME                   1 (w)
         5 FORMAT_SIMPLE
         6 BUILD_STRING                2
         7 FORMAT_WITH_SPEC
         8 LOAD_CONST                  1 (' ')
         9 LOAD_NAME                   2 (b)
        10 FORMAT_SIMPLE
        11 BUILD_STRING                3
        12 POP_TOP
        13 RETURN_CONST                2 (None)
)");
}

TEST(Compile, UnboundLocalsAreChecked) {
  EXPECT_EQ(dis(R"(def f(c):
    if c:
        x = 1
    return x
)",
                "f"),
            R"(1        0 RESUME                      0
2        1 LOAD_FAST                   0 (c)
         2 TO_BOOL
         3 POP_JUMP_IF_FALSE           2 (to 6)
3        4 LOAD_CONST                  1 (1)
         5 STORE_FAST                  1 (x)
4    >   6 LOAD_FAST_CHECK             1 (x)
         7 RETURN_VALUE
)");
}

TEST(Compile, AMatchTriesPatternsInTurn) {
  EXPECT_EQ(dis(R"(match x:
    case [1, y]:
        print(y)
    case _:
        pass
)",
                "<module>"),
            R"(--       0 RESUME                      0
1        1 LOAD_NAME                   0 (x)
2        2 MATCH_SEQUENCE
         3 POP_JUMP_IF_FALSE           15 (to 19)
         4 GET_LEN
         5 LOAD_CONST                  0 (2)
         6 COMPARE_OP                  72 (==)
         7 POP_JUMP_IF_FALSE           11 (to 19)
         8 UNPACK_SEQUENCE             2
         9 LOAD_CONST                  1 (1)
        10 COMPARE_OP                  88 (bool(==))
        11 POP_JUMP_IF_FALSE           7 (to 19)
        12 STORE_NAME                  1 (y)
3       13 LOAD_NAME                   2 (print)
        14 PUSH_NULL
        15 LOAD_NAME                   1 (y)
        16 CALL                        1
        17 POP_TOP
        18 RETURN_CONST                2 (None)
2    >  19 POP_TOP
4       20 NOP
5       21 RETURN_CONST                2 (None)
)");
}

TEST(Compile, CaretAnchorsMarkTheOperatorTheBracketsAndTheParentheses) {
  const auto module = compiled("(a) + b\nc[1]\nd(2)\n");
  ASSERT_NE(module, nullptr);
  std::vector<std::string> anchors;
  for (std::size_t i = 0; i < module->code.size(); ++i) {
    const bytecode::Position& at = module->positions[i];
    const bytecode::Opcode op = module->code[i].op();
    if (op == bytecode::Opcode::BINARY_OP || op == bytecode::Opcode::BINARY_SUBSCR ||
        op == bytecode::Opcode::CALL)
      anchors.push_back(std::to_string(at.anchor_line) + ":" + std::to_string(at.anchor_col) + "-" +
                        std::to_string(at.anchor_end_col));
  }
  EXPECT_EQ(anchors, (std::vector<std::string>{"1:4-5", "2:1-4", "3:1-4"}));
}

TEST(Compile, AnnotationsAreTextUnderTheFutureImport) {
  const auto module = compiled("from __future__ import annotations\nx: a.b[int, 'y'] | None = 1\n");
  ASSERT_NE(module, nullptr);
  bool found = false;
  for (const bytecode::Constant& constant : module->constants)
    found = found || bytecode::constant_text(constant) == "\"a.b[int, 'y'] | None\"";
  EXPECT_TRUE(found);
}

}  // namespace
}  // namespace simul::compiler
