// Who waits for whom at the picture's time, from left to right: follow the arrows and you come to
// whoever must do something next. What nobody can end is red, with a sentence that says why.
#pragma once

#include "timeline/await_graph.hpp"
#include "ui/panel.hpp"

namespace simul::ui {

// The graph's nodes in columns: whoever waits stands left of what is waited for. Sleeps are said
// inside their task's box and are no boxes of their own. Data, for tests.
struct GraphBox {
  std::size_t node = 0;  // in AwaitGraph::nodes
  int column = 0, row = 0;
  std::int64_t until_ns = timeline::kNone;  // of a task that sleeps
};
std::vector<GraphBox> place_graph(const timeline::AwaitGraph& graph);

class AwaitPanel {
 public:
  void draw(Ui& ui, const Rect& area);
  bool wheel(double x, double y, double dy) { return scroll_.wheel(x, y, dy); }

 private:
  void update(Ui& ui);
  double troubles(Ui& ui, double y);
  double boxes(Ui& ui, double y);
  void edge(Ui& ui, const timeline::GraphEdge& edge, const Rect& from, const Rect& to);
  void box(Ui& ui, const GraphBox& place, const Rect& rect);

  Scroll scroll_;
  timeline::AwaitGraph graph_;
  std::vector<GraphBox> places_;
  const timeline::Model* of_ = nullptr;
  timeline::Moment at_;
};

}  // namespace simul::ui
