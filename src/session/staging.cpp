#include "session/staging.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>

namespace simul::session {

namespace {

constexpr std::size_t kMostSliders = 12;

std::string_view trimmed(std::string_view text) {
  const std::size_t from = text.find_first_not_of(" \t\r");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\r") - from + 1);
}

// "12", "0.5", "-3": a whole text that is a number.
std::optional<double> number(std::string_view text) {
  if (text.empty() || text.size() > 24) return std::nullopt;
  for (char c : text)
    if ((c < '0' || c > '9') && c != '.' && c != '-') return std::nullopt;
  const std::string copy(text);
  char* end = nullptr;
  const double value = std::strtod(copy.c_str(), &end);
  if (*end != 0 || !std::isfinite(value)) return std::nullopt;
  return value;
}

bool is_name(std::string_view text) {
  if (text.empty() || (text[0] >= '0' && text[0] <= '9')) return false;
  for (char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    if (!letter && !(c >= '0' && c <= '9')) return false;
  }
  return true;
}

std::optional<Slider> slider(std::string_view line, std::size_t begins) {
  const std::size_t hash = line.find('#'), equals = line.find('=');
  if (hash == std::string_view::npos || equals == std::string_view::npos || equals > hash)
    return std::nullopt;
  std::string_view said = trimmed(line.substr(hash + 1));
  constexpr std::string_view kWord = "slider:";
  if (!said.starts_with(kWord)) return std::nullopt;
  said = trimmed(said.substr(kWord.size()));
  const std::size_t between = said.find(" to ");
  if (between == std::string_view::npos) return std::nullopt;
  std::string_view high = trimmed(said.substr(between + 4)), unit;
  if (const std::size_t space = high.find(' '); space != std::string_view::npos) {
    unit = trimmed(high.substr(space));
    high = high.substr(0, space);
  }
  const std::string_view name = trimmed(line.substr(0, equals));
  const std::string_view literal = trimmed(line.substr(equals + 1, hash - equals - 1));
  const auto value = number(literal), low = number(trimmed(said.substr(0, between))),
             most = number(high);
  if (!is_name(name) || line[0] == ' ' || line[0] == '\t' || !value || !low || !most ||
      *low >= *most || unit.size() > 8)
    return std::nullopt;
  Slider out;
  out.name = name;
  out.value = *value;
  out.low = *low;
  out.high = *most;
  out.unit = unit;
  out.whole = literal.find('.') == std::string_view::npos;
  out.from = begins + static_cast<std::size_t>(literal.data() - line.data());
  out.to = out.from + literal.size();
  return out;
}

}  // namespace

Staging read_staging(std::string_view source) {
  Staging out;
  std::size_t begins = 0, number_of_line = 0;
  while (begins < source.size()) {
    const std::size_t end = std::min(source.find('\n', begins), source.size());
    const std::string_view line = source.substr(begins, end - begins);
    ++number_of_line;
    if (line.starts_with('#') && out.scene.empty()) {
      constexpr std::string_view kWord = "scene:";
      const std::string_view said = trimmed(line.substr(1));
      if (said.starts_with(kWord)) out.scene = trimmed(said.substr(kWord.size()));
    }
    if (out.sliders.size() < kMostSliders) {
      if (auto one = slider(line, begins)) {
        one->line = number_of_line;
        out.sliders.push_back(std::move(*one));
      }
    }
    begins = end + 1;
  }
  return out;
}

}  // namespace simul::session
