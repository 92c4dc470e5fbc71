// What a gesture does to a text, line by line: for tests of the composer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "composer/cards.hpp"
#include "composer/rewrite.hpp"

namespace simul::composer {

// The text after the gesture, or "refused: " and why.
inline std::string after(std::string_view source, const Gesture& gesture) {
  auto edits = rewrite(source, gesture);
  if (!edits.ok()) return "refused: " + edits.error().message;
  auto text = edits.value().apply(source);
  return text.ok() ? text.value() : "refused: " + text.error().message;
}

inline std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    out.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return out;
}

// The lines that the gesture takes away ("6- ...") and brings ("6+ ...": behind line 6 of the text
// before), by a longest common subsequence; or the refusal.
inline std::string changed(std::string_view source, const Gesture& gesture) {
  const std::string text = after(source, gesture);
  if (text.starts_with("refused: ")) return text;
  const std::vector<std::string> a = lines_of(source);
  const std::vector<std::string> b = lines_of(text);
  std::vector<std::vector<std::size_t>> common(a.size() + 1,
                                               std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;)
      common[i][j] =
          a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
  }
  std::string out;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      ++i;
      ++j;
    } else if (i < a.size() && (j == b.size() || common[i + 1][j] >= common[i][j + 1])) {
      out += std::to_string(i + 1) + "- " + a[i];
      ++i;
    } else {
      out += std::to_string(i) + "+ " + b[j++];
    }
  }
  return out;
}

}  // namespace simul::composer
