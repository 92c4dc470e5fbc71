// verify.hpp - is this code object safe to run? The VM trusts code that passed: no operand out of
// range, no jump outside the code, no stack underflow or overflow, on every path including the
// exception table's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "bytecode/code_object.hpp"

namespace simul::bytecode {

// Checks `code` and every code object among its constants. The error's message names code object,
// offset and opcode.
[[nodiscard]] Result<void> verify(const CodeObject& code);

// The depth the stack can reach, or why there is none. Ignores stack_size; looks at this code
// object only.
[[nodiscard]] Result<std::uint32_t> max_stack_depth(const CodeObject& code);

}  // namespace simul::bytecode
