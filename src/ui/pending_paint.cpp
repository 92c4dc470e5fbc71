#include "ui/pending_paint.hpp"

#include <algorithm>

namespace simul::ui {

namespace {
constexpr double kKnob_px = 9;
}

void paint_knob(Ui& ui, double x, double y, double h, bool on) {
  const Rect knob{ui.paint.snap(x - kKnob_px / 2), y - 3, kKnob_px, h + 6};
  ui.paint.fill(knob, Token::accent, 3);
  const Token ink = on ? Token::on_accent : Token::canvas;
  for (double left : {2.5, 5.5})
    ui.paint.fill({knob.x + left, knob.y + knob.h / 2 - 5, 1, 10}, ink);
}

void paint_trail(Ui& ui, const TimelineFrame& frame, double from_x, double to_x, double y) {
  ui.paint.push_clip(frame.lanes);
  for (double dot = std::min(from_x, to_x) + 2; dot < std::max(from_x, to_x) - 2; dot += 4)
    ui.paint.fill({dot, y - 0.75, 2, 1.5}, Token::accent);
  ui.paint.pop_clip();
}

void paint_pill(Ui& ui,
                const TimelineFrame& frame,
                double x,
                double y,
                double h,
                const std::string& words,
                const std::string& change,
                const std::string& refusal) {
  const bool refused = !refusal.empty();
  const std::string& said = refused ? refusal : words;
  const double room = frame.lanes.w - 16;
  const double wide = std::min(
      room,
      ui.paint.width(Type::kButton, said) +
          (change.empty() || refused ? 0 : ui.paint.width(Type::kButton, change) + 6) + 20);
  Rect pill{x - wide / 2, y + h + 8, wide, 22};
  // Below a finger nobody sees it.
  if (ui.items.pointer.touch || pill.bottom() > frame.lanes.bottom() + 20) pill.y = y - 8 - pill.h;
  pill.x = std::clamp(
      pill.x, frame.lanes.x + 4, std::max(frame.lanes.x + 4, frame.lanes.right() - wide - 4));
  if (refused) {
    ui.paint.fill(pill, Token::raised, measure::button_radius_px);
    ui.paint.border(pill, Token::line, measure::button_radius_px);
    ui.paint.text_in(Type::kNote, pill.inset(8), said, Token::text);
    return;
  }
  ui.paint.fill(pill, Token::accent, measure::button_radius_px);
  const double end =
      ui.paint.text(Type::kButton, pill.x + 10, pill.middle_y(), said, Token::on_accent);
  if (!change.empty())
    ui.paint.text(Type::kButton, end + 6, pill.middle_y(), change, Token::on_accent);
}

double paint_diff(Ui& ui,
                  const Rect& place,
                  const std::vector<Pending::Line>& lines,
                  std::size_t most,
                  double& y) {
  double widest = 0;
  const bool more = lines.size() > most;
  const std::size_t shown = more ? most - 1 : lines.size();
  for (std::size_t i = 0; i < shown; ++i) {
    const Pending::Line& line = lines[i];
    const std::string sign(1, line.sign);
    const Token ink = line.sign == '-'   ? Token::failed
                      : line.sign == '+' ? Token::running
                                         : Token::faint_text;
    ui.paint.text(Type::kNumberBig, place.x, y + kDiffLine_px / 2, sign, ink);
    ui.paint.text_in(Type::kNumberBig,
                     {place.x + 16, y, place.w - 16, kDiffLine_px},
                     line.text,
                     line.sign == ' ' ? Token::dim_text : ink);
    widest = std::max(widest, ui.paint.width(Type::kNumberBig, line.text));
    y += kDiffLine_px;
  }
  if (more) {
    ui.paint.text(Type::kNumberBig, place.x + 16, y + kDiffLine_px / 2, "…", Token::faint_text);
    y += kDiffLine_px;
  }
  return widest;
}

}  // namespace simul::ui
