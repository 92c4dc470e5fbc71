// src/vm/text.hpp - what str's methods compute, on UTF-8 text. Mirrors Objects/unicodeobject.c and
// unicodectype.c.
//
// Text is UTF-8 in which a lone surrogate may stand as its own three bytes (WTF-8), as StrObject
// holds it. An index counts code points, an offset counts bytes; finding one from the other is free
// for ASCII and a walk otherwise.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/unicode.hpp"

namespace simul::vm::text {

// The code point at `offset`, which is moved behind it. The text is well formed.
inline std::uint32_t next_code_point(std::string_view text, std::size_t& offset) {
  const auto byte = [&](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[offset + i]));
  };
  const std::uint32_t lead = byte(0);
  if (lead < 0x80) {
    offset += 1;
    return lead;
  }
  std::uint32_t code = 0;
  if (lead < 0xe0) {
    code = (lead & 0x1f) << 6 | (byte(1) & 0x3f);
    offset += 2;
  } else if (lead < 0xf0) {
    code = (lead & 0x0f) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f);
    offset += 3;
  } else {
    code = (lead & 0x07) << 18 | (byte(1) & 0x3f) << 12 | (byte(2) & 0x3f) << 6 | (byte(3) & 0x3f);
    offset += 4;
  }
  return code;
}
inline bool starts_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
}
void append_code_point(std::string& out, std::uint32_t code);
std::size_t count_code_points(std::string_view text);
std::size_t offset_of(std::string_view text, std::size_t index);  // index <= length
std::size_t previous_offset(std::string_view text, std::size_t offset);
// Offset of the first lone surrogate, or npos: such text has no UTF-8.
std::size_t find_surrogate(std::string_view text);
// Turns any bytes into well formed text; `bad` gets the offset of the first wrong byte, or npos.
std::string decode_utf8(std::string_view bytes, bool replace, std::size_t* bad);

using unicode::is_printable;
using unicode::properties;
bool is_space(std::uint32_t code);
int decimal_value(std::uint32_t code);  // -1: none

// What the predicates of str ask: true when there is at least one code point and all have the flag.
bool all_have(std::string_view text, std::uint32_t flag);
bool is_alnum(std::string_view text);
bool is_printable(std::string_view text);  // true when empty
bool is_lower(std::string_view text);
bool is_upper(std::string_view text);
bool is_title(std::string_view text);
bool is_identifier(std::string_view text);

std::string upper(std::string_view text);
std::string lower(std::string_view text);
std::string title(std::string_view text);
std::string capitalize(std::string_view text);
std::string swapcase(std::string_view text);
std::string casefold(std::string_view text);

std::size_t most_of_repr(std::string_view text);  // how many bytes repr() has at most
std::string repr(std::string_view text);          // with quotes; what cannot be printed is escaped
std::string ascii_repr(
    std::string_view text);  // an existing repr with everything beyond ASCII escaped
std::string bytes_repr(std::string_view bytes);

// The text as int() and float() read it: decimal digits of any script as ASCII digits, any space as
// ' ', all else beyond ASCII as '?'.
std::string to_ascii_number(std::string_view text);

// Offset of the first or last occurrence, npos: none. Linear, whatever the two look like.
std::size_t find(std::string_view text, std::string_view needle, std::size_t from = 0);
std::size_t rfind(std::string_view text, std::string_view needle);

// Pieces as views into `text`. max_splits < 0: all.
std::vector<std::string_view> split_spaces(std::string_view text, std::int64_t max_splits);
std::vector<std::string_view> rsplit_spaces(std::string_view text, std::int64_t max_splits);
std::vector<std::string_view> split(std::string_view text,
                                    std::string_view separator,
                                    std::int64_t max_splits);
std::vector<std::string_view> rsplit(std::string_view text,
                                     std::string_view separator,
                                     std::int64_t max_splits);
std::vector<std::string_view> split_lines(std::string_view text, bool keep_ends);
std::string_view strip(std::string_view text, bool left, bool right);
std::string_view strip_chars(std::string_view text, std::string_view chars, bool left, bool right);
// Ends early, with more than `most` bytes, when there would be more.
std::string expand_tabs(std::string_view text, std::int64_t tab_size, std::size_t most);
// Number of occurrences that do not overlap; of an empty needle: one per gap between code points.
std::int64_t count(std::string_view text, std::string_view needle);
// max < 0: all.
std::string replace(std::string_view text,
                    std::string_view from,
                    std::string_view to,
                    std::int64_t max);

}  // namespace simul::vm::text
