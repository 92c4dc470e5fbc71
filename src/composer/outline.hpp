// The program as cards: each function with its steps in order. A view of the tree, never a second
// truth.
//
// Ranges are UTF-8 bytes of the text that was parsed. Steps inside `if`, loops, `with` and `try`
// follow their statement, one deeper. What has no kind of its own is kOther and keeps its own text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_range.hpp"
#include "syntax/ast.hpp"

namespace simul::composer {

enum class StepKind : std::uint8_t {
  kSleep,          // await asyncio.sleep(...)
  kBlockingSleep,  // time.sleep(...)
  kGather,         // await asyncio.gather(...)
  kCreateTask,     // x = asyncio.create_task(...)
  kAwait,          // any other await
  kPrint,
  kReturn,
  kBlock,  // if, for, while, with, try: what follows one deeper is inside it
  kOther,
};

// A number that stands in the text and can be changed in place.
struct Literal {
  TextRange range;
  double value = 0;
};

struct Step {
  StepKind kind = StepKind::kOther;
  int depth = 0;
  std::uint32_t line = 0;          // 1-based
  TextRange range;                 // of the statement
  TextRange call;                  // of the call that gives the kind, empty for kBlock and kOther
  std::optional<Literal> seconds;  // the first argument of a sleep, when it is a literal
};

struct Card {
  std::string name;
  bool is_coroutine = false;  // async def
  std::uint32_t line = 0;
  TextRange range;
  std::vector<Step> steps;
};

// The first card is the module's own code, named "", then functions in the order of the text,
// methods and inner functions included.
[[nodiscard]] std::vector<Card> outline(const syntax::Module& module, std::string_view source);

}  // namespace simul::composer
