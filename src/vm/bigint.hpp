// src/vm/bigint.hpp - integers of any size with Python's meaning of every operator.
//
// Mirrors CPython's Objects/longobject.c: division floors, shifts and bit operations see an endless
// two's complement, conversion to float rounds to nearest even. Arithmetic itself is
// Boost.Multiprecision's, which stays out of this header. Always holds: what fits 64 bits is kept
// as such, without memory of its own (where a pointer has 32 bits, every int from 2**30 on is one
// of these); nothing here takes longer than about a second. An operation whose result would pass
// kMaxBits says so (an empty optional) before it starts, since a native operation cannot be
// interrupted.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace simul::vm {

class BigInt {
 public:
  // 1 MB; a product of two numbers of half this size takes a few tenths of a second.
  static constexpr uint64_t kMaxBits = uint64_t{1} << 23;
  // CPython's sys.int_info.default_max_str_digits, which also bounds the quadratic conversions.
  static constexpr size_t kMaxDigits = 4300;
  // What a program may raise that to: the conversion of so many takes half a second.
  static constexpr size_t kMostDigits = 200'000;

  BigInt();
  BigInt(int64_t value);  // NOLINT: a number is a number
  BigInt(const BigInt& other);
  BigInt(BigInt&& other) noexcept;
  BigInt& operator=(const BigInt& other);
  BigInt& operator=(BigInt&& other) noexcept;
  ~BigInt();

  static BigInt from_uint64(uint64_t value);
  // Rounds towards zero; `value` must be finite.
  static BigInt from_double(double value);
  // Little-endian magnitude in 32-bit words (random.getrandbits).
  static BigInt from_words(const uint32_t* words, size_t count);

  [[nodiscard]] int sign() const;  // -1, 0, 1
  [[nodiscard]] bool is_zero() const { return rep_ == nullptr && small_ == 0; }
  [[nodiscard]] bool is_odd() const;
  [[nodiscard]] uint64_t bit_length() const;  // of the magnitude
  [[nodiscard]] uint64_t bit_count() const;   // ones in the magnitude
  [[nodiscard]] std::optional<int64_t> to_int64() const {
    return rep_ ? std::nullopt : std::optional<int64_t>(small_);
  }
  // The number where it fits 64 bits, to be read and set; else null.
  [[nodiscard]] int64_t* word() { return rep_ ? nullptr : &small_; }
  // Nearest double, ties to even; empty if it is out of range.
  [[nodiscard]] std::optional<double> to_double() const;
  // frexp-like: the value is about result * 2**exponent, 0.5 <= |result| < 1 (math.log of huge
  // numbers).
  [[nodiscard]] double to_scaled_double(int64_t* exponent) const;
  // CPython's hash: modulo 2**61 - 1 with the sign, never -1.
  [[nodiscard]] int64_t hash() const;
  [[nodiscard]] size_t size_bytes() const;  // what it occupies, for the heap's count

  // Digits without prefix, '-' first if negative. Base 10 is empty when there are more than
  // `most_digits` digits; bases 2, 8 and 16 always work.
  [[nodiscard]] std::optional<std::string> to_string(int base = 10,
                                                     size_t most_digits = kMaxDigits) const;
  // Little-endian magnitude, 32-bit words.
  [[nodiscard]] std::string magnitude_bytes() const;  // little-endian bytes, without leading zeros

  friend std::strong_ordering operator<=>(const BigInt& a, const BigInt& b);
  friend bool operator==(const BigInt& a, const BigInt& b);

  friend BigInt operator+(const BigInt& a, const BigInt& b);
  friend BigInt operator-(const BigInt& a, const BigInt& b);
  friend BigInt operator-(const BigInt& a);
  friend BigInt operator&(const BigInt& a, const BigInt& b);
  friend BigInt operator|(const BigInt& a, const BigInt& b);
  friend BigInt operator^(const BigInt& a, const BigInt& b);
  friend BigInt operator~(const BigInt& a);

  // These are empty when the result would be larger than kMaxBits.
  [[nodiscard]] static std::optional<BigInt> multiply(const BigInt& a, const BigInt& b);
  [[nodiscard]] static std::optional<BigInt> power(const BigInt& base, const BigInt& exponent);
  [[nodiscard]] static std::optional<BigInt> shift_left(const BigInt& a, const BigInt& count);
  [[nodiscard]] static BigInt shift_right(const BigInt& a, const BigInt& count);

  // Floors; the divisor must not be 0. Either result may be null.
  static void divmod(const BigInt& a, const BigInt& b, BigInt* quotient, BigInt* remainder);
  // a / b rounded once; the divisor must not be 0; empty if it is out of range.
  [[nodiscard]] static std::optional<double> true_divide(const BigInt& a, const BigInt& b);
  // pow(base, exponent, modulus), modulus not 0. Empty: a negative exponent, and base has no
  // inverse.
  [[nodiscard]] static std::optional<BigInt> power_mod(const BigInt& base,
                                                       const BigInt& exponent,
                                                       const BigInt& modulus);
  [[nodiscard]] static BigInt gcd(const BigInt& a, const BigInt& b);
  [[nodiscard]] static BigInt isqrt(const BigInt& a);  // a >= 0

  // About how many instructions a product, quotient or common divisor of the two is worth: 0 for
  // numbers of everyday size. An upper estimate: products are better than quadratic.
  [[nodiscard]] static int64_t work(const BigInt& a, const BigInt& b);

  struct Parsed;
  // int(text, base): surrounding spaces, sign, prefix and single underscores as CPython takes them.
  // `base` is 0 or 2..36. The text is ASCII; other decimal digits have been translated by the
  // caller.
  // `bounded`: too many digits are refused; a literal's were counted where it was read.
  [[nodiscard]] static Parsed parse(std::string_view text,
                                    int base,
                                    bool bounded = true,
                                    size_t most_digits = kMaxDigits);

 private:
  struct Rep;
  struct Seen;
  explicit BigInt(Rep rep);
  [[nodiscard]] Seen rep() const;

  std::unique_ptr<Rep> rep_;  // only of what does not fit small_
  int64_t small_ = 0;
};

struct BigInt::Parsed {
  enum class Status { kOk, kInvalid, kTooManyDigits };
  Status status = Status::kInvalid;
  BigInt value;
  size_t digits = 0;  // how many there were, for the message of kTooManyDigits
};

}  // namespace simul::vm
