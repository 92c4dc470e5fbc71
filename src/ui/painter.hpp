// Draws in CSS pixels on the grid of device pixels: every edge that is a line or a box lands
// between two of them.
#pragma once

#include <deque>
#include <initializer_list>
#include <string_view>

#include <imgui.h>

#include "render/slices.hpp"
#include "timeline/model.hpp"
#include "ui/fonts.hpp"
#include "ui/geometry.hpp"
#include "ui/theme.hpp"

namespace simul::ui {

enum class Icon : std::uint8_t {
  kPlay,
  kPause,
  kStop,
  kAgain,
  kToStart,
  kBack,
  kForward,
  kToEnd,
  kPlus,
  kMinus,
  kFold,    // open: its tasks are shown below
  kUnfold,  // shut
  kPin,
  kTurn,
  kTurnBack,
  kUp
};
enum class Align : std::uint8_t { kLeft, kMiddle, kRight };

class Painter {
 public:
  // All must outlive the frame.
  Painter(ImDrawList& list,
          render::SliceList& slices,
          std::deque<render::SliceRange>& ranges,
          Fonts& fonts,
          const Theme& theme,
          double ratio);

  double ratio() const { return ratio_; }
  const Theme& theme() const { return theme_; }
  // The nearest place between two device pixels.
  double snap(double px) const;
  double hairline_px() const { return 1 / ratio_; }
  ImU32 colour(Token token, double alpha = 1) const;

  void fill(const Rect& rect, Token token, double radius_px = 0, double alpha = 1);
  // Within the rectangle; one device pixel wide unless told.
  void border(const Rect& rect, Token token, double radius_px = 0, double width_px = 0);
  void dashed_border(const Rect& rect, Token token, double radius_px);
  void hline(double x, double y, double width, Token token);
  void vline(double x, double y, double height, Token token);
  void triangle_down(double x_middle, double y_tip, double size_px, Token token, double alpha = 1);
  void triangle_up(double x_middle, double y_tip, double size_px, Token token, double alpha = 1);
  void disc(double x, double y, double radius_px, Token token, double alpha = 1);
  // Part of a circle, clockwise from the top; from and to in turns. Its line lies on the radius.
  void arc(double x,
           double y,
           double radius_px,
           double from,
           double to,
           double width_px,
           Token token,
           double alpha = 1);
  // A circle of dots, for what is due.
  void dotted_circle(double x, double y, double radius_px, Token token);
  // A convex shape, as fractions of the rectangle, clockwise.
  void shape(const Rect& in, std::initializer_list<ImVec2> points, Token token);
  void icon(Icon icon, const Rect& in, Token token, double alpha = 1);
  // Straight, with its head at the second point.
  void arrow(double x0, double y0, double x1, double y1, Token token, double alpha);
  void curve(double x0, double y0, double x1, double y1, Token token, double alpha);

  // From left to right, bending only in between; a dot, with a hole in it.
  void wire(double x0, double y0, double x1, double y1, Token token, double alpha, double width_px);
  void dot(double x, double y, double radius_px, Token token, bool hollow = false);
  // What is drawn in between lies askew around a point, as something in a hand does.
  int begin_tilt() const;
  void end_tilt(int begun, double x, double y, double degrees);

  double width(Type type, std::string_view text) const;
  double line_height(Type type) const;
  // The capitals' middle stands at y_middle. Returns where the text ended.
  double text(
      Type type, double x, double y_middle, std::string_view text, Token token, double alpha = 1);
  // Cut with an ellipsis when wider than rect; true if it was cut. Vertically in the middle of
  // rect.
  bool text_in(
      Type type, const Rect& rect, std::string_view text, Token token, Align align = Align::kLeft);
  // Broken at spaces, at most max_lines, the last ends in an ellipsis if there is more. Returns the
  // height.
  double paragraph(Type type,
                   double x,
                   double y_top,
                   double width_px,
                   std::string_view text,
                   Token token,
                   int max_lines = 3);

  void push_clip(const Rect& rect);
  void pop_clip();

  // Between begin_slices and end_slices slices are collected; they are painted at end_slices, below
  // what follows.
  void begin_slices();
  void slice(const Rect& rect,
             timeline::State state,
             double pattern_from_px,
             bool mark,
             double strength,
             int rounded = 3);
  void cap(const Rect& rect, timeline::State end, double strength);
  void end_slices();

 private:
  ImVec2 at(double x, double y) const {
    return {static_cast<float>(x * ratio_), static_cast<float>(y * ratio_)};
  }
  float dpx(double px) const { return static_cast<float>(px * ratio_); }
  void put_slice(const Rect& rect,
                 ImU32 base,
                 ImU32 ink,
                 render::Pattern pattern,
                 double phase_px,
                 double strength,
                 int rounded);

  ImDrawList& list_;
  render::SliceList& slices_;
  std::deque<render::SliceRange>& ranges_;
  Fonts& fonts_;
  const Theme& theme_;
  double ratio_;
};

}  // namespace simul::ui
