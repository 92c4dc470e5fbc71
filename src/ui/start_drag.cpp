#include "ui/start_drag.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "ui/pending_paint.hpp"
#include "ui/sleep_drag.hpp"

namespace simul::ui {

namespace {
constexpr double kBefore_px = 4, kBehind_px = 7, kTouch_px = 16;  // of a grip, around the start
constexpr double kDragFrom_px = 3, kMost_s = 1e6;
constexpr std::size_t kMostGrips = 300;
}  // namespace

std::string start_words(const std::string& name, double by_s) {
  if (by_s == 0) return name + " starts when it did";
  return name + " starts " + sleep_words(std::abs(by_s)) + (by_s > 0 ? " later" : " earlier");
}

void StartDrag::tell(Ui& ui, Trying trying) {
  Command command{Command::Kind::kTaskStart};
  command.start = drag_->wish;
  command.start.trying = trying;
  ui.commands.push_back(command);
  ui.again = true;
}

void StartDrag::follow(Ui& ui, const TimelineFrame& frame) {
  const Pointer& pointer = ui.items.pointer;
  if (std::abs(pointer.x - pointer.press_x) >= kDragFrom_px) drag_->moved = true;
  if (!drag_->moved) return;
  const double px_per_s = 1e9 / frame.viewport.ns_per_px;
  const double step = sleep_step_s(px_per_s);
  double by = std::round((pointer.x - pointer.press_x) / px_per_s / step) * step;
  by = std::clamp(std::round(by * 1e4) / 1e4, -kMost_s, kMost_s);
  if (by == drag_->wish.by_s) return;
  drag_->wish.by_s = by;
  tell(ui, Trying::kPending);
}

void StartDrag::finish(Ui& ui, bool keep) {
  const bool refused = ui.scene.pending != nullptr && !ui.scene.pending->refusal.empty();
  tell(ui, keep && drag_->wish.by_s != 0 && !refused ? Trying::kCommit : Trying::kCancel);
  drag_.reset();
}

bool StartDrag::point(Ui& ui, const TimelineFrame& frame, const SlicesView& slices) {
  const Pointer& pointer = ui.items.pointer;
  hovered_.reset();
  if (drag_) {
    const Touch touch =
        ui.item(drag_->id, "Start of " + drag_->name, frame.lanes, frame.lanes, false);
    ui.cursor = Cursor::kResize;
    if (drag_->cancelled)
      finish(ui, false);
    else if (touch.held)
      follow(ui, frame);
    else
      finish(ui, true);
    return true;
  }
  if (ui.running() || ui.scene.pending != nullptr) return false;
  bool taken = false;
  std::set<timeline::Id> seen_tasks;
  // What has been played is taken before its forecast.
  for (const auto* all : {&slices.played(), &slices.foreseen()}) {
    for (const SlicesView::Seen& seen : *all) {
      const timeline::Track& track = *seen.track;
      if (track.task == 0 || seen.box.start_ns > track.created_ns ||
          seen_tasks.size() >= kMostGrips)
        continue;
      if (!seen_tasks.insert(track.task).second) continue;
      const double x = frame.x_of(track.created_ns);
      const double before = pointer.touch ? kTouch_px : kBefore_px;
      const double behind = pointer.touch ? kTouch_px : kBehind_px;
      const Rect zone{x - before, seen.rect.y - 2, before + behind, seen.rect.h + 4};
      const Rect clip = frame.lanes.cut(seen.clip);
      if (zone.cut(clip).w < behind - 1 || zone.cut(clip).h < seen.rect.h / 2) continue;
      std::string id = "task-start:" + std::to_string(track.task);
      const Touch touch = ui.item(id, "Start of " + track.name, zone, clip, false);
      if (touch.hovered && !pointer.touch) {
        hovered_ = Rect{x, seen.rect.y, 0, seen.rect.h};
        ui.cursor = Cursor::kResize;
        ui.tooltip.clear();
        ui.explain(
            touch, "Drag to let " + track.name + " start later", {x, seen.rect.y, 1, seen.rect.h});
        taken = true;
      }
      if (!touch.held || !pointer.pressed) continue;
      Drag drag;
      drag.wish = {Trying::kPending, seen.model == ui.scene.forecast, track.task, 0};
      drag.id = std::move(id);
      drag.name = track.name;
      drag.start_ns = track.created_ns;
      drag.y = seen.rect.y;
      drag.h = seen.rect.h;
      ui.focus.selected = track.task;
      ui.focus.selected_at_ns.reset();
      drag_ = std::move(drag);
      tell(ui, Trying::kPending);
      ui.cursor = Cursor::kResize;
      return true;
    }
  }
  return taken;
}

void StartDrag::draw(Ui& ui, const TimelineFrame& frame) {
  if (!drag_) {
    if (hovered_) paint_knob(ui, hovered_->x, hovered_->y, hovered_->h, false);
    return;
  }
  const std::string refusal = ui.scene.pending == nullptr ? "" : ui.scene.pending->refusal;
  const double from = frame.x_of(drag_->start_ns);
  const double x =
      refusal.empty() ? from + drag_->wish.by_s * 1e9 / frame.viewport.ns_per_px : from;
  paint_trail(ui, frame, from, x, drag_->y + drag_->h / 2);
  paint_knob(ui, x, drag_->y, drag_->h, true);
  paint_pill(
      ui, frame, x, drag_->y, drag_->h, start_words(drag_->name, drag_->wish.by_s), "", refusal);
}

}  // namespace simul::ui
