// instruction.hpp - what code generation writes: CPython's instructions plus the pseudo
// instructions that exist only inside the compiler (Python/flowgraph.c turns them into real ones),
// in order, with labels not yet resolved.
#pragma once

#include <cstdint>
#include <vector>

#include "bytecode/code_object.hpp"

namespace simul::compiler {

// The first values are bytecode::Opcode's.
enum class Op : std::uint16_t {
#define SIMUL_OPCODE(name, operand) name,
#include "bytecode/opcodes.def"
  SETUP_FINALLY,  // opens a protected region; the handler finds the exception on the stack
  SETUP_CLEANUP,  // the same, and the handler finds the raising instruction's offset below it
  SETUP_WITH,     // as SETUP_CLEANUP, with the result of __enter__ taken off first
  POP_BLOCK,
  JUMP,
  JUMP_NO_INTERRUPT,
  LOAD_CLOSURE,           // a LOAD_FAST of a cell, which is never checked nor fused
  STORE_FAST_MAYBE_NULL,  // a STORE_FAST of what LOAD_FAST_AND_CLEAR found
};

using Location = bytecode::Position;

// The line of an instruction that stands at no place of the text. Unlike line 0, the module's
// prologue.
inline constexpr std::int32_t kNoLine = -1;
inline constexpr Location kNoLocation = {.line = kNoLine, .end_line = kNoLine};

// A place to jump to, known before it is placed.
struct Label {
  int id = -1;
  [[nodiscard]] bool is_set() const { return id >= 0; }
  friend bool operator==(Label, Label) = default;
};

struct LabelledInstruction {
  Op op = Op::NOP;
  std::int32_t arg = 0;  // the label's id for jumps and SETUP_*
  Location location = kNoLocation;
};

struct InstructionSequence {
  std::vector<LabelledInstruction> instructions;
  std::vector<std::int32_t> label_places;  // by id: the index of the instruction it stands before

  Label new_label() {
    label_places.push_back(-1);
    return {static_cast<int>(label_places.size()) - 1};
  }
  void use(Label label) {
    label_places[static_cast<std::size_t>(label.id)] =
        static_cast<std::int32_t>(instructions.size());
  }
  void add(Op op, std::int32_t arg, const Location& location) {
    instructions.push_back({op, arg, location});
  }
  // Puts an instruction before all others; labels keep their instructions.
  void insert_first(Op op, std::int32_t arg, const Location& location) {
    instructions.insert(instructions.begin(), {op, arg, location});
    for (std::int32_t& place : label_places) place += place >= 0;
  }
};

[[nodiscard]] inline bool is_block_push(Op op) {
  return op == Op::SETUP_FINALLY || op == Op::SETUP_CLEANUP || op == Op::SETUP_WITH;
}
[[nodiscard]] inline bool is_unconditional_jump(Op op) {
  return op == Op::JUMP || op == Op::JUMP_NO_INTERRUPT || op == Op::JUMP_FORWARD ||
         op == Op::JUMP_BACKWARD || op == Op::JUMP_BACKWARD_NO_INTERRUPT;
}
[[nodiscard]] inline bool is_jump(Op op) {
  switch (op) {
    case Op::POP_JUMP_IF_FALSE:
    case Op::POP_JUMP_IF_TRUE:
    case Op::POP_JUMP_IF_NONE:
    case Op::POP_JUMP_IF_NOT_NONE:
    case Op::FOR_ITER:
    case Op::SEND: return true;
    default: return is_unconditional_jump(op);
  }
}
[[nodiscard]] inline bool has_target(Op op) {
  return is_jump(op) || is_block_push(op);
}
[[nodiscard]] inline bool exits_scope(Op op) {
  return op == Op::RETURN_VALUE || op == Op::RETURN_CONST || op == Op::RAISE_VARARGS ||
         op == Op::RERAISE;
}

}  // namespace simul::compiler
