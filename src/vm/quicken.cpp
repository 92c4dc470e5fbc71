#include "vm/quicken.hpp"

#include <span>

#include "vm/function.hpp"
#include "vm/vm.hpp"

namespace simul::vm {

namespace {

using bytecode::Instruction;
using bytecode::Opcode;

struct Sequence {
  Quick quick;
  std::initializer_list<Opcode> opcodes;
};

// The longest of those that begin alike comes first.
const Sequence kSequences[] = {
    {Quick::GLOBAL_FAST_CONST_BINARY_CALL,
     {Opcode::LOAD_GLOBAL, Opcode::LOAD_FAST, Opcode::LOAD_CONST, Opcode::BINARY_OP, Opcode::CALL}},
    {Quick::GLOBAL_FAST_CALL, {Opcode::LOAD_GLOBAL, Opcode::LOAD_FAST, Opcode::CALL}},
    {Quick::FAST_CONST_COMPARE_JUMP,
     {Opcode::LOAD_FAST, Opcode::LOAD_CONST, Opcode::COMPARE_OP, Opcode::POP_JUMP_IF_FALSE}},
    {Quick::FAST_CONST_COMPARE_JUMP,
     {Opcode::LOAD_FAST, Opcode::LOAD_CONST, Opcode::COMPARE_OP, Opcode::POP_JUMP_IF_TRUE}},
    {Quick::FAST_CONST_BINARY_STORE,
     {Opcode::LOAD_FAST, Opcode::LOAD_CONST, Opcode::BINARY_OP, Opcode::STORE_FAST}},
    {Quick::FAST_CONST_BINARY_CALL,
     {Opcode::LOAD_FAST, Opcode::LOAD_CONST, Opcode::BINARY_OP, Opcode::CALL}},
    {Quick::FAST_CONST_BINARY, {Opcode::LOAD_FAST, Opcode::LOAD_CONST, Opcode::BINARY_OP}},
    {Quick::FAST_FAST_COMPARE_JUMP,
     {Opcode::LOAD_FAST_LOAD_FAST, Opcode::COMPARE_OP, Opcode::POP_JUMP_IF_FALSE}},
    {Quick::FAST_FAST_COMPARE_JUMP,
     {Opcode::LOAD_FAST_LOAD_FAST, Opcode::COMPARE_OP, Opcode::POP_JUMP_IF_TRUE}},
    {Quick::FAST_FAST_BINARY_STORE,
     {Opcode::LOAD_FAST_LOAD_FAST, Opcode::BINARY_OP, Opcode::STORE_FAST}},
    {Quick::FAST_FAST_BINARY, {Opcode::LOAD_FAST_LOAD_FAST, Opcode::BINARY_OP}},
    {Quick::FAST_FAST_SUBSCR, {Opcode::LOAD_FAST_LOAD_FAST, Opcode::BINARY_SUBSCR}},
    {Quick::FAST_FAST_STORE_SUBSCR, {Opcode::LOAD_FAST_LOAD_FAST, Opcode::STORE_SUBSCR}},
    {Quick::FAST_RETURN, {Opcode::LOAD_FAST, Opcode::RETURN_VALUE}},
    {Quick::FAST_ATTR, {Opcode::LOAD_FAST, Opcode::LOAD_ATTR}},
    {Quick::FAST_STORE_ATTR, {Opcode::LOAD_FAST, Opcode::STORE_ATTR}},
    {Quick::FAST_BINARY, {Opcode::LOAD_FAST, Opcode::BINARY_OP}},
    {Quick::CONST_COMPARE_JUMP,
     {Opcode::LOAD_CONST, Opcode::COMPARE_OP, Opcode::POP_JUMP_IF_FALSE}},
    {Quick::CONST_COMPARE_JUMP, {Opcode::LOAD_CONST, Opcode::COMPARE_OP, Opcode::POP_JUMP_IF_TRUE}},
    {Quick::CONST_BINARY, {Opcode::LOAD_CONST, Opcode::BINARY_OP}},
    {Quick::BINARY_RETURN, {Opcode::BINARY_OP, Opcode::RETURN_VALUE}},
    {Quick::BINARY_STORE, {Opcode::BINARY_OP, Opcode::STORE_FAST}},
    {Quick::STORE_JUMP_BACKWARD, {Opcode::STORE_FAST, Opcode::JUMP_BACKWARD}},
    {Quick::FOR_ITER_STORE, {Opcode::FOR_ITER, Opcode::STORE_FAST}},
};

bool begins(std::span<const Instruction> code, const Sequence& sequence) {
  if (code.size() < sequence.opcodes.size()) return false;
  const Instruction* at = code.data();
  for (const Opcode opcode : sequence.opcodes)
    if ((at++)->op() != opcode) return false;
  return true;
}

}  // namespace

void quicken(const std::vector<Instruction>& code, std::vector<Instruction>& to) {
  to.resize(code.size());
  for (std::size_t i = 0; i < code.size(); ++i) {
    to[i] = code[i];
    const std::span<const Instruction> rest(code.data() + i, code.size() - i);
    for (const Sequence& each : kSequences) {
      if (!begins(rest, each)) continue;
      // LOAD_GLOBAL with a NULL for self, and one argument.
      if (each.opcodes.begin()[0] == Opcode::LOAD_GLOBAL &&
          ((code[i].arg() & 1) == 0 || rest[each.opcodes.size() - 1].arg() != 1))
        continue;
      Quick quick = each.quick;
      if (quick == Quick::FAST_ATTR && (rest[1].arg() & 1) != 0) quick = Quick::FAST_METHOD;
      to[i] = Instruction::make(static_cast<Opcode>(quick), code[i].arg());
      break;
    }
  }
}

void quicken_again(Vm& vm) {
  Container* const end = vm.heap().containers();
  for (Container* each = end->gc_next; each != end; each = each->gc_next) {
    if (each->type != vm.types().code) continue;
    auto* code = static_cast<CodeValue*>(each);
    quicken(code->code->code, code->quick);
  }
}

}  // namespace simul::vm
