// constant_key.hpp - which constants CPython makes one object of: equal ones of the same type
// (1, 1.0 and True are three; 0.0 and -0.0 are two).
#pragma once

#include <cstdint>
#include <string>

#include "bytecode/code_object.hpp"

namespace simul::bytecode {

// Two constants have the same key when CPython would share them.
[[nodiscard]] std::string constant_key(const Constant& constant);

// Parts of such a key.
[[nodiscard]] std::string number_key(char type, std::uint64_t bits);
[[nodiscard]] std::string text_key(char type, const std::string& text);

}  // namespace simul::bytecode
