// The one algorithm: see sort.hpp.
#include "base/sort.hpp"

#include <algorithm>
#include <numeric>

namespace simul {

std::vector<std::uint32_t> sorted_places(std::size_t count,
                                         const void* items,
                                         bool (*less)(const void* items,
                                                      std::uint32_t a,
                                                      std::uint32_t b)) {
  std::vector<std::uint32_t> places(count);
  std::iota(places.begin(), places.end(), std::uint32_t{0});
  // The place decides between equals: stable, and without the buffer that stable_sort wants.
  std::sort(places.begin(), places.end(), [=](std::uint32_t a, std::uint32_t b) {
    if (less(items, a, b)) return true;
    return !less(items, b, a) && a < b;
  });
  return places;
}

}  // namespace simul
