#include "base/utf16.hpp"

#include <algorithm>

namespace simul {
namespace {

// How many bytes the code point at `at` has; 1 for a byte that begins none.
std::size_t bytes_at(std::string_view text, std::size_t at) {
  auto lead = static_cast<unsigned char>(text[at]);
  std::size_t want = lead < 0x80                   ? 1
                     : lead >= 0xF0 && lead < 0xF8 ? 4
                     : lead >= 0xE0                ? 3
                     : lead >= 0xC2                ? 2
                                                   : 1;
  if (lead >= 0xF8) want = 1;
  if (at + want > text.size()) return 1;
  for (std::size_t i = 1; i < want; ++i) {
    if ((static_cast<unsigned char>(text[at + i]) & 0xC0) != 0x80) return 1;
  }
  return want;
}

}  // namespace

std::size_t utf16_length(std::string_view text) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t bytes = bytes_at(text, at);
    units += bytes == 4 ? 2 : 1;
    at += bytes;
  }
  return units;
}

std::size_t byte_of_code_point(std::string_view text, std::size_t number) {
  std::size_t at = 0;
  for (; number > 0 && at < text.size(); --number) at += bytes_at(text, at);
  return at;
}

std::size_t byte_of_line(std::string_view text, std::size_t line) {
  std::size_t at = 0;
  for (; line > 0; --line) {
    std::size_t end = text.find_first_of("\r\n", at);
    if (end == std::string_view::npos) return text.size();
    bool pair = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
    at = end + (pair ? 2 : 1);
  }
  return at;
}

}  // namespace simul
