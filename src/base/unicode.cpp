#include "base/unicode.hpp"

#include <algorithm>

namespace simul::unicode {

namespace {

std::uint32_t properties_by_search(std::uint32_t code) {
  const std::uint32_t* end = kRuns + kRunCount;
  const std::uint32_t* run = std::upper_bound(kRuns, end, code << 8 | 0xff);
  return kClasses[*(run - 1) & 0xff];
}

struct AsciiProperties {
  std::uint32_t of[0x80];
  AsciiProperties() {
    for (std::uint32_t code = 0; code < 0x80; ++code) of[code] = properties_by_search(code);
  }
};

}  // namespace

std::uint32_t properties(std::uint32_t code) {
  static const AsciiProperties kAscii;
  return code < 0x80 ? kAscii.of[code] : properties_by_search(code);
}

bool is_printable(std::uint32_t code) {
  if (code < 0x7f) return code >= 0x20;
  return (properties(code) & kPrintable) != 0;
}

bool may_be_a_name(std::string_view name) {
  if (name.ends_with(' ') || name.find("  ") != std::string_view::npos) return false;
  std::uint32_t hash = 2166136261u;
  for (const char given : name) {
    const char c = given >= 'a' && given <= 'z' ? static_cast<char>(given - 'a' + 'A') : given;
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    if (c == ' ') break;
  }
  const std::uint32_t bit = hash % kNameBits;
  return (kNameBeginnings[bit / 32] >> bit % 32 & 1) != 0;
}

}  // namespace simul::unicode
