// UTF-8, what a character is, finding and splitting: see text.hpp. Upper and lower case are in
// text_case.cpp, repr() in text_repr.cpp.
#include "vm/text.hpp"

#include <algorithm>
#include <cstring>

#include "base/unicode.hpp"
#include "vm/text_parts.hpp"

namespace simul::vm::text {

using namespace unicode;  // NOLINT: the tables' names

void append_code_point(std::string& out, std::uint32_t code) {
  const auto put = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xc0 | code >> 6);
    put(0x80 | (code & 0x3f));
  } else if (code < 0x10000) {
    put(0xe0 | code >> 12);
    put(0x80 | (code >> 6 & 0x3f));
    put(0x80 | (code & 0x3f));
  } else {
    put(0xf0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3f));
    put(0x80 | (code >> 6 & 0x3f));
    put(0x80 | (code & 0x3f));
  }
}

// Eight bytes at a time: those that go on with a code point have bit 7 and not bit 6.
std::size_t count_code_points(std::string_view text) {
  constexpr std::uint64_t kOnes = 0x0101'0101'0101'0101u;
  std::size_t more = 0;
  std::size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + i, 8);
    more += ((word >> 7 & ~word >> 6 & kOnes) * kOnes) >> 56;
  }
  for (; i < text.size(); ++i) more += !starts_code_point(text[i]);
  return text.size() - more;
}

std::size_t offset_of(std::string_view text, std::size_t index) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    if (starts_code_point(text[offset]) && index-- == 0) return offset;
    ++offset;
  }
  return text.size();
}

std::size_t previous_offset(std::string_view text, std::size_t offset) {
  do --offset;
  while (offset > 0 && !starts_code_point(text[offset]));
  return offset;
}

std::size_t find_surrogate(std::string_view text) {
  for (std::size_t i = text.find('\xed'); i != std::string_view::npos;
       i = text.find('\xed', i + 1)) {
    if (i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) >= 0xa0) return i;
  }
  return std::string_view::npos;
}

std::string decode_utf8(std::string_view bytes, bool replace, std::size_t* bad) {
  std::string out;
  if (bad) *bad = std::string_view::npos;
  std::size_t i = 0;
  while (i < bytes.size()) {
    const auto at = [&](std::size_t k) -> unsigned {
      return i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0;
    };
    const unsigned lead = at(0);
    std::size_t need = 0;
    unsigned low = 0x80, high = 0xbf;
    if (lead < 0x80) {
      out += bytes[i++];
      continue;
    }
    if (lead >= 0xc2 && lead <= 0xdf) need = 1;
    if (lead >= 0xe0 && lead <= 0xef) {
      need = 2;
      if (lead == 0xe0) low = 0xa0;
      if (lead == 0xed) high = 0x9f;
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
      need = 3;
      if (lead == 0xf0) low = 0x90;
      if (lead == 0xf4) high = 0x8f;
    }
    std::size_t good = 0;
    if (need > 0 && at(1) >= low && at(1) <= high) {
      good = 1;
      while (good < need && (at(good + 1) & 0xc0) == 0x80) ++good;
    }
    if (need > 0 && good == need) {
      out.append(bytes.substr(i, need + 1));
      i += need + 1;
      continue;
    }
    if (bad && *bad == std::string_view::npos) *bad = i;
    if (!replace) return out;
    append_code_point(out, 0xfffd);
    i += std::max<std::size_t>(good + (need > 0 && good > 0 ? 1 : 0), 1);
  }
  return out;
}

bool is_space(std::uint32_t code) {
  if (code < 0x80)
    return code == ' ' || (code >= 9 && code <= 13) || (code >= 0x1c && code <= 0x1f);
  return (properties(code) & kSpace) != 0;
}

int decimal_value(std::uint32_t code) {
  const std::uint32_t* zero = std::upper_bound(kZeros, kZeros + kZeroCount, code);
  if (zero == kZeros) return -1;
  const std::uint32_t value = code - *(zero - 1);
  return value < 10 ? static_cast<int>(value) : -1;
}

namespace {

bool is_line_end(std::uint32_t code) {
  return (code >= 0x0a && code <= 0x0d) || (code >= 0x1c && code <= 0x1e) || code == 0x85 ||
         code == 0x2028 || code == 0x2029;
}

}  // namespace

bool all_have(std::string_view text, std::uint32_t flag) {
  if (text.empty()) return false;
  for (std::size_t i = 0; i < text.size();) {
    if ((properties(next_code_point(text, i)) & flag) == 0) return false;
  }
  return true;
}

bool is_alnum(std::string_view text) {
  return all_have(text, kAlpha | kDecimal | kDigit | kNumeric);
}

bool is_printable(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (!is_printable(next_code_point(text, i))) return false;
  }
  return true;
}

bool is_lower(std::string_view text) {
  bool cased = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::uint32_t flags = properties(next_code_point(text, i));
    if ((flags & (kUppercase | kTitlecase)) != 0) return false;
    cased = cased || (flags & kLowercase) != 0;
  }
  return cased;
}

bool is_upper(std::string_view text) {
  bool cased = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::uint32_t flags = properties(next_code_point(text, i));
    if ((flags & (kLowercase | kTitlecase)) != 0) return false;
    cased = cased || (flags & kUppercase) != 0;
  }
  return cased;
}

bool is_title(std::string_view text) {
  bool cased = false;
  bool previous_cased = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::uint32_t flags = properties(next_code_point(text, i));
    if ((flags & (kUppercase | kTitlecase)) != 0) {
      if (previous_cased) return false;
      previous_cased = cased = true;
    } else if ((flags & kLowercase) != 0) {
      if (!previous_cased) return false;
      cased = true;
    } else {
      previous_cased = false;
    }
  }
  return cased;
}

bool is_identifier(std::string_view text) {
  if (text.empty()) return false;
  std::size_t i = 0;
  const std::uint32_t first = next_code_point(text, i);
  if (first != '_' && (properties(first) & kIdStart) == 0) return false;
  while (i < text.size()) {
    if ((properties(next_code_point(text, i)) & kIdContinue) == 0) return false;
  }
  return true;
}

std::string to_ascii_number(std::string_view text) {
  std::string out;
  for_each(text, [&](std::uint32_t code, std::size_t, std::size_t) {
    if (code < 0x80) {
      out += static_cast<char>(code);
    } else if (is_space(code)) {
      out += ' ';
    } else {
      const int digit = decimal_value(code);
      out += digit < 0 ? '?' : static_cast<char>('0' + digit);
    }
  });
  return out;
}

std::vector<std::string_view> split_spaces(std::string_view text, std::int64_t max_splits) {
  std::vector<std::string_view> parts;
  std::size_t i = 0;
  while (i < text.size()) {
    std::size_t begin = i;
    if (is_space(next_code_point(text, i))) continue;
    if (max_splits >= 0 && static_cast<std::int64_t>(parts.size()) >= max_splits) {
      parts.push_back(text.substr(begin));
      return parts;
    }
    std::size_t end = i;
    while (i < text.size()) {
      end = i;
      if (is_space(next_code_point(text, i))) break;
      end = i;
    }
    parts.push_back(text.substr(begin, end - begin));
  }
  return parts;
}

std::vector<std::string_view> rsplit_spaces(std::string_view text, std::int64_t max_splits) {
  std::vector<std::string_view> parts;
  std::size_t i = text.size();
  const auto space_before = [&](std::size_t at) {
    std::size_t j = previous_offset(text, at);
    return is_space(next_code_point(text, j));
  };
  while (i > 0) {
    if (space_before(i)) {
      i = previous_offset(text, i);
      continue;
    }
    const std::size_t end = i;
    if (max_splits >= 0 && static_cast<std::int64_t>(parts.size()) >= max_splits) {
      parts.push_back(text.substr(0, end));
      break;
    }
    while (i > 0 && !space_before(i)) i = previous_offset(text, i);
    parts.push_back(text.substr(i, end - i));
  }
  std::reverse(parts.begin(), parts.end());
  return parts;
}

// A short needle is looked for at every place; a long one with the C library's linear search.
constexpr std::size_t kShortNeedle = 32;

std::size_t find(std::string_view text, std::string_view needle, std::size_t from) {
  if (needle.size() == 1 && from < text.size()) {
    const void* at = std::memchr(text.data() + from, needle[0], text.size() - from);
    return at == nullptr ? std::string_view::npos
                         : static_cast<std::size_t>(static_cast<const char*>(at) - text.data());
  }
  if (needle.size() <= kShortNeedle || from > text.size()) return text.find(needle, from);
  const void* at = memmem(text.data() + from, text.size() - from, needle.data(), needle.size());
  return at == nullptr ? std::string_view::npos
                       : static_cast<std::size_t>(static_cast<const char*>(at) - text.data());
}

std::size_t rfind(std::string_view text, std::string_view needle) {
  if (needle.size() <= kShortNeedle || needle.size() > text.size()) return text.rfind(needle);
  const std::string backwards(text.rbegin(), text.rend());
  const std::string what(needle.rbegin(), needle.rend());
  const std::size_t at = text::find(std::string_view(backwards), std::string_view(what));
  return at == std::string_view::npos ? at : text.size() - at - needle.size();
}

std::vector<std::string_view> split(std::string_view text,
                                    std::string_view separator,
                                    std::int64_t max_splits) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  while (max_splits < 0 || static_cast<std::int64_t>(parts.size()) < max_splits) {
    const std::size_t at = find(text, separator, begin);
    if (at == std::string_view::npos) break;
    parts.push_back(text.substr(begin, at - begin));
    begin = at + separator.size();
  }
  parts.push_back(text.substr(begin));
  return parts;
}

std::vector<std::string_view> rsplit(std::string_view text,
                                     std::string_view separator,
                                     std::int64_t max_splits) {
  std::vector<std::string_view> parts;
  std::size_t end = text.size();
  while (max_splits < 0 || static_cast<std::int64_t>(parts.size()) < max_splits) {
    const std::size_t at =
        end < separator.size() ? std::string_view::npos : rfind(text.substr(0, end), separator);
    if (at == std::string_view::npos) break;
    parts.push_back(text.substr(at + separator.size(), end - at - separator.size()));
    end = at;
  }
  parts.push_back(text.substr(0, end));
  std::reverse(parts.begin(), parts.end());
  return parts;
}

std::vector<std::string_view> split_lines(std::string_view text, bool keep_ends) {
  std::vector<std::string_view> lines;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t before = i;
    const std::uint32_t code = next_code_point(text, i);
    if (!is_line_end(code)) continue;
    if (code == '\r' && i < text.size() && text[i] == '\n') ++i;
    lines.push_back(text.substr(begin, (keep_ends ? i : before) - begin));
    begin = i;
  }
  if (begin < text.size()) lines.push_back(text.substr(begin));
  return lines;
}

namespace {

template <typename Drops>
std::string_view strip_where(std::string_view text, bool left, bool right, Drops drops) {
  if (left) {
    while (!text.empty()) {
      std::size_t i = 0;
      if (!drops(next_code_point(text, i))) break;
      text.remove_prefix(i);
    }
  }
  if (right) {
    while (!text.empty()) {
      const std::size_t at = previous_offset(text, text.size());
      std::size_t i = at;
      if (!drops(next_code_point(text, i))) break;
      text.remove_suffix(text.size() - at);
    }
  }
  return text;
}

}  // namespace

std::string_view strip(std::string_view text, bool left, bool right) {
  return strip_where(text, left, right, [](std::uint32_t code) { return is_space(code); });
}

std::string_view strip_chars(std::string_view text, std::string_view chars, bool left, bool right) {
  // Most texts lose nothing.
  const auto stays = [&](char end) {
    for (const char c : chars)
      if (c == end) return false;
    return static_cast<unsigned char>(end) < 0x80;
  };
  if (chars.size() <= 8 && !text.empty()) {
    if (left && stays(text.front())) left = false;
    if (right && stays(text.back())) right = false;
    if (!left && !right) return text;
  }
  // Of ASCII one bit each says whether it goes.
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  bool others = false;
  for (const char c : chars) {
    const auto code = static_cast<unsigned char>(c);
    if (code >= 0x80) others = true;
    (code < 0x40 ? low : high) |= std::uint64_t{code < 0x80} << (code & 63);
  }
  return strip_where(text, left, right, [&](std::uint32_t code) {
    if (code < 0x80) return ((code < 0x40 ? low : high) >> (code & 63) & 1) != 0;
    for (std::size_t i = 0; others && i < chars.size();) {
      if (next_code_point(chars, i) == code) return true;
    }
    return false;
  });
}

std::string expand_tabs(std::string_view text, std::int64_t tab_size, std::size_t most) {
  std::string out;
  std::int64_t column = 0;
  for (char c : text) {
    if (c == '\t') {
      if (tab_size > 0) {
        const std::int64_t spaces = tab_size - column % tab_size;
        out.append(static_cast<std::size_t>(spaces), ' ');
        if (out.size() > most) return out;
        column += spaces;
      }
      continue;
    }
    out += c;
    if (c == '\n' || c == '\r') {
      column = 0;
    } else if (starts_code_point(c)) {
      ++column;
    }
  }
  return out;
}

std::int64_t count(std::string_view text, std::string_view needle) {
  if (needle.empty()) return static_cast<std::int64_t>(count_code_points(text)) + 1;
  std::int64_t n = 0;
  for (std::size_t i = find(text, needle); i != std::string_view::npos;
       i = find(text, needle, i + needle.size())) {
    ++n;
  }
  return n;
}

std::string replace(std::string_view text,
                    std::string_view from,
                    std::string_view to,
                    std::int64_t max) {
  std::string out;
  std::int64_t done = 0;
  std::size_t begin = 0;
  if (from.empty()) {
    for (std::size_t i = 0; max < 0 || done < max; ++done) {
      out.append(text.substr(begin, i - begin));
      out.append(to);
      begin = i;
      if (i >= text.size()) break;
      next_code_point(text, i);
    }
    return out.append(text.substr(begin));
  }
  while (max < 0 || done < max) {
    const std::size_t at = find(text, from, begin);
    if (at == std::string_view::npos) break;
    out.append(text.substr(begin, at - begin));
    out.append(to);
    begin = at + from.size();
    ++done;
  }
  return out.append(text.substr(begin));
}

}  // namespace simul::vm::text
