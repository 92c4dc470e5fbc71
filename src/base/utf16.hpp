// src/base/utf16.hpp - places in a UTF-8 text as an editor in a browser counts them.
//
// Python counts code points, files count bytes, a browser's strings count UTF-16 code units. Bytes
// that are no UTF-8 count as one unit each, as a decoder that puts U+FFFD in their place has it.
#pragma once

#include <cstddef>
#include <string_view>

namespace simul {

// How many UTF-16 code units the text is long.
[[nodiscard]] std::size_t utf16_length(std::string_view text);
// The byte at which the code point with this number (from 0) begins; the text's end if there are
// fewer.
[[nodiscard]] std::size_t byte_of_code_point(std::string_view text, std::size_t number);
// The byte at which a line begins (from 0; ends at \n, \r\n or \r); the text's end if there are
// fewer.
[[nodiscard]] std::size_t byte_of_line(std::string_view text, std::size_t line);

}  // namespace simul
