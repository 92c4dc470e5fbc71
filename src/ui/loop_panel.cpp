#include "ui/loop_panel.hpp"

#include <algorithm>
#include <cmath>

#include "timeline/steps.hpp"
#include "timeline/why.hpp"
#include "ui/timeline_frame.hpp"
#include "ui/words.hpp"

namespace simul::ui {

using timeline::LoopState;
using timeline::Model;
using timeline::seconds;
using timeline::State;
using timeline::Track;

namespace {

// Where overlapping saved time, the sentence says how much.
std::string ran_to_its_end(std::int64_t end_ns, std::int64_t one_by_one_ns) {
  std::string said = "The program ran to its end, at " + timeline::seconds(end_ns) + ".";
  bool saved =
      static_cast<double>(one_by_one_ns) > 1.05 * static_cast<double>(end_ns) && end_ns > 0;
  if (!saved) return said;
  return said + " One after another, the same work would take " + timeline::seconds(one_by_one_ns) +
         " s.";
}

constexpr double kPad_px = kPanelPad_px, kCard_px = 58, kRunningCard_px = 84, kGap_px = 10;

// Boards slide to their place in the line: keyed by what they are, relative to the panel.
Rect glided(Ui& ui, timeline::Id id, const Rect& wanted) {
  auto key = Motion::key("board") ^ (static_cast<Motion::Key>(id) << 1);
  return {ui.motion.to(key, wanted.x, kLayoutMotion_ms),
          ui.motion.to(key + 1, wanted.y, kLayoutMotion_ms),
          wanted.w,
          wanted.h};
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? " and " : ", ";
    out += names[i];
  }
  return out;
}

}  // namespace

double LoopPanel::running_card(Ui& ui, const Rect& place, const LoopState& loop) {
  const Model& model = *ui.scene.run;
  double y = section(ui, place.x, place.y, "RUNNING NOW", "", place.w);
  Rect card{place.x, y, place.w, kRunningCard_px};
  bool ended = !ui.alive() && !ui.looking_back;
  if (!loop.blocked && loop.running == 0) {
    ui.paint.dashed_border(card, Token::line, measure::card_radius_px);
    std::string head =
        ended       ? (ui.scene.phase == Phase::kStopped ? "Stopped" : "The program has ended")
        : loop.busy ? "A callback"
        : ui.scene.asking && !ui.looking_back ? "The program asks"
                                              : "Nobody";
    std::string note = ended && !ui.scene.ending.empty() ? ui.scene.ending
                       : ended                           ? "at " + seconds(ui.time_ns) + " s"
                               : loop_line(ui.scene, ui.moment, ui.looking_back);
    ui.paint.text(Type::kStrong, card.x + 12, card.y + 18, head, Token::text);
    ui.paint.paragraph(Type::kNote,
                       card.x + 12,
                       card.y + 30,
                       card.w - 24,
                       note,
                       ended && !ui.scene.ending.empty() ? Token::failed : Token::dim_text,
                       3);
    return card.bottom();
  }
  timeline::Id who = loop.blocked ? loop.blocker : loop.running;
  const Track* track = model.track_of(who);
  std::string name = who == 0 || track == nullptr ? "The program" : track->name;
  Token token = loop.blocked ? Token::blocking : Token::running;
  ui.paint.fill(card, Token::raised, measure::card_radius_px);
  ui.paint.border(card, token, measure::card_radius_px, 1.5);
  ui.paint.fill({card.x + 12, card.y + 14, 8, 8}, token, 2);
  ui.paint.text_in(Type::kStrong, {card.x + 28, card.y + 8, card.w - 40, 20}, name, Token::text);
  if (!loop.blocked) {
    const timeline::Slice* slice = track == nullptr ? nullptr : Model::slice_at(*track, ui.time_ns);
    std::string note = slice != nullptr && slice->line != 0
                           ? "its step, from line " + std::to_string(slice->line)
                           : "its step";
    ui.paint.text_in(
        Type::kNote, {card.x + 12, card.y + 28, card.w - 24, 20}, note, Token::dim_text);
    ui.paint.text_in(Type::kSmall,
                     {card.x + 12, card.bottom() - 24, card.w - 24, 20},
                     "everyone else waits",
                     Token::dim_text);
    return card.bottom();
  }
  std::string call(model.trace().texts.at(loop.blocked_text));
  if (call.empty()) call = "a blocking call";
  if (loop.blocked_line != 0) call += ", line " + std::to_string(loop.blocked_line);
  ui.paint.text_in(Type::kNote, {card.x + 12, card.y + 28, card.w - 24, 20}, call, Token::dim_text);
  auto all =
      static_cast<double>(std::max<std::int64_t>(1, loop.blocked_until_ns - loop.blocked_since_ns));
  double done = std::clamp(static_cast<double>(ui.time_ns - loop.blocked_since_ns) / all, 0.0, 1.0);
  Rect bar{card.x + 12, card.bottom() - 29, card.w - 24, 5};
  ui.paint.fill(bar, Token::line, 2.5);
  ui.paint.fill({bar.x, bar.y, bar.w * done, bar.h}, token, 2.5);
  char words[48];
  std::snprintf(words, sizeof words, "%.2f of %.2f s", done * all / 1e9, all / 1e9);
  const Rect line{card.x + 12, card.bottom() - 22, card.w - 24, 18};
  const std::string fits = fitting(
      ui, Type::kSmall, {std::string(words) + " · everyone waits", "everyone waits"}, line.w);
  ui.paint.text_in(Type::kSmall, line, fits, Token::blocking);
  return card.bottom();
}

double LoopPanel::ready_queue(Ui& ui, const Rect& place, const LoopState& loop) {
  const Model& model = *ui.scene.run;
  double y = section(ui, place.x, place.y, "READY QUEUE", "first in, first out", place.w + 16);
  if (loop.ready.empty()) {
    Rect card{place.x, y, place.w, kCard_px};
    empty_card(ui, card, "empty");
    std::string note = loop.blocked && loop.blocker != 0
                           ? "Nobody can join it before " + model.track_of(loop.blocker)->name +
                                 " gives control back."
                       : !ui.alive() && !ui.looking_back ? ""
                                                         : "Nothing is ready to run now.";
    return card.bottom() + 6 +
           ui.paint.paragraph(
               Type::kNote, place.x, card.bottom() + 6, place.w, note, Token::dim_text, 2);
  }
  double x = place.x, row = 26;
  std::size_t shown = 0;
  int rows = 0;
  for (const timeline::ReadyItem& item : loop.ready) {
    std::string name = owners_.name(model, item.owner);
    double wide = std::min(place.w, ui.paint.width(Type::kNote, name) + 32);
    if (x + wide > place.right() + 0.5) {
      if (++rows == 3) break;
      x = place.x;
      y += row + 6;
    }
    Rect chip = glided(ui, item.handle, {x, y, wide, row});
    ui.paint.fill(chip, Token::raised, measure::button_radius_px);
    ui.paint.border(chip, Token::line, measure::button_radius_px);
    ui.paint.fill({chip.x + 9, chip.y + 9, 8, 8},
                  owners_.is_task(model, item.owner) ? Token::due : Token::sleeping,
                  2);
    ui.paint.text_in(Type::kNote, {chip.x + 23, chip.y, chip.w - 30, chip.h}, name, Token::text);
    x += wide + 6;
    ++shown;
  }
  y += row;
  std::string note =
      loop.ready_count > shown ? "and " + grouped(loop.ready_count - shown) + " more" : "";
  return y + 6 + ui.paint.paragraph(Type::kNote, place.x, y + 6, place.w, note, Token::dim_text, 1);
}

double LoopPanel::timers(Ui& ui, const Rect& place, const LoopState& loop) {
  const Model& model = *ui.scene.run;
  double y = section(ui, place.x, place.y, "TIMERS", "earliest first", place.w);
  if (loop.timers.empty()) {
    Rect card{place.x, y, std::min(place.w, 220.0), kCard_px};
    empty_card(ui, card, "none is set");
    return card.bottom();
  }
  double least = ui.narrow ? 104 : 132;
  int fit = std::max(1, static_cast<int>((place.w + kGap_px) / (least + kGap_px)));
  double wide = std::min(160.0, (place.w + kGap_px) / fit - kGap_px);
  // Where only a few fit side by side there is a second row of them.
  int columns = fit;
  if (fit < 4 && !ui.narrow && static_cast<std::size_t>(fit) < loop.timer_count) fit *= 2;
  std::vector<std::string> due;
  int i = 0;
  for (const timeline::TimerItem& timer : loop.timers) {
    std::string name = timer.task != 0 && model.track_of(timer.task) != nullptr
                           ? model.track_of(timer.task)->name
                           : owners_.name(model, timer.object);
    bool is_due = timer.due_ns <= ui.time_ns;
    if (is_due) due.push_back(name);
    bool last = i + 1 == fit && static_cast<std::size_t>(fit) < loop.timer_count;
    if (i < fit) {
      Rect card{place.x + i % columns * (wide + kGap_px),
                y + i / columns * (kCard_px + kGap_px),
                wide,
                kCard_px};
      card = glided(ui, timer.timer, card);
      ui.paint.fill(card, Token::raised, measure::card_radius_px);
      ui.paint.border(card, Token::line, measure::card_radius_px);
      if (last) {
        ui.paint.text_in(Type::kStrong,
                         {card.x + 12, card.y + 8, wide - 20, 20},
                         grouped(loop.timer_count - static_cast<std::size_t>(i)) + " more",
                         Token::text);
        ui.paint.text_in(Type::kNote,
                         {card.x + 12, card.y + 29, wide - 20, 20},
                         "from " + seconds(timer.due_ns),
                         Token::dim_text);
      } else {
        ui.paint.fill({card.x + 12, card.y + 14, 8, 8}, is_due ? Token::due : Token::sleeping, 2);
        ui.paint.text_in(
            Type::kStrong, {card.x + 28, card.y + 8, wide - 34, 20}, name, Token::text);
        std::string when =
            is_due ? "due " + seconds(ui.time_ns - timer.due_ns) + (wide > 120 ? " s ago" : " ago")
                   : "in " + seconds(timer.due_ns - ui.time_ns) +
                         (wide > 140 ? " s, at " + seconds(timer.due_ns) : " s");
        ui.paint.text_in(Type::kNote,
                         {card.x + 12, card.y + 29, wide - 20, 20},
                         when,
                         is_due ? Token::due : Token::dim_text);
      }
    }
    ++i;
  }
  int shown = std::min(fit, static_cast<int>(std::min<std::size_t>(loop.timer_count, 64)));
  y += kCard_px + (shown - 1) / columns * (kCard_px + kGap_px);
  std::string note;
  if (due.size() > 3) due = {due[0], due[1], std::to_string(due.size() - 2) + " others"};
  if (due.size() == 1)
    note = "At its next turn the loop takes " + due[0] + ". Only then is it in the ready queue.";
  if (due.size() > 1)
    note = "At its next turn the loop takes " + joined(due) +
           ", in this order. Only then are they in the ready queue.";
  if (note.empty()) return y;
  return y + 6 + ui.paint.paragraph(Type::kNote, place.x, y + 6, place.w, note, Token::dim_text, 2);
}

double LoopPanel::why(Ui& ui, double y) {
  const Model& model = *ui.scene.run;
  timeline::Id who =
      ui.focus.selected.value_or(most_telling(model, ui.scene.history->at(ui.moment), ui.time_ns));
  const Track* track = model.track_of(who);
  if (track == nullptr) return y;
  bool past = ui.focus.selected_at_ns.has_value() && *ui.focus.selected_at_ns < ui.time_ns;
  std::int64_t at = past ? *ui.focus.selected_at_ns : ui.time_ns;
  State state = shown_state(*track, at);
  std::string asked = question(*track, state, past, at);
  std::string answer = timeline::why(model, *ui.scene.history, who, at);
  if (ui.scene.asking && !ui.looking_back && !ui.focus.selected)
    answer = loop_line(ui.scene, ui.moment, false);
  if (!ui.alive() && !ui.looking_back && !ui.focus.selected) {
    asked = "How did it end?";
    answer = ui.scene.phase == Phase::kStopped
                 ? "It was stopped at " + seconds(at) + ". What was printed stays."
             : ui.scene.ending.empty() ? ran_to_its_end(at, ui.scene.one_by_one_ns)
                                       : ui.scene.ending + ", at " + seconds(at) + ".";
    state = ui.scene.ending.empty() ? State::kDone : State::kFailed;
  }
  double x = area_.x + kPad_px, room = area_.w - 2 * kPad_px;
  if (!ui.narrow) {
    ui.paint.hline(x, y, room, Token::line);
    double end = ui.paint.text(Type::kStrong, x, y + 20, asked, Token::text);
    Rect rest{end + 10, y + 10, area_.right() - kPad_px - end - 10, 20};
    if (ui.paint.width(Type::kBody, answer) <= rest.w) {
      ui.paint.text_in(Type::kBody, rest, answer, Token::dim_text);
      return y + 36;
    }
    return y + 36 + ui.paint.paragraph(Type::kBody, x, y + 32, room, answer, Token::dim_text, 3);
  }
  // A card whose edge has the state's colour, as tall as its words.
  double line = ui.paint.line_height(Type::kBody);
  double lines = std::ceil(ui.paint.width(Type::kBody, answer) * 1.08 / (room - 32));
  Rect card{x - 4, y, room + 8, 36 + std::min(4.0, lines) * line + 6};
  ui.paint.fill(card, Token::raised, measure::card_radius_px);
  ui.paint.fill({card.x, card.y, 4, card.h}, token_of(state), 2);
  ui.paint.text_in(Type::kStrong, {card.x + 16, card.y + 8, card.w - 28, 20}, asked, Token::text);
  ui.paint.paragraph(
      Type::kBody, card.x + 16, card.y + 30, card.w - 28, answer, Token::dim_text, 4);
  return card.bottom() + 12;
}

double LoopPanel::turns(Ui& ui, double y, const LoopState& loop) {
  const Model& model = *ui.scene.run;
  if (loop.turns.empty()) return y;
  double x = area_.x + kPad_px, right = area_.right() - kPad_px;
  if (ui.narrow) {
    y = section(ui, x, y, "TURNS", "", 0);
  } else {
    x = ui.paint.text(Type::kCaps, x, y + 13, "TURNS", Token::faint_text) + 16;
  }
  // The newest turns are the ones that matter: count from the end what fits, then draw in order.
  struct Chip {
    std::string number;
    std::vector<std::pair<std::string, Token>> names;
    double width = 0;
  };
  std::vector<Chip> chips;
  double used = 0;
  for (auto turn = loop.turns.rbegin(); turn != loop.turns.rend(); ++turn) {
    Chip chip;
    chip.number = std::to_string(turn->number);
    chip.width = 12 + ui.paint.width(Type::kNumber, chip.number) + 10;
    bool newest = turn == loop.turns.rbegin();
    for (std::size_t i = 0; i < turn->ran.size(); ++i) {
      timeline::Id owner = turn->ran[i];
      bool last = i + 1 == turn->ran.size();
      Token token = !owners_.is_task(model, owner)                            ? Token::sleeping
                    : newest && last && loop.blocked && loop.blocker == owner ? Token::blocking
                                                                              : Token::running;
      std::string name = owners_.name(model, owner);
      if (newest && last && (loop.busy || loop.blocked)) name += " …";
      double wide = 12 + ui.paint.width(Type::kNote, name) + 10;
      if (chip.width + wide > 260) {
        name = "+" + std::to_string(turn->ran.size() - i);
        chip.names.emplace_back(name, Token::faint_text);
        chip.width += 12 + ui.paint.width(Type::kNote, name) + 10;
        break;
      }
      chip.names.emplace_back(name, token);
      chip.width += wide;
    }
    if (used + chip.width > right - x) break;
    used += chip.width + 8;
    chips.push_back(std::move(chip));
  }
  for (auto chip = chips.rbegin(); chip != chips.rend(); ++chip) {
    Rect box{x, y, chip->width, 26};
    ui.paint.fill(box, Token::raised, measure::button_radius_px);
    ui.paint.border(box, Token::line, measure::button_radius_px);
    double at =
        ui.paint.text(Type::kNumber, x + 12, box.middle_y(), chip->number, Token::faint_text) + 10;
    for (const auto& [name, token] : chip->names) {
      ui.paint.fill({at, box.middle_y() - 3.5, 7, 7}, token, 2);
      at = ui.paint.text(Type::kNote, at + 12, box.middle_y(), name, Token::text) + 10;
    }
    x += chip->width + 8;
  }
  return y + 26 + 12;
}

// The step that is about to be taken, before it is taken.
double LoopPanel::next(Ui& ui, double y) {
  timeline::NextStep next = timeline::next_step(*ui.scene.run, *ui.scene.history, ui.moment);
  bool stands = ui.looking_back || ui.scene.phase == Phase::kPaused;
  if (!next.known || next.sentence.empty() || !stands) return y;
  double x = area_.x + kPad_px, room = area_.w - 2 * kPad_px;
  Rect card{x - 4, y, room + 8, 30};
  ui.paint.fill(card, Token::selection, measure::button_radius_px);
  ui.paint.icon(Icon::kForward, {card.x + 4, card.y, 24, card.h}, Token::accent);
  ui.paint.text_in(
      Type::kBody, {card.x + 32, card.y, card.w - 40, card.h}, next.sentence, Token::text);
  return card.bottom() + 12;
}

void LoopPanel::nothing_yet(Ui& ui, double y) {
  double x = area_.x + kPad_px, room = area_.w - 2 * kPad_px;
  if (!ui.scene.compiles) {
    ui.paint.text_in(Type::kStrong,
                     {x, y, room, 20},
                     "The text has an error, so nothing can run yet.",
                     Token::text);
    y += 24;
    y += ui.paint.paragraph(Type::kBody,
                            x,
                            y,
                            room,
                            "The editor underlines it; Problems says what Python says about it.",
                            Token::dim_text,
                            3);
  } else {
    ui.paint.text_in(
        Type::kStrong, {x, y, room, 20}, "Press Play, or Ctrl+Enter in the text.", Token::text);
    y += 24;
    std::string words =
        ui.future != nullptr
            ? "The faint picture above is the forecast: what this program will do if nothing "
              "outside decides otherwise. While it runs, this "
              "panel shows who runs, who stands in the ready queue, and which timers are set."
        : ui.scene.forecast_done && ui.scene.forecast == nullptr && ui.scene.forecast_note.empty()
            ? "Nothing in this text starts an event loop yet: asyncio.run(main()) does. From then "
              "on this panel shows who runs, who stands in the ready queue, and which timers are "
              "set. Compose has things to begin with."
            : "While the program runs, this panel shows who runs, who stands in the ready queue, "
              "and which timers are set.";
    if (ui.scene.ghost != nullptr && ui.future != nullptr) {
      words =
          "The faint picture above is the forecast of the edited text. Dashed is the run before "
          "the edit, where it was otherwise: it ended at " +
          seconds(ui.scene.ghost_end_ns) + " s";
      if (ui.scene.forecast_end_ns >= 0)
        words += ", this text would end at " + seconds(ui.scene.forecast_end_ns) + " s";
      words += ".";
    }
    y += ui.paint.paragraph(Type::kBody, x, y, std::min(room, 720.0), words, Token::dim_text, 6);
  }
  scroll_.end(ui, y + 16);
}

void LoopPanel::draw(Ui& ui, const Rect& area) {
  area_ = area;
  double y = scroll_.begin(ui, area) + 14;
  if (ui.scene.run == nullptr) return nothing_yet(ui, y);
  owners_.update(*ui.scene.run);
  LoopState loop = ui.scene.history->at(ui.moment);
  double x = area.x + kPad_px, room = area.w - 2 * kPad_px;
  y = next(ui, y);
  if (ui.narrow) {
    y = why(ui, y - 4);
    y = running_card(ui, {x, y, room, 0}, loop) + 12;
    y = ready_queue(ui, {x, y, room, 0}, loop) + 12;
    y = timers(ui, {x, y, room, 0}, loop) + 12;
    y = turns(ui, y, loop);
  } else {
    double running = std::clamp(room * 0.23, 170.0, 216.0),
           ready = std::clamp(room * 0.24, 150.0, 240.0), gap = 26;
    double a = running_card(ui, {x, y, running, 0}, loop);
    double b = ready_queue(ui, {x + running + gap, y, ready, 0}, loop);
    double c =
        timers(ui, {x + running + ready + 2 * gap, y, room - running - ready - 2 * gap, 0}, loop);
    y = why(ui, std::max({a, b, c}) + 16);
    y = turns(ui, y + 6, loop);
  }
  scroll_.end(ui, y);
}

}  // namespace simul::ui
