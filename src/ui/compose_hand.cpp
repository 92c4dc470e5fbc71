#include "ui/compose_hand.hpp"

#include <algorithm>
#include <cmath>

#include "composer/palette.hpp"
#include "composer/places.hpp"

namespace simul::ui {

using composer::Block;
using composer::BlockKind;
using composer::Cards;
using composer::PaletteKind;
using composer::Place;

namespace {

constexpr double kNear_px = 34;  // of a gap, up and down
constexpr double kHostInset_px =
    7;  // at its upper and lower edge a block gives way to the gap there

bool waits_for_tasks(BlockKind kind) {
  return kind == BlockKind::kGather || kind == BlockKind::kGroup;
}

void blocks_of(const composer::Body& body, std::vector<const Block*>& out) {
  for (const Block& block : body.blocks) {
    out.push_back(&block);
    for (const composer::Body& inner : block.bodies) blocks_of(inner, out);
  }
}

}  // namespace

ComposeHand ComposeHand::entry(const Cards& cards, PaletteKind kind) {
  ComposeHand hand;
  hand.carries_ = Carries::kEntry;
  hand.kind_ = kind;
  hand.title_ = "Adding: " + std::string(composer::entry(kind).word);
  hand.places_ = composer::places(cards, kind);
  hand.hosts_ = composer::hosts(cards, kind);
  return hand;
}

ComposeHand ComposeHand::block(const Cards& cards, int block) {
  ComposeHand hand;
  hand.carries_ = Carries::kBlock;
  hand.block_ = block;
  hand.places_ = composer::places(cards, block);
  if (const Block* one = cards.block(block))
    hand.title_ = "Moving: " + (one->title.empty() ? std::string(word(one->kind)) : one->title);
  return hand;
}

ComposeHand ComposeHand::wire(const Cards& cards, int block) {
  ComposeHand hand;
  hand.carries_ = Carries::kWire;
  hand.block_ = block;
  hand.title_ = "Drawing a wire";
  std::vector<const Block*> all;
  for (const composer::Card& card : cards.cards) blocks_of(card.body, all);
  for (const Block* each : all) {
    if (each->id != block && waits_for_tasks(each->kind)) hand.hosts_.push_back(each->id);
  }
  // Anywhere behind it in its own body.
  Place here;
  if (cards.find(block, &here)) {
    const composer::Body* body = cards.body(here);
    const int end = body == nullptr ? 0 : static_cast<int>(body->blocks.size());
    for (int i = here.index + 1; i <= end; ++i) hand.places_.push_back({here.owner, here.body, i});
  }
  return hand;
}

ComposeHand ComposeHand::item(const Cards&, int block, int item) {
  ComposeHand hand;
  hand.carries_ = Carries::kItem;
  hand.block_ = block;
  hand.item_ = item;
  hand.title_ = "Cutting a wire";
  return hand;
}

bool ComposeHand::may(const Place& place) const {
  return std::find(places_.begin(), places_.end(), place) != places_.end();
}

bool ComposeHand::may_onto(int block) const {
  return std::find(hosts_.begin(), hosts_.end(), block) != hosts_.end();
}

std::optional<ComposeHand::Target> ComposeHand::find(const ComposeLayout& layout,
                                                     double x,
                                                     double y) const {
  if (carries_ == Carries::kItem) return std::nullopt;
  // The innermost block under the point is the last that was placed.
  for (auto placed = layout.blocks.rbegin(); placed != layout.blocks.rend(); ++placed) {
    if (!may_onto(placed->block->id)) continue;
    const Rect& head = placed->head;
    const Rect core{head.x, head.y + kHostInset_px, head.w, head.h - 2 * kHostInset_px};
    const Rect reach = carries_ == Carries::kWire ? placed->rect : core;
    if (reach.contains(x, y)) return Target{.onto = placed->block->id};
  }
  const PlacedGap* best = nullptr;
  double nearest = kNear_px;
  for (const PlacedGap& gap : layout.gaps) {
    if (x < gap.x - 24 || x > gap.x + gap.w + 24 || !may(gap.place)) continue;
    // Of two at one height the inner one is the narrower.
    const double away = std::abs(y - gap.y) + (best != nullptr && gap.w >= best->w ? 0.5 : 0);
    if (away >= nearest) continue;
    nearest = away;
    best = &gap;
  }
  if (best == nullptr) return std::nullopt;
  return Target{.place = best->place};
}

std::optional<composer::Gesture> ComposeHand::gesture(const std::optional<Target>& target) const {
  if (!target) return std::nullopt;
  switch (carries_) {
    case Carries::kEntry: {
      if (target->bin) return std::nullopt;
      if (kind_ == PaletteKind::kCoroutine) return composer::NewCoroutine{};
      composer::Insert insert;
      insert.kind = kind_;
      insert.onto = target->onto;
      if (target->place) insert.place = *target->place;
      return insert;
    }
    case Carries::kBlock:
      if (target->bin) return composer::Delete{block_};
      if (!target->place) return std::nullopt;
      return composer::Move{block_, *target->place};
    case Carries::kWire: {
      if (target->bin) return std::nullopt;
      composer::DrawWire wire;
      wire.from = {block_};
      wire.to = target->onto;
      if (target->place) wire.place = *target->place;
      return wire;
    }
    case Carries::kItem:
      if (target->bin) return composer::CutWire{block_, item_};
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace simul::ui
