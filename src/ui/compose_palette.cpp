// The palette of the Compose panel: what can be added, taken from there by hand or by keys, and the
// three beginnings of an empty program.
#include <algorithm>
#include <utility>

#include "composer/palette.hpp"
#include "composer/places.hpp"
#include "ui/compose_panel.hpp"
#include "ui/panel.hpp"

namespace simul::ui {

using composer::PaletteKind;
using composer::Place;

namespace {

constexpr double kEntry_px = 26, kEntryGap_px = 5;
constexpr PaletteKind kBeginnings[] = {
    PaletteKind::kCoroutine, PaletteKind::kPrint, PaletteKind::kLoop};

}  // namespace

void ComposePanel::palette_entry(Ui& ui, PaletteKind kind, const Rect& place, const Rect& clip) {
  if (place.cut(clip).w < 1 || place.cut(clip).h < 1) return;
  const composer::PaletteEntry& entry = composer::entry(kind);
  const Pointer& pointer = ui.items.pointer;
  const Touch touch =
      ui.item("add:" + std::string(entry.id), "Add: " + std::string(entry.word), place, clip);
  const bool carried =
      hand_ && hand_->carries() == ComposeHand::Carries::kEntry && hand_->kind() == kind;
  ui.paint.fill(
      place, carried || touch.held ? Token::selection : Token::raised, measure::button_radius_px);
  ui.paint.border(
      place, touch.hovered || carried ? Token::accent : Token::line, measure::button_radius_px);
  ui.paint.fill({place.x, place.y, 4, place.h}, token_of(kind), 2);
  ui.paint.text_in(
      Type::kNote, {place.x + 12, place.y, place.w - 18, place.h}, entry.word, Token::text);
  if ((touch.hovered && !pointer.touch) || touch.focused) sample_ = kind;
  if (touch.hovered) ui.cursor = Cursor::kHand;
  if (of_ == nullptr) return;
  if (touch.held && pointer.pressed)
    take(ui, ComposeHand::entry(*of_, kind), place.x, place.y, place.w);
  if (touch.clicked && !(hand_ && hand_->moved)) {
    hand_.reset();
    begin_by_keys(ui, kind);
    begun_ = true;
  }
}

void ComposePanel::begin_by_keys(Ui& ui, PaletteKind kind) {
  if (of_ == nullptr) return;
  ComposeHand hand = ComposeHand::entry(*of_, kind);
  hand.by_keys = true;
  hand.moved = true;
  std::optional<ComposeHand::Target> first;
  if (kind == PaletteKind::kCoroutine) {
    first = ComposeHand::Target{};
  } else if (!hand.places().empty()) {
    // In the order in which they are read; the last of the card that starts the program.
    for (const PlacedGap& gap : base_.gaps) {
      if (!hand.may(gap.place)) continue;
      const bool entry = of_->cards[static_cast<std::size_t>(gap.card)].is_entry;
      if (!first || entry) first = ComposeHand::Target{.place = gap.place};
    }
  }
  hand_ = std::move(hand);
  if (first) return aim(ui, first);
  tell(ui, Trying::kPending, std::nullopt, hand_->title());
}

void ComposePanel::palette(Ui& ui, const Rect& place, bool strip) {
  palette_ = place;
  sample_.reset();
  ui.paint.push_clip(place);
  const double most = std::max(0.0, palette_px_ - (strip ? place.w : place.h));
  palette_scroll_ = std::clamp(palette_scroll_, 0.0, most);
  if (strip) {
    double x = place.x + 12 - palette_scroll_;
    for (const composer::PaletteEntry& entry : composer::palette()) {
      const double wide = ui.paint.width(Type::kNote, entry.word) + 26;
      palette_entry(ui, entry.kind, {x, place.y + 4, wide, place.h - 8}, place);
      x += wide + 6;
    }
    palette_px_ = x + 6 + palette_scroll_ - place.x;
    ui.paint.hline(place.x, place.bottom() - ui.paint.hairline_px(), place.w, Token::line);
  } else {
    double y =
        section(ui, place.x + kPanelPad_px, place.y + 12 - palette_scroll_, "ADD A STEP", "", 0);
    for (const composer::PaletteEntry& entry : composer::palette()) {
      palette_entry(ui, entry.kind, {place.x + 12, y, place.w - 24, kEntry_px}, place);
      y += kEntry_px + kEntryGap_px;
    }
    palette_px_ = y + 8 + palette_scroll_ - place.y;
    ui.paint.vline(place.right() - ui.paint.hairline_px(), place.y, place.h, Token::line);
  }
  const bool bin = hand_ && hand_->moved && hand_->carries() == ComposeHand::Carries::kBlock;
  if (bin) paint_bin(ui, place);
  ui.paint.pop_clip();
}

// Nothing is written yet: three things to begin with.
void ComposePanel::beginnings(Ui& ui) {
  const double wide = std::min(220.0, (cards_.w - 2 * 24 - 2 * 12) / 3), high = 84;
  const bool stacked = wide < 130;
  double x = cards_.x + 24, y = cards_.y + 24;
  ui.paint.text(Type::kStrong, x, y + 8, "An empty program. Begin with:", Token::text);
  y += 32;
  for (PaletteKind kind : kBeginnings) {
    const composer::PaletteEntry& entry = composer::entry(kind);
    const Rect card{x, y, stacked ? cards_.w - 48 : wide, stacked ? 44 : high};
    const Touch touch = ui.item(
        "begin:" + std::string(entry.id), "Begin with: " + std::string(entry.word), card, cards_);
    if (touch.hovered)
      ui.paint.fill(card, Token::raised, measure::card_radius_px), ui.cursor = Cursor::kHand,
                                                                   sample_ = kind;
    ui.paint.dashed_border(
        card, touch.hovered ? Token::accent : Token::line, measure::card_radius_px);
    ui.paint.fill({card.x + 14, card.middle_y() - 8, 4, 16}, token_of(kind), 2);
    ui.paint.text_in(
        Type::kStrong, {card.x + 28, card.y, card.w - 36, card.h}, entry.word, Token::text);
    if (touch.clicked) {
      composer::Gesture gesture = composer::NewCoroutine{};
      if (kind != PaletteKind::kCoroutine)
        gesture = composer::Insert{kind, Place{-1, 0, 0}, -1, "", ""};
      tell(ui, Trying::kCommit, std::move(gesture), "Adding: " + std::string(entry.word));
      follows_ = true;
    }
    if (stacked)
      y += card.h + 8;
    else
      x += wide + 12;
  }
}

}  // namespace simul::ui
