// escapes.hpp - what repr() writes between its quotes: CPython 3.13's choice of the quotes, and of
// the letters that are escaped.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace simul {

// ' unless the text has one and no ".
[[nodiscard]] char repr_quote(std::string_view text);

// \x7f, \u2028 or \U000e0001: as short as it can be.
void append_repr_escape(std::string& out, std::uint32_t code);

// A letter of ASCII, or any byte of bytes.
void append_repr_byte(std::string& out, unsigned char byte, char quote);

}  // namespace simul
