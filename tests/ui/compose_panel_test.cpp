#include "ui/compose_panel.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "support/view_fixture.hpp"

namespace simul::ui {
namespace {

constexpr const char* kProgram =
    "import asyncio\n"
    "\n"
    "async def worker(name, delay):\n"
    "    print(name)\n"
    "    await asyncio.sleep(delay)\n"
    "\n"
    "async def main():\n"
    "    await asyncio.gather(\n"
    "        worker(\"A\", 1.0),\n"
    "        worker(\"B\", 2.0),\n"
    "    )\n"
    "\n"
    "asyncio.run(main())\n";

// The panel with a program's cards, and no run.
class ComposePanelTest : public ViewFixture {
 protected:
  ComposePanelTest() {
    view_.set_size(1000, 900, 1);
    write(kProgram);
    view_.key(scene_, "5", 0);
    settle();
  }
  void write(const char* text) {
    scene_.cards = std::make_shared<const composer::Cards>(composer::cards(text));
    settle();
  }
  int id_of(composer::BlockKind kind) {
    for (int id = 0; id < scene_.cards->blocks; ++id) {
      const composer::Block* block = scene_.cards->block(id);
      if (block != nullptr && block->kind == kind) return id;
    }
    ADD_FAILURE() << "no such block";
    return -1;
  }
  std::string block(composer::BlockKind kind) { return "block:" + std::to_string(id_of(kind)); }
  void press(double x, double y, bool touch = false) {
    view_.pointer(View::PointerKind::kMove, x, y, 0, touch);
    view_.pointer(View::PointerKind::kDown, x, y, 0, touch);
    settle();
  }
  void press(std::string_view id, bool touch = false) {
    const Rect rect = item(id).rect;
    press(rect.x + std::min(20.0, rect.w / 2), rect.middle_y(), touch);
  }
  void move(double x, double y, bool touch = false) {
    view_.pointer(View::PointerKind::kMove, x, y, 0, touch);
    settle();
  }
  void release(double x, double y, bool touch = false) {
    view_.pointer(View::PointerKind::kUp, x, y, 0, touch);
    settle();
  }
  void click(std::string_view id) {
    const Rect rect = item(id).rect;
    const double x = rect.x + std::min(20.0, rect.w / 2), y = rect.middle_y();
    press(x, y);
    release(x, y);
  }
  // The gestures that were asked for since the last call.
  std::vector<ComposeWish> wishes() {
    std::vector<ComposeWish> out;
    for (const Command& command : view_.take_commands()) {
      if (command.gesture != nullptr) out.push_back(*command.gesture);
    }
    return out;
  }
};

using composer::BlockKind;

// Keys that come faster than frames are obeyed one after the other.
TEST_F(ComposePanelTest, SeveralKeysWithinOneFrameAreAllObeyed) {
  const std::string first = block(composer::BlockKind::kPrint);
  click(first);
  view_.take_commands();
  ASSERT_TRUE(view_.key(scene_, "ArrowDown", 0));
  ASSERT_TRUE(view_.key(scene_, "Delete", 0));
  settle();
  const std::vector<ComposeWish> asked = wishes();
  ASSERT_EQ(asked.size(), 1u);
  ASSERT_TRUE(asked[0].gesture.has_value());
  const auto* gone = std::get_if<composer::Delete>(&*asked[0].gesture);
  ASSERT_NE(gone, nullptr);
  EXPECT_EQ(gone->block, id_of(composer::BlockKind::kSleep));
}

TEST_F(ComposePanelTest, EveryStepOfTheProgramAndEveryEntryOfThePaletteIsAnItemWithItsWords) {
  EXPECT_NE(item(block(BlockKind::kSleep)).label.find("sleep"), std::string::npos);
  EXPECT_TRUE(item(block(BlockKind::kGather)).focusable);
  EXPECT_EQ(item("add:sleep").label, "Add: sleep");
  EXPECT_TRUE(has("slot:" + std::to_string(id_of(BlockKind::kSleep)) + ":0"));
  EXPECT_TRUE(has("wire:" + std::to_string(id_of(BlockKind::kGather)) + ":1"));
}

TEST_F(ComposePanelTest, AnEntryThatIsDraggedToAPlaceIsInsertedThere) {
  const Rect sleep = item(block(BlockKind::kSleep)).rect;
  press("add:print");
  move(sleep.x + 40, sleep.bottom() + 2);
  auto told = wishes();
  ASSERT_FALSE(told.empty());
  EXPECT_EQ(told.back().trying, Trying::kPending);
  ASSERT_TRUE(told.back().gesture);
  EXPECT_EQ(told.back().stamp, scene_.cards->stamp);
  release(sleep.x + 40, sleep.bottom() + 2);
  told = wishes();
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told[0].trying, Trying::kCommit);
  ASSERT_TRUE(std::holds_alternative<composer::Insert>(*told[0].gesture));
  const auto insert = std::get<composer::Insert>(*told[0].gesture);
  EXPECT_EQ(insert.kind, composer::PaletteKind::kPrint);
  EXPECT_EQ(insert.place.index, 2);
}

TEST_F(ComposePanelTest, LetGoWhereNothingIsLegalNothingIsWritten) {
  press("add:sleep");
  move(500, 200);
  release(500, 200);
  for (const ComposeWish& wish : wishes()) EXPECT_NE(wish.trying, Trying::kCommit);
}

TEST_F(ComposePanelTest, EscapeTakesBackWhatIsCarried) {
  const Rect sleep = item(block(BlockKind::kSleep)).rect;
  press("add:print");
  move(sleep.x + 40, sleep.bottom() + 2);
  EXPECT_TRUE(view_.key(scene_, "Escape", 0));
  settle();
  EXPECT_EQ(wishes().back().trying, Trying::kCancel);
  release(sleep.x + 40, sleep.bottom() + 2);
  EXPECT_TRUE(wishes().empty());
}

TEST_F(ComposePanelTest, AStepOnThePaletteIsDeleted) {
  const Rect palette = item("add:lock").rect;
  press(block(BlockKind::kPrint));
  move(palette.x + 20, palette.y + 5);
  release(palette.x + 20, palette.y + 5);
  const auto told = wishes();
  ASSERT_FALSE(told.empty());
  ASSERT_EQ(told.back().trying, Trying::kCommit);
  EXPECT_TRUE(std::holds_alternative<composer::Delete>(*told.back().gesture));
}

TEST_F(ComposePanelTest, AWireThatIsPulledOffIsCut) {
  const std::string id = "wire:" + std::to_string(id_of(BlockKind::kGather)) + ":1";
  const Rect dot = item(id).rect;
  press(dot.x + 9, dot.middle_y());
  move(dot.x + 90, dot.y + 60);
  release(dot.x + 90, dot.y + 60);
  const auto told = wishes();
  ASSERT_FALSE(told.empty());
  ASSERT_EQ(told.back().trying, Trying::kCommit);
  const auto* cut = std::get_if<composer::CutWire>(&*told.back().gesture);
  ASSERT_NE(cut, nullptr);
  EXPECT_EQ(cut->item, 1);
}

TEST_F(ComposePanelTest, AFingerDrawsAWireByTwoTapsAndCutsOneByTwo) {
  view_.set_size(390, 844, 1);
  write(
      "import asyncio\n\nasync def worker():\n    pass\n\nasync def main():\n"
      "    one = asyncio.create_task(worker(1))\n    await asyncio.gather(\n        worker(),\n    "
      " "
      "   worker(),\n"
      "    )\n\nasyncio.run(main())\n");
  const auto tap = [&](const Rect& at) {
    press(at.x + at.w / 2, at.middle_y(), true);
    release(at.x + at.w / 2, at.middle_y(), true);
  };
  const int task = id_of(BlockKind::kCreateTask), gather = id_of(BlockKind::kGather);
  const std::string port = "wire:" + std::to_string(task);
  EXPECT_FALSE(has(port)) << "only the chosen step has one";
  press(block(BlockKind::kCreateTask), true);
  const Rect step = item(block(BlockKind::kCreateTask)).rect;
  release(step.x + 20, step.middle_y(), true);
  ASSERT_TRUE(has(port));
  EXPECT_GE(item(port).rect.w, 40);
  int values = 0;
  for (const Item& one : view_.items()) {
    if (!one.id.starts_with("slot:" + std::to_string(task) + ":")) continue;
    ++values;
    EXPECT_TRUE(one.rect.cut(item(port).rect).w <= 0) << one.label << " can still be pressed";
  }
  EXPECT_EQ(values, 1);
  static_cast<void>(wishes());
  tap(item(port).rect);
  auto told = wishes();
  ASSERT_FALSE(told.empty());
  EXPECT_EQ(told.back().trying, Trying::kPending);
  const Rect goal = item(block(BlockKind::kGather)).rect;
  press(goal.x + 30, goal.middle_y(), true);
  release(goal.x + 30, goal.middle_y(), true);
  told = wishes();
  ASSERT_FALSE(told.empty());
  ASSERT_EQ(told.back().trying, Trying::kCommit);
  const auto* drawn = std::get_if<composer::DrawWire>(&*told.back().gesture);
  ASSERT_NE(drawn, nullptr);
  EXPECT_EQ(drawn->to, gather);
  // The end of one in the gather: the first tap shows what it takes away, the second takes it.
  view_.key(scene_, "Escape", 0);
  press(block(BlockKind::kGather), true);
  release(goal.x + 20, goal.middle_y(), true);
  static_cast<void>(wishes());
  const std::string end = "wire:" + std::to_string(gather) + ":1";
  ASSERT_TRUE(has(end));
  tap(item(end).rect);
  told = wishes();
  ASSERT_FALSE(told.empty());
  EXPECT_EQ(told.back().trying, Trying::kPending);
  tap(item(end).rect);
  told = wishes();
  ASSERT_FALSE(told.empty());
  ASSERT_EQ(told.back().trying, Trying::kCommit);
  EXPECT_NE(std::get_if<composer::CutWire>(&*told.back().gesture), nullptr);
}

TEST_F(ComposePanelTest, AClickTakesAnEntryWhetherItIsOverWithinAFrameOrNot) {
  const Rect rect = item("add:print").rect;
  view_.pointer(View::PointerKind::kMove, rect.x + 20, rect.middle_y(), 0, false);
  view_.pointer(View::PointerKind::kDown, rect.x + 20, rect.middle_y(), 0, false);
  view_.pointer(View::PointerKind::kUp, rect.x + 20, rect.middle_y(), 0, false);
  settle();
  const auto told = wishes();
  ASSERT_FALSE(told.empty());
  EXPECT_EQ(told.back().trying, Trying::kPending);
}

TEST_F(ComposePanelTest, ASlotIsEditedWhereItStands) {
  const std::string id = "slot:" + std::to_string(id_of(BlockKind::kSleep)) + ":0";
  const Rect slot = item(id).rect;
  click(id);
  std::shared_ptr<const FieldWish> field;
  for (const Command& command : view_.take_commands()) {
    if (command.field != nullptr) field = command.field;
  }
  ASSERT_NE(field, nullptr);
  EXPECT_EQ(field->text, "delay");
  EXPECT_EQ(std::string(kProgram).substr(field->range.begin, field->range.size()), "delay");
  EXPECT_EQ(field->rect.x, slot.x);
  EXPECT_EQ(field->rect.y, slot.y);
}

TEST_F(ComposePanelTest, ByKeysAStepIsChosenMovedDoubledAndDeleted) {
  click(block(BlockKind::kPrint));
  static_cast<void>(view_.take_commands());
  EXPECT_TRUE(view_.key(scene_, "ArrowDown", 0));
  settle();
  EXPECT_TRUE(view_.key(scene_, "d", View::kCtrl));
  settle();
  auto told = wishes();
  ASSERT_EQ(told.size(), 1u);
  ASSERT_TRUE(std::holds_alternative<composer::Duplicate>(*told[0].gesture));
  EXPECT_EQ(std::get<composer::Duplicate>(*told[0].gesture).block, id_of(BlockKind::kSleep));
  EXPECT_TRUE(view_.key(scene_, "ArrowUp", View::kAlt));
  settle();
  told = wishes();
  ASSERT_EQ(told.size(), 1u);
  ASSERT_TRUE(std::holds_alternative<composer::Move>(*told[0].gesture));
  EXPECT_EQ(std::get<composer::Move>(*told[0].gesture).place.index, 0);
  EXPECT_TRUE(view_.key(scene_, "Delete", 0));
  settle();
  told = wishes();
  ASSERT_EQ(told.size(), 1u);
  EXPECT_TRUE(std::holds_alternative<composer::Delete>(*told[0].gesture));
}

TEST_F(ComposePanelTest, ByKeysAnEntryGoesFromPlaceToPlaceAndEnterPutsItThere) {
  click("add:print");
  auto told = wishes();
  ASSERT_FALSE(told.empty());
  ASSERT_TRUE(told.back().gesture);
  const auto first = std::get<composer::Insert>(*told.back().gesture).place;
  EXPECT_TRUE(view_.key(scene_, "ArrowUp", 0));
  settle();
  told = wishes();
  ASSERT_FALSE(told.empty());
  EXPECT_NE(std::get<composer::Insert>(*told.back().gesture).place, first);
  EXPECT_TRUE(view_.key(scene_, "Enter", 0));
  settle();
  told = wishes();
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told[0].trying, Trying::kCommit);
}

TEST_F(ComposePanelTest, AfterAGestureTheNewStepHasTheFocus) {
  click(block(BlockKind::kPrint));
  EXPECT_TRUE(view_.key(scene_, "d", View::kCtrl));
  Pending pending;
  pending.line_after = 5;
  scene_.pending = &pending;
  settle();
  scene_.pending = nullptr;
  write(
      "import asyncio\n\nasync def worker(name, delay):\n    print(name)\n    print(name)\n"
      "    await asyncio.sleep(delay)\n");
  static_cast<void>(view_.take_commands());
  EXPECT_TRUE(view_.key(scene_, "Delete", 0));
  settle();
  const auto told = wishes();
  ASSERT_EQ(told.size(), 1u);
  const int gone = std::get<composer::Delete>(*told[0].gesture).block;
  EXPECT_EQ(scene_.cards->block(gone)->line, 5u);
}

TEST_F(ComposePanelTest, ATextThatChangesUnderAHandTakesWhatItCarriesAway) {
  press("add:print");
  move(500, 700);
  write("print(1)\n");
  static_cast<void>(wishes());
  release(500, 700);
  for (const ComposeWish& wish : wishes()) EXPECT_NE(wish.trying, Trying::kCommit);
}

TEST_F(ComposePanelTest, AnEmptyProgramOffersThreeThingsToBeginWith) {
  write("");
  int offers = 0;
  for (const Item& item : view_.items()) offers += item.id.starts_with("begin:") ? 1 : 0;
  EXPECT_EQ(offers, 3);
  click("begin:coroutine");
  const auto told = wishes();
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told[0].trying, Trying::kCommit);
}

TEST_F(ComposePanelTest, AFingerScrollsAStepAndCarriesTheOneItHasChosen) {
  const Rect sleep = item(block(BlockKind::kSleep)).rect;
  press(block(BlockKind::kSleep), true);
  move(sleep.x + 60, sleep.y - 60, true);
  release(sleep.x + 60, sleep.y - 60, true);
  EXPECT_TRUE(wishes().empty());
}

}  // namespace
}  // namespace simul::ui
