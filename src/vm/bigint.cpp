// Boost 1.74 derives from std::unary_function, which C++20 took away; libc++ gives it back on
// request.
#define _LIBCPP_ENABLE_CXX17_REMOVED_UNARY_BINARY_FUNCTION
#include "vm/bigint.hpp"

#include <bit>
#include <cmath>
#include <exception>
#include <utility>
#include <vector>

#include <boost/multiprecision/cpp_int.hpp>

#include "base/check.hpp"

// Boost calls these where it would throw. Every condition it would throw for is tested before the
// call.
namespace boost {
void throw_exception(const std::exception& e) {
  simul::check_failed("boost", e.what(), __FILE__, __LINE__);
}
struct source_location;
void throw_exception(const std::exception& e, const boost::source_location&) {
  simul::check_failed("boost", e.what(), __FILE__, __LINE__);
}
}  // namespace boost

namespace simul::vm {

// Without expression templates: no dangling references to temporaries, and half the object code.
using cpp_int = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>,
                                              boost::multiprecision::et_off>;

struct BigInt::Rep {
  cpp_int n;
};

namespace {

constexpr uint64_t kHashModulus = (uint64_t{1} << 61) - 1;

uint64_t bits_of(const cpp_int& n) {
  return n.is_zero() ? 0 : uint64_t{msb(abs(n))} + 1;
}

uint64_t low64(const cpp_int& magnitude) {
  return static_cast<uint64_t>(magnitude & cpp_int(~uint64_t{0}));
}

// q * 2**exponent (and a little more if `sticky`) as the nearest double, ties to even. q has at
// least 55 bits, or the value is exact, or the result is subnormal and q holds two bits below the
// last place.
std::optional<double> round_scaled(uint64_t q, int64_t exponent, bool sticky) {
  if (q == 0) return 0.0;
  const auto bits = static_cast<int64_t>(std::bit_width(q));
  if (exponent + bits > 1025) return std::nullopt;
  const int64_t last = std::max(exponent + bits - 53, int64_t{-1074});
  int64_t drop = last - exponent;
  if (drop <= 0) return std::ldexp(static_cast<double>(q), static_cast<int>(exponent));
  uint64_t kept = drop >= 64 ? 0 : q >> drop;
  if (drop <= 64) {
    const uint64_t half = uint64_t{1} << (drop - 1);
    const uint64_t rest = drop == 64 ? q : q & ((half << 1) - 1);
    if (rest > half || (rest == half && (sticky || (kept & 1) != 0))) kept += 1;
  }
  const double result = std::ldexp(static_cast<double>(kept), static_cast<int>(last));
  if (std::isinf(result)) return std::nullopt;
  return result;
}

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f);
}

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 99;
}

int base_of_prefix(std::string_view text) {
  if (text.size() < 2 || text[0] != '0') return 0;
  switch (text[1] | 0x20) {
    case 'x': return 16;
    case 'o': return 8;
    case 'b': return 2;
    default: return 0;
  }
}

int log2_of_power_base(int base) {
  return std::has_single_bit(static_cast<unsigned>(base))
             ? std::countr_zero(static_cast<unsigned>(base))
             : 0;
}

cpp_int from_bytes(const std::vector<unsigned char>& little_endian) {
  cpp_int n;
  import_bits(n, little_endian.begin(), little_endian.end(), 8, false);
  return n;
}

// The integer part of the square root: that of the upper half of the digits, and one step of
// Newton's from there, which is at most one too large. (Boost's takes a digit at a time.)
cpp_int root_of(const cpp_int& n) {
  const uint64_t bits = bits_of(n);
  if (bits <= 128) return sqrt(n);
  const auto shift = static_cast<unsigned>(bits / 4 - 1);
  const cpp_int upper = root_of(cpp_int(n >> (2 * shift)));
  cpp_int root = (cpp_int(upper << shift) + cpp_int(n >> shift) / upper) >> 1;
  while (root * root > n) root -= 1;
  while ((root + 1) * (root + 1) <= n) root += 1;
  return root;
}

cpp_int digits_to_number(std::string_view digits, int base) {
  if (const int shift = log2_of_power_base(base)) {
    std::vector<unsigned char> bytes;
    bytes.reserve(digits.size() * static_cast<size_t>(shift) / 8 + 1);
    unsigned pending = 0;
    int pending_bits = 0;
    for (size_t i = digits.size(); i-- > 0;) {
      pending |= static_cast<unsigned>(digit_value(digits[i])) << pending_bits;
      pending_bits += shift;
      while (pending_bits >= 8) {
        bytes.push_back(static_cast<unsigned char>(pending & 0xff));
        pending >>= 8;
        pending_bits -= 8;
      }
    }
    bytes.push_back(static_cast<unsigned char>(pending));
    return from_bytes(bytes);
  }
  cpp_int n;
  uint64_t chunk = 0;
  uint64_t scale = 1;
  const auto ubase = static_cast<uint64_t>(base);
  for (char c : digits) {
    chunk = chunk * ubase + static_cast<uint64_t>(digit_value(c));
    scale *= ubase;
    if (scale > (uint64_t{1} << 56)) {
      n = n * scale + chunk;
      chunk = 0;
      scale = 1;
    }
  }
  return n * scale + chunk;
}

}  // namespace

// What Boost reckons with: the number itself, or one made of a small one for as long as this lives.
struct BigInt::Seen {
  explicit Seen(const BigInt& number)
      : made(number.rep_ ? std::nullopt : std::optional<cpp_int>(number.small_))
      , n(number.rep_ ? number.rep_->n : *made) {}
  Seen(const Seen&) = delete;
  Seen& operator=(const Seen&) = delete;
  const std::optional<cpp_int> made;
  const cpp_int& n;
};

BigInt::BigInt() = default;
BigInt::BigInt(int64_t value) : small_(value) {}
BigInt::BigInt(Rep rep) {
  const uint64_t bits = bits_of(rep.n);
  if (bits < 64) {
    const auto magnitude = static_cast<int64_t>(low64(abs(rep.n)));
    small_ = rep.n.sign() < 0 ? -magnitude : magnitude;
  } else if (bits == 64 && rep.n.sign() < 0 && low64(abs(rep.n)) == uint64_t{1} << 63) {
    small_ = INT64_MIN;
  } else {
    rep_ = std::make_unique<Rep>(std::move(rep));
  }
}
BigInt::BigInt(const BigInt& other)
    : rep_(other.rep_ ? std::make_unique<Rep>(*other.rep_) : nullptr), small_(other.small_) {}
BigInt::BigInt(BigInt&& other) noexcept = default;
BigInt& BigInt::operator=(const BigInt& other) {
  if (this == &other) return *this;
  rep_ = other.rep_ ? std::make_unique<Rep>(*other.rep_) : nullptr;
  small_ = other.small_;
  return *this;
}
BigInt& BigInt::operator=(BigInt&& other) noexcept = default;
BigInt::~BigInt() = default;

BigInt::Seen BigInt::rep() const {
  return Seen(*this);
}

BigInt BigInt::from_uint64(uint64_t value) {
  return BigInt(Rep{cpp_int(value)});
}

BigInt BigInt::from_double(double value) {
  int exponent = 0;
  const double fraction = std::frexp(std::trunc(value), &exponent);
  cpp_int n(static_cast<int64_t>(std::ldexp(fraction, 53)));
  if (exponent >= 53) {
    n <<= exponent - 53;
  } else {
    const bool negative = n < 0;
    if (negative) n = -n;
    n >>= 53 - exponent;
    if (negative) n = -n;
  }
  return BigInt(Rep{std::move(n)});
}

BigInt BigInt::from_words(const uint32_t* words, size_t count) {
  std::vector<unsigned char> bytes;
  bytes.reserve(count * 4 + 1);
  for (size_t i = 0; i < count; ++i) {
    for (int shift = 0; shift < 32; shift += 8) {
      bytes.push_back(static_cast<unsigned char>((words[i] >> shift) & 0xff));
    }
  }
  if (bytes.empty()) return BigInt();
  return BigInt(Rep{from_bytes(bytes)});
}

int BigInt::sign() const {
  return rep_ ? rep_->n.sign() : (small_ > 0) - (small_ < 0);
}
bool BigInt::is_odd() const {
  return rep_ ? bit_test(abs(rep_->n), 0) : (small_ & 1) != 0;
}
uint64_t BigInt::bit_length() const {
  if (rep_) return bits_of(rep_->n);
  const auto bits = static_cast<uint64_t>(small_);
  return static_cast<uint64_t>(std::bit_width(small_ < 0 ? ~bits + 1 : bits));
}

uint64_t BigInt::bit_count() const {
  uint64_t ones = 0;
  for (char c : magnitude_bytes())
    ones += static_cast<uint64_t>(std::popcount(static_cast<unsigned char>(c)));
  return ones;
}

std::optional<double> BigInt::to_double() const {
  const cpp_int magnitude = abs(rep().n);
  const uint64_t bits = bits_of(magnitude);
  if (bits > 1024) return std::nullopt;
  std::optional<double> result;
  if (bits <= 64) {
    result = round_scaled(low64(magnitude), 0, false);
  } else {
    const auto shift = static_cast<unsigned>(bits - 64);
    result = round_scaled(low64(magnitude >> shift), shift, lsb(magnitude) < shift);
  }
  if (result && sign() < 0) result = -*result;
  return result;
}

double BigInt::to_scaled_double(int64_t* exponent) const {
  const cpp_int magnitude = abs(rep().n);
  const uint64_t bits = bits_of(magnitude);
  *exponent = static_cast<int64_t>(bits);
  if (bits == 0) return 0;
  const auto shift = static_cast<unsigned>(bits > 64 ? bits - 64 : 0);
  int small = 0;
  double result = std::frexp(static_cast<double>(low64(magnitude >> shift)), &small);
  *exponent = static_cast<int64_t>(shift) + small;
  return sign() < 0 ? -result : result;
}

int64_t BigInt::hash() const {
  const Seen seen = rep();
  const cpp_int& n = seen.n;
  auto h = static_cast<int64_t>(low64(abs(n) % kHashModulus));
  if (n.sign() < 0) h = -h;
  return h == -1 ? -2 : h;
}

size_t BigInt::size_bytes() const {
  return rep_ ? sizeof(Rep) + static_cast<size_t>(bit_length() / 8) : 0;
}

std::string BigInt::magnitude_bytes() const {
  if (is_zero()) return {};
  std::string bytes;
  std::vector<unsigned char> raw;
  export_bits(abs(rep().n), std::back_inserter(raw), 8, false);
  bytes.assign(raw.begin(), raw.end());
  while (!bytes.empty() && bytes.back() == 0) bytes.pop_back();
  return bytes;
}

std::optional<std::string> BigInt::to_string(int base, size_t most_digits) const {
  if (is_zero()) return "0";
  if (base == 10) {
    // 3.3219 bits a digit; only what is clearly too long is refused here, the rest is counted.
    if (bit_length() > most_digits * 3322 / 1000 + 64) return std::nullopt;
    std::string text = rep().n.str();
    if (text.size() - (text[0] == '-' ? 1 : 0) > most_digits) return std::nullopt;
    return text;
  }
  const int shift = log2_of_power_base(base);
  SIMUL_CHECK(shift > 0, "only base 10 and powers of two are written");
  const std::string bytes = magnitude_bytes();
  const uint64_t bits = bit_length();
  const auto ushift = static_cast<uint64_t>(shift);
  std::string text(static_cast<size_t>((bits + ushift - 1) / ushift), '0');
  for (size_t i = 0; i < text.size(); ++i) {
    unsigned digit = 0;
    for (uint64_t b = 0; b < ushift; ++b) {
      const uint64_t bit = i * ushift + b;
      if (bit < bits &&
          (static_cast<unsigned char>(bytes[static_cast<size_t>(bit / 8)]) >> (bit % 8) & 1) != 0) {
        digit |= 1u << b;
      }
    }
    text[text.size() - 1 - i] = "0123456789abcdefghijklmnopqrstuv"[digit];
  }
  return (sign() < 0 ? "-" : "") + text;
}

std::strong_ordering operator<=>(const BigInt& a, const BigInt& b) {
  if (!a.rep_ && !b.rep_) return a.small_ <=> b.small_;
  return a.rep().n.compare(b.rep().n) <=> 0;
}
bool operator==(const BigInt& a, const BigInt& b) {
  // What fits 64 bits has no other form.
  if (!a.rep_ || !b.rep_) return !a.rep_ && !b.rep_ && a.small_ == b.small_;
  return a.rep_->n == b.rep_->n;
}

BigInt operator+(const BigInt& a, const BigInt& b) {
  return BigInt(BigInt::Rep{a.rep().n + b.rep().n});
}
BigInt operator-(const BigInt& a, const BigInt& b) {
  return BigInt(BigInt::Rep{a.rep().n - b.rep().n});
}
BigInt operator-(const BigInt& a) {
  return BigInt(BigInt::Rep{-a.rep().n});
}
BigInt operator&(const BigInt& a, const BigInt& b) {
  return BigInt(BigInt::Rep{a.rep().n & b.rep().n});
}
BigInt operator|(const BigInt& a, const BigInt& b) {
  return BigInt(BigInt::Rep{a.rep().n | b.rep().n});
}
BigInt operator^(const BigInt& a, const BigInt& b) {
  return BigInt(BigInt::Rep{a.rep().n ^ b.rep().n});
}
BigInt operator~(const BigInt& a) {
  return BigInt(BigInt::Rep{-a.rep().n - 1});
}

std::optional<BigInt> BigInt::multiply(const BigInt& a, const BigInt& b) {
  if (a.bit_length() + b.bit_length() > kMaxBits) return std::nullopt;
  return BigInt(Rep{a.rep().n * b.rep().n});
}

std::optional<BigInt> BigInt::power(const BigInt& base, const BigInt& exponent) {
  SIMUL_CHECK(exponent.sign() >= 0, "a negative power is a float's business");
  if (exponent.is_zero()) return BigInt(1);
  const uint64_t bits = base.bit_length();
  if (bits <= 1) return base.sign() < 0 && !exponent.is_odd() ? BigInt(1) : base;
  const std::optional<int64_t> count = exponent.to_int64();
  if (!count || static_cast<uint64_t>(*count) > kMaxBits) return std::nullopt;
  // |base| >= 2**(bits-1), so this many bits are needed at least; the product's own check does the
  // rest.
  if ((bits - 1) * static_cast<uint64_t>(*count) > kMaxBits) return std::nullopt;
  if (lsb(abs(base.rep().n)) == bits - 1) {  // a power of two: one shift
    cpp_int n(1);
    n <<= static_cast<unsigned>((bits - 1) * static_cast<uint64_t>(*count));
    if (base.sign() < 0 && exponent.is_odd()) n = -n;
    return BigInt(Rep{std::move(n)});
  }
  cpp_int result(1);
  cpp_int square = base.rep().n;
  for (auto e = static_cast<uint64_t>(*count);;) {
    if (e & 1) result *= square;
    e >>= 1;
    if (e == 0) break;
    square *= square;
  }
  return BigInt(Rep{std::move(result)});
}

std::optional<BigInt> BigInt::shift_left(const BigInt& a, const BigInt& count) {
  if (a.is_zero()) return BigInt();
  const std::optional<int64_t> by = count.to_int64();
  if (!by || static_cast<uint64_t>(*by) + a.bit_length() > kMaxBits) return std::nullopt;
  return BigInt(Rep{a.rep().n << static_cast<unsigned>(*by)});
}

BigInt BigInt::shift_right(const BigInt& a, const BigInt& count) {
  const std::optional<int64_t> by = count.to_int64();
  if (!by || static_cast<uint64_t>(*by) >= a.bit_length()) return BigInt(a.sign() < 0 ? -1 : 0);
  const auto shift = static_cast<unsigned>(*by);
  if (a.sign() >= 0) return BigInt(Rep{a.rep().n >> shift});
  return BigInt(Rep{-cpp_int(cpp_int(-a.rep().n - 1) >> shift) - 1});
}

void BigInt::divmod(const BigInt& a, const BigInt& b, BigInt* quotient, BigInt* remainder) {
  cpp_int q;
  cpp_int r;
  divide_qr(a.rep().n, b.rep().n, q, r);
  if (!r.is_zero() && r.sign() != b.sign()) {
    q -= 1;
    r += b.rep().n;
  }
  if (quotient) *quotient = BigInt(Rep{std::move(q)});
  if (remainder) *remainder = BigInt(Rep{std::move(r)});
}

std::optional<double> BigInt::true_divide(const BigInt& a, const BigInt& b) {
  if (a.is_zero()) return b.sign() < 0 ? -0.0 : 0.0;
  cpp_int x = abs(a.rep().n);
  cpp_int y = abs(b.rep().n);
  const int64_t difference =
      static_cast<int64_t>(a.bit_length()) - static_cast<int64_t>(b.bit_length());
  const bool negative = a.sign() != b.sign();
  if (difference > 1026) return std::nullopt;
  if (difference < -1080) return negative ? -0.0 : 0.0;
  const int64_t shift = 62 - difference;  // the quotient gets 62 or 63 bits
  if (shift > 0) x <<= static_cast<unsigned>(shift);
  if (shift < 0) y <<= static_cast<unsigned>(-shift);
  cpp_int q;
  cpp_int r;
  divide_qr(x, y, q, r);
  std::optional<double> result = round_scaled(low64(q), -shift, !r.is_zero());
  if (result && negative) result = -*result;
  return result;
}

BigInt BigInt::gcd(const BigInt& a, const BigInt& b) {
  cpp_int x = abs(a.rep().n);
  cpp_int y = abs(b.rep().n);
  // Boost takes a step for each digit in which they differ: one division does that at once.
  if (x < y) std::swap(x, y);
  if (!y.is_zero()) x %= y;
  return BigInt(Rep{boost::multiprecision::gcd(x, y)});
}

BigInt BigInt::isqrt(const BigInt& a) {
  return BigInt(Rep{root_of(a.rep().n)});
}

int64_t BigInt::work(const BigInt& a, const BigInt& b) {
  const auto words = [](const BigInt& n) { return static_cast<double>(n.bit_length()) / 64; };
  const double less = std::min(words(a), words(b));
  const double more = std::max(words(a), words(b));
  return static_cast<int64_t>(less * more / 8);
}

std::optional<BigInt> BigInt::power_mod(const BigInt& base,
                                        const BigInt& exponent,
                                        const BigInt& modulus) {
  const cpp_int m = abs(modulus.rep().n);
  cpp_int b = base.rep().n % m;
  if (b < 0) b += m;
  cpp_int e = exponent.rep().n;
  if (e < 0) {
    // Extended Euclid: the inverse exists when the greatest common divisor is 1.
    cpp_int r0 = m, r1 = b, t0 = 0, t1 = 1;
    while (!r1.is_zero()) {
      cpp_int q = r0 / r1;
      cpp_int r2 = r0 - q * r1;
      cpp_int t2 = t0 - q * t1;
      r0 = std::move(r1);
      r1 = std::move(r2);
      t0 = std::move(t1);
      t1 = std::move(t2);
    }
    if (r0 != 1) return std::nullopt;
    b = t0 % m;
    if (b < 0) b += m;
    e = -e;
  }
  cpp_int result = powm(b, e, m);
  if (modulus.sign() < 0 && !result.is_zero()) result -= m;
  return BigInt(Rep{std::move(result)});
}

BigInt::Parsed BigInt::parse(std::string_view text, int base, bool bounded, size_t most_digits) {
  Parsed parsed;
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  bool negative = false;
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  const int prefixed = base_of_prefix(text);
  bool only_zeros = false;
  if (base == 0) {
    base = prefixed ? prefixed : 10;
    only_zeros = !prefixed && !text.empty() && text[0] == '0';  // 010 is an old octal, not a number
  }
  if (prefixed == base) {
    text.remove_prefix(2);
    if (!text.empty() && text[0] == '_') text.remove_prefix(1);
  }
  std::string digits;
  digits.reserve(text.size());
  bool after_underscore = true;  // an underscore may stand only between digits
  for (char c : text) {
    if (c == '_') {
      if (after_underscore) return parsed;
      after_underscore = true;
      continue;
    }
    if (digit_value(c) >= base) return parsed;
    if (only_zeros && c != '0') return parsed;
    after_underscore = false;
    digits += c;
  }
  if (digits.empty() || after_underscore) return parsed;
  parsed.digits = digits.size();
  const int shift = log2_of_power_base(base);
  if (bounded && (shift == 0 ? digits.size() > most_digits
                             : digits.size() * static_cast<uint64_t>(shift) > kMaxBits)) {
    parsed.status = Parsed::Status::kTooManyDigits;
    return parsed;
  }
  cpp_int n = digits_to_number(digits, base);
  if (negative) n = -n;
  parsed.value = BigInt(Rep{std::move(n)});
  parsed.status = Parsed::Status::kOk;
  return parsed;
}

}  // namespace simul::vm
