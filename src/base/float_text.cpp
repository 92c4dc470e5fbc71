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

std::string shortest_text(double value) {
  std::string scientific = shortest_scientific(value);
  std::string sign = scientific[0] == '-' ? "-" : "";
  std::size_t e = scientific.find('e');
  std::string digits;
  for (char c : scientific.substr(0, e)) {
    if (c >= '0' && c <= '9') digits += c;
  }
  int exponent = std::atoi(scientific.c_str() + e + 1);
  auto count = static_cast<int>(digits.size());

  std::string fixed;
  if (exponent < 0) {
    fixed = "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
  } else if (count <= exponent + 1) {
    // Every digit of a large number is written out, as it is the shorter way only for whole numbers
    // below 2^53.
    fixed = digits + std::string(static_cast<std::size_t>(exponent + 1 - count), '0');
  } else {
    fixed = digits.substr(0, static_cast<std::size_t>(exponent) + 1) + "." +
            digits.substr(static_cast<std::size_t>(exponent) + 1);
  }
  fixed.insert(0, sign);
  return fixed.size() <= scientific.size() ? fixed : scientific;
}

}  // namespace simul
