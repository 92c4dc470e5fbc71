#include "ui/timeline_view.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "timeline/ticks.hpp"
#include "timeline/why.hpp"

namespace simul::ui {

using timeline::kNone;
using timeline::kOpen;
using timeline::Model;
using timeline::seconds;
using timeline::State;
using timeline::Track;

namespace {

constexpr double kRightRoom_px = 56;  // the last tick's label stands right of its tick
constexpr std::int64_t kShortest_ns = 1'000'000'000;  // of an empty picture
constexpr double kFollowWindow_ns = 10e9;             // of a run whose end nobody knows
constexpr std::size_t kMostMergedLanes = 300;         // beyond this, lanes are the run's alone
constexpr double kIndent_px = 20;

double gutter_px(const Ui& ui) {
  return ui.narrow ? measure::gutter_small_px : measure::gutter_px;
}

// The first wording that fits; the last if none does.
std::string fitting(const Ui& ui, Type type, const Wordings& wordings, double room_px) {
  for (const std::string& words : wordings) {
    if (ui.paint.width(type, words) <= room_px) return words;
  }
  return wordings.empty() ? std::string() : wordings.back();
}

}  // namespace

// ---- lanes
// ----------------------------------------------------------------------------------------------------------

void TimelineView::collect_lanes(const Ui& ui) {
  lanes_.clear();
  const Model* run = ui.scene.run;
  const Model* future = ui.scene.forecast;
  bool merge = run == nullptr || (run->tracks().size() < kMostMergedLanes && future != nullptr &&
                                  future->tracks().size() < kMostMergedLanes);
  if (future == nullptr) merge = false;
  if (merge) {
    for (std::size_t index : future->order()) {
      const Track& planned = future->tracks()[index];
      Lane lane{nullptr, &planned, 0};
      if (run != nullptr) {
        const Track* live = run->track_of(planned.task);
        // The same number may be another task, once real time has decided something else than the
        // forecast did.
        if (live != nullptr && (planned.task == 0 || live->coroutine == planned.coroutine))
          lane.live = live;
      }
      lanes_.push_back(lane);
    }
  }
  if (run != nullptr) {
    std::unordered_map<timeline::Id, bool> there;
    for (const Lane& lane : lanes_) {
      if (lane.live != nullptr) there[lane.live->task] = true;
    }
    for (std::size_t index : run->order()) {
      const Track& track = run->tracks()[index];
      if (!there.contains(track.task)) lanes_.push_back({&track, nullptr, 0});
    }
  }
}

double TimelineView::prepare(const Ui& ui) {
  collect_lanes(ui);
  std::size_t count = std::max<std::size_t>(lanes_.size(), 2);
  double lane = ui.narrow ? measure::track_medium_px : measure::track_px;
  return measure::ruler_px + static_cast<double>(count) * lane + measure::legend_px;
}

// ---- where the picture stands
// ---------------------------------------------------------------------------------------

void TimelineView::move_viewport(const Ui& ui) {
  viewport_.width_px = std::max(1.0, lanes_area_.w);
  const Scene& scene = ui.scene;
  bool end_known = scene.forecast != nullptr && scene.forecast_end_ns >= 0;
  std::int64_t end = end_known ? scene.forecast_end_ns : 0;
  if (scene.run != nullptr)
    end = std::max({end, scene.now_ns, ui.alive() ? 0 : scene.run->end_ns()});
  content_end_ns_ = static_cast<double>(std::max<std::int64_t>(end, scene.now_ns));
  if (!follow_) {
    // The picture can be pushed aside, but never out of sight.
    double wide = viewport_.width_px * viewport_.ns_per_px;
    viewport_.start_ns =
        std::clamp(viewport_.start_ns, -0.9 * wide, std::max(0.0, content_end_ns_ - 0.1 * wide));
    return;
  }
  double room = std::max(40.0, lanes_area_.w - (ui.narrow ? 28 : kRightRoom_px) - measure::mark_px);
  double span = static_cast<double>(end);
  bool open_end = !end_known && (ui.alive() || scene.run == nullptr);
  if (open_end) {
    span = kFollowWindow_ns;
    viewport_.ns_per_px = span / room;
    viewport_.start_ns = std::max(0.0, static_cast<double>(scene.now_ns) - span * 0.8);
  } else {
    // Nothing takes time: a picture of nothing but marks still needs an axis.
    if (span < 1e3) span = static_cast<double>(kShortest_ns);
    viewport_.ns_per_px =
        std::clamp(span / room, timeline::Viewport::kMinNsPerPx, timeline::Viewport::kMaxNsPerPx);
    viewport_.start_ns = 0;
  }
}

void TimelineView::zoom_by(double steps) {
  follow_ = false;
  viewport_.zoom(std::pow(0.8, steps), viewport_.width_px / 2);
}

void TimelineView::pan_by(double px) {
  follow_ = false;
  viewport_.pan(px);
  // Time begins at 0, and there is nothing far left of it.
  viewport_.start_ns =
      std::max(viewport_.start_ns, -viewport_.width_px * 0.9 * viewport_.ns_per_px);
}

bool TimelineView::wheel(double x, double y, double dx, double dy, bool zooming) {
  if (!area_.contains(x, y)) return false;
  if (zooming) {
    follow_ = false;
    viewport_.zoom(std::pow(1.0025, std::clamp(dy, -400.0, 400.0)), x - lanes_area_.x);
    return true;
  }
  if (std::abs(dx) > 0.5) pan_by(-dx);
  double total = static_cast<double>(lanes_.size()) * lane_px_;
  if (total > lanes_area_.h) {
    scroll_px_ = std::clamp(scroll_px_ + dy, 0.0, total - lanes_area_.h);
  } else if (std::abs(dx) <= 0.5) {
    return wheel(x, y, 0, dy, true);
  }
  return true;
}

void TimelineView::select_next(Ui& ui, int step) {
  std::vector<timeline::Id> tasks;
  for (const Lane& lane : lanes_) {
    if (lane.live != nullptr) tasks.push_back(lane.live->task);
  }
  if (tasks.empty()) return;
  auto count = static_cast<std::ptrdiff_t>(tasks.size());
  std::ptrdiff_t at =
      ui.focus.selected ? std::find(tasks.begin(), tasks.end(), *ui.focus.selected) - tasks.begin()
                        : (step > 0 ? -1 : count);
  auto next = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(at + step, 0, count - 1));
  ui.focus.selected = tasks[next];
  ui.focus.selected_at_ns.reset();
  double y = static_cast<double>(next) * lane_px_;
  scroll_px_ =
      std::clamp(scroll_px_, std::max(0.0, y + lane_px_ - lanes_area_.h), std::max(0.0, y));
}

// ---- drawing
// --------------------------------------------------------------------------------------------------------

void TimelineView::collect_boxes(Ui& ui, const Model& model, bool future) {
  std::unordered_map<timeline::Id, double> y_of;
  for (const Lane& lane : lanes_) {
    bool mine =
        future ? lane.planned != nullptr || ui.future == ui.scene.run : lane.live != nullptr;
    if (mine) y_of[lane.track().task] = lane.y;
  }
  timeline::LayoutOptions options;
  options.track_px = lane_px_;
  options.slice_px = slice_px_;
  options.mark_px = measure::mark_px;
  options.now_ns =
      future ? (ui.future == ui.scene.run ? ui.scene.now_ns
                                          : std::max(ui.scene.forecast_end_ns, model.end_ns()))
             : ui.time_ns;
  bool same_order = model.order().size() == lanes_.size() || lanes_.size() >= kMostMergedLanes;
  if (same_order) {
    options.top_px = scroll_px_ - lane_px_;
    options.bottom_px = scroll_px_ + lanes_area_.h + lane_px_;
  }
  timeline::Layout layout = timeline::layout(model, viewport_, options);
  double now_x = ui.scene.run == nullptr ? -1e9 : x_of(ui.time_ns);
  for (const timeline::Box& box : layout.boxes) {
    const timeline::Row& row = layout.rows[box.row];
    const Track& track = model.tracks()[row.track];
    auto y = y_of.find(track.task);
    if (y == y_of.end()) continue;
    Rect rect{
        lanes_area_.x + box.x_px, y->second + box.y_px - row.y_px, box.width_px, box.height_px};
    if (future) {
      if (box.mark ? rect.x <= now_x + 1 : rect.right() <= now_x + 0.5) continue;
    }
    rect = {std::max(rect.x, lanes_area_.x - 60), rect.y, 0, rect.h};
    double right = std::min(lanes_area_.x + box.x_px + box.width_px, lanes_area_.right() + 60);
    if (future && !box.mark) rect.x = std::max(rect.x, now_x);
    rect.w = right - rect.x;
    if (rect.w <= 0) continue;
    (future ? foreseen_ : seen_).push_back({box, &model, &track, rect});
  }
}

void TimelineView::draw_grid(Ui& ui) {
  for (const timeline::Tick& tick : timeline::ticks(viewport_, ui.narrow ? 56 : 90)) {
    if (tick.major)
      ui.paint.vline(x_of(tick.time_ns), lanes_area_.y, lanes_area_.h, Token::faint_line);
  }
}

void TimelineView::draw_lane_name(Ui& ui, const Lane& lane, bool shown) {
  const Track& track = lane.track();
  double indent = ui.narrow ? 0 : std::min(track.depth, 3) * kIndent_px;
  double x = area_.x + (ui.narrow ? 12 : 18) + indent;
  double room = gutter_area_.right() - 8 - x;
  bool born = lane.live != nullptr && (track.task == 0 || lane.live->created_ns <= ui.time_ns);
  Token ink = born ? Token::text : Token::faint_text;

  std::string id = "track:" + std::to_string(track.task);
  Rect name{area_.x, lane.y, gutter_area_.w, lane_px_};
  if (!shown) return;
  Touch touch = ui.item(id, track.name, name, gutter_area_);
  if (touch.hovered) ui.cursor = Cursor::kHand;
  if (touch.clicked && born) {
    ui.focus.selected = track.task;
    ui.focus.selected_at_ns.reset();
    if (track.line != 0) ui.tell(Command::Kind::kShowLine, track.line);
    ui.again = true;
  }
  std::string full = track.name;
  if (!track.task_name.empty() && track.task_name != track.name)
    full += " (" + track.task_name + ")";
  if (!track.coroutine.empty() && track.coroutine != track.name) full += ", " + track.coroutine;

  std::string called =
      track.task == 0 && ui.narrow && track.name == "Event loop" ? "loop" : track.name;
  Wordings words = born ? state_line(*ui.scene.run, track, ui.time_ns)
                        : Wordings{lane.live == nullptr ? "expected" : "not created yet", "later"};
  State state = born ? shown_state(track, ui.time_ns) : State::kIdle;
  bool two_lines = lane_px_ >= 40;
  bool cut = false;
  std::string line;
  if (two_lines) {
    double y = lane.y + lane_px_ / 2 - 8;
    cut = ui.paint.text_in(Type::kStrong, {x, y - 10, room, 20}, called, ink);
    line = fitting(ui, Type::kSmall, words, room);
    cut |= ui.paint.text_in(Type::kSmall, {x, y + 6, room, 20}, line, token_of(state));
  } else {
    double y = lane.y + lane_px_ / 2, wide = ui.paint.width(Type::kSmallMedium, called);
    cut = ui.paint.text_in(Type::kSmallMedium, {x, y - 10, room, 20}, called, ink);
    double rest = room - wide - 8;
    line = fitting(ui, Type::kSmall, words, rest);
    if (ui.paint.width(Type::kSmall, line) <= rest)
      ui.paint.text(Type::kSmall, x + wide + 8, y, line, token_of(state));
    else
      line.clear();
  }
  cut |= !words.empty() && line != words.front();
  if (cut && !words.empty()) full += ": " + words.front();
  if (cut || track.task != 0) ui.explain(touch, full, name);
}

void TimelineView::draw_guides(Ui& ui) {
  if (ui.narrow) return;
  // From each parent down to its last child, with a short arm to each.
  for (std::size_t i = 0; i < lanes_.size(); ++i) {
    const Track& parent = lanes_[i].track();
    if (parent.task == 0) continue;
    double x = area_.x + 22 + std::min(parent.depth, 3) * kIndent_px, last = -1;
    for (std::size_t j = i + 1; j < lanes_.size() && lanes_[j].track().depth > parent.depth; ++j) {
      if (lanes_[j].track().parent != parent.task) continue;
      last = lanes_[j].y + lane_px_ / 2;
      if (parent.depth < 3) ui.paint.hline(x, last, 8, Token::line);
    }
    double from = lanes_[i].y + (lane_px_ >= 40 ? lane_px_ - 10 : lane_px_ / 2 + 7);
    if (last > from && parent.depth < 3) ui.paint.vline(x, from, last - from, Token::line);
  }
}

void TimelineView::draw_slices(Ui& ui) {
  auto rounded = [](const Seen& seen) {
    // Where two slices touch they share a straight edge: only a track's ends are round.
    const auto& slices = seen.track->slices;
    bool first = seen.box.slice == 0 || slices[seen.box.slice - 1].end_ns < seen.box.start_ns;
    bool last = seen.box.end_ns >= seen.track->ended_ns || seen.box.slice + 1 >= slices.size();
    return (first ? 1 : 0) | (last ? 2 : 0);
  };
  double y_mid = 0;
  // An idle loop is a line: it is there, and does nothing.
  auto idle = [&](const Seen& seen, double strength) {
    y_mid = seen.rect.middle_y();
    ui.paint.fill({seen.rect.x, y_mid - 1, seen.rect.w, 2}, Token::line, 0, strength);
  };
  for (const Seen& seen : foreseen_) {
    if (seen.box.state == State::kIdle) idle(seen, 0.6);
  }
  for (const Seen& seen : seen_) {
    if (seen.box.state == State::kIdle) idle(seen, 1);
  }
  ui.paint.begin_slices();
  for (const Seen& seen : foreseen_) {
    double strength = seen.box.mark ? 2 * kForecastStrength : kForecastStrength;
    // Before the first run the forecast is all there is.
    if (ui.scene.run == nullptr) strength *= 1.8;
    ui.paint.slice(seen.rect,
                   seen.box.state,
                   lanes_area_.x + seen.box.x_px,
                   seen.box.mark,
                   strength,
                   rounded(seen));
  }
  for (const Seen& seen : seen_) {
    ui.paint.slice(
        seen.rect, seen.box.state, lanes_area_.x + seen.box.x_px, seen.box.mark, 1, rounded(seen));
  }
  for (const Lane& lane : lanes_) {
    if (lane.live == nullptr || lane.live->task == 0 || lane.live->ended_ns > ui.time_ns) continue;
    if (lane.live->end != State::kFailed && lane.live->end != State::kCancelled) continue;
    double side = std::min(14.0, slice_px_);
    ui.paint.cap({x_of(lane.live->ended_ns) + measure::mark_px + 1,
                  lane.y + (lane_px_ - side) / 2,
                  side,
                  side},
                 lane.live->end,
                 1);
  }
  ui.paint.end_slices();
  for (const Seen& seen : seen_) {
    if (seen.box.state == State::kDue && seen.rect.w >= 3 && lane_px_ >= 40) {
      ui.paint.triangle_down(lanes_area_.x + seen.box.x_px, seen.rect.y - 4, 8, Token::sleeping);
    }
  }
}

void TimelineView::draw_label(Ui& ui, const Seen& seen, double limit_px) {
  if (seen.box.mark || slice_px_ < 18 || seen.box.state == State::kIdle) return;
  double left = std::max(seen.rect.x, lanes_area_.x);
  double right = std::min(seen.rect.right(), limit_px);
  double room = right - left - 22;
  if (room < 14) return;
  const timeline::Slice& slice = seen.track->slices[seen.box.slice];
  Wordings wordings =
      slice_label(*seen.model, *seen.track, slice, seen.box.state, seen.box.start_ns);
  if (wordings.empty()) return;
  if (seen.box.merged > 1) wordings = {std::to_string(seen.box.merged) + " slices"};
  std::string words = fitting(ui, Type::kSmallMedium, wordings, room);
  double wide = std::min(ui.paint.width(Type::kSmallMedium, words), room);
  if (wide < 12) return;
  bool solid = seen.box.state == State::kBlocking || seen.box.state == State::kRunning;
  // Words over a pattern stand on a pad; a step may lie on the first pixels of the slice that
  // follows it.
  Rect pad{left + 8, seen.rect.middle_y() - 8, wide + 8, 16};
  if (!solid) ui.paint.fill(pad, Token::canvas, 3, kPadAlpha);
  ui.paint.text_in(Type::kSmallMedium,
                   {pad.x + 4, pad.y, wide + 0.5, pad.h},
                   words,
                   solid ? Token::on_accent : Token::text);
}

void TimelineView::draw_labels(Ui& ui) {
  for (const Seen& seen : seen_) draw_label(ui, seen, lanes_area_.right());
  if (ui.scene.run != nullptr) return;
  for (const Seen& seen : foreseen_) {
    // On a faint fill words need no pad, and solid ones are not dark enough for the words of solid
    // slices.
    if (seen.box.mark || slice_px_ < 18 || seen.box.state == State::kIdle) continue;
    double left = std::max(seen.rect.x, lanes_area_.x),
           room = std::min(seen.rect.right(), lanes_area_.right()) - left - 22;
    if (room < 14) continue;
    const timeline::Slice& slice = seen.track->slices[seen.box.slice];
    std::string words =
        fitting(ui,
                Type::kSmallMedium,
                slice_label(*seen.model, *seen.track, slice, seen.box.state, seen.box.start_ns),
                room);
    double wide = std::min(ui.paint.width(Type::kSmallMedium, words), room);
    Rect pad{left + 8, seen.rect.middle_y() - 8, wide + 8, 16};
    ui.paint.fill(pad, Token::canvas, 3, kPadAlpha);
    ui.paint.text_in(
        Type::kSmallMedium, {pad.x + 4, pad.y, wide + 0.5, pad.h}, words, Token::dim_text);
  }
}

void TimelineView::draw_flows(Ui& ui) {
  if (!ui.focus.selected || ui.scene.run == nullptr) return;
  timeline::Id task = *ui.focus.selected;
  auto lane_of = [&](timeline::Id id) -> const Lane* {
    for (const Lane& lane : lanes_) {
      if (lane.track().task == id) return &lane;
    }
    return nullptr;
  };
  int drawn = 0;
  for (const timeline::Flow& flow : ui.scene.run->flows()) {
    if (flow.to != task && flow.from != task) continue;
    if (flow.time_ns > ui.time_ns || flow.from == flow.to || task == 0) continue;
    const Lane* from = lane_of(flow.from);
    const Lane* to = lane_of(flow.to);
    if (from == nullptr || to == nullptr) continue;
    double x0 = x_of(flow.time_ns),
           x1 = x_of(flow.arrival_ns == kOpen ? flow.time_ns
                                              : std::min(flow.arrival_ns, ui.time_ns));
    if (x1 < lanes_area_.x - 50 || x0 > lanes_area_.right() + 50) continue;
    Token token = flow.kind == timeline::FlowKind::kCancelled ? Token::cancelled
                  : flow.kind == timeline::FlowKind::kWoke    ? Token::accent
                                                              : Token::running;
    // A step takes no room on the axis, so the arrow arrives at its mark from the left.
    ui.paint.curve(x0 - 6, from->y + lane_px_ / 2, x1, to->y + lane_px_ / 2, token, 0.9);
    if (++drawn == 200) break;
  }
}

void TimelineView::draw_ruler(Ui& ui, const Rect& rect) {
  ui.paint.hline(rect.x, rect.bottom() - ui.paint.hairline_px(), rect.w, Token::line);
  Rect axis{lanes_area_.x, rect.y, lanes_area_.w, rect.h};
  ui.paint.push_clip(axis);
  double badge_from = 1e9, badge_to = 1e9;
  if (ui.scene.run != nullptr) {
    double half = ui.paint.width(Type::kNumber, seconds(ui.time_ns)) / 2 + 8;
    badge_from = x_of(ui.time_ns) - half - 4;
    badge_to = x_of(ui.time_ns) + half + 4;
  }
  for (const timeline::Tick& tick : timeline::ticks(viewport_, ui.narrow ? 56 : 90)) {
    double x = x_of(tick.time_ns);
    if (x > axis.right()) continue;
    double high = tick.major ? 8 : 4;
    ui.paint.vline(x, rect.bottom() - high, high, tick.major ? Token::faint_text : Token::line);
    if (!tick.major) continue;
    std::string label = tick.label;
    if (ui.narrow && label.ends_with(" s")) label.resize(label.size() - 2);
    double wide = ui.paint.width(Type::kSmall, label);
    bool hidden = (x + 4 + wide > badge_from && x + 4 < badge_to) || x + 4 + wide > axis.right();
    if (!hidden) ui.paint.text(Type::kSmall, x + 4, rect.y + 12, label, Token::dim_text);
  }
  ui.paint.pop_clip();

  Touch touch = ui.item("ruler", "Time", axis, axis, false);
  if (ui.scene.run != nullptr) {
    if (touch.hovered || touch.held) ui.cursor = Cursor::kResize;
    ui.explain(touch, "Drag to look back at any moment", {ui.items.pointer.x, rect.y, 1, rect.h});
    if (touch.held) {
      std::int64_t wanted =
          std::max<std::int64_t>(0, viewport_.to_ns(ui.items.pointer.x - lanes_area_.x));
      bool back = wanted < ui.scene.now_ns;
      if (back)
        ui.focus.looking_at_ns = wanted;
      else
        ui.focus.looking_at_ns.reset();
      ui.again = ui.again || ui.time_ns != std::min(wanted, ui.scene.now_ns);
    }
  }
}

void TimelineView::draw_output_marks(Ui& ui, const Rect& ruler) {
  if (ui.scene.run == nullptr) return;
  const auto& marks = ui.scene.run->marks();
  auto from = std::partition_point(marks.begin(), marks.end(), [&](const timeline::Mark& m) {
    return static_cast<double>(m.time_ns) < viewport_.start_ns;
  });
  double last = -1e9;
  for (auto mark = from; mark != marks.end() && mark->time_ns <= ui.time_ns; ++mark) {
    double x = x_of(mark->time_ns);
    if (x > lanes_area_.right()) break;
    if (!mark->error && x < last + 2) continue;
    last = x;
    ui.paint.fill({x - 1, ruler.bottom() - 3, 3, 3}, mark->error ? Token::failed : Token::dim_text);
  }
}

void TimelineView::draw_playhead(Ui& ui, const Rect& ruler) {
  if (ui.scene.run == nullptr) return;
  double x = x_of(ui.time_ns);
  if (x < lanes_area_.x - 1 || x > lanes_area_.right()) return;
  double wide = std::max(1.0, std::round(1.5 * ui.paint.ratio())) / ui.paint.ratio();
  ui.paint.fill({x, ruler.y + 14, wide, lanes_area_.bottom() - ruler.y - 14}, Token::accent);
  std::string words = seconds(ui.time_ns);
  double w = ui.paint.width(Type::kNumber, words) + 14;
  double left = std::clamp(x - w / 2, area_.x, std::max(area_.x, area_.right() - w));
  Rect badge{left, ruler.y + 3, w, 18};
  ui.paint.fill(badge, Token::accent, 4);
  ui.paint.text_in(Type::kNumber, badge, words, Token::on_accent, Align::kMiddle);
}

void TimelineView::draw_legend(Ui& ui, const Rect& rect) {
  ui.paint.hline(rect.x, rect.y, rect.w, Token::line);
  const struct {
    const char* words;
    State state;
  } entries[] = {{"running", State::kRunning},
                 {"due or ready", State::kDue},
                 {"sleeping", State::kSleeping},
                 {"waiting", State::kWaiting},
                 {"blocking", State::kBlocking}};
  double gap = ui.narrow ? 10 : 24, chip = ui.narrow ? 12 : 18;
  double x = rect.x + (ui.narrow ? 12 : 18), y = rect.middle_y();
  ui.paint.begin_slices();
  std::vector<double> places;
  for (const auto& entry : entries) {
    double wide = chip + 6 + ui.paint.width(Type::kSmall, entry.words);
    if (x + wide > rect.right() - 4) break;
    ui.paint.slice({x, y - 5, chip, 10}, entry.state, x, false, 1);
    places.push_back(x + chip + 6);
    x += wide + gap;
  }
  ui.paint.end_slices();
  for (std::size_t i = 0; i < places.size(); ++i)
    ui.paint.text(Type::kSmall, places[i], y, entries[i].words, Token::dim_text);

  double right = rect.right() - 16;
  if (ui.scene.late_ms >= 0 && !ui.scene.instant) {
    char words[64];
    std::snprintf(words, sizeof words, "timers %.1f ms late", ui.scene.late_ms);
    double wide = ui.paint.width(Type::kSmall, words);
    if (right - wide > x) {
      ui.paint.text(Type::kSmall, right - wide, y, words, Token::dim_text);
      Touch touch = ui.item("lateness", words, {right - wide, rect.y, wide, rect.h}, rect, false);
      ui.explain(
          touch,
          "How late the browser woke the loop, in the middle of all timers that came due while "
          "it had nothing to do.",
          {right - wide, rect.y, wide, rect.h});
      right -= wide + 24;
    }
  }
  if (!foreseen_.empty()) {
    double now_x = ui.scene.run == nullptr ? x : x_of(ui.time_ns) + 8;
    const char* words = ui.future == ui.scene.run ? "later" : "forecast";
    double wide = ui.paint.width(Type::kSmall, words);
    double at = std::max(x, now_x);
    if (at + wide < right) ui.paint.text(Type::kSmall, at, y, words, Token::faint_text);
  }
}

// ---- pointing
// -------------------------------------------------------------------------------------------------------

void TimelineView::say(Ui& ui, const Seen& seen, const Touch& touch) {
  const timeline::Slice& slice = seen.track->slices[seen.box.slice];
  std::int64_t end =
      std::min(seen.box.end_ns, seen.model == ui.scene.run ? ui.time_ns : seen.box.end_ns);
  std::string words =
      slice_title(*seen.model, *seen.track, slice, seen.box.state, seen.box.start_ns, end);
  if (seen.box.merged > 1)
    words = seen.track->name + ": " + std::to_string(seen.box.merged) +
            " slices, too short to be told apart here";
  if (seen.model != ui.scene.run) words += " (forecast)";
  ui.explain(touch, words, {ui.items.pointer.x, seen.rect.y, 1, seen.rect.h});
  ui.cursor = Cursor::kHand;
  bool still = std::abs(panned_px_) < 4;
  if (!touch.clicked || !still) return;
  ui.focus.selected = seen.track->task;
  ui.focus.selected_at_ns.reset();
  if (seen.model == ui.scene.run && end < ui.time_ns) {
    // In the middle of what was clicked: at its edges another slice may lie.
    ui.focus.selected_at_ns = seen.box.start_ns + (end - seen.box.start_ns) / 2;
  }
  if (slice.line != 0) ui.tell(Command::Kind::kShowLine, slice.line);
  ui.again = true;
}

void TimelineView::point(Ui& ui) {
  const Pointer& pointer = ui.items.pointer;
  Touch touch = ui.item("lanes", "Timeline", lanes_area_, lanes_area_, false);
  if (pointer.pressed && touch.held) {
    panned_from_ = pointer.press_x;
    panned_y_ = pointer.press_y;
    panned_px_ = 0;
  }
  if (panned_from_ && touch.held) {
    double dx = pointer.x - *panned_from_, dy = pointer.y - panned_y_;
    panned_px_ += std::abs(dx) + std::abs(dy);
    if (panned_px_ >= 4) {
      if (dx != 0) pan_by(dx);
      double total = static_cast<double>(lanes_.size()) * lane_px_;
      scroll_px_ = std::clamp(scroll_px_ - dy, 0.0, std::max(0.0, total - lanes_area_.h));
      ui.cursor = Cursor::kGrabbing;
      ui.again = ui.again || dx != 0 || dy != 0;
    }
    panned_from_ = pointer.x;
    panned_y_ = pointer.y;
  }
  if (!pointer.down && !touch.clicked) panned_from_.reset();
  if (!touch.hovered && !touch.clicked) return;
  for (const auto* boxes : {&seen_, &foreseen_}) {
    // Marks lie on top of bars and are hard to hit: they come last, and reach further.
    for (auto seen = boxes->rbegin(); seen != boxes->rend(); ++seen) {
      double spare = seen->box.mark ? 2 : 0;
      Rect reach{seen->rect.x - spare, seen->rect.y, seen->rect.w + 2 * spare, seen->rect.h};
      if (seen->box.state == State::kIdle || !reach.contains(pointer.x, pointer.y)) continue;
      say(ui, *seen, touch);
      panned_from_ = touch.clicked ? std::nullopt : panned_from_;
      return;
    }
  }
  if (touch.clicked && std::abs(panned_px_) < 4 && (ui.focus.selected || ui.focus.selected_at_ns)) {
    ui.focus.selected.reset();
    ui.focus.selected_at_ns.reset();
    ui.again = true;
  }
}

// ---- the whole
// ------------------------------------------------------------------------------------------------------

void TimelineView::draw(Ui& ui, const Rect& area) {
  area_ = area;
  double gutter = gutter_px(ui);
  double lanes_h = area.h - measure::ruler_px - measure::legend_px;
  double count = static_cast<double>(std::max<std::size_t>(lanes_.size(), 1));
  // As large as there is room for, down to a line of text; from there on lanes scroll. Fingers need
  // theirs large.
  double share = std::floor(lanes_h / count);
  lane_px_ = ui.narrow ? measure::track_medium_px
             : share >= measure::track_px
                 ? measure::track_px
                 : std::clamp(share, measure::track_dense_px, measure::track_medium_px);
  slice_px_ = lane_px_ >= 40 ? measure::slice_px : std::max(14.0, lane_px_ - 12);

  Rect ruler{area.x, area.y, area.w, measure::ruler_px};
  Rect legend{area.x, area.bottom() - measure::legend_px, area.w, measure::legend_px};
  gutter_area_ = {area.x, ruler.bottom(), gutter, lanes_h};
  lanes_area_ = {area.x + gutter, ruler.bottom(), area.w - gutter, lanes_h};
  scroll_px_ = std::clamp(scroll_px_, 0.0, std::max(0.0, count * lane_px_ - lanes_h));
  for (std::size_t i = 0; i < lanes_.size(); ++i)
    lanes_[i].y = ui.paint.snap(lanes_area_.y + static_cast<double>(i) * lane_px_ - scroll_px_);
  move_viewport(ui);

  ui.paint.fill(area, Token::canvas);
  Rect rows{area.x, lanes_area_.y, area.w, lanes_h};
  ui.paint.push_clip(rows);
  for (const Lane& lane : lanes_) {
    if (lane.y > rows.bottom() || lane.y + lane_px_ < rows.y) continue;
    Rect row{area.x, lane.y, area.w, lane_px_};
    bool selected =
        ui.focus.selected && lane.live != nullptr && *ui.focus.selected == lane.live->task;
    if (lane.track().task == 0) ui.paint.fill(row, Token::panel);
    if (selected) {
      ui.paint.fill(row, Token::raised);
      ui.paint.fill({row.x, row.y, 3, row.h}, Token::accent);
    }
    if (row.bottom() < rows.bottom() - 1) {
      ui.paint.hline(row.x, row.bottom() - ui.paint.hairline_px(), row.w, Token::faint_line);
    }
  }
  draw_grid(ui);
  ui.paint.pop_clip();

  seen_.clear();
  foreseen_.clear();
  if (ui.future != nullptr) collect_boxes(ui, *ui.future, true);
  if (ui.scene.run != nullptr) collect_boxes(ui, *ui.scene.run, false);
  ui.paint.push_clip({lanes_area_.x - 4, lanes_area_.y, lanes_area_.w + 4, lanes_area_.h});
  draw_slices(ui);
  draw_labels(ui);
  draw_flows(ui);
  ui.paint.pop_clip();

  ui.paint.push_clip(gutter_area_);
  draw_guides(ui);
  for (const Lane& lane : lanes_) {
    bool shown = lane.y + lane_px_ > gutter_area_.y && lane.y < gutter_area_.bottom();
    draw_lane_name(ui, lane, shown);
  }
  ui.paint.pop_clip();

  draw_ruler(ui, ruler);
  draw_output_marks(ui, ruler);
  point(ui);
  draw_playhead(ui, ruler);
  draw_legend(ui, legend);
  if (lanes_.size() > 1 && count * lane_px_ > lanes_h) {
    double part = lanes_h / (count * lane_px_);
    ui.paint.fill({area.right() - 5, lanes_area_.y + scroll_px_ * part, 3, lanes_h * part},
                  Token::faint_text,
                  1.5,
                  0.6);
  }
}

std::vector<Item> TimelineView::slice_items() const {
  std::vector<Item> items;
  auto add = [&](const Seen& seen, const char* kind) {
    Rect rect = seen.rect.cut(lanes_area_);
    if (rect.w <= 0 || rect.h <= 0) return;
    const timeline::Slice& slice = seen.track->slices[seen.box.slice];
    std::string id =
        std::string(kind) + std::to_string(seen.track->task) + ":" + std::to_string(seen.box.slice);
    items.push_back(
        {id,
         slice_title(
             *seen.model, *seen.track, slice, seen.box.state, seen.box.start_ns, seen.box.end_ns),
         rect,
         false});
  };
  for (const Seen& seen : seen_) add(seen, "slice:");
  for (const Seen& seen : foreseen_) add(seen, "forecast:");
  return items;
}

}  // namespace simul::ui
