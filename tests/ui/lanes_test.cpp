#include "ui/lanes.hpp"

#include <gtest/gtest.h>

#include "support/scenes.hpp"
#include "trace/text.hpp"

namespace simul::ui {
namespace {

// The lanes of a run, as a line of text: "loop main(4) A B C report".
class LanesTest : public testing::Test {
 protected:
  void show(const std::string& text) {
    trace_ = trace::parse_text(text);
    model_ = std::make_unique<timeline::Model>(trace_.value());
    model_->update();
    scene_.run = model_.get();
    lanes_.forget();
  }
  std::string order() {
    lanes_.update(scene_);
    std::string out;
    for (std::size_t i = 0; i < lanes_.all().size(); ++i) {
      const Lane& lane = lanes_.all()[i];
      const timeline::Track& track = Lanes::track(lane, scene_);
      std::string name = lane.task == 0 ? "loop" : lane.crowd ? lane.coroutine + "*" : track.name;
      out += (out.empty() ? "" : i == lanes_.fixed() ? " | " : " ") + name;
      if (lane.folds) out += "(" + std::to_string(lane.below) + ")";
    }
    return out;
  }
  const Lane& named(std::string_view name) {
    for (const Lane& lane : lanes_.all()) {
      if (Lanes::track(lane, scene_).name == name) return lane;
    }
    ADD_FAILURE() << name;
    return lanes_.all()[0];
  }
  // One task that makes `count` of the same kind, and one of another.
  static std::string many(int count) {
    std::string text = "0.000000000 loop_started 1\n0.000000000 task_created 2 \"Task-1\"\n";
    text += "0.000000000 task_labelled 2 \"main\"\n";
    for (int i = 0; i < count; ++i) {
      std::string id = std::to_string(3 + i);
      text += "0.000000000 task_created " + id + " object=2 \"Task-" + id + "\"\n";
      text += "0.000000000 task_labelled " + id + " \"worker\"\n";
    }
    std::string id = std::to_string(3 + count);
    text += "0.000000000 task_created " + id + " object=2 \"Task-x\"\n";
    return text + "0.000000000 task_labelled " + id + " \"other\"\n";
  }

  Result<trace::Trace> trace_ = trace::Trace();
  std::unique_ptr<timeline::Model> model_;
  Scene scene_;
  Lanes lanes_;
};

TEST_F(LanesTest, TheLoopIsFirstAndEachTaskStandsBelowItsParent) {
  show(scenes::kBlockingCall);
  EXPECT_EQ(order(), "loop | main(4) A B C report");
  EXPECT_EQ(named("A").depth, 1);
}

TEST_F(LanesTest, FoldedTasksAreAwayAndComeBack) {
  show(scenes::kBlockingCall);
  order();
  lanes_.toggle_fold(named("main"));
  EXPECT_EQ(order(), "loop | main(4)");
  lanes_.toggle_fold(named("main"));
  EXPECT_EQ(order(), "loop | main(4) A B C report");
}

TEST_F(LanesTest, PinnedTasksStandBelowTheLoopAlsoWhenTheirParentIsFolded) {
  show(scenes::kBlockingCall);
  order();
  lanes_.toggle_pin(named("C").task);
  EXPECT_EQ(order(), "loop C | main(4) A B report");
  lanes_.toggle_fold(named("main"));
  EXPECT_EQ(order(), "loop C | main(4)");
  lanes_.toggle_pin(0);
  EXPECT_EQ(order(), "loop C | main(4)");
}

TEST_F(LanesTest, AFilterFindsNamesCoroutinesAndTasksWhateverTheirCase) {
  show(scenes::kBlockingCall);
  lanes_.set_filter("WORK");
  EXPECT_EQ(order(), "loop | A B C");
  EXPECT_EQ(lanes_.found(), 3u);
  EXPECT_EQ(lanes_.tasks(), 5u);
  lanes_.set_filter("task-5");
  EXPECT_EQ(order(), "loop | report");
  lanes_.set_filter("nobody");
  EXPECT_EQ(order(), "loop");
}

TEST_F(LanesTest, ManyAlikeTasksAreOneCrowdUntilItIsOpened) {
  show(many(100));
  EXPECT_EQ(order(), "loop | main(101) worker*(100) other");
  EXPECT_EQ(lanes_.all()[2].members.size(), 100u);
  EXPECT_EQ(lanes_.of(50), &lanes_.all()[2]);
  lanes_.toggle_fold(lanes_.all()[2]);
  order();
  EXPECT_EQ(lanes_.all().size(), 104u);
  EXPECT_NE(lanes_.of(50), &lanes_.all()[2]);
}

TEST_F(LanesTest, AFewAlikeTasksHaveALaneEach) {
  show(many(static_cast<int>(Lanes::kCrowd)));
  order();
  EXPECT_EQ(lanes_.all().size(), Lanes::kCrowd + 3);
}

TEST_F(LanesTest, ThousandsThatAreBornAreTakenInNowAndThen) {
  show(many(3000));
  EXPECT_TRUE(lanes_.update(scene_, 1'000'000'000));
  trace::Event born = trace_.value().events.back();
  born.kind = asyncio::EventKind::kTaskCreated;
  born.subject = 5000;
  trace_.value().events.push_back(born);
  model_->update();
  EXPECT_FALSE(lanes_.update(scene_, 1'100'000'000));
  EXPECT_TRUE(lanes_.update(scene_, 1'500'000'000));
}

TEST_F(LanesTest, WhatIsTheSameIsNotBuiltAgain) {
  show(scenes::kBlockingCall);
  EXPECT_TRUE(lanes_.update(scene_));
  EXPECT_FALSE(lanes_.update(scene_));
  lanes_.set_filter("a");
  EXPECT_TRUE(lanes_.update(scene_));
}

// Only what is near the window has a place; any other lane can be asked where it would stand.
TEST_F(LanesTest, OnlyLanesNearWhatIsSeenHaveAPlace) {
  std::string text = "0.000000000 loop_started 1\n";
  for (int i = 2; i < 1'002; ++i) {
    const std::string id = std::to_string(i);
    text += "0.000000000 task_created " + id + " \"Task-" + id + "\"\n";
    text += "0.000000000 task_labelled " + id + " \"worker" + id + "\"\n";
  }
  show(text);
  lanes_.update(scene_);
  ASSERT_EQ(lanes_.all().size(), 1'001u);
  const Lanes::Places places{100, 20, 150, 10'000, 20};
  lanes_.place(places, 100, 500);
  // The loop stays; of the others 100 to 500 px of what begins 10,000 px further down.
  ASSERT_FALSE(lanes_.seen().empty());
  EXPECT_EQ(lanes_.seen().front(), 0u);
  EXPECT_EQ(lanes_.all()[0].y, 100);
  EXPECT_EQ(lanes_.seen()[1], 500u);
  EXPECT_EQ(lanes_.all()[500].y, 100);
  EXPECT_EQ(lanes_.seen().back(), 519u);
  EXPECT_EQ(lanes_.total_px(), 1'001 * 20);
  EXPECT_EQ(lanes_.y_of(lanes_.all()[1'000]), 100 + 1'000 * 20 - 10'000);
  EXPECT_EQ(lanes_.height_of(lanes_.all()[1'000]), 20);
}

// A, B, C of one coroutine function; and what an edit leaves of them.
std::string workers(std::string_view names) {
  std::string text = "0.000000000 loop_started 1\n0.000000000 task_created 2 \"Task-1\"\n";
  text += "0.000000000 task_labelled 2 \"main\"\n";
  int id = 3;
  for (char name : names) {
    std::string number = std::to_string(id++);
    text += "0.000000000 task_created " + number + " object=2 \"Task-" + number + "\"\n";
    text += "0.000000000 task_labelled " + number + " \"worker\\x1f" + name + "\"\n";
  }
  return text;
}

// A text without a loop, or without anything, has neither a run nor a forecast.
TEST_F(LanesTest, NothingToShowLeavesNoLaneOfWhatWasThere) {
  show(scenes::kThreeWorkers);
  EXPECT_NE(order(), "");
  scene_ = Scene();
  lanes_.forget();
  EXPECT_EQ(order(), "");
}

class LanesAfterAnEdit : public LanesTest {
 protected:
  void edit(std::string_view before, std::string_view after) {
    before_ = trace::parse_text(workers(before));
    ASSERT_TRUE(before_.ok()) << before_.error().message;
    ghost_ = std::make_unique<timeline::Model>(before_.value());
    ghost_->update();
    show(workers(after));
    scene_.forecast = model_.get();
    scene_.run = nullptr;
    scene_.forecast_done = true;
    scene_.ghost = ghost_.get();
    order();
  }
  // "A=A" for each lane and what it was before.
  std::string pairs() {
    std::string out;
    for (const Lane& lane : lanes_.all()) {
      if (lane.task == 0) continue;
      std::string now = lane.gone() ? "" : Lanes::track(lane, scene_).name;
      out += (out.empty() ? "" : " ") + now + "=" +
             (lane.ghost == Lane::kNowhere ? "" : ghost_->tracks()[lane.ghost].name);
    }
    return out;
  }
  Result<trace::Trace> before_ = trace::Trace();
  std::unique_ptr<timeline::Model> ghost_;
};

TEST_F(LanesAfterAnEdit, WhoFollowsATaskThatWasTakenAwayIsStillItself) {
  edit("ABC", "AC");
  EXPECT_EQ(pairs(), "main=main A=A C=C =B");
}

TEST_F(LanesAfterAnEdit, ATaskThatCameInHasNoBefore) {
  edit("AC", "ABC");
  EXPECT_EQ(pairs(), "main=main A=A B= C=C");
}

TEST_F(LanesAfterAnEdit, AnotherNameIsTheSameTask) {
  edit("ABC", "AXC");
  EXPECT_EQ(pairs(), "main=main A=A X=B C=C");
}

TEST_F(LanesAfterAnEdit, WhatMayStillComeIsNotGone) {
  edit("ABC", "AC");
  scene_.forecast_done = false;
  order();
  EXPECT_EQ(pairs(), "main=main A=A C=C");
}

TEST_F(LanesAfterAnEdit, ATaskThatIsGoneCanBeFilteredButNotFound) {
  edit("ABC", "AC");
  EXPECT_EQ(lanes_.tasks(), 3u);
  const Lane* own = lanes_.of(4);  // the number that B had is C's now
  ASSERT_NE(own, nullptr);
  EXPECT_EQ(Lanes::track(*own, scene_).name, "C");
  lanes_.set_filter("b");
  order();
  EXPECT_EQ(pairs(), "=B");
}

}  // namespace
}  // namespace simul::ui
