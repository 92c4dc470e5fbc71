#include "ui/findings_panel.hpp"

#include <algorithm>

#include "timeline/why.hpp"
#include "ui/words.hpp"

namespace simul::ui {

using timeline::Evidence;
using timeline::Finding;
using timeline::seconds;
using timeline::Severity;

namespace {

constexpr std::size_t kMostEvidence = 4;

}  // namespace

Token token_of(Severity severity) {
  switch (severity) {
    case Severity::kError: return Token::failed;
    case Severity::kWarning: return Token::due;
    case Severity::kHint: return Token::accent;
  }
  return Token::accent;
}

void FindingsPanel::go(Ui& ui, const Evidence& evidence) {
  ui.look_at(ui.scene.run->after(evidence.event + 1));
  if (evidence.task != 0) {
    ui.focus.selected = evidence.task;
    ui.focus.selected_at_ns.reset();
  }
  if (evidence.line != 0) ui.tell(Command::Kind::kShowLine, evidence.line);
  ui.again = true;
}

double FindingsPanel::card(Ui& ui, const Finding& finding, std::size_t number, double y) {
  const Rect& place = scroll_.place();
  double x = place.x + kPanelPad_px, room = place.w - 2 * kPanelPad_px, inner = room - 32;
  double words =
      ui.paint.paragraph(Type::kNote, -4000, -4000, inner, finding.explanation, Token::dim_text, 4);
  double fix =
      finding.fix.empty()
          ? 0
          : ui.paint.paragraph(Type::kNote, -4000, -4000, inner - 44, finding.fix, Token::text, 4) +
                6;
  std::size_t shown = std::min(finding.evidence.size(), kMostEvidence);
  double title =
      ui.paint.paragraph(Type::kStrong, -4000, -4000, inner, finding.title, Token::text, 3);
  Rect card{x,
            y,
            room,
            12 + title + words + fix + static_cast<double>(shown) * 20 + (shown > 0 ? 6 : 0) + 12};
  ui.paint.fill(card, Token::raised, measure::card_radius_px);
  ui.paint.fill({card.x, card.y, 4, card.h}, token_of(finding.severity), 2);
  std::string id = "finding:" + std::to_string(number);
  Rect head{card.x + 4, card.y, card.w - 4, 12 + title + words};
  Touch touch = ui.item(id, finding.title, head, place);
  if (touch.hovered) ui.cursor = Cursor::kHand;
  if (touch.clicked && !finding.evidence.empty()) go(ui, finding.evidence.front());
  if (touch.clicked && finding.evidence.empty() && finding.line != 0)
    ui.tell(Command::Kind::kShowLine, finding.line);
  double at = card.x + 16;
  y += 12;
  y += ui.paint.paragraph(Type::kStrong, at, y, inner, finding.title, Token::text, 3);
  y += ui.paint.paragraph(Type::kNote, at, y, inner, finding.explanation, Token::dim_text, 4);
  if (shown > 0) y += 6;
  for (std::size_t i = 0; i < shown; ++i) {
    const Evidence& evidence = finding.evidence[i];
    Rect row{at - 6, y, inner + 12, 20};
    std::string text = evidence.text;
    if (i + 1 == shown && finding.evidence.size() > shown)
      text += " (and " + std::to_string(finding.evidence.size() - shown) + " more)";
    Touch one = ui.item(id + ":" + std::to_string(i), evidence.text, row, place);
    if (one.hovered) {
      ui.paint.fill(row, Token::selection, measure::button_radius_px);
      ui.cursor = Cursor::kHand;
    }
    if (one.clicked) go(ui, evidence);
    ui.paint.text_in(Type::kNumber, {at, y, 50, 20}, seconds(evidence.time_ns), Token::accent);
    ui.paint.text_in(Type::kNote, {at + 56, y, inner - 56, 20}, text, Token::text);
    y += 20;
  }
  if (!finding.fix.empty()) {
    y += 6;
    ui.paint.text(Type::kCaps, at, y + 8, "FIX", Token::faint_text);
    ui.paint.paragraph(Type::kNote, at + 44, y, inner - 44, finding.fix, Token::text, 4);
  }
  return card.bottom() + 10;
}

void FindingsPanel::draw(Ui& ui, const Rect& area) {
  double y = scroll_.begin(ui, area) + 14, x = area.x + kPanelPad_px,
         room = std::min(720.0, area.w - 2 * kPanelPad_px);
  const auto* findings = ui.scene.findings;
  if (findings == nullptr || findings->empty()) {
    const char* words =
        ui.scene.run == nullptr
            ? "After a run, this says what went wrong in it: a blocked loop, starvation, tasks "
              "that "
              "were never awaited, locks that nobody gets, with the evidence and a fix."
        : ui.alive()
            ? "Nothing wrong so far. Some things can only be said at the end."
            : "Nothing wrong: the loop was never blocked for long, nobody starved, nothing "
              "was lost.";
    y += ui.paint.paragraph(Type::kBody, x, y, room, words, Token::dim_text, 4);
    return scroll_.end(ui, y + 12);
  }
  for (std::size_t i = 0; i < findings->size(); ++i) y = card(ui, (*findings)[i], i, y);
  scroll_.end(ui, y + 4);
}

}  // namespace simul::ui
