// What every view is handed for one frame: where to draw, what was pointed at, what there is to
// show, where wishes go.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "ui/command.hpp"
#include "ui/items.hpp"
#include "ui/motion.hpp"
#include "ui/painter.hpp"
#include "ui/scene.hpp"

namespace simul::ui {

// What outlives a frame and belongs to no view alone.
struct Focus {
  // A person went back to this moment; else the picture shows now.
  std::optional<timeline::Moment> looking_at;
  std::optional<timeline::Id> selected;  // a task, or 0 for the loop
  std::optional<std::int64_t>
      selected_at_ns;  // the time of the slice that was clicked, if it is in the past
};

enum class Cursor : std::uint8_t { kArrow, kHand, kResize, kGrabbing, kResizeRows };

struct Ui {
  Painter& paint;
  Items& items;
  const Scene& scene;
  Focus& focus;
  Motion& motion;
  std::vector<Command>& commands;

  // Set by views.
  std::string tooltip = {};
  Rect tooltip_from = {};  // what it explains
  bool again = false;      // something changed that this frame has already drawn
  Cursor cursor = Cursor::kArrow;

  // The picture's time, and what is known of the time after it.
  std::int64_t time_ns = 0;
  timeline::Moment moment = {};  // the same, between two events
  const timeline::Model* future = nullptr;
  bool looking_back = false;  // at a time before now, by a person's wish or because it is frozen
  bool narrow = false;
  bool page_plays = false;  // the page has the large buttons: none here

  bool running() const { return scene.phase == Phase::kRunning || scene.phase == Phase::kHidden; }
  bool alive() const { return running() || scene.phase == Phase::kPaused; }

  // An item with the house's ring when it is focused. clip: what of it can be seen.
  Touch item(std::string_view id,
             std::string_view label,
             const Rect& rect,
             const Rect& clip,
             bool focusable = true);
  Touch item(std::string_view id, std::string_view label, const Rect& rect) {
    return item(id, label, rect, rect);
  }
  // The picture shows this moment; the last one or a later one is now.
  void look_at(const timeline::Moment& moment);
  void look_at(std::int64_t time_ns) {
    if (scene.run != nullptr) look_at(scene.run->at_time(std::min(time_ns, scene.now_ns)));
  }
  void explain(const Touch& touch, std::string words, const Rect& from);
  void tell(Command::Kind kind, double value = 0) {
    commands.push_back({kind, value});
    again = true;
  }
};

}  // namespace simul::ui
