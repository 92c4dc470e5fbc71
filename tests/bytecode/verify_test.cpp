#include "bytecode/verify.hpp"

#include <gtest/gtest.h>

#include "bytecode/opcode_info.hpp"

namespace simul::bytecode {
namespace {

CodeObject code_of(std::vector<Instruction> instructions, std::uint32_t stack_size = 2) {
  CodeObject code;
  code.qualname = "f";
  code.code = std::move(instructions);
  code.positions.resize(code.code.size());
  code.constants.push_back(Constant{NoneConstant{}});
  code.stack_size = stack_size;
  return code;
}

TEST(Verify, AcceptsAnEmptyFunction) {
  EXPECT_TRUE(
      verify(code_of({Instruction::make(Opcode::RESUME), Instruction::make(Opcode::RETURN_CONST)}))
          .ok());
}

TEST(Verify, RejectsAStackThatRunsEmpty) {
  const auto result = verify(
      code_of({Instruction::make(Opcode::POP_TOP), Instruction::make(Opcode::RETURN_CONST)}));
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().message, "f at 0 POP_TOP: takes 1 of 0");
}

TEST(Verify, RejectsAStackDeeperThanItSays) {
  const auto push = Instruction::make(Opcode::LOAD_CONST);
  const auto result = verify(code_of({push, push, push, Instruction::make(Opcode::RETURN_VALUE)}));
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().message, "f at 0 LOAD_CONST: stack_size 2, needs 3");
}

TEST(Verify, RejectsPlacesReachedWithTwoDepths) {
  const auto push = Instruction::make(Opcode::LOAD_CONST);
  const auto result = verify(code_of({push,
                                      Instruction::make(Opcode::POP_JUMP_IF_TRUE, 1),
                                      push,
                                      Instruction::make(Opcode::RETURN_CONST)}));
  ASSERT_FALSE(result.ok());
  EXPECT_NE(result.error().message.find("reached with depth"), std::string::npos);
}

TEST(Verify, RejectsJumpsOutOfTheCodeAndOperandsOutOfRange) {
  EXPECT_FALSE(verify(code_of({Instruction::make(Opcode::JUMP_FORWARD, 9)})).ok());
  EXPECT_FALSE(verify(code_of({Instruction::make(Opcode::JUMP_BACKWARD, 9)})).ok());
  EXPECT_FALSE(verify(code_of({Instruction::make(Opcode::RETURN_CONST, 1)})).ok());
  EXPECT_FALSE(verify(code_of({Instruction::make(Opcode::LOAD_FAST, 0),
                               Instruction::make(Opcode::RETURN_VALUE)}))
                   .ok());
  EXPECT_FALSE(verify(code_of({Instruction::make(Opcode::NOP)})).ok()) << "runs off the end";
}

TEST(Verify, FollowsTheExceptionTable) {
  CodeObject code = code_of({Instruction::make(Opcode::NOP),
                             Instruction::make(Opcode::RETURN_CONST),
                             Instruction::make(Opcode::POP_TOP),
                             Instruction::make(Opcode::POP_TOP),
                             Instruction::make(Opcode::RETURN_CONST)});
  code.exceptions.push_back({.start = 0, .end = 1, .target = 2, .depth = 0, .lasti = false});
  EXPECT_FALSE(verify(code).ok()) << "the handler finds one item and pops two";
  code.exceptions[0].lasti = true;
  EXPECT_TRUE(verify(code).ok());
}

TEST(OpcodeInfo, EveryOpcodeHasANameAndAnEffect) {
  for (int i = 0; i < kOpcodeCount; ++i) EXPECT_FALSE(opcode_name(static_cast<Opcode>(i)).empty());
  EXPECT_EQ(stack_effect(Opcode::CALL, 2).net(), -3);
  EXPECT_EQ(jump_target(5, Instruction::make(Opcode::JUMP_BACKWARD, 6)), 0);
}

}  // namespace
}  // namespace simul::bytecode
