#include "vm/switching.hpp"

namespace simul::vm {

namespace {
// Instructions between two requests: at most 4, 8, ... 2,048, drawn anew for each; in calm runs,
// one of four, 16 times as many. Short ones meet races inside a line, long ones let a thread come
// far.
constexpr std::uint64_t kShortest = 4;
constexpr std::uint64_t kLengths = 10;
constexpr std::uint64_t kCalm = 16;
}  // namespace

Switching::Switching(std::uint64_t seed) : state_(seed), on_(seed != 0) {
  if (!on_) return;
  if (draw() % 4 == 0) scale_ = kCalm;
  next_interval();
}

void Switching::next_interval() {
  const std::uint64_t longest = scale_ * kShortest << (draw() % kLengths);
  left_ = static_cast<std::int64_t>(1 + draw() % longest);
}

std::size_t Switching::among(std::size_t count) {
  return static_cast<std::size_t>(draw() % count);
}

// Steele, Lea and Flood's SplitMix: neighbouring seeds give unrelated runs.
std::uint64_t Switching::draw() {
  std::uint64_t z = state_ += 0x9e3779b97f4a7c15u;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

}  // namespace simul::vm
