// The named commands: each keeps what the program means, or says why it cannot.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "composer/cards.hpp"
#include "composer/gesture.hpp"

namespace simul::composer {

// What a run after the command must have in common with a run before it: what a proof compares.
enum class Expectation : std::uint8_t {
  kSame,        // the same output at the same times
  kOtherTimes,  // the same lines, at other times and so perhaps in another order
  kMayDiffer,   // the command is there to change what happens (a timeout, failures as results)
};

struct Refactoring {
  RefactorKind kind;
  std::string_view id;     // stable: "sequential-to-gather"
  std::string_view title;  // an order: "Run them together with gather"
  Expectation expectation;
  bool asks_name = false;    // Refactor::text
  bool asks_number = false;  // Refactor::number
};

// In the order of RefactorKind.
[[nodiscard]] std::span<const Refactoring> refactorings();
[[nodiscard]] const Refactoring& refactoring(RefactorKind kind);

// The commands that fit this kind of step; rewrite() may still refuse one, with the reason.
[[nodiscard]] std::vector<RefactorKind> offered(const Cards& cards, int block);

}  // namespace simul::composer
