// Tests for vm/random.hpp: the same seed gives CPython's numbers, bit for bit.
#include "vm/random.hpp"

#include <cstdlib>
#include <string>

#include "base/float_text.hpp"
#include "gtest/gtest.h"
#include "vm/cases.hpp"

namespace simul::vm {
namespace {

// Numbers that went through log(), cos() or sqrt(). The cases come from CPython over glibc, which
// fuses multiplications and additions where the processor can; WebAssembly cannot, so there the
// last place may differ, as it does between CPythons on two processors.
void expect_real(double number, const std::string& text, const std::string& seed) {
#ifdef __EMSCRIPTEN__
  EXPECT_DOUBLE_EQ(number, std::strtod(text.c_str(), nullptr)) << seed;
#else
  EXPECT_EQ(float_repr(number), text) << seed;
#endif
}

TEST(MersenneTwister, TheSameSeedGivesCPythonsNumbers) {
  for (const auto& row : cases::kRandomCases) {
    const std::string seed = row.seed;
    MersenneTwister generator;
    if (seed.starts_with("int:")) {
      generator.seed_with(BigInt::parse(seed.substr(4), 10).value);
    } else {
      generator.seed_with_text(seed.substr(4));
    }
    EXPECT_EQ(float_repr(generator.random()), row.real) << seed;
    EXPECT_EQ(*generator.bits(40).to_string(), row.bits) << seed;
    EXPECT_EQ(std::to_string(generator.below(10)), row.small) << seed;
    EXPECT_EQ(std::to_string(generator.below(1'000'000'000'000)), row.large) << seed;
    expect_real(generator.gauss(0, 1), row.gauss, seed);
    expect_real(generator.gauss(0, 1), row.gauss2, seed);
    expect_real(generator.exponential(2), row.exponential, seed);
    expect_real(generator.beta(2, 3), row.beta, seed);
  }
}

TEST(MersenneTwister, Sha512IsTheStandards) {
  std::string hex;
  for (char c : sha512("abc").substr(0, 8)) {
    hex += "0123456789abcdef"[static_cast<unsigned char>(c) >> 4];
    hex += "0123456789abcdef"[static_cast<unsigned char>(c) & 15];
  }
  EXPECT_EQ(hex, "ddaf35a193617aba");
}

}  // namespace
}  // namespace simul::vm
