#include "ui/compare_panel.hpp"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "support/view_fixture.hpp"

namespace simul::ui {
namespace {

// A task that computes, sleeps and is done, and the four ways of it.
constexpr const char* kTrace = R"(
0.000000000 task_created 2 "Task-1"
0.000000000 task_labelled 2 "main"
0.000000000 loop_started 1
0.000000000 handle_began 3 object=2
1.000000000 task_waits 2 object=4 detail=1 due=2.000000000
1.000000000 handle_ended 3 object=2
2.000000000 handle_began 7 object=2 detail=1
2.000000000 task_done 2
2.000000000 handle_ended 7 object=2 detail=1
2.000000000 loop_stopped 1
)";

class ComparePanelTest : public ViewFixture {
 protected:
  ComparePanelTest() : trace_(trace::parse_text(kTrace)) {
    comparison_ = models::compare(trace_.value(), {}, {});
    scene_.comparison = &comparison_;
    scene_.comparison_version = 1;
    view_.set_size(994, 852, 1);
    view_.key(scene_, "6", 0);
    settle();
  }
  const Item* item(std::string_view id) {
    items_ = view_.items();
    auto found =
        std::find_if(items_.begin(), items_.end(), [&](const Item& one) { return one.id == id; });
    return found == items_.end() ? nullptr : &*found;
  }
  void click(std::string_view id) {
    const Item* one = item(id);
    ASSERT_NE(one, nullptr) << id;
    const double x = one->rect.x + one->rect.w / 2, y = one->rect.middle_y();
    for (auto kind : {View::PointerKind::kDown, View::PointerKind::kUp}) {
      view_.pointer(kind, x, y, 0, false);
      settle();
    }
  }

  Result<trace::Trace> trace_;
  models::Comparison comparison_;
  std::vector<Item> items_;
};

TEST_F(ComparePanelTest, TheSixthKeyBringsItAndItsButtonsAskForOtherNumbers) {
  EXPECT_TRUE(view_.compares());
  click("compare:cores:more");
  click("compare:cores:less");
  click("compare:interval:more");
  const std::vector<Command> told = view_.take_commands();
  ASSERT_EQ(told.size(), 3u);
  EXPECT_EQ(told[0], (Command{Command::Kind::kCores, 6}));
  EXPECT_EQ(told[1], (Command{Command::Kind::kCores, 3}));
  EXPECT_EQ(told[2], (Command{Command::Kind::kSwitchInterval, 10}));
}

TEST_F(ComparePanelTest, ASceneHasATabOnlyWhereTheTextAsksForOne) {
  EXPECT_EQ(item("tab:scene"), nullptr);
  scene_.scene = "hall";
  view_.want_frame();
  settle();
  EXPECT_NE(item("tab:scene"), nullptr);
  EXPECT_EQ(item("compare:cores:more"), nullptr);  // the scene has come to the front
  scene_.scene.clear();
  view_.want_frame();
  settle();
  EXPECT_EQ(item("tab:scene"), nullptr);
}

TEST_F(ComparePanelTest, NoSizeAndNoMissingComparisonDoHarm) {
  for (const char* scene : {"", "hall", "home", "of another kind"}) {
    scene_.scene = scene;
    for (const models::Comparison* each :
         std::initializer_list<const models::Comparison*>{&comparison_, nullptr}) {
      scene_.comparison = each;
      for (int wide : {0, 1, 120, 390, 994, 3000}) {
        view_.set_size(wide, 700, 1.5);
        settle();
      }
    }
  }
}

}  // namespace
}  // namespace simul::ui
