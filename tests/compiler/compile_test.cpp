// What each construct becomes. The goldens are CPython 3.13's instructions, which
// scripts/compare_dis.py checks over whole libraries; here they stand to be read.
#include "compiler/compile.hpp"

#include <gtest/gtest.h>

#include "bytecode/disassemble.hpp"
#include "bytecode/verify.hpp"
#include "syntax/parse.hpp"

namespace simul::compiler {
namespace {

using bytecode::CodeObject;

const CodeObject* find(const CodeObject& code, const std::string& qualname) {
  if (code.qualname == qualname) return &code;
  for (const bytecode::Constant& constant : code.constants)
    if (const auto* nested = std::get_if<std::shared_ptr<const CodeObject>>(&constant.value))
      if (const CodeObject* found = find(**nested, qualname)) return found;
  return nullptr;
}

std::shared_ptr<const CodeObject> compiled(const std::string& source) {
  const syntax::ParseResult parsed = syntax::parse(source, "case.py");
  if (!parsed.ok()) return nullptr;
  const CompileResult result = compile(parsed.module, "case.py");
  EXPECT_TRUE(result.ok());
  return result.code;
}

std::string dis(const std::string& source, const std::string& qualname) {
  const auto module = compiled(source);
  if (module == nullptr) return "does not compile";
  const Result<void> verified = bytecode::verify(*module);
  if (!verified.ok()) return verified.error().message;
  const CodeObject* code = find(*module, qualname);
  return code == nullptr ? "no " + qualname : bytecode::disassemble(*code, {.nested = false});
}

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

TEST(Compile, WithCallsExitOnBothWays) {
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

TEST(Compile, FinallyIsWrittenForEachWayOut) {
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

TEST(Compile, AHandlersNameIsForgotten) {
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

TEST(Compile, AListComprehensionIsPartOfItsFunction) {
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

TEST(Compile, AGeneratorExpressionIsItsOwnFunction) {
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

TEST(Compile, AClassCarriesItsCellToItsMethods) {
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

TEST(Compile, ExceptStarCollectsWhatIsLeft) {
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

TEST(Compile, ClosuresCarryCells) {
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

TEST(Compile, DocstringsLoseTheirIndentation) {
  const auto module = compiled("def f():\n    \"\"\"One.\n\n      Two.\n    Three.\"\"\"\n");
  ASSERT_NE(module, nullptr);
  EXPECT_EQ(find(*module, "f")->docstring, "One.\n\n  Two.\nThree.");
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
