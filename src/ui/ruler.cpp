#include "ui/ruler.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "timeline/layout.hpp"
#include "timeline/ticks.hpp"
#include "timeline/why.hpp"

namespace simul::ui {

using timeline::MarkKind;
using timeline::seconds;
using timeline::State;

namespace {

constexpr double kPennant_px = 8;
constexpr double kFlagWords_px = 140;  // longer ones are cut

double tick_room(const Ui& ui) {
  return ui.narrow ? 56 : 90;
}

}  // namespace

void Ruler::grid(Ui& ui, const TimelineFrame& frame) {
  for (const timeline::Tick& tick : timeline::ticks(frame.viewport, tick_room(ui))) {
    if (tick.major)
      ui.paint.vline(frame.x_of(tick.time_ns), frame.lanes.y, frame.lanes.h, Token::faint_line);
  }
}

void Ruler::ticks(Ui& ui, const TimelineFrame& frame, const Marks& marks) {
  Rect axis{frame.lanes.x, frame.ruler.y, frame.lanes.w, frame.ruler.h};
  ui.paint.push_clip(axis);
  double badge_from = 1e9, badge_to = 1e9;
  if (ui.scene.run != nullptr) {
    double half = ui.paint.width(Type::kNumber, seconds(ui.time_ns)) / 2 + 8;
    badge_from = frame.x_of(ui.time_ns) - half - 4;
    badge_to = frame.x_of(ui.time_ns) + half + 4;
  }
  for (const timeline::Tick& tick : timeline::ticks(frame.viewport, tick_room(ui))) {
    double x = frame.x_of(tick.time_ns);
    if (x > axis.right()) continue;
    double high = tick.major ? 8 : 4;
    ui.paint.vline(x, axis.bottom() - high, high, tick.major ? Token::faint_text : Token::line);
    if (!tick.major) continue;
    std::string label = tick.label;
    if (ui.narrow && label.ends_with(" s")) label.resize(label.size() - 2);
    double wide = ui.paint.width(Type::kSmall, label);
    bool flagged = std::any_of(marks.flags.begin(), marks.flags.end(), [&](const Flag& flag) {
      return x + 4 + wide > flag.x - 4 && x + 4 < flag.to + 4;
    });
    bool hidden =
        flagged || (x + 4 + wide > badge_from && x + 4 < badge_to) || x + 4 + wide > axis.right();
    if (!hidden) ui.paint.text(Type::kSmall, x + 4, axis.y + 12, label, Token::dim_text);
  }
  ui.paint.pop_clip();
}

// One pass over what is in view: a run may have printed a million lines.
Ruler::Marks Ruler::collect(Ui& ui, const TimelineFrame& frame) {
  Marks out;
  if (ui.scene.run == nullptr) return out;
  const timeline::Model& run = *ui.scene.run;
  auto from =
      std::partition_point(run.marks().begin(), run.marks().end(), [&](const timeline::Mark& m) {
        return static_cast<double>(m.time_ns) < frame.viewport.start_ns;
      });
  double y = frame.ruler.bottom(), last = -1e9, last_flag = -1e9;
  const Pointer& pointer = ui.items.pointer;
  bool near = pointer.inside && frame.ruler.contains(pointer.x, pointer.y) && pointer.y > y - 14;
  for (auto mark = from; mark != run.marks().end() && mark->time_ns <= ui.time_ns; ++mark) {
    double x = frame.x_of(mark->time_ns);
    if (x > frame.lanes.right()) break;
    if (near && std::abs(pointer.x - x) < 4) {
      // A flag says more than a line that was printed beside it.
      if (out.pointed == nullptr ||
          (mark->kind == MarkKind::kProgram && out.pointed->kind != MarkKind::kProgram))
        out.pointed = &*mark;
      ++out.here;
    }
    if (mark->kind == MarkKind::kProgram) {
      if (x >= last_flag + 4) out.flags.push_back({x, &*mark, last_flag = x});
      continue;
    }
    if (mark->kind != MarkKind::kError && x < last + 4) continue;
    last = x;
    out.small.push_back({x, &*mark, x});
  }
  // A flag has its words beside it where the one before leaves room.
  double free = -1e9;
  for (Flag& flag : out.flags) {
    double wide = std::min(kFlagWords_px, ui.paint.width(Type::kSmall, words_of(ui, *flag.mark)));
    flag.to = flag.x + kPennant_px;
    if (flag.x >= free && flag.x + kPennant_px + 4 + wide < frame.lanes.right())
      flag.to += 4 + wide;
    free = flag.to + 6;
  }
  return out;
}

std::string Ruler::words_of(const Ui& ui, const timeline::Mark& mark) {
  std::string text(ui.scene.run->trace().texts.at(mark.text));
  while (!text.empty() && text.back() == '\n') text.pop_back();
  if (std::size_t end = text.find('\n'); end != std::string::npos) text.resize(end);
  return text;
}

// What was printed is a dot on the axis; what was raised a triangle, and wins the place; a mark of
// the program's own is a flag, with a line down through the lanes.
void Ruler::draw_marks(Ui& ui, const TimelineFrame& frame, const Marks& marks) {
  double y = frame.ruler.bottom();
  for (const Flag& dot : marks.small) {
    if (dot.mark->kind == MarkKind::kError)
      ui.paint.triangle_down(dot.x + 0.5, y - 1, 8, Token::failed);
    else
      ui.paint.fill({dot.x - 1, y - 4, 3, 3}, Token::dim_text);
  }
  for (const Flag& flag : marks.flags) {
    ui.paint.vline(flag.x, y - 22, 22 + frame.lanes.h, Token::dim_text);
    ui.paint.shape({flag.x, y - 22, kPennant_px, 10}, {{0, 0}, {1, 0.5F}, {0, 1}}, Token::text);
    Rect words{flag.x + kPennant_px + 2, y - 26, flag.to - flag.x - kPennant_px - 2, 18};
    if (words.w > 4) ui.paint.text_in(Type::kSmall, words, words_of(ui, *flag.mark), Token::text);
  }
  if (marks.pointed == nullptr) return;
  const timeline::Mark& mark = *marks.pointed;
  const char* kind = mark.kind == MarkKind::kError     ? "stderr: "
                     : mark.kind == MarkKind::kProgram ? "mark: "
                                                       : "printed: ";
  std::string words = kind + words_of(ui, mark);
  if (mark.line != 0) words += ", line " + std::to_string(mark.line);
  if (marks.here > 1) words += " (and " + std::to_string(marks.here - 1) + " more here)";
  Touch touch;
  touch.hovered = true;
  ui.explain(touch, words, {ui.items.pointer.x, frame.ruler.y, 1, frame.ruler.h});
}

void Ruler::scrub(Ui& ui, const TimelineFrame& frame) {
  Rect axis{frame.lanes.x, frame.ruler.y, frame.lanes.w, frame.ruler.h};
  Touch touch = ui.item("ruler", "Time: press and drag to look at any moment", axis, axis, false);
  if (ui.scene.run == nullptr) return;
  if (touch.hovered || touch.held) ui.cursor = Cursor::kResize;
  ui.explain(touch,
             "Press or drag: the picture shows that moment",
             {ui.items.pointer.x, frame.ruler.y, 1, frame.ruler.h});
  // Down and up within one frame is a press too.
  if (!touch.held && !touch.clicked) return;
  std::int64_t wanted = std::max<std::int64_t>(0, frame.time_of(ui.items.pointer.x));
  if (ui.time_ns != std::min(wanted, ui.scene.now_ns)) ui.look_at(wanted);
}

void Ruler::draw(Ui& ui, const TimelineFrame& frame) {
  ui.paint.hline(
      frame.area.x, frame.ruler.bottom() - ui.paint.hairline_px(), frame.area.w, Token::line);
  const Marks marks = collect(ui, frame);
  ticks(ui, frame, marks);
  scrub(ui, frame);
  draw_marks(ui, frame, marks);
}

void Ruler::playhead(Ui& ui, const TimelineFrame& frame) {
  if (ui.scene.run == nullptr) return;
  double x = frame.x_of(ui.time_ns);
  if (x < frame.lanes.x - 1 || x > frame.lanes.right()) return;
  double wide = std::max(1.0, std::round(1.5 * ui.paint.ratio())) / ui.paint.ratio();
  double top = frame.ruler.y + 14;
  ui.paint.fill({x, top, wide, frame.lanes.bottom() - top}, Token::accent);
  std::string words = seconds(ui.time_ns);
  double w = ui.paint.width(Type::kNumber, words) + 14;
  double left = std::clamp(x - w / 2, frame.area.x, std::max(frame.area.x, frame.area.right() - w));
  Rect badge{left, frame.ruler.y + 3, w, 18};
  ui.paint.fill(badge, Token::accent, 4);
  ui.paint.text_in(Type::kNumber, badge, words, Token::on_accent, Align::kMiddle);
}

const std::vector<timeline::Box>& Ruler::overview_boxes(const timeline::Model& model,
                                                        const timeline::Viewport& whole,
                                                        const timeline::LayoutOptions& options) {
  const std::size_t events = model.trace().events.size();
  const bool same = overview_.of == model.identity() && overview_.events == events &&
                    overview_.now_ns == options.now_ns && overview_.ns_per_px == whole.ns_per_px &&
                    overview_.height_px == options.track_px;
  if (same) return overview_.boxes;
  overview_ = {model.identity(), events, options.now_ns, whole.ns_per_px, options.track_px, {}};
  const timeline::Track& loop = model.tracks()[0];
  timeline::lay_track(overview_.boxes, loop, whole, options, &loop_.of(model, loop));
  std::erase_if(overview_.boxes,
                [](const timeline::Box& box) { return box.state == State::kIdle; });
  return overview_.boxes;
}

OverviewWish Ruler::overview(Ui& ui, const TimelineFrame& frame, const Extent& extent) {
  OverviewWish wish;
  const Rect& strip = frame.overview;
  if (strip.h < 6) return wish;
  ui.paint.push_clip(strip);
  ui.paint.fill(strip, Token::panel);
  Rect axis{frame.lanes.x, strip.y, frame.lanes.w - 12, strip.h};
  double end = std::max(static_cast<double>(extent.end_ns), 1e6);
  timeline::Viewport whole;
  whole.width_px = axis.w;
  whole.ns_per_px = end / axis.w;
  const timeline::Model* model = ui.scene.run != nullptr ? ui.scene.run : ui.scene.forecast;
  if (model != nullptr && strip.h > 12) {
    timeline::LayoutOptions options;
    options.track_px = strip.h - 1;
    options.slice_px = 8;
    options.mark_px = 2;
    options.now_ns = ui.scene.run != nullptr ? ui.scene.now_ns : extent.end_ns;
    ui.paint.fill({axis.x, strip.y + strip.h / 2 - 1, axis.w, 1}, Token::line);
    ui.paint.begin_slices();
    for (const timeline::Box& box : overview_boxes(*model, whole, options)) {
      ui.paint.slice({axis.x + box.x_px, strip.y + box.y_px, box.width_px, box.height_px},
                     box.state,
                     axis.x,
                     true,
                     0.9,
                     0);
    }
    ui.paint.end_slices();
  }
  if (ui.scene.run != nullptr)
    ui.paint.fill({axis.x + whole.to_px(ui.time_ns), strip.y, 1, strip.h}, Token::accent);
  // The part that is seen below, at least wide enough to be grabbed.
  double from = axis.x + std::max(0.0, frame.viewport.start_ns / whole.ns_per_px);
  double to = axis.x + std::min(end, frame.viewport.end_ns()) / whole.ns_per_px;
  if (to - from < 8) from = (from + to) / 2 - 4, to = from + 8;
  ui.paint.fill({axis.x, strip.y, std::max(0.0, from - axis.x), strip.h}, Token::canvas, 0, 0.6);
  ui.paint.fill({to, strip.y, std::max(0.0, axis.right() - to), strip.h}, Token::canvas, 0, 0.6);
  ui.paint.border({from, strip.y + 2, to - from, strip.h - 5}, Token::accent, 3, 1);
  ui.paint.text_in(Type::kSmall,
                   {frame.area.x + 20, strip.y, frame.gutter.w - 24, strip.h},
                   ui.narrow ? "all" : "whole run",
                   Token::dim_text);
  ui.paint.hline(strip.x, strip.y, strip.w, Token::line);
  ui.paint.pop_clip();
  Touch touch = ui.item("overview", "The whole run: drag to move the picture", axis, axis, false);
  if (touch.hovered || touch.held) ui.cursor = touch.held ? Cursor::kGrabbing : Cursor::kHand;
  ui.explain(touch, "The whole run. Drag to move what is seen; F shows all", axis);
  if (touch.held || touch.clicked)
    wish.middle_ns = static_cast<std::int64_t>((ui.items.pointer.x - axis.x) * whole.ns_per_px);
  return wish;
}

}  // namespace simul::ui
