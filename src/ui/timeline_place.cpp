#include "ui/timeline_place.hpp"

#include <algorithm>
#include <cmath>

#include "ui/timeline_frame.hpp"

namespace simul::ui {

using timeline::Viewport;

namespace {

constexpr double kRightRoom_px = 56;  // the last tick's label stands right of its tick
constexpr std::int64_t kShortest_ns = 1'000'000'000;  // of an empty picture
constexpr double kFollowWindow_ns = 10e9;             // of a run whose end nobody knows

}  // namespace

Extent extent_of(const Ui& ui) {
  const Scene& scene = ui.scene;
  Extent extent;
  extent.end_known = scene.forecast != nullptr && scene.forecast_end_ns >= 0;
  std::int64_t end = extent.end_known ? scene.forecast_end_ns : 0;
  if (scene.run != nullptr)
    end = std::max({end, scene.now_ns, ui.alive() ? 0 : scene.run->end_ns()});
  if (scene.ghost != nullptr) end = std::max(end, scene.ghost_end_ns);
  extent.end_ns = std::max(end, scene.now_ns);
  return extent;
}

void TimelinePlace::resize(double lanes_px) {
  lanes_px_ = lanes_px;
  viewport_.width_px = std::max(1.0, lanes_px);
}

void TimelinePlace::widen(double factor) {
  viewport_.ns_per_px *= factor;
  at_once_ = true;
}

void TimelinePlace::move(const Ui& ui) {
  if (wanted_ && ui.scene.run != nullptr) {
    place_ = Place::kChosen;
    viewport_.start_ns = wanted_->start_ns;
    viewport_.ns_per_px = std::clamp(
        wanted_->width_ns / viewport_.width_px, Viewport::kMinNsPerPx, Viewport::kMaxNsPerPx);
    wanted_.reset();
  }
  const Scene& scene = ui.scene;
  Extent extent = extent_of(ui);
  const auto content_end_ns = static_cast<double>(extent.end_ns);
  double wide = viewport_.width_px * viewport_.ns_per_px;
  if (place_ == Place::kFollow) {
    viewport_.start_ns = std::max(0.0, static_cast<double>(ui.time_ns) - 0.8 * wide);
    return;
  }
  if (place_ == Place::kChosen) {
    // The picture can be pushed aside, but never out of sight.
    viewport_.start_ns =
        std::clamp(viewport_.start_ns, -0.9 * wide, std::max(0.0, content_end_ns - 0.1 * wide));
    return;
  }
  double room = std::max(40.0, lanes_px_ - (ui.narrow ? 28 : kRightRoom_px) - measure::mark_px);
  bool open_end = !extent.end_known && (ui.alive() || scene.run == nullptr);
  if (open_end) {
    viewport_.ns_per_px = kFollowWindow_ns / room;
    viewport_.start_ns = std::max(0.0, static_cast<double>(scene.now_ns) - kFollowWindow_ns * 0.8);
    return;
  }
  auto span = static_cast<double>(extent.end_ns);
  // Nothing takes time: a picture of nothing but marks still needs an axis.
  if (span < 1e3) span = static_cast<double>(kShortest_ns);
  viewport_.ns_per_px = std::clamp(span / room, Viewport::kMinNsPerPx, Viewport::kMaxNsPerPx);
  viewport_.start_ns = 0;
}

// The picture that is seen comes after the one that is wanted: both edges glide.
timeline::Viewport TimelinePlace::glide(Ui& ui) {
  static const Motion::Key kLeft = Motion::key("view left"), kRight = Motion::key("view right");
  double left = viewport_.start_ns, right = viewport_.end_ns();
  bool moves_itself = ui.running() && place_ != Place::kChosen;
  if (at_once_ || moves_itself) {
    ui.motion.jump(kLeft, left);
    ui.motion.jump(kRight, right);
  } else {
    left = ui.motion.to(kLeft, left, kLayoutMotion_ms);
    right = ui.motion.to(kRight, right, kLayoutMotion_ms);
  }
  at_once_ = false;
  Viewport seen = viewport_;
  seen.start_ns = left;
  seen.ns_per_px = std::max(1.0, (right - left) / viewport_.width_px);
  return seen;
}

void TimelinePlace::zoom_by(const Ui* ui, double steps) {
  double around = viewport_.width_px / 2;
  if (ui != nullptr && ui->scene.run != nullptr) {
    double x = viewport_.to_px(ui->time_ns);
    if (x >= 0 && x <= viewport_.width_px) around = x;
    // Closer to a live run: it stays in view.
    if (ui->running() && follows()) place_ = Place::kFollow;
  }
  if (place_ != Place::kFollow) place_ = Place::kChosen;
  viewport_.zoom(std::pow(0.8, steps), around);
}

void TimelinePlace::pan_by(double px) {
  place_ = Place::kChosen;
  viewport_.pan(px);
  // Time begins at 0, and there is nothing far left of it.
  viewport_.start_ns =
      std::max(viewport_.start_ns, -viewport_.width_px * 0.9 * viewport_.ns_per_px);
}

std::optional<TimelinePlace::Part> TimelinePlace::part() const {
  if (place_ != Place::kChosen) return std::nullopt;
  return Part{viewport_.start_ns, viewport_.width_px * viewport_.ns_per_px};
}

void TimelinePlace::zoom(double factor, double around_px) {
  place_ = Place::kChosen;
  viewport_.zoom(factor, around_px);
}

void TimelinePlace::zoom_to(std::int64_t from_ns, std::int64_t to_ns) {
  show(from_ns, to_ns, std::min(40.0, viewport_.width_px / 10));
}

void TimelinePlace::show(std::int64_t from_ns, std::int64_t to_ns, double margin_px) {
  place_ = Place::kChosen;
  viewport_.fit(from_ns, std::max(to_ns, from_ns + 1000), margin_px);
}

void TimelinePlace::show_around(std::int64_t middle_ns) {
  place_ = Place::kChosen;
  at_once_ = true;
  viewport_.start_ns =
      static_cast<double>(middle_ns) - viewport_.width_px * viewport_.ns_per_px / 2;
}

}  // namespace simul::ui
