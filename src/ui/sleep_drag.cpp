#include "ui/sleep_drag.hpp"

#include <algorithm>
#include <cmath>

#include "base/float_text.hpp"
#include "ui/pending_paint.hpp"

namespace simul::ui {

using timeline::State;
using timeline::Track;

namespace {

constexpr double kBefore_px = 7, kBehind_px = 4, kTouch_px = 16;  // of a grip, around the end
constexpr double kLeastStep_px = 5, kDragFrom_px = 3, kEdge_px = 20;
constexpr std::size_t kMostGrips = 300;
constexpr double kSteps_s[] = {0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 5, 10, 60, 300};
constexpr double kMost_s = 1e6;

bool is_sleep(const timeline::Slice& slice) {
  return slice.state == State::kSleeping && slice.due_ns != timeline::kNone;
}

// A sleep that went on until its timer: its end is where the program's text has put it.
bool reaches_its_end(const SlicesView::Seen& seen) {
  const timeline::Slice& slice = seen.track->slices[seen.box.slice];
  return seen.box.state == State::kSleeping && seen.box.merged == 1 && is_sleep(slice) &&
         seen.box.end_ns >= slice.due_ns && slice.due_ns > slice.start_ns;
}

std::size_t nth_sleep(const Track& track, std::size_t slice) {
  const auto& all = track.slices;
  return static_cast<std::size_t>(
      std::count_if(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(slice), is_sleep));
}

double seconds_of(std::int64_t ns) {
  return static_cast<double>(ns) / 1e9;
}

// As a person writes it: no more than three decimals.
std::string number(double seconds) {
  std::string text = shortest_text(std::round(seconds * 1000) / 1000);
  return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

}  // namespace

double sleep_step_s(double px_per_s) {
  for (double step : kSteps_s) {
    if (step * px_per_s >= kLeastStep_px) return step;
  }
  return kSteps_s[std::size(kSteps_s) - 1];
}

std::string sleep_words(double seconds) {
  return number(seconds) + " s";
}

std::string change_words(double from_s, double to_s) {
  const double by = std::round((to_s - from_s) * 1000) / 1000;
  if (by == 0) return "";
  return (by > 0 ? "+" : "\xe2\x88\x92") + number(std::abs(by));
}

void SleepDrag::begin(Ui& ui,
                      const TimelineFrame& frame,
                      const SlicesView::Seen& seen,
                      std::string id) {
  const timeline::Slice& slice = seen.track->slices[seen.box.slice];
  Drag drag;
  drag.wish = {Trying::kPending,
               seen.model == ui.scene.forecast,
               seen.track->task,
               seen.box.slice,
               seconds_of(slice.due_ns - slice.start_ns)};
  // What the loop does in between takes its nanoseconds: no part of what the program asked for.
  drag.wish.seconds = drag.wish.was_s = drag.from_s = std::round(drag.wish.seconds * 1e4) / 1e4;
  drag.id = std::move(id);
  drag.label = "End of the sleep of " + seen.track->name;
  drag.nth = nth_sleep(*seen.track, seen.box.slice);
  drag.start_ns = slice.start_ns;
  drag.end_ns = drag.shown_end_ns = slice.due_ns;
  drag.grab_px = ui.items.pointer.press_x - frame.x_of(slice.due_ns);
  drag.y = seen.rect.y;
  drag.h = seen.rect.h;
  drag.widened_ns = ui.motion.now_ns();
  ui.focus.selected = seen.track->task;
  ui.focus.selected_at_ns.reset();
  drag_ = std::move(drag);
  Command command{Command::Kind::kSleepEnd};
  command.sleep = drag_->wish;
  ui.commands.push_back(command);
  ui.again = true;
}

// Where the slice stands in the picture that the last wish made.
void SleepDrag::follow(Ui& ui, const TimelineFrame& frame, const SlicesView& slices) {
  static_cast<void>(slices);
  if (ui.scene.pending != nullptr && ui.scene.forecast != nullptr && drag_->moved) {
    if (const Track* track = ui.scene.forecast->track_of(drag_->wish.task)) {
      std::size_t nth = 0;
      for (const timeline::Slice& slice : track->slices) {
        if (!is_sleep(slice) || nth++ != drag_->nth) continue;
        drag_->shown_end_ns = slice.due_ns;
        const double grown = drag_->wish.seconds - drag_->from_s;
        const double moved = seconds_of(slice.due_ns - drag_->end_ns);
        if (std::abs(grown) > 1e-9 && moved / grown > 0.01)
          drag_->rate = std::clamp(std::round(moved / grown * 100) / 100, 0.05, 1e4);
        break;
      }
    }
  }
  const Pointer& pointer = ui.items.pointer;
  if (std::abs(pointer.x - pointer.press_x) >= kDragFrom_px) drag_->moved = true;
  if (!drag_->moved) return;
  const double px_per_s = 1e9 / frame.viewport.ns_per_px * drag_->rate;
  const double step = sleep_step_s(px_per_s);
  const double wanted_end = seconds_of(frame.time_of(pointer.x - drag_->grab_px));
  double seconds = drag_->from_s + (wanted_end - seconds_of(drag_->end_ns)) / drag_->rate;
  seconds = std::clamp(std::round(seconds / step) * step, step, kMost_s);
  seconds = std::round(seconds * 1e4) / 1e4;
  // Near where it was it is as it was, whatever the steps are.
  if (std::abs(seconds - drag_->from_s) < step / 2) seconds = drag_->from_s;
  if (seconds == drag_->wish.seconds) return;
  drag_->wish.seconds = seconds;
  Command command{Command::Kind::kSleepEnd};
  command.sleep = drag_->wish;
  ui.commands.push_back(command);
  ui.again = true;
}

void SleepDrag::finish(Ui& ui, bool keep) {
  Command command{Command::Kind::kSleepEnd};
  command.sleep = drag_->wish;
  const bool refused = ui.scene.pending != nullptr && !ui.scene.pending->refusal.empty();
  const bool changed = drag_->wish.seconds != drag_->from_s;
  command.sleep.trying = keep && changed && !refused ? Trying::kCommit : Trying::kCancel;
  ui.commands.push_back(command);
  ui.again = true;
  drag_.reset();
}

double SleepDrag::widening(const Ui& ui, const TimelineFrame& frame) {
  const std::int64_t now_ns = ui.motion.now_ns();
  const double passed_ms = static_cast<double>(now_ns - drag_->widened_ns) / 1e6;
  drag_->widened_ns = now_ns;
  const bool at_edge = drag_->moved && ui.items.pointer.x > frame.lanes.right() - kEdge_px;
  if (!at_edge || passed_ms <= 0) return 1;
  return std::exp(std::min(passed_ms, 50.0) / 1000);
}

bool SleepDrag::point(Ui& ui, const TimelineFrame& frame, const SlicesView& slices) {
  const Pointer& pointer = ui.items.pointer;
  hovered_.reset();
  if (drag_) {
    const Touch touch = ui.item(drag_->id, drag_->label, frame.lanes, frame.lanes, false);
    ui.cursor = Cursor::kResize;
    if (drag_->cancelled) {
      finish(ui, false);
    } else if (touch.held) {
      follow(ui, frame, slices);
      ui.again = ui.again || pointer.x > frame.lanes.right() - kEdge_px;
    } else {
      finish(ui, true);
    }
    return true;
  }
  // A run that goes on is not the place to take hold of anything.
  if (ui.running() || ui.scene.pending != nullptr) return false;
  bool taken = false;
  std::size_t grips = 0;
  for (const auto* all : {&slices.foreseen(), &slices.played()}) {
    for (const SlicesView::Seen& seen : *all) {
      if (!reaches_its_end(seen) || grips >= kMostGrips) continue;
      const double before =
          pointer.touch ? kTouch_px : std::min(kBefore_px, std::max(2.0, seen.rect.w / 3));
      const double behind = pointer.touch ? kTouch_px : kBehind_px;
      const Rect zone{
          seen.rect.right() - before, seen.rect.y - 2, before + behind, seen.rect.h + 4};
      const Rect clip = frame.lanes.cut(seen.clip);
      if (zone.cut(clip).w < before || zone.cut(clip).h < seen.rect.h / 2) continue;
      ++grips;
      std::string id =
          "sleep-end:" + std::to_string(seen.track->task) + ":" + std::to_string(seen.box.slice);
      const timeline::Slice& slice = seen.track->slices[seen.box.slice];
      const std::string lasts =
          sleep_words(std::round(seconds_of(slice.due_ns - slice.start_ns) * 1e4) / 1e4);
      const Touch touch =
          ui.item(id, "End of the sleep of " + seen.track->name + ", " + lasts, zone, clip, false);
      if (touch.hovered && !pointer.touch) {
        hovered_ = Grip{zone, seen.rect};
        ui.cursor = Cursor::kResize;
        ui.tooltip.clear();
        ui.explain(touch,
                   "Drag to change how long " + seen.track->name + " sleeps (" + lasts + " now)",
                   {seen.rect.right(), seen.rect.y, 1, seen.rect.h});
        taken = true;
      }
      if (touch.held && pointer.pressed) {
        begin(ui, frame, seen, std::move(id));
        ui.cursor = Cursor::kResize;
        return true;
      }
    }
  }
  return taken;
}

void SleepDrag::draw(Ui& ui, const TimelineFrame& frame) {
  if (!drag_) {
    if (hovered_)
      paint_knob(ui, hovered_->slice.right(), hovered_->slice.y, hovered_->slice.h, false);
    return;
  }
  const std::string refusal = ui.scene.pending == nullptr ? "" : ui.scene.pending->refusal;
  const double seconds = drag_->wish.seconds, from = frame.x_of(drag_->end_ns);
  const double x = refusal.empty() ? from + (seconds - drag_->from_s) * drag_->rate * 1e9 /
                                                frame.viewport.ns_per_px
                                   : from;
  paint_trail(ui, frame, from, x, drag_->y + drag_->h / 2);
  paint_knob(ui, x, drag_->y, drag_->h, true);
  paint_pill(ui,
             frame,
             x,
             drag_->y,
             drag_->h,
             sleep_words(seconds),
             change_words(drag_->from_s, seconds),
             refusal);
}

}  // namespace simul::ui
