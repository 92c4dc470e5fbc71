#include "compiler/constants.hpp"

#include <memory>
#include <string>

#include <gtest/gtest.h>

namespace simul::compiler {
namespace {

using bytecode::CodeObject;

Constant function(int constant, int col) {
  auto code = std::make_shared<CodeObject>();
  code->qualname = "<lambda>";
  code->code.push_back(bytecode::Instruction::make(bytecode::Opcode::RETURN_CONST, 0));
  code->positions.push_back({.line = 1, .end_line = 1, .col = col, .end_col = col + 1});
  code->constants.push_back(Constant{std::int64_t{constant}});
  return Constant{std::shared_ptr<const CodeObject>(std::move(code))};
}

TEST(ConstantTable, EqualConstantsOfOneTypeAreOneEntry) {
  ConstantTable table;
  EXPECT_EQ(table.add({std::int64_t{1}}), 0);
  EXPECT_EQ(table.add({1.0}), 1);
  EXPECT_EQ(table.add({true}), 2);
  EXPECT_EQ(table.add({0.0}), 3);
  EXPECT_EQ(table.add({-0.0}), 4);
  EXPECT_EQ(table.add({std::int64_t{1}}), 0);
  EXPECT_EQ(table.size(), 5U);
}

TEST(ConstantTable, AFunctionThatIsCompiledTwiceIsOneEntry) {
  ConstantTable table;
  EXPECT_EQ(table.add(function(1, 4)), 0);
  EXPECT_EQ(table.add(function(1, 4)), 0);
  EXPECT_EQ(table.size(), 1U);
}

TEST(ConstantTable, FunctionsThatEndAlikeAndDifferInsideAreTwo) {
  ConstantTable table;
  EXPECT_EQ(table.add(function(1, 4)), 0);
  EXPECT_EQ(table.add(function(2, 4)), 1);
  EXPECT_EQ(table.add(function(1, 9)), 2);
  EXPECT_EQ(table.add(function(2, 4)), 1) << "also the one that came second";
  EXPECT_EQ(table.add(function(1, 4)), 0);
}

}  // namespace
}  // namespace simul::compiler
