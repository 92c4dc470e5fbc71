#include "bytecode/disassemble.hpp"

#include <gtest/gtest.h>

namespace simul::bytecode {
namespace {

TEST(Disassemble, ConstantsReadLikeRepr) {
  EXPECT_EQ(constant_text(Constant{0.1}), "0.1");
  EXPECT_EQ(constant_text(Constant{1e16}), "1e+16");
  EXPECT_EQ(constant_text(Constant{123456.0}), "123456.0");
  EXPECT_EQ(constant_text(Constant{1e-5}), "1e-05");
  EXPECT_EQ(constant_text(Constant{-0.0}), "-0.0");
  EXPECT_EQ(constant_text(Constant{std::string("it's\n")}), "\"it's\\n\"");
  EXPECT_EQ(constant_text(Constant{BytesConstant{std::string("\x00\xff", 2)}}), "b'\\x00\\xff'");
  EXPECT_EQ(constant_text(Constant{TupleConstant{{Constant{true}}}}), "(True,)");
  EXPECT_EQ(constant_text(Constant{ComplexConstant{0, 2}}), "2j");
  EXPECT_EQ(constant_text(Constant{ComplexConstant{-0.0, 2.5}}), "(-0+2.5j)");
  EXPECT_EQ(constant_text(Constant{ComplexConstant{1, -0.0}}), "(1-0j)");
}

TEST(Disassemble, ShowsLinesTargetsAndHandlers) {
  CodeObject code;
  code.names = {"print"};
  code.code = {Instruction::make(Opcode::LOAD_GLOBAL, 1),
               Instruction::make(Opcode::POP_JUMP_IF_FALSE, 0),
               Instruction::make(Opcode::COMPARE_OP, 2 << 5 | 16 | 8)};
  code.positions = {{.line = 1}, {.line = 1}, {.line = 2}};
  code.exceptions = {{.start = 0, .end = 2, .target = 2, .depth = 1, .lasti = true}};
  EXPECT_EQ(disassemble(code),
            "1        0 LOAD_GLOBAL                 1 (print + NULL)\n"
            "         1 POP_JUMP_IF_FALSE           0 (to 2)\n"
            "2    >   2 COMPARE_OP                  88 (bool(==))\n"
            "exceptions:\n"
            "  0 to 2 -> 2 [1] lasti\n");
}

}  // namespace
}  // namespace simul::bytecode
