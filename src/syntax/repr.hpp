// src/syntax/repr.hpp - constants as Python writes them: CPython 3.13's repr() of a str, of bytes,
// and of an int too large for a machine word (a float's: base/float_text.hpp). The VM has its own:
// its values are no constants of a tree.
#pragma once

#include <string>
#include <string_view>

namespace simul::syntax {

// Of UTF-8; surrogates stand in it as WTF-8.
[[nodiscard]] std::string python_repr(std::string_view text);
[[nodiscard]] std::string python_bytes_repr(std::string_view bytes);

// The decimal digits of a whole number that is given in small hexadecimal ones.
[[nodiscard]] std::string decimal_of_hex(std::string_view hex);

}  // namespace simul::syntax
