#include "ui/transport.hpp"

#include <algorithm>

#include "timeline/why.hpp"
#include "ui/words.hpp"

namespace simul::ui {
namespace {
constexpr double kSlider_px = 104, kLeastSlider_px = 56;
}  // namespace

using timeline::kNone;

std::optional<Step> step_of(std::string_view key) {
  using timeline::StepKind;
  if (key == ",") return Step{StepKind::kCallback, true};
  if (key == ".") return Step{StepKind::kCallback, false};
  if (key == "<" || key == ";") return Step{StepKind::kTurn, true};
  if (key == ">" || key == ":") return Step{StepKind::kTurn, false};
  if (key == "b") return Step{StepKind::kTaskEvent, true};
  if (key == "n") return Step{StepKind::kTaskEvent, false};
  return std::nullopt;
}

bool can_step(const Ui& ui, const Step& step) {
  const timeline::Model* run = ui.scene.run;
  bool for_task = step.kind == timeline::StepKind::kTaskEvent;
  if (for_task && !ui.focus.selected) return false;
  if (step.back) return run != nullptr && ui.moment.events > 0;
  bool goes_on = ui.alive() || (run == nullptr && ui.scene.compiles);
  return goes_on || (run != nullptr && ui.moment.events < run->trace().events.size());
}

void take_step(Ui& ui, const Step& step) {
  if (!can_step(ui, step)) return;
  const timeline::Model* run = ui.scene.run;
  timeline::Id task = ui.focus.selected.value_or(0);
  if (step.back) {
    ui.look_at(run->after(
        timeline::previous_stop(*run, *ui.scene.history, step.kind, task, ui.moment.events)));
    return;
  }
  if (run != nullptr) {
    if (auto next = timeline::next_stop(*run, *ui.scene.history, step.kind, task, ui.moment.events))
      return ui.look_at(run->after(*next));
  }
  if (ui.alive() || run == nullptr) {
    ui.focus.looking_at.reset();
    ui.tell(Command::Kind::kStep, static_cast<double>(step.kind));
  } else {
    ui.look_at(run->after(run->trace().events.size()));
  }
}

void play_or_pause(Ui& ui) {
  switch (ui.scene.phase) {
    case Phase::kRunning: ui.tell(Command::Kind::kPause); return;
    case Phase::kPaused:
      ui.focus.looking_at.reset();
      ui.tell(Command::Kind::kResume);
      return;
    case Phase::kHidden: return;
    default: break;
  }
  if (!ui.scene.compiles) return;
  ui.focus = Focus();
  ui.tell(Command::Kind::kRun);
}

bool Transport::icon_button(Ui& ui,
                            std::string_view id,
                            std::string_view label,
                            Icon icon,
                            const Rect& rect,
                            bool enabled) {
  Touch touch = enabled ? ui.item(id, label, rect) : Touch();
  if (!enabled)
    touch.hovered =
        ui.items.pointer.inside && rect.contains(ui.items.pointer.x, ui.items.pointer.y);
  if (enabled && (touch.hovered || touch.held)) {
    ui.paint.fill(rect, touch.held ? Token::selection : Token::raised, measure::button_radius_px);
    ui.cursor = Cursor::kHand;
  }
  ui.paint.icon(icon, rect, enabled ? Token::dim_text : Token::faint_text, enabled ? 1 : 0.45);
  ui.explain(touch, std::string(label), rect);
  return touch.clicked;
}

bool Transport::text_button(
    Ui& ui, std::string_view id, std::string_view label, std::string_view why, const Rect& rect) {
  Touch touch = ui.item(id, label, rect);
  if (touch.hovered || touch.held) {
    ui.paint.fill(rect, touch.held ? Token::selection : Token::raised, measure::button_radius_px);
    ui.cursor = Cursor::kHand;
  }
  ui.paint.text_in(
      Type::kButton, rect, label, touch.hovered ? Token::text : Token::dim_text, Align::kMiddle);
  ui.explain(touch, std::string(why), rect);
  return touch.clicked;
}

double Transport::play_button(Ui& ui, const Rect& rect) {
  bool pause = ui.scene.phase == Phase::kRunning;
  bool enabled = ui.alive() || ui.scene.compiles;
  const char* label = pause                              ? "Pause"
                      : ui.scene.phase == Phase::kPaused ? "Resume"
                      : ui.scene.phase == Phase::kHidden ? "Hidden"
                                                         : "Play";
  Touch touch = ui.item("play", label, rect);
  ui.paint.fill(rect,
                enabled ? Token::accent : Token::raised,
                measure::button_radius_px,
                touch.held ? 0.85 : 1);
  Token ink = enabled ? Token::on_accent : Token::faint_text;
  double words = ui.paint.width(Type::kStrong, label), all = 12 + 8 + words;
  double x = rect.x + (rect.w - all) / 2;
  ui.paint.icon(pause ? Icon::kPause : Icon::kPlay, {x, rect.y, 12, rect.h}, ink);
  ui.paint.text(Type::kStrong, x + 20, rect.middle_y(), label, ink);
  if (touch.hovered && enabled) ui.cursor = Cursor::kHand;
  ui.explain(touch,
             !enabled ? "The text has an error; nothing can run until it is mended"
             : pause  ? "Pause (Space)"
                      : "Play (Space, or Ctrl+Enter in the text)",
             rect);
  if (touch.clicked) play_or_pause(ui);
  return rect.right();
}

double Transport::clock(Ui& ui, double x, const Rect& area, double right_limit) {
  std::string now = timeline::seconds(ui.time_ns);
  double y = area.middle_y();
  x = ui.paint.text(Type::kClock, x, y, now, Token::text);
  x = ui.paint.text(Type::kNote, x + 5, y + 1, "s", Token::dim_text);
  std::string note = clock_note(ui.scene, ui.looking_back);
  double wide = ui.paint.width(Type::kNote, note);
  if (!note.empty() && x + 12 + wide <= right_limit) {
    ui.paint.text(Type::kNote, x + 12, y + 1, note, Token::dim_text);
    x += 12 + wide;
  }
  return x;
}

void Transport::modes(Ui& ui, const Rect& rect) {
  ui.paint.fill(rect, Token::canvas, measure::button_radius_px);
  ui.paint.border(rect, Token::line, measure::button_radius_px);
  double half = rect.w / 2;
  const struct {
    const char *id, *label, *why;
    bool instant;
  } choices[] = {
      {"live", "Live", "Live: a second takes a second, times the speed", false},
      {"instant", "Instant", "Instant: the clock jumps over every wait, all at once", true}};
  for (const auto& choice : choices) {
    Rect part{rect.x + (choice.instant ? half : 0), rect.y, half, rect.h};
    Touch touch = ui.item(choice.id, choice.label, part);
    bool chosen = ui.scene.instant == choice.instant;
    if (chosen) ui.paint.fill(part.inset(2), Token::selection, measure::button_radius_px - 2);
    ui.paint.text_in(Type::kButton,
                     part,
                     choice.label,
                     chosen || touch.hovered ? Token::text : Token::dim_text,
                     Align::kMiddle);
    if (touch.hovered) ui.cursor = Cursor::kHand;
    ui.explain(touch, choice.why, part);
    if (touch.clicked && !chosen) ui.tell(Command::Kind::kMode, choice.instant ? 1 : 0);
  }
}

void Transport::slider(Ui& ui, const Rect& rect) {
  Touch touch = ui.item("speed", "Speed " + speed_label(ui.scene.speed), rect);
  double from = rect.x + 7, wide = rect.w - 14, y = rect.middle_y();
  double at = slider_of(ui.scene.speed);
  if (touch.held || (touch.clicked && ui.items.pointer.released)) {
    double wanted = speed_of((ui.items.pointer.x - from) / wide);
    if (wanted != ui.scene.speed) ui.tell(Command::Kind::kSpeed, wanted);
    at = slider_of(wanted);
    ui.cursor = Cursor::kResize;
  } else if (touch.hovered) {
    ui.cursor = Cursor::kResize;
  }
  // 1 is where most people want to go back to.
  ui.paint.fill({from + wide * slider_of(1) - 0.5, y - 5, 1, 10}, Token::line);
  ui.paint.fill({from, y - 1.5, wide, 3}, Token::line, 1.5);
  ui.paint.fill({from, y - 1.5, wide * at, 3}, Token::accent, 1.5);
  ui.paint.fill({from + wide * at - 6, y - 6, 12, 12}, Token::text, 6);
  ui.explain(touch, "Speed of the clock in a live run (arrow keys when focused)", rect);
}

void Transport::step_button(Ui& ui,
                            std::string_view id,
                            std::string_view label,
                            Icon icon,
                            const Rect& rect,
                            const Step& step) {
  if (icon_button(ui, id, label, icon, rect, can_step(ui, step))) take_step(ui, step);
}

TransportWish Transport::draw(Ui& ui, const Rect& area, bool follows) {
  TransportWish wish;
  ui.paint.fill(area, Token::panel);
  ui.paint.hline(area.x, area.bottom() - ui.paint.hairline_px(), area.w, Token::line);
  double y = area.y + (area.h - 32) / 2;

  if (ui.narrow) {
    // On a phone the page has large buttons under the thumb; this row says the time, and plays
    // where it stands alone.
    Rect fit{
        area.right() - 8 - measure::touch_px, area.y + 2, measure::touch_px, measure::touch_px};
    wish.fit = text_button(ui, "fit", "Fit", "Show the whole run", fit);
    double button = fit.x - 4;
    if (!ui.page_plays) {
      button -= 92;
      play_button(ui, {button, area.y + 2, 92, measure::touch_px});
    }
    std::string how = ui.scene.instant ? "instant" : speed_label(ui.scene.speed) + " live";
    double wide = ui.paint.width(Type::kNote, how);
    double x = clock(ui, area.x + 16, area, button - 24 - wide);
    if (x + 12 + wide < button - 12)
      ui.paint.text(Type::kNote, button - 12 - wide, area.middle_y() + 1, how, Token::dim_text);
    return wish;
  }

  // Room decides what is shown: the clock and the big button always, then modes and stop, then
  // seeking, then the slider.
  bool seeks = area.w >= 820, slides = area.w >= 640;
  const timeline::Model* run = ui.scene.run;
  using timeline::StepKind;
  double x = area.x + 12;
  if (seeks) {
    if (icon_button(ui,
                    "to-start",
                    "Look at the start (Home)",
                    Icon::kToStart,
                    {x, y, 30, 32},
                    run != nullptr && ui.moment.events > 0))
      ui.look_at(run->after(0));
    step_button(ui,
                "turn-back",
                "A turn of the loop back (<)",
                Icon::kTurnBack,
                {x + 30, y, 30, 32},
                {StepKind::kTurn, true});
    step_button(ui,
                "back",
                "A step back (,)",
                Icon::kBack,
                {x + 60, y, 30, 32},
                {StepKind::kCallback, true});
    x += 94;
  }
  x = play_button(ui, {x, y, 92, 32}) + 4;
  if (seeks) {
    step_button(ui,
                "forward",
                "A step: the next callback (.)",
                Icon::kForward,
                {x, y, 30, 32},
                {StepKind::kCallback, false});
    step_button(ui,
                "turn",
                "A turn of the loop (>)",
                Icon::kTurn,
                {x + 30, y, 30, 32},
                {StepKind::kTurn, false});
    if (icon_button(ui,
                    "to-now",
                    "Back to now (End)",
                    Icon::kToEnd,
                    {x + 60, y, 30, 32},
                    ui.focus.looking_at.has_value())) {
      ui.focus.looking_at.reset();
      ui.again = true;
    }
    x += 92;
  }
  if (icon_button(
          ui, "stop", "Stop; what was printed stays", Icon::kStop, {x, y, 30, 32}, ui.alive()))
    ui.tell(Command::Kind::kStop);
  if (icon_button(ui,
                  "again",
                  "Run again from the beginning",
                  Icon::kAgain,
                  {x + 30, y, 30, 32},
                  run != nullptr && ui.scene.compiles)) {
    ui.focus = Focus();
    ui.tell(Command::Kind::kRun);
  }
  x += 68;
  ui.paint.vline(x, area.y + 12, area.h - 24, Token::line);

  double right = area.right() - 12;
  if (area.w >= 700) {
    if (icon_button(ui, "closer", "Closer (+)", Icon::kPlus, {right - 28, y, 28, 32}, true))
      wish.zoom = 1;
    if (icon_button(ui, "further", "Further away (-)", Icon::kMinus, {right - 56, y, 28, 32}, true))
      wish.zoom = -1;
    right -= 60;
  }
  Rect fit{right - 36, y, 36, 32};
  wish.fit = text_button(ui, "fit", "Fit", "Show the whole run (F)", fit);
  right = fit.x - 12;
  if (ui.alive() && !follows) {
    double wide = ui.paint.width(Type::kButton, "Follow") + 16;
    right -= wide - 8;
    wish.follow = text_button(
        ui, "follow", "Follow", "Go along with the run again (L)", {right, y, wide, 32});
    right -= 12;
  }
  const double modes_w = slides ? 136 : 116;
  if (slides) {
    // The slider gives way to the digits of a long run, not they to the buttons.
    const double digits = ui.paint.width(Type::kClock, timeline::seconds(ui.time_ns)) + 20;
    const double others = 4 + 36 + 16 + modes_w + 12;
    const double room = right - others - (x + 16 + digits);
    const double wide = std::clamp(room, kLeastSlider_px, kSlider_px);
    if (room >= kLeastSlider_px) {
      slider(ui, {right - wide, y, wide, 32});
      right -= wide + 4;
    }
  }
  std::string speed = speed_label(ui.scene.speed);
  right -= 36;
  ui.paint.text_in(Type::kButton,
                   {right, y, 36, 32},
                   speed,
                   ui.scene.instant ? Token::faint_text : Token::text,
                   Align::kRight);
  right -= 16;
  modes(ui, {right - modes_w, area.y + 10, modes_w, 28});
  right -= modes_w + 12;
  clock(ui, x + 16, area, right);
  return wish;
}

}  // namespace simul::ui
