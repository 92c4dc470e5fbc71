// Suggestions: a move (insert, delete, replace) costs 2, a change of case 1; see suggestions.hpp.
#include "vm/suggestions.hpp"

#include <algorithm>
#include <cstddef>

namespace simul::vm {

namespace {

constexpr std::size_t kMove = 2, kCase = 1, kMaxLength = 40;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::size_t substitution(char a, char b) {
  if (a == b) return 0;
  return lower(a) == lower(b) ? kCase : kMove;
}

std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
  while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
  if (a.empty() || b.empty()) return (a.size() + b.size()) * kMove;
  if (a.size() > kMaxLength || b.size() > kMaxLength) return limit + 1;
  if (b.size() < a.size()) std::swap(a, b);
  if ((b.size() - a.size()) * kMove > limit) return limit + 1;
  std::vector<std::size_t> row(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) row[i] = (i + 1) * kMove;
  std::size_t result = 0;
  for (std::size_t j = 0; j < b.size(); ++j) {
    std::size_t diagonal = result = j * kMove;
    std::size_t least = limit + 1;
    for (std::size_t i = 0; i < a.size(); ++i) {
      const std::size_t replaced = diagonal + substitution(b[j], a[i]);
      diagonal = row[i];
      result = std::min(replaced, std::min(result, diagonal) + kMove);
      row[i] = result;
      least = std::min(least, result);
    }
    if (least > limit) return limit + 1;
  }
  return result;
}

}  // namespace

std::string closest_name(std::string_view wrong,
                         const std::vector<std::string>& names,
                         std::size_t from,
                         std::size_t to) {
  constexpr std::size_t kMaxNames = 750;
  if (to - from > kMaxNames || wrong.size() > kMaxLength) return {};
  std::string best;
  std::size_t best_distance = 0;
  for (std::size_t i = from; i < to; ++i) {
    const std::string& name = names[i];
    if (name == wrong) continue;
    std::size_t limit = (wrong.size() + name.size() + 3) * kMove / 6;
    if (!best.empty()) limit = std::min(limit, best_distance - 1);
    const std::size_t found = distance(wrong, name, limit);
    if (found > limit) continue;
    if (best.empty() || found < best_distance) {
      best = name;
      best_distance = found;
    }
  }
  return best;
}

}  // namespace simul::vm
