// The end of a sleeping slice under a hand: the grip that shows it can be taken, the new duration
// in sensible steps, and the pill that says it.
//
// Asks for a text and never changes a picture itself: it emits Command::kSleepEnd, and whoever
// carries that out shows what the program would then do as the scene's forecast. Several slices may
// share the literal that decides them, those before this one too; the hand stays at the end of its
// own slice all the same, since the drag looks at where that slice stands in each new picture.
#pragma once

#include <optional>
#include <string>

#include "ui/slices_view.hpp"
#include "ui/timeline_frame.hpp"

namespace simul::ui {

// The step that a duration snaps to where a second is so many pixels wide.
double sleep_step_s(double px_per_s);
// "2.6 s", and how it differs from before: "+0.6"; empty where it does not.
std::string sleep_words(double seconds);
std::string change_words(double from_s, double to_s);

class SleepDrag {
 public:
  // Looks at the pointer, offers the grips of what can be taken. True while a grip has the pointer.
  bool point(Ui& ui, const TimelineFrame& frame, const SlicesView& slices);
  void draw(Ui& ui, const TimelineFrame& frame);
  bool active() const { return drag_.has_value(); }
  // It shall end and change nothing.
  void cancel() {
    if (drag_) drag_->cancelled = true;
  }
  // By how much the axis grows in this frame: a hand at its right end wants to go on.
  double widening(const Ui& ui, const TimelineFrame& frame);

 private:
  struct Drag {
    SleepEnd wish;
    std::string id, label;
    std::size_t nth = 0;                    // among the sleeps of its track
    std::int64_t start_ns = 0, end_ns = 0;  // of the slice before
    double from_s = 0;                      // how long it was
    double grab_px = 0;                     // from the slice's end to where it was taken
    double rate = 1;                // how many seconds its end moves when its duration grows by one
    double y = 0, h = 0;            // of the slice
    std::int64_t shown_end_ns = 0;  // of the slice in the picture of now
    std::int64_t widened_ns = 0;
    bool moved = false, cancelled = false;
  };
  struct Grip {
    Rect zone, slice;
  };
  void begin(Ui& ui, const TimelineFrame& frame, const SlicesView::Seen& seen, std::string id);
  void follow(Ui& ui, const TimelineFrame& frame, const SlicesView& slices);
  void finish(Ui& ui, bool keep);

  std::optional<Drag> drag_;
  std::optional<Grip> hovered_;
};

}  // namespace simul::ui
