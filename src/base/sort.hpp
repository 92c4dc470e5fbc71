// Sorting for short or rare lists: in the page one algorithm for all types, where std::sort makes a
// kilobyte or more of code for each. What is sorted often or is long takes std::sort.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <utility>
#include <vector>

namespace simul {

// The places 0 to count - 1 in order; equals stay as they are.
std::vector<std::uint32_t> sorted_places(std::size_t count,
                                         const void* items,
                                         bool (*less)(const void* items,
                                                      std::uint32_t a,
                                                      std::uint32_t b));

// Equals stay as they are.
template <typename Range, typename Less = std::less<>>
void sort_stably(Range&& range, Less less = {}) {
  struct Items {
    decltype(std::begin(range)) first;
    Less& less;
  };
  Items items{std::begin(range), less};
  std::vector<std::uint32_t> from = sorted_places(
      std::size(range), &items, [](const void* all, std::uint32_t a, std::uint32_t b) -> bool {
        const auto& [first, is_less] = *static_cast<const Items*>(all);
        return is_less(first[static_cast<std::ptrdiff_t>(a)],
                       first[static_cast<std::ptrdiff_t>(b)]);
      });
  const auto item = [&](std::uint32_t place) -> decltype(auto) {
    return items.first[static_cast<std::ptrdiff_t>(place)];
  };
  // Round by round: each moves to where it belongs, which the one that was there has left.
  for (std::uint32_t start = 0; start < from.size(); ++start) {
    if (from[start] == start) continue;
    auto kept = std::move(item(start));
    std::uint32_t at = start;
    while (from[at] != start) {
      item(at) = std::move(item(from[at]));
      at = std::exchange(from[at], at);
    }
    item(at) = std::move(kept);
    from[at] = at;
  }
}

}  // namespace simul
