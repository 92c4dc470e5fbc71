#include "syntax/repr.hpp"

#include <cstdint>
#include <cstdio>
#include <vector>

#include "base/escapes.hpp"
#include "syntax/unicode.hpp"

namespace simul::syntax {
std::string python_repr(std::string_view text) {
  const char quote = repr_quote(text);
  std::string out(1, quote);
  for (size_t i = 0; i < text.size();) {
    if ((text[i] & 0x80) == 0) {
      append_repr_byte(out, static_cast<unsigned char>(text[i++]), quote);
      continue;
    }
    const size_t begin = i;
    const char32_t c = decode_utf8(text, i);
    if (is_printable(c)) {
      out += text.substr(begin, i - begin);
    } else {
      append_repr_escape(out, c);
    }
  }
  return out + quote;
}

std::string python_bytes_repr(std::string_view bytes) {
  const char quote = repr_quote(bytes);
  std::string out = "b";
  out += quote;
  for (const char c : bytes) append_repr_byte(out, static_cast<unsigned char>(c), quote);
  return out + quote;
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
