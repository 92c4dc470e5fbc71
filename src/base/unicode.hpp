// src/base/unicode.hpp - what kind of character a code point is.
//
// Mirrors Objects/unicodectype.c; the flags are those of unicode_tables.hpp.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/unicode_tables.hpp"

namespace simul::unicode {

// The flags k… of a code point; 0 for what is none.
[[nodiscard]] std::uint32_t properties(std::uint32_t code);
[[nodiscard]] bool is_printable(std::uint32_t code);
// Can a character have this name (in any case of letters)? False is certain: no name begins so.
[[nodiscard]] bool may_be_a_name(std::string_view name);

}  // namespace simul::unicode
