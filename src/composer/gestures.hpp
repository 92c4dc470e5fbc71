// Each gesture's way to edits: what rewrite() calls. Inside the room only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/text_edit.hpp"
#include "composer/cards.hpp"
#include "composer/draft.hpp"
#include "composer/gesture.hpp"

namespace simul::composer {

// The cards of a text that is parsed already.
[[nodiscard]] Cards deal(const Program& program);

[[nodiscard]] Result<TextEdits> set_seconds(const Program& program, const SetSeconds& gesture);
[[nodiscard]] Result<TextEdits> set_start(Draft& draft, const SetStart& gesture);
[[nodiscard]] Result<TextEdits> edit_slot(const Program& program, const EditSlot& gesture);
[[nodiscard]] Result<TextEdits> unblock_line(Draft& draft, std::uint32_t line);
[[nodiscard]] Result<TextEdits> insert(Draft& draft, const Insert& gesture);
[[nodiscard]] Result<TextEdits> new_coroutine(Draft& draft, const NewCoroutine& gesture);
[[nodiscard]] Result<TextEdits> move(Draft& draft, const Move& gesture);
[[nodiscard]] Result<TextEdits> duplicate(Draft& draft, const Duplicate& gesture);
[[nodiscard]] Result<TextEdits> remove(Draft& draft, const Delete& gesture);
[[nodiscard]] Result<TextEdits> draw_wire(Draft& draft, const DrawWire& gesture);
[[nodiscard]] Result<TextEdits> cut_wire(Draft& draft, const CutWire& gesture);
[[nodiscard]] Result<TextEdits> refactor(Draft& draft, const Refactor& gesture);

}  // namespace simul::composer
