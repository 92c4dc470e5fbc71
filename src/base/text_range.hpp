// src/base/text_range.hpp - a place in a program's text.
//
// Offsets count UTF-8 bytes from 0 and ranges are half open. Lines and columns count from 0 here;
// what a person reads counts from 1, and that shift happens where text is printed.
#pragma once

#include <cstdint>

namespace simul {

struct TextRange {
  uint32_t begin = 0;
  uint32_t end = 0;

  [[nodiscard]] constexpr uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(uint32_t offset) const {
    return begin <= offset && offset < end;
  }
  friend constexpr bool operator==(const TextRange&, const TextRange&) = default;
};

struct TextPosition {
  uint32_t line = 0;
  uint32_t column = 0;  // bytes from the start of the line
  friend constexpr auto operator<=>(const TextPosition&, const TextPosition&) = default;
};

}  // namespace simul
