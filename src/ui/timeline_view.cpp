#include "ui/timeline_view.hpp"

#include <algorithm>
#include <cmath>

#include "timeline/why.hpp"
#include "ui/legend.hpp"

namespace simul::ui {

using timeline::Model;
using timeline::Track;

namespace {

constexpr double kOverview_px = 26, kCrowdMost_px = 150, kDragFrom_px = 4, kLeastBox_px = 6;
constexpr double kNear_px = 400;  // lanes this far out of sight have their place all the same
constexpr std::int64_t kDoubleClick_ns = 400'000'000;

double gutter_px(const Ui& ui) {
  return ui.narrow ? measure::gutter_small_px : measure::gutter_px;
}

}  // namespace

void TimelineView::new_run() {
  lanes_.forget();
  slices_.forget();
  arrows_.forget();
  menu_.forget();
  place_.forget();
}

// ---- how high

double TimelineView::prepare(const Ui& ui) {
  lanes_.update(ui.scene, ui.motion.now_ns());
  double lane = ui.narrow ? measure::track_medium_px : measure::track_px;
  double height = lane * static_cast<double>(lanes_.all().size() + lanes_.crowds().size());
  return measure::ruler_px + std::max(height, 2 * lane) + measure::legend_px;
}

// As large as there is room for, down to a line of text; from there on lanes scroll. Fingers need
// theirs large. Crowds take what is left.
void TimelineView::place_lanes(Ui& ui) {
  auto& all = lanes_.all();
  const std::size_t crowds = lanes_.crowds().size();
  double count = static_cast<double>(std::max<std::size_t>(all.size() + crowds, 1));
  double share = std::floor(frame_.lanes.h / count);
  frame_.lane_px = ui.narrow ? measure::track_medium_px
                   : share >= measure::track_px
                       ? measure::track_px
                       : std::clamp(share, measure::track_dense_px, measure::track_medium_px);
  frame_.slice_px = frame_.lane_px >= 40 ? measure::slice_px : std::max(14.0, frame_.lane_px - 12);
  double single = frame_.lane_px * static_cast<double>(all.size() - crowds);
  double crowd = crowds == 0 ? 0
                             : std::clamp((frame_.lanes.h - single) / static_cast<double>(crowds),
                                          2 * frame_.lane_px,
                                          std::max(kCrowdMost_px, 2 * frame_.lane_px));
  // Those that stay are single lanes.
  double fixed = frame_.lane_px * static_cast<double>(lanes_.fixed());
  // More pinned than there is room for: then they scroll like the others.
  if (fixed > frame_.lanes.h * 0.7) fixed = 0;
  frame_.scroll_top = frame_.lanes.y + fixed;
  Lanes::Places places{frame_.lanes.y, frame_.lane_px, std::floor(crowd), 0, fixed};
  const double total = single + static_cast<double>(crowds) * places.crowd_px;
  scroll_px_ = std::clamp(scroll_px_, 0.0, std::max(0.0, total - frame_.lanes.h));
  places.scroll_px = scroll_px_;
  lanes_.place(places, frame_.lanes.y - kNear_px, frame_.lanes.bottom() + kNear_px);
  for (std::size_t i : lanes_.seen()) {
    bool stays = fixed > 0 && i < lanes_.fixed();
    double wanted = all[i].y;
    // Folding, pinning and filtering move lanes; a person sees where they go.
    auto key = static_cast<Motion::Key>(all[i].task * 2 + (all[i].crowd ? 1 : 0));
    double place = wanted + (stays ? 0 : scroll_px_) - frame_.lanes.y;
    double glided = ui.motion.to(key, place, kLayoutMotion_ms);
    all[i].y = ui.paint.snap(frame_.lanes.y + glided - (stays ? 0 : scroll_px_));
  }
}

// ---- what a hand or a key moves

void TimelineView::zoom_to_selected(const Ui& ui) {
  if (ui.scene.run == nullptr || !ui.focus.selected) return;
  const Track* track = ui.scene.run->track_of(*ui.focus.selected);
  if (track == nullptr) return;
  const timeline::Slice* slice =
      Model::slice_at(*track, ui.focus.selected_at_ns.value_or(ui.time_ns));
  if (slice != nullptr && slice->start_ns < std::min(slice->end_ns, ui.scene.now_ns))
    return place_.zoom_to(slice->start_ns, std::min(slice->end_ns, ui.scene.now_ns));
  place_.zoom_to(track->created_ns, std::min(track->ended_ns, ui.scene.now_ns));
}

double TimelineView::scrolled_px() const {
  return std::max(0.0, lanes_.total_px() - frame_.lanes.h);
}

bool TimelineView::wheel(double x, double y, double dx, double dy, bool zooming) {
  if (!frame_.area.contains(x, y)) return false;
  place_.at_once();
  if (zooming) {
    place_.zoom(std::pow(1.0025, std::clamp(dy, -400.0, 400.0)), x - frame_.lanes.x);
    return true;
  }
  if (std::abs(dx) > 0.5) place_.pan_by(-dx);
  double most = scrolled_px();
  if (most > 0)
    scroll_px_ = std::clamp(scroll_px_ + dy, 0.0, most);
  else if (std::abs(dx) <= 0.5)
    return wheel(x, y, 0, dy, true);
  return true;
}

void TimelineView::scroll_to(const Lane& lane) {
  const double y = lanes_.y_of(lane), height = lanes_.height_of(lane);
  double top = y + scroll_px_ - frame_.scroll_top;
  double room = frame_.lanes.bottom() - frame_.scroll_top;
  if (y < frame_.scroll_top) scroll_px_ = std::max(0.0, top);
  if (y + height > frame_.lanes.bottom()) scroll_px_ = std::max(0.0, top + height - room);
}

void TimelineView::select_next(Ui& ui, int step) {
  std::vector<std::size_t> there;
  std::ptrdiff_t at = -1;
  for (std::size_t i = 0; i < lanes_.all().size(); ++i) {
    const Lane& lane = lanes_.all()[i];
    // Before the first run a forecast's tasks can be chosen as well.
    const std::size_t there_is = ui.scene.run == nullptr ? lane.planned : lane.live;
    if (there_is == Lane::kNowhere || lane.crowd) continue;
    if (ui.focus.selected == lane.task) at = static_cast<std::ptrdiff_t>(there.size());
    there.push_back(i);
  }
  if (there.empty()) return;
  auto count = static_cast<std::ptrdiff_t>(there.size());
  if (at < 0) at = step > 0 ? -1 : count;
  const Lane& lane = lanes_.all()[there[static_cast<std::size_t>(
      std::clamp<std::ptrdiff_t>(at + step, 0, count - 1))]];
  ui.focus.selected = lane.task;
  ui.focus.selected_at_ns.reset();
  scroll_to(lane);
}

void TimelineView::fold_selected(Ui& ui, bool folded) {
  if (!ui.focus.selected) return;
  const Lane* lane = lanes_.of(*ui.focus.selected);
  if (lane != nullptr) lanes_.set_folded(*lane, folded);
}

void TimelineView::pin_selected(Ui& ui) {
  if (ui.focus.selected) lanes_.toggle_pin(*ui.focus.selected);
}

// ---- drawing

void TimelineView::draw_rows(Ui& ui) {
  Rect rows{frame_.area.x, frame_.lanes.y, frame_.area.w, frame_.lanes.h};
  ui.paint.push_clip(rows);
  // From the last to the first, so that lanes that stay lie on those that scroll.
  for (auto at = lanes_.seen().rbegin(); at != lanes_.seen().rend(); ++at) {
    const std::size_t i = *at;
    const Lane& lane = lanes_.all()[i];
    Rect row = frame_.clip_of(lane, i < lanes_.fixed());
    if (row.h <= 0) continue;
    const bool there_is = ui.scene.run == nullptr || lane.live != Lane::kNowhere;
    bool selected = !lane.crowd && there_is && ui.focus.selected == lane.task;
    if (i < lanes_.fixed()) ui.paint.fill(row, Token::panel);
    if (selected) {
      ui.paint.fill(row, Token::raised);
      ui.paint.fill({row.x, row.y, 3, row.h}, Token::accent);
    }
    bool last = i + 1 == lanes_.fixed() && lanes_.fixed() < lanes_.all().size();
    if (lane.y + lane.height < rows.bottom() - 1)
      ui.paint.hline(row.x,
                     row.bottom() - ui.paint.hairline_px(),
                     row.w,
                     last ? Token::line : Token::faint_line);
  }
  if (!lanes_.all().empty()) {
    ruler_.grid(ui, frame_);
  } else {
    const Rect& empty = frame_.lanes;
    ui.paint.paragraph(
        Type::kBody,
        empty.x + 16,
        empty.y + 18,
        std::max(0.0, empty.w - 32),
        "No task yet: what a program starts is drawn here, a line for each task. Add "
        "steps in Compose, or write the program.",
        Token::dim_text,
        3);
  }
  ui.paint.pop_clip();
}

// The slice that a person asked about has a frame.
void TimelineView::mark_selected(Ui& ui) {
  if (!ui.focus.selected || !ui.focus.selected_at_ns || ui.scene.run == nullptr) return;
  for (const Item& item : slices_.items(frame_, [](const timeline::Model*) { return true; })) {
    if (!item.id.starts_with("slice:" + std::to_string(*ui.focus.selected) + ":")) continue;
    double x = frame_.x_of(*ui.focus.selected_at_ns);
    if (x < item.rect.x - 0.5 || x > item.rect.right() + 0.5) continue;
    ui.paint.border(item.rect.inset(-2), Token::accent, measure::slice_radius_px + 1, 1.5);
    return;
  }
}

// ---- pointing

void TimelineView::say(Ui& ui, const SlicesView::Seen& seen, const Touch& touch) {
  const timeline::Slice& slice = seen.track->slices[seen.box.slice];
  bool run = seen.model == ui.scene.run;
  std::int64_t end = std::min(seen.box.end_ns, run ? ui.time_ns : seen.box.end_ns);
  std::string words =
      slice_title(*seen.model, *seen.track, slice, seen.box.state, seen.box.start_ns, end);
  if (seen.box.merged > 1) words = merged_words(*seen.track, seen.box, end);
  const bool ghost = seen.model == ui.scene.ghost;
  if (!run) words += ghost ? " (before the edit)" : " (forecast)";
  ui.explain(touch, words, {ui.items.pointer.x, seen.rect.y, 1, seen.rect.h});
  if (ghost) return;
  ui.cursor = Cursor::kHand;
  hovered_ = seen.track->task;
  bool still = !drag_ || drag_->moved_px < kDragFrom_px;
  if (!touch.clicked || !still) return;
  std::string id = std::to_string(seen.track->task) + ":" + std::to_string(seen.box.slice);
  bool twice = id == last_click_ && ui.motion.now_ns() - last_click_ns_ < kDoubleClick_ns;
  last_click_ = id;
  last_click_ns_ = ui.motion.now_ns();
  ui.focus.selected = seen.track->task;
  ui.focus.selected_at_ns.reset();
  menu_.choose(ui, seen);
  // In the middle of what was clicked: at its edges another slice may lie.
  if (run && end < ui.time_ns)
    ui.focus.selected_at_ns = seen.box.start_ns + (end - seen.box.start_ns) / 2;
  if (slice.line != 0) ui.tell(Command::Kind::kShowLine, slice.line);
  if (twice) place_.zoom_to(seen.box.start_ns, end);
  ui.again = true;
}

void TimelineView::drag(Ui& ui, const Touch& touch) {
  const Pointer& pointer = ui.items.pointer;
  if ((pointer.pressed && touch.held) || menu_.gave_up())
    drag_ = Drag{pointer.shift, pointer.press_x, pointer.press_x, pointer.press_y, 0};
  if (!drag_) return;
  double dx = pointer.x - drag_->last_x, dy = pointer.y - drag_->last_y;
  if (touch.held) {
    drag_->moved_px += std::abs(dx) + std::abs(dy);
    if (!drag_->box && drag_->moved_px >= kDragFrom_px) {
      if (dx != 0) place_.pan_by(dx);
      place_.at_once();
      scroll_px_ = std::clamp(scroll_px_ - dy, 0.0, scrolled_px());
      ui.cursor = Cursor::kGrabbing;
      ui.again = ui.again || dx != 0 || dy != 0;
    }
    drag_->last_x = pointer.x;
    drag_->last_y = pointer.y;
  }
  if (!drag_->box) return;
  double from =
      std::clamp(std::min(drag_->from_x, pointer.x), frame_.lanes.x, frame_.lanes.right());
  double to = std::clamp(std::max(drag_->from_x, pointer.x), frame_.lanes.x, frame_.lanes.right());
  if (pointer.down) {
    Rect box{from, frame_.lanes.y, to - from, frame_.lanes.h};
    ui.paint.fill(box, Token::accent, 0, 0.12);
    ui.paint.vline(box.x, box.y, box.h, Token::accent);
    ui.paint.vline(box.right(), box.y, box.h, Token::accent);
    std::string words = duration(frame_.time_of(to) - frame_.time_of(from));
    double wide = ui.paint.width(Type::kNumber, words) + 14;
    if (wide < box.w) {
      Rect badge{box.x + (box.w - wide) / 2, box.y + 6, wide, 18};
      ui.paint.fill(badge, Token::accent, 4);
      ui.paint.text_in(Type::kNumber, badge, words, Token::on_accent, Align::kMiddle);
    }
    ui.cursor = Cursor::kResize;
  } else if (to - from >= kLeastBox_px) {
    place_.show(frame_.time_of(from), frame_.time_of(to), 0);
    ui.again = true;
  }
}

void TimelineView::pointed_at(Ui& ui, const Touch& touch) {
  const Pointer& pointer = ui.items.pointer;
  if (!touch.hovered && !touch.clicked) return;
  if (drag_ && drag_->box && drag_->moved_px >= kDragFrom_px) return;
  if (const SlicesView::Seen* seen = slices_.under(pointer.x, pointer.y))
    return say(ui, *seen, touch);
  std::string crowd = slices_.crowd_words(ui, frame_, lanes_);
  if (!crowd.empty()) ui.explain(touch, crowd, {pointer.x, pointer.y - 8, 1, 16});
  bool still = !drag_ || drag_->moved_px < kDragFrom_px;
  if (touch.clicked && still && (ui.focus.selected || ui.focus.selected_at_ns)) {
    ui.focus.selected.reset();
    ui.focus.selected_at_ns.reset();
    ui.again = true;
  }
}

void TimelineView::point(Ui& ui) {
  const Pointer& pointer = ui.items.pointer;
  Touch touch = ui.item("lanes", "Timeline", frame_.lanes, frame_.lanes, false);
  bool taken =
      start_.active() ? start_.point(ui, frame_, slices_) : sleep_.point(ui, frame_, slices_);
  if (!sleep_.active() && !start_.active()) taken = start_.point(ui, frame_, slices_) || taken;
  if (!taken && menu_.point(ui, slices_, touch, place_.whole())) {
    taken = menu_.pulling();
    drag_.reset();
  } else if (!taken) {
    drag(ui, touch);
  }
  if (pointer.menu && !taken && frame_.lanes.contains(pointer.x, pointer.y)) {
    if (const SlicesView::Seen* seen = slices_.under(pointer.x, pointer.y)) menu_.open(ui, *seen);
  }
  auto before = hovered_;
  hovered_.reset();
  if (!taken) pointed_at(ui, touch);
  bool in_gutter = pointer.inside && frame_.gutter.contains(pointer.x, pointer.y);
  if (in_gutter && !pointer.touch) {
    for (std::size_t i : lanes_.seen()) {
      const Lane& lane = lanes_.all()[i];
      if (lane.crowd || !frame_.clip_of(lane, i < lanes_.fixed()).contains(pointer.x, pointer.y))
        continue;
      hovered_ = lane.task;
      break;
    }
  }
  if (hovered_ != before) ui.again = true;
  if (!pointer.down) drag_.reset();
}

// ---- the whole

void TimelineView::draw(Ui& ui, const Rect& area) {
  frame_.area = area;
  double gutter = gutter_px(ui);
  // Of the whole run there is nothing to be seen in small as long as all of it is seen.
  bool part = !place_.whole() && area.h > 220;
  double overview = ui.paint.snap(
      ui.motion.to(Motion::key("overview"), part ? kOverview_px : 0, kLayoutMotion_ms));
  frame_.overview = {area.x, area.bottom() - measure::legend_px - overview, area.w, overview};
  frame_.ruler = {area.x, area.y, area.w, measure::ruler_px};
  double lanes_h = std::max(0.0, area.h - overview - measure::ruler_px - measure::legend_px);
  frame_.legend = {area.x, area.bottom() - measure::legend_px, area.w, measure::legend_px};
  frame_.gutter = {area.x, frame_.ruler.bottom(), gutter, lanes_h};
  frame_.lanes = {area.x + gutter, frame_.ruler.bottom(), std::max(1.0, area.w - gutter), lanes_h};
  place_lanes(ui);
  place_.resize(frame_.lanes.w);
  // What a hand holds must not move away under it.
  if (sleep_.active())
    place_.widen(sleep_.widening(ui, frame_));
  else if (start_.active() || menu_.is_open())
    place_.at_once();
  else
    place_.move(ui);
  frame_.viewport = place_.glide(ui);

  ui.paint.fill(area, Token::canvas);
  draw_rows(ui);
  slices_.collect(ui, frame_, lanes_);
  ui.paint.push_clip({frame_.lanes.x - 4, frame_.lanes.y, frame_.lanes.w + 4, frame_.lanes.h});
  slices_.draw(ui, frame_, lanes_);
  mark_selected(ui);
  arrows_.draw(ui, frame_, lanes_, hovered_);
  ui.paint.pop_clip();
  gutter_.draw(ui, frame_, lanes_, slices_);
  ruler_.draw(ui, frame_);
  OverviewWish wish = ruler_.overview(ui, frame_, extent_of(ui));
  if (wish.middle_ns) {
    place_.show_around(*wish.middle_ns);
    ui.again = ui.again || ui.items.pointer.pressed;
  }
  point(ui);
  ruler_.playhead(ui, frame_);
  sleep_.draw(ui, frame_);
  start_.draw(ui, frame_);
  menu_.draw_mark(ui, frame_, slices_);
  draw_legend(ui, frame_, lanes_, slices_.forecasts(), slices_.ghosts());
  double most = scrolled_px();
  if (most > 0) {
    double room = frame_.lanes.bottom() - frame_.scroll_top;
    double part_seen = room / (room + most);
    ui.paint.fill({area.right() - 5,
                   frame_.scroll_top + scroll_px_ * part_seen,
                   3,
                   std::max(12.0, room * part_seen)},
                  Token::faint_text,
                  1.5,
                  0.6);
  }
}

}  // namespace simul::ui
