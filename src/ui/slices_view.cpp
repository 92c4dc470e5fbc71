#include "ui/slices_view.hpp"

#include <algorithm>
#include <cmath>

#include "base/sort.hpp"
#include "timeline/why.hpp"

namespace simul::ui {

using timeline::Counts;
using timeline::Crowd;
using timeline::Model;
using timeline::State;
using timeline::Track;

namespace {

constexpr double kBeyond_px = 60;  // how far outside a slice is still drawn, for its round ends
constexpr double kMarkReach_px = 2;
constexpr std::int64_t kCrowdEvery_ns = 250'000'000;
constexpr std::size_t kManyEvents =
    200'000;  // so many more, and it is counted that much more rarely
constexpr double kLeastLabel_px = 14;
// Timers of the page are late by a little, each time by another little.
constexpr double kSamePlace_px = 3, kLeastGhost_px = 4;
// From the ground up: who runs, who could, who waits; then how it ended.
constexpr State kStack[] = {State::kBlocking,
                            State::kRunning,
                            State::kDue,
                            State::kReady,
                            State::kWaiting,
                            State::kSleeping,
                            State::kFailed,
                            State::kCancelled};

double count_of(const Counts& counts, State state) {
  return counts[static_cast<std::size_t>(state)];
}

bool solid(State state) {
  return state == State::kBlocking || state == State::kRunning;
}

}  // namespace

std::string fitting(const Ui& ui,
                    Type type,
                    const std::vector<std::string>& wordings,
                    double room_px) {
  for (const std::string& words : wordings) {
    if (ui.paint.width(type, words) <= room_px) return words;
  }
  return wordings.empty() ? std::string() : wordings.back();
}

// ---- single lanes

// Of tracks that are worth it.
const timeline::Density* SlicesView::density_of(const Model& model,
                                                const Track& track,
                                                bool future) {
  constexpr std::size_t kLong = 4'096;
  if (track.slices.size() < kLong) return nullptr;
  return &densities_[{future, track.task}].of(model, track);
}

void SlicesView::collect_lane(
    Ui& ui, const TimelineFrame& frame, const Lane& lane, bool fixed, bool future) {
  const Scene& scene = ui.scene;
  bool back = ui.future == scene.run && future;
  std::size_t index = future && !back ? lane.planned : lane.live;
  const Model* model = future ? ui.future : scene.run;
  if (index == Lane::kNowhere || model == nullptr || index >= model->tracks().size()) return;
  Rect clip = frame.clip_of(lane, fixed);
  if (clip.h <= 0) return;
  const Track& track = model->tracks()[index];
  timeline::LayoutOptions options;
  options.track_px = lane.height;
  options.slice_px = std::min(frame.slice_px, lane.height);
  options.mark_px = measure::mark_px;
  options.now_ns = !future ? ui.time_ns
                   : back  ? scene.now_ns
                           : std::max(scene.forecast_end_ns, model->end_ns());
  std::vector<timeline::Box> boxes;
  timeline::lay_track(boxes, track, frame.viewport, options, density_of(*model, track, future));
  double now_x = scene.run == nullptr ? -1e9 : frame.x_of(ui.time_ns);
  double left_edge = frame.lanes.x - kBeyond_px, right_edge = frame.lanes.right() + kBeyond_px;
  for (const timeline::Box& box : boxes) {
    double x = frame.lanes.x + box.x_px, right = std::min(x + box.width_px, right_edge);
    if (future && (box.mark ? x <= now_x + 1 : right <= now_x + 0.5)) continue;
    double left = std::max(x, left_edge);
    if (future && !box.mark) left = std::max(left, now_x);
    if (right <= left) continue;
    Rect rect{left, lane.y + box.y_px, right - left, box.height_px};
    (future ? foreseen_ : seen_).push_back({box, model, &track, rect, x, clip});
  }
}

void SlicesView::collect(Ui& ui, const TimelineFrame& frame, const Lanes& lanes) {
  seen_.clear();
  foreseen_.clear();
  ghosts_.clear();
  const auto& all = lanes.all();
  for (std::size_t i : lanes.seen()) {
    if (all[i].crowd) continue;
    bool fixed = i < lanes.fixed();
    if (ui.future != nullptr) collect_lane(ui, frame, all[i], fixed, true);
    if (ui.scene.run != nullptr) collect_lane(ui, frame, all[i], fixed, false);
    if (ui.scene.ghost != nullptr) collect_ghost(ui, frame, all[i], fixed);
  }
}

// Of what a task did before the edit only that which it does not do now: a step at another time, a
// stretch in another state.
void SlicesView::collect_ghost(Ui& ui, const TimelineFrame& frame, const Lane& lane, bool fixed) {
  const Model& model = *ui.scene.ghost;
  if (lane.ghost >= model.tracks().size()) return;
  const Rect clip = frame.clip_of(lane, fixed);
  if (clip.h <= 0) return;
  const Track& track = model.tracks()[lane.ghost];
  timeline::LayoutOptions options;
  options.track_px = lane.height;
  options.slice_px = std::min(frame.slice_px, lane.height);
  options.mark_px = measure::mark_px;
  options.now_ns = ui.scene.ghost_end_ns;
  std::vector<timeline::Box> boxes;
  timeline::lay_track(boxes, track, frame.viewport, options);
  std::vector<const Seen*> now;
  for (const auto* all : {&foreseen_, &seen_}) {
    for (const Seen& one : *all) {
      if (one.rect.y >= lane.y - 0.5 && one.rect.bottom() <= lane.y + lane.height + 0.5)
        now.push_back(&one);
    }
  }
  for (const timeline::Box& box : boxes) {
    if (box.state == State::kIdle) continue;
    double from = frame.lanes.x + box.x_px, to = from + box.width_px;
    from = std::max(from, frame.lanes.x - kBeyond_px);
    to = std::min(to, frame.lanes.right() + kBeyond_px);
    auto put = [&](double left, double right) {
      if (right - left < kLeastGhost_px) return;
      Rect rect{left, lane.y + box.y_px, right - left, box.height_px};
      ghosts_.push_back({box, &model, &track, rect, left, clip});
    };
    if (box.mark) {
      const bool same = std::any_of(now.begin(), now.end(), [&](const Seen* one) {
        return one->box.mark && std::abs(one->rect.x - from) < kSamePlace_px;
      });
      if (!same) put(from, to);
      continue;
    }
    // What of it is in the same state now is cut out, from left to right.
    std::vector<std::pair<double, double>> same;
    for (const Seen* one : now) {
      if (one->box.state == box.state && one->rect.right() > from && one->rect.x < to)
        same.emplace_back(one->rect.x, one->rect.right());
    }
    sort_stably(same);
    for (const auto& [left, right] : same) {
      put(from, std::min(left, to));
      from = std::max(from, right);
    }
    put(from, to);
  }
}

void SlicesView::draw_ghosts(Ui& ui, const TimelineFrame& frame) {
  for (const Seen& ghost : ghosts_) {
    const double top = ghost.clip.y < frame.scroll_top - 0.5 ? frame.lanes.y : frame.scroll_top;
    ui.paint.push_clip(
        {frame.lanes.x - 4, top, frame.lanes.w + 4, std::max(0.0, frame.lanes.bottom() - top)});
    const Rect box = ghost.box.mark ? ghost.rect.inset(-1) : ghost.rect;
    ui.paint.dashed_border(box, Token::dim_text, std::min(measure::slice_radius_px, box.w / 2));
    ui.paint.pop_clip();
  }
}

void SlicesView::draw_ends(Ui& ui, const TimelineFrame& frame, const Lanes& lanes) {
  for (std::size_t i : lanes.seen()) {
    const Lane& lane = lanes.all()[i];
    if (lane.crowd || lane.live == Lane::kNowhere || lane.task == 0) continue;
    Rect clip = frame.clip_of(lane, i < lanes.fixed());
    const Track& track = Lanes::track(lane, ui.scene);
    if (clip.h < lane.height / 2 || track.ended_ns > ui.time_ns) continue;
    if (track.end != State::kFailed && track.end != State::kCancelled) continue;
    double x = frame.x_of(track.ended_ns) + measure::mark_px + 1;
    if (x < frame.lanes.x - 20 || x > frame.lanes.right()) continue;
    double side = std::min(14.0, frame.slice_px);
    ui.paint.cap({x, lane.y + (lane.height - side) / 2, side, side}, track.end, 1);
  }
}

void SlicesView::draw(Ui& ui, const TimelineFrame& frame, const Lanes& lanes) {
  auto rounded = [](const Seen& seen) {
    // Where two slices touch they share a straight edge: only a track's ends are round.
    const auto& slices = seen.track->slices;
    bool first = seen.box.slice == 0 || slices[seen.box.slice - 1].end_ns < seen.box.start_ns;
    bool last = seen.box.end_ns >= seen.track->ended_ns || seen.box.slice + 1 >= slices.size();
    return (first ? 1 : 0) | (last ? 2 : 0);
  };
  // An idle loop is a line: it is there, and does nothing.
  auto idle = [&](const Seen& seen, double strength) {
    if (seen.box.state != State::kIdle) return;
    ui.paint.fill(
        {seen.rect.x, seen.rect.middle_y() - 1, seen.rect.w, 2}, Token::faint_text, 0, strength);
  };
  for (const Seen& seen : foreseen_) idle(seen, 0.25);
  for (const Seen& seen : seen_) idle(seen, 0.45);
  crowd_forecast_ = false;
  for (std::size_t i : lanes.seen()) {
    if (lanes.all()[i].crowd) draw_crowd(ui, frame, lanes.all()[i], i < lanes.fixed());
  }
  // Lanes that stay hide what scrolls below them, so the two are painted apart.
  for (bool fixed : {false, true}) {
    double top = fixed ? frame.lanes.y : frame.scroll_top;
    double bottom = fixed ? frame.scroll_top : frame.lanes.bottom();
    ui.paint.push_clip({frame.lanes.x - 4, top, frame.lanes.w + 4, std::max(0.0, bottom - top)});
    auto mine = [&](const Seen& seen) { return fixed == (seen.clip.y < frame.scroll_top - 0.5); };
    ui.paint.begin_slices();
    for (const Seen& seen : foreseen_) {
      if (!mine(seen)) continue;
      double strength = seen.box.mark ? 2 * kForecastStrength : kForecastStrength;
      // Before the first run the forecast is all there is.
      if (ui.scene.run == nullptr) strength *= 1.8;
      ui.paint.slice(
          seen.rect, seen.box.state, seen.from_x, seen.box.mark, strength, rounded(seen));
    }
    for (const Seen& seen : seen_) {
      if (!mine(seen)) continue;
      ui.paint.slice(seen.rect, seen.box.state, seen.from_x, seen.box.mark, 1, rounded(seen));
    }
    if (!fixed) draw_ends(ui, frame, lanes);
    ui.paint.end_slices();
    if (!fixed) draw_ghosts(ui, frame);
    for (const Seen& seen : seen_) {
      if (!mine(seen)) continue;
      bool due = seen.box.state == State::kDue && seen.rect.w >= 3 && frame.lane_px >= 40;
      if (due) ui.paint.triangle_down(seen.from_x, seen.rect.y - 4, 8, Token::sleeping);
      draw_label(ui, frame, seen, false);
    }
    if (ui.scene.run == nullptr) {
      for (const Seen& seen : foreseen_) {
        if (mine(seen)) draw_label(ui, frame, seen, true);
      }
    }
    ui.paint.pop_clip();
  }
}

void SlicesView::draw_label(Ui& ui, const TimelineFrame& frame, const Seen& seen, bool faint) {
  if (seen.box.mark || seen.rect.h < 18 || seen.box.state == State::kIdle) return;
  double left = std::max(seen.rect.x, frame.lanes.x);
  double right = std::min(seen.rect.right(), frame.lanes.right());
  double room = right - left - 22;
  if (room < kLeastLabel_px) return;
  const timeline::Slice& slice = seen.track->slices[seen.box.slice];
  Wordings wordings =
      slice_label(*seen.model, *seen.track, slice, seen.box.state, seen.box.start_ns);
  if (wordings.empty()) return;
  if (seen.box.merged > 1) wordings = {grouped(seen.box.merged) + " slices"};
  std::string words = fitting(ui, Type::kSmallMedium, wordings, room);
  // Half a word says less than the pattern does.
  double wide = ui.paint.width(Type::kSmallMedium, words);
  if (wide > room && room < 40) return;
  wide = std::min(wide, room);
  // Words over a pattern stand on a pad. On a faint fill solid ones are not dark enough for the
  // words of solid slices.
  bool on_solid = solid(seen.box.state) && !faint;
  Rect pad{left + 8, seen.rect.middle_y() - 8, wide + 8, 16};
  if (!on_solid) ui.paint.fill(pad, Token::canvas, 3, kPadAlpha);
  ui.paint.text_in(Type::kSmallMedium,
                   {pad.x + 4, pad.y, wide + 0.5, pad.h},
                   words,
                   on_solid ? Token::on_accent
                   : faint  ? Token::dim_text
                            : Token::text);
}

// ---- crowds

const Crowd& SlicesView::crowd_of(Ui& ui, const Lane& lane, bool planned) {
  const Model& model = planned ? *ui.scene.forecast : *ui.scene.run;
  const auto& members = planned ? lane.planned_members : lane.members;
  Kept& kept = (planned ? planned_crowds_ : crowds_)[lane.key];
  std::size_t events = model.trace().events.size();
  // A forecast is made anew with each edit: as many events, at other times.
  const bool other = kept.of != model.identity();
  bool stale = other || kept.events != events || kept.members != members.size();
  // A run that goes on is counted anew a few times a second, not with every event.
  auto every_ns = kCrowdEvery_ns * static_cast<std::int64_t>(1 + events / kManyEvents);
  bool soon = !other && kept.events > 0 && kept.events < events && kept.members == members.size() &&
              ui.alive() && ui.motion.now_ns() - kept.built_ns < every_ns;
  if (stale && !soon) {
    kept.crowd.build(model, members);
    kept = {std::move(kept.crowd), model.identity(), events, members.size(), ui.motion.now_ns()};
  }
  return kept.crowd;
}

void SlicesView::draw_bands(Ui& ui,
                            const TimelineFrame& frame,
                            const Rect& row,
                            const Crowd& crowd,
                            double from_x,
                            double to_x,
                            double strength) {
  struct Band {
    double from, to, top, height;
    State state;
    long count;
  };
  auto all = static_cast<double>(std::max<std::size_t>(crowd.size(), 1));
  std::vector<Band> bands;
  // Columns of a device pixel are merged while they say the same.
  double step = std::max(1.0, 1 / ui.paint.ratio());
  Counts before{};
  double begin = from_x;
  auto flush = [&](double end) {
    double y = row.bottom();
    for (State state : kStack) {
      double count = count_of(before, state);
      if (count <= 0) continue;
      double high = std::max(1.0, row.h * count / all);
      y -= high;
      bands.push_back({begin, end, std::max(y, row.y), high, state, std::lround(count)});
    }
    begin = end;
  };
  bool first = true;
  Crowd::Sweep sweep(crowd);
  for (double column = 0; from_x + column * step < to_x;) {
    const double x = from_x + column * step, right = std::min(x + step, to_x);
    const std::int64_t from_ns = std::max<std::int64_t>(frame.time_of(x), 0);
    const std::int64_t to_ns = std::max<std::int64_t>(frame.time_of(right), 1);
    const std::int64_t same_ns = sweep.same_until();
    const Counts counts = sweep.over(from_ns, to_ns);
    column += 1;
    // Nothing changes in this one, nor in those up to the next change.
    if (!first && to_ns < same_ns && same_ns == sweep.same_until())
      column = std::max(column, std::floor((frame.x_of(same_ns) - from_x) / step) - 1);
    if (!first && counts == before) continue;
    if (!first) flush(x);
    before = counts;
    begin = x;
    first = false;
  }
  if (!first) flush(to_x);
  ui.paint.begin_slices();
  for (const Band& band : bands) {
    ui.paint.slice({band.from, band.top, band.to - band.from, band.height},
                   band.state,
                   frame.lanes.x,
                   false,
                   strength,
                   4);
    if (band.state == State::kFailed || band.state == State::kCancelled)
      ui.paint.fill({band.from, band.top, band.to - band.from, band.height},
                    token_of(band.state),
                    0,
                    0.7 * strength);
  }
  ui.paint.end_slices();
  // Steps of no duration: a line of marks along the ground.
  double marked = -1e9;
  for (double x = from_x; x < to_x; x += 2) {
    if (!crowd.stepped(frame.time_of(x), frame.time_of(x + 2)) || x < marked + 4) continue;
    ui.paint.fill({x, row.bottom() - 5, 3, 5}, Token::running, 0, strength);
    marked = x;
  }
  for (const Band& band : bands) {
    double room = std::min(band.to, frame.lanes.right()) - std::max(band.from, frame.lanes.x) - 22;
    if (band.height < 17 || room < 60 || strength < 0.3) continue;
    std::string words = grouped(static_cast<std::size_t>(band.count)) + " " +
                        std::string(timeline::word(band.state));
    double wide = ui.paint.width(Type::kSmallMedium, words);
    if (wide > room) continue;
    Rect pad{std::max(band.from, frame.lanes.x) + 8, band.top + band.height / 2 - 8, wide + 8, 16};
    bool on_solid = solid(band.state);
    if (!on_solid) ui.paint.fill(pad, Token::canvas, 3, kPadAlpha);
    ui.paint.text_in(Type::kSmallMedium,
                     {pad.x + 4, pad.y, wide + 0.5, pad.h},
                     words,
                     on_solid ? Token::on_accent : Token::text);
  }
}

void SlicesView::draw_crowd(Ui& ui, const TimelineFrame& frame, const Lane& lane, bool fixed) {
  Rect clip = frame.clip_of(lane, fixed);
  if (clip.h <= 0) return;
  const Scene& scene = ui.scene;
  double pad = std::min(8.0, lane.height / 6);
  Rect row{frame.lanes.x, lane.y + pad, frame.lanes.w, lane.height - 2 * pad};
  ui.paint.push_clip(Rect{frame.lanes.x, clip.y, frame.lanes.w, clip.h});
  double now_x = scene.run == nullptr ? frame.x_of(0) : frame.x_of(ui.time_ns);
  double left = std::max(frame.lanes.x, frame.x_of(0)), right = frame.lanes.right();
  bool back = ui.future == scene.run;
  bool future =
      ui.future != nullptr && (back ? !lane.members.empty() : !lane.planned_members.empty());
  if (future && now_x < right) {
    double end = std::min(
        right,
        frame.x_of(back ? scene.now_ns : std::max(scene.forecast_end_ns, ui.future->end_ns())));
    draw_bands(ui,
               frame,
               row,
               crowd_of(ui, lane, !back),
               std::max(left, now_x),
               end,
               scene.run == nullptr ? 1.8 * kForecastStrength : kForecastStrength);
    crowd_forecast_ = true;
  }
  if (scene.run != nullptr && !lane.members.empty())
    draw_bands(ui, frame, row, crowd_of(ui, lane, false), left, std::min(right, now_x), 1);
  ui.paint.pop_clip();
}

std::string SlicesView::crowd_line(const Ui& ui, const Lane& lane, std::int64_t time_ns) const {
  auto kept = crowds_.find(lane.key);
  if (ui.scene.run == nullptr || kept == crowds_.end()) return "expected";
  Counts counts = kept->second.crowd.over(time_ns, time_ns);
  std::string out;
  auto say = [&](State state) {
    long count = std::lround(count_of(counts, state));
    if (count == 0) return;
    out += (out.empty() ? "" : ", ") + grouped(static_cast<std::size_t>(count)) + " " +
           std::string(timeline::word(state));
  };
  for (State state : kStack) say(state);
  say(State::kDone);
  return out.empty() ? "not created yet" : out;
}

std::string SlicesView::crowd_words(const Ui& ui,
                                    const TimelineFrame& frame,
                                    const Lanes& lanes) const {
  double x = ui.items.pointer.x, y = ui.items.pointer.y;
  for (std::size_t i : lanes.seen()) {
    const Lane& lane = lanes.all()[i];
    if (!lane.crowd || !frame.clip_of(lane, i < lanes.fixed()).contains(x, y)) continue;
    std::int64_t t =
        std::clamp<std::int64_t>(frame.time_of(x), 0, std::max<std::int64_t>(0, ui.time_ns));
    return lane.coroutine + " at " + timeline::seconds(t) + ": " + crowd_line(ui, lane, t);
  }
  return "";
}

// ---- pointing

const SlicesView::Seen* SlicesView::under(double x, double y) const {
  for (const auto* boxes : {&seen_, &foreseen_, &ghosts_}) {
    // Marks lie on top of bars and are hard to hit: they come last, and reach further.
    for (auto seen = boxes->rbegin(); seen != boxes->rend(); ++seen) {
      double spare = seen->box.mark ? kMarkReach_px : 0;
      Rect reach{seen->rect.x - spare, seen->rect.y, seen->rect.w + 2 * spare, seen->rect.h};
      if (seen->box.state == State::kIdle || !seen->clip.contains(x, y)) continue;
      if (reach.contains(x, y)) return &*seen;
    }
  }
  return nullptr;
}

std::vector<Item> SlicesView::items(const TimelineFrame& frame, const Alive& alive) const {
  std::vector<Item> items;
  const auto still_there = [&](const Seen& seen) {
    if (!alive(seen.model)) return false;
    const std::vector<timeline::Track>& tracks = seen.model->tracks();
    const std::less<> below;
    return !below(seen.track, tracks.data()) && below(seen.track, tracks.data() + tracks.size()) &&
           seen.box.slice < seen.track->slices.size();
  };
  auto add = [&](const Seen& seen, const char* kind) {
    Rect rect = seen.rect.cut(frame.lanes).cut(seen.clip);
    if (rect.w <= 0 || rect.h <= 0 || !still_there(seen)) return;
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
  for (const Seen& seen : ghosts_) add(seen, "before:");
  return items;
}

}  // namespace simul::ui
