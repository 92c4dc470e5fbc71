// assemble.cpp - see assemble.hpp.
#include "compiler/assemble.hpp"

#include "base/sort.hpp"
#include "compiler/flow_graph.hpp"

namespace simul::compiler {

using bytecode::CodeObject;

namespace {

std::uint32_t code_flags(const Unit& unit) {
  if (!unit.scope.is_function()) return 0;
  std::uint32_t flags = bytecode::kNewLocals | bytecode::kOptimized;
  if (unit.scope.nested) flags |= bytecode::kNested;
  if (unit.scope.generator && unit.scope.coroutine)
    flags |= bytecode::kAsyncGenerator;
  else if (unit.scope.generator)
    flags |= bytecode::kGenerator;
  else if (unit.scope.coroutine)
    flags |= bytecode::kCoroutine;
  if (unit.has_varargs) flags |= bytecode::kVarArgs;
  if (unit.has_varkeywords) flags |= bytecode::kVarKeywords;
  return flags;
}

// Where each cell and free variable lives: a cell that is also a local shares the local's slot.
std::vector<int> lay_out_slots(const Unit& unit, CodeObject& code) {
  for (const std::string& name : unit.locals.names()) {
    code.local_names.push_back(name);
    code.local_kinds.push_back(bytecode::kLocal);
  }
  std::vector<int> slots;
  for (const std::string& name : unit.cells.names()) {
    const int local = unit.locals.find(name);
    if (local >= 0) {
      code.local_kinds[static_cast<std::size_t>(local)] |= bytecode::kCell;
      slots.push_back(local);
      continue;
    }
    slots.push_back(static_cast<int>(code.local_names.size()));
    code.local_names.push_back(name);
    code.local_kinds.push_back(bytecode::kCell);
  }
  for (const std::string& name : unit.frees.names()) {
    slots.push_back(static_cast<int>(code.local_names.size()));
    code.local_names.push_back(name);
    code.local_kinds.push_back(bytecode::kFree);
  }
  return slots;
}

bytecode::Position final_position(const Location& location) {
  if (location.line < 0) return {};
  return location;
}

void write_instructions(FlowGraph& graph, CodeObject& code) {
  int offset = 0;
  for (Block* block = graph.entry(); block != nullptr; block = block->next) {
    block->offset = offset;
    offset += static_cast<int>(block->code.size());
  }
  const Block* handler = nullptr;
  std::uint32_t start = 0;
  std::uint32_t here = 0;
  const auto close_range = [&] {
    if (handler == nullptr || here == start) return;
    const int depth = handler->start_depth - 1 - (handler->preserve_lasti ? 1 : 0);
    code.exceptions.push_back({.start = start,
                               .end = here,
                               .target = static_cast<std::uint32_t>(handler->offset),
                               .depth = static_cast<std::uint32_t>(depth),
                               .lasti = handler->preserve_lasti});
  };
  for (Block* block = graph.entry(); block != nullptr; block = block->next)
    for (const FlowInstruction& instruction : block->code) {
      if (instruction.handler != handler) {
        close_range();
        handler = instruction.handler;
        start = here;
      }
      int arg = instruction.arg;
      if (is_jump(instruction.op)) {
        const int next = static_cast<int>(here) + 1;
        const int target = instruction.target->offset;
        arg = target < next ? next - target : target - next;
      }
      code.code.push_back(bytecode::Instruction::make(static_cast<bytecode::Opcode>(instruction.op),
                                                      static_cast<std::uint32_t>(arg)));
      code.positions.push_back(final_position(instruction.location));
      ++here;
    }
  close_range();
}

// Keeps the constants the code still uses, and the first, which may be the docstring.
void write_constants(FlowGraph& graph, const ConstantTable& constants, CodeObject& code) {
  std::vector<int> place(constants.size(), -1);
  if (!place.empty()) place[0] = 0;
  const auto uses_constant = [](Op op) { return op == Op::LOAD_CONST || op == Op::RETURN_CONST; };
  for (Block* block = graph.entry(); block != nullptr; block = block->next)
    for (const FlowInstruction& instruction : block->code)
      if (uses_constant(instruction.op)) place[static_cast<std::size_t>(instruction.arg)] = 0;
  int next = 0;
  for (std::size_t i = 0; i < place.size(); ++i) {
    if (place[i] < 0) continue;
    place[i] = next++;
    code.constants.push_back(constants.at(static_cast<int>(i)));
  }
  for (Block* block = graph.entry(); block != nullptr; block = block->next)
    for (FlowInstruction& instruction : block->code)
      if (uses_constant(instruction.op))
        instruction.arg = place[static_cast<std::size_t>(instruction.arg)];
}

}  // namespace

std::shared_ptr<CodeObject> assemble(Unit& unit, const std::string& filename) {
  auto code = std::make_shared<CodeObject>();
  code->name = unit.name;
  code->qualname = unit.qualname;
  code->filename = filename;
  code->first_line = static_cast<std::uint32_t>(unit.first_line);
  code->flags = code_flags(unit);
  code->arg_count = unit.arg_count + unit.positional_only_count;
  code->positional_only_count = unit.positional_only_count;
  code->keyword_only_count = unit.keyword_only_count;
  code->names = unit.names.names();
  code->docstring = unit.docstring;
  code->has_docstring = unit.has_docstring;

  FlowGraph graph(unit.sequence);
  const int locals = unit.locals.size();
  const int parameters = static_cast<int>(code->arg_count + code->keyword_only_count) +
                         (unit.has_varargs ? 1 : 0) + (unit.has_varkeywords ? 1 : 0);
  graph.optimize(unit.constants, locals, parameters);
  write_constants(graph, unit.constants, *code);

  const std::vector<int> slots = lay_out_slots(unit, *code);
  std::vector<int> cells(slots.begin(), slots.begin() + unit.cells.size());
  sort_stably(cells);
  graph.map_cells(slots);
  const bool generator =
      (code->flags & (bytecode::kGenerator | bytecode::kCoroutine | bytecode::kAsyncGenerator)) !=
      0;
  graph.insert_prologue(cells, unit.frees.size(), generator, unit.first_line);
  code->stack_size = static_cast<std::uint32_t>(graph.compute_depths());
  graph.convert_pseudo_instructions();
  graph.normalize_jumps();
  write_instructions(graph, *code);
  return code;
}

}  // namespace simul::compiler
