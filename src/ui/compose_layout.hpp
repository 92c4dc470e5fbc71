// Where the cards of a program stand: pure arithmetic from composer's cards to rectangles, so that
// tests can ask for them. No drawing.
//
// The card that starts the program is on the left, what it calls right of it, what those call
// further right. Coordinates are CSS pixels from the picture's own top left; scrolling is the
// caller's. Pointers are into the Cards that were laid out.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "composer/cards.hpp"
#include "composer/gesture.hpp"
#include "ui/fonts.hpp"
#include "ui/geometry.hpp"

namespace simul::ui {

struct PlacedSlot {
  Rect rect;
  const composer::Slot* slot = nullptr;
};
struct PlacedItem {  // a call inside a gather, a group or create_task
  Rect rect;
  PlacedSlot arguments;  // slot nullptr: it has none to edit
  int index = 0;
};
struct PlacedBlock {
  Rect rect;  // with its bodies
  Rect head;  // what says what it is and can be taken
  const composer::Block* block = nullptr;
  int card = 0;  // index in Cards::cards
  std::string title;
  bool code = false;  // its title is program text
  std::vector<PlacedSlot> slots;
  std::vector<PlacedItem> items;
};
// Between two steps, before the first or behind the last of a body.
struct PlacedGap {
  composer::Place place;
  double x = 0, y = 0, w = 0;
  int card = 0;
};
struct PlacedBroken {  // lines that do not parse, among the steps
  Rect rect;
  const composer::Broken* broken = nullptr;
  int card = 0;
  std::vector<std::string> lines;
};
struct PlacedLabel {  // "except ValueError" over a body
  double x = 0, y = 0, w = 0;
  std::string words;
};
struct PlacedCard {
  Rect rect;
  Rect head;
  int card = 0;
  std::string name;
};
struct PlacedWire {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  const composer::Wire* wire = nullptr;
};

struct ComposeLayout {
  std::vector<PlacedCard> cards;
  std::vector<PlacedBlock> blocks;  // in the order in which they are read, a body after its head
  std::vector<PlacedGap> gaps;
  std::vector<PlacedBroken> broken;
  std::vector<PlacedLabel> labels;
  std::vector<PlacedWire> wires;
  std::unordered_map<int, std::size_t> at;  // of a block's id in `blocks`
  double width = 0, height = 0;

  const PlacedBlock* block(int id) const;
  const PlacedGap* gap(const composer::Place& place) const;
};

using TextWidth = std::function<double(Type, std::string_view)>;
// narrow: one card below the other, no wires. room_px: what of the width can be seen. open: a place
// with room for one more step.
ComposeLayout place_cards(const composer::Cards& cards,
                          const TextWidth& width,
                          bool narrow,
                          double room_px,
                          const std::optional<composer::Place>& open = std::nullopt);
inline constexpr double kOpened_px = 18;
inline constexpr double kBrokenPad_px = 5;  // above and below the text of what is broken

// Is it one that the canvas shows as a card of its own? The module's own code counts only where it
// does something besides starting the program.
bool shows_card(const composer::Card& card);

}  // namespace simul::ui
