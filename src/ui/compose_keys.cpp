// The Compose panel by keyboard: from step to step, carrying one from place to place. A key is kept
// until the next frame, which knows where everything stands.
#include <algorithm>
#include <utility>

#include "composer/palette.hpp"
#include "composer/places.hpp"
#include "ui/compose_panel.hpp"

namespace simul::ui {

using composer::Block;
using composer::PaletteKind;
using composer::Place;

namespace {

constexpr std::size_t kMostKeys = 64;

}  // namespace

bool ComposePanel::key(std::string_view key, bool ctrl, bool alt, std::string_view focused) {
  const bool carried = hand_ && hand_->by_keys;
  const bool block = focused.starts_with("block:");
  if (!carried && !block && !focused.starts_with("add:")) return false;
  if (key == "Escape" && carried) {
    cancel();
    return true;
  }
  Key wanted = Key::kNone;
  if ((key == "m" || key == "M") && block && !carried && !ctrl) {
    wanted = Key::kMenu;
  } else if (ctrl) {
    if (!block || carried || (key != "d" && key != "D")) return false;
    wanted = Key::kDuplicate;
  } else if (key == "ArrowUp") {
    wanted = alt ? Key::kMoveUp : Key::kUp;
  } else if (key == "ArrowDown") {
    wanted = alt ? Key::kMoveDown : Key::kDown;
  } else if (key == "ArrowLeft") {
    wanted = Key::kLeft;
  } else if (key == "ArrowRight") {
    wanted = Key::kRight;
  } else if ((key == "Enter" || key == " ") && (block || carried)) {
    wanted = Key::kEdit;
  } else if ((key == "Delete" || key == "Backspace") && block) {
    wanted = Key::kDelete;
  } else {
    return false;
  }
  if (keys_.size() < kMostKeys) keys_.push_back(wanted);
  return true;
}

void ComposePanel::scroll_to(const Rect& rect) {
  const double most_x = std::max(0.0, base_.width - cards_.w);
  const double most_y = std::max(0.0, base_.height - cards_.h);
  auto into = [](double scroll, double from, double to, double room) {
    if (from - 12 < scroll) return from - 12;
    if (to + 12 > scroll + room) return std::min(from - 12, to + 12 - room);
    return scroll;
  };
  scroll_x_ = std::clamp(into(scroll_x_, rect.x, rect.right(), cards_.w), 0.0, most_x);
  scroll_y_ = std::clamp(into(scroll_y_, rect.y, rect.bottom(), cards_.h), 0.0, most_y);
}

void ComposePanel::go(Ui& ui, const PlacedBlock* placed) {
  if (placed == nullptr) return;
  ui.items.focus(id_of(*placed->block));
  ui.items.show_focus(true);
  scroll_to(placed->head);
  if (placed->block->line != 0) ui.tell(Command::Kind::kShowLine, placed->block->line);
  ui.again = true;
}

// What is carried goes from place to place.
void ComposePanel::obey_in_hand(Ui& ui, Key key) {
  if (key == Key::kEdit) return drop(ui, true);
  if (hand_->kind() == PaletteKind::kCoroutine) return;
  std::vector<Place> order;
  std::size_t at = 0;
  for (const PlacedGap& gap : base_.gaps) {
    if (!hand_->may(gap.place)) continue;
    if (hand_->target && hand_->target->place == gap.place) at = order.size();
    order.push_back(gap.place);
  }
  if (order.empty()) return;
  const bool back = key == Key::kUp || key == Key::kLeft || key == Key::kMoveUp;
  const std::size_t next = back ? (at == 0 ? 0 : at - 1) : std::min(at + 1, order.size() - 1);
  aim(ui, ComposeHand::Target{.place = order[next]});
  if (const PlacedGap* gap = base_.gap(order[next])) scroll_to({gap->x, gap->y - 20, gap->w, 40});
}

void ComposePanel::obey(Ui& ui, Key key) {
  if (hand_ && hand_->by_keys) return obey_in_hand(ui, key);
  const auto& blocks = base_.blocks;
  if (blocks.empty()) return;
  if (ui.items.focused().starts_with("add:")) {
    if (key == Key::kRight) return go(ui, &blocks.front());
    if (key == Key::kUp || key == Key::kDown)
      static_cast<void>(ui.items.move_focus(key == Key::kUp ? -1 : 1));
    ui.again = true;
    return;
  }
  const PlacedBlock* here = focused_block(ui);
  if (here == nullptr) return;
  const std::size_t at = static_cast<std::size_t>(here - blocks.data());
  const Block& block = *here->block;
  switch (key) {
    case Key::kUp: return go(ui, at == 0 ? here : &blocks[at - 1]);
    case Key::kDown: return go(ui, &blocks[std::min(at + 1, blocks.size() - 1)]);
    case Key::kRight: {
      for (const PlacedWire& wire : base_.wires) {
        if (wire.wire->block != block.id || wire.wire->card < 0) continue;
        for (const PlacedBlock& each : blocks) {
          if (each.card == wire.wire->card) return go(ui, &each);
        }
      }
      for (std::size_t i = at; i < blocks.size(); ++i) {
        if (blocks[i].card != here->card) return go(ui, &blocks[i]);
      }
      return;
    }
    case Key::kLeft: {
      for (const PlacedWire& wire : base_.wires) {
        if (wire.wire->card == here->card) return go(ui, base_.block(wire.wire->block));
      }
      for (std::size_t i = at; i-- > 0;) {
        if (blocks[i].card != here->card) return go(ui, &blocks[i]);
      }
      return;
    }
    case Key::kEdit: {
      scroll_to(here->head);
      if (!here->slots.empty()) return edit(ui, here->slots.front(), here->title);
      for (const PlacedItem& item : here->items) {
        if (item.arguments.slot != nullptr) return edit(ui, item.arguments, here->title);
      }
      if (block.line != 0) ui.tell(Command::Kind::kShowLine, block.line);
      return;
    }
    case Key::kMenu: return ui.tell(Command::Kind::kStepMenu, block.id);
    case Key::kDelete:
      follows_ = true;
      return tell(ui, Trying::kCommit, composer::Delete{block.id}, "Deleting: " + here->title);
    case Key::kDuplicate:
      follows_ = true;
      return tell(
          ui, Trying::kCommit, composer::Duplicate{block.id}, "Duplicating: " + here->title);
    case Key::kMoveUp:
    case Key::kMoveDown: {
      const std::vector<Place> legal = composer::places(*of_, block.id);
      Place at_place;
      if (!of_->find(block.id, &at_place)) return;
      std::optional<Place> to;
      bool passed = false;
      for (const PlacedGap& gap : base_.gaps) {
        if (gap.place == at_place) passed = true;
        if (std::find(legal.begin(), legal.end(), gap.place) == legal.end()) continue;
        if (key == Key::kMoveUp && !passed) to = gap.place;
        if (key == Key::kMoveDown && passed && !to) to = gap.place;
      }
      if (!to) return;
      follows_ = true;
      return tell(ui, Trying::kCommit, composer::Move{block.id, *to}, "Moving: " + here->title);
    }
    case Key::kNone: return;
  }
}

}  // namespace simul::ui
