// assemble.hpp - a unit's instructions become a code object: CPython's Python/assemble.c and the
// slots of the frame.
#pragma once

#include <memory>
#include <string>

#include "bytecode/code_object.hpp"
#include "compiler/unit.hpp"

namespace simul::compiler {

// Consumes the unit's sequence.
[[nodiscard]] std::shared_ptr<bytecode::CodeObject> assemble(Unit& unit,
                                                             const std::string& filename);

}  // namespace simul::compiler
