// What the tests of this room ask of a program: which remarks it gets, and what its first mend
// makes of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "lints/lint.hpp"
#include "syntax/parse.hpp"

namespace simul::lints {

inline std::vector<Lint> lints_of(std::string_view source) {
  const syntax::ParseResult parsed = syntax::parse(source);
  EXPECT_TRUE(parsed.ok()) << source;
  return lint(parsed.module, source);
}

// "line: code" of each remark, one a line.
inline std::string codes(std::string_view source) {
  std::string out;
  for (const Lint& each : lints_of(source))
    out += std::to_string(each.line) + ": " + each.code + "\n";
  return out;
}

// The text after the first remark's mend, which must parse.
inline std::string mended(std::string_view source) {
  const std::vector<Lint> found = lints_of(source);
  if (found.empty()) return "no remark";
  if (!found[0].fix.has_value()) return "no mend";
  auto text = found[0].fix->edits.apply(source);
  if (!text.ok()) return "cannot be applied";
  return syntax::parse(text.value()).ok() ? text.value() : "does not parse: " + text.value();
}

inline constexpr const char* kFetch =
    "import asyncio\nasync def fetch(n=1):\n    await asyncio.sleep(n)\n";
inline std::string with_fetch(std::string_view rest) {
  return kFetch + std::string(rest);
}

}  // namespace simul::lints
