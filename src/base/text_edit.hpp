// An edit is a value: what to take out where, and what to put there. The idea is CodeMirror's
// ChangeSet (state/src/change.ts): typing and canvas gestures become the same kind of thing and
// share one history.
//
// Offsets are UTF-8 bytes. The edits of a TextEdits are in order, do not touch each other, and all
// speak of the text before any of them. Laws: invert(t).apply(apply(t)) == t; compose(b).apply(t)
// == b.apply(apply(t)).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/text_range.hpp"

namespace simul {

struct TextEdit {
  TextRange range;   // what goes; empty: nothing
  std::string text;  // what comes
  friend bool operator==(const TextEdit&, const TextEdit&) = default;
};

class TextEdits {
 public:
  TextEdits() = default;
  // An error if two of them touch each other; the order of the argument does not matter.
  static Result<TextEdits> make(std::vector<TextEdit> edits);

  [[nodiscard]] const std::vector<TextEdit>& edits() const { return edits_; }
  [[nodiscard]] bool empty() const { return edits_.empty(); }
  // The end of the last edit: a text must be at least so long.
  [[nodiscard]] std::uint32_t reach() const { return edits_.empty() ? 0 : edits_.back().range.end; }

  // The text after the edits. An error if the text is shorter than reach().
  [[nodiscard]] Result<std::string> apply(std::string_view text) const;
  // What undoes these edits, given the text before them (at least reach() long).
  [[nodiscard]] TextEdits invert(std::string_view text) const;
  // These edits, then `later`, as one.
  [[nodiscard]] TextEdits compose(const TextEdits& later) const;
  // Where an offset of the text before is in the text after. An offset inside what goes moves to
  // the end of what comes; at the place of an insertion it stays before it, or goes behind it with
  // `after`.
  [[nodiscard]] std::uint32_t map(std::uint32_t offset, bool after = false) const;

 private:
  explicit TextEdits(std::vector<TextEdit> edits) : edits_(std::move(edits)) {}
  std::vector<TextEdit> edits_;
};

}  // namespace simul
