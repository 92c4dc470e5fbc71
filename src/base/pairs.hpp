// A polynomial as glibc sums it up: two coefficients at a time, then by the even powers from the
// lowest on. In what order the terms are added is part of the last digit.
#pragma once

#include <cstddef>

namespace simul::elementary {

template <std::size_t kCount>
[[nodiscard]] constexpr double in_pairs(const double (&coefficients)[kCount], double z) {
  static_assert(kCount > 2 && kCount <= 10);
  const double z2 = z * z;
  const double z4 = z2 * z2;
  const double powers[] = {1, z2, z4, z4 * z2, z4 * z4};
  double sum = coefficients[0] + z * coefficients[1];
  for (std::size_t i = 2; i < kCount; i += 2) {
    const double pair =
        i + 1 < kCount ? coefficients[i] + z * coefficients[i + 1] : coefficients[i];
    sum += powers[i / 2] * pair;
  }
  return sum;
}

}  // namespace simul::elementary
