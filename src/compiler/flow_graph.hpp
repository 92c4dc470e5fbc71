// flow_graph.hpp - the code of one scope as basic blocks: what CPython's Python/flowgraph.c keeps
// between code generation and assembly, with the same passes in the same order, because their
// effects show: in line numbers of tracebacks, in the order of evaluation, in which reference dies
// when.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "compiler/constants.hpp"
#include "compiler/instruction.hpp"

namespace simul::compiler {

struct Block;

struct FlowInstruction {
  Op op = Op::NOP;
  std::int32_t arg = 0;
  Location location = kNoLocation;
  Block* target = nullptr;   // of jumps and SETUP_*
  Block* handler = nullptr;  // where an exception raised here goes

  void become(Op new_op, std::int32_t new_arg = 0) {
    op = new_op;
    arg = new_arg;
    target = nullptr;
  }
};

struct Block {
  std::vector<FlowInstruction> code;
  Block* next = nullptr;  // in the order of the text
  bool has_label = false;
  bool except_handler = false;
  bool preserve_lasti = false;
  bool visited = false;
  bool cold = false;
  bool warm = false;
  int predecessors = 0;
  int start_depth = -1;
  int offset = 0;
  std::uint64_t unsafe_locals = 0;  // bit i: local i may be unbound when the block begins
  std::vector<Block*> handlers;     // innermost last, when the block begins

  [[nodiscard]] const FlowInstruction* last() const {
    return code.empty() ? nullptr : &code.back();
  }
  [[nodiscard]] FlowInstruction* last() { return code.empty() ? nullptr : &code.back(); }
  [[nodiscard]] bool falls_through() const {
    return code.empty() || !(exits_scope(code.back().op) || is_unconditional_jump(code.back().op));
  }
  [[nodiscard]] bool exits() const { return !code.empty() && exits_scope(code.back().op); }
  [[nodiscard]] bool has_no_line() const;
};

class FlowGraph {
 public:
  explicit FlowGraph(const InstructionSequence& sequence);
  FlowGraph(const FlowGraph&) = delete;
  FlowGraph& operator=(const FlowGraph&) = delete;

  // Every pass up to the final order of blocks. `local_count` counts fast locals, parameters first.
  void optimize(ConstantTable& constants, int local_count, int parameter_count);

  // The prologue: COPY_FREE_VARS, MAKE_CELL (the operands in `cells`), RETURN_GENERATOR.
  void insert_prologue(const std::vector<int>& cells,
                       int free_count,
                       bool generator,
                       int first_line);
  // Cell and free operands number the cells, then the free variables; `slots` says where each
  // lives.
  void map_cells(const std::vector<int>& slots);
  void convert_pseudo_instructions();
  [[nodiscard]] int compute_depths();
  void normalize_jumps();

  [[nodiscard]] Block* entry() { return &blocks_.front(); }

 private:
  Block* new_block() { return &blocks_.emplace_back(); }
  Block* copy_of(const Block& block);

  // flow_graph.cpp
  void find_handlers();
  void remove_unreachable();
  void reset_visited();

  // flow_optimize.cpp
  void inline_small_blocks();
  bool inline_into(Block& block);
  void optimize_block(Block& block, ConstantTable& constants);
  bool thread_jump(Block& block, std::size_t index, const FlowInstruction& target, Op op);
  void remove_nops_and_pairs();
  int remove_redundant_nops();
  int remove_redundant_nops(Block& block);
  int remove_redundant_jumps();
  void remove_nops_and_jumps();
  void insert_superinstructions();

  // flow_lines.cpp
  void resolve_lines();
  void check_unbound_locals(int local_count, int parameter_count);
  void push_cold_blocks_to_end();

  std::deque<Block> blocks_;  // a deque: blocks keep their addresses
};

[[nodiscard]] Block* next_nonempty(Block* block);

}  // namespace simul::compiler
