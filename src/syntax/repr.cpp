#include "syntax/repr.hpp"

#include <cstdint>
#include <cstdio>
#include <vector>

#include "syntax/unicode.hpp"

namespace simul::syntax {
namespace {

char quote_for(std::string_view text) {
  return text.find('\'') != std::string_view::npos && text.find('"') == std::string_view::npos
             ? '"'
             : '\'';
}

void append_escaped(std::string& out, unsigned char c, char quote) {
  constexpr std::string_view kHex = "0123456789abcdef";
  if (c == '\\' || c == static_cast<unsigned char>(quote)) {
    out += '\\';
    out += static_cast<char>(c);
  } else if (c == '\n') {
    out += "\\n";
  } else if (c == '\r') {
    out += "\\r";
  } else if (c == '\t') {
    out += "\\t";
  } else if (c < 0x20 || c >= 0x7F) {
    out += "\\x";
    out += kHex[c >> 4];
    out += kHex[c & 15];
  } else {
    out += static_cast<char>(c);
  }
}

}  // namespace

std::string python_repr(std::string_view text) {
  const char quote = quote_for(text);
  std::string out(1, quote);
  for (size_t i = 0; i < text.size();) {
    if ((text[i] & 0x80) == 0) {
      append_escaped(out, static_cast<unsigned char>(text[i++]), quote);
      continue;
    }
    const size_t begin = i;
    const char32_t c = decode_utf8(text, i);
    if (is_printable(c)) {
      out += text.substr(begin, i - begin);
      continue;
    }
    char escape[16];
    std::snprintf(escape,
                  sizeof escape,
                  c < 0x100     ? "\\x%02x"
                  : c < 0x10000 ? "\\u%04x"
                                : "\\U%08x",
                  static_cast<unsigned>(c));
    out += escape;
  }
  out += quote;
  return out;
}

std::string python_bytes_repr(std::string_view bytes) {
  const char quote = quote_for(bytes);
  std::string out = "b";
  out += quote;
  for (const char c : bytes) append_escaped(out, static_cast<unsigned char>(c), quote);
  out += quote;
  return out;
}

std::string decimal_of_hex(std::string_view hex) {
  // Repeated multiplication in base 10^9.
  std::vector<uint32_t> limbs{0};
  for (const char c : hex) {
    uint64_t carry = static_cast<uint64_t>(c <= '9' ? c - '0' : c - 'a' + 10);
    for (uint32_t& limb : limbs) {
      const uint64_t value = static_cast<uint64_t>(limb) * 16 + carry;
      limb = static_cast<uint32_t>(value % 1000000000);
      carry = value / 1000000000;
    }
    if (carry != 0) limbs.push_back(static_cast<uint32_t>(carry));
  }
  std::string out = std::to_string(limbs.back());
  char group[16];
  for (size_t i = limbs.size() - 1; i-- > 0;) {
    std::snprintf(group, sizeof group, "%09u", limbs[i]);
    out += group;
  }
  return out;
}

}  // namespace simul::syntax
