#include "ui/await_panel.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace simul::ui {
namespace {

using timeline::AwaitGraph;
using timeline::EdgeKind;
using timeline::NodeKind;

timeline::GraphNode node(NodeKind kind, timeline::Id id, bool trouble = false) {
  timeline::GraphNode one;
  one.id = id;
  one.kind = kind;
  one.trouble = trouble;
  if (kind == NodeKind::kTimer) one.due_ns = 7;
  return one;
}
timeline::GraphEdge edge(std::size_t from, std::size_t to, bool trouble = false) {
  timeline::GraphEdge one;
  one.from = from;
  one.to = to;
  one.trouble = trouble;
  return one;
}
const GraphBox& box(const std::vector<GraphBox>& boxes, std::size_t of) {
  return *std::find_if(boxes.begin(), boxes.end(), [&](const GraphBox& b) { return b.node == of; });
}

TEST(AwaitPanel, WhoWaitsStandsLeftOfWhatIsWaitedFor) {
  AwaitGraph graph;
  for (timeline::Id id = 0; id < 3; ++id) graph.nodes.push_back(node(NodeKind::kTask, id));
  graph.edges = {edge(2, 1), edge(1, 0)};
  auto boxes = place_graph(graph);
  EXPECT_EQ(box(boxes, 2).column, 0);
  EXPECT_EQ(box(boxes, 1).column, 1);
  EXPECT_EQ(box(boxes, 0).column, 2);
}

TEST(AwaitPanel, ASleepIsSaidInItsTasksBox) {
  AwaitGraph graph;
  graph.nodes = {node(NodeKind::kTask, 1), node(NodeKind::kTimer, 2)};
  graph.edges = {edge(0, 1)};
  auto boxes = place_graph(graph);
  ASSERT_EQ(boxes.size(), 1u);
  EXPECT_EQ(boxes[0].until_ns, 7);
}

TEST(AwaitPanel, ACircleHasAnEndAndEveryoneInItHasAPlace) {
  AwaitGraph graph;
  for (timeline::Id id = 0; id < 4; ++id) graph.nodes.push_back(node(NodeKind::kTask, id, true));
  graph.edges = {edge(0, 1, true), edge(1, 2, true), edge(2, 3, true), edge(3, 0, true)};
  auto boxes = place_graph(graph);
  EXPECT_EQ(boxes.size(), 4u);
}

TEST(AwaitPanel, NoTwoBoxesShareAPlace) {
  AwaitGraph graph;
  for (timeline::Id id = 0; id < 30; ++id) graph.nodes.push_back(node(NodeKind::kTask, id));
  for (std::size_t i = 1; i < 30; ++i) graph.edges.push_back(edge(i, i % 7 == 0 ? 0 : i / 2));
  auto boxes = place_graph(graph);
  for (const GraphBox& a : boxes) {
    for (const GraphBox& b : boxes) {
      if (a.node != b.node) {
        EXPECT_FALSE(a.column == b.column && a.row == b.row) << a.node << " " << b.node;
      }
    }
  }
}

}  // namespace
}  // namespace simul::ui
