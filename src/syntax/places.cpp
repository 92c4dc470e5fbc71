#include "syntax/places.hpp"

#include <algorithm>

namespace simul::syntax {

Places::Places(std::string_view source) : source_(source) {
  for (std::uint32_t i = 0; i < source.size(); ++i) {
    const bool lone_return = source[i] == '\r' && (i + 1 == source.size() || source[i + 1] != '\n');
    if (source[i] == '\n' || lone_return) starts_.push_back(i + 1);
  }
}

std::uint32_t Places::offset(int line, int column) const {
  const auto size = static_cast<std::uint32_t>(source_.size());
  const auto index = static_cast<std::size_t>(std::max(line, 1) - 1);
  const std::uint32_t start = index < starts_.size() ? starts_[index] : size;
  return std::min(start + static_cast<std::uint32_t>(std::max(column, 0)), size);
}

}  // namespace simul::syntax
