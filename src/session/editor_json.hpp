// Places in a text as a page's editor knows them, and out of the JSON in which it asks.
//
// An editor in a browser counts UTF-16 code units, the composer UTF-8 bytes. What an answer does
// not say is -1 or 0, which is no place of any text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/flat_json.hpp"
#include "base/text_range.hpp"
#include "composer/gesture.hpp"

namespace simul::session {

// Both ways between the bytes of a text and an editor's units.
class Units {
 public:
  explicit Units(std::string_view text);
  [[nodiscard]] std::int64_t of(std::uint32_t byte) const;
  [[nodiscard]] std::uint32_t byte(std::int64_t unit) const;

 private:
  std::vector<std::uint32_t> at_;  // of each byte
};

[[nodiscard]] int number_of(const FlatJson& json, std::string_view name, int usual = -1);
// {"owner":n,"body":n,"index":n}
[[nodiscard]] composer::Place place_of(const FlatJson& json);
// {"from":n,"to":n}
[[nodiscard]] TextRange range_of(const FlatJson& json, const Units& units);

}  // namespace simul::session
