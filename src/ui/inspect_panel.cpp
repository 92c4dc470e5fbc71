#include "ui/inspect_panel.hpp"

#include <algorithm>

#include "timeline/why.hpp"
#include "ui/words.hpp"

namespace simul::ui {

using timeline::kNone;
using timeline::seconds;

namespace {

constexpr double kRow_px = 24;

}  // namespace

void InspectPanel::update(Ui& ui, timeline::Id task, const timeline::Moment& moment) {
  if (of_ == ui.scene.run && task_ == task && at_ == moment) return;
  if (task_ != task) scroll_.to_top();
  of_ = ui.scene.run;
  task_ = task;
  at_ = moment;
  found_ = timeline::inspect(*ui.scene.run, *ui.scene.history, task, moment);
}

// The picture shows the moment right after an event, and the editor its line.
void InspectPanel::go(Ui& ui, std::size_t event, std::uint32_t line) {
  ui.look_at(ui.scene.run->after(event + 1));
  if (line != 0) ui.tell(Command::Kind::kShowLine, line);
  ui.again = true;
}

double InspectPanel::who(Ui& ui, const Rect& place) {
  double y = section(ui, place.x, place.y, task_ == 0 ? "THE LOOP" : "TASK", "", place.w);
  Token token = token_of(found_.state);
  ui.paint.fill({place.x, y + 6, 8, 8}, token, 2);
  ui.paint.text_in(Type::kStrong, {place.x + 16, y, place.w - 16, 20}, found_.name, Token::text);
  y += 22;
  auto line = [&](const std::string& words, Token ink) {
    y += ui.paint.paragraph(Type::kNote, place.x, y, place.w, words, ink, 4);
  };
  std::string state(timeline::word(found_.state));
  if (found_.since_ns != kNone) state += " since " + seconds(found_.since_ns);
  if (found_.until_ns != kNone) state += " until " + seconds(found_.until_ns);
  if (found_.line != 0) state += ", line " + std::to_string(found_.line);
  line(state, token);
  if (!found_.why.empty()) line(found_.why, Token::text);
  y += 4;
  std::string origin;
  if (!found_.task_name.empty() && found_.task_name != found_.name) origin = found_.task_name;
  if (!found_.coroutine.empty() && found_.coroutine != found_.name)
    origin += (origin.empty() ? "" : ", ") + found_.coroutine + "()";
  if (task_ != 0 && (found_.parent != 0 || found_.created_line != 0)) {
    origin += (origin.empty() ? "made by " : ", made by ") +
              timeline::name_of(*ui.scene.run, found_.parent) +
              timeline::at_line(found_.created_line);
  }
  if (!origin.empty()) line(origin, Token::dim_text);
  return y;
}

double InspectPanel::stack(Ui& ui, const Rect& place) {
  double y = section(ui, place.x, place.y, "STACK", "innermost last", place.w);
  if (ui.scene.stack == nullptr || ui.scene.stack->empty()) {
    return y + ui.paint.paragraph(Type::kNote,
                                  place.x,
                                  y,
                                  place.w,
                                  ui.scene.stack_note.empty()
                                      ? "No frames: the task has not begun, or is over."
                                      : ui.scene.stack_note,
                                  Token::faint_text,
                                  3);
  }
  for (std::size_t i = 0; i < ui.scene.stack->size(); ++i) {
    const StackFrame& frame = (*ui.scene.stack)[i];
    Rect row{place.x - 6, y, place.w + 12, 20};
    std::string where =
        frame.function + (frame.line != 0 ? ", line " + std::to_string(frame.line) : "");
    if (row_button(ui, "frame:" + std::to_string(i), where, row, scroll_.place()) &&
        frame.line != 0)
      ui.tell(Command::Kind::kShowLine, frame.line);
    ui.paint.text_in(Type::kNumberBig, {place.x, y, place.w, 20}, where, Token::text);
    y += 20;
    for (const auto& [name, value] : frame.locals) {
      ui.paint.text_in(Type::kNumber,
                       {place.x + 12, y, place.w - 12, 16},
                       name + " = " + value,
                       Token::dim_text);
      y += 16;
    }
    y += 2;
  }
  return y;
}

double InspectPanel::causes(Ui& ui, const Rect& place) {
  double y = section(ui, place.x, place.y, "BECAUSE", "the latest first", place.w);
  if (found_.causes.empty())
    return y + ui.paint.paragraph(Type::kNote,
                                  place.x,
                                  y,
                                  place.w,
                                  "Nothing led to it: this is where it begins.",
                                  Token::faint_text,
                                  2);
  for (std::size_t i = 0; i < found_.causes.size(); ++i) {
    const timeline::Cause& cause = found_.causes[i];
    double high =
        ui.paint.paragraph(Type::kNote, -4000, -4000, place.w - 62, cause.sentence, Token::text, 3);
    Rect row{place.x - 6, y, place.w + 12, std::max(kRow_px, high + 6)};
    if (row_button(ui, "cause:" + std::to_string(i), cause.sentence, row, scroll_.place()))
      go(ui, cause.event, cause.line);
    ui.paint.text_in(
        Type::kNumber, {place.x, y + 3, 50, 18}, seconds(cause.time_ns), Token::dim_text);
    ui.paint.paragraph(
        Type::kNote, place.x + 56, y + 3, place.w - 62, cause.sentence, Token::text, 3);
    y += row.h;
  }
  return y;
}

double InspectPanel::neighbours(Ui& ui, const Rect& place) {
  double y = section(ui, place.x, place.y, "WHAT HAPPENED", "before and after", place.w);
  bool line_drawn = false;
  for (const timeline::Neighbour& one : found_.neighbours) {
    if (!one.happened && !line_drawn) {
      line_drawn = true;
      ui.paint.fill({place.x, y + 4, place.w, 1}, Token::accent);
      y += 9;
    }
    Rect row{place.x - 6, y, place.w + 12, kRow_px};
    if (row_button(ui, "event:" + std::to_string(one.event), one.text, row, scroll_.place()))
      go(ui, one.event, one.line);
    Token ink = one.happened ? Token::text : Token::dim_text;
    ui.paint.text_in(
        Type::kNumber, {place.x, y + 3, 50, 18}, seconds(one.time_ns), Token::dim_text);
    bool cut =
        ui.paint.text_in(Type::kNote, {place.x + 56, y + 3, place.w - 62, 18}, one.text, ink);
    Touch over;
    over.hovered = cut && row.cut(scroll_.place()).contains(ui.items.pointer.x, ui.items.pointer.y);
    ui.explain(over, one.text, row);
    y += kRow_px;
  }
  if (found_.neighbours.empty())
    y += ui.paint.paragraph(Type::kNote, place.x, y, place.w, "Nothing yet.", Token::faint_text, 1);
  return y;
}

void InspectPanel::draw(Ui& ui, const Rect& area) {
  double y = scroll_.begin(ui, area) + 14, x = area.x + kPanelPad_px,
         room = area.w - 2 * kPanelPad_px;
  if (ui.scene.run == nullptr) {
    y += ui.paint.paragraph(Type::kBody,
                            x,
                            y,
                            std::min(720.0, room),
                            "Click a slice or a name in the timeline while or after the program "
                            "ran: what it did then, why, and what led to it stands here.",
                            Token::dim_text,
                            4);
    return scroll_.end(ui, y + 12);
  }
  timeline::Id task = ui.focus.selected.value_or(
      most_telling(*ui.scene.run, ui.scene.history->at(ui.moment), ui.time_ns));
  bool past = ui.focus.selected_at_ns && *ui.focus.selected_at_ns < ui.time_ns;
  update(ui, task, past ? ui.scene.run->at_time(*ui.focus.selected_at_ns) : ui.moment);
  if (area.w < 640) {
    y = who(ui, {x, y, room, 0}) + 14;
    y = causes(ui, {x, y, room, 0}) + 14;
    y = stack(ui, {x, y, room, 0}) + 14;
    y = neighbours(ui, {x, y, room, 0}) + 14;
    return scroll_.end(ui, y);
  }
  double gap = 28, first = std::clamp(room * 0.28, 180.0, 300.0);
  double second = (room - first - 2 * gap) * 0.5;
  double a = who(ui, {x, y, first, 0}) + 14;
  a = stack(ui, {x, a, first, 0});
  double b = causes(ui, {x + first + gap, y, second, 0});
  double c = neighbours(ui, {x + first + second + 2 * gap, y, room - first - second - 2 * gap, 0});
  scroll_.end(ui, std::max({a, b, c}) + 14);
}

}  // namespace simul::ui
