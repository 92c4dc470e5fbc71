#include "timeline/model.hpp"

#include <gtest/gtest.h>

#include "timeline/pictures.hpp"

namespace simul::timeline {
namespace {

class Scene {
 public:
  explicit Scene(std::string_view text) : trace_(trace::parse_text(text)), model_(trace_.value()) {
    model_.update();
  }
  const Model& model() const { return model_; }

 private:
  Result<trace::Trace> trace_;
  Model model_;
};

TEST(Model, ATaskBehindABlockingCallIsDueAndNeverRunning) {
  Scene scene(kBlockingCall);
  EXPECT_EQ(
      picture(scene.model()),
      "Event loop  running 0.000-0.000 idle 0.000-0.500 running 0.500-0.500 blocking 0.500-1.500 "
      "running 1.500-1.500 idle 1.500-\n"
      "main  running 0.000-0.000 waiting 0.000-\n"
      "  A  running 0.000-0.000 sleeping 0.000-1.000 due 1.000-1.500 running 1.500-1.500 done "
      "1.500\n"
      "  report  running 0.000-0.000 sleeping 0.000-0.500 running 0.500-0.500 blocking 0.500-1.500 "
      "running 1.500-1.500 done 1.500\n");
}

TEST(Model, AnOpenSleepIsSleepingUntilItsDeadlineAndDueFromThenOn) {
  std::string text = kBlockingCall;
  Scene scene(text.substr(0, text.find("1.500000000 clock_moved")));
  const Track& a = *scene.model().track_of(3);
  EXPECT_EQ(Model::state_at(a, 999'999'999), State::kSleeping);
  EXPECT_EQ(Model::state_at(a, 1'000'000'000), State::kDue);
  EXPECT_EQ(Model::state_at(a, 1'250'000'000), State::kDue);
  EXPECT_EQ(Model::state_at(*scene.model().track_of(4), 1'250'000'000), State::kBlocking);
  EXPECT_EQ(Model::state_at(scene.model().tracks()[0], 1'250'000'000), State::kBlocking);
}

TEST(Model, EventsOneByOneGiveTheSamePictureAsAllAtOnce) {
  auto whole = trace::parse_text(kBlockingCall);
  ASSERT_TRUE(whole.ok());
  trace::Trace growing;
  Model one_by_one(growing);
  for (trace::Event event : whole.value().events) {
    event.text = growing.texts.intern(whole.value().text_of(event));
    growing.events.push_back(event);
    one_by_one.update();
  }
  EXPECT_EQ(picture(one_by_one), picture(Scene(kBlockingCall).model()));
}

TEST(Model, TasksAreCalledByTheirFirstArgumentOrByTheNameTheyWereGiven) {
  Scene scene(R"(
0.000000000 task_created 2 "Task-1"
0.000000000 task_labelled 2 "main"
0.000000000 task_created 3 object=2 "Task-2"
0.000000000 task_labelled 3 "main.<locals>.worker\x1fA"
0.000000000 task_created 4 object=2 "Task-3"
0.000000000 task_labelled 4 "worker\x1f7"
0.000000000 task_created 5 object=2 "fetcher"
0.000000000 task_labelled 5 "worker\x1fB"
0.000000000 task_created 6 object=2 "Task-5"
0.000000000 task_labelled 6 "count"
0.000000000 task_created 7 object=2 "Task-6"
0.000000000 task_labelled 7 "count"
0.000000000 task_created 8 object=2 "Task-7"
0.000000000 task_labelled 8 "fetch\x1fhttps://example.org/a/very/long/address"
)");
  std::string names;
  for (const Track& track : scene.model().tracks()) names += track.name + "; ";
  EXPECT_EQ(names, "Program; main; A; worker 7; fetcher; count; count (2); fetch; ");
}

TEST(Model, ChildrenStandBelowTheirParentInTheOrderTheyWereSpawned) {
  Scene scene(R"(
0.000000000 task_created 2 "a"
0.000000000 task_created 3 "b"
0.000000000 task_created 4 object=2 "a1"
0.000000000 task_created 5 object=3 "b1"
0.000000000 task_created 6 object=2 "a2"
0.000000000 task_created 7 object=4 "a11"
)");
  EXPECT_EQ(picture(scene.model()), "Program \na \n  a1 \n    a11 \n  a2 \nb \n  b1 \n");
}

TEST(Model, AFlowLeadsFromWhoWokeToWhenItRan) {
  Scene scene(kBlockingCall);
  std::string text;
  for (const Flow& flow : scene.model().flows()) {
    text += std::to_string(static_cast<int>(flow.kind)) + " " + std::to_string(flow.from) + ">" +
            std::to_string(flow.to) + " " + seconds(flow.time_ns) + "-" +
            (flow.arrival_ns == kOpen ? "" : seconds(flow.arrival_ns)) + "\n";
  }
  EXPECT_EQ(text,
            "0 0>2 0.000-0.000\n"
            "0 2>3 0.000-0.000\n"
            "0 2>4 0.000-0.000\n"
            "1 0>4 0.500-0.500\n"
            "1 0>3 1.500-1.500\n");
}

TEST(Model, ACancelledOrFailedTaskEndsInThatState) {
  Scene scene(R"(
0.000000000 task_created 2 "a"
0.000000000 task_created 3 "b"
1.000000000 cancel_requested 2 object=3
1.000000000 task_done 2 detail=2
2.000000000 task_done 3 detail=1 "ValueError: no"
)");
  EXPECT_EQ(picture(scene.model()), "Program \na  cancelled 1.000\nb  failed 2.000\n");
  EXPECT_EQ(scene.model().track_of(3)->failure, "ValueError: no");
}

}  // namespace
}  // namespace simul::timeline
