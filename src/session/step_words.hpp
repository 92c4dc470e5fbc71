// Steps of a program in words: for a screen reader, for lists, for the reason of a refusal.
#pragma once

#include <string>

#include "base/text_edit.hpp"
#include "composer/cards.hpp"

namespace simul::session {

// "sleep, 1.0 seconds, line 6 of worker"
[[nodiscard]] std::string name_of(const composer::Block& block, const composer::Card& card);
// "does not parse: def f(:, line 4"
[[nodiscard]] std::string name_of(const composer::Broken& broken, const composer::Card& card);

// Where a block stands, "gather, line 11 of main", and where a place is, "after print, line 4 of
// main".
[[nodiscard]] std::string block_words(const composer::Cards& cards, int block);
[[nodiscard]] std::string place_words(const composer::Cards& cards, const composer::Place& place);
// All that is written, in the order of the text; what lies between is left out.
[[nodiscard]] std::string code_of(const TextEdits& edits);

// A reason as a sentence: the composer's begin small, as the end of a longer one.
[[nodiscard]] std::string sentence_of(std::string why);

}  // namespace simul::session
