#include "ui/panels.hpp"

#include <algorithm>

#include "timeline/why.hpp"
#include "ui/words.hpp"

namespace simul::ui {

using timeline::seconds;

namespace {

constexpr double kTabs_px = 36, kTabsNarrow_px = 44, kLeast_px = 96;
constexpr double kUsual_px = 290, kPicture_px = 470, kUsualNarrow_px = 220, kLeastTimeline_px = 120;

const struct {
  PanelKind kind;
  const char *id, *label, *narrow, *why;
} kTabs[] = {
    {PanelKind::kLoop,
     "tab:loop",
     "Loop",
     "Loop",
     "The loop from inside: who runs, the ready queue, the timers (1)"},
    {PanelKind::kCompose,
     "tab:compose",
     "Compose",
     "Compose",
     "The program as cards: drag steps, and the text is written (5)"},
    {PanelKind::kAwait, "tab:await", "Await graph", "Waits", "Who waits for whom (2)"},
    {PanelKind::kInspect,
     "tab:inspect",
     "Inspect",
     "Inspect",
     "Everything about the chosen task (3)"},
    {PanelKind::kFindings,
     "tab:findings",
     "Findings",
     "Findings",
     "What went wrong, with evidence and a fix (4)"},
    {PanelKind::kCompare,
     "tab:compare",
     "Compare",
     "4 ways",
     "The same work one after another, on threads, on processes (6)"},
    {PanelKind::kScene, "tab:scene", "Scene", "Scene", "The program as a scene (7)"},
};

double tabs_px(const Ui& ui) {
  return ui.narrow ? kTabsNarrow_px : kTabs_px;
}

}  // namespace

void Panels::set_pulled(double px) {
  shut_ = px == 0;
  if (px != 0) pulled_px_ = px;
}

// Neither depends on what is in the panel, or lanes would move while a queue fills.
double Panels::height_px(const Ui& ui, double room, double timeline_px) {
  room_px_ = room;
  double bar = tabs_px(ui);
  if (shut_) return std::min(bar, room);
  // A text that asks for a scene is shown as one; one that does not has none.
  if (ui.scene.scene != scene_) {
    if (!ui.scene.scene.empty())
      chosen_ = PanelKind::kScene;
    else if (chosen_ == PanelKind::kScene)
      chosen_ = PanelKind::kLoop;
    scene_ = ui.scene.scene;
  }
  double usual = std::min(ui.narrow ? kUsualNarrow_px : kUsual_px, room * 0.5);
  // A program wants more room than what is said about a run.
  if (composing()) usual = std::max(usual, room * 0.56);
  // These two are pictures themselves and want the room for it.
  if (chosen_ == PanelKind::kCompare || chosen_ == PanelKind::kScene)
    usual = std::max(usual, std::min(kPicture_px, room * 0.64));
  if (pulled_px_ < 0) return std::max(usual, room - timeline_px);
  return std::clamp(
      pulled_px_, std::min(kLeast_px, room), std::max(kLeast_px, room - kLeastTimeline_px));
}

bool Panels::wheel(double x, double y, double dx, double dy) {
  if (shut_) return false;
  switch (chosen_) {
    case PanelKind::kLoop: return loop_.wheel(x, y, dy);
    case PanelKind::kAwait: return await_.wheel(x, y, dy);
    case PanelKind::kInspect: return inspect_.wheel(x, y, dy);
    case PanelKind::kFindings: return findings_.wheel(x, y, dy);
    case PanelKind::kCompose: return compose_.wheel(x, y, dx, dy);
    case PanelKind::kCompare: return compare_.wheel(x, y, dy);
    case PanelKind::kScene: return hall_.wheel(x, y, dy);
  }
  return false;
}

// What the loop does now, beside the tabs.
void Panels::status(Ui& ui, const Rect& place) {
  if (place.w < 120 || ui.scene.run == nullptr) return;
  std::string words;
  if (!ui.scene.stopped.empty()) {
    words = ui.scene.stopped;
  } else if (ui.looking_back) {
    words = "Looking back at " + seconds(ui.time_ns) + ". End goes back to now.";
  } else if (!ui.alive()) {
    words = "This was the last moment. Drag on the ruler to look at any other.";
  } else {
    words = loop_line(ui.scene, ui.moment, ui.looking_back);
    if (ui.scene.phase == Phase::kPaused) words = "Paused. " + words;
  }
  if (ui.paint.width(Type::kNote, words) > place.w) return;
  ui.paint.text_in(Type::kNote, place, words, Token::dim_text, Align::kRight);
}

void Panels::tabs(Ui& ui, const Rect& row) {
  double x = row.x + kPanelPad_px - 8;
  // Where all of them are too wide they stand closer.
  const auto shown = [&](PanelKind kind) {
    return kind != PanelKind::kScene || !ui.scene.scene.empty();
  };
  double all = 0, count = 0;
  for (const auto& tab : kTabs) {
    if (!shown(tab.kind)) continue;
    all += ui.paint.width(Type::kButton, ui.narrow ? tab.narrow : tab.label);
    ++count;
  }
  const bool close = x + all + 20 * count > row.right();
  if (close) x = row.x + 2;
  const double pad = close ? std::clamp((row.right() - x - all) / count / 2, 1.0, 8.0) : 8;
  for (const auto& tab : kTabs) {
    if (!shown(tab.kind)) continue;
    std::string label = ui.narrow ? tab.narrow : tab.label;
    std::size_t found = tab.kind == PanelKind::kFindings && ui.scene.findings != nullptr
                            ? ui.scene.findings->size()
                            : 0;
    double words = ui.paint.width(Type::kButton, label);
    std::string count = std::to_string(found);
    double badge = found == 0 ? 0 : ui.paint.width(Type::kSmall, count) + 16;
    if (close) badge = 0;
    Rect place{x, row.y, words + badge + 2 * pad, row.h};
    Touch touch = ui.item(tab.id, label, place);
    bool chosen = chosen_ == tab.kind && !shut_;
    Token ink = chosen || touch.hovered ? Token::text : Token::dim_text;
    ui.paint.text(Type::kButton, x + pad, row.middle_y(), label, ink);
    if (chosen) ui.paint.fill({x + pad, row.bottom() - 2, words + badge, 2}, Token::accent);
    if (found > 0 && !close) {
      Token tint = token_of(ui.scene.findings->front().severity);
      Rect pill{x + pad + words + 6, row.middle_y() - 8, badge - 6, 16};
      ui.paint.fill(pill, tint, 8, 0.18);
      ui.paint.text_in(Type::kSmall, pill, count, tint, Align::kMiddle);
    }
    if (touch.hovered) ui.cursor = Cursor::kHand;
    ui.explain(touch, tab.why, place);
    if (touch.clicked) {
      choose(tab.kind);
      ui.again = true;
    }
    x = place.right() + (close ? 0 : 4);
  }
  Rect shut{row.right() - 8 - 28, row.y + (row.h - 28) / 2, 28, 28};
  if (ui.narrow) shut = {row.right() - measure::touch_px, row.y, measure::touch_px, row.h};
  if (x + shut.w + 8 > row.right()) return;
  const char* words = shut_ ? "Show the panel" : "Put the panel away";
  Touch touch = ui.item("panel:shut", words, shut);
  if (touch.hovered) ui.cursor = Cursor::kHand;
  ui.paint.icon(
      shut_ ? Icon::kUp : Icon::kFold, shut, touch.hovered ? Token::text : Token::dim_text);
  ui.explain(touch, words, shut);
  if (touch.clicked) {
    shut_ = !shut_;
    ui.tell(Command::Kind::kPanel, pulled_px());
  }
  status(ui, {x + 12, row.y, shut.x - 12 - x - 12, row.h});
}

// The edge to the timeline can be pulled; twice pressed it goes back to the usual.
void Panels::pull(Ui& ui, const Rect& area) {
  Rect bar{area.x, area.y - 3, area.w, 7};
  Touch touch = ui.item("panel:edge", "Height of the panel", bar, bar, false);
  const Pointer& pointer = ui.items.pointer;
  if (touch.hovered || touch.held) {
    ui.cursor = Cursor::kResizeRows;
    ui.paint.fill({area.x, area.y - 1, area.w, 3}, Token::accent, 0, 0.6);
  }
  if (pointer.pressed && touch.held) pulled_from_ = pointer.press_y - area.y, moved_ = false;
  if (pulled_from_ && touch.held) {
    double high = area.bottom() - (pointer.y - *pulled_from_);
    if (std::abs(high - area.h) > 1) moved_ = true;
    if (moved_) {
      double before = pulled_px();
      shut_ = high < kLeast_px / 2;
      pulled_px_ = std::clamp(high, kLeast_px, std::max(kLeast_px, room_px_ - kLeastTimeline_px));
      ui.again = ui.again || pulled_px() != before;
    }
  }
  if (!pointer.down && pulled_from_) {
    if (moved_) ui.tell(Command::Kind::kPanel, pulled_px());
    pulled_from_.reset();
  }
}

void Panels::draw(Ui& ui, const Rect& area) {
  ui.paint.fill(area, Token::panel);
  ui.paint.hline(area.x, area.y, area.w, Token::line);
  Rect row{area.x, area.y, area.w, std::min(tabs_px(ui), area.h)};
  tabs(ui, row);
  Rect content{area.x, row.bottom(), area.w, std::max(0.0, area.h - row.h)};
  if (content.h > 1) {
    ui.paint.hline(area.x, row.bottom() - ui.paint.hairline_px(), area.w, Token::line);
    switch (chosen_) {
      case PanelKind::kLoop: loop_.draw(ui, content); break;
      case PanelKind::kAwait: await_.draw(ui, content); break;
      case PanelKind::kInspect: inspect_.draw(ui, content); break;
      case PanelKind::kFindings: findings_.draw(ui, content); break;
      case PanelKind::kCompose: compose_.draw(ui, content); break;
      case PanelKind::kCompare: compare_.draw(ui, content); break;
      case PanelKind::kScene: hall_.draw(ui, content); break;
    }
  }
  pull(ui, area);
}

}  // namespace simul::ui
