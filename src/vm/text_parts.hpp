// What the files of text share: text.cpp, text_case.cpp, text_repr.cpp.
#pragma once

#include <cstdint>
#include <string_view>

#include "vm/text.hpp"

namespace simul::vm::text {

// each(code point, its offset, that of the next one).
template <typename Each>
void for_each(std::string_view text, Each each) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t before = i;
    const std::uint32_t code = next_code_point(text, i);
    each(code, before, i);
  }
}

}  // namespace simul::vm::text
