// JSON in, as far as the page needs it: one object whose values are texts, numbers and truth
// values.
//
// Strict: what is not such an object as a whole is nothing at all. Texts come out as UTF-8; a lone
// surrogate that was escaped becomes U+FFFD.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace simul {

class FlatJson {
 public:
  [[nodiscard]] static std::optional<FlatJson> read(std::string_view text);

  // What stands under a name, or `usual` where it is missing or of another kind.
  [[nodiscard]] std::string text(std::string_view name, std::string_view usual = "") const;
  [[nodiscard]] double number(std::string_view name, double usual = 0) const;
  // A number from 0 to 2^31 - 1 without a fraction; else `usual`.
  [[nodiscard]] std::int64_t count(std::string_view name, std::int64_t usual = 0) const;
  [[nodiscard]] bool flag(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const;

 private:
  using Value = std::variant<std::nullptr_t, bool, double, std::string>;
  std::map<std::string, Value, std::less<>> values_;
};

}  // namespace simul
