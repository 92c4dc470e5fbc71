// How Compose looks: cards, steps, slots, wires, lit places, what a hand carries, and what would be
// written. The panel in compose_panel.cpp says where and when.
#include <algorithm>
#include <cmath>
#include <map>

#include "composer/palette.hpp"
#include "ui/compose_panel.hpp"
#include "ui/pending_paint.hpp"
#include "ui/words.hpp"

namespace simul::ui {

using composer::BlockKind;
using composer::PaletteKind;
using composer::SlotKind;
using composer::WireKind;

namespace {

constexpr double kTilt_degrees = -2.2;
constexpr double kDot_px = 4.5;
constexpr std::size_t kMostLines = 7;

Token ink_of(SlotKind kind) {
  switch (kind) {
    case SlotKind::kNumber: return Token::due;
    case SlotKind::kString: return Token::running;
    case SlotKind::kName:
    case SlotKind::kExpression:
    case SlotKind::kArguments:
    case SlotKind::kStatement: return Token::due;
  }
  return Token::text;
}

// In a box as narrow as a slot the beginning says most.
void code(Ui& ui, const Rect& rect, std::string_view text, Token token) {
  const std::size_t end = text.find_first_of("\r\n");
  std::string line(text.substr(0, end));
  if (end != std::string_view::npos) line += " …";
  ui.paint.text_in(Type::kNumberBig, rect, line, token);
}

}  // namespace

Token token_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::kSleep:
    case BlockKind::kQueuePut:
    case BlockKind::kQueueGet: return Token::sleeping;
    case BlockKind::kBlocking: return Token::blocking;
    case BlockKind::kCall:
    case BlockKind::kGather:
    case BlockKind::kGroup: return Token::waiting;
    case BlockKind::kCreateTask:
    case BlockKind::kReturn: return Token::running;
    case BlockKind::kTimeout:
    case BlockKind::kLock: return Token::due;
    case BlockKind::kPrint:
    case BlockKind::kTry:
    case BlockKind::kLoop:
    case BlockKind::kIf:
    case BlockKind::kWith:
    case BlockKind::kMatch:
    case BlockKind::kPass:
    case BlockKind::kImport:
    case BlockKind::kDefinition:
    case BlockKind::kClass:
    case BlockKind::kOther: return Token::cancelled;
  }
  return Token::cancelled;
}

Token token_of(PaletteKind kind) {
  switch (kind) {
    case PaletteKind::kSleep:
    case PaletteKind::kQueuePut:
    case PaletteKind::kQueueGet: return Token::sleeping;
    case PaletteKind::kCall:
    case PaletteKind::kGather:
    case PaletteKind::kGroup:
    case PaletteKind::kCoroutine: return Token::waiting;
    case PaletteKind::kTask: return Token::running;
    case PaletteKind::kTimeout:
    case PaletteKind::kLock: return Token::due;
    case PaletteKind::kBlocking: return Token::blocking;
    case PaletteKind::kPrint:
    case PaletteKind::kTry:
    case PaletteKind::kLoop: return Token::cancelled;
  }
  return Token::cancelled;
}

void ComposePanel::paint_card(Ui& ui, const PlacedCard& placed) {
  const Rect rect = seen(placed.rect);
  if (rect.cut(cards_).h <= 0 || rect.cut(cards_).w <= 0) return;
  const composer::Card& card = of_->cards[static_cast<std::size_t>(placed.card)];
  const auto in_card = [&](const composer::Place& place) {
    const PlacedGap* gap = open_.gap(place);
    return gap != nullptr && gap->card == placed.card;
  };
  const bool aimed =
      hand_ && hand_->target && hand_->target->place && in_card(*hand_->target->place);
  ui.paint.fill(rect, Token::raised, measure::card_radius_px);
  ui.paint.border(
      rect, aimed ? Token::accent : Token::line, measure::card_radius_px, aimed ? 1.5 : 0);
  const Rect head = seen(placed.head);
  ui.paint.hline(head.x, head.bottom(), head.w, Token::line);
  const double end =
      ui.paint.text(Type::kStrong, head.x + 14, head.middle_y(), placed.name, Token::text);
  if (card.block == -1) return;
  ui.paint.text_in(Type::kNumberBig,
                   {end + 8, head.y, head.right() - end - 20, head.h},
                   "(" + card.parameters + ")",
                   Token::dim_text);
}

void ComposePanel::paint_block(Ui& ui, const PlacedBlock& placed, bool focused, bool hovered) {
  const composer::Block& block = *placed.block;
  const Rect rect = seen(placed.rect), head = seen(placed.head);
  const bool host = hand_ && hand_->moved && hand_->may_onto(block.id);
  const bool aimed = host && hand_->target && hand_->target->onto == block.id;
  const bool lifted = hand_ && hand_->moved && hand_->carries() == ComposeHand::Carries::kBlock &&
                      hand_->block() == block.id;
  if (lifted) {
    ui.paint.dashed_border(rect, Token::faint_text, 5);
  } else {
    ui.paint.fill(rect, focused ? Token::selection : Token::panel, 5);
    ui.paint.border(
        rect, focused || aimed || hovered ? Token::accent : Token::line, 5, aimed ? 1.5 : 0);
  }
  if (host && !aimed) ui.paint.dashed_border(rect, Token::faint_text, 5);
  ui.paint.fill({rect.x, rect.y, 4, rect.h}, token_of(block.kind), 2, lifted ? 0.4 : 1);
  double room = head.w - 20;
  if (!placed.slots.empty()) room = seen(placed.slots.front().rect).x - head.x - 20;
  const Token ink = lifted ? Token::faint_text : placed.code ? Token::dim_text : Token::text;
  ui.paint.text_in(placed.code ? Type::kNumberBig : Type::kButton,
                   {head.x + 14, head.y, room, head.h},
                   placed.title,
                   ink);
}

void ComposePanel::paint_broken(Ui& ui, const PlacedBroken& placed, bool hovered) {
  const Rect rect = seen(placed.rect);
  ui.paint.fill(rect, Token::panel, 5);
  ui.paint.dashed_border(rect, hovered ? Token::accent : Token::failed, 5);
  ui.paint.fill({rect.x, rect.y, 4, rect.h}, Token::failed, 2);
  const double high = (rect.h - 2 * kBrokenPad_px) / static_cast<double>(placed.lines.size());
  double y = rect.y + kBrokenPad_px;
  for (const std::string& line : placed.lines) {
    ui.paint.text_in(Type::kNumberBig, {rect.x + 14, y, rect.w - 22, high}, line, Token::failed);
    y += high;
  }
}

void ComposePanel::paint_slot(Ui& ui, const PlacedSlot& slot, bool hovered) {
  const Rect rect = seen(slot.rect);
  ui.paint.fill(rect, Token::canvas, 4);
  ui.paint.border(rect, hovered ? Token::accent : Token::line, 4);
  code(ui, {rect.x + 8, rect.y, rect.w - 14, rect.h}, slot.slot->text, ink_of(slot.slot->kind));
}

void ComposePanel::paint_wires(Ui& ui) {
  struct Into {
    int count = 0;
    double x0 = 0, x1 = 0, y = 1e9;
  };
  std::map<int, Into> into;
  int lanes = 0;
  for (const PlacedWire& placed : open_.wires) {
    const composer::Wire& wire = *placed.wire;
    const double x0 = placed.x0 + left(), y0 = placed.y0 + top();
    const double x1 = placed.x1 + left(), y1 = placed.y1 + top();
    const bool lit =
        hovered_block_ == wire.block && (hovered_item_ < 0 || hovered_item_ == wire.item);
    const bool cut = hand_ && hand_->moved && hand_->carries() == ComposeHand::Carries::kItem &&
                     hand_->block() == wire.block && hand_->item() == wire.item;
    const Token token = lit || cut                       ? Token::accent
                        : wire.kind == WireKind::kStarts ? Token::running
                                                         : Token::waiting;
    if (cut) continue;
    ui.paint.dot(x1, y1, kDot_px - 0.5, token);
    // What ends at a right side goes round the outside, each in a lane of its own.
    const PlacedCard* to = nullptr;
    for (const PlacedCard& card : open_.cards) {
      if (card.card == wire.card) to = &card;
    }
    if (to == nullptr || placed.x1 > to->rect.x + 1) {
      double right = std::max(x0, x1);
      const PlacedBlock* from = open_.block(wire.block);
      for (const PlacedCard& card : open_.cards) {
        if (from != nullptr && card.card == from->card)
          right = std::max(right, card.rect.right() + left());
      }
      const double out = right + 8 + 5 * (lanes++ % 5), wide = lit ? 2 : 1.5;
      const double alpha = lit ? 1 : 0.75;
      ui.paint.fill({x0, y0 - wide / 2, out - x0, wide}, token, 0, alpha);
      ui.paint.fill({x1, y1 - wide / 2, out - x1, wide}, token, 0, alpha);
      ui.paint.fill({out - wide, std::min(y0, y1) - wide / 2, wide, std::abs(y1 - y0) + wide},
                    token,
                    0,
                    alpha);
      continue;
    }
    ui.paint.wire(x0, y0, x1, y1, token, lit ? 1 : 0.75, lit ? 2 : 1.5);
    if (wire.kind == WireKind::kAwaits) continue;
    Into& one = into[wire.card];
    ++one.count;
    one.x0 = one.count == 1 ? x0 : std::max(one.x0, x0);
    one.x1 = x1;
    one.y = std::min(one.y, y1);
  }
  for (const auto& [card, one] : into) {
    if (one.count < 2 || one.x1 < one.x0 + 90) continue;
    const std::string words = grouped(static_cast<std::size_t>(one.count)) + " tasks";
    const double wide = ui.paint.width(Type::kSmallMedium, words);
    ui.paint.text(Type::kSmallMedium, one.x1 - wide - 30, one.y - 9, words, Token::waiting);
  }
}

void ComposePanel::paint_places(Ui& ui) {
  if (!ui.narrow) {
    for (const PlacedBlock& placed : open_.blocks) {
      for (const PlacedItem& item : placed.items) {
        if (item.rect.y <= placed.head.y + 1) continue;
        const bool lit = hovered_block_ == placed.block->id && hovered_item_ == item.index;
        const Rect row = seen(item.rect);
        ui.paint.dot(
            row.right(), row.middle_y(), kDot_px, lit ? Token::accent : Token::waiting, true);
      }
      const BlockKind kind = placed.block->kind;
      if (kind != BlockKind::kCreateTask && kind != BlockKind::kCall) continue;
      const Rect head = seen(placed.head);
      ui.paint.dot(head.right(), head.middle_y(), kDot_px, token_of(kind), true);
    }
  }
  if (!hand_ || !hand_->moved) return;
  for (const PlacedGap& gap : open_.gaps) {
    if (!hand_->may(gap.place)) continue;
    const bool aimed = hand_->target && hand_->target->place == gap.place;
    const Rect line = seen({gap.x, gap.y - 1.5, gap.w, 3});
    if (!aimed) {
      ui.paint.fill(line, Token::accent, 1.5, 0.4);
      continue;
    }
    const double high = opened_ ? kOpened_px - 2 : 8;
    const Rect slot = seen({gap.x, gap.y - high / 2, gap.w, high});
    ui.paint.begin_slices();
    ui.paint.slice(slot, timeline::State::kSleeping, slot.x, false, 0.9);
    ui.paint.end_slices();
    ui.paint.dashed_border(slot, Token::accent, 4);
  }
  // A finger has left the screen: what it took stays where it was.
  const bool follows = !(hand_->by_keys && ui.items.pointer.touch);
  if (hand_->carries() == ComposeHand::Carries::kWire && follows) {
    if (const PlacedBlock* from = open_.block(hand_->block())) {
      const Rect head = seen(from->head);
      ui.paint.wire(head.right(),
                    head.middle_y(),
                    ui.items.pointer.x,
                    ui.items.pointer.y,
                    Token::accent,
                    1,
                    2);
      ui.paint.dot(ui.items.pointer.x, ui.items.pointer.y, kDot_px, Token::accent);
    }
  }
}

void ComposePanel::paint_bin(Ui& ui, const Rect& place) {
  const bool aimed = hand_->target && hand_->target->bin;
  ui.paint.fill(place, Token::panel, 0, 0.97);
  const Rect bin = place.inset(ui.narrow ? 5 : 12);
  if (aimed) ui.paint.fill(bin, Token::failed, measure::card_radius_px, 0.16);
  ui.paint.dashed_border(bin, aimed ? Token::failed : Token::faint_text, measure::card_radius_px);
  ui.paint.text_in(Type::kNote,
                   bin.inset(6),
                   aimed ? "Let go: deleted" : "Drop here to delete",
                   aimed ? Token::failed : Token::dim_text,
                   Align::kMiddle);
}

void ComposePanel::paint_hand(Ui& ui) {
  if (!hand_ || !hand_->moved || hand_->by_keys) return;
  using Carries = ComposeHand::Carries;
  const Pointer& pointer = ui.items.pointer;
  if (hand_->carries() == Carries::kWire) return;
  if (hand_->carries() == Carries::kItem) {
    const bool cut = hand_->target && hand_->target->bin;
    if (const PlacedBlock* from = open_.block(hand_->block())) {
      for (const PlacedItem& item : from->items) {
        if (item.index != hand_->item()) continue;
        const Rect row = seen(item.rect);
        ui.paint.wire(row.right(),
                      row.middle_y(),
                      pointer.x,
                      pointer.y,
                      cut ? Token::failed : Token::accent,
                      1,
                      2);
      }
    }
    ui.paint.dot(pointer.x, pointer.y, kDot_px, cut ? Token::failed : Token::accent, !cut);
    return;
  }
  std::string title;
  std::string value;
  Token edge = Token::cancelled;
  if (hand_->carries() == Carries::kEntry) {
    title = composer::entry(hand_->kind()).word;
    edge = token_of(hand_->kind());
  } else if (const PlacedBlock* placed = base_.block(hand_->block())) {
    title = placed->title;
    edge = token_of(placed->block->kind);
    if (!placed->slots.empty()) value = placed->slots.front().slot->text.substr(0, 24);
  }
  const double words = ui.paint.width(Type::kButton, title) + 28;
  const double extra = value.empty() ? 0 : ui.paint.width(Type::kNumberBig, value) + 24;
  const double wide = std::clamp(words + extra, 140.0, 300.0);
  const double grab = std::min(hand_->grab_x, wide - 16);
  const Rect card{pointer.x - grab, pointer.y - std::min(hand_->grab_y, 26.0), wide, 28};
  const int begun = ui.paint.begin_tilt();
  ui.paint.fill({card.x + 2, card.y + 4, card.w, card.h}, Token::canvas, 6, 0.35);
  ui.paint.fill(card, Token::raised, 6);
  ui.paint.border(card, Token::accent, 6, 1.5);
  ui.paint.fill({card.x, card.y, 4, card.h}, edge, 2);
  ui.paint.text_in(
      Type::kButton, {card.x + 14, card.y, wide - 20 - extra, card.h}, title, Token::text);
  if (!value.empty())
    ui.paint.text_in(Type::kNumberBig,
                     {card.right() - extra, card.y, extra - 10, card.h},
                     value,
                     Token::due,
                     Align::kRight);
  ui.paint.end_tilt(begun, card.x + card.w / 2, card.middle_y(), kTilt_degrees);
}

// The diff, and what it does, before the hand lets go; of an entry that is only pointed at, the
// code that it writes.
void ComposePanel::paint_will_write(Ui& ui) {
  std::vector<Pending::Line> lines;
  std::vector<std::string> told;
  std::string refusal;
  const char* head = "WILL WRITE";
  const bool carried = hand_ && hand_->moved;
  if (carried && ui.scene.pending != nullptr) {
    lines = ui.scene.pending->lines;
    told = ui.scene.pending->consequences;
    refusal = ui.scene.pending->refusal;
    if (!hand_->target) refusal.clear();
  } else if (!carried && sample_) {
    head = "WRITES, FOR EXAMPLE";
    std::string_view rest = composer::entry(*sample_).code;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      lines.push_back({'+', std::string(rest.substr(0, end))});
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  if (carried && lines.empty() && refusal.empty()) {
    refusal = hand_->by_keys && hand_->places().empty() && hand_->hosts().empty()
                  ? "There is no place for it in this program."
              : !hand_->by_keys ? ""
              : ui.items.pointer.touch
                  ? "Tap a place that is lit, or beside it to take it back."
                  : "Arrows choose a place, Enter puts it there, Escape takes it back.";
    if (refusal.empty()) return;
    head = "ADDING";
  }
  if (lines.empty() && refusal.empty()) return;
  const double line_px = kDiffLine_px;
  const double margin = ui.narrow ? 8 : 24;
  const double rows =
      static_cast<double>(std::min(lines.size(), kMostLines)) + (refusal.empty() ? 0 : 1);
  const double under = ui.narrow ? static_cast<double>(told.size()) * line_px : 0;
  Rect box{cards_.x + margin,
           0,
           std::min(cards_.w - 2 * margin, 700.0),
           30 + rows * line_px + under + 8};
  box.y = cards_.bottom() - box.h - (ui.narrow ? 8 : 14);
  // Right below the cards where they end before that.
  if (!ui.narrow && of_ != nullptr && of_->blocks > 0)
    box.y = std::min(box.y, std::max(cards_.y + 12, top() + open_.height));
  // Never over the place that the hand is at.
  const Pointer& pointer = ui.items.pointer;
  if (carried && !hand_->by_keys && box.inset(-24).contains(pointer.x, pointer.y))
    box.y = cards_.y + 12;
  ui.paint.push_clip(area_);
  ui.paint.fill(box, Token::canvas, measure::card_radius_px);
  ui.paint.border(box, Token::line, measure::card_radius_px);
  ui.paint.text(Type::kCaps, box.x + 14, box.y + 16, head, Token::faint_text);
  std::string words = head;
  for (const Pending::Line& line : lines) words += "\n" + line.text;
  ui.items.add("will-write", words, box, {}, false);  // to be read, not pressed
  double y = box.y + 28;
  if (!refusal.empty()) {
    ui.paint.text_in(Type::kNote, {box.x + 14, y, box.w - 28, line_px}, refusal, Token::dim_text);
    y += line_px;
  }
  const double widest = paint_diff(ui, {box.x + 14, y, box.w - 28, 0}, lines, kMostLines, y);
  // On the right where there is room beside the code, else below it.
  double at = ui.narrow ? y : box.y + 28;
  for (std::size_t i = 0; i < told.size() && i < 3; ++i) {
    const double x = ui.narrow ? box.x + 14 : box.x + 30 + widest + 24;
    const Rect place{x, at, box.right() - 14 - x, line_px};
    if (place.w < 90 || (!ui.narrow && at + line_px > box.bottom() - 4)) break;
    ui.paint.text_in(i == 0 ? Type::kButton : Type::kNote,
                     place,
                     told[i],
                     i == 0 ? Token::due : Token::dim_text,
                     ui.narrow ? Align::kLeft : Align::kRight);
    at += line_px;
  }
  ui.paint.pop_clip();
}

}  // namespace simul::ui
