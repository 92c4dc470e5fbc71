#include "ui/hall_panel.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numbers>

namespace simul::ui {

using models::Doing;
using models::Lane;
using models::Outcome;
using models::span_words;
using models::Way;

namespace {

constexpr std::size_t kMostSeats = 48;
constexpr double kHead_px = 44, kStrip_px = 26, kLeast_px = 236;

std::vector<const Lane*> seats_of(const Outcome& outcome) {
  std::vector<const Lane*> seats;
  for (const Lane& lane : outcome.schedule.lanes)
    if (!lane.leads && lane.task != 0) seats.push_back(&lane);
  if (seats.empty())
    for (const Lane& lane : outcome.schedule.lanes) seats.push_back(&lane);
  if (seats.size() > kMostSeats) seats.resize(kMostSeats);
  return seats;
}

// "1:00:55", "0:40"; with a tenth below a minute.
std::string clock_words(std::int64_t ns) {
  char text[40];
  if (ns < 60'000'000'000) {
    std::snprintf(text, sizeof text, "%.1f s", static_cast<double>(ns) / 1e9);
    return text;
  }
  const long long s = (ns + 500'000'000) / 1'000'000'000;
  std::snprintf(text, sizeof text, "%lld:%02lld:%02lld", s / 3600, s / 60 % 60, s % 60);
  return text;
}

double busy_part(const models::Schedule& schedule) {
  if (schedule.total_ns <= 0) return 0;
  return static_cast<double>(schedule.computing_ns + schedule.blocking_ns) /
         static_cast<double>(schedule.total_ns);
}

}  // namespace

Seat seat_at(const Lane& lane, std::int64_t time_ns) {
  Seat seat;
  if (time_ns >= lane.to_ns && lane.to_ns > lane.from_ns) {
    seat.is = Seat::Is::kDone;
    return seat;
  }
  const models::Span* span = span_at(lane, time_ns);
  if (span == nullptr) return seat;
  seat.left_ns = span->end_ns - time_ns;
  switch (span->doing) {
    case Doing::kComputing:
    case Doing::kBlocking:
    case Doing::kSwitching: seat.is = Seat::Is::kServed; break;
    case Doing::kSleeping:
      seat.is = Seat::Is::kThinking;
      seat.part = static_cast<double>(time_ns - span->start_ns) /
                  static_cast<double>(std::max<std::int64_t>(1, span->end_ns - span->start_ns));
      break;
    case Doing::kWaiting: seat.is = Seat::Is::kWaiting; break;
    case Doing::kReady:
    case Doing::kStarting:
      // Nobody has come to it for the first time: it has not begun.
      seat.is = span == &lane.spans.front() ? Seat::Is::kNotYet : Seat::Is::kDue;
      break;
  }
  return seat;
}

void HallPanel::seat(Ui& ui, const Seat& seat, double x, double y, double size) {
  const double half = size / 2;
  const Rect board{x - half, y - half, size, size};
  const bool faint = seat.is == Seat::Is::kNotYet;
  const Token edge = seat.is == Seat::Is::kServed     ? Token::running
                     : seat.is == Seat::Is::kDue      ? Token::due
                     : seat.is == Seat::Is::kThinking ? Token::sleeping
                     : seat.is == Seat::Is::kWaiting  ? Token::waiting
                                                      : Token::line;
  const double radius = std::min(4.0, size / 6);
  ui.paint.fill(board, Token::raised, radius);
  const double alpha = faint || seat.is == Seat::Is::kDone ? 0.22 : 0.6;
  if (chess()) {
    const int across = size < 26 ? 4 : 5;
    const double inset = size * 0.16, cell = (size - 2 * inset) / across;
    for (int row = 0; row < across; ++row)
      for (int column = row % 2; column < across; column += 2)
        ui.paint.fill({board.x + inset + column * cell, board.y + inset + row * cell, cell, cell},
                      Token::dim_text,
                      0,
                      alpha);
  } else {
    ui.paint.disc(x, y, size * 0.26, Token::dim_text, alpha * 0.5);
    ui.paint.arc(x, y, size * 0.26, 0, 1, 1.4, Token::dim_text, alpha);
  }
  ui.paint.border(board, edge, radius, seat.is == Seat::Is::kServed ? 2 : 1);
  const double ring = half * 1.42;
  if (seat.is == Seat::Is::kThinking) {
    ui.paint.arc(x, y, ring, 0, 1, 2.4, Token::line);
    ui.paint.arc(x, y, ring, 0, seat.part, 2.4, Token::sleeping);
  } else if (seat.is == Seat::Is::kDue) {
    ui.paint.dotted_circle(x, y, ring, Token::due);
  } else if (seat.is == Seat::Is::kWaiting) {
    for (int i = 0; i < 8; ++i)
      ui.paint.arc(x, y, ring, i / 8.0, i / 8.0 + 0.07, 2, Token::waiting);
  }
}

// A knight on a green disc; elsewhere a person.
void HallPanel::master(Ui& ui, double x, double y, double size) {
  ui.paint.disc(x, y, size / 2, Token::running);
  const Rect in{x - size * 0.3, y - size * 0.32, size * 0.6, size * 0.62};
  const Token ink = Token::on_accent;
  if (!chess()) {
    ui.paint.disc(x, y - size * 0.13, size * 0.13, ink);
    ui.paint.shape(
        in, {{0.18f, 0.95f}, {0.24f, 0.62f}, {0.5f, 0.5f}, {0.76f, 0.62f}, {0.82f, 0.95f}}, ink);
    return;
  }
  ui.paint.shape(in, {{0.22f, 0.86f}, {0.84f, 0.86f}, {0.84f, 1.0f}, {0.22f, 1.0f}}, ink);
  ui.paint.shape(
      in,
      {{0.46f, 0.1f}, {0.66f, 0.16f}, {0.8f, 0.42f}, {0.8f, 0.82f}, {0.28f, 0.82f}, {0.5f, 0.5f}},
      ink);
  ui.paint.shape(
      in, {{0.46f, 0.1f}, {0.56f, 0.5f}, {0.3f, 0.58f}, {0.14f, 0.52f}, {0.24f, 0.3f}}, ink);
  ui.paint.shape(in, {{0.5f, 0.0f}, {0.62f, 0.2f}, {0.4f, 0.2f}}, ink);
}

void HallPanel::strip_of(Ui& ui, const Half& half, const Rect& place) {
  const std::string who = chess() ? "master" : "you";
  ui.paint.text(Type::kSmall, place.x, place.middle_y(), who, Token::dim_text);
  const Rect bar{place.x + 52, place.middle_y() - 5, place.w - 52, 10};
  ui.paint.fill(bar, Token::raised, 3);
  const std::int64_t axis =
      ui.scene.comparison->outcomes[static_cast<std::size_t>(Way::kLoop)].schedule.total_ns;
  if (axis <= 0) return;
  const std::int64_t now = std::clamp<std::int64_t>(ui.time_ns, 0, axis);
  const double scale = bar.w / static_cast<double>(axis);
  // Alone whoever waits is kept; on the loop nobody is.
  ui.paint.fill({bar.x, bar.y, static_cast<double>(now) * scale, bar.h},
                half.alone ? Token::blocking : Token::sleeping,
                3,
                0.4);
  // Busy in one pixel or not: at least as dark as its share.
  const int columns = std::max(1, static_cast<int>(bar.w * ui.paint.ratio()));
  std::vector<double> share(static_cast<std::size_t>(columns));
  const double per = static_cast<double>(columns) / static_cast<double>(axis);
  for (const Lane& lane : half.outcome->schedule.lanes) {
    for (const models::Span& span : lane.spans) {
      if (span.start_ns >= now) break;
      if (span.doing != Doing::kComputing && span.doing != Doing::kBlocking) continue;
      const double from = static_cast<double>(span.start_ns) * per;
      const double to = static_cast<double>(std::min(span.end_ns, now)) * per;
      for (auto c = static_cast<std::size_t>(from); c < share.size() && static_cast<double>(c) < to;
           ++c)
        share[c] +=
            std::min(to, static_cast<double>(c) + 1) - std::max(from, static_cast<double>(c));
    }
  }
  const double pixel = bar.w / columns;
  for (std::size_t c = 0; c < share.size();) {
    std::size_t end = c + 1;
    const auto level = std::lround(std::min(1.0, share[c]) * 8);
    while (end < share.size() && std::lround(std::min(1.0, share[end]) * 8) == level) ++end;
    if (level > 0)
      ui.paint.fill({bar.x + static_cast<double>(c) * pixel,
                     bar.y,
                     static_cast<double>(end - c) * pixel,
                     bar.h},
                    Token::running,
                    0,
                    static_cast<double>(level) / 8);
    c = end;
  }
}

void HallPanel::half(Ui& ui, const Half& half, const Rect& place) {
  ui.paint.text(Type::kStrong, place.x, place.y + 8, half.title, Token::text);
  ui.paint.text_in(Type::kNote, {place.x, place.y + 18, place.w, 18}, half.note, Token::dim_text);
  const Rect hall{place.x, place.y + kHead_px, place.w, place.h - kHead_px - kStrip_px};
  ui.paint.fill(hall, Token::raised, measure::card_radius_px, 0.35);
  ui.paint.border(hall, Token::faint_line, measure::card_radius_px);
  strip_of(ui, half, {place.x, place.bottom() - kStrip_px + 4, place.w, kStrip_px - 4});
  if (!half.outcome->refused.empty()) {
    ui.paint.paragraph(Type::kNote,
                       hall.x + 16,
                       hall.y + 16,
                       hall.w - 32,
                       half.outcome->refused,
                       Token::dim_text,
                       4);
    return;
  }
  const std::vector<const Lane*> seats = seats_of(*half.outcome);
  const double count = static_cast<double>(std::max<std::size_t>(1, seats.size()));
  // As large as the round allows.
  const double cx = hall.x + hall.w / 2, cy = hall.y + hall.h / 2;
  const double margin = chess() ? 34 : 50;
  const double rx = std::max(40.0, hall.w / 2 - margin - 10),
               ry = std::max(30.0, hall.h / 2 - margin);
  const double round =
      std::numbers::pi * (3 * (rx + ry) - std::sqrt((3 * rx + ry) * (rx + 3 * ry)));
  const double size = std::clamp(round / count * 0.46, 8.0, 34.0);
  // Evenly along the ellipse, clockwise from the top.
  std::vector<std::pair<double, double>> places;
  {
    constexpr int kSteps = 720;
    std::vector<double> along(kSteps + 1);
    for (int i = 1; i <= kSteps; ++i) {
      const double a = 2 * std::numbers::pi * (i - 0.5) / kSteps;
      along[static_cast<std::size_t>(i)] =
          along[static_cast<std::size_t>(i - 1)] + std::hypot(rx * std::cos(a), ry * std::sin(a));
    }
    int at = 0;
    for (std::size_t i = 0; i < seats.size(); ++i) {
      const double wanted = along.back() * static_cast<double>(i) / count;
      while (at < kSteps && along[static_cast<std::size_t>(at)] < wanted) ++at;
      const double a = 2 * std::numbers::pi * at / kSteps;
      places.emplace_back(cx + rx * std::sin(a), cy - ry * std::cos(a));
    }
  }
  // The way that is walked.
  const double walk = std::max(0.45, 1 - (size * 1.25 + 16) / std::min(rx, ry));
  for (int i = 0; i < 90; ++i) {
    const double a = 2 * std::numbers::pi * i / 90;
    ui.paint.disc(cx + rx * walk * std::sin(a), cy - ry * walk * std::cos(a), 0.8, Token::line);
  }
  std::size_t served = seats.size();
  std::int64_t latest = -1, left_ns = 0;
  bool waits = false;
  for (std::size_t i = 0; i < seats.size(); ++i) {
    const Seat one = seat_at(*seats[i], ui.time_ns);
    const auto [x, y] = places[i];
    seat(ui, one, x, y, size);
    const double nx = (x - cx) / rx, ny = (y - cy) / ry;
    const bool alone_here = half.alone && one.is == Seat::Is::kThinking;
    if (one.is == Seat::Is::kServed || alone_here) {
      served = i;
      waits = alone_here;
      left_ns = one.left_ns;
      latest = INT64_MAX;
    } else if (latest != INT64_MAX) {
      // Where the last work was done: there the one who serves stands still.
      for (auto span = seats[i]->spans.rbegin(); span != seats[i]->spans.rend(); ++span) {
        if (span->end_ns > ui.time_ns) continue;
        const bool work = span->doing == Doing::kComputing || span->doing == Doing::kBlocking;
        if (work && span->end_ns > latest) latest = span->end_ns, served = i;
        if (work) break;
      }
    }
    const std::string name = chess() ? std::to_string(i + 1) : seats[i]->name;
    const double wide = ui.paint.width(chess() ? Type::kNumber : Type::kSmall, name);
    const double off = size * 0.71 + 11 + (chess() ? 0 : 3);
    double tx = x + nx * (off + wide / 2) - wide / 2, ty = y + ny * off;
    if (!chess())
      tx = std::clamp(x - wide / 2, hall.x + 6, hall.right() - wide - 6),
      ty = y + (ny >= 0 ? off : -off);
    ui.paint.text(chess() ? Type::kNumber : Type::kSmall,
                  tx,
                  ty,
                  name,
                  one.is == Seat::Is::kServed || alone_here ? Token::text : Token::faint_text);
    if (one.is == Seat::Is::kDone) {
      const double mx = x - nx * (size * 0.5 + 10), my = y - ny * (size * 0.5 + 10);
      ui.paint.shape({mx - 5, my - 4, 10, 8},
                     {{0.0f, 0.55f}, {0.15f, 0.4f}, {0.45f, 0.8f}, {0.4f, 1.0f}},
                     Token::dim_text);
      ui.paint.shape({mx - 5, my - 4, 10, 8},
                     {{0.4f, 1.0f}, {0.38f, 0.78f}, {0.88f, 0.05f}, {1.0f, 0.2f}},
                     Token::dim_text);
    }
  }
  const models::Schedule& schedule = half.outcome->schedule;
  if (served < seats.size() && ui.time_ns < schedule.total_ns) {
    const auto [x, y] = places[served];
    const double part = walk + 0.04;
    const std::string key = std::string("hall:") + models::key(half.outcome->way);
    // It walks: from board to board within a moment, never through the picture.
    const double mx = ui.motion.to(Motion::key(key), cx + (x - cx) * part, kLayoutMotion_ms);
    const double my = ui.motion.to(Motion::key(key) + 1, cy + (y - cy) * part, kLayoutMotion_ms);
    master(ui, mx, my, std::clamp(size * 0.8, 14.0, 26.0));
    if (waits) {
      // Whole seconds, as on a chess clock; shorter waits as they are.
      constexpr std::int64_t kSecond = 1'000'000'000;
      const std::int64_t shown =
          left_ns >= kSecond ? (left_ns + kSecond - 1) / kSecond * kSecond : left_ns;
      const std::string words =
          "waits " + span_words(shown) + (chess() ? " for the reply" : " for it");
      const double wide = ui.paint.width(Type::kSmall, words);
      const double tx = std::clamp(mx - wide / 2, hall.x + 60, hall.right() - wide - 60);
      ui.paint.text(Type::kSmall, tx, my < cy ? my + 22 : my - 22, words, Token::blocking);
    }
  }
  const std::string total = clock_words(schedule.total_ns);
  const double percent = busy_part(schedule) * 100;
  char busy[80];
  std::snprintf(busy,
                sizeof busy,
                chess() ? "playing %.0f %% of the time" : "busy %.0f %% of the time",
                percent);
  const double middle = cy - 14;
  ui.paint.text_in(
      Type::kClock, {hall.x, middle - 12, hall.w, 24}, total, Token::text, Align::kMiddle);
  ui.paint.text_in(Type::kNote,
                   {hall.x, middle + 10, hall.w, 18},
                   chess() ? "whole exhibition" : "all of it",
                   Token::dim_text,
                   Align::kMiddle);
  ui.paint.text_in(Type::kNote,
                   {hall.x, middle + 28, hall.w, 18},
                   busy,
                   percent >= 50 || !chess() ? Token::running : Token::blocking,
                   Align::kMiddle);
}

void HallPanel::draw(Ui& ui, const Rect& area) {
  scene_ = ui.scene.scene;
  double y = scroll_.begin(ui, area) + 12;
  const double left = area.x + kPanelPad_px, wide = area.w - 2 * kPanelPad_px;
  const models::Comparison* all = ui.scene.comparison;
  if (all == nullptr || !all->refused.empty()) {
    empty_card(ui,
               {left, y, std::min(620.0, wide), 58},
               all == nullptr ? "The scene is drawn when the program has run." : all->refused);
    return scroll_.end(ui, y + 70);
  }
  const Outcome& loop = all->outcomes[static_cast<std::size_t>(Way::kLoop)];
  const Outcome& alone = all->outcomes[static_cast<std::size_t>(Way::kOneByOne)];
  const std::string tasks = std::to_string(all->tasks) + (all->tasks == 1 ? " task" : " tasks");
  const Half run{&loop,
                 chess() ? "From board to board" : "On one loop",
                 tasks + ", one loop: this run",
                 false};
  const Half sum{
      &alone,
      chess() ? "One board at a time" : "One after another",
      chess() ? "each game to its end, then the next" : "each awaited to its end, then the next",
      true};
  const double high = std::max(kLeast_px, area.h - 20);
  if (ui.narrow || wide < 640) {
    half(ui, run, {left, y, wide, high});
    half(ui, sum, {left, y + high + 16, wide, high});
    return scroll_.end(ui, y + 2 * high + 24);
  }
  const double each = (wide - 24) / 2;
  half(ui, sum, {left, y, each, high});
  half(ui, run, {left + each + 24, y, each, high});
  scroll_.end(ui, y + high + 8);
}

}  // namespace simul::ui
