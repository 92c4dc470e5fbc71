// The place below the timeline: one of several panels behind a row of tabs, as high as a person
// pulls it, shut when only the timeline is wanted.
#pragma once

#include <optional>

#include "ui/await_panel.hpp"
#include "ui/compare_panel.hpp"
#include "ui/compose_panel.hpp"
#include "ui/findings_panel.hpp"
#include "ui/hall_panel.hpp"
#include "ui/inspect_panel.hpp"
#include "ui/loop_panel.hpp"

namespace simul::ui {

// kScene only while the text asks for one.
enum class PanelKind : std::uint8_t {
  kLoop,
  kAwait,
  kInspect,
  kFindings,
  kCompose,
  kCompare,
  kScene
};

class Panels {
 public:
  // How high the place wants to be where `room` is to be shared with the timeline.
  double height_px(const Ui& ui, double room, double timeline_px);
  void draw(Ui& ui, const Rect& area);
  bool wheel(double x, double y, double dx, double dy);

  std::optional<timeline::Id> inspected() const { return inspect_.task(); }
  void choose(PanelKind kind) { chosen_ = kind, shut_ = false; }
  PanelKind chosen() const { return chosen_; }
  bool composing() const { return chosen_ == PanelKind::kCompose && !shut_; }
  ComposePanel& compose() { return compose_; }
  // What a person pulled it to; less than 0: the usual. 0: shut. Kept by the page.
  double pulled_px() const { return shut_ ? 0 : pulled_px_; }
  void set_pulled(double px);

 private:
  void tabs(Ui& ui, const Rect& row);
  void status(Ui& ui, const Rect& place);
  void pull(Ui& ui, const Rect& area);

  LoopPanel loop_;
  AwaitPanel await_;
  InspectPanel inspect_;
  FindingsPanel findings_;
  ComposePanel compose_;
  ComparePanel compare_;
  HallPanel hall_;
  std::string scene_;  // that of the last frame
  PanelKind chosen_ = PanelKind::kLoop;
  double pulled_px_ = -1, room_px_ = 0;
  bool shut_ = false;
  std::optional<double> pulled_from_;  // where in the bar it was taken
  bool moved_ = false;
};

}  // namespace simul::ui
