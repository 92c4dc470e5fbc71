// The whole canvas: takes pointer, wheel and keys, draws one frame of the views, and hands out what
// a person asked for.
//
// Needs ImGui for its draw lists and its fonts only. Holds no time and starts no frame: whoever
// drives it asks wants_frame().
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <imgui.h>

#include "render/slices.hpp"
#include "ui/frame_list.hpp"
#include "ui/panels.hpp"
#include "ui/replay.hpp"
#include "ui/timeline_view.hpp"
#include "ui/transport.hpp"
#include "ui/ui.hpp"

namespace simul::ui {

class View {
 public:
  enum class PointerKind : std::uint8_t { kMove, kDown, kUp, kLeave, kCancel };
  enum Mods : int { kShift = 1, kCtrl = 2, kAlt = 4, kMeta = 8 };

  View();
  ~View();
  View(const View&) = delete;
  View& operator=(const View&) = delete;

  Fonts& fonts() { return fonts_; }
  const Theme& theme() const { return theme_; }
  double ratio() const { return ratio_; }
  void set_theme(Scheme scheme) { theme_ = Theme(scheme), dirty_ = true; }
  // No gliding: everything stands at once where it belongs.
  void set_still(bool still) { still_ = still, dirty_ = true; }
  // The page has its own large buttons for playing, so the canvas has none.
  void set_page_plays(bool plays) { page_plays_ = plays, dirty_ = true; }
  void set_size(int width_dpx, int height_dpx, double ratio);

  void pointer(PointerKind kind, double x, double y, int button, bool touch, int mods = 0);
  void wheel(double x, double y, double dx, double dy, int mods);
  // True if the canvas used it.
  bool key(const Scene& scene, std::string_view key, int mods);
  void focus(bool focused);
  // Shows the run at this time and nothing that moves; nullopt: as it goes.
  void freeze(std::optional<std::int64_t> time_ns) { frozen_ns_ = time_ns, dirty_ = true; }
  // The picture of another run: nothing that was chosen in the last one means anything.
  void new_run() { focus_ = Focus(), end_hint(), timeline_.new_run(), dirty_ = true; }
  // Shows the run, which is over, once from its start to its most telling instant, and then where
  // to press next. Any press or key ends it.
  void replay(const timeline::Model& run);
  void hide_hint() { hint_ = false, dirty_ = true; }
  // The gesture on the picture that goes on shall end and change nothing.
  void cancel_gesture() {
    timeline_.cancel_drag();
    panels_.compose().cancel();
    items_.cancel_press();
    dirty_ = true;
  }
  // The program is wanted as cards.
  bool composing() const { return panels_.composing(); }
  // Another text: what its forecast says lies elsewhere.
  void new_source() { timeline_.new_source(), dirty_ = true; }
  // The height that a person once pulled the panel to; 0: shut; less: the usual.
  void set_panel(double px) { panels_.set_pulled(px), dirty_ = true; }
  // Of whom the panels speak: the chosen task.
  std::optional<timeline::Id> selected() const { return focus_.selected; }
  void select(std::optional<timeline::Id> task) { focus_.selected = task, dirty_ = true; }
  // The part of the time that somebody chose to see; none: the whole run, or along with it.
  std::optional<TimelinePlace::Part> part() const { return timeline_.place().part(); }
  void show_part(const TimelinePlace::Part& part) { timeline_.place().want(part), dirty_ = true; }
  const std::optional<timeline::Moment>& looking_at() const { return focus_.looking_at; }
  void look_at(std::optional<timeline::Moment> moment) {
    focus_.looking_at = moment, dirty_ = true;
  }
  // Whose stack is wanted: nobody's while the panel that shows it is away.
  std::optional<timeline::Id> inspected() const {
    bool shown = panels_.chosen() == PanelKind::kInspect && panels_.pulled_px() != 0;
    return shown ? panels_.inspected() : std::nullopt;
  }
  // A panel that shows the run under other models is in view.
  bool compares() const {
    const PanelKind kind = panels_.chosen();
    return panels_.pulled_px() != 0 && (kind == PanelKind::kCompare || kind == PanelKind::kScene);
  }
  bool looks_back() const { return focus_.looking_at.has_value() || frozen_ns_.has_value(); }
  // Only tasks whose names have these words.
  void set_filter(std::string words) { timeline_.set_filter(std::move(words)), dirty_ = true; }

  void want_frame() { dirty_ = true; }
  bool wants_frame() const { return dirty_; }

  // Draws. host_ns: when, for what glides. The draw data and the slices live until the next call.
  // True when the atlas is new and must be uploaded first.
  bool frame(const Scene& scene, std::int64_t host_ns = 0);
  const ImDrawData& draw_data() const { return frame_.data(); }
  const render::SliceList& slices() const { return slices_; }
  Cursor cursor() const { return cursor_; }
  std::vector<Command> take_commands() { return std::exchange(commands_, {}); }

  // The menu of a slice of the run, or where there is none of the forecast.
  void open_menu_of(timeline::Id task, std::size_t slice) {
    menu_of_ = {task, slice}, dirty_ = true;
  }
  // What the focus is on, in words: a control, else the chosen task; empty: the whole.
  std::string focused_words() const;
  // How much time a pixel of the timeline is.
  double timeline_scale() const { return timeline_.viewport().ns_per_px; }
  // The controls and slices of the last frame.
  // `alive`: is this model of the last frame still there? Asked outside of frame(), when a run or a
  // forecast may have taken the place of the one that was drawn.
  std::vector<Item> items(const SlicesView::Alive& alive = [](const timeline::Model*) {
    return true;
  }) const;

 private:
  struct WheelTurn {
    double x, y, dx, dy;
    bool zooms;
  };
  // What a key asked of the timeline, done in the next frame, which knows the lanes.
  enum class Wish : std::uint8_t { kNone, kPin, kFold, kUnfold, kZoomToSelected };
  void carry_out(Ui& ui, Wish wish);
  void set_time(Ui& ui);
  void draw_views(Ui& ui);
  void draw_tooltip(Ui& ui);
  void draw_hint(Ui& ui);
  void end_hint() { replay_.stop(), hint_ = false; }
  bool speed_key(std::string_view key, const Scene& scene);

  Fonts fonts_;
  FrameList frame_;
  Theme theme_;
  double ratio_ = 1, width_px_ = 0, height_px_ = 0;
  Items items_;
  std::optional<std::pair<double, double>> moved_on_;  // where it is now, after it was let go
  Focus focus_;
  Motion motion_;
  Replay replay_;
  bool hint_ = false;
  bool still_ = false, page_plays_ = false;
  Transport transport_;
  TimelineView timeline_;
  Panels panels_;
  std::optional<std::int64_t> frozen_ns_;
  std::vector<WheelTurn> wheels_;
  int step_selection_ = 0, open_menu_ = 0;
  double zoom_steps_ = 0;
  std::optional<std::pair<timeline::Id, std::size_t>> menu_of_;
  std::optional<Step> step_;
  Wish wish_ = Wish::kNone;
  std::vector<Command> commands_;
  render::SliceList slices_;
  std::deque<render::SliceRange> ranges_;
  Cursor cursor_ = Cursor::kArrow;
  bool dirty_ = true;
};

}  // namespace simul::ui
