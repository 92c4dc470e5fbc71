#include "vm/random.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>

#include "base/libm.hpp"

namespace simul::vm {
namespace {

constexpr std::size_t kWords = 624;

// The first 64 bits of the fractional parts of the cube roots of the first 80 primes, as FIPS 180-4
// defines SHA-512.
// clang-format off
constexpr std::uint64_t kRound[80] = {
    0x428a2f98d728ae22u, 0x7137449123ef65cdu, 0xb5c0fbcfec4d3b2fu, 0xe9b5dba58189dbbcu,
    0x3956c25bf348b538u, 0x59f111f1b605d019u, 0x923f82a4af194f9bu, 0xab1c5ed5da6d8118u,
    0xd807aa98a3030242u, 0x12835b0145706fbeu, 0x243185be4ee4b28cu, 0x550c7dc3d5ffb4e2u,
    0x72be5d74f27b896fu, 0x80deb1fe3b1696b1u, 0x9bdc06a725c71235u, 0xc19bf174cf692694u,
    0xe49b69c19ef14ad2u, 0xefbe4786384f25e3u, 0x0fc19dc68b8cd5b5u, 0x240ca1cc77ac9c65u,
    0x2de92c6f592b0275u, 0x4a7484aa6ea6e483u, 0x5cb0a9dcbd41fbd4u, 0x76f988da831153b5u,
    0x983e5152ee66dfabu, 0xa831c66d2db43210u, 0xb00327c898fb213fu, 0xbf597fc7beef0ee4u,
    0xc6e00bf33da88fc2u, 0xd5a79147930aa725u, 0x06ca6351e003826fu, 0x142929670a0e6e70u,
    0x27b70a8546d22ffcu, 0x2e1b21385c26c926u, 0x4d2c6dfc5ac42aedu, 0x53380d139d95b3dfu,
    0x650a73548baf63deu, 0x766a0abb3c77b2a8u, 0x81c2c92e47edaee6u, 0x92722c851482353bu,
    0xa2bfe8a14cf10364u, 0xa81a664bbc423001u, 0xc24b8b70d0f89791u, 0xc76c51a30654be30u,
    0xd192e819d6ef5218u, 0xd69906245565a910u, 0xf40e35855771202au, 0x106aa07032bbd1b8u,
    0x19a4c116b8d2d0c8u, 0x1e376c085141ab53u, 0x2748774cdf8eeb99u, 0x34b0bcb5e19b48a8u,
    0x391c0cb3c5c95a63u, 0x4ed8aa4ae3418acbu, 0x5b9cca4f7763e373u, 0x682e6ff3d6b2b8a3u,
    0x748f82ee5defb2fcu, 0x78a5636f43172f60u, 0x84c87814a1f0ab72u, 0x8cc702081a6439ecu,
    0x90befffa23631e28u, 0xa4506cebde82bde9u, 0xbef9a3f7b2c67915u, 0xc67178f2e372532bu,
    0xca273eceea26619cu, 0xd186b8c721c0c207u, 0xeada7dd6cde0eb1eu, 0xf57d4f7fee6ed178u,
    0x06f067aa72176fbau, 0x0a637dc5a2c898a6u, 0x113f9804bef90daeu, 0x1b710b35131c471bu,
    0x28db77f523047d84u, 0x32caab7b40c72493u, 0x3c9ebe0a15c9bebcu, 0x431d67c49c100d4cu,
    0x4cc5d4becb3e42b6u, 0x597f299cfc657e2au, 0x5fcb6fab3ad6faecu, 0x6c44198c4a475817u,
};
constexpr std::uint64_t kStart[8] = {
    0x6a09e667f3bcc908u, 0xbb67ae8584caa73bu, 0x3c6ef372fe94f82bu, 0xa54ff53a5f1d36f1u,
    0x510e527fade682d1u, 0x9b05688c2b3e6c1fu, 0x1f83d9abfb41bd6bu, 0x5be0cd19137e2179u,
};
// clang-format on

}  // namespace

std::string sha512(std::string_view data) {
  std::string padded(data);
  padded += '\x80';
  while (padded.size() % 128 != 112) padded += '\0';
  const std::uint64_t bits = std::uint64_t{data.size()} * 8;
  padded.append(8, '\0');
  for (int shift = 56; shift >= 0; shift -= 8) padded += static_cast<char>(bits >> shift & 0xff);
  std::uint64_t h[8];
  std::copy(std::begin(kStart), std::end(kStart), h);
  for (std::size_t block = 0; block < padded.size(); block += 128) {
    std::uint64_t w[80];
    for (std::size_t i = 0; i < 16; ++i) {
      w[i] = 0;
      for (std::size_t k = 0; k < 8; ++k) {
        w[i] = w[i] << 8 | static_cast<unsigned char>(padded[block + i * 8 + k]);
      }
    }
    for (std::size_t i = 16; i < 80; ++i) {
      const std::uint64_t s0 = std::rotr(w[i - 15], 1) ^ std::rotr(w[i - 15], 8) ^ (w[i - 15] >> 7);
      const std::uint64_t s1 = std::rotr(w[i - 2], 19) ^ std::rotr(w[i - 2], 61) ^ (w[i - 2] >> 6);
      w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    std::uint64_t v[8];
    std::copy(std::begin(h), std::end(h), v);
    for (std::size_t i = 0; i < 80; ++i) {
      const std::uint64_t s1 = std::rotr(v[4], 14) ^ std::rotr(v[4], 18) ^ std::rotr(v[4], 41);
      const std::uint64_t choice = (v[4] & v[5]) ^ (~v[4] & v[6]);
      const std::uint64_t t1 = v[7] + s1 + choice + kRound[i] + w[i];
      const std::uint64_t s0 = std::rotr(v[0], 28) ^ std::rotr(v[0], 34) ^ std::rotr(v[0], 39);
      const std::uint64_t majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);
      for (std::size_t k = 7; k > 0; --k) v[k] = v[k - 1];
      v[4] += t1;
      v[0] = t1 + s0 + majority;
    }
    for (std::size_t i = 0; i < 8; ++i) h[i] += v[i];
  }
  std::string out;
  for (std::uint64_t word : h) {
    for (int shift = 56; shift >= 0; shift -= 8) out += static_cast<char>(word >> shift & 0xff);
  }
  return out;
}

void MersenneTwister::seed_with(const BigInt& number) {
  const std::string bytes = number.magnitude_bytes();
  std::vector<std::uint32_t> key(std::max<std::size_t>((bytes.size() + 3) / 4, 1), 0);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    key[i / 4] |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (8 * (i % 4));
  }
  seed_with_words(key);
}

void MersenneTwister::seed_with_text(std::string_view text) {
  // The text and its digest, read as one big-endian number.
  const std::string all = std::string(text) + sha512(text);
  std::vector<std::uint32_t> words((all.size() + 3) / 4, 0);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::size_t from_end = all.size() - 1 - i;
    words[from_end / 4] |= static_cast<std::uint32_t>(static_cast<unsigned char>(all[i]))
                           << (8 * (from_end % 4));
  }
  seed_with(BigInt::from_words(words.data(), words.size()));
}

void MersenneTwister::seed_with_words(const std::vector<std::uint32_t>& key) {
  auto& mt = state.words;
  mt[0] = 19650218u;
  for (std::size_t i = 1; i < kWords; ++i) {
    mt[i] = 1812433253u * (mt[i - 1] ^ (mt[i - 1] >> 30)) + static_cast<std::uint32_t>(i);
  }
  std::size_t i = 1;
  std::size_t j = 0;
  for (std::size_t k = std::max(kWords, key.size()); k > 0; --k) {
    mt[i] = (mt[i] ^ ((mt[i - 1] ^ (mt[i - 1] >> 30)) * 1664525u)) + key[j] +
            static_cast<std::uint32_t>(j);
    if (++i >= kWords) {
      mt[0] = mt[kWords - 1];
      i = 1;
    }
    if (++j >= key.size()) j = 0;
  }
  for (std::size_t k = kWords - 1; k > 0; --k) {
    mt[i] =
        (mt[i] ^ ((mt[i - 1] ^ (mt[i - 1] >> 30)) * 1566083941u)) - static_cast<std::uint32_t>(i);
    if (++i >= kWords) {
      mt[0] = mt[kWords - 1];
      i = 1;
    }
  }
  mt[0] = 0x80000000u;
  state.index = kWords;
  state.has_gauss = false;
}

void MersenneTwister::refill() {
  auto& mt = state.words;
  for (std::size_t k = 0; k < kWords; ++k) {
    const std::uint32_t y = (mt[k] & 0x80000000u) | (mt[(k + 1) % kWords] & 0x7fffffffu);
    mt[k] = mt[(k + 397) % kWords] ^ (y >> 1) ^ ((y & 1) != 0 ? 0x9908b0dfu : 0u);
  }
  state.index = 0;
}

std::uint32_t MersenneTwister::next() {
  if (state.index >= kWords) refill();
  std::uint32_t y = state.words[state.index++];
  y ^= y >> 11;
  y ^= (y << 7) & 0x9d2c5680u;
  y ^= (y << 15) & 0xefc60000u;
  return y ^ (y >> 18);
}

double MersenneTwister::random() {
  const std::uint32_t a = next() >> 5;
  const std::uint32_t b = next() >> 6;
  return (a * 67108864.0 + b) * (1.0 / 9007199254740992.0);
}

BigInt MersenneTwister::bits(std::uint64_t count) {
  std::vector<std::uint32_t> words;
  for (; count > 0; count -= std::min<std::uint64_t>(count, 32)) {
    const std::uint32_t word = next();
    words.push_back(count < 32 ? word >> (32 - count) : word);
  }
  return BigInt::from_words(words.data(), words.size());
}

std::uint64_t MersenneTwister::below(std::uint64_t limit) {
  const int count = static_cast<int>(std::bit_width(limit));
  while (true) {
    std::uint64_t number = 0;
    if (count <= 32) {
      number = next() >> (32 - count);
    } else {
      number = next();
      number |= std::uint64_t{next() >> (64 - count)} << 32;
    }
    if (number < limit) return number;
  }
}

BigInt MersenneTwister::below(const BigInt& limit) {
  const std::uint64_t count = limit.bit_length();
  while (true) {
    BigInt number = bits(count);
    if (number < limit) return number;
  }
}

double MersenneTwister::gauss(double mu, double sigma) {
  double z = 0;
  if (state.has_gauss) {
    z = state.gauss;
    state.has_gauss = false;
  } else {
    const double angle = random() * (2.0 * std::numbers::pi);
    const double radius = std::sqrt(-2.0 * libm::log(1.0 - random()));
    z = libm::cos(angle) * radius;
    state.gauss = libm::sin(angle) * radius;
    state.has_gauss = true;
  }
  return mu + z * sigma;
}

double MersenneTwister::normal(double mu, double sigma) {
  const double magic = 4 * libm::exp(-0.5) / std::sqrt(2.0);
  while (true) {
    const double u1 = random();
    const double u2 = 1.0 - random();
    const double z = magic * (u1 - 0.5) / u2;
    if (z * z / 4.0 <= -libm::log(u2)) return mu + z * sigma;
  }
}

double MersenneTwister::exponential(double lambda) {
  return -libm::log(1.0 - random()) / lambda;
}

double MersenneTwister::triangular(double low, double high, double mode, bool has_mode) {
  double u = random();
  if (high == low) return low;
  double c = has_mode ? (mode - low) / (high - low) : 0.5;
  if (u > c) {
    u = 1.0 - u;
    c = 1.0 - c;
    std::swap(low, high);
  }
  return low + (high - low) * std::sqrt(u * c);
}

double MersenneTwister::gamma(double alpha, double beta) {
  if (alpha > 1.0) {
    const double ainv = std::sqrt(2.0 * alpha - 1.0);
    const double bbb = alpha - libm::log(4.0);
    const double ccc = alpha + ainv;
    while (true) {
      const double u1 = random();
      if (!(1e-7 < u1 && u1 < 0.9999999)) continue;
      const double u2 = 1.0 - random();
      const double v = libm::log(u1 / (1.0 - u1)) / ainv;
      const double x = alpha * libm::exp(v);
      const double z = u1 * u1 * u2;
      const double r = bbb + ccc * v - x;
      if (r + (1.0 + libm::log(4.5)) - 4.5 * z >= 0.0 || r >= libm::log(z)) return x * beta;
    }
  }
  if (alpha == 1.0) return -libm::log(1.0 - random()) * beta;
  while (true) {
    const double u = random();
    const double b = (std::numbers::e + alpha) / std::numbers::e;
    const double p = b * u;
    const double x = p <= 1.0 ? libm::pow(p, 1.0 / alpha) : -libm::log((b - p) / alpha);
    const double u1 = random();
    if (p > 1.0 ? u1 <= libm::pow(x, alpha - 1.0) : u1 <= libm::exp(-x)) return x * beta;
  }
}

double MersenneTwister::beta(double alpha, double beta) {
  const double y = gamma(alpha, 1.0);
  return y != 0 ? y / (y + gamma(beta, 1.0)) : 0.0;
}

double MersenneTwister::von_mises(double mu, double kappa) {
  const double two_pi = 2.0 * std::numbers::pi;
  if (kappa <= 1e-6) return two_pi * random();
  const double s = 0.5 / kappa;
  const double r = s + std::sqrt(1.0 + s * s);
  double z = 0;
  while (true) {
    z = libm::cos(std::numbers::pi * random());
    const double d = z / (r + z);
    const double u = random();
    if (u < 1.0 - d * d || u <= (1.0 - d) * libm::exp(d)) break;
  }
  const double q = 1.0 / r;
  const double f = (q + z) / (1.0 + q * z);
  const double angle = random() > 0.5 ? mu + libm::acos(f) : mu - libm::acos(f);
  const double m = std::fmod(angle, two_pi);
  return m < 0 ? m + two_pi : m;
}

double MersenneTwister::pareto(double alpha) {
  return libm::pow(1.0 - random(), -1.0 / alpha);
}

double MersenneTwister::weibull(double alpha, double beta) {
  return alpha * libm::pow(-libm::log(1.0 - random()), 1.0 / beta);
}

}  // namespace simul::vm
