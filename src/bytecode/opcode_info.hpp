// opcode_info.hpp - what is known about an opcode without running it: its name, what its operand
// means, what it does to the stack and where control goes. The effects are those of CPython 3.13's
// Python/bytecodes.c; this is the one place that states them: the compiler's depth calculation and
// the verifier both ask here.
#pragma once

#include <cstdint>
#include <string_view>

#include "bytecode/code_object.hpp"

namespace simul::bytecode {

enum class OperandKind : std::uint8_t {
  NONE,
  CONST,
  NAME,
  LOCAL,
  LOCAL_PAIR,
  FORWARD,
  BACKWARD,
  COUNT,
  COMPARE,
  BINARY,
  INTRINSIC,
};

inline constexpr int kOpcodeCount = 0
#define SIMUL_OPCODE(name, operand) +1
#include "bytecode/opcodes.def"
    ;

[[nodiscard]] std::string_view opcode_name(Opcode op);
[[nodiscard]] OperandKind operand_kind(Opcode op);

// How many items the instruction takes from the stack and how many it leaves in their place, on the
// path where it does not raise. The difference is the same whether or not a jump is taken.
struct StackEffect {
  int popped = 0;
  int pushed = 0;
  [[nodiscard]] int net() const { return pushed - popped; }
};
[[nodiscard]] StackEffect stack_effect(Opcode op, std::uint32_t arg);

[[nodiscard]] bool is_jump(Opcode op);
// The instruction behind it is not reached from it.
[[nodiscard]] bool ends_flow(Opcode op);

// The instruction that a jump at `offset` leads to.
[[nodiscard]] std::int64_t jump_target(std::int64_t offset, Instruction instruction);

// The symbol of a BINARY_OP operand ("+", "+=", ...) and of a comparison's index; empty out of
// range.
[[nodiscard]] std::string_view binary_symbol(std::uint32_t arg);
[[nodiscard]] std::string_view compare_symbol(std::uint32_t index);
[[nodiscard]] std::string_view intrinsic_1_name(std::uint32_t arg);
[[nodiscard]] std::string_view intrinsic_2_name(std::uint32_t arg);

}  // namespace simul::bytecode
