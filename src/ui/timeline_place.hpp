// Where the picture of the run stands in time: the whole run (fit), a part that goes along with a
// live run (follow), or a part that a person chose. The part that is wanted changes at once; what
// is seen glides after it, unless a hand moves it.
#pragma once

#include <cstdint>
#include <optional>

#include "timeline/viewport.hpp"
#include "ui/ui.hpp"

namespace simul::ui {

class TimelinePlace {
 public:
  // A part of the time, edge to edge.
  struct Part {
    double start_ns = 0, width_ns = 0;
  };

  void fit() { place_ = Place::kWhole; }
  // Goes along with a live run, as close as it is now.
  void follow() { place_ = Place::kFollow; }
  bool whole() const { return place_ == Place::kWhole; }
  bool follows() const { return place_ != Place::kChosen; }
  // Of a picture that shows the whole or goes along there is none.
  std::optional<Part> part() const;
  // As soon as it is known how wide the picture is.
  void want(const Part& part) { wanted_ = part; }
  void forget() { wanted_.reset(), fit(); }

  // steps > 0: closer. Around the playhead if it can be seen, else the middle.
  void zoom_by(const Ui* ui, double steps);
  void zoom(double factor, double around_px);
  void pan_by(double px);
  void zoom_to(std::int64_t from_ns, std::int64_t to_ns);
  void show(std::int64_t from_ns, std::int64_t to_ns, double margin_px);
  void show_around(std::int64_t middle_ns);

  // Each frame: how wide the lanes are, then one of three, then what is seen.
  void resize(double lanes_px);
  void move(const Ui& ui);
  void widen(double factor);  // what a hand pulls needs more room
  void at_once() { at_once_ = true; }
  timeline::Viewport glide(Ui& ui);

  // Where the picture goes.
  const timeline::Viewport& viewport() const { return viewport_; }

 private:
  enum class Place : std::uint8_t { kWhole, kFollow, kChosen };

  timeline::Viewport viewport_;
  Place place_ = Place::kWhole;
  bool at_once_ = false;  // a hand moves it: no gliding
  double lanes_px_ = 0;
  std::optional<Part> wanted_;
};

}  // namespace simul::ui
