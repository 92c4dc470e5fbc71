// From a gesture to text edits, or a refusal that says why. Pure: the same text and gesture give
// the same edits.
//
// Always holds: applying the edits gives a text that parses if the text before did; nothing outside
// the edited places changes, comments and blank lines included.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "base/text_edit.hpp"
#include "composer/gesture.hpp"

namespace simul::composer {

[[nodiscard]] Result<TextEdits> rewrite(std::string_view source, const Gesture& gesture);

}  // namespace simul::composer
