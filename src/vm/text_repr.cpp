// A text and bytes as repr() and ascii() show them. Mirrors unicode_repr() of
// Objects/unicodeobject.c and PyBytes_Repr() of Objects/bytesobject.c.
#include "base/escapes.hpp"
#include "vm/text_parts.hpp"

namespace simul::vm::text {

std::size_t most_of_repr(std::string_view text) {
  std::size_t size = 2;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    size += byte >= 0x80                   ? 3
            : byte < 0x20 || byte == 0x7f  ? 4
            : byte == '\\' || byte == '\'' ? 2
                                           : 1;
  }
  return size;
}

std::string repr(std::string_view text) {
  const char quote = repr_quote(text);
  std::string out(1, quote);
  out.reserve(text.size() + 2);
  for_each(text, [&](std::uint32_t code, std::size_t before, std::size_t after) {
    if (code < 0x80) {
      append_repr_byte(out, static_cast<unsigned char>(code), quote);
    } else if (is_printable(code)) {
      out.append(text.substr(before, after - before));
    } else {
      append_repr_escape(out, code);
    }
  });
  return out + quote;
}

std::string ascii_repr(std::string_view text) {
  std::string out;
  for_each(text, [&](std::uint32_t code, std::size_t, std::size_t) {
    if (code < 0x80) {
      out += static_cast<char>(code);
    } else {
      append_repr_escape(out, code);
    }
  });
  return out;
}

std::string bytes_repr(std::string_view bytes) {
  const char quote = repr_quote(bytes);
  std::string out = "b";
  out += quote;
  for (const char c : bytes) append_repr_byte(out, static_cast<unsigned char>(c), quote);
  return out + quote;
}

}  // namespace simul::vm::text
