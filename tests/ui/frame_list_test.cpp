#include "ui/frame_list.hpp"

#include <gtest/gtest.h>

#include "ui/fonts.hpp"

namespace simul::ui {
namespace {

class FrameListTest : public testing::Test {
 protected:
  void SetUp() override { fonts_.build(); }

  Fonts fonts_;
  FrameList frame_;
};

TEST_F(FrameListTest, WhatIsDrawnIsInTheData) {
  frame_.begin(fonts_.atlas(), 300, 200);
  frame_.list().AddRectFilled({10, 10}, {20, 20}, IM_COL32_WHITE);
  frame_.end();
  ASSERT_EQ(frame_.data().CmdListsCount, 1);
  EXPECT_EQ(frame_.data().DisplaySize.x, 300);
  const ImDrawList& list = *frame_.data().CmdLists[0];
  EXPECT_EQ(list.CmdBuffer.Size, 1);
  EXPECT_EQ(list.CmdBuffer[0].ClipRect.w, 200);
  EXPECT_EQ(list.VtxBuffer.Size, 4);
}

TEST_F(FrameListTest, AFrameWithoutAnythingHasNoList) {
  frame_.begin(fonts_.atlas(), 300, 200);
  frame_.end();
  EXPECT_EQ(frame_.data().CmdListsCount, 0);
  EXPECT_TRUE(frame_.data().Valid);
}

TEST_F(FrameListTest, TheNextFrameBeginsEmpty) {
  for (int round = 0; round < 2; ++round) {
    frame_.begin(fonts_.atlas(), 300, 200);
    frame_.list().AddTriangleFilled({0, 0}, {9, 0}, {9, 9}, IM_COL32_WHITE);
    frame_.end();
    // A triangle has a soft rim.
    EXPECT_EQ(frame_.data().CmdLists[0]->VtxBuffer.Size, 6);
  }
}

}  // namespace
}  // namespace simul::ui
