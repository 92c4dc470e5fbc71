#include "timeline/await_graph.hpp"

#include <gtest/gtest.h>

#include "timeline/pictures.hpp"
#include "timeline/random_trace.hpp"

namespace simul::timeline {
namespace {

constexpr std::int64_t kMs = 1'000'000;

std::string drawn(const AwaitGraph& graph) {
  std::string out;
  for (const GraphEdge& edge : graph.edges) {
    out += graph.nodes[edge.from].name +
           (edge.kind == EdgeKind::kHeldBy   ? " held by "
            : edge.kind == EdgeKind::kPartOf ? " needs "
                                             : " waits for ") +
           graph.nodes[edge.to].name + (edge.line == 0 ? "" : ":" + std::to_string(edge.line)) +
           (edge.trouble ? "!" : "") + "; ";
  }
  return out;
}

struct Watched {
  explicit Watched(const std::string& text)
      : trace(trace::parse_text(text)), model(trace.value()), history(model) {
    model.update();
  }
  AwaitGraph at(std::int64_t time_ns, std::size_t limit = 400) {
    return await_graph(model, history, model.at_time(time_ns), limit);
  }
  Result<trace::Trace> trace;
  Model model;
  LoopHistory history;
};

TEST(AwaitGraph, SleepersPointAtTheirTimersAndNobodyIsInTrouble) {
  Watched run(kBlockingCall);
  const AwaitGraph graph = run.at(250 * kMs);
  EXPECT_EQ(drawn(graph),
            "main waits for gather:18; A waits for 1.000:7; report waits for 0.500:12; ");
  EXPECT_TRUE(graph.troubles.empty());
}

// Tasks 2, 3 hold a lock each and wait for the other's; 4 sleeps, or is gone.
std::string crossed(bool somebody_else) {
  std::string out = "0.000000000 loop_started 1\n";
  for (int task = 2; task <= 4; ++task) {
    const std::string id = std::to_string(task);
    out += "0.000000000 task_created " + id + " line=30 \"Task-" + id + "\"\n";
    out += "0.000000000 handle_queued 1" + id + " object=" + id + "\n";
  }
  out +=
      "0.000000000 made 50 detail=6 line=1 \"a\"\n0.000000000 made 51 detail=6 line=2 \"b\"\n"
      "0.000000000 turn_began 1 object=3\n";
  for (int task = 2; task <= 3; ++task) {
    const std::string id = std::to_string(task), mine = task == 2 ? "50" : "51",
                      theirs = task == 2 ? "51" : "50";
    out += "0.000000000 handle_began 1" + id + " object=" + id + "\n";
    out += "0.000000000 held " + mine + " object=" + id + " detail=6 line=1" + id + "\n";
    out += "0.000000000 in_line 6" + id + " object=" + theirs + " detail=6\n";
    out += "0.000000000 task_waits " + id + " object=6" + id + " detail=6 line=2" + id + "\n";
    out += "0.000000000 handle_ended 1" + id + " object=" + id + "\n";
  }
  out += "0.000000000 handle_began 14 object=4\n";
  if (somebody_else)
    out +=
        "0.000000000 timer_armed 70 object=71 due=9.000000000\n"
        "0.000000000 task_waits 4 object=71 detail=1 due=9.000000000\n";
  else
    out += "0.000000000 task_done 4\n";
  return out + "0.000000000 handle_ended 14 object=4\n";
}

TEST(AwaitGraph, ACycleOfLocksIsATroubleWithItsLinesWhoeverElseLives) {
  for (bool somebody_else : {false, true}) {
    Watched run(crossed(somebody_else));
    const AwaitGraph graph = run.at(kMs);
    ASSERT_EQ(graph.troubles.size(), 1u);
    EXPECT_TRUE(graph.troubles[0].cycle);
    EXPECT_EQ(
        graph.troubles[0].sentence,
        "Task-2 waits on line 22 for the lock b, which is held by Task-3 since line 13, and "
        "Task-3 waits on line 23 for the lock a, which is held by Task-2 since line 12: neither "
        "can ever go on.");
    EXPECT_TRUE(graph.nodes[0].trouble);
  }
}

TEST(AwaitGraph, ATimeoutThatWillCutTheCycleMakesItNone) {
  Watched run(crossed(true) + "0.000000000 timer_armed 90 object=2 due=5.000000000\n");
  EXPECT_TRUE(run.at(kMs).troubles.empty());
}

TEST(AwaitGraph, ATaskThatWaitsForItselfByWayOfAGatherIsACycle) {
  Watched run(
      "0.000000000 loop_started 1\n0.000000000 task_created 2 \"Task-1\"\n"
      "0.000000000 handle_queued 3 object=2\n0.000000000 handle_began 3 object=2\n"
      "0.000000000 depends_on 9 object=2\n"
      "0.000000000 task_waits 2 object=9 detail=4 line=5\n0.000000000 handle_ended 3 object=2\n");
  const AwaitGraph graph = run.at(kMs);
  ASSERT_EQ(graph.troubles.size(), 1u);
  EXPECT_EQ(
      graph.troubles[0].sentence,
      "Task-1 waits on line 5 for the gather, which waits for Task-1: it waits for itself, for "
      "ever.");
}

TEST(AwaitGraph, NobodyLeftToWakeIsSaidOnlyWhenItIsSure) {
  const std::string text =
      "0.000000000 loop_started 1\n0.000000000 task_created 2 \"Task-1\"\n"
      "0.000000000 handle_queued 3 object=2\n0.000000000 handle_began 3 object=2\n"
      "0.000000000 task_waits 2 object=9 detail=3 line=5 \"future\"\n"
      "0.000000000 handle_ended 3 object=2\n";
  EXPECT_EQ(Watched(text).at(kMs).troubles.size(), 1u);
  EXPECT_TRUE(Watched(text + "0.000000000 timer_armed 4 object=8 due=1.000000000\n")
                  .at(kMs)
                  .troubles.empty());
}

TEST(AwaitGraph, ALimitKeepsWhoIsInTroubleAndSaysHowManyAreLeftOut) {
  std::string text = crossed(true);
  for (int task = 100; task < 300; ++task)
    text += "0.000000000 task_created " + std::to_string(task) + " \"Task-" + std::to_string(task) +
            "\"\n";
  const AwaitGraph graph = Watched(text).at(kMs, 50);
  EXPECT_EQ(graph.nodes.size(), 50u);
  EXPECT_GE(graph.left_out, 150u);
  ASSERT_EQ(graph.troubles.size(), 1u);
  EXPECT_EQ(graph.troubles[0].nodes.size(), 4u);
}

TEST(AwaitGraph, EveryWaitOfRandomRunsIsAnEdgeAndNobodyAliveIsInTrouble) {
  for (std::uint32_t seed = 1; seed <= 30; ++seed) {
    const RandomRun run(seed, 300);
    Model model(run.trace);
    model.update();
    LoopHistory history(model);
    for (std::size_t events = 0; events <= run.trace.events.size(); events += 3) {
      const Moment moment = model.after(events);
      const AwaitGraph graph = await_graph(model, history, moment);
      std::size_t waits = 0, edges = 0;
      for (const Track& track : model.tracks()) {
        const State state = Model::state_at(track, moment);
        waits += track.task != 0 &&
                 (state == State::kWaiting || state == State::kSleeping || state == State::kDue);
      }
      for (const GraphEdge& edge : graph.edges) edges += edge.kind == EdgeKind::kWaitsFor;
      ASSERT_EQ(edges, waits) << "seed " << seed << " events " << events;
      for (const GraphNode& node : graph.nodes) {
        const bool lives = node.kind == NodeKind::kTask && node.state != State::kWaiting;
        ASSERT_FALSE(lives && node.trouble) << "seed " << seed << " events " << events;
      }
    }
  }
}

}  // namespace
}  // namespace simul::timeline
