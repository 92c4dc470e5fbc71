// Upper, lower and title case, by Unicode's tables: one character may become up to three. Mirrors
// Objects/unicodectype.c and do_upper(), do_lower() and their like of Objects/unicodeobject.c.
#include <algorithm>

#include "vm/text_parts.hpp"

namespace simul::vm::text {

using namespace unicode;

namespace {

std::uint32_t map_case(const CaseRange* ranges, std::uint32_t count, std::uint32_t code) {
  const CaseRange* end = ranges + count;
  const CaseRange* range = std::upper_bound(
      ranges, end, code, [](std::uint32_t c, const CaseRange& r) { return c < r.first; });
  if (range == ranges) return code;
  --range;
  const std::uint32_t distance = code - range->first;
  if (distance > range->span || distance % range->stride != 0) return code;
  return static_cast<std::uint32_t>(static_cast<std::int32_t>(code) + range->delta);
}

bool append_special(std::string& out,
                    const SpecialCase* cases,
                    std::uint32_t count,
                    std::uint32_t code) {
  const SpecialCase* end = cases + count;
  const SpecialCase* found = std::lower_bound(
      cases, end, code, [](const SpecialCase& s, std::uint32_t c) { return s.code < c; });
  if (found == end || found->code != code) return false;
  for (std::uint32_t mapped : found->mapped) {
    if (mapped != 0) append_code_point(out, mapped);
  }
  return true;
}

void append_upper(std::string& out, std::uint32_t code) {
  if (code < 0x80) {
    out += static_cast<char>(code >= 'a' && code <= 'z' ? code - 32 : code);
  } else if (!append_special(out, kUpperSpecial, kUpperSpecialCount, code)) {
    append_code_point(out, map_case(kUpper, kUpperCount, code));
  }
}

// A capital sigma becomes a final one at the end of a word (Unicode's Final_Sigma, as CPython looks
// for it).
bool sigma_is_final(std::string_view text, std::size_t before, std::size_t after) {
  bool word_before = false;
  for (std::size_t i = before; i > 0;) {
    i = previous_offset(text, i);
    std::size_t j = i;
    const std::uint32_t flags = properties(next_code_point(text, j));
    if ((flags & kCaseIgnorable) != 0) continue;
    word_before = (flags & kCased) != 0;
    break;
  }
  if (!word_before) return false;
  for (std::size_t i = after; i < text.size();) {
    const std::uint32_t flags = properties(next_code_point(text, i));
    if ((flags & kCaseIgnorable) != 0) continue;
    return (flags & kCased) == 0;
  }
  return true;
}

void append_lower(std::string& out,
                  std::string_view text,
                  std::size_t before,
                  std::size_t after,
                  std::uint32_t code) {
  if (code < 0x80) {
    out += static_cast<char>(code >= 'A' && code <= 'Z' ? code + 32 : code);
  } else if (code == 0x3a3) {
    append_code_point(out, sigma_is_final(text, before, after) ? 0x3c2 : 0x3c3);
  } else if (!append_special(out, kLowerSpecial, kLowerSpecialCount, code)) {
    append_code_point(out, map_case(kLower, kLowerCount, code));
  }
}

void append_title(std::string& out, std::uint32_t code) {
  if (code < 0x80) {
    append_upper(out, code);
  } else if (!append_special(out, kTitleSpecial, kTitleSpecialCount, code)) {
    append_code_point(out, map_case(kTitle, kTitleCount, code));
  }
}

}  // namespace

std::string upper(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for_each(text, [&](std::uint32_t code, std::size_t, std::size_t) { append_upper(out, code); });
  return out;
}

std::string lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for_each(text, [&](std::uint32_t code, std::size_t before, std::size_t after) {
    append_lower(out, text, before, after, code);
  });
  return out;
}

std::string title(std::string_view text) {
  std::string out;
  bool previous_cased = false;
  for_each(text, [&](std::uint32_t code, std::size_t before, std::size_t after) {
    if (previous_cased) {
      append_lower(out, text, before, after, code);
    } else {
      append_title(out, code);
    }
    previous_cased = (properties(code) & kCased) != 0;
  });
  return out;
}

std::string capitalize(std::string_view text) {
  std::string out;
  for_each(text, [&](std::uint32_t code, std::size_t before, std::size_t after) {
    if (before == 0) {
      append_title(out, code);
    } else {
      append_lower(out, text, before, after, code);
    }
  });
  return out;
}

std::string swapcase(std::string_view text) {
  std::string out;
  for_each(text, [&](std::uint32_t code, std::size_t before, std::size_t after) {
    const std::uint32_t flags = properties(code);
    if ((flags & kUppercase) != 0) {
      append_lower(out, text, before, after, code);
    } else if ((flags & kLowercase) != 0) {
      append_upper(out, code);
    } else {
      append_code_point(out, code);
    }
  });
  return out;
}

std::string casefold(std::string_view text) {
  std::string out;
  for_each(text, [&](std::uint32_t code, std::size_t, std::size_t) {
    if (code < 0x80) {
      out += static_cast<char>(code >= 'A' && code <= 'Z' ? code + 32 : code);
    } else if (!append_special(out, kFoldSpecial, kFoldSpecialCount, code) &&
               !append_special(out, kLowerSpecial, kLowerSpecialCount, code)) {
      append_code_point(out, map_case(kLower, kLowerCount, code));
    }
  });
  return out;
}

}  // namespace simul::vm::text
