#include "vm/line_breaks.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace simul::vm {

using bytecode::CodeObject;
using bytecode::Instruction;
using bytecode::Opcode;

namespace {

std::shared_ptr<CodeObject> copy(const CodeObject& code, std::vector<CodeObject*>& all);

// Code objects lie among the constants, inside tuples too.
void copy_inner(std::vector<bytecode::Constant>& constants, std::vector<CodeObject*>& all) {
  for (bytecode::Constant& each : constants) {
    if (auto* inner = std::get_if<std::shared_ptr<const CodeObject>>(&each.value)) {
      *inner = copy(**inner, all);
    } else if (auto* tuple = std::get_if<bytecode::TupleConstant>(&each.value)) {
      copy_inner(tuple->items, all);
    }
  }
}

std::shared_ptr<CodeObject> copy(const CodeObject& code, std::vector<CodeObject*>& all) {
  auto result = std::make_shared<CodeObject>(code);
  all.push_back(result.get());
  copy_inner(result->constants, all);
  return result;
}

// What a function does before its first line counts as no line.
bool is_preamble(Opcode op) {
  return op == Opcode::RESUME || op == Opcode::MAKE_CELL || op == Opcode::COPY_FREE_VARS ||
         op == Opcode::RETURN_GENERATOR;
}

// Does a line begin with this instruction?
bool begins_line(const CodeObject& code, std::size_t i) {
  const std::int32_t line = code.positions[i].line;
  if (line <= 0 || is_preamble(code.code[i].op())) return false;
  if (i == 0) return true;
  const bool after_generator = i >= 2 && code.code[i - 2].op() == Opcode::RETURN_GENERATOR;
  if (after_generator && code.code[i].op() == Opcode::POP_TOP) return false;
  return code.positions[i - 1].line != line || is_preamble(code.code[i - 1].op());
}

}  // namespace

LineBreaks::LineBreaks(const CodeObject& program) : code_(copy(program, all_)) {}

std::uint32_t LineBreaks::nearest(std::uint32_t line) const {
  std::uint32_t best = 0;
  for (const CodeObject* code : all_) {
    for (std::size_t i = 0; i < code->code.size(); ++i) {
      const auto here = static_cast<std::uint32_t>(std::max(0, code->positions[i].line));
      if (here >= line && (best == 0 || here < best) && begins_line(*code, i)) best = here;
    }
  }
  return best;
}

void LineBreaks::set(const std::set<std::uint32_t>& lines) {
  moved_ = true;
  for (const Mark& mark : marks_) *mark.place = mark.original;
  marks_.clear();
  if (lines.empty()) return;
  for (CodeObject* code : all_) {
    for (std::size_t i = 0; i < code->code.size(); ++i) {
      const std::int32_t line = code->positions[i].line;
      if (line <= 0 || !lines.contains(static_cast<std::uint32_t>(line)) || !begins_line(*code, i))
        continue;
      marks_.push_back({&code->code[i], code->code[i]});
    }
  }
  for (std::size_t i = 0; i < marks_.size() && i < bytecode::kMaxArg; ++i)
    *marks_[i].place = Instruction::make(Opcode::NOP, static_cast<std::uint32_t>(i + 1));
}

bool LineBreaks::stops(const Frame* frame, const Instruction* at, std::uint32_t line) {
  if (muted_) return false;
  const bool again = frame == std::exchange(frame_, nullptr) && at == at_;
  if (again) return false;
  frame_ = frame;
  at_ = at;
  hit_ = line;
  return true;
}

}  // namespace simul::vm
