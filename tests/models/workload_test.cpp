#include "models/workload.hpp"

#include <gtest/gtest.h>

#include "trace/text.hpp"

namespace simul::models {
namespace {

constexpr std::int64_t kMs = 1'000'000;

Workload read(std::string_view text, const std::set<std::uint32_t>& computing = {}) {
  auto trace = trace::parse_text(text);
  EXPECT_TRUE(trace.ok());
  return read_workload(trace.value(), computing);
}

std::string words(const Workload& work, std::size_t task) {
  std::string out;
  const char* names[] = {"compute",
                         "block",
                         "sleep",
                         "outside",
                         "yield",
                         "spawn",
                         "signal",
                         "await",
                         "acquire",
                         "release"};
  for (const Part& part : work.tasks[task].parts) {
    out += (out.empty() ? "" : " ") + std::string(names[static_cast<std::size_t>(part.kind)]);
    if (part.ns != 0) out += " " + std::to_string(part.ns / kMs);
  }
  return out;
}

// One task that computes, blocks, sleeps and is collected late: only what is its own counts.
constexpr const char* kOne = R"(
0.000000000 task_created 2 line=9 "Task-1"
0.000000000 task_labelled 2 "main"
0.000000000 loop_started 1
0.000000000 handle_began 3 object=2
0.100000000 blocking_began 2 line=5 due=0.300000000
0.300000000 blocking_ended 2
0.400000000 timer_armed 5 object=4 due=1.400000000
0.400000000 task_waits 2 object=4 detail=1 line=6 due=1.400000000
0.400000000 handle_ended 3 object=2
1.900000000 timer_fired 5 object=4 due=1.400000000
1.900000000 handle_began 6 object=4 detail=3
1.900000000 future_done 4
1.900000000 handle_queued 7 object=2 cause=4 detail=1
1.900000000 handle_ended 6 object=4 detail=3
2.000000000 handle_began 7 object=2 detail=1
2.200000000 task_done 2
2.200000000 handle_ended 7 object=2 detail=1
2.200000000 loop_stopped 1
)";

TEST(Workload, IsWhatATaskDidItselfAndNotWhatTheLoopMadeItWait) {
  Workload work = read(kOne);
  ASSERT_EQ(work.tasks.size(), 2u);
  EXPECT_EQ(work.tasks[1].name, "main");
  EXPECT_EQ(words(work, 1), "compute 100 block 200 compute 100 sleep 1000 compute 200");
  EXPECT_EQ(words(work, 0), "spawn await");
  EXPECT_TRUE(work.tasks[1].inner);
  EXPECT_FALSE(work.cut_short);
}

TEST(Workload, ABlockingCallWhoseLineSaysSoIsComputing) {
  EXPECT_EQ(words(read(kOne, {5}), 1),
            "compute 100 compute 200 compute 100 sleep 1000 compute 200");
  EXPECT_EQ(read(kOne, {5}).stated, 1u);
}

TEST(Workload, ALineStatesComputingInACommentBehindItsCode) {
  EXPECT_EQ(computing_lines("time.sleep(1)  # computing\n"
                            "# computing is what follows\n"
                            "time.sleep(2)  #   computing: a stand-in\n"
                            "time.sleep(3)  # not computing\n"),
            (std::set<std::uint32_t>{1, 3}));
}

TEST(Workload, ASleepThatWasEndedEarlyIsAsLongAsItWasAndIsTold) {
  Workload work = read(R"(
0.000000000 task_created 2 "Task-1"
0.000000000 task_labelled 2 "main"
0.000000000 loop_started 1
0.000000000 handle_began 3 object=2
0.000000000 task_waits 2 object=4 detail=1 due=5.000000000
0.000000000 handle_ended 3 object=2
1.000000000 cancel_requested 2
1.000000000 future_done 4 detail=2
1.000000000 handle_queued 7 object=2 cause=4 detail=1
1.000000000 handle_began 7 object=2 detail=1
1.000000000 task_done 2 detail=2
1.000000000 handle_ended 7 object=2 detail=1
1.000000000 loop_stopped 1
)");
  EXPECT_EQ(words(work, 1), "sleep 1000");
  EXPECT_TRUE(work.cut_short);
  EXPECT_EQ(work.first_cut, "main");
}

// A connection comes after 600 ms, a callback makes a task for it, and what that task asks the loop
// to call makes another.
TEST(Workload, ATaskThatACallbackMadeBeginsWhenThatHappens) {
  Workload work = read(R"(
0.000000000 task_created 2 "Task-1"
0.000000000 loop_started 1
0.000000000 handle_began 3 object=2
0.000000000 task_waits 2 object=4 detail=1 due=0.900000000
0.000000000 handle_ended 3 object=2
0.600000000 handle_queued 5 detail=2
0.600000000 handle_began 5 detail=2
0.600000000 task_created 6 "accept"
0.600000000 handle_ended 5 detail=2
0.600000000 handle_began 7 object=6
0.700000000 handle_queued 8 cause=6 detail=2
0.800000000 task_done 6
0.800000000 handle_ended 7 object=6
0.800000000 handle_began 8 detail=2
0.800000000 task_created 9 "handler"
0.800000000 handle_ended 8 detail=2
0.800000000 handle_began 10 object=9
0.800000000 task_done 9
0.800000000 handle_ended 10 object=9
0.900000000 loop_stopped 1
)");
  ASSERT_EQ(work.tasks.size(), 4u);
  EXPECT_EQ(words(work, 2), "outside 600 compute 100 signal compute 100");
  EXPECT_EQ(words(work, 3), "await");
  EXPECT_TRUE(work.from_outside);
}

TEST(Workload, ATraceCutAnywhereIsReadWithoutHarm) {
  const std::string all = kOne;
  for (std::size_t end = 0; end < all.size(); ++end) {
    if (all[end] != '\n') continue;
    auto trace = trace::parse_text(all.substr(0, end));
    ASSERT_TRUE(trace.ok());
    Workload work = read_workload(trace.value());
    for (const TaskWork& task : work.tasks)
      for (const Part& part : task.parts) EXPECT_GE(part.ns, 0);
  }
}

}  // namespace
}  // namespace simul::models
