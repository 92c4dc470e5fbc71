// verify.cpp - abstract interpretation of stack depths over the instructions and the exception
// table.
#include "bytecode/verify.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "bytecode/opcode_info.hpp"

namespace simul::bytecode {
namespace {

Error error_at(const CodeObject& code, std::size_t offset, const std::string& what) {
  std::string message = code.qualname + " at " + std::to_string(offset);
  if (offset < code.code.size()) message += " " + std::string(opcode_name(code.code[offset].op()));
  return Error{message + ": " + what, {}};
}

std::string range_text(std::uint32_t arg, std::size_t size) {
  return "operand " + std::to_string(arg) + " of " + std::to_string(size);
}

Result<void> check_operand(const CodeObject& code, std::size_t offset) {
  const Instruction instruction = code.code[offset];
  const std::uint32_t arg = instruction.arg();
  const auto below = [&](std::uint32_t value, std::size_t size) -> Result<void> {
    if (value < size) return {};
    return error_at(code, offset, range_text(value, size));
  };
  switch (instruction.op()) {
    case Opcode::LOAD_GLOBAL:
    case Opcode::LOAD_ATTR: return below(arg >> 1, code.names.size());
    case Opcode::LOAD_SUPER_ATTR: return below(arg >> 2, code.names.size());
    case Opcode::CONTAINS_OP:
    case Opcode::IS_OP: return below(arg, 2);
    case Opcode::RAISE_VARARGS: return below(arg, 3);
    case Opcode::COPY:
    case Opcode::SWAP:
      if (arg == 0) return error_at(code, offset, "operand 0");
      return {};
    case Opcode::BUILD_SLICE:
      if (arg != 2 && arg != 3) return error_at(code, offset, range_text(arg, 4));
      return {};
    case Opcode::CONVERT_VALUE:
      if (arg == 0 || arg > 3) return error_at(code, offset, range_text(arg, 4));
      return {};
    case Opcode::SET_FUNCTION_ATTRIBUTE:
      if (arg != 1 && arg != 2 && arg != 4 && arg != 8)
        return error_at(code, offset, "unknown function attribute");
      return {};
    case Opcode::CALL_INTRINSIC_1:
      if (arg == 0 || intrinsic_1_name(arg).empty())
        return error_at(code, offset, "unknown intrinsic");
      return {};
    case Opcode::CALL_INTRINSIC_2:
      if (arg == 0 || intrinsic_2_name(arg).empty())
        return error_at(code, offset, "unknown intrinsic");
      return {};
    default: break;
  }
  switch (operand_kind(instruction.op())) {
    case OperandKind::CONST: return below(arg, code.constants.size());
    case OperandKind::NAME: return below(arg, code.names.size());
    case OperandKind::LOCAL: return below(arg, code.local_names.size());
    case OperandKind::LOCAL_PAIR:
      SIMUL_TRY(below(arg >> 12, code.local_names.size()));
      return below(arg & 0xfff, code.local_names.size());
    case OperandKind::COMPARE:
      if (compare_symbol(arg >> 5).empty()) return error_at(code, offset, "unknown comparison");
      return {};
    case OperandKind::BINARY:
      if (binary_symbol(arg).empty()) return error_at(code, offset, "unknown operator");
      return {};
    case OperandKind::FORWARD:
    case OperandKind::BACKWARD: {
      const std::int64_t target = jump_target(static_cast<std::int64_t>(offset), instruction);
      if (target < 0 || target >= static_cast<std::int64_t>(code.code.size()))
        return error_at(code, offset, "jump to " + std::to_string(target));
      return {};
    }
    default: return {};
  }
}

// Walks every path once; a place reached with two depths is an error.
class DepthWalk {
 public:
  explicit DepthWalk(const CodeObject& code) : code_(code), depths_(code.code.size(), kUnseen) {}

  Result<std::uint32_t> run() {
    if (code_.code.empty()) return error_at(code_, 0, "no instructions");
    // The first entry whose range covers an instruction is the one the VM takes.
    handlers_.assign(code_.code.size(), -1);
    for (std::size_t i = code_.exceptions.size(); i-- > 0;) {
      const ExceptionEntry& entry = code_.exceptions[i];
      if (entry.start > entry.end || entry.end > code_.code.size() ||
          entry.target >= code_.code.size())
        return error_at(code_, entry.start, "exception entry out of range");
      for (std::uint32_t at = entry.start; at < entry.end; ++at)
        handlers_[at] = static_cast<int>(i);
    }
    SIMUL_TRY(reach(0, 0));
    while (!pending_.empty()) {
      const std::size_t offset = pending_.back();
      pending_.pop_back();
      SIMUL_TRY(step(offset));
    }
    return static_cast<std::uint32_t>(deepest_);
  }

 private:
  static constexpr int kUnseen = -1;

  Result<void> reach(std::size_t offset, int depth) {
    if (offset >= code_.code.size()) return error_at(code_, offset, "runs off the end");
    if (depths_[offset] == kUnseen) {
      depths_[offset] = depth;
      deepest_ = std::max(deepest_, depth);
      pending_.push_back(offset);
      return {};
    }
    if (depths_[offset] != depth)
      return error_at(code_,
                      offset,
                      "reached with depth " + std::to_string(depths_[offset]) + " and " +
                          std::to_string(depth));
    return {};
  }

  Result<void> step(std::size_t offset) {
    const Instruction instruction = code_.code[offset];
    const int depth = depths_[offset];
    if (handlers_[offset] >= 0) {
      const ExceptionEntry& entry = code_.exceptions[static_cast<std::size_t>(handlers_[offset])];
      if (static_cast<int>(entry.depth) > depth)
        return error_at(code_,
                        offset,
                        "handler's depth " + std::to_string(entry.depth) + " above the stack's " +
                            std::to_string(depth));
      SIMUL_TRY(reach(entry.target, static_cast<int>(entry.depth) + (entry.lasti ? 2 : 1)));
    }
    const StackEffect effect = stack_effect(instruction.op(), instruction.arg());
    if (effect.popped > depth)
      return error_at(
          code_, offset, "takes " + std::to_string(effect.popped) + " of " + std::to_string(depth));
    const int after = depth + effect.net();
    deepest_ = std::max(deepest_, after);
    if (is_jump(instruction.op()))
      SIMUL_TRY(reach(
          static_cast<std::size_t>(jump_target(static_cast<std::int64_t>(offset), instruction)),
          after));
    if (!ends_flow(instruction.op())) SIMUL_TRY(reach(offset + 1, after));
    return {};
  }

  const CodeObject& code_;
  std::vector<int> depths_;
  std::vector<int> handlers_;
  std::vector<std::size_t> pending_;
  int deepest_ = 0;
};

}  // namespace

Result<std::uint32_t> max_stack_depth(const CodeObject& code) {
  for (std::size_t offset = 0; offset < code.code.size(); ++offset) {
    if (static_cast<int>(code.code[offset].op()) >= kOpcodeCount)
      return error_at(code, code.code.size(), "unknown opcode");
    SIMUL_TRY(check_operand(code, offset));
  }
  return DepthWalk(code).run();
}

Result<void> verify(const CodeObject& code) {
  std::vector<const CodeObject*> pending = {&code};
  while (!pending.empty()) {
    const CodeObject& current = *pending.back();
    pending.pop_back();
    const Result<std::uint32_t> depth = max_stack_depth(current);
    if (!depth.ok()) return depth.error();
    if (depth.value() > current.stack_size)
      return error_at(current,
                      0,
                      "stack_size " + std::to_string(current.stack_size) + ", needs " +
                          std::to_string(depth.value()));
    if (current.positions.size() != current.code.size())
      return error_at(current, 0, "positions do not match the instructions");
    if (current.local_kinds.size() != current.local_names.size())
      return error_at(current, 0, "local_kinds do not match local_names");
    for (const Constant& constant : current.constants)
      if (const auto* nested = std::get_if<std::shared_ptr<const CodeObject>>(&constant.value)) {
        if (*nested == nullptr) return error_at(current, 0, "a constant without a code object");
        pending.push_back(nested->get());
      }
  }
  return {};
}

}  // namespace simul::bytecode
