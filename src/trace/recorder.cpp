#include "trace/recorder.hpp"

namespace simul::trace {

std::uint32_t Texts::intern(std::string_view text) {
  if (auto known = index_.find(text); known != index_.end()) return known->second;
  auto [place, is_new] =
      index_.try_emplace(std::string(text), static_cast<std::uint32_t>(texts_.size()));
  if (is_new) texts_.push_back(&place->first);
  return place->second;
}

void Recorder::on_event(const Event& event, std::string_view text) {
  if (event.kind == EventKind::kHandleBegan) {
    auto kind = static_cast<HandleKind>(event.detail);
    running_ = kind == HandleKind::kStep || kind == HandleKind::kWakeup ? event.object : 0;
  } else if (event.kind == EventKind::kHandleEnded) {
    running_ = 0;
  }
  if (trace_.events.size() >= max_events_) {
    ++trace_.dropped;
    return;
  }
  trace_.events.push_back(event);
  Event& kept = trace_.events.back();
  kept.text = trace_.texts.intern(text);
  if (kept.time_ns < last_ns_) kept.time_ns = last_ns_;
  last_ns_ = kept.time_ns;
}

}  // namespace simul::trace
