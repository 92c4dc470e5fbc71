// What simul-gestures plays on: chance, and texts as other people would have written them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace simul::composer {

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15ull;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
    return z ^ (z >> 31);
  }
  int below(int n) { return n <= 0 ? 0 : static_cast<int>(next() % static_cast<std::uint64_t>(n)); }
  bool one_in(int n) { return below(n) == 0; }
  template <typename T>
  const T& of(const std::vector<T>& all) {
    return all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
  }

 private:
  std::uint64_t state_;
};

// With other newlines, other indentation, statements joined on a line, a byte order mark; or, in
// one of eight, with a line that is no Python and says "ooops", as no other line does. `which`: as
// chance has it, below kVariants.
std::string variant(const std::string& text, int which, Chance& chance);
inline constexpr int kVariants = 16;

}  // namespace simul::composer
