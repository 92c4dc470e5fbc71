#include "ui/slice_menu.hpp"

#include <gtest/gtest.h>

#include "support/view_fixture.hpp"

namespace simul::ui {
namespace {

// One task that sleeps twice, one second each.
constexpr const char* kTwoSleeps = R"(
0.000000000 task_created 2 "Task-1"
0.000000000 task_labelled 2 "main"
0.000000000 loop_started 1
0.000000000 handle_began 3 object=2
0.000000000 task_waits 2 object=4 detail=1 due=1.000000000 line=3
0.000000000 handle_ended 3 object=2
1.000000000 handle_began 5 object=2 detail=1
1.000000000 task_waits 2 object=6 detail=1 due=2.000000000 line=4
1.000000000 handle_ended 5 object=2
2.000000000 handle_began 7 object=2 detail=1
2.000000000 task_done 2
2.000000000 handle_ended 7 object=2 detail=1
2.000000000 loop_stopped 1
)";

class SliceMenuTest : public RunFixture {
 protected:
  SliceMenuTest() {
    show(kTwoSleeps, 2000 * kMs, Phase::kFinished);
    settle();
    for (const Item& one : view_.items()) {
      if (one.id.starts_with("slice:2:") && one.rect.w > 100) slices_.push_back(one);
    }
    EXPECT_EQ(slices_.size(), 2u);
    offers_.about = "main, sleeping on line 4";
    offers_.all = {{"sequential-to-gather", "Run these concurrently: gather", ""},
                   {"add-timeout", "Wait for 0.5 s at most: timeout", "Nothing in it awaits."}};
  }
  double middle(const Item& one) const { return one.rect.x + one.rect.w / 2; }
  // What is answered once it was asked.
  std::vector<OfferWish> wishes() {
    std::vector<OfferWish> out;
    for (const Command& command : commands()) {
      if (command.kind != Command::Kind::kOffer) continue;
      if (command.offer.asks) scene_.offers = command.offer.task == 0 ? nullptr : &offers_;
      out.push_back(command.offer);
    }
    view_.want_frame();
    settle();
    return out;
  }
  Offers offers_;
  std::vector<Item> slices_;
};

TEST_F(SliceMenuTest, AClickBringsTheMarkAndTheMarkTheMenu) {
  EXPECT_FALSE(has("slice-offers"));
  click(middle(slices_[1]), slices_[1].rect.middle_y());
  ASSERT_TRUE(has("slice-offers"));
  static_cast<void>(commands());
  click("slice-offers");
  const std::vector<OfferWish> asked = wishes();
  ASSERT_EQ(asked.size(), 1u);
  EXPECT_TRUE(asked[0].asks);
  EXPECT_EQ(asked[0].task, 2u);
  ASSERT_TRUE(has("offer:0"));
  EXPECT_EQ(item("offer:1").label, "Wait for 0.5 s at most: timeout: no. Nothing in it awaits.");
  click("offer:0");
  std::vector<OfferWish> told = wishes();
  ASSERT_FALSE(told.empty());
  EXPECT_EQ(told.back().trying, Trying::kCommit);
  EXPECT_EQ(told.back().index, 0);
  EXPECT_FALSE(has("offer:0"));
}

TEST_F(SliceMenuTest, AFingerSeesWhatAnOfferDoesBeforeItTakesIt) {
  click(middle(slices_[1]), slices_[1].rect.middle_y());
  click("slice-offers");
  static_cast<void>(wishes());
  // A frame for each, as on a quick machine: the press alone tries the offer, its release takes
  // nothing yet.
  const auto tap = [&] {
    const Rect at = item("offer:0").rect;
    for (auto kind : {View::PointerKind::kDown, View::PointerKind::kUp}) {
      view_.pointer(kind, at.x + 20, at.middle_y(), 0, true);
      settle();
    }
    const std::vector<OfferWish> told = wishes();
    return told.empty() ? Trying::kCancel : told.back().trying;
  };
  EXPECT_EQ(tap(), Trying::kPending);
  ASSERT_TRUE(has("offer:0"));
  EXPECT_EQ(tap(), Trying::kCommit);
  EXPECT_FALSE(has("offer:0"));
}

TEST_F(SliceMenuTest, TheKeyboardGoesFromSliceToSliceAndTriesWhatHasTheFocus) {
  ASSERT_TRUE(view_.key(scene_, "m", 0));
  settle();
  std::vector<OfferWish> told = wishes();
  ASSERT_FALSE(told.empty());
  EXPECT_TRUE(told[0].asks);
  const std::size_t first = told[0].slice;
  told = wishes();
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told[0].trying, Trying::kPending);
  EXPECT_EQ(told[0].index, 0);
  EXPECT_TRUE(view_.key(scene_, "ArrowDown", 0));
  settle();
  EXPECT_EQ(wishes().back().index, 1);
  EXPECT_TRUE(view_.key(scene_, "Escape", 0));
  settle();
  told = wishes();
  ASSERT_EQ(told.size(), 2u);
  EXPECT_EQ(told[0].trying, Trying::kCancel);
  EXPECT_TRUE(told[1].asks);
  EXPECT_FALSE(has("offers"));
  ASSERT_TRUE(view_.key(scene_, "m", 0));
  settle();
  EXPECT_NE(wishes()[0].slice, first);
}

TEST_F(SliceMenuTest, AnOfferThatAsksHowManyTakesTheNumberByArrowsAndByItsButtons) {
  offers_.all = {{"limit", "Limit how many run at once", "", 2}};
  ASSERT_TRUE(view_.key(scene_, "m", 0));
  settle();
  static_cast<void>(wishes());
  EXPECT_EQ(wishes().back().count, 2);
  EXPECT_TRUE(view_.key(scene_, "ArrowRight", 0));
  settle();
  OfferWish told = wishes().back();
  EXPECT_EQ(told.trying, Trying::kPending);
  EXPECT_EQ(told.count, 3);
  EXPECT_EQ(item("offer:0").label, "Limit how many run at once: 3, the arrows change it");
  // A button is no choice of the entry it stands in.
  for (const char* less : {"offer:0:less", "offer:0:less"}) click(less);
  told = wishes().back();
  EXPECT_EQ(told.trying, Trying::kPending);
  EXPECT_EQ(told.count, 1);
  click("offer:0:less");
  EXPECT_TRUE(wishes().empty()) << "less than one at once is nothing";
  EXPECT_TRUE(view_.key(scene_, "Enter", 0));
  settle();
  told = wishes().back();
  EXPECT_EQ(told.trying, Trying::kCommit);
  EXPECT_EQ(told.count, 1);
}

TEST_F(SliceMenuTest, AMenuOpensAtTheSliceThatAStepMade) {
  view_.open_menu_of(2, 1);
  settle();
  const std::vector<OfferWish> told = wishes();
  ASSERT_FALSE(told.empty());
  EXPECT_TRUE(told[0].asks);
  EXPECT_EQ(told[0].slice, 1u);
  EXPECT_EQ(view_.focused_words(), "Run these concurrently: gather");
}

TEST_F(SliceMenuTest, TheMenuLeavesTheLegendToBeRead) {
  ASSERT_TRUE(view_.key(scene_, "m", 0));
  settle();
  static_cast<void>(wishes());
  const Item menu = item("offers");
  // It is the line above the panel.
  EXPECT_LE(menu.rect.bottom(), item("tab:compose").rect.y - measure::legend_px);
}

TEST_F(SliceMenuTest, WhereAHandLetsGoCountsThoughItMovesOnWithinTheFrame) {
  const double x = middle(slices_[1]), y = slices_[1].rect.middle_y();
  view_.pointer(View::PointerKind::kMove, x, y, 0, false);
  settle();
  view_.pointer(View::PointerKind::kDown, x, y, 0, false);
  view_.pointer(View::PointerKind::kUp, x, y, 0, false);
  view_.pointer(View::PointerKind::kMove, 5, 5, 0, false);
  settle();
  EXPECT_TRUE(has("slice-offers"));
}

TEST_F(SliceMenuTest, WhatIsRefusedIsNotWritten) {
  ASSERT_TRUE(view_.key(scene_, "m", 0));
  settle();
  static_cast<void>(wishes());
  click("offer:1");
  for (const OfferWish& wish : wishes()) EXPECT_NE(wish.trying, Trying::kCommit);
  EXPECT_TRUE(has("offer:1"));
}

TEST_F(SliceMenuTest, ASlicePulledOntoTheOneBeforeItTriesTheFirstOfferAndKeepsTheMenu) {
  const double x = middle(slices_[1]), y = slices_[1].rect.middle_y();
  view_.pointer(View::PointerKind::kDown, x, y, 0, false);
  settle();
  view_.pointer(View::PointerKind::kMove, x - 20, y, 0, false);
  settle();
  std::vector<OfferWish> told = wishes();
  ASSERT_FALSE(told.empty());
  EXPECT_TRUE(told[0].asks);
  EXPECT_LT(told[0].before, told[0].slice);
  view_.pointer(View::PointerKind::kMove, x - slices_[1].rect.w * 0.8, y, 0, false);
  settle();
  told = wishes();
  ASSERT_FALSE(told.empty());
  EXPECT_EQ(told.back().trying, Trying::kPending);
  EXPECT_EQ(told.back().index, 0);
  view_.pointer(View::PointerKind::kUp, x - slices_[1].rect.w * 0.8, y, 0, false);
  settle();
  EXPECT_TRUE(has("offer:0"));
  for (const OfferWish& wish : wishes()) EXPECT_EQ(wish.trying, Trying::kPending);
}

TEST_F(SliceMenuTest, AHandThatGoesBackOrPressesEscapeLeavesNothing) {
  const double x = middle(slices_[1]), y = slices_[1].rect.middle_y();
  for (const bool escape : {false, true}) {
    view_.pointer(View::PointerKind::kDown, x, y, 0, false);
    settle();
    view_.pointer(View::PointerKind::kMove, x - 200, y, 0, false);
    settle();
    static_cast<void>(wishes());
    if (escape) {
      EXPECT_TRUE(view_.key(scene_, "Escape", 0));
      settle();
    } else {
      view_.pointer(View::PointerKind::kMove, x - 4, y, 0, false);
      settle();
    }
    view_.pointer(View::PointerKind::kUp, x - 4, y, 0, false);
    settle();
    bool cancelled = false;
    for (const OfferWish& wish : wishes()) {
      EXPECT_NE(wish.trying, Trying::kCommit);
      cancelled = cancelled || wish.trying == Trying::kCancel;
    }
    EXPECT_TRUE(cancelled);
    EXPECT_FALSE(has("offers"));
  }
}

TEST_F(SliceMenuTest, AHandToTheRightMovesThePicture) {
  const double x = middle(slices_[0]), y = slices_[0].rect.middle_y();
  view_.pointer(View::PointerKind::kDown, x, y, 0, false);
  settle();
  view_.pointer(View::PointerKind::kMove, x + 80, y, 0, false);
  settle();
  view_.pointer(View::PointerKind::kUp, x + 80, y, 0, false);
  settle();
  EXPECT_TRUE(view_.part().has_value());
  EXPECT_TRUE(wishes().empty());
}

}  // namespace
}  // namespace simul::ui
