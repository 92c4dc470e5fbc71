// Character properties of Unicode 15.1 as CPython 3.13's str and its tokenizer see them; the tables
// are made while building.
//
// Layout: kRuns is sorted, each entry (first code point << 8 | class) holds until the next one; a
// class is a set of flags. Case mappings to one character are ranges with a step; those to several,
// and folds that are not lower(), are lists.
#pragma once

#include <cstdint>

namespace simul::unicode {

inline constexpr std::uint32_t kAlpha = 1, kDecimal = 2, kDigit = 4, kNumeric = 8, kLowercase = 16,
                               kUppercase = 32, kTitlecase = 64, kSpace = 128, kPrintable = 256,
                               kIdStart = 512, kIdContinue = 1024, kCased = 2048,
                               kCaseIgnorable = 4096,
                               kMayNormalize =
                                   8192;  // in names: NFKC may make something else of it

struct CaseRange {
  std::uint32_t first;
  std::uint16_t span;  // last - first
  std::uint16_t stride;
  std::int32_t delta;
};
struct SpecialCase {
  std::uint32_t code;
  std::uint32_t mapped[3];  // 0: no more
};

extern const std::uint32_t kRuns[], kRunCount;
extern const std::uint16_t kClasses[];
extern const std::uint32_t kZeros[],
    kZeroCount;  // the digits 0 of all scripts; their 1 to 9 follow
extern const CaseRange kUpper[], kLower[], kTitle[];
extern const std::uint32_t kUpperCount, kLowerCount, kTitleCount;
extern const SpecialCase kUpperSpecial[], kLowerSpecial[], kTitleSpecial[], kFoldSpecial[];
extern const std::uint32_t kUpperSpecialCount, kLowerSpecialCount, kTitleSpecialCount,
    kFoldSpecialCount;

// Bits for the hashes of the words that characters' names begin with.
inline constexpr std::uint32_t kNameBits = 1u << 16;
extern const std::uint32_t kNameBeginnings[kNameBits / 32];

}  // namespace simul::unicode
