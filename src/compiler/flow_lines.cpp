// flow_lines.cpp - which line an instruction without one belongs to, which locals may be unbound,
// and the blocks that only exceptions reach moved behind the others. Mirrors the same passes of
// CPython's Python/flowgraph.c.
#include "compiler/flow_graph.hpp"

namespace simul::compiler {
namespace {

// Instructions at which CPython looks for signals; a block with one must have a line of its own.
bool checks_for_events(Op op) {
  switch (op) {
    case Op::RESUME:
    case Op::JUMP:
    case Op::JUMP_BACKWARD:
    case Op::CALL:
    case Op::CALL_KW:
    case Op::CALL_FUNCTION_EX: return true;
    default: return false;
  }
}

bool needs_line(const Block& block) {
  bool checks = block.exits();
  for (const FlowInstruction& instruction : block.code)
    checks = checks || checks_for_events(instruction.op);
  return checks && block.has_no_line();
}

}  // namespace

void FlowGraph::resolve_lines() {
  // An exit without a line takes the line of the jump to it, so each jump gets its own copy.
  for (Block* block = entry(); block != nullptr; block = block->next) {
    FlowInstruction* last = block->last();
    if (last == nullptr || !is_jump(last->op)) continue;
    Block* target = next_nonempty(last->target);
    if (target == nullptr || !needs_line(*target) || target->predecessors <= 1) continue;
    Block* copy = copy_of(*target);
    copy->code.front().location = last->location;
    last->target = copy;
    copy->predecessors = 1;
    copy->has_label = true;
    copy->next = target->next;
    target->next = copy;
    --target->predecessors;
  }
  for (Block* block = entry(); block != nullptr; block = block->next)
    if (block->falls_through() && block->next != nullptr && !block->code.empty() &&
        !block->next->code.empty() && needs_line(*block->next))
      block->next->code.front().location = block->code.back().location;

  for (Block* block = entry(); block != nullptr; block = block->next) {
    if (block->code.empty()) continue;
    Location previous = kNoLocation;
    for (FlowInstruction& instruction : block->code) {
      if (instruction.location.line == kNoLine)
        instruction.location = previous;
      else
        previous = instruction.location;
    }
    const auto pass_on = [&](Block* to) {
      if (to != nullptr && to->predecessors == 1 && !to->code.empty() &&
          to->code.front().location.line == kNoLine)
        to->code.front().location = previous;
    };
    if (block->falls_through()) pass_on(block->next);
    if (is_jump(block->code.back().op)) pass_on(block->code.back().target);
  }
}

void FlowGraph::check_unbound_locals(int local_count, int parameter_count) {
  constexpr int kTracked = 64;
  if (local_count == 0) return;
  if (local_count > kTracked) {
    // Locals past the 64th are looked at one block at a time, as CPython does, to stay linear.
    std::vector<int> bound_in(static_cast<std::size_t>(local_count - kTracked), 0);
    int number = 0;
    for (Block* block = entry(); block != nullptr; block = block->next) {
      ++number;
      for (FlowInstruction& instruction : block->code) {
        if (instruction.arg < kTracked || instruction.arg >= local_count) continue;
        int& state = bound_in[static_cast<std::size_t>(instruction.arg - kTracked)];
        switch (instruction.op) {
          case Op::DELETE_FAST:
          case Op::LOAD_FAST_AND_CLEAR:
          case Op::STORE_FAST_MAYBE_NULL: state = number - 1; break;
          case Op::STORE_FAST: state = number; break;
          case Op::LOAD_FAST:
            if (state != number) instruction.op = Op::LOAD_FAST_CHECK;
            state = number;
            break;
          default: break;
        }
      }
    }
    local_count = kTracked;
  }
  reset_visited();
  for (Block* block = entry(); block != nullptr; block = block->next) block->unsafe_locals = 0;
  std::vector<Block*> pending;
  const auto push = [&](Block* block, std::uint64_t unsafe) {
    const std::uint64_t both = block->unsafe_locals | unsafe;
    if (block->unsafe_locals == both) return;
    block->unsafe_locals = both;
    if (block->visited) return;
    block->visited = true;
    pending.push_back(block);
  };
  const auto scan = [&](Block* block) {
    std::uint64_t unsafe = block->unsafe_locals;
    for (FlowInstruction& instruction : block->code) {
      if (instruction.handler != nullptr) push(instruction.handler, unsafe);
      if (instruction.arg >= kTracked || instruction.arg < 0) continue;
      const std::uint64_t bit = std::uint64_t{1} << instruction.arg;
      switch (instruction.op) {
        case Op::DELETE_FAST:
        case Op::LOAD_FAST_AND_CLEAR:
        case Op::STORE_FAST_MAYBE_NULL: unsafe |= bit; break;
        case Op::STORE_FAST:
        case Op::LOAD_FAST_CHECK: unsafe &= ~bit; break;
        case Op::LOAD_FAST:
          if ((unsafe & bit) != 0) instruction.op = Op::LOAD_FAST_CHECK;
          unsafe &= ~bit;
          break;
        default: break;
      }
    }
    if (block->next != nullptr && block->falls_through()) push(block->next, unsafe);
    const FlowInstruction* last = block->last();
    if (last != nullptr && is_jump(last->op)) push(last->target, unsafe);
  };
  std::uint64_t unbound = 0;
  for (int i = parameter_count; i < local_count; ++i) unbound |= std::uint64_t{1} << i;
  push(entry(), unbound);
  for (Block* block = entry(); block != nullptr; block = block->next) scan(block);
  while (!pending.empty()) {
    Block* block = pending.back();
    pending.pop_back();
    block->visited = false;
    scan(block);
  }
}

void FlowGraph::push_cold_blocks_to_end() {
  if (entry()->next == nullptr) return;
  reset_visited();
  for (Block* block = entry(); block != nullptr; block = block->next)
    block->cold = block->warm = false;
  std::vector<Block*> pending = {entry()};
  entry()->visited = true;
  const auto reach = [&](Block* block) {
    if (block->visited || block->warm) return;
    block->visited = true;
    pending.push_back(block);
  };
  while (!pending.empty()) {
    Block* block = pending.back();
    pending.pop_back();
    block->warm = true;
    if (block->next != nullptr && block->falls_through()) reach(block->next);
    for (const FlowInstruction& instruction : block->code)
      if (is_jump(instruction.op)) reach(instruction.target);
  }
  reset_visited();
  for (Block* block = entry(); block != nullptr; block = block->next)
    if (block->except_handler) {
      block->visited = true;
      pending.push_back(block);
    }
  while (!pending.empty()) {
    Block* block = pending.back();
    pending.pop_back();
    block->cold = true;
    if (block->next != nullptr && block->falls_through()) reach(block->next);
    for (const FlowInstruction& instruction : block->code)
      if (is_jump(instruction.op)) reach(instruction.target);
  }
  for (Block* block = entry(); block != nullptr; block = block->next) {
    if (!block->cold || !block->falls_through() || block->next == nullptr || !block->next->warm)
      continue;
    Block* jump = new_block();
    block->next->has_label = true;
    jump->code.push_back({.op = Op::JUMP_NO_INTERRUPT, .target = block->next});
    jump->cold = true;
    jump->predecessors = 1;
    jump->next = block->next;
    block->next = jump;
  }
  Block* cold_first = nullptr;
  Block* cold_last = nullptr;
  Block* block = entry();
  while (block->next != nullptr) {
    while (block->next != nullptr && !block->next->cold) block = block->next;
    if (block->next == nullptr) break;
    Block* streak_end = block->next;
    while (streak_end->next != nullptr && streak_end->next->cold) streak_end = streak_end->next;
    if (cold_first == nullptr)
      cold_first = block->next;
    else
      cold_last->next = block->next;
    cold_last = streak_end;
    block->next = streak_end->next;
    streak_end->next = nullptr;
  }
  block->next = cold_first;
  if (cold_first != nullptr) remove_nops_and_jumps();
}

}  // namespace simul::compiler
