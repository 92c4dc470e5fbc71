// src/vm/random.hpp - the Mersenne Twister with CPython's ways of seeding it and of drawing from
// it.
//
// Mirrors Modules/_randommodule.c and the arithmetic of Lib/random.py: the same seed gives the same
// numbers, bit for bit.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "vm/bigint.hpp"

namespace simul::vm {

class MersenneTwister {
 public:
  explicit MersenneTwister(std::uint64_t seed = 0) { seed_with(BigInt::from_uint64(seed)); }

  void seed_with(const BigInt& number);        // random.seed(int): the sign does not matter
  void seed_with_text(std::string_view text);  // random.seed(str or bytes)

  std::uint32_t next();
  double random();                           // [0, 1) with 53 bits
  BigInt bits(std::uint64_t count);          // getrandbits
  std::uint64_t below(std::uint64_t limit);  // randrange(limit), limit > 0
  BigInt below(const BigInt& limit);

  // Distributions with Lib/random.py's order of draws. gauss() keeps its second value for the next
  // call.
  double gauss(double mu, double sigma);
  double normal(double mu, double sigma);
  double exponential(double lambda);
  double triangular(double low, double high, double mode, bool has_mode);
  double gamma(double alpha, double beta);
  double beta(double alpha, double beta);
  double von_mises(double mu, double kappa);
  double pareto(double alpha);
  double weibull(double alpha, double beta);

  // What getstate/setstate carry.
  struct State {
    std::array<std::uint32_t, 624> words{};
    std::uint32_t index = 624;
    bool has_gauss = false;
    double gauss = 0;
  };
  State state;

 private:
  void seed_with_words(const std::vector<std::uint32_t>& key);
  void refill();
};

std::string sha512(std::string_view data);

}  // namespace simul::vm
