#include "ui/compose_layout.hpp"

#include <gtest/gtest.h>

#include "ui/compose_hand.hpp"

namespace simul::ui {
namespace {

constexpr const char* kProgram =
    "import asyncio\n"
    "\n"
    "\n"
    "async def worker(name, delay):\n"
    "    print(f\"{name} starts\")\n"
    "    await asyncio.sleep(delay)\n"
    "    return delay\n"
    "\n"
    "\n"
    "async def main():\n"
    "    results = await asyncio.gather(\n"
    "        worker(\"A\", 1.0),\n"
    "        worker(\"B\", 2.0),\n"
    "    )\n"
    "    async with asyncio.timeout(1.5):\n"
    "        print(results)\n"
    "\n"
    "\n"
    "asyncio.run(main())\n";

// Every character is 7 px wide.
double width(Type, std::string_view text) {
  return 7.0 * static_cast<double>(text.size());
}

class ComposeLayoutTest : public testing::Test {
 protected:
  void lay(const char* text, bool narrow = false) {
    cards_ = composer::cards(text);
    layout_ = place_cards(cards_, width, narrow, 600);
  }
  const PlacedCard& card(const std::string& name) {
    for (const PlacedCard& one : layout_.cards) {
      if (one.name == name) return one;
    }
    ADD_FAILURE() << "no card " << name;
    return layout_.cards.front();
  }
  const PlacedBlock& block(composer::BlockKind kind) {
    for (const PlacedBlock& one : layout_.blocks) {
      if (one.block->kind == kind) return one;
    }
    ADD_FAILURE() << "no such block";
    return layout_.blocks.front();
  }
  composer::Cards cards_;
  ComposeLayout layout_;
};

using composer::BlockKind;

TEST_F(ComposeLayoutTest, WhoCallsIsLeftOfWhomItCalls) {
  lay(kProgram);
  ASSERT_EQ(layout_.cards.size(), 2u);
  EXPECT_LT(card("main").rect.right(), card("worker").rect.x);
  EXPECT_EQ(card("main").rect.y, card("worker").rect.y);
}

TEST_F(ComposeLayoutTest, EveryStepLiesInItsCardAndNoTwoOfOneDepthOverlap) {
  lay(kProgram);
  for (const PlacedBlock& one : layout_.blocks) {
    const Rect& in = card(cards_.cards[static_cast<std::size_t>(one.card)].name).rect;
    EXPECT_GE(one.rect.x, in.x);
    EXPECT_LE(one.rect.right(), in.right());
    EXPECT_LE(one.rect.bottom(), in.bottom());
    for (const PlacedSlot& slot : one.slots) EXPECT_LE(slot.rect.right(), one.head.right());
  }
  EXPECT_LE(block(BlockKind::kGather).rect.bottom(), block(BlockKind::kTimeout).rect.y);
}

TEST_F(ComposeLayoutTest, WhatIsInsideABlockIsDrawnInsideIt) {
  lay(kProgram);
  const PlacedBlock& around = block(BlockKind::kTimeout);
  const PlacedBlock* inner = nullptr;
  for (const PlacedBlock& one : layout_.blocks) {
    if (one.block->kind == BlockKind::kPrint && one.card == around.card) inner = &one;
  }
  ASSERT_NE(inner, nullptr);
  EXPECT_GT(inner->rect.x, around.rect.x);
  EXPECT_LT(inner->rect.bottom(), around.rect.bottom());
}

TEST_F(ComposeLayoutTest, AGathersCallsAreRowsWithWiresToTheirCard) {
  lay(kProgram);
  const PlacedBlock& gather = block(BlockKind::kGather);
  ASSERT_EQ(gather.items.size(), 2u);
  EXPECT_LT(gather.items[0].rect.bottom(), gather.items[1].rect.y + 0.1);
  int wires = 0;
  for (const PlacedWire& wire : layout_.wires) {
    if (wire.wire->block != gather.block->id) continue;
    ++wires;
    EXPECT_EQ(wire.x0, gather.items[0].rect.right());
    EXPECT_EQ(wire.x1, card("worker").rect.x);
  }
  EXPECT_EQ(wires, 2);
}

TEST_F(ComposeLayoutTest, OnAPhoneTheCardsAreBelowEachOther) {
  lay(kProgram, true);
  EXPECT_EQ(card("main").rect.x, card("worker").rect.x);
  EXPECT_TRUE(layout_.wires.empty());
}

TEST_F(ComposeLayoutTest, APlaceThatIsOpenedMovesWhatIsBelowIt) {
  lay(kProgram);
  const composer::Place place = layout_.gaps.at(1).place;
  const ComposeLayout open = place_cards(cards_, width, false, 600, place);
  EXPECT_EQ(open.blocks.at(0).rect.y, layout_.blocks.at(0).rect.y);
  EXPECT_EQ(open.blocks.at(1).rect.y, layout_.blocks.at(1).rect.y + kOpened_px);
}

TEST_F(ComposeLayoutTest, AProgramWithoutFunctionsIsOneCard) {
  lay("print(1)\nprint(2)\n");
  ASSERT_EQ(layout_.cards.size(), 1u);
  EXPECT_EQ(layout_.cards[0].name, "program");
  EXPECT_EQ(layout_.blocks.size(), 2u);
}

TEST_F(ComposeLayoutTest, OfATextThatDoesNotParseTheRestLives) {
  lay("async def main():\n    print(1)\n    x = = 2\n\nasync def other():\n    print(2)\n");
  bool other = false;
  for (const PlacedBlock& one : layout_.blocks) {
    other = other || one.block->kind == BlockKind::kPrint;
  }
  EXPECT_TRUE(other);
}

TEST_F(ComposeLayoutTest, WhatDoesNotParseIsShownAsItsTextAmongTheStepsThatLive) {
  lay("async def main():\n    print(1)\n    x = = 2\n      + 3\n    print(4)\n\ndef (\n\nmain()\n");
  ASSERT_EQ(layout_.broken.size(), 2u);
  ASSERT_EQ(layout_.blocks.size(), 3u);
  const PlacedBroken& inner =
      layout_.broken[1].lines.size() == 2 ? layout_.broken[1] : layout_.broken[0];
  EXPECT_EQ(inner.lines, (std::vector<std::string>{"x = = 2", "+ 3"}));
  const Rect& in = card("main").rect;
  EXPECT_TRUE(in.contains(inner.rect.x, inner.rect.y));
  EXPECT_LE(inner.rect.bottom(), in.bottom());
  // Between the two steps, with a place above it and one below.
  double above = 0, below = 0;
  for (const PlacedBlock& one : layout_.blocks) {
    if (one.block->text == "print(1)") above = one.rect.bottom();
    if (one.block->text == "print(4)") below = one.rect.y;
  }
  EXPECT_GE(inner.rect.y, above);
  EXPECT_LE(inner.rect.bottom(), below);
  // Between the functions it is the program's.
  EXPECT_EQ(layout_.broken.size(), 2u);
  EXPECT_GE(card("program").rect.h, 2 * 18);
}

TEST_F(ComposeLayoutTest, ATextOfWhichNothingParsesIsShownAllTheSame) {
  lay("def (\n");
  ASSERT_EQ(layout_.broken.size(), 1u);
  EXPECT_EQ(layout_.broken[0].lines, std::vector<std::string>{"def ("});
  EXPECT_EQ(card("program").rect.contains(layout_.broken[0].rect.x, layout_.broken[0].rect.y),
            true);
}

// ---- the hand

class ComposeHandTest : public ComposeLayoutTest {
 protected:
  ComposeHandTest() { lay(kProgram); }
  // The point of a gap.
  std::optional<ComposeHand::Target> at(const ComposeHand& hand, const PlacedGap& gap) {
    return hand.find(layout_, gap.x + gap.w / 2, gap.y);
  }
};

TEST_F(ComposeHandTest, AnEntryGoesToTheNearestPlaceWhereItIsLegal) {
  const ComposeHand hand = ComposeHand::entry(cards_, composer::PaletteKind::kSleep);
  EXPECT_FALSE(hand.places().empty());
  for (const PlacedGap& gap : layout_.gaps) {
    if (!hand.may(gap.place)) continue;
    const auto target = at(hand, gap);
    ASSERT_TRUE(target && target->place);
    EXPECT_EQ(*target->place, gap.place);
    const auto gesture = hand.gesture(target);
    ASSERT_TRUE(gesture);
    EXPECT_TRUE(std::holds_alternative<composer::Insert>(*gesture));
  }
  EXPECT_FALSE(hand.find(layout_, -500, -500));
  EXPECT_FALSE(hand.gesture(std::nullopt));
}

TEST_F(ComposeHandTest, WhatWrapsIsDroppedOntoAStep) {
  const ComposeHand hand = ComposeHand::entry(cards_, composer::PaletteKind::kTimeout);
  const PlacedBlock& sleep = block(BlockKind::kSleep);
  const auto target = hand.find(layout_, sleep.head.x + 20, sleep.head.middle_y());
  ASSERT_TRUE(target);
  EXPECT_EQ(target->onto, sleep.block->id);
}

TEST_F(ComposeHandTest, ABlockOnTheBinIsDeletedAndElsewhereMoved) {
  const int id = block(BlockKind::kSleep).block->id;
  const ComposeHand hand = ComposeHand::block(cards_, id);
  auto gone = hand.gesture(ComposeHand::Target{.bin = true});
  ASSERT_TRUE(gone && std::holds_alternative<composer::Delete>(*gone));
  EXPECT_EQ(std::get<composer::Delete>(*gone).block, id);
  ASSERT_FALSE(hand.places().empty());
  auto moved = hand.gesture(ComposeHand::Target{.place = hand.places()[0]});
  ASSERT_TRUE(moved && std::holds_alternative<composer::Move>(*moved));
}

TEST_F(ComposeHandTest, AWireThatIsPulledOffIsCut) {
  const int id = block(BlockKind::kGather).block->id;
  const ComposeHand hand = ComposeHand::item(cards_, id, 1);
  EXPECT_FALSE(hand.gesture(std::nullopt));
  auto cut = hand.gesture(ComposeHand::Target{.bin = true});
  ASSERT_TRUE(cut && std::holds_alternative<composer::CutWire>(*cut));
  EXPECT_EQ(std::get<composer::CutWire>(*cut).item, 1);
}

}  // namespace
}  // namespace simul::ui
