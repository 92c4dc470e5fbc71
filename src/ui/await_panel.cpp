#include "ui/await_panel.hpp"

#include <algorithm>
#include <cmath>

#include "base/sort.hpp"
#include "timeline/why.hpp"
#include "ui/words.hpp"

namespace simul::ui {

using timeline::AwaitGraph;
using timeline::EdgeKind;
using timeline::GraphEdge;
using timeline::GraphNode;
using timeline::kNone;
using timeline::NodeKind;
using timeline::seconds;

namespace {

constexpr double kBox_px = 38, kRow_px = 62, kColumn_px = 236, kWide_px = 150;

}  // namespace

std::vector<GraphBox> place_graph(const AwaitGraph& graph) {
  std::size_t count = graph.nodes.size();
  std::vector<GraphBox> boxes(count);
  std::vector<bool> told(count);  // a timer that its task's box tells of
  for (std::size_t i = 0; i < count; ++i) boxes[i].node = i;
  for (const GraphEdge& edge : graph.edges) {
    const GraphNode& to = graph.nodes[edge.to];
    if (to.kind != NodeKind::kTimer) continue;
    told[edge.to] = true;
    boxes[edge.from].until_ns = to.due_ns;
  }
  // A circle is drawn as one: its first half from left to right, the second back below it.
  std::vector<bool> ring(count);
  for (const timeline::Trouble& trouble : graph.troubles) {
    if (!trouble.cycle) continue;
    for (std::size_t node : trouble.nodes) ring[node] = true;
  }
  // Columns: as many steps from the left as the longest way there. What cannot be told apart that
  // way after a few rounds stays where they left it.
  constexpr int kRounds = 8;
  for (int round = 0; round < kRounds; ++round) {
    bool moved = false;
    for (const GraphEdge& edge : graph.edges) {
      if (told[edge.to] || edge.from == edge.to || (ring[edge.from] && ring[edge.to])) continue;
      int wanted = boxes[edge.from].column + 1;
      if (boxes[edge.to].column >= wanted || wanted >= kRounds) continue;
      boxes[edge.to].column = wanted;
      moved = true;
    }
    if (!moved) break;
  }
  int circles = 0;
  std::vector<bool> placed(count);
  for (const timeline::Trouble& trouble : graph.troubles) {
    if (!trouble.cycle) continue;
    int begin = 0;
    for (std::size_t node : trouble.nodes) begin = std::max(begin, boxes[node].column);
    auto all = static_cast<int>(trouble.nodes.size()), half = (all + 1) / 2;
    for (int i = 0; i < all; ++i) {
      std::size_t node = trouble.nodes[static_cast<std::size_t>(i)];
      if (placed[node]) continue;
      placed[node] = true;
      boxes[node].column = begin + (i < half ? i : all - 1 - i);
      boxes[node].row = 2 * circles + (i < half ? 0 : 1);
    }
    ++circles;
  }
  // Rows: beside whoever points there, as far as the place is free.
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < count; ++i) {
    if (!told[i]) order.push_back(i);
  }
  sort_stably(order, [&](std::size_t a, std::size_t b) {
    return std::pair(boxes[a].column, a) < std::pair(boxes[b].column, b);
  });
  std::vector<int> next;
  std::vector<GraphBox> out;
  auto free_in = [&](int column) -> int& {
    auto at = static_cast<std::size_t>(column);
    if (next.size() <= at) next.resize(at + 1);
    return next[at];
  };
  for (std::size_t i : order) {
    if (!placed[i]) continue;
    int& free = free_in(boxes[i].column);
    free = std::max(free, boxes[i].row + 1);
    out.push_back(boxes[i]);
  }
  for (std::size_t i : order) {
    if (placed[i]) continue;
    GraphBox& box = boxes[i];
    int& free = free_in(box.column);
    int first = -1;
    for (const GraphEdge& edge : graph.edges) {
      if (edge.to != i || boxes[edge.from].column >= box.column) continue;
      int row = boxes[edge.from].row;
      if (first < 0 || row < first) first = row;
    }
    box.row = std::max(free, first);
    free = box.row + 1;
    out.push_back(box);
  }
  return out;
}

void AwaitPanel::update(Ui& ui) {
  if (of_ == ui.scene.run && at_ == ui.moment) return;
  of_ = ui.scene.run;
  at_ = ui.moment;
  graph_ = timeline::await_graph(*ui.scene.run, *ui.scene.history, ui.moment);
  places_ = place_graph(graph_);
}

double AwaitPanel::troubles(Ui& ui, double y) {
  double x = scroll_.place().x + kPanelPad_px, room = scroll_.place().w - 2 * kPanelPad_px;
  for (const timeline::Trouble& trouble : graph_.troubles) {
    double high =
        ui.paint.paragraph(Type::kBody, -4000, -4000, room - 32, trouble.sentence, Token::text, 6);
    Rect card{x, y, room, high + 38};
    ui.paint.fill(card, Token::raised, measure::card_radius_px);
    ui.paint.fill({card.x, card.y, 4, card.h}, Token::blocking, 2);
    ui.paint.text(
        Type::kStrong,
        card.x + 16,
        card.y + 16,
        trouble.cycle ? "A circle: nobody in it can go on" : "Nobody can end this waiting",
        Token::blocking);
    ui.paint.paragraph(
        Type::kBody, card.x + 16, card.y + 28, room - 32, trouble.sentence, Token::text, 6);
    y = card.bottom() + 12;
  }
  return y;
}

void AwaitPanel::edge(Ui& ui, const GraphEdge& edge, const Rect& from, const Rect& to) {
  Token token = edge.trouble                     ? Token::blocking
                : edge.kind == EdgeKind::kHeldBy ? Token::due
                                                 : Token::waiting;
  // Out of the side that looks at the other.
  bool level = std::abs(from.y - to.y)<1, below = to.y> from.y;
  bool right = to.x > from.x + 1, left = to.x < from.x - 1;
  bool upright = !right && !(left && level);
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  if (upright) {
    x0 = from.x + from.w * (below ? 0.7 : 0.3);
    x1 = to.x + to.w * (left || below ? 0.7 : 0.3);
    y0 = below ? from.bottom() : from.y;
    y1 = below ? to.y : to.bottom();
    ui.paint.arrow(x0, y0, x1, y1, token, 0.95);
  } else {
    x0 = right ? from.right() : from.x;
    x1 = right ? to.x : to.right();
    y0 = from.middle_y();
    y1 = to.middle_y();
    if (left)
      ui.paint.arrow(x0, y0, x1 + 1, y1, token, 0.95);
    else
      ui.paint.curve(x0, y0, x1 - 1, y1, token, 0.95);
  }
  std::string words = edge.kind == EdgeKind::kHeldBy   ? "held by"
                      : edge.kind == EdgeKind::kPartOf ? "is part of"
                                                       : "waits";
  if (edge.kind == EdgeKind::kPartOf) words = "for";
  if (edge.line != 0) words += ", line " + std::to_string(edge.line);
  double wide = ui.paint.width(Type::kSmall, words);
  double mx = (x0 + x1) / 2 - wide / 2, my = (y0 + y1) / 2;
  if (upright) mx = below ? x0 + 8 : x0 - wide - 8;
  // Beside the last column there is no room on its right.
  if (upright && mx + wide + 8 > scroll_.place().right()) mx = x0 - wide - 8;
  if (!upright && wide > std::abs(x1 - x0) - 12) return;
  ui.paint.fill({mx - 4, my - 7, wide + 8, 14}, Token::panel, 3);
  ui.paint.text(Type::kSmall, mx, my, words, edge.trouble ? Token::blocking : Token::dim_text);
}

void AwaitPanel::box(Ui& ui, const GraphBox& place, const Rect& rect) {
  const GraphNode& node = graph_.nodes[place.node];
  bool task = node.kind == NodeKind::kTask;
  Token token = node.trouble ? Token::blocking : task ? token_of(node.state) : Token::faint_text;
  std::string id = "node:" + std::to_string(node.id);
  Touch touch = ui.item(id, node.name, rect, scroll_.place());
  ui.paint.fill(rect, touch.hovered ? Token::selection : Token::raised, measure::button_radius_px);
  ui.paint.border(rect,
                  node.trouble ? Token::blocking : Token::line,
                  measure::button_radius_px,
                  node.trouble ? 1.5 : 0);
  if (task)
    ui.paint.fill({rect.x + 10, rect.y + 10, 8, 8}, token, 2);
  else
    ui.paint.border({rect.x + 10, rect.y + 10, 8, 8}, Token::dim_text, 2, 1);
  ui.paint.text_in(
      Type::kStrong, {rect.x + 24, rect.y + 3, rect.w - 32, 20}, node.name, Token::text);
  std::string note = task ? std::string(timeline::word(node.state)) : std::string(word(node.kind));
  if (place.until_ns != kNone) note = "sleeps until " + seconds(place.until_ns);
  if (node.line != 0) note += ", line " + std::to_string(node.line);
  ui.paint.text_in(Type::kSmall,
                   {rect.x + 24, rect.y + 18, rect.w - 32, 18},
                   note,
                   node.trouble ? Token::blocking : Token::dim_text);
  ui.explain(touch, node.name + ": " + note, rect);
  if (touch.hovered) ui.cursor = Cursor::kHand;
  if (!touch.clicked) return;
  if (task) {
    ui.focus.selected = node.id;
    ui.focus.selected_at_ns.reset();
  }
  if (node.line != 0) ui.tell(Command::Kind::kShowLine, node.line);
  ui.again = true;
}

double AwaitPanel::boxes(Ui& ui, double y) {
  double x = scroll_.place().x + kPanelPad_px, bottom = y;
  int columns = 1;
  for (const GraphBox& place : places_) columns = std::max(columns, place.column + 1);
  double room = scroll_.place().w - 2 * kPanelPad_px;
  double column = std::clamp((room - kWide_px) / std::max(1, columns - 1), 150.0, kColumn_px);
  double wide = columns == 1 ? kWide_px : std::min(kWide_px, column - 70);
  // Where only one column is, it is a list: as many side by side as fit.
  int beside = columns == 1 ? std::max(1, static_cast<int>((room + 10) / (kWide_px + 10))) : 1;
  std::vector<Rect> rects(graph_.nodes.size());
  int n = 0;
  for (const GraphBox& place : places_) {
    Rect rect{x + place.column * column, y + place.row * kRow_px, wide, kBox_px};
    if (beside > 1) {
      rect.x = x + n % beside * (kWide_px + 10);
      rect.y = y + n / beside * kRow_px;
      ++n;
    }
    rects[place.node] = rect;
    bottom = std::max(bottom, rect.bottom());
  }
  for (const GraphEdge& one : graph_.edges) {
    if (rects[one.from].w > 0 && rects[one.to].w > 0) edge(ui, one, rects[one.from], rects[one.to]);
  }
  for (const GraphBox& place : places_) box(ui, place, rects[place.node]);
  return bottom + 16;
}

void AwaitPanel::draw(Ui& ui, const Rect& area) {
  double y = scroll_.begin(ui, area) + 14, x = area.x + kPanelPad_px;
  if (ui.scene.run == nullptr) {
    y += ui.paint.paragraph(Type::kBody,
                            x,
                            y,
                            std::min(720.0, area.w - 2 * kPanelPad_px),
                            "When the program runs, this shows who waits for whom, with the lines "
                            "where they wait. A circle of waits that nobody can end is red.",
                            Token::dim_text,
                            4);
    return scroll_.end(ui, y + 12);
  }
  update(ui);
  if (graph_.nodes.empty()) {
    empty_card(ui,
               {x, y, std::min(520.0, area.w - 2 * kPanelPad_px), 58},
               "At " + seconds(ui.time_ns) + " no task is alive, so nobody waits.");
    return scroll_.end(ui, y + 70);
  }
  y = troubles(ui, y);
  y = boxes(ui, y);
  if (graph_.left_out > 0) {
    ui.paint.text(Type::kNote,
                  x,
                  y + 4,
                  "and " + std::to_string(graph_.left_out) + " tasks more",
                  Token::dim_text);
    y += 20;
  }
  scroll_.end(ui, y + 4);
}

}  // namespace simul::ui
