#include "ui/gutter.hpp"

#include <algorithm>
#include <map>

#include "ui/words.hpp"

namespace simul::ui {

using timeline::State;
using timeline::Track;

namespace {

constexpr double kIndent_px = 16, kFold_px = 16, kPin_px = 22;
constexpr int kDeepest = 3;

double name_x(const Ui& ui, const TimelineFrame& frame, int depth) {
  return frame.area.x + (ui.narrow ? 12 : 20) +
         (ui.narrow ? 0 : std::min(depth, kDeepest)) * kIndent_px;
}

// Of the name's line where there is room for two; a crowd's is higher, for its third.
double name_y(const Lane& lane, const TimelineFrame& frame) {
  return lane.crowd ? lane.y + std::min(lane.height, 2 * frame.lane_px) / 2 - 18
                    : lane.y + lane.height / 2 - 8;
}

}  // namespace

void select_task(Ui& ui, const Track& track) {
  ui.focus.selected = track.task;
  ui.focus.selected_at_ns.reset();
  if (track.line != 0) ui.tell(Command::Kind::kShowLine, track.line);
  ui.again = true;
}

// Fold and pin. Returns where the room for the name ends.
double Gutter::controls(Ui& ui,
                        const TimelineFrame& frame,
                        Lanes& lanes,
                        const Lane& lane,
                        const Rect& clip,
                        double x) {
  double right = frame.gutter.right() - 6;
  double y = lane.y + std::min(lane.height, frame.lane_px) / 2;
  if (lane.folds && !ui.narrow) {
    double middle = lane.height >= 40 ? name_y(lane, frame) : lane.y + lane.height / 2;
    Rect place{x - kFold_px - 1, middle - 9, kFold_px, 18};
    std::string id = "fold:" + std::to_string(lane.task) + (lane.crowd ? "c" : "");
    std::string words = lane.crowd && lane.folded ? "Show each of them (Enter)"
                        : lane.folded             ? "Show the tasks below it (Enter)"
                                                  : "Put the tasks below it away (Enter)";
    Touch touch = ui.item(id, words, place, clip);
    if (touch.hovered) ui.cursor = Cursor::kHand;
    ui.paint.icon(lane.folded ? Icon::kUnfold : Icon::kFold,
                  place,
                  touch.hovered ? Token::text : Token::dim_text);
    ui.explain(touch, words, place);
    if (touch.clicked) {
      lanes.toggle_fold(lane);
      ui.again = true;
    }
  }
  bool selected = ui.focus.selected == lane.task && !lane.crowd;
  bool over = ui.items.pointer.inside && !ui.items.pointer.touch &&
              Rect{frame.gutter.x, clip.y, frame.gutter.w, clip.h}.contains(ui.items.pointer.x,
                                                                            ui.items.pointer.y);
  bool pins = lane.task != 0 && !lane.crowd && !lane.gone() && !ui.narrow &&
              (lane.pinned || selected || over);
  if (pins) {
    Rect place{right - kPin_px, y - 11, kPin_px, 22};
    const char* words =
        lane.pinned ? "Unpin: back to its place (P)" : "Pin: stays in view, with its arrows (P)";
    Touch touch = ui.item("pin:" + std::to_string(lane.task), words, place, clip);
    if (touch.hovered) ui.cursor = Cursor::kHand;
    ui.paint.icon(Icon::kPin,
                  place,
                  lane.pinned     ? Token::accent
                  : touch.hovered ? Token::text
                                  : Token::faint_text);
    ui.explain(touch, words, place);
    if (touch.clicked) {
      lanes.toggle_pin(lane.task);
      ui.again = true;
    }
    right = place.x;
  }
  return right;
}

void Gutter::name(Ui& ui,
                  const TimelineFrame& frame,
                  Lanes& lanes,
                  const Lane& lane,
                  const Rect& clip,
                  const SlicesView& slices) {
  const Track& track = Lanes::track(lane, ui.scene);
  double x = name_x(ui, frame, lane.depth);
  bool alive = lane.crowd ? !lane.members.empty()
                          : lane.live != Lane::kNowhere &&
                                (track.task == 0 || track.created_ns <= ui.time_ns);
  Rect place{frame.area.x, lane.y, frame.gutter.w, lane.height};
  Rect seen = place.cut(clip);
  // Registered first: its small controls lie on it and are hit before it.
  Touch touch = ui.item((lane.crowd    ? "crowd:"
                         : lane.gone() ? "gone:"
                                       : "track:") +
                            std::to_string(track.task),
                        lane.crowd ? lane.coroutine : track.name,
                        place,
                        Rect{frame.gutter.x, seen.y, frame.gutter.w, seen.h});
  double right = controls(ui, frame, lanes, lane, clip, x);
  double room = right - 2 - x;
  if (touch.hovered) ui.cursor = Cursor::kHand;
  if (touch.clicked) {
    if (lane.crowd) {
      lanes.toggle_fold(lane);
      ui.again = true;
    } else if (alive) {
      select_task(ui, track);
    }
  }
  std::string called = lane.crowd                                                   ? lane.coroutine
                       : track.task == 0 && ui.narrow && track.name == "Event loop" ? "loop"
                                                                                    : track.name;
  Wordings words;
  State state = State::kIdle;
  std::string full = called;
  if (lane.crowd) {
    std::string line = slices.crowd_line(ui, lane, ui.time_ns);
    words = {line, line.substr(0, line.find(", ")), grouped(lane.below)};
    full = grouped(lane.below) + " tasks of " + lane.coroutine;
  } else {
    words = alive ? state_line(*ui.scene.run, track, ui.time_ns)
            : lane.gone()
                ? Wordings{"only before the edit", "before"}
                : Wordings{lane.live == Lane::kNowhere ? "expected" : "not created yet", "later"};
    if (alive) state = shown_state(track, ui.time_ns);
    if (lane.folded) {
      words.insert(words.begin(), words.front() + " · " + grouped(lane.below) + " folded");
    }
    if (!track.task_name.empty() && track.task_name != track.name)
      full += " (" + track.task_name + ")";
    if (!track.coroutine.empty() && track.coroutine != track.name) full += ", " + track.coroutine;
  }
  Token ink = alive ? Token::text : Token::faint_text;
  Token line_ink = lane.crowd ? Token::dim_text : token_of(state);
  bool cut = false;
  std::string line;
  if (lane.height >= 40) {
    double y = name_y(lane, frame);
    if (lane.crowd) {
      ui.paint.text_in(
          Type::kSmall, {x, y + 6, room, 20}, grouped(lane.below) + " tasks", Token::text);
    }
    cut = ui.paint.text_in(Type::kStrong, {x, y - 10, room, 20}, called, ink);
    line = fitting(ui, Type::kSmall, words, room);
    double below = lane.crowd ? 22 : 6;
    cut |= ui.paint.text_in(Type::kSmall, {x, y + below, room, 20}, line, line_ink);
  } else {
    double y = lane.y + lane.height / 2, wide = ui.paint.width(Type::kSmallMedium, called);
    cut = ui.paint.text_in(Type::kSmallMedium, {x, y - 10, room, 20}, called, ink);
    double rest = room - wide - 8;
    line = fitting(ui, Type::kSmall, words, rest);
    if (ui.paint.width(Type::kSmall, line) <= rest)
      ui.paint.text(Type::kSmall, x + wide + 8, y, line, line_ink);
    else
      line.clear();
  }
  cut |= !words.empty() && line != words.front();
  if (cut && !words.empty()) full += ": " + words.front();
  if (cut || track.task != 0) ui.explain(touch, full, place);
}

// From each parent down to its last child, with a short arm to each.
void Gutter::guides(Ui& ui, const TimelineFrame& frame, const Lanes& lanes) {
  if (ui.narrow) return;
  const auto& all = lanes.all();
  std::map<const Lane*, double> last;
  for (std::size_t i : lanes.seen()) {
    const Lane& lane = all[i];
    if (i < lanes.fixed() || lane.depth > kDeepest) continue;
    if (lane.parent == 0 || lane.depth == 0) continue;
    // Which may be far above what is seen.
    const Lane* parent = lanes.of(lane.parent);
    if (parent == nullptr || parent->crowd || !parent->folds || parent->pinned ||
        parent->depth >= lane.depth)
      continue;
    double x = name_x(ui, frame, lane.depth) - 12;
    double y = lane.crowd ? name_y(lane, frame) : lane.y + lane.height / 2;
    if (y >= frame.scroll_top && !lane.folds) ui.paint.hline(x, y, 8, Token::line);
    last[parent] = y;
  }
  for (const auto& [parent, end] : last) {
    double x = name_x(ui, frame, parent->depth + 1) - 12;
    const double height = lanes.height_of(*parent);
    double from = lanes.y_of(*parent) + (height >= 40 ? height - 10 : height / 2 + 7);
    from = std::max(from, frame.scroll_top);
    if (end > from) ui.paint.vline(x, from, end - from, Token::line);
  }
}

void Gutter::draw(Ui& ui, const TimelineFrame& frame, Lanes& lanes, const SlicesView& slices) {
  Rect moving{frame.gutter.x,
              frame.scroll_top,
              frame.gutter.w,
              std::max(0.0, frame.gutter.bottom() - frame.scroll_top)};
  ui.paint.push_clip(moving);
  guides(ui, frame, lanes);
  ui.paint.pop_clip();
  for (std::size_t i : lanes.seen()) {
    const Lane& lane = lanes.all()[i];
    Rect clip = frame.clip_of(lane, i < lanes.fixed());
    if (clip.h <= 0) continue;
    ui.paint.push_clip(i < lanes.fixed() ? frame.gutter : moving);
    name(ui, frame, lanes, lane, clip, slices);
    ui.paint.pop_clip();
  }
}

}  // namespace simul::ui
