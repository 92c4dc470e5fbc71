// A program as a scene, seen from above: whoever works walks from place to place, and every place
// shows how its task is. Beside it the same work one after another, at the same moment.
//
// Drawn from the lanes of the comparison: on the right the run, on the left the model that is
// exact. A program asks for it with a comment of its own, "# scene: hall".
#pragma once

#include "models/compare.hpp"
#include "ui/lane_strip.hpp"
#include "ui/panel.hpp"

namespace simul::ui {

// How a place stands at a moment. Data, for tests.
struct Seat {
  enum class Is : std::uint8_t { kNotYet, kServed, kThinking, kDue, kWaiting, kDone };
  Is is = Is::kNotYet;
  double part = 0;           // of its thinking that has gone by
  std::int64_t left_ns = 0;  // of what goes on
};
Seat seat_at(const models::Lane& lane, std::int64_t time_ns);

class HallPanel {
 public:
  void draw(Ui& ui, const Rect& area);
  bool wheel(double x, double y, double dy) { return scroll_.wheel(x, y, dy); }

 private:
  struct Half {
    const models::Outcome* outcome = nullptr;
    const char* title = "";
    std::string note;
    bool alone = false;  // one after another: whoever waits keeps the one who serves
  };
  void half(Ui& ui, const Half& half, const Rect& place);
  void seat(Ui& ui, const Seat& seat, double x, double y, double size);
  void master(Ui& ui, double x, double y, double size);
  void strip_of(Ui& ui, const Half& half, const Rect& place);
  bool chess() const { return scene_ == "hall"; }

  Scroll scroll_;
  std::string scene_;
};

}  // namespace simul::ui
