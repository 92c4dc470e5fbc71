// The start of a task under a hand: the grip at the left end of its lane, how much later it is
// pulled, and the pill that says so.
//
// As sleep_drag.hpp: it asks (Command::kTaskStart) and never changes a picture itself.
#pragma once

#include <optional>
#include <string>

#include "ui/slices_view.hpp"
#include "ui/timeline_frame.hpp"

namespace simul::ui {

// "B starts 0.5 s later", "B starts 0.5 s earlier", "B starts when it did".
std::string start_words(const std::string& name, double by_s);

class StartDrag {
 public:
  // Looks at the pointer, offers the grips. True while a grip has the pointer.
  bool point(Ui& ui, const TimelineFrame& frame, const SlicesView& slices);
  void draw(Ui& ui, const TimelineFrame& frame);
  bool active() const { return drag_.has_value(); }
  void cancel() {
    if (drag_) drag_->cancelled = true;
  }

 private:
  struct Drag {
    TaskStart wish;
    std::string id, name;
    std::int64_t start_ns = 0;
    double y = 0, h = 0;
    bool moved = false, cancelled = false;
  };
  void tell(Ui& ui, Trying trying);
  void follow(Ui& ui, const TimelineFrame& frame);
  void finish(Ui& ui, bool keep);

  std::optional<Drag> drag_;
  std::optional<Rect> hovered_;
};

}  // namespace simul::ui
