#include "base/float_text.hpp"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace simul {

#ifdef __EMSCRIPTEN__
namespace {

// The next number away from zero with as many digits: "1.99e+05" becomes "2.00e+05".
void next_away(char* text) {
  char* last = text;
  while (*last != 'e') ++last;
  for (char* digit = last - 1; digit >= text; --digit) {
    if (*digit < '0' || *digit > '9') continue;
    if (*digit != '9') {
      ++*digit;
      return;
    }
    *digit = '0';
  }
}

}  // namespace
#endif

std::string shortest_scientific(double value) {
#ifdef __EMSCRIPTEN__
  constexpr int kMostDigits = 17;  // always enough for a double
  char buffer[40];
  int exponent = 0;
  // Above a power of two the doubles are twice as far apart as below it: there the nearest text of
  // so many digits may not read back although the next one up does.
  const bool power_of_two = std::abs(std::frexp(value, &exponent)) == 0.5;
  for (int digits = 1; digits <= kMostDigits; ++digits) {
    std::snprintf(buffer, sizeof buffer, "%.*e", digits - 1, value);
    if (std::strtod(buffer, nullptr) == value) break;
    if (!power_of_two || buffer[0] == '9' || buffer[1] == '9') continue;
    next_away(buffer);
    if (std::strtod(buffer, nullptr) == value) break;
  }
  return buffer;
#else
  char buffer[40];
  return {buffer,
          std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific).ptr};
#endif
}

namespace {

struct Digits {
  std::string sign, digits;
  int exponent = 0;  // of the first digit
};

Digits digits_of(const std::string& scientific) {
  Digits parts;
  if (scientific[0] == '-') parts.sign = "-";
  const std::size_t e = scientific.find('e');
  for (char c : scientific.substr(0, e)) {
    if (c >= '0' && c <= '9') parts.digits += c;
  }
  parts.exponent = std::atoi(scientific.c_str() + e + 1);
  return parts;
}

// Without an exponent; `whole` stands behind a number that has no fraction.
std::string written_out(const Digits& parts, const char* whole) {
  const auto& [sign, digits, exponent] = parts;
  if (exponent < 0)
    return sign + "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
  const auto before = static_cast<std::size_t>(exponent) + 1;
  if (digits.size() <= before)
    return sign + digits + std::string(before - digits.size(), '0') + whole;
  return sign + digits.substr(0, before) + "." + digits.substr(before);
}

}  // namespace

std::string shortest_text(double value) {
  std::string scientific = shortest_scientific(value);
  std::string fixed = written_out(digits_of(scientific), "");
  return fixed.size() <= scientific.size() ? fixed : scientific;
}

std::string float_repr(double value) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
  std::string scientific = shortest_scientific(value);
  const Digits parts = digits_of(scientific);
  return parts.exponent < -4 || parts.exponent >= 16 ? scientific : written_out(parts, ".0");
}

}  // namespace simul
