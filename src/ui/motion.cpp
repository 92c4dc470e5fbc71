#include "ui/motion.hpp"

#include <algorithm>
#include <cmath>

namespace simul::ui {
namespace {

// Quick at first, gentle at the end.
double eased(double part) {
  double rest = 1 - part;
  return 1 - rest * rest * rest;
}

}  // namespace

void Motion::begin_frame(std::int64_t host_ns, bool still) {
  now_ns_ = host_ns;
  still_ = still;
  moving_ = false;
  ++frame_;
}

void Motion::end_frame() {
  std::erase_if(values_, [&](const auto& entry) { return entry.second.frame != frame_; });
}

double Motion::to(Key key, double target, double within_ms) {
  auto [entry, is_new] = values_.try_emplace(key, Value{target, target, target, now_ns_, frame_});
  Value& value = entry->second;
  value.frame = frame_;
  if (is_new || still_) {
    value = {target, target, target, now_ns_, frame_};
    return target;
  }
  if (target != value.target) {
    value.from = value.shown;
    value.target = target;
    value.since_ns = now_ns_;
  }
  double part = static_cast<double>(now_ns_ - value.since_ns) / (within_ms * 1e6);
  if (part >= 1 || value.from == value.target) {
    value.from = value.shown = target;
  } else {
    value.shown = value.from + (target - value.from) * eased(std::max(0.0, part));
    moving_ = true;
  }
  return value.shown;
}

double Motion::jump(Key key, double value) {
  values_[key] = {value, value, value, now_ns_, frame_};
  return value;
}

}  // namespace simul::ui
