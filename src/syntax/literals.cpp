#include "syntax/literals.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "base/unicode.hpp"
#include "syntax/unicode.hpp"

namespace simul::syntax {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

struct NamedCharacter {
  std::string_view name;
  char32_t value;
};
// The names that occur in programs; the whole table of Unicode would be larger than the rest of
// Simul.
constexpr NamedCharacter kNamedCharacters[] = {
    {"SPACE", 0x20},
    {"NO-BREAK SPACE", 0xA0},
    {"COPYRIGHT SIGN", 0xA9},
    {"DEGREE SIGN", 0xB0},
    {"PLUS-MINUS SIGN", 0xB1},
    {"MICRO SIGN", 0xB5},
    {"MULTIPLICATION SIGN", 0xD7},
    {"EN DASH", 0x2013},
    {"EM DASH", 0x2014},
    {"LEFT SINGLE QUOTATION MARK", 0x2018},
    {"RIGHT SINGLE QUOTATION MARK", 0x2019},
    {"LEFT DOUBLE QUOTATION MARK", 0x201C},
    {"RIGHT DOUBLE QUOTATION MARK", 0x201D},
    {"BULLET", 0x2022},
    {"HORIZONTAL ELLIPSIS", 0x2026},
    {"EURO SIGN", 0x20AC},
    {"LEFTWARDS ARROW", 0x2190},
    {"RIGHTWARDS ARROW", 0x2192},
    {"INFINITY", 0x221E},
    {"CHECK MARK", 0x2713},
    {"BLACK HEART SUIT", 0x2665},
    {"SNOWMAN", 0x2603},
    {"SNAKE", 0x1F40D},
    {"GRINNING FACE", 0x1F600},
};
constexpr std::string_view kGreek[] = {
    "ALPHA", "BETA",  "GAMMA",   "DELTA", "EPSILON", "ZETA",    "ETA",  "THETA", "IOTA",
    "KAPPA", "LAMDA", "MU",      "NU",    "XI",      "OMICRON", "PI",   "RHO",   "FINAL SIGMA",
    "SIGMA", "TAU",   "UPSILON", "PHI",   "CHI",     "PSI",     "OMEGA"};

std::optional<char32_t> named_character(std::string_view given) {
  std::string name(given);
  for (char& c : name) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  for (const NamedCharacter& entry : kNamedCharacters) {
    if (entry.name == name) return entry.value;
  }
  const auto letter =
      [&](std::string_view script, char32_t capital, char32_t small) -> std::optional<char32_t> {
    const std::string upper = std::string(script) + " CAPITAL LETTER ";
    const std::string lower = std::string(script) + " SMALL LETTER ";
    const bool is_upper = name.compare(0, upper.size(), upper) == 0;
    if (!is_upper && name.compare(0, lower.size(), lower) != 0) return std::nullopt;
    const std::string rest = name.substr(is_upper ? upper.size() : lower.size());
    const char32_t base = is_upper ? capital : small;
    if (script == "LATIN") {
      if (rest.size() == 1 && rest[0] >= 'A' && rest[0] <= 'Z')
        return base + static_cast<char32_t>(rest[0] - 'A');
      return std::nullopt;
    }
    for (size_t i = 0; i < std::size(kGreek); ++i) {
      if (rest == kGreek[i] && !(is_upper && rest == "FINAL SIGMA"))
        return base + static_cast<char32_t>(i);
    }
    return std::nullopt;
  };
  if (auto latin = letter("LATIN", U'A', U'a')) return latin;
  return letter("GREEK", 0x391, 0x3B1);
}

std::string unicode_error(size_t from, size_t to, const char* what) {
  if (from == to) {
    return "(unicode error) 'unicodeescape' codec can't decode byte 0x5c in position " +
           std::to_string(from) + ": " + what;
  }
  return "(unicode error) 'unicodeescape' codec can't decode bytes in position " +
         std::to_string(from) + "-" + std::to_string(to) + ": " + what;
}

// An octal escape of up to three digits, `i` on the first.
char32_t octal(std::string_view body, size_t& i) {
  char32_t value = 0;
  for (int n = 0; n < 3 && i < body.size() && body[i] >= '0' && body[i] <= '7'; ++n, ++i) {
    value = value * 8 + static_cast<char32_t>(body[i] - '0');
  }
  return value;
}

void warn(EscapeWarning* warning,
          std::string_view what,
          std::string_view body,
          size_t at,
          size_t size = 1) {
  const std::string_view escape = body.substr(at, size);
  if (warning == nullptr || !warning->message.empty() || (escape[0] & 0x80) != 0) return;
  warning->message = "invalid " + std::string(what) + " '\\" + std::string(escape) + "'";
  const std::string_view before = body.substr(0, at);
  warning->lines_before = static_cast<int>(std::count(before.begin(), before.end(), '\n'));
}

// The value of a one-letter escape, or -1.
int simple_escape(char c) {
  switch (c) {
    case '\\': return '\\';
    case '\'': return '\'';
    case '"': return '"';
    case 'a': return 7;
    case 'b': return 8;
    case 'f': return 12;
    case 'n': return 10;
    case 'r': return 13;
    case 't': return 9;
    case 'v': return 11;
    default: return -1;
  }
}

}  // namespace

StringPrefix read_string_prefix(std::string_view token) {
  StringPrefix p;
  size_t i = 0;
  for (; i < token.size() && token[i] != '\'' && token[i] != '"'; ++i) {
    const char c = static_cast<char>(token[i] | 0x20);
    p.bytes |= c == 'b';
    p.raw |= c == 'r';
    p.u |= token[i] == 'u';
  }
  const bool triple = token.size() >= i + 6 && token[i + 1] == token[i] && token[i + 2] == token[i];
  p.quote_size = triple ? 3 : 1;
  p.body = i + static_cast<size_t>(p.quote_size);
  return p;
}

std::string decode_string_body(std::string_view body,
                               bool raw,
                               std::string& out,
                               EscapeWarning* warning) {
  if (raw || body.find('\\') == std::string_view::npos) {
    out.append(body);
    return {};
  }
  // CPython decodes a copy in which every character outside ASCII was rewritten as ten bytes; its
  // messages count in that copy.
  size_t shift = 0;
  for (size_t i = 0; i < body.size();) {
    const char c = body[i];
    if (c != '\\') {
      const size_t begin = i;
      if ((c & 0x80) != 0) {
        decode_utf8(body, i);
        shift += 10 - (i - begin);
      } else {
        i = std::min(body.find('\\', i), body.size());
        for (size_t k = begin; k < i; ++k) {
          if ((body[k] & 0x80) != 0) {
            i = k;
            break;
          }
        }
      }
      out.append(body.substr(begin, i - begin));
      continue;
    }
    const size_t start = i + shift;
    ++i;
    if (i >= body.size()) return unicode_error(start, start, "\\ at end of string");
    const char e = body[i];
    if (e == '\n') {
      ++i;
      continue;
    }
    if (const int simple = simple_escape(e); simple >= 0) {
      out.push_back(static_cast<char>(simple));
      ++i;
      continue;
    }
    if (e >= '0' && e <= '7') {
      const size_t first = i;
      const char32_t value = octal(body, i);
      if (value > 0xFF) warn(warning, "octal escape sequence", body, first, i - first);
      append_utf8(out, value);
      continue;
    }
    if (e == 'x' || e == 'u' || e == 'U') {
      const size_t wanted = e == 'x' ? 2 : e == 'u' ? 4 : 8;
      char32_t value = 0;
      size_t n = 0;
      for (; n < wanted && i + 1 + n < body.size() && hex_value(body[i + 1 + n]) >= 0; ++n) {
        value = value * 16 + static_cast<char32_t>(hex_value(body[i + 1 + n]));
      }
      if (n < wanted) {
        return unicode_error(start,
                             start + 1 + n,
                             e == 'x'   ? "truncated \\xXX escape"
                             : e == 'u' ? "truncated \\uXXXX escape"
                                        : "truncated \\UXXXXXXXX escape");
      }
      if (value > 0x10FFFF) return unicode_error(start, start + 1 + n, "illegal Unicode character");
      append_utf8(out, value);
      i += 1 + wanted;
      continue;
    }
    if (e == 'N') {
      const size_t close = body.find('}', i);
      if (i + 1 >= body.size() || body[i + 1] != '{' || close == std::string_view::npos ||
          close == i + 2) {
        size_t end = start + 1;
        if (i + 1 < body.size() && body[i + 1] == '{') {
          end = close == i + 2 ? start + 2 : shift + body.size() - 1;
        }
        return unicode_error(start, end, "malformed \\N character escape");
      }
      const std::string_view name = body.substr(i + 2, close - i - 2);
      const auto value = named_character(name);
      if (!value) {
        return unicode_error(start,
                             close + shift,
                             unicode::may_be_a_name(name)
                                 ? "Simul knows only the commonest names (instead: \\x, \\u or \\U)"
                                 : "unknown Unicode character name");
      }
      append_utf8(out, *value);
      i = close + 1;
      continue;
    }
    warn(warning, "escape sequence", body, i);
    out.push_back('\\');  // both characters stay
  }
  return {};
}

std::string decode_bytes_body(std::string_view body,
                              bool raw,
                              std::string& out,
                              EscapeWarning* warning) {
  for (const char c : body) {
    if ((c & 0x80) != 0) return "bytes can only contain ASCII literal characters";
  }
  if (raw) {
    out.append(body);
    return {};
  }
  for (size_t i = 0; i < body.size();) {
    if (body[i] != '\\') {
      out.push_back(body[i++]);
      continue;
    }
    const size_t start = i++;
    if (i >= body.size()) return "(value error) Trailing \\ in string";
    const char e = body[i];
    if (e == '\n') {
      ++i;
    } else if (const int simple = simple_escape(e); simple >= 0) {
      out.push_back(static_cast<char>(simple));
      ++i;
    } else if (e >= '0' && e <= '7') {
      const size_t first = i;
      const char32_t value = octal(body, i);
      if (value > 0xFF) warn(warning, "octal escape sequence", body, first, i - first);
      out.push_back(static_cast<char>(value & 0xFF));
    } else if (e == 'x') {
      const int high = i + 1 < body.size() ? hex_value(body[i + 1]) : -1;
      const int low = i + 2 < body.size() ? hex_value(body[i + 2]) : -1;
      if (high < 0 || low < 0)
        return "(value error) invalid \\x escape at position " + std::to_string(start);
      out.push_back(static_cast<char>(high * 16 + low));
      i += 3;
    } else {
      warn(warning, "escape sequence", body, i);
      out.push_back('\\');
    }
  }
  return {};
}

namespace {

// Strips leading zeros, keeping one digit.
std::string_view without_leading_zeros(std::string_view digits) {
  const size_t first = std::min(digits.find_first_not_of('0'), digits.size() - 1);
  return digits.substr(first);
}

std::string binary_to_hex(std::string_view digits, int bits_per_digit) {
  std::string bits;
  for (const char c : digits) {
    for (int b = bits_per_digit - 1; b >= 0; --b)
      bits.push_back((((c - '0') >> b) & 1) != 0 ? '1' : '0');
  }
  bits.insert(0, (4 - bits.size() % 4) % 4, '0');
  std::string hex;
  for (size_t i = 0; i < bits.size(); i += 4) {
    int value = 0;
    for (size_t k = 0; k < 4; ++k) value = value * 2 + (bits[i + k] - '0');
    hex.push_back("0123456789abcdef"[value]);
  }
  return hex;
}

}  // namespace

std::string read_number(std::string_view token, Arena& arena, Constant& constant) {
  constexpr size_t kMostDecimalDigits = 4300;  // sys.get_int_max_str_digits()
  std::string text;
  text.reserve(token.size());
  for (const char c : token) {
    if (c != '_') text.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  }
  const bool prefixed = text.size() > 2 && text[0] == '0' && text[1] >= 'a';
  if (prefixed && (text[1] == 'x' || text[1] == 'o' || text[1] == 'b')) {
    std::string digits = text.substr(2);
    if (text[1] != 'x') digits = binary_to_hex(digits, text[1] == 'o' ? 3 : 1);
    const std::string_view bare = without_leading_zeros(digits);
    constant.constant_kind = ConstantKind::kInt;
    constant.text = arena.copy("0x" + std::string(bare));
    constant.fits_int64 = bare.size() < 16 || (bare.size() == 16 && bare[0] < '8');
    if (constant.fits_int64)
      constant.int_value = static_cast<int64_t>(std::strtoull(bare.data(), nullptr, 16));
    return {};
  }
  if (text.back() == 'j') {
    text.pop_back();
    constant.constant_kind = ConstantKind::kImaginary;
    constant.number = std::strtod(text.c_str(), nullptr);
    return {};
  }
  if (text.find_first_of(".e") != std::string::npos) {
    constant.constant_kind = ConstantKind::kFloat;
    constant.number = std::strtod(text.c_str(), nullptr);
    return {};
  }
  const std::string_view bare = without_leading_zeros(text);
  if (text.size() > kMostDecimalDigits) {
    return "Exceeds the limit (4300 digits) for integer string conversion: value has " +
           std::to_string(text.size()) +
           " digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal "
           "for huge "
           "integer literals to avoid decimal conversion limits.";
  }
  constant.constant_kind = ConstantKind::kInt;
  constant.text = arena.copy(bare);
  constant.fits_int64 = bare.size() < 19 || (bare.size() == 19 && bare <= "9223372036854775807");
  if (constant.fits_int64)
    constant.int_value = static_cast<int64_t>(std::strtoull(bare.data(), nullptr, 10));
  return {};
}

}  // namespace simul::syntax
