#include "session/step_words.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace simul::session {

using composer::Block;
using composer::BlockKind;
using composer::Body;
using composer::Card;
using composer::Cards;
using composer::Place;
using composer::SlotKind;

namespace {

// One line, not too long to listen to.
std::string heard(std::string_view text) {
  constexpr std::size_t kMost = 60;
  std::string out;
  for (const char c : text.substr(0, text.find('\n'))) out += c;
  if (out.size() > kMost) {
    std::size_t end = kMost;
    while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0) == 0x80) --end;
    out = out.substr(0, end) + " …";
  }
  return out;
}

std::string line_of(const Block& block, const Card& card) {
  std::string out = "line " + std::to_string(block.line);
  return card.name.empty() ? out : out + " of " + card.name;
}

// The card whose body, or an inner one of it, this is.
const Card& home_of(const Cards& cards, const Body& body) {
  for (const Card& card : cards.cards)
    if (card.block >= 0 && card.block == body.function) return card;
  return cards.cards.front();
}

// The new lines of an edit without the indent that they share and the blank lines around them.
std::string dedented(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  const auto blank = [](std::string_view line) {
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
  };
  while (!lines.empty() && blank(lines.front())) lines.erase(lines.begin());
  while (!lines.empty() && blank(lines.back())) lines.pop_back();
  std::size_t indent = std::string_view::npos;
  for (const std::string_view line : lines)
    if (!blank(line)) indent = std::min(indent, line.find_first_not_of(" \t"));
  std::string out;
  for (const std::string_view line : lines) {
    if (!out.empty()) out += '\n';
    if (!blank(line)) out += line.substr(indent);
  }
  return out;
}

}  // namespace

std::string name_of(const Block& block, const Card& card) {
  std::string out = block.title;
  for (const composer::Slot& slot : block.slots) {
    if (slot.text.empty() || slot.text == block.title) continue;
    out += ", " + heard(slot.text);
    if (slot.kind == SlotKind::kNumber && !slot.label.empty()) out += " " + slot.label;
  }
  for (const composer::Item& item : block.items) {
    out += ", ";
    out += item.callee.empty() ? heard(item.arguments.text)
                               : item.callee + "(" + heard(item.arguments.text) + ")";
  }
  return out + ", " + line_of(block, card);
}

std::string name_of(const composer::Broken& broken, const Card& card) {
  Block at;
  at.line = broken.line;
  return "does not parse: " + heard(broken.text) + ", " + line_of(at, card);
}

std::string place_words(const Cards& cards, const Place& place) {
  const Body* body = cards.body(place);
  if (body == nullptr) return "";
  const Card* home = &home_of(cards, *body);
  if (place.index > 0 && place.index <= static_cast<int>(body->blocks.size())) {
    const Block& before = body->blocks[static_cast<std::size_t>(place.index) - 1];
    return "after " + before.title + ", " + line_of(before, *home);
  }
  const Block* owner = cards.block(place.owner);
  if (owner == nullptr) return "first in the program";
  if (owner->kind == BlockKind::kDefinition) return "first in " + home->name;
  const std::string& label = body->label;
  return "first in " + (label.empty() ? owner->title : label) + ", " + line_of(*owner, *home);
}

std::string block_words(const Cards& cards, int block) {
  Place place;
  const Block* one = cards.block(block);
  if (one == nullptr || !cards.find(block, &place)) return "";
  return one->title + ", " + line_of(*one, home_of(cards, *cards.body(place)));
}

std::string code_of(const TextEdits& edits) {
  std::string out;
  for (const TextEdit& edit : edits.edits()) {
    const std::string code = dedented(edit.text);
    if (!code.empty()) out += (out.empty() ? "" : "\n…\n") + code;
  }
  return out;
}

std::string sentence_of(std::string why) {
  if (!why.empty() && why.front() >= 'a' && why.front() <= 'z')
    why.front() = static_cast<char>(why.front() - 'a' + 'A');
  if (!why.empty() && std::string_view(".!?").find(why.back()) == std::string_view::npos)
    why += '.';
  return why;
}

}  // namespace simul::session
