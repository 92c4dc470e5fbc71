#include "ui/items.hpp"

#include <gtest/gtest.h>

namespace simul::ui {
namespace {

const Rect kLeft{0, 0, 40, 40}, kRight{50, 0, 40, 40};

struct Two {
  Touch left, right;
};
Two frame(Items& items) {
  items.begin_frame();
  Two out;
  out.left = items.add("left", "Left", kLeft, kLeft);
  out.right = items.add("right", "Right", kRight, kRight);
  items.end_frame();
  return out;
}
void press(Items& items, double x, double y) {
  items.pointer.inside = items.pointer.down = items.pointer.pressed = true;
  items.pointer.x = items.pointer.press_x = x;
  items.pointer.y = items.pointer.press_y = y;
}
void release(Items& items, double x, double y) {
  items.pointer.down = false;
  items.pointer.released = true;
  items.pointer.x = x;
  items.pointer.y = y;
}

TEST(Items, AClickIsPressAndReleaseInTheSameItem) {
  Items items;
  press(items, 10, 10);
  EXPECT_TRUE(frame(items).left.held);
  release(items, 20, 20);
  EXPECT_TRUE(frame(items).left.clicked);
  EXPECT_FALSE(frame(items).left.clicked);
}

TEST(Items, APressThatIsReleasedElsewhereClicksNothing) {
  Items items;
  press(items, 10, 10);
  frame(items);
  release(items, 60, 10);
  Two two = frame(items);
  EXPECT_FALSE(two.left.clicked);
  EXPECT_FALSE(two.right.clicked);
}

TEST(Items, PressAndReleaseWithinOneFrameIsAClickToo) {
  Items items;
  press(items, 60, 10);
  release(items, 60, 10);
  EXPECT_TRUE(frame(items).right.clicked);
}

TEST(Items, WhatIsClippedAwayCannotBeHit) {
  Items items;
  press(items, 30, 10);
  release(items, 30, 10);
  items.begin_frame();
  EXPECT_FALSE(items.add("half", "Half", kLeft, {0, 0, 20, 40}).clicked);
  items.end_frame();
}

TEST(Items, TheFocusGoesThroughAllAndLeavesAtBothEnds) {
  Items items;
  frame(items);
  EXPECT_TRUE(items.move_focus(1));
  EXPECT_TRUE(frame(items).left.focused);
  EXPECT_TRUE(items.move_focus(1));
  EXPECT_TRUE(frame(items).right.focused);
  EXPECT_FALSE(items.move_focus(1));
  EXPECT_EQ(items.focused(), "");
  EXPECT_TRUE(items.move_focus(-1));
  EXPECT_EQ(items.focused(), "right");
}

TEST(Items, TheKeyboardActivatesWhatHasTheFocusOnce) {
  Items items;
  frame(items);
  items.move_focus(1);
  items.activate();
  EXPECT_TRUE(frame(items).left.clicked);
  EXPECT_FALSE(frame(items).left.clicked);
}

TEST(Items, ARingIsShownToTheKeyboardAndNotToThePointer) {
  Items items;
  frame(items);
  press(items, 10, 10);
  EXPECT_FALSE(frame(items).left.focused);
  EXPECT_EQ(items.focused(), "left");
}

}  // namespace
}  // namespace simul::ui
