#include "ui/compose_panel.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "composer/palette.hpp"
#include "composer/places.hpp"
#include "ui/panel.hpp"

namespace simul::ui {

using composer::Block;
using composer::PaletteKind;
using composer::Place;

namespace {

constexpr double kPalette_px = 152, kStrip_px = 52;
constexpr int kPatience = 2;
constexpr double kDragFrom_px = 4, kEdge_px = 28, kCut_px = 36, kPort_px = 40;

// For who does not see it.
std::string spoken(const PlacedBlock& placed) {
  std::string words(composer::word(placed.block->kind));
  if (placed.title != words) words += ": " + placed.title;
  for (const PlacedSlot& slot : placed.slots) words += ", " + slot.slot->text;
  return words + ", line " + std::to_string(placed.block->line);
}

}  // namespace

std::string ComposePanel::id_of(const Block& block) {
  return "block:" + std::to_string(block.id);
}

Rect ComposePanel::seen(const Rect& rect) const {
  return {rect.x + left(), rect.y + top(), rect.w, rect.h};
}

const PlacedBlock* ComposePanel::focused_block(const Ui& ui) const {
  const std::string& id = ui.items.focused();
  if (!id.starts_with("block:")) return nullptr;
  return base_.block(std::atoi(id.c_str() + 6));
}

// ---- what goes out

void ComposePanel::tell(Ui& ui,
                        Trying trying,
                        std::optional<composer::Gesture> gesture,
                        std::string title) {
  auto wish = std::make_shared<ComposeWish>();
  wish->trying = trying;
  wish->gesture = std::move(gesture);
  wish->title = std::move(title);
  wish->stamp = of_ == nullptr ? 0 : of_->stamp;
  Command command{Command::Kind::kGesture};
  command.gesture = std::move(wish);
  ui.commands.push_back(std::move(command));
  ui.again = true;
}

void ComposePanel::edit(Ui& ui, const PlacedSlot& slot, std::string label) {
  auto wish = std::make_shared<FieldWish>();
  wish->rect = seen(slot.rect);
  wish->range = slot.slot->range;
  wish->text = slot.slot->text;
  wish->label = std::move(label);
  wish->kind = slot.slot->kind;
  wish->stamp = of_->stamp;
  Command command{Command::Kind::kField};
  command.field = std::move(wish);
  ui.commands.push_back(std::move(command));
  ui.again = true;
}

// ---- the hand

void ComposePanel::take(Ui& ui, ComposeHand hand, double x, double y, double wide) {
  hand.grab_x = ui.items.pointer.press_x - x;
  hand.grab_y = ui.items.pointer.press_y - y;
  hand.wide = wide;
  hand_ = std::move(hand);
}

void ComposePanel::aim(Ui& ui, std::optional<ComposeHand::Target> target) {
  if (target == hand_->target) return;
  hand_->target = target;
  opened_ = target ? target->place : std::nullopt;
  lay_out(ui);
  tell(ui, Trying::kPending, hand_->gesture(target), hand_->title());
}

void ComposePanel::drop(Ui& ui, bool keep, bool aimed_now) {
  std::optional<composer::Gesture> gesture = hand_->gesture(hand_->target);
  // What is pending may speak of the place before: whoever makes the gesture says no itself.
  const bool refused =
      !aimed_now && ui.scene.pending != nullptr && !ui.scene.pending->refusal.empty();
  const bool told = hand_->moved || hand_->by_keys;
  keep = keep && gesture && !refused;
  if (told) tell(ui, keep ? Trying::kCommit : Trying::kCancel, std::move(gesture), hand_->title());
  follows_ = keep;
  hand_.reset();
  opened_.reset();
  lay_out(ui);
}

void ComposePanel::carry(Ui& ui) {
  const Pointer& pointer = ui.items.pointer;
  if (cancelled_) {
    cancelled_ = false;
    if (hand_) drop(ui, false);
    return;
  }
  if (!hand_) return;
  if (hand_->by_keys) {
    // A press on a place that is lit is as good as Enter, any other takes it back; the press that
    // began it, which may be over within one frame, does neither.
    if (std::exchange(begun_, false) || !pointer.pressed) return;
    spent_ = true;
    if (hand_->carries() == ComposeHand::Carries::kItem) {
      // Its own end once more: cut.
      drop(ui, cut_at_.contains(pointer.x, pointer.y));
    } else if (auto target = hand_->find(base_, pointer.x - left(), pointer.y - top());
               target && cards_.contains(pointer.x, pointer.y)) {
      aim(ui, target);
      drop(ui, true);
    } else if (area_.contains(pointer.x, pointer.y)) {
      drop(ui, false);
    }
    return;
  }
  const double away = std::hypot(pointer.x - pointer.press_x, pointer.y - pointer.press_y);
  if (!hand_->moved && away < kDragFrom_px) {
    if (!pointer.down) drop(ui, false);
    return;
  }
  if (!hand_->moved) {
    hand_->moved = true;
    tell(ui, Trying::kPending, std::nullopt, hand_->title());
  }
  ui.cursor = Cursor::kGrabbing;
  std::optional<ComposeHand::Target> target;
  if (hand_->carries() == ComposeHand::Carries::kItem) {
    if (away > kCut_px) target = ComposeHand::Target{.bin = true};
  } else if (hand_->carries() == ComposeHand::Carries::kEntry &&
             hand_->kind() == PaletteKind::kCoroutine) {
    // It finds its own place.
    if (cards_.contains(pointer.x, pointer.y)) target = ComposeHand::Target{.onto = -1};
  } else if (hand_->carries() == ComposeHand::Carries::kBlock &&
             palette_.contains(pointer.x, pointer.y)) {
    target = ComposeHand::Target{.bin = true};
  } else if (cards_.contains(pointer.x, pointer.y)) {
    target = hand_->find(base_, pointer.x - left(), pointer.y - top());
    // Towards an edge the picture goes on.
    const double before_x = scroll_x_, before_y = scroll_y_;
    auto push = [](double at, double from, double to) {
      return at < from + kEdge_px ? -6.0 : at > to - kEdge_px ? 6.0 : 0.0;
    };
    const double most_x = std::max(0.0, base_.width - cards_.w);
    const double most_y = std::max(0.0, base_.height - cards_.h);
    scroll_x_ = std::clamp(scroll_x_ + push(pointer.x, cards_.x, cards_.right()), 0.0, most_x);
    scroll_y_ = std::clamp(scroll_y_ + push(pointer.y, cards_.y, cards_.bottom()), 0.0, most_y);
    ui.again = ui.again || before_x != scroll_x_ || before_y != scroll_y_;
  }
  // Where the hand let go counts, though no frame has seen it there.
  const bool aims_now = !(target == hand_->target);
  aim(ui, target);
  if (!pointer.down) drop(ui, true, aims_now);
}

// ---- cards

void ComposePanel::lay_out(Ui& ui) {
  const TextWidth width = [&](Type type, std::string_view text) {
    return ui.paint.width(type, text);
  };
  base_ = place_cards(*of_, width, ui.narrow, cards_.w);
  open_ = opened_ ? place_cards(*of_, width, ui.narrow, cards_.w, opened_) : base_;
  laid_width_ = cards_.w;
  laid_narrow_ = ui.narrow;
}

void ComposePanel::block_items(Ui& ui, const PlacedBlock& placed) {
  const Pointer& pointer = ui.items.pointer;
  const Rect head = seen(placed.head);
  const Rect whole = seen(placed.rect);
  if (whole.cut(cards_).h <= 0 || whole.cut(cards_).w <= 0) return;
  const Touch touch = ui.item(id_of(*placed.block), spoken(placed), head, cards_);
  const bool focused = ui.items.focused() == id_of(*placed.block);
  paint_block(ui, placed, focused, touch.hovered);
  if (touch.hovered) {
    hovered_block_ = placed.block->id;
    if (!hand_) ui.cursor = Cursor::kHand;
  }
  // A press then is for the place that is lit.
  const bool by_keys = hand_ && hand_->by_keys;
  // A finger scrolls; what it has chosen it can carry.
  const bool takes = !pointer.touch || focused_before_ == id_of(*placed.block);
  if (touch.held && pointer.pressed && takes && !placed.block->fixed && !by_keys)
    take(ui, ComposeHand::block(*of_, placed.block->id), head.x, head.y, head.w);
  if (touch.clicked && !(hand_ && hand_->moved) && !(pan_ && pan_->moved) && !by_keys) {
    if (placed.block->line != 0) ui.tell(Command::Kind::kShowLine, placed.block->line);
  }
  int nth = 0;
  auto slot = [&](const PlacedSlot& one, const std::string& what) {
    const Rect rect = seen(one.rect);
    const std::string label =
        what + ": " + (one.slot->label.empty() ? "" : one.slot->label + " ") + one.slot->text;
    const Touch on =
        ui.item("slot:" + std::to_string(placed.block->id) + ":" + std::to_string(nth++),
                label,
                rect,
                cards_,
                false);
    paint_slot(ui, one, on.hovered && !hand_);
    if (on.hovered && !hand_) ui.cursor = Cursor::kHand;
    if (on.clicked && !by_keys && !(hand_ && hand_->moved)) edit(ui, one, label);
  };
  for (const PlacedSlot& one : placed.slots) slot(one, placed.title);
  // Left of the row's values: they are pressed as well.
  const auto port_in = [&](Rect row) {
    const auto beside = [&](const PlacedSlot& one) {
      const Rect value = seen(one.rect);
      const bool here =
          one.slot != nullptr && value.middle_y() > row.y && value.middle_y() < row.bottom();
      if (here) row.w = std::min(row.w, value.x - row.x);
    };
    for (const PlacedSlot& one : placed.slots) beside(one);
    for (const PlacedItem& one : placed.items) beside(one.arguments);
    return port(ui, row);
  };
  for (const PlacedItem& item : placed.items) {
    const composer::Item& call = placed.block->items[static_cast<std::size_t>(item.index)];
    const Rect row = seen(item.rect);
    const bool own_row = row.y > head.y + 1;
    if (own_row) {
      const bool over = pointer.inside && row.contains(pointer.x, pointer.y) && !hand_;
      if (over) hovered_block_ = placed.block->id, hovered_item_ = item.index;
      ui.paint.fill(row, Token::raised, 5);
      ui.paint.border(row, over ? Token::accent : Token::line, 5);
      ui.paint.text_in(
          Type::kNote, {row.x + 10, row.y, row.w - 20, row.h}, call.callee, Token::text);
    }
    if (item.arguments.slot != nullptr) slot(item.arguments, call.callee);
    if (!own_row || (ui.narrow && !focused)) continue;
    // The end of its wire can be taken and cut.
    const Rect dot = ui.narrow ? port_in(row) : Rect{row.right() - 7, row.middle_y() - 9, 18, 18};
    const Touch on =
        ui.item("wire:" + std::to_string(placed.block->id) + ":" + std::to_string(item.index),
                "Wire to " + call.callee,
                dot,
                cards_,
                false);
    if (on.hovered && !hand_) {
      ui.cursor = Cursor::kHand;
      hovered_block_ = placed.block->id;
      hovered_item_ = item.index;
      ui.explain(on, "Pull it off to cut the wire", dot);
    }
    if (on.held && pointer.pressed && !by_keys)
      take(ui, ComposeHand::item(*of_, placed.block->id, item.index), dot.x + 9, dot.y + 9, 0);
    if (on.clicked && !by_keys && !spent_ && !(hand_ && hand_->moved)) {
      begin(ui, ComposeHand::item(*of_, placed.block->id, item.index));
      cut_at_ = dot;
      cuts_ = true;
    }
  }
  const composer::BlockKind kind = placed.block->kind;
  const bool starts =
      kind == composer::BlockKind::kCreateTask || kind == composer::BlockKind::kCall;
  if (!starts || (ui.narrow && !focused)) return;
  const Rect dot = ui.narrow ? port_in(head) : Rect{head.right() - 8, head.middle_y() - 9, 18, 18};
  const Touch on = ui.item(
      "wire:" + std::to_string(placed.block->id), "Wire from " + placed.title, dot, cards_, false);
  if (on.hovered && !hand_) {
    ui.cursor = Cursor::kHand;
    ui.explain(on, "Pull a wire to where it shall be waited for", dot);
  }
  if (on.held && pointer.pressed && !by_keys)
    take(ui, ComposeHand::wire(*of_, placed.block->id), dot.x + 9, dot.y + 9, 0);
  // Pressed and not pulled, it is carried to the next press: so a finger draws one too.
  if (on.clicked && !by_keys && !spent_ && !(hand_ && hand_->moved)) {
    begin(ui, ComposeHand::wire(*of_, placed.block->id));
    tell(ui, Trying::kPending, std::nullopt, hand_->title());
  }
}

// Where the cards stand below each other the chosen step has its wire's end inside, for a finger.
Rect ComposePanel::port(Ui& ui, const Rect& row) {
  const Rect place{row.right() - kPort_px, row.y, kPort_px, row.h};
  ui.paint.fill(place.inset(3), Token::raised, 5);
  ui.paint.border(place.inset(3), Token::accent, 5);
  ui.paint.dot(place.x + place.w / 2, place.middle_y(), 4.5, Token::accent);
  return place;
}

void ComposePanel::begin(Ui& ui, ComposeHand hand) {
  hand.by_keys = hand.moved = true;
  hand_ = std::move(hand);
  begun_ = true;
  ui.again = true;
}

// Text that is mended in the editor: a press shows it there.
void ComposePanel::broken_items(Ui& ui) {
  for (const PlacedBroken& placed : open_.broken) {
    const Rect rect = seen(placed.rect);
    if (rect.cut(cards_).h <= 0 || rect.cut(cards_).w <= 0) continue;
    const std::string line = std::to_string(placed.broken->line);
    const Touch touch = ui.item("broken:" + line,
                                "Does not parse: " + placed.lines.front() + ", line " + line,
                                rect,
                                cards_);
    paint_broken(ui, placed, touch.hovered || touch.focused);
    if (touch.hovered && !hand_) ui.cursor = Cursor::kHand;
    if (touch.clicked && !(hand_ && hand_->moved))
      ui.tell(Command::Kind::kShowLine, placed.broken->line);
  }
}

void ComposePanel::cards(Ui& ui) {
  const Pointer& pointer = ui.items.pointer;
  hovered_block_ = hovered_item_ = -1;
  ui.paint.fill(cards_, Token::panel);
  ui.paint.push_clip(cards_);
  const Touch ground = ui.item("cards", "Cards", cards_, cards_, false);
  if (of_->blocks == 0 && of_->broken.empty()) {
    beginnings(ui);
    ui.paint.pop_clip();
    return;
  }
  for (const PlacedCard& card : open_.cards) paint_card(ui, card);
  paint_wires(ui);
  for (const PlacedBlock& placed : open_.blocks) block_items(ui, placed);
  // Not while the blocks are gone over: it lays them out anew.
  if (std::exchange(cuts_, false)) aim(ui, ComposeHand::Target{.bin = true});
  broken_items(ui);
  for (const PlacedLabel& label : open_.labels)
    ui.paint.text_in(
        Type::kSmall, seen({label.x, label.y, label.w, 20}), label.words, Token::dim_text);
  paint_places(ui);
  if (base_.height > cards_.h + 1) {
    const double part = cards_.h / base_.height;
    ui.paint.fill({cards_.right() - 5, cards_.y + scroll_y_ * part, 3, cards_.h * part},
                  Token::faint_text,
                  1.5,
                  0.6);
  }
  if (base_.width > cards_.w + 1) {
    const double part = cards_.w / base_.width;
    ui.paint.fill({cards_.x + scroll_x_ * part, cards_.bottom() - 5, cards_.w * part, 3},
                  Token::faint_text,
                  1.5,
                  0.6);
  }
  ui.paint.pop_clip();
  // The ground moves under a hand that holds nothing else.
  const bool on_block = ui.items.pressed().starts_with("block:") && pointer.touch && !hand_;
  if (pointer.pressed && (ground.held || on_block) && !hand_ &&
      cards_.contains(pointer.x, pointer.y))
    pan_ = Pan{pointer.x, pointer.y};
  if (ui.items.pressed() != "cards" && !on_block) pan_.reset();
  if (pan_ && pointer.down && !hand_) {
    if (std::hypot(pointer.x - pointer.press_x, pointer.y - pointer.press_y) > kDragFrom_px)
      pan_->moved = true;
    if (pan_->moved) {
      ui.cursor = Cursor::kGrabbing;
      ui.again = ui.again || pointer.x != pan_->x || pointer.y != pan_->y;
      scroll_x_ =
          std::clamp(scroll_x_ - (pointer.x - pan_->x), 0.0, std::max(0.0, base_.width - cards_.w));
      scroll_y_ = std::clamp(
          scroll_y_ - (pointer.y - pan_->y), 0.0, std::max(0.0, base_.height - cards_.h));
      pan_->x = pointer.x;
      pan_->y = pointer.y;
    }
  }
  if (!pointer.down) pan_.reset();
}

// ---- the whole

bool ComposePanel::wheel(double x, double y, double dx, double dy) {
  if (palette_.contains(x, y)) {
    palette_scroll_ = std::max(0.0, palette_scroll_ + (std::abs(dx) > std::abs(dy) ? dx : dy));
    return true;
  }
  if (!cards_.contains(x, y)) return false;
  scroll_x_ = std::clamp(scroll_x_ + dx, 0.0, std::max(0.0, base_.width - cards_.w));
  scroll_y_ = std::clamp(scroll_y_ + dy, 0.0, std::max(0.0, base_.height - cards_.h));
  return true;
}

void ComposePanel::draw(Ui& ui, const Rect& area) {
  area_ = area;
  const Rect palette_place = ui.narrow ? Rect{area.x, area.y, area.w, kStrip_px}
                                       : Rect{area.x, area.y, kPalette_px, area.h};
  cards_ = ui.narrow
               ? Rect{area.x, area.y + kStrip_px, area.w, std::max(0.0, area.h - kStrip_px)}
               : Rect{area.x + kPalette_px, area.y, std::max(0.0, area.w - kPalette_px), area.h};
  const bool fresh = ui.scene.cards != of_;
  if (fresh) {
    of_ = ui.scene.cards;
    // What is carried speaks of a text that is gone.
    if (hand_) hand_.reset();
    opened_.reset();
  }
  if (ui.scene.pending != nullptr && ui.scene.pending->line_after != 0)
    line_after_ = ui.scene.pending->line_after;
  if (ui.scene.wrote_line != 0) line_after_ = ui.scene.wrote_line;
  if (of_ == nullptr) {
    palette(ui, palette_place, ui.narrow);
    return;
  }
  if (fresh || laid_width_ != cards_.w || laid_narrow_ != ui.narrow) {
    lay_out(ui);
    scroll_x_ = std::clamp(scroll_x_, 0.0, std::max(0.0, base_.width - cards_.w));
    scroll_y_ = std::clamp(scroll_y_, 0.0, std::max(0.0, base_.height - cards_.h));
  }
  if (fresh && follows_) {
    follows_ = false;
    const PlacedBlock* at = nullptr;
    for (const PlacedBlock& each : base_.blocks) {
      if (each.block->line == line_after_) at = &each;
      if (at == nullptr && each.block->line > line_after_ && line_after_ != 0) at = &each;
    }
    if (at != nullptr) {
      ui.items.focus(id_of(*at->block));
      scroll_to(at->rect);
    }
  }
  // What is pressed first is done first; and what one key writes, the next may speak of: it waits
  // for the cards of the text after it.
  const bool on_its_way = ui.scene.pending != nullptr && !hand_;
  if (fresh)
    waits_ = 0;
  else if (waits_ > 0 && !on_its_way)
    --waits_;
  while (!keys_.empty() && waits_ == 0 && !ui.items.activating()) {
    const Key key = keys_.front();
    keys_.pop_front();
    follows_ = false;
    obey(ui, key);
    if (follows_) waits_ = kPatience;
  }
  if (!keys_.empty() && !on_its_way) ui.again = true;
  cards(ui);
  palette(ui, palette_place, ui.narrow);
  carry(ui);
  paint_will_write(ui);
  paint_hand(ui);
  focused_before_ = ui.items.focused();
  if (!ui.items.pointer.down) spent_ = false;
}

}  // namespace simul::ui
