// Quickening: where a frequent sequence of instructions begins, the copy of the code that runs has
// an opcode that does the whole sequence at once. Mirrors what Python/specialize.c and the
// superinstructions are for.
//
// Always holds: only the first word of a sequence changes, and only its opcode. The others stay
// where they are, so jumps, positions, handlers and breakpoints know nothing of it; whoever asks
// which instruction stands somewhere asks the code object, or for one that never comes first here
// (RESUME, RERAISE, CALL, the jumps). A sequence counts as many instructions as it is long, and
// does its first one alone wherever the rest is not as usual: there is no second way to do
// anything.
#pragma once

#include <vector>

#include "bytecode/code_object.hpp"

namespace simul::vm {

class Vm;

// Named by what they do one after the other.
// clang-format off
#define SIMUL_QUICK(X)                                                                             \
  X(FAST_CONST_COMPARE_JUMP) X(FAST_FAST_COMPARE_JUMP) X(CONST_COMPARE_JUMP)                       \
  X(FAST_CONST_BINARY) X(FAST_CONST_BINARY_STORE) X(FAST_CONST_BINARY_CALL)                        \
  X(GLOBAL_FAST_CONST_BINARY_CALL) X(GLOBAL_FAST_CALL)                                             \
  X(FAST_FAST_BINARY) X(FAST_FAST_BINARY_STORE)                                                    \
  X(FAST_BINARY) X(CONST_BINARY) X(BINARY_STORE) X(BINARY_RETURN) X(FAST_RETURN)                   \
  X(FAST_FAST_SUBSCR) X(FAST_FAST_STORE_SUBSCR) X(FAST_ATTR) X(FAST_METHOD) X(FAST_STORE_ATTR)     \
  X(STORE_JUMP_BACKWARD) X(FOR_ITER_STORE)
// clang-format on

inline constexpr std::uint8_t kOpcodes = 0
#define SIMUL_OPCODE(name, operand) +1
#include "bytecode/opcodes.def"
    ;

enum class Quick : std::uint8_t {
  kBefore = kOpcodes - 1,
#define SIMUL_QUICK_NAME(name) name,
  SIMUL_QUICK(SIMUL_QUICK_NAME)
#undef SIMUL_QUICK_NAME
      kEnd
};

// What runs instead of `code`. `to` has room for as many words, or has them from the last time.
void quicken(const std::vector<bytecode::Instruction>& code,
             std::vector<bytecode::Instruction>& to);
// The breakpoints moved: all code of the machine is made anew, where it lies.
void quicken_again(Vm& vm);

}  // namespace simul::vm
