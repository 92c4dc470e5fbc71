#include "ui/arrows.hpp"

#include <algorithm>
#include <vector>

namespace simul::ui {

using timeline::Flow;
using timeline::FlowKind;
using timeline::kOpen;
using timeline::Model;
using timeline::Track;

namespace {

constexpr int kMostArrows = 200;
constexpr double kFaint = 0.55;

}  // namespace

Arrow kind_of(const Model& model, const Flow& flow) {
  if (flow.kind == FlowKind::kCreated) return Arrow::kCreated;
  if (flow.kind == FlowKind::kCancelled) return Arrow::kCancelled;
  const Track* from = flow.from == 0 ? nullptr : model.track_of(flow.from);
  bool ended = from != nullptr && from->ended_ns <= flow.time_ns;
  return ended ? Arrow::kFinished : Arrow::kWoke;
}

std::string_view word(Arrow arrow) {
  switch (arrow) {
    case Arrow::kCreated: return "created";
    case Arrow::kWoke: return "woke";
    case Arrow::kCancelled: return "cancelled";
    case Arrow::kFinished: return "finished, woke";
  }
  return "";
}

// The flows of those that are chosen, pinned or hovered. Of a long run they are looked for once,
// and then only among what is new.
const std::vector<std::size_t>& Arrows::wanted(const Ui& ui,
                                               const Lanes& lanes,
                                               std::optional<timeline::Id> hovered) {
  std::set<timeline::Id> who = lanes.pins();
  if (ui.focus.selected.value_or(0) != 0) who.insert(*ui.focus.selected);
  if (hovered.value_or(0) != 0) who.insert(*hovered);
  const auto& flows = ui.scene.run->flows();
  if (who != who_ || of_ != ui.scene.run || looked_ > flows.size()) {
    who_ = std::move(who);
    of_ = ui.scene.run;
    looked_ = 0;
    wanted_.clear();
  }
  for (; looked_ < flows.size(); ++looked_) {
    if (who_.contains(flows[looked_].from) || who_.contains(flows[looked_].to))
      wanted_.push_back(looked_);
  }
  return wanted_;
}

void Arrows::draw(Ui& ui,
                  const TimelineFrame& frame,
                  const Lanes& lanes,
                  std::optional<timeline::Id> hovered) {
  if (ui.scene.run == nullptr) return;
  const Model& run = *ui.scene.run;
  auto chosen = [&](timeline::Id id) {
    return id != 0 && (ui.focus.selected == id || lanes.pinned(id));
  };
  bool any = hovered || ui.focus.selected || !lanes.pins().empty();
  if (!any) return;
  int drawn = 0;
  std::vector<Rect> labels;  // words that would lie on others are left out
  for (std::size_t index : wanted(ui, lanes, hovered)) {
    const Flow& flow = run.flows()[index];
    bool strong = chosen(flow.from) || chosen(flow.to);
    bool faint = hovered && *hovered != 0 && (flow.from == *hovered || flow.to == *hovered);
    if ((!strong && !faint) || flow.from == flow.to || flow.time_ns > ui.time_ns) continue;
    double x0 = frame.x_of(flow.time_ns);
    double x1 = flow.arrival_ns == kOpen ? x0 : frame.x_of(std::min(flow.arrival_ns, ui.time_ns));
    if (x1 < frame.lanes.x - 50 || x0 > frame.lanes.right() + 50) continue;
    const Lane* from = lanes.of(flow.from);
    const Lane* to = lanes.of(flow.to);
    if (from == nullptr || to == nullptr || from == to) continue;
    Arrow arrow = kind_of(run, flow);
    Token token = arrow == Arrow::kCancelled  ? Token::cancelled
                  : arrow == Arrow::kCreated  ? Token::running
                  : arrow == Arrow::kFinished ? Token::waiting
                                              : Token::accent;
    double alpha = strong ? 0.95 : kFaint;
    double y0 = lanes.y_of(*from) + lanes.height_of(*from) / 2;
    double y1 = lanes.y_of(*to) + lanes.height_of(*to) / 2;
    if (++drawn > kMostArrows) break;
    // A step takes no room on the axis, so the arrow arrives at its mark from the left.
    ui.paint.curve(x0 - 6, y0, x1, y1, token, alpha);
    // The word beside the arrow's end, where there is room between the lanes.
    bool room = frame.lane_px >= 40 && std::abs(y1 - y0) >= frame.lane_px * 0.9 && drawn < 12;
    if (strong && room) {
      std::string_view words = word(arrow);
      double wide = ui.paint.width(Type::kSmall, words);
      double y = y1 + (y1 > y0 ? -1 : 1) * (frame.slice_px / 2 + 8);
      double x = x1 - wide - 8 < frame.lanes.x + 2 ? x1 + 10 : x1 - wide - 8;
      Rect label{x - 3, y - 7, wide + 6, 14};
      bool free = std::none_of(labels.begin(), labels.end(), [&](const Rect& other) {
        Rect both = label.cut(other);
        return both.w > 0 && both.h > 0;
      });
      if (!free) continue;
      labels.push_back(label);
      ui.paint.fill(label, Token::canvas, 3, 0.85);
      ui.paint.text(Type::kSmall, x, y, words, Token::dim_text);
    }
  }
}

}  // namespace simul::ui
