#include "syntax/unicode.hpp"

#include <algorithm>
#include <iterator>

#include "base/unicode.hpp"

namespace simul::syntax {
namespace {

// clang-format off
struct Accent {
  char base;
  char32_t mark;
  char32_t composed;
};
constexpr Accent kAccents[] = {
    {'A', 0x300, 0xC0}, {'A', 0x301, 0xC1}, {'A', 0x302, 0xC2}, {'A', 0x303, 0xC3}, {'A', 0x308, 0xC4},
    {'A', 0x30A, 0xC5}, {'C', 0x327, 0xC7}, {'E', 0x300, 0xC8}, {'E', 0x301, 0xC9}, {'E', 0x302, 0xCA},
    {'E', 0x308, 0xCB}, {'I', 0x300, 0xCC}, {'I', 0x301, 0xCD}, {'I', 0x302, 0xCE}, {'I', 0x308, 0xCF},
    {'N', 0x303, 0xD1}, {'O', 0x300, 0xD2}, {'O', 0x301, 0xD3}, {'O', 0x302, 0xD4}, {'O', 0x303, 0xD5},
    {'O', 0x308, 0xD6}, {'U', 0x300, 0xD9}, {'U', 0x301, 0xDA}, {'U', 0x302, 0xDB}, {'U', 0x308, 0xDC},
    {'Y', 0x301, 0xDD}, {'a', 0x300, 0xE0}, {'a', 0x301, 0xE1}, {'a', 0x302, 0xE2}, {'a', 0x303, 0xE3},
    {'a', 0x308, 0xE4}, {'a', 0x30A, 0xE5}, {'c', 0x327, 0xE7}, {'e', 0x300, 0xE8}, {'e', 0x301, 0xE9},
    {'e', 0x302, 0xEA}, {'e', 0x308, 0xEB}, {'i', 0x300, 0xEC}, {'i', 0x301, 0xED}, {'i', 0x302, 0xEE},
    {'i', 0x308, 0xEF}, {'n', 0x303, 0xF1}, {'o', 0x300, 0xF2}, {'o', 0x301, 0xF3}, {'o', 0x302, 0xF4},
    {'o', 0x303, 0xF5}, {'o', 0x308, 0xF6}, {'u', 0x300, 0xF9}, {'u', 0x301, 0xFA}, {'u', 0x302, 0xFB},
    {'u', 0x308, 0xFC}, {'y', 0x301, 0xFD}, {'y', 0x308, 0xFF},
};
// clang-format on

// The mathematical alphabets U+1D400..: thirteen of 52 Latin letters, then Greek (left alone), then
// digits.
char32_t compatibility_letter(char32_t c) {
  if (c >= 0xFF10 && c <= 0xFF5E) return c - 0xFF00 + 0x20;  // full width
  if (c >= 0x1D400 && c <= 0x1D6A3) {
    const char32_t index = (c - 0x1D400) % 52;
    return index < 26 ? U'A' + index : U'a' + (index - 26);
  }
  if (c >= 0x1D7CE && c <= 0x1D7FF) return U'0' + (c - 0x1D7CE) % 10;
  switch (c) {
    case 0x00AA: return U'a';
    case 0x00BA: return U'o';
    case 0x00B5: return 0x03BC;
    case 0x017F: return U's';
    case 0x2102: return U'C';
    case 0x210A: return U'g';
    case 0x210B: return U'H';
    case 0x210C: return U'H';
    case 0x210D: return U'H';
    case 0x210E: return U'h';
    case 0x2110: return U'I';
    case 0x2111: return U'I';
    case 0x2112: return U'L';
    case 0x2113: return U'l';
    case 0x2115: return U'N';
    case 0x2119: return U'P';
    case 0x211A: return U'Q';
    case 0x211B: return U'R';
    case 0x211C: return U'R';
    case 0x211D: return U'R';
    case 0x2124: return U'Z';
    case 0x2126: return 0x03A9;
    case 0x212A: return U'K';
    case 0x212B: return 0x00C5;
    case 0xFE33: return U'_';
    case 0xFE34: return U'_';
    default: return c;
  }
}

}  // namespace

char32_t decode_utf8(std::string_view text, size_t& offset) {
  const auto byte = [&](size_t i) -> uint32_t {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const uint32_t first = byte(offset);
  int more = 0;
  char32_t value = 0;
  if (first < 0x80) {
    ++offset;
    return first;
  }
  if (first >= 0xF0 && first < 0xF8) {
    more = 3;
    value = first & 0x07;
  } else if (first >= 0xE0 && first < 0xF0) {
    more = 2;
    value = first & 0x0F;
  } else if (first >= 0xC0 && first < 0xE0) {
    more = 1;
    value = first & 0x1F;
  } else {
    ++offset;
    return 0xFFFD;
  }
  for (int i = 1; i <= more; ++i) {
    const uint32_t next = byte(offset + static_cast<size_t>(i));
    if ((next & 0xC0) != 0x80) {
      ++offset;
      return 0xFFFD;
    }
    value = (value << 6) | (next & 0x3F);
  }
  offset += static_cast<size_t>(more) + 1;
  return value;
}

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&](char32_t v) { out.push_back(static_cast<char>(static_cast<uint8_t>(v))); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

int count_characters(std::string_view text) {
  return static_cast<int>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

bool is_identifier_start(char32_t c) {
  return (unicode::properties(c) & unicode::kIdStart) != 0;
}
bool is_identifier_continue(char32_t c) {
  return (unicode::properties(c) & unicode::kIdContinue) != 0;
}

std::optional<std::string> normalize_identifier(std::string_view name) {
  std::string out;
  out.reserve(name.size());
  for (size_t i = 0; i < name.size();) {
    const char32_t c = decode_utf8(name, i);
    if ((unicode::properties(c) & unicode::kMayNormalize) == 0) {
      append_utf8(out, c);
      continue;
    }
    if (c >= 0xFB00 && c <= 0xFB04) {
      static constexpr std::string_view kLigatures[] = {"ff", "fi", "fl", "ffi", "ffl"};
      out += kLigatures[c - 0xFB00];
      continue;
    }
    if (c >= 0x300 && c <= 0x327 && !out.empty()) {
      const auto* accent =
          std::find_if(std::begin(kAccents), std::end(kAccents), [&](const Accent& a) {
            return a.base == out.back() && a.mark == c;
          });
      if (accent == std::end(kAccents)) return std::nullopt;
      out.pop_back();
      append_utf8(out, accent->composed);
      continue;
    }
    const char32_t letter = compatibility_letter(c);
    if (letter == c) return std::nullopt;
    append_utf8(out, letter);
  }
  return out;
}

}  // namespace simul::syntax
