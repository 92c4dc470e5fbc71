// The larger commands, each in a file of its own. Inside the room only.
#pragma once

#include "base/result.hpp"
#include "base/text_edit.hpp"
#include "composer/draft.hpp"
#include "composer/gesture.hpp"

namespace simul::composer {

// Awaits one after the other, gather, TaskGroup: each as each of the others.
[[nodiscard]] Result<TextEdits> together(Draft& draft, const Refactor& gesture);
// kUnblock, kToThread.
[[nodiscard]] Result<TextEdits> unblock(Draft& draft, const Refactor& gesture);
[[nodiscard]] Result<TextEdits> extract(Draft& draft, const Refactor& gesture);
[[nodiscard]] Result<TextEdits> inline_call(Draft& draft, const Refactor& gesture);
[[nodiscard]] Result<TextEdits> rename(Draft& draft, const Refactor& gesture);

}  // namespace simul::composer
