// disassemble.cpp - see disassemble.hpp.
#include "bytecode/disassemble.hpp"

#include <cmath>
#include <vector>

#include "base/escapes.hpp"
#include "base/float_text.hpp"
#include "bytecode/opcode_info.hpp"

namespace simul::bytecode {
namespace {

// Text beyond ASCII is kept as it is.
std::string quoted(const std::string& text, bool bytes) {
  const char quote = repr_quote(text);
  std::string out = bytes ? "b" : "";
  out += quote;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 && !bytes) {
      out += c;
    } else {
      append_repr_byte(out, byte, quote);
    }
  }
  return out + quote;
}

std::string items_text(const std::vector<Constant>& items) {
  std::string out;
  for (const Constant& item : items) {
    if (!out.empty()) out += ", ";
    out += constant_text(item);
  }
  return out;
}

struct ConstantText {
  std::string operator()(NoneConstant) const { return "None"; }
  std::string operator()(EllipsisConstant) const { return "Ellipsis"; }
  std::string operator()(bool value) const { return value ? "True" : "False"; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const { return float_repr(value); }
  std::string operator()(const std::string& value) const { return quoted(value, false); }
  std::string operator()(const BigIntConstant& value) const { return value.decimal; }
  std::string operator()(const ComplexConstant& value) const {
    const auto digits = [](double part) {
      std::string out = float_repr(part);
      if (out.size() > 2 && out.ends_with(".0")) out.resize(out.size() - 2);
      return out;
    };
    const std::string imag = digits(value.imag) + "j";
    if (value.real == 0 && !std::signbit(value.real)) return imag;
    return "(" + digits(value.real) + (imag.starts_with('-') ? "" : "+") + imag + ")";
  }
  std::string operator()(const BytesConstant& value) const { return quoted(value.bytes, true); }
  std::string operator()(const TupleConstant& value) const {
    return "(" + items_text(value.items) + (value.items.size() == 1 ? ",)" : ")");
  }
  std::string operator()(const FrozenSetConstant& value) const {
    return "frozenset({" + items_text(value.items) + "})";
  }
  std::string operator()(const std::shared_ptr<const CodeObject>& code) const {
    return "<code object " + (code == nullptr ? std::string("?") : code->name) + ">";
  }
};

std::string position_text(const Position& at) {
  if (at.line == 0) return "--";
  std::string out = std::to_string(at.line) + ":" + std::to_string(at.col) + "-" +
                    std::to_string(at.end_line) + ":" + std::to_string(at.end_col);
  if (at.anchor_line > 0 &&
      (at.anchor_line != at.anchor_end_line || at.anchor_col != at.anchor_end_col))
    out += " ^" + std::to_string(at.anchor_line) + ":" + std::to_string(at.anchor_col) + "-" +
           std::to_string(at.anchor_end_line) + ":" + std::to_string(at.anchor_end_col);
  return out;
}

template <typename List>
std::string item_or_mark(const List& list, std::size_t index) {
  return index < list.size() ? std::string(list[index]) : std::string("<out of range>");
}

void pad(std::string& line, std::size_t width) {
  if (line.size() < width) line.append(width - line.size(), ' ');
}

void append_code(std::string& out, const CodeObject& code, DisassembleOptions options) {
  std::vector<bool> target(code.code.size() + 1, false);
  for (std::size_t i = 0; i < code.code.size(); ++i) {
    if (!is_jump(code.code[i].op())) continue;
    const std::int64_t to = jump_target(static_cast<std::int64_t>(i), code.code[i]);
    if (to >= 0 && to < static_cast<std::int64_t>(target.size()))
      target[static_cast<std::size_t>(to)] = true;
  }
  int line = -1;
  for (std::size_t i = 0; i < code.code.size(); ++i) {
    const Instruction instruction = code.code[i];
    std::string text;
    const int here = i < code.positions.size() ? code.positions[i].line : 0;
    if (here != line) text = here == 0 ? "--" : std::to_string(here);
    line = here;
    pad(text, 5);
    text += target[i] ? ">" : " ";
    const std::string offset = std::to_string(i);
    text.append(offset.size() < 4 ? 4 - offset.size() : 0, ' ');
    text += offset + " " + std::string(opcode_name(instruction.op()));
    if (operand_kind(instruction.op()) != OperandKind::NONE) {
      pad(text, 38);
      text += " " + std::to_string(instruction.arg());
      const std::string meaning = operand_text(code, i);
      if (!meaning.empty()) text += " (" + meaning + ")";
    }
    if (options.positions && i < code.positions.size())
      text += "  @" + position_text(code.positions[i]);
    out += text + "\n";
  }
  if (!code.exceptions.empty()) out += "exceptions:\n";
  for (const ExceptionEntry& entry : code.exceptions)
    out += "  " + std::to_string(entry.start) + " to " + std::to_string(entry.end) + " -> " +
           std::to_string(entry.target) + " [" + std::to_string(entry.depth) + "]" +
           (entry.lasti ? " lasti" : "") + "\n";
}

}  // namespace

std::string constant_text(const Constant& constant) {
  return std::visit(ConstantText{}, constant.value);
}

std::string operand_text(const CodeObject& code, std::size_t offset) {
  const Instruction instruction = code.code[offset];
  const std::uint32_t arg = instruction.arg();
  switch (instruction.op()) {
    case Opcode::LOAD_GLOBAL:
      return item_or_mark(code.names, arg >> 1) + ((arg & 1) != 0 ? " + NULL" : "");
    case Opcode::LOAD_ATTR:
      return item_or_mark(code.names, arg >> 1) + ((arg & 1) != 0 ? " + NULL|self" : "");
    case Opcode::LOAD_SUPER_ATTR:
      return item_or_mark(code.names, arg >> 2) + ((arg & 1) != 0 ? " + NULL|self" : "");
    case Opcode::CONTAINS_OP: return arg != 0 ? "not in" : "in";
    case Opcode::IS_OP: return arg != 0 ? "is not" : "is";
    case Opcode::CONVERT_VALUE:
      return arg == 1 ? "str" : arg == 2 ? "repr" : arg == 3 ? "ascii" : "";
    case Opcode::SET_FUNCTION_ATTRIBUTE:
      return arg == 1   ? "defaults"
             : arg == 2 ? "kwdefaults"
             : arg == 4 ? "annotations"
             : arg == 8 ? "closure"
                        : "";
    case Opcode::CALL_INTRINSIC_1: return std::string(intrinsic_1_name(arg));
    case Opcode::CALL_INTRINSIC_2: return std::string(intrinsic_2_name(arg));
    default: break;
  }
  switch (operand_kind(instruction.op())) {
    case OperandKind::CONST:
      return arg < code.constants.size() ? constant_text(code.constants[arg]) : "<out of range>";
    case OperandKind::NAME: return item_or_mark(code.names, arg);
    case OperandKind::LOCAL: return item_or_mark(code.local_names, arg);
    case OperandKind::LOCAL_PAIR:
      return item_or_mark(code.local_names, arg >> 12) + ", " +
             item_or_mark(code.local_names, arg & 0xfff);
    case OperandKind::FORWARD:
    case OperandKind::BACKWARD:
      return "to " + std::to_string(jump_target(static_cast<std::int64_t>(offset), instruction));
    case OperandKind::COMPARE: {
      const std::string symbol(compare_symbol(arg >> 5));
      return (arg & 16) != 0 ? "bool(" + symbol + ")" : symbol;
    }
    case OperandKind::BINARY: return std::string(binary_symbol(arg));
    default: return "";
  }
}

std::string disassemble(const CodeObject& code, DisassembleOptions options) {
  std::string out;
  append_code(out, code, options);
  if (!options.nested) return out;
  for (const Constant& constant : code.constants) {
    const auto* nested = std::get_if<std::shared_ptr<const CodeObject>>(&constant.value);
    if (nested == nullptr || *nested == nullptr) continue;
    out += "\n" + (*nested)->qualname + ":\n" + disassemble(**nested, options);
  }
  return out;
}

}  // namespace simul::bytecode
