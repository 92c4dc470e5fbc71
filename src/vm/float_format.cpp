#include "vm/float_format.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "base/float_text.hpp"
#include "base/rare.hpp"

namespace simul::vm {
namespace {

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f);
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

// The significant digits of a finite |value| and where the point stands: 0.DIGITS * 10**point.
struct Decimal {
  std::string digits;
  int point = 0;
};

Decimal from_scientific(std::string_view text) {
  Decimal d;
  const size_t e = text.find('e');
  for (char c : text.substr(0, e)) {
    if (is_digit(c)) d.digits += c;
  }
  std::string_view exponent = text.substr(e + 1);
  if (exponent[0] == '+') exponent.remove_prefix(1);
  int value = 0;
  std::from_chars(exponent.data(), exponent.data() + exponent.size(), value);
  d.point = value + 1;
  return d;
}

Decimal shortest(double magnitude) {
  Decimal d = from_scientific(shortest_scientific(magnitude));
  if (magnitude == 0) d.point = 1;
  return d;
}

std::string print(const char* format, int precision, double value) {
  const int size = std::snprintf(nullptr, 0, format, precision, value);
  std::string text(static_cast<size_t>(size) + 1, '\0');
  std::snprintf(text.data(), text.size(), format, precision, value);
  text.pop_back();
  return text;
}

std::string exponent_text(int exponent, bool capital) {
  std::string digits = std::to_string(std::abs(exponent));
  if (digits.size() < 2) digits.insert(0, "0");
  return std::string(capital ? "E" : "e") + (exponent < 0 ? "-" : "+") + digits;
}

// Lays out %g and repr: fixed where the exponent is small, else scientific.
std::string layout(Decimal d, int fixed_limit, int keep_digits, unsigned flags, bool capital) {
  const bool scientific = d.point <= -4 || d.point > fixed_limit;
  const bool alternate = (flags & kAlternate) != 0;
  if (!alternate) {
    while (d.digits.size() > 1 && d.digits.back() == '0') d.digits.pop_back();
  } else if (static_cast<int>(d.digits.size()) < keep_digits) {
    d.digits.append(static_cast<size_t>(keep_digits) - d.digits.size(), '0');
  }
  std::string text;
  if (scientific) {
    text = d.digits.substr(0, 1);
    if (d.digits.size() > 1 || alternate) text += '.';
    text += d.digits.substr(1);
    return text + exponent_text(d.point - 1, capital);
  }
  const int count = static_cast<int>(d.digits.size());
  if (d.point <= 0) {
    text = "0." + std::string(static_cast<size_t>(-d.point), '0') + d.digits;
  } else if (d.point >= count) {
    text = d.digits + std::string(static_cast<size_t>(d.point - count), '0');
    if ((flags & kAddDotZero) != 0) {
      text += ".0";
    } else if (alternate) {
      text += '.';
    }
  } else {
    const auto point = static_cast<size_t>(d.point);
    text = d.digits.substr(0, point) + '.' + d.digits.substr(point);
  }
  return text;
}

std::string format_finite(double magnitude, char code, int precision, unsigned flags) {
  const bool capital = code >= 'A' && code <= 'Z';
  const bool alternate = (flags & kAlternate) != 0;
  switch (lower(code)) {
    case 'f': return print(alternate ? "%#.*f" : "%.*f", precision, magnitude);
    case 'e':
      return print(capital ? (alternate ? "%#.*E" : "%.*E") : (alternate ? "%#.*e" : "%.*e"),
                   precision,
                   magnitude);
    case 'g': {
      precision = std::max(precision, 1);
      Decimal d = from_scientific(print("%.*e", precision - 1, magnitude));
      return layout(std::move(d),
                    precision - ((flags & kAddDotZero) != 0 ? 1 : 0),
                    precision,
                    flags,
                    capital);
    }
    default: return layout(shortest(magnitude), 16, 0, flags, capital);
  }
}

}  // namespace

std::string format_double(double value, char code, int precision, unsigned flags) {
  const bool capital = code >= 'A' && code <= 'Z';
  if (std::isnan(value)) return capital ? "NAN" : "nan";
  std::string text = std::isinf(value) ? (capital ? "INF" : "inf")
                                       : format_finite(std::fabs(value), code, precision, flags);
  if (std::signbit(value)) text.insert(0, "-");
  return text;
}

std::optional<double> parse_float(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  std::string clean;
  clean.reserve(text.size());
  // 0: nothing yet, 1: a digit, 2: an underscore, 3: something else
  char before = 0;
  size_t i = 0;
  if (i < text.size() && (text[i] == '+' || text[i] == '-')) clean += text[i++];
  std::string word;
  for (char c : text.substr(i)) word += lower(c);
  const bool negative = !clean.empty() && clean[0] == '-';
  if (word == "inf" || word == "infinity") return negative ? -HUGE_VAL : HUGE_VAL;
  if (word == "nan") return std::copysign(std::nan(""), negative ? -1.0 : 1.0);
  bool mantissa_digits = false;
  bool point = false;
  bool exponent = false;
  bool exponent_digits = false;
  for (; i < text.size(); ++i) {
    const char c = text[i];
    if (is_digit(c)) {
      (exponent ? exponent_digits : mantissa_digits) = true;
      before = '0';
      clean += c;
      continue;
    }
    if (c == '_') {
      if (before != '0' || i + 1 == text.size() || !is_digit(text[i + 1])) return std::nullopt;
      before = '_';
      continue;
    }
    if (c == '.' && !point && !exponent) {
      point = true;
    } else if ((c == 'e' || c == 'E') && mantissa_digits && !exponent) {
      exponent = true;
    } else if ((c == '+' || c == '-') && exponent && (before == 'e')) {
      // the exponent's sign
    } else {
      return std::nullopt;
    }
    before = lower(c);
    clean += c;
  }
  if (!mantissa_digits || (exponent && !exponent_digits)) return std::nullopt;
  return std::strtod(clean.c_str(), nullptr);
}

double round_half_even(double value) {
  double rounded = std::round(value);
  if (std::fabs(value - rounded) == 0.5) rounded = 2.0 * std::round(value / 2.0);
  return rounded;
}

std::optional<double> round_to_digits(double value, int64_t digits) {
  if (!std::isfinite(value) || value == 0) return value;
  if (digits > 323) return value;
  if (digits < -308) return std::copysign(0.0, value);
  if (digits >= 0) {
    return std::strtod(print("%.*f", static_cast<int>(digits), value).c_str(), nullptr);
  }
  const double magnitude = std::fabs(value);
  const double whole = std::trunc(magnitude);
  std::string text = print("%.*f", 0, whole);
  const auto cut = static_cast<size_t>(-digits);
  if (cut > text.size()) return std::copysign(0.0, value);
  text.insert(0, "0");
  const size_t keep = text.size() - cut;
  bool rest = whole != magnitude;
  for (size_t i = keep + 1; i < text.size(); ++i) rest = rest || text[i] != '0';
  const bool up = text[keep] > '5' || (text[keep] == '5' && (rest || (text[keep - 1] & 1) != 0));
  std::fill(text.begin() + static_cast<std::ptrdiff_t>(keep), text.end(), '0');
  if (up) {
    size_t i = keep - 1;
    while (text[i] == '9') text[i--] = '0';
    ++text[i];
  }
  const double result = std::strtod(text.c_str(), nullptr);
  if (std::isinf(result)) return std::nullopt;
  return std::copysign(result, value);
}

int64_t hash_double(double value) {
  constexpr int kBits = 61;
  constexpr uint64_t kModulus = (uint64_t{1} << kBits) - 1;
  if (std::isinf(value)) return value > 0 ? 314159 : -314159;
  int exponent = 0;
  double m = std::frexp(std::fabs(value), &exponent);
  uint64_t x = 0;
  while (m != 0) {
    x = ((x << 28) & kModulus) | x >> (kBits - 28);
    m *= 268435456.0;  // 2**28
    exponent -= 28;
    const auto part = static_cast<uint64_t>(m);
    m -= static_cast<double>(part);
    x += part;
    if (x >= kModulus) x -= kModulus;
  }
  const int turn = exponent >= 0 ? exponent % kBits : kBits - 1 - ((-1 - exponent) % kBits);
  x = ((x << turn) & kModulus) | x >> (kBits - turn);
  const auto h = static_cast<int64_t>(x);
  const int64_t result = value < 0 ? -h : h;
  return result == -1 ? -2 : result;
}

SIMUL_RARE std::string float_hex(double value) {
  if (!std::isfinite(value)) return float_repr(value);
  if (value == 0) return std::signbit(value) ? "-0x0.0p+0" : "0x0.0p+0";
  int exponent = 0;
  double m = std::frexp(std::fabs(value), &exponent);
  const int shift = 1 - std::max(-1021 - exponent, 0);
  m = std::ldexp(m, shift);
  exponent -= shift;
  std::string text = std::signbit(value) ? "-0x" : "0x";
  auto digit = static_cast<int>(m);
  text += static_cast<char>('0' + digit);
  text += '.';
  m -= digit;
  for (int i = 0; i < 13; ++i) {
    m *= 16;
    digit = static_cast<int>(m);
    text += "0123456789abcdef"[digit];
    m -= digit;
  }
  return text + 'p' + (exponent < 0 ? '-' : '+') + std::to_string(std::abs(exponent));
}

SIMUL_RARE HexStatus parse_hex_float(std::string_view text, double* value) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  std::string clean;
  size_t i = 0;
  if (i < text.size() && (text[i] == '+' || text[i] == '-')) clean += text[i++];
  std::string word;
  for (char c : text.substr(i)) word += lower(c);
  if (word == "inf" || word == "infinity" || word == "nan") {
    *value = *parse_float(text);
    return HexStatus::kOk;
  }
  clean += "0x";
  if (word.size() >= 2 && word[0] == '0' && word[1] == 'x') word.erase(0, 2);
  bool digits = false;
  bool point = false;
  size_t k = 0;
  for (; k < word.size() && word[k] != 'p'; ++k) {
    if (word[k] == '.' && !point) {
      point = true;
    } else if (is_digit(word[k]) || (word[k] >= 'a' && word[k] <= 'f')) {
      digits = true;
    } else {
      return HexStatus::kInvalid;
    }
  }
  if (!digits) return HexStatus::kInvalid;
  if (k < word.size()) {
    size_t e = k + 1;
    if (e < word.size() && (word[e] == '+' || word[e] == '-')) ++e;
    if (e == word.size()) return HexStatus::kInvalid;
    for (; e < word.size(); ++e) {
      if (!is_digit(word[e])) return HexStatus::kInvalid;
    }
  }
  clean += word;
  *value = std::strtod(clean.c_str(), nullptr);
  return std::isinf(*value) ? HexStatus::kTooLarge : HexStatus::kOk;
}

double float_mod(double a, double b) {
  double m = std::fmod(a, b);
  if (m != 0) {
    if ((b < 0) != (m < 0)) m += b;
    return m;
  }
  return std::copysign(0.0, b);
}

double float_floor_divide(double a, double b) {
  const double m = std::fmod(a, b);
  double d = (a - m) / b;
  if (m != 0 && (b < 0) != (m < 0)) d -= 1.0;
  if (d == 0) return std::copysign(0.0, a / b);
  const double floored = std::floor(d);
  return d - floored > 0.5 ? floored + 1.0 : floored;
}

}  // namespace simul::vm
