// flow_optimize.cpp - the peephole of CPython's Python/flowgraph.c: small blocks copied to their
// jumps, constant conditions, comparisons with None, swaps resolved statically, NOPs that carry no
// line of their own removed.
#include <algorithm>
#include <optional>

#include "compiler/flow_graph.hpp"

namespace simul::compiler {
namespace {

constexpr std::size_t kMaxCopiedBlock = 4;

bool is_swappable(Op op) {
  return op == Op::STORE_FAST || op == Op::STORE_FAST_MAYBE_NULL || op == Op::POP_TOP;
}

int stored_local(const FlowInstruction& instruction) {
  return instruction.op == Op::STORE_FAST || instruction.op == Op::STORE_FAST_MAYBE_NULL
             ? instruction.arg
             : -1;
}

// The next instruction that may change places with another one of the same line; -1 for none.
int next_swappable(const Block& block, int index, int line) {
  while (++index < static_cast<int>(block.code.size())) {
    const FlowInstruction& instruction = block.code[static_cast<std::size_t>(index)];
    if (line >= 0 && instruction.location.line != line) return -1;
    if (instruction.op == Op::NOP) continue;
    return is_swappable(instruction.op) ? index : -1;
  }
  return -1;
}

// Instead of swapping stack items, swaps the instructions that take them.
void apply_static_swaps(Block& block, int index) {
  for (; index >= 0; --index) {
    FlowInstruction& swap = block.code[static_cast<std::size_t>(index)];
    if (swap.op != Op::SWAP) {
      if (swap.op == Op::NOP || is_swappable(swap.op)) continue;
      return;
    }
    const int first = next_swappable(block, index, -1);
    if (first < 0) return;
    int second = first;
    const int line = block.code[static_cast<std::size_t>(first)].location.line;
    for (int count = swap.arg - 1; count > 0; --count) {
      second = next_swappable(block, second, line);
      if (second < 0) return;
    }
    FlowInstruction& a = block.code[static_cast<std::size_t>(first)];
    FlowInstruction& b = block.code[static_cast<std::size_t>(second)];
    const int store_a = stored_local(a);
    const int store_b = stored_local(b);
    if (store_a >= 0 || store_b >= 0) {
      if (store_a == store_b) return;
      for (int between = first + 1; between < second; ++between) {
        const int store = stored_local(block.code[static_cast<std::size_t>(between)]);
        if (store >= 0 && (store == store_a || store == store_b)) return;
      }
    }
    swap.become(Op::NOP);
    std::swap(a, b);
  }
}

// Replaces a run of SWAPs by the shortest run with the same effect. Returns the index of the run's
// end.
std::size_t shorten_swaps(Block& block, std::size_t start) {
  std::size_t length = 1;
  int depth = block.code[start].arg;
  bool more = false;
  while (start + length < block.code.size()) {
    const FlowInstruction& instruction = block.code[start + length];
    if (instruction.op == Op::SWAP) {
      depth = std::max(depth, instruction.arg);
      more = true;
    } else if (instruction.op != Op::NOP) {
      break;
    }
    ++length;
  }
  if (!more) return start;
  std::vector<int> stack(static_cast<std::size_t>(depth));
  for (int i = 0; i < depth; ++i) stack[static_cast<std::size_t>(i)] = i;
  for (std::size_t i = 0; i < length; ++i)
    if (block.code[start + i].op == Op::SWAP)
      std::swap(stack[0], stack[static_cast<std::size_t>(block.code[start + i].arg - 1)]);
  constexpr int kDone = -1;
  int current = static_cast<int>(length) - 1;
  // Each cycle of the permutation is written from the end of the run backwards, through the top of
  // the stack.
  for (int i = 0; i < depth; ++i) {
    if (stack[static_cast<std::size_t>(i)] == kDone || stack[static_cast<std::size_t>(i)] == i)
      continue;
    int j = i;
    while (true) {
      if (j != 0) block.code[start + static_cast<std::size_t>(current--)].become(Op::SWAP, j + 1);
      if (stack[static_cast<std::size_t>(j)] == kDone) break;
      const int next = stack[static_cast<std::size_t>(j)];
      stack[static_cast<std::size_t>(j)] = kDone;
      j = next;
    }
  }
  for (; current >= 0; --current)
    block.code[start + static_cast<std::size_t>(current)].become(Op::NOP);
  return start + length - 1;
}

void fold_tuple(Block& block, std::size_t index, ConstantTable& constants) {
  const auto count = static_cast<std::size_t>(block.code[index].arg);
  if (index < count) return;
  std::vector<Constant> items;
  for (std::size_t i = index - count; i < index; ++i) {
    if (block.code[i].op != Op::LOAD_CONST) return;
    items.push_back(constants.at(block.code[i].arg));
  }
  const int folded = constants.add(Constant{bytecode::TupleConstant{std::move(items)}});
  for (std::size_t i = index - count; i < index; ++i) block.code[i].become(Op::NOP);
  block.code[index].become(Op::LOAD_CONST, folded);
}

}  // namespace

bool FlowGraph::inline_into(Block& block) {
  FlowInstruction* last = block.last();
  if (last == nullptr || !is_unconditional_jump(last->op)) return false;
  Block* target = last->target;
  const bool small_exit = target->exits() && target->code.size() <= kMaxCopiedBlock;
  const bool no_line = target->has_no_line() && !target->falls_through();
  if (!small_exit && !no_line) return false;
  const Op removed = last->op;
  last->become(Op::NOP);
  const std::vector<FlowInstruction> copied = target->code;
  block.code.insert(block.code.end(), copied.begin(), copied.end());
  // A JUMP_NO_INTERRUPT is one because the way to it never loops; that is no longer known.
  if (no_line && is_unconditional_jump(block.code.back().op) && removed == Op::JUMP)
    block.code.back().op = Op::JUMP;
  --target->predecessors;
  return true;
}

void FlowGraph::inline_small_blocks() {
  bool changed = true;
  while (changed) {
    changed = false;
    for (Block* block = entry(); block != nullptr; block = block->next)
      changed = inline_into(*block) || changed;
  }
}

bool FlowGraph::thread_jump(Block& block, std::size_t index, const FlowInstruction& target, Op op) {
  FlowInstruction& jump = block.code[index];
  if (jump.target == target.target) return false;
  // The NOP goes away later unless its line is needed.
  const FlowInstruction added = {.op = op, .location = target.location, .target = target.target};
  jump.become(Op::NOP);
  block.code.push_back(added);
  return true;
}

void FlowGraph::optimize_block(Block& block, ConstantTable& constants) {
  Op op = Op::NOP;
  int arg = 0;
  for (std::size_t i = 0; i < block.code.size(); ++i) {
    FlowInstruction* instruction = &block.code[i];
    const bool copies_constant =
        op == Op::LOAD_CONST && instruction->op == Op::COPY && instruction->arg == 1;
    if (!copies_constant) {
      op = instruction->op;
      arg = instruction->arg;
    }
    FlowInstruction* next = i + 1 < block.code.size() ? &block.code[i + 1] : nullptr;
    const Op next_op = next != nullptr ? next->op : Op::NOP;
    const FlowInstruction* target =
        instruction->target != nullptr && !instruction->target->code.empty()
            ? &instruction->target->code.front()
            : nullptr;
    switch (op) {
      case Op::LOAD_CONST:
        if (next == nullptr) break;
        switch (next_op) {
          case Op::POP_JUMP_IF_FALSE:
          case Op::POP_JUMP_IF_TRUE: {
            const bool truth = constant_truth(constants.at(arg));
            instruction->become(Op::NOP);
            if (truth == (next_op == Op::POP_JUMP_IF_TRUE))
              next->op = Op::JUMP;
            else
              next->become(Op::NOP);
            break;
          }
          case Op::IS_OP: {
            if (!std::holds_alternative<bytecode::NoneConstant>(constants.at(arg).value)) break;
            if (i + 2 >= block.code.size()) break;
            FlowInstruction* jump = &block.code[i + 2];
            if (jump->op == Op::TO_BOOL) {
              jump->become(Op::NOP);
              if (i + 3 >= block.code.size()) break;
              jump = &block.code[i + 3];
            }
            bool inverted = next->arg != 0;
            if (jump->op == Op::POP_JUMP_IF_FALSE)
              inverted = !inverted;
            else if (jump->op != Op::POP_JUMP_IF_TRUE)
              break;
            instruction->become(Op::NOP);
            next->become(Op::NOP);
            jump->op = inverted ? Op::POP_JUMP_IF_NOT_NONE : Op::POP_JUMP_IF_NONE;
            break;
          }
          case Op::RETURN_VALUE:
            instruction->become(Op::NOP);
            next->become(Op::RETURN_CONST, arg);
            ++i;
            op = Op::NOP;
            break;
          case Op::TO_BOOL: {
            const bool truth = constant_truth(constants.at(arg));
            instruction->become(Op::NOP);
            next->become(Op::LOAD_CONST, constants.add(Constant{truth}));
            break;
          }
          default: break;
        }
        break;
      case Op::BUILD_TUPLE:
        if (next_op == Op::UNPACK_SEQUENCE && arg == next->arg && arg >= 1 && arg <= 3) {
          instruction->become(Op::NOP);
          if (arg == 1)
            next->become(Op::NOP);
          else
            next->op = Op::SWAP;
          break;
        }
        fold_tuple(block, i, constants);
        break;
      case Op::POP_JUMP_IF_FALSE:
      case Op::POP_JUMP_IF_TRUE:
      case Op::POP_JUMP_IF_NONE:
      case Op::POP_JUMP_IF_NOT_NONE:
        if (target != nullptr && target->op == Op::JUMP && thread_jump(block, i, *target, op)) --i;
        break;
      case Op::JUMP:
      case Op::JUMP_NO_INTERRUPT:
        if (target == nullptr) break;
        if (target->op == Op::JUMP) {
          if (thread_jump(block, i, *target, Op::JUMP)) --i;
        } else if (target->op == Op::JUMP_NO_INTERRUPT) {
          if (thread_jump(block, i, *target, op)) --i;
        }
        break;
      case Op::COMPARE_OP:
        if (next_op == Op::TO_BOOL) {
          instruction->become(Op::NOP);
          next->become(Op::COMPARE_OP, arg | 16);
        }
        break;
      case Op::CONTAINS_OP:
      case Op::IS_OP:
        if (next_op == Op::TO_BOOL) {
          instruction->become(Op::NOP);
          next->become(op, arg);
        } else if (next_op == Op::UNARY_NOT) {
          instruction->become(Op::NOP);
          next->become(op, arg ^ 1);
        }
        break;
      case Op::UNARY_NOT:
        if (next_op == Op::TO_BOOL) {
          instruction->become(Op::NOP);
          next->become(Op::UNARY_NOT);
        } else if (next_op == Op::UNARY_NOT) {
          instruction->become(Op::NOP);
          next->become(Op::NOP);
        }
        break;
      case Op::SWAP:
        if (arg == 1) instruction->become(Op::NOP);
        break;
      case Op::STORE_FAST:
        // Of two stores in a row only the second can be seen.
        if (next_op == Op::STORE_FAST && next->arg == arg &&
            next->location.line == instruction->location.line)
          instruction->become(Op::POP_TOP);
        break;
      case Op::LOAD_GLOBAL:
        if (next_op == Op::PUSH_NULL && (arg & 1) == 0) {
          instruction->become(Op::LOAD_GLOBAL, arg | 1);
          next->become(Op::NOP);
        }
        break;
      default: break;
    }
  }
  for (std::size_t i = 0; i < block.code.size(); ++i)
    if (block.code[i].op == Op::SWAP) {
      i = shorten_swaps(block, i);
      apply_static_swaps(block, static_cast<int>(i));
    }
}

int FlowGraph::remove_redundant_nops(Block& block) {
  std::size_t kept = 0;
  int previous_line = kNoLine;
  for (std::size_t i = 0; i < block.code.size(); ++i) {
    const int line = block.code[i].location.line;
    if (block.code[i].op == Op::NOP) {
      if (line == kNoLine || line == previous_line) continue;
      if (i + 1 < block.code.size()) {
        FlowInstruction& next = block.code[i + 1];
        if (next.location.line == line) continue;
        if (next.location.line == kNoLine) {
          next.location = block.code[i].location;
          continue;
        }
      } else if (const Block* next = next_nonempty(block.next)) {
        int next_line = kNoLine;
        for (const FlowInstruction& instruction : next->code) {
          if (instruction.op == Op::NOP && instruction.location.line == kNoLine) continue;
          next_line = instruction.location.line;
          break;
        }
        if (line == next_line) continue;
      }
    }
    if (kept != i) block.code[kept] = block.code[i];
    ++kept;
    previous_line = line;
  }
  const int removed = static_cast<int>(block.code.size() - kept);
  block.code.resize(kept);
  return removed;
}

int FlowGraph::remove_redundant_nops() {
  int removed = 0;
  for (Block* block = entry(); block != nullptr; block = block->next)
    removed += remove_redundant_nops(*block);
  return removed;
}

// Also drops what is pushed only to be popped.
void FlowGraph::remove_nops_and_pairs() {
  bool done = false;
  while (!done) {
    done = true;
    FlowInstruction* previous = nullptr;
    FlowInstruction* instruction = nullptr;
    for (Block* block = entry(); block != nullptr; block = block->next) {
      remove_redundant_nops(*block);
      if (block->has_label) instruction = nullptr;
      for (FlowInstruction& current : block->code) {
        previous = instruction;
        instruction = &current;
        if (current.op != Op::POP_TOP || previous == nullptr) continue;
        if (previous->op == Op::LOAD_CONST || (previous->op == Op::COPY && previous->arg == 1)) {
          previous->become(Op::NOP);
          current.become(Op::NOP);
          done = false;
        }
      }
      if ((instruction != nullptr && is_jump(instruction->op)) || !block->falls_through())
        instruction = nullptr;
    }
  }
}

int FlowGraph::remove_redundant_jumps() {
  int changes = 0;
  for (Block* block = entry(); block != nullptr; block = block->next) {
    FlowInstruction* last = block->last();
    if (last == nullptr || !is_unconditional_jump(last->op)) continue;
    if (next_nonempty(last->target) != next_nonempty(block->next)) continue;
    last->become(Op::NOP);
    ++changes;
  }
  return changes;
}

void FlowGraph::remove_nops_and_jumps() {
  do remove_redundant_nops();
  while (remove_redundant_jumps() > 0);
}

void FlowGraph::insert_superinstructions() {
  for (Block* block = entry(); block != nullptr; block = block->next)
    for (std::size_t i = 0; i + 1 < block->code.size(); ++i) {
      FlowInstruction& first = block->code[i];
      FlowInstruction& second = block->code[i + 1];
      Op fused = Op::NOP;
      if (first.op == Op::LOAD_FAST && second.op == Op::LOAD_FAST)
        fused = Op::LOAD_FAST_LOAD_FAST;
      else if (first.op == Op::STORE_FAST && second.op == Op::LOAD_FAST)
        fused = Op::STORE_FAST_LOAD_FAST;
      else if (first.op == Op::STORE_FAST && second.op == Op::STORE_FAST)
        fused = Op::STORE_FAST_STORE_FAST;
      else
        continue;
      if (first.location.line >= 0 && second.location.line >= 0 &&
          first.location.line != second.location.line)
        continue;
      // CPython packs both operands into a byte; the same limit keeps the code the same.
      if (first.arg >= 16 || second.arg >= 16) continue;
      first.become(fused, first.arg << 12 | second.arg);
      second.become(Op::NOP);
    }
  remove_redundant_nops();
}

}  // namespace simul::compiler
