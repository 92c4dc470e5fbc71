// What a reader of asyncio would say about a program that compiles: a missing await, a call that
// stops the loop, a task that nobody keeps. Each remark has a place, a reason and, where one edit
// mends it, that edit.
//
// Pure: (tree, text) -> remarks, in the order of the text. It looks at one file and believes names:
// `asyncio.sleep` is asyncio's when the file imports asyncio, a call of `fetch` makes a coroutine
// when the file's only `fetch` is an async def. When in doubt it says nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_edit.hpp"
#include "base/text_range.hpp"
#include "syntax/ast.hpp"

namespace simul::lints {

enum class Severity : std::uint8_t {
  kWarning,  // does not do what it seems to do
  kInfo,     // works, and could be better
};

struct Fix {
  std::string title;  // an order: "Await it"
  TextEdits edits;
};

struct Lint {
  std::string code;  // stable: "missing-await"; tests, links and settings go by it
  Severity severity = Severity::kWarning;
  std::string message;  // what is wrong, one sentence
  std::string why;      // what happens because of it
  std::uint32_t line = 1;
  TextRange range;  // UTF-8 bytes
  std::optional<Fix> fix;
};

// `module` is `source` parsed without errors.
[[nodiscard]] std::vector<Lint> lint(const syntax::Module& module, std::string_view source);

}  // namespace simul::lints
