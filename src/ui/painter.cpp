#include "ui/painter.hpp"

#include <cmath>
#include <numbers>
#include <string>

#include "render/marks.hpp"

namespace simul::ui {
namespace {

// The patterns' common period (8, 6, 10 px): a slice that begins far left of the canvas keeps its
// pattern without handing a large number to the GPU.
constexpr double kPeriod_px = 120;

constexpr std::string_view kEllipsis = "…";

// The start of the character before `i`.
std::size_t previous(std::string_view text, std::size_t i) {
  while (i > 0 && (static_cast<unsigned char>(text[--i]) & 0xC0) == 0x80) {
  }
  return i;
}

}  // namespace

Painter::Painter(ImDrawList& list,
                 render::SliceList& slices,
                 std::deque<render::SliceRange>& ranges,
                 Fonts& fonts,
                 const Theme& theme,
                 double ratio)
    : list_(list), slices_(slices), ranges_(ranges), fonts_(fonts), theme_(theme), ratio_(ratio) {}

double Painter::snap(double px) const {
  return std::round(px * ratio_) / ratio_;
}

ImU32 Painter::colour(Token token, double alpha) const {
  Rgb rgb = theme_[token];
  auto a = static_cast<ImU32>(std::lround(alpha * 255));
  return IM_COL32((rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF, rgb & 0xFF, a);
}

void Painter::fill(const Rect& rect, Token token, double radius_px, double alpha) {
  if (rect.w <= 0 || rect.h <= 0) return;
  list_.AddRectFilled(at(snap(rect.x), snap(rect.y)),
                      at(snap(rect.right()), snap(rect.bottom())),
                      colour(token, alpha),
                      dpx(radius_px));
}

void Painter::border(const Rect& rect, Token token, double radius_px, double width_px) {
  double wide =
      width_px == 0 ? hairline_px() : std::max(1.0, std::round(width_px * ratio_)) / ratio_;
  // ImGui strokes around the path; half a width inside puts the stroke's edges on the grid. It
  // takes 0.5 off the far corner itself.
  ImVec2 from = at(snap(rect.x), snap(rect.y)), to = at(snap(rect.right()), snap(rect.bottom()));
  float half = dpx(wide) / 2;
  list_.PathRect({from.x + half, from.y + half}, {to.x - half, to.y - half}, dpx(radius_px));
  list_.PathStroke(colour(token), ImDrawFlags_Closed, dpx(wide));
}

void Painter::dashed_border(const Rect& rect, Token token, double radius_px) {
  double r = radius_px, step = 4, wide = hairline_px();
  auto line = [&](double from, double to, bool across, double fixed) {
    for (double p = from; p < to; p += 2 * step) {
      double length = std::min(step, to - p);
      if (across) {
        list_.AddRectFilled(
            at(snap(p), snap(fixed)), at(snap(p + length), snap(fixed) + wide), colour(token));
      } else {
        list_.AddRectFilled(
            at(snap(fixed), snap(p)), at(snap(fixed) + wide, snap(p + length)), colour(token));
      }
    }
  };
  line(rect.x + r, rect.right() - r, true, rect.y);
  line(rect.x + r, rect.right() - r, true, rect.bottom() - wide);
  line(rect.y + r, rect.bottom() - r, false, rect.x);
  line(rect.y + r, rect.bottom() - r, false, rect.right() - wide);
  const double turns[4][3] = {{rect.x + r, rect.y + r, 2},
                              {rect.right() - r, rect.y + r, 3},
                              {rect.right() - r, rect.bottom() - r, 0},
                              {rect.x + r, rect.bottom() - r, 1}};
  for (const auto& turn : turns) {
    auto from = static_cast<float>(turn[2] * std::numbers::pi / 2);
    list_.PathArcTo(at(turn[0], turn[1]),
                    dpx(r) - 0.5f,
                    from + 0.25f,
                    from + static_cast<float>(std::numbers::pi) / 2 - 0.25f,
                    6);
    list_.PathStroke(colour(token), 0, dpx(wide));
  }
}

void Painter::hline(double x, double y, double width, Token token) {
  list_.AddRectFilled(
      at(snap(x), snap(y)), at(snap(x + width), snap(y) + hairline_px()), colour(token));
}

void Painter::vline(double x, double y, double height, Token token) {
  list_.AddRectFilled(
      at(snap(x), snap(y)), at(snap(x) + hairline_px(), snap(y + height)), colour(token));
}

void Painter::triangle_down(
    double x_middle, double y_tip, double size_px, Token token, double alpha) {
  double half = size_px / 2;
  list_.AddTriangleFilled(at(x_middle - half, y_tip - half * 1.1),
                          at(x_middle + half, y_tip - half * 1.1),
                          at(x_middle, y_tip),
                          colour(token, alpha));
}

void Painter::triangle_up(
    double x_middle, double y_tip, double size_px, Token token, double alpha) {
  double half = size_px / 2;
  list_.AddTriangleFilled(at(x_middle, y_tip),
                          at(x_middle + half, y_tip + half * 1.1),
                          at(x_middle - half, y_tip + half * 1.1),
                          colour(token, alpha));
}

void Painter::curve(double x0, double y0, double x1, double y1, Token token, double alpha) {
  double bend = std::max(14.0, std::min(60.0, std::abs(x1 - x0) / 2));
  ImU32 ink = colour(token, alpha);
  list_.AddBezierCubic(at(x0, y0), at(x0 + bend, y0), at(x1 - bend, y1), at(x1, y1), ink, dpx(1.5));
  list_.AddTriangleFilled(at(x1 - 6, y1 - 3.5), at(x1, y1), at(x1 - 6, y1 + 3.5), ink);
}

void Painter::wire(
    double x0, double y0, double x1, double y1, Token token, double alpha, double width_px) {
  const double bend = x1 > x0 + 20 ? (x1 - x0) / 2 : std::max(40.0, std::abs(y1 - y0) / 2);
  list_.AddBezierCubic(at(x0, y0),
                       at(x0 + bend, y0),
                       at(x1 - bend, y1),
                       at(x1, y1),
                       colour(token, alpha),
                       dpx(width_px));
}

void Painter::dot(double x, double y, double radius_px, Token token, bool hollow) {
  list_.AddCircleFilled(at(x, y), dpx(radius_px), colour(token), 20);
  if (hollow) list_.AddCircleFilled(at(x, y), dpx(radius_px - 1.5), colour(Token::panel), 20);
}

int Painter::begin_tilt() const {
  return list_.VtxBuffer.Size;
}

void Painter::end_tilt(int begun, double x, double y, double degrees) {
  const double turn = degrees * std::numbers::pi / 180;
  const auto cosine = static_cast<float>(std::cos(turn)), sine = static_cast<float>(std::sin(turn));
  const ImVec2 middle = at(x, y);
  for (int i = begun; i < list_.VtxBuffer.Size; ++i) {
    ImVec2& place = list_.VtxBuffer[i].pos;
    const float dx = place.x - middle.x, dy = place.y - middle.y;
    place = {middle.x + dx * cosine - dy * sine, middle.y + dx * sine + dy * cosine};
  }
}

void Painter::arrow(double x0, double y0, double x1, double y1, Token token, double alpha) {
  ImU32 ink = colour(token, alpha);
  double dx = x1 - x0, dy = y1 - y0, length = std::hypot(dx, dy);
  if (length < 1) return;
  dx /= length;
  dy /= length;
  list_.AddLine(at(x0, y0), at(x1 - 5 * dx, y1 - 5 * dy), ink, dpx(1.5));
  list_.AddTriangleFilled(at(x1 - 6 * dx - 3.5 * dy, y1 - 6 * dy + 3.5 * dx),
                          at(x1, y1),
                          at(x1 - 6 * dx + 3.5 * dy, y1 - 6 * dy - 3.5 * dx),
                          ink);
}

void Painter::disc(double x, double y, double radius_px, Token token, double alpha) {
  list_.AddCircleFilled(at(x, y), dpx(radius_px), colour(token, alpha));
}

void Painter::arc(double x,
                  double y,
                  double radius_px,
                  double from,
                  double to,
                  double width_px,
                  Token token,
                  double alpha) {
  if (to <= from) return;
  const auto angle = [](double turns) {
    return static_cast<float>((turns - 0.25) * 2 * std::numbers::pi);
  };
  const bool whole = to - from >= 1;
  list_.PathArcTo(at(x, y), dpx(radius_px), angle(from), angle(whole ? from + 1 : to), 0);
  list_.PathStroke(colour(token, alpha), whole ? ImDrawFlags_Closed : 0, dpx(width_px));
}

void Painter::dotted_circle(double x, double y, double radius_px, Token token) {
  const int dots = std::max(8, static_cast<int>(std::lround(2 * std::numbers::pi * radius_px / 5)));
  for (int i = 0; i < dots; ++i) {
    const double angle = 2 * std::numbers::pi * i / dots;
    disc(x + radius_px * std::sin(angle), y - radius_px * std::cos(angle), 1.4, token);
  }
}

void Painter::shape(const Rect& in, std::initializer_list<ImVec2> points, Token token) {
  for (const ImVec2& p : points)
    list_.PathLineTo(
        at(in.x + static_cast<double>(p.x) * in.w, in.y + static_cast<double>(p.y) * in.h));
  list_.PathFillConvex(colour(token));
}

void Painter::icon(Icon icon, const Rect& in, Token token, double alpha) {
  double x = snap(in.x + in.w / 2 - 6), y = snap(in.middle_y() - 6);  // a box of 12
  ImU32 ink = colour(token, alpha);
  auto bar = [&](double left, double top, double w, double h) {
    list_.AddRectFilled(
        at(snap(x + left), snap(y + top)), at(snap(x + left + w), snap(y + top + h)), ink);
  };
  auto outline = [&](std::initializer_list<ImVec2> points) {
    for (const ImVec2& p : points)
      list_.PathLineTo(at(x + static_cast<double>(p.x), y + static_cast<double>(p.y)));
    list_.PathStroke(ink, ImDrawFlags_Closed, dpx(1.4));
  };
  switch (icon) {
    case Icon::kPlay:
      list_.AddTriangleFilled(at(x + 2, y + 0.5), at(x + 11.5, y + 6), at(x + 2, y + 11.5), ink);
      break;
    case Icon::kPause:
      bar(2, 1, 3, 10);
      bar(7, 1, 3, 10);
      break;
    case Icon::kStop: bar(1.5, 1.5, 9, 9); break;
    case Icon::kToStart:
      bar(0.5, 1, 1.5, 10);
      outline({{11, 1}, {11, 11}, {4, 6}});
      break;
    case Icon::kToEnd:
      bar(10, 1, 1.5, 10);
      outline({{1, 1}, {1, 11}, {8, 6}});
      break;
    case Icon::kBack: outline({{9.5, 1}, {9.5, 11}, {2, 6}}); break;
    case Icon::kForward: outline({{2.5, 1}, {2.5, 11}, {10, 6}}); break;
    case Icon::kPlus:
      bar(1, 5.25, 10, 1.5);
      bar(5.25, 1, 1.5, 10);
      break;
    case Icon::kMinus: bar(1, 5.25, 10, 1.5); break;
    case Icon::kFold:
      list_.AddTriangleFilled(at(x + 2, y + 4), at(x + 10, y + 4), at(x + 6, y + 9), ink);
      break;
    case Icon::kUnfold:
      list_.AddTriangleFilled(at(x + 4, y + 2), at(x + 9, y + 6), at(x + 4, y + 10), ink);
      break;
    case Icon::kTurn:
      outline({{0, 1}, {0, 11}, {5.5, 6}});
      outline({{6.5, 1}, {6.5, 11}, {12, 6}});
      break;
    case Icon::kTurnBack:
      outline({{12, 1}, {12, 11}, {6.5, 6}});
      outline({{5.5, 1}, {5.5, 11}, {0, 6}});
      break;
    case Icon::kUp:
      list_.AddTriangleFilled(at(x + 6, y + 3), at(x + 10, y + 8), at(x + 2, y + 8), ink);
      break;
    case Icon::kPin:
      bar(3, 1, 6, 1.5);
      bar(4, 2.5, 4, 4);
      bar(2, 6.5, 8, 1.5);
      bar(5.5, 8, 1, 3.5);
      break;
    case Icon::kAgain: {
      constexpr auto kPi = static_cast<float>(std::numbers::pi);
      list_.PathArcTo(at(x + 6, y + 6), dpx(4.8), -0.15f * kPi, 1.45f * kPi, 24);
      list_.PathStroke(ink, 0, dpx(1.5));
      list_.AddTriangleFilled(at(x + 5.5, y - 1.6), at(x + 10, y + 1.4), at(x + 5.5, y + 4.2), ink);
      break;
    }
  }
}

double Painter::width(Type type, std::string_view text) const {
  return fonts_.width_dpx(type, text) / ratio_;
}

double Painter::line_height(Type type) const {
  return std::round(Fonts::size_px(type) * 1.45 * ratio_) / ratio_;
}

double Painter::text(
    Type type, double x, double y_middle, std::string_view text, Token token, double alpha) {
  if (text.empty()) return x;
  ImFont* font = fonts_[type];
  std::string room;
  std::string_view shown = fonts_.shown(type, text, room);
  const ImFontGlyph* capital = font->FindGlyph('H');
  double top = std::round(y_middle * ratio_ - static_cast<double>(capital->Y0 + capital->Y1) / 2);
  ImVec2 place(static_cast<float>(std::round(x * ratio_)), static_cast<float>(top));
  list_.AddText(
      font, font->FontSize, place, colour(token, alpha), shown.data(), shown.data() + shown.size());
  return x + width(type, text);
}

bool Painter::text_in(
    Type type, const Rect& rect, std::string_view words, Token token, Align align) {
  double wide = width(type, words);
  if (wide <= rect.w + 0.5 / ratio_) {
    double spare = rect.w - wide;
    double x = rect.x + (align == Align::kLeft ? 0 : align == Align::kMiddle ? spare / 2 : spare);
    text(type, x, rect.middle_y(), words, token);
    return false;
  }
  double room = rect.w - width(type, kEllipsis);
  std::size_t end = words.size();
  while (end > 0 && width(type, words.substr(0, end)) > room) end = previous(words, end);
  while (end > 0 && words[end - 1] == ' ') --end;
  if (room <= 0) return true;
  text(type,
       rect.x,
       rect.middle_y(),
       std::string(words.substr(0, end)) + std::string(kEllipsis),
       token);
  return true;
}

double Painter::paragraph(Type type,
                          double x,
                          double y_top,
                          double width_px,
                          std::string_view words,
                          Token token,
                          int max_lines) {
  double line = line_height(type), y = y_top;
  for (int i = 0; i < max_lines && !words.empty(); ++i) {
    std::size_t end = 0;
    if (i + 1 == max_lines || width(type, words) <= width_px) {
      end = words.size();
    } else {
      for (std::size_t space = words.find(' ');; space = words.find(' ', space + 1)) {
        std::size_t stop = std::min(space, words.size());
        if (width(type, words.substr(0, stop)) > width_px) break;
        end = stop;
        if (space == std::string_view::npos) break;
      }
      if (end == 0)
        end = std::min(words.find(' '), words.size());  // a word wider than the line is cut
    }
    text_in(type, {x, y, width_px, line}, words.substr(0, end), token);
    y += line;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return y - y_top;
}

void Painter::push_clip(const Rect& rect) {
  list_.PushClipRect(
      at(snap(rect.x), snap(rect.y)), at(snap(rect.right()), snap(rect.bottom())), true);
}
void Painter::pop_clip() {
  list_.PopClipRect();
}

void Painter::begin_slices() {
  ranges_.push_back({static_cast<std::uint32_t>(slices_.slices.size()), 0});
}

void Painter::end_slices() {
  render::SliceRange& range = ranges_.back();
  range.count = static_cast<std::uint32_t>(slices_.slices.size()) - range.first;
  if (range.count > 0) list_.AddCallback(render::paint_slices, &range);
}

void Painter::put_slice(const Rect& rect,
                        ImU32 base,
                        ImU32 ink,
                        render::Pattern pattern,
                        double phase_px,
                        double strength,
                        int rounded) {
  render::SliceInstance out;
  double left = std::round(rect.x * ratio_),
         right = std::max(left + 1, std::round(rect.right() * ratio_));
  double top = std::round(rect.y * ratio_), bottom = std::round(rect.bottom() * ratio_);
  out.x_dpx = static_cast<float>(left);
  out.y_dpx = static_cast<float>(top);
  out.width_dpx = static_cast<float>(right - left);
  out.height_dpx = static_cast<float>(bottom - top);
  out.base = base;
  out.ink = ink;
  out.pattern = static_cast<float>(pattern);
  out.rounded = static_cast<float>(rounded);
  out.phase_dpx = static_cast<float>(std::fmod(phase_px, kPeriod_px) * ratio_);
  out.strength = static_cast<float>(strength);
  slices_.slices.push_back(out);
}

void Painter::slice(const Rect& rect,
                    timeline::State state,
                    double pattern_from_px,
                    bool mark,
                    double strength,
                    int rounded) {
  using timeline::State;
  Token token = token_of(state);
  ImU32 base = colour(token, kBaseAlpha), ink = colour(token, kInkAlpha);
  double phase_px = rect.x - pattern_from_px;
  render::Pattern pattern = pattern_of(state);
  switch (state) {
    case State::kRunning: {
      put_slice(rect, colour(token), 0, pattern, 0, strength, mark ? 0 : rounded);
      break;
    }
    case State::kWaiting: ink = colour(token, kDashInkAlpha); [[fallthrough]];
    case State::kReady:
    case State::kDue:
    case State::kSleeping: put_slice(rect, base, ink, pattern, phase_px, strength, rounded); break;
    case State::kBlocking: {
      ImU32 hatch = IM_COL32(0, 0, 0, static_cast<int>(kHatchAlpha * 255));
      put_slice(rect, colour(token), hatch, pattern, phase_px, strength, rounded);
      break;
    }
    default: break;  // ends are caps, and an idle loop is a line
  }
}

void Painter::cap(const Rect& rect, timeline::State end, double strength) {
  Token token = token_of(end);
  put_slice(rect, colour(token), colour(Token::canvas), pattern_of(end), 0, strength, 3);
}

}  // namespace simul::ui
