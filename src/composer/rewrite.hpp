// From a gesture to text edits, or a refusal that says why. Pure: the same text and gesture give
// the same edits.
//
// Always holds: applying the edits gives a text that parses if the text before did, and has no more
// mistakes than before if it did not; nothing outside the edited places changes, comments and blank
// lines included. With a `stamp` (Cards::stamp) a text that has changed since is refused.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "base/text_edit.hpp"
#include "composer/gesture.hpp"

namespace simul::composer {

[[nodiscard]] Result<TextEdits> rewrite(std::string_view source,
                                        const Gesture& gesture,
                                        std::uint32_t stamp = 0);

// The nearest delay that a person would choose: steps of 0.01 below 0.1, 0.05 below 1, 0.1 below
// 10, 0.5 below 60, then whole seconds.
[[nodiscard]] double snapped(double seconds);
// A delay as a person writes it: whole numbers stay whole if they were, else at most three
// decimals.
[[nodiscard]] std::string delay_text(double seconds, bool was_whole);

}  // namespace simul::composer
