// The same work four ways, below each other on one axis, with where the time goes and why the
// winner wins. The numbers that a model takes for granted can be changed here.
#pragma once

#include <vector>

#include "models/compare.hpp"
#include "ui/lane_strip.hpp"
#include "ui/panel.hpp"

namespace simul::ui {

class ComparePanel {
 public:
  void draw(Ui& ui, const Rect& area);
  bool wheel(double x, double y, double dy) { return scroll_.wheel(x, y, dy); }

 private:
  double head(Ui& ui, double y);
  double outcome(Ui& ui, const models::Outcome& outcome, double y);
  void lanes(Ui& ui, const models::Outcome& outcome, const Rect& place);
  void bar(Ui& ui, const models::Outcome& outcome, const Rect& place);
  double axis(Ui& ui, double y);
  double legend(Ui& ui, double y);
  double words(Ui& ui, double y);
  void stepper(Ui& ui,
               std::string_view id,
               const char* label,
               const std::string& value,
               double less,
               double more,
               Command::Kind kind,
               const Rect& place);

  Scroll scroll_;
  double left_px_ = 0, wide_px_ = 0, gutter_px_ = 0, right_px_ = 0;
  std::int64_t axis_ns_ = 0;
  // The strips of each way, made again when the comparison or the room is another.
  struct Drawn {
    std::uint64_t version = 0;
    int columns = -1, levels = 0;
    std::int64_t axis_ns = 0;
    std::vector<std::vector<StripPart>> strips;
  };
  std::array<Drawn, models::kWays> drawn_;
};

}  // namespace simul::ui
