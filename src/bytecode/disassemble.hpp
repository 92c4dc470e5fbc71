// disassemble.hpp - a code object as text a person can read, in the manner of CPython's `dis`.
#pragma once

#include <string>

#include "bytecode/code_object.hpp"

namespace simul::bytecode {

// A constant as repr() would write it, except for code objects: <code object NAME>.
[[nodiscard]] std::string constant_text(const Constant& constant);

// The meaning of the operand at `offset`: a name, a constant, a jump target ("to 12"); empty when
// there is none.
[[nodiscard]] std::string operand_text(const CodeObject& code, std::size_t offset);

struct DisassembleOptions {
  bool nested = true;      // code objects among the constants follow
  bool positions = false;  // line:col-line:col and the anchors behind each instruction
};

// One instruction a line (line number when it changes, offset, name, operand, meaning), then the
// exception table.
[[nodiscard]] std::string disassemble(const CodeObject& code, DisassembleOptions options = {});

}  // namespace simul::bytecode
