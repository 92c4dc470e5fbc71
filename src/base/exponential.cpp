// exp, log, log2, log10 and pow. The logarithm and the exponential are each computed in two
// doubles; pow is the one upon the other. A reduced argument is so small (2^-6) that few terms of
// the series remain, of which only the first need both doubles.
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include "base/double_double.hpp"
#include "base/elementary.hpp"

namespace simul::elementary {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr DoubleDouble kPerLn2{0x1.71547652b82fep+0, 0x1.777d0ffda0d24p-56};

// 2^(i/32).
constexpr double kPowerHigh[] = {0x1p+0,
                                 0x1.059b0d3158574p+0,
                                 0x1.0b5586cf9890fp+0,
                                 0x1.11301d0125b51p+0,
                                 0x1.172b83c7d517bp+0,
                                 0x1.1d4873168b9aap+0,
                                 0x1.2387a6e756238p+0,
                                 0x1.29e9df51fdee1p+0,
                                 0x1.306fe0a31b715p+0,
                                 0x1.371a7373aa9cbp+0,
                                 0x1.3dea64c123422p+0,
                                 0x1.44e086061892dp+0,
                                 0x1.4bfdad5362a27p+0,
                                 0x1.5342b569d4f82p+0,
                                 0x1.5ab07dd485429p+0,
                                 0x1.6247eb03a5585p+0,
                                 0x1.6a09e667f3bcdp+0,
                                 0x1.71f75e8ec5f74p+0,
                                 0x1.7a11473eb0187p+0,
                                 0x1.82589994cce13p+0,
                                 0x1.8ace5422aa0dbp+0,
                                 0x1.93737b0cdc5e5p+0,
                                 0x1.9c49182a3f090p+0,
                                 0x1.a5503b23e255dp+0,
                                 0x1.ae89f995ad3adp+0,
                                 0x1.b7f76f2fb5e47p+0,
                                 0x1.c199bdd85529cp+0,
                                 0x1.cb720dcef9069p+0,
                                 0x1.d5818dcfba487p+0,
                                 0x1.dfc97337b9b5fp+0,
                                 0x1.ea4afa2a490dap+0,
                                 0x1.f50765b6e4540p+0};
constexpr float kPowerLow[] = {0,
                               5.109224983e-17F,
                               8.551889481e-17F,
                               -7.899854106e-17F,
                               -3.046782143e-17F,
                               1.041027844e-16F,
                               8.912812867e-17F,
                               3.829204675e-17F,
                               3.982015374e-17F,
                               -7.712630708e-17F,
                               4.658027737e-17F,
                               2.667932099e-18F,
                               2.538250197e-17F,
                               -2.858731234e-17F,
                               7.700948271e-17F,
                               -6.770511695e-17F,
                               -9.667293568e-17F,
                               -3.023758067e-17F,
                               -3.483994412e-17F,
                               -1.016455352e-16F,
                               7.949835006e-17F,
                               -1.013691643e-17F,
                               2.470719337e-17F,
                               -1.012568001e-16F,
                               8.199010261e-17F,
                               -1.851380427e-17F,
                               2.960140599e-17F,
                               1.822745916e-17F,
                               3.283107314e-17F,
                               -6.122763101e-17F,
                               -1.061994623e-16F,
                               8.960767505e-17F};

// log(j/64) for j from 45 to 91: of mantissas from the root of a half to the root of two, j/64 is
// the reciprocal, rounded to so few bits that the product with it is exact.
constexpr std::int64_t kFirstLog = 45;
constexpr double kLogHigh[] = {
    -0x1.68ac83e9c6a14p-2, -0x1.522ae0738a3d8p-2, -0x1.3c25277333184p-2, -0x1.269621134db92p-2,
    -0x1.1178e8227e47cp-2, -0x1.f991c6cb3b379p-3, -0x1.d1037f2655e7bp-3, -0x1.a93ed3c8ad9e3p-3,
    -0x1.823c16551a3c2p-3, -0x1.5bf406b543db2p-3, -0x1.365fcb0159016p-3, -0x1.1178e8227e47cp-3,
    -0x1.da727638446a2p-4, -0x1.9335e5d594989p-4, -0x1.4d3115d207eacp-4, -0x1.08598b59e3a07p-4,
    -0x1.894aa149fb343p-5, -0x1.0415d89e74444p-5, -0x1.0205658935847p-6, 0,
    0x1.fc0a8b0fc03e4p-7,  0x1.f829b0e783300p-6,  0x1.77458f632dcfcp-5,  0x1.f0a30c01162a6p-5,
    0x1.341d7961bd1d1p-4,  0x1.6f0d28ae56b4cp-4,  0x1.a926d3a4ad563p-4,  0x1.e27076e2af2e6p-4,
    0x1.0d77e7cd08e59p-3,  0x1.29552f81ff523p-3,  0x1.44d2b6ccb7d1ep-3,  0x1.5ff3070a793d4p-3,
    0x1.7ab890210d909p-3,  0x1.9525a9cf456b4p-3,  0x1.af3c94e80bff3p-3,  0x1.c8ff7c79a9a22p-3,
    0x1.e27076e2af2e6p-3,  0x1.fb9186d5e3e2bp-3,  0x1.0a324e27390e3p-2,  0x1.1675cababa60ep-2,
    0x1.22941fbcf7966p-2,  0x1.2e8e2bae11d31p-2,  0x1.3a64c556945eap-2,  0x1.4618bc21c5ec2p-2,
    0x1.51aad872df82dp-2,  0x1.5d1bdbf5809cap-2,  0x1.686c81e9b14afp-2};
constexpr float kLogLow[] = {
    -5.723331728e-18F, 1.082832196e-17F,  1.619918582e-17F,  -2.607160629e-17F, 7.328915353e-18F,
    -1.361743354e-17F, -9.551415656e-18F, -1.205324327e-17F, 7.432164037e-18F,  4.86800857e-19F,
    -5.166959294e-18F, 3.664457676e-18F,  -4.338484558e-18F, 4.43900975e-18F,   -5.077076195e-18F,
    6.470486752e-18F,  -1.439090366e-18F, -3.038226325e-18F, -1.00215785e-18F,  0,
    -3.278320978e-19F, 1.043173187e-18F,  1.902959812e-18F,  2.642402617e-18F,  -5.930604164e-18F,
    -5.426813121e-18F, 5.47772402e-18F,   -1.197168574e-18F, 1.112300092e-17F,  8.24241888e-18F,
    1.125700418e-17F,  -6.022453886e-18F, 3.023661329e-18F,  1.282119444e-17F,  -4.249405478e-18F,
    -9.091270797e-18F, -2.394337149e-18F, -1.243220945e-17F, 2.069806897e-17F,  7.833196191e-19F,
    -2.032665661e-17F, -2.164610895e-17F, -1.231991637e-17F, 2.711477865e-17F,  2.122020606e-18F,
    1.746713624e-17F,  -1.295389324e-17F};

double power_of_two(std::int64_t exponent) {
  return std::bit_cast<double>(static_cast<std::uint64_t>(1023 + exponent) << 52);
}

// The sum (from a half to two) times 2^exponent, rounded once.
double scaled(DoubleDouble sum, std::int64_t exponent) {
  if (exponent > 1022) return (sum.high + sum.low) * 2 * power_of_two(exponent - 1);
  if (exponent > -1022 || (exponent == -1022 && sum.high >= 1))
    return (sum.high + sum.low) * power_of_two(exponent);
  // Below the normal numbers the last digit is 2^-1074: rounded beside a number that has it, too.
  const double beside = power_of_two(-1022 - exponent);
  const DoubleDouble in_place = exact_sum(beside, sum.high);
  const double rounded = in_place.high + (in_place.low + sum.low);
  return (rounded - beside) * power_of_two(-1021) * power_of_two(exponent + 1021);
}

// e^x of a sum between -745.2 and 709.8.
double exp_of(DoubleDouble x) {
  // x = steps * (ln 2)/32 + r: the first two parts of (ln 2)/32 have 36 bits, thus exact products.
  const double steps = std::nearbyint(x.high * 0x1.71547652b82fep+5);
  const DoubleDouble rest =
      exact_sum(x.high - steps * 0x1.62e42fefap-6, -(steps * 0x1.cf79abc9ep-45));
  const DoubleDouble r = ordered_sum(rest.high, rest.low + (x.low - steps * 0x1.d9cc01f97b57ap-84));
  // e^r - 1 = r + r^2/2 + r^3/6 ...
  const DoubleDouble square = exact_product(r.high, r.high);
  const double z = r.high;
  const double tail =
      square.high * z *
      (1.0 / 6 + z * (1.0 / 24 + z * (1.0 / 120 + z * (1.0 / 720 + z * (1.0 / 5040 + z / 40320)))));
  const DoubleDouble two = ordered_sum(z, square.high / 2);
  const DoubleDouble less_one =
      ordered_sum(two.high, two.low + (square.low / 2 + (r.low + z * r.low) + tail));
  // times 2^(i/32)
  const auto whole = static_cast<std::int64_t>(steps);
  const std::size_t i = whole & 31;
  const double high = kPowerHigh[i];
  const double low = kPowerLow[i];
  const DoubleDouble product = exact_product(high, less_one.high);
  const DoubleDouble sum = ordered_sum(high, product.high);
  const double small =
      sum.low + (product.low + (low + (high * less_one.low + low * less_one.high)));
  return scaled(ordered_sum(sum.high, small), whole >> 5);
}

// log x of a positive finite number.
DoubleDouble log_of(double x) {
  std::int64_t exponent = 0;
  if (x < std::numeric_limits<double>::min()) {
    x *= 0x1p54;
    exponent = -54;
  }
  // x = mantissa * 2^exponent, the mantissa from the root of a half to the root of two.
  const auto bits = std::bit_cast<std::int64_t>(x);
  const std::int64_t powers = (bits - 0x3fe6a09e667f3bcd) >> 52;
  exponent += powers;
  const auto mantissa = std::bit_cast<double>(bits - powers * (std::int64_t{1} << 52));
  const auto j = static_cast<std::int64_t>(64 / mantissa + 0.5);
  const double reciprocal = static_cast<double>(j) / 64;
  // r = mantissa * reciprocal - 1, exactly.
  const auto top =
      std::bit_cast<double>(std::bit_cast<std::uint64_t>(mantissa) & ~std::uint64_t{0xffffffff});
  const DoubleDouble r = exact_sum(top * reciprocal - 1, (mantissa - top) * reciprocal);
  // log(1 + r) = r - r^2/2 + r^3/3 - r^4/4 ...
  DoubleDouble square = exact_product(r.high, r.high);
  square.low += 2 * r.high * r.low;
  const DoubleDouble cube = square * r * kThird;
  const double z = r.high;
  const double z2 = square.high;
  const double tail =
      -z2 * z2 *
      ((1.0 / 4 - z * (1.0 / 5)) +
       z2 * ((1.0 / 6 - z * (1.0 / 7)) +
             z2 * ((1.0 / 8 - z * (1.0 / 9)) + z2 * ((1.0 / 10 - z * (1.0 / 11)) + z2 / 12))));
  const DoubleDouble two = ordered_sum(z, -z2 / 2);
  const DoubleDouble three = ordered_sum(two.high, cube.high);
  const double small = two.low + three.low + (r.low - square.low / 2) + cube.low + tail;
  // + exponent * ln 2 - log(reciprocal): the first part of ln 2 has 42 bits.
  const auto index = static_cast<std::size_t>(j - kFirstLog);
  const auto k = static_cast<double>(exponent);
  const DoubleDouble large = exact_sum(k * 0x1.62e42fefa38p-1, -kLogHigh[index]);
  const DoubleDouble sum = exact_sum(large.high, three.high);
  const double rest = large.low + (k * 0x1.ef35793c7673p-45 - static_cast<double>(kLogLow[index]));
  return ordered_sum(sum.high, sum.low + (rest + small));
}

// log2 near 1, where glibc's results are not all the rounded ones: its polynomial for log2(1 + r),
// with the multiply-adds fused that are fused there.
constexpr double kLog2[] = {-0x1.71547652b82fep-1,
                            0x1.ec709dc3a03f7p-2,
                            -0x1.71547652b7c3fp-2,
                            0x1.2776c50f05be4p-2,
                            -0x1.ec709dd768fe5p-3,
                            0x1.a61761ec4e736p-3,
                            -0x1.7153fbc64a79bp-3,
                            0x1.484d154f01b4ap-3,
                            -0x1.289e4a72c383cp-3,
                            0x1.0b32f285aee66p-3};
double log2_near_one(double r) {
  const double r2 = r * r;
  const double r4 = r2 * r2;
  const double tail = r4 * (kLog2[2] + r * kLog2[3] + r2 * (kLog2[4] + r * kLog2[5]) +
                            r4 * (kLog2[6] + r * kLog2[7] + r2 * (kLog2[8] + r * kLog2[9])));
  constexpr double kHigh = 0x1.71547652p+0;
  const double high = r * kHigh;
  const double first = std::fma(r, kLog2[1], kLog2[0]);
  const double sum = std::fma(r2, first, high);
  const double low = r * 0x1.705fc2eefa2p-33 + std::fma(r, kHigh, -high);
  return sum + (low + std::fma(r2, first, high - sum) + tail);
}

// What log says of numbers that have none: true, and the answer is in `result`.
bool has_no_log(double x, double& result) {
  if (x > 0 && x < kInfinity) return false;
  result = x == 0 ? -kInfinity : (x < 0 ? kNan : x);
  return true;
}

}  // namespace

double exp(double x) {
  if (std::isnan(x)) return x;
  if (x > 709.8) return kInfinity;
  if (x < -745.2) return 0;
  return exp_of({x, 0});
}

double log(double x) {
  double none = 0;
  return has_no_log(x, none) ? none : log_of(x).high;
}

double log2(double x) {
  double none = 0;
  if (has_no_log(x, none)) return none;
  if (x >= 1 - 0x1.5b51p-5 && x < 1 + 0x1.6ab2p-5) return x == 1 ? 0 : log2_near_one(x - 1);
  return (log_of(x) * kPerLn2).high;
}

// x = mantissa * 2^exponent, the mantissa from 1 to 2, or from a half to 1 below 1, so that both
// terms have one sign.
double log10(double x) {
  double none = 0;
  if (has_no_log(x, none)) return none;
  int exponent = 0;
  const double half_to_one = std::frexp(x, &exponent);
  --exponent;
  const bool below_one = exponent < 0;
  const double y = exponent + (below_one ? 1 : 0);
  const double mantissa = below_one ? half_to_one : half_to_one * 2;
  const double low = y * 3.69423907715893078616e-13 + 4.34294481903251816668e-01 * log(mantissa);
  return low + y * 3.01029995663611771306e-01;
}

double pow(double x, double y) {
  if (y == 0 || x == 1) return 1;
  if (std::isnan(x) || std::isnan(y)) return x + y;
  const double size = std::fabs(x);
  // From 2^53 on every number is even.
  const bool whole = y == std::floor(y);
  const bool odd = whole && std::fabs(y) < 0x1p53 && (static_cast<std::int64_t>(y) & 1) != 0;
  const double sign = std::signbit(x) && odd ? -1 : 1;
  if (std::isinf(y)) {
    if (size == 1) return 1;
    return (size > 1) == (y > 0) ? kInfinity : 0;
  }
  if (size == 0 || std::isinf(size)) return sign * ((size == 0) == (y < 0) ? kInfinity : 0);
  if (x < 0 && !whole) return kNan;
  if (y == 1) return x;
  if (y == 2) return x * x;
  if (y == -1) return 1 / x;
  if (y == 0.5) return std::sqrt(x);
  const DoubleDouble log = log_of(size);
  const double about = y * log.high;
  if (about > 709.8) return sign * kInfinity;
  if (about < -745.2) return sign * 0.0;
  if (std::fabs(about) < 0x1p-60) return sign;
  return sign * exp_of(log * y);
}

}  // namespace simul::elementary
