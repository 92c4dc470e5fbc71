// CodeObject: what the compiler makes and the VM runs. Mirrors CPython 3.13's code objects
// (Objects/codeobject.c).
//
// Always holds after verify(): every operand is in range, every jump lands on an instruction, the
// stack never underflows nor exceeds stack_size, positions has one entry per instruction.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace simul::bytecode {

enum class Opcode : std::uint8_t {
#define SIMUL_OPCODE(name, operand) name,
#include "bytecode/opcodes.def"
};

// One instruction is one word: the opcode in the low 8 bits, the operand in the high 24.
struct Instruction {
  std::uint32_t word = 0;

  static Instruction make(Opcode op, std::uint32_t arg = 0) {
    return {static_cast<std::uint32_t>(op) | arg << 8};
  }
  Opcode op() const { return static_cast<Opcode>(word & 0xff); }
  std::uint32_t arg() const { return word >> 8; }
};
inline constexpr std::uint32_t kMaxArg = (1u << 24) - 1;

// Where an instruction comes from: 1-based lines, 0-based UTF-8 columns, as CPython's
// co_positions(). The anchors are the primary part of the caret line in a traceback (~~~^^^): the
// operator of a BinOp, the brackets of a Subscript, the parentheses of a Call; equal when there is
// none. A line of 0 marks an instruction without place.
struct Position {
  std::int32_t line = 0;
  std::int32_t end_line = 0;
  std::int32_t col = -1;
  std::int32_t end_col = -1;
  std::int32_t anchor_line = 0;
  std::int32_t anchor_col = -1;
  std::int32_t anchor_end_line = 0;
  std::int32_t anchor_end_col = -1;
};

// When an exception leaves [start, end): the stack is cut to depth, with lasti the offset of the
// instruction is pushed (as an int), then the exception, and the frame goes on at target. First
// match wins.
struct ExceptionEntry {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::uint32_t target = 0;
  std::uint32_t depth = 0;
  bool lasti = false;
};

struct CodeObject;
struct Constant;
struct NoneConstant {};
struct EllipsisConstant {};
struct BigIntConstant {
  std::string decimal;  // or "0x" and hexadecimal digits of a very long one; '-' first if negative
};  // does not fit std::int64_t
struct ComplexConstant {
  double real, imag;
};
struct BytesConstant {
  std::string bytes;
};
struct TupleConstant {
  std::vector<Constant> items;
};
struct FrozenSetConstant {
  std::vector<Constant> items;
};
struct Constant {
  std::variant<NoneConstant,
               bool,
               std::int64_t,
               double,
               std::string,
               BigIntConstant,
               ComplexConstant,
               BytesConstant,
               EllipsisConstant,
               TupleConstant,
               FrozenSetConstant,
               std::shared_ptr<const CodeObject>>
      value;
};

// Bits of CodeObject::flags, with CPython's values.
// clang-format off
inline constexpr std::uint32_t kOptimized = 0x1, kNewLocals = 0x2, kVarArgs = 0x4, kVarKeywords = 0x8, kNested = 0x10,
    kGenerator = 0x20, kCoroutine = 0x80, kIterableCoroutine = 0x100, kAsyncGenerator = 0x200;
// A slot of the frame: what localsplusnames and localspluskinds say in CPython.
inline constexpr std::uint8_t kLocal = 0x20, kCell = 0x40, kFree = 0x80;
// clang-format on

struct CodeObject {
  std::string name;
  std::string qualname;
  std::string filename;
  std::uint32_t first_line = 1;
  std::uint32_t flags = 0;
  std::uint32_t arg_count = 0;  // positional parameters, positional-only ones included
  std::uint32_t positional_only_count = 0;
  std::uint32_t keyword_only_count = 0;
  std::uint32_t stack_size = 0;
  std::vector<Instruction> code;
  std::vector<Position> positions;
  std::vector<ExceptionEntry> exceptions;
  std::vector<Constant> constants;
  std::vector<std::string> names;
  // Parameters first (positional, keyword-only, *args, **kwargs), then other locals, then cells
  // that are not parameters, then free variables. A parameter that is also a cell has both bits, as
  // in CPython.
  std::vector<std::string> local_names;
  std::vector<std::uint8_t> local_kinds;
  std::string docstring;
  bool has_docstring = false;

  std::uint32_t free_count() const {
    std::uint32_t n = 0;
    for (std::uint8_t kind : local_kinds) n += (kind & kFree) != 0;
    return n;
  }
};

}  // namespace simul::bytecode
