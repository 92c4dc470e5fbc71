#include "session/editor_json.hpp"

#include <algorithm>

namespace simul::session {

using composer::Place;

Units::Units(std::string_view text) : at_(text.size() + 1) {
  std::uint32_t units = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    at_[i] = units;
    const auto byte = static_cast<unsigned char>(text[i]);
    // The units of a character are counted at its first byte.
    if ((byte & 0xC0) != 0x80) units += byte >= 0xF0 ? 2 : 1;
  }
  at_[text.size()] = units;
}

std::int64_t Units::of(std::uint32_t byte) const {
  return at_[std::min<std::size_t>(byte, at_.size() - 1)];
}

std::uint32_t Units::byte(std::int64_t unit) const {
  const auto found = std::lower_bound(
      at_.begin(), at_.end(), unit, [](std::uint32_t a, std::int64_t b) { return a < b; });
  return static_cast<std::uint32_t>(
      std::min<std::size_t>(static_cast<std::size_t>(found - at_.begin()), at_.size() - 1));
}

int number_of(const FlatJson& json, std::string_view name, int usual) {
  return static_cast<int>(json.count(name, usual));
}

Place place_of(const FlatJson& json) {
  return {number_of(json, "owner"), number_of(json, "body", 0), number_of(json, "index", 0)};
}

TextRange range_of(const FlatJson& json, const Units& units) {
  const std::int64_t from = json.count("from"), to = std::max(from, json.count("to"));
  return {units.byte(from), units.byte(to)};
}

}  // namespace simul::session
