#include "base/text_edit.hpp"

#include <algorithm>

#include "base/sort.hpp"

namespace simul {
namespace {

std::uint32_t size_of(const std::string& text) {
  return static_cast<std::uint32_t>(text.size());
}

// A text as pieces: stretches of the text before the edits, and inserted text.
struct Piece {
  std::uint32_t from = 0;  // in the text before; of an insertion: where it stands
  std::uint32_t length = 0;
  std::string inserted;
  bool kept = false;
};

class Pieces {
 public:
  explicit Pieces(const std::vector<TextEdit>& edits, std::uint32_t end) {
    std::uint32_t at = 0;
    for (const TextEdit& edit : edits) {
      keep(at, edit.range.begin - at);
      insert(edit.range.begin, edit.text);
      at = edit.range.end;
    }
    if (end > at) keep(at, end - at);
  }

  // Cuts so that a piece begins at `offset` of the text they spell; the index of that piece.
  std::size_t cut(std::uint32_t offset) {
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      Piece& piece = pieces[i];
      if (offset == at) return i;
      if (offset < at + piece.length) {
        std::uint32_t left = offset - at;
        Piece rest = piece;
        rest.length -= left;
        if (piece.kept) {
          rest.from += left;
        } else {
          rest.inserted = piece.inserted.substr(left);
          piece.inserted.resize(left);
        }
        piece.length = left;
        pieces.insert(pieces.begin() + static_cast<std::ptrdiff_t>(i) + 1, rest);
        return i + 1;
      }
      at += piece.length;
    }
    return pieces.size();
  }

  std::vector<Piece> pieces;

 private:
  void keep(std::uint32_t from, std::uint32_t length) {
    if (length > 0) pieces.push_back({from, length, "", true});
  }
  void insert(std::uint32_t at, const std::string& text) {
    if (!text.empty()) pieces.push_back({at, size_of(text), text, false});
  }
};

}  // namespace

Result<TextEdits> TextEdits::make(std::vector<TextEdit> edits) {
  sort_stably(edits,
              [](const TextEdit& a, const TextEdit& b) { return a.range.begin < b.range.begin; });
  for (std::size_t i = 0; i < edits.size(); ++i) {
    if (edits[i].range.end < edits[i].range.begin)
      return Error{"an edit ends before it begins", edits[i].range};
    if (i > 0 && edits[i].range.begin <= edits[i - 1].range.end) {
      return Error{"two edits touch each other", edits[i].range};
    }
  }
  std::erase_if(edits,
                [](const TextEdit& edit) { return edit.range.empty() && edit.text.empty(); });
  return TextEdits(std::move(edits));
}

Result<std::string> TextEdits::apply(std::string_view text) const {
  if (text.size() < reach()) {
    return Error{"an edit reaches to " + std::to_string(reach()) + " in a text of " +
                     std::to_string(text.size()) + " bytes: the text has changed meanwhile",
                 {}};
  }
  std::string out;
  std::uint32_t at = 0;
  for (const TextEdit& edit : edits_) {
    out += text.substr(at, edit.range.begin - at);
    out += edit.text;
    at = edit.range.end;
  }
  out += text.substr(at);
  return out;
}

TextEdits TextEdits::invert(std::string_view text) const {
  std::vector<TextEdit> inverse;
  std::int64_t shift = 0;
  for (const TextEdit& edit : edits_) {
    auto begin = static_cast<std::uint32_t>(edit.range.begin + shift);
    inverse.push_back({{begin, begin + size_of(edit.text)},
                       std::string(text.substr(edit.range.begin, edit.range.size()))});
    shift += static_cast<std::int64_t>(edit.text.size()) - edit.range.size();
  }
  return TextEdits(std::move(inverse));
}

TextEdits TextEdits::compose(const TextEdits& later) const {
  // Long enough that every place `later` speaks of is inside: what it names, in the text before
  // these edits.
  std::int64_t shrunk = 0;
  for (const TextEdit& edit : edits_) {
    shrunk += std::max<std::int64_t>(
        0, static_cast<std::int64_t>(edit.range.size()) - size_of(edit.text));
  }
  auto end = static_cast<std::uint32_t>(std::max(reach(), later.reach()) + shrunk);
  Pieces both(edits_, end);
  for (auto edit = later.edits_.rbegin(); edit != later.edits_.rend(); ++edit) {
    std::size_t first = both.cut(edit->range.begin);
    std::size_t last = both.cut(edit->range.end);
    std::uint32_t place = first < both.pieces.size() ? both.pieces[first].from : end;
    auto begin = both.pieces.begin() + static_cast<std::ptrdiff_t>(first);
    auto at = both.pieces.erase(begin, both.pieces.begin() + static_cast<std::ptrdiff_t>(last));
    if (!edit->text.empty())
      both.pieces.insert(at, {place, size_of(edit->text), edit->text, false});
  }
  std::vector<TextEdit> edits;
  std::uint32_t at = 0;
  std::string inserted;
  auto flush = [&](std::uint32_t until) {
    if (until > at || !inserted.empty()) edits.push_back({{at, until}, inserted});
    inserted.clear();
  };
  for (const Piece& piece : both.pieces) {
    if (!piece.kept) {
      inserted += piece.inserted;
      continue;
    }
    flush(piece.from);
    at = piece.from + piece.length;
  }
  flush(end);
  return TextEdits(std::move(edits));
}

std::uint32_t TextEdits::map(std::uint32_t offset, bool after) const {
  std::int64_t shift = 0;
  for (const TextEdit& edit : edits_) {
    if (offset < edit.range.begin || (offset == edit.range.begin && !after && edit.range.empty()))
      break;
    if (offset < edit.range.end || (offset == edit.range.begin && edit.range.empty())) {
      return static_cast<std::uint32_t>(edit.range.begin + shift + size_of(edit.text));
    }
    shift += static_cast<std::int64_t>(edit.text.size()) - edit.range.size();
  }
  return static_cast<std::uint32_t>(offset + shift);
}

}  // namespace simul
