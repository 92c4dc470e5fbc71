// flow_graph.cpp - building the graph, exception handlers, reachability, stack depths and the last
// conversions.
#include "compiler/flow_graph.hpp"

#include <algorithm>

#include "bytecode/opcode_info.hpp"

namespace simul::compiler {

bool Block::has_no_line() const {
  return std::all_of(code.begin(), code.end(), [](const FlowInstruction& i) {
    return i.location.line == kNoLine;
  });
}

Block* next_nonempty(Block* block) {
  while (block != nullptr && block->code.empty()) block = block->next;
  return block;
}

FlowGraph::FlowGraph(const InstructionSequence& sequence) {
  const auto& code = sequence.instructions;
  std::vector<bool> targeted(code.size() + 1, false);
  for (const LabelledInstruction& instruction : code)
    if (has_target(instruction.op))
      targeted[static_cast<std::size_t>(
          sequence.label_places[static_cast<std::size_t>(instruction.arg)])] = true;

  std::vector<Block*> block_at(code.size() + 1, nullptr);
  Block* current = new_block();
  const auto begin_block = [&] {
    Block* block = new_block();
    current->next = block;
    current = block;
  };
  bool terminated = false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (targeted[i]) {
      if (!current->code.empty() || current->has_label) begin_block();
      current->has_label = true;
      terminated = false;
    } else if (terminated) {
      begin_block();
      terminated = false;
    }
    if (targeted[i]) block_at[i] = current;
    current->code.push_back({.op = code[i].op,
                             .arg = has_target(code[i].op) ? 0 : code[i].arg,
                             .location = code[i].location});
    terminated = is_jump(code[i].op) || exits_scope(code[i].op);
  }
  std::size_t index = 0;
  for (Block* block = entry(); block != nullptr; block = block->next)
    for (FlowInstruction& instruction : block->code) {
      if (has_target(instruction.op))
        instruction.target = block_at[static_cast<std::size_t>(
            sequence.label_places[static_cast<std::size_t>(code[index].arg)])];
      ++index;
    }
  for (Block* block = entry(); block != nullptr; block = block->next)
    for (FlowInstruction& instruction : block->code)
      if (is_block_push(instruction.op)) {
        instruction.target->except_handler = true;
        if (instruction.op != Op::SETUP_FINALLY) instruction.target->preserve_lasti = true;
      }
}

Block* FlowGraph::copy_of(const Block& block) {
  Block* copy = new_block();
  copy->code = block.code;
  return copy;
}

void FlowGraph::reset_visited() {
  for (Block* block = entry(); block != nullptr; block = block->next) block->visited = false;
}

// Gives every instruction the handler that is innermost where it stands and removes POP_BLOCKs.
void FlowGraph::find_handlers() {
  reset_visited();
  std::vector<Block*> pending = {entry()};
  entry()->visited = true;
  int yield_depth = -1;
  const auto reach = [&](Block* block, const std::vector<Block*>& stack) {
    if (block->visited) return;
    block->visited = true;
    block->handlers = stack;
    pending.push_back(block);
  };
  while (!pending.empty()) {
    Block* block = pending.back();
    pending.pop_back();
    std::vector<Block*> stack = std::move(block->handlers);
    for (FlowInstruction& instruction : block->code) {
      if (is_block_push(instruction.op)) {
        reach(instruction.target, stack);
        stack.push_back(instruction.target);
        continue;
      }
      if (instruction.op == Op::POP_BLOCK) {
        // What is left of it is covered by no handler, which shows in the exception table.
        if (!stack.empty()) stack.pop_back();
        instruction.become(Op::NOP);
        continue;
      }
      instruction.handler = stack.empty() ? nullptr : stack.back();
      if (is_jump(instruction.op)) {
        reach(instruction.target, stack);
      } else if (instruction.op == Op::YIELD_VALUE) {
        yield_depth = static_cast<int>(stack.size());
      } else if (instruction.op == Op::RESUME && instruction.arg != 0) {
        // Tells that the yield was covered by nothing but the generator's own handler.
        if (yield_depth == 1) instruction.arg |= 4;
        yield_depth = -1;
      }
    }
    if (block->falls_through() && block->next != nullptr) reach(block->next, stack);
  }
}

void FlowGraph::remove_unreachable() {
  reset_visited();
  for (Block* block = entry(); block != nullptr; block = block->next) block->predecessors = 0;
  std::vector<Block*> pending = {entry()};
  entry()->visited = true;
  entry()->predecessors = 1;
  const auto reach = [&](Block* block) {
    ++block->predecessors;
    if (block->visited) return;
    block->visited = true;
    pending.push_back(block);
  };
  while (!pending.empty()) {
    Block* block = pending.back();
    pending.pop_back();
    if (block->next != nullptr && block->falls_through()) reach(block->next);
    for (const FlowInstruction& instruction : block->code)
      if (has_target(instruction.op)) reach(instruction.target);
  }
  for (Block* block = entry(); block != nullptr; block = block->next)
    if (block->predecessors == 0) {
      block->code.clear();
      block->except_handler = false;
    }
}

void FlowGraph::optimize(ConstantTable& constants, int local_count, int parameter_count) {
  find_handlers();
  inline_small_blocks();
  remove_unreachable();
  resolve_lines();
  for (Block* block = entry(); block != nullptr; block = block->next)
    optimize_block(*block, constants);
  remove_nops_and_pairs();
  remove_unreachable();
  remove_nops_and_jumps();
  check_unbound_locals(local_count, parameter_count);
  insert_superinstructions();
  push_cold_blocks_to_end();
  resolve_lines();
}

void FlowGraph::insert_prologue(const std::vector<int>& cells,
                                int free_count,
                                bool generator,
                                int first_line) {
  std::vector<FlowInstruction> prologue;
  if (free_count > 0) prologue.push_back({.op = Op::COPY_FREE_VARS, .arg = free_count});
  for (const int cell : cells) prologue.push_back({.op = Op::MAKE_CELL, .arg = cell});
  if (generator) {
    const Location at = {.line = first_line, .end_line = first_line};
    prologue.push_back({.op = Op::RETURN_GENERATOR, .location = at});
    prologue.push_back({.op = Op::POP_TOP, .location = at});
  }
  std::vector<FlowInstruction>& code = entry()->code;
  code.insert(code.begin(), prologue.begin(), prologue.end());
}

void FlowGraph::map_cells(const std::vector<int>& slots) {
  for (Block* block = entry(); block != nullptr; block = block->next)
    for (FlowInstruction& instruction : block->code) switch (instruction.op) {
        case Op::MAKE_CELL:
        case Op::LOAD_CLOSURE:
        case Op::LOAD_DEREF:
        case Op::STORE_DEREF:
        case Op::DELETE_DEREF:
        case Op::LOAD_FROM_DICT_OR_DEREF:
          instruction.arg = slots[static_cast<std::size_t>(instruction.arg)];
          break;
        default: break;
      }
}

void FlowGraph::convert_pseudo_instructions() {
  for (Block* block = entry(); block != nullptr; block = block->next)
    for (FlowInstruction& instruction : block->code) {
      if (is_block_push(instruction.op))
        instruction.become(Op::NOP);
      else if (instruction.op == Op::LOAD_CLOSURE)
        instruction.op = Op::LOAD_FAST;
      else if (instruction.op == Op::STORE_FAST_MAYBE_NULL)
        instruction.op = Op::STORE_FAST;
    }
  remove_redundant_nops();
}

int FlowGraph::compute_depths() {
  for (Block* block = entry(); block != nullptr; block = block->next) block->start_depth = -1;
  int deepest = 0;
  std::vector<Block*> pending = {entry()};
  entry()->start_depth = 0;
  const auto reach = [&](Block* block, int depth) {
    if (block->start_depth >= 0) return;
    block->start_depth = depth;
    pending.push_back(block);
  };
  while (!pending.empty()) {
    Block* block = pending.back();
    pending.pop_back();
    int depth = block->start_depth;
    deepest = std::max(deepest, depth);
    for (const FlowInstruction& instruction : block->code) {
      int effect = 0;
      switch (instruction.op) {
        case Op::SETUP_FINALLY:
        case Op::SETUP_WITH: reach(instruction.target, depth + 1); break;
        case Op::SETUP_CLEANUP: reach(instruction.target, depth + 2); break;
        case Op::STORE_FAST_MAYBE_NULL: effect = -1; break;
        case Op::LOAD_CLOSURE: effect = 1; break;
        case Op::POP_BLOCK:
        case Op::JUMP:
        case Op::JUMP_NO_INTERRUPT: break;
        default:
          effect = bytecode::stack_effect(static_cast<bytecode::Opcode>(instruction.op),
                                          static_cast<std::uint32_t>(instruction.arg))
                       .net();
      }
      depth += effect;
      deepest = std::max(deepest, depth);
      if (is_jump(instruction.op)) reach(instruction.target, depth);
    }
    if (block->falls_through() && block->next != nullptr) reach(block->next, depth);
  }
  return deepest;
}

// Jumps get their direction. Conditional jumps only go forward: one that goes back becomes its
// opposite over a jump.
void FlowGraph::normalize_jumps() {
  reset_visited();
  for (Block* block = entry(); block != nullptr; block = block->next) {
    block->visited = true;
    FlowInstruction* last = block->last();
    if (last == nullptr || !is_jump(last->op)) continue;
    const bool forward = !last->target->visited;
    Op reversed = Op::NOP;
    switch (last->op) {
      case Op::JUMP: last->op = forward ? Op::JUMP_FORWARD : Op::JUMP_BACKWARD; continue;
      case Op::JUMP_NO_INTERRUPT:
        last->op = forward ? Op::JUMP_FORWARD : Op::JUMP_BACKWARD_NO_INTERRUPT;
        continue;
      case Op::POP_JUMP_IF_FALSE: reversed = Op::POP_JUMP_IF_TRUE; break;
      case Op::POP_JUMP_IF_TRUE: reversed = Op::POP_JUMP_IF_FALSE; break;
      case Op::POP_JUMP_IF_NONE: reversed = Op::POP_JUMP_IF_NOT_NONE; break;
      case Op::POP_JUMP_IF_NOT_NONE: reversed = Op::POP_JUMP_IF_NONE; break;
      default: continue;
    }
    if (forward) continue;
    Block* back = new_block();
    back->code.push_back({.op = Op::JUMP, .location = last->location, .target = last->target});
    back->cold = block->cold;
    last->op = reversed;
    last->target = block->next;
    back->next = block->next;
    block->next = back;
  }
}

}  // namespace simul::compiler
