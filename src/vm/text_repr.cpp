// A text and bytes as repr() and ascii() show them. Mirrors unicode_repr() of
// Objects/unicodeobject.c and PyBytes_Repr() of Objects/bytesobject.c.
#include "vm/text_parts.hpp"

namespace simul::vm::text {

namespace {

void append_hex(std::string& out, std::uint32_t code, int digits) {
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
    out += "0123456789abcdef"[code >> shift & 15];
}

void append_escape(std::string& out, std::uint32_t code) {
  out += '\\';
  if (code < 0x100) {
    out += 'x';
    append_hex(out, code, 2);
  } else if (code < 0x10000) {
    out += 'u';
    append_hex(out, code, 4);
  } else {
    out += 'U';
    append_hex(out, code, 8);
  }
}

}  // namespace

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
  const bool has_single = text.find('\'') != std::string_view::npos;
  const bool has_double = text.find('"') != std::string_view::npos;
  const char quote = has_single && !has_double ? '"' : '\'';
  std::string out(1, quote);
  out.reserve(text.size() + 2);
  for_each(text, [&](std::uint32_t code, std::size_t before, std::size_t after) {
    if (code == static_cast<unsigned char>(quote) || code == '\\') {
      out += '\\';
      out += static_cast<char>(code);
    } else if (code == '\n') {
      out += "\\n";
    } else if (code == '\r') {
      out += "\\r";
    } else if (code == '\t') {
      out += "\\t";
    } else if (is_printable(code)) {
      out.append(text.substr(before, after - before));
    } else {
      append_escape(out, code);
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
      append_escape(out, code);
    }
  });
  return out;
}

std::string bytes_repr(std::string_view bytes) {
  const bool has_single = bytes.find('\'') != std::string_view::npos;
  const bool has_double = bytes.find('"') != std::string_view::npos;
  const char quote = has_single && !has_double ? '"' : '\'';
  std::string out = "b";
  out += quote;
  for (char c : bytes) {
    if (c == quote || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c >= 0x20 && c < 0x7f) {
      out += c;
    } else {
      append_escape(out, static_cast<unsigned char>(c));
    }
  }
  return out + quote;
}

}  // namespace simul::vm::text
