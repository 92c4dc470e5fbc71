#include "ui/legend.hpp"

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "ui/words.hpp"

namespace simul::ui {

using timeline::State;

void draw_legend(
    Ui& ui, const TimelineFrame& frame, const Lanes& lanes, bool forecasts, bool ghosts) {
  const Rect& rect = frame.legend;
  if (rect.h < 20) return;
  ui.paint.fill(rect, Token::canvas);
  ui.paint.hline(rect.x, rect.y, rect.w, Token::line);
  const struct {
    const char* words;
    State state;
  } entries[] = {{"running", State::kRunning},
                 {"due or ready", State::kDue},
                 {"sleeping", State::kSleeping},
                 {"waiting", State::kWaiting},
                 {"blocking", State::kBlocking},
                 {"failed", State::kFailed},
                 {"cancelled", State::kCancelled}};
  double gap = ui.narrow ? 10 : 20, chip = ui.narrow ? 12 : 18;
  double x = rect.x + (ui.narrow ? 12 : 20), y = rect.middle_y();
  ui.paint.begin_slices();
  std::vector<double> places;
  for (const auto& entry : entries) {
    bool end = entry.state == State::kFailed || entry.state == State::kCancelled;
    double w = end ? 12 : chip;
    double wide = w + 6 + ui.paint.width(Type::kSmall, entry.words);
    if (x + wide > rect.right() - 4) break;
    if (end)
      ui.paint.cap({x, y - 6, 12, 12}, entry.state, 1);
    else
      ui.paint.slice({x, y - 5, chip, 10}, entry.state, x, false, 1);
    places.push_back(x + w + 6);
    x += wide + gap;
  }
  ui.paint.end_slices();
  for (std::size_t i = 0; i < places.size(); ++i)
    ui.paint.text(Type::kSmall, places[i], y, entries[i].words, Token::dim_text);

  if (ghosts) {
    double wide = chip + 6 + ui.paint.width(Type::kSmall, "before");
    if (x + wide <= rect.right() - 4) {
      ui.paint.dashed_border({x, y - 5, chip, 10}, Token::dim_text, 3);
      ui.paint.text(Type::kSmall, x + chip + 6, y, "before", Token::dim_text);
      x += wide + gap;
    }
  }

  double right = rect.right() - 16;
  auto say = [&](const std::string& words, const char* why, Token token) {
    double wide = ui.paint.width(Type::kSmall, words);
    if (right - wide <= x) return;
    Rect place{right - wide, rect.y, wide, rect.h};
    ui.paint.text(Type::kSmall, place.x, y, words, token);
    if (why != nullptr)
      ui.explain(ui.item("legend:" + words, words, place, rect, false), why, place);
    right -= wide + 24;
  };
  if (!lanes.filter().empty())
    say(grouped(lanes.found()) + " of " + grouped(lanes.tasks()) + " tasks", nullptr, Token::text);
  if (ui.scene.late_ms >= 0 && !ui.scene.instant) {
    char words[64];
    std::snprintf(words, sizeof words, "timers %.1f ms late", ui.scene.late_ms);
    say(words,
        "How late the browser woke the loop, in the middle of all timers that came due while it "
        "had nothing to do.",
        Token::dim_text);
  }
  const std::string& note = ui.scene.forecast_note;
  if (!forecasts && !note.empty() && ui.future == nullptr && ui.alive())
    say("forecast off", note.c_str(), Token::dim_text);
  if (!forecasts) return;
  double now_x = ui.scene.run == nullptr ? x : frame.x_of(ui.time_ns) + 8;
  const bool later = ui.future == ui.scene.run;
  const bool doubtful = !later && !note.empty();
  const char* words = later              ? "later"
                      : ui.scene.revised ? "forecast of the edit"
                      : doubtful         ? "forecast, perhaps"
                                         : "forecast";
  double at = std::max(x, now_x), wide = ui.paint.width(Type::kSmall, words);
  if (at + wide >= right) return;
  ui.paint.text(Type::kSmall, at, y, words, Token::faint_text);
  if (!doubtful) return;
  Rect place{at, rect.y, wide, rect.h};
  ui.explain(ui.item("legend:forecast", words, place, rect, false), note, place);
}

}  // namespace simul::ui
