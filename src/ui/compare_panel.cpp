#include "ui/compare_panel.hpp"

#include <algorithm>
#include <cmath>

#include "timeline/ticks.hpp"

namespace simul::ui {

using models::Doing;
using models::Outcome;
using models::span_words;
using models::Way;

namespace {

constexpr double kGutter_px = 148, kRight_px = 136, kBar_px = 8, kGap_px = 14;
constexpr double kLane_px = 5, kLeastLanes_px = 20, kMostLanes_px = 62;
constexpr double kStepper_px = 168, kButton_px = 26;

const char* title(Way way) {
  switch (way) {
    case Way::kOneByOne: return "One after another";
    case Way::kLoop: return "One event loop";
    case Way::kThreads: return "Threads, one GIL";
    case Way::kProcesses: return "Processes";
  }
  return "";
}

const char* kind(Way way) {
  switch (way) {
    case Way::kOneByOne: return "exact: the sum of the work";
    case Way::kLoop: return "this run";
    case Way::kThreads: return "a model";
    case Way::kProcesses: return "a model";
  }
  return "";
}

// Round values that a person steps through.
constexpr double kCores[] = {1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64};
constexpr double kIntervals_ms[] = {0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};

template <std::size_t N>
double next_of(const double (&values)[N], double now, bool up) {
  if (up) {
    for (double value : values)
      if (value > now * 1.0001) return value;
    return values[N - 1];
  }
  for (std::size_t i = N; i-- > 0;)
    if (values[i] < now * 0.9999) return values[i];
  return values[0];
}

// How strongly a lane shows what is done: what only waits, for a timer or for its turn, is ground.
double strength(Doing doing) {
  switch (doing) {
    case Doing::kSleeping:
    case Doing::kWaiting: return 0.38;
    case Doing::kReady: return 0.26;
    default: return 0.92;
  }
}

// The face of large numbers has no micro sign.
Type number_type(Type wanted, std::string_view words) {
  return words.find("µ") == std::string_view::npos ? wanted : Type::kNumberBig;
}

}  // namespace

void ComparePanel::stepper(Ui& ui,
                           std::string_view id,
                           const char* label,
                           const std::string& value,
                           double less,
                           double more,
                           Command::Kind command,
                           const Rect& place) {
  ui.paint.text(Type::kNote, place.x, place.middle_y(), label, Token::dim_text);
  const double x = place.right() - 2 * kButton_px - 52;
  const auto button = [&](const char* sign, double at, Icon icon, double to) {
    Rect rect{at, place.y, kButton_px, place.h};
    const std::string name = std::string(id) + ":" + sign;
    Touch touch = ui.item(name, std::string(label) + ": " + sign, rect, scroll_.place());
    ui.paint.fill(rect,
                  touch.held ? Token::selection : Token::raised,
                  measure::button_radius_px,
                  touch.hovered || touch.held ? 1 : 0.7);
    ui.paint.icon(icon, rect, touch.hovered ? Token::text : Token::dim_text);
    if (touch.hovered) ui.cursor = Cursor::kHand;
    if (touch.clicked) ui.tell(command, to);
  };
  button("less", x, Icon::kMinus, less);
  ui.paint.text_in(
      Type::kNumberBig, {x + kButton_px, place.y, 52, place.h}, value, Token::text, Align::kMiddle);
  button("more", x + kButton_px + 52, Icon::kPlus, more);
}

double ComparePanel::head(Ui& ui, double y) {
  const models::Comparison& all = *ui.scene.comparison;
  const models::Options& options = ui.scene.compare_options;
  const double room = ui.narrow ? wide_px_ : wide_px_ - kStepper_px - 24;
  const double high = ui.paint.paragraph(
      Type::kBody, left_px_, y, std::min(room, 760.0), all.sentence, Token::text, 5);
  const double side = ui.narrow ? left_px_ : left_px_ + wide_px_ - kStepper_px - 20;
  double at = ui.narrow ? y + high + 8 : y - 3;
  const double row = ui.narrow ? 36 : 24;
  stepper(ui,
          "compare:cores",
          "Cores",
          std::to_string(options.cores),
          next_of(kCores, options.cores, false),
          next_of(kCores, options.cores, true),
          Command::Kind::kCores,
          {side, at, kStepper_px + 20, row});
  at += row + 4;
  const double interval_ms = static_cast<double>(options.switch_interval_ns) / 1e6;
  stepper(ui,
          "compare:interval",
          "GIL switch",
          span_words(options.switch_interval_ns),
          next_of(kIntervals_ms, interval_ms, false),
          next_of(kIntervals_ms, interval_ms, true),
          Command::Kind::kSwitchInterval,
          {side, at, kStepper_px + 20, row});
  at += row;
  return std::max(y + high, at) + 12;
}

void ComparePanel::lanes(Ui& ui, const Outcome& outcome, const Rect& place) {
  const std::vector<models::Lane>& all = outcome.schedule.lanes;
  if (all.empty()) return;
  // At least two device pixels each: more lanes than that stand below each other unseen.
  const double least = std::max(1.5, 2 / ui.paint.ratio());
  const auto fit = static_cast<std::size_t>(std::max(1.0, place.h / least));
  const std::size_t shown = std::min(fit, all.size());
  const double lane = place.h / static_cast<double>(shown);
  const double between = lane >= 4 ? 1 : 0;
  const int columns = std::max(1, static_cast<int>(place.w * ui.paint.ratio()));
  const int levels = std::max(1, static_cast<int>((lane - between) * ui.paint.ratio()));
  Drawn& drawn = drawn_[static_cast<std::size_t>(outcome.way)];
  if (drawn.version != ui.scene.comparison_version || drawn.columns != columns ||
      drawn.levels != levels || drawn.axis_ns != axis_ns_ || drawn.strips.size() != shown) {
    drawn = {ui.scene.comparison_version, columns, levels, axis_ns_, {}};
    for (std::size_t i = 0; i < shown; ++i)
      drawn.strips.push_back(strip(all[i], axis_ns_, columns, levels));
  }
  const double pixel = place.w / columns;
  for (std::size_t i = 0; i < shown; ++i) {
    const double top = place.y + static_cast<double>(i) * lane, high = lane - between;
    for (const StripPart& part : drawn.strips[i]) {
      ui.paint.fill({place.x + part.from * pixel,
                     top + part.top * high,
                     (part.to - part.from) * pixel,
                     (part.bottom - part.top) * high},
                    token_of(part.doing),
                    0,
                    strength(part.doing));
    }
  }
  const Pointer& pointer = ui.items.pointer;
  Rect seen = place.cut(scroll_.place());
  if (!pointer.inside || !seen.contains(pointer.x, pointer.y)) return;
  const auto which =
      std::min(shown - 1, static_cast<std::size_t>(std::max(0.0, (pointer.y - place.y) / lane)));
  const auto time =
      static_cast<std::int64_t>((pointer.x - place.x) / place.w * static_cast<double>(axis_ns_));
  const models::Span* span = span_at(all[which], time);
  if (span == nullptr) return;
  ui.tooltip = all[which].name + ": " + models::word(span->doing) + ", " +
               span_words(span->end_ns - span->start_ns) + " from " + span_words(span->start_ns);
  ui.tooltip_from = {pointer.x - 4, pointer.y - 4, 8, 12};
}

// The total taken apart: what is blue is time in which nobody does anything.
void ComparePanel::bar(Ui& ui, const Outcome& outcome, const Rect& place) {
  const models::Schedule& one = outcome.schedule;
  const double scale = place.w / static_cast<double>(axis_ns_);
  double x = place.x;
  const auto part = [&](std::int64_t ns, Token token, double alpha) {
    const double wide = static_cast<double>(ns) * scale;
    ui.paint.fill({x, place.y, wide, place.h}, token, 0, alpha);
    x += wide;
  };
  part(one.computing_ns, Token::running, 1);
  part(one.blocking_ns, Token::blocking, 1);
  part(one.switching_ns, Token::text, 1);
  part(one.waiting_ns, Token::sleeping, 0.45);
}

double ComparePanel::outcome(Ui& ui, const Outcome& outcome, double y) {
  const bool wins = ui.scene.comparison->winner == outcome.way;
  const std::size_t count = outcome.schedule.lanes.size();
  const double high = std::clamp(
      static_cast<double>(count) * kLane_px, kLeastLanes_px, ui.narrow ? 40.0 : kMostLanes_px);
  const double x = left_px_ + gutter_px_, w = wide_px_ - gutter_px_ - right_px_;
  double top = y;
  const std::string total = outcome.refused.empty() ? span_words(outcome.schedule.total_ns) : "–";
  if (ui.narrow) {
    ui.paint.text(Type::kStrong, left_px_, y + 8, title(outcome.way), Token::text);
    ui.paint.text_in(Type::kNumberBig,
                     {left_px_, y, wide_px_, 16},
                     total,
                     wins ? Token::running : Token::text,
                     Align::kRight);
    top = y + 20;
  } else {
    ui.paint.text(Type::kStrong, left_px_, y + 9, title(outcome.way), Token::text);
    ui.paint.text(Type::kSmall, left_px_, y + 25, kind(outcome.way), Token::faint_text);
  }
  Rect place{x, top, w, high};
  ui.paint.fill({x, top, w, high}, Token::raised, 0, 0.5);
  if (!outcome.refused.empty()) {
    ui.paint.paragraph(Type::kNote, x + 8, top + 4, w - 16, outcome.refused, Token::dim_text, 2);
  } else {
    lanes(ui, outcome, place);
    ui.paint.fill({x, place.bottom() + 2, w, kBar_px}, Token::raised, 0, 0.5);
    bar(ui, outcome, {x, place.bottom() + 2, w, kBar_px});
  }
  if (!ui.narrow) {
    const double right = x + w + 14;
    double end = ui.paint.text(number_type(Type::kClock, total),
                               right,
                               y + 10,
                               total,
                               wins ? Token::running : Token::text);
    if (wins) ui.paint.text(Type::kSmall, end + 8, y + 11, "first", Token::running);
    if (outcome.refused.empty()) {
      const models::Schedule& one = outcome.schedule;
      const bool idle = one.waiting_ns > one.total_ns / 1000;
      ui.paint.text_in(Type::kSmall,
                       {right, y + 21, right_px_ - 14, 14},
                       idle ? "all wait " + span_words(one.waiting_ns) : "never idle",
                       Token::dim_text);
      ui.paint.text_in(Type::kSmall,
                       {right, y + 35, right_px_ - 14, 14},
                       models::bytes_words(outcome.memory_bytes),
                       Token::dim_text);
    }
  }
  const double least = ui.narrow ? 0 : 50;
  return std::max(place.bottom() + kBar_px + 2, y + least) + kGap_px;
}

double ComparePanel::axis(Ui& ui, double y) {
  const double x = left_px_ + gutter_px_, w = wide_px_ - gutter_px_ - right_px_;
  timeline::Viewport view;
  view.width_px = w;
  view.fit(0, axis_ns_, 0);
  for (const timeline::Tick& tick : timeline::ticks(view, ui.narrow ? 72 : 90)) {
    if (!tick.major || tick.time_ns > axis_ns_) continue;
    const double at = x + view.to_px(tick.time_ns);
    const std::string words = tick.time_ns == 0 ? "0" : tick.label;
    const Type type = number_type(Type::kNumber, words);
    const double wide = ui.paint.width(type, words);
    ui.paint.vline(at, y - 8, 5, Token::line);
    ui.paint.text(type,
                  std::clamp(at - wide / 2, x, std::max(x, x + w - wide)),
                  y + 5,
                  words,
                  Token::faint_text);
  }
  return y + 20;
}

double ComparePanel::legend(Ui& ui, double y) {
  double x = left_px_;
  for (Doing doing : {Doing::kComputing,
                      Doing::kBlocking,
                      Doing::kSleeping,
                      Doing::kWaiting,
                      Doing::kReady,
                      Doing::kSwitching,
                      Doing::kStarting}) {
    const std::string words =
        doing == Doing::kReady ? "wants the GIL, a core, its turn" : models::word(doing);
    const double wide = ui.paint.width(Type::kSmall, words) + 30;
    if (x + wide > left_px_ + wide_px_) {
      x = left_px_;
      y += 18;
    }
    ui.paint.fill({x, y + 2, 10, 10}, token_of(doing), 2, strength(doing) < 0.5 ? 0.6 : 1);
    ui.paint.text(Type::kSmall, x + 15, y + 7, words, Token::dim_text);
    x += wide;
  }
  return y + 26;
}

// What the models take for granted, and where they do not hold.
double ComparePanel::words(Ui& ui, double y) {
  const models::Comparison& all = *ui.scene.comparison;
  const double room = std::min(wide_px_, 860.0);
  if (!all.notes.empty()) y = section(ui, left_px_, y, "NOTES", "", room);
  for (const std::string& note : all.notes) {
    ui.paint.fill({left_px_, y + 3, 3, 12}, Token::due, 1.5);
    y += ui.paint.paragraph(Type::kNote, left_px_ + 12, y, room - 12, note, Token::text, 6) + 6;
  }
  y = section(ui,
              left_px_,
              y + 6,
              "WHAT THE MODELS TAKE FOR GRANTED",
              "costs as measured of CPython 3.13 on Linux",
              room);
  for (const models::Assumption& each : all.assumptions) {
    const double value = each.value.empty() ? 0 : 190;
    const double high = ui.paint.paragraph(
        Type::kNote, left_px_, y, room - value - 12, each.text, Token::dim_text, 5);
    if (value > 0)
      ui.paint.text_in(Type::kNumberBig,
                       {left_px_ + room - value, y, value, ui.paint.line_height(Type::kNote)},
                       each.value,
                       Token::text,
                       Align::kRight);
    y += high + 4;
  }
  return y + 12;
}

void ComparePanel::draw(Ui& ui, const Rect& area) {
  left_px_ = area.x + kPanelPad_px;
  wide_px_ = area.w - 2 * kPanelPad_px;
  gutter_px_ = ui.narrow ? 0 : kGutter_px;
  right_px_ = ui.narrow ? 0 : kRight_px;
  double y = scroll_.begin(ui, area) + 14;
  const models::Comparison* all = ui.scene.comparison;
  if (all == nullptr || !all->refused.empty()) {
    empty_card(ui,
               {left_px_, y, std::min(620.0, wide_px_), 58},
               all == nullptr ? "The same work one after another, on threads and on processes: "
                                "when the program has run."
                              : all->refused);
    return scroll_.end(ui, y + 70);
  }
  axis_ns_ = 1;
  for (const Outcome& each : all->outcomes)
    if (each.refused.empty()) axis_ns_ = std::max(axis_ns_, each.schedule.total_ns);
  y = head(ui, y);
  for (const Outcome& each : all->outcomes) y = outcome(ui, each, y);
  y = axis(ui, y - 4);
  y = legend(ui, y + 4);
  y = words(ui, y + 4);
  scroll_.end(ui, y);
}

}  // namespace simul::ui
