#include "ui/view.hpp"

#include <algorithm>
#include <cmath>

namespace simul::ui {

namespace {
// Nobody's canvas is larger; a wild number from outside goes no further.
constexpr double kFarthest_px = 1e5, kLongestTurn_px = 4000;
}  // namespace

View::View() = default;
View::~View() = default;

void View::set_size(int width_dpx, int height_dpx, double ratio) {
  ratio_ = std::clamp(std::isfinite(ratio) ? ratio : 1.0, 0.5, 4.0);
  width_px_ = std::max(0, width_dpx) / ratio_;
  height_px_ = std::max(0, height_dpx) / ratio_;
  fonts_.set_ratio(ratio_);
  dirty_ = true;
}

void View::pointer(PointerKind kind, double x, double y, int button, bool touch, int mods) {
  Pointer& p = items_.pointer;
  if (!std::isfinite(x) || !std::isfinite(y)) return;
  dirty_ = true;
  if (kind == PointerKind::kCancel) {
    timeline_.cancel_drag();
    panels_.compose().cancel();
    p.down = p.pressed = p.released = false;
    items_.cancel_press();
    return;
  }
  if (kind == PointerKind::kLeave) {
    p.inside = false;
    if (!p.down) return;
  }
  x = std::clamp(x, -kFarthest_px, kFarthest_px);
  y = std::clamp(y, -kFarthest_px, kFarthest_px);
  if (kind == PointerKind::kMove && p.released) {
    // No frame has seen yet where it was let go.
    moved_on_ = {x, y};
    return;
  }
  moved_on_.reset();
  if (kind == PointerKind::kDown) {
    p.quiet = true;
    end_hint();
  }
  if (kind == PointerKind::kMove && !p.down && (x != p.x || y != p.y)) p.quiet = false;
  p.x = x;
  p.y = y;
  p.touch = touch;
  p.inside = kind != PointerKind::kLeave && !(touch && kind == PointerKind::kUp && !p.down);
  if (kind == PointerKind::kDown && button == 0) {
    p.down = p.pressed = true;
    p.press_x = x;
    p.press_y = y;
    p.shift = (mods & kShift) != 0;
    items_.show_focus(false);
  } else if (kind == PointerKind::kDown && button == 2 && !p.down) {
    p.menu = true;
  } else if (kind == PointerKind::kUp && button == 0 && p.down) {
    p.down = false;
    p.released = true;
  }
}

void View::wheel(double x, double y, double dx, double dy, int mods) {
  bool finite = std::isfinite(x) && std::isfinite(y) && std::isfinite(dx) && std::isfinite(dy);
  if (!finite) return;
  if ((mods & kShift) != 0 && dx == 0) std::swap(dx, dy);
  dx = std::clamp(dx, -kLongestTurn_px, kLongestTurn_px);
  dy = std::clamp(dy, -kLongestTurn_px, kLongestTurn_px);
  wheels_.push_back({x, y, dx, dy, (mods & (kCtrl | kMeta)) != 0});
  dirty_ = true;
}

void View::focus(bool focused) {
  items_.show_focus(focused && !items_.pointer.down);
  dirty_ = true;
}

bool View::speed_key(std::string_view key, const Scene& scene) {
  double step = key == "ArrowRight" || key == "ArrowUp"    ? 1
                : key == "ArrowLeft" || key == "ArrowDown" ? -1
                                                           : 0;
  if (items_.focused() != "speed" || step == 0) return false;
  double wanted = speed_of(slider_of(scene.speed) + step * 0.06);
  if (wanted != scene.speed) commands_.push_back({Command::Kind::kSpeed, wanted});
  return true;
}

bool View::key(const Scene& scene, std::string_view key, int mods) {
  const bool ctrl = (mods & (kCtrl | kMeta)) != 0;
  if (timeline_.menu().key(key, items_)) return dirty_ = true;
  if (panels_.composing() &&
      panels_.compose().key(key, ctrl, (mods & kAlt) != 0, items_.focused())) {
    items_.show_focus(true);
    return dirty_ = true;
  }
  if ((mods & (kCtrl | kMeta | kAlt)) != 0) return false;
  if (key == "F10" && (mods & kShift) != 0) key = "ContextMenu";
  if (key != "Shift") end_hint();
  dirty_ = true;
  if (timeline_.dragging() || panels_.compose().carrying()) {
    // The hand is busy: one key has a meaning.
    if (key == "Escape") cancel_gesture();
    return true;
  }
  if (key == "Tab") return items_.move_focus((mods & kShift) != 0 ? -1 : 1);
  if (speed_key(key, scene)) return true;
  const std::string& focused = items_.focused();
  bool on_track = focused.starts_with("track:");
  if (key == "Enter" || (key == " " && !focused.empty() && !on_track)) {
    if (focused.empty()) return false;
    items_.show_focus(true);
    items_.activate();
    return true;
  }
  const timeline::Model* run = scene.run;
  if (key == " ") {
    items_.focus("play");
    items_.activate();
    items_.drop_focus();
  } else if (key == "ArrowLeft" || key == "ArrowRight") {
    timeline_.place().pan_by(key == "ArrowLeft" ? 60 : -60);
  } else if (key == "ArrowUp" || key == "ArrowDown") {
    step_selection_ = key == "ArrowUp" ? -1 : 1;
  } else if (key == "+" || key == "=") {
    zoom_steps_ += 2;
  } else if (key == "-") {
    zoom_steps_ -= 2;
  } else if (key == "f" || key == "F") {
    timeline_.place().fit();
  } else if (key == "l" || key == "L") {
    timeline_.place().follow();
  } else if (key == "z" || key == "Z") {
    wish_ = Wish::kZoomToSelected;
  } else if (key == "p" || key == "P") {
    wish_ = Wish::kPin;
  } else if (key == "m" || key == "M" || key == "ContextMenu") {
    open_menu_ = key == "M" ? -1 : 1;
  } else if (key == "[") {
    wish_ = Wish::kFold;
  } else if (key == "]") {
    wish_ = Wish::kUnfold;
  } else if (key == "Home" && run != nullptr) {
    focus_.looking_at = run->after(0);
  } else if (key == "End") {
    focus_.looking_at.reset();
  } else if (std::optional<Step> step = step_of(key)) {
    step_ = step;
  } else if (key.size() == 1 && key[0] >= '1' && key[0] <= '7') {
    // The seventh is there only while the text asks for a scene.
    if (key[0] == '7' && scene.scene.empty()) return false;
    panels_.choose(static_cast<PanelKind>(key[0] - '1'));
  } else if (key == "Escape") {
    bool used = focus_.looking_at || focus_.selected;
    focus_ = Focus();
    items_.show_focus(false);
    return used;
  } else {
    return false;
  }
  return true;
}

void View::carry_out(Ui& ui, Wish wish) {
  switch (wish) {
    case Wish::kNone: return;
    case Wish::kPin: timeline_.pin_selected(ui); break;
    case Wish::kFold: timeline_.fold_selected(ui, true); break;
    case Wish::kUnfold: timeline_.fold_selected(ui, false); break;
    case Wish::kZoomToSelected: timeline_.zoom_to_selected(ui); break;
  }
  ui.again = true;
}

void View::replay(const timeline::Model& run) {
  replay_.begin(telling_instant(run));
  hint_ = true;
  dirty_ = true;
}

void View::set_time(Ui& ui) {
  const Scene& scene = ui.scene;
  if (scene.run == nullptr) focus_.looking_at.reset();
  if (replay_.going()) {
    ui.look_at(replay_.at(motion_.now_ns(), motion_.still()));
    ui.again = true;
  }
  ui.time_ns = scene.now_ns;
  if (scene.run != nullptr) {
    if (frozen_ns_) focus_.looking_at.reset();
    if (focus_.looking_at && focus_.looking_at->time_ns > scene.now_ns) focus_.looking_at.reset();
    ui.moment = focus_.looking_at ? *focus_.looking_at
                : frozen_ns_      ? scene.run->at_time(*frozen_ns_)
                                  : scene.run->at_time(scene.now_ns);
    ui.time_ns = frozen_ns_ ? *frozen_ns_ : ui.moment.time_ns;
  }
  // What came after is known when the picture looks back; else the forecast is what is known.
  bool back = scene.run != nullptr && (ui.time_ns < scene.now_ns || focus_.looking_at);
  ui.looking_back = back;
  // Where a run was stopped nothing later is known yet: then the forecast says what comes.
  const bool known_later = back && (!ui.alive() || scene.run->end_ns() > ui.time_ns);
  ui.future = known_later                          ? scene.run
              : ui.alive() || scene.run == nullptr ? scene.forecast
                                                   : nullptr;
}

void View::draw_views(Ui& ui) {
  double w = width_px_, h = height_px_;
  ui.narrow = w < 600;
  ui.page_plays = page_plays_;
  double left = h - measure::transport_px;
  double panel = panels_.height_px(ui, left, timeline_.prepare(ui));
  double timeline = ui.paint.snap(std::max(0.0, left - panel));
  // What lies below the menu is out of the pointer's reach.
  const Pointer pointer = items_.pointer;
  if (timeline_.menu().covers(pointer.x, pointer.y))
    items_.pointer.inside = items_.pointer.pressed = items_.pointer.menu = false;

  TransportWish wish =
      transport_.draw(ui, {0, 0, w, measure::transport_px}, timeline_.place().follows());
  if (wish.fit) timeline_.place().fit();
  if (wish.follow) timeline_.place().follow();
  if (wish.zoom != 0) timeline_.place().zoom_by(&ui, 2 * wish.zoom);
  ui.again |= wish.fit || wish.follow || wish.zoom != 0;
  timeline_.draw(ui, {0, measure::transport_px, w, timeline});
  double y = measure::transport_px + timeline;
  panels_.draw(ui, {0, y, w, std::max(0.0, h - y)});
  items_.pointer = pointer;
  timeline_.menu().draw(
      ui, {0, measure::transport_px, w, std::max(0.0, left)}, timeline_.legend_y());
  draw_tooltip(ui);
  draw_hint(ui);
}

void View::draw_tooltip(Ui& ui) {
  if (ui.tooltip.empty()) return;
  double wide = std::min({320.0, ui.paint.width(Type::kNote, ui.tooltip), width_px_ - 40});
  // Lines as the paragraph will break them, found by a dry run outside the canvas.
  double high =
      ui.paint.paragraph(Type::kNote, -4000, -4000, wide + 0.5, ui.tooltip, Token::text, 5);
  Rect box{ui.tooltip_from.x + ui.tooltip_from.w / 2 - wide / 2 - 10,
           ui.tooltip_from.bottom() + 8,
           wide + 20,
           high + 12};
  if (box.bottom() > height_px_ - 4) box.y = ui.tooltip_from.y - 8 - box.h;
  box.x = std::clamp(box.x, 4.0, std::max(4.0, width_px_ - box.w - 4));
  box.y = std::clamp(box.y, 4.0, std::max(4.0, height_px_ - box.h - 4));
  ui.paint.fill(box, Token::raised, measure::button_radius_px);
  ui.paint.border(box, Token::line, measure::button_radius_px);
  ui.paint.paragraph(Type::kNote, box.x + 10, box.y + 6, wide + 0.5, ui.tooltip, Token::text, 5);
}

// One bubble below the playhead's badge, until the first press.
void View::draw_hint(Ui& ui) {
  if (!hint_ || replay_.going() || ui.scene.run == nullptr || frozen_ns_) return;
  std::string words = ui.narrow ? "Drag here to look at any moment"
                                : "Drag here to look at any moment, or press Play to run it live";
  const timeline::Viewport& viewport = timeline_.viewport();
  double x = timeline_.lanes_x() + viewport.to_px(ui.time_ns);
  double w = ui.paint.width(Type::kNote, words) + 24, h = 28;
  double y = measure::transport_px + measure::ruler_px + 8;
  Rect box{std::clamp(x - w / 2, 8.0, std::max(8.0, width_px_ - w - 8)), y, w, h};
  ui.paint.triangle_up(std::clamp(x, box.x + 10, box.right() - 10), y - 6, 12, Token::accent);
  ui.paint.fill(box, Token::accent, measure::button_radius_px);
  ui.paint.text_in(Type::kNote, box, words, Token::on_accent, Align::kMiddle);
}

bool View::frame(const Scene& scene, std::int64_t host_ns) {
  bool new_atlas = fonts_.build();
  dirty_ = false;
  frame_.begin(fonts_.atlas(),
               static_cast<float>(std::round(width_px_ * ratio_)),
               static_cast<float>(std::round(height_px_ * ratio_)));
  slices_.slices.clear();
  ranges_.clear();

  for (const WheelTurn& turn : wheels_) {
    if (!timeline_.wheel(turn.x, turn.y, turn.dx, turn.dy, turn.zooms))
      panels_.wheel(turn.x, turn.y, turn.dx, turn.dy);
  }
  wheels_.clear();
  Painter painter(frame_.list(), slices_, ranges_, fonts_, theme_, ratio_);
  items_.begin_frame();
  // A frame without a time stands still, as tests and frozen pictures do.
  motion_.begin_frame(host_ns, still_ || host_ns == 0 || frozen_ns_.has_value());
  Ui ui{painter, items_, scene, focus_, motion_, commands_};
  set_time(ui);
  if (step_selection_ != 0) timeline_.select_next(ui, std::exchange(step_selection_, 0));
  if (zoom_steps_ != 0) timeline_.place().zoom_by(&ui, std::exchange(zoom_steps_, 0));
  if (step_) take_step(ui, *std::exchange(step_, std::nullopt));
  if (open_menu_ != 0) timeline_.open_menu(ui, std::exchange(open_menu_, 0));
  if (menu_of_) {
    timeline_.open_menu_of(ui, menu_of_->first, menu_of_->second);
    menu_of_.reset();
  }
  if (wish_ != Wish::kNone) carry_out(ui, std::exchange(wish_, Wish::kNone));
  bool moved = items_.pointer.pressed || items_.pointer.released;
  if (width_px_ >= 1 && height_px_ >= 1) draw_views(ui);
  items_.end_frame();
  if (moved_on_) {
    items_.pointer.x = moved_on_->first;
    items_.pointer.y = moved_on_->second;
    items_.pointer.quiet = false;
    moved_on_.reset();
  }
  motion_.end_frame();
  frame_.end();

  cursor_ = ui.cursor;
  // A press changes how things look in the frame after it.
  dirty_ = dirty_ || ui.again || moved || fonts_.dirty() || motion_.moving();
  return new_atlas;
}

std::string View::focused_words() const {
  for (const Item& item : items_.all()) {
    if (item.id == items_.focused() && items_.focus_shown()) return item.label;
  }
  if (!focus_.selected) return "";
  for (const Item& item : items_.all()) {
    if (item.id == "track:" + std::to_string(*focus_.selected)) return "Chosen: " + item.label;
  }
  return "";
}

std::vector<Item> View::items(const SlicesView::Alive& alive) const {
  std::vector<Item> all = items_.all();
  for (Item& item : timeline_.slice_items(alive)) all.push_back(std::move(item));
  return all;
}

}  // namespace simul::ui
